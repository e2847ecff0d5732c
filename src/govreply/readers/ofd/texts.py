"""Text objects (GB/T 33190-2016, 11.2 to 11.4): the place of each character."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from sys import intern

from attrs import define, frozen

from govreply.readers.ofd.geometry import POINTS, Matrix, deltas, number
from govreply.readers.ofd.names import Element, child, children, is_off, is_on
from govreply.readers.ofd.resources import NO_FONT, Font, Resources
from govreply.readers.paging import Glyph
from govreply.readers.paging.page import Points
from govreply.readers.symbols import draw

_BOLD_WEIGHT = 600
_WIDE = frozenset("WFA")  # East Asian width; ambiguous signs are wide in Chinese fonts
_WIDE_ADVANCE, _NARROW_ADVANCE = 1.0, 0.5  # in ems, where the file says nothing
_LARGEST_WIDE, _LARGEST_NARROW = 1.25, 1.0  # a step further than that is an advance and a gap
_PLACEHOLDERS = frozenset("\u00a4\ufffd")  # what writers put where they know the glyph only


@frozen
class _Cell:
    """What is drawn in one step: a character, or several as a ligature; ``glyphs`` steps of the deltas belong to it."""

    text: str
    glyphs: int = 1


@define
class _Pen:
    """Where the text codes of one object begin and have got to."""

    start_x: float = 0.0
    start_y: float = 0.0
    x: float = 0.0
    y: float = 0.0

    def move(self, x: float | None, y: float | None) -> None:
        """Go to where the next text code begins.

        A missing coordinate is that of the text code before; where both are missing, it goes on behind it, as nobody draws
        one text over another.
        """
        if x is None and y is None:
            return
        self.start_x = self.start_x if x is None else x
        self.start_y = self.start_y if y is None else y
        self.x, self.y = self.start_x, self.start_y


def is_invisible(element: Element) -> bool:
    """Whether a text object leaves no trace on the page."""
    unpainted = is_off(element, "Fill") and not is_on(element, "Stroke")
    return unpainted or element.get("Alpha", "").strip() == "0"


def is_readable(element: Element) -> bool:
    """Whether the codes of a text object are characters; false where it says by glyph numbers alone what it draws."""
    codes = "".join(code.text or "" for code in children(element, "TextCode"))
    signs = [sign for sign in codes if not sign.isspace()]
    if not signs or child(element, "CGTransform") is None:
        return bool(signs)
    return any(sign not in _PLACEHOLDERS and unicodedata.category(sign) not in ("Co", "Cn", "Cc") for sign in signs)


def lost_in(element: Element) -> int:
    """How many characters an object draws that cannot be read."""
    counts = (number(item.get("GlyphCount")) or 1 for item in children(element, "CGTransform"))
    return sum(max(int(count), 1) for count in counts)


def glyphs_of(element: Element, matrix: Matrix, resources: Resources, points: Points) -> Iterator[Glyph]:
    """The characters of a text object with their places in points; `matrix` leads from the object to the page."""
    size = number(element.get("Size")) or 0.0
    if size <= 0 or not matrix.is_level:
        return
    font = resources.fonts.get(element.get("Font", ""), NO_FONT)
    bold = font.bold or (number(element.get("Weight")) or 0) >= _BOLD_WEIGHT
    scale = number(element.get("HScale")) or 1.0
    ligatures = _ligatures(element)
    height = size * matrix.height * POINTS
    pen, first = _Pen(), 0
    for code in children(element, "TextCode"):
        text = _content(code)
        pen.move(number(code.get("X")), number(code.get("Y")))
        for cell, x, y, advance in _steps(code, _cells(text, first, ligatures), pen, size * scale):
            left, baseline = matrix.apply(x, y)
            yield Glyph(
                text=intern(_signs(cell.text, font)),  # there are many glyphs of few characters
                left=points[left * POINTS],
                right=points[matrix.apply(x + advance, y)[0] * POINTS],
                baseline=points[baseline * POINTS],
                size=height,
                font=font.name,
                bold=bold,
            )
        first += len(text)


def _steps(code: Element, cells: list[_Cell], pen: _Pen, em: float) -> Iterator[tuple[_Cell, float, float, float]]:
    """Each cell with its origin and advance, in the object's own space. The pen ends up behind the last."""
    wanted = sum(cell.glyphs for cell in cells)
    across, down = deltas(code.get("DeltaX"), wanted), deltas(code.get("DeltaY"), wanted)
    runs_down = any(down) and not any(across)
    at = 0
    for cell in cells:
        natural = _advance(cell.text) * em
        step = sum(across[at : at + cell.glyphs]) if at + cell.glyphs <= len(across) else None
        if step is None and not runs_down:
            step = natural
        yield cell, pen.x, pen.y, _drawn(cell.text, natural, step, em)
        pen.x += step or 0.0
        pen.y += sum(down[at : at + cell.glyphs])
        at += cell.glyphs


def _drawn(text: str, natural: float, step: float | None, em: float) -> float:
    """The advance of a cell: its step, unless that leads elsewhere (to the next line, over a gap)."""
    largest = _LARGEST_WIDE * natural if _is_wide(text) else max(_LARGEST_NARROW * em, natural)
    return step if step is not None and 0 < step <= largest else natural


def _ligatures(element: Element) -> dict[int, tuple[int, int]]:
    """By the position of their first code: how many codes are drawn as how many glyphs, where the numbers differ."""
    found: dict[int, tuple[int, int]] = {}
    for item in children(element, "CGTransform"):
        at, codes, glyphs = (number(item.get(name)) for name in ("CodePosition", "CodeCount", "GlyphCount"))
        codes, glyphs = 1 if codes is None else codes, 1 if glyphs is None else glyphs
        if at is not None and codes >= 1 and glyphs >= 1 and codes != glyphs:
            found[int(at)] = (int(codes), int(glyphs))
    return found


def _cells(text: str, first: int, ligatures: dict[int, tuple[int, int]]) -> list[_Cell]:
    """`text`, whose first code is number `first` of its object, as it is drawn."""
    cells: list[_Cell] = []
    at = 0
    while at < len(text):
        codes, glyphs = ligatures.get(first + at, (1, 1))
        cells.append(_Cell(text[at : at + codes], glyphs))
        at += codes
    return cells


def _content(code: Element) -> str:
    """The codes of a text code; line ends around them are those of the XML file."""
    text = code.text or ""
    start = len(text) - len(text.lstrip("\r\n\t "))
    end = len(text.rstrip("\r\n\t "))
    if "\n" in text[:start]:
        text, end = text[start:], end - start
    return text[: max(end, 0)] if "\n" in text[end:] else text


def _signs(text: str, font: Font) -> str:
    return draw(text, font.signs) if font.signs is not None else text


def _advance(text: str) -> float:
    return sum(_WIDE_ADVANCE if _is_wide(sign) else _NARROW_ADVANCE for sign in text)


def _is_wide(text: str) -> bool:
    return unicodedata.east_asian_width(text[:1]) in _WIDE if text else False
