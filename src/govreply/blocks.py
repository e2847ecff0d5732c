"""What a reader hands on: the document as lines and tables of reading text, with no idea of what they mean.

Reading text has soft things resolved (entities, inline tags, tick boxes drawn by tags become ☑ and ☐) but keeps every
space and every line of the document. The number that a browser draws before a list item is part of it. Each character
leads back to the source through its :class:`~govreply.span.OffsetMap`.
"""

from __future__ import annotations

from enum import StrEnum

from attrs import frozen

from govreply.source import Source
from govreply.span import MappedText, Span

TICKED = "☑"
UNTICKED = "☐"
HIDDEN = "[hidden]"  # ends the name of an enclosing element that browsers do not draw


class Break(StrEnum):
    """What separates a line from the line before it, from weak to strong."""

    SOFT = "soft"  # a line end inside a Markdown paragraph
    HARD = "hard"  # <br>, two trailing spaces, a line end in plain text
    BLOCK = "block"  # a paragraph of its own
    PAGE = "page"  # a page break


class LineKind(StrEnum):
    """What the mark-up says a line is; a hint, never truth."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    CELL = "cell"
    RULE = "rule"  # a thematic break; it has no text


@frozen
class Line:
    """One line of the document.

    Attributes:
        text: reading text with all its inner spaces; no line ends.
        kind: what the mark-up says it is.
        depth: heading level or list depth, from 1; 0 for others.
        before: what separates it from the line before.
        bullet: the marker that the mark-up gave a list item (``-``, ``1.``).
        strong: ranges of the text set in bold.
        links: ranges of the text that are links.
        inside: names of the enclosing elements, outermost first (``div.nav``, ``table``); empty outside HTML. One that
            browsers do not draw ends in ``[hidden]``.
    """

    text: MappedText
    kind: LineKind = LineKind.PARAGRAPH
    depth: int = 0
    before: Break = Break.BLOCK
    bullet: str = ""
    strong: tuple[tuple[int, int], ...] = ()
    links: tuple[tuple[int, int], ...] = ()
    inside: tuple[str, ...] = ()

    @property
    def all_strong(self) -> bool:
        """Whether the whole line is bold."""
        covered = sum(b - a for a, b in self.strong)
        return bool(self.text.text.strip()) and covered >= len(self.text.text.strip())


@frozen
class Cell:
    """A table cell, placed in the grid; rows and columns count from 0."""

    row: int
    column: int
    blocks: tuple[Line | Table, ...]
    span: Span
    rowspan: int = 1
    colspan: int = 1
    header: bool = False


@frozen
class Table:
    """A table: pipe table, tab-separated lines or an HTML table.

    Attributes:
        cells: in reading order; a cell that spans several rows or columns stands once, at its first place.
        span: the source from the first to the last cell.
        before: what separates it from the block before.
        style: ``pipe``, ``tab`` or ``html``.
        inside: as for :class:`Line`.
    """

    cells: tuple[Cell, ...]
    span: Span
    before: Break = Break.BLOCK
    style: str = "html"
    inside: tuple[str, ...] = ()

    @property
    def rows(self) -> int:
        """Number of rows of the grid."""
        return max((c.row + c.rowspan for c in self.cells), default=0)

    @property
    def columns(self) -> int:
        """Number of columns of the grid."""
        return max((c.column + c.colspan for c in self.cells), default=0)


Block = Line | Table


RECOGNISED_PAGES = "recognised-pages"
ATTACHMENT = "attachment"
WATERMARK = "watermark"


@frozen
class Meta:
    """A named value outside the visible text, such as the ``<title>`` of a page or a ``<meta>`` element.

    Three names say what a file is like: :data:`RECOGNISED_PAGES` (the numbers of pages whose text was recognised and put
    behind a scan), :data:`ATTACHMENT` (the name of a file inside, which was not opened) and :data:`WATERMARK` (its text).
    """

    name: str
    value: MappedText


@frozen
class Document:
    """A source and its blocks in reading order."""

    source: Source
    blocks: tuple[Block, ...]
    meta: tuple[Meta, ...] = ()
