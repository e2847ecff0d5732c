"""案由: the topic inside the opening, with its brackets or quotes, wrapped twice, or without any."""

from __future__ import annotations

import pytest

from tests.grammar.head_letter import letter, matter_of, reply_of, shown

TITLE = "关于县政协十届二次会议第57号提案的答复"

OPENINGS: dict[str, tuple[str, str | None]] = {
    "book-marks": ("您提出的《关于改造南门桥的提案》收悉，现答复如下：", "关于改造南门桥的提案"),
    "quotes": ("您提出的“关于改造南门桥的提案”收悉，现答复如下：", "关于改造南门桥的提案"),
    "straight-quotes": ('您提出的"关于改造南门桥的提案"收悉，现答复如下：', "关于改造南门桥的提案"),
    "corner-quotes": ("您提出的「關於改造南門橋的提案」收悉，現答復如下：", "關於改造南門橋的提案"),
    "none": ("您提出的关于改造南门桥的提案收悉，现答复如下：", "关于改造南门桥的提案"),
    "none-without-guanyu": ("您提出的改造南门桥的提案收悉，现答复如下：", "改造南门桥的提案"),
    "none-already": ("您提出的关于改造南门桥的建议已收悉，现答复如下：", "关于改造南门桥的建议"),
    "none-number-before": ("您提出的第57号关于改造南门桥的提案收悉，现答复如下：", "关于改造南门桥的提案"),
    "none-number-behind": ("您提出的关于改造南门桥的提案（第57号）收悉，现答复如下：", "关于改造南门桥的提案"),
    "none-two-clauses": (
        "您提出的关于改造南门桥、拓宽南门路的建议收悉，现答复如下：",
        "关于改造南门桥、拓宽南门路的建议",
    ),
    "none-comma-inside": (
        "您提出的关于改造南门桥，方便群众出行的建议收悉，现答复如下：",
        "关于改造南门桥，方便群众出行的建议",
    ),
    "wrapped-twice-item": ("您提出的关于“改造南门桥的建议”的提案收悉，现答复如下：", "改造南门桥的建议"),
    "wrapped-twice-guanyu": ("您提出的关于“关于改造南门桥的建议”的建议收悉，现答复如下：", "关于改造南门桥的建议"),
    "wrapped-in-book-marks": ("您提出的《关于“关于改造南门桥的建议”的建议》收悉，现答复如下：", "关于改造南门桥的建议"),
    "book-marks-then-item": ("您提出的《关于改造南门桥的建议》的提案收悉，现答复如下：", "关于改造南门桥的建议"),
    "book-marks-then-item-glued": ("您提出的《关于改造南门桥》提案收悉，现答复如下：", "关于改造南门桥"),
    "quotes-then-item": ("您提出的“改造南门桥”的建议收悉，现答复如下：", "改造南门桥"),
    "no-item-word": ("您提出的《关于改造南门桥》收悉，现答复如下：", "关于改造南门桥"),
    "number-in-brackets-behind": (
        "您提出的《关于改造南门桥的提案》（第57号）收悉，现答复如下：",
        "关于改造南门桥的提案",
    ),
    "number-kind-behind": ("您提出的《关于改造南门桥的提案》（第57号提案）收悉，现答复如下：", "关于改造南门桥的提案"),
    "number-glued-behind": ("您提出的《关于改造南门桥》第57号提案收悉，现答复如下：", "关于改造南门桥"),
    "number-de-behind": ("您提出的《关于改造南门桥的提案》的第57号提案收悉，现答复如下：", "关于改造南门桥的提案"),
    "number-colon-behind": ("您提出的《关于改造南门桥的提案》：第2023057号收悉，现答复如下：", "关于改造南门桥的提案"),
    "number-before": ("您提出的第57号提案《关于改造南门桥的提案》收悉，现答复如下：", "关于改造南门桥的提案"),
    "nested-book-marks": (
        "您提出的《关于落实《桥梁养护办法》的提案》收悉，现答复如下：",
        "关于落实《桥梁养护办法》的提案",
    ),
    "nested-angle": ("您提出的《关于落实〈桥梁养护办法〉的提案》收悉，现答复如下：", "关于落实〈桥梁养护办法〉的提案"),
    "nested-quotes": ("您提出的《关于推进“四好”农村路建设的提案》收悉，现答复如下：", "关于推进“四好”农村路建设的提案"),
    "single-quotes-inside": (
        "您提出的“关于推进‘四好’农村路建设的提案”收悉，现答复如下：",
        "关于推进‘四好’农村路建设的提案",
    ),
    "quotes-in-quotes": (
        "您提出的“关于推进“四好”农村路建设的提案”收悉，现答复如下：",
        "关于推进“四好”农村路建设的提案",
    ),
    "closing-mark-lost": ("您提出的《关于改造南门桥的提案收悉，现答复如下：", "关于改造南门桥的提案"),
    "opening-mark-lost": ("您提出的关于改造南门桥的提案》收悉，现答复如下：", "关于改造南门桥的提案"),
    "two-sentences": ("您提出的《关于改造南门桥的提案》，我局高度重视。现答复如下：", "关于改造南门桥的提案"),
    "handed-over": ("您提出的《关于改造南门桥的提案》，县政府已交由我局办理。现答复如下：", "关于改造南门桥的提案"),
    "handed-over-bare": ("您提出的关于改造南门桥的建议，县政府已交由我局办理。现答复如下：", "关于改造南门桥的建议"),
    "jiu-da": ("现就您提出的《关于改造南门桥的提案》答复如下：", "关于改造南门桥的提案"),
    "jiu-da-bare": ("现就您提出的关于改造南门桥的提案答复如下：", "关于改造南门桥的提案"),
    "jiang-banli": ("现将《关于改造南门桥的提案》办理情况答复如下：", "关于改造南门桥的提案"),
    "slogan-before": (
        "您围绕“两山”理念提出的《关于改造南门桥的提案》收悉，现答复如下：",
        "关于改造南门桥的提案",
    ),
    "cited-after": (
        "您提出的《关于改造南门桥的提案》收悉，根据《桥梁养护办法》，现答复如下：",
        "关于改造南门桥的提案",
    ),
    "in-session": (
        "您在县政协十届二次会议期间提出的《关于改造南门桥的提案》收悉，现答复如下：",
        "关于改造南门桥的提案",
    ),
    "bill": ("你们提出的《要求改造南门桥》的议案，经镇政府研究，现答复如下：", "要求改造南门桥"),
    "several-points": ("您提出的《关于改造南门桥的几点建议》收悉，现答复如下：", "关于改造南门桥的几点建议"),
    "report": ("您提出的《关于改造南门桥的调研报告》收悉，现答复如下：", "关于改造南门桥的调研报告"),
    "spaces": ("您提出的《 关于 改造 南门桥的提案 》收悉，现答复如下：", "关于改造南门桥的提案"),
    "half-width": ("您提出的《关于改造南门桥的提案》收悉,现答复如下:", "关于改造南门桥的提案"),
    "lenticular": ("您提出的【关于改造南门桥的提案】收悉，现答复如下：", "关于改造南门桥的提案"),
    "listed-in-brackets": (
        "贵团分别提出的有关交通的2件建议（《关于改造南门桥的建议》《关于修建北环路的建议》）收悉，现答复如下：",
        "关于改造南门桥的建议",
    ),
    "no-topic": ("您的建议收悉，现答复如下：", None),
    "no-topic-number": ("您提出的第57号提案收悉，现答复如下：", None),
    "jianyi-then-verb": ("您提出的建议收悉，建议内容很有价值，现答复如下：", None),
}


