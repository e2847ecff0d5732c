"""The catalogue that is written says what the letters say, validates, and agrees with them when it is read again."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from lxml import etree
from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError

from govreply.batch.catalogue.errors import CatalogueError
from govreply.batch.catalogue.table import read_catalogue
from govreply.batch.cross.engine import apply
from govreply.batch.cross.examples import stored
from govreply.batch.cross.form_reply_unpaired import form_alone
from govreply.batch.cross.letters import another, first, third
from govreply.batch.cross.view import View
from govreply.batch.filing.elements import ELEMENTS
from govreply.batch.filing.writing import NAMESPACE, write_catalogue
from govreply.testing import Form

XSD = Path(__file__).parents[3] / "schemas" / "catalogue.xsd"
XS = "{http://www.w3.org/2001/XMLSchema}"


def _schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(XSD))


def _files() -> dict[str, Any]:
    return {
        "a.md": first(disclosure="主动公开"),
        "a.pdf": first(disclosure="主动公开"),
        "b.md": another(document_number="武水函〔2023〕22号", form=Form(), joint_agencies=("市财政局",)),
        "c.txt": third(document_number=None, disposition=None, date=None),
        "表/甲.md": form_alone(),
        "通知.md": "通知\n\n定于明日开会。\n",
    }


def _xml(path: Path) -> list[dict[str, list[str]]]:
    """Element → values, one dictionary a unit."""
    root = etree.parse(path).getroot()
    found = []
    for unit in root:
        values: dict[str, list[str]] = {}
        for child in unit:
            values.setdefault(str(child.tag).removeprefix(f"{{{NAMESPACE}}}"), []).append(child.text or "")
        found.append(values)
    return found


def test_the_elements_of_a_letter(tmp_path: Path) -> None:
    store = stored(_files())
    assert write_catalogue(tmp_path / "目录.xml", View(store.db)) == 3
    letter = _xml(tmp_path / "目录.xml")[0]
    sizes = [str(row[0]) for row in store.db.execute("SELECT size FROM inputs WHERE path LIKE 'a.%' ORDER BY path")]
    assert letter == {
        "聚合层次": ["件"],
        "年度": ["2023"],
        "题名": ["对市政协十四届二次会议第20230117号提案的答复"],
        "说明题名文字": ["关于加强老旧小区雨污分流改造的建议"],
        "人名": ["陆承安"],
        "文件编号": ["武水函〔2023〕21号"],
        "责任者": ["武汉市水务局"],
        "日期": ["20230612"],
        "文种": ["函"],
        "主送": ["陆承安"],
        "抄送": ["市政协提案委", "市人民政府督查室"],
        "密级": ["公开"],
        "文件组合类型": ["组合文件"],
        "件数": ["1"],
        "页数": ["2"],
        "语种": ["中文"],
        "稿本": ["正本"],
        "格式信息": ["MD", "PDF"],
        "计算机文件名": ["a.md", "a.pdf"],
        "计算机文件大小": sizes,
        "附注": ["办理类别：A", "公开属性：主动公开"],
        "实体关系": ["答复市政协十四届二次会议第20230117号提案", "征询意见表：表/甲.md"],
    }


def test_what_a_letter_does_not_say_is_left_out(tmp_path: Path) -> None:
    write_catalogue(tmp_path / "目录.xml", View(stored(_files()).db))
    letter = _xml(tmp_path / "目录.xml")[2]
    assert not {"文件编号", "日期", "年度", "页数", "附注", "档号"} & letter.keys()
    assert letter["计算机文件名"] == ["c.txt"]


def test_the_form_says_what_the_proposer_thinks(tmp_path: Path) -> None:
    write_catalogue(tmp_path / "目录.xml", View(stored(_files()).db))
    assert _xml(tmp_path / "目录.xml")[1]["附注"] == ["办理类别：A", "办理效果：解决问题", "结果评价：满意"]


def test_the_xml_is_valid(tmp_path: Path) -> None:
    write_catalogue(tmp_path / "目录.xml", View(stored(_files()).db))
    _schema().assertValid(etree.parse(tmp_path / "目录.xml"))


def test_an_empty_batch_gives_a_valid_file(tmp_path: Path) -> None:
    assert write_catalogue(tmp_path / "目录.xml", View(stored({}).db)) == 0
    _schema().assertValid(etree.parse(tmp_path / "目录.xml"))
    assert write_catalogue(tmp_path / "目录.xlsx", View(stored({}).db)) == 0


DAMAGE: dict[str, tuple[str, str]] = {
    "date in words": ("20230612", "2023年6月12日"),
    "month thirteen": ("20230612", "20231312"),
    "no pages": (">2</页数>", ">0</页数>"),
    "empty title": ("对市政协十四届二次会议第20230117号提案的答复", " "),
    "other code": ('code="M22"', 'code="M23"'),
    "other standard": ("DA/T 46-2009", "DA/T 46"),
    "element that is not there": ("文种", "文类"),
}


@pytest.mark.parametrize("name", DAMAGE)
def test_a_damaged_catalogue_is_not_valid(tmp_path: Path, name: str) -> None:
    path = tmp_path / "目录.xml"
    write_catalogue(path, View(stored(_files()).db))
    text = path.read_text(encoding="utf-8")
    old, new = DAMAGE[name]
    assert old in text
    assert not _schema().validate(etree.fromstring(text.replace(old, new).encode()))


def test_the_schema_has_the_elements_in_their_order() -> None:
    unit = etree.parse(XSD).getroot().find(f"{XS}complexType[@name='Unit']")
    assert unit is not None
    found = {e.get("name"): e.find(f".//{XS}attribute").get("fixed") for e in unit.iter(f"{XS}element")}  # type: ignore[union-attr]
    assert list(found.items()) == list(ELEMENTS.items())


def test_the_workbook_has_the_same_and_no_formulas(tmp_path: Path) -> None:
    hostile = "=cmd|' /C calc'!A0"
    files = {**_files(), "d.md": first(copies=(hostile, "+1", "@SUM(A1)"), document_number="武水函〔2023〕30号")}
    view = View(stored(files).db)
    write_catalogue(tmp_path / "目录.xlsx", view)
    write_catalogue(tmp_path / "目录.xml", view)
    sheet = openpyxl.load_workbook(tmp_path / "目录.xlsx").worksheets[0]
    codes, names, *rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert dict(zip(names, codes, strict=True)) == ELEMENTS
    told = [{n: v for n, v in zip(names, row, strict=True) if v is not None} for row in rows]
    assert told == [{n: "；".join(v) for n, v in unit.items()} for unit in _xml(tmp_path / "目录.xml")]
    assert all(
        cell.data_type in ("s", "n") and not (cell.data_type == "n" and cell.value) for row in sheet for cell in row
    )
    assert sheet.freeze_panes == "A3"


def test_a_written_catalogue_agrees_with_the_letters(tmp_path: Path) -> None:
    files = {name: content for name, content in _files().items() if name != "通知.md" and not name.startswith("表/")}
    files["c.txt"] = third(document_number=None, disposition=None)
    store = stored(files)
    write_catalogue(tmp_path / "目录.xlsx", View(store.db))
    catalogue = read_catalogue(tmp_path / "目录.xlsx")
    assert len(catalogue.entries) == 3
    apply(store, catalogue=catalogue)
    assert {row["rule"] for row in store.db.execute("SELECT rule FROM cross_findings")} == {"file-format-unsuitable"}
    assert store.db.execute("SELECT count(*) FROM catalogue_files").fetchone()[0] == 4


def test_what_the_archive_knows_comes_from_its_catalogue(tmp_path: Path) -> None:
    table = tmp_path / "目录.csv"
    table.write_text("档号,保管期限,年度,文件名\n0194-WS·2023-D30-BGS-0001,30年,2024,a.md\n", encoding="utf-8")
    store = stored({"a.md": first()})
    apply(store, catalogue=read_catalogue(table))
    write_catalogue(tmp_path / "目录.xml", View(store.db))
    letter = _xml(tmp_path / "目录.xml")[0]
    assert (letter["档号"], letter["保管期限"], letter["年度"]) == (["0194-WS·2023-D30-BGS-0001"], ["30年"], ["2024"])
    _schema().assertValid(etree.parse(tmp_path / "目录.xml"))


@pytest.mark.parametrize("name", ["目录.csv", "目录", "没有/目录.xml"])
def test_what_cannot_be_written_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(CatalogueError):
        write_catalogue(tmp_path / name, View(stored({}).db))
    assert list(tmp_path.iterdir()) == []


def test_a_failure_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "目录.xml"
    path.write_text("old", encoding="utf-8")

    def fails(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr("govreply.batch.filing.writing.units", fails)
    with pytest.raises(CatalogueError):
        write_catalogue(path, View(stored({}).db))
    assert [(p.name, p.read_text(encoding="utf-8")) for p in tmp_path.iterdir()] == [("目录.xml", "old")]


@pytest.mark.parametrize("name", ["目录.xlsx", "目录.xml"])
def test_why_it_cannot_be_written_is_told_in_words(tmp_path: Path, name: str) -> None:
    (tmp_path / f"{name}.part").mkdir()  # what is written first cannot be
    with pytest.raises(CatalogueError) as refused:
        write_catalogue(tmp_path / name, View(stored({}).db))
    assert refused.value.words.zh == f"{tmp_path / name}：目录写不进去（是文件夹，不是文件）"
    assert refused.value.words.en == f"{tmp_path / name}: cannot be written (it is a folder and no file)"


def test_a_full_disk_is_told_as_such(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    close = Workbook.close

    def fails(book: Workbook) -> None:
        close(book)
        raise FileCreateError(OSError(errno.ENOSPC, "No space left on device"))

    monkeypatch.setattr(Workbook, "close", fails)
    with pytest.raises(CatalogueError) as refused:
        write_catalogue(tmp_path / "目录.xlsx", View(stored({}).db))
    assert refused.value.words.zh == f"{tmp_path / '目录.xlsx'}：目录写不进去（磁盘已满）"
    assert list(tmp_path.iterdir()) == []
