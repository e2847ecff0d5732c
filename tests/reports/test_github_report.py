from __future__ import annotations

import re
from pathlib import Path

import pytest

from govreply import api
from govreply.findings import Result, Severity, Verdict, Waived, Waiver, WaiverFault, WaiverRemark
from govreply.reports.base import ExtraFileError
from govreply.testing import Form, Letter
from tests.reports.examples import MISSING_SIGNATURE, checked, mismatch, reply, unread
from tests.reports.running import written

WAIVER = Waiver(rule="proposal-number-mismatch", reason="原件如此", who="档案室", origin="govreply-waivers.toml")
# as the runner of GitHub reads a line
COMMAND = re.compile(r"^::(?P<command>\w+) (?P<properties>[^:]*)::(?P<data>.*)$")


@pytest.fixture(autouse=True)
def outside(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("GITHUB_STEP_SUMMARY", "GITHUB_WORKSPACE"):
        monkeypatch.delenv(name, raising=False)


def commands(*results: Result) -> list[tuple[str, dict[str, str], str]]:
    read = []
    for line in written("github", *results).splitlines():
        match = COMMAND.match(line)
        assert match
        pairs = (pair.partition("=") for pair in match["properties"].split(","))
        properties = {name: _unescaped(value, also=":,") for name, _, value in pairs}
        read.append((match["command"], properties, _unescaped(match["data"], also="")))
    return read


def _unescaped(text: str, *, also: str) -> str:
    for sign in "\r\n" + also:
        text = text.replace(f"%{ord(sign):02X}", sign)
    return text.replace("%25", "%")


def test_a_finding_stands_at_its_place() -> None:
    ((command, properties, message),) = commands(checked(mismatch()))
    assert command == "error"
    assert properties == {
        "file": "澄水函.md",
        "line": "10",
        "endLine": "10",
        "col": "6",
        "endColumn": "14",
        "title": "IDN001 proposal-number-mismatch",
    }
    assert message == "正文的编号与标题不一致\n5:15 标题中的编号\n请核对编号。"


def test_the_loudest_come_first_over_all_documents() -> None:
    info = mismatch(severity=Severity.INFO)
    told = commands(checked(info, MISSING_SIGNATURE), checked(mismatch(), name="b.md"), unread(name="c.md"))
    assert [(command, properties["file"]) for command, properties, _ in told] == [
        ("error", "b.md"),
        ("error", "c.md"),
        ("warning", "澄水函.md"),
        ("notice", "澄水函.md"),
    ]


def test_no_text_can_end_a_command_or_begin_one() -> None:
    evil = "100% ::error::\r\n::stop-commands::x"
    ((command, properties, message),) = commands(checked(mismatch(message=evil, related=()), name="a,b:c%25\n.md"))
    assert (command, properties["file"]) == ("error", "a,b:c%25␊.md")
    assert message == "100% ::error::␍␊::stop-commands::x\n请核对编号。"


def test_names_count_from_the_workspace(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_WORKSPACE", "/letters")
    told = written("github", unread(name="/letters/2023/b.md"), folder=Path("/letters/2023"))
    assert "file=2023/b.md," in told


def test_a_name_is_that_of_the_file_in_a_folder_below_the_workspace(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_WORKSPACE", "/letters")
    told = written("github", unread(name="b.md"), folder=Path("/letters/2023"))
    assert "file=2023/b.md," in told


def test_what_was_not_read_or_decided_is_told() -> None:
    undecided = checked(verdict=Verdict.UNDETERMINED, reply=reply(is_reply=False))
    told = commands(unread(), undecided)
    assert [(c, p, m) for c, p, m in told] == [
        ("error", {"file": "b.md", "title": "corrupt"}, "未能读取：文件损坏（NUL bytes）"),
        ("warning", {"file": "澄水函.md", "title": "undetermined"}, "不是对提案或建议的答复，未作检查"),
    ]


def test_a_document_without_lines_is_annotated_as_a_whole() -> None:
    result = api.check(
        Letter(form=Form(number="20230171")).to_docx(), "letter.docx", select=("proposal-number-mismatch",)
    )
    ((_, properties, message),) = commands(result)
    assert sorted(properties) == ["file", "title"]
    assert re.match(r"表格1 第\d+行第\d+列 |第\d+段 ", message)


def test_the_summary_is_appended_as_a_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    summary = tmp_path / "summary.md"
    summary.write_text("before\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    waived = (Waived(finding=MISSING_SIGNATURE, waiver=WAIVER),)
    written("github", checked(mismatch(), waived=waived), unread())
    assert summary.read_text(encoding="utf-8").splitlines() == [
        "before",
        "### govreply",
        "",
        "共 2 份：通过 0，不通过 1，无法判定 0，未能读取 1（文件损坏 1），已豁免 1",
        "",
        "| 级别 | 文件 | 位置 | 规则 | 问题 |",
        "| --- | --- | --- | --- | --- |",
        "| 错误 | 澄水函.md | 10:6 | IDN001 proposal-number-mismatch | 正文的编号与标题不一致 |",
        "| 错误 | b.md |  | corrupt | 未能读取：文件损坏（NUL bytes） |",
    ]


def test_a_quoted_document_cannot_write_markup_into_the_summary(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    summary = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    written("github", checked(mismatch(message="<img src=x> | [a](http://b) `c` @all")))
    row = summary.read_text(encoding="utf-8").splitlines()[-1]
    assert row.endswith(r"| &lt;img src=x&gt; \| \[a\](http://b) \`c\` \@all |")


def test_a_summary_that_cannot_be_written_leaves_the_annotations(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "nowhere" / "summary.md"))
    with pytest.raises(ExtraFileError, match=r"^GITHUB_STEP_SUMMARY=.*summary\.md cannot be written"):
        written("github", checked(mismatch()))


def test_waivers_that_did_nothing_are_warnings() -> None:
    told = written("github", checked(), remarks=[WaiverRemark(waiver=WAIVER, fault=WaiverFault.UNUSED)])
    assert told.startswith("::warning file=govreply-waivers.toml,title=waiver-unused::未用到的豁免")
