"""``govreply export``: what it says, its exit codes, and that a folder is whole or as it was."""

from __future__ import annotations

import errno
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import pytest

from govreply.batch.store import FILE_NAME, Store
from govreply.reports.batch_tables import writers
from govreply.reports.batch_tables.schema import tables
from tests.batch.letters import FAULTY, NEWS, SOUND, write
from tests.batch.running import run_in
from tests.cli.running import Outcome, govreply
from tests.reports.tables import lines

resource = pytest.importorskip("resource")
pytestmark = pytest.mark.skipif(os.name == "nt", reason="folders, locks and limits of another system")

COUNT = len(tables())


def export(*arguments: str | Path, to: str = "csv", lang: str = "zh") -> Outcome:
    return govreply("export", *arguments, "--to", to, "--lang", lang, "--progress", "off")


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """The results of three files: a sound letter, a faulty one, and no letter."""
    run_in(tmp_path / "out", write(tmp_path / "in", a=SOUND, b=FAULTY, c=NEWS))
    return tmp_path / "out"


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("form", ["parquet", "csv", "jsonl"])
def test_a_file_for_each_table(store: Path, form: str) -> None:
    outcome = export(store, to=form)
    assert (outcome.code, outcome.err) == (0, "")
    told = outcome.out.splitlines()
    assert told[0] == f"已导出 {COUNT} 张表到 {store / f'export-{form}'}（行数）："
    assert re.fullmatch(rf"  documents\.{form} +3", told[1])
    assert names(store / f"export-{form}") == sorted(["datapackage.json", *(f"{name}.{form}" for name in tables())])


def test_what_is_said_in_english(store: Path, tmp_path: Path) -> None:
    outcome = export(store / FILE_NAME, "--out", tmp_path / "one", "--table", "findings", to="jsonl", lang="en")
    assert outcome.code == 0
    assert outcome.out.splitlines()[0] == f"1 table exported to {tmp_path / 'one'}, with these rows:"
    assert names(tmp_path / "one") == ["datapackage.json", "findings.jsonl"]
    messages = {row["rule"]: row["message"] for row in lines(tmp_path / "one", "findings")}
    assert "20230171" in messages["proposal-number-mismatch"]
    assert messages["disclosure-missing"] == "the letter carries no disclosure mark"
    told = json.loads((tmp_path / "one" / "datapackage.json").read_text(encoding="utf-8"))
    assert told["resources"][0]["description"] == "a row for each finding within a document"


@pytest.mark.parametrize(("lang", "words"), [("zh", "导出 0/3 (0%)"), ("en", "exporting 0/3 (0%)")])
def test_how_far_it_is(store: Path, lang: str, words: str) -> None:
    outcome = govreply("export", store, "--to", "csv", "--progress", "plain", "--lang", lang)
    assert outcome.code == 0
    assert words in outcome.err


def test_a_store_may_have_another_name(store: Path, tmp_path: Path) -> None:
    moved = tmp_path / "2023.sqlite"
    shutil.copy(store / FILE_NAME, moved)
    assert export(moved, "--table", "documents").code == 0
    assert names(tmp_path / "export-csv") == ["datapackage.json", "documents.csv"]


# --- refusals ---


@pytest.mark.parametrize(
    ("arguments", "zh", "en"),
    [
        (("--to", "xls"), "--to 的值 'xls' 无效，可用：parquet|csv|jsonl", "--to cannot be 'xls'"),
        ((), "缺少参数：--to", "missing argument: --to"),
        (("--to", "csv", "--table", "finding"), "没有这张表；是否想用 findings？", "did you mean findings?"),
        (("--to", "csv", "--table", "表"), "没有这张表；可用：documents、findings", "there are: documents, findings"),
    ],
)
def test_wrong_usage(store: Path, arguments: tuple[str, ...], zh: str, en: str) -> None:
    for lang, words in (("zh", zh), ("en", en)):
        outcome = govreply("export", store, *arguments, "--lang", lang)
        assert (outcome.code, outcome.out) == (2, "")
        assert words in outcome.err


