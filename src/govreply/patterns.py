"""The one way to compile a regular expression: bounded in time and listed, so that tests can attack every pattern in use."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from govreply.limits import DEFAULT_LIMITS

REGISTRY: list[Pattern] = []

UNWATCHED = 1_000
"""Signs up to which a text is searched without asking the clock, which takes longer than most searches themselves.

Tests hold every pattern to a number of steps in proportion to the text, and to the deadline in texts of many times this.
"""


class PatternTimeout(Exception):  # noqa: N818 - says what happened, as TimeoutError does
    """One search took longer than allowed; reading turns it into the outcome ``limit``."""


class Pattern:
    """An expression whose every search in more than :data:`UNWATCHED` signs has a deadline. It is compiled at its first use.

    Several hundred expressions are in use, and compiling all of them takes longer than reading a document.

    Raises:
        PatternTimeout: from each search that takes longer than ``Limits.pattern_seconds``.
    """

    __slots__ = ("_compiled", "_flags", "source")

    def __init__(self, source: str, flags: int = 0) -> None:
        self.source = source
        self._flags = flags
        self._compiled: regex.Pattern[str] | None = None
        REGISTRY.append(self)

    @property
    def compiled(self) -> regex.Pattern[str]:
        """The expression of the ``regex`` module. Two threads may both compile it; either result serves."""
        if self._compiled is None:
            self._compiled = regex.compile(self.source, self._flags | regex.VERSION1)
        return self._compiled

    def search(self, text: str, pos: int = 0, endpos: int | None = None) -> regex.Match[str] | None:
        """As ``regex.Pattern.search``, with a deadline."""
        compiled = self._compiled or self.compiled
        if len(text) <= UNWATCHED:
            return compiled.search(text, pos, endpos)
        try:
            return compiled.search(text, pos, endpos, timeout=DEFAULT_LIMITS.pattern_seconds)
        except TimeoutError as error:
            raise PatternTimeout(self.source) from error

    def match(self, text: str, pos: int = 0, endpos: int | None = None) -> regex.Match[str] | None:
        """As ``regex.Pattern.match``, with a deadline."""
        compiled = self._compiled or self.compiled
        if len(text) <= UNWATCHED:
            return compiled.match(text, pos, endpos)
        try:
            return compiled.match(text, pos, endpos, timeout=DEFAULT_LIMITS.pattern_seconds)
        except TimeoutError as error:
            raise PatternTimeout(self.source) from error

    def fullmatch(self, text: str, pos: int = 0, endpos: int | None = None) -> regex.Match[str] | None:
        """As ``regex.Pattern.fullmatch``, with a deadline."""
        compiled = self._compiled or self.compiled
        if len(text) <= UNWATCHED:
            return compiled.fullmatch(text, pos, endpos)
        try:
            return compiled.fullmatch(text, pos, endpos, timeout=DEFAULT_LIMITS.pattern_seconds)
        except TimeoutError as error:
            raise PatternTimeout(self.source) from error

    def finditer(self, text: str, pos: int = 0, endpos: int | None = None) -> Iterator[regex.Match[str]]:
        """As ``regex.Pattern.finditer``, with a deadline."""
        compiled = self._compiled or self.compiled
        return compiled.finditer(text, pos, endpos) if len(text) <= UNWATCHED else self._watched(text, pos, endpos)

    def sub(self, replacement: str, text: str) -> str:
        """As ``regex.Pattern.sub``, with a deadline."""
        compiled = self._compiled or self.compiled
        if len(text) <= UNWATCHED:
            return compiled.sub(replacement, text)
        try:
            return compiled.sub(replacement, text, timeout=DEFAULT_LIMITS.pattern_seconds)
        except TimeoutError as error:
            raise PatternTimeout(self.source) from error

    def _watched(self, text: str, pos: int, endpos: int | None) -> Iterator[regex.Match[str]]:
        try:
            yield from self.compiled.finditer(text, pos, endpos, timeout=DEFAULT_LIMITS.pattern_seconds)
        except TimeoutError as error:
            raise PatternTimeout(self.source) from error


def compile_pattern(source: str, flags: int = 0) -> Pattern:
    """Compile `source` (syntax of the ``regex`` module, version 1)."""
    return Pattern(source, flags)
