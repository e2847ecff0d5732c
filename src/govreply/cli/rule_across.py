"""``govreply rule`` for rules over many replies: what they say of their examples, with every place that takes part."""

from __future__ import annotations

from itertools import islice

from rich.text import Text

from govreply.batch.cross.base import CrossRule
from govreply.batch.cross.examples import Outcome, Shown, outcomes
from govreply.cli.language import current, say
from govreply.reports.excerpt import excerpts
from govreply.reports.safe import visible
from govreply.reports.screen import Screen
from govreply.reports.words import SEVERITIES, SEVERITY_STYLES
from govreply.source import Source
from govreply.span import Span

_INDENT = "    "


def show_across(rule: CrossRule, screen: Screen, most: int) -> None:
    """Print the first `most` examples with what the rule says of them; they are checked as they are shown."""
    for number, example in enumerate(islice(rule.violates(), most), start=1):
        screen.write_line()
        screen.write_line(Text(say(f"反例 {number}", f"violates {number}"), "bold red"), f"  {example.note}".rstrip())
        for outcome in outcomes(rule, example.bundle):
            _show(rule, outcome, screen)


def _show(rule: CrossRule, outcome: Outcome, screen: Screen) -> None:
    style = SEVERITY_STYLES[outcome.severity]
    screen.write_line(
        Text(SEVERITIES[outcome.severity].within(current()), style),
        Text(f"[{rule.code} {rule.name}]", style),
        Text(say("：", ": ") + visible(outcome.message.within(current())), "bold"),
    )
    for place in outcome.places:
        screen.write_line("  ", Text(visible(place.where.within(current())), "cyan"), _label(place))
        if place.end > place.start:
            _underlined(place, screen, style)
    if outcome.suggestion:
        screen.write_line("  ", say("建议：", "suggestion: "), visible(outcome.suggestion.within(current())))


def _label(place: Shown) -> str:
    """What the place is, where its line does not say it."""
    return "" if place.end > place.start else "  " + visible(place.label.within(current()))


def _underlined(place: Shown, screen: Screen, style: str) -> None:
    source = Source("", "text/plain", place.line, None, "given", "", 0)
    for excerpt in excerpts(source, Span(place.start, place.end), screen.excerpt_width - len(_INDENT)):
        screen.write_line(_INDENT, excerpt.text)
        screen.write_line(_INDENT, " " * excerpt.indent, Text("^" * excerpt.width, style))
