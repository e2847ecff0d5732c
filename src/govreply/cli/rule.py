"""``govreply rule``: one rule with its grounds and its examples, which are checked as they are shown."""

from __future__ import annotations

import sys
from itertools import islice
from pathlib import PurePath

import click
from rich.text import Text

from govreply import api
from govreply.batch.cross.base import CrossRule
from govreply.batch.cross.registry import ALL as CROSS
from govreply.cli import exit_codes
from govreply.cli.command import Command, Refusal, argument, nearest
from govreply.cli.extensions import all_rules
from govreply.cli.language import current, say
from govreply.cli.rule_across import show_across
from govreply.language import Bilingual
from govreply.reports.screen import Screen
from govreply.reports.text import FindingPrinter
from govreply.reports.words import SEVERITIES, SEVERITY_STYLES
from govreply.rules.base import Rule
from govreply.testing import Violates

_EXAMPLES_SHOWN = 3


@click.command(
    name="rule",
    cls=Command,
    words=Bilingual(
        "说明一条规则：查什么、为什么、哪些情形不算，并举例。",
        "Explain one rule: what it finds, why it matters, what it leaves alone, with examples.",
    ),
)
@argument(
    "name",
    label=Bilingual("名称", "NAME"),
    words=Bilingual("规则的名称或代码", "name or code of the rule"),
)
def command(name: str) -> int:
    """Print the rule `name`; returns the exit code."""
    rule = _find(name)
    screen = Screen(sys.stdout)
    screen.write_line(Text(f"{rule.code} {rule.name}", "bold"), "  ", rule.title.within(current()))
    severity = Text(SEVERITIES[rule.severity].within(current()), SEVERITY_STYLES[rule.severity])
    since = say(f"自 {rule.since} 版", f"since {rule.since}")
    screen.write_line(say("级别：", "severity: "), severity, f" · {say('类别：', 'family: ')}{rule.family} · {since}")
    screen.write_line()
    for line in rule.explanation.within(current()).strip().splitlines():
        screen.write_line(line.strip())
    if isinstance(rule, CrossRule):
        show_across(rule, screen, _EXAMPLES_SHOWN)
    else:
        _show_violations(rule, screen)
    _show_passes(rule, screen)
    return exit_codes.OK


def _find(name: str) -> Rule | CrossRule:
    every: list[Rule | CrossRule] = [*all_rules(), *CROSS]
    for rule in every:
        if name == rule.name or name.upper() == rule.code.upper():
            return rule
    hint = nearest(name, [word for rule in every for word in (rule.name, rule.code)])
    raise Refusal(say(f"没有名为 {name} 的规则", f"no rule named {name}") + hint)


def _show_violations(rule: Rule, screen: Screen) -> None:
    printer = FindingPrinter(screen, current())
    for number, example in enumerate(islice(rule.violates(), _EXAMPLES_SHOWN), start=1):
        screen.write_line()
        screen.write_line(Text(say(f"反例 {number}", f"violates {number}"), "bold red"), f"  {example.note}".rstrip())
        _show_finding(rule, example, number, printer)


def _show_finding(rule: Rule, example: Violates, number: int, printer: FindingPrinter) -> None:
    name = f"{rule.name}-{number}{PurePath(example.file_name).suffix}"
    data = example.letter.to_file(example.format)
    result = api.check(data, name, language=current(), select=(rule.name,))
    if result.source:
        for finding in result.findings:
            printer.print(finding, result.source)


def _show_passes(rule: Rule | CrossRule, screen: Screen) -> None:
    notes = [example.note for example in rule.passes() if example.note]
    if notes:
        screen.write_line()
        screen.write_line(Text(say("不算问题的情形", "passes"), "bold green"))
    for note in notes:
        screen.write_line(f"  · {note}")
