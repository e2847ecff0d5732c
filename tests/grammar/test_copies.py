"""抄送 and 抄报: labels, separators, counts, brackets, rows that go on; and the 印发 line."""

from __future__ import annotations

import pytest

from tests.grammar.body_letter import DATE, ORGAN, letter, reply_of

BODY = "我局已安排专人办理，相关工作正在有序推进。"
TWO = ["州政协提案委", "州政府督查室"]

COPIES: dict[str, tuple[list[str], list[str]]] = {
    "comma-and-stop": (["抄送：州政协提案委，州政府督查室。"], TWO),
    "list-comma": (["抄送：州政协提案委、州政府督查室"], TWO),
    "semicolon": (["抄送：州政协提案委；州政府督查室。"], TWO),
    "half-width": (["抄送:州政协提案委,州政府督查室."], TWO),
    "spaces": (["抄送：州政协提案委　州政府督查室"], TWO),
    "label-set-wide": (["抄  送：州政协提案委、州政府督查室"], TWO),
    "label-full-width-blank": (["抄　送：州政协提案委、州政府督查室。"], TWO),
    "report": (["抄报：州政协提案委、州政府督查室"], TWO),
    "report-set-wide": (["抄　报：州政协提案委，州政府督查室"], TWO),
    "organs-label": (["抄送单位：州政协提案委、州政府督查室"], TWO),
    "organs-label-standard": (["抄送机关：州政协提案委，州政府督查室。"], TWO),
    "indented": (["　　抄送：州政协提案委，州政府督查室。"], TWO),
    "in-brackets": (["（抄送：州政协提案委、州政府督查室）"], TWO),
    "counts-in-brackets": (["抄送：州政协提案委（2份），州政府督查室（2份）。"], TWO),
    "counts-bare-number": (["抄送：州政协提案委（2）、州政府督查室（2）"], TWO),
    "counts-half-width": (["抄送:州政协提案委(2份),州政府督查室(1份)"], TWO),
    "counts-each": (["抄送：州政协提案委、州政府督查室（各2份）"], TWO),
    "counts-without-brackets": (["抄送：州政协提案委2份，州政府督查室2份"], TWO),
    "name-with-brackets": (
        ["抄送：州政协提案委（联络办、信息办），州政府督查室。"],
        ["州政协提案委（联络办、信息办）", "州政府督查室"],
    ),
    "over-two-rows": (["抄送：州政协提案委，", "州政府督查室。"], TWO),
    "report-and-copies": (["抄报：州政协提案委", "抄送：州政府督查室"], TWO),
    "one": (["抄送：州人大常委会代表工作委员会。"], ["州人大常委会代表工作委员会"]),
    "person-among-organs": (["抄送：桑吉副州长，州政府督查室"], ["桑吉副州长", "州政府督查室"]),
    "standing-committee": (
        ["抄送：州人大常委会办公室，州人民政府办公室，代表所在乡镇人大办公室。"],
        ["州人大常委会办公室", "州人民政府办公室", "代表所在乡镇人大办公室"],
    ),
    "national": (["抄送：全国人大常委会办公厅（2份），国务院办公厅"], ["全国人大常委会办公厅", "国务院办公厅"]),
    "with-print-line-below": (
        ["抄送：州政协提案委，州政府督查室。", "海西州交通运输局办公室　　2023年7月6日印发"],
        TWO,
    ),
    "with-print-line-on-the-row": (
        ["抄送：州政协提案委，州政府督查室。　　海西州交通运输局办公室　2023年7月6日印发"],
        TWO,
    ),
    "copies-before-contacts": (["抄送：州政协提案委，州政府督查室。", "联系人：多杰　电话：0977-8221234"], TWO),
    "distributed": (["分送：州政协提案委，州政府督查室。"], TWO),
    "chief-report": (["主报：州政协提案委", "抄送：州政府督查室"], TWO),
    "one-a-row-below": (["抄送：", "州政协提案委", "州政府督查室"], TWO),
    "one-a-row-below-with-signs": (["抄送:", "州政协提案委,", "州政府督查室."], TWO),
    "one-a-row-below-with-counts": (["抄　送：", "州政协提案委（2份）", "州政府督查室（1份）"], TWO),
    "one-a-row-below-and-what-is-no-organ": (
        ["抄送：", "州政府督查室", "各会办单位"],
        ["州政府督查室", "各会办单位"],
    ),
    "one-a-row-below-then-print-line": (
        ["抄送：", "州政协提案委", "州政府督查室", "海西州交通运输局办公室　　2023年7月6日印发"],
        TWO,
    ),
    "one-a-row-below-then-contacts": (
        ["抄送：", "州政协提案委", "州政府督查室", "联系人：多杰　电话：0977-8221234"],
        TWO,
    ),
    "send": (["送：州政协提案委，州政府督查室。"], TWO),
}


