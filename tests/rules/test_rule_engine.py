"""Selection, precedence, order, states and the verdict."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

import pytest
from attrs import evolve

import govreply
from govreply import api
from govreply.errors import UsageError
from govreply.findings import Finding, Fix, RuleOutcome, RuleState, Severity, Verdict
from govreply.language import Bilingual, Language
from govreply.model import Diagnostic, Reply, SourceInfo
from govreply.profiles import load
from govreply.rules import engine
from govreply.rules.base import Context, Explanation, Place, Problem, Rule
from govreply.rules.registry import ALL, rule
from govreply.rules.verdict import verdict
from govreply.span import Span
from govreply.testing import Form, Letter

REPLY = Reply(
    is_reply=True,
    source=SourceInfo(
        name="a.md",
        media_type="text/markdown",
        encoding="utf-8",
        encoding_how="utf-8",
        sha256="",
        characters=30,
        size=30,
    ),
)


FILLED = govreply.parse(Letter().to_markdown(), "letter.md")
TEXT = Bilingual("矛盾", "contradiction")


def made(
    name: str, *problems: Problem, needs: tuple[str, ...] = (), yields_to: tuple[str, ...] = (), breaks: bool = False
) -> Rule:
    def check(reply: Reply, context: Context) -> Iterator[Problem]:
        yield from problems
        if breaks:
            raise ValueError("broken on purpose")

    text = Bilingual("文", "text")
    return Rule(
        name=name,
        code=f"TST{len(name):03d}",
        family="test",
        severity=Severity.WARNING,
        since="0.1.0",
        title=text,
        explanation=Explanation(contradiction=text, importance=text, silent=(text,), grounds=text),
        needs=needs,
        yields_to=yields_to,
        check=check,
        violates=lambda: (),
        passes=lambda: (),
    )


def problem(start: int, end: int, *related: tuple[int, int], severity: Severity | None = None) -> Problem:
    label = Bilingual("处", "place")
    return Problem(
        span=Span(start, end),
        message=Bilingual("矛盾", "contradiction"),
        related=tuple(Place(span=Span(*r), label=label) for r in related),
        severity=severity,
    )


def faulty(**given: Any) -> Problem:
    """A problem with parts that a type checker would not let pass; rules need not be checked by one."""
    return evolve(problem(0, 1), **given)


def run(*rules: Rule, reply: Reply = REPLY) -> tuple[tuple[Finding, ...], tuple[RuleOutcome, ...]]:
    return engine.run(reply, rules=rules, profile=load("default"), language=Language.EN)


def test_findings_come_by_place_and_then_from_loud_to_quiet() -> None:
    findings, _ = run(
        made("a", problem(7, 9), problem(2, 3, severity=Severity.INFO)),
        made("bb", problem(2, 3, severity=Severity.ERROR)),
    )
    assert [(f.span.start, f.severity) for f in findings] == [
        (2, Severity.ERROR),
        (2, Severity.INFO),
        (7, Severity.WARNING),
    ]
    assert {f.message for f in findings} == {"contradiction"}


def test_the_weaker_rule_keeps_silent_where_places_are_shared() -> None:
    weak = made("weak", problem(0, 2, (8, 9)), problem(4, 5), yields_to=("strong",))
    findings, outcomes = run(weak, made("strong", problem(20, 22, (8, 9))))
    assert [(f.rule, f.span.start) for f in findings] == [("weak", 4), ("strong", 20)]
    assert [o.state for o in outcomes] == [RuleState.FOUND, RuleState.FOUND]


def test_a_rule_told_better_everywhere_counts_as_passed() -> None:
    _, outcomes = run(made("weak", problem(0, 2), yields_to=("strong",)), made("strong", problem(1, 3)))
    assert outcomes[0].state is RuleState.PASSED


def test_the_weaker_rule_speaks_where_the_stronger_is_not_run() -> None:
    findings, _ = run(made("weak", problem(0, 2), yields_to=("strong",)))
    assert [f.rule for f in findings] == ["weak"]


def test_a_rule_that_breaks_is_a_finding_about_itself_and_the_others_go_on() -> None:
    findings, outcomes = run(made("broken", problem(3, 4), breaks=True), made("good", problem(5, 6)))
    assert [(f.rule, f.code, f.severity) for f in findings] == [
        ("rule-crashed", "ENG001", Severity.ERROR),
        ("good", "TST004", Severity.WARNING),
    ]
    assert "broken" in findings[0].message
    assert "broken on purpose" in findings[0].message
    assert [o.state for o in outcomes] == [RuleState.CRASHED, RuleState.FOUND]


@pytest.mark.parametrize(
    ("yielded", "told"),
    [
        (faulty(span=None), "span of a problem is no Span but None"),
        (faulty(message="text"), "message of a problem is no Bilingual but 'text'"),
        (faulty(message=evolve(TEXT, en=cast("str", None))), "message of a problem is no str but None"),
        (faulty(severity="error"), "severity of a problem is no Severity but 'error'"),
        (faulty(suggestion="do"), "suggestion of a problem is no Bilingual but 'do'"),
        (faulty(related=None), "related of a problem is no tuple but None"),
        (faulty(related=(Span(0, 1),)), "related of a problem is no Place but Span(start=0, end=1)"),
        (faulty(fix="text"), "fix of a problem is no Fix but 'text'"),
        (faulty(fix=Fix(span=Span(0, 31), text="")), "Span(start=0, end=31) ends beyond the document"),
        (problem(0, 1, (29, 31)), "Span(start=29, end=31) ends beyond the document, which has 30 characters"),
        (problem(30, 31), "Span(start=30, end=31) ends beyond the document"),
        ("text", "the check yields no Problem but 'text'"),
        (None, "the check yields no Problem but None"),
    ],
)
def test_a_rule_that_yields_what_is_no_problem_has_crashed_and_the_others_go_on(yielded: Problem, told: str) -> None:
    findings, outcomes = run(made("broken", problem(3, 4), yielded), made("good", problem(29, 30)))
    assert [o.state for o in outcomes] == [RuleState.CRASHED, RuleState.FOUND]
    assert [f.rule for f in findings] == ["rule-crashed", "good"]
    assert told in findings[0].message


@pytest.mark.parametrize("path", ["cpies", "issuer.nothing", "sections.heading"])
def test_a_rule_that_needs_what_is_no_field_has_crashed_and_the_others_go_on(path: str) -> None:
    _, outcomes = run(made("broken", needs=(path,)), made("good", problem(5, 6)), reply=FILLED)
    assert [o.state for o in outcomes] == [RuleState.CRASHED, RuleState.FOUND]


def test_what_is_absent_is_not_applicable() -> None:
    _, (outcome,) = run(made("a", problem(0, 1), needs=("feedback.opinion",)))
    assert outcome.state is RuleState.NOT_APPLICABLE
    assert "feedback.opinion" in outcome.detail


def test_what_could_not_be_read_is_undetermined() -> None:
    unread = evolve(REPLY, diagnostics=(Diagnostic(code="date-ambiguous", span=Span(0, 1), field="signature"),))
    _, (outcome,) = run(made("a", needs=("signature",)), reply=unread)
    assert outcome.state is RuleState.UNDETERMINED
    assert "date-ambiguous" in outcome.detail


def test_no_rule_runs_on_what_is_no_reply() -> None:
    findings, outcomes = run(made("a", problem(0, 1)), reply=evolve(REPLY, is_reply=False))
    assert findings == ()
    assert [o.state for o in outcomes] == [RuleState.NOT_APPLICABLE]


def test_rules_are_chosen_by_name_code_and_family() -> None:
    assert [r.name for r in engine.select(("form-no-tick",))] == ["form-no-tick"]
    assert [r.code for r in engine.select(("DAT001",))] == ["DAT001"]
    assert {r.family for r in engine.select(("form",))} == {"form"}
    assert engine.select() == ALL
    assert engine.select(ignore=("form",)) == tuple(r for r in ALL if r.family != "form")
    with pytest.raises(UsageError, match="no rule is left"):
        engine.select((), ignore=())


@pytest.mark.parametrize("name", ["form-no-ticks", "XYZ999", ""])
def test_an_unknown_rule_is_named(name: str) -> None:
    with pytest.raises(UsageError, match=repr(name)):
        engine.select((name,))
    with pytest.raises(UsageError, match=repr(name)):
        rule(name)


def test_a_rule_is_found_by_its_name_and_code() -> None:
    assert rule("form-no-tick") is rule("FRM001")


@pytest.mark.parametrize(
    ("severities", "states", "is_reply", "fail_on", "expected"),
    [
        ([], [RuleState.PASSED], True, Severity.ERROR, Verdict.PASS),
        ([Severity.WARNING], [RuleState.FOUND], True, Severity.ERROR, Verdict.PASS),
        ([Severity.WARNING], [RuleState.FOUND], True, Severity.WARNING, Verdict.FAIL),
        ([Severity.ERROR], [RuleState.FOUND, RuleState.UNDETERMINED], True, Severity.ERROR, Verdict.FAIL),
        ([], [RuleState.UNDETERMINED], True, Severity.ERROR, Verdict.UNDETERMINED),
        ([], [RuleState.CRASHED], True, Severity.ERROR, Verdict.UNDETERMINED),
        ([], [RuleState.NOT_APPLICABLE], False, Severity.ERROR, Verdict.UNDETERMINED),
        ([], [RuleState.NOT_APPLICABLE], True, Severity.ERROR, Verdict.PASS),
    ],
)
def test_the_verdict_follows_from_findings_and_outcomes(
    severities: list[Severity], states: list[RuleState], is_reply: bool, fail_on: Severity, expected: Verdict
) -> None:
    findings = [Finding(rule="a", code="TST001", severity=s, message="", span=Span(0, 0)) for s in severities]
    outcomes = [RuleOutcome(rule="a", state=s) for s in states]
    assert verdict(findings, outcomes, evolve(REPLY, is_reply=is_reply), fail_on) is expected


def test_one_fault_of_the_form_is_one_finding() -> None:
    letter = Letter(form=Form(number="20230171", topic="关于建设口袋公园的建议", proposer="佟伯衡"))
    rules = [f.rule for f in api.check(letter.to_markdown(), "a.md").findings if f.severity is Severity.ERROR]
    assert sorted(rules) == ["addressee-proposer-mismatch", "proposal-number-mismatch", "topic-text-mismatch"]


def test_the_form_rule_speaks_alone_when_it_runs_alone() -> None:
    letter = Letter(form=Form(number="20230171", topic="关于建设口袋公园的建议", organ="武汉市教育局"))
    result = api.check(letter.to_markdown(), "a.md", select=("form-number-topic-agency",))
    assert result.source is not None
    assert [result.source.text[f.span.start : f.span.end] for f in result.findings] == [
        "20230171",
        "关于建设口袋公园的建议",
        "武汉市教育局",
    ]
