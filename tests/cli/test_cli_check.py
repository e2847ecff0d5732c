from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from govreply.testing import Form, Letter
from tests.cli.running import govreply
from tests.test_schemas import REPORT, validate


def report(*arguments: str | Path) -> dict[str, Any]:
    value: dict[str, Any] = json.loads(govreply("check", "--format", "json", *arguments).out)
    validate(value, REPORT)
    return value


def names(*arguments: str | Path) -> list[str]:
    return [document["name"] for document in report(*arguments)["documents"]]


def write(path: Path, text: str | None = None) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(Letter().to_markdown() if text is None else text, encoding="utf-8")
    return path


def test_a_sound_letter_passes(sound: Path) -> None:
    outcome = govreply("check", sound)
    assert outcome.code == 0
    assert f"{sound}  通过" in outcome.out
    assert outcome.err == ""


def test_a_contradiction_is_shown_with_both_sides(faulty: Path) -> None:
    outcome = govreply("check", faulty)
    assert outcome.code == 1
    assert "错误[IDN001 proposal-number-mismatch]" in outcome.out
    assert "第20230171号" in outcome.out and "第20230117号" in outcome.out
    assert "^^^^^^^^" in outcome.out and "--------" in outcome.out


@pytest.mark.parametrize(
    ("threshold", "code", "verdict"),
    [("error", 0, "pass"), ("warning", 1, "fail"), ("info", 1, "fail"), ("never", 0, "pass")],
)
@pytest.mark.parametrize("form", ["text", "json"])
def test_the_threshold_decides_and_the_format_does_not(
    unsigned: Path, threshold: str, code: int, verdict: str, form: str
) -> None:
    assert govreply("check", unsigned, "--fail-on", threshold, "--format", form).code == code
    assert report(unsigned, "--fail-on", threshold)["documents"][0]["verdict"] == verdict


@pytest.mark.parametrize("form", ["text", "json"])
def test_an_unread_input_beats_findings(faulty: Path, tmp_path: Path, form: str) -> None:
    outcome = govreply("check", tmp_path / "missing.md", faulty, "--format", form)
    assert outcome.code == 3
    assert "proposal-number-mismatch" in outcome.out
    assert "not-found" in outcome.out if form == "json" else "不存在" in outcome.out


def test_never_fails_on_findings_but_on_unread_inputs(faulty: Path, tmp_path: Path) -> None:
    assert govreply("check", faulty, "--fail-on", "never").code == 0
    assert govreply("check", faulty, tmp_path / "missing.md", "--fail-on", "never").code == 3


def test_json_validates_and_holds_every_document(sound: Path, faulty: Path, news: Path, tmp_path: Path) -> None:
    value = report(sound, faulty, news, tmp_path / "missing.md")
    assert [d["verdict"] for d in value["documents"]] == ["pass", "fail", "undetermined", "undetermined"]
    assert value["summary"]["unread"] == {"not-found": 1}


def test_messages_are_in_the_language_asked_for(faulty: Path) -> None:
    only = ("--select", "proposal-number-mismatch")
    assert report(faulty, *only)["documents"][0]["findings"][0]["message"].startswith("征询意见表写")
    english = report(faulty, *only, "--lang", "en")
    assert english["language"] == "en"
    assert "number" in english["documents"][0]["findings"][0]["message"]


def test_folders_are_searched_in_order_without_hidden_files(tmp_path: Path) -> None:
    kept = [write(tmp_path / name) for name in ("a.md", "b.TXT", "c/d.markdown", "c/e/f.html", "g.htm", "h.docx")]
    for name in ("note.xlsx", ".hidden.md", ".git/x.md", "c/.cache/y.txt", "readme"):
        write(tmp_path / name)
    expected = [kept[0], kept[1], kept[4], kept[5], kept[2], kept[3]]  # files of a folder before its sub-folders
    assert names(tmp_path) == [str(path) for path in expected]


def test_a_hidden_or_oddly_named_file_is_checked_when_it_is_named(tmp_path: Path) -> None:
    path = write(tmp_path / ".reply")
    assert names(path) == [str(path)]


