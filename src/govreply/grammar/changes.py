"""Changes: 由80家增至100家，增长25%; 2021年…8亿元，2022年…10亿元，同比增长25%; 由70%升至75%; 2万增至6万，增长2倍."""

from __future__ import annotations

from collections.abc import Sequence

from govreply.grammar.figures import FigureAt
from govreply.grammar.paragraphs import Paragraph
from govreply.lexicon.measures import read_unit
from govreply.model import Change, ChangeKind, Figure
from govreply.patterns import compile_pattern

_RISE = "增长|增加|提高|提升|上升|上涨|扩大|增|升|涨"
_FALL = "下降|降低|减少|缩短|缩减|压缩|压减|回落|下调|降|减|跌"
_NOW = compile_pattern(
    rf"[\p{{Han}}]{{0,4}}?(?:逐[步年]|快速|大幅|进一步)?(?:{_RISE}|{_FALL}|发展)?(?:至|到|为)[\p{{Han}}0-9]{{0,8}}"
)
_MOVE = compile_pattern(rf"(?:{_RISE}|{_FALL}|发展|扩)(?:至|到|为)")
_FROM = compile_pattern(r"[由从][^，。；、]{0,16}$")
# between the later value and what is said of the difference: nothing that could name another thing
_STATED = compile_pattern(
    r"[，、；（]?(?:(?:同比|比上年|较上年|比去年|较去年|比上年同期|较上年同期|比同期|年均|平均|累计|环比|实际|总体|共|分别|比[\p{Han}0-9]{0,6}|较[\p{Han}0-9]{0,6}))?(?:实际)?"
    rf"(?:(?P<rise>{_RISE}|[增涨]幅)|(?P<fall>{_FALL}|降幅))(?:了|达到?|为|约)?"
)
_TIMES = compile_pattern(r"[，、（]?(?:是|为|相当于|达到?)[\p{Han}0-9]{0,10}的?")
_DOUBLED = compile_pattern(r"[，、（]?(?:实现)?(?P<said>翻(?:了)?(?P<count>[一两二三1-3])番)")
_OTHER_BASIS = compile_pattern(r"可比|不变价|口径|剔除|扣除|年均|平均|累计|环比|实际|名义|调整")
_COMPARED = compile_pattern(r"同比|比上年|较上年|比去年|较去年")
_ROUNDED = compile_pattern("[多余]|左右|以上")
_YEAR = compile_pattern(r"(?P<year>(?:19|20)[0-9]{2})年")
_PART_OF_YEAR = compile_pattern(r"[0-9]{1,2}月|季度|半年|截至")
_SENTENCE_SIGNS = "。；！？"
_SENTENCE_END = compile_pattern(f"[{_SENTENCE_SIGNS}]")
_REACH = 60
_COUNTS = {"一": 1, "两": 2, "二": 2, "三": 3, "1": 1, "2": 2, "3": 3}


def read_changes(paragraph: Paragraph, figures: Sequence[FigureAt]) -> list[Change]:
    """The changes told in `paragraph`, whose figures are `figures`; quoted figures take no part."""
    figures = [f for f in figures if not f.figure.quoted]
    found: list[Change] = []
    for at in range(len(figures) - 1):
        base, now = figures[at], figures[at + 1]
        if not (_moves(paragraph.folded, base, now) or _follows_by_a_year(paragraph.folded, base, now)):
            continue
        stated = figures[at + 2] if at + 2 < len(figures) else None
        change = _change(paragraph, base, now, stated) or _doubled(paragraph, base, now)
        if change is not None:
            found.append(change)
    return found


def _moves(folded: str, base: FigureAt, now: FigureAt) -> bool:
    """Whether the text leads from one figure to the other (由…至…, 增至)."""
    if not _comparable(base, now) or now.start - base.end > _REACH:
        return False
    if _NOW.fullmatch(folded, base.end, now.start) is None:
        return False
    started = _FROM.search(folded[max(0, base.start - _REACH) : base.start]) is not None
    return started or _MOVE.match(folded, base.end) is not None


def _follows_by_a_year(folded: str, base: FigureAt, now: FigureAt) -> bool:
    """One thing in one year and in the next (2021年完成投资8亿元，2022年完成投资10亿元，同比…)."""
    if not _comparable(base, now) or now.start - base.end > _REACH:
        return False
    before, between = folded[max(0, base.start - _REACH) : base.start], folded[base.end : now.start]
    before = before[max(before.rfind(sign) for sign in _SENTENCE_SIGNS) + 1 :]
    if _SENTENCE_END.search(between) or _PART_OF_YEAR.search(before + between):
        return False
    earlier, later = list(_YEAR.finditer(before)), list(_YEAR.finditer(between))
    if len(later) != 1 or not earlier or int(later[0]["year"]) != int(earlier[-1]["year"]) + 1:
        return False
    behind = folded[now.end : now.end + _REACH]
    stated = _STATED.match(behind)
    if stated is None or not _COMPARED.search(stated.group()):
        return False
    thing = between[later[0].end() :]
    return not thing.strip("达到为是共") or before[-2:] == between[-2:]


def _comparable(base: FigureAt, now: FigureAt) -> bool:
    return read_unit(base.unit).dimension == read_unit(now.unit).dimension


def _change(paragraph: Paragraph, base: FigureAt, now: FigureAt, stated: FigureAt | None) -> Change | None:
    folded = paragraph.folded
    if stated is None or stated.start - now.end > _REACH:
        return None
    if _ROUNDED.match(folded, stated.end):
        return None
    said = _STATED.fullmatch(folded, now.end, stated.start)
    unit = stated.unit
    if said is not None and unit in ("%", "个百分点", "百分点", "倍"):
        kind = {"%": ChangeKind.GROWTH, "倍": ChangeKind.GROWN_BY}.get(unit, ChangeKind.POINTS)
        falling = said["fall"] is not None
    elif unit == "倍" and _TIMES.fullmatch(folded, now.end, stated.start):
        kind, falling = ChangeKind.TIMES, False
    else:
        return None
    return _built(paragraph, base, now, stated.figure, stated.end, kind, falling=falling)


def _doubled(paragraph: Paragraph, base: FigureAt, now: FigureAt) -> Change | None:
    """翻一番 is twice, 翻两番 four times as much."""
    said = _DOUBLED.match(paragraph.folded, now.end)
    if said is None:
        return None
    text = paragraph.cut(said.start("said"), said.end())
    stated = Figure(text=text.text, span=text.span, pieces=text.pieces, value=2.0 ** _COUNTS[said["count"]], unit="倍")
    return _built(paragraph, base, now, stated, said.end(), ChangeKind.TIMES, falling=False)


def _built(
    paragraph: Paragraph, base: FigureAt, now: FigureAt, stated: Figure, end: int, kind: ChangeKind, *, falling: bool
) -> Change:
    text = paragraph.cut(base.start, end)
    ahead = paragraph.folded[max(0, base.start - _REACH) : base.start]
    ahead = ahead[
        max(ahead.rfind(sign) for sign in _SENTENCE_SIGNS) + 1 :
    ]  # 累计 of another sentence is no basis of this one
    around = ahead + paragraph.folded[base.start : end + 12]
    return Change(
        text=text.text,
        span=text.span,
        pieces=text.pieces,
        kind=kind,
        base=base.figure,
        now=now.figure,
        stated=stated,
        falling=falling,
        adjusted=_OTHER_BASIS.search(around) is not None,
    )
