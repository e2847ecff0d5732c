"""联系方式: names, phones and postcodes with their labels, in every layout: lines, one line, brackets, labels set wide or cut."""

from __future__ import annotations

from collections.abc import Iterator

import regex
from attrs import field, frozen, mutable

from govreply.grammar.draft import Draft
from govreply.grammar.names import find_names
from govreply.grammar.rows import Row, as_text, closed, tidy
from govreply.lexicon.fold import fold
from govreply.lexicon.labels import alternatives, labels
from govreply.lexicon.phones import digits_for_letters, find_phones, find_postcode
from govreply.model import Contact, ContactLabel, Phone, Text
from govreply.patterns import compile_pattern
from govreply.span import MappedText, Span, hull

_KIND = labels("contact")
_ALL = alternatives(list(_KIND))
_TAIL = alternatives([label for label, kind in _KIND.items() if kind == "phone"] + ["联系方法"])
_PERSON_ENDS = "联系人|承办人|经办人|联络员|联络人"
_AND_PHONE = rf"(?: {{0,3}}(?:及其?|和|与|、|/|（) {{0,3}}(?:{_TAIL})）?)?"
# 法制科科长：范某  2296031: a post is a label where a name and a number stand behind it
_POST = (
    r"(?:[\p{Han}]{1,8}(?:科|处|室|股|局|厅|委|办|站|所|队|庭|中心|院|镇|乡))?"
    r"(?:副?(?:局长|主任|科长|处长|股长|所长|站长|队长|庭长|院长|镇长|乡长|校长|总工程师)|(?:检察官|法官)助理|书记员)"
    r"(?= {0,4}： {0,4}[\p{Han}·](?: {0,4}[\p{Han}·]){1,3}(?:，| )[^。]{0,20}[0-9]{5})"
)
_COLON = r" {0,4}(?P<colon>：{1,2}|(?=[0-9（]{3,5}[-0-9]))"
# a label at a boundary; 建设科联系人 and the like are labels by their end
_LABEL = compile_pattern(
    rf"(?<![\p{{Han}}])(?P<label>{_ALL}|(?<!：)[\p{{Han}}]{{1,8}}?(?:{_PERSON_ENDS})|{_POST}){_AND_PHONE}{_COLON}"
)
# without one of these no label ends, and most rows have none: looking for the labels takes much longer
_END_OF_LABEL = compile_pattern(r"：|[0-9（]{3}[-0-9]")
# behind another label's value no boundary is needed: 联系人：王某联系电话：
_NEXT_LABEL = compile_pattern(rf"(?P<label>{_ALL}){_AND_PHONE} {{0,4}}(?P<colon>：{{1,2}})")
_CUT_LABEL = compile_pattern(r"^[（ ]{0,3}(?P<label>人|话|编) {0,3}(?P<colon>：)")
_NO_COLON = compile_pattern(
    rf"^[（ ]{{0,3}}(?P<label>{_ALL})(?P<colon> {{1,8}})(?=(?:[\p{{Han}}·]{{2,6}}|[\p{{Han}}] {{1,3}}[\p{{Han}}])(?: |$)|[0-9（])"
)
# 联系人沈云 电话 8221234: colons lost
_GLUED_NAME = compile_pattern(
    rf"[（ ]{{0,3}}(?P<label>{_PERSON_ENDS})(?P<colon>)(?=[\p{{Han}}]{{2,4}} {{1,8}}(?:{_TAIL}) {{0,4}}：? {{0,4}}[0-9])"
)
BARE_LABEL = compile_pattern(rf"[（ ]{{0,3}}(?P<label>{_ALL}){_AND_PHONE} {{0,4}}：{{0,2}} {{0,4}}")
_SEMICOLON = compile_pattern("；")
_LONGEST_LEAD = 12
_LONGEST_ROW = 40


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
    folded = row.raw_folded
    matches = _label_matches(folded)
    if not matches:
        return bool(BARE_LABEL.fullmatch(folded))
    lead = folded[: matches[0].start()].strip(" （，。、")
    values = [folded[m.end() : n.start() if n else None] for m, n in zip(matches, [*matches[1:], None], strict=True)]
    if any("。" in value.rstrip("。）) ") for value in values):
        return False
    return len(lead) <= _LONGEST_LEAD and (not lead or len(row.text) <= 60)


def has_label(row: Row) -> bool:
    """Whether a label of contacts with its colon stands anywhere in a row."""
    return any(_kind(match) != "organ" for match in _label_matches(row.raw_folded))


def _label_matches(folded: str) -> list[regex.Match[str]]:
    """The labels of a row in order."""
    first = _LABEL.search(folded) if _END_OF_LABEL.search(folded) is not None else None
    bare = (_GLUED_NAME.match(folded) or _NO_COLON.match(folded)) if len(folded) <= _LONGEST_ROW else None
    if bare is not None and first is not None and bare.end() <= first.start():
        first = bare
    if first is None:
        odd = _CUT_LABEL.match(folded) if len(folded) <= 20 else None
        odd = odd or (_NO_COLON.match(folded) if len(folded) <= _LONGEST_ROW else None)
        return [odd] if odd else []
    found = [first]
    glued = True
    while True:
        at = found[-1].end()
        following = _NEXT_LABEL.search(folded, at) if glued else None
        glued = following is not None
        # a label at a boundary counts where it comes first; looking no further keeps long rows linear
        at_boundary = _LABEL.search(folded, at, following.end() if following is not None else len(folded))
        nearest = [m for m in (following, at_boundary) if m is not None]
        if not nearest:
            return found
        found.append(min(nearest, key=lambda m: m.start()))


