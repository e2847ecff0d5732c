from __future__ import annotations

import pytest

from govreply.blocks import Line, Table
from tests.readers.ofd.make import boxes, composite, edges, lines, opened, page, rule, text
from tests.readers.shape import grid


def test_characters_stand_where_the_file_says() -> None:
    document = opened(page(text("收悉", x=30, y=50, size=5)))
    assert lines(document) == ["收悉"]
    assert edges(document) == [30, 35, 40]
    assert document.source.places[0].page == 1


def test_steps_that_repeat() -> None:
    code = '<ofd:TextCode X="2" Y="0" DeltaX="g 2 5 4 g 1 2.5">甲乙丙丁1</ofd:TextCode>'
    document = opened(page(text("", codes=code)))
    assert edges(document) == [32, 37, 42, 46, 48.5, 51]  # the last digit is half a character wide


def test_more_steps_than_characters() -> None:
    code = '<ofd:TextCode X="0" Y="0" DeltaX="g 1 5 -5" DeltaY="g 1 0 7">甲乙</ofd:TextCode>'
    document = opened(page(text("", codes=code)))
    assert lines(document) == ["甲乙"]
    assert edges(document) == [30, 35, 40]


def test_too_few_steps_go_on_by_the_width_of_the_characters() -> None:
    code = '<ofd:TextCode X="0" Y="0" DeltaX="5.5">甲乙AB丙</ofd:TextCode>'
    assert edges(opened(page(text("", codes=code)))) == [30, 35.5, 40.5, 43, 45.5, 50.5]


def test_no_steps_at_all() -> None:
    code = '<ofd:TextCode X="0" Y="0">甲乙</ofd:TextCode>'
    assert edges(opened(page(text("", codes=code)))) == [30, 35, 40]
    assert edges(opened(page(text("", codes=code, HScale="0.8")))) == [30, 34, 38]


@pytest.mark.parametrize("steps", ["x", "g", "g 2", "g a 5", "nan 5", "1e999 5", "g -4 5"])
def test_steps_that_are_no_numbers(steps: str) -> None:
    code = f'<ofd:TextCode X="0" Y="0" DeltaX="{steps}">甲乙</ofd:TextCode>'
    assert lines(opened(page(text("", codes=code)))) == ["甲乙"]


def test_one_text_code_may_run_over_several_lines() -> None:
    code = '<ofd:TextCode X="0" Y="0" DeltaX="5 5 -10 5 5" DeltaY="g 2 0 9 g 2 0">一二三四五六</ofd:TextCode>'
    document = opened(page(text("", codes=code)))
    assert [(n, box[0], box[2]) for n, box in boxes(document)] == [(1, 30, 45), (1, 30, 45)]
    assert "".join(lines(document)) == "一二三四五六"


def test_a_text_code_without_x_begins_where_the_one_before_began() -> None:
    codes = (
        '<ofd:TextCode X="10" Y="0" DeltaX="5">甲乙</ofd:TextCode><ofd:TextCode Y="9" DeltaX="5">丙丁</ofd:TextCode>'
    )
    assert [box[0] for _, box in boxes(opened(page(text("", codes=codes))))] == [40, 40]


def test_a_text_code_without_y_stays_on_its_line() -> None:
    codes = '<ofd:TextCode X="0" Y="3" DeltaX="5">甲乙</ofd:TextCode><ofd:TextCode X="10">丙</ofd:TextCode>'
    assert edges(opened(page(text("", codes=codes)))) == [30, 35, 40, 45]


def test_a_text_code_without_any_place_goes_on_behind_the_one_before() -> None:
    codes = '<ofd:TextCode X="0" Y="3" DeltaX="5">甲乙</ofd:TextCode><ofd:TextCode>丙</ofd:TextCode>'
    assert edges(opened(page(text("", codes=codes)))) == [30, 35, 40, 45]


