"""Lists in messages, kept to a length that can be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from govreply.language import Bilingual

_MOST: Final = 12


def listed(texts: Iterable[str]) -> Bilingual:
    """The first of `texts`, and that there are more."""
    shown: list[str] = []
    many = 0
    for many, text in enumerate(texts, start=1):
        if many <= _MOST:
            shown.append(text)
    zh, en = "、".join(shown), ", ".join(shown)
    left = many - len(shown)
    return Bilingual(f"{zh}等{many}个", f"{en} and {left} more") if left else Bilingual(zh, en)


def ranges(numbers: Iterable[int], width: int = 1) -> Bilingual:
    """Numbers in ascending order, runs of three or more drawn together (3、7—9), with zeros in front up to `width`."""
    return listed(text for first, last in _runs(numbers) for text in _told(first, last, width))


def _runs(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """First and last of each run of neighbours."""
    first = last = None
    for number in numbers:
        if first is None or last is None:
            first = number
        elif number != last + 1:
            yield first, last
            first = number
        last = number
    if first is not None and last is not None:
        yield first, last


def _told(first: int, last: int, width: int) -> Iterator[str]:
    if last - first > 1:
        yield f"{first:0{width}}—{last:0{width}}"
    else:
        yield from (f"{number:0{width}}" for number in range(first, last + 1))
