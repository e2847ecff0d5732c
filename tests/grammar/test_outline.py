"""The numbering of the body: every family, nesting, misnumbering, headings, and words that only look like markers."""

from __future__ import annotations

import pytest

from tests.grammar.body_letter import codes, letter, measures, reply_of, sections, trace_of

NUMERALS = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一")

# long enough to be no heading: the first stop comes after more than 40 characters
TEXT = (
    "近年来我局会同各县持续加大投入力度并多渠道筹措建设资金累计新建和改建牧区公路共计三百余公里，群众出行条件明显改善。"
)

# lines of the body, sections ("depth marker heading"), measures ("parent marker")
TREES: dict[str, tuple[list[str], list[str], list[str]]] = {
    "chinese-own-line": (["一、路网现状", TEXT, "二、下步打算", TEXT], ["1 一、路网现状", "1 二、下步打算"], []),
    "brackets-under-chinese": (
        ["一、路网现状", "（一）国省干线", TEXT, "（二）农村公路", TEXT, "二、养护管理", TEXT],
        ["1 一、路网现状", "2 （一）国省干线", "2 （二）农村公路", "1 二、养护管理"],
        [],
    ),
    "brackets-without-chinese": (
        ["（一）国省干线", TEXT, "（二）农村公路", TEXT],
        ["1 （一）国省干线", "1 （二）农村公路"],
        [],
    ),
    "brackets-half-width": (["(一)国省干线", TEXT, "(二)农村公路", TEXT], ["1 (一)国省干线", "1 (二)农村公路"], []),
    "heading-that-begins-with-a-figure": (
        ["一、路网现状", TEXT, "二、2023年养护情况", TEXT, "三、5G信号覆盖", TEXT, "四、110国道改造", TEXT],
        ["1 一、路网现状", "1 二、2023年养护情况", "1 三、5G信号覆盖", "1 四、110国道改造"],
        [],
    ),
    "chinese-set-off-by-a-blank": (
        ["一 路网现状", TEXT, "二　下步打算", TEXT],
        ["1 一路网现状", "1 二下步打算"],
        [],
    ),
    "parts": (
        ["第一部分 路网现状", f"第一部分路段已经完工，{TEXT}", "第二部分：下步打算", TEXT],
        ["1 第一部分路网现状", "1 第二部分下步打算"],
        [],
    ),
    "formal-numerals": (["壹、路网现状", TEXT, "贰、下步打算", TEXT], ["1 壹、路网现状", "1 贰、下步打算"], []),
    "roman-numerals": (["Ⅰ、路网现状", TEXT, "Ⅱ. 下步打算", TEXT], ["1 Ⅰ、路网现状", "1 Ⅱ.下步打算"], []),
    "arabic-dot": ([f"1.{TEXT}", f"2.{TEXT}", f"3.{TEXT}"], [], ["- 1.", "- 2.", "- 3."]),
    "arabic-full-width-dot": ([f"１．{TEXT}", f"２．{TEXT}"], [], ["- １．", "- ２．"]),
    "arabic-comma": ([f"1、{TEXT}", f"2、{TEXT}"], [], ["- 1、", "- 2、"]),
    "arabic-half-bracket": ([f"1）{TEXT}", f"2）{TEXT}"], [], ["- 1）", "- 2）"]),
    "arabic-brackets": ([f"（1）{TEXT}", f"（2）{TEXT}"], [], ["- （1）", "- （2）"]),
    "arabic-brackets-half-width": ([f"(1){TEXT}", f"(2){TEXT}"], [], ["- (1)", "- (2)"]),
    "arabic-sign-in-brackets": ([f"⑴{TEXT}", f"⑵{TEXT}"], [], ["- ⑴", "- ⑵"]),
    "circled": (["一、路网现状", f"①{TEXT}", f"②{TEXT}"], ["1 一、路网现状"], ["一、 ①", "一、 ②"]),
    "arabic-with-headings": (
        ["一、路网现状", "1.国省干线", TEXT, "2.农村公路", TEXT],
        ["1 一、路网现状", "2 1.国省干线", "2 2.农村公路"],
        [],
    ),
    "five-levels": (
        [
            "一、路网现状",
            "（一）国省干线",
            "1.新建项目",
            f"（1）{TEXT}",
            f"①{TEXT}",
            f"②{TEXT}",
            f"（2）{TEXT}",
            "二、养护管理",
            TEXT,
        ],
        ["1 一、路网现状", "2 （一）国省干线", "3 1.新建项目", "4 （1）", "1 二、养护管理"],
        ["1. （2）", "（1） ①", "（1） ②"],
    ),
    "arabic-under-several-brackets": (
        [
            "一、现状",
            "（一）干线",
            f"1.{TEXT}",
            f"2.{TEXT}",
            "（二）支线",
            f"1.{TEXT}",
            f"2.{TEXT}",
            f"3.{TEXT}",
            "二、打算",
            TEXT,
        ],
        ["1 一、现状", "2 （一）干线", "2 （二）支线", "1 二、打算"],
        ["（一） 1.", "（一） 2.", "（二） 1.", "（二） 2.", "（二） 3."],
    ),
    "arabic-runs-on-across-brackets": (
        ["一、现状", "（一）干线", f"1.{TEXT}", f"2.{TEXT}", "（二）支线", f"3.{TEXT}", f"4.{TEXT}"],
        ["1 一、现状", "2 （一）干线", "2 （二）支线"],
        ["（一） 1.", "（一） 2.", "（二） 3.", "（二） 4."],
    ),
    "brackets-run-on-across-chinese": (
        ["一、现状", "（一）干线", TEXT, "（二）支线", TEXT, "二、打算", "（三）资金", TEXT, "（四）养护", TEXT],
        ["1 一、现状", "2 （一）干线", "2 （二）支线", "1 二、打算", "2 （三）资金", "2 （四）养护"],
        [],
    ),
    "arabic-then-brackets-then-arabic": (
        ["1.干线", f"（1）{TEXT}", f"（2）{TEXT}", "2.支线", f"（1）{TEXT}", "3.养护", TEXT],
        ["1 1.干线", "1 2.支线", "1 3.养护"],
        ["1. （1）", "1. （2）", "2. （1）"],
    ),
    "chinese-arabic-round-without-brackets": (
        ["一、现状", "1.干线", f"（1）{TEXT}", f"（2）{TEXT}", "2.支线", TEXT, "二、打算", "1.资金", TEXT],
        ["1 一、现状", "2 1.干线", "2 2.支线", "1 二、打算", "2 1.资金"],
        ["1. （1）", "1. （2）"],
    ),
    "brackets-then-arabic-on-reply": (
        ["（一）干线", f"1.{TEXT}", f"2.{TEXT}", "（二）支线", f"1.{TEXT}"],
        ["1 （一）干线", "1 （二）支线"],
        ["（一） 1.", "（一） 2.", "（二） 1."],
    ),
    "points-of-the-matter-before-sections": (
        [f"1.{TEXT}", f"2.{TEXT}", "一、现状", TEXT, "二、打算", TEXT],
        ["1 一、现状", "1 二、打算"],
        ["- 1.", "- 2."],
    ),
    "levels-the-other-way-round": (
        ["（一）现状", "一、干线", TEXT, "二、支线", TEXT, "（二）打算", "一、资金", TEXT, "二、养护", TEXT],
        ["1 （一）现状", "2 一、干线", "2 二、支线", "1 （二）打算", "2 一、资金", "2 二、养护"],
        [],
    ),
    "of-suggestion-answers": (
        ["对建议一的答复：", TEXT, "对建议二的答复：", TEXT],
        ["1 对建议一的答复", "1 对建议二的答复"],
        [],
    ),
    "of-suggestion-with-parts": (
        ["对建议一的答复：", "1.干线", TEXT, "2.支线", TEXT, "对建议二的答复：", "1.资金", TEXT],
        ["1 对建议一的答复", "2 1.干线", "2 2.支线", "1 对建议二的答复", "2 1.资金"],
        [],
    ),
    "of-suggestion-inside-section": (
        [
            "一、现状",
            TEXT,
            "二、对所提建议的答复",
            "建议一：关于拓宽路面",
            TEXT,
            "建议二：关于增设护栏",
            TEXT,
            "三、打算",
            TEXT,
        ],
        ["1 一、现状", "1 二、对所提建议的答复", "2 建议一关于拓宽路面", "2 建议二关于增设护栏", "1 三、打算"],
        [],
    ),
    "two-independent-series": (
        ["一、现状", TEXT, "二、打算", TEXT, "附州财政局会办意见如下。", "一、资金来源", TEXT, "二、支付进度", TEXT],
        ["1 一、现状", "1 二、打算", "1 一、资金来源", "1 二、支付进度"],
        [],
    ),
    "run-in-headings": (
        [f"一、关于加大投入的问题。{TEXT}", f"二、加强养护：{TEXT}", f"三、资金方面。{TEXT}"],
        ["1 一、关于加大投入的问题", "1 二、加强养护", "1 三、资金方面"],
        [],
    ),
    "run-in-heading-too-long": ([f"一、{TEXT}", f"二、{TEXT}"], ["1 一、", "1 二、"], []),
    "heading-closed-by-full-stop": (
        ["一、持续加大投入。", TEXT, "二、加强日常养护。", TEXT],
        ["1 一、持续加大投入", "1 二、加强日常养护"],
        [],
    ),
    "heading-closed-by-colon": (["一、关于拓宽路面的问题：", TEXT], ["1 一、关于拓宽路面的问题"], []),
    "heading-that-asks": (
        ["一、牧区道路为何难养？", TEXT, "二、怎样管好？", TEXT],
        ["1 一、牧区道路为何难养？", "1 二、怎样管好？"],
        [],
    ),
    "heading-with-quotes": (
        ["一、关于您提出的“拓宽路面”建议回复。", TEXT],
        ["1 一、关于您提出的“拓宽路面”建议回复"],
        [],
    ),
    "heading-with-space-behind-marker": (
        ["一、 路网现状", TEXT, "二、　下步打算", TEXT],
        ["1 一、路网现状", "1 二、下步打算"],
        [],
    ),
    "items-closed-by-semicolons": (
        ["主要做法有：", "1.拓宽路面；", "2.增设护栏；", "3.加强养护。"],
        [],
        ["- 1.", "- 2.", "- 3."],
    ),
    "items-closed-by-semicolons-even-the-last": (
        ["1.拓宽路面；", "2.增设护栏；", "3.加强养护；"],
        [],
        ["- 1.", "- 2.", "- 3."],
    ),
    "short-sentence-in-a-list": (
        [f"（1）{TEXT}", "（2）将牧区公路列入州级重点项目。"],
        [],
        ["- （1）", "- （2）"],
    ),
    "short-sentence-before-a-list": (
        ["1.组织专班开展现场勘查。", f"2.{TEXT}", "3.建立台账。"],
        [],
        ["- 1.", "- 2.", "- 3."],
    ),
    "figure-set-off-by-a-blank": (
        ["一 路网现状", f"1 国省干线。{TEXT}", f"2　农村公路。{TEXT}"],
        ["1 一路网现状", "2 1国省干线", "2 2农村公路"],
        [],
    ),
    "points-for-full-stops": (
        ["一.路网现状", "1.国省干线.已全部贯通,养护良好.", "2.农村公路.投入320.5万元,逐年改造."],
        ["1 一.路网现状", "2 1.国省干线", "2 2.农村公路"],
        [],
    ),
    "series-that-lost-its-line-ends": (
        ["一、路网现状", f"（一）国省干线。{TEXT}（二）农村公路。{TEXT}（三）桥梁。{TEXT}", "二、下步打算", TEXT],
        ["1 一、路网现状", "2 （一）国省干线", "2 （二）农村公路", "2 （三）桥梁", "1 二、下步打算"],
        [],
    ),
    "arabic-series-that-lost-its-line-ends": (
        [f"1、关于路面问题。{TEXT}2、关于护栏问题。{TEXT}", f"3、关于桥梁问题。{TEXT}"],
        ["1 1、关于路面问题", "1 2、关于护栏问题", "1 3、关于桥梁问题"],
        [],
    ),
    "quoted-series-stays-in-its-item": (
        [f"1.代表建议“1.拓宽路面。2.增设护栏。”已采纳。{TEXT}", f"2.其他事项。{TEXT}"],
        ["1 1.代表建议“1.拓宽路面。2.增设护栏。”已采纳", "1 2.其他事项"],
        [],
    ),
    "items-inside-one-paragraph": (
        ["一、现状", "主要做法：1.拓宽路面；2.增设护栏；3.加强养护。"],
        ["1 一、现状"],
        ["一、 1.", "一、 2.", "一、 3."],
    ),
    "items-inside-one-paragraph-round": (
        ["一、现状", "主要做法：（1）拓宽路面；（2）增设护栏；（3）加强养护。"],
        ["1 一、现状"],
        ["一、 （1）", "一、 （2）", "一、 （3）"],
    ),
    "first-item-runs-in": (
        [f"当前主要抓好以下项目：1.拓宽路面。{TEXT}", f"2.增设护栏。{TEXT}"],
        ["1 1.拓宽路面", "1 2.增设护栏"],
        [],
    ),
    "unnumbered-heading-above-items": (
        ["路网现状", f"1.{TEXT}", f"2.{TEXT}", "下步打算", f"1.{TEXT}", f"2.{TEXT}"],
        [],
        ["- 1.", "- 2.", "- 1.", "- 2."],
    ),
    "traditional-characters": (["一、路網現狀", TEXT, "二、養護管理", TEXT], ["1 一、路網現狀", "1 二、養護管理"], []),
    "wide-set-numerals": (["一 、路网现状", TEXT, "（ 一 ）干线", TEXT], ["1 一、路网现状", "2 （一）干线"], []),
    "marker-alone-on-its-line": (
        ["一、", "路网现状", TEXT, "二、", "下步打算", TEXT],
        ["1 一、路网现状", "1 二、下步打算"],
        [],
    ),
    "heading-set-off-by-blanks": (
        [f"一、路网现状　　{TEXT}", f"二、下步打算　　{TEXT}"],
        ["1 一、路网现状", "1 二、下步打算"],
        [],
    ),
    "half-bracket-chinese": (["一）路网现状", TEXT, "二）下步打算", TEXT], ["1 一）路网现状", "1 二）下步打算"], []),
    "square-brackets": (["【一】路网现状", TEXT, "【二】下步打算", TEXT], ["1 【一】路网现状", "1 【二】下步打算"], []),
    "brackets-and-comma": (
        ["（一）、路网现状", TEXT, "（二）、下步打算", TEXT],
        ["1 （一）、路网现状", "1 （二）、下步打算"],
        [],
    ),
    "sign-chinese-in-brackets": (["㈠路网现状", TEXT, "㈡下步打算", TEXT], ["1 ㈠路网现状", "1 ㈡下步打算"], []),
    "chinese-with-dot": (["一.路网现状", TEXT, "二.下步打算", TEXT], ["1 一.路网现状", "1 二.下步打算"], []),
    "chinese-with-comma": (["一，路网现状", TEXT, "二，下步打算", TEXT], ["1 一，路网现状", "1 二，下步打算"], []),
    "of-suggestion-by-number": (
        ["关于第一个建议", TEXT, "关于第二个建议", TEXT],
        ["1 关于第一个建议", "1 关于第二个建议"],
        [],
    ),
    "of-suggestion-arabic": (
        ["建议1：拓宽路面", TEXT, "建议2：增设护栏", TEXT],
        ["1 建议1拓宽路面", "1 建议2增设护栏"],
        [],
    ),
    "of-question": (["问题一：路面太窄", TEXT, "问题二：没有护栏", TEXT], ["1 问题一路面太窄", "1 问题二没有护栏"], []),
    "of-suggestion-running-on": (
        [f"针对建议一，{TEXT}", f"针对建议二，{TEXT}"],
        ["1 针对建议一", "1 针对建议二"],
        [],
    ),
    "own-line-heading-longer-than-forty": (
        [
            "一、关于加快推进环湖牧区农村公路提档升级和安全生命防护工程建设并同步完善沿线交通标志标线等配套设施的建议",
            TEXT,
        ],
        ["1 一、关于加快推进环湖牧区农村公路提档升级和安全生命防护工程建设并同步完善沿线交通标志标线等配套设施的建议"],
        [],
    ),
    "items-that-begin-like-counted-things": (
        ["（1）组织业务培训，覆盖全部乡镇；", "（2）项目资金统筹使用，提高效益；", "（3）班子成员分片包干，压实责任；"],
        [],
        ["- （1）", "- （2）", "- （3）"],
    ),
    "eleven-items": (
        [line for n in NUMERALS for line in (f"{n}、事项", TEXT)],
        [f"1 {n}、事项" for n in NUMERALS],
        [],
    ),
    "points-for-stops": (
        [
            "一.现状.全县公路总里程1200公里",
            "二.打算.拓宽路面(改线一处),执行《养护办法》.(一)勘测先行.",
            "三.保障.资金已落实.",
        ],
        ["1 一.现状", "1 二.打算", "1 三.保障"],
        [],
    ),
}


