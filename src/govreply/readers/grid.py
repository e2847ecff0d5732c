"""Where the cells of an HTML table stand, by the HTML standard's algorithm for forming a table."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from govreply.blocks import Break, Cell, Table
from govreply.readers.budget import Budget
from govreply.span import Span, hull

_MOST_COLUMNS = 1000  # both bounds are those of the HTML standard
_MOST_ROWS = 65534


@attrs.define
class _Held:
    """Columns ``[start, end)`` that a cell above keeps until before row `until`."""

    start: int
    end: int
    until: int


class GridBuilder:
    """Places the cells of one table as they come, row by row."""

    def __init__(self, before: Break, inside: tuple[str, ...], label: str, budget: Budget) -> None:
        self.before = before
        self.inside = inside
        self.label = label
        self.in_row = False
        self._row = -1
        self._column = 0
        self._cells: list[Cell] = []
        self._held: list[_Held] = []  # from rows above, by column
        self._next_held: int | None = None  # how many of them have been passed in this row; None before its first cell
        self._new: list[_Held] = []  # from this row
        self._budget = budget

    def open_row(self) -> None:
        """Begin the next row."""
        self._row += 1
        self._column = 0
        self._next_held = None
        self.in_row = True

    def close_row(self) -> None:
        """End the row; a cell that follows opens another."""
        self.in_row = False

    def place(self, attributes: Mapping[str, str], header: bool, at: int) -> Cell:
        """A cell without content at the next free place; `at` is where its content begins in the source."""
        if not self.in_row:
            self.open_row()
        self._budget.add_blocks()
        rows = _span_of(attributes, "rowspan", _MOST_ROWS)
        columns = _span_of(attributes, "colspan", _MOST_COLUMNS)
        column = self._free_column()
        self._column = column + columns
        if rows > 1:
            self._new.append(_Held(column, column + columns, self._row + rows))
        return Cell(self._row, column, (), Span(at, at), rows, columns, header)

    def add(self, cell: Cell) -> None:
        """Keep a cell whose content has been read."""
        self._cells.append(cell)

    def table(self) -> Table | None:
        """The table; ``None`` if it has no cells. Cells do not reach below its last row."""
        if not self._cells:
            return None
        rows = max(c.row for c in self._cells) + 1
        cells = [attrs.evolve(c, rowspan=rows - c.row) if c.row + c.rowspan > rows else c for c in self._cells]
        self._budget.add_blocks()
        return Table(
            cells=tuple(cells), span=hull(c.span for c in cells), before=self.before, style="html", inside=self.inside
        )

    def _free_column(self) -> int:
        if self._next_held is None:
            self._begin_cells()
        at = self._next_held or 0
        column = self._column
        while at < len(self._held) and self._held[at].start <= column:
            column = max(column, self._held[at].end)
            at += 1
        self._next_held = at
        return column

    def _begin_cells(self) -> None:
        """Sort what the rows above hold; left to the first cell, so that rows without any cost nothing."""
        self._budget.add_grid_steps(len(self._held) + len(self._new))
        self._held = sorted((h for h in self._held + self._new if h.until > self._row), key=lambda h: h.start)
        self._new = []
        self._next_held = 0


def _span_of(attributes: Mapping[str, str], name: str, most: int) -> int:
    digits = attributes.get(name, "").strip()
    if not (digits.isascii() and digits.isdigit()):
        return 1
    return min(max(int(digits[:6]), 1), most)
