"""Lines of the source, excerpts made of parts of them, and the builder that makes reading text of pieces of source."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import islice

import attrs
import regex

from govreply.blocks import Break, Line
from govreply.patterns import Pattern
from govreply.span import MappedText, OffsetMap, Segment, join

Ranges = tuple[tuple[int, int], ...]

BYTE_ORDER_MARK = "\ufeff"
_WINDOW = 2048


class SourceLines:
    """Where the lines of a text start and end, without their line ends (CR LF, LF or CR).

    Kept in arrays, as there may be millions. A byte order mark at the start belongs to no line.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = array("Q")
        self.ends = array("Q")
        at = len(BYTE_ORDER_MARK) if text.startswith(BYTE_ORDER_MARK) else 0
        chunks = text[at:].split("\n")
        for number, chunk in enumerate(chunks):
            parts = chunk.split("\r")
            ended_by_crlf = len(parts) > 1 and not parts[-1] and number < len(chunks) - 1
            for part in parts[:-1] if ended_by_crlf else parts:
                self.starts.append(at)
                self.ends.append(at + len(part))
                at += len(part) + 1
            if ended_by_crlf:
                at += 1

    def __len__(self) -> int:
        return len(self.starts)

    def __getitem__(self, number: int) -> str:
        return self.text[self.starts[number] : self.ends[number]]

    def number_at(self, offset: int) -> int:
        """The number, from 0, of the line that holds source offset `offset`."""
        return max(bisect_right(self.starts, offset) - 1, 0)

    def filled(self) -> int:
        """How many lines have more than white space."""
        return sum(1 for number in range(len(self)) if not self.is_blank(number))

    def is_blank(self, number: int) -> bool:
        """Whether line `number` has nothing but white space."""
        return self.starts[number] == self.ends[number] or not self[number].strip()


class Excerpt:
    """Parts of source lines joined by line feeds, with the way back: what a tokenizer sees of the source.

    Line ends of the source are one line feed here, so a tokenizer that normalises them finds nothing to change.
    """

    def __init__(self, source: str, ranges: Iterable[tuple[int, int]]) -> None:
        self.source = source
        self._starts = array("Q")
        self._origins = array("Q")
        parts: list[str] = []
        at = 0
        for start, end in ranges:
            self._starts.append(at)
            self._origins.append(start)
            parts.append(source[start:end])
            at += end - start + 1
        self.text = "\n".join(parts)

    @classmethod
    def whole(cls, lines: SourceLines) -> Excerpt:
        """All lines of a text."""
        return cls(lines.text, zip(lines.starts, lines.ends, strict=True))

    def position(self, line: int, column: int) -> int:
        """The offset in this excerpt of `column` (from 0) in its `line` (from 1)."""
        return self._starts[line - 1] + column

    def origin(self, offset: int) -> int:
        """The source offset of the character at `offset` of this excerpt."""
        number = bisect_right(self._starts, offset) - 1
        return self._origins[number] + offset - self._starts[number]

    def origins(self, start: int, end: int) -> tuple[int, int]:
        """The source range of the excerpt range ``[start, end)``, which is not empty."""
        if self.text[end - 1] == "\n":  # the whole line end, be it CR LF, up to where the next line begins
            return self.origin(start), self.origin(end)
        return self.origin(start), self.origin(end - 1) + 1


class LineBuilder:
    """Collects the pieces of one line of reading text, and which of its ranges are bold or links."""

    def __init__(self) -> None:
        self.length = 0
        self._texts: list[str] = []
        self._segments: list[tuple[int, int, int, int]] = []
        self._strong = _Marks()
        self._links = _Marks()

    def add(self, text: str, start: int, end: int) -> None:
        """Append `text` that stands for the source range ``[start, end)``."""
        if not text:
            return
        after = self.length + len(text)
        begin = self.length
        if self._segments and len(text) == end - start:
            before, stop, source_start, source_end = self._segments[-1]
            if source_end == start and stop - before == source_end - source_start:
                self._segments.pop()
                begin, start = before, source_start
        self._segments.append((begin, after, start, end))
        self._texts.append(text)
        self.length = after

    def strong(self, on: bool) -> None:
        """What follows is bold, or no longer."""
        self._strong.switch(on, self.length)

    def link(self, on: bool) -> None:
        """What follows is a link, or no longer."""
        self._links.switch(on, self.length)

    def take(self) -> Line | None:
        """The line that was collected, ``None`` where it has nothing to see.

        The builder starts again, still bold or inside a link if it was.
        """
        text = "".join(self._texts)
        strong, links = self._strong.take(self.length), self._links.take(self.length)
        segments = tuple(Segment(*s) for s in self._segments) if text.strip() else ()
        self.length = 0
        self._texts, self._segments = [], []
        return Line(MappedText(text, OffsetMap(segments)), strong=strong, links=links) if segments else None


class _Marks:
    """Ranges of a line that share a property, as it is switched on and off."""

    def __init__(self) -> None:
        self._since: int | None = None
        self._ranges: list[tuple[int, int]] = []

    def switch(self, on: bool, at: int) -> None:
        if on and self._since is None:
            self._since = at
        elif not on and self._since is not None:
            self._close(at)
            self._since = None

    def take(self, length: int) -> Ranges:
        if self._since is not None:
            self._close(length)
            self._since = 0
        ranges, self._ranges = tuple(self._ranges), []
        return ranges

    def _close(self, at: int) -> None:
        if self._since is None or at <= self._since:
            return
        start = self._since
        if self._ranges and self._ranges[-1][1] == start:
            start = self._ranges.pop()[0]
        self._ranges.append((start, at))


_STRENGTH = {b: n for n, b in enumerate((Break.SOFT, Break.HARD, Break.BLOCK, Break.PAGE))}


def stronger(one: Break, other: Break) -> Break:
    """The stronger of two breaks that meet."""
    return max(one, other, key=_STRENGTH.__getitem__)


def cut_line(line: Line, start: int, end: int) -> Line:
    """The part ``[start, end)`` of `line`, with its bold ranges and links."""
    if start == 0 and end == len(line.text):
        return line
    return attrs.evolve(
        line,
        text=line.text.cut(start, end),
        strong=_clip(line.strong, start, end),
        links=_clip(line.links, start, end),
    )


def prefixed(line: Line, text: MappedText) -> Line:
    """`line` with `text` before its own."""
    shift = len(text)
    return attrs.evolve(
        line,
        text=join([text, line.text]),
        strong=tuple((a + shift, b + shift) for a, b in line.strong),
        links=tuple((a + shift, b + shift) for a, b in line.links),
    )


def trim_line(line: Line, characters: str) -> Line:
    """`line` without leading and trailing `characters`."""
    text = line.text.text
    return cut_line(line, len(text) - len(text.lstrip(characters)), len(text.rstrip(characters)))


def _clip(ranges: Ranges, start: int, end: int) -> Ranges:
    return tuple((max(a, start) - start, min(b, end) - start) for a, b in ranges if a < end and b > start)


def matches(pattern: Pattern, text: str) -> Iterator[regex.Match[str]]:
    """Every match of `pattern` in order; the deadline of a search does not include what is done with its matches."""
    at = 0
    while True:
        found = list(islice(pattern.finditer(text, at), _WINDOW))
        yield from found
        if len(found) < _WINDOW:
            return
        at = found[-1].end()