@pytest.mark.parametrize(("body", "tree", "items"), TREES.values(), ids=TREES)
def test_outline(body: list[str], tree: list[str], items: list[str]) -> None:
    reply = reply_of(letter(*body))
    assert sections(reply) == tree
    assert measures(reply) == items


@pytest.mark.parametrize(("body", "tree", "items"), TREES.values(), ids=TREES)
def test_outline_in_markdown(body: list[str], tree: list[str], items: list[str]) -> None:
    reply = reply_of(letter(*body), "letter.md")
    assert sections(reply) == tree
    assert measures(reply) == items


# lines, sections, the markers that diagnostics name
FAULTS: dict[str, tuple[list[str], list[str], list[str]]] = {
    "skipped": (
        ["一、甲方", TEXT, "二、乙方", TEXT, "四、丁方", TEXT],
        ["1 一、甲方", "1 二、乙方", "1 四、丁方"],
        ["四、"],
    ),
    "repeated": (
        ["一、甲方", TEXT, "二、乙方", TEXT, "二、丙方", TEXT, "三、丁方", TEXT],
        ["1 一、甲方", "1 二、乙方", "1 二、丙方", "1 三、丁方"],
        ["二、"],
    ),
    "repeated-and-counted": (
        ["一、甲方", TEXT, "二、乙方", TEXT, "二、丙方", TEXT, "四、丁方", TEXT],
        ["1 一、甲方", "1 二、乙方", "1 二、丙方", "1 四、丁方"],
        ["二、"],
    ),
    "back": (
        ["一、甲方", TEXT, "二、乙方", TEXT, "三、丙方", TEXT, "二、丁方", TEXT, "五、戊方", TEXT],
        ["1 一、甲方", "1 二、乙方", "1 三、丙方", "1 二、丁方", "1 五、戊方"],
        ["二、"],
    ),
    "first-lost": (["甲方", TEXT, "二、乙方", TEXT, "三、丙方", TEXT], ["1 二、乙方", "1 三、丙方"], ["二、"]),
    "first-lost-below": (
        ["一、甲方", TEXT, "（二）乙方", TEXT, "（三）丙方", TEXT, "二、丁方", TEXT],
        ["1 一、甲方", "2 （二）乙方", "2 （三）丙方", "1 二、丁方"],
        ["（二）"],
    ),
    "other-style-in-one-series": (
        ["一、甲方", TEXT, "（二）乙方", TEXT, "三、丙方", TEXT],
        ["1 一、甲方", "1 （二）乙方", "1 三、丙方"],
        ["（二）"],
    ),
    "other-arabic-style-in-one-series": (
        ["1.甲方", TEXT, "2）乙方", TEXT, "3.丙方", TEXT],
        ["1 1.甲方", "1 2）乙方", "1 3.丙方"],
        ["2）"],
    ),
    "second-series": (
        ["一、甲方", TEXT, "二、乙方", TEXT, "一、丙方", TEXT, "二、丁方", TEXT],
        ["1 一、甲方", "1 二、乙方", "1 一、丙方", "1 二、丁方"],
        ["一、"],
    ),
    "article-without-the-first": (["第二条关于“拓宽路面”的建议", TEXT], ["1 第二条关于“拓宽路面”的建议"], ["第二条"]),
    "stray-number-below": (
        ["一、甲方", TEXT, "3.乙方", TEXT, "二、丙方", TEXT],
        ["1 一、甲方", "2 3.乙方", "1 二、丙方"],
        ["3."],
    ),
}


