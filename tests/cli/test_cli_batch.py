"""``govreply batch``: what it says, its exit codes, and how it goes on."""

from __future__ import annotations

import errno
import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import openpyxl
import pytest

from govreply.batch import lock
from govreply.batch.cross import engine as cross
from govreply.batch.cross.letters import another, first
from govreply.batch.store import FILE_NAME, Store
from tests.batch.letters import FAULTY, NEWS, SOUND, write
from tests.batch.running import contents
from tests.cli.running import Outcome, govreply

resource = pytest.importorskip("resource")
_LETTERS = (("a", first), ("b", another))
pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals and limits of another system")


def batch(*arguments: str | Path, lang: str = "zh") -> Outcome:
    return govreply("batch", *arguments, "--progress", "off", "--jobs", "2", "--lang", lang)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "in", a=SOUND, b=FAULTY, c=NEWS)


@pytest.fixture
def mixed(tmp_path: Path) -> Path:
    """With what cannot be read, and what is not looked at."""
    folder = write(tmp_path / "in", a=SOUND, b=FAULTY, c=NEWS, d=b"")
    (folder / "e.md").symlink_to(folder / "nowhere")
    os.mkfifo(folder / "f.md")
    (folder / ".hidden.md").write_text(SOUND)
    (folder / "table.xlsx").write_bytes(b"PK")
    (folder / "up").symlink_to(folder)
    return folder


def _lines(outcome: Outcome) -> list[str]:
    return outcome.out.splitlines()


def test_the_sum_in_chinese(mixed: Path, tmp_path: Path) -> None:
    outcome = batch(mixed, "--out", tmp_path / "out")
    assert outcome.code == 3
    assert _lines(outcome)[0] == (
        "共 6 份：通过 1，不通过 1，无法判定 1（其中不是答复 1），未能读取 3（不存在 1，内容为空 1，格式不受支持 1）"
    )
    assert f"  {mixed}/e.md  未能读取：不存在（符号链接指向的文件不存在）" in _lines(outcome)
    assert f"  {mixed}/f.md  未能读取：格式不受支持（不是文件，而是命名管道）" in _lines(outcome)
    assert "略过：隐藏文件 1，其他类型 1，重复的路径或链接 1" in _lines(outcome)
    assert any(line.startswith("用时 ") for line in _lines(outcome))


def test_the_sum_in_english(mixed: Path, tmp_path: Path) -> None:
    outcome = batch(mixed, "--out", tmp_path / "out", lang="en")
    assert outcome.code == 3
    assert _lines(outcome)[0] == (
        "6 documents: passed 1, failed 1, undetermined 1 (no replies 1), "
        "not read 3 (not found 1, empty 1, unsupported format 1)"
    )
    assert f"  {mixed}/e.md  not read: not found (symbolic link to what does not exist)" in _lines(outcome)
    assert "skipped: hidden 1, other file types 1, repeated paths or links 1" in _lines(outcome)


def test_the_store_remembers_what_the_reports_need(mixed: Path, tmp_path: Path) -> None:
    batch(mixed, "--out", tmp_path / "out")
    batch(mixed, "--out", tmp_path / "plain", "--show-private")
    with Store.read(tmp_path / "out") as store, Store.read(tmp_path / "plain") as plain:
        assert json.loads(store.meta("skipped") or "") == {"hidden": 1, "other": 1, "repeated": 1, "ignored": 0}
        assert json.loads(store.meta("folders") or "") == [str(mixed)]
        assert (store.meta("show_private"), plain.meta("show_private")) == ("0", "1")


