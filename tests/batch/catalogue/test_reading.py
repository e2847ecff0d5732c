"""Catalogues as clerks hand them in are read; what is none is refused with advice."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from govreply.batch.catalogue.errors import CatalogueError
from govreply.batch.catalogue.fields import Field
from govreply.batch.catalogue.table import Catalogue, read_catalogue

HEADER = ("序号", "档号", "文号", "责任者", "题名", "日期", "页数", "保管期限", "文件名")
ROW = (
    "1",
    "0194-WS·2023-D30-BGS-0001",
    "武水函〔2023〕21号",
    "武汉市水务局",
    "关于某提案的答复",
    "20230612",
    "5",
    "30年",
    "a.pdf",
)
FIELDS = (
    Field.CODE,
    Field.NUMBER,
    Field.ISSUER,
    Field.TITLE,
    Field.DATE,
    Field.PAGES,
    Field.RETENTION,
    Field.FILE,
)


def _csv(path: Path, rows: Sequence[tuple[str, ...]], delimiter: str = ",", encoding: str = "utf-8") -> Path:
    path.write_bytes("\r\n".join(delimiter.join(row) for row in rows).encode(encoding))
    return path


def _book(path: Path, *sheets: tuple[str, list[tuple[Any, ...]]], formats: dict[str, str] | None = None) -> Path:
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
        for cell, layout in (formats or {}).items():
            sheet[cell].number_format = layout
    book.save(path)
    return path


def _values(catalogue: Catalogue, at: int = 0) -> dict[Field, str]:
    return dict(catalogue.entries[at].values)


EXPECTED = dict(zip(FIELDS, ROW[1:], strict=True))


@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_text_tables(tmp_path: Path, delimiter: str, encoding: str) -> None:
    catalogue = read_catalogue(_csv(tmp_path / "目录.csv", [HEADER, ROW], delimiter, encoding))
    assert _values(catalogue) == EXPECTED
    assert catalogue.entries[0].row == 2
    assert catalogue.unknown == ("序号",)


def test_cells_with_commas_and_line_ends(tmp_path: Path) -> None:
    path = tmp_path / "目录.csv"
    path.write_text('题名,文号\n"关于甲,乙的\n答复",武水函〔2023〕21号\n', encoding="utf-8")
    assert _values(read_catalogue(path)) == {Field.TITLE: "关于甲,乙的\n答复", Field.NUMBER: "武水函〔2023〕21号"}


def test_workbook_with_titles_above_and_a_total_below(tmp_path: Path) -> None:
    rows: list[tuple[Any, ...]] = [
        ("武汉市水务局2023年度归档文件目录",),
        ("全宗号：0194", None, None, "年度：2023"),
        (),
        HEADER,
        ROW,
        (),
        ("2", *ROW[1:-1], "b.pdf"),
        ("合计", None, None, None, None, None, 10),
    ]
    catalogue = read_catalogue(_book(tmp_path / "目录.xlsx", ("目录", rows)))
    assert [(entry.row, entry.get(Field.FILE)) for entry in catalogue.entries] == [(5, "a.pdf"), (7, "b.pdf")]
    assert _values(catalogue) == EXPECTED
    assert catalogue.entries[0].sheet == "目录"


def test_days_and_numbers_of_a_workbook(tmp_path: Path) -> None:
    rows: list[tuple[Any, ...]] = [
        ("题名", "日期", "页数", "件号", "年度"),
        ("甲", datetime.date(2023, 6, 12), 5.0, 7, 2023),
        ("乙", 20230612, "５", "0008", "2023"),
    ]
    catalogue = read_catalogue(_book(tmp_path / "目录.xlsx", ("Sheet1", rows), formats={"D2": "0000"}))
    assert [[e.get(f) for f in (Field.DATE, Field.PAGES, Field.ITEM, Field.YEAR)] for e in catalogue.entries] == [
        ["2023-06-12", "5", "0007", "2023"],
        ["20230612", "５", "0008", "2023"],
    ]


def test_a_header_merged_over_two_rows(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    for at, text in (("A1", "题名"), ("B1", "文件形成"), ("B2", "责任者"), ("C2", "日期"), ("D1", "文号")):
        sheet[at] = text
    for merged in ("A1:A2", "B1:C1", "D1:D2"):
        sheet.merge_cells(merged)
    sheet.append(("关于某提案的答复", "武汉市水务局", "2023年6月12日", "武水函〔2023〕21号"))
    book.save(tmp_path / "目录.xlsx")
    assert _values(read_catalogue(tmp_path / "目录.xlsx")) == {
        Field.TITLE: "关于某提案的答复",
        Field.ISSUER: "武汉市水务局",
        Field.DATE: "2023年6月12日",
        Field.NUMBER: "武水函〔2023〕21号",
    }


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("文 件 题 名", Field.TITLE),
        ("*题名（标题）", Field.TITLE),
        ("发文字号", Field.NUMBER),
        ("形成\n日期", Field.DATE),
        ("发文机关", Field.ISSUER),
        ("主送机关", Field.ADDRESSEE),
        ("机构（问题）", Field.UNIT),
        ("页数（页）", Field.PAGES),
        ("电子文件名", Field.FILE),
    ],
)
def test_usual_headings(tmp_path: Path, heading: str, field: Field) -> None:
    rows: list[tuple[Any, ...]] = [("档号", heading, "密级"), ("0001", "甲", "公开")]
    assert _values(read_catalogue(_book(tmp_path / "目录.xlsx", ("目录", rows))))[field] == "甲"


def test_file_names_beside_titles(tmp_path: Path) -> None:
    both = read_catalogue(_csv(tmp_path / "1.csv", [("题名", "文件名称"), ("甲", "a.pdf")]))
    assert _values(both) == {Field.TITLE: "甲", Field.FILE: "a.pdf"}
    one = read_catalogue(_csv(tmp_path / "2.csv", [("文号", "文件名称"), ("1号", "甲")]))
    assert _values(one) == {Field.NUMBER: "1号", Field.TITLE: "甲"}


def test_the_date_of_the_letter_goes_before_that_of_its_printing(tmp_path: Path) -> None:
    rows = [("题名", "印发日期", "成文日期"), ("甲", "20230615", "20230612")]
    assert _values(read_catalogue(_csv(tmp_path / "目录.csv", rows)))[Field.DATE] == "20230612"


@pytest.mark.parametrize("column", ["B", "b", "Ｂ", "2", "２", "案卷内容"])
def test_columns_that_the_user_names(tmp_path: Path, column: str) -> None:
    path = _csv(tmp_path / "目录.csv", [("文号", "案卷内容"), ("1号", "甲")])
    assert _values(read_catalogue(path, {"题名": column})) == {Field.NUMBER: "1号", Field.TITLE: "甲"}


@pytest.mark.parametrize("form", ["csv", "xlsx"])
@pytest.mark.parametrize(
    ("columns", "missing"),
    [
        ({"文件名": "没这列"}, "“没这列”"),
        ({"题名": "0"}, "“0”"),
        ({"题名": "ZZZ"}, "“ZZZ”"),
        ({"题名": "案卷", "文件名": "文件", "文号": "B"}, "“案卷”、“文件”"),
    ],
)
def test_a_heading_that_is_not_there(tmp_path: Path, form: str, columns: dict[str, str], missing: str) -> None:
    rows: list[tuple[str, ...]] = [("归档文件目录",), ("题名", "文号", "页数"), ("关于某提案的答复", "1号", "2")]
    path = tmp_path / f"目录.{form}"
    _csv(path, rows) if form == "csv" else _book(path, ("目录", list(rows)))
    with pytest.raises(CatalogueError) as refused:
        read_catalogue(path, columns)
    assert f"表头里没有{missing}；有：题名、文号、页数" in refused.value.words.zh
    assert "it has: 题名, 文号, 页数" in refused.value.words.en


def test_one_column_named_is_not_enough(tmp_path: Path) -> None:
    path = _book(tmp_path / "目录.xlsx", ("目录", [("甲", "乙", "丙"), ("关于某提案的答复", "1号", "a.pdf")]))
    with pytest.raises(CatalogueError) as refused:
        read_catalogue(path, {"题名": "A"})
    assert "至少指明两栏" in refused.value.words.zh
    assert "（现在只指明了题名）" in refused.value.words.zh
    assert "name two at least" in refused.value.words.en
    assert _values(read_catalogue(path, {"题名": "A", "文号": "B"}))[Field.NUMBER] == "1号"


@pytest.mark.parametrize("form", ["csv", "xlsx"])
@pytest.mark.parametrize(
    ("column", "told"),
    [
        ("10", "目录只有 9 栏，没有第 10 栏"),
        ("99", "目录只有 9 栏，没有第 99 栏"),
        ("99999999999999999999", "目录只有 9 栏，没有第 99999999999999999999 栏"),
        ("9" * 5000, "目录只有 9 栏，没有第 999"),
        ("J", "目录只有 9 栏，没有 J 栏"),
        ("zz", "目录只有 9 栏，没有 zz 栏"),
    ],
)
def test_a_column_beyond_the_last_one(tmp_path: Path, form: str, column: str, told: str) -> None:
    rows: list[tuple[str, ...]] = [("归档文件目录",), HEADER, ROW]
    path = tmp_path / f"目录.{form}"
    _csv(path, rows) if form == "csv" else _book(path, ("目录", list(rows)))
    with pytest.raises(CatalogueError) as refused:
        read_catalogue(path, {"题名": column})
    assert told in refused.value.words.zh
    assert "9 columns" in refused.value.words.en


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_columns_named_by_letter_below_a_title(tmp_path: Path, form: str) -> None:
    rows: list[tuple[str, ...]] = [("归档文件目录",), ("甲", "乙", ""), ("关于某提案的答复", "1号", "a.pdf")]
    path = tmp_path / f"目录.{form}"
    _csv(path, rows) if form == "csv" else _book(path, ("目录", list(rows)))
    catalogue = read_catalogue(path, {"题名": "A", "文件名": "C"})
    assert [entry.row for entry in catalogue.entries] == [3]
    assert _values(catalogue) == {Field.TITLE: "关于某提案的答复", Field.FILE: "a.pdf"}
    assert catalogue.columns == {Field.TITLE: "甲", Field.FILE: "C"}


def test_a_column_that_nobody_knows(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError) as refused:
        read_catalogue(_csv(tmp_path / "目录.csv", [HEADER, ROW]), {"颜色": "B"})
    assert "颜色" in refused.value.words.zh


def test_every_visible_sheet_with_a_header_counts(tmp_path: Path) -> None:
    path = _book(
        tmp_path / "目录.xlsx",
        ("2022", [HEADER, ROW]),
        ("说明", [("本目录由办公室编制",)]),
        ("2023", [HEADER, ROW]),
        ("旧", [HEADER, ROW]),
    )
    import openpyxl

    book = openpyxl.load_workbook(path)
    book["旧"].sheet_state = "hidden"
    book.save(path)
    assert [(entry.sheet, entry.row) for entry in read_catalogue(path).entries] == [("2022", 2), ("2023", 2)]


def test_headers_repeated_on_each_printed_page_are_no_entries(tmp_path: Path) -> None:
    catalogue = read_catalogue(_csv(tmp_path / "目录.csv", [HEADER, ROW, HEADER, ROW]))
    assert [entry.row for entry in catalogue.entries] == [2, 4]


def _zip(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


BAD: dict[str, bytes] = {
    "empty": b"",
    "old workbook": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    "web page": "<table><tr><td>题名</td><td>文号</td></tr></table>".encode(),
    "no header": "一,二,三\n四,五,六\n".encode(),
    "header and nothing": "题名,文号\n".encode(),
    "other archive": _zip({"content.xml": b"<a/>"}),
    "cut workbook": _zip({"xl/workbook.xml": b"<workbook"})[:-30],
    "broken workbook": _zip({"xl/workbook.xml": b"<workbook", "[Content_Types].xml": b"<Types/>"}),
    "entities": _zip(
        {"xl/workbook.xml": b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><workbook>&a;</workbook>'}
    ),
    "bomb": _zip({"xl/workbook.xml": b"<workbook/>", "xl/worksheets/sheet1.xml": b" " * 64 * 1024 * 1024}),
    "bytes": bytes(range(256)) * 20,
}


@pytest.mark.parametrize("name", BAD)
def test_what_is_no_catalogue_is_refused(tmp_path: Path, name: str) -> None:
    path = tmp_path / "目录.xlsx"
    path.write_bytes(BAD[name])
    with pytest.raises(CatalogueError) as refused:
        read_catalogue(path)
    assert str(path) in refused.value.words.zh
    assert str(path) in refused.value.words.en


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("cut workbook", "压缩结构不完整"),
        ("broken workbook", "工作簿的内部结构不完整或不合规范"),
        ("entities", "xl/workbook.xml 含有文档类型声明"),
        ("bomb", "解开后过大，或内部文件过多"),
        ("bytes", "也不是 UTF-8 或 GB18030 编码的文本表格；请在表格软件中打开并另存为 .xlsx"),
        ("one endless cell", "引号没有配对，或一格超过 131072 字"),
    ],
)
def test_what_is_wrong_is_told_in_chinese(tmp_path: Path, name: str, told: str) -> None:
    path = tmp_path / "目录.csv"
    path.write_bytes({**BAD, "one endless cell": b'a,"' + b"b" * 200_000}[name])
    with pytest.raises(CatalogueError) as refused:
        read_catalogue(path)
    assert told in refused.value.words.zh
    assert not re.search("[A-Za-z]+ [A-Za-z]+ ", refused.value.words.zh.removeprefix(str(path)))


@pytest.mark.parametrize(("name", "told"), [("无.xlsx", "没有这个文件或文件夹"), (".", "是文件夹，不是文件")])
def test_why_a_catalogue_cannot_be_opened_is_told_in_words(tmp_path: Path, name: str, told: str) -> None:
    with pytest.raises(CatalogueError) as refused:
        read_catalogue(tmp_path / name)
    assert refused.value.words.zh == f"{tmp_path / name}：无法打开目录（{told}）"


@pytest.mark.parametrize("name", ["目录.xlsx", "目录.XLSX", "目录.csv"])
def test_a_file_called_a_workbook_that_is_none_is_told_as_such(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("本目录由办公室编制，共三页，\n请勿外传。\n", encoding="utf-8")
    with pytest.raises(CatalogueError) as refused:
        read_catalogue(path)
    is_workbook = name != "目录.csv"
    assert ("内容却不是" in refused.value.words.zh and "另存为 .xlsx" in refused.value.words.zh) is is_workbook
    assert ("no workbook" in refused.value.words.en) is is_workbook
    assert ("找不到表头" in refused.value.words.zh) is not is_workbook


def test_a_table_of_text_is_read_whatever_it_is_called(tmp_path: Path) -> None:
    assert len(read_catalogue(_csv(tmp_path / "目录.xlsx", [HEADER, ROW])).entries) == 1


def test_a_catalogue_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError):
        read_catalogue(tmp_path / "无.xlsx")


def test_a_lone_cell_far_down_costs_no_memory(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(("题名", "文号"))
    sheet.append(("甲", "1号"))
    sheet.cell(200_000, 16_384, " ")
    book.save(tmp_path / "目录.xlsx")
    assert len(read_catalogue(tmp_path / "目录.xlsx").entries) == 1
