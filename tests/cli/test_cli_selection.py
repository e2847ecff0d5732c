"""What ``check`` is told to look at: standard input, lists of names, files that folders leave out."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from govreply.testing import Form, Letter
from tests.cli.running import govreply

LETTER = Letter(form=Form()).to_markdown()
FAULTY = Letter(form=Form(number="20230171")).to_markdown()


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(name: str, text: str = LETTER) -> str:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return name


def feed(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data), encoding="ascii"))


def documents(*arguments: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(govreply("check", "--format", "json", *arguments).out)["documents"]
    return found


def listed(*arguments: str) -> list[str]:
    return govreply("check", "--list-files", *arguments).out.splitlines()


# --- an empty name ---


@pytest.mark.parametrize("arguments", [("",), ("a.md", ""), ("", "--fix"), ("--files-from", "")])
def test_an_empty_name_is_no_folder(arguments: tuple[str, ...]) -> None:
    write("a.md")
    outcome = govreply("check", *arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert "路径为空；当前文件夹请写 ." in outcome.err


def test_without_a_path_there_is_nothing_to_do() -> None:
    outcome = govreply("check")
    assert outcome.code == 2
    assert "缺少参数：路径" in outcome.err


# --- standard input ---


def test_standard_input_is_a_document(monkeypatch: pytest.MonkeyPatch) -> None:
    feed(monkeypatch, FAULTY.encode())
    outcome = govreply("check", "-", "--stdin-name", "letters/a.md")
    assert outcome.code == 1
    assert outcome.out.startswith("letters/a.md  不通过\n")
    assert "letters/a.md:" in outcome.out


def test_without_a_name_it_is_called_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    feed(monkeypatch, LETTER.encode("gb18030"))
    outcome = govreply("check", "-")
    assert outcome.code == 0
    assert outcome.out.startswith("<stdin>  通过\n")


def test_it_may_be_any_format(monkeypatch: pytest.MonkeyPatch) -> None:
    feed(monkeypatch, Letter(form=Form(number="20230171")).to_docx())
    outcome = govreply("check", "-", "--stdin-name", "a.docx", "--select", "IDN001")
    assert outcome.code == 1


def test_it_stands_among_files_where_it_was_written(monkeypatch: pytest.MonkeyPatch) -> None:
    feed(monkeypatch, LETTER.encode())
    assert [d["name"] for d in documents(write("a.md"), "-", write("b.md"))] == ["a.md", "<stdin>", "b.md"]


def test_a_file_of_that_name_can_still_be_named() -> None:
    write("-")
    assert [d["name"] for d in documents("./-")] == ["-"]


@pytest.mark.parametrize(("data", "cause"), [(b"", "empty"), (b"x" * 5000, "limit")])
def test_what_cannot_be_read_of_it_is_told(monkeypatch: pytest.MonkeyPatch, data: bytes, cause: str) -> None:
    feed(monkeypatch, data)
    outcome = govreply("check", "-", "--limit", "bytes=4000", "--format", "concise")
    assert outcome.code == 3
    assert outcome.out.startswith(f"<stdin>: {cause} error ")


def test_waivers_beside_its_name_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    write(
        "letters/govreply-waivers.toml",
        '[[waiver]]\ndocument = "a.md"\nrule = "IDN001"\nreason = "原件如此"\nwho = "档案室"\n',
    )
    feed(monkeypatch, FAULTY.encode())
    outcome = govreply("check", "-", "--stdin-name", "letters/a.md")
    assert outcome.code == 0
    assert "已豁免 proposal-number-mismatch" in outcome.out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("-", "-"), "标准输入（-）只能用一次"),
        (("-", "--files-from", "-"), "标准输入（-）只能用一次"),
        (("a.md", "--stdin-name", "b.md"), "--stdin-name 要与路径 - 同用"),
        (("-", "--fix"), "--fix、--diff 不能用于标准输入"),
        (("-", "--diff"), "--fix、--diff 不能用于标准输入"),
        (("-", "--changed-since", "HEAD"), "--changed-since 不能与标准输入"),
    ],
)
def test_what_does_not_go_with_it(monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], message: str) -> None:
    write("a.md")
    feed(monkeypatch, LETTER.encode())
    outcome = govreply("check", *arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert message in outcome.err


# --- lists of names ---


def test_names_come_from_a_file_as_editors_write_it() -> None:
    write("a b.md")
    write("答复/乙.md")
    Path("list.txt").write_bytes("\ufeffa b.md\r\n\r\n答复/乙.md\r\n".encode())
    assert [d["name"] for d in documents("--files-from", "list.txt")] == ["a b.md", "答复/乙.md"]


def test_names_come_from_standard_input_after_those_of_the_command_line(monkeypatch: pytest.MonkeyPatch) -> None:
    feed(monkeypatch, b"b.md\n")
    write("b.md")
    assert [d["name"] for d in documents("--files-from", "-", write("a.md"))] == ["a.md", "b.md"]


@pytest.mark.skipif(os.name == "nt", reason="no line ends in names there")
def test_names_between_nuls_may_hold_anything() -> None:
    names = [write("a\nb.md"), write(" c.md")]
    Path("list").write_bytes("\0".join(names).encode() + b"\0")
    assert [d["name"] for d in documents("--files-from", "list", "--null")] == names


def test_a_name_in_the_list_that_is_missing_is_told() -> None:
    Path("list.txt").write_text(f"{write('a.md')}\ngone.md\n", encoding="utf-8")
    outcome = govreply("check", "--files-from", "list.txt", "--format", "concise")
    assert outcome.code == 3
    assert "gone.md: not-found error " in outcome.out


@pytest.mark.parametrize("name", ["no-such-list", "folder"])
def test_a_list_that_cannot_be_read_is_a_usage_error(name: str) -> None:
    Path("folder").mkdir()
    outcome = govreply("check", "--files-from", name)
    assert outcome.code == 2
    assert f"--files-from {name}：无法读取（" in outcome.err


def test_an_empty_list_is_nothing_to_check_unless_that_is_allowed() -> None:
    write("list.txt", "")
    outcome = govreply("check", "--files-from", "list.txt")
    assert (outcome.code, outcome.err) == (3, "没有可检查的文件\n")
    outcome = govreply("check", "--files-from", "list.txt", "--allow-empty", "--lang", "en")
    assert (outcome.code, outcome.err) == (0, "nothing to check: no file was given\n")


# --- listing ---


def test_files_are_listed_and_not_read() -> None:
    write("r/a.md", "")  # would be told as empty
    write("r/答 复.txt")
    write("r/b.xlsx")
    outcome = govreply("check", "--list-files", "r")
    assert (outcome.code, outcome.out, outcome.err) == (0, "r/a.md\nr/答 复.txt\n", "")


@pytest.mark.skipif(os.name == "nt", reason="no such names there")
def test_listed_names_are_shown_safely_or_given_exactly() -> None:
    names = sorted([write("a\x1b[31m.md"), write("b\nc.md")])
    assert govreply("check", "--list-files", ".").out == "a␛[31m.md\nb␊c.md\n"
    assert govreply("check", "--list-files", "--null", ".").out == "".join(f"{name}\0" for name in names)


def test_a_listing_tells_what_is_missing() -> None:
    outcome = govreply("check", "--list-files", write("a.md"), "gone.md")
    assert (outcome.code, outcome.out) == (3, "a.md\n")
    assert outcome.err.startswith("gone.md  未能读取\n")


def test_an_empty_listing_is_nothing_to_check() -> None:
    Path("empty").mkdir()
    assert govreply("check", "--list-files", "empty").code == 3
    assert govreply("check", "--list-files", "empty", "--allow-empty").code == 0


# --- .govreplyignore ---


def test_what_is_ignored_is_not_searched_for_and_counted() -> None:
    for name in ("a.md", "draft-1.md", "draft-2.md", "old/c.md", "old/d/e.md", "new/f.md"):
        write(name)
    write(".govreplyignore", "# 草稿\ndraft-*\nold/\n")
    outcome = govreply("check", ".", "--format", "concise", "--fail-on", "never")
    assert listed(".") == ["a.md", "new/f.md"]
    assert outcome.err == "按 .govreplyignore 略过 2 个文件、1 个文件夹\n"
    assert govreply("check", ".", "--lang", "en").err == "left out by .govreplyignore: 2 files, 1 folder\n"


def test_a_file_that_is_named_is_checked_all_the_same() -> None:
    write(".govreplyignore", "*.md\n")
    assert listed(write("a.md")) == ["a.md"]


def test_where_all_is_ignored_that_is_said() -> None:
    write("r/a.md")
    write("r/.govreplyignore", "*\n")
    outcome = govreply("check", "r")
    assert outcome.code == 3
    assert outcome.err.startswith("按 .govreplyignore 略过 1 个文件\nr：文件夹里没有可检查的文件")


def test_a_file_above_holds_down_from_the_current_folder() -> None:
    write(".govreplyignore", "/r/x.md\n")
    write("r/x.md")
    write("r/y.md")
    assert listed("r") == ["r/y.md"]


def test_a_file_above_the_current_folder_does_not(monkeypatch: pytest.MonkeyPatch) -> None:
    write(".govreplyignore", "*.md\n")
    write("r/x.md")
    monkeypatch.chdir("r")
    assert listed(".") == ["x.md"]


@pytest.mark.skipif(shutil.which("git") is None, reason="git is what this is compared with")
def test_the_syntax_is_that_of_git() -> None:
    names = [
        *("a.md", "b.md", "c.txt", "keep.md", "build/a.md", "build/keep.md", "x/build/a.md", "x/y/z/a.md", "x/y/q.md"),
        *("#hash.md", "!bang.md", "sp ace.md", "foo/bar/a.md", "deep/foo/bar/b.md", "n1.md", "n2.md", "n3.md"),
        *("over/a.md", "over/b.md", "over/sub/a.md", "log/1.md", "log/2/3.md", "文/答.md", "文/复.md"),
    ]
    for name in names:
        write(name)
    write(
        ".govreplyignore",
        "\n".join(
            [
                *("# comment", "", "b.md", "build/*", "!build/keep.md", "\\#hash.md", "\\!bang.md", "sp ace.md   "),
                *("foo/bar", "n[12].md", "/x/**/z/", "log/", "!log/1.md", "over/*.md", "*.txt", "!keep.md", "文/复.md"),
            ]
        ),
    )
    write("over/.govreplyignore", "!b.md\nsub/*\n")
    subprocess.run(["git", "init", "-q", "."], check=True)
    done = subprocess.run(
        ["git", "ls-files", "-z", "--others", "--exclude-per-directory=.govreplyignore"],
        check=True,
        capture_output=True,
    )
    shown = {name for name in done.stdout.decode().split("\0") if name and not name.endswith("ignore")}
    assert {"build/keep.md", "over/b.md", "x/build/a.md"} <= shown < set(names)
    assert set(listed(".")) == shown


@pytest.mark.parametrize("content", [b"a[\xff\xfe", b"!\n"])
def test_a_file_that_cannot_be_used_is_a_usage_error(content: bytes) -> None:
    write("a.md")
    Path(".govreplyignore").write_bytes(content)
    outcome = govreply("check", ".")
    assert (outcome.code, outcome.out) == (2, "")
    assert ".govreplyignore：无法使用（" in outcome.err


def test_nothing_is_repaired_that_is_ignored() -> None:
    write("a.md", FAULTY)
    write(".govreplyignore", "a.md\n")
    govreply("check", ".", "--fix")
    assert Path("a.md").read_text(encoding="utf-8") == FAULTY


# --- what bears the name of .govreplyignore and is no file ---


def _make_folder(path: Path) -> None:
    path.mkdir()


def _make_dangling(path: Path) -> None:
    path.symlink_to("nowhere")


@pytest.mark.parametrize(
    ("make", "why"), [(_make_folder, "no file"), (_make_dangling, "a link to what does not exist")]
)
@pytest.mark.parametrize("where", [".", "letters", "letters/inner"])
def test_an_ignore_file_that_is_none_is_an_error(make: Callable[[Path], None], why: str, where: str) -> None:
    write("letters/inner/a.md")
    make(Path(where, ".govreplyignore"))
    outcome = govreply("check", "letters", "--lang", "en")
    assert (outcome.code, outcome.out) == (2, "")
    assert f"{Path(where, '.govreplyignore')}: cannot be used ({why})" in outcome.err


@pytest.mark.parametrize(("pattern", "number"), [("!", 3), ("a\n!", 4)])
def test_a_line_that_is_no_pattern_is_named(pattern: str, number: int) -> None:
    write("a.md")
    write(".govreplyignore", f"# drafts\nb.md\n{pattern}\nc.md\n")
    outcome = govreply("check", ".", "--lang", "en")
    assert (outcome.code, outcome.out) == (2, "")
    assert f"error: .govreplyignore: cannot be used (line {number} is no pattern: !)" in outcome.err
