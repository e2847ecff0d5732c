from __future__ import annotations

import pytest

from govreply.lexicon.renamed import out_of_time, regular_ending
from govreply.lexicon.tables import read_table


@pytest.mark.parametrize(
    ("core", "place", "year", "out"),
    [
        ("环保局", "市", 2022, True),
        ("环保局", "县", 2020, True),
        ("环保局", "市", 2019, False),
        ("环保局", "市", 2017, False),
        ("生态环境局", "市", 2016, True),
        ("生态环境局", "市", 2018, False),
        ("生态环境局", "市", 2023, False),
        ("环保局", "上海市", 2022, False),
        ("环保局", "", 2022, False),
        ("国家卫计委", "", 2021, True),
        ("国家卫计委", "", 2018, False),
        ("国家数据局", "", 2022, True),
        ("教育局", "市", 1990, False),
    ],
)
def test_names_out_of_their_time(core: str, place: str, year: int, out: bool) -> None:
    assert (out_of_time(core, place, year) is not None) is out


@pytest.mark.parametrize(
    ("core", "place", "right"),
    [
        ("生态环境厅", "市", "生态环境局"),
        ("财政厅", "武汉市", "财政局"),
        ("生态环境局", "省", "生态环境厅"),
        ("教育局", "湖北省", "教育厅"),
        ("医保厅", "省", "医保局"),
        ("市场监管局", "省", None),
        ("医保局", "省", None),
        ("生态环境厅", "省", None),
        ("教育局", "江苏省无锡市", None),
        ("教育厅", "上海市", None),
        ("教育厅", "北京市海淀区", None),
        ("教育厅", "州", None),
        ("生态环境局", "兵团", None),
        ("政府办公厅", "市", None),
        ("教育厅", "", None),
    ],
)
def test_endings(core: str, place: str, right: str | None) -> None:
    assert regular_ending(core, place) == right


def test_each_name_changed_once_and_has_its_source() -> None:
    for row in read_table("renamed"):
        assert bool(row["first_year"]) != bool(row["last_year"]), row["name"]
        assert row["source"]
        assert row["confidence"] == "H"
    names = [(row["name"], row["scope"]) for row in read_table("renamed")]
    assert len(names) == len(set(names))
