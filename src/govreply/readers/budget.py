"""Counts what a reader makes, and stops it where a limit is passed."""

from __future__ import annotations

from govreply.errors import Cause, UnreadableError
from govreply.limits import Limits


class Budget:
    """What is left of the limits while one document is read.

    Every method that checks raises :class:`UnreadableError` with :attr:`Cause.LIMIT`; its detail names the limit and
    its value.
    """

    # Blank lines make no blocks, but each costs memory; no document has ten times as many lines as blocks.
    _LINES_PER_BLOCK = 10
    # Finding free places below cells that span many rows may take this many steps for each block that is allowed.
    _GRID_STEPS_PER_BLOCK = 50

    # Inline marks (emphasis, tags, character references) are no blocks either; letters have one in some hundred characters.
    _MARKS_PER_BLOCK = 2

    def __init__(self, name: str, limits: Limits) -> None:
        self.name = name
        self.limits = limits
        self._blocks = 0
        self._grid_steps = 0
        self._marks = 0
        self._unpacked = 0

    def add_blocks(self, count: int = 1) -> None:
        """Count `count` more lines, tables or cells."""
        self._blocks += count
        if self._blocks > self.limits.blocks:
            raise self.passed("blocks", self.limits.blocks, "more lines, tables and cells")

    def add_grid_steps(self, count: int) -> None:
        """Count `count` more steps of work on the places of table cells."""
        self._grid_steps += count
        if self._grid_steps > self.limits.blocks * self._GRID_STEPS_PER_BLOCK:
            raise self.passed("blocks", self.limits.blocks, "too many table cells that span rows")

    def add_mark(self) -> None:
        """Count one more inline mark."""
        self._marks += 1
        if self._marks > self.limits.blocks * self._MARKS_PER_BLOCK:
            raise self.passed("blocks", self.limits.blocks, f"more than {self._marks - 1} inline marks")

    def add_unpacked(self, size: int, name: str) -> None:
        """Count `size` more bytes that came out of an archive, of the member called `name`."""
        self._unpacked += size
        if self._unpacked > self.limits.unpacked_bytes:
            raise self.passed("unpacked_bytes", self.limits.unpacked_bytes, f"more in {name}")

    def check_bytes(self, size: int) -> None:
        """`size` is the length of the input in bytes."""
        if size > self.limits.bytes:
            raise self.passed("bytes", self.limits.bytes, f"{size} bytes")

    def check_characters(self, count: int) -> None:
        """`count` is the length of the decoded text in code points."""
        if count > self.limits.characters:
            raise self.passed("characters", self.limits.characters, f"{count} characters")

    def check_lines(self, count: int, filled: int) -> None:
        """`count` lines of which `filled` have text; checked before any work is done on them."""
        if filled > self.limits.blocks:
            raise self.passed("blocks", self.limits.blocks, f"{filled} lines with text")
        if count > self.limits.blocks * self._LINES_PER_BLOCK:
            raise self.passed("blocks", self.limits.blocks, f"{count} lines")

    def check_nesting(self, depth: int) -> None:
        """`depth` elements are open."""
        if depth > self.limits.nesting:
            raise self.passed("nesting", self.limits.nesting, "elements nested more deeply")

    def check_pages(self, count: int) -> None:
        """`count` is the number of pages."""
        if count > self.limits.pages:
            raise self.passed("pages", self.limits.pages, f"{count} pages")

    def passed(self, limit: str, value: float, found: str) -> UnreadableError:
        """The error for the limit called `limit`, whose value is `value`."""
        return UnreadableError(self.name, Cause.LIMIT, f"limit {limit} is {value}: {found}")