@pytest.mark.parametrize(("body", "tree", "named"), FAULTS.values(), ids=FAULTS)
def test_outline_misnumbered(body: list[str], tree: list[str], named: list[str]) -> None:
    reply = reply_of(letter(*body))
    assert sections(reply) == tree
    told = [d.detail.split(" ")[0] for d in reply.diagnostics if d.code == "numbering-out-of-sequence"]
    assert told == named


@pytest.mark.parametrize("marker", ["1.{}", "A、", "b."], ids=["decimal", "letter", "small-letter"])
def test_families_outside_official_writing_are_told(marker: str) -> None:
    lines = [f"{m}加快建设进度" for m in (("1.1", "1.2") if "{" in marker else (marker, marker))]
    reply = reply_of(letter(*lines))
    assert sections(reply) == []
    assert codes(reply).count("marker-family-unread") == 2


def test_one_line_with_a_letter_in_front_is_no_family() -> None:
    assert "marker-family-unread" not in codes(reply_of(letter(f"A、B两座桥已经建成，{TEXT}", TEXT)))


def test_first_item_as_bullet() -> None:
    text = letter("- 甲方", TEXT, "二、乙方", TEXT, "三、丙方", TEXT)
    reply = reply_of(text, "letter.md")
    assert sections(reply) == ["1 二、乙方", "1 三、丙方"]
    assert "numbering-out-of-sequence" in codes(reply)
    assert reply.paragraphs[0].text == "甲方"