@pytest.mark.parametrize(("rows", "names"), COPIES.values(), ids=COPIES)
@pytest.mark.parametrize("name", ["letter.txt", "letter.md"])
def test_copies(rows: list[str], names: list[str], name: str) -> None:
    reply = reply_of(letter(BODY, tail=(ORGAN, DATE, *rows)), name)
    assert [c.text for c in reply.copies] == names
    assert reply.signature is not None and reply.signature.date == "2023-07-05"


def test_copies_before_signature() -> None:
    reply = reply_of(letter(BODY, tail=("抄送：州政协提案委，州政府督查室。", ORGAN, DATE)))
    assert [c.text for c in reply.copies] == TWO
    assert reply.signature is not None and [a.text for a in reply.signature.agencies] == [ORGAN]


def test_copies_one_a_row_below_are_no_signature() -> None:
    reply = reply_of(letter(BODY, tail=(ORGAN, DATE, "抄送：", *TWO)))
    assert reply.signature is not None
    assert [a.text for a in reply.signature.agencies] == [ORGAN]


def test_organ_above_the_date_signs_though_copies_stand_above_it() -> None:
    reply = reply_of(letter(BODY, tail=("抄送：", *TWO, ORGAN, DATE)))
    assert [c.text for c in reply.copies] == TWO
    assert reply.signature is not None
    assert [a.text for a in reply.signature.agencies] == [ORGAN]


def test_footer_below_copies_one_a_row_is_no_recipient() -> None:
    reply = reply_of(letter(BODY, tail=(ORGAN, DATE, "抄送：", *TWO, "打印本页　关闭窗口", "州政府网站管理办公室")))
    assert [c.text for c in reply.copies] == TWO


def test_no_copies() -> None:
    assert reply_of(letter(BODY)).copies == ()


def test_copies_in_running_text_are_none() -> None:
    reply = reply_of(letter("今后各县巡查报告抄送州政协提案委，并由我局按季度汇总通报。"))
    assert reply.copies == ()


def test_spans_of_copies() -> None:
    text = letter(BODY, tail=(ORGAN, DATE, "抄  送：州政协提案委（2份），州政府督查室。"))
    assert [text[c.span.start : c.span.end] for c in reply_of(text).copies] == TWO


PRINTS: dict[str, str] = {
    "organ-and-date": "海西州交通运输局办公室　　2023年7月6日印发",
    "glued": "海西州交通运输局办公室2023年7月6日印发",
    "date-only": "2023年7月6日印发",
    "labelled": "印发日期：2023年7月6日",
    "chinese": "海西州交通运输局办公室　二〇二三年七月六日印发",
}


@pytest.mark.parametrize("row", PRINTS.values(), ids=PRINTS)
def test_print_line(row: str) -> None:
    reply = reply_of(letter(BODY, tail=(ORGAN, DATE, "抄送：州政协提案委。", row)))
    assert [c.text for c in reply.copies] == ["州政协提案委"]
    assert [(d.iso, d.where.value) for d in reply.dates if d.where.value == "tail"] == [("2023-07-06", "tail")]
    assert reply.signature is not None and reply.signature.date == "2023-07-05"
    assert [d for d in reply.diagnostics if d.code == "left-over"] == []


def test_copies_far_inside_and_with_a_short_label() -> None:
    for label in ("      抄送：", "抄："):
        reply = reply_of(letter(tail=(ORGAN, DATE, f"{label}州政协提案委，州政府办。")))
        assert [c.text for c in reply.copies] == ["州政协提案委", "州政府办"]
