from govreply.blocks import Break
from tests.readers.shape import grid, lines, tables, texts


def test_each_line_with_text_is_a_line_with_all_its_spaces() -> None:
    found = lines("　　甲 乙  \n丙\n\n \n丁\f戊\n\f\n己", "a.txt")
    assert [(x.text.text, x.before) for x in found] == [
        ("　　甲 乙  ", Break.BLOCK),
        ("丙", Break.HARD),
        ("丁", Break.BLOCK),
        ("戊", Break.PAGE),
        ("己", Break.PAGE),
    ]


def test_only_evident_mark_up_is_resolved() -> None:
    assert texts(
        "甲&nbsp;&amp;&unknown; a&b <b>丙</b> <input type='checkbox' checked/>丁<INPUT type=radio><input>", "a.txt"
    ) == ["甲\u00a0&&unknown; a&b <b>丙</b> ☑丁☐<input>"]


def test_most_marks_of_markdown_are_text() -> None:
    source = "1. 丙\n- 丁\n> 庚\n|戊|\n|--|\n    己\n`辛`\n_壬_"
    assert texts(source, "a.txt") == source.split("\n")


def test_a_text_with_a_table_of_markdown_is_markdown() -> None:
    (table,) = tables("前\n\n| 姓名 | 甲 |\n| --- | :---: |\n| 电话 | 123 |\n\n后", "a.txt")
    assert grid(table) == [["姓名", "甲"], ["电话", "123"]]
    for source in ("|戊|\n|--|", "甲 | 乙\n---|---", "--- | ---\n| --- |"):
        assert tables(source, "a.txt") == []


def test_a_sign_behind_tabs_ends_a_table_and_an_indented_paragraph_does_not() -> None:
    (table,) = tables("效果\t解决\t解释\n\t\t√\n\t此件主动公开\n", "a.txt")
    assert grid(table) == [["效果", "解决", "解释"], ["", "", "√"]]
    assert tables("效果\t解决\t解释\n\t此件主动公开\n", "a.txt") == []


def test_lines_with_tabs_are_a_table() -> None:
    (table,) = tables("前\n姓名\t甲\n电话\t123\t\n\n后", "a.txt")
    assert grid(table) == [["姓名", "甲"], ["电话", "123", ""]]
    assert table.before is Break.HARD
