"""Every rule speaks on its ``violates`` letters, at the place they name, and keeps silent on its ``passes`` letters."""

from __future__ import annotations

import pytest
from _pytest.mark import ParameterSet

from govreply import api
from govreply.findings import Result, RuleState, Severity
from govreply.rules.base import Rule
from govreply.rules.registry import ALL
from govreply.span import Span
from govreply.testing import Format, Letter, Passes, Violates


def _violations() -> list[ParameterSet]:
    return [
        pytest.param(rule, example, id=f"{rule.name}-{at}")
        for rule in ALL
        for at, example in enumerate(rule.violates(), start=1)
    ]


def _silences() -> list[ParameterSet]:
    return [
        pytest.param(rule, example, id=f"{rule.name}-{at}")
        for rule in ALL
        for at, example in enumerate(rule.passes(), start=1)
    ]


def _checked(letter: Letter, format: Format, name: str = "") -> Result:  # noqa: A002
    result = api.check(letter.render(format), name or format.file_name)
    assert result.failure is None
    assert [o for o in result.outcomes if o.state is RuleState.CRASHED] == []
    return result


def _text(result: Result, span: Span) -> str:
    assert result.source is not None
    return "".join(result.source.text[span.start : span.end].split())


@pytest.mark.parametrize(("rule", "example"), _violations())
def test_speaks(rule: Rule, example: Violates) -> None:
    result = _checked(example.letter, example.format, example.file_name)
    found = [f for f in result.findings if f.rule == rule.name]
    assert [(_text(result, f.span), tuple(_text(result, r.span) for r in f.related)) for f in found] == [
        (example.at, example.related)
    ]
    assert found[0].code == rule.code
    assert found[0].severity is (example.severity or rule.severity)


@pytest.mark.parametrize(("rule", "example"), _violations())
def test_nothing_else_is_blamed_on_a_broken_letter(rule: Rule, example: Violates) -> None:
    result = _checked(example.letter, example.format, example.file_name)
    loud = {f.rule for f in result.findings if f.rule != rule.name and f.severity is Severity.ERROR}
    assert loud == set(example.alongside)


@pytest.mark.parametrize(("rule", "example"), _silences())
def test_keeps_silent(rule: Rule, example: Passes) -> None:
    result = _checked(example.letter, example.format, example.file_name)
    assert result.reply is not None
    assert result.reply.is_reply
    assert [f.message for f in result.findings if f.rule == rule.name] == []
    loud = {f.rule for f in result.findings if f.severity is Severity.ERROR}
    assert loud == set(example.alongside)


@pytest.mark.parametrize(("rule", "example"), _silences())
@pytest.mark.parametrize("format", [Format.TEXT, Format.HTML])
def test_keeps_silent_in_every_format(rule: Rule, example: Passes, format: Format) -> None:  # noqa: A002
    result = _checked(example.letter, format)
    assert [f.message for f in result.findings if f.rule == rule.name] == []
