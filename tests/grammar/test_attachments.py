"""附件: the note of attachments before or behind the signature, and attachments whose text follows the letter."""

from __future__ import annotations

import pytest

from tests.grammar.body_letter import DATE, ORGAN, letter, reply_of, sections

BODY = "我局已安排专人办理，相关工作正在有序推进。"

NOTES: dict[str, tuple[list[str], list[tuple[int | None, str]]]] = {
    "one": (["附件：办理情况征询意见表"], [(None, "办理情况征询意见表")]),
    "short-label": (["附：办理情况征询意见表"], [(None, "办理情况征询意见表")]),
    "label-set-wide": (["附　件：办理情况征询意见表"], [(None, "办理情况征询意见表")]),
    "half-width": (["附件:办理情况征询意见表"], [(None, "办理情况征询意见表")]),
    "indented": (["　　附件：办理情况征询意见表"], [(None, "办理情况征询意见表")]),
    "numbered-label": (["附件1：道路建设计划", "附件2：养护资金安排"], [(1, "道路建设计划"), (2, "养护资金安排")]),
    "chinese-numbered-label": (
        ["附件一：道路建设计划", "附件二：养护资金安排"],
        [(1, "道路建设计划"), (2, "养护资金安排")],
    ),
    "list-over-rows": (["附件：1.道路建设计划", "2.养护资金安排"], [(1, "道路建设计划"), (2, "养护资金安排")]),
    "list-over-rows-indented": (
        ["　　附件：1.道路建设计划", "　　　　　2.养护资金安排"],
        [(1, "道路建设计划"), (2, "养护资金安排")],
    ),
    "list-with-comma": (["附件：1、道路建设计划", "2、养护资金安排"], [(1, "道路建设计划"), (2, "养护资金安排")]),
    "list-on-one-row": (["附件：1.道路建设计划　2.养护资金安排"], [(1, "道路建设计划"), (2, "养护资金安排")]),
    "list-on-one-row-semicolon": (["附件：1.道路建设计划；2.养护资金安排"], [(1, "道路建设计划"), (2, "养护资金安排")]),
    "list-below-label": (["附件：", "1.道路建设计划", "2.养护资金安排"], [(1, "道路建设计划"), (2, "养护资金安排")]),
    "file-name": (["附件：道路建设计划.docx"], [(None, "道路建设计划.docx")]),
    "table": (["附表：道路建设计划表"], [(None, "道路建设计划表")]),
}


@pytest.mark.parametrize(("rows", "entries"), NOTES.values(), ids=NOTES)
def test_attachment_note_before_signature(rows: list[str], entries: list[tuple[int | None, str]]) -> None:
    reply = reply_of(letter(BODY, tail=(*rows, ORGAN, DATE)))
    assert [(a.ordinal, a.text) for a in reply.attachments] == entries
    assert reply.signature is not None and [a.text for a in reply.signature.agencies] == [ORGAN]


@pytest.mark.parametrize(("rows", "entries"), NOTES.values(), ids=NOTES)
def test_attachment_note_behind_signature(rows: list[str], entries: list[tuple[int | None, str]]) -> None:
    reply = reply_of(letter(BODY, tail=(ORGAN, DATE, *rows)))
    assert [(a.ordinal, a.text) for a in reply.attachments] == entries
    assert reply.signature is not None and reply.signature.date == "2023-07-05"
    assert sections(reply) == []


def test_text_of_an_attachment_is_not_the_letter() -> None:
    plan = [
        "附件",
        "牧区道路建设计划",
        "一、建设目标",
        "三年内改造牧区公路五百公里，实现乡镇全部通硬化路，养护水平明显提升。",
        "二、资金来源",
        "由州县两级财政共同承担。",
    ]
    reply = reply_of(letter("一、现状", BODY, "二、打算", BODY, tail=(ORGAN, DATE, *plan)))
    assert sections(reply) == ["1 一、现状", "1 二、打算"]
    assert reply.signature is not None and reply.signature.date == "2023-07-05"
    assert "attachment" in [p.element for p in reply.parts]
