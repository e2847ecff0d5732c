"""The functions and names that the package hands out."""

from __future__ import annotations

import pickle
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

import govreply
from govreply.errors import Cause, UnreadableError, UsageError
from govreply.findings import RuleState, Severity, Verdict
from govreply.limits import Limits
from govreply.patterns import PatternTimeout
from govreply.testing import Form, Letter

BROKEN = Letter(form=Form(number="20230171")).to_markdown()


def test_a_letter_is_parsed_from_bytes_text_and_file(tmp_path: Path) -> None:
    text = Letter().to_markdown()
    path = tmp_path / "letter.md"
    path.write_text(text, encoding="utf-8")
    from_bytes = govreply.parse(text.encode(), "letter.md")
    assert from_bytes.title == govreply.parse(text, "letter.md").title == govreply.parse_file(path).title
    assert from_bytes.title is not None
    assert from_bytes.title.text == "对市政协十四届二次会议第20230117号提案的答复"


def test_findings_carry_places_in_the_source() -> None:
    result = govreply.check(BROKEN.encode(), "letter.md")
    assert result.verdict is Verdict.FAIL
    assert result.source is not None
    (finding,) = [f for f in result.findings if f.severity is Severity.ERROR]
    assert finding.rule == "proposal-number-mismatch"
    assert result.source.text[finding.span.start : finding.span.end] == "20230171"


def test_messages_come_in_the_language_asked_for() -> None:
    only = ("proposal-number-mismatch",)
    results = (govreply.check(BROKEN, "letter.md", select=only, language=language) for language in ("zh", "en"))
    zh, en = (result.findings[0].message for result in results)
    assert "编号" in zh
    assert "number" in en


def test_rules_are_selected_and_ignored() -> None:
    result = govreply.check(BROKEN, "letter.md", select=("identity",), ignore=("IDN001",))
    assert "proposal-number-mismatch" not in {o.rule for o in result.outcomes}
    assert {o.rule for o in result.outcomes} >= {"session-drift"}
    assert result.verdict is Verdict.PASS


def test_one_name_may_stand_without_a_list() -> None:
    assert {f.code for f in govreply.check(BROKEN, select="IDN001").findings} == {"IDN001"}
    assert "IDN001" not in {f.code for f in govreply.check(BROKEN, ignore="IDN001").findings}
    assert [f.code for r in govreply.check_many([], select="IDN001") for f in r.findings] == []


@pytest.mark.parametrize("given", [{"select": []}, {"select": ["IDN001"], "ignore": ["IDN001"]}])
def test_a_check_without_a_rule_is_refused(given: dict[str, list[str]]) -> None:
    with pytest.raises(UsageError, match="no rule is left"):
        govreply.check(BROKEN, **given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"data": 5}, "data must be bytes or str, not int"),
        ({"data": None}, "not NoneType"),
        ({"data": Path("a.md")}, "check_file take a path"),
        ({"data": "", "today": "2023-06-12"}, "today must be a datetime.date, not str"),
        ({"data": "", "today": datetime(2023, 6, 12)}, "not datetime"),
    ],
)
def test_arguments_of_the_wrong_type_are_named(given: dict[str, object], message: str) -> None:
    with pytest.raises(TypeError, match=message):
        govreply.check(**given)  # type: ignore[arg-type]


def test_the_threshold_decides_the_verdict() -> None:
    unsigned = Letter(signature=(), date=None).to_markdown()
    assert govreply.check(unsigned, "letter.md").verdict is Verdict.PASS
    assert govreply.check(unsigned, "letter.md", fail_on="warning").verdict is Verdict.FAIL


def test_the_profile_follows_the_place_unless_one_is_given() -> None:
    text = Letter().to_markdown()
    assert govreply.check(text, "letter.md").profile == "wuhan"
    assert govreply.check(text, "letter.md", profile="default").profile == "default"
    elsewhere = Letter(issuer="青岛市水务管理局", document_number="青水函〔2023〕9号").to_markdown()
    assert govreply.check(elsewhere, "letter.md").profile == "default"


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"select": ("no-such",)}, "no-such"),
        ({"ignore": ("no-such",)}, "no-such"),
        ({"profile": "atlantis"}, "atlantis"),
    ],
)
def test_what_does_not_exist_is_named(given: dict[str, object], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        govreply.check(BROKEN, "letter.md", **given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"language": "fr"}, "language cannot be 'fr'; use one of: zh, en"),
        ({"fail_on": "loud"}, "fail_on cannot be 'loud'; use one of: error, warning, info"),
        ({"severities": {"IDN001": "fatal"}}, "severities: IDN001 cannot be 'fatal'; use one of: error, warning, info"),
    ],
)
def test_only_known_languages_and_severities(given: dict[str, object], message: str) -> None:
    with pytest.raises(UsageError) as caught:
        govreply.check(BROKEN, "letter.md", **given)  # type: ignore[arg-type]
    assert str(caught.value) == message
    assert isinstance(caught.value, ValueError)  # what it was before, so that nobody's handler misses it


