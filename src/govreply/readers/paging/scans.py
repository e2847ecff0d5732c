"""Pages that are images: told from pages with text, and the seam for what recognises their text.

A recogniser is a function from the image of a page to a :class:`~govreply.readers.paging.page.Page` whose glyphs carry their
``confidence``; the pages it makes go to :func:`~govreply.readers.paging.lay_out_pages` like any others.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

import attrs
from attrs import frozen

from govreply.errors import Cause, UnreadableError
from govreply.places import Box
from govreply.readers.budget import Budget
from govreply.readers.paging.page import Glyph, Page

_FEW_SIGNS = 40  # a page with fewer that is mostly an image is a scan, page numbers and stamps of archives on it
_MOSTLY = 0.5  # of the page
_LOST = 0.02  # share of signs without a character from which on the text is not to be trusted
_MOST_NAMED = 10


class Recogniser(Protocol):
    """Reads the text of an image; none is part of this package.

    `image` is the page as PNG, drawn `scale` times larger than points; what comes back is measured in points.
    """

    def __call__(self, image: bytes, number: int, scale: float) -> Page:
        """The page number `number` with its recognised text."""


@frozen
class Sheet:
    """A page and what speaks for and against its text.

    Attributes:
        page: with the signs that are seen.
        recognised: the page with the signs that are there and not drawn: text that was recognised and put behind a scan.
        lost: how many of the seen signs have no character.
        mute: how many texts are drawn from which nothing can be read.
    """

    page: Page
    recognised: Page
    lost: int = 0
    mute: int = 0


def check_text_layer(sheets: Sequence[Sheet], budget: Budget) -> list[Page]:
    """The pages to read: with their seen signs, or with the recognised ones where the page is a scan that has them.

    Signs that nobody sees count for nothing elsewhere: they would let a file say something else than what is read on it.

    Raises:
        UnreadableError: with :attr:`Cause.NEEDS_OCR` where a page is a scan without text, or too many signs have no
            character; with :attr:`Cause.EMPTY` where there is neither text nor image.
    """
    pages: list[Page] = []
    scans = [sheet.page.number for sheet in sheets if sheet.mute >= _FEW_SIGNS]
    if scans:
        raise UnreadableError(
            budget.name, Cause.NEEDS_OCR, f"text layer has no Unicode on page {_listed(scans, sheets)}"
        )
    for sheet in sheets:
        if not is_scan(sheet.page):
            pages.append(sheet.page)
        elif _visible(sheet.recognised.glyphs) >= _FEW_SIGNS:
            pages.append(attrs.evolve(sheet.recognised, recognised=True))
        else:
            scans.append(sheet.page.number)
    if scans:
        detail = f"no text on page {_listed(scans, sheets)}, only an image"
        raise UnreadableError(budget.name, Cause.NEEDS_OCR, detail)
    total = sum(_visible(page.glyphs) for page in pages)
    lost = sum(sheet.lost for sheet in sheets)
    if lost > _LOST * total:
        raise UnreadableError(
            budget.name, Cause.NEEDS_OCR, f"text layer has no Unicode for {lost} of {total} characters"
        )
    if not total:
        drawn = any(sheet.page.images or sheet.page.rulings for sheet in sheets)
        cause = Cause.NEEDS_OCR if drawn else Cause.EMPTY
        raise UnreadableError(budget.name, cause, "no text on any page" if drawn else "nothing on any page")
    return pages


def _listed(numbers: Sequence[int], sheets: Sequence[Sheet]) -> str:
    more = ", …" if len(numbers) > _MOST_NAMED else ""
    return ", ".join(map(str, numbers[:_MOST_NAMED])) + f"{more} of {len(sheets)}"


def is_scan(page: Page) -> bool:
    """Whether the page is mostly images and has hardly any text."""
    if _visible(page.glyphs) >= _FEW_SIGNS or not page.images:
        return False
    return _covered(page.images, page.width, page.height) >= _MOSTLY


def _visible(glyphs: Iterable[Glyph]) -> int:
    return sum(1 for glyph in glyphs if glyph.text.strip())


def _covered(images: Sequence[Box], width: float, height: float) -> float:
    """The share of the page that its images cover, overlaps counted once: scans come in strips and tiles."""
    steps = 40
    covered = 0
    for row in range(steps):
        y = (row + 0.5) * height / steps
        spans = sorted((left, right) for left, top, right, bottom in images if top <= y <= bottom)
        reach, length = 0.0, 0.0
        for left, right in spans:
            left, right = max(left, reach), min(right, width)
            if right > left:
                length += right - left
                reach = right
        covered += length / width >= _MOSTLY
    return covered / steps
