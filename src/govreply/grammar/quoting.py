"""Where a text quotes: inside “ ”, ‘ ’ or 《 》. A mark that is never closed quotes up to the end of its text."""

from __future__ import annotations

from bisect import bisect_right

from govreply.patterns import compile_pattern

_MARK = compile_pattern("[“”‘’《》]")
_OPENING = {"“": "”", "‘": "’", "《": "》"}


class Quoted:
    """The quoted places of one folded text; ``at in Quoted(text)`` tells whether offset `at` is quoted."""

    __slots__ = ("_inside", "_starts")

    def __init__(self, folded: str) -> None:
        self._starts = [0]
        self._inside = [False]
        balance = dict.fromkeys(_OPENING.values(), 0)
        for mark in _MARK.finditer(folded):
            sign = mark.group()
            if sign in _OPENING:
                balance[_OPENING[sign]] += 1
            else:
                balance[sign] -= 1
            self._starts.append(mark.end())
            self._inside.append(any(count > 0 for count in balance.values()))

    def __contains__(self, at: int) -> bool:
        return self._inside[bisect_right(self._starts, at) - 1]
