"""What the objects of a page draw: characters, ruled lines, and boxes of what cannot be read."""

from __future__ import annotations

from collections import Counter

from attrs import Factory, define, field

from govreply.places import Box, enclosing
from govreply.readers.budget import Budget
from govreply.readers.ofd.geometry import POINTS, Matrix, Point, Stroke, Turn, numbers, path
from govreply.readers.ofd.names import Element, child, children, is_off, is_on, kind, text
from govreply.readers.ofd.resources import Resources
from govreply.readers.ofd.texts import glyphs_of, is_invisible, is_readable, lost_in
from govreply.readers.paging import Glyph, Ruling
from govreply.readers.paging.page import Points

_GROUPS = ("Layer", "PageBlock", "Content", "Appearance")
_THIN = 1.5  # mm; a filled shape that is narrower than that and much longer is a line
_MUCH_LONGER = 4
_BOX_SIDES = 5  # the last one closes it
_STRAIGHT = 0.15  # mm; how much a ruled line may slant
_MOST_COMPOSITES = 8  # composite drawings inside each other
_OBJECTS_PER_BLOCK = 2
_WITHIN = 2.0  # mm that a character may stand outside of the page


@define
class Ink:
    """All that one page draws, in points from its top left corner.

    Attributes:
        hidden: characters that are there and leave no trace, such as recognised text behind a scan.
        lost: how many characters are known by their glyph numbers only.
        outlines: boxes of figures, which may be characters drawn by their outlines.
        turned: texts that do not run from left to right, such as watermarks.
        turns: how many characters of them stand in which quarter turn.
    """

    glyphs: list[Glyph] = Factory(list)
    rulings: list[Ruling] = Factory(list)
    images: list[Box] = Factory(list)
    hidden: list[Glyph] = Factory(list)
    lost: int = 0
    outlines: list[Box] = Factory(list)
    turned: list[str] = Factory(list)
    turns: Counter[Turn] = Factory(Counter)


@define
class Drawer:
    """Draws page objects; one for a document, so that all of it stays within the budget."""

    resources: Resources
    _budget: Budget
    _objects: int = field(default=0, init=False)
    _characters: int = field(default=0, init=False)
    _points: Points = field(factory=Points, init=False)

    def draw(self, group: Element, ink: Ink, matrix: Matrix | None = None, *, texts: bool = True) -> None:
        """Add to `ink` what the objects in `group` draw; without its `texts` only the lines and images."""
        self._group(group, matrix or Matrix(), ink, texts, 0)

    def _group(self, group: Element, matrix: Matrix, ink: Ink, texts: bool, inside: int) -> None:
        for element in group:
            self._count()
            if is_off(element, "Visible"):
                continue
            name = kind(element)
            if name in _GROUPS:
                self._group(element, matrix, ink, texts, inside)
            elif name == "TextObject" and texts:
                self._text(element, _placed(element, matrix), ink)
            elif name == "PathObject":
                self._path(element, _placed(element, matrix), ink)
            elif name == "ImageObject":
                ink.images.append(_box(element, matrix))
            elif name in ("CompositeObject", "CompositeGraphicUnit") and inside < _MOST_COMPOSITES:
                unit = self.resources.composites.get(element.get("ResourceID", ""))
                if unit is not None:
                    self._group(unit, _placed(element, matrix), ink, texts, inside + 1)

    def _text(self, element: Element, matrix: Matrix, ink: Ink) -> None:
        if not matrix.is_level:
            self._turned(element, matrix, ink)
            return
        if not is_readable(element):
            ink.lost += lost_in(element)
            return
        glyphs = ink.hidden if is_invisible(element) else ink.glyphs
        for glyph in glyphs_of(element, matrix, self.resources, self._points):
            self._characters += len(glyph.text)
            self._budget.check_characters(self._characters)
            glyphs.append(glyph)

    def _turned(self, element: Element, matrix: Matrix, ink: Ink) -> None:
        if is_invisible(element):
            return
        words = "".join(text(code) for code in children(element, "TextCode"))
        self._characters += len(words)
        self._budget.check_characters(self._characters)
        if words:
            ink.turned.append(words)
        if matrix.turn is not None:
            ink.turns[matrix.turn] += len(words)

    def _path(self, element: Element, matrix: Matrix, ink: Ink) -> None:
        strokes: list[Stroke] = []
        for stroke in path(text(child(element, "AbbreviatedData"))):
            self._count()
            start, end = matrix.apply(*stroke.start), matrix.apply(*stroke.end)
            strokes.append(Stroke(start, end, stroke.straight))
        if not strokes:
            return
        filled = is_on(element, "Fill")
        bar = _bar(strokes) if filled else None
        if bar is not None:
            ink.rulings.append(bar)
            return
        if _is_figure(strokes, filled):
            ink.outlines.append(_hull(strokes))
        elif not is_off(element, "Stroke"):
            ink.rulings.extend(ruling for stroke in strokes if (ruling := _ruling(stroke)) is not None)

    def _count(self) -> None:
        self._objects += 1
        limit = self._budget.limits.blocks
        if self._objects > limit * _OBJECTS_PER_BLOCK:
            raise self._budget.passed("blocks", limit, f"more than {self._objects - 1} drawn objects")


def inside(glyph: Glyph, width: float, height: float) -> bool:
    """Whether a character stands on a page of that size."""
    middle = (glyph.left + glyph.right) / 2
    margin = _WITHIN * POINTS
    return -margin <= middle <= width + margin and -margin <= glyph.baseline <= height + margin


def _placed(element: Element, matrix: Matrix) -> Matrix:
    """The matrix from an object's own space to the page: its ``CTM``, and its ``Boundary`` as the origin."""
    boundary = numbers(element.get("Boundary"))
    left, top = (boundary[0], boundary[1]) if len(boundary) >= 2 else (0.0, 0.0)
    return matrix.moved(left, top).after(Matrix.of(element.get("CTM")))


def _box(element: Element, matrix: Matrix) -> Box:
    boundary = numbers(element.get("Boundary"))
    if len(boundary) < 4:
        boundary = [0.0, 0.0, 0.0, 0.0]
    left, top, width, height = boundary[:4]
    return _around([matrix.apply(left, top), matrix.apply(left + width, top + height)])


def _around(points: list[Point]) -> Box:
    return enclosing([(x * POINTS, y * POINTS, x * POINTS, y * POINTS) for x, y in points])


def _hull(strokes: list[Stroke]) -> Box:
    return _around([point for stroke in strokes for point in (stroke.start, stroke.end)])


def _ruling(stroke: Stroke) -> Ruling | None:
    if not stroke.straight or stroke.start == stroke.end:
        return None
    slants = min(abs(stroke.start[0] - stroke.end[0]), abs(stroke.start[1] - stroke.end[1]))
    return Ruling(*_around([stroke.start, stroke.end])) if slants <= _STRAIGHT else None


def _is_figure(strokes: list[Stroke], filled: bool) -> bool:
    """Whether a path is more than lines and boxes: it may be a character drawn by its outline."""
    return any(not stroke.straight for stroke in strokes) or (filled and len(strokes) > _BOX_SIDES)


def _bar(strokes: list[Stroke]) -> Ruling | None:
    """A filled shape as a ruled line, where it is one."""
    if not all(stroke.straight for stroke in strokes):
        return None
    left, top, right, bottom = _hull(strokes)
    narrow, long = sorted((right - left, bottom - top))
    is_line = narrow <= _THIN * POINTS and long > _MUCH_LONGER * narrow
    return Ruling(left, top, right, bottom) if is_line else None
