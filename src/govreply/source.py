"""The decoded document: its text, how it was decoded, and where a span of it can be found by a person."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

from attrs import frozen

from govreply.span import Span


@frozen
class Place:
    """A part of a laid-out source (a paragraph, a table cell, a page) and the range of text that came from it.

    Attributes:
        span: range of ``Source.text``.
        label: how a person finds it, such as ``paragraph 12`` or ``page 3``.
        page: page number, from 1, for page formats.
        box: left, top, right, bottom in points from the page's top left corner.
    """

    span: Span
    label: str
    page: int | None = None
    box: tuple[float, float, float, float] | None = None


@frozen
class Location:
    """Where a span begins and ends for a person: lines and columns count from 1, columns in code points."""

    line: int
    column: int
    end_line: int
    end_column: int
    place: Place | None = None


@frozen(eq=False)
class Source:
    """One decoded input.

    Attributes:
        name: file name or the name given by the caller.
        media_type: ``text/markdown``, ``text/plain``, ``text/html``, …
        text: the decoded file itself for text formats, the laid-out text for others; all spans count in it.
        encoding: name of the character encoding, ``None`` where the caller gave decoded text.
        encoding_how: ``bom``, ``declared``, ``utf-8`` (valid as such), ``gb18030`` (fallback) or ``given``.
        sha256: digest of the bytes, taken before anything was parsed.
        size: number of bytes.
        places: index from ranges to paragraphs, cells or pages for formats without lines of their own.
    """

    name: str
    media_type: str
    text: str
    encoding: str | None
    encoding_how: str
    sha256: str
    size: int
    places: tuple[Place, ...] = ()

    @cached_property
    def _line_starts(self) -> tuple[int, ...]:
        starts, at = [0], 0
        for line in self.text.splitlines(keepends=True):
            # form feed and the like end a line for str.splitlines but for no editor
            at += len(line)
            if line[-1] in "\r\n":
                starts.append(at)
        return tuple(starts)

    def locate(self, span: Span) -> Location:
        """Line and column of both ends of `span`, and the place that its start lies in."""
        line, column = self._line_column(span.start)
        end_line, end_column = self._line_column(span.end)
        return Location(line, column, end_line, end_column, self._place(span.start))

    def line_text(self, line: int) -> str:
        """The text of a line (from 1) without its line end."""
        starts = self._line_starts
        start = starts[line - 1]
        end = starts[line] if line < len(starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")

    def line_span(self, line: int) -> Span:
        """The span of a line (from 1) without its line end."""
        start = self._line_starts[line - 1]
        return Span(start, start + len(self.line_text(line)))

    def _line_column(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def _place(self, offset: int) -> Place | None:
        for place in self.places:
            if place.span.start <= offset < place.span.end:
                return place
        return None
