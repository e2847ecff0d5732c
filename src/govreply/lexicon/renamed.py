"""Names of organs that were in force for a known time only, and the ending that a department has at its level.

Only names are held whose change is the same in the whole country; years in which both names were in use count as in force.
"""

from __future__ import annotations

from functools import cache

from attrs import frozen

from govreply.lexicon.agency_names import COMMUNES
from govreply.lexicon.places import find_place, short_name
from govreply.lexicon.tables import read_table

_PROVINCE_WORDS = ("省", "自治区")
_LOWER_WORDS = ("市", "县", "区")
_OWN_WAYS = ("兵团", "州", "盟", "旗", "地区")


@frozen
class InForce:
    """When a name was in force, as far as known, and what came before or behind it; ``""`` where nothing did."""

    name: str
    first_year: int | None
    last_year: int | None
    other: str


def out_of_time(core: str, place: str, year: int) -> InForce | None:
    """What is known of the name `core` (with `place` in front, ``""`` for none) if it was not in force in `year`."""
    found = _names().get((core, "local" if place else "national"))
    if found is None or place.endswith(COMMUNES):
        return None
    early = found.first_year is not None and year < found.first_year
    late = found.last_year is not None and year > found.last_year
    return found if early or late else None


def regular_ending(core: str, place: str) -> str | None:
    """The name that a department called `core` has at the level of `place`; ``None`` if its ending is right or not known.

    Args:
        core: the name without its place (生态环境厅).
        place: the place or level word (市, 武汉市). The municipalities under the central government, prefectures of
            minorities and the 兵团 name their departments in their own ways and give ``None``.
    """
    if not place or place.endswith((*COMMUNES, *_OWN_WAYS)) or place in {short_name(c) for c in COMMUNES}:
        return None
    known = find_place(place)
    if known is not None and known.province in COMMUNES:
        return None
    level = "provincial" if place.endswith(_PROVINCE_WORDS) else "municipal" if place.endswith(_LOWER_WORDS) else None
    if level is None:
        return None
    return _endings().get((core, level)) or _endings().get((core, "any"))


@cache
def _names() -> dict[tuple[str, str], InForce]:
    return {
        (row["name"], row["scope"]): InForce(
            row["name"],
            int(row["first_year"]) if row["first_year"] else None,
            int(row["last_year"]) if row["last_year"] else None,
            row["other"],
        )
        for row in read_table("renamed")
    }


@cache
def _endings() -> dict[tuple[str, str], str]:
    return {(row["name"], row["level"]): row["right"] for row in read_table("suffixes")}
