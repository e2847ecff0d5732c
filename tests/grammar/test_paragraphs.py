"""Paragraphs: page-break joins, hard-wrapped lines, soft line ends of Markdown, <br> of web pages."""

from __future__ import annotations

import pytest

from tests.grammar.body_letter import ADDRESSEE, DATE, ORGAN, THANKS, TITLE, codes, letter, measures, reply_of, sections

WHOLE = (
    "近年来，我局会同各县持续加大投入，多渠道筹措建设资金，建立责"
    "任清单并加强调度力度，累计新建牧区公路三百余公里，改造危桥九座，群众出行条件明显改善。"
)


def _texts(text: str, name: str = "letter.txt") -> list[str]:
    return [p.text for p in reply_of(text, name).sections[0].paragraphs]


CUTS: dict[str, int] = {
    "inside-word": WHOLE.index("力度") + 1,
    "behind-comma": WHOLE.index("累计"),
    "inside-number": WHOLE.index("余公里"),
}


@pytest.mark.parametrize("at", CUTS.values(), ids=CUTS)
@pytest.mark.parametrize(
    "gap", ["\n\n", "\n\f\n", "\n\n- 2 -\n\n", "\n\n第2页\n\n"], ids=["blank", "form-feed", "page-number", "page-words"]
)
def test_paragraph_cut_by_page_break(at: int, gap: str) -> None:
    reply = reply_of(letter("一、现状", WHOLE[:at] + gap + WHOLE[at:], "二、打算", WHOLE))
    assert [p.text for p in reply.sections[0].paragraphs] == [WHOLE]
    assert "paragraph-joined" in codes(reply)


def test_page_number_as_list_item_of_markdown() -> None:
    at = CUTS["inside-word"]
    assert _texts(letter("一、现状", WHOLE[:at], "- 2 -", WHOLE[at:], "二、打算", WHOLE), "letter.md") == [WHOLE]


def test_joined_paragraph_points_at_both_halves() -> None:
    at = CUTS["inside-word"]
    text = letter("一、现状", WHOLE[:at], WHOLE[at:])
    (paragraph,) = reply_of(text).sections[0].paragraphs
    assert [text[s.start : s.end] for s in paragraph.pieces] == [WHOLE[:at], WHOLE[at:]]


APART: dict[str, list[str]] = {
    "sentence-ends": [WHOLE, "其余路段正在办理前期手续，计划明年开工建设。"],
    "heading-without-number": ["资金保障", WHOLE],
    "short-line": ["路网密度偏低", WHOLE],
    "next-steps": [WHOLE.rstrip("。"), "下一步，我局将加大投入力度，推动道路提档升级。"],
}


@pytest.mark.parametrize("parts", APART.values(), ids=APART)
def test_paragraphs_stay_apart(parts: list[str]) -> None:
    reply = reply_of(letter("一、现状", *parts, "二、打算", WHOLE))
    assert [p.text for p in reply.sections[0].paragraphs] == parts


PARAGRAPHS = [
    "您提出的关于进一步改善环湖牧区道路通行条件的提案收悉。我局高度重视并组织专人办理，现将有关办理情况答复如下：",
    "一、牧区路网现状",
    "近年来，我局会同各县持续加大投入力度，多渠道筹措建设资金。累计新建和改建牧区公路三百余公里，改造危桥九座。其余情况详见附表。",
    "（一）加大投入。积极争取中央车购税资金支持，落实州级配套资金，力争三年内改造完毕。一是拓宽路面，消除瓶颈路段；二是增设护栏。",
    THANKS,
]


def _wrapped(width: int, indent: str, paragraphs: list[str] = PARAGRAPHS) -> str:
    lines = [TITLE, "", ADDRESSEE]
    for paragraph in paragraphs:
        whole = indent + paragraph
        lines += [whole[at : at + width] for at in range(0, len(whole), width)]
    return "\n".join([*lines, "", ORGAN, DATE, ""])


