"""A difference of two rates in points is called per cent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import Change, ChangeKind, Reply
from govreply.rules.base import Context, Explanation, Place, Problem, Rule
from govreply.rules.compare.reckon import SHARE_SLACK, growth, plain, rounded

if TYPE_CHECKING:
    from govreply.testing import Part, Passes, Violates


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """One problem for each 提高N% that is the difference of two rates and not the relative change."""
    for change in reply.arithmetic.changes:
        if change.kind is not ChangeKind.GROWTH or change.base.unit != "%" or change.base.value <= 0:
            continue
        if change.adjusted or rounded((change.base, change.now, change.stated)):
            continue
        if _is_relative(change) or not _is_difference(change):
            continue
        points = plain(Decimal(str(change.stated.value)))
        yield Problem(
            span=change.stated.span,
            message=Bilingual(
                f"{change.base.text}与{change.now.text}相差{points}个百分点，不是{change.stated.text}",
                f"{change.base.text} and {change.now.text} differ by {points} points, not by {change.stated.text}",
            ),
            related=(
                Place(
                    span=change.base.span, label=Bilingual(f"前值：{change.base.text}", f"before: {change.base.text}")
                ),
                Place(span=change.now.span, label=Bilingual(f"后值：{change.now.text}", f"after: {change.now.text}")),
            ),
            suggestion=Bilingual(f"改为“{points}个百分点”", f"write “{points}个百分点”"),
        )


def _is_relative(change: Change) -> bool:
    """Whether the stated figure is the relative change of the two rates as they are written."""
    step = Decimal(10) ** -change.stated.decimals
    return abs(abs(growth(change)) - Decimal(str(change.stated.value))) <= max(step / 2, SHARE_SLACK)


def _is_difference(change: Change) -> bool:
    """Whether the stated figure is exactly the difference of the two rates."""
    base, now, stated = (Decimal(str(figure.value)) for figure in (change.base, change.now, change.stated))
    return abs(now - base) == stated and change.falling == (now < base)


def violates() -> Iterable[Violates]:
    """Points called per cent."""
    from govreply.testing import Letter, Violates

    yield Violates(
        Letter(sections=_saying("污水集中收集率由70%提高到75%，提高5%。")),
        at="5%",
        related=("70%", "75%"),
        note="由70%升至75%，提高的是5个百分点",
    )
    yield Violates(
        Letter(sections=_saying("管网漏损率从12.5%下降到9.5%，降低了3%。")),
        at="3%",
        related=("12.5%", "9.5%"),
        note="下降的是3个百分点",
    )


def passes() -> Iterable[Passes]:
    """Points called points, and relative changes."""
    from govreply.testing import Letter, Passes

    yield Passes(Letter(sections=_saying("污水集中收集率由70%提高到75%，提高5个百分点。")), note="百分点")
    yield Passes(Letter(sections=_saying("污水集中收集率由70%提高到75%，提高7.1%。")), note="相对提高7.1%")
    yield Passes(Letter(sections=_saying("日常巡查班组由100个增加到105个，增加5%。")), note="数量的增幅不是比率之差")
    yield Passes(Letter(sections=_saying("污水集中收集率由约70%提高到75%，提高5%。")), note="约数")


def _saying(*paragraphs: str) -> tuple[Part, ...]:
    from govreply.testing import Part

    return (Part(heading="提升收集效能", paragraphs=paragraphs),)


RULE = Rule(
    name="percent-point-confusion",
    code="FIG012",
    family="figures",
    severity=Severity.INFO,
    since="0.1.0",
    title=Bilingual("百分点误用", "Points called per cent"),
    explanation=Explanation(
        contradiction=Bilingual(
            "两个比率之差写成了百分之几，应为几个百分点。",
            "The difference of two rates is called per cent where it is percentage points.",
        ),
        importance=Bilingual(
            "由70%到75%是5个百分点，相对提高7.1%，两种说法相差很大。", "From 70% to 75% is 5 points and 7.1 per cent."
        ),
        silent=(
            Bilingual("相对提高（7.1%）", "relative changes that are right (7.1%)"),
            Bilingual("已写作百分点", "differences called points"),
            Bilingual("数量而非比率的增幅", "growth of amounts"),
        ),
        grounds=Bilingual("统计用语", "Usage in statistics"),
    ),
    needs=("arithmetic.changes",),
    check=check,
    violates=violates,
    passes=passes,
)
