"""A space stands inside a year or a number of eight digits: 20 23年."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import IrregularityKind, Reply
from govreply.rules.base import Context, Explanation, Problem, Rule
from govreply.rules.typography._places import fix_of, of_kind, saying

if TYPE_CHECKING:
    from govreply.testing import Passes, Violates


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """One problem for each number."""
    for one in of_kind(reply, IrregularityKind.SPACED_NUMBER):
        yield Problem(
            span=one.span,
            message=Bilingual(
                f"“{one.text}”中间有空格，应为“{one.expected}”",
                f"“{one.text}” has a space inside; it should read “{one.expected}”",
            ),
            fix=fix_of(one),
        )


def violates() -> Iterable[Violates]:
    """Spaces inside numbers."""
    from govreply.testing import Letter, Violates

    yield Violates(Letter(sections=saying("截至20 23年5月，已完成36个小区改造。")), at="2023", note="年份中夹空格")
    yield Violates(
        Letter(sections=saying("截至2 0 2 3年5月，已完成36个小区改造。")), at="2023", note="每个数字之间都有空格"
    )
    yield Violates(
        Letter(sections=saying("您去年提出的第2022 0084号提案涉及同一片区。")), at="20220084", note="编号中夹空格"
    )


def passes() -> Iterable[Passes]:
    """Spaces that are right."""
    from govreply.testing import Letter, Passes

    yield Passes(Letter(sections=saying("全市排水管网12 345公里，改造投入1 200万元。")), note="千分空")
    yield Passes(Letter(sections=saying("截至 2023 年 5 月，已完成 36 个小区改造。")), note="数字两边的空格")
    yield Passes(Letter(sections=saying("泵站编号为12 34 56，逐一检修。")), note="并列的编号")
    yield Passes(Letter(sections=saying("第57 58号提案一并答复。")), note="并列的两个号")


RULE = Rule(
    name="number-spaced",
    code="TYP011",
    family="typography",
    severity=Severity.INFO,
    since="0.1.0",
    title=Bilingual("数字中夹空格", "Space inside a number"),
    explanation=Explanation(
        contradiction=Bilingual(
            "年份或八位编号的数字之间有空格。",
            "A space stands between the digits of a year or of a number of eight digits.",
        ),
        importance=Bilingual(
            "检索不到，统计时成了两个数。",
            "Searches miss it, and programs take it for two numbers.",
        ),
        silent=(
            Bilingual("千分空", "spaces between thousands"),
            Bilingual("数字与单位之间的空格", "spaces between a number and its unit"),
            Bilingual("并列的几个号码", "several numbers side by side"),
        ),
        grounds=Bilingual("GB/T 15835-2011 出版物上数字用法", "GB/T 15835-2011, on numerals"),
    ),
    needs=("irregularities",),
    check=check,
    violates=violates,
    passes=passes,
)
