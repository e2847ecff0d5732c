"""Positions: spans in the source and the offset maps that carry them through cleaning.

Every span counts code points of ``Source.text``, starts at 0 and is half open, ``[start, end)``. A cleaning step never
loses a position and never searches for it again: it returns a :class:`MappedText`, the reading text together with the
:class:`OffsetMap` that leads each of its characters back to the source.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property, total_ordering

from attrs import field, frozen


@frozen
@total_ordering
class Span:
    """A half-open range ``[start, end)`` of code points in ``Source.text``; offsets start at 0."""

    start: int
    end: int = field()

    @end.validator
    def _end_follows_start(self, _attribute: object, value: int) -> None:
        if self.start < 0:
            raise ValueError(f"span starts at {self.start}, before the text")
        if value < self.start:
            raise ValueError(f"span ends at {value}, before its start {self.start}")

    def __lt__(self, other: Span) -> bool:
        # the method that attrs makes takes several times as long, and reading a letter sorts hundreds of spans
        if not isinstance(other, Span):
            return NotImplemented
        return (self.start, self.end) < (other.start, other.end)

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        return True  # an empty span is still a place

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share at least one character."""
        return max(self.start, other.start) < min(self.end, other.end)


def hull(spans: Iterable[Span]) -> Span:
    """The smallest span that covers all of `spans`.

    Raises:
        ValueError: if there are none.
    """
    spans = list(spans)
    return Span(min(s.start for s in spans), max(s.end for s in spans))


@frozen
class Segment:
    """A run of text ``[text_start, text_end)`` that came from ``[source_start, source_end)``.

    Where both have the same length the characters correspond one to one; otherwise (an entity, a tick box drawn by a
    tag, an inserted separator) every character of the text stands for the whole source range.
    """

    text_start: int
    text_end: int
    source_start: int
    source_end: int

    @property
    def verbatim(self) -> bool:
        """Whether the characters correspond one to one."""
        return self.text_end - self.text_start == self.source_end - self.source_start

    def covers(self, start: int, end: int) -> bool:
        """Whether the text range ``[start, end)`` lies inside this segment, character for character."""
        return self.text_start <= start and end <= self.text_end and self.verbatim

    def source_of(self, start: int, end: int) -> tuple[int, int]:
        """The source range of the text range ``[start, end)``, which lies inside this segment."""
        if self.verbatim:
            shift = self.source_start - self.text_start
            return start + shift, end + shift
        return self.source_start, self.source_end

    def cut(self, start: int, end: int, shift: int) -> tuple[Segment, ...]:
        """The segment clipped to ``[start, end)`` of the text, moved by `shift` in the text."""
        start, end = max(start, self.text_start), min(end, self.text_end)
        low, high = self.source_of(start, end)
        if not self.verbatim and end - start == high - low > 1:
            # by its length the rest would pass for verbatim; single characters keep their whole source range
            return tuple(Segment(at + shift, at + shift + 1, low, high) for at in range(start, end))
        return (Segment(start + shift, end + shift, low, high),)


@frozen
class OffsetMap:
    """Leads ranges of a reading text back to the source; segments are in text order and leave no gap."""

    segments: tuple[Segment, ...] = ()
    _starts: tuple[int, ...] = field(init=False, eq=False, repr=False)

    @_starts.default
    def _text_starts(self) -> tuple[int, ...]:
        return tuple(s.text_start for s in self.segments)

    @classmethod
    def verbatim(cls, start: int, length: int) -> OffsetMap:
        """The map of a text copied unchanged from source offset `start`."""
        return cls((Segment(0, length, start, start + length),))

    @property
    def length(self) -> int:
        """Length of the text that is mapped."""
        return self.segments[-1].text_end if self.segments else 0

    def span(self, start: int, end: int) -> Span:
        """The smallest source span that covers the text range ``[start, end)``; an empty range gives an empty span."""
        if not self.segments:
            return Span(0, 0)
        if start >= end:
            return self._point(start)
        if len(self.segments) == 1 and self.segments[0].covers(start, end):
            return Span(*self.segments[0].source_of(start, end))
        low, high = None, 0
        for segment in self._within(start, end):
            if segment.source_start == segment.source_end:
                continue  # inserted by cleaning: no source of its own
            a, b = segment.source_of(max(start, segment.text_start), min(end, segment.text_end))
            low = a if low is None else min(low, a)
            high = max(high, b)
        return self._point(start) if low is None else Span(low, high)

    def pieces(self, start: int, end: int) -> tuple[Span, ...]:
        """The contiguous source spans, in text order, that the text range ``[start, end)`` came from."""
        if start < end and len(self.segments) == 1 and self.segments[0].covers(start, end):
            return (Span(*self.segments[0].source_of(start, end)),)
        found: list[Span] = []
        for segment in self._within(start, end):
            if segment.source_start == segment.source_end:
                continue
            a, b = segment.source_of(max(start, segment.text_start), min(end, segment.text_end))
            if found and found[-1].end == a:
                found[-1] = Span(found[-1].start, b)
            elif not (found and found[-1] == Span(a, b)):
                found.append(Span(a, b))
        return tuple(found)

    def cut(self, start: int, end: int) -> OffsetMap:
        """The map of the text range ``[start, end)``."""
        if start < end and len(self.segments) == 1 and self.segments[0].covers(start, end):
            return OffsetMap.verbatim(self.segments[0].source_of(start, end)[0], end - start)
        return OffsetMap(tuple(part for s in self._within(start, end) for part in s.cut(start, end, -start)))

    def _point(self, offset: int) -> Span:
        if offset >= self.length:
            last = self.segments[-1].source_end
            return Span(last, last)
        segment = self.segments[bisect_right(self._starts, offset) - 1]
        at = segment.source_of(offset, offset)[0]
        return Span(at, at)

    def _within(self, start: int, end: int) -> Iterable[Segment]:
        if start >= end:
            return
        index = max(bisect_right(self._starts, start) - 1, 0)
        while index < len(self.segments) and self.segments[index].text_start < end:
            if self.segments[index].text_end > start:
                yield self.segments[index]
            index += 1


