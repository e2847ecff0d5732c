"""Blocks as plain values, for comparison with what a person expects."""

from __future__ import annotations

from collections.abc import Sequence

from govreply.blocks import Block, Line, Table
from govreply.readers import read


def lines(source: str, name: str) -> list[Line]:
    """The lines outside tables."""
    return [b for b in read(source, name).blocks if isinstance(b, Line)]


def texts(source: str, name: str) -> list[str]:
    """Their texts."""
    return [line.text.text for line in lines(source, name)]


def tables(source: str, name: str) -> list[Table]:
    """The outermost tables."""
    return [b for b in read(source, name).blocks if isinstance(b, Table)]


def grid(table: Table) -> list[list[str]]:
    """The texts of the cells by row, lines joined by /."""
    rows: list[list[str]] = [[] for _ in range(table.rows)]
    for cell in table.cells:
        rows[cell.row].append("/".join(_text(b) for b in cell.blocks))
    return rows


def _text(block: Block) -> str:
    return block.text.text if isinstance(block, Line) else f"{grid(block)}"


def marked(line: Line, ranges: Sequence[tuple[int, int]]) -> list[str]:
    """The parts of a line's text in `ranges`."""
    return [line.text.text[a:b] for a, b in ranges]
