"""Tables without rulings: lines whose cells stand in columns, wide blanks between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from govreply.readers.paging.lines import TextLine
from govreply.readers.paging.pieces import CellPieces, Piece, TablePiece
from govreply.readers.paging.rulings import Grid, RuledCell

# All in parts of the font size.
_WIDE = 1.0  # blanks from here on may part cells
_ALIGNED = 0.35
_FAR = 3.5  # lines farther apart are no rows of one table
_FEWEST_ROWS = 3
_MOST_ROWS = 400


def find_columns(pieces: Sequence[Piece]) -> list[Piece]:
    """`pieces` of a page with each run of at least three lines in columns made a table."""
    made: list[Piece] = []
    run: list[TextLine] = []
    for piece in pieces:
        if isinstance(piece, TextLine) and len(_segments(piece)) > 1 and len(run) < _MOST_ROWS:
            if run and piece.baseline - run[-1].baseline > _FAR * piece.size:
                made.extend(_table(run))
                run = []
            run.append(piece)
            continue
        made.extend(_table(run))
        run = []
        made.append(piece)
    return [*made, *_table(run)]


def _table(run: list[TextLine]) -> list[Piece]:
    """The run as a table, where at least two columns begin in three rows; else as it is."""
    if len(run) < _FEWEST_ROWS:
        return list(run)
    lefts = [part.left for line in run for part in _segments(line)[1:]]
    starts = column_starts(lefts, _ALIGNED * max(line.size for line in run))
    if not starts or sum(1 for line in run if len(_cells(line, starts)) > 1) < _FEWEST_ROWS:
        return list(run)
    left = min(line.left for line in run)
    right = max(line.right for line in run)
    edges = [left, *starts, right + 1.0]
    cells: list[CellPieces] = []
    for row, line in enumerate(run):
        top, bottom = line.box[1], line.box[3]
        parts = _cells(line, starts)
        for number, (column, part) in enumerate(parts):
            end = parts[number + 1][0] if number + 1 < len(parts) else len(starts) + 1
            box = (edges[column], top, edges[end], bottom)
            cells.append(CellPieces(RuledCell(row, column, 1, end - column, box), (part,)))
    box = (left, run[0].box[1], right, run[-1].box[3])
    return [TablePiece(run[0].page, Grid(box, tuple(edges), tuple(c.cell for c in cells)), tuple(cells), ruled=False)]


def column_starts(lefts: Iterable[float], reach: float) -> list[float]:
    """Those of `lefts`, the left edges of cells, that at least two of them share, not farther than `reach` from each other."""
    starts: list[float] = []
    group: list[float] = []
    for left in [*sorted(lefts), float("inf")]:
        if group and left - group[0] > reach:
            if len(group) > 1:
                starts.append(group[0])
            group = []
        group.append(left)
    return starts


def _cells(line: TextLine, starts: Sequence[float]) -> list[tuple[int, TextLine]]:
    """The cells of a row by their columns; segments that begin no column belong to the cell before."""
    reach = _ALIGNED * line.size
    cells: list[tuple[int, TextLine]] = []
    last = line.glyphs[-1]
    bounds: list[tuple[int, float]] = [(0, line.left)]
    for part in _segments(line)[1:]:
        column = next((n for n, start in enumerate(starts, start=1) if abs(part.left - start) <= reach), None)
        if column is not None and column > bounds[-1][0]:
            bounds.append((column, part.left))
    for (column, left), (_, end) in pairwise([*bounds, (0, last.right + 1.0)]):
        glyphs = [g for g in line.glyphs if left <= g.left < end]
        while glyphs and not glyphs[-1].text.strip():
            glyphs.pop()
        cells.append((column, TextLine(line.page, tuple(glyphs))))
    return cells


def _segments(line: TextLine) -> list[TextLine]:
    """What wide blanks part; a word of single characters set wide (邮　编) stays whole."""
    parts: list[list[int]] = []
    for at, glyph in enumerate(line.glyphs):
        if not glyph.text.strip() and (len(glyph.text) > 1 or not parts):
            continue  # a blank that the file has itself is part of the text, a gap is none
        before = parts[-1][-1] if parts else None
        if before is None or glyph.left - line.glyphs[before].right >= _WIDE * line.size:
            parts.append([at])
        else:
            parts[-1].append(at)
    return [TextLine(line.page, line.glyphs[part[0] : part[-1] + 1]) for part in _without_wide_words(parts)]


def _without_wide_words(parts: list[list[int]]) -> Iterator[list[int]]:
    held: list[int] = []
    single = False
    for part in parts:
        if held and single and len(part) == 1:
            held = held + part
            continue
        if held:
            yield held
        held, single = part, len(part) == 1
    if held:
        yield held
