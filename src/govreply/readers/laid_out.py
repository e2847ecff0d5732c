"""The text of a format that has none of its own: assembled piece by piece, each piece with its place in the file."""

from __future__ import annotations

from collections.abc import Sequence

import attrs
from attrs import frozen

from govreply.blocks import Block, Meta
from govreply.places import Place
from govreply.readers.budget import Budget
from govreply.span import Span


@frozen
class LaidOut:
    """What a reader of such a format hands out.

    Attributes:
        text: becomes ``Source.text``; the reading texts of the blocks lie in it verbatim, in order.
        places: become ``Source.places``.
        pages: how many the file has, empty ones included; ``None`` for a format without pages.
    """

    text: str
    places: tuple[Place, ...]
    blocks: tuple[Block, ...]
    meta: tuple[Meta, ...] = ()
    pages: int | None = None


class Layout:
    """Collects text and places; offsets are those of the text so far."""

    def __init__(self, budget: Budget) -> None:
        self.length = 0
        self._budget = budget
        self._texts: list[str] = []
        self._places: list[Place] = []

    def add(self, text: str, place: Place) -> Span:
        """Append `text`, which stands at `place` (whose span is ignored); returns its span."""
        span = self._append(text)
        if text:
            self._places.append(attrs.evolve(place, span=span))
        return span

    def separate(self, text: str = "\n") -> None:
        """Append `text` that stands nowhere in the file, such as a line end between paragraphs."""
        self._append(text)

    def finish(self, blocks: Sequence[Block], meta: Sequence[Meta] = ()) -> LaidOut:
        """All of it, with the blocks that were made of it."""
        return LaidOut("".join(self._texts), tuple(self._places), tuple(blocks), tuple(meta))

    def _append(self, text: str) -> Span:
        start = self.length
        self.length += len(text)
        self._budget.check_characters(self.length)
        self._texts.append(text)
        return Span(start, self.length)
