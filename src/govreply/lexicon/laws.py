"""Laws and regulations that are no longer in force, with their last day's morrow and what replaced them."""

from __future__ import annotations

from functools import cache

from attrs import frozen

from govreply.lexicon.tables import read_table

_STATE = "中华人民共和国"


@frozen
class RepealedLaw:
    """A law that was repealed.

    Attributes:
        name: short name, without 中华人民共和国.
        repealed: the first day on which it was no longer in force, ISO date.
        successor: what replaced it, ``None`` where nothing did.
    """

    name: str
    repealed: str
    successor: str | None


def repealed_law(title: str) -> RepealedLaw | None:
    """The repealed law that `title` (without title marks) names in full; interpretations and local rules on it are not it."""
    return _laws().get("".join(title.split()).removeprefix(_STATE))


@cache
def _laws() -> dict[str, RepealedLaw]:
    return {
        row["law"]: RepealedLaw(row["law"], row["repealed"], row["successor"] or None) for row in read_table("laws")
    }
