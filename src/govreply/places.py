"""Places: where the text of a laid-out document (DOCX, OFD, PDF, a scan) came from, as a person finds it there.

Such a file has no text of its own that offsets could count in, so its reader lays one out and keeps a :class:`Place` for
each stretch of it. Places are in order of their spans and do not overlap. What the reader put between them (line ends,
tabs between cells) has no place.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import cached_property
from itertools import pairwise
from typing import Self

import attrs
from attrs import field, frozen

from govreply.span import Span

Box = tuple[float, float, float, float]


class Story(StrEnum):
    """A flow of text in a document; each has its own count of paragraphs and tables."""

    BODY = "body"
    TEXT_BOX = "text-box"
    HEADER = "header"
    FOOTER = "footer"
    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"


@frozen(kw_only=True)
class Place:
    """A stretch of the laid-out text and where it stands in the file. All counts start at 1; ``None`` where there is none.

    Attributes:
        span: range of ``Source.text``.
        story: the flow of text it belongs to.
        paragraph: number of the paragraph in its story, those in tables and empty ones included.
        table, row, column: the innermost table cell it stands in; tables count in order of their beginnings, a cell that
            spans several rows or columns has the number of the first.
        run: number of the run (``w:r``) in its paragraph; ``None`` for what the application draws, such as an automatic number.
        offset: code points of the run, or of what else the place is, that stand before it.
        page: page number.
        box: left, top, right, bottom in points (1/72 inch) from the page's top left corner.
        edges: for horizontal text with a box, the left edge of each character and the right edge of the last, in points;
            empty where they are not known. With them a part of the place has a box of its own.
    """

    span: Span
    story: Story = Story.BODY
    paragraph: int | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None
    run: int | None = None
    offset: int = 0
    page: int | None = None
    box: Box | None = None
    edges: tuple[float, ...] = field(default=())

    @edges.validator
    def _one_edge_more_than_characters(self, _attribute: object, value: tuple[float, ...]) -> None:
        if value and len(value) != len(self.span) + 1:
            raise ValueError(f"{len(value)} edges for {len(self.span)} characters")

    def cut(self, span: Span) -> Self:
        """The part of this place that lies in `span`, which overlaps it."""
        start, end = max(span.start, self.span.start), min(span.end, self.span.end)
        if (start, end) == (self.span.start, self.span.end):
            return self
        first, last = start - self.span.start, end - self.span.start
        edges, box = self.edges[first : last + 1] if self.edges else (), self.box
        if edges and box is not None:
            box = (min(edges), box[1], max(edges), box[3])
        return attrs.evolve(self, span=Span(start, end), offset=self.offset + first, box=box, edges=edges)


@frozen
class PlaceIndex:
    """Finds the places of a span.

    Raises:
        ValueError: if the places overlap or are out of order.
    """

    places: Sequence[Place] = field()

    @places.validator
    def _in_order(self, _attribute: object, value: Sequence[Place]) -> None:
        for before, after in pairwise(value):
            if after.span.start < before.span.end:
                raise ValueError(f"place at {after.span} begins before the one at {before.span} ends")

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(place.span.start for place in self.places)

    def of(self, span: Span) -> tuple[Place, ...]:
        """The places that `span` touches, cut to it, in order.

        An empty span, or one between places, has the place that it lies in or else the nearest before it, as an empty
        part of it; only a span before all places, or one in a source without places, has none.
        """
        return tuple(self.each(span))

    def each(self, span: Span) -> Iterator[Place]:
        """As :meth:`of`, one by one."""
        at = max(bisect_right(self._starts, span.start) - 1, 0)
        found = False
        while at < len(self.places) and self.places[at].span.start < span.end:
            if self.places[at].span.overlaps(span):
                found = True
                yield self.places[at].cut(span)
            at += 1
        if not found:
            yield from self._point(span.start)

    def _point(self, offset: int) -> tuple[Place, ...]:
        at = bisect_right(self._starts, offset) - 1
        if at < 0:
            return ()
        place = self.places[at]
        inside = min(offset, place.span.end)
        return (place.cut(Span(inside, inside)),)


def place_key(place: Place) -> tuple[object, ...]:
    """What two places share that a person would name alike: everything but the run, the characters and the box."""
    return place.story, place.page, place.table, place.row, place.column, place.paragraph


def enclosing(boxes: Sequence[Box]) -> Box:
    """The smallest box around all of `boxes`, of which there is at least one."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)
