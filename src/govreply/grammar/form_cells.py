"""Entries of a form: label and value, whether the form is a table, tab-separated lines or plain lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen, mutable

from govreply.grammar.rows import Grid, GridCell, Row, tidy
from govreply.grammar.ticks import lone_tick
from govreply.lexicon.fold import fold
from govreply.lexicon.labels import labels
from govreply.patterns import compile_pattern
from govreply.span import MappedText, join

_BRACKETS = compile_pattern(r"[（(][^）)]{0,20}[）)]|[：*＊ 　\d.、]|\s")
_ROW_LABEL = compile_pattern(r"^(?P<label>[\p{Han}（） ]{2,24}?) {0,3}：")


@mutable
class Entry:
    """A label and what stands beside or below it; `values` keep their spaces."""

    label: MappedText
    field: str
    values: list[MappedText]

    @property
    def name(self) -> str:
        """The label folded, spaces and colon removed."""
        return fold(tidy(self.label).text).strip("：*＊ ")

    @property
    def value(self) -> MappedText:
        """All values, a space between them."""
        return join(self.values, " ") if self.values else MappedText.empty(self.label.whole.end)


@frozen
class Column:
    """An option printed as a column head, with the cell below it that takes the tick."""

    head: GridCell
    below: GridCell | None


def field_of(folded: str) -> str | None:
    """The field that a cell's text labels; ``None`` if it is no label."""
    if len(folded) > 40:
        return None
    core = _BRACKETS.sub("", folded)
    return labels("form").get(core)


def entries_of_grid(grid: Grid) -> Iterator[Entry]:
    """Label cells with the cells to their right; unlabelled first cells of a row count as labels if the rest is a value."""
    rows: dict[int, list[GridCell]] = {}
    for cell in grid.cells:
        rows.setdefault(cell.cell.row, []).append(cell)
    for index in sorted(rows):
        yield from _entries_of_cells(rows[index])


def _entries_of_cells(cells: Sequence[GridCell]) -> Iterator[Entry]:
    entry: Entry | None = None
    for cell in cells:
        name = field_of(cell.folded)
        if name is not None and not (
            entry is not None and not entry.values and name == "proposer" and len(cell.text) < 3
        ):
            if entry is not None:
                yield entry
            entry = Entry(cell.raw, name, [])
            continue
        inner = _inner_entry(cell) if entry is None or entry.values else None
        if inner is not None:
            if entry is not None:
                yield entry
            yield inner
            entry = None
        elif entry is None:
            entry = Entry(cell.raw, "unknown", [])
        else:
            entry.values.append(cell.raw)
    if entry is not None:
        yield entry


def _inner_entry(cell: GridCell) -> Entry | None:
    """``label：value`` inside one cell."""
    folded = fold(cell.raw.text)
    match = _ROW_LABEL.match(folded)
    if match is None:
        return None
    name = field_of(match["label"].replace(" ", ""))
    return (
        None
        if name is None
        else Entry(cell.raw.cut(0, match.end("label")), name, [cell.raw.cut(match.end(), len(folded))])
    )


def entry_of_row(row: Row) -> Entry | None:
    """``label：value`` on a line, or a label alone; ``None`` if the line begins with no label."""
    folded = row.raw_folded
    lead = len(folded) - len(folded.lstrip())
    match = _ROW_LABEL.match(folded.lstrip())
    if match is not None:
        name = field_of(match["label"].replace(" ", ""))
        if name is not None:
            return Entry(
                row.raw.cut(lead, lead + match.end("label")), name, [row.raw.cut(lead + match.end(), len(folded))]
            )
        return None
    name = field_of(row.folded)
    return Entry(row.raw, name, []) if name is not None and len(row.folded) >= 3 else None


def columns_below(grid: Grid) -> Iterator[tuple[GridCell, list[Column]]]:
    """Questions whose options are column heads and whose ticks stand in the cells below them."""
    cells = list(grid.cells)
    for cell in cells:
        if cell.cell.rowspan < 2 or not cell.text:
            continue
        heads = [
            c
            for c in cells
            if c.cell.row == cell.cell.row and c.cell.column > cell.cell.column and c.text and len(c.text) <= 8
        ]
        columns = [Column(h, _below(cells, h)) for h in heads]
        ticks = [lone_tick(fold(c.below.raw.text)) if c.below is not None else None for c in columns]
        if len(columns) >= 2 and all(t is not None for t in ticks):
            yield cell, columns


def _below(cells: Sequence[GridCell], head: GridCell) -> GridCell | None:
    row, column = head.cell.row + head.cell.rowspan, head.cell.column
    return next(
        (c for c in cells if c.cell.row == row and c.cell.column <= column < c.cell.column + c.cell.colspan), None
    )
