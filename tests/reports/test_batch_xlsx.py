"""The workbook of a batch: all files are in it, the counts add up, and no cell is anything but what it shows."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path, PureWindowsPath
from typing import Any
from urllib.parse import unquote

import openpyxl
import pytest

from govreply.batch.store import Store
from govreply.language import Language
from govreply.reports.base import ExtraFileError
from govreply.reports.batch_xlsx import write_xlsx
from govreply.reports.batch_xlsx.table import guarded
from tests.reports.batches import (
    ATTACKS,
    CONFIDING,
    FILES,
    HELP,
    PRIVATE,
    STATUSES,
    check_folder,
    cross,
    fill_folder,
    hostile_folder,
)

WORDS = {"fail": "不通过", "pass": "通过", "undetermined": "无法判定", "unread": "未能读取"}


@pytest.fixture
def store(tmp_path: Path) -> Any:
    with check_folder(fill_folder(tmp_path / "in"), tmp_path / "out") as made:
        yield made


def written(store: Store, language: Language = Language.ZH, **how: Any) -> Any:
    path = store.folder / "report.xlsx"
    write_xlsx(store, path, language, rules=HELP, **how)
    return openpyxl.load_workbook(path)


def rows(book: Any, name: str) -> list[dict[str, Any]]:
    """The rows of a sheet by heading."""
    head, *others = book[name].iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in others]


def test_every_file_is_there_with_what_became_of_it(store: Store, tmp_path: Path) -> None:
    found = rows(written(store), "文件清单")
    assert {row["文件"]: row["结论"] for row in found} == {
        str(tmp_path / "in" / name): WORDS[status] for name, status in STATUSES.items()
    }
    assert [row["序号"] for row in found] == list(range(1, len(FILES) + 1))
    by_name = {Path(row["文件"]).name: row for row in found}
    assert "文件损坏" in by_name["坏.pdf"]["说明"] and "重新下载" in by_name["坏.pdf"]["处理建议"]
    assert "内容为空" in by_name["空.txt"]["说明"] and "重新索取" in by_name["空.txt"]["处理建议"]
    assert "不是对提案或建议的答复" in by_name["新闻.md"]["说明"]
    faulty = by_name["1 号答复.md"]
    assert (faulty["文号"], faulty["件号"], faulty["成文日期"], faulty["办理类别"]) == (
        "武水函〔2023〕21号",
        "20230117",
        "2023-06-12",
        "A",
    )
    assert faulty["错误"] == 1
    assert faulty["大小（字节）"] == len(FILES["甲/1 号答复.md"])


def test_the_counts_of_the_first_sheet_add_up(store: Store) -> None:
    cells = {row[0]: row[1] for row in written(store)["概览"].iter_rows(values_only=True) if row[0]}
    assert cells["找到的文件合计"] == len(FILES)
    parts = {word: cells[word] for word in WORDS.values()}
    assert parts == {"不通过": 1, "通过": 2, "无法判定": 1, "未能读取": 2}
    assert (cells["内容为空"], cells["文件损坏"]) == (1, 1)


def test_a_finding_is_told_with_both_of_its_places(store: Store, tmp_path: Path) -> None:
    found = [row for row in rows(written(store), "问题清单") if row["代号"] == "IDN001"]
    assert len(found) == 1
    row = found[0]
    assert row["规则"] == "编号前后不一"
    assert row["级别"] == "错误"
    assert row["文件"] == str(tmp_path / "in" / "甲/1 号答复.md")
    assert "20230171" in row["问题"] and "20230117" in row["问题"]
    lines = FILES["甲/1 号答复.md"].decode().splitlines()
    number = next(at for at, line in enumerate(lines, start=1) if "20230171" in line)
    assert row["位置"] == f"第{number}行第{lines[number - 1].index('20230171') + 1}列"
    assert row["原文"] == "20230171"
    assert "20230117" in row["对照处"]


def test_organs_add_up_to_all_files(store: Store) -> None:
    found = rows(written(store), "按单位统计")
    assert {row["发文机关"]: row["文件数"] for row in found} == {
        "武汉市水务局": 2,
        "武汉市交通运输局": 1,
        "（未读出发文机关）": 3,
        "合计": len(FILES),
    }
    assert {row["发文机关"]: row["不通过"] for row in found} == {
        "武汉市水务局": 1,
        "武汉市交通运输局": None,
        "（未读出发文机关）": None,
        "合计": 1,
    }


def test_every_document_of_a_finding_over_many_has_its_row(store: Store) -> None:
    numbers = [row[0] for row in store.db.execute("SELECT id FROM inputs ORDER BY path LIMIT 3")]
    cross(store, "文号重复", *numbers)
    found = rows(written(store), "跨文件问题")
    assert [row["文件序号"] for row in found] == [1, 2, 3]
    assert {row["问题"] for row in found} == {"文号重复"}


def test_links_lead_from_the_report_to_the_files(store: Store) -> None:
    book = written(store)
    for name, many in (("文件清单", len(FILES)), ("问题清单", None)):
        links = {cell.value: cell.hyperlink.target for row in book[name].iter_rows() for cell in row if cell.hyperlink}
        assert many is None or len(links) == many
        for shown, told in links.items():
            relative = PureWindowsPath(unquote(told))
            assert not relative.is_absolute()
            assert (store.folder / relative.as_posix()).resolve() == Path(shown)
            assert Path(shown).is_file()


def test_tables_are_filtered_and_keep_their_head(store: Store) -> None:
    book = written(store)
    assert book.sheetnames == ["概览", "问题清单", "文件清单", "跨文件问题", "按单位统计"]
    for name in book.sheetnames[1:]:
        sheet = book[name]
        assert sheet.freeze_panes and sheet.freeze_panes.endswith("2")
        assert sheet.auto_filter.ref.startswith("A1:")
        assert all(sheet.column_dimensions[letter].width > 5 for letter in "ABCDE")


def test_more_rows_than_a_sheet_holds_go_on_in_another_and_that_is_told(store: Store) -> None:
    whole = rows(written(store), "文件清单")
    book = written(store, most_rows=5, most_links=2)
    assert [name for name in book.sheetnames if name.startswith("文件清单")] == ["文件清单", "文件清单(2)"]
    assert rows(book, "文件清单") + rows(book, "文件清单(2)") == whole
    assert len(rows(book, "文件清单")) == 4
    assert book["文件清单(2)"].auto_filter.ref
    told = "\n".join(str(row[0]) for row in book["概览"].iter_rows(values_only=True) if row[0])
    assert "“文件清单”共 6 行，一张表放不下，分为 2 张：文件清单、文件清单(2)。" in told
    assert "“文件清单”只有前 2 个文件名带链接，其余 4 个没有" in told
    linked = [c for name in ("文件清单", "文件清单(2)") for row in book[name].iter_rows() for c in row if c.hyperlink]
    assert len(linked) == 2


def test_the_same_store_gives_the_same_bytes(store: Store) -> None:
    first, second = store.folder / "a.xlsx", store.folder / "b.xlsx"
    write_xlsx(store, first, Language.ZH)
    write_xlsx(store, second, Language.ZH)
    assert first.read_bytes() == second.read_bytes()
    assert sorted(path.name for path in store.folder.glob(".report-*")) == []


def test_in_english(store: Store) -> None:
    book = written(store, Language.EN)
    assert book.sheetnames == ["Overview", "Findings", "Documents", "Across documents", "By organ"]
    assert {row["Verdict"] for row in rows(book, "Documents")} == {"failed", "passed", "undetermined", "not read"}
    text = "\n".join(row["Finding"] for row in rows(book, "Findings"))
    assert not re.search("[一-龥]{5}", re.sub("“[^”]*”", "", text))


@pytest.mark.parametrize("show", [False, True])
def test_what_is_private_is_masked_unless_it_may_be_shown(tmp_path: Path, show: bool) -> None:
    fill_folder(tmp_path / "in", {"信.md": CONFIDING.encode()})
    with check_folder(tmp_path / "in", tmp_path / "out", show_private=show) as store:
        book = written(store)
    text = "\n".join(str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row)
    assert [one for one in PRIVATE if one in text] == (list(PRIVATE) if show else [])
    assert ("138******34" in text) is not show


def test_nothing_that_a_document_says_becomes_a_formula_or_a_link(tmp_path: Path) -> None:
    with hostile_folder(tmp_path / "in", tmp_path / "out") as store:
        book = written(store)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    attacks = [cell for cell in cells if isinstance(cell.value, str) and "cmd|" in cell.value]
    assert len(attacks) > 20
    assert [cell.value for cell in cells if isinstance(cell.value, str) and cell.value[:1] in set("=+-@|")] == []
    links = {cell.hyperlink.target for cell in cells if cell.hyperlink}
    assert links and all(":" not in link and not link.startswith(("\\", "/")) for link in links)
    with zipfile.ZipFile(store.folder / "report.xlsx") as parts:
        for name in parts.namelist():
            if name.startswith("xl/worksheets/sheet"):
                assert b"<f>" not in parts.read(name) and b"<f " not in parts.read(name)


@pytest.mark.parametrize("sign", list("=+-@|＝＋－＠"))
@pytest.mark.parametrize("before", ["", " ", "\t", "\n"])
def test_what_would_be_a_formula_in_a_table_of_text_is_marked(sign: str, before: str) -> None:
    assert guarded(f"{before}{sign}1+1").startswith("'")
    assert guarded(f"一{sign}1") == f"一{sign}1"


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_cell_holds_no_more_than_it_can_and_nothing_unseen(attack: str) -> None:
    shown = guarded(attack * 10_000)
    assert len(shown.encode("utf-16-le", "surrogatepass")) // 2 <= 32_767
    assert not re.search("[\u2028\u2029\u202e\ud800-\udfff]", shown)


def test_a_file_that_cannot_be_written_is_told(store: Store) -> None:
    (store.folder / "report.xlsx").mkdir()
    with pytest.raises(ExtraFileError) as caught:
        write_xlsx(store, store.folder / "report.xlsx", Language.ZH)
    assert "写不进去" in caught.value.words.zh
    assert [path.name for path in store.folder.iterdir() if path.name.startswith(".report")] == []
