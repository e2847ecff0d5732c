"""Waivers: what they let pass, how long, and what is said of those that let nothing pass."""

from __future__ import annotations

import pickle
from datetime import date
from pathlib import Path

import pytest

from govreply import api
from govreply.findings import Result, Severity, Verdict, WaiverFault
from govreply.language import Language
from govreply.testing import Form, Format, Letter
from govreply.waivers import FILE_NAME, INVALID, WaiverError, Waivers, find, load

TODAY = date(2024, 6, 1)
FAULTY = Letter(form=Form(number="20230171"))  # proposal-number-mismatch, an error


def entry(**changes: str) -> str:
    """A ``[[waiver]]`` table; values are written as TOML, an empty one leaves its key out."""
    values = {
        "document": '"*.md"',
        "rule": '"proposal-number-mismatch"',
        "reason": '"原件如此"',
        "who": '"顾怀远"',
        "until": "2024-12-31",
    }
    lines = [f"{key} = {value}" for key, value in (values | changes).items() if value]
    return "\n".join(["[[waiver]]", *lines, ""])


def written(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def after(path: Path, waivers: Waivers) -> Result:
    waivers.prepare([path])
    return waivers.apply(api.check_file(path), path)


def names(result: Result) -> tuple[set[str], set[str]]:
    """Loud rules that still speak, and rules that were waived."""
    loud = {f.rule for f in result.findings if f.severity is Severity.ERROR}
    return loud, {w.finding.rule for w in result.waived}


def test_a_file_that_is_nested_beyond_reason_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WaiverError, match="no TOML"):
        load(written(tmp_path / FILE_NAME, "a = " + "[" * 9999))


def test_a_waived_finding_is_set_apart_and_fails_no_more(tmp_path: Path) -> None:
    path = written(tmp_path / "a.md", FAULTY.to_markdown())
    written(tmp_path / FILE_NAME, entry())
    assert api.check_file(path).verdict is Verdict.FAIL
    waivers = Waivers(today=TODAY)
    result = after(path, waivers)
    assert names(result) == (set(), {"proposal-number-mismatch"})
    assert result.verdict is Verdict.PASS
    assert (result.waived[0].waiver.reason, result.waived[0].waiver.who) == ("原件如此", "顾怀远")
    assert waivers.remarks() == ()
    assert pickle.loads(pickle.dumps(result)).waived == result.waived


@pytest.mark.parametrize("rule", ["proposal-number-mismatch", "IDN001"])
@pytest.mark.parametrize(
    ("document", "holds"),
    [
        ("2023/a.md", True),
        ("2023/*.md", True),
        ("*.md", True),
        ("a.md", True),
        ("**/a.md", True),
        ("./2023/a.md", True),
        ("武水函〔2023〕21号", True),
        ("武水函[2023]21号", True),
        ("武水函(2023) 21号", True),
        ("2024/*.md", False),
        ("*/b.md", False),
        ("*/*/a.md", False),
        ("武水函〔2023〕22号", False),
    ],
)
def test_documents_are_named_by_path_or_number(tmp_path: Path, rule: str, document: str, holds: bool) -> None:
    path = written(tmp_path / "2023" / "a.md", FAULTY.to_markdown())
    written(tmp_path / FILE_NAME, entry(document=f'"{document}"', rule=f'"{rule}"'))
    assert bool(after(path, Waivers(today=TODAY)).waived) is holds


def test_two_stars_span_folders(tmp_path: Path) -> None:
    written(tmp_path / FILE_NAME, entry(document='"2023/**/a.md"'))
    for place in ("2023/a.md", "2023/x/a.md", "2023/x/y/a.md"):
        path = written(tmp_path / place, FAULTY.to_markdown())
        assert after(path, Waivers(today=TODAY)).waived
    other = written(tmp_path / "2024" / "a.md", FAULTY.to_markdown())
    assert not after(other, Waivers(today=TODAY)).waived


