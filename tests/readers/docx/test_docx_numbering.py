"""Automatic numbers are text, as Word draws them."""

import pytest

from govreply.blocks import Line, LineKind
from govreply.readers.docx.formats import padded, written
from tests.readers.docx.build import opened, p, part, r, texts


def lvl(level: int, form: str, text: str, more: str = "", start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbering(*levels: str, nums: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>') -> str:
    return part("w:numbering", f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>{nums}')


def item(text: str, level: int = 0, num: int = 1) -> str:
    return p(r(text), properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>')


OUTLINE = numbering(
    lvl(0, "chineseCountingThousand", "%1、"),
    lvl(1, "chineseCounting", "（%2）"),
    lvl(2, "decimal", "%3.", '<w:suff w:val="nothing"/>'),
    lvl(3, "decimalEnclosedCircleChinese", "%4"),
)


def test_each_level_counts_and_a_higher_one_makes_it_start_again() -> None:
    body = item("甲") + item("子", 1) + item("丑", 1) + item("乙") + item("寅", 1) + item("卯", 2) + item("辰", 3)
    assert texts(body, numbering=OUTLINE) == ["一、甲", "（一）子", "（二）丑", "二、乙", "（一）寅", "1.卯", "① 辰"]


def test_text_between_does_not_stop_the_count_and_empty_paragraphs_count_without_a_line() -> None:
    body = item("甲") + p(r("文")) + p(properties='<w:numPr><w:numId w:val="1"/></w:numPr>') + item("乙")
    assert texts(body, numbering=OUTLINE) == ["一、甲", "文", "三、乙"]


def test_lists_that_share_a_definition_go_on_unless_they_say_where_they_start() -> None:
    nums = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/>'
        "</w:lvlOverride></w:num>"
    )
    body = item("甲") + item("乙", num=2) + item("丙", num=3) + item("丁", num=3)
    shown = texts(body, numbering=numbering(lvl(0, "chineseCounting", "%1、"), nums=nums))
    assert shown == ["一、甲", "二、乙", "五、丙", "六、丁"]


def test_a_list_may_change_the_look_of_a_level() -> None:
    nums = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
        + lvl(0, "decimal", "第%1条")
        + "</w:lvlOverride></w:num>"
    )
    assert texts(item("甲"), numbering=numbering(lvl(0, "chineseCounting", "%1、"), nums=nums)) == ["第1条 甲"]


def test_levels_above_show_in_digits_where_the_level_asks_for_it() -> None:
    levels = lvl(0, "chineseCounting", "%1、"), lvl(1, "decimal", "%1.%2"), lvl(2, "decimal", "%1.%2.%3", "<w:isLgl/>")
    body = item("甲") + item("乙", 1) + item("丙", 2)
    assert texts(body, numbering=numbering(*levels)) == ["一、甲", "一.1 乙", "1.1.1 丙"]


@pytest.mark.parametrize(("restart", "third"), [("0", "（三）丙"), ("1", "（一）丙")])
def test_a_level_may_be_told_when_to_start_again(restart: str, third: str) -> None:
    levels = lvl(0, "decimal", "%1."), lvl(1, "chineseCounting", "（%2）", f'<w:lvlRestart w:val="{restart}"/>')
    body = item("壹") + item("甲", 1) + item("乙", 1) + item("贰") + item("丙", 1)
    assert texts(body, numbering=numbering(*levels))[-1] == third


def test_numbers_come_from_styles_too_and_zero_takes_them_away() -> None:
    styles = part(
        "w:styles",
        '<w:style w:type="paragraph" w:styleId="A"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>',
    )
    levels = lvl(0, "decimal", "%1."), lvl(1, "chineseCounting", "（%2）", '<w:pStyle w:val="B"/>')
    none = '<w:pStyle w:val="A"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    body = p(r("甲"), properties='<w:pStyle w:val="B"/>') + p(r("乙"), properties=none)
    assert texts(body, styles=styles, numbering=numbering(*levels)) == ["（一）甲", "乙"]


def test_a_definition_may_stand_in_a_list_style() -> None:
    styles = part(
        "w:styles",
        '<w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>',
    )
    content = part(
        "w:numbering",
        '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="L"/></w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="L"/>{lvl(0, "ideographTraditional", "%1、")}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>',
    )
    assert texts(item("某") + item("某"), styles=styles, numbering=content) == ["甲、某", "乙、某"]


def test_styles_and_lists_that_run_in_circles_end() -> None:
    styles = part(
        "w:styles",
        '<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>'
        '<w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
    )
    content = part(
        "w:numbering",
        '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="L"/></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    )
    body = p(r("甲"), properties='<w:pStyle w:val="A"/><w:numPr><w:numId w:val="1"/></w:numPr>')
    assert texts(body, styles=styles, numbering=content) == ["甲"]


def test_a_bullet_makes_an_item_and_a_box_for_a_bullet_stays_a_box() -> None:
    plain = numbering(lvl(0, "bullet", "\uf0b7", '<w:rPr><w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/></w:rPr>'))
    boxes = numbering(lvl(0, "bullet", "\uf0a8", '<w:rPr><w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/></w:rPr>'))
    (line,) = opened(item("甲"), numbering=plain).blocks
    assert isinstance(line, Line)
    assert (line.text.text, line.kind, line.bullet) == ("甲", LineKind.ITEM, "-")
    assert texts(item("满意"), numbering=boxes) == ["☐ 满意"]


def test_deleted_paragraphs_do_not_count() -> None:
    gone = p(
        "<w:del w:id='1'><w:r><w:delText>删</w:delText></w:r></w:del>",
        properties='<w:numPr><w:numId w:val="1"/></w:numPr><w:rPr><w:del w:id="2"/></w:rPr>',
    )
    assert texts(item("甲") + gone + item("乙"), numbering=OUTLINE) == ["一、甲", "二、乙"]


@pytest.mark.parametrize(
    ("form", "number", "expected"),
    [
        ("chineseCounting", 10, "十"),
        ("chineseCounting", 11, "十一"),
        ("chineseCounting", 20, "二十"),
        ("chineseCountingThousand", 105, "一百零五"),
        ("chineseCountingThousand", 1010, "一千零一十"),
        ("japaneseCounting", 12, "十二"),
        ("japaneseCounting", 123, "百二十三"),
        ("chineseLegalSimplified", 12, "壹拾贰"),
        ("ideographDigital", 10, "一〇"),
        ("ideographTraditional", 3, "丙"),
        ("ideographTraditional", 11, "11"),
        ("ideographZodiac", 12, "亥"),
        ("ideographZodiacTraditional", 13, "丙子"),
        ("ideographEnclosedCircle", 4, "㊃"),
        ("decimalEnclosedCircle", 20, "⑳"),
        ("decimalEnclosedCircle", 21, "㉑"),
        ("decimalEnclosedCircle", 36, "㊱"),
        ("decimalEnclosedCircle", 51, "51"),
        ("decimalEnclosedParen", 2, "⑵"),
        ("decimalEnclosedFullstop", 9, "⒐"),
        ("decimalFullWidth", 10, "１０"),
        ("decimalZero", 7, "07"),
        ("numberInDash", 3, "- 3 -"),
        ("upperRoman", 14, "XIV"),
        ("lowerRoman", 4, "iv"),
        ("upperLetter", 27, "AA"),
        ("lowerLetter", 3, "c"),
        ("none", 3, ""),
        ("decimal", 3, "3"),
        ("hebrew1", 3, "3"),
    ],
)
def test_number_formats(form: str, number: int, expected: str) -> None:
    assert written(number, form) == expected


def test_custom_formats_pad_with_noughts() -> None:
    assert (padded(7, "001, 002, 003, ..."), padded(1234, "01, 02"), padded(3, "x")) == ("007", "1234", "3")
