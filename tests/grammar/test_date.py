"""成文日期: every writing, damaged and impossible dates; null and a diagnostic where one reading is not certain."""

from __future__ import annotations

import pytest

from tests.grammar.body_letter import ORGAN, codes, letter, reply_of

BODY = "我局已安排专人办理，相关工作正在有序推进。"

DATES: dict[str, tuple[str, str]] = {
    "arabic": ("2023年7月5日", "2023-07-05"),
    "arabic-padded": ("2023年07月05日", "2023-07-05"),
    "arabic-spaced": ("2023 年 7 月 5 日", "2023-07-05"),
    "arabic-wide": ("2 0 2 3 年 7 月 5 日", "2023-07-05"),
    "arabic-full-width": ("２０２３年７月５日", "2023-07-05"),
    "arabic-without-day-sign": ("2023年7月5", "2023-07-05"),
    "day-as-hao": ("2023年7月5号", "2023-07-05"),
    "brackets": ("（2023年7月5日）", "2023-07-05"),
    "full-stop": ("2023年7月5日。", "2023-07-05"),
    "chinese": ("二〇二三年七月五日", "2023-07-05"),
    "chinese-circle": ("二○二三年七月五日", "2023-07-05"),
    "chinese-large-circle": ("二◯二三年七月五日", "2023-07-05"),
    "chinese-zero": ("二零二三年七月五日", "2023-07-05"),
    "chinese-ascii-zero": ("二0二三年七月五日", "2023-07-05"),
    "chinese-letter-o": ("二O二三年七月五日", "2023-07-05"),
    "chinese-full-width-o": ("二Ｏ二三年七月五日", "2023-07-05"),
    "chinese-double-zero": ("二00四年七月五日", "2004-07-05"),
    "chinese-double-o": ("二OO八年七月五日", "2008-07-05"),
    "chinese-zero-ten": ("二0一0年七月五日", "2010-07-05"),
    "chinese-tens": ("二〇二三年十二月二十三日", "2023-12-23"),
    "chinese-thirty": ("二〇二三年十月三十一日", "2023-10-31"),
    "hyphens": ("2023-07-05", "2023-07-05"),
    "hyphens-unpadded": ("2023-7-5", "2023-07-05"),
    "slashes": ("2023/7/5", "2023-07-05"),
    "points": ("2023.7.5", "2023-07-05"),
    "eight-digits": ("20230705", "2023-07-05"),
    "weekday": ("2023年7月5日（星期三）", "2023-07-05"),
    "mixed-numerals": ("二〇二三年7月5日", "2023-07-05"),
    "points-with-spaces": ("2023. 7. 5", "2023-07-05"),
    "letter-o-among-digits": ("2O23年7月5日", "2023-07-05"),
    "labelled": ("日期：2023年7月5日", "2023-07-05"),
    "labelled-answer": ("答复日期：2023年7月5日", "2023-07-05"),
    "labelled-time": ("答复时间：2023-07-05", "2023-07-05"),
}


@pytest.mark.parametrize(("words", "iso"), DATES.values(), ids=DATES)
def test_date(words: str, iso: str) -> None:
    reply = reply_of(letter(BODY, tail=(ORGAN, words)))
    assert reply.signature is not None
    assert reply.signature.date == iso
    assert [a.text for a in reply.signature.agencies] == [ORGAN]


DAMAGED: dict[str, tuple[str, str]] = {
    "units-lost-seven-digits": ("2023927", "date-ambiguous"),
    "units-lost-six-digits": ("202376", "date-ambiguous"),
    "units-lost-eleventh-month": ("202111", "date-ambiguous"),
    "year-of-five-numerals": ("二〇〇二三年七月五日", "date-ambiguous"),
    "thirty-first-of-june": ("2023年6月31日", "date-impossible"),
    "month-thirteen": ("2023年13月5日", "date-impossible"),
    "day-zero": ("2023年7月0日", "date-impossible"),
    "twenty-ninth-of-february": ("2023年2月29日", "date-impossible"),
    "eight-digits-impossible": ("20231340", "date-ambiguous"),
}


@pytest.mark.parametrize(("words", "code"), DAMAGED.values(), ids=DAMAGED)
def test_damaged_date(words: str, code: str) -> None:
    reply = reply_of(letter(BODY, tail=(ORGAN, words)))
    assert reply.signature is not None and reply.signature.date_text is not None
    assert reply.signature.date is None
    assert reply.signature.date_text.text == words
    assert code in codes(reply)


PARTIAL: dict[str, tuple[str, str]] = {
    "year-only": ("2023年", "2023"),
    "year-and-month": ("2023年7月", "2023-07"),
    "blanks-for-the-day": ("2023年7月　　日", "2023-07"),
    "all-blank": ("　　年　　月　　日", ""),
    "century-only": ("20　　年　　月　　日", ""),
}


@pytest.mark.parametrize(("words", "iso"), PARTIAL.values(), ids=PARTIAL)
def test_partial_date(words: str, iso: str) -> None:
    reply = reply_of(letter(BODY, tail=(ORGAN, words)))
    assert reply.signature is not None and reply.signature.date is None
    found = reply.signature.date_text
    assert (found.iso if found else None) == (iso or None)
    assert [d for d in codes(reply) if d == "left-over"] == []


def test_damaged_date_behind_the_organ() -> None:
    reply = reply_of(letter(BODY, tail=(f"{ORGAN}2023927",)))
    assert reply.signature is not None
    assert [a.text for a in reply.signature.agencies] == [ORGAN]
    assert reply.signature.date is None
    assert "date-ambiguous" in codes(reply)
