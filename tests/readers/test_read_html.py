import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govreply.blocks import Break, LineKind, Table
from govreply.readers import read
from govreply.span import Span
from tests.readers.shape import grid, lines, marked, tables, texts


def test_white_space_collapses_as_in_browsers() -> None:
    assert texts("<p>\n 甲 \n\t 乙<b> 丙 </b> 丁 </p>", "a.html") == ["甲 乙 丙 丁"]
    assert texts("<p>&nbsp;&nbsp;甲　乙&nbsp;</p>", "a.html") == ["\u00a0\u00a0甲　乙\u00a0"]
    assert texts("<p>甲<br> 乙<br><br>丙</p><p>&nbsp;</p>", "a.html") == ["甲", "乙", "丙"]


def test_pre_keeps_its_lines_and_spaces() -> None:
    found = lines("<pre>\n  甲  乙\n丙</pre>丁", "a.html")
    assert [(x.text.text, x.before) for x in found] == [
        ("  甲  乙", Break.BLOCK),
        ("丙", Break.HARD),
        ("丁", Break.BLOCK),
    ]


def test_headings_items_and_rules() -> None:
    source = "<h1>甲</h1><h3><div>乙</h3>丙<ul><li>丁<ol start=3><li>戊</li><li>己</ol><li><p>庚</p></ul><hr>辛"
    assert [(x.text.text, x.kind, x.depth, x.bullet) for x in lines(source, "a.html")] == [
        ("甲", LineKind.HEADING, 1, ""),
        ("乙", LineKind.HEADING, 3, ""),
        ("丙", LineKind.PARAGRAPH, 0, ""),
        ("丁", LineKind.ITEM, 1, "-"),
        ("3.戊", LineKind.ITEM, 2, "3."),
        ("4.己", LineKind.ITEM, 2, "4."),
        ("庚", LineKind.ITEM, 1, "-"),
        ("", LineKind.RULE, 0, ""),
        ("辛", LineKind.PARAGRAPH, 0, ""),
    ]


def test_bold_and_links() -> None:
    (line,) = lines("<p>甲<strong>乙<b>丙</b></strong>丁<a href=x>戊 己</a>庚", "a.html")
    assert marked(line, line.strong) == ["乙丙"]
    assert marked(line, line.links) == ["戊 己"]


def test_lines_know_what_they_stand_in() -> None:
    source = (
        "<body><div id=top class='nav  main'><p>甲</div><footer><p class=c>乙</footer>"
        "<table class=t><td>丙</table></body>"
    )
    document = read(source, "a.html")
    assert [x.inside for x in lines(source, "a.html")] == [("div#top.nav.main", "p"), ("footer", "p.c")]
    table = document.blocks[2]
    assert isinstance(table, Table)
    assert table.inside == ()
    assert table.cells[0].blocks[0].inside == ("table.t",)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>甲<script>if (a<b) '</p>'</script>乙<style>p{}</style></p>", ["甲乙"]),
        ("<p>甲<!-- <p>乙 -->丙", ["甲丙"]),
        ("<p>甲<!--[if mso]>乙<![endif]--><![if !x]>丙<![endif]>", ["甲丙"]),
        ("<p>甲<select><option>乙<option>丙</select>丁<textarea>戊</textarea><button>己</button>", ["甲丁", "戊"]),
        ("<div>甲<button>乙</div>丙", ["甲", "丙"]),
        ("<noscript>甲</noscript><p>乙", ["乙"]),
        ("<p>甲<img alt=乙><wbr>丙", ["甲丙"]),
        ("<p>甲<founder-content>乙</founder-content>丙", ["甲乙丙"]),
        ("<p>《<中长期规划>》 a < b", ["《<中长期规划>》 a < b"]),
        ("<p>甲</>乙<p/>丙", ["甲乙", "丙"]),
        ("<p>甲&copy;&nosuch;&#0;&#x4E59;&amp", ["甲©&nosuch;\ufffd乙&"]),
        ("<p>甲</b></div></td>乙</p></p>丙", ["甲", "乙", "丙"]),
    ],
)
def test_what_is_no_text_goes_and_all_else_stays(source: str, expected: list[str]) -> None:
    assert texts(source, "a.html") == expected


def test_tick_boxes() -> None:
    assert texts("<p><input type='CheckBox' CHECKED>甲<input type=radio>乙<input type=hidden value=丙>", "a.html") == [
        "☑甲☐乙"
    ]


