"""Tables that are lines with tabs between their cells."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from govreply.blocks import Block, Break, Cell, Line, LineKind, Table
from govreply.readers.budget import Budget
from govreply.readers.lines import SourceLines, cut_line, trim_line
from govreply.span import Span, hull

# A line without tabs between two lines with tabs belongs to the table; two of them end it.
_LONGEST_GAP = 1
# Lines of nothing but tabs are rows of empty cells, which part no table.
_MOST_EMPTY_ROWS = 3
_LONGEST_SIGN = 3


def tabulate(blocks: Sequence[Block], lines: SourceLines, budget: Budget) -> list[Block]:
    """`blocks` with each run of at least two adjacent lines that have tabs made into a table.

    Adjacent are lines of the source without a blank line between them, lines of tabs apart. A run begins and ends with a
    line that has a tab after some text; a tab before any text is an indent unless it stands inside such a run, or a sign or
    two end the run there.
    """
    made: list[Block] = []
    index = 0
    while index < len(blocks):
        end = _run_end(blocks, index, lines)
        if end - index > 1:
            made.append(_table([b for b in blocks[index:end] if isinstance(b, Line)], budget))
            index = end
        else:
            made.append(blocks[index])
            index += 1
    return made


def _run_end(blocks: Sequence[Block], start: int, lines: SourceLines) -> int:
    """The index after the run that begins at `start`; `start` itself where none does."""
    if not _has_tab(blocks[start]):
        return start
    end, gap = start + 1, 0
    for at in range(start + 1, len(blocks)):
        block = blocks[at]
        if not (isinstance(block, Line) and _follows(blocks[at - 1], block, lines)):
            break
        gap = 0 if "\t" in block.text.text else gap + 1
        if gap > _LONGEST_GAP:
            break
        if _has_tab(block) or _is_sign_behind_tabs(block):
            end = at + 1
    return end


def _has_tab(block: Block) -> bool:
    return isinstance(block, Line) and block.kind is LineKind.PARAGRAPH and "\t" in block.text.text.lstrip()


def _is_sign_behind_tabs(block: Line) -> bool:
    """A row of empty cells with a sign in the last of them, as below the options of a form; no indented paragraph."""
    text = block.text.text
    return text.startswith("\t") and 0 < len(text.strip()) <= _LONGEST_SIGN


def _follows(before: Block, after: Line, lines: SourceLines) -> bool:
    if not isinstance(before, Line) or after.kind is not LineKind.PARAGRAPH:
        return False
    first, last = lines.number_at(before.text.whole.end), lines.number_at(after.text.whole.start)
    if last - first > _MOST_EMPTY_ROWS + 1:
        return False
    return all("\t" in lines[number] for number in range(first + 1, last))


def _table(rows: Sequence[Line], budget: Budget) -> Table:
    budget.add_blocks(sum(row.text.text.count("\t") + 1 for row in rows))
    cells = [cell for number, row in enumerate(rows) for cell in _cells(row, number)]
    return Table(
        cells=tuple(cells), span=hull(c.span for c in cells), before=rows[0].before, style="tab", inside=rows[0].inside
    )


def _cells(row: Line, number: int) -> list[Cell]:
    cells: list[Cell] = []
    start = 0
    for column, part in enumerate(row.text.text.split("\t")):
        end = start + len(part)
        line = trim_line(cut_line(row, start, end), " ")
        span = row.text.span(start, end)
        blocks = (attrs.evolve(line, kind=LineKind.CELL, before=Break.BLOCK),) if line.text.text.strip() else ()
        cells.append(Cell(number, column, blocks, Span(span.start, span.end)))
        start = end + 1
    return cells