def test_the_nearest_file_counts_alone(tmp_path: Path) -> None:
    path = written(tmp_path / "x" / "y" / "a.md", FAULTY.to_markdown())
    far = written(tmp_path / FILE_NAME, entry())
    assert find(path) == far
    near = written(tmp_path / "x" / FILE_NAME, entry(rule='"date-form"'))
    assert find(path) == near
    assert names(after(path, Waivers(today=TODAY))) == ({"proposal-number-mismatch"}, set())


def test_a_file_that_is_given_counts_for_all(tmp_path: Path) -> None:
    path = written(tmp_path / "x" / "a.md", FAULTY.to_markdown())
    written(tmp_path / "x" / FILE_NAME, entry(rule='"date-form"'))
    given = load(written(tmp_path / "mine.toml", entry()))
    assert after(path, Waivers(today=TODAY, given=given)).waived


@pytest.mark.parametrize(("until", "holds"), [("2024-06-01", True), ("2024-05-31", False), ("", True)])
def test_a_waiver_ends_after_its_last_day(tmp_path: Path, until: str, holds: bool) -> None:
    path = written(tmp_path / "a.md", FAULTY.to_markdown())
    written(tmp_path / FILE_NAME, entry(until=until))
    waivers = Waivers(today=TODAY)
    result = after(path, waivers)
    assert bool(result.waived) is holds
    assert (result.verdict is Verdict.FAIL) is not holds
    assert [r.fault for r in waivers.remarks()] == ([] if holds else [WaiverFault.EXPIRED])


def test_a_waiver_with_nothing_to_let_pass_is_told(tmp_path: Path) -> None:
    path = written(tmp_path / "a.md", Letter().to_markdown())
    written(tmp_path / FILE_NAME, entry() + entry(document='"other.md"') + entry(rule='"date-impossible"'))
    waivers = Waivers(today=TODAY)
    after(path, waivers)
    told = [(r.waiver.document, r.waiver.rule, r.fault) for r in waivers.remarks()]
    # nothing is said of a document that was not checked
    assert told == [
        ("*.md", "proposal-number-mismatch", WaiverFault.UNUSED),
        ("*.md", "date-impossible", WaiverFault.UNUSED),
    ]


def test_a_rule_that_did_not_run_makes_no_waiver_unused(tmp_path: Path) -> None:
    path = written(tmp_path / "a.md", Letter().to_markdown())
    written(tmp_path / FILE_NAME, entry())
    waivers = Waivers(today=TODAY)
    waivers.prepare([path])
    waivers.apply(api.check_file(path, select=["date-form"]), path)
    assert waivers.remarks() == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            entry(rule='"proposal-number-mismach"'),
            "没有规则 proposal-number-mismach；是否想写 proposal-number-mismatch？",
        ),
        (entry(rule='"zzz"'), "没有规则 zzz"),
        (entry(reason=""), "缺 reason"),
        (entry(who='"  "'), "缺 who"),
        (entry(document="3"), "缺 document"),
        (entry(until='"2024-12-31"'), "until 应写作"),
        (entry(until="2024-12-31T00:00:00"), "until 应写作"),
        (entry() + 'reson = "x"\n', "没有 reson 这一项"),
        (entry() + "[other]\n", "只应有 [[waiver]] 表"),
        ("waiver = 3\n", "只应有 [[waiver]] 表"),
        ("waiver = [3]\n", "第 1 个 [[waiver]]：不是表"),
        ("[[waiver]\n", "不是 TOML"),
    ],
)
def test_a_broken_file_says_where_and_why(tmp_path: Path, text: str, words: str) -> None:
    path = written(tmp_path / FILE_NAME, text)
    with pytest.raises(WaiverError) as raised:
        load(path)
    assert raised.value.words.zh.startswith(f"{path}：")
    assert words in raised.value.words.zh
    assert str(pickle.loads(pickle.dumps(raised.value))) == raised.value.words.en


def test_a_missing_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(WaiverError, match="cannot be read"):
        load(tmp_path / "none.toml")


