"""Tables without rulings whose cells wrap: told from text by columns that begin at the same places, and by lines side by side.

Tables of one line a row are left to :mod:`govreply.readers.paging.columns`, unless some row has more. Where in doubt there is
no table: a form read line by line loses some values, a letter read as a table loses everything.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from govreply.readers.paging.bands import MOST_PARTS, Band, Block, bands_of, is_near
from govreply.readers.paging.columns import column_starts
from govreply.readers.paging.lines import TextLine
from govreply.readers.paging.pieces import CellPieces, Piece, TablePiece
from govreply.readers.paging.rulings import Grid, RuledCell
from govreply.readers.paging.wraps import Row, limit_of, rows_of

# In parts of the font size.
_FAR = 3.5  # bands farther apart are no rows of one table
_ALIGNED = 0.35
_WIDE = 1.5  # blanks from here on part cells also where none of them wraps
_FREE = 1.0  # points right of a cell, as is kept free left of it
_MARKER = 3.0  # the widest number of an item of a list

_FEWEST_ROWS = 3
_FEWEST_STAGGERED, _FEWEST_WRAPPED = 2, 2
_MOST_BANDS = 400  # of a table
_MOST_BETWEEN = 12  # bands without columns between two with them
_ENDS_OF_MARKERS = "、.．)）,，"


def find_unruled(pages: Iterable[Sequence[Piece]]) -> list[list[Piece]]:
    """The pieces of each page with each run of lines that are cells in columns made a table.

    Where a table ends one page, fewer rows than a table needs go on with it at the top of the next one, if they have its
    columns; so do the last rows of a page with the table at the top of the next one.
    """
    sheets = [list(page) for page in pages]
    made = [_with_tables(page, (), ()) for page in sheets]
    for at, page in enumerate(sheets):
        above = _columns_of(made[at - 1][-1:]) if at else ()
        below = _columns_of(made[at + 1][:1]) if at + 1 < len(made) else ()
        if above or below:
            made[at] = _with_tables(page, above, below)
    return made


def _columns_of(pieces: Sequence[Piece]) -> Sequence[float]:
    """The left edges of the columns of the table in `pieces`, if there is one without rulings."""
    return next((p.grid.columns[:-1] for p in pieces if isinstance(p, TablePiece) and not p.ruled), ())


def _with_tables(pieces: Sequence[Piece], above: Sequence[float], below: Sequence[float]) -> list[Piece]:
    """The pieces of a page with its tables; `above` and `below` are the columns of those of its neighbours that end or begin there."""
    made: list[Piece] = []
    run: list[TextLine] = []
    for piece in pieces:
        if isinstance(piece, TextLine):
            run.append(piece)
            continue
        made.extend(_in_run(run, () if made else above, ()))
        run = []
        made.append(piece)
    return [*made, *_in_run(run, () if made else above, below)]


def _in_run(lines: Sequence[TextLine], above: Sequence[float], below: Sequence[float]) -> Iterator[Piece]:
    bands = bands_of(lines)
    done = 0
    for start, end in _candidates(bands):
        known = (above if start == 0 else (), below if end == len(bands) else ())
        for first, last, table in _tables(bands[start:end], *known):
            yield from _lines(bands[done : start + first])
            yield table
            done = start + last
    yield from _lines(bands[done:])


def _lines(bands: Iterable[Band]) -> Iterator[TextLine]:
    return (line for band in bands for line in band.lines)


def _candidates(bands: Sequence[Band]) -> Iterator[tuple[int, int]]:
    """From where to where bands with columns follow each other, no more than some lines between them."""
    start, last = None, 0
    for at, band in enumerate(bands):
        if start is not None and (
            band.top - bands[at - 1].bottom > _FAR * band.size
            or at - last > _MOST_BETWEEN + 1
            or at - start >= _MOST_BANDS
        ):
            yield start, at
            start = None
        if len(band.blocks(None)) > 1:
            start, last = at if start is None else start, at
    if start is not None:
        yield start, len(bands)


def _tables(
    bands: Sequence[Band], above: Sequence[float], below: Sequence[float]
) -> Iterator[tuple[int, int, TablePiece]]:
    """The tables among the bands of a candidate, each with the numbers of its first band and of the first one behind it."""
    parted = [blocks for blocks in (band.blocks(None) for band in bands) if len(blocks) > 1]
    size = max(band.size for band in bands)
    reach = _ALIGNED * size
    worded = sorted(block.left for blocks in parted for block in blocks[1:] if block.is_worded)
    lefts = [block.left for blocks in parted for block in blocks[1:]]
    found = [start for start in column_starts(lefts, reach) if _has(worded, start, start + reach)]
    known = above or below
    starts = sorted((*found, *(start for start in known[1:] if not is_near(start, found, reach))))
    if not 0 < len(starts) <= MOST_PARTS:
        return
    blocks = [band.blocks(starts) for band in bands]
    for start, end in _stretches(bands, blocks, starts):
        edges = _edges(blocks[start:end], starts, reach)
        limits = _limits(blocks[start:end], edges)
        rows = rows_of(list(zip(bands[start:end], blocks[start:end], strict=True)), limits)
        begin = next((at for at, row in enumerate(rows) if row.is_parted), len(rows))
        while len(rows) > begin and not rows[-1].is_parted:
            rows.pop()
        first = start + sum(len(row.bands) for row in rows[:begin])
        last = start + sum(len(row.bands) for row in rows)
        rows = rows[begin:]
        goes_on = (first == 0 and _goes_on(rows, above)) or (last == len(bands) and _goes_on(rows, below))
        if rows and (goes_on or _is_table(rows, starts)):
            yield first, last, _table(rows, edges, limits)


def _has(ordered: Sequence[float], least: float, most: float) -> bool:
    """Whether one of `ordered` lies between."""
    at = bisect_left(ordered, least)
    return at < len(ordered) and ordered[at] <= most


def _stretches(
    bands: Sequence[Band], blocks: Sequence[Sequence[Block]], starts: Sequence[float]
) -> Iterator[tuple[int, int]]:
    """The bands in stretches without lines that are in no column."""
    start = 0
    for at, (band, row) in enumerate(zip(bands, blocks, strict=True)):
        beside = [*(blocks[at - 1] if at > start else ()), *(blocks[at + 1] if at + 1 < len(blocks) else ())]
        if not row or not _is_in_column(row[0], starts, beside, _ALIGNED * band.size):
            if at > start:
                yield start, at
            start = at + 1
    if len(bands) > start:
        yield start, len(bands)


def _is_in_column(block: Block, starts: Sequence[float], beside: Iterable[Block], reach: float) -> bool:
    """Whether the first block of a band begins a column, or ends before the second one, or is below or above a value as wide as it."""
    return (
        is_near(block.left, starts, reach)
        or block.right <= starts[0] + reach
        or any(
            starts[0] - reach <= one.left <= block.left + reach and block.right <= one.right + reach for one in beside
        )
    )


def _is_table(rows: Sequence[Row], starts: Sequence[float]) -> bool:
    """Whether enough rows share a column, and some cell wraps."""
    parted = [row for row in rows if row.is_parted]
    if len(rows) < _FEWEST_ROWS or len(parted) < _FEWEST_ROWS or 2 * len(parted) < len(rows):
        return False
    if _is_list(parted):
        return False
    staggered = sum(1 for row in parted if row.is_staggered)
    wrapped = sum(1 for row in parted if row.is_wrapped)
    gaps = [gap for gap in (_gaps_before(parted, start) for start in starts) if len(gap) >= _FEWEST_ROWS - 1]
    return any(
        staggered >= _FEWEST_STAGGERED
        or sum(1 for one in gap if one >= _WIDE) >= _FEWEST_ROWS
        or (wrapped >= _FEWEST_WRAPPED and len(gap) >= _FEWEST_ROWS)
        for gap in gaps
    )


def _gaps_before(rows: Sequence[Row], start: float) -> list[float]:
    """How wide the blanks before the cells are that begin at `start`, in parts of the font size."""
    return [
        (block.left - before.right) / row.size
        for row in rows
        for before, block in pairwise(row.blocks)
        if abs(block.left - start) <= _ALIGNED * row.size
    ]


def _is_list(rows: Sequence[Row]) -> bool:
    """Whether the first column holds nothing but numbers or bullets of a list."""
    firsts = [row.blocks[0].lines[0] for row in rows]
    return all(
        line.right - line.left <= _MARKER * line.size
        and (line.text[-1] in _ENDS_OF_MARKERS or (len(line.text) == 1 and not line.text.isalnum()))
        for line in firsts
    )


def _goes_on(rows: Sequence[Row], known: Sequence[float]) -> bool:
    """Whether rows have the columns of a table on the page before or behind."""
    parted = [row for row in rows if row.is_parted]
    return bool(parted) and all(
        is_near(row.blocks[0].left, known, _ALIGNED * row.size)
        and any(is_near(block.left, known[1:], _ALIGNED * row.size) for block in row.blocks[1:])
        for row in parted
    )


def _edges(bands: Sequence[Sequence[Block]], starts: Sequence[float], reach: float) -> list[float]:
    """Where the columns begin: the first one, those of `starts`, and those of cells that would share another's column."""
    left = min(blocks[0].left for blocks in bands)
    edges = [left, *(start for start in starts if start > left + reach)]
    more: set[float] = set()
    for blocks in bands:
        found = [bisect_right(edges, block.left + reach) for block in blocks]
        more.update(block.left for block, one, two in zip(blocks[1:], found, found[1:], strict=False) if one == two)
    return sorted({*edges, *more})


