from __future__ import annotations

import datetime

import pytest

from govreply.lexicon.dates import find_dates, read_date_line
from govreply.lexicon.fold import fold

SIGNS = "〇一二三四五六七八九"


def chinese(date: datetime.date) -> str:
    def below_hundred(number: int) -> str:
        tens, ones = number // 10, number % 10
        return ("" if not tens else "十" if tens == 1 else SIGNS[tens] + "十") + (SIGNS[ones] if ones else "")

    year = "".join(SIGNS[int(c)] for c in str(date.year))
    return f"{year}年{below_hundred(date.month)}月{below_hundred(date.day)}日"


def test_every_day_of_two_years_is_read_in_every_form() -> None:
    day, wrong = datetime.date(2023, 1, 1), []
    while day.year < 2025:
        forms = [
            f"{day.year}年{day.month}月{day.day}日",
            f"{day.year} 年 {day.month} 月 {day.day} 日",
            f"{day.year}-{day.month:02}-{day.day:02}",
            f"{day.year}.{day.month}.{day.day}",
            f"{day.year}/{day.month}/{day.day}",
            chinese(day),
        ]
        for form in forms:
            line = read_date_line(form)
            inside = find_dates(f"我局于{form}办结。")
            if line is None or line.iso != day.isoformat() or [d.iso for d in inside] != [day.isoformat()]:
                wrong.append(form)
        day += datetime.timedelta(days=1)
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "iso", "problem"),
    [
        ("二00四年四月六日", "2004-04-06", None),
        ("二OO八年五月二十五日", "2008-05-25", None),
        ("二○一二年三月廿九日", "2012-03-29", None),
        ("二〇一八年五月十六", "2018-05-16", None),
        ("2 0 2 3年 6月 3 0 日", "2023-06-30", None),
        ("（2023年6月30日）", "2023-06-30", None),
        ("2023年6月", "2023-06", None),
        ("2024年", "2024", None),
        ("2024年2月29日", "2024-02-29", None),
        ("二〇二三年元月五日", "2023-01-05", None),
        ("20211026", "2021-10-26", None),
        ("2022年6月31日", None, "impossible"),
        ("2023年2月29日", None, "impossible"),
        ("2023年13月1日", None, "impossible"),
        ("二OO〇五年三月一日", None, "ambiguous"),
        ("九八年三月一日", None, "ambiguous"),
        ("2023927", None, "ambiguous"),
        ("202376", None, "ambiguous"),
        ("202111", None, "ambiguous"),
        ("2020112", None, "ambiguous"),
        ("20231301", None, "ambiguous"),
    ],
)
def test_date_lines(text: str, iso: str | None, problem: str | None) -> None:
    found = read_date_line(fold(text))
    assert found is not None
    assert (found.iso, found.problem, found.start, found.end) == (iso, problem, 0, len(text))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "2023年6月30日印发",
        "某局2023年6月30日",
        "年 月 日",
        "2023年  月  日",
        "20230630001",
        "12345",
        "6月30日前",
        "0717-6446218",
        "2023",
    ],
)
def test_lines_that_are_no_date(text: str) -> None:
    assert read_date_line(fold(text)) is None


def test_an_impossible_date_keeps_its_numbers() -> None:
    found = read_date_line("2022年6月31日")
    assert found is not None
    assert (found.year, found.month, found.day) == (2022, 6, 31)


def test_a_line_is_spanned_without_its_blanks() -> None:
    found = read_date_line("   2023年6月30日  ")
    assert found is not None
    assert (found.start, found.end) == (3, 13)


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("2023年6月印发", [("2023年6月", "2023-06", "month")]),
        ("6月30日前完成", [("6月30日", None, "day")]),
        ("2021年至2023年", [("2021年", "2021", "year"), ("2023年", "2023", "year")]),
        ("2023年6月20余家", [("2023年6月", "2023-06", "month")]),
        ("2022年2月30日", [("2022年2月30日", None, "day")]),
        ("截至2023年底", [("2023年", "2023", "year")]),
        ("自二〇二三年六月一日起", [("二〇二三年六月一日", "2023-06-01", "day")]),
        ("2023年6月30日至7月2日", [("2023年6月30日", "2023-06-30", "day"), ("7月2日", None, "day")]),
    ],
)
def test_dates_in_running_text(text: str, dates: list[tuple[str, str | None, str]]) -> None:
    assert [(text[d.start : d.end], d.iso, d.precision) for d in find_dates(fold(text))] == dates


@pytest.mark.parametrize(
    "text",
    [
        "10.2023.1.1",
        "GB/T 9704-2012",
        "第20230630号",
        "12023年",
        "三年来",
        "2023-2025",
        "1-6月",
        "5日内",
        "电话2023-063-01",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert find_dates(fold(text)) == []
