"""The organs of the document: who issues it, and all that it names, with their roles."""

from __future__ import annotations

from govreply.blocks import LineKind
from govreply.grammar import metadata
from govreply.grammar.draft import Draft
from govreply.grammar.organs import as_mention, first_of, is_organ, note_place
from govreply.grammar.rows import Row
from govreply.lexicon.agencies import canonical, find_agencies
from govreply.lexicon.fold import fold
from govreply.lexicon.parties import find_party
from govreply.lexicon.places import Place, find_place
from govreply.model import Agency, AgencyMention, AgencyRole, Level, Text
from govreply.patterns import compile_pattern
from govreply.span import MappedText, Span

_LONGEST_PLACE = 14  # in front of an organ's name: 内蒙古自治区呼和浩特市
_SITE = compile_pattern(r"(?:网站|门户网?|信息网|政务网)$")
_FILE = compile_pattern(r"(?:文件|函|（函）|公函|便函|签发稿)$")


def read_letterhead(draft: Draft, rows: list[Row]) -> None:
    """发文机关标志: an organ alone on a row of the head, 文件 behind it left out."""
    for row in rows:
        folded = row.folded
        mark = _FILE.search(folded)
        if mark is not None and mark.start() == 0 and draft.letterhead is not None:
            draft.claim(row, "letterhead")
            continue
        name = row.tidy.cut(0, mark.start() if mark else len(folded))
        party = find_party(fold(name.text))
        if is_organ(fold(name.text)) and (party is None or party.kind != "party"):
            if _SITE.search(folded) or _is_banner(draft, row, name):
                draft.why.reject("issuer", name.text, name.whole, "the banner of a site whose page names another organ")
                draft.claim(row, "furniture")
                continue
            name = first_of(name)
            if _is_short_in_cell(draft, row, name):
                draft.why.reject(
                    "issuer", name.text, name.whole, "a table's cell, and the title names the organ in full"
                )
                draft.claim(row, "metadata")
                continue
            if draft.letterhead is None:
                note_place(draft, name)
                draft.letterhead = as_mention(draft, name)
                draft.issuer = draft.letterhead
                draft.why.accept("issuer", name.text, name.whole, "letterhead: an organ alone on a row of the head")
            else:
                draft.why.reject("issuer", name.text, name.whole, "a letterhead stands before it")
            draft.claim(row, "letterhead")


def _is_short_in_cell(draft: Draft, row: Row, name: MappedText) -> bool:
    """Whether the cell of a table around the letter shortens the name that the title begins with: 区农业农村局."""
    if row.line.kind is not LineKind.CELL or draft.title_text is None:
        return False
    at = fold(draft.title_text.text).find(f"{fold(name.text)}关于")
    return 0 < at <= _LONGEST_PLACE


def _is_banner(draft: Draft, row: Row, name: MappedText) -> bool:
    """Whether an organ above the metadata of the page runs the site: metadata and title or signature agree on another."""
    named = metadata.value(draft, "issuer")
    first = min((piece.span.start for piece, what in draft.claimed if what == "metadata"), default=0)
    if named is None or row.span.end > first:
        return False
    banner, other = fold(name.text), fold(named.text)
    place = find_place(banner)
    if banner == other or _same(banner, other, place):
        return False
    in_title = draft.title_text is not None and fold(draft.title_text.text).startswith(other)
    signed = [fold(a.text) for a in (draft.signature.agencies if draft.signature else ())]
    # 市教育局 in the metadata is the 海宁市教育局 that signs
    return in_title or any(organ.endswith(other) or other.endswith(organ) for organ in signed)


def _same(name: str, other: str, place: Place | None) -> bool:
    full = canonical(name, place, None)
    return full is not None and full == canonical(other, place, None)


def settle_issuer(draft: Draft) -> None:
    """Letterhead, else title, else signature, else metadata."""
    signature = draft.signature
    if signature is not None and signature.agencies:
        first = signature.agencies[0]
        if draft.issuer is None:
            draft.issuer = first
            draft.why.accept("issuer", first.text, first.span, "signature")
        if draft.place is None:
            draft.place = find_place(fold(first.text))
    named = metadata.value(draft, "issuer")
    if named is not None:
        if draft.issuer is None and is_organ(fold(named.text)):
            draft.issuer = as_mention(draft, named)
            draft.why.accept("issuer", named.text, named.whole, "metadata of the page")
        if draft.place is None:
            draft.place = find_place(fold(named.text))


def collect_agencies(draft: Draft, named: list[AgencyMention]) -> None:
    """All organs, one entry a name, with every place and role."""
    found: dict[str, tuple[AgencyMention, dict[AgencyRole, None], dict[Span, None]]] = {}

    def add(mention: AgencyMention | Text, role: AgencyRole) -> None:
        if not isinstance(mention, AgencyMention):
            mention = _mention(draft, mention)
        key = mention.canonical or fold(mention.text)
        _, roles, spans = found.setdefault(key, (mention, {}, {}))
        roles.setdefault(role)
        spans.setdefault(mention.span)

    if draft.issuer is not None:
        add(draft.issuer, AgencyRole.ISSUER)
        if draft.joint_agencies:
            add(draft.issuer, AgencyRole.LEAD)
    for joint in draft.joint_agencies:
        add(joint, AgencyRole.JOINT)
    for mention in named:
        add(mention, AgencyRole.MENTIONED)
    for signatory in draft.signature.agencies if draft.signature is not None else ():
        add(signatory, AgencyRole.SIGNATORY)
    for recipient in draft.addressees:
        if recipient.kind == "organisation" and find_agencies(fold(recipient.text), place=draft.place):
            add(Text(text=recipient.text, span=recipient.span), AgencyRole.ADDRESSEE)
    for copy in draft.copies:
        add(copy, AgencyRole.COPIED)
    draft.agencies = [
        Agency(text=m.text, canonical=m.canonical, level=_level(m), roles=tuple(roles), spans=tuple(sorted(spans)))
        for m, roles, spans in found.values()
    ]


def _mention(draft: Draft, text: Text) -> AgencyMention:
    return AgencyMention(
        text=text.text, span=text.span, pieces=text.pieces, canonical=canonical(fold(text.text), draft.place, None)
    )


def _level(mention: AgencyMention) -> Level | None:
    place = find_place(fold(mention.canonical or mention.text))
    if place is not None:
        return place.level
    matches = find_agencies(fold(mention.text))
    return matches[0].level if matches else None
