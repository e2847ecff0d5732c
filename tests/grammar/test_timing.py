"""What the text says of time: dates of the page, weekdays, what is to come, years of plans, the day of assignment."""

from __future__ import annotations

import pytest

from govreply.model import PageDateKind, Reply
from tests.grammar.page_letter import HEAD, read_text, text_letter


def saying(sentence: str) -> Reply:
    return read_text(text_letter(head=(*HEAD[:6], sentence, *HEAD[7:])))


@pytest.mark.parametrize(
    ("label", "value", "kind", "iso"),
    [
        ("成文日期", "2023-06-20", PageDateKind.WRITTEN, "2023-06-20"),
        ("形成日期", "2023年6月20日", PageDateKind.WRITTEN, "2023-06-20"),
        ("发布日期", "2023-06-20 10:05", PageDateKind.PUBLISHED, "2023-06-20"),
        ("公开时间", "2023/06/20", PageDateKind.PUBLISHED, "2023-06-20"),
        ("发布日期", "20230620", PageDateKind.PUBLISHED, "2023-06-20"),
        ("生成日期", "2023-06-20", PageDateKind.OTHER, "2023-06-20"),
        ("发文日期", "2023-06-20", PageDateKind.OTHER, "2023-06-20"),
    ],
)
def test_dates_of_the_page(label: str, value: str, kind: PageDateKind, iso: str) -> None:
    block = f"索引号：640200-104/2023-00018\n{label}：{value}"
    found = read_text(text_letter(before=(block,))).timing.page_dates
    assert [(d.kind, d.label, d.date.iso) for d in found] == [(kind, label, iso)]


@pytest.mark.parametrize("value", ["", "2023年6月", "长期"])
def test_values_that_are_no_day(value: str) -> None:
    block = f"索引号：640200-104/2023-00018\n成文日期：{value}"
    assert read_text(text_letter(before=(block,))).timing.page_dates == ()


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("我局于2023年5月8日（星期三）开会。", [("2023-05-08", 3)]),
        ("我局于2023年5月8日（周一）开会。", [("2023-05-08", 1)]),
        ("我局于2023年5月7日星期天开会。", []),  # runs on into the next word
        ("我局于2023年5月7日星期日，开会。", [("2023-05-07", 7)]),
        ("我局于2023年5月8日周一上午开会。", [("2023-05-08", 1)]),
        ("我局于5月8日（星期三）开会。", []),
        ("我局于农历2023年5月8日（星期三）开会。", []),
        ("2023年5月8日至9日（星期一至星期二）开会。", []),
        ("2023年5月8日，每周三巡查。", []),
    ],
)
def test_weekdays(sentence: str, expected: list[tuple[str, int]]) -> None:
    assert [(w.date.iso, w.weekday) for w in saying(sentence).timing.weekdays] == expected


@pytest.mark.parametrize(
    ("sentence", "iso"),
    [
        ("公交场站将于2021年底建成。", "2021"),
        ("公交场站预计2022年10月底建成投用。", "2022-10"),
        ("公交场站预计在2022年建成。", "2022"),
        ("公交场站拟于2024年开工。", "2024"),
        ("公交场站力争在2025年投用。", "2025"),
        ("公交场站已完成主体工程，计划于2024年3月投用。", "2024-03"),
    ],
)
def test_what_is_to_come(sentence: str, iso: str) -> None:
    assert [p.date.iso for p in saying(sentence).timing.prospects] == [iso]


@pytest.mark.parametrize(
    "sentence",
    [
        "《公交规划》提出，将于2021年底建成场站。",
        "市委全会要求，确保2021年建成场站。",
        "场站原计划于2021年建成，现已投用。",
        "场站计划于2021年建成，因汛情推迟。",
        "预计到2020年累计建成场站5处。",
        "您提出争取2021年建成场站。",
        "会议确定了“力争2021年建成场站”的任务。",
        "场站于2021年建成。",
        "应将2021年的结余用于场站。",
        "我局积极争取2021年中央资金实施场站建设。",
        "我局加快施工，确保2021年场站建成。",
        "我局将在2021年建成5处场站的基础上继续推进。",
        "计划于2021年开工的场站已投用。",
        "预计2021年客运量增长3%。",
        "市政府常务会议决定，场站将于2021年底建成。",
        "场站计划于2021年完工，因资金缺口进度为60%。",
        "力争在2021年底前实现千户通车目标。",
        "2021年将继续建设场站。",
    ],
)
def test_told_aims_and_the_past(sentence: str) -> None:
    assert saying(sentence).timing.prospects == ()


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("“十四五”期间（2021—2025年），新开线路9条。", ("十四五", 2021, 2025)),
        ("“十三五”时期(2016-2020年)，新开线路9条。", ("十三五", 2016, 2020)),
        ("十四五规划期（2021年至2025年）新开线路9条。", ("十四五", 2021, 2025)),
        ("“十五五”（2026～2030年）新开线路9条。", ("十五五", 2026, 2030)),
    ],
)
def test_years_of_plans(sentence: str, expected: tuple[str, int, int]) -> None:
    assert [(p.plan, p.first, p.last) for p in saying(sentence).timing.plan_periods] == [expected]


@pytest.mark.parametrize(
    "sentence",
    [
        "“十三五”收官之年（2020年），新开线路9条。",
        "“十三五”“十四五”期间（2016—2025年），新开线路9条。",
        "“十三五”以来（2016—2023年），新开线路9条。",
        "我局编制《“十四五”公交规划（2020—2035年）》。",
        "二十五（2021—2025年）条线路。",
    ],
)
def test_other_years_beside_plans(sentence: str) -> None:
    assert saying(sentence).timing.plan_periods == ()


def test_the_day_of_assignment() -> None:
    assigned = saying("本件于2023年2月10日由市政府督查室交办我局。").timing.assigned
    assert assigned is not None
    assert assigned.iso == "2023-02-10"


@pytest.mark.parametrize("sentence", ["2023年2月10日，我局召开会议。交办任务。", "2023年2月交办我局。"])
def test_no_day_of_assignment(sentence: str) -> None:
    assert saying(sentence).timing.assigned is None


def test_a_further_answer() -> None:
    head = (*HEAD[:2], HEAD[2].replace("的答复", "的再次答复"), *HEAD[3:])
    follow_up = read_text(text_letter(head=head)).timing.follow_up
    assert follow_up is not None
    assert follow_up.text == "再次答复"
    assert read_text(text_letter()).timing.follow_up is None
