"""The stated growth is not that between the two values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.lexicon.measures import magnitude
from govreply.model import Change, ChangeKind, Reply
from govreply.rules.base import Context, Explanation, Place, Problem, Rule
from govreply.rules.compare.reckon import growth, growth_fits, plain, rounded

if TYPE_CHECKING:
    from govreply.testing import Part, Passes, Violates


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """One problem for each growth, fall or difference in points that the two values do not bear out."""
    for change in reply.arithmetic.changes:
        if change.adjusted or rounded((change.base, change.now, change.stated)) or not _reckonable(change):
            continue
        if growth_fits(change):
            continue
        actual = _actual(change)
        yield Problem(
            span=change.stated.span,
            message=Bilingual(
                f"由{change.base.text}到{change.now.text}，变化应为{actual}，文中写{change.stated.text}",
                f"from {change.base.text} to {change.now.text} is a change of {actual}, the text says {change.stated.text}",
            ),
            related=(
                Place(
                    span=change.base.span, label=Bilingual(f"前值：{change.base.text}", f"before: {change.base.text}")
                ),
                Place(span=change.now.span, label=Bilingual(f"后值：{change.now.text}", f"after: {change.now.text}")),
            ),
            suggestion=Bilingual("核对两个数值和增减幅度", "check both values and the change"),
        )


def _reckonable(change: Change) -> bool:
    """Growth of amounts, points between rates; 提高5% between two rates is for percent-point-confusion."""
    rates = change.base.unit == "%"
    if change.kind is ChangeKind.POINTS:
        return rates
    return change.kind is ChangeKind.GROWTH and not rates and change.base.value > 0


def _actual(change: Change) -> str:
    if change.kind is ChangeKind.POINTS:
        points = magnitude(change.now.value, "%") - magnitude(change.base.value, "%")
        return f"{plain(points)}个百分点"
    return f"{plain(growth(change), max(1, change.stated.decimals))}%"


def violates() -> Iterable[Violates]:
    """Growth that the values do not bear out."""
    from govreply.testing import Letter, Violates

    yield Violates(
        Letter(sections=_saying("2021年全市管网改造完成投资8.0亿元，2022年完成投资10.0亿元，同比增长20%。")),
        at="20%",
        related=("8.0亿元", "10.0亿元"),
        note="8.0亿元到10.0亿元增长25%",
    )
    yield Violates(
        Letter(sections=_saying("日常巡查班组由80个增至100个，同比增长20%。")),
        at="20%",
        related=("80个", "100个"),
        note="由80增至100，增长25%而写20%",
    )
    yield Violates(
        Letter(sections=_saying("污水集中收集率由82.4%提高到91.3%，提高7.9个百分点。")),
        at="7.9个百分点",
        related=("82.4%", "91.3%"),
        note="两个比率相差8.9个百分点",
    )
    yield Violates(
        Letter(sections=_saying("我局据此调整完善了方案。日常巡查班组由80个增至100个，增长20%。")),
        at="20%",
        related=("80个", "100个"),
        note="前一句里的“调整”不是口径调整",
    )


def passes() -> Iterable[Passes]:
    """Growth that is right or reckoned on another basis."""
    from govreply.testing import Letter, Passes

    yield Passes(Letter(sections=_saying("日常巡查班组由80个增至100个，同比增长25%。")), note="增幅正确")
    yield Passes(
        Letter(
            sections=_saying("2021年水务产业完成产值8.0亿元，2022年完成产值10.0亿元，同比增长20%（按可比价格计算）。")
        ),
        note="按可比价计算",
    )
    yield Passes(Letter(sections=_saying("口径调整后，巡查班组由80个增至100个，同比增长20%。")), note="口径调整")
    yield Passes(Letter(sections=_saying("污水集中收集率由82%提高到91%，提高9个百分点。")), note="百分点正确")
    yield Passes(
        Letter(sections=_saying("全市水务投资同比增长37.8%，是全省平均增速的4.3倍。")), note="增速的倍数不是增幅"
    )
    yield Passes(
        Letter(sections=_saying("管网长度由3.1万公里增至3.3万公里，增长7.9%。")), note="原值四舍五入，增幅在误差之内"
    )
    yield Passes(Letter(sections=_saying("巡查班组由约80个增至100个，增长20%。")), note="约数不作验算")


def _saying(*paragraphs: str) -> tuple[Part, ...]:
    from govreply.testing import Part

    return (Part(heading="加大改造投入", paragraphs=paragraphs),)


RULE = Rule(
    name="yoy-mismatch",
    code="FIG004",
    family="figures",
    severity=Severity.WARNING,
    since="0.1.0",
    title=Bilingual("同比运算不符", "Growth against values"),
    explanation=Explanation(
        contradiction=Bilingual(
            "前后两个数值算出的增减幅度（或百分点差）与文中所写不同，差异超出数值舍入所能解释的范围。",
            "The growth, fall or difference in points between two values differs from the one stated, by more than rounding explains.",
        ),
        importance=Bilingual("三个数必有一错，统计口径受到质疑。", "One of the three figures is wrong."),
        silent=(
            Bilingual("可比价、不变价、口径调整、年均等另有算法", "comparable prices, adjusted scope, yearly averages"),
            Bilingual("百分点按差值计算，不按相对增幅", "points are reckoned as a difference, not as relative growth"),
            Bilingual("增速的倍数（增长37.8%，是平均增速的4.3倍）", "multiples of a growth rate"),
            Bilingual("约数", "rounded figures"),
        ),
        grounds=Bilingual("算术", "Arithmetic"),
    ),
    needs=("arithmetic.changes",),
    check=check,
    violates=violates,
    passes=passes,
)
