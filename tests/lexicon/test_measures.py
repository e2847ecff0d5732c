from __future__ import annotations

from decimal import Decimal

import pytest

from govreply.lexicon.measures import last_digit, magnitude, read_unit
from govreply.lexicon.tables import read_table
from govreply.lexicon.units import base_units


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ((4500, "万元"), (0.45, "亿元")),
        ((1.2, "亿元"), (12000, "万元")),
        ((3, "万吨标准煤"), (30000, "吨标煤")),
        ((2.5, "公里"), (2500, "米")),
        ((2.5, "千米"), (2.5, "公里")),
        ((1, "平方公里"), (100, "公顷")),
        ((500, "公斤"), (0.5, "吨")),
        ((3.2, "万千瓦"), (32, "兆瓦")),
        ((1200, "万千瓦时"), (12, "吉瓦时")),
        ((5, "个百分点"), (5, "百分点")),
        ((1.5, "万个"), (15000, "个")),
        ((3, "百万吨"), (300, "万吨")),
    ],
)
def test_equal_amounts_in_two_units(left: tuple[float, str], right: tuple[float, str]) -> None:
    assert read_unit(left[1]).dimension == read_unit(right[1]).dimension
    assert magnitude(*left) == magnitude(*right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("件", "件次"),
        ("人", "人次"),
        ("元", "美元"),
        ("吨", "吨标准煤"),
        ("%", "个百分点"),
        ("千瓦", "千瓦时"),
        ("公里", "平方公里"),
        ("立方米", "立方米/日"),
    ],
)
def test_units_that_cannot_be_converted(left: str, right: str) -> None:
    assert read_unit(left).dimension != read_unit(right).dimension


@pytest.mark.parametrize(
    ("unit", "base", "usual", "kind"),
    [
        ("亿元", "元", "元", "money"),
        ("万吨标煤", "吨标煤", "吨标准煤", "mass"),
        ("千瓦", "千瓦", "千瓦", "power"),
        ("千元", "元", "元", "money"),
        ("千米", "千米", "公里", "length"),
        ("万亩", "亩", "亩", "area"),
        ("%", "%", "%", "share"),
        ("亿", "", "", ""),
    ],
)
def test_units_taken_apart(unit: str, base: str, usual: str, kind: str) -> None:
    found = read_unit(unit)
    assert (found.base, found.usual, found.kind) == (base, usual, kind)


@pytest.mark.parametrize(
    ("decimals", "unit", "step"), [(0, "件", "1"), (2, "亿元", "1000000"), (1, "万处", "1000"), (1, "%", "0.1")]
)
def test_what_the_last_written_digit_is_worth(decimals: int, unit: str, step: str) -> None:
    assert last_digit(decimals, unit) == Decimal(step)


def test_every_conversion_is_of_a_known_unit_and_leads_to_a_usual_name_of_the_same_size() -> None:
    rows = {row["unit"]: row for row in read_table("conversions")}
    assert set(rows) <= set(base_units())
    for row in rows.values():
        usual = rows[row["usual"]]
        assert (usual["dimension"], usual["usual"]) == (row["dimension"], row["usual"])
        assert usual["factor"] == row["factor"]
