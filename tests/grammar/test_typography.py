"""Signs and characters that look wrong by themselves."""

from __future__ import annotations

import html

import pytest

from govreply import api
from govreply.model import Irregularity, IrregularityKind
from govreply.testing import Format, Letter, Part

K = IrregularityKind


def irregular(*paragraphs: str, format: Format = Format.TEXT) -> list[Irregularity]:  # noqa: A002
    text = Letter(sections=(Part(heading="健全管护制度", paragraphs=paragraphs),)).render(format)
    found = list(api.parse(text, format.file_name).irregularities)
    for one in found:
        place = html.unescape(text[one.span.start : one.span.end].replace("**", ""))
        assert "".join(place.split()) == "".join(one.text.split())
    return found


def told(*paragraphs: str) -> list[tuple[IrregularityKind, str, str | None]]:
    return [(one.kind, one.text, one.expected) for one in irregular(*paragraphs)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("我局高度重视，会同有关部门，逐项，逐处，落实,定期巡查;责任到人!", [(",", "，"), (";", "；"), ("!", "！")]),
        ("管护制度(含责任清单)已建立。", [("(", "（"), (")", "）")]),
        ("管护制度（含责任清单)已建立。", [(")", "）")]),
        ("“双碳”,“海绵城市”并重。", [(",", "，")]),
        ("改造12,345米，8:30开工，见https://a.example.cn/b?c=1,2。", []),
        ("采用SCADA(数据采集)、GB/T(推荐)等。", []),
        ("(一)摸清底数。(2)分类改造。", []),
    ],
)
def test_half_width_signs(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == [(K.HALF_WIDTH, sign, full) for sign, full in expected]


def test_a_half_width_sign_takes_the_blanks_behind_it_along() -> None:
    source = Letter(sections=(Part(heading="管护", paragraphs=("我局重视, 逐项落实管护责任。",)),)).to_text()
    (one,) = api.parse(source, "a.txt").irregularities
    assert source[one.span.start : one.span.end] == ", "
    assert one.certain


def test_one_place_stands_for_a_text_that_is_half_width_throughout() -> None:
    signs = ",".join(["逐项落实"] * 22)
    assert told(signs) == [(K.HALF_WIDTH_THROUGHOUT, ",", "，")]


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (("围绕“双碳目标，逐项落实。",), [("“", "”")]),
        (("围绕双碳”目标，逐项落实。",), [("”", "“")]),
        (("围绕“双碳“目标，逐项落实。",), [("“", "”")]),
        (("围绕”双碳”目标，逐项落实。",), [("”", "“")]),
        (("居民说：“院里积水。", "改造后不再积水。”"), []),
        (("“汛前查隐患。", "“汛中不断档。", "“汛后补短板。”"), []),
        (("围绕“双碳目标。", "甲。", "乙。", "丙。", "丁。", "戊。", "己。", "海绵”城市。"), [("“", "”"), ("”", "“")]),
        (("推行“‘一点一策’整治”，换装12”阀门，推广Let’s Clean行动。",), []),
        (('围绕"双碳"目标和“海绵城市"建设。',), []),
    ],
)
def test_quotes(paragraphs: tuple[str, ...], expected: list[tuple[str, str]]) -> None:
    assert told(*paragraphs) == [(K.QUOTE, sign, partner) for sign, partner in expected]


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (("建立台账（以下简称台账，逐项落实。",), [("（", "）")]),
        (("建立台账以下简称台账），逐项落实。",), [("）", "（")]),
        (("执行办法（武水规〔2022）6号），落实责任。",), [("）", "〕")]),
        (("推进改造（含支管", "和检查井）工作。"), []),
        (("1）摸底；2）改造；a）巡查；（3）评价。",), []),
        (("入户率在[80,90)和(90,95]区间的小区。",), []),
    ],
)
def test_brackets(paragraphs: tuple[str, ...], expected: list[tuple[str, str]]) -> None:
    assert told(*paragraphs) == [(K.BRACKET, sign, partner) for sign, partner in expected]


