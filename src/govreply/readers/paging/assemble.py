"""From pages to the laid-out text: lines, tables, furniture and paragraphs, each with its places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import attrs

from govreply.blocks import RECOGNISED_PAGES, Block, Cell, Line, LineKind, Meta, Table
from govreply.places import Place, Story
from govreply.readers.budget import Budget
from govreply.readers.laid_out import LaidOut, Layout
from govreply.readers.lines import LineBuilder
from govreply.readers.paging.columns import find_columns
from govreply.readers.paging.flow import (
    Measure,
    Paragraph,
    heading_size,
    is_heading,
    joint,
    measure_cell,
    measure_page,
    paragraphs_of,
)
from govreply.readers.paging.furniture import take_out
from govreply.readers.paging.lines import TextLine
from govreply.readers.paging.page import Page, Points
from govreply.readers.paging.pieces import Piece, pieces_of
from govreply.readers.paging.tables import TableRun, join_tables
from govreply.readers.paging.unruled import find_unruled
from govreply.span import MappedText, Span

_SHIFTED = 9.0  # points by which the two margins of a mirrored page may be off
_FEW_LINES = 8  # on a page; its margins are those of all pages


def lay_out_pages(pages: Iterable[Page], budget: Budget) -> LaidOut:
    """The text, places and blocks of `pages`, which come in order.

    Running heads, feet and page numbers stand at the end of the text, told by ``Story.HEADER`` and ``Story.FOOTER`` and, on
    their lines, by ``inside`` (``header``, ``footer``). A paragraph is one line, also over pages; a table with ruled cells is
    a :class:`~govreply.blocks.Table`, also over pages.

    Raises:
        UnreadableError: where a limit is passed.
    """
    sheets = [(page, pieces_of(page, budget)) for page in pages]
    furniture = take_out([(page.height, pieces) for page, pieces in sheets])
    tabled = find_unruled(pieces for _, pieces in sheets)
    sheets = [(page, find_columns(pieces)) for (page, _), pieces in zip(sheets, tabled, strict=True)]
    measures = _measures(sheets)
    writer = _Writer(budget, heading_size(measures.values()))
    blocks: list[Block] = []
    lines: list[TextLine] = []
    for piece in join_tables([piece for _, pieces in sheets for piece in pieces]):
        if isinstance(piece, TextLine):
            lines.append(piece)
            continue
        blocks.extend(writer.paragraphs(paragraphs_of(lines, measures), Place(span=_NOWHERE)))
        lines = []
        blocks.append(writer.table(piece))
    blocks.extend(writer.paragraphs(paragraphs_of(lines, measures), Place(span=_NOWHERE)))
    for story, name, found in ((Story.HEADER, "header", furniture.heads), (Story.FOOTER, "footer", furniture.feet)):
        made = writer.paragraphs([Paragraph([line]) for line in found], Place(span=_NOWHERE, story=story))
        blocks.extend(attrs.evolve(line, kind=LineKind.PARAGRAPH, depth=0, inside=(name,)) for line in made)
    laid_out = writer.finish(blocks, list(_recognised(page for page, _ in sheets)))
    return attrs.evolve(laid_out, pages=len(sheets))


def _recognised(pages: Iterable[Page]) -> Iterator[Meta]:
    numbers = ", ".join(str(page.number) for page in pages if page.recognised)
    if numbers:
        yield Meta(RECOGNISED_PAGES, MappedText.replaced(numbers, 0, 0))


_NOWHERE = Span(0, 0)


def _measures(sheets: Sequence[tuple[Page, Sequence[Piece]]]) -> dict[int, Measure]:
    """The margins of each page; those of all pages of its width where it has few lines."""
    by_width: dict[float, list[TextLine]] = {}
    for page, pieces in sheets:
        by_width.setdefault(round(page.width), []).extend(p for p in pieces if isinstance(p, TextLine))
    usual = {width: measure_page(lines, width) for width, lines in by_width.items()}
    measures: dict[int, Measure] = {}
    for page, pieces in sheets:
        lines = [p for p in pieces if isinstance(p, TextLine)]
        common = usual[round(page.width)]
        if len(lines) < _FEW_LINES:
            measures[page.number] = common
            continue
        # mirrored pages have the same width of text farther left or right
        own = measure_page(lines, page.width)
        shift = own.left - common.left
        if (
            any(abs(line.left - common.left) < 1.0 for line in lines)
            or abs(own.right - common.right - shift) > _SHIFTED
        ):
            shift = 0.0
        measures[page.number] = attrs.evolve(common, left=common.left + shift, right=common.right + shift)
    return measures


class _Writer:
    """Writes paragraphs and tables into the layout and makes blocks of them."""

    def __init__(self, budget: Budget, heading: float) -> None:
        self._budget = budget
        self._heading = heading
        self._layout = Layout(budget)
        self._points = Points()
        self._tables = 0

    def paragraphs(self, paragraphs: Iterable[Paragraph], place: Place) -> list[Line]:
        made: list[Line] = []
        for paragraph in paragraphs:
            self._begin()
            line = self._paragraph(paragraph, place)
            if line is not None:
                self._budget.add_blocks()
                heading = is_heading(paragraph, self._heading)
                kind = LineKind.HEADING if heading else LineKind.PARAGRAPH
                made.append(attrs.evolve(line, kind=kind, depth=int(heading), before=paragraph.before))
        return made

    def table(self, run: TableRun) -> Table:
        self._tables += 1
        number, start = self._tables, self._layout.length
        cells: list[Cell] = []
        for row in run.cells:
            place = Place(span=_NOWHERE, table=number, row=row.row + 1, column=row.column + 1)
            blocks = self._cell(row.pieces, row.left, row.right, place)
            end = self._layout.length
            begin = min((_start(block) for block in blocks), default=end)
            self._budget.add_blocks()
            cells.append(Cell(row.row, row.column, tuple(blocks), Span(begin, end), row.rowspan, row.colspan))
        start = min((cell.span.start for cell in cells), default=start)
        return Table(tuple(cells), Span(start, self._layout.length), style="html" if run.ruled else "tab")

    def finish(self, blocks: Sequence[Block], meta: Sequence[Meta]) -> LaidOut:
        return self._layout.finish(blocks, meta)

    def _cell(self, pieces: Sequence[Piece], left: float, right: float, place: Place) -> list[Line | Table]:
        made: list[Line | Table] = []
        lines = [piece for piece in pieces if isinstance(piece, TextLine)]
        measure = measure_cell(lines, left, right)
        waiting: list[TextLine] = []
        for piece in [*pieces, None]:
            if isinstance(piece, TextLine):
                waiting.append(piece)
                continue
            found = self.paragraphs(paragraphs_of(waiting, {line.page: measure for line in waiting}), place)
            made.extend(attrs.evolve(line, kind=LineKind.CELL, depth=0) for line in found)
            waiting = []
            if piece is not None:
                made.append(self.table(TableRun.of(piece)))
        return made

    def _begin(self) -> None:
        """A line end, but for the first block."""
        if self._layout.length:
            self._layout.separate("\n")

    def _paragraph(self, paragraph: Paragraph, place: Place) -> Line | None:
        builder = LineBuilder()
        for number, line in enumerate(paragraph.lines):
            blank = joint(paragraph.lines[number - 1], line) if number else ""
            if blank:
                at = self._layout.length
                self._layout.separate(blank)
                builder.add(blank, at, at + len(blank))
            left, top, right, bottom = (self._points[side] for side in line.box)
            edges = tuple(self._points[edge] for edge in line.edges)
            here = attrs.evolve(
                place, page=line.page, box=(left, top, right, bottom), span=Span(0, len(line.text)), edges=edges
            )
            at = self._layout.add(line.text, here).start
            for glyph in line.glyphs:
                builder.strong(glyph.bold)
                builder.add(glyph.text, at, at + len(glyph.text))
                at += len(glyph.text)
            builder.strong(False)
        return builder.take()


def _start(block: Line | Table) -> int:
    return block.text.whole.start if isinstance(block, Line) else block.span.start
