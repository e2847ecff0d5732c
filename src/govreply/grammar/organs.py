"""Rows and stretches that are nothing but organs' names, by their shape: letterheads, signatures, the front of a title."""

from __future__ import annotations

from govreply.grammar.draft import Draft
from govreply.grammar.rows import as_text, tidy
from govreply.lexicon.agencies import canonical
from govreply.lexicon.fold import fold
from govreply.lexicon.places import find_place
from govreply.model import AgencyMention
from govreply.patterns import compile_pattern
from govreply.span import MappedText

_SUFFIX = (
    r"(?:人民政府|管理委员会|委员会|人民法院|检察院|办公厅|办公室|管委会|党组|党委|纪委|政府|行政公署|公署"
    # parts of organs, troops, mass organisations
    r"|总局|分局|支局|大队|支队|总队|中队|分队|联合会|总工会|工商联|妇联|残联|侨联|台联|文联|科协|作协|记协|社科联|联社"
    r"|军分区|警备区|街道办事处|办事处|人大|政协|主席团|(?:共青团|团)(?:中央|[省市州盟县区旗]委)"
    # institutions and companies
    r"|管理处|管理所|管理段|服务中心|中心|海关|公司|集团|银行|大学|党校|学校|学院|医院|电视台|气象台"
    r"|局|厅|委|办|部|署|院|司|所|站|处|队|社|会|行|馆|团)"
)
# 某某开发区（某区）管理委员会 has its second name inside
_NAME = (
    rf"[\p{{Han}}·]{{2,38}}{_SUFFIX}(?:（[\p{{Han}}、]{{2,30}}）)?|共青团中央"
    rf"|[\p{{Han}}]{{2,24}}（[\p{{Han}}]{{2,12}}）[\p{{Han}}]{{0,12}}{_SUFFIX}"
)
_ORGAN_LINE = compile_pattern(_NAME)
# organs of a national system name it before their place
_SYSTEM = compile_pattern(
    r"(?:国家税务总局|国家统计局|国家金融监督管理总局|中国人民银行|中国证券监督管理委员会|中国证监会|中国民用航空|国家外汇管理局"
    r"|国网|国家电网|中国共产党|中共|中国共产主义青年团|共青团|中华人民共和国)"
)
_SEAL = compile_pattern(r"（(?:盖章|公章|印章|代章|签章|章|印|代)）$")
# 三亚市 and 对外 begin names; 一、 and 对您 do not
_SENTENCE = compile_pattern(
    r"[，。；：！？《“]|^(?:感谢|关于|对(?![外口])|按照|根据|抄送|附件|以上|此复|[一二三四五六七八九十]{1,3}(?:、|是)|第[一二三四五六七八九十]{1,2}[，条])"
)
_SHORTEST_PLACE = 3  # with its level word: 丰溪县
_SPLIT = compile_pattern(r" {2,}+|[、 ]")


def is_organ(folded: str) -> bool:
    """Whether a tidied line is the name of one organ and nothing else."""
    return 3 <= len(folded) <= 50 and _SENTENCE.search(folded) is None and _ORGAN_LINE.fullmatch(folded) is not None


def split_organs(raw: MappedText) -> list[MappedText] | None:
    """The organs of a line that holds organs only, parted by wide spaces or 、; ``None`` if anything else stands in it."""
    folded = fold(raw.text)
    seal = _SEAL.search(folded.rstrip())
    end = seal.start() if seal else len(folded)
    whole = tidy(raw.cut(0, end))
    parts: list[MappedText] = []
    at = 0
    for match in [*_SPLIT.finditer(folded, 0, end), None]:
        stop = match.start() if match else end
        piece = tidy(raw.cut(at, stop))
        inner = _SEAL.search(fold(piece.text))
        piece = piece.cut(0, inner.start()) if inner else piece
        if piece.text:
            parts.append(piece)
        at = match.end() if match else end
    if len(parts) > 1 and all(is_organ(fold(p.text)) for p in parts):
        return parts
    return [whole] if is_organ(fold(whole.text)) else None


def first_of(name: MappedText) -> MappedText:
    """The first of two organs of one place that stand in a row with a blank or nothing between; else `name` as it is."""
    folded = fold(name.text)
    front = _SYSTEM.match(folded)
    place = find_place(folded, front.end() if front is not None else 0)
    if place is None or len(place.name) < _SHORTEST_PLACE:
        return name
    again = folded.find(place.name, place.end)
    above = folded[: place.end - len(place.name)]  # the city that a district is written under
    if again > 0 and above and folded[:again].endswith(above):
        again -= len(above)
    if again < 0 or not is_organ(folded[:again].rstrip()) or not is_organ(folded[again:]):
        return name
    return name.cut(0, again).strip()


def as_mention(draft: Draft, name: MappedText) -> AgencyMention:
    """An organ's name as a value, with its full name where place and table tell it."""
    base = as_text(name)
    return AgencyMention(
        text=base.text,
        span=base.span,
        pieces=base.pieces,
        canonical=canonical(fold(base.text), draft.place, _year(draft)),
    )


def note_place(draft: Draft, name: MappedText) -> None:
    """Remember the place that an organ's name begins with; the first one counts."""
    if draft.place is None:
        folded = fold(name.text)
        front = _SYSTEM.match(folded)
        draft.place = find_place(folded, front.end() if front is not None else 0)


def _year(draft: Draft) -> str | None:
    if draft.signature is not None and draft.signature.date:
        return draft.signature.date
    if draft.document_number is not None and draft.document_number.year:
        return str(draft.document_number.year)
    return None
