"""What a batch leaves in its folder for people."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from tests.batch.letters import FAULTY, NEWS, SOUND, write
from tests.cli.running import Outcome, govreply


def batch(*arguments: str | Path, lang: str = "zh") -> Outcome:
    return govreply("batch", *arguments, "--progress", "off", "--jobs", "1", "--lang", lang)


@pytest.mark.parametrize(
    ("lang", "sheet", "title"),
    [("zh", "文件清单", "答复批量检查报告"), ("en", "Documents", "Report on a batch of replies")],
)
def test_reports_are_left_and_named(tmp_path: Path, lang: str, sheet: str, title: str) -> None:
    folder, out = write(tmp_path / "in", a=SOUND, b=FAULTY, c=NEWS), tmp_path / "out"
    outcome = batch(folder, "--out", out, lang=lang)
    assert outcome.code == 1
    assert str(out / "report.html") in outcome.out and str(out / "report.xlsx") in outcome.out
    assert title in (out / "report.html").read_text(encoding="utf-8")
    assert openpyxl.load_workbook(out / "report.xlsx")[sheet].max_row == 1 + 3


def test_reports_are_written_anew_when_the_batch_goes_on(tmp_path: Path) -> None:
    folder, out = write(tmp_path / "in", a=SOUND), tmp_path / "out"
    assert batch(folder, "--out", out).code == 0
    write(folder, b=FAULTY)
    assert batch(folder, "--out", out, "--resume").code == 1
    found = openpyxl.load_workbook(out / "report.xlsx")["文件清单"]
    assert [row[2].value for row in found.iter_rows(min_row=2)] == ["通过", "不通过"]
    assert "b.md" in (out / "report-data" / "list" / "000000.js").read_text(encoding="utf-8")


def test_a_report_that_cannot_be_written_is_told_and_the_other_one_is(tmp_path: Path) -> None:
    folder, out = write(tmp_path / "in", a=SOUND), tmp_path / "out"
    (out / "report.html").mkdir(parents=True)
    outcome = batch(folder, "--out", out)
    assert outcome.code == 3
    assert "report.html：写不进去（是文件夹，不是文件）。请先移走这个同名文件夹" in outcome.err
    assert f"govreply batch --resume --out {out}" in outcome.err
    assert (out / "report.xlsx").is_file()
    (out / "report.html").rmdir()
    assert batch("--resume", "--out", out).code == 0
    assert (out / "report.html").is_file()
