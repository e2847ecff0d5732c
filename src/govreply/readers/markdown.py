"""Markdown: blocks from markdown-it-py by their line numbers, inline marks scanned from the lines themselves.

Two habits of documents that were converted to Markdown go before CommonMark: the number of an ordered list is text,
since it is part of the letter, and lines that are indented by four spaces and more are text with marks, not code.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

import attrs
from markdown_it.token import Token

from govreply.blocks import Block, Break, Cell, Line, LineKind, Meta, Table
from govreply.readers.budget import Budget
from govreply.readers.html import read_fragment
from govreply.readers.inline import read_inline
from govreply.readers.lines import Excerpt, SourceLines, trim_line
from govreply.readers.markdown_blocks import STARTS, TABLE, block_tokens, cells_of, check_items
from govreply.readers.references import definitions
from govreply.readers.tabs import tabulate
from govreply.readers.tags import BLOCK, DROPPED, TAG
from govreply.readers.text import plain_line
from govreply.span import MappedText, Span, hull

_SPACES = " \t"
_HTML_BLOCKS = BLOCK | DROPPED
_LISTS = ("bullet_list_open", "ordered_list_open")
_LEAVES = frozenset(("paragraph_open", "heading_open", "code_block", "fence", "html_block", "hr", TABLE))


def read_markdown(text: str, budget: Budget) -> tuple[list[Block], list[Meta]]:
    """The lines and tables of a Markdown text (CommonMark 0.31 with pipe tables and inline HTML)."""
    lines = SourceLines(text)
    budget.check_lines(len(lines), lines.filled())
    check_items(text, budget)
    found = _Reader(lines, budget).read()
    made = tabulate(found, lines, budget)
    return [trim_line(b, _SPACES) if isinstance(b, Line) else b for b in made], []


@attrs.define
class _Marker:
    """The marker of a list item whose text has not come yet."""

    text: str
    line: int
    ordered: bool
    depth: int


class _Reader:
    """Takes the block tokens in order; what they leave out is read as plain lines afterwards."""

    def __init__(self, lines: SourceLines, budget: Budget) -> None:
        self._lines = lines
        self._budget = budget
        self._read = bytearray(len(lines))  # 1 where the line has been taken
        self._found: list[tuple[int, list[Block]]] = []  # with the number of the first line
        self._depth = 0  # of lists
        self._in_item = 0
        self._markers: list[_Marker] = []
        self._definitions = definitions(lines)
        self._defined = frozenset(self._definitions.values())
        self._table_ends = [n for n in range(len(lines)) if "</table" in lines[n].lower()]

    def read(self) -> list[Block]:
        for number in self._definitions:
            self._read[number] = 1
        for token in block_tokens(self._lines, self._definitions):
            if token.type in _LISTS:
                self._depth += 1
            elif token.type in ("bullet_list_close", "ordered_list_close"):
                self._depth -= 1
            elif token.type == "list_item_open" and token.map:
                ordered = token.info != ""
                self._markers.append(_Marker(token.info + token.markup, token.map[0], ordered, self._depth))
                self._in_item += 1
            elif token.type == "list_item_close":
                self._marker_lines(None)
                self._in_item -= 1
            elif token.type in _LEAVES and token.map:
                self._leaf(token, token.map[0], token.map[1])
        self._left_over()
        self._found.sort(key=lambda entry: entry[0])
        return [block for _, blocks in self._found for block in blocks]

    def _leaf(self, token: Token, first: int, last: int) -> None:
        if self._read[first]:
            return  # inside a table that went on over blank lines
        starts = [self._column_start(n, s) for n, s in zip(range(first, last), token.meta[STARTS], strict=False)]
        if token.type == "html_block":
            self._html(starts, first, last)
            return
        prefix, bullet = self._marker_lines((first, starts[0]))
        self._mark_read(first, last)
        if token.type == "hr":
            self._keep(first, [Line(MappedText.empty(starts[0]), kind=LineKind.RULE)])
        elif token.type == TABLE:
            self._table(starts, first, last)
        elif token.type == "fence":
            self._fence(token, starts, first)
        elif token.type == "heading_open":
            ranges = self._heading_ranges(token, starts, first)
            made = self._inline(ranges, prefix)
            level = int(token.tag[1])
            self._keep(first, [attrs.evolve(m, kind=LineKind.HEADING, depth=level) for m in made])
        elif token.type == "code_block":
            self._indented(starts, first, prefix, bullet)
        else:
            self._paragraph(starts, first, prefix, bullet)

    def _paragraph(self, starts: Sequence[int], first: int, prefix: tuple[int, int] | None, bullet: str) -> None:
        made = self._inline(self._ranges(starts, first), prefix)
        self._keep(first, self._as_items(made, bullet))

    def _indented(self, starts: Sequence[int], first: int, prefix: tuple[int, int] | None, bullet: str) -> None:
        """Lines of an indented code block: text, each group of lines without a blank one between them a paragraph."""
        group: list[int] = []
        for number in range(first, first + len(starts) + 1):
            if number < first + len(starts) and not self._lines.is_blank(number):
                group.append(number)
            elif group:
                at = group[0] - first
                self._paragraph(starts[at : at + len(group)], group[0], prefix, bullet)
                prefix, bullet, group = None, "", []

    def _fence(self, token: Token, starts: Sequence[int], first: int) -> None:
        """Lines between code fences; no marks of Markdown in them."""
        ranges = self._ranges(starts, first)
        text = self._lines.text
        closed = len(ranges) > 1 and text[slice(*ranges[-1])].startswith(token.markup)
        made: list[Line] = []
        before = Break.BLOCK
        for start, end in ranges[1 : -1 if closed else None]:
            line = plain_line(text, start, end, self._budget)
            if line is not None:
                made.append(attrs.evolve(line, before=before))
            before = Break.BLOCK if line is None else Break.HARD
        self._keep(first, self._as_items(made, ""))

    def _html(self, starts: list[int], first: int, last: int) -> None:
        excerpt = self._excerpt(self._ranges(starts, first))
        if not _is_block_html(excerpt.text):
            prefix, bullet = self._marker_lines((first, starts[0]))
            self._mark_read(first, last)
            self._paragraph(starts, first, prefix, bullet)
            return
        self._marker_lines(None)
        end = self._table_end(excerpt.text, last)
        if end > last:
            ranges = [
                *self._ranges(starts, first),
                *((self._lines.starts[n], self._lines.ends[n]) for n in range(last, end)),
            ]
            excerpt = self._excerpt(ranges)
        self._mark_read(first, end)
        blocks, _ = read_fragment(excerpt, self._budget)
        self._found.append((first, blocks))

    def _table_end(self, html: str, last: int) -> int:
        """The line after the block, or after ``</table>`` where a blank line cut a table in two."""
        lowered = html.lower()
        if lowered.count("<table") <= lowered.count("</table"):
            return last
        index = bisect_left(self._table_ends, last)
        return self._table_ends[index] + 1 if index < len(self._table_ends) else last

    def _table(self, starts: Sequence[int], first: int, last: int) -> None:
        cells: list[Cell] = []
        rows = [n for n in range(first, last) if n != first + 1]
        for row, number in enumerate(rows):
            start = starts[number - first]
            for column, (a, b) in enumerate(cells_of(self._lines.text, start, self._lines.ends[number])):
                made = self._inline([(a, b)])
                blocks = tuple(attrs.evolve(trim_line(m, _SPACES), kind=LineKind.CELL) for m in made)
                self._budget.add_blocks(1 + len(blocks))
                cells.append(Cell(row, column, blocks, Span(a, b), header=row == 0))
        if cells:  # the line of a header may be a lone bar, which has none
            self._found.append((first, [Table(cells=tuple(cells), span=hull(c.span for c in cells), style="pipe")]))

    def _marker_lines(self, leaf: tuple[int, int] | None) -> tuple[tuple[int, int] | None, str]:
        """Settle the markers that wait for text.

        `leaf` is the line of the text that has come and the source offset where it begins. What it gets is the source
        range from the first number in its line up to its text, and its bullet. Numbers that have no text in their line
        become lines of their own.
        """
        markers, self._markers = self._markers, []
        prefix: tuple[int, int] | None = None
        bullet = ""
        for number in sorted({m.line for m in markers}):
            group = [m for m in markers if m.line == number]
            with_text = leaf is not None and leaf[0] == number
            end = leaf[1] if leaf is not None and with_text else self._lines.ends[number]
            start = self._first_number(group, number, end)
            if with_text:
                bullet = group[-1].text
                prefix = None if start is None else (start, end)
            elif start is not None and not self._read[number]:
                self._read[number] = 1
                made = plain_line(self._lines.text, start, end, self._budget)
                if made is not None:
                    item = attrs.evolve(made, kind=LineKind.ITEM, depth=group[-1].depth, bullet=group[-1].text)
                    self._keep(number, [item])
            elif (
                all(not m.ordered for m in group)
                and self._first_number(group, number, end, any_marker=True) is not None
            ):
                self._read[number] = 1
        return prefix, bullet

    def _first_number(self, group: list[_Marker], number: int, end: int, *, any_marker: bool = False) -> int | None:
        """Where the outermost number of the markers that stand right before `end` begins; ``None`` if there is none."""
        found = None
        for marker in reversed(group):
            before = self._lines.text[self._lines.starts[number] : end].rstrip(_SPACES)
            if not before.endswith(marker.text):
                return None
            end = self._lines.starts[number] + len(before) - len(marker.text)
            if marker.ordered or any_marker:
                found = end
        return found

    def _as_items(self, made: Sequence[Line], bullet: str) -> list[Line]:
        if not self._in_item:
            return list(made)
        return [
            attrs.evolve(m, kind=LineKind.ITEM, depth=self._depth, bullet="" if n else bullet)
            for n, m in enumerate(made)
        ]

    def _left_over(self) -> None:
        """Lines that no token holds, as in lists nested too deeply: text without their quotation marks."""
        before = Break.BLOCK
        for number in range(len(self._lines)):
            if self._lines.is_blank(number):
                before = Break.BLOCK
                continue
            if not self._read[number]:
                line = self._lines[number]
                start = self._lines.starts[number] + len(line) - len(line.lstrip(" \t>"))
                made = self._inline([(start, self._lines.ends[number])])
                self._keep(number, [attrs.evolve(m, before=m.before if n else before) for n, m in enumerate(made)])
            before = Break.HARD

    def _keep(self, number: int, made: Sequence[Line]) -> None:
        self._budget.add_blocks(len(made))
        self._found.append((number, list(made)))

    def _mark_read(self, first: int, last: int) -> None:
        self._read[first:last] = b"\1" * (last - first)

    def _heading_ranges(self, token: Token, starts: Sequence[int], first: int) -> list[tuple[int, int]]:
        if not token.markup.startswith("#"):
            return self._ranges(starts[:-1], first)  # the last line is the one that underlines
        start, end = starts[0], self._lines.ends[first]
        start += len(token.markup)
        content = self._lines.text[start:end].rstrip(_SPACES)
        closed = content.rstrip("#")
        if closed != content and (not closed or closed[-1] in _SPACES):
            content = closed
        after = start + len(content)
        return [(after - len(content.lstrip(_SPACES)), after)]

    def _ranges(self, starts: Sequence[int], first: int) -> list[tuple[int, int]]:
        ends = self._lines.ends
        return [(min(s, ends[first + n]), ends[first + n]) for n, s in enumerate(starts)]

    def _column_start(self, number: int, column: int) -> int:
        """The source offset of `column` in a line, or of the first tab before it, which may part cells."""
        start = self._lines.starts[number]
        indent = self._lines.text[start : start + column]
        tab = indent.find("\t") if not indent.strip(_SPACES) else -1
        return start + (column if tab < 0 else tab)

    def _inline(self, ranges: Sequence[tuple[int, int]], prefix: tuple[int, int] | None = None) -> list[Line]:
        return read_inline(self._excerpt(ranges), self._budget, prefix, self._defined)

    def _excerpt(self, ranges: Sequence[tuple[int, int]]) -> Excerpt:
        return Excerpt(self._lines.text, ranges)


def _is_block_html(html: str) -> bool:
    """Whether an HTML block is one.

    One that begins with an inline or unknown tag is text with tags, and a comment that never ends is text too.
    """
    begins = html.lstrip()
    tag = TAG.match(begins)
    if tag is not None:
        return tag["name"].lower() in _HTML_BLOCKS
    return not begins.startswith("<!--") or "-->" in begins
