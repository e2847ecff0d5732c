"""联系方式: names, phones and postcodes with their labels, in every layout: lines, one line, brackets, labels set wide or cut."""

from __future__ import annotations

from attrs import field, frozen, mutable

from govreply.grammar.draft import Draft
from govreply.grammar.rows import Row, as_text, tidy
from govreply.lexicon.fold import fold
from govreply.lexicon.labels import alternatives, labels
from govreply.lexicon.phones import find_phones, find_postcode
from govreply.model import Contact, ContactLabel, Phone, Text
from govreply.patterns import compile_pattern
from govreply.span import MappedText, Span, hull

_KIND = labels("contact")
_ALL = alternatives(list(_KIND))
_TAIL = alternatives([label for label, kind in _KIND.items() if kind == "phone"] + ["联系方法"])
_LABEL = compile_pattern(
    rf"(?<![\p{{Han}}])(?P<label>{_ALL})(?: {{0,3}}(?:及其?|和|、|与|/) {{0,3}}(?:{_TAIL}))? {{0,4}}(?P<colon>：{{1,2}}|(?=[0-9（]{{3,5}}[-0-9]))"
)
_CUT_LABEL = compile_pattern(r"^[（ ]{0,3}(?P<label>人|话|编) {0,3}：")
_BARE = compile_pattern(rf"^[（ ]{{0,3}}(?P<label>{_ALL}) {{0,3}}$")
_NAME_TOKEN = compile_pattern(r"[\p{Han}·•]{1,14}")
_UNIT_TOKEN = compile_pattern(
    r".{1,}(?:科|处|室|股|局|站|中心|委员会|支队|大队|办公室|委|部门|科室|单位)$|^(?:副?局长|副?主任|副?科长|副?处长|副?县长|副?市长|同志|手机|电话|转|或|座机|办公|传真|无)$"
)
_TITLE_SUFFIX = compile_pattern(r"(?:副?局长|副?主任|副?科长|副?处长|副?县长|副?市长|同志|先生|女士)$")


@frozen
class _Labelled:
    """One label and the stretch of the row that belongs to it."""

    label: Text
    kind: str
    combined: bool
    value: MappedText
    row: int


@mutable
class _Found:
    """What the rows yield before phones are given to names."""

    people: list[tuple[_Labelled, MappedText, list[Phone]]] = field(factory=list)
    loose: list[tuple[Text | None, Phone, int]] = field(factory=list)
    postcodes: list[tuple[Text, Text]] = field(factory=list)
    addresses: list[tuple[Text, Text]] = field(factory=list)


def is_contact_row(row: Row) -> bool:
    """Whether a row is made of contact labels, not a sentence that happens to hold one."""
    folded = row.raw_folded.strip(" （")
    match = _LABEL.search(row.raw_folded)
    if match is None:
        return bool(_CUT_LABEL.match(row.raw_folded) and len(row.text) <= 20)
    lead = row.raw_folded[: match.start()].strip(" （，。、")
    return len(lead) <= 12 and "。" not in folded.rstrip("。）)") and (not lead or len(row.text) <= 60)


def read_contacts(draft: Draft, rows: list[Row]) -> None:
    """Read all contact rows of the letter together: which name a phone belongs to depends on all of them."""
    found = _Found()
    for index, row in enumerate(rows):
        for labelled in _labelled(draft, row, index):
            _read_one(found, labelled)
    draft.contacts.extend(_bind(found))
    for contact in draft.contacts:
        shown = contact.name.text if contact.name else " ".join(p.text for p in contact.phones) or "-"
        draft.why.accept(
            "contacts", shown, contact.span, f"behind the label {contact.role.text if contact.role else '-'}"
        )


def _labelled(draft: Draft, row: Row, index: int) -> list[_Labelled]:
    folded = row.raw_folded
    matches = list(_LABEL.finditer(folded)) or [m for m in (_CUT_LABEL.match(folded),) if m]
    result = []
    for at, match in enumerate(matches):
        stop = matches[at + 1].start() if at + 1 < len(matches) else len(folded)
        label = tidy(row.raw.cut(match.start("label"), match.end("label")))
        name = fold(label.text)
        combined = match.end() - match.start() > len(match["label"]) + 3
        value = row.raw.cut(match.end(), stop)
        kind = _KIND.get(name, {"人": "person", "话": "phone", "编": "postcode"}.get(name, "other"))
        shown = as_text(label)
        draft.contact_labels.append(
            ContactLabel(
                text=shown.text,
                span=shown.span,
                pieces=shown.pieces,
                name=name,
                empty=not value.text.strip(" 　，、）)。;；"),
            )
        )
        result.append(_Labelled(shown, kind, combined, value, index))
    return result