# paragraphs that begin as a marker does and are none
WORDS: dict[str, str] = {
    "school-years": "一、二年级学生由学校统一组织乘车，三至六年级学生由家长接送，所需费用由县财政承担。",
    "protection-levels": "二、三级保护区内的道路由林草部门负责巡查，我局配合做好日常养护和安全管理工作。",
    "days": "12、13日，我局组织养护单位对沿线道路进行了拉网式排查，发现问题当场整改到位。",
    "buildings": "2、3号桥已完成加固，目前正在开展荷载试验，预计年底前可以恢复双向通行。",
    "decimal": "1.5公里的断头路已经打通，剩余路段正在办理征地手续，预计年底前可以完工。",
    "year-with-point": "2023.5月以来，我局先后三次赴现场踏勘，与沿线牧民代表座谈并听取意见。",
    "year": "2023年，全州共新建农村公路一百二十公里，改造危桥九座，完成投资三亿元。",
    "date": "7月5日，我局召开专题会议研究您提出的建议，明确了责任单位和完成时限。",
    "phase": "（一）期工程已经完工，二期工程正在开展前期工作，计划明年开工建设并同步实施绿化。",
    "article-quoted": "第三条道路即环湖公路，全长六十公里，目前已纳入州综合交通运输规划。",
}


