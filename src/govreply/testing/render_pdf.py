"""Writing a laid-out letter as a PDF file (ISO 32000-1), in the ways that different programs make them.

No font is put into the file: the text is in STSong-Light, one of the Chinese fonts that every PDF reader has to have, so that
the file needs nothing of the machine it is made on.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import groupby

from attrs import define, field, frozen

from govreply.testing.layout import TICKED, UNTICKED, LaidOut
from govreply.testing.typeset import HEIGHT, WIDTH, Rule, Run, Sheet, typeset

_POINTS = 72 / 25.4
_BOXES = (TICKED, UNTICKED)
_WINGDINGS = {TICKED: 0xFE, UNTICKED: 0xA8, "☒": 0xFD, "✓": 0xFC}
_SMALLEST_BOX = 5.5  # points
_BOX = 0.8  # of the room that the sign takes


class Boxes(StrEnum):
    """How boxes to tick are drawn."""

    TYPED = "typed"  # as characters of the text's font
    SIGNS = "signs"  # as letters of Wingdings
    DRAWN = "drawn"  # as lines


@frozen(kw_only=True)
class PdfLook:
    """How the file is made.

    Attributes:
        boxes: how boxes to tick are drawn.
        scaled: texts have size 1 and a matrix that makes them larger.
        one_by_one: each character is placed by itself.
        twice: everything is printed twice, a little to the right, to look bold.
        bars: ruled lines are filled rectangles, not strokes.
        turned: the page is stored lying and turned by the reader.
        shifted: the page's visible part does not begin at the origin.
        shuffled: lines are drawn from the bottom to the top.
        compressed: streams are deflated.
        numbered: pages have numbers.
    """

    boxes: Boxes = Boxes.TYPED
    scaled: bool = False
    one_by_one: bool = False
    twice: bool = False
    bars: bool = False
    turned: bool = False
    shifted: bool = False
    shuffled: bool = False
    compressed: bool = True
    numbered: bool = True


_PLAIN = PdfLook()


def to_pdf(laid_out: Sequence[LaidOut], look: PdfLook = _PLAIN) -> bytes:
    """The letter as a PDF file, set on pages."""
    width, height = WIDTH * _POINTS, HEIGHT * _POINTS
    left, bottom = (40.0, -25.0) if look.shifted else (0.0, 0.0)
    pages = []
    for sheet in typeset(laid_out, numbered=look.numbered):
        content = _Content(look).of(sheet)
        matrix = f"1 0 0 1 {left:g} {bottom:g} cm"
        box = (left, bottom, left + width, bottom + height)
        if look.turned:  # the page lies on its left side: what is up points left
            matrix = f"0 1 -1 0 {left + height:.3f} {bottom:g} cm"
            box = (left, bottom, left + height, bottom + width)
        pages.append(PdfPage(f"q {matrix}\n{content}Q\n".encode("latin-1"), box, 90 if look.turned else 0))
    return write_pdf(pages, compressed=look.compressed)


@frozen
class PdfPage:
    """A page by its content stream, its visible part and how far it is to be turned clockwise.

    The fonts are F1, STSong-Light with codes of UCS-2, and F2, Wingdings. `extra` goes into the page's dictionary, `resources`
    into its resources; both may name `objects`, which are numbered from :data:`FIRST_EXTRA` on.
    """

    content: bytes
    box: tuple[float, float, float, float] = (0.0, 0.0, 595.276, 841.89)
    rotation: int = 0
    extra: str = ""
    resources: str = ""


FIRST_EXTRA = 10
_TO_UNICODE = b"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CMapName /Own def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
%s
endcmap CMapName currentdict /CMap defineresource pop end end"""


def write_pdf(
    pages: Sequence[PdfPage],
    *,
    compressed: bool = False,
    objects: Sequence[bytes] = (),
    catalog: str = "",
    unicode_fonts: bool = True,
) -> bytes:
    """A file of `pages` and further `objects`; without `unicode_fonts` nothing in it says what the signs of F1 mean."""
    first = FIRST_EXTRA + len(objects)
    kids = " ".join(f"{first + 2 * number} 0 R" for number in range(len(pages)))
    encoding = "/UniGB-UCS2-H" if unicode_fonts else "/Identity-H"
    means = "/ToUnicode 6 0 R" if unicode_fonts else ""
    system = "GB1" if unicode_fonts else "Identity"
    order = f"/CIDSystemInfo << /Registry (Adobe) /Ordering ({system}) /Supplement 0 >>"
    bodies = [
        f"<< /Type /Catalog /Pages 2 0 R {catalog} >>".encode(),
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        f"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding {encoding} "
        f"/DescendantFonts [4 0 R] {means} >>".encode(),
        f"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light {order} /DW 1000 /W [1 95 500] "
        "/FontDescriptor 5 0 R >>".encode(),
        b"<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 "
        b"/Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>",
        _stream(_TO_UNICODE % _ranges(), compressed=compressed),
        b"<< /Type /Font /Subtype /TrueType /BaseFont /Wingdings-Regular /FirstChar 168 /LastChar 254 /Widths ["
        + b" ".join([b"891"] * 87)
        + b"] /FontDescriptor 8 0 R >>",
        b"<< /Type /FontDescriptor /FontName /Wingdings-Regular /Flags 4 /FontBBox [0 -211 1359 899] /ItalicAngle 0 "
        b"/Ascent 899 /Descent -211 /CapHeight 722 /StemV 93 >>",
        b"null",
        *objects,
    ]
    for number, page in enumerate(pages):
        box = " ".join(f"{side:.3f}" for side in page.box)
        bodies.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [{box}] /Rotate {page.rotation} /Contents {first + 2 * number + 1} 0 R "
            f"/Resources << /Font << /F1 3 0 R /F2 7 0 R >> {page.resources} >> {page.extra} >>".encode()
        )
        bodies.append(_stream(page.content, compressed=compressed))
    return _file(bodies)


