"""Tables that plain text draws: by bars, with or without a frame, or by wide blanks between the columns."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from govreply.grammar import ticks
from govreply.grammar.form_cells import Entry, FormCell
from govreply.grammar.form_labels import built_field_of
from govreply.grammar.rows import Piece, Row
from govreply.lexicon.fold import fold
from govreply.patterns import compile_pattern
from govreply.span import MappedText

_BAR = compile_pattern(r"[│┃|｜║]")
_FRAME = compile_pattern(r"[-+|=_│┃║─━═┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝┏┳┓┣╋┫┗┻┛ ]{3,}+")
_WIDE = compile_pattern(r" {2,}+")
_BLANK = r" \u00a0\u2002\u2003\u2007\u2009\u202f\u3000"
_BETWEEN_COLUMNS = compile_pattern(rf"[{_BLANK}]?\t[\t{_BLANK}]*+|[{_BLANK}]{{2}}[\t{_BLANK}]*+")


def drawn_rows(pieces: Sequence[Piece]) -> int:
    """How many rows from here on are drawn as a table with bars."""
    count, bars = 0, 0
    for piece in pieces:
        if not isinstance(piece, Row):
            break
        folded = piece.raw_folded.strip()
        if sum(1 for _ in _BAR.finditer(folded)) >= 2 and folded[0] in "│┃|｜║":
            bars += 1
        elif not _FRAME.fullmatch(folded):
            break
        count += 1
    return count if bars >= 2 else 0


def bar_cells(rows: Sequence[Piece]) -> list[FormCell]:
    """The cells between the bars of drawn rows; rows of the frame hold none."""
    cells: list[FormCell] = []
    number = 0
    for row in rows:
        if not isinstance(row, Row) or _FRAME.fullmatch(row.raw_folded.strip()) is not None:
            continue
        folded = row.raw_folded
        bars = [m.start() for m in _BAR.finditer(folded)]
        for column, (start, end) in enumerate(pairwise(bars)):
            part = row.raw.cut(start + 1, end)
            cells.append(FormCell((part,) if part.text.strip() else (), part.whole.start, number, column))
        number += 1
    return cells


def columns(row: Row) -> list[MappedText]:
    """The parts of a row between wide blanks or tabs."""
    text = row.raw.text.rstrip()
    parts, at = [], 0
    for gap in [*_BETWEEN_COLUMNS.finditer(text), None]:
        end = gap.start() if gap else len(text)
        if text[at:end].strip():
            parts.append(row.raw.cut(at, end))
        at = gap.end() if gap else end
    return parts


def question_in_columns(row: Row, parts: Sequence[MappedText]) -> Entry | None:
    """是否沟通　√是　否: a label and, behind wide blanks, its options with a tick among them."""
    if len(parts) < 2 or built_field_of(fold(parts[0].text)) not in ("question", "opinion"):
        return None
    lead = _WIDE.match(row.raw_folded)
    value = row.raw.cut((lead.end() if lead is not None else 0) + len(parts[0].text), len(row.raw.text))
    return Entry(parts[0], "question", [value]) if len(ticks.read_options(value)) >= 2 else None
