"""``govreply rules``: the list of rules, whole or filtered."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

import click
from rich.cells import cell_len
from rich.text import Text

from govreply.batch.cross.base import CrossRule
from govreply.batch.cross.registry import ALL as CROSS
from govreply.cli import exit_codes
from govreply.cli.command import Command, OneOf, option
from govreply.cli.extensions import all_rules
from govreply.cli.language import current, say
from govreply.cli.profile_words import found, title_of
from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.profiles import Profile
from govreply.reports.screen import Screen
from govreply.reports.words import FAMILIES, SEVERITIES, SEVERITY_STYLES
from govreply.rules.base import Rule
from govreply.version import VERSION

SCHEMA = "govreply.rules/1"
AnyRule = Rule | CrossRule


def families_of(rules: Sequence[AnyRule]) -> list[str]:
    """The families of `rules`: govreply's own in their order, then those of plugins."""
    return [*FAMILIES, *sorted({rule.family for rule in rules} - set(FAMILIES))]


@click.command(
    name="rules",
    cls=Command,
    words=Bilingual(
        "按类别列出规则：代码、级别、名称、标题。各项筛选可以并用。",
        "List the rules by family: code, severity, name, title. Filters may be combined.",
    ),
)
@option(
    "--family",
    "families",
    multiple=True,
    type=OneOf(families_of([*all_rules(), *CROSS])),
    words=Bilingual("只列这一类（可重复）", "only this family (repeatable)"),
)
@option(
    "--severity",
    "severities",
    multiple=True,
    type=OneOf(severity.value for severity in Severity),
    words=Bilingual("只列这一级（可重复）", "only this severity (repeatable)"),
)
@option(
    "--profile",
    metavar="NAME",
    words=Bilingual(
        "只列在这份地方规定下起作用的规则，并标出取用其内容的（*）",
        "only the rules at work under this profile; those that use what it sets itself are marked (*)",
    ),
)
@option(
    "--format",
    "form",
    type=OneOf(("text", "json", "md")),
    default="text",
    words=Bilingual("列表格式", "format of the list"),
)
def command(families: tuple[str, ...], severities: tuple[str, ...], profile: str | None, form: str) -> int:
    """Print the rules that pass every filter; returns the exit code."""
    chosen = found(profile) if profile else None
    every: list[AnyRule] = [*all_rules(), *CROSS]
    rules = [
        rule
        for rule in sorted(every, key=lambda rule: (families_of(every).index(rule.family), rule.code))
        if (not families or rule.family in families)
        and (not severities or rule.severity.value in severities)
        and (chosen is None or rule.applies_under(chosen))
    ]
    if form == "json":
        _print_json(rules, chosen)
    elif form == "md":
        sys.stdout.write("\n".join(_markdown(rules, chosen)) + "\n")
    else:
        _print_table(Screen(sys.stdout), rules, chosen)
    return exit_codes.OK


def family_label(family: str) -> str:
    """What a family is called; one of a plugin by its name alone."""
    words = FAMILIES.get(family)
    return words.within(current()) if words else family


def _uses(rule: AnyRule, profile: Profile | None) -> bool:
    """Whether the rule goes by something that the profile sets beyond what holds everywhere."""
    return profile is not None and any(key in profile.own for key in (*rule.prescribed, *rule.adapts_to))


def _count(rules: Sequence[AnyRule], profile: Profile | None) -> str:
    if profile is None:
        return say(f"共 {len(rules)} 条；详情：govreply rule 名称", f"{len(rules)} rules; more: govreply rule NAME")
    using = sum(_uses(rule, profile) for rule in rules)
    title = title_of(profile)
    return say(
        f"{title}：起作用的 {len(rules)} 条，其中取用其规定的 {using} 条（*）",
        f"{title}: {len(rules)} rules at work, {using} of them use what it sets (*)",
    )


def _print_json(rules: Sequence[AnyRule], profile: Profile | None) -> None:
    listing: dict[str, Any] = {"schema": SCHEMA, "govreply": VERSION, "language": current().value}
    if profile is not None:
        listing["profile"] = profile.name
    listing["rules"] = [_plain(rule) for rule in rules]
    sys.stdout.write(json.dumps(listing, ensure_ascii=False, indent=2) + "\n")


def _plain(rule: AnyRule) -> dict[str, Any]:
    return {
        "name": rule.name,
        "code": rule.code,
        "family": rule.family,
        "severity": rule.severity.value,
        "since": rule.since,
        "title": rule.title.within(current()),
        "explanation": rule.explanation.within(current()),
        "needs": list(rule.needs),
        "prescribed": list(rule.prescribed),
        "adapts_to": list(rule.adapts_to),
        "yields_to": list(rule.yields_to),
    }


def _by_family(rules: Sequence[AnyRule]) -> Iterator[tuple[str, list[AnyRule]]]:
    for family, members in groupby(rules, key=lambda rule: rule.family):
        yield family, list(members)


def _markdown(rules: Sequence[AnyRule], profile: Profile | None) -> Iterator[str]:
    yield say("# 规则", "# Rules")
    yield ""
    yield _count(rules, profile)
    for family, members in _by_family(rules):
        yield from ("", f"## {family_label(family)}", "")
        yield say("| 代码 | 级别 | 名称 | 标题 |", "| code | severity | name | title |")
        yield "| --- | --- | --- | --- |"
        for rule in members:
            severity = SEVERITIES[rule.severity].within(current())
            star = r" \*" if _uses(rule, profile) else ""
            yield f"| {rule.code} | {severity} | `{rule.name}`{star} | {rule.title.within(current())} |"


def _print_table(screen: Screen, rules: Sequence[AnyRule], profile: Profile | None) -> None:
    widest = max((len(rule.name) for rule in rules), default=0)
    for family, members in _by_family(rules):
        screen.write_line(Text(family, "bold"), f"  {family_label(family)}")
        for rule in members:
            severity = SEVERITIES[rule.severity].within(current())
            screen.write_line(
                f"{'*' if _uses(rule, profile) else ' '} {rule.code}  ",
                Text(severity + " " * (8 - cell_len(severity)), SEVERITY_STYLES[rule.severity]),
                Text(rule.name.ljust(widest + 2), "cyan"),
                rule.title.within(current()),
            )
        screen.write_line()
    screen.write_line(_count(rules, profile))
