"""Forms drawn as tables: label cells and the cells beside or below them, options one a cell, ticks under column heads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from attrs import Factory, frozen, mutable

from govreply.grammar.form_labels import built_field_of, field_of, labelled
from govreply.grammar.rows import Grid, tidy
from govreply.grammar.ticks import answers, has_marks, lone_tick, read_options
from govreply.lexicon.fold import fold
from govreply.span import MappedText, join

_SHORT = 14
_WHOLE_FORM = 30


@mutable
class Entry:
    """A label and what stands beside or below it; `values` keep their spaces.

    Attributes:
        heads: where the options are column heads, each with the cell below it that takes the tick.
    """

    label: MappedText
    field: str
    values: list[MappedText] = Factory(list)
    heads: list[tuple[MappedText, MappedText | None]] = Factory(list)

    @property
    def name(self) -> str:
        """The label folded, spaces and colon removed."""
        return fold(tidy(self.label).text).strip("：*＊ ")

    @property
    def value(self) -> MappedText:
        """All values, a space between them."""
        return join(self.values, " ") if self.values else MappedText.empty(self.label.whole.end)


@frozen(eq=False)
class FormCell:
    """A cell of a form with its lines and its place in the grid."""

    lines: tuple[MappedText, ...]
    at: int
    row: int
    column: int
    rowspan: int = 1
    colspan: int = 1

    @cached_property
    def raw(self) -> MappedText:
        """All lines, a space between them."""
        return join(self.lines, " ") if self.lines else MappedText.empty(self.at)

    @cached_property
    def folded(self) -> str:
        """The tidied text, folded."""
        return fold(tidy(self.raw).text)

    @cached_property
    def field(self) -> str | None:
        """The field that the cell labels."""
        return built_field_of(self.folded)

    @cached_property
    def tick(self) -> bool | None:
        """Ticked, empty, or holding something else (``None``)."""
        return lone_tick(fold(self.raw.text))

    @property
    def is_option(self) -> bool:
        """Whether it is one of the words that forms print as an option, without a mark."""
        return 0 < len(self.folded) <= _WHOLE_FORM and _without_score(self.folded) in answers()

    def covers(self, column: int) -> bool:
        """Whether it stands in a column."""
        return self.column <= column < self.column + self.colspan


def cells_of(grid: Grid) -> list[FormCell]:
    """The cells of a table of the document."""
    return [
        FormCell(
            tuple(r.raw for r in c.rows), c.cell.span.start, c.cell.row, c.cell.column, c.cell.rowspan, c.cell.colspan
        )
        for c in grid.cells
    ]


def entries_of(cells: Sequence[FormCell]) -> Iterator[Entry]:
    """The entries of a table, in reading order row by row."""
    rows: dict[int, list[FormCell]] = {}
    for cell in cells:
        rows.setdefault(cell.row, []).append(cell)
    used: set[int] = set()
    for index in sorted(rows):
        row = [c for c in rows[index] if id(c) not in used]
        matrix = list(_ticks_below(cells, row))
        if matrix:
            options = {id(head) for _, heads in matrix for head, _ in heads}
            taken = (
                options | {id(label) for label, _ in matrix} | {id(b) for _, h in matrix for _, b in h if b is not None}
            )
            used |= taken
            rest = [c for c in row if id(c) not in taken and not _above_some(c, matrix)]
            yield from _values_below(cells, rest, used) if _is_head_row(rest) else _across(rest)
            for label, heads in matrix:
                yield Entry(label.raw, "question", [], [(h.raw, b.raw if b is not None else None) for h, b in heads])
        elif _is_head_row(row) and _has_values_below(cells, row):
            yield from _values_below(cells, row, used)
        else:
            yield from _across(row)


def _ticks_below(
    cells: Sequence[FormCell], row: Sequence[FormCell]
) -> Iterator[tuple[FormCell, list[tuple[FormCell, FormCell | None]]]]:
    """Questions whose options are heads in `row` and whose ticks stand in the cells of the rows below."""
    heads = [c for c in row if c.is_option] or [
        c
        for c in row
        if row and row[0].rowspan > 1 and c is not row[0] and 0 < len(c.folded) <= _SHORT and not has_marks(c.folded)
    ]
    if len(heads) < 2 or any(c.field is not None for c in heads):
        return
    if any(has_marks(c.folded) for c in row):
        return  # √满意 | 基本满意 | 不满意: the tick stands among them
    below = max(h.row + h.rowspan for h in heads)
    while True:
        beneath = [_at(cells, below, h.column) for h in heads]
        if all(b is None for b in beneath) or any(b is not None and b.tick is None for b in beneath):
            return
        label = _label_left(cells, below, heads[0])
        if label is None or (
            label.field == "opinion" and label.row >= below and not any(b and b.tick for b in beneath)
        ):
            return  # the empty cell for the opinion, not a row of empty boxes
        yield label, list(zip(heads, beneath, strict=True))
        below += 1


def _label_left(cells: Sequence[FormCell], row: int, head: FormCell) -> FormCell | None:
    """The question of a row of ticks: the nearest cell to their left; else what stands left of, or above, their heads."""
    left = [c for c in cells if c.row <= row < c.row + c.rowspan and c.column < head.column and c.folded]
    nearest = max(left, key=lambda c: c.column, default=None)
    beside = [c for c in cells if c.row == head.row and c.column < head.column and c.folded]
    above = next((c for c in cells if c.row + c.rowspan == head.row and c.covers(head.column) and c.folded), None)
    if (
        above is not None
        and not beside
        and above.colspan > 1
        and above.column >= head.column
        and (nearest is None or nearest.field is None)
    ):
        return above
    if nearest is not None and nearest.tick is None:
        return nearest
    return max(beside, key=lambda c: c.column, default=above)


def _above_some(cell: FormCell, matrix: Sequence[tuple[FormCell, list[tuple[FormCell, FormCell | None]]]]) -> bool:
    """Whether a cell of the head row only names the column of the questions (评价内容)."""
    return len(matrix) >= 1 and cell.field not in _DATA and any(cell.covers(label.column) for label, _ in matrix)


_DATA = ("number", "proposer", "matter_title", "organ", "opinion", "place", "phone", "date", "other")


def _is_head_row(row: Sequence[FormCell]) -> bool:
    """Whether all cells are labels, so that the values can only stand below."""
    return len(row) >= 2 and all(c.folded and (field_of(c.folded) or c.field) for c in row)


def _has_values_below(cells: Sequence[FormCell], heads: Sequence[FormCell]) -> bool:
    below = [v for v in (_at(cells, h.row + h.rowspan, h.column) for h in heads) if v is not None and not v.is_option]
    if len(below) < 2 or any(v.field is not None or v.column not in {h.column for h in heads} for v in below):
        return False
    return len(below) > 2 or any(v.folded for v in below)


def _values_below(cells: Sequence[FormCell], heads: Sequence[FormCell], used: set[int]) -> Iterator[Entry]:
    """The entries of a head row; a head above options names their question and is none itself."""
    for head in heads:
        value = _at(cells, head.row + head.rowspan, head.column)
        if value is not None and value.is_option and head.colspan > 1:
            continue
        if value is None or id(value) in used:
            yield Entry(head.raw, head.field or "unknown")
            continue
        yield Entry(head.raw, head.field or "unknown", [value.raw])
        used.add(id(value))


def _at(cells: Sequence[FormCell], row: int, column: int) -> FormCell | None:
    return next((c for c in cells if c.row == row and c.covers(column)), None)


def _across(cells: Sequence[FormCell]) -> Iterator[Entry]:
    """Label cells with the cells to their right; a first cell that is no known label counts as one if the rest is a value."""
    entry: Entry | None = None
    for at, cell in enumerate(cells):
        inner = list(_inner(cell)) if cell.lines and (entry is None or entry.values) else []
        if inner and inner[0].label is not cell.raw:
            if entry is not None:
                yield entry
            entry = None
            yield from inner
            continue
        if cell.field is not None and not _is_value(cell, entry, cells[at + 1 :]):
            if entry is not None and not (entry.field == "question" and not entry.values):
                yield entry
            entry = Entry(cell.raw, cell.field)
        elif entry is None:
            stem = read_options(cell.raw)
            entry = (
                Entry(MappedText.empty(cell.at), "unknown", [cell.raw])
                if len(stem) >= 2
                else Entry(cell.raw, "unknown")
            )
        else:
            value, signed = _without_signature(cell)
            entry.values.append(value)
            if signed:
                yield entry
                yield from signed
                entry = None
    if entry is not None:
        yield entry


def _is_value(cell: FormCell, entry: Entry | None, rest: Sequence[FormCell]) -> bool:
    """A label word where a value is due: 代表 beside 提案者, or the last cell of a row (办理结果 | 满意)."""
    if entry is None or entry.values:
        return False
    if entry.field == "proposer" and len(cell.folded) < 3:
        return True
    if not any(c.folded for c in rest) and field_of(cell.folded) is None:
        return True
    return entry.field in ("question", "unknown") and cell.folded in answers()


def _inner(cell: FormCell) -> Iterator[Entry]:
    """``label：value`` inside one cell, a line each or several on one line."""
    started = False
    for line in cell.lines:
        found = entries_in_line(line)
        if not found and not started:
            return
        if found and found[0].label.whole.start > line.whole.start and not started:
            return
        started = True
        yield from found


def _without_signature(cell: FormCell) -> tuple[MappedText, list[Entry]]:
    """The value of a cell, without the signature, the date or a further question that stand behind it in the same cell."""
    kept: list[MappedText] = []
    apart: list[Entry] = []
    for line in cell.lines:
        found = [
            e for e in entries_in_line(line) if e.field in ("signature", "date") or len(read_options(e.value)) >= 2
        ]
        if not found:
            (apart[-1].values if apart else kept).append(line)
            continue
        start = found[0].label.whole.start
        lead = next((at for at in range(len(line.text)) if line.span(at, at + 1).start >= start), len(line.text))
        if line.text[:lead].strip():
            kept.append(line.cut(0, lead).strip())
        apart.extend(found)
    if not kept:
        return MappedText.empty(cell.at), apart
    return join(kept, " "), apart


def entries_in_line(line: MappedText) -> list[Entry]:
    """All ``label：value`` of a line, values up to the next label."""
    found = labelled(line)
    return [
        Entry(
            line.cut(one.start, one.end),
            one.field,
            [line.cut(one.value, found[at + 1].start if at + 1 < len(found) else len(line.text))],
        )
        for at, one in enumerate(found)
    ]


def across(cells: Iterable[MappedText], row: int = 0) -> list[Entry]:
    """The entries of cells that a line of text draws by bars or wide blanks."""
    made = [FormCell((c,) if c.text.strip() else (), c.whole.start, row, at) for at, c in enumerate(cells)]
    return list(_across(made))


def _without_score(folded: str) -> str:
    """基本满意（60-79分） is the option 基本满意."""
    return folded.split("（")[0]
