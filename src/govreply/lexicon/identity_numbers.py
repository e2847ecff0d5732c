"""Identity numbers of 18 digits: region, birth date and the check digit of GB 11643-1999."""

from __future__ import annotations

from datetime import date
from typing import Final

_WEIGHTS: Final = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_SIGNS: Final = "10X98765432"
# first two digits: the province where the number was given out
_PROVINCES: Final = frozenset(
    (11, 12, 13, 14, 15, *range(21, 24), *range(31, 38), *range(41, 47), *range(50, 55), *range(61, 66), 71, 81, 82, 83)
)
_EARLIEST: Final = 1900
_LATEST: Final = 2100


def is_identity_number(text: str) -> bool:
    """Whether `text` (17 digits and a digit or X) is an identity number by province, day of birth and check digit.

    The 18 signs of a unified social credit code (GB 32100) hold no day of birth, so they fail.
    """
    if len(text) != 18 or not text[:17].isdecimal() or int(text[:2]) not in _PROVINCES:
        return False
    if not _is_day(text[6:14]):
        return False
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, text, strict=False))
    return _CHECK_SIGNS[total % 11] == text[17].upper()


def _is_day(digits: str) -> bool:
    year, month, day = int(digits[:4]), int(digits[4:6]), int(digits[6:])
    if not _EARLIEST <= year < _LATEST:
        return False
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
