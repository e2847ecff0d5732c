"""What browsers draw that is no text of the file, and what they do not draw though it is."""

import pytest

from govreply.readers import read
from govreply.readers.counters import marker
from govreply.span import Span
from tests.readers.shape import grid, lines, tables, texts


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<ol><li>甲<li>乙</ol>", ["1.甲", "2.乙"]),
        ("<ol start=9><li>甲<li value=20>乙<li>丙</ol>", ["9.甲", "20.乙", "21.丙"]),
        ("<ol><li>甲<ol><li>乙</ol><li>丙</ol>", ["1.甲", "1.乙", "2.丙"]),
        ("<ol style='list-style-type: cjk-ideographic'><li>甲<li>乙</ol>", ["一、甲", "二、乙"]),
        ("<ol type=a><li>甲</ol><ol type=I><li>乙<li>丙</ol>", ["a.甲", "I.乙", "II.丙"]),
        ("<ol style='list-style: none'><li>甲</ol><ul><li>乙</ul><li>丙", ["甲", "乙", "丙"]),
        ("<ol><li><h3>甲</h3><p>乙</p></ol>", ["1.甲", "乙"]),
        ("<ol><li>1.甲<li>（二）乙<li>三、丙<li>①丁<li>2023年</ol>", ["1.甲", "（二）乙", "三、丙", "①丁", "5.2023年"]),
        ("<ol><li></li><li>乙</ol>", ["2.乙"]),
    ],
)
def test_numbers_of_list_items(source: str, expected: list[str]) -> None:
    assert texts(source, "a.html") == expected


def test_the_number_of_an_item_stands_for_its_tag() -> None:
    source = "<ol>\n<li class=x>甲<b>乙</b></ol>"
    (line,) = lines(source, "a.html")
    at = source.index("<li class=x>")
    assert line.text.span(0, 2) == Span(at, at + len("<li class=x>"))
    assert line.text.span(2, 3) == Span(source.index("甲"), source.index("甲") + 1)
    assert [line.text.text[a:b] for a, b in line.strong] == ["乙"]


@pytest.mark.parametrize(
    ("number", "style", "expected"),
    [
        (10, "cjk-ideographic", "十、"),
        (11, "simp-chinese-informal", "十一、"),
        (20, "cjk-ideographic", "二十、"),
        (99, "cjk-ideographic", "九十九、"),
        (100, "cjk-ideographic", "100."),
        (0, "cjk-ideographic", "0."),
        (26, "upper-alpha", "Z."),
        (27, "lower-latin", "27."),
        (49, "lower-roman", "xlix."),
        (-1, "decimal", "-1."),
        (3, "square", "-"),
    ],
)
def test_counter_styles(number: int, style: str, expected: str) -> None:
    assert marker(number, style) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('满意<img src="t.gif" alt="√">不满意<img alt=" □ ">', ["满意√不满意□"]),
        ("满意<img alt=选中>不满意<img alt=Unchecked>", ["满意☑不满意☐"]),
        ('<img alt="单位标志">满意<img src="tick.gif">', ["满意"]),
    ],
)
def test_images_of_ticks(source: str, expected: list[str]) -> None:
    assert texts(source, "a.html") == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<font face='Wingdings 2'>R</font>满意<font face='Wingdings 2'>&pound;</font>不满意", "☑满意☐不满意"),
        ("<font face='Wingdings 2,宋体'>TP</font>R", "☒✓R"),
        (
            '<span style="font-family:Wingdings">þ</span>是<span style=\'font-family:"Wingdings"\'>&uml;</span>否',
            "☑是☐否",
        ),
        ("<span style='font-size:12pt;mso-ascii-font-family:Wingdings;color:red'>ýo</span>o", "☒☐o"),
        ("<span style='font-family:Wingdings'>\uf0fe<span>o</span>o</span>o", "☑☐☐o"),
        ("<p style='font-family:Wingdings'>o</p>", "☐"),
        ("<span style='font-family:Wingdings Neue'>o</span><span style='x-font-family:Wingdings'>o</span>", "oo"),
        ("<span style='font-family:宋体'>o<font face=Wingdings>甲a</font></span>", "o甲a"),
    ],
)
def test_fonts_of_signs(source: str, expected: str) -> None:
    assert texts(source, "a.html") == [expected]