@pytest.mark.parametrize("words", WORDS.values(), ids=WORDS)
def test_words_are_no_markers(words: str) -> None:
    reply = reply_of(letter("一、现状", TEXT, words, "二、打算", TEXT))
    assert sections(reply) == ["1 一、现状", "1 二、打算"]
    assert measures(reply) == []
    assert words in [p.text for p in reply.sections[0].paragraphs]


def test_words_that_a_series_needs_are_markers() -> None:
    """二、三级… would be words, but 一、 before and 三、 behind it leave a gap only it can fill."""
    reply = reply_of(letter("一、干线公路", TEXT, "二、三级公路", TEXT, "三、四级公路", TEXT))
    assert sections(reply) == ["1 一、干线公路", "1 二、三级公路", "1 三、四级公路"]


HINTS: dict[str, tuple[str, list[str]]] = {
    "markdown-depths-drift": (
        "### 一、现状\n\n" + TEXT + "\n\n## 二、做法\n\n#### （一）干线\n\n" + TEXT + "\n\n##### 三、打算\n\n" + TEXT,
        ["1 一、现状", "1 二、做法", "2 （一）干线", "1 三、打算"],
    ),
    "markdown-bold-headings": (
        "**一、现状**\n\n" + TEXT + "\n\n**（一）干线**\n\n" + TEXT + "\n\n**二、打算**\n\n" + TEXT,
        ["1 一、现状", "2 （一）干线", "1 二、打算"],
    ),
    "heading-behind-a-sign-closes-the-list-above-it": (
        "★ 不足\n\n1、路面较窄，会车困难；\n\n2、标志较少。\n\n★ 办法\n\n- 一是拓宽路面；\n- 二是增设标志。",
        [],
    ),
    "markdown-bold-run-in": (
        "**一、加快建设。**" + TEXT + "\n\n**二、加强养护** " + TEXT,
        ["1 一、加快建设", "1 二、加强养护"],
    ),
    "markdown-ordered-list": (
        "1. 加快建设\n\n   " + TEXT + "\n\n2. 加强养护\n\n   " + TEXT,
        ["1 1.加快建设", "1 2.加强养护"],
    ),
    "markdown-bullets-with-markers": (
        "- 一、现状\n\n" + TEXT + "\n\n- 二、打算\n\n" + TEXT,
        ["1 一、现状", "1 二、打算"],
    ),
    "markdown-list-number-before-marker": (
        "1. 一、现状\n\n   " + TEXT + "\n\n2. 二、打算\n\n   " + TEXT,
        ["1 一、现状", "1 二、打算"],
    ),
    "figure-behind-the-point": (
        "1. 24小时值守。" + TEXT + "\n\n2. 5G覆盖路段。" + TEXT,
        ["1 1.24小时值守", "1 2.5G覆盖路段"],
    ),
    "markdown-quoted": ("> 一、现状\n>\n> " + TEXT + "\n>\n> 二、打算\n>\n> " + TEXT, ["1 一、现状", "1 二、打算"]),
    "markdown-escaped-dot": (
        "1\\.加快建设\n\n" + TEXT + "\n\n2\\.加强养护\n\n" + TEXT,
        ["1 1.加快建设", "1 2.加强养护"],
    ),
}