def test_an_interruption_of_the_reports_says_how_to_go_on(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(cross, "apply", interrupted)
    outcome = batch(folder, "--out", tmp_path / "out")
    assert outcome.code == 130
    assert f"接着做：govreply batch --resume --out {tmp_path / 'out'}" in outcome.err
    monkeypatch.undo()
    assert "3 份没有改动，不必重查" in batch("--resume", "--out", tmp_path / "out").out


@pytest.mark.parametrize(
    ("documents", "options", "code"),
    [
        ({"a": SOUND}, (), 0),
        ({"a": SOUND, "b": FAULTY}, (), 1),
        ({"a": SOUND, "b": FAULTY}, ("--fail-on", "never"), 0),
        ({"a": SOUND}, ("--fail-on", "info"), 1),
        ({"a": FAULTY, "b": b""}, (), 3),
        ({"a": NEWS}, (), 3),
        ({}, (), 3),
    ],
)
def test_exit_codes(tmp_path: Path, documents: dict[str, str], options: tuple[str, ...], code: int) -> None:
    assert batch(write(tmp_path / "in", **documents), "--out", tmp_path / "out", *options).code == code


def test_the_report_is_not_looked_at_when_it_lies_in_the_folder(folder: Path) -> None:
    assert batch(folder, "--out", folder / "report").out.startswith("共 3 份")
    (folder / "report" / "note.md").write_text(SOUND)
    assert batch(folder, "--out", folder / "report", "--resume").out.startswith("共 3 份")


@pytest.mark.parametrize(("lang", "words"), [("zh", "接着做请加 --resume"), ("en", "add --resume to go on")])
def test_results_are_not_overwritten(folder: Path, tmp_path: Path, lang: str, words: str) -> None:
    batch(folder, "--out", tmp_path / "out")
    before = contents(tmp_path / "out")
    outcome = batch(folder, "--out", tmp_path / "out", lang=lang)
    assert (outcome.code, words in outcome.err) == (2, True)
    assert contents(tmp_path / "out") == before


def test_going_on_needs_no_path_and_says_what_it_saved(folder: Path, tmp_path: Path) -> None:
    batch(folder, "--out", tmp_path / "out")
    (folder / "b.md").unlink()
    outcome = batch("--resume", "--out", tmp_path / "out")
    assert outcome.code == 0
    assert "2 份没有改动，不必重查" in _lines(outcome)
    assert "1 份已不在原处，从结果中去掉" in _lines(outcome)


def test_relative_paths_of_the_last_run_are_not_taken_for_others(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    batch("in", "--out", "out")
    assert batch("--resume", "--out", "out").code == 1
    monkeypatch.chdir(folder)
    outcome = batch("--resume", "--out", tmp_path / "out")
    assert (outcome.code, str(tmp_path) in outcome.err) == (2, True)
    with Store.read(tmp_path / "out") as store:
        assert store.counts().found == 3


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "缺少参数：路径"),
        (("nowhere",), "nowhere：没有这个文件或文件夹"),
        (("in", "--jobs", "many"), "--jobs 的值 'many' 无效"),
        (("in", "--jobs", "-1"), "--jobs 的值 '-1' 无效"),
        (("in", "--progress", "loud"), "可用：auto|plain|off"),
        (("in", "--select", "no-such-rule"), "没有规则或类别 no-such-rule"),
        (("in", "--profile", "no-such-place"), "no-such-place"),
        (("in", "--limit", "seconds=0"), "应为正数"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_written(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], words: str
) -> None:
    monkeypatch.chdir(tmp_path)
    outcome = govreply("batch", *arguments, "--out", "out")
    assert (outcome.code, words in outcome.err) == (2, True), outcome.err
    assert not (tmp_path / "out").exists()


def test_out_is_required(folder: Path) -> None:
    outcome = govreply("batch", folder)
    assert (outcome.code, "缺少参数：--out" in outcome.err) == (2, True)


def test_a_broken_file_of_waivers_is_told(folder: Path, tmp_path: Path) -> None:
    (folder / "govreply-waivers.toml").write_text("[[waiver]]\n")
    outcome = batch(folder, "--out", tmp_path / "out")
    assert (outcome.code, "缺 document" in outcome.err) == (2, True)


@pytest.mark.parametrize(
    ("lang", "words"),
    [("zh", "不能写入（所在磁盘只能读，不能写）"), ("en", "cannot be written (the disk is read-only)")],
)
def test_a_folder_that_cannot_be_written_is_told(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lang: str, words: str
) -> None:
    def refuse(_: Path) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    monkeypatch.setattr(lock.Lock, "take", refuse)
    outcome = batch(folder, "--out", tmp_path / "out", lang=lang)
    assert (outcome.code, words in outcome.err) == (2, True)


_HOLDER = """
import sys, time
from pathlib import Path
from govreply.batch.store import Store
with Store.create(Path(sys.argv[1])):
    print("ready", flush=True)
    time.sleep(60)
"""


@pytest.mark.parametrize(("lang", "words"), [("zh", "另一个 govreply batch 正在写"), ("en", "another govreply batch")])
def test_two_runs_on_one_store_are_one_too_many(folder: Path, tmp_path: Path, lang: str, words: str) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", _HOLDER, tmp_path / "out"], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None and process.stdout.readline() == "ready\n"
        outcome = batch(folder, "--out", tmp_path / "out", "--resume", lang=lang)
        process.kill()
    assert (outcome.code, words in outcome.err) == (2, True)
    assert batch(folder, "--out", tmp_path / "out", "--resume").code == 1


@pytest.mark.parametrize(
    ("lang", "words", "how"), [("zh", "无法写入", "接着做："), ("en", "cannot be written", "to go on")]
)
def test_a_disk_that_fills_up_ends_the_run_and_costs_nothing(
    folder: Path, tmp_path: Path, lang: str, words: str, how: str
) -> None:
    write(folder, **{f"more{number}": SOUND for number in range(40)})
    out = tmp_path / "out"
    command = [
        sys.executable,
        "-m",
        "govreply",
        "batch",
        str(folder),
        "--out",
        str(out),
        "--progress",
        "off",
        "--lang",
        lang,
    ]
    done = subprocess.run(
        command,
        capture_output=True,
        check=False,
        timeout=100,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000)),
    )
    message = done.stderr.decode()
    assert done.returncode == 3, message
    assert words in message or "磁盘已满" in message or "disk is full" in message
    assert how in message
    assert "Traceback" not in message
    assert batch("--resume", "--out", out).code == 1
    batch(folder, "--out", tmp_path / "whole")
    assert contents(out) == contents(tmp_path / "whole")


