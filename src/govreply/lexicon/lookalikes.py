"""Characters that text recognition takes for others: letters among digits, and 己 for 已 in set phrases."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex
from attrs import frozen

from govreply.lexicon.tables import read_table
from govreply.patterns import Pattern, compile_pattern

_DIGIT_OF = str.maketrans("OoIl〇", "00110")
# counted things: a letter before them stands for a digit. Names (O2O, C40, CO2, 5G, H7N9, plates) have none behind them
_UNIT = r"(?:%|万|亿|千|个|家|户|人次|人|名|公里|千米|米|平方|立方|吨|亩|公顷|元|件|项|条|处|座|台|辆|套|栋|所|次|天|岁|倍|年|月|日)"
_DIGITS = r"(?=[0-9.]{0,9}[OoIl〇])[0-9][0-9OoIl〇.]{0,11}"
_WRONG_DIGITS = compile_pattern(
    r"第(?P<wrong>(?=[0-9]{1,11}[OoIl〇])(?=(?:[OoIl〇]?[0-9]){3})[0-9OoIl〇]{4,12})号"
    r"|(?<![0-9A-Za-z〇一二三四五六七八九])(?P<wrong>(?=[0-9]{0,3}[OoIl〇])(?=[OoIl〇]{0,2}[0-9][OoIl〇]{0,2}[0-9])[12lI][0-9OoIl〇]{3})(?=年)"
    rf"|(?<![0-9A-Za-z.〇一二三四五六七八九])(?P<wrong>{_DIGITS})(?={_UNIT})"
)


@frozen
class Lookalike:
    """A wrong piece at ``[start, end)`` of the folded text, and the right one."""

    start: int
    end: int
    right: str


def wrong_digits(text: str) -> Iterator[Lookalike]:
    """Numbers of `text` (folded) in which a letter or 〇 stands for a digit; numbers with a letter in front are names."""
    for match in _WRONG_DIGITS.finditer(text):
        yield Lookalike(match.start("wrong"), match.end("wrong"), match["wrong"].translate(_DIGIT_OF))


def wrong_characters(text: str) -> Iterator[Lookalike]:
    """Phrases of ``data/lookalikes.tsv`` in `text` (folded)."""
    for match in _wrong_phrases().finditer(text):
        yield Lookalike(match.start("wrong"), match.end("wrong"), _right()[match["wrong"]])


@cache
def _right() -> dict[str, str]:
    return {row["wrong"]: row["right"] for row in read_table("lookalikes")} | {"曰": "日"}


@cache
def _wrong_phrases() -> Pattern:
    ways = [_way(row) for row in read_table("lookalikes")]
    return compile_pattern("|".join([*ways, r"(?<=[0-9]{1,2}月[0-9]{1,2})(?P<wrong>曰)"]))


def _way(row: dict[str, str]) -> str:
    before = f"(?<![{row['not_before']}])" if row["not_before"] else ""
    behind = "|".join(regex.escape(word) for word in row["behind"].split("|") if word)
    return f"{before}(?P<wrong>{regex.escape(row['wrong'])})" + (f"(?={behind}|$)" if behind else "")
