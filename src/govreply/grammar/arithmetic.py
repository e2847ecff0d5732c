"""Figures of the body and what can be reckoned with them: one step of the chain."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from attrs import evolve

from govreply.grammar.breakdowns import read_breakdowns
from govreply.grammar.changes import read_changes
from govreply.grammar.draft import Draft
from govreply.grammar.figures import FigureAt, read_figures
from govreply.grammar.paragraphs import Paragraph
from govreply.grammar.rows import as_text
from govreply.lexicon.measures import magnitude, read_unit
from govreply.model import Arithmetic, Breakdown, Change, Figure, Hedge, Range, Share
from govreply.patterns import compile_pattern

_JOINT = compile_pattern(r"至|到|~|～|-")
_YEARS = compile_pattern(
    r"(?<![0-9A-Za-z/.〔-])(?<![A-Za-z] )(?P<first>(?:19|20)[0-9]{2})年?(?:-{1,2}|至|到|~|～)(?P<last>(?:19|20)[0-9]{2})(?=年)年"
)
_DOWN_BEFORE = compile_pattern(r"(?:由|从|按|[下递]降|降[低至到]|[递缩]减|减[少至到]|缩短|下调|回落)[^，。；]{0,12}$")
_DOWN_BEHIND = compile_pattern(r"[\p{Han}，]{0,6}(?:降|减|递减|比例|分担|之比)")
_HEDGE = compile_pattern(
    r"(?P<before>不低于|不少于|不超过|不高于|不多于|超过|突破|近乎|将近|接近|大约|约为|约合|约占|至少|最多|高达|多达|逾|近|约|超)?"
    r" ?[0-9.,]{1,12} ?(?P<few>[余多])?[\p{Han}]{0,3}?(?P<more>[余多])?(?:(?![余多])[\p{Han}A-Za-z/%㎡³]){0,10}?"
    r"(?P<after>左右|上下|以上|以下|以内|之多)?"
)


def read(draft: Draft, paragraphs: Iterable[Paragraph]) -> None:
    """Fill the figures of the draft and its arithmetic from the body's paragraphs."""
    breakdowns: list[Breakdown] = []
    shares: list[Share] = []
    changes: list[Change] = []
    ranges: list[Range] = []
    hedges: list[Hedge] = []
    for paragraph in paragraphs:
        figures = read_figures(paragraph)
        draft.figures.extend(f.figure for f in figures)
        told, parted = read_breakdowns(paragraph, figures)
        breakdowns.extend(told)
        shares.extend(parted)
        changes.extend(read_changes(paragraph, figures))
        ranges.extend(_ranges(paragraph, figures))
        ranges.extend(_years(paragraph))
        hedges.extend(_hedges(paragraph, figures))
    draft.arithmetic = Arithmetic(
        shares=tuple(shares),
        breakdowns=tuple(breakdowns),
        changes=tuple(changes),
        ranges=tuple(ranges),
        hedges=tuple(hedges),
    )


def _ranges(paragraph: Paragraph, figures: Sequence[FigureAt]) -> Iterator[Range]:
    folded = paragraph.folded
    for first, last in pairwise(figures):
        if last.start - first.end != 1 or first.figure.quoted or not _JOINT.match(folded, first.end):
            continue
        if read_unit(first.unit).dimension != read_unit(last.unit).dimension:
            continue
        text = paragraph.cut(first.start, last.end)
        before, behind = folded[max(0, first.start - 16) : first.start], folded[last.end : last.end + 12]
        yield Range(
            text=text.text,
            span=text.span,
            pieces=text.pieces,
            first=_low(folded, first, last),
            last=last.figure,
            falling=_DOWN_BEFORE.search(before) is not None or _DOWN_BEHIND.match(behind) is not None,
        )


def _low(folded: str, first: FigureAt, last: FigureAt) -> Figure:
    """The first value; where it has no unit of its own (8000至1万元) that reading counts in which the range ascends."""
    unit = read_unit(last.unit)
    bare = folded[first.end - 1].isdigit()
    if bare and unit.factor > 1 and first.figure.value > last.figure.value:
        plain = unit.base
        if magnitude(first.figure.value, plain) <= magnitude(last.figure.value, last.unit):
            return evolve(first.figure, unit=plain)
    return first.figure


def _years(paragraph: Paragraph) -> Iterator[Range]:
    for match in _YEARS.finditer(paragraph.folded):
        text = paragraph.cut(match.start(), match.end())
        yield Range(
            text=text.text,
            span=text.span,
            pieces=text.pieces,
            first=_year(paragraph, match.start("first"), match.end("first")),
            last=_year(paragraph, match.start("last"), match.end("last")),
        )


def _year(paragraph: Paragraph, start: int, end: int) -> Figure:
    text = as_text(paragraph.tidy, start, end)
    return Figure(
        text=text.text, span=text.span, pieces=text.pieces, value=float(paragraph.folded[start:end]), unit="年"
    )


def _hedges(paragraph: Paragraph, figures: Sequence[FigureAt]) -> Iterator[Hedge]:
    for figure in figures:
        if not figure.figure.approximate or figure.figure.quoted:
            continue
        match = _HEDGE.fullmatch(paragraph.folded, figure.start, figure.end)
        if match is None:
            continue
        places = [match.span(name) for name in ("before", "few", "more", "after") if match[name]]
        yield Hedge(
            text=figure.figure.text,
            span=figure.figure.span,
            pieces=figure.figure.pieces,
            words=tuple(as_text(paragraph.tidy, start, end) for start, end in places),
        )