@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="only root may mount a small disk")
def test_a_small_disk_that_fills_up(folder: Path, tmp_path: Path) -> None:
    write(folder, **{f"more{number}": SOUND for number in range(60)})
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=500k", "tmpfs", disk], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("no disk can be mounted here")
    try:
        full = batch(folder, "--out", disk / "out")
        assert (full.code, "磁盘已满" in full.err) == (3, True), full.err
        subprocess.run(["mount", "-o", "remount,size=20m", disk], check=True)
        assert batch("--resume", "--out", disk / "out").code == 1
        batch(folder, "--out", tmp_path / "whole")
        assert contents(disk / "out") == contents(tmp_path / "whole")
    finally:
        subprocess.run(["umount", disk], check=True)


@pytest.mark.parametrize(("lang", "free"), [("zh", "请先腾出空间"), ("en", "free some space first")])
def test_a_disk_that_is_full_before_anything_is_remembered_is_told_with_the_paths(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lang: str, free: str
) -> None:
    full = sqlite3.OperationalError("database or disk is full")

    def refuse(*_: object) -> None:
        raise full

    out = tmp_path / "out"
    with monkeypatch.context() as patched:
        patched.setattr(Store, "set_meta", refuse)
        outcome = batch(folder, "--out", out, lang=lang)
    assert (outcome.code, free in outcome.err) == (3, True), outcome.err
    assert f"govreply batch {folder} --resume --out {out}" in outcome.err
    forgotten = batch("--resume", "--out", out)
    assert (forgotten.code, f"govreply batch 路径 --resume --out {out}" in forgotten.err) == (2, True), forgotten.err
    assert batch(folder, "--resume", "--out", out).code == 1


