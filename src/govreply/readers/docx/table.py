"""Tables: rows and cells in the grid, merged cells as one (ISO/IEC 29500-1, 17.4)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import attrs
from attrs import define, field

from govreply.blocks import Block, Cell, Table
from govreply.readers.docx.control import NO_CONTROL, Control, control_of
from govreply.readers.docx.names import Element, alternative, child, children, is_on, kind, number, value
from govreply.readers.docx.shared import Counts, Shared
from govreply.span import Span, hull

_WRAPPERS = frozenset(("w:ins", "w:moveTo", "w:customXml", "w:sdtContent"))
_MOST_COLUMNS = 1000  # Word itself has 63

ReadCell = Callable[[Element, int, int, int, Control], tuple[Block, ...]]


@define(eq=False)
class TableReader:
    """Reads one table, once; `counts` has counted it already."""

    _shared: Shared
    _counts: Counts
    _read_cell: ReadCell
    _cells: list[Cell] = field(factory=list)
    _above: dict[int, int] = field(factory=dict)  # column -> the merged cell that reaches down to it

    def read(self, element: Element) -> Table | None:
        """The table; ``None`` if it has no cells."""
        number_of_table = self._counts.tables
        row = 0
        for line, _ in _parts(element, "w:tr", NO_CONTROL):
            properties = child(line, "w:trPr")
            if child(properties, "w:del") is not None:
                self._pass_over(line)
                continue
            if row:
                self._shared.layout.separate()
            self._row(line, properties, number_of_table, row)
            row += 1
        if not self._cells:
            return None
        self._shared.budget.add_blocks()
        return Table(cells=tuple(self._cells), span=hull(c.span for c in self._cells), style="docx")

    def _row(self, line: Element, properties: Element | None, table: int, row: int) -> None:
        column = min(number(value(child(properties, "w:gridBefore"))) or 0, _MOST_COLUMNS)
        header = bool(is_on(child(properties, "w:tblHeader")))
        merged: dict[int, int] = {}
        first = len(self._cells)
        for element, control in _parts(line, "w:tc", NO_CONTROL):
            about = child(element, "w:tcPr")
            if child(about, "w:cellDel") is not None:
                self._pass_over(element)
                continue
            self._shared.budget.add_blocks()
            # a width that nobody can mean counts no more; the cells behind it are there all the same
            width = min(max(number(value(child(about, "w:gridSpan"))) or 1, 1), max(_MOST_COLUMNS - column, 1))
            upper = self._above.get(column) if _continues(about, "w:vMerge") else None
            if upper is not None:
                self._cells[upper] = attrs.evolve(self._cells[upper], rowspan=row - self._cells[upper].row + 1)
                merged[column] = upper
                self._pass_over(element)
            elif _continues(about, "w:hMerge") and len(self._cells) > first:
                left = self._cells[-1]
                self._cells[-1] = attrs.evolve(left, colspan=left.colspan + width)
                self._pass_over(element)
            else:
                if len(self._cells) > first:
                    self._shared.layout.separate("\t")
                if child(about, "w:vMerge") is not None:
                    merged[column] = len(self._cells)
                self._cells.append(self._cell(element, table, row, column, width, header, control))
            column += width
        self._above = merged

    def _cell(
        self, element: Element, table: int, row: int, column: int, width: int, header: bool, control: Control
    ) -> Cell:
        start = self._shared.layout.length
        blocks = self._read_cell(element, table, row, column, control)
        span = Span(start, self._shared.layout.length)
        return Cell(row, column, blocks, span, colspan=width, header=header)

    def _pass_over(self, element: Element) -> None:
        """Count what is not shown, so that paragraph numbers stay those of the file."""
        self._counts.paragraphs += sum(1 for below in element.iter() if kind(below) == "w:p")
        self._counts.tables += sum(1 for below in element.iter() if kind(below) == "w:tbl")


def _parts(container: Element, name: str, control: Control) -> Iterator[tuple[Element, Control]]:
    """The rows or cells in `container`, also inside content controls and insertions."""
    for element in container:
        found = kind(element)
        if found == name:
            yield element, control
        elif found == "w:sdt":
            inner = control_of(child(element, "w:sdtPr"))
            for content in children(element, "w:sdtContent"):
                yield from _parts(content, name, inner if inner != NO_CONTROL else control)
        elif found in _WRAPPERS:
            yield from _parts(element, name, control)
        elif found == "mc:AlternateContent":
            chosen = alternative(element)
            if chosen is not None:
                yield from _parts(chosen, name, control)


def _continues(properties: Element | None, name: str) -> bool:
    merge = child(properties, name)
    return merge is not None and (value(merge) or "continue") == "continue"
