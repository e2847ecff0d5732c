"""Files that hold more than one letter: the first is read, the others are told."""

from __future__ import annotations

import pytest

from tests.grammar.page_letter import HEAD, SIGNED, assert_letter_is_whole, read_text, text_letter

SECOND = (
    "石交函〔2023〕19号",
    "关于市政协十一届二次会议第077号提案的答复",
    "常自强委员：",
    "您提出的《关于增设夜间公交的提案》收悉，现答复如下：",
    "一、夜间线路",
    "我局已开通夜间线路2条。",
    *SIGNED,
    "联系人：米学成　　联系电话：0952-2218835",
)


@pytest.mark.parametrize("second", [SECOND, SECOND[1:], SECOND[2:]], ids=["number", "title", "addressee"])
def test_the_first_letter_is_read_and_the_rest_is_told(second: tuple[str, ...]) -> None:
    text = text_letter(*second)
    reply = read_text(text)
    assert_letter_is_whole(reply)
    told = [d for d in reply.diagnostics if d.code == "further-letter"]
    assert [text[d.span.start : d.span.end] for d in told] == ["\n\n".join(second)]
    assert [p.element for p in reply.parts if p.span.start >= text.index(second[0])] == ["further-letter"] * len(second)


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(("附件：会办意见", "市财政局：", "我局没有其他意见。"), id="no-opening-of-a-letter"),
        pytest.param(SECOND[:3], id="head-alone"),
    ],
)
def test_what_has_no_opening_is_no_further_letter(lines: tuple[str, ...]) -> None:
    assert [d for d in read_text(text_letter(*lines)).diagnostics if d.code == "further-letter"] == []


def test_an_acknowledgement_quoted_in_the_body_begins_no_letter() -> None:
    head = (*HEAD[:7], "2022年，您提出的《关于增设夜间公交的提案》收悉后，我局即开展调查。", *HEAD[7:])
    reply = read_text(text_letter(head=head))
    assert_letter_is_whole(reply)
    assert [d.code for d in reply.diagnostics if d.code == "further-letter"] == []
