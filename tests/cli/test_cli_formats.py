"""The reports of ``check``: their format never changes the exit code, and several can be had at once."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from govreply.cli.rule_help import rule_help
from govreply.language import Language
from govreply.reports.registry import FORMATS
from govreply.rules.registry import ALL
from govreply.testing import Letter, Part
from tests.cli.running import govreply, govreply_process
from tests.reports.examples import checked, mismatch
from tests.reports.running import written
from tests.reports.test_sarif_report import VALIDATOR

_CASES = {
    "sound": (("sound.md",), 0),
    "findings": (("faulty.md", "sound.md"), 1),
    "below": (("unsigned.md",), 0),
    "threshold": (("unsigned.md", "--fail-on", "warning"), 1),
    "never": (("faulty.md", "--fail-on", "never"), 0),
    "unread": (("missing.md", "sound.md"), 3),
    "unread beats findings": (("missing.md", "faulty.md"), 3),
    "no reply": (("news.md",), 3),
    "no reply allowed": (("news.md", "--allow-empty"), 0),
    "findings with no reply allowed": (("faulty.md", "--allow-empty"), 1),
    "unread with no reply allowed": (("missing.md", "--allow-empty"), 3),
    "empty folder": (("empty",), 3),
    "empty folder allowed": (("empty", "--allow-empty"), 0),
}


@pytest.fixture(autouse=True)
def letters(
    sound: Path, faulty: Path, unsigned: Path, news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """All of them in the current folder, outside any workflow."""
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path)
    for name in ("GITHUB_STEP_SUMMARY", "GITHUB_WORKSPACE"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.mark.parametrize("form", list(FORMATS))
@pytest.mark.parametrize("case", _CASES)
def test_no_format_changes_the_exit_code(form: str, case: str) -> None:
    arguments, code = _CASES[case]
    assert govreply("check", "--format", form, *arguments).code == code
    assert govreply("check", "--output", f"{form}=report", *arguments).code == code


@pytest.mark.parametrize("form", list(FORMATS))
def test_a_file_holds_what_standard_output_would(form: str) -> None:
    shown = govreply("check", "--format", form, "faulty.md", "missing.md").out
    outcome = govreply("check", "--output", f"{form}=report", "faulty.md", "missing.md")
    assert Path("report").read_text(encoding="utf-8") == shown
    assert outcome.out == govreply("check", "faulty.md", "missing.md").out


def test_several_reports_at_once() -> None:
    outcome = govreply(
        "check", "faulty.md", "--format", "concise", "--output", "sarif=out.sarif", "--output", "junit=out.xml"
    )
    assert (outcome.code, outcome.err) == (1, "")
    assert "faulty.md:" in outcome.out
    (run,) = json.loads(Path("out.sarif").read_text(encoding="utf-8"))["runs"]
    assert "IDN001" in {result["ruleId"] for result in run["results"]}
    assert run["artifacts"][0]["location"] == {"uri": "faulty.md", "uriBaseId": "%SRCROOT%"}
    rules = {rule["id"]: rule for rule in run["tool"]["driver"]["rules"]}
    assert rules["IDN001"]["help"]["markdown"].startswith("**查什么**\n\n")
    assert ET.parse("out.xml").getroot().get("failures") == "1"


def test_files_have_no_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = govreply("check", "faulty.md").out
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" in govreply("check", "faulty.md", "--output", "text=out.txt").out
    assert Path("out.txt").read_text(encoding="utf-8") == plain


@pytest.mark.parametrize("language", list(Language))
def test_what_is_told_of_every_rule_is_valid_sarif(language: Language) -> None:
    findings = [mismatch(rule=rule.name, code=rule.code, severity=rule.severity) for rule in ALL]
    log = json.loads(written("sarif", checked(*findings), language=language, rules=rule_help(language)))
    VALIDATOR.validate(log)
    rules = log["runs"][0]["tool"]["driver"]["rules"]
    assert [(rule["id"], rule["name"]) for rule in rules] == [(rule.code, rule.name) for rule in ALL]
    assert [rule["id"] for rule in rules if not (rule["help"]["text"] and rule["help"]["markdown"])] == []


def test_junit_fails_from_the_threshold_of_the_run() -> None:
    for threshold, failures in (("error", "0"), ("warning", "1")):
        govreply("check", "unsigned.md", "--select", "STR012", "--fail-on", threshold, "--output", "junit=out.xml")
        assert ET.parse("out.xml").getroot().get("failures") == failures


def test_what_is_private_is_masked_in_files_too() -> None:
    paragraph = "有关补偿事宜，如有疑问，请拨打经办人的手机13800001234。"
    letter = Letter(disclosure="此件公开发布", sections=(Part(heading="办理情况", paragraphs=(paragraph,)),))
    Path("public.md").write_text(letter.to_markdown(), encoding="utf-8")
    arguments = ("check", "public.md", "--select", "privacy", "--output", "sarif=out.sarif")
    govreply(*arguments)
    assert "13800001234" not in Path("out.sarif").read_text(encoding="utf-8")
    assert "138******34" in Path("out.sarif").read_text(encoding="utf-8")
    govreply(*arguments, "--show-private")
    assert "13800001234" in Path("out.sarif").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("sarif", "应写作 格式=文件，如 sarif=out.sarif"),
        ("sarif=", "应写作 格式=文件"),
        ("sarf=out", "没有格式 sarf，可用：text|json|jsonl|concise|sarif|junit|github|gitlab；是否想用 sarif？"),
        ("json=faulty.md", "faulty.md 是要检查的文件，不能覆盖"),
    ],
)
def test_an_output_that_cannot_be_meant_is_a_usage_error(written: str, message: str) -> None:
    before = Path("faulty.md").read_bytes()
    outcome = govreply("check", "faulty.md", "--output", written)
    assert (outcome.code, outcome.out) == (2, "")
    assert message in outcome.err
    assert Path("faulty.md").read_bytes() == before


def test_a_report_for_standard_output_is_asked_for_otherwise(
    sound: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    outcome = govreply("check", sound, "--output", "sarif=-", "--lang", "en")
    assert (outcome.code, outcome.out) == (2, "")
    assert "--output sarif=-: this is for files; the format of standard output is that of --format sarif" in outcome.err
    assert not Path("-").exists()
    assert govreply("check", sound, "--output", "json=./-").code == 0
    assert json.loads(Path("-").read_text(encoding="utf-8"))["summary"]["documents"] == 1


def test_two_reports_into_one_file_are_a_usage_error() -> None:
    outcome = govreply("check", "faulty.md", "--output", "json=out", "--output", "sarif=./out")
    assert outcome.code == 2
    assert "两份报告写入同一文件 ./out" in outcome.err
    assert not Path("out").exists()


@pytest.mark.parametrize("more", [("--output", "json=out"), ("--format", "sarif")])
def test_a_diff_is_the_only_output(more: tuple[str, str]) -> None:
    assert govreply("check", "faulty.md", "--diff", *more).code == 2


def test_a_report_that_cannot_be_placed_is_told_and_kept(tmp_path: Path) -> None:
    outcome = govreply(
        "check",
        "faulty.md",
        "--output",
        "json=nowhere/out.json",
        "--output",
        "sarif=out.sarif",
        "--output",
        "jsonl=empty",
    )
    assert outcome.code == 3
    assert outcome.out == govreply("check", "faulty.md").out
    assert json.loads(Path("out.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    lost, folder = outcome.err.splitlines()
    assert lost.startswith("json=nowhere/out.json：无法写入（没有这个文件或文件夹）；请先建立所在的文件夹；报告留在 ")
    assert folder.startswith("jsonl=empty：无法写入（是文件夹，不是文件）；报告留在 ")
    kept = Path(lost.rpartition(" ")[2])
    assert json.loads(kept.read_text(encoding="utf-8"))["summary"]["documents"] == 1
    for line in (lost, folder):
        Path(line.rpartition(" ")[2]).unlink()


def test_a_report_takes_the_place_of_an_old_one_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    out = Path("out.json")
    out.write_text("old", encoding="utf-8")
    out.chmod(0o640)
    Path("link.json").symlink_to(out)
    seen = []
    copy = shutil.copyfileobj

    def watched(source: object, target: object) -> None:
        seen.append(out.read_text(encoding="utf-8"))
        copy(source, target)  # type: ignore[arg-type]

    monkeypatch.setattr(shutil, "copyfileobj", watched)
    assert govreply("check", "sound.md", "--output", "json=link.json").code == 0
    assert seen == ["old"]
    assert json.loads(out.read_text(encoding="utf-8"))["summary"]["documents"] == 1
    assert Path("link.json").is_symlink()
    assert out.stat().st_mode & 0o777 == 0o640
    assert [path.name for path in Path().iterdir() if path.name.startswith(".")] == []


def test_a_failed_copy_leaves_the_old_report(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("out.json").write_text("old", encoding="utf-8")

    def full(_source: object, target: object) -> None:
        target.write(b"half")  # type: ignore[attr-defined]
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shutil, "copyfileobj", full)
    outcome = govreply("check", "sound.md", "--output", "json=out.json")
    assert outcome.code == 3
    assert "无法写入（磁盘已满）；报告留在" in outcome.err
    assert Path("out.json").read_text(encoding="utf-8") == "old"
    assert [path.name for path in Path().iterdir() if path.name.startswith(".")] == []
    Path(outcome.err.strip().rpartition(" ")[2]).unlink()


def test_nothing_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drafts = tmp_path / "drafts"
    drafts.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(drafts))
    assert govreply("check", "sound.md", "--output", "json=out.json").code == 0
    assert list(drafts.iterdir()) == []


def test_a_draft_that_cannot_be_made_is_told_and_the_others_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))
    outcome = govreply("check", "sound.md", "--output", "json=out.json")
    assert outcome.code == 3
    assert "通过" in outcome.out
    assert outcome.err == "json=out.json：无法写入（没有这个文件或文件夹）；请先建立所在的文件夹\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
def test_a_full_standard_output_is_told_and_the_files_are_written(letters: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "govreply", "check", "faulty.md", "--output", "json=out.json"],
            cwd=letters,
            stdout=full,
            stderr=subprocess.PIPE,
            timeout=100,
        )
    assert done.returncode == 3
    assert "标准输出" in done.stderr.decode("utf-8")
    assert "Traceback" not in done.stderr.decode("utf-8")
    assert json.loads((letters / "out.json").read_text(encoding="utf-8"))["summary"]["documents"] == 1


@pytest.mark.skipif(os.name == "nt", reason="pipes break otherwise there")
def test_a_reader_that_goes_away_does_not_take_the_files_with_it(letters: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as pipe:
        done = subprocess.run(
            [sys.executable, "-m", "govreply", "check", "faulty.md", "--format", "jsonl", "--output", "json=out.json"],
            cwd=letters,
            stdout=pipe,
            stderr=subprocess.PIPE,
            timeout=100,
        )
    assert (done.returncode, done.stderr) == (141, b"")
    assert json.loads((letters / "out.json").read_text(encoding="utf-8"))["summary"]["documents"] == 1


@pytest.mark.skipif(not Path("/dev/stderr").exists(), reason="no /dev/stderr")
def test_a_device_is_written_to_and_not_replaced(letters: Path) -> None:
    outcome = govreply_process("check", "faulty.md", "--output", "concise=/dev/stderr", cwd=letters)
    assert outcome.code == 1
    assert "faulty.md:" in outcome.err and "IDN001 error" in outcome.err


def test_a_summary_of_the_step_that_cannot_be_written_is_told(letters: Path) -> None:
    environment = {"GITHUB_STEP_SUMMARY": str(letters / "nowhere" / "summary.md")}
    outcome = govreply_process("check", "faulty.md", "--format", "github", cwd=letters, environment=environment)
    assert outcome.code == 3
    assert outcome.out.startswith("::error file=faulty.md,")
    assert "summary.md 无法写入（没有这个文件或文件夹）" in outcome.err
