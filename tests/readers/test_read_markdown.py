import pytest

from govreply.blocks import Break, LineKind
from govreply.errors import Cause, UnreadableError
from govreply.limits import Limits
from govreply.readers import read
from tests.readers.shape import grid, lines, marked, tables, texts


def test_line_ends_tell_how_strong_they_are() -> None:
    found = lines("一\n二  \n三\\\n四<br/>\n五\n\n六\n", "a.md")
    assert [(x.text.text, x.before) for x in found] == [
        ("一", Break.BLOCK),
        ("二", Break.SOFT),
        ("三", Break.HARD),
        ("四", Break.HARD),
        ("五", Break.HARD),
        ("六", Break.BLOCK),
    ]


def test_headings_of_both_kinds() -> None:
    found = lines("# 甲 #\n\n### 乙 ###  \n丙\n===\n丁\n---\n####### 戊\n#己", "a.md")
    assert [(x.text.text, x.kind, x.depth) for x in found] == [
        ("甲", LineKind.HEADING, 1),
        ("乙", LineKind.HEADING, 3),
        ("丙", LineKind.HEADING, 1),
        ("丁", LineKind.HEADING, 2),
        ("####### 戊", LineKind.PARAGRAPH, 0),
        ("#己", LineKind.PARAGRAPH, 0),
    ]


def test_a_thematic_break_is_a_rule_without_text() -> None:
    found = lines("甲\n\n***\n\n乙", "a.md")
    assert [(x.text.text, x.kind) for x in found] == [
        ("甲", LineKind.PARAGRAPH),
        ("", LineKind.RULE),
        ("乙", LineKind.PARAGRAPH),
    ]


def test_the_number_of_an_ordered_list_is_text_and_a_bullet_is_none() -> None:
    found = lines("3. 甲\n   乙\n4) 丙\n\n- 丁\n  * 戊\n    1. 己\n", "a.md")
    assert [(x.text.text, x.kind, x.depth, x.bullet) for x in found] == [
        ("3. 甲", LineKind.ITEM, 1, "3."),
        ("乙", LineKind.ITEM, 1, ""),
        ("4) 丙", LineKind.ITEM, 1, "4)"),
        ("丁", LineKind.ITEM, 1, "-"),
        ("戊", LineKind.ITEM, 2, "*"),
        ("1. 己", LineKind.ITEM, 3, "1."),
    ]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("1.", ["1."]),
        ("1.\n2. 乙", ["1.", "2. 乙"]),
        ("1. # 甲", ["1. 甲"]),
        ("- 1. 甲", ["1. 甲"]),
        ("1.     甲", ["1.     甲"]),
        ("> 1. 甲\n> 2. 乙", ["1. 甲", "2. 乙"]),
        ("-\n", []),
        ("2023. 甲", ["2023. 甲"]),
        ("1、甲\n2、乙", ["1、甲", "2、乙"]),
    ],
)
def test_numbers_stay_wherever_the_list_puts_its_text(source: str, expected: list[str]) -> None:
    assert texts(source + "\n\n文", "a.md") == [*expected, "文"]


@pytest.mark.parametrize(
    ("source", "expected", "strong"),
    [
        ("**甲**乙", "甲乙", ["甲"]),
        ("__甲__ 乙", "甲 乙", ["甲"]),
        ("***甲***乙", "甲乙", ["甲"]),
        ("*甲*乙", "甲乙", []),
        ("**一、标题。**正文**重点**完", "一、标题。正文重点完", ["一、标题。", "重点"]),
        ("** 一、标题 **", "一、标题", ["一、标题"]),
        ("** 一、标题**", "一、标题", ["一、标题"]),
        ("**甲", "**甲", []),
        ("电话138****1234和139****5678", "电话138****1234和139****5678", []),
        ("张**、李**的来信", "张**、李**的来信", []),
        ("3*4*5米", "3*4*5米", []),
        ("姓名____电话____。", "姓名____电话____。", []),
        ("a_b_c", "a_b_c", []),
        ("<b>甲<strong>乙</strong></b>丙", "甲乙丙", ["甲乙"]),
        ("**甲<sub>2</sub>乙**", "甲2乙", ["甲2乙"]),
        (r"\*甲\* \_ \\ \甲", r"*甲* _ \ \甲", []),
        ("~~甲~~", "~~甲~~", []),
    ],
)
def test_emphasis_goes_and_bold_is_known(source: str, expected: str, strong: list[str]) -> None:
    (line,) = lines(source, "a.md")
    assert line.text.text == expected
    assert marked(line, line.strong) == strong
    assert line.all_strong == (strong == [expected])


def test_bold_may_go_on_over_a_line_end() -> None:
    found = lines("**甲\n乙**丙", "a.md")
    assert [(x.text.text, marked(x, x.strong)) for x in found] == [("甲", ["甲"]), ("乙丙", ["乙"])]