def test_a_matrix_moves_and_scales() -> None:
    code = '<ofd:TextCode X="1" Y="2" DeltaX="1">甲乙</ofd:TextCode>'
    document = opened(page(text("", x=10, y=20, size=1, codes=code, CTM="5 0 0 5 3 4")))
    assert edges(document) == [18, 23, 28]
    (_, box), *_ = boxes(document)
    assert box[1] < 20 + 4 + 5 * 2 < box[3] + 0.1  # the baseline lies in the box
    assert box[3] - box[1] == pytest.approx(5, abs=1)


def test_characters_are_those_of_the_xml() -> None:
    assert lines(opened(page(text("甲&amp;乙&#x3C;&#20025;")))) == ["甲&乙<丹"]
    coded = '<ofd:TextCode X="0" Y="0" DeltaX="5">\n甲乙\n</ofd:TextCode>'
    assert edges(opened(page(text("", codes=coded)))) == [30, 35, 40]


def test_ligatures_take_one_step() -> None:
    ligature = (
        '<ofd:CGTransform CodePosition="1" CodeCount="2" GlyphCount="1"><ofd:Glyphs>191</ofd:Glyphs></ofd:CGTransform>'
    )
    code = ligature + '<ofd:TextCode X="0" Y="0" DeltaX="2 3 2.5">sfin</ofd:TextCode>'
    document = opened(page(text("", codes=code)))
    assert lines(document) == ["sfin"]
    found = edges(document)
    assert (found[0], found[1], found[3], found[4]) == (30, 32, 35, 37.5)


def test_one_character_of_several_glyphs_takes_all_their_steps() -> None:
    several = (
        '<ofd:CGTransform CodePosition="0" CodeCount="1" GlyphCount="2"><ofd:Glyphs>1 2</ofd:Glyphs></ofd:CGTransform>'
    )
    code = several + '<ofd:TextCode X="0" Y="0" DeltaX="3 2 5">甲乙丙</ofd:TextCode>'
    assert edges(opened(page(text("", codes=code)))) == [30, 35, 40, 45]


@pytest.mark.parametrize("attribute", [{"Visible": "false"}, {"Alpha": "0"}, {"Fill": "false"}])
def test_what_is_invisible_is_not_read(attribute: dict[str, str]) -> None:
    assert lines(opened(page(text("看得见", y=40), text("看不见", 30, 60, 5, "", **attribute)))) == ["看得见"]


def test_outlined_letters_are_visible() -> None:
    assert lines(opened(page(text("空心字", Fill="false", Stroke="true")))) == ["空心字"]


def test_a_font_of_signs_draws_boxes() -> None:
    fonts = '<ofd:Font ID="3" FontName="宋体"/><ofd:Font ID="4" FontName="Wingdings" FamilyName="Wingdings"/>'
    ticked, empty = "".join(map(chr, (0xF0FE,))), "¨"
    objects = [text(ticked, x=30).replace('Font="3"', 'Font="4"'), text("满意", x=35)]
    objects += [text(empty, x=45).replace('Font="3"', 'Font="4"'), text("不满意", x=50)]
    assert lines(opened(page(*objects), fonts=fonts)) == ["☑满意☐不满意"]


@pytest.mark.parametrize(
    ("attributes", "fonts"),
    [
        ({"Weight": "700"}, '<ofd:Font ID="3" FontName="宋体"/>'),
        ({}, '<ofd:Font ID="3" FontName="宋体" Bold="true"/>'),
        ({}, '<ofd:Font ID="3" FontName="SimSun-Bold"/>'),
    ],
)
def test_bold(attributes: dict[str, str], fonts: str) -> None:
    document = opened(page(text("一、情况", 30, 40, 5, "", **attributes)), fonts=fonts)
    (line,) = document.blocks
    assert isinstance(line, Line)
    assert line.all_strong