def _ranges() -> bytes:
    """Every code means the character of its number; a range stays inside one high byte."""
    ranges = [f"<{high:02X}00> <{high:02X}FF> <{high:02X}00>" for high in range(256) if not 0xD8 <= high < 0xE0]
    parts = [ranges[at : at + 100] for at in range(0, len(ranges), 100)]
    return "\n".join(f"{len(part)} beginbfrange\n" + "\n".join(part) + "\nendbfrange" for part in parts).encode()


def _stream(data: bytes, *, compressed: bool) -> bytes:
    packed = zlib.compress(data) if compressed else data
    way = b"/Filter /FlateDecode " if compressed else b""
    return b"<< %s/Length %d >>\nstream\n%s\nendstream" % (way, len(packed), packed)


def _file(bodies: Sequence[bytes]) -> bytes:
    out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, body in enumerate(bodies, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(bodies) + 1)
    for place in places:
        out += b"%010d 00000 n \n" % place
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(bodies) + 1, table)
    return bytes(out)


@define
class _Content:
    """The content stream of a sheet; y runs up."""

    look: PdfLook
    _parts: list[str] = field(factory=list, init=False)

    def of(self, sheet: Sheet) -> str:
        for rule in sheet.rules:
            self._rule(rule)
        for run in reversed(sheet.runs) if self.look.shuffled else sheet.runs:
            self._run(run)
        return "".join(self._parts)

    def _rule(self, rule: Rule) -> None:
        x, y = rule.x * _POINTS, (HEIGHT - rule.y) * _POINTS
        end_x, end_y = rule.end_x * _POINTS, (HEIGHT - rule.end_y) * _POINTS
        if self.look.bars:
            self._parts.append(f"{x:.3f} {end_y:.3f} {max(end_x - x, 0.7):.3f} {max(y - end_y, 0.7):.3f} re f\n")
        else:
            self._parts.append(f"0.7 w {x:.3f} {y:.3f} m {end_x:.3f} {end_y:.3f} l S\n")

    def _run(self, run: Run) -> None:
        size, x, y = run.size * _POINTS, run.x * _POINTS, (HEIGHT - run.baseline) * _POINTS
        at = 0
        for kind, signs in groupby(run.text, key=self._kind):
            text = "".join(signs)
            advances = [advance * _POINTS for advance in run.advances[at : at + len(text)]]
            if kind is Boxes.DRAWN:
                for sign, advance in zip(text, advances, strict=True):
                    self._box(x, y, advance, ticked=sign == TICKED)
                    x += advance
            else:
                font = "F2" if kind is Boxes.SIGNS else "F1"
                for shift in (0.0, 0.03 * size) if self.look.twice else (0.0,):
                    self._parts.extend(self._shown(font, text, x + shift, y, size, advances))
                x += sum(advances)
            at += len(text)

    def _kind(self, sign: str) -> Boxes:
        if sign in _BOXES and self.look.boxes is not Boxes.TYPED:
            return self.look.boxes
        # PDFium passes over a text that is nothing but a sign which its font does not have
        return Boxes.SIGNS if sign in _WINGDINGS and self.look.one_by_one else Boxes.TYPED

    def _shown(self, font: str, text: str, x: float, y: float, size: float, advances: Sequence[float]) -> Iterator[str]:
        scale = size if self.look.scaled else 1.0
        if self.look.one_by_one:
            for sign, advance in zip(text, advances, strict=True):
                yield _text(font, size / scale, scale, x, y, f"<{_code(font, sign)}> Tj")
                x += advance
            return
        items = []
        for sign, advance in zip(text, advances, strict=True):
            items.append(f"<{_code(font, sign)}>")
            items.append(f"{_width(font, sign) - advance / size * 1000:.2f}")
        yield _text(font, size / scale, scale, x, y, f"[{' '.join(items)}] TJ")

    def _box(self, x: float, y: float, room: float, *, ticked: bool) -> None:
        side, low = max(_BOX * room, _SMALLEST_BOX), y - 0.05 * room
        x += (room - side) / 2
        self._parts.append(f"0.5 w {x:.3f} {low:.3f} {side:.3f} {side:.3f} re S\n")
        if ticked:
            points = [(0.2, 0.5), (0.45, 0.2), (0.85, 0.85)]
            (x1, y1), *rest = [(x + across * side, low + up * side) for across, up in points]
            lines = " ".join(f"{x2:.3f} {y2:.3f} l" for x2, y2 in rest)
            self._parts.append(f"1 w {x1:.3f} {y1:.3f} m {lines} S\n")


def _text(font: str, size: float, scale: float, x: float, y: float, show: str) -> str:
    return f"BT /{font} {size:.3f} Tf {scale:.3f} 0 0 {scale:.3f} {x:.3f} {y:.3f} Tm {show} ET\n"


def _code(font: str, sign: str) -> str:
    return f"{_WINGDINGS[sign]:02X}" if font == "F2" else sign.encode("utf-16-be").hex()


def _width(font: str, sign: str) -> float:
    """The width that the font has for a sign, in thousandths of its size."""
    if font == "F2":
        return 891.0
    return 500.0 if " " <= sign <= "~" else 1000.0
