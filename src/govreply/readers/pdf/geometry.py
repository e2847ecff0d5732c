"""From the coordinates of a PDF page (origin below left, perhaps turned) to points from the top left corner as it is seen."""

from __future__ import annotations

from typing import Self

from attrs import frozen

from govreply.places import Box

LARGEST = 1e37
"""Points: short of the largest number that PDFium can hold; damaged files have larger ones, and infinite ones."""


@frozen
class Matrix:
    """An affine map: ``x' = a x + c y + e``, ``y' = b x + d y + f`` (ISO 32000-1, 8.3.3)."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def then(self, after: Matrix) -> Matrix:
        """The map that leads through `self` first and `after` then."""
        return Matrix(
            self.a * after.a + self.b * after.c,
            self.a * after.b + self.b * after.d,
            self.c * after.a + self.d * after.c,
            self.c * after.b + self.d * after.d,
            self.e * after.a + self.f * after.c + after.e,
            self.e * after.b + self.f * after.d + after.f,
        )

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Where a point lands."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def box(self, corners: Box) -> Box:
        """The box around where the corners of a box land, whatever the order of its sides."""
        xs, ys = zip(*(self.point(x, y) for x in corners[::2] for y in corners[1::2]), strict=True)
        return min(xs), min(ys), max(xs), max(ys)

    @classmethod
    def to_screen(cls, box: Box, rotation: int) -> Self:
        """The map from a page whose visible part is `box` (left, bottom, right, top), turned clockwise by `rotation` degrees."""
        left, bottom, right, top = box
        if rotation == 90:
            return cls(0, 1, 1, 0, -bottom, -left)
        if rotation == 180:
            return cls(-1, 0, 0, 1, right, -bottom)
        if rotation == 270:
            return cls(0, -1, -1, 0, top, right)
        return cls(1, 0, 0, -1, -left, top)