def read_contacts(draft: Draft, rows: list[Row]) -> None:
    """Read all contact rows of the letter together: which name a phone belongs to depends on all of them."""
    found = _Found()
    parts = [part for row in rows for part in _one_person_each(row)]
    for index, (part, heir_of) in enumerate(parts):
        if heir_of is not None:
            _read_one(draft, found, _inherited(part, heir_of, index))
        for labelled in _labelled(draft, part, index):
            _read_one(draft, found, labelled)
    draft.contacts.extend(_bind(found))
    for contact in draft.contacts:
        shown = contact.name.text if contact.name else " ".join(p.text for p in contact.phones) or "-"
        draft.why.accept(
            "contacts", shown, contact.span, f"behind the label {contact.role.text if contact.role else '-'}"
        )


def _one_person_each(row: Row) -> list[tuple[Row, Text | None]]:
    """A row cut at ； where every part has a person and a labelled phone of its own.

    联系人：规划科 沈云，电话：…；养护科 木春荣，电话：…: the second part has the first one's label, given with it.
    """
    folded = row.raw_folded
    edges = [m.start() for m in _SEMICOLON.finditer(folded)]
    parts = [row.part(a, b) for a, b in zip([0, *(e + 1 for e in edges)], [*edges, len(folded)], strict=True)]
    matches = [_label_matches(part.raw_folded) for part in parts]
    if len(parts) < 2 or not matches[0]:
        return [(row, None)]
    kinds = [[_kind(match) for match in of_part] for of_part in matches]
    if kinds[0][0] != "person" or not all("phone" in of_part for of_part in kinds):
        return [(row, None)]
    first = as_text(tidy(parts[0].raw.cut(*matches[0][0].span("label"))))
    heirs = [first if "person" not in of_part else None for of_part in kinds]
    unnamed = [
        part
        for part, of_part, heir in zip(parts, matches, heirs, strict=True)
        if heir is not None and len(find_names(part.raw_folded[: of_part[0].start()], [])) != 1
    ]
    return [(row, None)] if unnamed else list(zip(parts, heirs, strict=True))


def _inherited(row: Row, label: Text, index: int) -> _Labelled:
    """What stands in front of the first label of a part that has no label for its person."""
    return _Labelled(label, "person", False, row.raw.cut(0, _label_matches(row.raw_folded)[0].start()), index)


def _labelled(draft: Draft, row: Row, index: int) -> Iterator[_Labelled]:
    folded = row.raw_folded
    matches = _label_matches(folded) or [m for m in (BARE_LABEL.fullmatch(folded),) if m]
    for at, match in enumerate(matches):
        stop = matches[at + 1].start() if at + 1 < len(matches) else len(folded)
        label = tidy(row.raw.cut(match.start("label"), match.end("label")))
        name = fold(label.text)
        combined = match.end() - match.start() > len(match["label"]) + 3
        value = closed(row.raw.cut(match.end(), stop))
        kind = _kind(match)
        shown = as_text(label)
        empty = not value.text.strip(" 　，、）)。;；")
        draft.contact_labels.append(
            ContactLabel(text=shown.text, span=shown.span, pieces=shown.pieces, name=name, empty=empty)
        )
        yield _Labelled(shown, kind, combined, value, index)


def _kind(match: regex.Match[str]) -> str:
    name = match["label"].replace(" ", "")
    return _KIND.get(name) or {"人": "person", "话": "phone", "编": "postcode"}.get(name, "person")


def _read_one(draft: Draft, found: _Found, labelled: _Labelled) -> None:
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
    mended = digits_for_letters(folded)
    phones = [
        (m.start, _phone(labelled.value, m.start, m.end, m.number, m.extension), m.end)
        for m in find_phones(mended, labelled=True)
    ]
    for start, phone, end in phones:
        if folded[start:end] != mended[start:end]:
            draft.diagnose("phone-letter-for-digit", phone.span, "contacts", folded[start:end])
    names = find_names(folded, [(a, b) for a, _, b in phones]) if labelled.kind == "person" else []
    own: list[list[Phone]] = [[] for _ in names]
    for start, phone, _ in phones:
        giver = _name_of_phone(start, names, phones)
        if giver is None:
            found.loose.append((labelled.label, phone, labelled.row))
        else:
            own[giver].append(phone)
    for (start, end), numbers in zip(names, own, strict=True):
        found.people.append((labelled, tidy(labelled.value.cut(start, end)), numbers))


def _name_of_phone(start: int, names: list[tuple[int, int]], phones: list[tuple[int, Phone, int]]) -> int | None:
    """The only name between the phone before and this one, the last giver's for a second phone; ``None`` if in doubt."""
    ahead = [n for n, (a, _) in enumerate(names) if a < start]
    if len(names) == 1:
        return 0
    if not ahead:
        return None
    before = max((end for a, _, end in phones if a < start), default=0)
    between = [n for n in ahead if names[n][0] >= before]
    if len(between) == 1:
        return between[0]
    return _name_of_phone(max(a for a, _, _ in phones if a < start), names, phones) if not between else None


def _phone(value: MappedText, start: int, end: int, number: str, extension: str | None) -> Phone:
    base = as_text(value, start, end)
    return Phone(text=number, span=base.span, pieces=base.pieces, extension=extension)


def _bind(found: _Found) -> list[Contact]:
    """Give loose phones to the only name on their row, else to the only name there is, else to nobody."""
    phones: list[list[Phone]] = [list(own) for _, _, own in found.people]
    nameless: list[tuple[Text | None, list[Phone]]] = []
    people_of: dict[int, list[int]] = {}
    for index, (labelled, _, _) in enumerate(found.people):
        people_of.setdefault(labelled.row, []).append(index)
    for label, phone, row in found.loose:
        on_row = people_of.get(row, [])
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