@pytest.mark.parametrize(("body", "tree"), HINTS.values(), ids=HINTS)
def test_markup_is_a_hint(body: str, tree: list[str]) -> None:
    assert sections(reply_of(letter(body), "letter.md")) == tree


def test_headings_of_a_web_page() -> None:
    body = f"<h3>一、现状</h3><p>{TEXT}</p><p><strong>二、做法</strong><br>{TEXT}</p><p>（一）干线<br>{TEXT}</p>"
    page = letter("BODY", gap="</p><p>").replace("<p>BODY</p>", body)
    reply = reply_of(f"<html><body><p>{page}</p></body></html>", "letter.html")
    assert sections(reply) == ["1 一、现状", "1 二、做法", "2 （一）干线"]


def test_lists_that_a_browser_numbers() -> None:
    item = f"<li>{TEXT}</li>"
    head = "<h3>一、做法</h3>"
    inner = f"<ol>{item * 2}</ol>"
    body = f"{head}<ol>{item * 3}</ol><h3>二、打算</h3><ol><li>干线{inner}</li><li>支线{inner}</li></ol><p>{TEXT}</p>"
    page = letter("BODY", gap="</p><p>").replace("<p>BODY</p>", body)
    reply = reply_of(f"<html><body><p>{page}</p></body></html>", "letter.html")
    assert sections(reply) == ["1 一、做法", "1 二、打算", "2 1.干线", "2 2.支线"]
    assert measures(reply) == [*(f"一、 {n}." for n in (1, 2, 3)), "1. 1.", "1. 2.", "2. 1.", "2. 2."]


