"""Units that can be converted into each other: 万元 and 亿元, 吨标准煤 and 吨标煤, 公里 and 千米."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from attrs import frozen

from govreply.lexicon.tables import read_table

_MULTIPLIERS = {
    "万亿": 12,
    "千亿": 11,
    "百亿": 10,
    "十亿": 9,
    "亿": 8,
    "千万": 7,
    "百万": 6,
    "十万": 5,
    "万": 4,
    "千": 3,
    "百": 2,
}
# 千 opens these units, it does not multiply them
_WHOLE = ("千瓦", "千米", "千克", "千伏", "百分点")


@frozen
class Unit:
    """A unit taken apart.

    Attributes:
        dimension: what it measures; equal for units that can be converted (元, 质量, 件).
        factor: how many of the dimension's own unit one of it is.
        base: the unit word without its multiplier (元 of 亿元).
        usual: the usual word for the same unit (吨标准煤 for 吨标煤); equal to ``base`` for most.
        kind: money, share, mass, length, area, volume, power, time or count; ``""`` where unknown.
    """

    dimension: str
    factor: Decimal
    base: str
    usual: str
    kind: str


@cache
def read_unit(unit: str) -> Unit:
    """`unit` as :func:`~govreply.lexicon.units.find_figures` gives it, taken apart."""
    multiplier = ""
    if not unit.startswith(_WHOLE):
        multiplier = next((m for m in _MULTIPLIERS if unit.startswith(m) and not unit.startswith(m + "分点")), "")
    base = unit.removeprefix(multiplier)
    power = Decimal(10) ** _MULTIPLIERS.get(multiplier, 0)
    kind = _kinds().get(base, "")
    row = _conversions().get(base)
    if row is None:
        return Unit(base, power, base, base, kind)
    return Unit(row["dimension"], power * Decimal(row["factor"]), base, row["usual"], kind)


def magnitude(value: float, unit: str) -> Decimal:
    """`value` in the own unit of its dimension: 45000000 for 4500万元 and for 0.45亿元."""
    return Decimal(str(value)) * read_unit(unit).factor


def last_digit(decimals: int, unit: str) -> Decimal:
    """What one step in the last written digit is worth, in the own unit of the dimension: 1000000 for 12.34亿元."""
    return Decimal(10) ** -decimals * read_unit(unit).factor


@cache
def _kinds() -> dict[str, str]:
    return {row["unit"]: row["kind"] for row in read_table("units")}


@cache
def _conversions() -> dict[str, dict[str, str]]:
    return {row["unit"]: row for row in read_table("conversions")}