def test_title_and_meta_are_metadata_with_positions() -> None:
    source = (
        "<head><title>\n关于&amp;的 答复</title><meta charset=utf-8><meta name=PubDate content='2023-06-30'>"
        '<meta property="og:title" content="甲&quot;乙"><meta name=empty content=""></head><p>文'
    )
    meta = read(source, "a.html").meta
    assert [(m.name, m.value.text) for m in meta] == [
        ("title", "关于&的 答复"),
        ("PubDate", "2023-06-30"),
        ("og:title", '甲"乙'),
    ]
    at = source.index("2023-06-30")
    assert meta[1].value.whole == Span(at, at + 10)
    at = source.index("&quot;")
    assert meta[2].value.span(1, 2) == Span(at, at + 6)


def test_cells_that_span_rows_and_columns_stand_in_the_grid() -> None:
    source = (
        "<table><thead><tr><th rowspan=2>甲<th colspan=2>乙<tbody><tr><td>丙<td>丁"
        "<tr><td colspan=3 rowspan=9>戊</table>"
    )
    (table,) = tables(source, "a.html")
    places = [(c.row, c.column, c.rowspan, c.colspan, c.header) for c in table.cells]
    assert places == [
        (0, 0, 2, 1, True),
        (0, 1, 1, 2, True),
        (1, 1, 1, 1, False),
        (1, 2, 1, 1, False),
        (2, 0, 1, 3, False),
    ]
    assert (table.rows, table.columns) == (3, 3)


def test_the_span_of_a_cell_is_its_content() -> None:
    source = "<table><tr><td> 甲 </td><td></td><th>乙</tr></table>"
    (table,) = tables(source, "a.html")
    assert [source[c.span.start : c.span.end] for c in table.cells] == [" 甲 ", "", "乙"]
    assert table.cells[1].blocks == ()


def test_tables_nest_and_layout_tables_hold_lines() -> None:
    source = "<table><tr><td><h2>甲</h2><p>乙<table><tr><td>丙</td></table>丁</td></tr></table>戊"
    (table,) = tables(source, "a.html")
    blocks = table.cells[0].blocks
    assert [b.kind if not isinstance(b, Table) else grid(b) for b in blocks] == [
        LineKind.HEADING,
        LineKind.CELL,
        [["丙"]],
        LineKind.CELL,
    ]
    assert texts(source, "a.html") == ["戊"]


@pytest.mark.parametrize(
    "source",
    [
        "<table><tr><td>甲<td>乙<tr><td>丙<td>丁</table>",
        "<table><td>甲</td><td>乙</td></tr><td>丙</td><td>丁",
        "<table><tbody><tr><td><p>甲<td><div>乙</tr><tbody><td><b>丙</b><td><ul><li>丁</table>",
        "<table><tr><td>甲</div></td><td>乙</p></td></tr><tr><td>丙</td><td>丁</td></tr></tbody></table></table>",
    ],
)
def test_end_tags_may_be_missing_or_misplaced(source: str) -> None:
    (table,) = tables(source, "a.html")
    assert grid(table) == [["甲", "乙"], ["丙", "丁"]]


def test_text_between_cells_goes_before_the_table_as_in_browsers() -> None:
    document = read("<table>甲<caption>乙</caption><tr>丙<td>丁</table>", "a.html")
    assert [b.style if isinstance(b, Table) else b.text.text for b in document.blocks] == ["甲", "乙", "丙", "html"]


def test_a_table_right_inside_a_table_ends_it() -> None:
    first, second = tables("<table><tr><td>甲</td></tr><table><tr><td>乙</table></table>", "a.html")
    assert (grid(first), grid(second)) == ([["甲"]], [["乙"]])


@settings(max_examples=300)
@given(
    st.lists(
        st.lists(st.tuples(st.integers(1, 4), st.integers(1, 4)), min_size=1, max_size=5),
        min_size=1,
        max_size=6,
    )
)
def test_cells_take_the_first_free_place_of_their_row(rows: list[list[tuple[int, int]]]) -> None:
    taken: set[tuple[int, int]] = set()
    expected: list[tuple[int, int]] = []
    for number, row in enumerate(rows):
        column = 0
        for rowspan, colspan in row:
            while (number, column) in taken:
                column += 1
            expected.append((number, column))
            taken |= {(number + r, column + c) for r in range(rowspan) for c in range(colspan)}
            column += colspan
    source = "".join("<tr>" + "".join(f"<td rowspan={r} colspan={c}>" for r, c in row) for row in rows)
    (table,) = tables(f"<table>{source}</table>", "a.html")
    assert [(c.row, c.column) for c in table.cells] == expected
    assert table.rows == len(rows)