def test_no_store(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "nowhere"):
        first, second = export(path), export(path, lang="en")
        assert (first.code, second.code) == (2, 2)
        assert "没有这个文件" in first.err and "there is no such file" in second.err
    assert names(tmp_path) == []


def test_something_else_than_a_store(tmp_path: Path) -> None:
    (tmp_path / "a.sqlite").write_text("会议纪要" * 500, encoding="utf-8")
    outcome = export(tmp_path / "a.sqlite")
    assert outcome.code == 2
    assert "不是 govreply 的批处理文件" in outcome.err


@pytest.mark.parametrize(("lang", "words"), [("zh", "另一版本的 govreply"), ("en", "another version of govreply")])
def test_a_store_of_another_version(store: Path, lang: str, words: str) -> None:
    with sqlite3.connect(store / FILE_NAME) as db:
        db.execute("UPDATE meta SET value = 'govreply.batch/0' WHERE key = 'schema'")
    db.close()
    outcome = export(store, lang=lang)
    assert outcome.code == 2
    assert words in outcome.err and "--out" not in outcome.err


_HOLDER = """
import sys
import tempfile
from pathlib import Path
from govreply.batch.store import Store
with Store.create(Path(sys.argv[1]), resume=True):
    print("ready", flush=True)
    sys.stdin.read()
"""


