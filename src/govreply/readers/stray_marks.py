"""Marks of Markdown that a conversion left in text of another format: ``**bold**`` and ``## headings``.

They are taken for what they were meant to be, and leave the reading text. What masks a name (张**委员) or draws a line stays:
``**`` opens at the start of a line and after white space or punctuation alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

import attrs

from govreply.blocks import Block, Line, LineKind, Table
from govreply.patterns import compile_pattern
from govreply.readers.lines import matches
from govreply.span import Edit

_HEADING: Final = compile_pattern(r"^[ \u3000]{0,3}(?P<mark>#{1,6}[ \u3000]{1,4})(?=[^\s#])")
_BOLD: Final = compile_pattern(
    r"(?<![^\s\p{P}\p{S}])(?<!\*)(?P<open>\*\*)(?![\s*])[^*\n]{1,300}(?<!\s)(?P<close>\*\*)(?!\*)"
    r"|^\s{0,4}(?P<first>\*\*\s{0,4})(?![\s*])[^*\n]{1,300}(?<!\s)(?P<last>\s{0,4}\*\*)\s{0,4}$"
)


def without_marks(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, without such marks; what was bold is bold."""
    for block in blocks:
        yield _line(block) if isinstance(block, Line) else _table(block)


def _table(table: Table) -> Table:
    cells = tuple(attrs.evolve(cell, blocks=tuple(without_marks(cell.blocks))) for cell in table.cells)
    return table if cells == table.cells else attrs.evolve(table, cells=cells)


def _line(line: Line) -> Line:
    text = line.text.text
    if "#" not in text and "**" not in text:
        return line
    cuts = []
    bold = []
    heading = _HEADING.match(text)
    if heading is not None:
        cuts.append(heading.span("mark"))
    for match in matches(_BOLD, text):
        first, last = ("open", "close") if match["open"] is not None else ("first", "last")
        cuts += [match.span(first), match.span(last)]
        bold.append((match.end(first), match.start(last)))
    if not cuts:
        return line
    level = len(heading["mark"].strip()) if heading is not None else 0
    return attrs.evolve(
        line,
        text=line.text.edit([Edit(start, end, "") for start, end in cuts]),
        kind=LineKind.HEADING if level and line.kind is LineKind.PARAGRAPH else line.kind,
        depth=level if level and line.kind is LineKind.PARAGRAPH else line.depth,
        strong=tuple(sorted(_moved(range_, cuts) for range_ in (*line.strong, *bold))),
        links=tuple(_moved(range_, cuts) for range_ in line.links),
    )


def _moved(range_: tuple[int, int], cuts: Iterable[tuple[int, int]]) -> tuple[int, int]:
    """Where a range lies after the `cuts`."""
    start, end = (at - sum(min(b, at) - a for a, b in cuts if a < at) for at in range_)
    return start, end