@pytest.mark.parametrize("indent", ["　　", "  ", "    ", ""], ids=["full-width", "two", "four", "none"])
@pytest.mark.parametrize("width", [22, 24, 28, 33, 40])
def test_hard_wrapped_text(width: int, indent: str) -> None:
    reply = reply_of(_wrapped(width, indent))
    assert reply.receipt is not None and reply.receipt.text == PARAGRAPHS[0]
    assert sections(reply) == ["1 一、牧区路网现状", "2 （一）加大投入"]
    assert [p.text for p in reply.sections[0].paragraphs] == [PARAGRAPHS[2]]
    assert measures(reply) == ["（一） 一是", "（一） 二是"]
    assert [c.text for c in reply.closing] == [THANKS]
    assert reply.signature is not None and reply.signature.date == "2023-07-05"


@pytest.mark.parametrize("width", [22, 24, 28])
def test_hard_wrapped_text_is_told(width: int) -> None:
    assert "lines-rejoined" in codes(reply_of(_wrapped(width, "　　")))


def test_paragraphs_of_one_length_by_chance_are_not_wrapped() -> None:
    title = "关于海北州第十五届人大二次会议第38号建议办理情况的答复函"
    body = [
        "您好！您提出的关于改善环湖牧区道路通行条件的建议已经收悉。",
        "近年来我局会同各县持续加大投入力度，新建牧区公路三百公里。",
        "下一步我局将继续争取资金，力争三年内把危险路段逐一改造。",
        "衷心感谢您对我州交通运输工作的关心，欢迎今后多提宝贵意见。",
    ]
    reply = reply_of("\n".join([title, "卓玛才让代表", *body, ORGAN, DATE, ""]))
    assert reply.title is not None and reply.title.text == title
    assert [a.text for a in reply.addressees] == ["卓玛才让"]
    assert "lines-rejoined" not in codes(reply)


def test_soft_line_ends_of_markdown() -> None:
    lines = [WHOLE[at : at + 26] for at in range(0, len(WHOLE), 26)]
    assert _texts(letter("## 一、现状", "\n".join(lines), "## 二、打算", WHOLE), "letter.md") == [WHOLE]


def test_lines_of_any_length_are_not_wrapped() -> None:
    """Lines end at sentence ends and nowhere near one width: each is a paragraph."""
    lines = [
        WHOLE,
        "资金由州县两级财政共同承担，已全部到位并按进度支付给施工单位。",
        "其余路段计划明年开工，前期手续正在办理。",
    ]
    reply = reply_of(letter("一、现状", *lines, gap="\n"))
    assert [p.text for p in reply.sections[0].paragraphs] == lines
    assert "lines-rejoined" not in codes(reply)


def test_breaks_of_a_web_page() -> None:
    body = "<br>".join(["一、现状", WHOLE, "二、打算", WHOLE])
    page = letter("BODY", gap="</p><p>").replace("BODY", body)
    reply = reply_of(f"<html><body><p>{page}</p></body></html>", "letter.html")
    assert sections(reply) == ["1 一、现状", "1 二、打算"]
    assert [p.text for p in reply.sections[0].paragraphs] == [WHOLE]


def test_a_title_printed_twice_makes_no_wrapped_text() -> None:
    title = "上海市绿化和市容管理局关于对市政协二次会议第三百零八号提案办理情况的复函"
    body = [
        "您提出的关于打造“一刻钟”便民服务圈的建议收悉，现答复如下：已建成站点十二个并投入使用。",
        "感谢您对我市绿化和市容管理工作的关心与支持，欢迎今后多提宝贵意见并经常来电来函。",
    ]
    reply = reply_of("\n".join([title, title, "卓玛才让委员：", *body, *body, ORGAN, DATE, ""]))
    assert reply.title is not None and reply.title.text == title
    assert "lines-rejoined" not in codes(reply)