@pytest.mark.parametrize(("lang", "words"), [("zh", "另一个 govreply batch 正在写"), ("en", "is writing to it")])
def test_a_store_that_a_run_writes_to(store: Path, lang: str, words: str) -> None:
    command = [sys.executable, "-c", _HOLDER, str(store)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8") as holder:
        assert holder.stdout is not None and holder.stdin is not None
        assert holder.stdout.readline() == "ready\n"
        outcome = export(store, lang=lang)
        holder.stdin.close()
    assert outcome.code == 2
    assert words in outcome.err
    assert not (store / "export-csv").exists()
    assert export(store).code == 0


def test_tables_that_are_there_stay_unless_asked(store: Path, tmp_path: Path) -> None:
    out = tmp_path / "tables"
    assert export(store, "--out", out).code == 0
    (out / "mine.txt").write_text("我的笔记", encoding="utf-8")
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    for lang, words in (("zh", "要替换请加 --overwrite"), ("en", "add --overwrite to replace them")):
        outcome = export(store, "--out", out, lang=lang)
        assert (outcome.code, outcome.out) == (2, "")
        assert words in outcome.err
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before
    assert export(store, "--out", out, "--table", "findings", "--overwrite").code == 0
    assert names(out) == ["datapackage.json", "findings.csv", "mine.txt"]


def test_a_folder_that_cannot_be_written(store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any, **__: Any) -> str:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(tempfile, "mkdtemp", refuse)
    outcome = export(store, "--out", tmp_path / "no")
    assert outcome.code == 2
    assert f"{tmp_path / 'no'}：不能写入（" in outcome.err
    assert not (tmp_path / "no").exists()


def test_a_file_where_the_folder_should_be(store: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    outcome = export(store, "--out", tmp_path / "file", lang="en")
    assert outcome.code == 2
    assert "no folder" in outcome.err


def test_parquet_without_its_library(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    for lang in ("zh", "en"):
        outcome = export(store, to="parquet", lang=lang)
        assert (outcome.code, outcome.out) == (2, "")
        assert "pip install 'govreply[parquet]'" in outcome.err and "--to csv" in outcome.err
    assert not (store / "export-parquet").exists()
    assert export(store, to="jsonl").code == 0


def test_the_library_is_loaded_for_parquet_alone(store: Path) -> None:
    program = (
        "import sys\nfrom govreply.cli import main\n"
        "try: main(['export', sys.argv[1], '--to', 'csv'])\n"
        "except SystemExit as ended: sys.exit(ended.code or int('pyarrow' in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", program, store], capture_output=True).returncode == 0


# --- what is not whole ---


@pytest.mark.parametrize(("lang", "words"), [("zh", "还有 1 份没查"), ("en", "still to be checked: 1")])
def test_a_batch_that_is_not_finished(tmp_path: Path, lang: str, words: str) -> None:
    with Store.create(tmp_path / "out") as made:
        made.found(made.begin_run("{}"), "a.md")
    outcome = export(tmp_path / "out", lang=lang, to="jsonl")
    assert outcome.code == 3
    assert words in outcome.err and "--resume" in outcome.err
    (row,) = lines(tmp_path / "out" / "export-jsonl", "documents")
    assert (row["document"], row["state"]) == ("a.md", "waiting")


def test_a_batch_without_documents(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    run_in(tmp_path / "out", tmp_path / "in")
    outcome = export(tmp_path / "out")
    assert outcome.code == 0
    assert [line.split()[-1] for line in outcome.out.splitlines()[1:]] == ["0"] * COUNT


@pytest.mark.parametrize("form", ["parquet", "csv", "jsonl"])
@pytest.mark.parametrize("replaced", [False, True])
def test_a_disk_that_is_full(store: Path, form: str, replaced: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = store / f"export-{form}"
    before: dict[str, bytes] = {}
    if replaced:
        assert export(store, to=form).code == 0
        before = {path.name: path.read_bytes() for path in folder.iterdir()}

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    first, second = (export(store, "--overwrite", to=form, lang=lang) for lang in ("zh", "en"))
    assert (first.code, second.code, first.out) == (3, 3, "")
    assert "磁盘已满，没有导出任何表" in first.err and "the disk is full" in second.err
    if replaced:
        assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    else:
        assert not folder.exists()


@pytest.mark.parametrize("form", ["parquet", "csv", "jsonl"])
def test_files_that_may_not_grow(store: Path, form: str) -> None:
    command = [sys.executable, "-m", "govreply", "export", str(store), "--to", form, "--lang", "en"]
    done = subprocess.run(
        command,
        capture_output=True,
        encoding="utf-8",
        timeout=100,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (600, 600)),
    )
    assert done.returncode == 3, done.stderr
    assert "cannot be written (the file is larger than the system allows)" in done.stderr
    assert "Traceback" not in done.stderr and "Exception ignored" not in done.stderr
    assert not (store / f"export-{form}").exists()


@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="only root may mount disks")
def test_a_small_disk_and_one_that_is_read_only(store: Path, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=300k", "tmpfs", disk], capture_output=True)
    if mounted.returncode:
        pytest.skip("no disk can be mounted here")
    try:
        shutil.copy(store / FILE_NAME, disk)
        with (disk / "filler").open("wb") as filler:
            filler.write(b"x" * (300 * 1024 - (disk / FILE_NAME).stat().st_size - 12 * 1024))
        full = export(disk)
        assert (full.code, "磁盘已满" in full.err) == (3, True), full.err
        assert names(disk)[0] == FILE_NAME and "export-csv" not in names(disk)
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
        refused = export(disk)
        assert (refused.code, f"{disk / 'export-csv'}：不能写入" in refused.err) == (2, True), refused.err
        assert export(disk, "--out", tmp_path / "elsewhere").code == 0
    finally:
        subprocess.run(["umount", disk], check=True)
    assert "documents.csv" in names(tmp_path / "elsewhere")


def test_an_export_that_is_interrupted_leaves_nothing(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(writers.CsvWriter, "add", interrupt)
    assert export(store).code == 130
    assert not (store / "export-csv").exists()


def test_a_damaged_store(store: Path) -> None:
    file = store / FILE_NAME
    data = bytearray(file.read_bytes())
    with sqlite3.connect(file) as db:
        (page,) = db.execute("SELECT rootpage FROM sqlite_master WHERE name = 'findings'").fetchone()
        (size,) = db.execute("PRAGMA page_size").fetchone()
    db.close()
    data[(page - 1) * size : page * size] = b"\xff" * size
    file.write_bytes(data)
    outcome = export(store)
    assert outcome.code == 3
    assert "已损坏；请把它移走或删除" in outcome.err and "Traceback" not in outcome.err
    assert not (store / "export-csv").exists()


# --- what is private ---


def test_a_note_where_the_store_itself_is_masked(store: Path) -> None:
    zh = export(store, "--show-private")
    en = export(store, "--show-private", "--overwrite", lang="en")
    assert (zh.code, en.code) == (0, 0)
    assert "说明和引文里遮盖了的仍然遮盖" in zh.err and "stay masked" in en.err
