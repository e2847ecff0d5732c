"""``--fix``, ``--diff`` and waivers on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from govreply.cli import repairs
from govreply.repair import write
from govreply.source import Source
from govreply.testing import Form, Letter, Part
from govreply.waivers import FILE_NAME
from tests.cli.running import govreply
from tests.test_schemas import REPORT, validate

SECTIONS = (Part(heading="管护", paragraphs=("我局重视,逐项落实，截至20 23年5月，会同各区，按职责推进。",)),)
RIGHT = "我局重视，逐项落实，截至2023年5月，会同各区，按职责推进。"
WAIVER = """[[waiver]]
document = "*.md"
rule = "proposal-number-mismatch"
reason = "原件如此"
who = "顾怀远"
"""


@pytest.fixture
def slips(tmp_path: Path) -> Path:
    """A letter with two certain repairs and nothing else."""
    path = tmp_path / "slips.md"
    path.write_text(Letter(sections=SECTIONS).to_markdown(), encoding="utf-8")
    return path


def rules(path: Path, *arguments: str) -> set[str]:
    outcome = govreply("check", path, "--format", "json", "--select", "typography", *arguments)
    value = json.loads(outcome.out)
    validate(value, REPORT)
    return {finding["rule"] for finding in value["documents"][0]["findings"]}


def test_fix_writes_and_reports_what_is_left(slips: Path) -> None:
    assert rules(slips) == {"width-mix", "number-spaced"}
    outcome = govreply("check", slips, "--fix")
    assert (outcome.code, outcome.err) == (0, f"{slips}：已更正 2 处\n")
    assert "width-mix" not in outcome.out
    assert RIGHT in slips.read_text(encoding="utf-8")
    assert rules(slips) == set()
    assert govreply("check", slips, "--fix").err == ""


def test_diff_shows_and_writes_nothing(slips: Path) -> None:
    before = slips.read_bytes()
    outcome = govreply("check", slips, "--diff")
    assert outcome.out.startswith(f"--- {slips}\n+++ {slips}\n@@ ")
    assert f"\n+{RIGHT}\n" in outcome.out
    assert (outcome.code, outcome.err) == (0, "")
    assert slips.read_bytes() == before


def test_the_codes_keep_their_meaning(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(Letter(sections=SECTIONS, form=Form(number="20230171")).to_markdown(), encoding="utf-8")
    assert govreply("check", path, "--diff").code == 1
    assert govreply("check", path, "--fix").code == 1
    assert RIGHT in path.read_text(encoding="utf-8")
    assert govreply("check", path, tmp_path / "none.md", "--fix").code == 3


def test_other_formats_are_left_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(Letter(sections=SECTIONS).to_html(), encoding="utf-8")
    before = path.read_bytes()
    outcome = govreply("check", path, "--fix")
    assert outcome.err == f"{path}：只在 .md .markdown .txt 文件里更正，本文件未改\n"
    assert path.read_bytes() == before
    assert govreply("check", path, "--diff").out == ""


def test_what_changes_meanwhile_is_not_written_over(slips: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def late(path: Path, source: Source, text: str) -> None:
        path.write_text("别人刚写的", encoding="utf-8")
        write(path, source, text)

    monkeypatch.setattr(repairs, "write", late)
    outcome = govreply("check", slips, "--fix", "--lang", "en")
    assert (outcome.code, outcome.err) == (3, f"{slips}: the file has changed since it was checked; not written\n")
    assert slips.read_text(encoding="utf-8") == "别人刚写的"


def test_waived_findings_are_not_repaired(slips: Path) -> None:
    waiver = WAIVER.replace("proposal-number-mismatch", "width-mix")
    (slips.parent / FILE_NAME).write_text(waiver, encoding="utf-8")
    assert govreply("check", slips, "--fix").err == f"{slips}：已更正 1 处\n"
    assert "我局重视,逐项" in slips.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--fix", "--diff"), "--fix 与 --diff 只能用一个"),
        (("--diff", "--format", "json"), "--diff 不能与 --format 同用"),
        (("--waivers", "none.toml"), "none.toml：无法读取"),
    ],
)
def test_what_cannot_go_together_is_a_usage_error(slips: Path, arguments: tuple[str, ...], message: str) -> None:
    outcome = govreply("check", slips, *arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert message in outcome.err


def test_a_waived_error_is_counted_and_fails_no_more(faulty: Path) -> None:
    assert govreply("check", faulty).code == 1
    (faulty.parent / FILE_NAME).write_text(WAIVER, encoding="utf-8")
    outcome = govreply("check", faulty)
    assert outcome.code == 0
    assert "IDN001" not in outcome.out
    assert "已豁免 proposal-number-mismatch（第" in outcome.out and "：原件如此，顾怀远" in outcome.out
    assert outcome.out.endswith("已豁免：1\n")
    value = json.loads(govreply("check", faulty, "--format", "json").out)
    validate(value, REPORT)
    assert value["summary"]["waived"] == {"error": 1, "warning": 0, "info": 0}
    assert value["documents"][0]["verdict"] == "pass"


def test_unused_and_expired_waivers_are_told(sound: Path) -> None:
    path = sound.parent / FILE_NAME
    path.write_text(WAIVER + WAIVER + "until = 2020-01-31\n", encoding="utf-8")
    outcome = govreply("check", sound, "--lang", "en")
    about = f"proposal-number-mismatch · *.md (原件如此, 顾怀远; {path})"
    assert f"waiver not used: {about}\n" in outcome.out
    assert "waiver expired: proposal-number-mismatch · *.md (原件如此, 顾怀远, until 2020-01-31; " in outcome.out
    assert outcome.code == 0
    assert "waiver expired" not in govreply("check", sound, "--lang", "en", "--today", "2020-01-31").out


def test_a_broken_file_of_waivers_ends_the_run_before_it_reports(faulty: Path, sound: Path) -> None:
    (faulty.parent / FILE_NAME).write_text(WAIVER.replace("mismatch", "mismach"), encoding="utf-8")
    outcome = govreply("check", faulty, sound, "--format", "json")
    assert (outcome.code, outcome.out) == (2, "")
    assert "第 1 个 [[waiver]]：没有规则 proposal-number-mismach；是否想写 proposal-number-mismatch？" in outcome.err


def test_a_comment_with_a_wrong_name_is_an_error_in_the_report(sound: Path) -> None:
    text = sound.read_text(encoding="utf-8")
    sound.write_text(f"{text}\n<!-- govreply: ignore[date-from] 旧件 -->\n", encoding="utf-8")
    outcome = govreply("check", sound)
    assert outcome.code == 1
    assert "错误[WVR001 waiver-invalid]：豁免注释无效：没有规则 date-from；是否想写 date-form？" in outcome.out


def test_an_unused_comment_is_told(sound: Path) -> None:
    text = sound.read_text(encoding="utf-8")
    sound.write_text(f"{text}\n<!-- govreply: ignore[date-impossible] 旧件 -->\n", encoding="utf-8")
    outcome = govreply("check", sound)
    assert outcome.code == 0
    assert f"未用到的豁免：date-impossible（旧件；{sound}）" in outcome.out


@pytest.mark.parametrize(("lang", "words"), [("zh", "没有可自动更正的"), ("en", "nothing that can be repaired")])
def test_an_empty_diff_is_explained(tmp_path: Path, lang: str, words: str) -> None:
    (tmp_path / "a.md").write_text(Letter().to_markdown(), encoding="utf-8")
    outcome = govreply("check", "--diff", tmp_path / "a.md", "--lang", lang)
    assert (outcome.out, words in outcome.err) == ("", True)
