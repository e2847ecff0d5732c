"""The result as a table and as a page of the documentation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from attrs import frozen

from benchmarks.fault_plants import REASONS
from benchmarks.fault_plants.run import Blame, Missed, RuleTally
from govreply.findings import Severity
from govreply.language import Bilingual, Language
from govreply.rules.registry import ALL, rule
from govreply.version import __version__

LEAST_RECALL = 0.98
MOST_BLAMES = 1 / 1000

_SEVERITIES = {
    Severity.ERROR: Bilingual("错误", "error"),
    Severity.WARNING: Bilingual("警告", "warning"),
    Severity.INFO: Bilingual("提示", "info"),
}


@frozen
class Report:
    """What was counted. ``sound`` is the number of sound letters that were checked."""

    day: date
    seed: int
    tallies: tuple[RuleTally, ...]
    sound: int
    blames: tuple[Blame, ...]

    @property
    def missed(self) -> list[Missed]:
        """The faults that were not found."""
        return [one for tally in self.tallies for one in tally.missed]

    @property
    def reached(self) -> bool:
        """Whether both aims are reached."""
        return not self.short and len(self.blames) <= self.sound * MOST_BLAMES

    @property
    def short(self) -> list[str]:
        """The rules that speak loudly and find too few of their faults."""
        return [
            tally.rule
            for tally in self.tallies
            if rule(tally.rule).severity is not Severity.INFO and tally.recall < LEAST_RECALL
        ]


def lines_of(report: Report, language: Language) -> Iterator[str]:
    """The figures: the line on sound letters, then the table."""
    yield from _sound(report, language)
    yield ""
    heads = (
        Bilingual("规则", "rule"),
        Bilingual("级别", "severity"),
        Bilingual("件数", "letters"),
        Bilingual("找到", "found"),
        Bilingual("召回率", "recall"),
        Bilingual("同时报出的其他规则（错误、警告）", "other rules that spoke (errors, warnings)"),
    )
    yield "| " + " | ".join(head.within(language) for head in heads) + " |"
    yield "| --- | --- | ---: | ---: | ---: | --- |"
    told = {tally.rule: tally for tally in report.tallies}
    for known in ALL:
        severity = _SEVERITIES[known.severity].within(language)
        if known.name in told:
            tally = told[known.name]
            others = ", ".join(f"`{name}` ×{count}" for name, count in tally.others.most_common())
            yield f"| `{known.name}` | {severity} | {tally.letters} | {tally.found} | {tally.recall:.3f} | {others} |"
        elif known.name in REASONS:
            yield f"| `{known.name}` | {severity} | – | – | – | {Bilingual(*REASONS[known.name]).within(language)} |"


def _sound(report: Report, language: Language) -> Iterator[str]:
    errors = sum(one.severity is Severity.ERROR for one in report.blames)
    warnings = len(report.blames) - errors
    rate = len(report.blames) * 1000 / report.sound if report.sound else 0.0
    yield Bilingual(
        f"无误的信函 {report.sound:,} 份：误报错误 {errors} 处、警告 {warnings} 处，每千份 {rate:.2f} 处。",
        f"{report.sound:,} sound letters: {errors} errors and {warnings} warnings, {rate:.2f} in 1,000.",
    ).within(language)
    if report.blames:
        by_rule = Counter(one.rule for one in report.blames)
        yield ""
        yield ", ".join(f"`{name}` ×{count}" for name, count in by_rule.most_common())


_INTRODUCTION = Bilingual(
    """# 植错检验

矛盾能不能查出来、无误的信函会不会被误报，用编成的信函来量：先编一封没有矛盾的答复，再植入一处矛盾，看相应的规则是否在那一处报出。

## 无误的信函

`govreply.testing.sound` 按种子编信：地方、级别、件类、版式、附表各不相同，各处互相对得上（届次与日期、文号、编号、类别与结论、
表与正文、电话与地方……），又带着各条规则说明里“哪些不报”的相似情形：往年文件和往年提案、舍入后的数字、“其中”只列部分、
12345热线、区间、引文、改名前的机关、O2O 与 CO₂ 等。同一种子编出的信每次相同。这些信上报出的每一处错误或警告都是误报。

## 植入的矛盾

每条规则有一个或几个植错的函数（`benchmarks/fault_plants/`），在随机的一封信、随机的一处植入该规则所查的矛盾，并说明应当报在哪几个字上。
规则在别处报、报得比自身级别轻（写明可以减轻的除外），都算没有找到。没有合适位置的信跳过。“其他规则”是同一封信上以错误或警告报出的
另外的规则，多半也有道理：编号写错一年，届次也就对不上了。

**规则正是对着这些信改进的**，数字只说明这些写法，不能当作对真实文件的估计；那要看[准确度](accuracy.md)和各自的文件。

要求：错误、警告级的规则召回率不低于 0.98；每千份无误的信函误报不多于 1 处。

```console
$ make faults   # 每条规则 200 份，无误的信函 5,000 份，约半小时
$ make bench    # 小规模
```

## 数字
""",
    """# Planted faults

Whether contradictions are found, and whether sound letters are blamed, is measured on composed letters: a reply without any
contradiction is drawn, one contradiction is planted, and the rule must speak at that place.

## Sound letters

`govreply.testing.sound` draws letters from a seed. Places, levels, kinds of items, layouts and forms vary, and all parts agree (session
and date, document number, number of the item, class and conclusion, form and text, phones and place …). They carry what the
rules say they do not flag: papers and proposals of other years, rounded figures, lists of some parts only, the hotline 12345, ranges,
quotations, former organs, O2O and CO₂. A seed gives the same letters in every run. Every error or warning on them is a false alarm.

## Planted contradictions

Each rule has one or more planters (`benchmarks/fault_plants/`), which put the contradiction that the rule looks for into a
random place of a random letter and say at which words it must be told. A finding elsewhere, or of a lower severity than the
rule's own (unless the planter says that it may be), counts as missed. Letters without a fitting place
are passed over. “Other rules” are those that speak as errors or warnings on the same letter, mostly with reason: where the
year of a number is wrong it no longer fits the session either.

**The rules were improved on these very letters**, so the figures say something of these ways of writing and are no estimate for
real documents; see [accuracy](accuracy.md) for those.

Aims: a recall of 0.98 for each rule that speaks as an error or a warning; at most 1 false alarm in 1,000 sound letters.

```console
$ make faults   # 200 letters a rule and 5,000 sound ones, about half an hour
$ make bench    # a small run
```

## Figures
""",
)


def page(report: Report, language: Language) -> str:
    """The whole page in `language`."""
    letters = max((tally.letters for tally in report.tallies), default=0)
    date_line = Bilingual(
        f"{report.day}，govreply {__version__}，种子 {report.seed}，每条规则 {letters} 份。",
        f"{report.day}, govreply {__version__}, seed {report.seed}, {letters} letters a rule.",
    ).within(language)
    return "\n".join([_INTRODUCTION.within(language), date_line, "", *lines_of(report, language), ""])