def test_a_font_of_signs_does_not_leave_its_block() -> None:
    assert texts("<p><span style='font-family:Wingdings'>o<p>o</p>o", "a.html") == ["☐", "o", "o"]


def test_a_sign_keeps_its_place() -> None:
    source = "<p>甲<font face='Wingdings 2'>&pound;R</font>"
    (line,) = lines(source, "a.html")
    at = source.index("&pound;")
    assert (line.text.span(1, 2), line.text.span(2, 3)) == (Span(at, at + 7), Span(at + 7, at + 8))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<table><tr><td>姓名<td><input value='甲&amp;乙'><td><input type=text></table>", [["姓名", "甲&乙", ""]]),
        ("<table><tr><td><input type=hidden value=甲><input type=submit value=乙><input type=password value=丙></table>", [[""]]),
        ("<table><tr><td>单位<td><select><option>甲<option selected>乙</option><option>丙</select>丁</table>", [["单位", "乙丁"]]),
        ("<table><tr><td><select><option selected value=''>请选<option>甲</select><td>乙</table>", [["", "乙"]]),
        ("<table><tr><td><select><option>甲</td><td>乙</table>", [["", "乙"]]),
        ("<table><tr><td>意见<td><textarea>\n一\n二</textarea></table>", [["意见", "一/二"]]),
    ],
)  # fmt: skip
def test_what_is_typed_or_chosen_in_a_form(source: str, expected: list[list[str]]) -> None:
    (table,) = tables(source, "a.html")
    assert grid(table) == expected


def test_a_typed_value_keeps_its_place() -> None:
    source = "<p>编号：<input size=9 value = '甲&lt;乙'>"
    (line,) = lines(source, "a.html")
    assert line.text.text == "编号：甲<乙"
    at = source.index("&lt;")
    assert line.text.span(4, 5) == Span(at, at + 4)


def test_a_search_box_is_no_text() -> None:
    source = "<div><input name=q value=甲><select><option selected>乙</select></div><p><input value=丙 readonly></p>"
    assert texts(source, "a.html") == ["丙"]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>甲<span style='display: NONE'>乙<span>丙</span></span>丁", ["甲丁"]),
        ("<p>甲<a hidden>乙</a><i style='visibility:hidden'>丙</i>丁", ["甲丁"]),
        ("<p>甲<span style='mso-hide:all;display:none'>乙</p><p>丙", ["甲", "丙"]),
        ("<p>甲<span style='display:none-such;mydisplay:none'>乙</span>", ["甲乙"]),
    ],
)
def test_hidden_text_inside_a_line_goes(source: str, expected: list[str]) -> None:
    assert texts(source, "a.html") == expected


def test_lines_of_hidden_blocks_say_so() -> None:
    source = "<div style='display:none'><p>甲</p></div><div hidden class=b>乙</div><div>丙"
    assert [x.inside for x in lines(source, "a.html")] == [("div[hidden]", "p"), ("div.b[hidden]",), ("div",)]


@pytest.mark.parametrize("style", ["pre", "pre-wrap", "PRE-LINE", "break-spaces"])
def test_line_ends_that_a_style_keeps(style: str) -> None:
    assert texts(f"<div style='white-space: {style}'>甲\n  乙</div><p>丙\n丁", "a.html") == ["甲", "  乙", "丙 丁"]


def test_lines_and_columns_are_exact_beyond_65535() -> None:
    rows = "".join(f"<p>第{number}行</p>\n" for number in range(1, 70_001))
    document = read(rows.encode(), "a.html")
    last = document.blocks[-1]
    found = document.source.locate(last.text.whole)  # type: ignore[union-attr]
    assert (found.line, found.column, found.end_line, found.end_column) == (70_000, 4, 70_000, 11)
