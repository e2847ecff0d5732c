"""Plain text: every line that is not blank is a line."""

from __future__ import annotations

import attrs

from govreply.blocks import Block, Break, Line, Meta
from govreply.patterns import compile_pattern
from govreply.readers.budget import Budget
from govreply.readers.lines import LineBuilder, SourceLines, matches
from govreply.readers.tabs import tabulate
from govreply.readers.tags import TAG, attributes_of, resolve_reference, tick_of

_PAGE_BREAK = "\f"
# What converters leave of mark-up in plain text; whatever else looks like it is text.
_EVIDENT = compile_pattern(
    rf"(?P<reference>&(?:#[0-9]{{1,7}}|#[xX][0-9a-fA-F]{{1,6}}|[A-Za-z][A-Za-z0-9]{{1,31}});)|(?P<tag>(?i:(?=<input\b){TAG.source}))"
)


def read_text(text: str, budget: Budget) -> tuple[list[Block], list[Meta]]:
    """The lines of plain `text`, with all their spaces, and the tables among them.

    A line after a blank line begins a block, other lines follow a hard break, and a form feed is a page break.
    Character references that end in a semicolon and ticked or empty boxes drawn by ``<input>`` are resolved.
    """
    lines = SourceLines(text)
    budget.check_lines(len(lines), lines.filled())
    blocks: list[Block] = []
    before = Break.BLOCK
    for number in range(len(lines)):
        start = lines.starts[number]
        for index, part in enumerate(lines[number].split(_PAGE_BREAK)):
            if index:
                before = Break.PAGE
            line = plain_line(text, start, start + len(part), budget)
            if line:
                budget.add_blocks()
                blocks.append(attrs.evolve(line, before=before))
                before = Break.HARD
            elif before is not Break.PAGE:
                before = Break.BLOCK
            start += len(part) + 1
    return tabulate(blocks, lines, budget), []


def plain_line(text: str, start: int, end: int, budget: Budget) -> Line | None:
    """The source range ``[start, end)`` as a line; ``None`` where it is blank."""
    builder = LineBuilder()
    raw = text[start:end]
    at = 0
    if "&" in raw or "<" in raw:
        for match in matches(_EVIDENT, raw):
            budget.add_mark()
            if match["reference"] is not None:
                drawn: str | None = resolve_reference(match[0])
            else:
                drawn = tick_of(attributes_of(match[0])) or None
            if drawn is None:
                continue
            builder.add(raw[at : match.start()], start + at, start + match.start())
            builder.add(drawn, start + match.start(), start + match.end())
            at = match.end()
    builder.add(raw[at:], start + at, end)
    return builder.take()
