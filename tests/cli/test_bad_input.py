"""Inputs that are no letters, one outcome each: none raises, hangs or passes."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from govreply.testing import Letter
from tests.cli.running import govreply, govreply_process
from tests.test_schemas import REPLY, validate


def _nested(path: Path) -> None:
    path.write_text("<html><body>" + "<div>" * 100_000 + "字" + "</div>" * 100_000, encoding="utf-8")


def _long_line(path: Path) -> None:
    path.write_text("字" * (50_000_000 // 3), encoding="utf-8")


UNREADABLE: dict[str, tuple[str, Callable[[Path], object], str]] = {
    "missing file": ("a.md", lambda path: None, "not-found"),
    "missing folder": ("nowhere/a.md", lambda path: None, "not-found"),
    "empty file": ("a.md", lambda path: path.write_bytes(b""), "empty"),
    "white space": ("a.txt", lambda path: path.write_bytes(b" \r\n\t\n"), "empty"),
    "lone byte order mark": ("a.txt", lambda path: path.write_bytes(b"\xef\xbb\xbf"), "empty"),
    "zip file": ("a.md", lambda path: path.write_bytes(b"PK\x03\x04" + bytes(range(256)) * 20), "corrupt"),
    "PDF file": ("a.md", lambda path: path.write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj"), "corrupt"),
    "PNG file": ("a.html", lambda path: path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(1000)), "needs-ocr"),
    "NUL bytes": ("a.txt", lambda path: path.write_bytes(b"abc\x00def" * 50), "unsupported"),
    "0xFF bytes": ("a.md", lambda path: path.write_bytes(b"\xff" * 4096), "encoding"),
    "0xFF in text": (
        "a.md",
        lambda path: path.write_bytes("答".encode() + b"\xff\xff" + "文".encode()),
        "encoding",
    ),
    "line of 50 MB": ("a.md", _long_line, "limit"),
    "100,000 nested div": ("a.html", _nested, "limit"),
}


@pytest.fixture(params=list(UNREADABLE))
def unreadable(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, str]:
    name, write, cause = UNREADABLE[request.param]
    write(tmp_path / name)
    return tmp_path / name, cause


def test_check_reports_the_cause_and_what_to_do(unreadable: tuple[Path, str]) -> None:
    path, cause = unreadable
    outcome = govreply("check", "--format", "json", path)
    (document,) = json.loads(outcome.out)["documents"]
    assert document["failure"]["cause"] == cause
    assert document["failure"]["detail"] and document["failure"]["advice"]
    assert (outcome.code, document["verdict"], document["reply"]) == (3, "undetermined", None)


def test_parse_prints_nothing_but_a_message(unreadable: tuple[Path, str]) -> None:
    path, _ = unreadable
    outcome = govreply("parse", path)
    assert (outcome.code, outcome.out) == (3, "")
    assert f"{path}  未能读取" in outcome.err and "办法：" in outcome.err


def test_others_are_still_checked(unreadable: tuple[Path, str], faulty: Path) -> None:
    path, _ = unreadable
    outcome = govreply("check", path, faulty)
    assert outcome.code == 3
    assert "未能读取" in outcome.out and "proposal-number-mismatch" in outcome.out


STRANGE: dict[str, tuple[str, str]] = {
    "10,000 unclosed 《": ("a.md", "《" * 10_000),
    "10,000 unclosed 《 on lines": ("a.txt", "《\n" * 10_000),
    "a hundred thousand markers": ("a.md", "一是" * 100_000),
    "unclosed tags": ("a.html", "<table><tr><td>" * 150 + "第1号"),
    "only entities": ("a.html", "&#x202e;&#0;&#xD800;" * 100),
    "unclosed comment": ("a.html", "<!-- 对市政协十四届二次会议第20230084号提案的答复"),
    "control characters": ("a.txt", "\x1b[2J正文文字" * 40 + "字" * 20_000),
    "nested quotes of Markdown": ("a.md", ">" * 2_000 + "字"),
}


@pytest.mark.parametrize("case", list(STRANGE))
def test_readable_nonsense_is_read_and_does_not_pass(case: str, tmp_path: Path) -> None:
    name, text = STRANGE[case]
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    parsed = govreply("parse", path)
    checked = govreply("check", path)
    assert checked.code == 3
    assert "通过 1" not in checked.out
    assert "Traceback" not in checked.err + parsed.err
    assert "\x1b" not in checked.out
    if parsed.code == 0:
        value = json.loads(parsed.out)
        validate(value, REPLY)
        assert value["is_reply"] is False
    else:
        assert (parsed.code, parsed.out) == (3, "")


def test_a_letter_with_unclosed_brackets_stays_a_letter(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(Letter().to_markdown() + "\n" + "《" * 10_000 + "\n", encoding="utf-8")
    outcome = govreply("parse", path)
    assert outcome.code == 0
    assert json.loads(outcome.out)["matter"]["number"]["text"] == "20230117"


@pytest.mark.parametrize("command", ["check", "parse"])
def test_what_is_no_file_is_refused_without_reading(command: str, tmp_path: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("no named pipes here")
    os.mkfifo(tmp_path / "pipe.md")
    outcome = govreply(command, tmp_path / "pipe.md")
    assert outcome.code == 3
    assert "格式不受支持" in outcome.out + outcome.err


def test_parse_of_a_folder_is_refused(tmp_path: Path) -> None:
    outcome = govreply("parse", tmp_path)
    assert (outcome.code, outcome.out) == (3, "")
    assert "格式不受支持" in outcome.err


def test_a_folder_that_may_not_be_listed_is_told(sound: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    closed = tmp_path / "closed"
    closed.mkdir()
    scandir = os.scandir

    def refuse(path: Path) -> object:
        if path == closed:
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    outcome = govreply("check", tmp_path)
    assert outcome.code == 3
    assert f"{closed}  未能读取\n  原因：无权读取" in outcome.out
    assert f"{sound}  通过" in outcome.out


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_that_may_not_be_read_is_told(sound: Path) -> None:
    sound.chmod(0)
    assert "无权读取" in govreply("check", sound).out
    assert govreply("parse", sound).code == 3


def test_a_path_that_no_file_can_have_is_not_found() -> None:
    assert govreply("check", "a\x00b.md").code == 3
    assert govreply("parse", "x" * 5000).code == 3


def test_the_same_as_a_process(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"\xff" * 4096)
    outcome = govreply_process("check", "a.md", "missing.md", cwd=tmp_path)
    assert outcome.code == 3
    assert "a.md  未能读取" in outcome.out and "missing.md  未能读取" in outcome.out
    assert outcome.err == ""


@pytest.mark.parametrize(
    ("option", "name", "content", "words"),
    [
        ("--waivers", "w.toml", None, "无法读取（没有这个文件或文件夹）"),
        ("--waivers", "w.toml", "[[waiver]\n", "不是 TOML（第 1 行第 9 列写法有误）"),
        ("--baseline", "b.json", None, "没有这个文件"),
        ("--baseline", "b.json", '{"version": 1\n"x"}', "不是 JSON（第 2 行第 1 列写法有误）"),
        ("--config", "c.toml", None, "没有这个文件"),
        ("--config", "c.toml", "a = \n", "不是 TOML（第 1 行第 5 列写法有误）"),
    ],
)
def test_files_that_steer_a_run_are_refused_in_chinese(
    tmp_path: Path, option: str, name: str, content: str | None, words: str
) -> None:
    (tmp_path / "a.md").write_text("甲", encoding="utf-8")
    if content is not None:
        (tmp_path / name).write_text(content, encoding="utf-8")
    outcome = govreply("check", tmp_path / "a.md", option, tmp_path / name)
    assert (outcome.code, words in outcome.err) == (2, True), outcome.err