COMMENT = "<!-- govreply: ignore[proposal-number-mismatch] 原件如此 -->"


@pytest.mark.parametrize(("format", "counts"), [(Format.MARKDOWN, True), (Format.HTML, True), (Format.TEXT, False)])
def test_a_comment_waives_in_markdown_and_html(tmp_path: Path, format: Format, counts: bool) -> None:  # noqa: A002
    text = FAULTY.render(format)
    text = text.replace("<body>\n", f"<body>\n{COMMENT}\n") if format is Format.HTML else f"{text}\n{COMMENT}\n"
    path = written(tmp_path / format.file_name, text)
    result = after(path, Waivers(today=TODAY))
    assert bool(result.waived) is counts
    assert (result.verdict is Verdict.PASS) is counts
    if counts:
        (waived,) = result.waived
        assert (waived.waiver.reason, waived.waiver.document) == ("原件如此", None)
        assert waived.waiver.span is not None
        assert text[waived.waiver.span.start : waived.waiver.span.end] == COMMENT


def test_a_comment_may_name_several_rules_by_name_or_code(tmp_path: Path) -> None:
    comment = "<!--govreply:ignore[ IDN001 , date-impossible ]原件如此-->"
    path = written(tmp_path / "a.md", f"{FAULTY.to_markdown()}\n{comment}\n")
    result = after(path, Waivers(today=TODAY))
    assert names(result) == (set(), {"proposal-number-mismatch"})
    assert [(r.waiver.rule, r.fault) for r in result.waiver_remarks] == [("date-impossible", WaiverFault.UNUSED)]


@pytest.mark.parametrize(
    ("comment", "words"),
    [
        (
            "<!-- govreply: ignore[proposal-number-mismach] 原件如此 -->",
            "没有规则 proposal-number-mismach；是否想写 proposal-number-mismatch？",
        ),
        ("<!-- govreply: ignore[proposal-number-mismatch] -->", "没有写明理由"),
        ("<!-- govreply: ignore 原件如此 -->", "没有写明规则"),
        ("<!-- govreply: ignore[] 原件如此 -->", "没有写明规则"),
    ],
)
def test_a_comment_that_cannot_be_used_is_an_error_in_the_report(tmp_path: Path, comment: str, words: str) -> None:
    path = written(tmp_path / "a.md", f"{FAULTY.to_markdown()}\n{comment}\n")
    result = after(path, Waivers(today=TODAY))
    (fault,) = (f for f in result.findings if f.rule == INVALID)
    assert (fault.severity, words in fault.message) == (Severity.ERROR, True)
    assert result.source is not None
    assert result.source.text[fault.span.start : fault.span.end] == comment
    assert names(result)[0] == {INVALID, "proposal-number-mismatch"}
    assert result.verdict is Verdict.FAIL


def test_faults_are_told_in_the_language_of_the_run(tmp_path: Path) -> None:
    path = written(tmp_path / "a.md", f"{Letter().to_markdown()}\n<!-- govreply: ignore[date-from] old -->\n")
    result = Waivers(today=TODAY).apply(api.check_file(path), path, language=Language.EN)
    assert [f.message for f in result.findings if f.rule == INVALID] == [
        "this waiver cannot be used: no rule date-from; did you mean date-form?"
    ]


def test_other_comments_are_no_waivers(tmp_path: Path) -> None:
    path = written(tmp_path / "a.md", f"{Letter().to_markdown()}\n<!-- 校对：govreply 已查 -->\n")
    result = after(path, Waivers(today=TODAY))
    assert (result.waived, result.waiver_remarks, names(result)[0]) == ((), (), set())


def test_what_is_no_reply_has_nothing_to_waive(tmp_path: Path) -> None:
    path = written(tmp_path / "a.md", f"# 通知\n\n会议改期。\n\n{COMMENT}\n")
    result = api.check_file(path)
    assert Waivers(today=TODAY).apply(result, path) == result