@frozen
class Edit:
    """Replace the text range ``[start, end)`` by `text`; an empty `text` drops it."""

    start: int
    end: int
    text: str = ""


@frozen
class MappedText:
    """Reading text and the map back to the source; slicing, joining and editing keep both in step."""

    text: str
    map: OffsetMap

    @classmethod
    def verbatim(cls, source_text: str, start: int, end: int) -> MappedText:
        """The characters ``[start, end)`` of the source as they stand."""
        return cls(source_text[start:end], OffsetMap.verbatim(start, end - start)) if end > start else cls.empty(start)

    @classmethod
    def replaced(cls, text: str, start: int, end: int) -> MappedText:
        """`text` that stands for the source range ``[start, end)``, such as a decoded entity."""
        return cls(text, OffsetMap((Segment(0, len(text), start, end),))) if text else cls.empty(start)

    @classmethod
    def empty(cls, at: int) -> MappedText:
        """No text, at source offset `at`."""
        return cls("", OffsetMap((Segment(0, 0, at, at),)))

    def __len__(self) -> int:
        return len(self.text)

    def __bool__(self) -> bool:
        return bool(self.text)

    @cached_property
    def whole(self) -> Span:
        """The source span of all of the text."""
        return self.map.span(0, len(self.text))

    def span(self, start: int, end: int) -> Span:
        """The source span of the text range ``[start, end)``."""
        return self.map.span(start, end)

    def cut(self, start: int, end: int) -> MappedText:
        """The part ``[start, end)``."""
        start, end = max(start, 0), min(end, len(self.text))
        if start >= end:
            at = self.map.span(min(start, len(self.text)), min(start, len(self.text))).start
            return MappedText.empty(at)
        if start == 0 and end == len(self.text):
            return self
        return MappedText(self.text[start:end], self.map.cut(start, end))

    def strip(self, characters: str | None = None) -> MappedText:
        """Without leading and trailing `characters` (white space by default)."""
        left = len(self.text) - len(self.text.lstrip(characters))
        right = len(self.text.rstrip(characters))
        return self.cut(left, right)

    def edit(self, edits: Sequence[Edit]) -> MappedText:
        """The text after `edits`, which are in order and do not overlap.

        A replacement stands for the source of the range it replaces.
        """
        if not edits:
            return self
        parts: list[MappedText] = []
        at = 0
        for change in edits:
            if change.start > at:
                parts.append(self.cut(at, change.start))
            if change.text:
                source = self.map.span(change.start, change.end)
                parts.append(MappedText.replaced(change.text, source.start, source.end))
            at = change.end
        if at < len(self.text):
            parts.append(self.cut(at, len(self.text)))
        if not parts:
            return MappedText.empty(self.map.span(0, 0).start)
        return join(parts)


def join(parts: Sequence[MappedText], separator: str = "") -> MappedText:
    """The texts in order, with `separator` (which has no source of its own) between them.

    Raises:
        ValueError: if there are no parts.
    """
    if not parts:
        raise ValueError("nothing to join")
    if len(parts) == 1:
        return parts[0]
    segments: list[Segment] = []
    at = 0
    for index, part in enumerate(parts):
        if index and separator:
            before = parts[index - 1]
            gap = before.map.span(len(before.text), len(before.text)).end
            segments.append(Segment(at, at + len(separator), gap, gap))
            at += len(separator)
        for segment in part.map.segments:
            if segment.text_start == segment.text_end:
                continue
            moved = Segment(segment.text_start + at, segment.text_end + at, segment.source_start, segment.source_end)
            if segments and _continues(segments[-1], moved):
                moved = _merge(segments.pop(), moved)
            segments.append(moved)
        at += len(part.text)
    if not segments:
        return MappedText.empty(parts[0].map.span(0, 0).start)
    return MappedText(separator.join(p.text for p in parts), OffsetMap(tuple(segments)))


def _continues(left: Segment, right: Segment) -> bool:
    return (
        left.verbatim and right.verbatim and left.source_end == right.source_start and left.text_end == right.text_start
    )


def _merge(left: Segment, right: Segment) -> Segment:
    return Segment(left.text_start, right.text_end, left.source_start, right.source_end)
