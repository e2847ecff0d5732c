"""Which area codes and postcodes belong to which place, and how long local numbers are there; from tables in ``data/``.

A city that was joined with another keeps its old code beside the new one, so that nobody is blamed for the change.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from attrs import frozen

from govreply.lexicon.tables import read_table

_SERVICE: Final = ("400", "800")
_SHORT: Final = 5  # digits of 12345, 110, 95588 at most
_LONG_CODES: Final = ("01", "02")  # three digits; all other codes have four
_EITHER: Final = frozenset((7, 8))


@frozen
class Landline:
    """A number taken apart; ``code`` is ``None`` where no area code is written."""

    code: str | None
    local: str


def split_landline(number: str) -> Landline | None:
    """Area code and local number of `number` (digits and hyphens); ``None`` for mobile, service and short numbers."""
    digits = "".join(c for c in number if c.isdigit())
    if digits.startswith("0"):
        cut = 3 if digits.startswith(_LONG_CODES) else 4
        return Landline(digits[:cut], digits[cut:])
    if (
        len(digits) <= _SHORT
        or digits.startswith("1")
        or (digits.startswith(_SERVICE) and len(digits) > len("40000000"))
    ):
        return None
    return Landline(None, digits)


def codes_of(place: str) -> frozenset[str]:
    """The area codes of a city or prefecture, or all of a province; none where the place is not in the table."""
    return _codes().get(place, frozenset())


def places_of(code: str) -> tuple[str, ...]:
    """The cities and prefectures that share an area code; none for a code that the table does not hold."""
    return _areas()[code].places if code in _areas() else ()


def local_lengths(code: str) -> frozenset[int]:
    """How many digits local numbers have behind `code`; both lengths in use where the table is not sure."""
    area = _areas().get(code)
    if area is None or not area.sure:
        return _EITHER
    return frozenset((area.digits,))


def postcode_provinces(postcode: str) -> frozenset[str]:
    """The provinces whose postcodes begin as this one does; none for a beginning that no province has."""
    return _prefixes().get(postcode[:2], frozenset())


@frozen
class _Area:
    places: tuple[str, ...]
    digits: int
    sure: bool


@cache
def _areas() -> dict[str, _Area]:
    return {
        row["code"]: _Area(tuple(row["places"].split("|")), int(row["digits"]), row["confidence"] == "H")
        for row in read_table("area_codes")
    }


@cache
def _codes() -> dict[str, frozenset[str]]:
    province_of = {row["name"]: row["province"] for row in read_table("places")}
    found: dict[str, set[str]] = {}
    for code, area in _areas().items():
        for place in area.places:
            found.setdefault(place, set()).add(code)
            found.setdefault(province_of[place], set()).add(code)
    return {place: frozenset(codes) for place, codes in found.items()}


@cache
def _prefixes() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in read_table("postcodes"):
        found.setdefault(row["prefix"], set()).add(row["province"])
    return {prefix: frozenset(provinces) for prefix, provinces in found.items()}