def test_a_bracket_that_contacts_leave_open_is_minor() -> None:
    (one,) = api.parse(
        Letter(contacts=()).to_text() + "\n（联系人：方晓岚，联系电话：027-85550136\n", "a.txt"
    ).irregularities
    assert (one.kind, one.minor) == (K.BRACKET, True)


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("截至2O23年5月完工。", "2O23", "2023"),
        ("已改造3O个小区。", "3O", "30"),
        ("完成率1OO%。", "1OO", "100"),
        ("第2O220084号提案已办结。", "2O220084", "20220084"),
    ],
)
def test_letters_among_digits(text: str, wrong: str, right: str) -> None:
    assert told(text) == [(K.DIGIT, wrong, right)]


@pytest.mark.parametrize(
    "text",
    [
        "CO2、O2O、iGDP、C40、H7N9、5G、4S店、PM2.5、DN300、G107、PPP、B2B。",
        "鄂A1O23号车已接入，二〇二三年、二○二四年完成。",
        "O型血、第B12号、1类、2.0版。",
    ],
)
def test_names_with_letters_and_digits(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [("普查己完成。", "己完成", "已完成"), ("2022年未，完工。", "年未", "年末"), ("定于5月8曰开工。", "曰", "日")],
)
def test_characters_that_look_alike(text: str, wrong: str, right: str) -> None:
    assert told(text) == [(K.CHARACTER, wrong, right)]


@pytest.mark.parametrize(
    "text", ["2022年未完成的任务转入次年。", "街道自己完成摸排，各自已经建账。", "缴纳人、周末来访。"]
)
def test_characters_that_are_meant(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "shown", "right"),
    [
        ("截至20 23年5月完工。", "20 23", "2023"),
        ("截至2 0 2 3 年5月完工。", "2 0 2 3", "2023"),
        ("第2022 0084号提案已办结。", "2022 0084", "20220084"),
    ],
)
def test_spaces_inside_numbers(text: str, shown: str, right: str) -> None:
    (one,) = irregular(text)
    assert (one.kind, one.text, one.expected, one.certain) == (K.SPACED_NUMBER, shown, right, True)


@pytest.mark.parametrize("text", ["投入1 200万元，第57 58号，编号12 34 56，共12 2023年。", "截至 2023 年 5 月完工。"])
def test_spaces_between_numbers(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "kind", "shown"),
    [
        ("以武水函[2022]4号答复。", K.YEAR_BRACKET, "[2022]"),
        ("排放CO<sub>2</sub>减少。", K.MARKUP, "<sub>2</sub>"),
        ("河道水质改善&amp;nbsp;明显。", K.MARKUP, "&nbsp;"),
        ("管网完成普查，点击此处查看建立信息台账。", K.FOREIGN, "点击此处查看"),
        ("建立日常xúnchá制度。", K.FOREIGN, "xúnchá"),
        ("普查完成。。逐项落实。", K.REPEATED, "。。"),
        ("截至年月，普查结束。", K.GLYPH, "年月"),
        ("估算投资万元，年内开工。", K.GLYPH, "万元"),
        ("建立台账（），逐项落实。", K.GLYPH, "（）"),
    ],
)
def test_other_places(text: str, kind: IrregularityKind, shown: str) -> None:
    assert [(one.kind, one.text) for one in irregular(text)] == [(kind, shown)]


@pytest.mark.parametrize(
    "text",
    [
        "以武水函[2008]4号答复，参照（2019）鄂01民终1234号判决。",
        "流量<5立方米/秒且管径>300毫米，R&D投入增加。",
        "登录网站点击此处查看进度，生僻字垚（yáo）已注音，café一家。",
        "管网、泵站……都已入账——责任到人！！",
        "引进投资亿元以上项目，完成件数每周公布。",
    ],
)
def test_look_alikes_of_other_places(text: str) -> None:
    assert told(text) == []


def test_a_repair_that_would_drop_mark_up_is_not_certain() -> None:
    (one,) = irregular("截至20 **23**年5月完工。", format=Format.MARKDOWN)
    assert (one.expected, one.certain) == ("2023", False)
