"""Figures in running text: amounts, shares and counts with their units. Offsets are indices in the folded text."""

from __future__ import annotations

from functools import cache

import regex
from attrs import frozen

from govreply.lexicon.numerals import read_integer
from govreply.lexicon.tables import read_table
from govreply.patterns import Pattern, compile_pattern


@frozen
class FigureMatch:
    """A figure at ``[start, end)`` of the folded text, words such as 近 and 左右 included.

    Attributes:
        value: the number in the unit as written (5292 for 5292亿元).
        unit: the unit with its multiplier (亿元, 万吨二氧化碳当量, %), without 余 or 多; for the first number of a
            range (2至4个) that of the second.
        approximate: marked as rounded or as a bound (近, 约, 余, 超过, 以上).
    """

    start: int
    end: int
    value: float
    unit: str
    approximate: bool


_BEFORE = (
    r"(?:不低于|不少于|不超过|不高于|不多于|超过|突破|近乎|将近|接近|大约|约为|约合|约占|至少|最多|高达|多达|逾"
    r"|(?<![附最临邻靠远])近|(?<![节签集预契合条履违制邀失缔公])约|(?<!高)超)"
)
_AFTER = r"(?:左右|上下|以上|以下|以内|之多)"
_MULTIPLIER = "(?:万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千|百)"
_ARABIC = r"[0-9]{1,3}(?:,[0-9]{3}){1,4}(?:\.[0-9]{1,4})?|[0-9]{1,9}(?:\.[0-9]{1,6})?"
# Not inside codes (C40, CO2), ordinals, times, clauses or longer runs
_AHEAD = r"(?<![0-9A-Za-z.,:〔《-]|[0-9A-Za-z]/|第 ?)"


_ONE_HUNDRED = {"百": "一百", "千": "一千"}  # 百余家


def find_figures(text: str) -> list[FigureMatch]:
    """All figures with a unit in `text`, in order.

    Years, dates, document numbers, ordinals, clock times, phone numbers and codes are no figures. Chinese numerals
    count only in 百分之… and with 百, 千, 万 or 亿, as 一个 and 十分 are ordinary words.
    """
    figures: list[FigureMatch] = []
    for found in _pattern().finditer(text):
        figures.extend(_figures(found))
    return figures


def _figures(found: regex.Match[str]) -> list[FigureMatch]:
    groups = found.groupdict()
    approximate = any(groups.get(name) for name in ("before", "some", "few", "after"))
    start, end = found.start(), found.end()
    if groups["percent"]:
        value = _percentage(groups["percent"])
        return [] if value is None else [FigureMatch(start, end, value, "%", approximate)]
    number, multiplier = groups["number"] or groups["chinese"], groups["multiplier"] or ""
    if groups["chinese"] and number[-1] in "万亿" and len(number) > 1:
        number, multiplier = number[:-1], number[-1]  # 五千万元 counts 万元, as 5000万元 does
    value = _value(number)
    unit = multiplier + (groups["base"] or "")
    if value is None or not unit:
        return []
    figures = []
    if groups["low"]:
        low = _value(groups["low"])
        if low is not None:
            figures.append(FigureMatch(start, found.end("lowunit"), low, groups["lowunit"] or unit, approximate))
            start = found.start("number")
    return [*figures, FigureMatch(start, end, value, unit, approximate)]


def _value(number: str) -> float | None:
    if number[0].isdigit() and number[0].isascii():
        return float(number.replace(",", ""))
    integer = read_integer(_ONE_HUNDRED.get(number, number))
    return None if integer is None else float(integer)


def _percentage(words: str) -> float | None:
    whole, point, part = words.partition("点")
    value = read_integer(whole)
    if value is None:
        return None
    if not point:
        return float(value)
    digits = "".join(str(read_integer(c)) for c in part)
    return float(f"{value}.{digits}")


@cache
def base_units() -> tuple[str, ...]:
    """All unit words without multipliers, longest first."""
    return tuple(sorted((row["unit"] for row in read_table("units")), key=lambda unit: (-len(unit), unit)))


@cache
def _pattern() -> Pattern:
    base = "|".join(regex.escape(unit) for unit in base_units())
    unit = rf"(?:{base})(?:/(?:{base}))?"
    span = rf"(?:(?P<low>{_ARABIC})(?P<lowunit>(?:{unit})?)(?:至|到|~|～|-))?"
    return compile_pattern(
        rf"(?:(?P<before>{_BEFORE}) ?)?(?:"
        r"百分之(?P<percent>[〇零一二两三四五六七八九十百]{1,5}(?:点[〇零一二三四五六七八九]{1,4})?)"
        rf"|{_AHEAD}{span}(?P<number>{_ARABIC})(?![0-9.,:]{{0,20}}[0-9]) ?"
        rf"(?P<some>[余多])?(?P<multiplier>{_MULTIPLIER})?(?P<few>[余多])?(?P<base>{unit})?(?![0-9A-Za-z])"
        r"|(?<![〇零一二两三四五六七八九十百千万亿第])(?P<chinese>[一二两三四五六七八九十][一二三四五六七八九十百千万亿零〇]{1,10}(?<=[百千万亿])|[百千](?=[余多]))"
        rf"(?P<some>[余多])?(?P<base>{unit})"
        rf")(?P<after>{_AFTER})?"
    )
