"""How a date is written, against GB/T 9704-2012 (7.3.5.4): Arabic numerals, the year in full, no zero before month and day."""

from __future__ import annotations

from enum import StrEnum

from govreply.lexicon.fold import fold

_HAN = frozenset("一二三四五六七八九十")
# signs that scanning puts for 〇: with them in it nobody can tell what was printed
_DAMAGED_ZEROS = frozenset("○Oo0")
_FULL_YEAR = 4


class DateFault(StrEnum):
    """A departure from the standard's form."""

    PADDED = "padded"  # 05月
    SHORT_YEAR = "short year"  # 23年
    HAN = "Chinese numerals"  # 二〇二三年


def date_faults(text: str) -> tuple[DateFault, ...]:
    """What is wrong with the form of a date written with 年, 月 and 日; nothing for any other writing."""
    plain = "".join(c for c in fold(text) if not c.isspace())
    year, month, day = _numbers(plain)
    if not year:
        return ()
    if _HAN & set(year + month + day):
        return () if _DAMAGED_ZEROS & set(text) else (DateFault.HAN,)
    if not (year + month + day).isdecimal():
        return ()
    faults = []
    if month.startswith("0") or day.startswith("0"):
        faults.append(DateFault.PADDED)
    if len(year) < _FULL_YEAR:
        faults.append(DateFault.SHORT_YEAR)
    return tuple(faults)


def is_digit_run(text: str) -> bool:
    """Whether a date has lost its unit characters: nothing but digits."""
    plain = "".join(c for c in fold(text) if not c.isspace())
    return plain.isdecimal() and plain.isascii()


def _numbers(plain: str) -> tuple[str, str, str]:
    """What stands before 年, 月 and 日; empty where a unit is missing."""
    numbers: list[str] = []
    for unit in ("年", "月", "日"):
        before, found, plain = plain.partition(unit)
        numbers.append(before if found else "")
    return numbers[0], numbers[1], numbers[2]
