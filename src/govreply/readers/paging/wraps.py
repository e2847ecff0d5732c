"""Bands to rows of a table without rulings: where a cell was broken at its right edge, the next band belongs to the row."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import attrs

from govreply.readers.paging.bands import Band, Block, is_tick_below
from govreply.readers.paging.flow import could_have_held
from govreply.readers.paging.lines import TextLine

_SLACK = 1.06  # times the distance of two lines of a cell; rows are farther apart
_MOSTLY, _FEW = 0.8, 0.34
_BEYOND = 0.5  # of the font size; the right edge of a column is known no better


@attrs.define
class Row:
    """A row: its bands from top to bottom, its cells from left to right."""

    bands: list[Band]
    blocks: list[Block]

    @property
    def is_parted(self) -> bool:
        """Whether it has several cells."""
        return len(self.blocks) > 1

    @property
    def is_staggered(self) -> bool:
        """Whether cells side by side have different baselines."""
        return any(band.staggered for band in self.bands)

    @property
    def is_wrapped(self) -> bool:
        """Whether a cell has several lines."""
        return any(len(block.lines) > 1 for block in self.blocks)

    @property
    def size(self) -> float:
        """The largest font size."""
        return max(band.size for band in self.bands)


def rows_of(bands: Sequence[tuple[Band, Sequence[Block]]], limits: Sequence[float]) -> list[Row]:
    """The rows that `bands`, given with their blocks, form; `limits` are the right edges of the columns, in order."""
    leading = _leading(bands)
    loose = _looseness(bands, leading, limits)
    rows: list[Row] = []
    for band, blocks in bands:
        if rows and _goes_on(rows[-1], blocks, leading, loose, limits):
            rows[-1].bands.append(band)
            rows[-1].blocks = _joined(rows[-1].blocks, blocks)
        else:
            rows.append(Row([band], list(blocks)))
    return rows


def limit_of(right: float, size: float, limits: Sequence[float]) -> float:
    """The right edge of the column in which a line ends at `right`."""
    return next((limit for limit in limits if limit >= right - _BEYOND * size), right)


@attrs.frozen
class _Loose:
    """How rows are told apart.

    Attributes:
        padded: rows are farther apart than lines.
        flush: all cells begin with the first line of their row.
        labels: a full line in the first column tells something: few fill it, or some go on below without a value beside.
    """

    padded: bool
    flush: bool
    labels: bool


def _leading(bands: Sequence[tuple[Band, Sequence[Block]]]) -> float:
    """The distance of two lines of a cell: that inside of bands, else the smallest one of two bands."""
    inside = sorted(
        below.baseline - above.baseline
        for band, blocks in bands
        if band.staggered
        for block in blocks
        for above, below in pairwise(block.lines)
    )
    if inside:
        return inside[len(inside) // 2]
    return min((step for (_, above), (_, below) in pairwise(bands) for step in _steps(above, below)[-1:]), default=0.0)


def _looseness(bands: Sequence[tuple[Band, Sequence[Block]]], leading: float, limits: Sequence[float]) -> _Loose:
    apart = [
        step > _SLACK * leading
        for (_, above), (_, below) in pairwise(bands)
        if len(above) > 1 and len(below) > 1
        for step in _steps(above, below)[-1:]
    ]
    padded = bool(apart) and sum(apart) >= _MOSTLY * len(apart)
    labels = [blocks[0].lines[-1] for _, blocks in bands if len(blocks) > 1]
    widest = max((label.right for label in labels), default=0.0)
    full = sum(1 for label in labels if label.right > widest - label.size)
    wrapped = any(
        len(other) < len(one) and one[0].overlaps(other[0]) and _is_full(one[0].lines[-1], other[0].lines[0], limits)
        for (_, one), (_, other) in pairwise(bands)
        if one and other
    )
    flush = not any(band.staggered for band, _ in bands)
    return _Loose(padded, flush, wrapped or full <= _FEW * len(labels))


def _steps(above: Sequence[Block], below: Sequence[Block]) -> list[float]:
    """The distances of lines that follow each other in a column, from small to large; figures may sit higher than words."""
    return sorted(two.lines[0].baseline - one.lines[-1].baseline for one in above for two in below if one.overlaps(two))


def _goes_on(row: Row, blocks: Sequence[Block], leading: float, loose: _Loose, limits: Sequence[float]) -> bool:
    """Whether all of `blocks` that are below a cell of `row` go on with it, and one is."""
    below: list[Block] = []
    for block in blocks:
        above = [one for one in row.blocks if one.overlaps(block)]
        if not above:
            continue
        last, line = above[-1].lines[-1], block.lines[0]
        if len(above) > 1 or above[0] in below or line.baseline - last.baseline > _SLACK * leading:
            return False
        if is_tick_below(above[0].left, line):
            return False
        if not _is_full(last, line, limits) and not (
            (above[0] is not row.blocks[0] or not row.is_parted)
            and (loose.padded or (loose.flush and len(blocks) == 1 and row.is_parted))
        ):
            return False
        below.append(above[0])
    if len(below) == len(row.blocks) > 1 and not (loose.padded or loose.labels):
        return False  # a row of labels as wide as their column, the value a long one
    return bool(below)


def _is_full(last: TextLine, line: TextLine, limits: Sequence[float]) -> bool:
    return not could_have_held(last, line, limit_of(last.right, last.size, limits))


def _joined(one: Sequence[Block], other: Sequence[Block]) -> list[Block]:
    """The cells of both, with what is above each other in one."""
    joined: list[Block] = []
    for block in sorted([*one, *other], key=lambda b: b.left):
        if joined and joined[-1].overlaps(block):
            lines = sorted((*joined[-1].lines, *block.lines), key=lambda line: (line.baseline, line.left))
            joined[-1] = Block(tuple(lines))
        else:
            joined.append(block)
    return joined