def _limits(bands: Sequence[Sequence[Block]], edges: Sequence[float]) -> list[float]:
    """Where the columns end: as far before the next one as the longest cell before a neighbour does, the last at the rightmost sign."""
    gutter = min((two.left - one.right for blocks in bands for one, two in pairwise(blocks)), default=0.0)
    right = max(block.right for blocks in bands for block in blocks)
    return [*(edge - gutter for edge in edges[1:]), right]


def _table(rows: Sequence[Row], edges: Sequence[float], limits: Sequence[float]) -> TablePiece:
    right = limits[-1]
    cells: list[CellPieces] = []
    for number, row in enumerate(rows):
        columns = _columns(row, edges)
        for at, (column, block) in enumerate(zip(columns, row.blocks, strict=True)):
            until = max(columns[at + 1] if at + 1 < len(columns) else len(edges), column + 1)
            end = limit_of(block.right, row.size, limits) + _FREE
            box = (block.left, block.lines[0].box[1], end, block.lines[-1].box[3])
            cells.append(CellPieces(RuledCell(number, column, 1, until - column, box), block.lines))
    box = (edges[0], rows[0].blocks[0].lines[0].box[1], right, rows[-1].blocks[-1].lines[-1].box[3])
    grid = Grid(box, (*edges, right + _FREE), tuple(cell.cell for cell in cells))
    return TablePiece(rows[0].blocks[0].lines[0].page, grid, tuple(cells), ruled=False)


def _columns(row: Row, edges: Sequence[float]) -> list[int]:
    """The columns in which the cells of a row begin, from 0, each behind the one before."""
    columns: list[int] = []
    for block in row.blocks:
        found = bisect_right(edges, block.left + _ALIGNED * row.size) - 1
        columns.append(max(found, columns[-1] + 1) if columns else max(found, 0))
    return columns
