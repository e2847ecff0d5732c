from __future__ import annotations

import io

import pytest
from rich.cells import cell_len

from govreply.errors import Cause
from govreply.findings import Related, Result, Severity, Verdict
from govreply.language import Language
from govreply.reports.text import TextReport
from govreply.span import Span
from tests.reports.examples import LEFT_OVER, MISSING_SIGNATURE, UNDECIDED, checked, mismatch, reply, span_of, unread


@pytest.fixture(autouse=True)
def plain(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)


def report(*results: Result, language: Language = Language.ZH) -> str:
    out = io.StringIO()
    made = TextReport(out, language)
    for result in results:
        made.add(result)
    made.close()
    return out.getvalue()


def test_a_finding_shows_both_sides_with_carets_and_the_suggestion() -> None:
    assert report(checked(mismatch())) == (
        "澄水函.md  不通过\n"
        "  澄江市水务局 → 沈一帆 · 澄水函〔2024〕7号 · 第20240015号\n"
        "\n"
        "错误[IDN001 proposal-number-mismatch]：正文的编号与标题不一致\n"
        "    ┌─ 澄水函.md:10:6\n"
        " 10 │   经办件号20230015，已办结。\n"
        "    │           ^^^^^^^^\n"
        "    ├─ 澄水函.md:5:15\n"
        "  5 │ ## 对市政协九届三次会议第20240015号提案的答复\n"
        "    │                          -------- 标题中的编号\n"
        "    = 建议：请核对编号。\n"
        "\n"
        "共 1 份：不通过 1\n"
        "发现问题：错误 1\n"
    )


def test_the_same_in_english() -> None:
    shown = report(checked(mismatch(message="the numbers differ", suggestion=None, related=())), language=Language.EN)
    assert shown == (
        "澄水函.md  failed\n"
        "  澄江市水务局 → 沈一帆 · 澄水函〔2024〕7号 · 第20240015号\n"
        "\n"
        "error[IDN001 proposal-number-mismatch]: the numbers differ\n"
        "    ┌─ 澄水函.md:10:6\n"
        " 10 │   经办件号20230015，已办结。\n"
        "    │           ^^^^^^^^\n"
        "\n"
        "1 document: failed 1\n"
        "findings: error 1\n"
    )


def test_findings_come_from_loud_to_quiet() -> None:
    info = mismatch(severity=Severity.INFO, span=Span(0, 1))
    shown = report(checked(info, MISSING_SIGNATURE, mismatch()))
    assert shown.index("错误[") < shown.index("警告[") < shown.index("提示[")
    assert "发现问题：错误 1，警告 1，提示 1" in shown


def test_a_place_over_several_lines_shows_the_first_and_the_last() -> None:
    first, last = span_of("您提出的提案收悉。"), span_of("已办结")
    whole = Related(span=Span(first.start + 1, last.end), label="全段")
    shown = report(checked(mismatch(related=(whole,))))
    assert "  9 │ 您提出的提案收悉。\n    │   ----------------\n 10 │   经办件号20230015，已办结。\n" in shown
    assert shown.count("全段") == 1


def test_a_label_that_does_not_fit_stands_on_a_row_of_its_own() -> None:
    label = "很长的说明" * 10
    shown = report(checked(mismatch(related=(Related(span=span_of("20240015"), label=label),))))
    assert f"    │                          --------\n    │ {label}\n" in shown


def test_a_certain_fix_is_shown() -> None:
    assert "    = 可改为：A\n" in report(checked(MISSING_SIGNATURE))


def test_a_pass_says_what_was_not_judged_and_not_understood() -> None:
    result = checked(outcomes=(UNDECIDED,), reply=reply(diagnostics=(LEFT_OVER, LEFT_OVER)))
    shown = report(result)
    assert "  1 条规则无法判定：date-impossible\n" in shown
    assert "  2 处未能读懂或经过修补：\n    some-new-code ×2（第 10 行）\n" in shown


def test_an_unread_input_names_cause_and_advice() -> None:
    assert report(unread(Cause.ENCODING, "byte 0xFF at 0")) == (
        "b.md  未能读取\n"
        "  原因：编码无法识别（byte 0xFF at 0）\n"
        "  办法：请用 UTF-8 或 GB18030 编码重新保存该文件。\n"
        "\n"
        "共 1 份：未能读取 1（编码无法识别 1）\n"
    )


def test_the_totals_count_verdicts_and_causes() -> None:
    results = [checked(), checked(mismatch()), checked(verdict=Verdict.UNDETERMINED), unread(), unread(Cause.EMPTY)]
    assert report(*results).splitlines()[-2] == (
        "共 5 份：通过 1，不通过 1，无法判定 1，未能读取 2（内容为空 1，文件损坏 1）"
    )


def test_a_document_that_is_no_reply_says_so() -> None:
    shown = report(checked(reply=reply(is_reply=False), verdict=Verdict.UNDETERMINED))
    assert shown.startswith("澄水函.md  无法判定\n  不是对提案或建议的答复\n")


def test_nothing_in_a_document_steers_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    evil = "\x1b]0;owned\x07\u202e"
    finding = mismatch(message=evil, suggestion=evil, related=(Related(span=Span(0, 1), label=evil),))
    shown = report(checked(finding, name=evil), unread(detail=evil, name=evil))
    assert "owned" in shown
    assert not {"\x1b", "\x07", "\u202e"} & set(shown)


def test_rich_markup_in_a_document_is_text() -> None:
    assert "[bold]粗[/bold] :smile:" in report(checked(mismatch(message="[bold]粗[/bold] :smile:")))


def test_colours_are_for_terminals_or_where_forced(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b[" not in report(checked(mismatch()))
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[1;31m错误" in report(checked(mismatch()))
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in report(checked(mismatch()))


def test_a_long_message_is_not_wrapped() -> None:
    message = "很长" * 300
    assert message in report(checked(mismatch(message=message)))


def test_carets_stand_under_what_they_mean() -> None:
    """The text above the first caret is the span's, counted in cells."""
    lines = report(checked(mismatch())).splitlines()
    for at, line in enumerate(lines):
        if "^" in line:
            above = lines[at - 1]
            cut = next(n for n in range(len(above)) if cell_len(above[:n]) == line.index("^"))
            assert above[cut : cut + line.count("^")] == "20230015"
            return
    pytest.fail("no caret")
