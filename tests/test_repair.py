"""Certain repairs: by span, never over each other, and the file as it was in everything else."""

from __future__ import annotations

import codecs
import stat
from pathlib import Path

import pytest
from attrs import evolve

from govreply import api
from govreply.findings import Finding, Fix, Result, Severity
from govreply.repair import RepairError, can_repair, difference, repair, write
from govreply.source import Source
from govreply.span import Span
from govreply.testing import Letter, Part


def finding(start: int, end: int, text: str, rule: str = "width-mix") -> Finding:
    fix = Fix(span=Span(start, end), text=text)
    return Finding(rule=rule, code="TYP001", severity=Severity.INFO, message="", span=Span(0, 0), fix=fix)


LETTER = Letter(
    sections=(Part(heading="管护", paragraphs=("我局重视,逐项落实，会同各区，按职责分工推进。",)),)
).to_text()


def checked(path: Path) -> Result:
    return api.check_file(path, select=["width-mix"])


def source_of(path: Path) -> Source:
    source = checked(path).source
    assert source is not None
    return source


def repaired(path: Path) -> str:
    result = checked(path)
    assert result.source is not None
    return repair(result.source.text, result.findings).text


def test_repairs_of_other_lengths_do_not_move_each_other() -> None:
    done = repair("甲, 乙;丙", [finding(4, 5, "；；"), finding(1, 3, "，")])
    assert done.text == "甲，乙；；丙"
    assert [f.fix.text for f in done.fixed if f.fix] == ["，", "；；"]


def test_of_overlapping_repairs_the_first_is_made() -> None:
    done = repair("[2023]4", [finding(0, 6, "〔2023〕"), finding(5, 7, "x"), finding(6, 7, "5")])
    assert done.text == "〔2023〕5"
    assert [f.fix.text for f in done.skipped if f.fix] == ["x"]


def test_the_same_repair_of_two_rules_is_made_once() -> None:
    done = repair("a,b", [finding(1, 2, "，"), finding(1, 2, "，", rule="other")])
    assert (done.text, len(done.fixed), done.skipped) == ("a，b", 2, ())


def test_two_insertions_at_one_place_are_not_both_made() -> None:
    done = repair("ab", [finding(1, 1, "x"), finding(1, 1, "y")])
    assert (done.text, len(done.skipped)) == ("axb", 1)


def test_a_finding_without_repair_changes_nothing() -> None:
    plain = Finding(rule="a", code="A1", severity=Severity.INFO, message="", span=Span(0, 1))
    assert repair("甲", [plain]).text == "甲"


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", codecs.BOM_UTF8),
        ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", codecs.BOM_UTF16_BE),
        ("gb18030", b""),
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_encoding_mark_and_line_ends_stay(tmp_path: Path, encoding: str, mark: bytes, line_end: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(mark + LETTER.replace("\n", line_end).encode(encoding))
    write(path, source_of(path), repaired(path))
    expected = LETTER.replace("我局重视,", "我局重视，").replace("\n", line_end)
    assert path.read_bytes() == mark + expected.encode(encoding)


def test_a_file_that_has_changed_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(LETTER, encoding="utf-8")
    source = source_of(path)
    path.write_text(LETTER + "后来添的一行\n", encoding="utf-8")
    with pytest.raises(RepairError, match="has changed"):
        write(path, source, "甲")
    assert path.read_text(encoding="utf-8") == LETTER + "后来添的一行\n"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("encoding", ["ascii", "utf-16-le"])
def test_an_encoding_that_would_not_give_the_file_back_leaves_it_alone(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(LETTER, encoding="utf-8")
    with pytest.raises(RepairError, match="would not give the rest back"):
        write(path, evolve(source_of(path), encoding=encoding), "甲")
    assert path.read_text(encoding="utf-8") == LETTER


def test_permissions_and_links_stay(tmp_path: Path) -> None:
    path, link = tmp_path / "a.txt", tmp_path / "link.txt"
    path.write_text(LETTER, encoding="utf-8")
    path.chmod(0o640)
    link.symlink_to(path)
    write(link, source_of(link), "甲")
    assert link.is_symlink()
    assert path.read_text(encoding="utf-8") == "甲"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert sorted(tmp_path.iterdir()) == [path, link]


def test_a_write_protected_file_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(LETTER, encoding="utf-8")
    path.chmod(0o444)
    with pytest.raises(RepairError, match="read-only"):
        write(path, source_of(path), "甲")
    assert path.read_text(encoding="utf-8") == LETTER
    assert list(tmp_path.iterdir()) == [path]


def test_a_vanished_file_is_an_error_in_words(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(LETTER, encoding="utf-8")
    source = source_of(path)
    path.unlink()
    with pytest.raises(RepairError) as raised:
        write(path, source, "甲")
    assert "无法写入" in raised.value.words.zh


@pytest.mark.parametrize(("name", "possible"), [("a.md", True), ("a.TXT", True), ("a.html", False), ("a.reply", False)])
def test_only_markdown_and_text_are_repaired(tmp_path: Path, name: str, possible: bool) -> None:
    path = tmp_path / name
    path.write_text(LETTER, encoding="utf-8")
    assert can_repair(path, source_of(path)) is possible


def test_text_that_is_html_inside_is_not_repaired(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(Letter().to_html(), encoding="utf-8")
    assert not can_repair(path, source_of(path))


def test_the_difference_is_unified(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("甲\r\n乙,丙\r\n丁", encoding="utf-8", newline="")
    source = source_of(path)
    assert difference(source, "甲\r\n乙，丙\r\n丁", "a.txt") == (
        "--- a.txt\n+++ a.txt\n@@ -1,3 +1,3 @@\n 甲\r\n-乙,丙\r\n+乙，丙\r\n 丁\n\\ No newline at end of file\n"
    )
    assert difference(source, source.text, "a.txt") == ""
