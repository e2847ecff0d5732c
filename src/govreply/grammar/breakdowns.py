"""Wholes and their parts: 共47个，工业排口12个、农业排口21个; 分别占42.3%、33.3%、24.3%; 抽查250家，问题企业30家，占12%."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from govreply.grammar.figures import FigureAt
from govreply.grammar.paragraphs import Paragraph
from govreply.lexicon.measures import magnitude, read_unit
from govreply.lexicon.numerals import read_integer
from govreply.lexicon.partitions import parts_of_one_whole
from govreply.model import Breakdown, Share
from govreply.patterns import compile_pattern

_LABEL = r"[\p{Han}A-Za-z“”0-9]{1,20}"
# between two parts: one separator and the label of the next part, in front of its figure or behind the last one
_BETWEEN = compile_pattern(rf"(?:{_LABEL})?[，、；](?:[和及]|以及)?(?:{_LABEL})?|(?:{_LABEL})?(?:和|及)(?:{_LABEL})?")
# between an amount and its share: 占, 占比, （
_ITS_SHARE = compile_pattern(
    r"[\p{Han}]{0,10}[，、]?(?:约|共)?(?:占比?|占到?(?P<of>[\p{Han}]{1,10}的?)|占比[为达]|比例[为达])(?:约|为|达)?|（(?:占比?)?"
)
_CLOSING = compile_pattern("）")
_LONE_SHARE = compile_pattern(r"(?:分别占|占比?分别为|占比?|占到|比[例重]为?)$")
_TOTAL = compile_pattern(r"共(?![同建享治用])|总|合计|分为|收到|受理|立案|承办|收集")
_PARTIAL = compile_pattern(r"其中|等|包括|主要|多选|可选|涉及|交叉|重复|同时")
_REST = compile_pattern(r"其他|其它|其余|剩余|余下")
_CLASSES = compile_pattern(r"(?P<count>[二两三四五六七八2-8])(?:个?大?类|种|级|等级|部分|档|个?来源)")
_ACTION = compile_pattern(
    r"完成|新[增建开]|改造|拆除|关闭|整[治改]|建成|[开竣]工|在建|启动|减少|增加|同比|[较比][上去同前]|超|提[高升]|上升|下降|计划|投入|争取|办[结复理]|采纳|处置|约谈"
)
_GENERIC_BASE = compile_pattern("总|全部")
_BASE_WORD = 2  # characters that the named base of a share has in common with the whole
_REACH = 40
_LONGEST = 400


@frozen(eq=False)
class _Entry:
    """An amount with its share, or a lone share.

    Attributes:
        label: words around it that belong to it.
        end: where it ends, its share included.
        base: what its share is said to be of (占年度计划的).
    """

    first: FigureAt
    share: FigureAt | None = None
    end: int = 0
    base: str = ""
    label: str = ""


def read_breakdowns(paragraph: Paragraph, figures: Sequence[FigureAt]) -> tuple[list[Breakdown], list[Share]]:
    """Breakdowns and shares of `paragraph`, whose figures are `figures`; quoted figures take no part."""
    entries = _entries(paragraph.folded, [f for f in figures if not f.figure.quoted])
    breakdowns: list[Breakdown] = []
    shares: list[Share] = []
    at = 0
    while at < len(entries):
        run = _run(paragraph.folded, entries, at)
        found = _breakdown(paragraph, run)
        if found is not None:
            breakdown, told = found
            breakdowns.append(breakdown)
            shares.extend(told)
        else:
            shares.extend(_single_shares(paragraph, entries, at, len(run)))
        at += len(run)
    return breakdowns, shares


def _entries(folded: str, figures: Sequence[FigureAt]) -> list[_Entry]:
    """Amounts joined with the shares right behind them."""
    entries: list[_Entry] = []
    for at, figure in enumerate(figures):
        last = entries[-1] if entries else None
        if figure.unit == "%" and last is not None and last.share is None and last.first.unit != "%":
            gap = _ITS_SHARE.fullmatch(folded, last.end, figure.start) if figure.start - last.end <= _REACH else None
            if gap is not None:
                end = figure.end + (1 if gap.group().startswith("（") and _CLOSING.match(folded, figure.end) else 0)
                entries[-1] = evolve(last, share=figure, end=end, base=gap["of"] or "")
                continue
        before = figures[at - 1].end if at else 0
        entries.append(
            _Entry(figure, end=figure.end, label=_label(folded, max(before, figure.start - _REACH), figure.start))
        )
    return entries


def _label(folded: str, low: int, start: int) -> str:
    words = folded[low:start]
    return words[max(words.rfind(sign) for sign in "，、；：（。") + 1 :]


def _run(folded: str, entries: Sequence[_Entry], at: int) -> list[_Entry]:
    """Entries from `at` on that stand in one list: of one dimension, with nothing but separators and labels between."""
    run = [entries[at]]
    dimension = read_unit(entries[at].first.unit).dimension
    for entry in entries[at + 1 :]:
        last = run[-1]
        if read_unit(entry.first.unit).dimension != dimension or entry.end - run[0].first.start > _LONGEST:
            break
        opens = len(run) == 1 and folded[last.end : last.end + 1] in ("，", "：", "；", "（")
        inner = last.end + (1 if opens else 0)
        between = folded[inner : entry.first.start]
        lead = between.removeprefix("其中").lstrip("：，")
        if not (
            _BETWEEN.fullmatch(folded, last.end, entry.first.start)
            or (opens and len(between) <= _REACH and "，" not in lead and "。" not in lead and "；" not in lead)
        ):
            break
        run.append(entry)
    return run


def _breakdown(paragraph: Paragraph, run: list[_Entry]) -> tuple[Breakdown, list[Share]] | None:
    folded = paragraph.folded
    total, items = _total(folded, run)
    if len(items) < 2:
        return None
    told = [entry.share for entry in items if entry.share is not None]
    lone = items[0].first.unit == "%"
    if lone and not all(_LONE_SHARE.search(entry.label) for entry in items[:1]):
        return None
    if total is None and not lone and len(told) < len(items):
        return None
    opening = items[0] if total is None else total
    start = opening.first.start
    words = folded[max(0, start - _REACH) : start]
    words = words[max(words.rfind(sign) for sign in "。；！？") + 1 :]
    inside = "" if total is None else folded[total.end : items[-1].end]
    behind = folded[items[-1].end : items[-1].end + 8]
    labels = [_full_label(folded, entry, lone=lone) for entry in items]
    known = parts_of_one_whole(labels)
    if total is not None and not told and not known and any(_ACTION.search(label) for label in labels):
        return None
    classes = [_count(m["count"]) for m in _CLASSES.finditer(words + inside)]
    text = paragraph.cut(start, items[-1].end)
    breakdown = Breakdown(
        text=text.text,
        span=text.span,
        pieces=text.pieces,
        total=total.first.figure if total is not None else None,
        parts=() if lone else tuple(entry.first.figure for entry in items),
        shares=tuple(entry.first.figure for entry in items)
        if lone
        else tuple(f.figure for f in told if len(told) == len(items)),
        exhaustive=known or len(items) in classes or any(_REST.search(label) for label in labels),
        partial=_PARTIAL.search(words[-12:] + inside) is not None
        or behind.startswith(("等", "（多选", "（可"))
        or "多选" in behind,
    )
    shares = [_share(paragraph, e, e.share, total) for e in items if e.share is not None and total is not None]
    return breakdown, shares


def _total(folded: str, run: list[_Entry]) -> tuple[_Entry | None, list[_Entry]]:
    """The whole that opens the run, if one does, and the parts."""
    first = run[0]
    if len(run) < 3 or first.first.unit == "%" or first.share is not None or folded[first.end : first.end + 1] == "、":
        return None, run
    if not _TOTAL.search(first.label) and not all(entry.share for entry in run[1:]):
        return None, run
    whole = magnitude(first.first.figure.value, first.first.unit)
    if any(magnitude(entry.first.figure.value, entry.first.unit) > whole for entry in run[1:]):
        return None, run
    return first, run[1:]


def _full_label(folded: str, entry: _Entry, *, lone: bool) -> str:
    """The words that name a part: in front of its figure or, after a bare separator, behind it."""
    if entry.label or lone:
        return entry.label
    behind = folded[entry.first.end : entry.first.end + 12]
    stops = [i for i in (behind.find(sign) for sign in "，、；。：") if i >= 0]
    return behind[: min(stops)] if stops else behind


def _share(paragraph: Paragraph, entry: _Entry, share: FigureAt, whole: _Entry) -> Share:
    text = paragraph.cut(entry.first.start, share.end)
    return Share(
        text=text.text,
        span=text.span,
        pieces=text.pieces,
        part=entry.first.figure,
        whole=whole.first.figure,
        stated=share.figure,
    )


def _single_shares(paragraph: Paragraph, entries: Sequence[_Entry], at: int, length: int) -> Iterator[Share]:
    """Shares whose whole is the only other amount of their sentence in that dimension."""
    folded = paragraph.folded
    for place in range(at, at + length):
        entry = entries[place]
        if entry.share is None:
            continue
        dimension = read_unit(entry.first.unit).dimension
        wholes = [
            other
            for other in entries[max(0, place - 6) : place]
            if read_unit(other.first.unit).dimension == dimension
            and other.first.unit != "%"
            and not any(sign in folded[other.end : entry.first.start] for sign in "。；！？")
        ]
        if len(wholes) != 1 or wholes[0].share is not None or not _is_base(folded, entry, wholes[0]):
            continue
        whole, part = wholes[0].first, entry.first
        if magnitude(part.figure.value, part.unit) <= magnitude(whole.figure.value, whole.unit):
            yield _share(paragraph, entry, entry.share, wholes[0])


def _is_base(folded: str, entry: _Entry, whole: _Entry) -> bool:
    """Whether the share can be one of `whole`: it names no base, or one in the words of the whole."""
    if not entry.base:
        return True
    around = folded[max(0, whole.first.start - _REACH) : whole.end + 10]
    if _GENERIC_BASE.search(entry.base):
        return _TOTAL.search(whole.label) is not None
    pairs = (entry.base[i : i + _BASE_WORD] for i in range(len(entry.base) - 1))
    return any(pair in around for pair in pairs)


def _count(sign: str) -> int:
    return 2 if sign == "两" else read_integer(sign) or 0
