"""Words that together name all the parts of a whole: A类, B类, C类; 满意, 基本满意, 不满意."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from govreply.lexicon.tables import read_table


def parts_of_one_whole(labels: Sequence[str]) -> bool:
    """Whether each of `labels` names another part of one and the same known whole."""
    found = [_part(label) for label in labels]
    return None not in found and len({f[0] for f in found if f}) == 1 and len({f[1] for f in found if f}) == len(found)


def _part(label: str) -> tuple[str, str] | None:
    """The whole and the part that `label` names; the longest word decides (基本满意 before 满意)."""
    return next((row for row in _words() if row[1] in label), None)


@cache
def _words() -> tuple[tuple[str, str], ...]:
    rows = [(row["set"], row["word"]) for row in read_table("partitions")]
    return tuple(sorted(rows, key=lambda row: (-len(row[1]), row[1])))