def test_evidence_names_markers() -> None:
    trace = trace_of(
        letter("一、现状", TEXT, "一、二年级学生由学校组织乘车，其他年级由家长接送，费用由财政承担。", "二、打算", TEXT)
    )
    told = [(e.text[:4], e.accepted) for e in trace.of("sections")]
    assert told == [("一、", True), ("一、二年", False), ("二、", True)]


def test_every_marker_of_a_hostile_series_is_placed() -> None:
    """Numbers in no order at all: each is kept, and none is lost or doubled."""
    body = [f"{n % 7 + 2}.{TEXT}" if n % 3 else f"（{'五三九一'[n % 4]}）{TEXT}" for n in range(600)]
    reply = reply_of(letter(*body))
    assert len(sections(reply)) + len(measures(reply)) == 600


def test_items_with_half_a_bracket_inside_a_section_are_not_its_neighbours() -> None:
    text = letter(
        "（1）提升服务水平。全年服务群众三千人次。",
        "（2）规范运行管理。申请人须提交以下材料：1）身份证明；2）权属证明；3）承诺书。",
        "（3）注重人才培养。全年培训技术人员两百人次。",
    )
    reply = reply_of(text)
    assert [s.marker.text for s in reply.sections] == ["（1）", "（2）", "（3）"]
    assert "numbering-out-of-sequence" not in codes(reply)


def test_dates_behind_figures_are_no_lists_of_days() -> None:
    text = letter(
        "一、推进情况",
        "1、3月20日，召开现场会议并明确分工；",
        "2、4月9日，完成图纸审查；",
        "3、5月28日，施工队伍进场。",
        "二、打算",
        "年内完工。",
    )
    assert measures(reply_of(text)) == ["一、 1、", "一、 2、", "一、 3、"]
    days = reply_of(letter("一、推进情况", "12、13日，县里连续召开会议并明确分工。", "二、打算", "年内完工。"))
    assert measures(days) == []


def test_points_for_full_stops_behind_a_bracketed_marker() -> None:
    text = letter(
        "一、推进情况",
        "(一)完成增容.供电部门更换了变压器，容量翻倍.",
        "(二)安装设备.利用专项资金安装空调，师生满意.",
        "二、打算",
        "年内完工.",
    )
    assert sections(reply_of(text)) == ["1 一、推进情况", "2 (一)完成增容", "2 (二)安装设备", "1 二、打算"]
