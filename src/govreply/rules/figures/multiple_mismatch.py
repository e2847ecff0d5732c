"""增长N倍 said of N times as much, or a multiple that the values do not bear out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import ChangeKind, Reply
from govreply.rules.base import Context, Explanation, Place, Problem, Rule
from govreply.rules.compare.reckon import multiple, multiple_fits, plain, rounded

if TYPE_CHECKING:
    from govreply.testing import Part, Passes, Violates


_KINDS = (ChangeKind.GROWN_BY, ChangeKind.TIMES)


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """One problem for each multiple that the two values do not bear out."""
    for change in reply.arithmetic.changes:
        if change.kind not in _KINDS or change.adjusted or change.falling or change.base.value <= 0:
            continue
        if rounded((change.base, change.now, change.stated)) or multiple_fits(change):
            continue
        times = multiple(change)
        yield Problem(
            span=change.stated.span,
            message=Bilingual(
                f"由{change.base.text}到{change.now.text}是原来的{plain(times)}倍、增长{plain(times - 1)}倍，"
                f"文中写{change.stated.text}",
                f"{change.now.text} is {plain(times)} times {change.base.text}, an increase by {plain(times - 1)} times; "
                f"the text says {change.stated.text}",
            ),
            related=(
                Place(
                    span=change.base.span, label=Bilingual(f"前值：{change.base.text}", f"before: {change.base.text}")
                ),
                Place(span=change.now.span, label=Bilingual(f"后值：{change.now.text}", f"after: {change.now.text}")),
            ),
            suggestion=Bilingual("“增长N倍”不含原数，“是N倍”含原数", "增长N倍 leaves out the base, 是N倍 includes it"),
        )


def violates() -> Iterable[Violates]:
    """Multiples that include the base where they should not, and the reverse."""
    from govreply.testing import Letter, Violates

    yield Violates(
        Letter(sections=_saying("排水监测终端由2万个增至6万个，增长3倍。")),
        at="3倍",
        related=("2万个", "6万个"),
        note="2万增至6万，增长2倍",
    )
    yield Violates(
        Letter(sections=_saying("年度管护经费从500万元增加到2000万元，是原来的3倍。")),
        at="3倍",
        related=("500万元", "2000万元"),
        note="500万元增加到2000万元，是原来的4倍",
    )
    yield Violates(
        Letter(sections=_saying("截至2022年底累计改造36处。年度管护经费从500万元增加到2000万元，是原来的3倍。")),
        at="3倍",
        related=("500万元", "2000万元"),
        note="前一句里的“累计”与本句无关",
    )


def passes() -> Iterable[Passes]:
    """Multiples in their right sense."""
    from govreply.testing import Letter, Passes

    yield Passes(Letter(sections=_saying("排水监测终端由2万个增至6万个，是原来的3倍。")), note="是原来的3倍")
    yield Passes(Letter(sections=_saying("排水监测终端由2万个增至6万个，增长2倍。")), note="增长2倍")
    yield Passes(Letter(sections=_saying("年度管护经费从500万元增加到2000万元，翻两番。")), note="翻两番即4倍")
    yield Passes(Letter(sections=_saying("排水监测终端由2万个增至6万余个，增长3倍。")), note="约数不作验算")
    yield Passes(Letter(sections=_saying("年度管护经费从600万元增加到1900万元，增长2.2倍。")), note="四舍五入后相符")


def _saying(*paragraphs: str) -> tuple[Part, ...]:
    from govreply.testing import Part

    return (Part(heading="加大管护投入", paragraphs=paragraphs),)


RULE = Rule(
    name="multiple-mismatch",
    code="FIG005",
    family="figures",
    severity=Severity.WARNING,
    since="0.1.0",
    title=Bilingual("倍数不符", "Multiple against values"),
    explanation=Explanation(
        contradiction=Bilingual(
            "前后两个数值的倍数与所写倍数不同；常见的是把“是N倍”写成“增长N倍”。",
            "The multiple between two values is not the one stated; usually 增长N倍 was written for 是N倍.",
        ),
        importance=Bilingual("多算一倍，成效被夸大。", "An increase is overstated by the base itself."),
        silent=(
            Bilingual("“是…的3倍”含原数", "是…的3倍, which includes the base"),
            Bilingual("翻两番是4倍", "翻两番, which is four times"),
            Bilingual("约数和取整", "rounded figures and whole multiples"),
        ),
        grounds=Bilingual("统计用语", "Usage in statistics"),
    ),
    needs=("arithmetic.changes",),
    check=check,
    violates=violates,
    passes=passes,
)
