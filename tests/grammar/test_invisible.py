"""Numbers with signs in them that nobody sees are read as what they look like, and told."""

from __future__ import annotations

import pytest

from govreply import api
from govreply.model import Reply
from govreply.testing import Letter

LETTER = Letter(contacts=(("联系人", "方晓岚"), ("联系电话", "027-85550136")))
SIGNS = {
    "zero width space": "\u200b",
    "word joiner": "\u2060",
    "soft hyphen": "\u00ad",
    "byte order mark": "\ufeff",
    "Arabic letter mark": "\u061c",
    "grapheme joiner": "\u034f",
    "variation selector": "\ufe0f",
    "tag": "\U000e0031",
    "Mongolian separator": "\u180e",
    "control": "\x02",
    "next line": "\x85",
}


def read(old: str, new: str, name: str = "letter.md") -> Reply:
    written = {"letter.md": LETTER.to_markdown, "letter.txt": LETTER.to_text, "letter.html": LETTER.to_html}[name]()
    assert old in written
    return api.parse(written.replace(old, new), name)


def told(reply: Reply) -> set[tuple[str, str]]:
    return {(d.code, d.detail) for d in reply.diagnostics}


@pytest.mark.parametrize("name", ["letter.md", "letter.txt", "letter.html"])
@pytest.mark.parametrize("sign", SIGNS.values(), ids=SIGNS)
def test_the_number_of_the_matter(sign: str, name: str) -> None:
    reply = read("第20230117号", f"第2023{sign}0117号", name)
    assert reply.matter is not None and reply.matter.number is not None
    assert reply.matter.number.text == "20230117"
    assert told(reply) == {("invisible-in-number", f"U+{ord(sign):04X}")}


@pytest.mark.parametrize("sign", SIGNS.values(), ids=SIGNS)
def test_other_numbers(sign: str) -> None:
    reply = read("〔2023〕21号", f"〔20{sign}23〕2{sign}1号")
    assert reply.document_number is not None and reply.document_number.text == "武水函〔2023〕21号"
    reply = read("2023年6月12日", f"2023{sign}年6月1{sign}2日")
    assert reply.signature is not None and str(reply.signature.date) == "2023-06-12"
    reply = read("027-85550136", f"027-8555{sign}0136")
    assert [phone.text for contact in reply.contacts for phone in contact.phones] == ["027-85550136"]


def test_the_place_is_that_of_the_sign() -> None:
    reply = read("2023年6月12日", "2023年6月1\u200b\u200c2日")
    (found,) = reply.diagnostics
    text = LETTER.to_markdown().replace("2023年6月12日", "2023年6月1\u200b\u200c2日")
    assert (text[found.span.start : found.span.end], found.detail) == ("\u200b\u200c", "U+200B U+200C")


@pytest.mark.parametrize("sign", "\u202a\u202b\u202d\u202e\u2066\u2067\u2068")
def test_a_sign_that_turns_the_direction_is_told_wherever_it_stands(sign: str) -> None:
    assert told(read("已完成36个", f"已{sign}完成36个")) == {("direction-turned", f"U+{ord(sign):04X}")}


def test_elsewhere_a_sign_that_nobody_sees_is_of_no_interest() -> None:
    assert told(read("已完成36个", "已\u200b完成36\u200b个")) == set()