@pytest.mark.parametrize(
    ("source", "expected", "links"),
    [
        ("[甲](http://a.cn) 乙", "甲 乙", ["甲"]),
        ('[甲](<a b.html> "乙")', "甲", ["甲"]),
        ("[**甲**乙](/a(b)c)", "甲乙", ["甲乙"]),
        ("<https://a.cn/b>和<a@b.cn>", "https://a.cn/b和a@b.cn", ["https://a.cn/b", "a@b.cn"]),
        ("<a href='x'>甲</a>乙", "甲乙", ["甲"]),
        ("环发[2023](四号)", "环发[2023](四号)", []),
        ("[甲] [ ] [乙][1]", "[甲] [ ] [乙][1]", []),
        ("[附件]: 清单", "[附件]: 清单", []),
        ("[甲][1]乙\n\n[1]: http://a.cn '丙'", "甲乙", ["甲"]),
        ("[甲 乙][ A\tb ]\n\n[a B]: <x y>", "甲 乙", ["甲 乙"]),
        ("[1]: ./a.html\n[1]、[1][]和[甲][2]", "1、1和[甲][2]", ["1", "1"]),
        ("![甲][1]乙\n\n[1]: a.png", "乙", []),
        ("[1]: 清单.docx", "[1]: 清单.docx", []),
        ("![甲][1]乙\n\n[1]: #a", "乙", []),
        ("[[甲](a.b)][1]\n\n[1]: #a", "[甲]1", ["甲", "1"]),
        ("[[甲](a.b)](c.d)", "[甲](c.d)", ["甲"]),
        (r"\![甲](a.b)", "!甲", ["甲"]),
        ("甲![乙 **丙**](a.png)丁", "甲丁", []),
        ("甲![乙", "甲![乙", []),
    ],
)
def test_links_keep_their_text_and_images_go(source: str, expected: str, links: list[str]) -> None:
    (line,) = lines(source, "a.md")
    assert line.text.text == expected
    assert marked(line, line.links) == links


def test_a_definition_between_code_fences_is_text() -> None:
    assert texts("```\n[1]: http://a.cn\n```\n[1]", "a.md") == ["[1]: http://a.cn", "[1]"]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("《<中长期规划>的通知》", "《<中长期规划>的通知》"),
        ("<abc>甲</abc>", "<abc>甲</abc>"),
        ("甲<abc d='e'>", "甲<abc d='e'>"),
        ("CO<sub>2</sub>", "CO2"),
        ("甲<o:p></o:p>乙", "甲乙"),
        ("PM2.5<35且>20", "PM2.5<35且>20"),
        ("甲<!-- 乙 -->丙<!--丁", "甲丙<!--丁"),
        ("甲<![if !supportLists]>乙<![endif]>", "甲乙"),
        ("甲<script>乙</script>丙<script>丁", "甲丙丁"),
        ("&lt;甲&gt;&nbsp;&#x2014;&ensp;&foo; &amp", "<甲>\u00a0—\u2002&foo; &amp"),
        ("甲&#10;乙", "甲 乙"),
        ("`a**b` ``c`d`` `e", "a**b c`d `e"),
        ('（ <input type="checkbox" checked="checked"/> ）（<input type="radio">）<input type="text">', "（ ☑ ）（☐）"),
        ("<INPUT TYPE=CHECKBOX CHECKED>", "☑"),
        ("　　甲　乙", "　　甲　乙"),
        ("   甲", "甲"),
    ],
)
def test_inline_html_is_understood_and_text_in_angle_brackets_kept(source: str, expected: str) -> None:
    assert texts(source, "a.md") == [expected]


def test_indented_lines_are_text_with_marks() -> None:
    found = lines("    **甲**\n    乙\n\n    丙\n\n丁", "a.md")
    assert [(x.text.text, x.before) for x in found] == [
        ("甲", Break.BLOCK),
        ("乙", Break.SOFT),
        ("丙", Break.BLOCK),
        ("丁", Break.BLOCK),
    ]
    assert found[0].all_strong


def test_fences_and_quotation_marks_go_and_their_lines_stay() -> None:
    assert texts("> 甲\n> > 乙\n丙\n\n```text\n**丁**\n\n戊\n```\n己", "a.md") == [
        "甲",
        "乙",
        "丙",
        "**丁**",
        "戊",
        "己",
    ]
    assert texts("~~~\n甲", "a.md") == ["甲"]


def test_what_is_nested_too_deeply_is_still_text() -> None:
    found = texts("- " * 40 + "甲\n\n" + ">" * 40 + " 乙\n\n丙", "a.md")
    assert [t.strip("- ") for t in found] == ["甲", "乙", "丙"]


