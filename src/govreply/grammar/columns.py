"""What stands beside other things in one row, taken apart before anything is read.

Tables that lay out the head, notes behind a date, the addressee before the opening sentence.
"""

from __future__ import annotations

from attrs import evolve

from govreply.blocks import Break
from govreply.grammar import copies, marks
from govreply.grammar.addressee import is_addressee
from govreply.grammar.draft import Draft
from govreply.grammar.numbers import match_number
from govreply.grammar.organs import is_organ
from govreply.grammar.rows import Grid, Piece, Row
from govreply.lexicon.dates import read_date_line
from govreply.lexicon.fold import fold
from govreply.patterns import compile_pattern
from govreply.span import join

_MOST_CELLS = 12
_ADDRESSED = compile_pattern(
    r"^(?P<to> {0,40}[^：。；《“]{2,80}?(?:代表|委员|委会|委员会|市委|省委|总支|支部|支社|工商联|代表团|先生|女士|局|厅)(?:您好|你好)?：)"
    r" {0,8}(?=(?:[您你]们?好[！，。]{0,2})? {0,8}(?:您|你|贵|现将|《|“|关于|经|首先|感谢|非常|收到))"
)
_OPENING = compile_pattern(r"收悉|悉[，。]|(?:答复|回复|函复|函告)如下|(?:提案|建议|议案)")
_NOTE_BEHIND = compile_pattern(r" {0,20}[（〔][^（）〔〕]{2,30}[）〕] {0,20}$")


def take_apart(draft: Draft) -> None:
    """Open tables of marks, organs and dates, in the head and as the signature; part notes and addressees from rows."""
    pieces: list[Piece] = []
    for at, piece in enumerate(draft.pieces):
        if isinstance(piece, Grid):
            following = draft.pieces[at + 1] if at + 1 < len(draft.pieces) else None
            rows = _rows_of_head(piece) or _rows_of_signature(piece, following) or _rows_of_imprint(piece)
            pieces.extend(rows or [piece])
        else:
            pieces.extend(part for row in _without_note(piece) for part in _without_addressee(row))
    draft.pieces = pieces


def _rows_of_head(grid: Grid) -> list[Row]:
    """The rows of a table that holds number, class, signer, disclosure or organ in every cell; else none."""
    if len(grid.cells) > _MOST_CELLS:
        return []
    rows = [row for cell in grid.cells for row in cell.rows]
    if not all(_is_mark(row) or is_organ(row.folded) for row in rows) or not any(_is_mark(row) for row in rows):
        return []
    return rows


def _rows_of_signature(grid: Grid, following: Piece | None) -> list[Row]:
    """The rows of a table that sets organs side by side, with their date among them or right behind it; else none."""
    if len(grid.cells) > _MOST_CELLS:
        return []
    rows = [row for cell in grid.cells for row in cell.rows]
    dates = [row for row in rows if read_date_line(row.folded) is not None]
    if len(dates) == len(rows) or not all(row in dates or is_organ(row.folded) for row in rows):
        return []
    dated = bool(dates) or (isinstance(following, Row) and read_date_line(following.folded) is not None)
    return rows if dated else []


def _rows_of_imprint(grid: Grid) -> list[Row]:
    """The rows of a table that is the 版记: recipients of copies, the organ that prints beside its date; else none."""
    lines: dict[int, list[Row]] = {}
    for cell in grid.cells:
        lines.setdefault(cell.cell.row, []).extend(cell.rows)
    rows = [_side_by_side(parts) for _, parts in sorted(lines.items()) if parts]
    if (
        len(grid.cells) > _MOST_CELLS
        or not rows
        or not all(copies.is_copies(row) or copies.is_print(row) for row in rows)
    ):
        return []
    return rows


def _side_by_side(parts: list[Row]) -> Row:
    """What stands in one line of a table as one row."""
    return parts[0] if len(parts) == 1 else Row(join([part.raw for part in parts], "  "), parts[0].line)


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


def _without_addressee(row: Row) -> list[Row]:
    """NAME代表：您提出的…收悉 as two rows."""
    match = _ADDRESSED.match(row.raw_folded)
    if match is None or _OPENING.search(row.raw_folded, match.end()) is None:
        return [row]
    front, rest = row.part(0, match.end("to")), row.part(match.end(), len(row.raw.text))
    if not is_addressee(front):
        return [row]
    return [front, Row(rest.raw, evolve(row.line, before=Break.BLOCK, strong=(), links=()))]
