"""Tables over pages: what a page break cut in two is one table again."""

from __future__ import annotations

from collections.abc import Iterable

import attrs
from attrs import frozen

from govreply.readers.paging.lines import TextLine
from govreply.readers.paging.pieces import Piece, TablePiece

_SAME_COLUMN = 3.0  # points


@frozen
class RunCell:
    """A cell with its place in the whole table, its rulings left and right, and what stands in it."""

    row: int
    column: int
    rowspan: int
    colspan: int
    left: float
    right: float
    pieces: tuple[Piece, ...]


@frozen
class TableRun:
    """A table, perhaps from several pages."""

    page: int
    columns: tuple[float, ...]
    cells: tuple[RunCell, ...]
    ruled: bool = True

    @classmethod
    def of(cls, piece: TablePiece) -> TableRun:
        """The table of one page."""
        cells = [
            RunCell(c.cell.row, c.cell.column, c.cell.rowspan, c.cell.colspan, c.cell.box[0], c.cell.box[2], c.pieces)
            for c in piece.cells
        ]
        return cls(piece.page, piece.grid.columns, tuple(cells), piece.ruled)

    @property
    def rows(self) -> int:
        """Number of rows."""
        return max(cell.row + cell.rowspan for cell in self.cells)


def join_tables(pieces: Iterable[Piece]) -> list[TextLine | TableRun]:
    """The pieces of all pages, with tables that go on at the top of the next page joined."""
    made: list[TextLine | TableRun] = []
    for piece in pieces:
        if isinstance(piece, TextLine):
            made.append(piece)
            continue
        run, last = TableRun.of(piece), made[-1] if made else None
        if isinstance(last, TableRun) and run.page == last.page + 1 and _is_same_table(last, run):
            shift = last.rows
            moved = tuple(attrs.evolve(cell, row=cell.row + shift) for cell in run.cells)
            made[-1] = TableRun(run.page, last.columns, last.cells + moved, run.ruled)
        else:
            made.append(run)
    return made


def _is_same_table(one: TableRun, other: TableRun) -> bool:
    """Whether the outer sides are the same; without rulings the right one is not known, but where the second column begins."""
    if one.ruled != other.ruled:
        return False
    ends = (0, -1) if one.ruled else (0, 1)
    return all(abs(one.columns[end] - other.columns[end]) <= _SAME_COLUMN for end in ends)