@pytest.mark.parametrize("size", [0, 5_000, 50_000])
@pytest.mark.parametrize("command", ["batch", "resume", "export"])
def test_a_damaged_store_is_told_with_what_to_do(folder: Path, tmp_path: Path, size: int, command: str) -> None:
    out = tmp_path / "out"
    batch(folder, "--out", out)
    os.truncate(out / FILE_NAME, size)
    match command:
        case "export":
            outcome = govreply("export", out, "--to", "csv")
        case "resume":
            outcome = batch("--resume", "--out", out)
        case _:
            outcome = batch(folder, "--out", out)
    assert outcome.code in (2, 3)
    if command == "resume" and size == 0:
        assert f"govreply batch 路径 --resume --out {out}" in outcome.err
    elif command == "batch" and size:
        assert "已有一次批处理的结果" in outcome.err
    else:
        assert "请把它移走或删除，或换一个 --out 文件夹" in outcome.err, outcome.err
        assert "接着做" not in outcome.err


@pytest.mark.parametrize(("lang", "words"), [("zh", "已中断：找到 200 份"), ("en", "of 200 documents are checked")])
def test_ctrl_c_keeps_what_is_done_and_says_how_to_go_on(tmp_path: Path, lang: str, words: str) -> None:
    folder = write(tmp_path / "in", **{f"{number}": (SOUND, FAULTY)[number % 2] for number in range(200)})
    out = tmp_path / "out"
    command = [sys.executable, "-m", "govreply", "batch", str(folder), "--out", str(out), "--jobs", "1", "--lang", lang]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    while process.poll() is None and not _documents(out):
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    _, error = process.communicate(timeout=60)
    message = error.decode()
    assert process.returncode == 130, message
    assert words in message and f"govreply batch --resume --out {out}" in message
    done = _documents(out)
    assert 0 < done < 200
    resumed = batch("--resume", "--out", out)
    assert resumed.code == 1
    (kept,) = re.findall(r"^(\d+) 份没有改动", resumed.out, re.MULTILINE)
    assert int(kept) == done


def _documents(out: Path) -> int:
    try:
        db = sqlite3.connect(f"file:{out / FILE_NAME}?mode=ro", uri=True)
        try:
            return int(db.execute("SELECT count(*) FROM documents").fetchone()[0])
        finally:
            db.close()
    except sqlite3.OperationalError:  # not there yet
        return 0


def test_archives_are_opened_on_demand(folder: Path, tmp_path: Path) -> None:
    import zipfile

    with zipfile.ZipFile(folder / "more.zip", "w") as archive:
        archive.writestr("d.md", FAULTY)
    plain = batch(folder, "--out", tmp_path / "plain")
    opened = batch(folder, "--out", tmp_path / "opened", "--zip")
    assert plain.out.startswith("共 3 份") and "其他类型 1" in plain.out
    assert opened.out.startswith("共 4 份：通过 1，不通过 2")


def test_what_is_waived_is_counted_and_what_does_nothing_is_told(folder: Path, tmp_path: Path) -> None:
    entry = '[[waiver]]\ndocument = "*.md"\nrule = "{}"\nreason = "已另函更正"\nwho = "档案室"\n'
    waivers = tmp_path / "w.toml"
    waivers.write_text(entry.format("proposal-number-mismatch") + entry.format("date-impossible"), encoding="utf-8")
    outcome = batch(folder, "--out", tmp_path / "out", "--waivers", waivers)
    assert outcome.code == 0
    assert "已豁免：错误 1" in _lines(outcome)
    assert any(line.startswith("未用到的豁免：date-impossible") for line in _lines(outcome))