@pytest.mark.parametrize("path", ["abc", b"abc", Path("abc")])
def test_one_path_is_not_several(path: str) -> None:
    with pytest.raises(TypeError, match=r"paths must be several paths, not .*abc.*; check_file takes one"):
        govreply.check_many(path)


@pytest.mark.parametrize(
    ("data", "cause"), [(b"", Cause.EMPTY), (b"%PDF-1.7\n\x00\x01", Cause.CORRUPT), ("　\n", Cause.EMPTY)]
)
def test_unreadable_input_raises_from_parse_and_fails_in_check(data: bytes | str, cause: Cause) -> None:
    with pytest.raises(UnreadableError) as raised:
        govreply.parse(data, "letter.md")
    assert raised.value.cause is cause
    result = govreply.check(data, "letter.md")
    assert result.failure is not None
    assert result.failure.cause is cause
    assert (result.verdict, result.reply, result.findings) == (Verdict.UNDETERMINED, None, ())


def test_lone_surrogates_in_a_given_text_are_read_over() -> None:
    text = Letter().to_markdown().replace("委员：", "委员\ud800：\udfff", 1)
    assert govreply.parse(text).is_reply
    assert govreply.check("\ud800甲", "a.txt").verdict is Verdict.UNDETERMINED


def test_a_missing_file_and_a_folder_are_failures(tmp_path: Path) -> None:
    missing, folder = govreply.check_many([tmp_path / "no.md", tmp_path])
    assert missing.failure is not None
    assert missing.failure.cause is Cause.NOT_FOUND
    assert folder.failure is not None
    assert folder.failure.cause is Cause.NO_ACCESS
    with pytest.raises(UnreadableError, match="not-found"):
        govreply.parse_file(tmp_path / "no.md")


def test_a_large_file_is_not_read_beyond_its_limit(tmp_path: Path) -> None:
    path = tmp_path / "large.md"
    path.write_bytes(b"x" * 5000)
    result = govreply.check_file(path, limits=Limits(bytes=1000))
    assert result.failure is not None
    assert result.failure.cause is Cause.LIMIT


def test_a_search_that_takes_too_long_is_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(document: object) -> None:
        raise PatternTimeout("(a+)+b")

    monkeypatch.setattr("govreply.api.read_reply", slow)
    result = govreply.check(BROKEN, "letter.md")
    assert result.failure is not None
    assert result.failure.cause is Cause.LIMIT
    assert "(a+)+b" in result.failure.detail


def test_what_is_no_reply_is_undetermined_and_gets_no_findings() -> None:
    result = govreply.check("# 食堂菜单\n\n星期一：番茄炒蛋。\n", "menu.md")
    assert result.reply is not None
    assert not result.reply.is_reply
    assert result.verdict is Verdict.UNDETERMINED
    assert result.findings == ()
    assert {o.state for o in result.outcomes} == {RuleState.NOT_APPLICABLE}


def test_files_are_checked_in_order(tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("b.md", "a.md")]
    for path in paths:
        path.write_text(BROKEN, encoding="utf-8")
    names = (name for name in ("IDN001",))
    results = list(govreply.check_many(paths, select=names))
    assert [r.name for r in results] == [str(p) for p in paths]
    assert [[f.code for f in r.findings] for r in results] == [["IDN001"], ["IDN001"]]


def test_results_can_be_sent_between_processes() -> None:
    result = govreply.check(BROKEN, "letter.md")
    again = pickle.loads(pickle.dumps(result))
    assert again == result
    assert again.source is not result.source


def test_the_public_names_are_few_and_all_there() -> None:
    assert len(govreply.__all__) <= 25
    assert list(govreply.__all__) == sorted(govreply.__all__)
    for name in govreply.__all__:
        assert getattr(govreply, name) is not None
        assert name in dir(govreply)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = govreply.nothing


def test_importing_does_no_work() -> None:
    code = "import sys, govreply; print(*sorted(m for m in sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert [m for m in loaded if m.startswith("govreply")] == ["govreply", "govreply.version"]
    assert not {"regex", "lxml", "click", "rich", "attrs", "markdown_it"} & set(loaded)
