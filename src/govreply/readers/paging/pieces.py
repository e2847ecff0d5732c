"""What stands on a page: lines and ruled tables, from top to bottom."""

from __future__ import annotations

from collections.abc import Sequence

import attrs
from attrs import frozen

from govreply.places import Box
from govreply.readers.budget import Budget
from govreply.readers.paging.boxes import merge_printed_ticks
from govreply.readers.paging.lines import TextLine, lines_of
from govreply.readers.paging.page import Glyph, Page
from govreply.readers.paging.rulings import Grid, RuledCell, grids_of

_DEEPEST = 8  # tables in tables
_MIDDLE = 0.35  # of a sign above its baseline, in parts of its size


@frozen
class CellPieces:
    """A cell and what stands in it."""

    cell: RuledCell
    pieces: tuple[Piece, ...]


@frozen
class TablePiece:
    """A table on one page; ``cells`` are in reading order."""

    page: int
    grid: Grid
    cells: tuple[CellPieces, ...]
    ruled: bool = True

    @property
    def top(self) -> float:
        """Its upper edge."""
        return self.grid.box[1]


Piece = TextLine | TablePiece


def pieces_of(page: Page, budget: Budget) -> list[Piece]:
    """The lines and tables of `page` from top to bottom; a table without any text is a drawing and left out."""
    grids = grids_of(page.rulings, budget)
    budget.add_grid_steps(len(grids) * len(page.glyphs))
    root = _Area()
    areas = [_GridArea(grid, [_Area() for _ in grid.cells]) for grid in grids]
    small_first = sorted(areas, key=lambda area: _extent(area.grid.box))
    for number, inner in enumerate(small_first):
        home = _home(small_first[number + 1 :], _centre(inner.grid.box), root)
        home.grids.append(inner)
    for glyph in merge_printed_ticks(page.glyphs):
        at = (glyph.left + glyph.right) / 2, glyph.baseline - _MIDDLE * glyph.size
        _home(small_first, at, root).glyphs.append(glyph)
    return root.pieces(page.number, 0)


@attrs.define
class _Area:
    """The page or a cell: the characters and tables that stand in it and in no smaller one."""

    glyphs: list[Glyph] = attrs.Factory(list)
    grids: list[_GridArea] = attrs.Factory(list)

    def pieces(self, page: int, depth: int) -> list[Piece]:
        pieces: list[Piece] = list(lines_of(self.glyphs, page))
        for inner in self.grids:
            if depth >= _DEEPEST:
                continue
            cells = tuple(
                CellPieces(cell, tuple(area.pieces(page, depth + 1)))
                for cell, area in zip(inner.grid.cells, inner.cells, strict=True)
            )
            if any(cell.pieces for cell in cells):
                pieces.append(TablePiece(page, inner.grid, cells))
        return sorted(pieces, key=_top)


@attrs.define
class _GridArea:
    grid: Grid
    cells: list[_Area]


def _home(grids: Sequence[_GridArea], at: tuple[float, float], root: _Area) -> _Area:
    """The cell of the first of `grids` that holds the point; the page if none does."""
    x, y = at
    for area in grids:
        left, top, right, bottom = area.grid.box
        if left <= x <= right and top <= y <= bottom:
            for cell, inner in zip(area.grid.cells, area.cells, strict=True):
                left, top, right, bottom = cell.box
                if left <= x <= right and top <= y <= bottom:
                    return inner
    return root


def _top(piece: Piece) -> tuple[float, float]:
    if isinstance(piece, TextLine):
        return piece.box[1], piece.left
    return piece.top, piece.grid.box[0]


def _centre(box: Box) -> tuple[float, float]:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def _extent(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])
