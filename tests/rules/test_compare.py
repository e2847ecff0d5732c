"""When two writings mean the same thing."""

from __future__ import annotations

import pytest

from govreply.model import AgencyMention
from govreply.rules.compare.names import same_proposer
from govreply.rules.compare.numbers import same_number, serials_agree, year_prefix
from govreply.rules.compare.odd import split_odd
from govreply.rules.compare.organs import same_organ
from govreply.rules.compare.topics import core, cut_short, wording
from govreply.span import Span


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("0084", "84", True),
        ("20230084", "84", True),
        ("2022007", "007", True),
        ("202107", "7", True),
        ("20230084", "20230084", True),
        ("20230084", "2023084", True),
        ("20230084", "20220084", False),
        ("20230113", "20240113", False),
        ("0321", "0173", False),
        ("1211", "1", False),  # four digits are no year and nothing
        ("18990012", "12", False),  # no plausible year
        ("B12", "12", True),
        ("B12", "A12", False),
        ("HG-201901287", "201901287", True),
        ("６２", "62", True),
        ("6-13", "6-13", True),
        ("6-13", "8", True),
        ("6-13", "14", False),
        ("31-1", "31", True),
        ("", "84", True),
        ("某号", "84", True),
    ],
)
def test_numbers(left: str, right: str, same: bool) -> None:
    assert same_number(left, right) is same
    assert same_number(right, left) is same


def test_serials_leave_years_out_of_account() -> None:
    assert serials_agree("20230084", "20220084")
    assert not serials_agree("20230084", "20230085")


@pytest.mark.parametrize(
    ("digits", "year"), [("20230084", 2023), ("2017546", 2017), ("1211", None), ("02403", None), ("20500084", None)]
)
def test_years_in_numbers(digits: str, year: int | None) -> None:
    assert year_prefix(digits) == year


@pytest.mark.parametrize(
    "writing",
    [
        "关于推进“海绵城市”建设的建议",
        "关于推进‘海绵城市’建设的提案",
        "《关于推进“海绵城市”建设的建议》",
        "推进海绵城市建设",
        "关于 推进海绵城市 建设的建议",
        "关于关于推进海绵城市建设的建议的建议",
        "关于推进海绵城市建设的建议。",
    ],
)
def test_topics_are_compared_without_their_wrapping(writing: str) -> None:
    assert core(writing) == "推进海绵城市建设"


def test_topics_with_another_word_differ() -> None:
    assert core("关于推进绿色转型的建议") != core("关于推进绿色发展的建议")


def test_punctuation_counts_in_one_width() -> None:
    assert wording("关于改造, 管护的建议") == wording("改造，管护")
    assert wording("关于改造、管护的建议") != wording("改造，管护")
    assert core("关于改造、管护的建议") == core("改造，管护")


@pytest.mark.parametrize(
    ("topic", "cut"), [("关于推进海绵…", True), ("关于推进海绵...", True), ("关于推进海绵的建议", False)]
)
def test_topics_that_a_page_cut(topic: str, cut: bool) -> None:
    assert cut_short(topic) is cut


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("市致公党委员会", "致公党武汉市委会", True),
        ("市致公党", "中国致公党武汉市委员会", True),
        ("民盟武汉市委会", "民建武汉市委会", False),
        ("民进武汉市委会", "民建武汉市委会", False),
        ("陆承安", "陆承安等3位委员", True),
        ("陆承安", "陆承安委员", True),
        ("陆  安", "陆安", True),
        ("阿依古丽·买买提", "阿依古丽买买提", True),
        ("陆承安", "陆承平", False),
    ],
)
def test_proposers(left: str, right: str, same: bool) -> None:
    assert same_proposer(left, right) is same
    assert same_proposer(right, left) is same


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("武汉市水务局", "市水务局", True),
        ("武汉市发展和改革委员会", "武汉市发改委", True),
        ("黄陂县水务局", "黄陂区水务局", True),
        ("武汉市园林和林业局", "武汉市园林和林业局（武汉市绿化委员会办公室）", True),
        ("武汉市 水务局", "武汉市水务局", True),
        ("武汉市水务局", "武汉市教育局", False),
        ("包头市能源局", "包头市工业和信息化局", False),
        ("江岸区水务局", "江汉区水务局", False),
    ],
)
def test_organs(left: str, right: str, same: bool) -> None:
    ours, theirs = (AgencyMention(text=name, span=Span(0, 0)) for name in (left, right))
    assert same_organ(ours, theirs) is same
    assert same_organ(theirs, ours) is same


def test_organs_of_one_full_name_are_one() -> None:
    ours = AgencyMention(text="市城建委", span=Span(0, 0), canonical="武汉市城乡建设委员会")
    theirs = AgencyMention(text="武汉市建委", span=Span(0, 0), canonical="武汉市城乡建设委员会")
    assert same_organ(ours, theirs)


def test_the_odd_one_out_is_the_minority_and_of_equals_the_later() -> None:
    equal = str.__eq__
    assert split_odd(["a", "b", "b"], equal) == (["b", "b"], [["a"]])
    assert split_odd(["a", "b"], equal) == (["a"], [["b"]])
    assert split_odd(["a", "a", "b", "c"], equal) == (["a", "a"], [["b"], ["c"]])
    assert split_odd([], equal) == ([], [])
