"""Figures of running text with what their sentence says of them: subject, time, area, and whether they tell a state."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from attrs import frozen

from govreply.grammar.paragraphs import Paragraph
from govreply.grammar.rows import as_text
from govreply.grammar.subjects import subject_of
from govreply.lexicon.units import FigureMatch, find_figures
from govreply.model import Figure, Standing
from govreply.patterns import compile_pattern

_SENTENCE_END = compile_pattern("[。；！？]")
_CLAUSE_END = compile_pattern("[，：、（）]")
_QUOTE = compile_pattern("[“”《》]")
_DECIMALS = compile_pattern(r"[0-9]\.(?P<digits>[0-9]{1,6})")
_PERIOD = compile_pattern(
    r"(?:19|20)[0-9]{2}年(?:[0-9]{1,2}月)?|[今去明前上本]年|[上下]半年|[0-9]{1,2}月[底末份]?|[一二三四]季度|“?十[二三四五]五”?"
    r"|[第首][一二三四五六七八九十0-9]{0,3}[批期轮阶次]|[近过][两三五0-9]{1,2}年|上轮|本轮"
)
_SCOPE = compile_pattern(
    r"全[国省市区县旗州镇]|[我本][国省市区县旗州镇]"
    r"|(?![的该各等个])[\p{Han}]{1,2}(?:(?<![片小城校园厂景社地该各郊范辖山库林老新])区|县|镇|乡|街道|旗|新城|高新区|开发区)"
    r"(?![\p{Han}]{0,2}(?:级|域))"
)
# who did what the figure counts: 东湖公园建成示范设施16座
_OWNER = compile_pattern(
    r"^(?P<owner>[\p{Han}]{2,12}?)(?:已|共|新)?(?:建成|新建|完成|拥有|现有|开展|举办|配备|安排|投入|设立|建立|改造|开通|引进|培训)"
)
_NO_OWNER = compile_pattern(
    r"年|月|目前|我|全|已|累计|共|以来|期间|同时|并|先后|其中|下一步|[局委厅办处科]$|联合|会同|通过|力|一是|[二三四五六七八]是"
)
_EACH = compile_pattern(
    r"每|[人户年月日]均|平均|单[个项台笔]|最[高低]|不[超低少高]|上限|下限|分别|各|同比|环比|增长|下降|提高|降低|减少|压缩|缩短|占"
    r"|(?:标准|补[助贴]|奖励|罚款)[\p{Han}]{0,4}$"
)
_PLANNED = compile_pattern(
    r"计划|拟|将|力争|目标|预计|确保|争取|规划|年底前|下一步|今后|到20[0-9]{2}年|到“?十|拟定|可(?:新增|提供)|要求|达到以上"
)
_ADDED = compile_pattern(r"新[增建开设购改]|再|还|另|增[设加]|又|扩建|追加|本次|此次|首批|今年以来|当[年月日天]")
_LEFT = compile_pattern(r"其余|剩余|余下|尚|未|仍|其中|缺")
_ONWARDS = compile_pattern(r"[\p{Han}]{0,4}(?:提[高升]|上升|增[长加]|下降|降[低]?|升|增)(?:至|到|为)[\p{Han}0-9]{0,8}")
_PRESENT = compile_pattern("现有|目前|共有|拥有")  # the state of today, whatever year the sentence spoke of before
_BEFORE = 40  # characters of a clause that tell the standing


@frozen(eq=False)
class FigureAt:
    """A figure and its place ``[start, end)`` in the folded paragraph."""

    figure: Figure
    start: int
    end: int

    @property
    def unit(self) -> str:
        """Its unit as written."""
        return self.figure.unit


def read_figures(paragraph: Paragraph) -> list[FigureAt]:
    """Every figure of `paragraph`, in order."""
    folded = paragraph.folded
    matches = find_figures(folded)
    if not matches:
        return []
    ends = [0, *(m.end() for m in _SENTENCE_END.finditer(folded))]
    clauses = sorted([*ends, *(m.end() for m in _CLAUSE_END.finditer(folded))])
    times = [(m.end(), m.group()) for m in _PERIOD.finditer(folded)]
    areas = [(m.end(), m.group()) for m in _SCOPE.finditer(folded)]
    quotes = list(_quoted(folded))
    found: list[FigureAt] = []
    for at, match in enumerate(matches):
        sentence = ends[bisect_right(ends, match.start) - 1]
        clause = clauses[bisect_right(clauses, match.start) - 1]
        said = folded[max(clause, match.start - _BEFORE) : match.start]
        base = as_text(paragraph.tidy, match.start, match.end)
        figure = Figure(
            text=base.text,
            span=base.span,
            pieces=base.pieces,
            value=match.value,
            unit=match.unit,
            approximate=match.approximate,
            subject=_subject(folded, matches, at, found),
            decimals=_decimals(folded, match),
            standing=_standing(said, folded[max(sentence, match.start - _BEFORE) : match.start]),
            period=None if _PRESENT.search(said) else "".join(_within(times, sentence, match.start)) or None,
            scope="".join(_within(areas, sentence, match.start)[-1:]) or _owner(folded[clause : match.start]),
            quoted=_inside(quotes, match.start),
        )
        found.append(FigureAt(figure, match.start, match.end))
    return found


def _subject(folded: str, matches: list[FigureMatch], at: int, found: list[FigureAt]) -> str | None:
    """What the figure measures; in 合格率由95%提高到98% both figures measure the one rate."""
    match = matches[at]
    before = matches[at - 1].end if at else 0
    after = matches[at + 1].start if at + 1 < len(matches) else len(folded)
    if found and match.unit == found[-1].unit == "%" and _ONWARDS.fullmatch(folded, before, match.start):
        return found[-1].figure.subject
    return subject_of(folded, match, before, after)


def _decimals(folded: str, match: FigureMatch) -> int:
    written = _DECIMALS.search(folded, match.start, match.end)
    return len(written["digits"]) if written else 0


def _standing(clause: str, sentence: str) -> Standing:
    if _EACH.search(clause):
        return Standing.EACH
    if _PLANNED.search(sentence):
        return Standing.PLANNED
    if _LEFT.search(clause):
        return Standing.LEFT
    return Standing.ADDED if _ADDED.search(clause) else Standing.ACTUAL


def _owner(clause: str) -> str | None:
    """Whose figure it is, where its clause begins with a name that is neither a time nor the writer."""
    match = _OWNER.match(clause)
    return None if match is None or _NO_OWNER.search(match["owner"]) else match["owner"]


def _within(words: list[tuple[int, str]], start: int, end: int) -> list[str]:
    """The last few of `words` that end inside ``[start, end]``."""
    last = bisect_right(words, (end, "\U0010ffff"))
    return ["".join(word.split()) for place, word in words[max(0, last - 2) : last] if place > start]


def _quoted(folded: str) -> Iterator[tuple[int, int]]:
    """Ranges inside “…” and 《…》; one that never closes ends with its sentence."""
    opened: int | None = None
    for mark in _QUOTE.finditer(folded):
        if mark.group() in "“《":
            opened = mark.end() if opened is None else opened
        elif opened is not None:
            yield opened, mark.start()
            opened = None


def _inside(ranges: list[tuple[int, int]], place: int) -> bool:
    at = bisect_right(ranges, (place, 1 << 60)) - 1
    return at >= 0 and ranges[at][0] <= place < ranges[at][1]
