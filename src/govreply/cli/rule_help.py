"""What reports tell of rules, which they do not know themselves."""

from __future__ import annotations

from govreply.cli.extensions import all_rules
from govreply.language import Bilingual, Language
from govreply.reports.base import RuleHelp
from govreply.rules.base import Rule


def rule_help(language: Language) -> dict[str, RuleHelp]:
    """All rules by name, in `language`."""
    return {rule.name: _help(rule, language) for rule in all_rules()}


def _help(rule: Rule, language: Language) -> RuleHelp:
    return RuleHelp(
        name=rule.name,
        code=rule.code,
        family=rule.family,
        severity=rule.severity,
        title=rule.title.within(language),
        summary=rule.explanation.contradiction.within(language),
        text=rule.explanation.within(language),
        markdown="\n\n".join(_section(heading, items, language) for heading, items in rule.explanation.sections()),
    )


def _section(heading: Bilingual, items: tuple[Bilingual, ...], language: Language) -> str:
    texts = [item.within(language) for item in items]
    body = texts[0] if len(texts) == 1 else "\n".join(f"- {text}" for text in texts)
    return f"**{heading.within(language)}**\n\n{body}"
