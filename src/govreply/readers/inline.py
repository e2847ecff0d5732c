"""Inline Markdown: the reading text that the marks of a paragraph leave, with positions."""

from __future__ import annotations

from collections.abc import Set

import attrs

from govreply.blocks import Break, Line
from govreply.readers import emphasis
from govreply.readers.budget import Budget
from govreply.readers.emphasis import Delimiter
from govreply.readers.inline_marks import Piece, Scanner, Switch, TextPiece
from govreply.readers.lines import Excerpt, LineBuilder, cut_line, stronger

_TRIMMED = " \t"


def read_inline(
    excerpt: Excerpt, budget: Budget, prefix: tuple[int, int] | None = None, defined: Set[str] = frozenset()
) -> list[Line]:
    """The lines of a paragraph, heading or cell; blank ones are left out.

    The first has ``before=Break.BLOCK``, the others what the mark-up says. Spaces around each line are dropped; tabs
    are kept, as they may part cells. `prefix` is a source range that stands before the first line, such as ``1. ``; `defined` are
    the labels of links that the document defines.
    """
    pieces = Scanner(excerpt.text, budget, defined).scan()
    delimiters = [p for p in pieces if isinstance(p, Delimiter)]
    emphasis.resolve(delimiters)
    if delimiters:
        _embrace_lines(pieces)
    return _draw(pieces, excerpt, prefix)


def _embrace_lines(pieces: list[Piece]) -> None:
    line: list[Piece] = []
    for piece in [*pieces, Break.BLOCK]:
        if not isinstance(piece, Break):
            if not (isinstance(piece, TextPiece) and not piece.text.strip()) and not isinstance(piece, Switch):
                line.append(piece)
            continue
        if line and isinstance(line[0], Delimiter) and isinstance(line[-1], Delimiter):
            emphasis.embrace(line[0], line[-1])
        line = []


def _draw(pieces: list[Piece], excerpt: Excerpt, prefix: tuple[int, int] | None) -> list[Line]:
    lines: list[Line] = []
    builder = LineBuilder()
    if prefix is not None:
        builder.add(excerpt.source[prefix[0] : prefix[1]], *prefix)
    before = Break.BLOCK
    bold = 0
    for piece in pieces:
        if isinstance(piece, TextPiece):
            builder.add(piece.text, *excerpt.origins(piece.start, piece.end))
        elif isinstance(piece, Delimiter):
            bold = max(bold - piece.bold_closed, 0)
            builder.strong(bold > 0)
            if piece.start < piece.end:
                builder.add(excerpt.text[piece.start : piece.end], *excerpt.origins(piece.start, piece.end))
            bold += piece.bold_opened
            builder.strong(bold > 0)
        elif isinstance(piece, Break):
            before = _end_line(builder, lines, before, piece)
        elif piece in (Switch.LINK_ON, Switch.LINK_OFF):
            builder.link(piece is Switch.LINK_ON)
        else:
            bold = bold + 1 if piece is Switch.STRONG_ON else max(bold - 1, 0)
            builder.strong(bold > 0)
    _end_line(builder, lines, before, Break.BLOCK)
    return lines


def _end_line(builder: LineBuilder, lines: list[Line], before: Break, now: Break) -> Break:
    """Take the line that ends with the break `now`; gives what stands before the next line."""
    line = builder.take()
    if line is None:
        return stronger(before, now)
    lines.append(attrs.evolve(_trim(line), before=before))
    return now


def _trim(line: Line) -> Line:
    """Without spaces at both ends; up to the first and from the last tab everything stays, as tabs may part cells."""
    text = line.text.text
    start = len(text) - len(text.lstrip(_TRIMMED))
    end = len(text.rstrip(_TRIMMED))
    first_tab, last_tab = text.find("\t", 0, start), text.rfind("\t", end)
    return cut_line(line, start if first_tab < 0 else first_tab, end if last_tab < 0 else last_tab + 1)
