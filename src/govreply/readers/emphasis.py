"""Which asterisks and underscores are emphasis: the delimiter algorithm of CommonMark 0.31, made safe for Chinese.

Three things differ from CommonMark. A run of four and more is no emphasis (138****1234, blanks drawn as ____), nor is
one asterisk between digits (3*4*5). ``**`` may close after punctuation and before a letter, which CommonMark denies,
since converters write ``**标题。**正文``; it may not open there. And a line that both begins and ends with ``**``
that found no partner is bold, whatever spaces are inside.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

_LONGEST = 3


class Delimiter:
    """A run of one delimiter character at ``[start, end)`` of an excerpt; what is used of it leaves the text."""

    __slots__ = (
        "bold_closed",
        "bold_opened",
        "can_close",
        "can_open",
        "character",
        "end",
        "length",
        "lenient_close",
        "start",
    )

    def __init__(self, text: str, start: int, end: int) -> None:
        self.start = start  # moves right as the run closes emphasis
        self.end = end  # moves left as the run opens emphasis
        self.character = text[start]
        self.length = end - start
        self.bold_closed = 0
        self.bold_opened = 0
        before = text[start - 1] if start else "\n"
        after = text[end] if end < len(text) else "\n"
        self.can_open, self.can_close = self._flanks(before, after)
        # ** after punctuation and before a letter
        self.lenient_close = not self.can_close and text[start:end] == "**" and not before.isspace()

    def _flanks(self, before: str, after: str) -> tuple[bool, bool]:
        if self.length > _LONGEST or (self.length == 1 and before.isdigit() and after.isdigit()):
            return False, False
        left = not after.isspace() and (not _is_punctuation(after) or before.isspace() or _is_punctuation(before))
        right = not before.isspace() and (not _is_punctuation(before) or after.isspace() or _is_punctuation(after))
        if self.character == "*":
            return left, right
        return left and (not right or _is_punctuation(before)), right and (not left or _is_punctuation(after))

    @property
    def untouched(self) -> bool:
        """Whether the whole run is still there."""
        return self.end - self.start == self.length

    def use_as_closer(self, count: int) -> None:
        """Take `count` characters off its left end, where emphasis ends."""
        self.start += count
        self.bold_closed += count == 2

    def use_as_opener(self, count: int) -> None:
        """Take `count` characters off its right end, where emphasis begins."""
        self.end -= count
        self.bold_opened += count == 2


def resolve(delimiters: Sequence[Delimiter]) -> None:
    """Pair the `delimiters` of one paragraph, which are in order; linear in their number."""
    openers: list[Delimiter] = []
    # How deep in `openers` a search has already failed, for each kind of closer.
    bottoms: dict[tuple[str, bool, bool, int], int] = {}
    for closer in delimiters:
        if closer.can_close or closer.lenient_close:
            _close(closer, openers, bottoms)
        if closer.can_open and closer.start < closer.end:
            openers.append(closer)


def _close(closer: Delimiter, openers: list[Delimiter], bottoms: dict[tuple[str, bool, bool, int], int]) -> None:
    key = (closer.character, closer.can_open, closer.can_close, closer.length % 3)
    while closer.start < closer.end:
        bottom = min(bottoms.get(key, 0), len(openers))
        index = len(openers) - 1
        while index >= bottom and not _pair(openers[index], closer):
            index -= 1
        if index < bottom:
            bottoms[key] = len(openers)
            return
        opener = openers[index]
        del openers[index + 1 :]
        count = 2 if min(opener.end - opener.start, closer.end - closer.start) >= 2 else 1
        opener.use_as_opener(count)
        closer.use_as_closer(count)
        if opener.start == opener.end:
            openers.pop()
        for other, bottom in bottoms.items():
            bottoms[other] = min(bottom, len(openers))  # what comes above is new


def _pair(opener: Delimiter, closer: Delimiter) -> bool:
    if opener.character != closer.character:
        return False
    if not closer.can_close:
        return opener.end - opener.start >= 2
    if (opener.can_close or closer.can_open) and (opener.length + closer.length) % 3 == 0:
        return opener.length % 3 == 0 and closer.length % 3 == 0
    return True


def embrace(first: Delimiter, last: Delimiter) -> bool:
    """Use ``**`` that begins a line and ``**`` that ends it as a pair, if both found no other partner."""
    if first is last or not (_is_free_pair(first) and _is_free_pair(last)):
        return False
    first.use_as_opener(2)
    last.use_as_closer(2)
    return True


def _is_free_pair(delimiter: Delimiter) -> bool:
    return delimiter.character == "*" and delimiter.length == 2 and delimiter.untouched


def _is_punctuation(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"