def test_waivers_that_do_nothing_are_listed_in_the_reports_too(folder: Path, tmp_path: Path) -> None:
    (folder / "govreply-waivers.toml").write_text(
        _waiver("a.md", "date-form", "没有这种写法")
        + _waiver("lost/none.md", "date-form", "文件已移走")
        + _waiver("b.md", "date-form", "早已过期", "until = 2000-01-01")
    )
    outcome = batch(folder, "--out", tmp_path / "out")
    page = (tmp_path / "out" / "report.html").read_text()
    sheet = openpyxl.load_workbook(tmp_path / "out" / "report.xlsx").worksheets[0]
    workbook = [str(cell) for row in sheet.iter_rows(values_only=True) for cell in row if cell]
    for remark in (
        "未用到的豁免：date-form · a.md（没有这种写法",
        "未用到的豁免：date-form · lost/none.md（文件已移走",
        "已过期的豁免：date-form · b.md（早已过期",
    ):
        assert remark in outcome.out and remark in page
        assert any(text.startswith(remark) for text in workbook)


def test_a_waiver_for_documents_beyond_those_that_were_checked_is_not_called_unused(
    folder: Path, tmp_path: Path
) -> None:
    write(folder / "sub", d=SOUND)
    (folder / "govreply-waivers.toml").write_text(
        _waiver("b.md", "date-form", "在别处")
        + _waiver("b*.md", "date-form", "在别处")
        + _waiver("sub/x.md", "date-form", "没有")
    )
    outcome = batch(folder / "sub", "--out", tmp_path / "out")
    assert [line for line in _lines(outcome) if "豁免" in line] == [
        line for line in _lines(outcome) if line.startswith("未用到的豁免：date-form · sub/x.md")
    ]
    assert "sub/x.md" in outcome.out


def test_a_waiver_for_some_documents_of_a_finding_that_wants_all_is_unused(tmp_path: Path) -> None:
    folder = write(tmp_path / "in", a=SOUND, b=b"", c=b"")
    rule = "file-unreadable"
    (folder / "govreply-waivers.toml").write_text(_waiver("b.md", rule, "原件就是空的"))
    some = batch(folder, "--out", tmp_path / "some")
    assert f"未用到的豁免：{rule} · b.md（原件就是空的" in some.out
    (folder / "govreply-waivers.toml").write_text(
        _waiver("b.md", rule, "原件就是空的") + _waiver("c.md", rule, "原件也是空的")
    )
    every = batch(folder, "--out", tmp_path / "every")
    assert "未用到的豁免" not in every.out and "跨文件问题已豁免" in every.out


def _waiver(document: str, rule: str, reason: str, more: str = "") -> str:
    return f'[[waiver]]\ndocument = "{document}"\nrule = "{rule}"\nreason = "{reason}"\nwho = "顾怀远"\n{more}\n'


def test_a_finding_over_many_that_is_waived_does_not_fail(tmp_path: Path) -> None:
    letters = {name: letter(document_number="武水函〔2023〕21号").to_markdown() for name, letter in _LETTERS}
    folder = write(tmp_path / "in", **letters)
    rule = ("--select", "duplicate-document-number", "--select", "date-impossible")
    found = batch(folder, "--out", tmp_path / "found", *rule)
    assert (found.code, "跨文件问题：错误 1" in _lines(found)) == (1, True)
    (folder / "govreply-waivers.toml").write_text(
        '[[waiver]]\ndocument = "a.md"\nrule = "duplicate-document-number"\nreason = "已另函更正"\nwho = "档案室"\n',
        encoding="utf-8",
    )
    waived = batch(folder, "--out", tmp_path / "waived", *rule)
    assert waived.code == 0
    assert "跨文件问题已豁免：错误 1" in _lines(waived)
    sheet = openpyxl.load_workbook(tmp_path / "waived" / "report.xlsx")["跨文件问题"]
    column = next(cell.column for cell in sheet[1] if cell.value == "豁免")
    assert str(sheet.cell(2, column).value).startswith("已另函更正；档案室；")


def test_progress_goes_to_standard_error(folder: Path, tmp_path: Path) -> None:
    outcome = govreply("batch", folder, "--out", tmp_path / "out", "--progress", "plain", "--jobs", "1")
    assert "检查 0/3" in outcome.err and "检查" not in outcome.out
