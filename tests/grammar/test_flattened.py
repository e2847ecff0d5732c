"""A whole letter on one line: blocks parted by spaces, or by nothing at all."""

from __future__ import annotations

import pytest

from govreply import check
from govreply.model import Reply
from tests.grammar.body_letter import codes, measures, reply_of, sections

PARTS = [
    "关于对州政协九届三次会议第108号提案的答复",
    "格桑委员：",
    "您提出的《关于改善牧区道路条件的提案》收悉，现答复如下：",
    "一、加快建设。近年来，我局会同各县持续加大投入力度，累计新建公路三百余公里。",
    "二、加强养护。一是落实养护资金；二是加强日常巡查。",
    "感谢您对交通运输工作的关心和支持！",
    "海西州交通运输局",
    "2023年7月5日",
    "联系人：多杰",
    "联系电话：0977-8221234",
    "抄送：州政协提案委，州政府督查室。",
]
GAPS = {"one-space": " ", "wide-space": "　", "several-spaces": "    ", "nothing": ""}


def _check(reply: Reply) -> None:
    assert reply.is_reply
    assert reply.title is not None and reply.title.text == PARTS[0]
    assert [a.name for a in reply.addressees] == ["格桑"]
    assert sections(reply) == ["1 一、加快建设", "1 二、加强养护"]
    assert measures(reply) == ["二、 一是", "二、 二是"]
    assert [c.text for c in reply.closing] == [PARTS[5]]
    assert reply.signature is not None and reply.signature.date == "2023-07-05"
    assert [a.text for a in reply.signature.agencies] == ["海西州交通运输局"]
    assert [(c.name and c.name.text, [p.text for p in c.phones]) for c in reply.contacts] == [
        ("多杰", ["0977-8221234"])
    ]
    assert [c.text for c in reply.copies] == ["州政协提案委", "州政府督查室"]
    assert "flattened-line" in codes(reply)


@pytest.mark.parametrize("gap", GAPS.values(), ids=GAPS)
@pytest.mark.parametrize("name", ["letter.txt", "letter.md"])
def test_flattened(gap: str, name: str) -> None:
    _check(reply_of(gap.join(PARTS), name))


def test_flattened_table_cell() -> None:
    _check(reply_of(f"<html><body><table><tr><td>{' '.join(PARTS)}</td></tr></table></body></html>", "letter.html"))


def test_flattened_half_width() -> None:
    text = " ".join(PARTS).translate(str.maketrans("，：；（）！", ",:;()!"))
    reply = reply_of(text)
    assert sections(reply) == ["1 一、加快建设", "1 二、加强养护"]
    assert [a.name for a in reply.addressees] == ["格桑"]


def test_flattened_headings_on_lines_of_their_own() -> None:
    parts = [
        *PARTS[:3],
        "一、路网现状",
        "近年来，我局累计新建公路三百余公里。",
        "（一）干线",
        "已全部贯通，养护良好。",
        "二、下步打算",
        *PARTS[5:],
    ]
    reply = reply_of(" ".join(parts))
    assert sections(reply) == ["1 一、路网现状", "2 （一）干线", "1 二、下步打算"]


def test_flattened_letter_to_a_delegation() -> None:
    reply = reply_of("".join([PARTS[0], "德令哈代表团：", "你团提出的", *PARTS[2:]]))
    assert reply.title is not None and reply.title.text == PARTS[0]
    assert [a.name for a in reply.addressees] == ["德令哈代表团"]


def test_flattened_arabic_items() -> None:
    parts = [
        *PARTS[:3],
        "一、主要做法",
        "1.落实养护资金，确保专款专用，接受群众监督；2.加强日常巡查，及时处置各类病害；",
        *PARTS[5:],
    ]
    reply = reply_of(" ".join(parts))
    assert sections(reply) == ["1 一、主要做法"]
    assert measures(reply) == ["一、 1.", "一、 2."]


def test_flattened_contacts_in_brackets_stay_together() -> None:
    parts = [*PARTS[:8], "（联系人：多杰 电话：0977-8221234）", PARTS[10]]
    reply = reply_of(" ".join(parts))
    assert [(c.name and c.name.text, [p.text for p in c.phones]) for c in reply.contacts] == [
        ("多杰", ["0977-8221234"])
    ]
    assert [c.text for c in reply.copies] == ["州政协提案委", "州政府督查室"]
    assert "bracket-unbalanced" not in [f.rule for f in check(" ".join(parts), "letter.txt").findings]


HEADS = {
    "behind-class": ("类别:B", "格桑、卓玛委员:", ["格桑", "卓玛"]),
    "behind-date": ("公开日期:2023-07-06", "格桑委员:", ["格桑"]),
    "organ-behind-date": ("公开日期:2023-07-06", "州文化和旅游局:", ["州文化和旅游局"]),
}


@pytest.mark.parametrize(("mark", "addressee", "names"), HEADS.values(), ids=HEADS)
def test_flattened_head(mark: str, addressee: str, names: list[str]) -> None:
    opening = "108号提案《关于改善牧区道路条件的提案》收悉,现答复如下:"
    reply = reply_of(" ".join([PARTS[0], mark, addressee, opening, *PARTS[3:]]))
    assert [a.name for a in reply.addressees] == names
    assert reply.receipt is not None and reply.receipt.text == opening


KEPT: dict[str, str] = {
    "name-set-wide": "联系人：多 杰",
    "number-with-space": "第 108 号提案",
    "amount-with-space": "投资 3200 万元",
    "list": "州财政局、 州发改委",
}


@pytest.mark.parametrize("words", KEPT.values(), ids=KEPT)
def test_spaces_inside_words_are_no_joints(words: str) -> None:
    sentence = f"此项工作由我局牵头落实，{words}，有关情况已向您当面说明并征得同意。"
    reply = reply_of(" ".join([*PARTS[:3], f"一、加快建设。{sentence}", *PARTS[5:]]))
    assert [p.text for p in reply.sections[0].paragraphs] == [sentence.replace(" ", "")]


DATES = ["2023年7月5日", "二〇二三年七月五日", "2023-07-05", "2023.7.5", "2023 年 7 月 5 日"]
ENDS: dict[str, list[str]] = {
    "none": [],
    "note": ["（此件公开发布）"],
    "bare-mark": ["公开"],
    "signer": ["签发人：桑吉"],
    "copies": ["抄送：州政协提案委。"],
    "attachment": ["附件：1.实施方案"],
}


@pytest.mark.parametrize("date", DATES)
@pytest.mark.parametrize("ends", ENDS.values(), ids=ENDS)
def test_flattened_signature(date: str, ends: list[str]) -> None:
    reply = reply_of(" ".join([*PARTS[:7], date, *ends]))
    assert reply.signature is not None
    assert [a.text for a in reply.signature.agencies] == ["海西州交通运输局"]
    assert reply.signature.date == "2023-07-05"
    assert sections(reply) == ["1 一、加快建设", "1 二、加强养护"]


@pytest.mark.parametrize("date", DATES[:4])
def test_flattened_signature_without_blanks(date: str) -> None:
    reply = reply_of("".join([*PARTS[:7], date, "签发人：桑吉"]))
    assert reply.signature is not None and reply.signature.date == "2023-07-05"