def _read_one(found: _Found, labelled: _Labelled) -> None:
    folded = fold(labelled.value.text)
    if labelled.kind == "postcode":
        place = find_postcode(folded)
        value = labelled.value.cut(*place) if place else tidy(labelled.value).strip("，。、；）)")
        if value.text:
            found.postcodes.append((labelled.label, as_text(value)))
        return
    if labelled.kind == "address":
        value = labelled.value.strip(" 　，。、；）)")
        if value.text:
            found.addresses.append((labelled.label, as_text(tidy(value))))
        return
    if labelled.kind == "other":
        return
    phones = [
        (m.start, m.end, _phone(labelled.value, m.start, m.end, m.number, m.extension))
        for m in find_phones(folded, labelled=True)
    ]
    names = (
        _names(labelled.value, folded, [(a, b) for a, b, _ in phones]) if labelled.kind in ("person", "phone") else []
    )
    if labelled.kind == "phone":
        names = []
    if names:
        for at, name in enumerate(names):
            own = [p for _, _, p in phones] if at == len(names) - 1 else []
            found.people.append((labelled, name, own))
    else:
        found.loose.extend((labelled.label, p, labelled.row) for _, _, p in phones)


def _phone(value: MappedText, start: int, end: int, number: str, extension: str | None) -> Phone:
    base = as_text(value, start, end)
    return Phone(text=number, span=base.span, pieces=base.pieces, extension=extension)


def _names(value: MappedText, folded: str, phones: list[tuple[int, int]]) -> list[MappedText]:
    """Names in a value: parted by 、 or spaces; single characters set apart are one name (白 帆)."""
    result: list[MappedText] = []
    pending: tuple[int, int] | None = None
    depth_end = -1
    for match in _NAME_TOKEN.finditer(folded):
        if any(a < match.end() and match.start() < b for a, b in phones) or match.start() < depth_end:
            continue
        if match.start() and folded[match.start() - 1] == "（":
            depth_end = folded.find("）", match.end())
            continue
        token = match.group()
        if len(token) == 1:
            if pending is not None and not folded[pending[1] : match.start()].strip():
                result.append(tidy(value.cut(pending[0], match.end())))
                pending = None
            else:
                pending = match.span()
            continue
        pending = None
        if _UNIT_TOKEN.search(token):
            continue
        suffix = _TITLE_SUFFIX.search(token)
        end = match.start() + suffix.start() if suffix and suffix.start() >= 2 else match.end()
        result.append(value.cut(match.start(), end))
    return result


def _bind(found: _Found) -> list[Contact]:
    """Give loose phones to the only name on their row, else to the only name there is, else to nobody."""
    phones: list[list[Phone]] = [list(own) for _, _, own in found.people]
    nameless: list[tuple[Text | None, list[Phone]]] = []
    for label, phone, row in found.loose:
        on_row = [i for i, (labelled, _, _) in enumerate(found.people) if labelled.row == row]
        if len(on_row) == 1:
            phones[on_row[0]].append(phone)
        elif not on_row and len(found.people) == 1:
            phones[0].append(phone)
        else:
            nameless.append((label, [phone]))
    only = len(found.people) == 1
    postcode = found.postcodes[0][1] if only and len(found.postcodes) == 1 else None
    address = found.addresses[0][1] if only and len(found.addresses) == 1 else None
    contacts = [
        _contact(labelled.label, as_text(name), phones[i], postcode, address)
        for i, (labelled, name, _) in enumerate(found.people)
    ]
    contacts += [_contact(label, None, own, None, None) for label, own in nameless]
    if postcode is None:
        contacts += [_contact(label, None, [], value, None) for label, value in found.postcodes]
    if address is None:
        contacts += [_contact(label, None, [], None, value) for label, value in found.addresses]
    return sorted(contacts, key=lambda c: c.span.start)


def _contact(
    role: Text | None, name: Text | None, phones: list[Phone], postcode: Text | None, address: Text | None
) -> Contact:
    spans: list[Span] = [v.span for v in (role, name, postcode, address, *phones) if v is not None]
    return Contact(span=hull(spans), role=role, name=name, phones=tuple(phones), postcode=postcode, address=address)
