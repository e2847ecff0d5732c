"""The small tables behind the rules on figures and citations."""

from __future__ import annotations

from datetime import date

import pytest

from govreply.lexicon.laws import repealed_law
from govreply.lexicon.organ_codes import of_government
from govreply.lexicon.partitions import parts_of_one_whole
from govreply.lexicon.rates import bounded_rate
from govreply.lexicon.tables import read_table


@pytest.mark.parametrize("name", ["conversions", "laws", "partitions", "rates"])
def test_every_fact_says_how_sure_it_is(name: str) -> None:
    assert {row["confidence"] for row in read_table(name)} <= {"H", "M", "L"}
    assert all(row["source"] for row in read_table(name))


@pytest.mark.parametrize(
    ("title", "repealed", "successor"),
    [
        ("中华人民共和国合同法", "2021-01-01", "民法典"),
        ("物权法", "2021-01-01", "民法典"),
        ("环境噪声污染防治法", "2022-06-05", "噪声污染防治法"),
        ("信访条例", "2022-05-01", "信访工作条例"),
        ("城市房屋拆迁管理条例", "2011-01-21", "国有土地上房屋征收与补偿条例"),
    ],
)
def test_repealed_laws(title: str, repealed: str, successor: str) -> None:
    law = repealed_law(title)
    assert law is not None
    assert (law.repealed, law.successor) == (repealed, successor)


@pytest.mark.parametrize(
    "title", ["劳动合同法", "民法典", "湖北省信访条例", "合同法司法解释", "噪声污染防治法", "信访工作条例", ""]
)
def test_laws_in_force_and_documents_on_old_laws(title: str) -> None:
    assert repealed_law(title) is None


def test_days_of_repeal_are_days_and_no_successor_is_itself_repealed_on_that_day() -> None:
    rows = {row["law"]: row["repealed"] for row in read_table("laws")}
    for law, repealed in rows.items():
        assert date.fromisoformat(repealed).isoformat() == repealed, law
    for row in read_table("laws"):
        assert rows.get(row["successor"], "9999") > row["repealed"]


@pytest.mark.parametrize(
    ("labels", "whole"),
    [
        (["A类", "B类件", "C类"], True),
        (["满意的", "基本满意的", "不满意的"], True),
        (["男性", "女性"], True),
        (["A类", "A类"], False),
        (["A类", "满意"], False),
        (["满意", "餐饮"], False),
        (["党员", "女性"], False),
    ],
)
def test_parts_of_one_whole(labels: list[str], whole: bool) -> None:
    assert parts_of_one_whole(labels) is whole


@pytest.mark.parametrize(
    ("subject", "bounded"),
    [
        ("办复率", True),
        ("水质合格率", True),
        ("森林覆盖率", True),
        ("年度任务完成率", False),
        ("产能利用率", False),
        ("毛入学率", False),
        ("增长率", False),
        ("移动电话普及率", False),
        (None, False),
    ],
)
def test_rates_that_cannot_exceed_the_whole(subject: str | None, bounded: bool) -> None:
    assert bounded_rate(subject) is bounded


@pytest.mark.parametrize(
    ("code", "government"),
    [
        ("武政规", True),
        ("鄂政办发", True),
        ("国办发", True),
        ("国发", True),
        ("沪府发", True),
        ("武水规", False),
        ("武经信节能", False),
        ("发改能源", False),
    ],
)
def test_codes_of_governments(code: str, government: bool) -> None:
    assert of_government(code) is government