@pytest.mark.parametrize(("opening", "topic"), OPENINGS.values(), ids=OPENINGS)
def test_topic(opening: str, topic: str | None) -> None:
    assert shown(matter_of(reply_of(letter(TITLE, opening=opening))).title) == topic


TITLES: dict[str, tuple[str, str | None]] = {
    "book-marks": ("对《关于改造老旧供水管网的建议》的答复（第18号建议）", "关于改造老旧供水管网的建议"),
    "quotes": ("关于“加强河道采砂管理”的第66号建议的答复", "加强河道采砂管理"),
    "session-topic": ("对政协大姚县十届三次会议关于规范农村集市的提案（第29号）的答复", "关于规范农村集市的提案"),
    "topic-dash-session": ("关于规范农村集市的提案——县政协十届三次会议第29号提案答复的函", "关于规范农村集市的提案"),
    "number-dash-topic": ("建议：第009号——关于增设农村饮水消毒设备的答复", None),
    "none": (TITLE, None),
    "guanyu-guanyu": ("关于《关于扩建城北客运站的建议》（第0071号）的答复", "关于扩建城北客运站的建议"),
    "bare-topic": ("关于改造老旧供水管网建议的答复", "关于改造老旧供水管网建议"),
}


@pytest.mark.parametrize(("title", "topic"), TITLES.values(), ids=TITLES)
def test_topic_in_title(title: str, topic: str | None) -> None:
    assert shown(matter_of(reply_of(letter(title, opening="您提出的意见收悉，现答复如下："))).title) == topic


def test_topic_is_no_citation() -> None:
    reply = reply_of(letter(TITLE, opening="您提出的《关于改造南门桥的提案》收悉。根据《桥梁养护办法》，现答复如下："))
    assert [c.title.text for c in reply.citations] == ["桥梁养护办法"]
