"""Integers in Arabic and Chinese numerals, and years written numeral by numeral."""

from __future__ import annotations

from typing import Final

CHINESE_INTEGER: Final = "[〇零一二两三四五六七八九十百千万亿廿卅]{1,16}"
"""Pattern fragment (no groups): what may be a Chinese integer; :func:`read_integer` decides whether it is one."""

INTEGER: Final = rf"(?:[0-9]{{1,9}}|{CHINESE_INTEGER})"
"""Pattern fragment (no groups): an Arabic or a Chinese integer."""

SMALL_INTEGER: Final = "(?:[0-9]{1,2}|[一二三四五六七八九十廿]{1,4})"
"""Pattern fragment (no groups): an ordinal below 100 in either writing."""

ZEROS: Final = "〇零○O0oＯ"
"""Every sign that stands for zero inside a year."""

_DIGITS: Final = {"〇": 0, "零": 0, **{c: n for n, c in enumerate("一二三四五六七八九", start=1)}}
_YEAR_DIGITS: Final = {**_DIGITS, **dict.fromkeys(ZEROS, 0), **{str(n): n for n in range(10)}}
_UNITS: Final = {"十": 10, "百": 100, "千": 1000}
_TENS: Final = {"廿": 20, "卅": 30}
_MYRIADS: Final = (("亿", 10**8), ("万", 10**4))


def read_integer(text: str) -> int | None:
    """The integer that `text` (folded) writes in Arabic or Chinese numerals, ``None`` if it is not one.

    Arabic digits may be grouped by commas (1,276). Colloquial endings (二百三, 一万二) are read. Numerals without
    units are read only where a zero shows that they are positional (一〇五): 三四 is «three or four», not 34.
    """
    if text.isascii():
        return _arabic(text)
    if not text or not all(c in _DIGITS or c in _UNITS or c in _TENS or c in "两万亿" for c in text):
        return None
    if len(text) > 1 and all(c in _DIGITS for c in text):
        positional = "〇" in text or "零" in text
        return int("".join(str(_DIGITS[c]) for c in text)) if positional and text[0] not in "〇零" else None
    return _scaled(text, _MYRIADS)


def read_year(text: str) -> int | None:
    """The year that exactly four numerals of any writing stand for, whatever sign is used for zero.

    二〇二三, 二零二三, 二0一二 and 二OO八 are read; five numerals or two (九八) cannot be read for certain: ``None``.
    """
    if len(text) != 4 or not all(c in _YEAR_DIGITS for c in text) or _YEAR_DIGITS[text[0]] == 0:
        return None
    return int("".join(str(_YEAR_DIGITS[c]) for c in text))


def write_chinese(number: int) -> str:
    """`number` (1 to 99) as a Chinese ordinal writes it: 十, 十二, 二十, 二十一.

    Raises:
        ValueError: if it is out of that range.
    """
    if not 1 <= number <= 99:
        raise ValueError(f"no ordinal between 1 and 99: {number}")
    tens, ones = divmod(number, 10)
    signs = "〇一二三四五六七八九"
    return ("" if tens == 0 else "十" if tens == 1 else signs[tens] + "十") + (signs[ones] if ones else "")


def _arabic(text: str) -> int | None:
    groups = text.split(",")
    if len(groups) > 1 and (not 1 <= len(groups[0]) <= 3 or any(len(g) != 3 for g in groups[1:])):
        return None
    digits = "".join(groups)
    return int(digits) if digits.isdigit() and len(digits) <= 18 else None


def _scaled(text: str, scales: tuple[tuple[str, int], ...]) -> int | None:
    """The value of `text`, split at the largest of `scales` that it holds."""
    if not scales:
        return _below_myriad(text)
    (sign, scale), *smaller = scales
    left, found, right = text.partition(sign)
    if not found:
        return _scaled(text, tuple(smaller))
    high = _scaled(left, tuple(smaller)) if left else None
    if not high:
        return None
    if not right:
        return high * scale
    if len(right) == 1 and right in _DIGITS and _DIGITS[right]:
        return high * scale + _DIGITS[right] * scale // 10  # 一万二 is 12,000
    zero = right[0] in "〇零"
    low = _scaled(right[1:] if zero else right, tuple(smaller))
    if low is None or low >= scale or (right[1:2] and right[1] in "〇零" and zero):
        return None
    return high * scale + low


def _below_myriad(text: str) -> int | None:
    """The value of `text` below 10,000: digits with 千, 百 and 十 in falling order."""
    if text in ("〇", "零"):
        return 0
    if text == "两":
        return 2
    total, unit, zero, at = 0, 10_000, False, 0
    while at < len(text):
        sign = text[at]
        following = text[at + 1] if at + 1 < len(text) else ""
        if sign in "〇零":
            if zero or at == 0 or not following:
                return None
            zero, at = True, at + 1
            continue
        if sign in _TENS:
            value, place, at = _TENS[sign], 10, at + 1
        elif sign == "十" and unit > 10:
            value, place, at = 10, 10, at + 1  # 十五, 一百十五: the one is left out
        elif following in _UNITS:
            digit = 2 if sign == "两" and following != "十" else _DIGITS.get(sign, 0)
            value, place, at = digit * _UNITS[following], _UNITS[following], at + 2
        elif sign in _DIGITS and not following:
            value, place, at = _last_digit(_DIGITS[sign], unit, zero)
        else:
            return None
        # a zero stands for places that were skipped, so 一百零五十 is no number
        if not value or place >= unit or (zero and place > 1 and place * 10 >= unit):
            return None
        total, unit, zero = total + value, place, False
    return total


def _last_digit(digit: int, unit: int, zero: bool) -> tuple[int, int, int]:
    """Value, place and «end of text» for a digit without a unit that ends the number behind `unit`."""
    colloquial = not zero and unit in (100, 1000)  # 二百三 is 230
    place = unit // 10 if colloquial else 1
    return digit * place, place, 1 << 30
