"""Where each marker of a series belongs: a small constraint problem, solved over the whole body at once.

A marker may go on in an open series, open one below, open another one beside, or be ordinary text. Each choice has a cost
in oddities a writer or a converter must have committed; a beam search keeps the cheapest readings of what went before, so
a later marker (三、 behind （二）) can settle an earlier doubt. Work is linear in the number of markers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from attrs import field, frozen

from govreply.lexicon.ordinals import Marker
from govreply.patterns import compile_pattern

RANK: Final = {"对建议一": 0, "一、": 1, "（一）": 2, "1.": 3, "（1）": 4}
"""The order of levels in GB/T 9704-2012, 7.3.3; 对建议一 may stand anywhere."""

_DEEPEST = 6
# readings kept, by the number of markers: a real letter has some dozens
_BEAMS = ((400, 24), (4000, 6))
_BEAM_LEAST = 2
_MARGIN = 9.0

# Costs, in parts of what it takes to believe that a marker is no marker
_REPEATED = 3.0
_SKIPPED = 2.5
_BACK = 4.0
_RESTARTED = 3.0
_OTHER_STYLE = 3.5
_KNOWN_OTHER_STYLE = 0.4
_OPENED = 0.1
_FIRST_LOST = 3.25
_RUNS_ON = 1.5
_INVERTED = 2.5
_SAME_STYLE_BELOW = 4.0
_STYLE_TWICE_ON_PATH = 1.5
_BESIDE = 2.0
_BESIDE_HIGHER = 1.0
_OTHER_LIST = 4.0
_TEXT = 4.5
_DOUBTFUL_TEXT = 0.5
_DOUBTFUL_UNIT = 2.0

# 一、二年级; 三、四级; （一）期工程; 12、13日; 2、3号楼: words that begin as a marker does
_WORDS = compile_pattern(
    r"(?P<a>[一二三四五六七八九十])、(?P<b>[一二三四五六七八九十]{1,2})"
    r"(?:年级|期|级|类|线|号|楼|层|等奖|标段|季度|大队|审|产业|月|日|届|环|[、，]|到|至)"
    r"|[0-9]{1,2}、[0-9]{1,3}(?![0-9年]|月[0-9]{1,2}日)"
    r"|（[一二三四五六七八九十0-9]{1,2}）(?:期(?:工程|项目|建设)|级(?:以上|以下|保护|公路)|号(?:楼|线|桥|地块)|标段|[款项班](?=[，、的]))"
)


@frozen
class Placement:
    """Where a marker goes.

    Attributes:
        depth: number of units above it; ``None`` where it is ordinary text.
        fault: what is odd about it (``gap``, ``repeat``, ``back``, ``restart``, ``mixed``, ``first-lost``, ``inverted``,
            ``unplaced``); ``""`` where it fits. 4 directly below another parent's 3 runs on and fits.
        expected: the ordinal that would have fitted.
    """

    depth: int | None
    fault: str = ""
    expected: int = 1


@frozen
class _Level:
    """An open series: the styles of its markers, the ordinal of the last one, and the depth of the list they stand in."""

    styles: tuple[str, ...]
    last: int
    list_depth: int = 0


@frozen(eq=False)
class _Reading:
    """One way to read the markers so far."""

    cost: float
    path: tuple[_Level, ...] = ()
    closed: tuple[tuple[str, int], ...] = ()
    inverted: frozenset[tuple[str, str]] = frozenset()
    placement: Placement = field(factory=lambda: Placement(None))
    before: _Reading | None = None


def doubtful(folded: str, marker: Marker) -> bool:
    """Whether the marker and what follows it are more likely words of a sentence."""
    if marker.end >= len(folded):
        return marker.style != "对建议一"
    is_sentence = any(sign in folded for sign in "，。；")
    return is_sentence and _WORDS.match(folded, marker.start) is not None


def place(markers: Sequence[Marker], doubts: Sequence[bool], lists: Sequence[int] = ()) -> list[Placement]:
    """The cheapest placement of all markers, which are in document order.

    `lists` holds for each the depth of the list whose numbering drew it, 0 for markers that were written.
    """
    width = next((beam for most, beam in _BEAMS if len(markers) <= most), _BEAM_LEAST)
    beam = [_Reading(0.0)]
    for marker, doubt, list_depth in zip(markers, doubts, lists or [0] * len(markers), strict=True):
        found: dict[object, _Reading] = {}
        for reading in beam:
            for following in _choices(reading, marker, doubt, list_depth):
                key = (following.path, following.closed, following.inverted)
                if key not in found or following.cost < found[key].cost:
                    found[key] = following
        beam = sorted(found.values(), key=lambda r: r.cost)[:width]
        beam = [r for r in beam if r.cost <= beam[0].cost + _MARGIN]
    placements: list[Placement] = []
    last: _Reading | None = beam[0]
    while last is not None and last.before is not None:
        placements.append(last.placement)
        last = last.before
    return placements[::-1]


def _choices(reading: _Reading, marker: Marker, doubt: bool, list_depth: int) -> Iterator[_Reading]:
    """Every reading that goes on from `reading` with `marker`."""
    yield _Reading(
        reading.cost + (_DOUBTFUL_TEXT if doubt else _TEXT),
        reading.path,
        reading.closed,
        reading.inverted,
        Placement(None, "" if doubt else "unplaced"),
        reading,
    )
    for depth, extra, fault, expected in (*_goes_on(reading, marker), *_opens(reading, marker)):
        path = reading.path
        styles: tuple[str, ...] = (marker.style,)
        if depth < len(path) and fault != "beside" and (marker.style in path[depth].styles or fault == "mixed"):
            styles = tuple(sorted({*path[depth].styles, marker.style}))
        inverted = reading.inverted
        if fault == "inverted":
            inverted |= {(style, marker.style) for style in path[depth - 1].styles}
        placement = Placement(depth, "" if fault == "beside" else fault, expected)
        cost = reading.cost + extra + (_DOUBTFUL_UNIT if doubt else 0.0)
        cost += _cost_of_list(reading.path, depth, fault, marker.style, list_depth)
        closed = _closed(reading, depth)
        yield _Reading(
            cost, (*path[:depth], _Level(styles, marker.ordinal, list_depth)), closed, inverted, placement, reading
        )
        if fault in ("repeat", "back"):  # the number is wrong, but the count may go on as if it were right
            yield _Reading(
                cost + _OPENED,
                (*path[:depth], _Level(styles, expected, list_depth)),
                closed,
                inverted,
                placement,
                reading,
            )


def _cost_of_list(path: tuple[_Level, ...], depth: int, fault: str, style: str, list_depth: int) -> float:
    """What it costs to leave the nesting of the lists that drew the numbers; below, the same style is no oddity there."""
    if not list_depth:
        return 0.0
    if depth < len(path) and fault != "beside":
        return _OTHER_LIST if path[depth].list_depth not in (0, list_depth) else 0.0
    above = path[depth - 1] if depth else _Level((), 0)
    if not above.list_depth:
        return 0.0
    if above.list_depth >= list_depth:
        return _OTHER_LIST
    return -_SAME_STYLE_BELOW if style in above.styles else 0.0


def _goes_on(reading: _Reading, marker: Marker) -> Iterator[tuple[int, float, str, int]]:
    """Going on in a series of the path: depth, cost, fault, expected ordinal."""
    for depth, level in enumerate(reading.path):
        expected = level.last + 1
        if marker.style not in level.styles:
            if marker.ordinal == expected:
                yield depth, _OTHER_STYLE, "mixed", expected
            continue
        other = _KNOWN_OTHER_STYLE if len(level.styles) > 1 else 0.0
        if marker.ordinal == expected:
            yield depth, other, "", expected
        elif marker.ordinal == 1:
            yield depth, other + _RESTARTED, "restart", expected
        elif marker.ordinal == level.last:
            yield depth, other + _REPEATED, "repeat", expected
        elif marker.ordinal > expected:
            yield depth, other + _SKIPPED + min(marker.ordinal - expected, 4) * 0.25, "gap", expected
        else:
            yield depth, other + _BACK, "back", expected


def _opens(reading: _Reading, marker: Marker) -> Iterator[tuple[int, float, str, int]]:
    """Opening a series at each depth that the path allows."""
    path = reading.path
    rank = RANK[marker.style]
    for depth in range(min(len(path), _DEEPEST - 1) + 1):
        cost, fault = _OPENED, ""
        if marker.ordinal != 1:
            if (marker.style, marker.ordinal - 1) in reading.closed:
                cost += _RUNS_ON
            else:
                cost, fault = cost + _FIRST_LOST + min(marker.ordinal, 6) * 0.05, "first-lost"
        if depth < len(path):  # another series under the same parent
            if marker.style in path[depth].styles:
                continue
            cost += _BESIDE_HIGHER if rank < min(RANK[s] for s in path[depth].styles) else _BESIDE
        if depth and rank:
            above = path[depth - 1].styles
            if marker.style in above:
                cost += _SAME_STYLE_BELOW
            elif any((style, marker.style) in reading.inverted for style in above):
                pass  # the writer's levels are the other way round
            elif rank < max(RANK[s] for s in above):
                cost, fault = cost + _INVERTED, fault or "inverted"
            elif any(marker.style in level.styles for level in path[: depth - 1]):
                cost += _STYLE_TWICE_ON_PATH
        yield depth, cost, fault if depth == len(path) else fault or "beside", 1


def _closed(reading: _Reading, depth: int) -> tuple[tuple[str, int], ...]:
    """The last ordinal of the closed series of each style, which a series below the next parent may run on from."""
    if len(reading.path) <= depth + 1:
        return reading.closed
    closed = dict(reading.closed)
    for level in reading.path[depth + 1 :]:
        for style in level.styles:
            closed[style] = level.last
    return tuple(sorted(closed.items()))
