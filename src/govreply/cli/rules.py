"""``govreply rules``: the list of rules."""

from __future__ import annotations

import json
import sys
from itertools import groupby
from typing import Any

import click
from rich.cells import cell_len
from rich.text import Text

from govreply.cli import exit_codes
from govreply.cli.command import Command, OneOf, option
from govreply.cli.language import current, say
from govreply.language import Bilingual
from govreply.reports.screen import Screen
from govreply.reports.words import SEVERITIES, SEVERITY_STYLES
from govreply.rules.base import Rule
from govreply.rules.registry import ALL
from govreply.version import VERSION

SCHEMA = "govreply.rules/1"


@click.command(
    name="rules",
    cls=Command,
    words=Bilingual(
        "按类别列出全部规则：代码、级别、名称、标题。",
        "List the rules by family: code, severity, name, title.",
    ),
)
@option(
    "--format", "form", type=OneOf(("text", "json")), default="text", words=Bilingual("列表格式", "format of the list")
)
def command(form: str) -> int:
    """Print the rules; returns the exit code."""
    if form == "json":
        listing = {
            "schema": SCHEMA,
            "govreply": VERSION,
            "language": current().value,
            "rules": [_plain(rule) for rule in ALL],
        }
        sys.stdout.write(json.dumps(listing, ensure_ascii=False, indent=2) + "\n")
    else:
        _print_table(Screen(sys.stdout))
    return exit_codes.OK


def _plain(rule: Rule) -> dict[str, Any]:
    return {
        "name": rule.name,
        "code": rule.code,
        "family": rule.family,
        "severity": rule.severity.value,
        "since": rule.since,
        "title": rule.title.within(current()),
        "explanation": rule.explanation.within(current()),
        "needs": list(rule.needs),
        "yields_to": list(rule.yields_to),
    }


def _print_table(screen: Screen) -> None:
    widest = max((len(rule.name) for rule in ALL), default=0)
    for family, members in groupby(sorted(ALL, key=lambda rule: rule.code), key=lambda rule: rule.family):
        screen.write_line(Text(family, "bold"))
        for rule in members:
            severity = SEVERITIES[rule.severity].within(current())
            screen.write_line(
                f"  {rule.code}  ",
                Text(severity + " " * (8 - cell_len(severity)), SEVERITY_STYLES[rule.severity]),
                Text(rule.name.ljust(widest + 2), "cyan"),
                rule.title.within(current()),
            )
        screen.write_line()
    screen.write_line(say(f"共 {len(ALL)} 条；详情：govreply rule 名称", f"{len(ALL)} rules; more: govreply rule NAME"))
