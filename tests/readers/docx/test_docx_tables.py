"""Tables: merged cells are one, whatever way they were merged."""

from govreply.blocks import Line, Table
from tests.readers.docx.build import opened, p, r, table_of, tbl, tc, texts, tr


def placed(table: Table) -> list[tuple[int, int, int, int, str]]:
    return [(c.row, c.column, c.rowspan, c.colspan, "".join(_words(c.blocks))) for c in table.cells]


def _words(blocks: tuple[Line | Table, ...]) -> list[str]:
    return [b.text.text for b in blocks if isinstance(b, Line)]


def test_cells_that_span_columns_and_rows() -> None:
    table = table_of(
        tbl(
            tr(tc("甲", '<w:vMerge w:val="restart"/>'), tc("乙", '<w:gridSpan w:val="2"/>')),
            tr(tc("隐", "<w:vMerge/>"), tc("丙"), tc("丁")),
            tr(tc("隐", '<w:vMerge w:val="continue"/>'), tc("戊"), tc("己")),
            tr(tc("庚"), tc("辛"), tc("壬")),
        )
    )
    assert placed(table) == [
        (0, 0, 3, 1, "甲"),
        (0, 1, 1, 2, "乙"),
        (1, 1, 1, 1, "丙"),
        (1, 2, 1, 1, "丁"),
        (2, 1, 1, 1, "戊"),
        (2, 2, 1, 1, "己"),
        (3, 0, 1, 1, "庚"),
        (3, 1, 1, 1, "辛"),
        (3, 2, 1, 1, "壬"),
    ]


def test_cells_merged_sideways_in_the_old_way_and_rows_that_begin_later() -> None:
    table = table_of(
        tbl(
            tr(tc("甲", '<w:hMerge w:val="restart"/>'), tc("隐", "<w:hMerge/>"), tc("乙")),
            tr(tc("丙"), tc("丁"), properties='<w:gridBefore w:val="1"/>'),
        )
    )
    assert placed(table) == [(0, 0, 1, 2, "甲"), (0, 2, 1, 1, "乙"), (1, 1, 1, 1, "丙"), (1, 2, 1, 1, "丁")]


def test_a_continued_cell_without_one_above_is_a_cell() -> None:
    assert placed(table_of(tbl(tr(tc("甲", "<w:vMerge/>"), tc("乙"))))) == [(0, 0, 1, 1, "甲"), (0, 1, 1, 1, "乙")]


def test_cells_hold_several_paragraphs_and_tables() -> None:
    inner = tbl(tr(tc("内"), tc("里")))
    assert texts(tbl(tr(tc(p(r("甲")) + p(r("乙")) + inner + p()), tc("丙")))) == ["甲/乙/内|里|丙"]


def test_rows_and_cells_in_content_controls_and_insertions() -> None:
    row = tr(f"<w:sdt><w:sdtContent>{tc('甲')}</w:sdtContent></w:sdt>", f"<w:ins w:id='1'>{tc('乙')}</w:ins>")
    assert texts(tbl(f"<w:sdt><w:sdtContent>{row}</w:sdtContent></w:sdt>", tr(tc("丙"), tc("丁")))) == ["甲|乙↵丙|丁"]


def test_cell_placeholders_leave_the_cell_empty() -> None:
    empty = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{tc('请填写')}</w:sdtContent></w:sdt>"
    assert texts(tbl(tr(tc("姓名"), empty))) == ["姓名|"]


def test_heading_rows_have_heading_cells() -> None:
    table = table_of(tbl(tr(tc("甲"), properties="<w:tblHeader/>"), tr(tc("乙"))))
    assert [c.header for c in table.cells] == [True, False]


def test_the_text_of_a_row_is_one_line_with_tabs_and_each_cell_has_its_span() -> None:
    document = opened(p(r("前")) + tbl(tr(tc("甲"), tc("")), tr(tc("乙丙"), tc("丁"))) + p(r("后")))
    assert document.source.text == "前\n甲\t\n乙丙\t丁\n后"
    table = next(b for b in document.blocks if isinstance(b, Table))
    assert [document.source.text[c.span.start : c.span.end] for c in table.cells] == ["甲", "", "乙丙", "丁"]


def test_no_cell_is_lost_behind_one_that_is_said_to_be_wider_than_any_table() -> None:
    wide = tc("甲", '<w:gridSpan w:val="9999"/>')
    table = table_of(tbl(tr(wide, tc("乙"), tc("丙"))))
    assert ["".join(b.text.text for b in cell.blocks if isinstance(b, Line)) for cell in table.cells] == [
        "甲",
        "乙",
        "丙",
    ]
    assert [cell.column for cell in table.cells] == [0, 1000, 1001]
