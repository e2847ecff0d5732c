"""PDF pages put together by hand: text at a place, lines and boxes, images."""

from __future__ import annotations

from collections.abc import Sequence

from govreply.blocks import Block, Line, Table
from govreply.readers import read
from govreply.testing.render_pdf import PdfPage, write_pdf

HEIGHT = 841.89
IMAGE = (
    b"<< /Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 4 >>\n"
    b"stream\n\x80\x80\x80\x80\nendstream"
)


def text(
    signs: str, x: float = 79, y: float = 100, size: float = 16, before: str = "", step: float | None = None
) -> str:
    """`signs` from `x` on, `y` points below the upper edge, each sign `step` behind the one before."""
    shown, at = [], x
    for sign in signs:
        code = sign.encode("utf-16-be").hex()
        shown.append(f"BT /F1 {size} Tf 1 0 0 1 {at} {HEIGHT - y} Tm <{code}> Tj ET\n")
        at += step if step is not None else size / (2 if " " <= sign <= "~" else 1)
    return before + "\n" + "".join(shown)


def line(x1: float, y1: float, x2: float, y2: float) -> str:
    """A ruled line."""
    return f"0.5 w {x1} {HEIGHT - y1} m {x2} {HEIGHT - y2} l S\n"


def box(x: float, y: float, width: float, height: float) -> str:
    """A drawn rectangle, `y` its upper edge."""
    return f"0.5 w {x} {HEIGHT - y - height} {width} {height} re S\n"


def image(x: float = 0, y: float = 0, width: float = 595.276, height: float = HEIGHT) -> str:
    """An image; its page needs :data:`WITH_IMAGE`, its file :data:`IMAGE`."""
    return f"q {width} 0 0 {height} {x} {HEIGHT - y - height} cm /I1 Do Q\n"


WITH_IMAGE = "/XObject << /I1 10 0 R >>"


def pdf(*pages: str) -> bytes:
    """A file of pages by their contents."""
    return write_pdf([PdfPage(page.encode(), resources=WITH_IMAGE) for page in pages], objects=[IMAGE])


def blocks_of(data: bytes) -> tuple[Block, ...]:
    """What is read."""
    return read(data, "letter.pdf").blocks


def lines_of(data: bytes) -> list[str]:
    """The lines that are read, those of tables left out."""
    return [block.text.text for block in blocks_of(data) if isinstance(block, Line)]


def cells_of(table: Block) -> list[tuple[int, int, int, int, str]]:
    """Row, column, rows and columns spanned, and text of each cell."""
    assert isinstance(table, Table)
    return [
        (c.row, c.column, c.rowspan, c.colspan, "|".join(b.text.text for b in c.blocks if isinstance(b, Line)))
        for c in table.cells
    ]


def paragraph(lines: Sequence[str], y: float, leading: float = 28) -> str:
    """Lines of a paragraph, the first one indented by two signs."""
    return "".join(text(signs, 79 + (32 if at == 0 else 0), y + at * leading) for at, signs in enumerate(lines))
