"""``govreply batch`` with a catalogue: options, what is said, exit codes."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from lxml import etree

from govreply.batch.store import FILE_NAME, Store
from tests.cli.running import Outcome, govreply

pytestmark = pytest.mark.skipif(os.name == "nt", reason="as the other tests of govreply batch")

HEADER = "序号,题名,文号,日期,页数,文件名"
TITLE = "对市政协十四届二次会议第20230117号提案的答复"


@pytest.fixture
def folder(tmp_path: Path, sound: Path) -> Path:
    """One sound letter, ``a.md``."""
    place = tmp_path / "in"
    place.mkdir()
    (place / "a.md").write_bytes(sound.read_bytes())
    return place


def batch(folder: Path, *arguments: str | Path, lang: str = "zh") -> Outcome:
    out = folder.parent / "out"
    return govreply("batch", folder, "--out", out, "--jobs", "1", "--progress", "off", "--lang", lang, *arguments)


def _catalogue(folder: Path, number: str, file: str = "a.md") -> Path:
    path = folder.parent / "目录.csv"
    path.write_text(f"{HEADER}\n1,{TITLE},{number},2023年6月12日,2,{file}\n", encoding="gb18030")
    return path


def _rules(folder: Path) -> set[str]:
    with Store.read(folder.parent / "out") as store:
        return {row["rule"] for row in store.db.execute("SELECT rule FROM cross_findings WHERE severity <> 'info'")}


def test_a_catalogue_that_agrees(folder: Path) -> None:
    outcome = batch(folder, "--catalogue", _catalogue(folder, "武水函〔2023〕21号"))
    assert outcome.code == 0
    assert "目录：1 条，有文件的 1 条；认出的栏目：题名、文号、日期、页数、文件名；未用的栏目：序号" in outcome.out
    assert _rules(folder) == set()


def test_a_catalogue_that_does_not(folder: Path) -> None:
    outcome = batch(folder, "--catalogue", _catalogue(folder, "武水函〔2023〕12号"), lang="en")
    assert outcome.code == 1
    assert "catalogue: 1 entry, 1 of them with files" in outcome.out
    assert _rules(folder) == {"metadata-content-mismatch"}


def test_columns_can_be_named(folder: Path) -> None:
    path = folder.parent / "目录.csv"
    path.write_text(f"甲,乙,丙\n{TITLE},武水函〔2023〕12号,a.md\n", encoding="utf-8")
    columns = [word for column in ("题名=甲", "number=2", "文件名=C") for word in ("--catalogue-column", column)]
    assert batch(folder, "--catalogue", path, *columns).code == 1
    assert _rules(folder) == {"metadata-content-mismatch"}


def test_without_the_catalogue_its_findings_are_gone(folder: Path) -> None:
    batch(folder, "--catalogue", _catalogue(folder, "武水函〔2023〕12号"))
    assert batch(folder, "--resume").code == 0
    assert _rules(folder) == set()


@pytest.mark.parametrize("name", ["新目录.xml", "新目录.xlsx"])
def test_a_catalogue_is_written(folder: Path, name: str) -> None:
    target = folder.parent / name
    outcome = batch(folder, "--write-catalogue", target)
    assert outcome.code == 0
    assert f"已写出目录：{target}（1 件）" in outcome.out
    assert target.stat().st_size > 0
    if target.suffix == ".xml":
        schema = etree.XMLSchema(etree.parse(Path(__file__).parents[2] / "schemas" / "catalogue.xsd"))
        schema.assertValid(etree.parse(target))


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--catalogue", "没有.xlsx"), "没有.xlsx"),
        (("--write-catalogue", "目录.doc"), ".xlsx、.xml"),
        (("--write-catalogue", "没有/目录.xml"), "没有这个文件夹"),
        (("--catalogue-column", "题名=B"), "--catalogue"),
        (("--overwrite",), "--overwrite 要与 --write-catalogue 同用"),
    ],
)
def test_what_cannot_be_is_refused_before_anything_is_checked(
    folder: Path, arguments: tuple[str, ...], told: str
) -> None:
    outcome = batch(folder, *arguments)
    assert outcome.code == 2
    assert told in outcome.err
    assert not (folder.parent / "out" / FILE_NAME).exists()


@pytest.mark.parametrize("column", ["题名", "=B", "题名=", "颜色=B"])
def test_columns_that_are_none_are_refused(folder: Path, column: str) -> None:
    assert batch(folder, "--catalogue", _catalogue(folder, "无"), "--catalogue-column", column).code == 2


@pytest.mark.parametrize("second", ["题名=文号", "title=B", "标题=题名"])
def test_a_field_named_twice_is_refused(folder: Path, second: str) -> None:
    columns = ("--catalogue-column", "题名=题名", "--catalogue-column", second)
    outcome = batch(folder, "--catalogue", _catalogue(folder, "武水函〔2023〕21号"), *columns)
    assert outcome.code == 2
    assert f"--catalogue-column 两次指明了题名：题名、{second.partition('=')[2]}" in outcome.err


def test_the_catalogue_is_not_written_over(folder: Path) -> None:
    book = folder.parent / "目录.xlsx"
    batch(folder, "--write-catalogue", book)
    before = book.read_bytes()
    outcome = batch(folder, "--resume", "--catalogue", book, "--write-catalogue", book)
    assert (outcome.code, book.read_bytes()) == (2, before)


@pytest.mark.parametrize("name", ["旧目录.xlsx", "旧目录.xml"])
def test_a_file_that_exists_is_replaced_on_demand_only(folder: Path, name: str) -> None:
    target = folder.parent / name
    target.write_text("我的目录", encoding="utf-8")
    refused = batch(folder, "--write-catalogue", target)
    assert (refused.code, target.read_text(encoding="utf-8")) == (2, "我的目录")
    assert f"{target}：已有这个文件" in refused.err
    assert not (folder.parent / "out").exists()
    assert batch(folder, "--write-catalogue", target, "--overwrite").code == 0
    assert target.read_bytes()[:4] in (b"PK\x03\x04", b"<?xm")
    assert batch(folder, "--resume", "--write-catalogue", target, lang="en").code == 2


def test_a_link_is_a_file_that_exists(folder: Path) -> None:
    link = folder.parent / "目录.xlsx"
    link.symlink_to(folder.parent / "无.xlsx")
    assert batch(folder, "--write-catalogue", link).code == 2
    assert link.is_symlink()


def test_a_folder_is_no_catalogue(folder: Path) -> None:
    target = folder.parent / "目录.xlsx"
    target.mkdir()
    outcome = batch(folder, "--write-catalogue", target, "--overwrite")
    assert outcome.code == 2
    assert "这是文件夹" in outcome.err


@pytest.mark.parametrize("name", ["report.xlsx", "Report.XLSX"])
def test_the_reports_are_never_written_over(folder: Path, name: str) -> None:
    out = folder.parent / "out"
    assert batch(folder).code == 0
    before = (out / "report.xlsx").read_bytes()
    (folder.parent / "link").symlink_to(out)
    for target in (out / name, folder.parent / "link" / name):
        outcome = batch(folder, "--resume", "--write-catalogue", target, "--overwrite")
        assert outcome.code == 2
        assert "这是成批检查的报告" in outcome.err
    assert (out / "report.xlsx").read_bytes() == before


def test_the_catalogue_that_is_compared_is_not_written_over_by_another_name(folder: Path) -> None:
    book = folder.parent / "目录.xlsx"
    batch(folder, "--write-catalogue", book)
    link = folder.parent / "别名.xlsx"
    link.symlink_to(book)
    for given, written in ((book, link), (link, book)):
        outcome = batch(folder, "--resume", "--catalogue", given, "--write-catalogue", written, "--overwrite")
        assert outcome.code == 2
        assert "不能覆盖 --catalogue 的目录" in outcome.err


def test_a_failure_to_write_is_incomplete(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr("govreply.batch.filing.writing.units", fails)
    outcome = batch(folder, "--write-catalogue", folder.parent / "目录.xml")
    assert outcome.code == 3
    assert "disk full" in outcome.err