def test_pipe_tables() -> None:
    (table,) = tables("前\n| 项目 | 结**果** |\n|:--|--:|\n| 甲<br>乙 |  |\n| 丙\\|丁 | 戊 | 己 |\n后\n", "a.md")
    assert table.style == "pipe"
    assert grid(table) == [["项目", "结果"], ["甲/乙", ""], ["丙|丁", "戊", "己"]]
    assert [c.header for c in table.cells] == [True, True, False, False, False, False, False]
    assert table.cells[3].blocks == ()
    source = "前\n| 项目 | 结**果** |\n|:--|--:|\n| 甲<br>乙 |  |"
    assert table.cells[3].span.end == len(source) - 1
    assert len(table.cells[3].span) == 2


def test_a_table_of_one_column_and_one_without_outer_pipes() -> None:
    one, two = tables("|甲|\n|---|\n|乙|\n\n丙|丁\n-|-\n戊|己\n", "a.md")
    assert grid(one) == [["甲"], ["乙"]]
    assert grid(two) == [["丙", "丁"], ["戊", "己"]]


def test_a_table_whose_lines_have_no_cells_is_none() -> None:
    assert texts("甲\n\n|\n|-\n\n乙", "a.md") == ["甲", "乙"]
    assert tables("|\n|-\n", "a.md") == []


def test_pipes_alone_make_no_table() -> None:
    assert texts("甲|乙\n丙|丁", "a.md") == ["甲|乙", "丙|丁"]


def test_html_tables_inside_markdown_go_on_over_blank_lines() -> None:
    source = "前\n\n<table>\n<tr><td>甲</td>\n\n<td colspan='2'>乙<br>丙</td></tr>\n</table>\n\n**后**"
    (table,) = tables(source, "a.md")
    assert grid(table) == [["甲", "乙/丙"]]
    assert table.cells[1].colspan == 2
    assert texts(source, "a.md") == ["前", "后"]


def test_html_blocks_end_lines_where_the_source_does() -> None:
    found = lines("<div class='a'>\n甲\n乙<中长期>\n</div>\n\n<br/>\n丙\n丁", "a.md")
    assert [(x.text.text, x.before, x.inside) for x in found] == [
        ("甲", Break.BLOCK, ("div.a",)),
        ("乙<中长期>", Break.SOFT, ("div.a",)),
        ("丙", Break.BLOCK, ()),
        ("丁", Break.SOFT, ()),
    ]


def test_a_comment_that_never_ends_hides_nothing() -> None:
    assert texts("甲\n\n<!-- 乙\n\n丙", "a.md") == ["甲", "<!-- 乙", "丙"]


def test_lines_with_tabs_are_a_table() -> None:
    source = "甲\t乙\t\n丙\n\t丁\n<input type=checkbox>\t戊\n己\n"
    (table,) = tables(source, "a.md")
    assert table.style == "tab"
    assert grid(table) == [["甲", "乙", ""], ["丙"], ["", "丁"], ["☐", "戊"]]
    assert texts(source, "a.md") == ["己"]
    assert [source[c.span.start : c.span.end] for c in table.cells] == [
        *("甲", "乙", "", "丙", "", "丁", "<input type=checkbox>", "戊")
    ]


@pytest.mark.parametrize(
    "source", ["甲\t乙\n丙", "甲\t乙\n丙\n丁\n戊\t己", "甲\t乙\n\n丙\t丁", "\t甲\n\t乙", "1.\t甲\n2.\t乙"]
)
def test_tabs_that_make_no_table(source: str) -> None:
    for name in ("a.md", "a.txt") if not source.startswith("1.") else ("a.md",):
        assert tables(source, name) == []


def test_a_byte_order_mark_in_a_given_text_is_passed_over() -> None:
    (line,) = lines("\ufeff# 甲", "a.md")
    assert line.kind is LineKind.HEADING
    assert line.text.whole.start == 3


def test_positions_count_the_carriage_returns_of_the_file() -> None:
    source = "# 甲\r\n\r\n> 乙\r\n> **丙**\r\n"
    document = read(source, "a.md")
    for line in lines(source, "a.md"):
        at = line.text.whole
        assert document.source.text[at.start : at.end] == line.text.text


@pytest.mark.parametrize("line", ["- 甲\n", "1. 甲\n\n", "> * 甲\n", "- + 1) 甲\n"])
def test_too_many_list_items_pass_the_limit_of_blocks(line: str) -> None:
    limits = Limits(blocks=800)
    per_line = 3 if "+" in line else 1
    assert read(line * (100 // per_line), "a.md", limits=limits).blocks
    with pytest.raises(UnreadableError, match=r"limit blocks is 800: more than 100 list items") as caught:
        read(line * (100 // per_line + 1), "a.md", limits=limits)
    assert caught.value.cause is Cause.LIMIT
