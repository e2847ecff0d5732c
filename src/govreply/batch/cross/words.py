"""Lists in messages, kept to a length that can be read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from govreply.language import Bilingual

_MOST: Final = 12


def listed(texts: Sequence[str]) -> Bilingual:
    """The first of `texts`, and that there are more."""
    shown = texts[:_MOST]
    zh, en = "、".join(shown), ", ".join(shown)
    left = len(texts) - len(shown)
    return Bilingual(f"{zh}等{len(texts)}个", f"{en} and {left} more") if left else Bilingual(zh, en)


def ranges(numbers: Iterable[int], width: int = 1) -> Bilingual:
    """Numbers in ascending order, runs of three or more drawn together (3、7—9), with zeros in front up to `width`."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    texts = []
    for run in runs:
        first, last = (f"{number:0{width}}" for number in (run[0], run[-1]))
        texts.extend([f"{first}—{last}"] if len(run) > 2 else [f"{number:0{width}}" for number in run])
    return listed(texts)
