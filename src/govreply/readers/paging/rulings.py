"""From ruled lines to the grids that they draw: rows, columns and cells that span several of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

import attrs
from attrs import frozen

from govreply.places import Box
from govreply.readers.budget import Budget
from govreply.readers.paging.page import Ruling

# All in points.
_SHORTEST = 4.0
_SAME = 1.6  # lines nearer than this are one, drawn in pieces or twice
_JOIN = 2.5  # pieces of a line this near are one; lines that end this near to another touch it
_NARROWEST = 3.0  # rows and columns; double borders are narrower
_SMALLEST_GRID = 20.0  # boxes to tick are smaller


@frozen
class RuledCell:
    """A cell by its rulings; rows and columns count from 0."""

    row: int
    column: int
    rowspan: int
    colspan: int
    box: Box


@frozen
class Grid:
    """A ruled table of at least two cells, its cells in reading order."""

    box: Box
    columns: tuple[float, ...]
    cells: tuple[RuledCell, ...]


@frozen
class _Bar:
    """A ruled line, ``at`` across its direction and ``[start, end]`` along it."""

    at: float
    start: float
    end: float


def grids_of(rulings: Iterable[Ruling], budget: Budget) -> list[Grid]:
    """The grids that `rulings` draw, from top to bottom."""
    kept = [r for r in rulings if max(r.right - r.left, r.bottom - r.top) >= _SHORTEST]
    budget.add_blocks(len(kept))
    across = _merged([_Bar((r.top + r.bottom) / 2, r.left, r.right) for r in kept if r.horizontal])
    down = _merged([_Bar((r.left + r.right) / 2, r.top, r.bottom) for r in kept if not r.horizontal])
    budget.add_grid_steps(len(across) * len(down))
    found = [_grid(hs, vs, budget) for hs, vs in _touching(across, down)]
    return sorted((grid for grid in found if grid is not None), key=lambda grid: (grid.box[1], grid.box[0]))


def _merged(bars: list[_Bar]) -> list[_Bar]:
    """The bars with pieces of one line put together."""
    made: list[_Bar] = []
    for cluster in _clusters(sorted(bars, key=lambda b: b.at), _SAME):
        at = sum(bar.at for bar in cluster) / len(cluster)
        start, end = None, 0.0
        for bar in sorted(cluster, key=lambda b: b.start):
            if start is None:
                start, end = bar.start, bar.end
            elif bar.start - end <= _JOIN:
                end = max(end, bar.end)
            else:
                made.append(_Bar(at, start, end))
                start, end = bar.start, bar.end
        if start is not None:
            made.append(_Bar(at, start, end))
    return made


def _clusters(ordered: Sequence[_Bar], reach: float) -> list[list[_Bar]]:
    """Bars in order of their place, cut where the next one is farther than `reach` from the first of its cluster."""
    clusters: list[list[_Bar]] = []
    for bar in ordered:
        if clusters and bar.at - clusters[-1][0].at <= reach:
            clusters[-1].append(bar)
        else:
            clusters.append([bar])
    return clusters


def _touching(across: Sequence[_Bar], down: Sequence[_Bar]) -> list[tuple[list[_Bar], list[_Bar]]]:
    """Groups of lines that hang together by touching."""
    sets = _Sets(len(across) + len(down))
    for i, h in enumerate(across):
        for j, v in enumerate(down):
            if h.start - _JOIN <= v.at <= h.end + _JOIN and v.start - _JOIN <= h.at <= v.end + _JOIN:
                sets.join(i, len(across) + j)
    groups: dict[int, tuple[list[_Bar], list[_Bar]]] = {}
    for i, h in enumerate(across):
        groups.setdefault(sets.find(i), ([], []))[0].append(h)
    for j, v in enumerate(down):
        groups.setdefault(sets.find(len(across) + j), ([], []))[1].append(v)
    return list(groups.values())


def _grid(across: list[_Bar], down: list[_Bar], budget: Budget) -> Grid | None:
    if len(across) < 2 or not down:
        return None
    down = [*down, *_open_sides(across, down)]
    rows = _clusters(sorted(across, key=lambda b: b.at), _NARROWEST)
    columns = _clusters(sorted(down, key=lambda b: b.at), _NARROWEST)
    ys = [sum(b.at for b in cluster) / len(cluster) for cluster in rows]
    xs = [sum(b.at for b in cluster) / len(cluster) for cluster in columns]
    if len(ys) < 2 or len(xs) < 2 or ys[-1] - ys[0] < _SMALLEST_GRID or xs[-1] - xs[0] < _SMALLEST_GRID:
        return None
    budget.add_grid_steps((len(ys) + len(across)) * (len(xs) + len(down)))
    cells = _cells(rows, columns, ys, xs)
    if len(cells) < 2:
        return None
    return Grid((xs[0], ys[0], xs[-1], ys[-1]), tuple(xs), tuple(cells))


def _open_sides(across: Sequence[_Bar], down: Sequence[_Bar]) -> list[_Bar]:
    """The outer sides of a table that is drawn without them: horizontal lines that end together beyond all vertical ones."""
    top, bottom = min(h.at for h in across), max(h.at for h in across)
    left, right = min(v.at for v in down), max(v.at for v in down)
    sides: list[_Bar] = []
    for outer in (
        [h.start for h in across if h.start < left - _NARROWEST],
        [h.end for h in across if h.end > right + _NARROWEST],
    ):
        if len(outer) >= 2 and max(outer) - min(outer) <= _JOIN:
            sides.append(_Bar(outer[0], top, bottom))
    return sides


def _cells(
    rows: list[list[_Bar]], columns: list[list[_Bar]], ys: Sequence[float], xs: Sequence[float]
) -> list[RuledCell]:
    """The areas that lines part from each other and from the outside, each with the rows and columns that it spans."""
    height, width = len(ys) - 1, len(xs) - 1
    outside = height * width
    sets = _Sets(outside + 1)
    for i, (top, bottom) in enumerate(pairwise(ys)):
        for j in range(width + 1):
            if not _covers(columns[j], (top + bottom) / 2):
                one = i * width + j - 1 if j > 0 else outside
                sets.join(one, i * width + j if j < width else outside)
    for j, (left, right) in enumerate(pairwise(xs)):
        for i in range(height + 1):
            if not _covers(rows[i], (left + right) / 2):
                one = (i - 1) * width + j if i > 0 else outside
                sets.join(one, i * width + j if i < height else outside)
    areas: dict[int, list[tuple[int, int]]] = {}
    for i in range(height):
        for j in range(width):
            areas.setdefault(sets.find(i * width + j), []).append((i, j))
    areas.pop(sets.find(outside), None)
    found = [cell for area in areas.values() for cell in _rectangles(area, ys, xs)]
    return sorted(found, key=lambda c: (c.row, c.column))


def _rectangles(area: list[tuple[int, int]], ys: Sequence[float], xs: Sequence[float]) -> list[RuledCell]:
    """The area as one cell, or row by row where it is no rectangle."""
    top, bottom = min(i for i, _ in area), max(i for i, _ in area)
    left, right = min(j for _, j in area), max(j for _, j in area)
    if len(area) < (bottom - top + 1) * (right - left + 1) and bottom > top:
        return [c for row in range(top, bottom + 1) for c in _rectangles([a for a in area if a[0] == row], ys, xs)]
    box = (xs[left], ys[top], xs[right + 1], ys[bottom + 1])
    return [RuledCell(top, left, bottom - top + 1, right - left + 1, box)]


def _covers(bars: Sequence[_Bar], at: float) -> bool:
    return any(bar.start - _JOIN <= at <= bar.end + _JOIN for bar in bars)


@attrs.define
class _Sets:
    """Disjoint sets of numbers below `count`."""

    count: int
    parents: list[int] = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        self.parents = list(range(self.count))

    def find(self, member: int) -> int:
        while self.parents[member] != member:
            self.parents[member] = self.parents[self.parents[member]]
            member = self.parents[member]
        return member

    def join(self, one: int, other: int) -> None:
        self.parents[self.find(one)] = self.find(other)
