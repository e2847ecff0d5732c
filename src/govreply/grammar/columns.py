"""Marks that stand beside other things, taken apart before anything is read: tables that lay out the head, notes behind a date."""

from __future__ import annotations

from govreply.grammar import marks
from govreply.grammar.draft import Draft
from govreply.grammar.numbers import match_number
from govreply.grammar.organs import is_organ
from govreply.grammar.rows import Grid, Piece, Row
from govreply.lexicon.dates import read_date_line
from govreply.lexicon.fold import fold
from govreply.patterns import compile_pattern

_MOST_CELLS = 12
_NOTE_BEHIND = compile_pattern(r" {0,20}[（〔][^（）〔〕]{2,30}[）〕] {0,20}$")


def take_apart(draft: Draft) -> None:
    """Open tables of the head whose cells are marks and organs only, and part a note in brackets from the date before it."""
    pieces: list[Piece] = []
    for piece in draft.pieces:
        if isinstance(piece, Grid):
            pieces.extend(_rows_of_head(piece) or [piece])
        else:
            pieces.extend(_without_note(piece))
    draft.pieces = pieces


def _rows_of_head(grid: Grid) -> list[Row]:
    """The rows of a table that holds number, class, signer, disclosure or organ in every cell; else none."""
    if len(grid.cells) > _MOST_CELLS:
        return []
    rows = [row for cell in grid.cells for row in cell.rows]
    if not all(_is_mark(row) or is_organ(row.folded) for row in rows) or not any(_is_mark(row) for row in rows):
        return []
    return rows


def _is_mark(row: Row) -> bool:
    labelled = (marks.class_mark, marks.disclosure_mark, marks.signer_mark)
    if any(mark is not None and mark.start == 0 for mark in (find(row.raw_folded) for find in labelled)):
        return True
    if marks.bare_class(row.folded) is not None or marks.disclosure_row(row.folded) is not None:
        return True
    return len(row.folded) <= 40 and match_number(row.tidy, row.folded, 0) is not None


def _without_note(row: Row) -> list[Row]:
    """2023年6月12日（此件公开发布）: date and note as two rows."""
    match = _NOTE_BEHIND.search(row.raw_folded)
    if match is None or match.start() == 0 or marks.disclosure_row(match.group()) is None:
        return [row]
    front = row.part(0, match.start())
    if read_date_line(fold(front.text)) is None and not is_organ(front.folded):
        return [row]
    return [front, row.part(match.start(), len(row.raw.text))]
