"""The part of a source line that shows a span, cut to a width, with the columns to underline.

Widths are terminal cells: a Chinese character takes two, so carets stand under the text they mean. Only the part of a
line that can be shown is ever measured, whatever the line's length.
"""

from __future__ import annotations

from attrs import frozen
from rich.cells import cell_len

from govreply.reports.safe import visible
from govreply.source import Source
from govreply.span import Span

ELLIPSIS = "…"
_LEAST_CONTEXT = 12  # cells on each side of a span that is too long to be shown whole


@frozen
class Excerpt:
    """One line to print.

    Attributes:
        line: its number in the source, from 1.
        text: what to print, safe for a terminal.
        start, end: range of `text`, in characters, that belongs to the span.
    """

    line: int
    text: str
    start: int
    end: int

    @property
    def indent(self) -> int:
        """Where the underline begins, in cells."""
        return cell_len(self.text[: self.start])

    @property
    def width(self) -> int:
        """How long the underline is, in cells; at least one."""
        return max(cell_len(self.text[self.start : self.end]), 1)


def excerpts(source: Source, span: Span, width: int) -> tuple[Excerpt, ...]:
    """The line that holds `span`; the first and the last one where it covers several."""
    location = source.locate(span)
    first = source.line_span(location.line)
    if location.end_line == location.line:
        return (_cut(source, location.line, first, span, width),)
    last_line = location.end_line
    if location.end_column == 1:  # the span ends with the line end before
        last_line -= 1
    head = _cut(source, location.line, first, Span(span.start, max(first.end, span.start)), width)
    if last_line == location.line:
        return (head,)
    last = source.line_span(last_line)
    end = min(span.end, last.end)
    return head, _cut(source, last_line, last, Span(_first_sign(source.text, last.start, end), end), width)


def _first_sign(text: str, start: int, end: int) -> int:
    """Where the blanks that `text` begins with at `start` end; `start` if there is nothing else before `end`."""
    rest = text[start:end].lstrip()
    return end - len(rest) if rest else start


def _cut(source: Source, number: int, line: Span, span: Span, width: int) -> Excerpt:
    """`line` cut to `width` cells around `span`, which lies in it or at its line end."""
    text = source.text
    marked = _without_middle(text, span, width - 2 * _LEAST_CONTEXT)
    room = width - cell_len(marked)
    # one character more than can be shown is enough to tell that something is left out
    first, last = max(line.start, span.start - room - 1), min(max(line.end, span.end), span.end + room + 1)
    before, after = visible(text[first : span.start]), visible(text[span.end : last])
    left = min(cell_len(before), max(room // 2, room - cell_len(after)))
    before = _end(before, left, cut=first > line.start)
    after = _beginning(after, room - cell_len(before), cut=last < line.end)
    return Excerpt(number, before + marked + after, len(before), len(before) + len(marked))


def _without_middle(text: str, span: Span, room: int) -> str:
    """The text of `span`; its middle is left out where it is wider than `room` cells."""
    if len(span) <= room:
        whole = visible(text[span.start : span.end])
        if cell_len(whole) <= room:
            return whole
    half = room // 2
    head, tail = visible(text[span.start : span.start + half]), visible(text[span.end - half : span.end])
    return _beginning(head, half, cut=True) + _end(tail, half, cut=True).removeprefix(ELLIPSIS)


def _beginning(text: str, width: int, *, cut: bool) -> str:
    """The beginning of `text` in at most `width` cells; … stands for what is left out, here or (`cut`) before."""
    if cell_len(text) <= width - (len(ELLIPSIS) if cut else 0):
        return text + ELLIPSIS if cut else text
    return _fitting(text, width - len(ELLIPSIS)) + ELLIPSIS


def _end(text: str, width: int, *, cut: bool) -> str:
    """The end of `text`, as :func:`_beginning`."""
    return _beginning(text[::-1], width, cut=cut)[::-1]


def _fitting(text: str, width: int) -> str:
    used = 0
    for at, character in enumerate(text):
        used += cell_len(character)
        if used > width:
            return text[:at]
    return text
