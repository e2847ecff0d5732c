"""Write one documentation page a rule and language, and their index, into ``docs/rules/``.

The pages come from the rules alone: metadata, grounds, and the examples, which are checked here so that what a page shows
is what the program says. Each page holds a rule's examples as lines of the letter with the places marked.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from govreply import api
from govreply.batch.cross import examples as bundles
from govreply.batch.cross.base import CrossRule
from govreply.batch.cross.registry import ALL as CROSS
from govreply.findings import Finding, Severity
from govreply.language import Bilingual, Language
from govreply.reports.safe import visible
from govreply.reports.words import FAMILIES
from govreply.rules.base import Rule
from govreply.rules.registry import ALL
from govreply.source import Source
from govreply.testing import Violates

AnyRule = Rule | CrossRule
EVERY: list[AnyRule] = [*ALL, *CROSS]
PAGES = Path(__file__).parent.parent / "docs" / "rules"

SEVERITIES = {
    Severity.ERROR: Bilingual("错误 error", "error"),
    Severity.WARNING: Bilingual("警告 warning", "warning"),
    Severity.INFO: Bilingual("提示 info", "info"),
}


def main() -> int:
    """Write all pages anew; returns the exit code."""
    if PAGES.exists():
        shutil.rmtree(PAGES)
    for language in Language:
        folder = PAGES / language.value
        folder.mkdir(parents=True)
        for rule in EVERY:
            (folder / f"{rule.name}.md").write_text("\n".join(page(rule, language)) + "\n", encoding="utf-8")
    (PAGES / "index.md").write_text("\n".join(index()) + "\n", encoding="utf-8")
    print(f"{len(EVERY)} rules, {2 * len(EVERY) + 1} pages in docs/rules")
    return 0


def index() -> Iterator[str]:
    """The list of all rules in both languages, by family."""
    yield "# 规则 Rules"
    yield ""
    yield f"共 {len(EVERY)} 条，由规则文件生成。 {len(EVERY)} rules; these pages are made from the rules themselves."
    for family, members in groupby(EVERY, key=lambda rule: rule.family):
        words = FAMILIES[family]
        yield from ("", f"## {words.zh} · {words.en}", "", "| | 中文 | English | |", "| --- | --- | --- | --- |")
        for rule in members:
            zh, en = f"zh/{rule.name}.md", f"en/{rule.name}.md"
            yield f"| {rule.code} | [{rule.title.zh}]({zh}) | [{rule.name}]({en}) | {rule.severity.value} |"


def page(rule: AnyRule, language: Language) -> Iterator[str]:
    """The page of one rule."""
    zh = language is Language.ZH
    other = Language.EN if zh else Language.ZH
    yield f"# {rule.code} {rule.name}"
    yield ""
    yield f"**{rule.title.within(language)}**"
    yield ""
    facts = [SEVERITIES[rule.severity].within(language), FAMILIES[rule.family].within(language)]
    facts.append(f"自 {rule.since} 版起" if zh else f"since {rule.since}")
    facts.append(f"[{'English' if zh else '中文'}](../{other.value}/{rule.name}.md)")
    yield " · ".join(facts)
    for heading, items in rule.explanation.sections():
        yield from ("", f"## {heading.within(language)}", "")
        texts = [item.within(language) for item in items]
        yield from texts if len(texts) == 1 else [f"- {text}" for text in texts]
    if rule.yields_to:
        links = ", ".join(f"[{name}]({name}.md)" for name in rule.yields_to)
        told = (
            "同一处已由下列规则报告时，本规则不重复：" if zh else "Silent where one of these tells of the same place: "
        )
        yield from ("", told + links)
    yield from ("", "## 反例" if zh else "## Examples", "")
    if isinstance(rule, CrossRule):
        for bundle in rule.violates():
            yield from _bundle(rule, bundle, language)
    else:
        for example in rule.violates():
            yield from _example(rule, example, language)
    yield from ("## 不报的例子" if zh else "## Look-alikes that pass (notes in Chinese)", "")
    yield from (f"- {example.note}" for example in rule.passes())


def _example(rule: Rule, example: Violates, language: Language) -> Iterator[str]:
    text = example.letter.render(example.format)
    result = api.check(text, example.file_name, select=(rule.name,), language=language)
    if result.source is None or not result.findings:
        raise SystemExit(f"{rule.name} does not speak on its own example: {example.note}")
    finding = result.findings[0]
    severity = SEVERITIES[finding.severity].within(language)
    yield f"**{example.note}** — {severity}: {finding.message}"
    yield ""
    yield "```text"
    yield from _lines(result.source, finding)
    yield "```"
    yield ""
    if finding.suggestion:
        yield f"> {finding.suggestion}"
        yield ""


def _bundle(rule: CrossRule, example: bundles.Violates, language: Language) -> Iterator[str]:
    """An example of a rule over many replies: every place with its line."""
    found = bundles.outcomes(rule, example.bundle)
    if not found:
        raise SystemExit(f"{rule.name} does not speak on its own example: {example.note}")
    outcome = found[0]
    severity = SEVERITIES[outcome.severity].within(language)
    yield f"**{example.note}** — {severity}: {visible(outcome.message.within(language))}"
    yield ""
    yield "```text"
    for place in outcome.places:
        yield visible(place.where.within(language))
        if place.end > place.start:
            before, marked = place.line[: place.start], place.line[place.start : place.end]
            yield f"     {visible(place.line)}"
            yield "     " + _blank(before) + "^" * max(_width(marked), 1)
    yield "```"
    yield ""
    if outcome.suggestion:
        yield f"> {outcome.suggestion.within(language)}"
        yield ""


def _lines(source: Source, finding: Finding) -> Iterator[str]:
    """The line of each place, in reading order, with marks under it as wide as the signs above."""
    places = sorted([(finding.span, "^"), *((related.span, "~") for related in finding.related)])
    for span, sign in places:
        location = source.locate(span)
        line = source.line_text(location.line)
        stop = location.end_column if location.end_line == location.line else len(line) + 1
        yield f"{location.line:>3}  {line}"
        before, marked = line[: location.column - 1], line[location.column - 1 : max(stop - 1, location.column)]
        yield "     " + _blank(before) + sign * max(_width(marked), 1)


def _blank(text: str) -> str:
    return "".join("　" if _width(sign) == 2 else sign if sign == "\t" else " " for sign in text)


def _width(text: str) -> int:
    return sum(2 if ord(sign) >= 0x1100 else 1 for sign in text)


if __name__ == "__main__":
    sys.exit(main())
