"""The decoded document: its text, how it was decoded, and where a span of it can be found by a person."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

from attrs import frozen

from govreply.places import Place, PlaceIndex
from govreply.span import Span


@frozen
class Location:
    """Where a span begins and ends for a person.

    Attributes:
        line, column, end_line, end_column: from 1, columns in code points, in ``Source.text``: the file itself for text
            formats, else the text as it was laid out.
        places: for laid-out formats where the span stands in the file, cut to the span, in order; else empty.
    """

    line: int
    column: int
    end_line: int
    end_column: int
    places: tuple[Place, ...] = ()

    @property
    def place(self) -> Place | None:
        """The first of the places; ``None`` for text formats."""
        return self.places[0] if self.places else None


@frozen
class Source:
    """One decoded input.

    Attributes:
        name: file name or the name given by the caller.
        media_type: ``text/markdown``, ``text/plain``, ``text/html``, …
        text: the decoded file itself for text formats, the laid-out text for others; all spans count in it.
        encoding: name of the character encoding, ``None`` where the caller gave decoded text.
        encoding_how: ``bom``, ``declared``, ``utf-8`` (valid as such), ``utf-16`` (by its look), ``gb18030``
            (fallback), ``given`` or ``laid-out`` (the format is none of text, its reader assembled it).
        sha256: digest of the bytes, taken before anything was parsed.
        size: number of bytes.
        places: where the stretches of a laid-out text stand in the file, in order; empty for text formats.
        pages: of page formats, empty ones included; ``None`` for others.
    """

    name: str
    media_type: str
    text: str
    encoding: str | None
    encoding_how: str
    sha256: str
    size: int
    places: tuple[Place, ...] = ()
    pages: int | None = None

    @cached_property
    def _place_index(self) -> PlaceIndex:
        return PlaceIndex(self.places)

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
        """Line and column of both ends of `span`, and the places it stands in."""
        line, column = self._line_column(span.start)
        end_line, end_column = self._line_column(span.end)
        return Location(line, column, end_line, end_column, self._place_index.of(span))

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
