"""Figures as they were really reported, and what the rules on figures make of each report.

Shares are touched up by a tenth so that they fill a hundred, counts of items differ from counts of cases, and some
reports are wrong. The sentences are written for the tests; only the figures are facts.
"""

from __future__ import annotations

import pytest

from govreply import api
from govreply.findings import Severity
from govreply.testing import Letter, Part

RULES = ("figures",)


def _found(*sentences: str) -> list[tuple[str, Severity, str]]:
    """Rule, severity and the text at the primary place of each finding."""
    letter = Letter(sections=(Part(heading="办理情况", paragraphs=sentences),))
    result = api.check(letter.to_markdown(), "a.md", select=RULES)
    assert result.source is not None
    return [(f.rule, f.severity, result.source.text[f.span.start : f.span.end]) for f in result.findings]


def test_a_share_of_another_base_shows_in_the_share_and_not_a_second_time_in_the_sum() -> None:
    # 深圳 2018: 53 of 1103 is 4.8; 6.3 is 53 of 848; the shares total 101.5
    found = _found("共立案1103件，已解决482件占43.7%，列入计划537件占48.7%，解释说明53件占6.3%，留作参考31件占2.8%。")
    assert found == [("share-count-mismatch", Severity.WARNING, "6.3%")]


def test_the_same_shares_without_counts_show_in_their_sum() -> None:
    found = _found("提案办理分为四类，已解决、列入计划、解释说明、留作参考分别占43.7%、48.7%、6.3%、2.8%。")
    assert found == [("percent-sum", Severity.WARNING, "43.7%")]


def test_shares_that_total_a_hundred_and_are_still_wrong() -> None:
    # 重庆 2013–2017: 75.9 and 6.5 are right
    found = _found("共立案5289件，已解决4014件占77.1%，列入计划931件占17.6%，留作参考344件占5.3%。")
    assert found == [
        ("share-count-mismatch", Severity.WARNING, "77.1%"),
        ("share-count-mismatch", Severity.WARNING, "5.3%"),
    ]


def test_a_total_that_the_shares_were_not_reckoned_from() -> None:
    # 宁波 2011: the parts are 588, and the shares are of 588
    found = _found("共立案591件，已解决148件占25.2%，正在解决364件占61.9%，列入计划66件占11.2%，留作参考10件占1.7%。")
    assert found == [("part-total-mismatch", Severity.WARNING, "591件")]


def test_shares_of_mixed_bases() -> None:
    # 一区 2007: 7 of 71 is 9.9, but 20 and 37 are shares of 67; whether the parts fill the total is not told
    found = _found("共立案71件，城建类20件占29.8%，民生类37件占55.2%，文教类7件占9.8%。")
    assert found == [
        ("share-count-mismatch", Severity.WARNING, "29.8%"),
        ("share-count-mismatch", Severity.WARNING, "55.2%"),
    ]


def test_a_total_in_doubt_is_told_and_not_every_share_of_it() -> None:
    found = _found("共立案71件，已解决20件占29.8%，正在解决37件占55.2%，留作参考7件占9.8%。")
    assert found == [("part-total-mismatch", Severity.WARNING, "71件")]


def test_items_and_cases_are_not_set_against_each_other() -> None:
    # 深圳 2016: 572 件 and 665 件次
    assert (
        _found(
            "共立案572件，已解决258件次占38.8%，正在解决302件次占45.4%，列入计划76件次占11.4%，留作参考29件次占4.4%。"
        )
        == []
    )


def test_cases_called_items_are_only_mentioned() -> None:
    found = _found("共立案572件，已解决258件占38.8%，正在解决302件占45.4%，列入计划76件占11.4%，留作参考29件占4.4%。")
    assert found == [("part-total-mismatch", Severity.INFO, "572件")]


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param(
            "共立案544件，已解决224件占41.1%，正在解决21件占3.9%，列入计划58件占10.7%，解释说明185件占34%，留作参考56件占10.3%。",
            id="武汉 2022: 41.18 shown as 41.1 so that a hundred comes out",
        ),
        pytest.param(
            "共立案1092件，已解决320件占29.3%，正在解决207件占19.0%，列入计划373件占34.1%，解释说明192件占17.6%。",
            id="北京 2023: 34.16 shown as 34.1",
        ),
        pytest.param(
            "共立案529件，已解决227件占42.91%，正在解决21件占3.97%，列入计划34件占6.43%，解释说明192件占36.29%，留作参考55件占10.40%。",
            id="武汉 2023: all right",
        ),
        pytest.param("共立案529件，委员提案415件、集体提案114件。", id="武汉 2023: 415 and 114 are 529"),
    ],
)
def test_reports_that_are_right(sentence: str) -> None:
    assert _found(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("抽查企业250家，问题企业30家，占12.1%。", []),
        ("抽查企业250家，问题企业30家，占12.15%。", []),
        ("抽查企业250家，问题企业30家，占12.2%。", ["share-count-mismatch"]),
        ("抽查企业250家，问题企业32家，占13%。", []),
        ("抽查企业250家，问题企业32家，占12%。", []),
        ("抽查企业250家，问题企业32家，占14%。", ["share-count-mismatch"]),
    ],
)
def test_how_far_a_share_may_be_off(sentence: str, found: list[str]) -> None:
    assert [rule for rule, _, _ in _found(sentence)] == found


@pytest.mark.parametrize(
    ("shares", "found"),
    [
        (("33.3", "33.3", "33.3"), []),
        (("33.4", "33.3", "33.4"), []),
        (("33.4", "33.4", "33.4"), ["percent-sum"]),
        (("33", "33", "33"), []),
        (("35", "35", "33"), ["percent-sum"]),
    ],
)
def test_how_far_a_sum_may_be_off(shares: tuple[str, str, str], found: list[str]) -> None:
    sentence = "原因分为三类，管网、泵站、河道分别占{}%、{}%、{}%。".format(*shares)
    assert [rule for rule, _, _ in _found(sentence)] == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("共安排资金1.2亿元，中央资金6500万元、省级资金3600万元、其他资金1900万元。", []),
        ("共安排资金1.2亿元，中央资金6500万元、省级资金3600万元、其他资金2900万元。", ["part-total-mismatch"]),
        ("共节能3.2万吨标准煤，工业企业20000吨标煤、建筑8000吨标煤、其他4000吨标煤。", ["unit-variant"]),
    ],
)
def test_units_are_converted_before_anything_is_added(sentence: str, found: list[str]) -> None:
    assert [rule for rule, _, _ in _found(sentence)] == found


def test_a_growth_that_is_right_by_every_rounding_of_its_values() -> None:
    assert _found("用水量由1.1亿立方米增加到1.2亿立方米，增长5%。") == []
    assert [rule for rule, _, _ in _found("用水量由1.10亿立方米增加到1.20亿立方米，增长5%。")] == ["yoy-mismatch"]


def test_a_day_that_the_calendar_does_not_have() -> None:
    # a city's notice of 2008
    letter = Letter(sections=(Part(heading="办理情况", paragraphs=("该项目于2008年9月31日竣工。",)),))
    result = api.check(letter.to_markdown(), "a.md", select=("date-impossible",))
    assert [f.rule for f in result.findings] == ["date-impossible"]