def test_an_input_is_checked_once(tmp_path: Path) -> None:
    path = write(tmp_path / "a.md")
    (tmp_path / "link.md").symlink_to(path)
    assert names(path, tmp_path, path, tmp_path / "." / "a.md") == [str(path)]


def test_links_in_a_circle_end(tmp_path: Path) -> None:
    write(tmp_path / "a" / "letter.md")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "a" / "self").symlink_to(tmp_path / "a")
    assert names(tmp_path) == [str(tmp_path / "a" / "letter.md")]


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_folder_without_documents_is_told(tmp_path: Path, form: str) -> None:
    outcome = govreply("check", tmp_path, "--format", form)
    assert outcome.code == 3
    assert outcome.err == (
        f"{tmp_path}：文件夹里没有可检查的文件（.md .markdown .txt .html .htm .docx .docm .pdf .ofd .doc .wps）\n"
    )


def test_an_empty_folder_beside_a_letter_is_told_too(sound: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    outcome = govreply("check", sound, tmp_path / "empty")
    assert (outcome.code, "empty：文件夹里没有" in outcome.err) == (3, True)


def test_without_any_reply_nothing_was_checked(news: Path, sound: Path) -> None:
    outcome = govreply("check", news)
    assert outcome.code == 3
    assert "无法判定" in outcome.out and "没有可检查的答复" in outcome.err
    assert govreply("check", news, sound).code == 0


def test_select_and_ignore_take_names_codes_and_families(tmp_path: Path) -> None:
    letter = Letter(signature=(), date=None, form=Form(number="20230171"))
    path = write(tmp_path / "a.md", letter.to_markdown())

    def rules(*arguments: str) -> set[str]:
        return {finding["rule"] for finding in report(path, *arguments)["documents"][0]["findings"]}

    both = {"proposal-number-mismatch", "signature-missing"}
    assert both <= rules()
    assert rules("--select", "signature-missing") == {"signature-missing"}
    assert rules("--select", "IDN001", "--select", "structure") == both
    assert rules("--select", "IDN001", "--select", "structure", "--ignore", "identity") == {"signature-missing"}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ("--select", "proposal-number-mismach"),
            "没有规则或类别 proposal-number-mismach；是否想用 proposal-number",
        ),
        (("--ignore", "XYZ999"), "没有规则或类别 XYZ999"),
        (("--select", "IDN001", "--ignore", "identity"), "--select 与 --ignore 合起来一条规则也不剩"),
        (("--profile", "atlantis"), "没有名为 atlantis 的地方规定；可用：boshan、chongqing"),
        (("--format", "yaml"), "--format 的值 'yaml' 无效，可用：text|json"),
        (("--fail-on", "fatal"), "--fail-on 的值 'fatal' 无效，可用：error|warning|info|never"),
    ],
)
def test_what_does_not_exist_is_a_usage_error(sound: Path, arguments: tuple[str, ...], message: str) -> None:
    outcome = govreply("check", sound, *arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert message in outcome.err


def test_a_profile_can_be_named(sound: Path) -> None:
    assert report(sound, "--profile", "default")["documents"][0]["profile"] == "default"


@pytest.mark.skipif(os.name == "nt", reason="paths are bytes elsewhere")
@pytest.mark.parametrize("form", ["text", "json"])
def test_a_path_that_is_no_utf8_is_shown_safely(tmp_path: Path, form: str) -> None:
    path = tmp_path / os.fsdecode(b"\xce\xe4\xff\x1b[31m.md")
    try:
        write(path)
    except OSError:
        pytest.skip("this file system takes no such names")
    outcome = govreply("check", tmp_path, "--format", form)
    assert outcome.code == 0
    assert "\x1b" not in outcome.out
    shown = json.loads(outcome.out)["documents"][0]["name"] if form == "json" else outcome.out
    assert ("\udcce" if form == "json" else "\\xce\\xe4\\xff␛[31m.md") in shown