def test_objects_in_blocks_and_composites() -> None:
    unit = composite("7", text("内", x=0, y=0))
    nested = "<ofd:PageBlock><ofd:PageBlock>" + text("外", x=30, y=40) + "</ofd:PageBlock></ofd:PageBlock>"
    use = '<ofd:CompositeObject ID="5" ResourceID="7" Boundary="50 70 10 10" CTM="1 0 0 1 2 0"/>'
    document = opened(page(nested, use), resources=unit)
    assert lines(document) == ["外", "内"]
    assert [box[0] for _, box in boxes(document)] == [30, 52]


def test_a_composite_that_holds_itself_ends() -> None:
    use = '<ofd:CompositeObject ID="5" ResourceID="7" Boundary="0 9 10 10"/>'
    document = opened(page(use), resources=composite("7", text("甲", x=30, y=40) + use))
    assert "".join(lines(document)) == "甲" * 8  # no more drawings than that inside each other


def test_text_off_the_page_is_not_read() -> None:
    assert lines(opened(page(text("页内", x=30), text("页外", x=400), text("上面", y=-50)))) == ["页内"]


def test_pages_one_paragraph_over_both() -> None:
    first = [text("　" * 2 + "甲" * 28, x=30, y=40 + 9 * n) for n in range(1)]
    first += [text("乙" * 30, x=30, y=40 + 9 * n) for n in range(1, 26)]
    document = opened(page(*first), page(text("丙" * 30, y=40), text("丁" * 10 + "。", y=49), text("　　戊。", y=58)))
    assert {place.page for place in document.source.places} == {1, 2}
    assert "乙" * 30 + "丙" * 30 + "丁" * 10 + "。" in lines(document)[0]


def test_ruled_cells_are_a_table() -> None:
    rules = [rule(30, y, 130, y) for y in (50, 60, 70)] + [rule(x, 50, x, 70) for x in (30, 60, 130)]
    words = [text("姓名", 32, 57), text("卫江", 62, 57), text("编号", 32, 67), text("第3号", 62, 67)]
    document = opened(page(*rules, *words))
    (table,) = document.blocks
    assert isinstance(table, Table)
    assert grid(table) == [["姓名", "卫江"], ["编号", "第3号"]]
    place = document.source.places[3]
    assert (place.table, place.row, place.column, place.page) == (1, 2, 2, 1)


def test_filled_bars_rule_tables_too() -> None:
    def bar(x: float, y: float, width: float, height: float) -> str:
        data = f"M 0 0 L {width} 0 L {width} {height} L 0 {height} C"
        return (
            f'<ofd:PathObject Boundary="{x} {y} 9 9" Stroke="false" Fill="true">'
            f"<ofd:AbbreviatedData>{data}</ofd:AbbreviatedData></ofd:PathObject>"
        )

    bars = [bar(30, y, 100, 0.3) for y in (50, 60, 70)] + [bar(x, 50, 0.3, 20) for x in (30, 60, 130)]
    words = [text("姓名", 32, 57), text("卫江", 62, 57), text("编号", 32, 67), text("第3号", 62, 67)]
    (table,) = opened(page(*bars, *words)).blocks
    assert isinstance(table, Table)
    assert grid(table) == [["姓名", "卫江"], ["编号", "第3号"]]


def test_a_page_that_lies_on_its_side_is_read_upright() -> None:
    turned = text("横放的表格", x=100, y=50, CTM="0 1 -1 0 0 0")
    document = opened(page(turned))
    assert lines(document) == ["横放的表格"]
    assert document.source.places[0].box is not None
    assert edges(document)[0] == 50  # along the line, from what is the left edge of the turned page


def test_slanting_text_is_a_watermark() -> None:
    slanting = text("征求意见稿", x=60, y=150, CTM="0.707 0.707 -0.707 0.707 0 0")
    document = opened(page(text("正文。"), slanting))
    assert lines(document) == ["正文。"]
    assert [(m.name, m.value.text) for m in document.meta] == [("turned-text", "征求意见稿")]
