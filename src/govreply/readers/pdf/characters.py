"""The characters of a page, as PDFium's text layer has them, in the coordinates of the screen."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator, Mapping, Sequence
from sys import intern
from typing import Any

import attrs
import pypdfium2.raw as pdfium
from attrs import frozen

from govreply.places import Box
from govreply.readers.budget import Budget
from govreply.readers.paging.lines import is_wide
from govreply.readers.paging.page import Glyph, Points
from govreply.readers.pdf.geometry import LARGEST, Matrix
from govreply.readers.pdf.letters import LOST, family_of, letter, signs_of

_BOLD_WEIGHT = 600
_FORCE_BOLD = 1 << 18  # ISO 32000-1, table 123
_BOLD_NAMES = ("bold", "black", "heavy")
_UPRIGHT = 0.05  # sine of the largest tilt of upright text
_INVISIBLE = (pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP)
_PRINTED_BOLD = (pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE, pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE_CLIP)
_LONGEST_NAME = 128
_WHITE = 250  # of 255
_TRANSPARENT = 5


@frozen
class Characters:
    """What the text layer of a page holds.

    Attributes:
        seen: the drawn signs, upright and on the page.
        unseen: signs that are there and not drawn, such as the recognised text behind a scan.
        lost: how many of the drawn signs have no character.
    """

    seen: tuple[Glyph, ...]
    unseen: tuple[Glyph, ...]
    lost: int


@attrs.define
class _Run:
    """What all characters of one text object share."""

    font: str
    bold: bool
    invisible: bool
    white: bool
    upright: bool
    size: float
    width: float  # of a full square
    signs: Mapping[int, str] | None


def characters_of(
    page: Any, screen: Matrix, size: tuple[float, float], coloured: Sequence[Box], points: Points, budget: Budget
) -> Characters:
    """The characters of a page of pypdfium2, which `screen` leads to a sheet of `size` (width and height in points).

    White signs are seen on the `coloured` parts of the page alone.
    """
    width, height = size
    text_page = page.get_textpage()
    try:
        count = text_page.count_chars()
        budget.check_characters(count)
        seen: list[Glyph] = []
        unseen: list[Glyph] = []
        lost = 0
        for run, glyph in _glyphs(text_page.raw, count, screen, points):
            middle = (glyph.left + glyph.right) / 2
            if not (0 <= middle <= width and 0 <= glyph.baseline <= height + glyph.size):
                continue
            if run.white:
                budget.add_grid_steps(len(coloured))
            if run.invisible or (run.white and not _is_inside(middle, glyph, coloured)):
                unseen.append(glyph)
                continue
            seen.append(glyph)
            lost += glyph.text == LOST
        return Characters(tuple(seen), tuple(unseen), lost)
    finally:
        text_page.close()


def _glyphs(text_page: Any, count: int, screen: Matrix, points: Points) -> Iterator[tuple[_Run, Glyph]]:
    runs: dict[int, _Run] = {}
    x, y, box = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF()
    high = 0
    before: tuple[float, float] | None = None
    for index in range(count):
        if pdfium.FPDFText_IsGenerated(text_page, index) == 1:
            continue
        code = pdfium.FPDFText_GetUnicode(text_page, index)
        if 0xD800 <= code < 0xDC00:  # the first half of a character beyond the basic plane
            high = code
            continue
        if 0xDC00 <= code < 0xE000 and high:
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00)
        high = 0
        shared = pdfium.FPDFText_GetTextObject(text_page, index)
        address = ctypes.addressof(shared.contents) if shared else 0
        run = runs.get(address)
        if run is None:
            run = runs[address] = _run(text_page, index, shared, screen)
        if not run.upright or not 0 < run.size <= LARGEST:
            continue
        if not pdfium.FPDFText_GetCharOrigin(text_page, index, x, y):
            continue
        left, baseline = screen.point(x.value, y.value)
        right, origin = left, (left, baseline)
        if pdfium.FPDFText_GetLooseCharBox(text_page, index, box):
            begin, _, right, _ = screen.box((box.left, box.bottom, box.right, box.top))
            if origin == before:
                left = max(left, begin)  # a further character of the same sign
        before = origin
        wrong = pdfium.FPDFText_HasUnicodeMapError(text_page, index) == 1
        text = intern(letter(code, wrong=wrong, signs=run.signs))  # there are many glyphs of few characters
        if is_wide(text) and text not in "“”‘’…—·":
            right = max(right, left + run.width)
        place = points[left], points[max(right, left)], points[baseline]
        yield run, Glyph(text, *place, run.size, run.font, run.bold)


def _run(text_page: Any, index: int, shared: Any, screen: Matrix) -> _Run:
    raw = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(text_page, index, raw)
    drawn = Matrix(raw.a, raw.b, raw.c, raw.d, 0.0, 0.0).then(attrs.evolve(screen, e=0.0, f=0.0))
    points = pdfium.FPDFText_GetFontSize(text_page, index)
    across, up = math.hypot(drawn.a, drawn.b), math.hypot(drawn.c, drawn.d)
    # on the screen y runs down: upright text has a negative d
    upright = across > 0 and up > 0 and drawn.a > 0 and abs(drawn.b) <= _UPRIGHT * across and drawn.d < 0
    buffer, flags = ctypes.create_string_buffer(_LONGEST_NAME), ctypes.c_int()
    length = pdfium.FPDFText_GetFontInfo(text_page, index, buffer, _LONGEST_NAME, flags)
    name = family_of(buffer.value.decode("utf-8", "replace")) if 0 < length <= _LONGEST_NAME else ""
    mode = pdfium.FPDFTextObj_GetTextRenderMode(shared) if shared else pdfium.FPDF_TEXTRENDERMODE_FILL
    bold = (
        mode in _PRINTED_BOLD
        or any(word in name.lower() for word in _BOLD_NAMES)
        or bool(flags.value & _FORCE_BOLD)
        or pdfium.FPDFText_GetFontWeight(text_page, index) >= _BOLD_WEIGHT
    )
    return _Run(
        name, bold, mode in _INVISIBLE, _is_white(shared), upright, points * up, points * across, signs_of(name)
    )


def _is_white(shared: Any) -> bool:
    """Whether a text object is printed in white, or so thin that nothing is seen of it."""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not shared or not pdfium.FPDFPageObj_GetFillColor(shared, red, green, blue, alpha):
        return False
    return alpha.value <= _TRANSPARENT or min(red.value, green.value, blue.value) >= _WHITE


def _is_inside(x: float, glyph: Glyph, boxes: Sequence[Box]) -> bool:
    y = glyph.baseline - glyph.size / 3
    return any(left <= x <= right and top <= y <= bottom for left, top, right, bottom in boxes)
