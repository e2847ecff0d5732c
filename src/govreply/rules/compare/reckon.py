"""Reckoning with figures as they are written: every figure stands for all values that it may have been rounded from."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from attrs import frozen

from govreply.lexicon.measures import last_digit, magnitude, read_unit
from govreply.model import Breakdown, Change, ChangeKind, Figure, Share

HUNDRED = Decimal(100)
# published shares are touched up by a tenth so that they fill a hundred (41.18 shown as 41.1)
SHARE_SLACK = Decimal("0.15")


@frozen
class Interval:
    """The values that a figure may stand for, both ends included."""

    low: Decimal
    high: Decimal

    def __add__(self, other: Interval) -> Interval:
        return Interval(self.low + other.low, self.high + other.high)

    def overlaps(self, other: Interval) -> bool:
        """Whether the two have a value in common."""
        return self.low <= other.high and other.low <= self.high


def interval(figure: Figure) -> Interval:
    """What `figure` may stand for, in the own unit of its dimension; plain counts are exact."""
    unit = read_unit(figure.unit)
    value = magnitude(figure.value, figure.unit)
    exact = figure.decimals == 0 and unit.factor == 1 and unit.kind in ("count", "")
    half = Decimal(0) if exact else last_digit(figure.decimals, figure.unit) / 2
    return Interval(value - half, value + half)


def total(figures: Iterable[Figure]) -> Interval:
    """What the sum of `figures` may be."""
    added = Interval(Decimal(0), Decimal(0))
    for figure in figures:
        added = added + interval(figure)
    return added


def rounded(figures: Iterable[Figure]) -> bool:
    """Whether one of `figures` is marked as rounded or as a bound, so that nothing can be reckoned from it."""
    return any(figure.approximate for figure in figures)


def share_fits(part: Figure, whole: Figure, stated: Figure) -> bool:
    """Whether `stated` per cent can be the share of `part` in `whole`."""
    return _share_fits(interval(part), interval(whole), stated)


def share_fits_own_sum(breakdown: Breakdown) -> bool:
    """Whether every share of `breakdown` is reckoned from the sum of the parts instead of the total."""
    if len(breakdown.shares) != len(breakdown.parts) or not breakdown.parts:
        return False
    whole = total(breakdown.parts)
    pairs = zip(breakdown.parts, breakdown.shares, strict=True)
    return whole.low > 0 and all(_share_fits(interval(part), whole, share) for part, share in pairs)


def _share_fits(part: Interval, whole: Interval, stated: Figure) -> bool:
    if whole.low <= 0:
        return True
    value = Decimal(str(stated.value))
    low, high = part.low / whole.high * HUNDRED, part.high / whole.low * HUNDRED
    step = Decimal(10) ** -stated.decimals
    if step <= SHARE_SLACK:
        return low - SHARE_SLACK <= value <= high + SHARE_SLACK
    return low - step < value < high + step  # rounded either way, or cut off behind the point


def share_of(share: Share) -> Decimal:
    """The share in per cent, as the amounts give it."""
    return magnitude(share.part.value, share.part.unit) / magnitude(share.whole.value, share.whole.unit) * HUNDRED


def growth(change: Change) -> Decimal:
    """The growth in per cent from the value before to the value after; negative for a fall."""
    base = magnitude(change.base.value, change.base.unit)
    return (magnitude(change.now.value, change.now.unit) - base) / base * HUNDRED


def growth_fits(change: Change) -> bool:
    """Whether the growth, fall or difference in points that the text states can be that of the two values."""
    sign = -1 if change.falling else 1
    base, now = interval(change.base), interval(change.now)
    stated = Decimal(str(change.stated.value)) * sign
    step = Decimal(10) ** -change.stated.decimals
    if change.kind is ChangeKind.POINTS:
        slack = max(step / 2, SHARE_SLACK)
        return now.low - base.high - slack <= stated <= now.high - base.low + slack
    if base.low <= 0:
        return True
    low = (now.low / base.high - 1) * HUNDRED
    high = (now.high / base.low - 1) * HUNDRED
    if step <= SHARE_SLACK:
        return low - SHARE_SLACK <= stated <= high + SHARE_SLACK
    return low - step < stated < high + step


def multiple(change: Change) -> Decimal:
    """How many times the value before the value after is."""
    return magnitude(change.now.value, change.now.unit) / magnitude(change.base.value, change.base.unit)


def multiple_fits(change: Change) -> bool:
    """Whether the stated multiple can be that of the two values, in the sense of its wording (增长N倍, 是N倍).

    Round values (2万, 6万) leave much room; still it does not fit where it is just the multiple of the other wording.
    """
    base, now = interval(change.base), interval(change.now)
    if base.low <= 0:
        return True
    stated, times = Decimal(str(change.stated.value)), multiple(change)
    grown = change.kind is ChangeKind.GROWN_BY
    step = Decimal(10) ** -change.stated.decimals
    own, other = (times - 1, times) if grown else (times, times - 1)
    if abs(own - stated) > step / 2 and abs(other - stated) <= step / 4:
        return False
    slack = step * 3 / 4 if change.stated.decimals == 0 else step
    low, high = now.low / base.high, now.high / base.low
    if grown:
        low, high = low - 1, high - 1
    return low - slack <= stated <= high + slack


def plain(number: Decimal, places: int = 2) -> str:
    """`number` for a message: rounded, without trailing zeros or an exponent."""
    text = f"{number:.{places}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
