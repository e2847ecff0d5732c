"""Numbers of proposals and suggestions: 0084, 84 and 20230084 may be one item, 20220084 and 20230084 are not."""

from __future__ import annotations

from attrs import frozen

from govreply.lexicon.fold import fold

# 8 digits are a year and four (湖北, 武汉), 7 a year and three (湖北人大), 6 a year and two; shorter ones are plain
_PREFIXED = (6, 7, 8)
_FIRST_YEAR, _LAST_YEAR = 1990, 2049


@frozen
class Reading:
    """One way to read a number: ``year`` where it begins with one; ``last`` differs from ``first`` in 6-13."""

    letters: str
    year: int | None
    first: int
    last: int


def same_number(left: str, right: str) -> bool:
    """Whether two writings can denote one item; years count only where both have one. What is no number is never blamed."""
    ours, theirs = readings(left), readings(right)
    if not ours or not theirs:
        return True
    return any(_years_agree(a, b) and _serials_agree(a, b) for a in ours for b in theirs)


def serials_agree(left: str, right: str) -> bool:
    """Whether two writings can have one serial number, years left out of account."""
    return any(_serials_agree(a, b) for a in readings(left) for b in readings(right))


def readings(text: str) -> tuple[Reading, ...]:
    """Every way to read a number; none for a text that is not letters and digits."""
    plain = "".join(fold(text).split()).upper()
    digits = plain.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    letters = plain.removesuffix(digits)
    parts = digits.lstrip("-").split("-")
    if not all(part.isdecimal() for part in parts):
        return ()
    first, last = int(parts[0]), int(parts[-1])
    found = [Reading(letters, None, first, last)]
    year = year_prefix(parts[0]) if len(parts) == 1 else None
    if year is not None:
        serial = int(parts[0][4:])
        found.append(Reading(letters, year, serial, serial))
    return tuple(found)


def year_prefix(digits: str) -> int | None:
    """The year that a number of six to eight digits begins with, if it is a plausible one."""
    if len(digits) not in _PREFIXED or not digits.isdecimal():
        return None
    year = int(digits[:4])
    return year if _FIRST_YEAR <= year <= _LAST_YEAR else None


def _years_agree(a: Reading, b: Reading) -> bool:
    return a.year is None or b.year is None or a.year == b.year


def _serials_agree(a: Reading, b: Reading) -> bool:
    if a.letters and b.letters and a.letters != b.letters:
        return False
    if (a.first, a.last) == (b.first, b.last):
        return True
    # 6-13 is a range in some places and a sub-number in others: its ends and what lies between may be meant
    single, other = (a, b) if a.first == a.last else (b, a)
    if single.first != single.last or other.first == other.last:
        return False
    return other.first <= single.first <= max(other.first, other.last)
