from __future__ import annotations

import pytest

from govreply.lexicon.numerals import read_integer, read_year, write_chinese

DIGITS = "零一二三四五六七八九"


def spell_four(number: int) -> str:
    """A number below 10,000, spelled by the rule of school books: one 零 for each run of zeros inside."""
    signs = ""
    for digit, unit in zip(f"{number:04}", "千百十个", strict=True):
        signs += f"{DIGITS[int(digit)]}{unit}" if digit != "0" else "零"
    while "零零" in signs:
        signs = signs.replace("零零", "零")
    return signs.strip("零").replace("个", "")


def spell(number: int) -> str:
    if number == 0:
        return "零"
    high, low = divmod(number, 10_000)
    if not high:
        return spell_four(low)
    gap = "零" if 0 < low < 1000 else ""
    return f"{spell_four(high)}万{gap}{spell_four(low)}"


def test_every_number_below_a_hundred_thousand_is_read() -> None:
    wrong = [n for n in range(100_000) if read_integer(spell(n)) != n]
    assert wrong == []


def test_every_number_below_a_hundred_thousand_is_read_without_the_leading_one_of_ten_and_with_the_round_zero() -> None:
    wrong = []
    for number in range(100_000):
        written = spell(number).replace("零", "〇")
        if written.startswith("一十"):
            written = written[1:]
        if read_integer(written) != number:
            wrong.append(number)
    assert wrong == []


def test_every_arabic_number_is_read_plain_and_grouped() -> None:
    assert [n for n in range(100_000) if read_integer(str(n)) != n or read_integer(f"{n:,}") != n] == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("〇", 0),
        ("两", 2),
        ("十二", 12),
        ("廿", 20),
        ("廿三", 23),
        ("卅一", 31),
        ("一百零五", 105),
        ("一百〇五", 105),
        ("一百一十", 110),
        ("一百十五", 115),
        ("二百三", 230),
        ("两千三", 2300),
        ("两百", 200),
        ("两万", 20_000),
        ("一万二", 12_000),
        ("五千万", 50_000_000),
        ("三亿", 300_000_000),
        ("三亿零五万", 300_050_000),
        ("一亿二", 120_000_000),
        ("一〇五", 105),
        ("0084", 84),
    ],
)
def test_further_writings(text: str, value: int) -> None:
    assert read_integer(text) == value


@pytest.mark.parametrize(
    "text",
    [
        "",
        "三四",
        "十十",
        "百",
        "百二",
        "一百二百",
        "二十十",
        "一百零五十",
        "一百零",
        "零五",
        "万",
        "一万万万",
        "十两",
        "一是",
        "1,27",
        "1.5",
        "12个",
        " 1",
        "-1",
        "零万",
        "二十廿",
    ],
)
def test_what_is_no_integer(text: str) -> None:
    assert read_integer(text) is None


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("二〇二三", 2023),
        ("二零二三", 2023),
        ("二○二三", 2023),
        ("二0一二", 2012),
        ("二OO八", 2008),
        ("二Oo八", 2008),
        ("一九九八", 1998),
        ("2023", 2023),
        ("二OO〇五", None),
        ("九八", None),
        ("23", None),
        ("〇二〇三", None),
        ("二十年代", None),
        ("", None),
    ],
)
def test_years(text: str, year: int | None) -> None:
    assert read_year(text) == year


def test_written_ordinals_are_those_of_the_speller() -> None:
    for number in range(1, 100):
        spelled = spell(number)
        assert write_chinese(number) == (spelled[1:] if spelled.startswith("一十") else spelled)


@pytest.mark.parametrize("number", [0, -1, 100])
def test_no_ordinal_outside_one_to_ninety_nine(number: int) -> None:
    with pytest.raises(ValueError, match=str(number)):
        write_chinese(number)
