"""Running the examples of a rule: what tests of govreply's own rules ask, for the rules of anybody."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from attrs import frozen

from govreply.errors import fault
from govreply.findings import Result, RuleState
from govreply.rules.base import Rule
from govreply.source import Source
from govreply.span import Span
from govreply.testing import Format, Letter, Passes, Violates

LEAST_VIOLATES, LEAST_PASSES = 2, 3
Check = Callable[[str, str], Result]


@frozen
class Outcome:
    """How one example ended: ``fault`` is ``""`` where it did as it should, else what was expected and what came."""

    kind: str  # violates | passes
    number: int  # from 1; 0 where there is none
    note: str
    fault: str


def run(rule: Rule, check: Check) -> Iterator[Outcome]:
    """Run every example of `rule`.

    Args:
        check: checks a text under a file name with that rule among others.
    """
    try:
        violates, passes = list(rule.violates()), list(rule.passes())
    except (Exception, SystemExit) as error:  # noqa: BLE001 - whoever wrote the examples is told what they raise
        yield Outcome("violates, passes", 0, "", f"the examples cannot be made: {fault(error)}")
        return
    for number, broken in enumerate(violates, start=1):
        yield Outcome("violates", number, broken.note, _violated(rule, broken, check))
    for number, sound in enumerate(passes, start=1):
        yield Outcome("passes", number, sound.note, _passed(rule, sound, check))
    for kind, count, least in (("violates", len(violates), LEAST_VIOLATES), ("passes", len(passes), LEAST_PASSES)):
        if count < least:
            yield Outcome(kind, count + 1, "", f"{count} examples, at least {least} are asked for")


def _violated(rule: Rule, example: Violates, check: Check) -> str:
    result = _result(example.letter, example.format, example.file_name, check)
    if result.source is None:
        return f"not read: {result.failure}"
    crashed = _crashed(rule, result)
    if crashed:
        return crashed
    found = [finding for finding in result.findings if finding.rule == rule.name]
    if len(found) != 1:
        return f"{len(found)} findings instead of one: {[finding.message for finding in found]}"
    places = [_text(result.source, place.span) for place in found[0].related]
    shown = (_text(result.source, found[0].span), tuple(places), found[0].severity)
    wanted = (example.at, example.related, example.severity or rule.severity)
    return "" if shown == wanted else f"expected {wanted}, found {shown}"


def _passed(rule: Rule, example: Passes, check: Check) -> str:
    for form in dict.fromkeys((example.format, Format.MARKDOWN, Format.TEXT, Format.HTML)):
        name = example.file_name if form is example.format else form.file_name
        result = _result(example.letter, form, name, check)
        if result.reply is None or not result.reply.is_reply:
            return f"not read as a reply ({form.value})"
        crashed = _crashed(rule, result)
        if crashed:
            return f"{crashed} ({form.value})"
        found = [finding.message for finding in result.findings if finding.rule == rule.name]
        if found:
            return f"speaks ({form.value}): {found}"
    return ""


def _crashed(rule: Rule, result: Result) -> str:
    """What the rule raised and where, ``""`` if it did not."""
    outcomes = (o for o in result.outcomes if o.rule == rule.name and o.state is RuleState.CRASHED)
    return next((f"raises {outcome.detail}" for outcome in outcomes), "")


def _result(letter: Letter, form: Format, name: str, check: Check) -> Result:
    return check(letter.render(form), name)


def _text(source: Source, span: Span) -> str:
    return "".join(source.text[span.start : span.end].split())
