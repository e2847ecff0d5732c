"""A page as a reader hands it over: characters, ruled lines and images, all in points from the page's top left corner."""

from __future__ import annotations

from attrs import frozen

from govreply.places import Box


class Points(dict[float, float]):
    """Lengths rounded to a hundredth of a point, one number for all that are equal: pages have far more places than lengths."""

    def __missing__(self, length: float) -> float:
        rounded = round(length, _DIGITS)
        return self.setdefault(rounded, rounded)


_DIGITS = 2


@frozen
class Glyph:
    """One drawn sign, upright and horizontal; turned text is left out by the readers.

    Attributes:
        text: what it reads as: one character as a rule, several for a ligature. White space is welcome but not needed: gaps
            are told from the positions. Signs of symbol fonts come as the sign that is seen (see ``readers/symbols.py``).
        left, right: where the advance of the sign begins and ends (not its ink).
        baseline: distance of its baseline from the top of the page.
        size: font size as drawn.
        font: name of the font, without the prefix of a subset; ``""`` where it is not known.
        bold: whether it is drawn bold.
        confidence: of recognised text, 0 to 1; 1 for what the file says itself.
    """

    text: str
    left: float
    right: float
    baseline: float
    size: float
    font: str = ""
    bold: bool = False
    confidence: float = 1.0


@frozen
class Ruling:
    """A straight horizontal or vertical line, or a rectangle so thin that it looks like one; ``left <= right``, ``top <= bottom``."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def horizontal(self) -> bool:
        """Whether it runs from left to right."""
        return self.right - self.left >= self.bottom - self.top


def box_rulings(box: Box) -> tuple[Ruling, Ruling, Ruling, Ruling]:
    """The four sides of a drawn rectangle: top, bottom, left, right."""
    left, top, right, bottom = box
    return (
        Ruling(left, top, right, top),
        Ruling(left, bottom, right, bottom),
        Ruling(left, top, left, bottom),
        Ruling(right, top, right, bottom),
    )


@frozen
class Page:
    """One page.

    Attributes:
        number: from 1.
        width, height: in points, as the page is seen (turned pages turned upright).
        glyphs: in drawing order; what is invisible, turned or outside of the page is left out.
        rulings: drawn lines, sides of drawn boxes included; whatever stands loose or touches nothing does no harm.
        images: boxes of the images.
        recognised: whether the text is that of a recognition, which may be wrong, behind the image of a scan.
    """

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...] = ()
    rulings: tuple[Ruling, ...] = ()
    images: tuple[Box, ...] = ()
    recognised: bool = False
