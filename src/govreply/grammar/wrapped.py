"""Hard-wrapped texts: every line is cut at one width. The lines of a paragraph are put together before anything is read."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

from attrs import evolve

from govreply.blocks import Break, LineKind
from govreply.grammar.form_labels import labelled
from govreply.grammar.numbering import doubtful
from govreply.grammar.rows import Piece, Row
from govreply.grammar.tail import kind_of
from govreply.grammar.title import is_title
from govreply.lexicon.ordinals import match_marker
from govreply.span import join

_NARROWEST, _WIDEST = 40, 160  # columns; a Chinese character takes two
_RAGGED = 4  # columns that a line may fall short, as no punctuation may open the next one
_LEAST_FULL = 4
_LEAST_SHARE = 0.4
_STOPS = "。！？："


def rejoin(pieces: list[Piece]) -> list[Piece]:
    """The pieces with the lines of wrapped paragraphs joined; a text that is not wrapped comes back as it is."""
    rows = [p for p in pieces if isinstance(p, Row) and p.line.kind in (LineKind.PARAGRAPH, LineKind.ITEM)]
    width = _wrap_width(rows)
    if width is None:
        return pieces
    indented = _indents(rows)
    result: list[Piece] = []
    held: list[Row] = []
    for piece in pieces:
        if held and isinstance(piece, Row) and _goes_on(held[-1], piece, width, indented):
            held.append(piece)
            continue
        result.extend(_merged(held))
        held = [piece] if isinstance(piece, Row) else []
        if not held:
            result.append(piece)
    return [*result, *_merged(held)]


def _wrap_width(rows: list[Row]) -> int | None:
    """The width that most long lines reach exactly; ``None`` where lines end where they like."""
    long = [
        (_columns(row), row.folded[-1:])
        for row, below in pairwise(rows)
        if below.before in (Break.HARD, Break.SOFT)
        and not (_is_labelled(row) and _is_labelled(below))
        and _columns(row) >= _NARROWEST
        and not is_title(row.folded)
    ]
    widest = max((width for width, _ in long), default=0)
    full = [last for width, last in long if width >= widest - _RAGGED]
    if widest > _WIDEST or len(full) < _LEAST_FULL or len(full) < _LEAST_SHARE * len(long):
        return None
    # paragraphs of one length by chance end with their sentences; where lines are cut at a width, many do not
    return widest if sum(last not in _STOPS for last in full) * 3 > len(full) else None


def _indents(rows: list[Row]) -> bool:
    """Whether paragraphs begin with blanks."""
    return sum(1 for r in rows if _is_indented(r)) >= 2


def _is_indented(row: Row) -> bool:
    raw = row.raw.text
    lead = raw[: len(raw) - len(raw.lstrip())]
    return _columns_of(lead) >= 2


def _goes_on(above: Row, row: Row, width: int, indented: bool) -> bool:
    """Whether `row` is the next line of the paragraph of `above`."""
    if row.before not in (Break.HARD, Break.SOFT) or row.is_heading or above.is_heading or row.line.bullet:
        return False
    if _columns(above) < width - _RAGGED or _is_indented(row) or is_title(above.folded):
        return False
    if _is_labelled(above) and _is_labelled(row):
        return False
    if above.folded[-1:] in _STOPS and kind_of(row):
        return False  # a sentence ended by chance at the margin, and the tail begins
    if indented and row.before is Break.HARD:
        return True
    if above.folded[-1:] in _STOPS:
        return row.before is Break.SOFT and above.folded[-1:] != "：" and not _opens(row)
    return not _opens(row)


def _is_labelled(row: Row) -> bool:
    """A line of a form or of the contacts: such lines stand one below another, however long they are."""
    found = labelled(row.raw)
    return bool(found) and not row.raw_folded[: found[0].start].strip()


def _opens(row: Row) -> bool:
    marker = match_marker(row.folded, 0)
    return marker is not None and not doubtful(row.folded, marker)


def _columns(row: Row) -> int:
    return _columns_of(row.raw.text.rstrip())


def _columns_of(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in text)


def _merged(held: list[Row]) -> list[Row]:
    if len(held) < 2:
        return held
    line = evolve(held[0].line, strong=(), links=())
    return [Row(join([r.raw for r in held]), line)]
