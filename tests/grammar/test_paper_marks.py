"""Secrecy, copy numbers and marks of internal use count only where they stand as marks."""

from __future__ import annotations

import pytest

from govreply.model import PaperMarkKind, Reply
from tests.grammar.page_letter import HEAD, assert_letter_is_whole, read_text, text_letter

SECRECY, COPY, INTERNAL = PaperMarkKind.SECRECY, PaperMarkKind.COPY_NUMBER, PaperMarkKind.INTERNAL


def marks(reply: Reply) -> list[tuple[PaperMarkKind, str]]:
    return [(m.kind, m.text) for m in reply.paper_marks]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("机密★10年", [(SECRECY, "机密")], id="secrecy-with-term"),
        pytest.param("秘　密", [(SECRECY, "秘　密")], id="secrecy-set-wide"),
        pytest.param("绝密★长期", [(SECRECY, "绝密")], id="secrecy-for-long"),
        pytest.param("000017", [(COPY, "000017")], id="copy-number"),
        pytest.param("份号：00017", [(COPY, "份号：00017")], id="copy-number-labelled"),
        pytest.param("000017　　　机密★10年", [(COPY, "000017"), (SECRECY, "机密")], id="both-on-one-line"),
        pytest.param("机密★10年　　特急", [(SECRECY, "机密")], id="with-urgency"),
        pytest.param("（代拟稿）", [(INTERNAL, "（代拟稿）")], id="draft"),
        pytest.param("【征求意见稿】", [(INTERNAL, "【征求意见稿】")], id="draft-for-comment"),
        pytest.param("内部资料　不得外传", [(INTERNAL, "内部资料不得外传")], id="internal-paper"),
        pytest.param("内部文件，注意保存", [(INTERNAL, "内部文件，注意保存")], id="internal-paper-to-be-kept"),
    ],
)
def test_mark_on_its_own_line(line: str, expected: list[tuple[PaperMarkKind, str]]) -> None:
    reply = read_text(text_letter(before=(line,)))
    assert marks(reply) == expected
    assert_letter_is_whole(reply)


@pytest.mark.parametrize(
    "line", [pytest.param("特急", id="urgency"), pytest.param("6901234567892", id="bar-code"), "00123", "2023"]
)
def test_other_lines_of_the_head(line: str) -> None:
    assert marks(read_text(text_letter(before=(line,)))) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "我局严格保护企业商业秘密，会同市国家保密局开展检查。",
        "《公交条例（征求意见稿）》已经公开征求意见。",
        "会议内部资料已经印发，机密部分不在此列。",
    ],
)
def test_words_of_running_text(sentence: str) -> None:
    assert marks(read_text(text_letter(head=(*HEAD[:6], sentence, *HEAD[7:])))) == []


def test_behind_the_title() -> None:
    reply = read_text(text_letter(head=(*HEAD[:2], HEAD[2] + "（征求意见稿）", *HEAD[3:])))
    assert marks(reply) == [(INTERNAL, "征求意见稿")]


def test_six_digits_further_down_are_no_copy_number() -> None:
    assert marks(read_text(text_letter("753000"))) == []


def test_a_draft_attached_is_none_of_the_letter() -> None:
    assert marks(read_text(text_letter("附件", "公交条例", "（征求意见稿）"))) == []
