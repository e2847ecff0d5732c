"""The years written for a five-year plan are not that plan's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.lexicon.plans import plan
from govreply.model import Reply
from govreply.rules.base import Context, Explanation, Problem, Rule

if TYPE_CHECKING:
    from govreply.testing import Letter, Passes, Violates


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """One problem for each plan with a year outside its period."""
    for period in reply.timing.plan_periods:
        known = plan(period.plan)
        if known is None or (known.first <= period.first and period.last <= known.last):
            continue
        yield Problem(
            span=period.span,
            message=Bilingual(
                f"“{period.plan}”是{known.first}—{known.last}年，此处写作{period.first}—{period.last}年",
                f"{period.plan} is {known.first} to {known.last}; here it is {period.first} to {period.last}",
            ),
            suggestion=Bilingual("核对规划名称和起止年份", "check the plan's name and years"),
        )


def violates() -> Iterable[Violates]:
    """Plans with other years."""
    from govreply.testing import Violates

    yield Violates(
        _saying("“十四五”期间（2016—2020年），全市改造管网50公里。"),
        at="“十四五”期间（2016—2020年）",
        note="“十四五”写成上一个五年",
    )
    yield Violates(
        _saying("“十三五”时期（2015年至2020年），全市改造管网50公里。"),
        at="“十三五”时期（2015年至2020年）",
        note="起始年份早了一年",
    )


def passes() -> Iterable[Passes]:
    """Plans with their years, or with parts of them."""
    from govreply.testing import Passes

    yield Passes(_saying("“十四五”期间（2021—2025年），全市改造管网50公里。"), note="起止年份正确")
    yield Passes(_saying("“十三五”收官之年（2020年），全市改造管网50公里。"), note="收官年、末年")
    yield Passes(_saying("“十三五”“十四五”期间（2016—2025年），全市改造管网90公里。"), note="跨期比较")
    yield Passes(_saying("“十四五”期间（2021—2023年），全市改造管网30公里。"), note="只说其中几年")
    yield Passes(
        _saying("我局编制了《武汉市“十四五”排水规划（2020—2035年）》，明确改造任务。"), note="规划题名自带的年限"
    )


def _saying(sentence: str) -> Letter:
    from govreply.testing import Letter, Part

    return Letter(sections=(Part(heading="加快推进管网改造", paragraphs=(sentence,)),))


RULE = Rule(
    name="plan-period-mismatch",
    code="DAT013",
    family="dates",
    severity=Severity.WARNING,
    since="0.1.0",
    title=Bilingual("规划期年份不符", "Years of a plan"),
    explanation=Explanation(
        contradiction=Bilingual(
            "五年规划之后括号里的年份超出该规划的起止年。",
            "The years in brackets behind a five-year plan lie outside its period.",
        ),
        importance=Bilingual(
            "规划名称或年份必有一错，任务和数据就对不上时期。",
            "Plan or years are wrong, and tasks and figures fall into another period.",
        ),
        silent=(
            Bilingual("收官年、末年等单个年份", "single years, such as the last one"),
            Bilingual("跨两个规划的比较", "comparisons over two plans"),
            Bilingual("规划期内的一段", "a part of the period"),
            Bilingual("文件题名里的年限", "years inside the title of a document"),
        ),
        grounds=Bilingual("五年规划（计划）的起止年份", "The periods of the five-year plans"),
    ),
    needs=("timing.plan_periods",),
    check=check,
    violates=violates,
    passes=passes,
)
