"""A range whose start is larger than its end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.lexicon.measures import magnitude, read_unit
from govreply.model import Range, Reply
from govreply.rules.base import Context, Explanation, Problem, Rule

if TYPE_CHECKING:
    from govreply.testing import Part, Passes, Violates


_YEAR = "年"
# counts may be the numbers of houses and rooms (5-3栋)
_KINDS = ("money", "share", "mass", "length", "area", "volume", "power", "time")
_WHOLE = Decimal(100)


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """One problem for each range that runs backwards."""
    for found in reply.arithmetic.ranges:
        if found.falling or not _backwards(found):
            continue
        yield Problem(
            span=found.span,
            message=Bilingual(
                f"区间“{found.text}”起点大于终点", f"the range “{found.text}” begins with the larger value"
            ),
            suggestion=Bilingual("核对起止数值，小数在前", "check both ends; the smaller one comes first"),
        )


def _backwards(found: Range) -> bool:
    if found.first.unit == _YEAR:
        return found.first.value > found.last.value
    if read_unit(found.last.unit).kind not in _KINDS:
        return False
    first, last = (magnitude(figure.value, figure.unit) for figure in (found.first, found.last))
    ratio = found.last.unit == "%" and first + last == _WHOLE  # 70%-30% shares out a cost
    return first > last and not ratio


def violates() -> Iterable[Violates]:
    """Ranges that run backwards."""
    from govreply.testing import Letter, Violates

    yield Violates(
        Letter(sections=_saying("我局编制完成2025—2021年排水管网建设计划。")), at="2025—2021年", note="2025—2021年"
    )
    yield Violates(
        Letter(sections=_saying("对节水成效明显的单位给予投资额10%～5%的奖励。")), at="10%～5%", note="10%～5%"
    )


def passes() -> Iterable[Passes]:
    """Ranges that run forwards, and movements downwards."""
    from govreply.testing import Letter, Passes

    yield Passes(Letter(sections=_saying("我局编制完成2021—2025年排水管网建设计划。")), note="由小到大")
    yield Passes(Letter(sections=_saying("管网漏损率由10%降至5%。")), note="由高到低的降幅")
    yield Passes(Letter(sections=_saying("管网漏损率从12%-9%逐步下降。")), note="用连接号写的降幅")
    yield Passes(Letter(sections=_saying("改造费用由市、区两级按70%-30%比例分担。")), note="分担比例")
    yield Passes(Letter(sections=_saying("新建单个调蓄池投资8000至1万元。")), note="前一数的单位是元")


def _saying(*paragraphs: str) -> tuple[Part, ...]:
    from govreply.testing import Part

    return (Part(heading="编制建设计划", paragraphs=paragraphs),)


RULE = Rule(
    name="range-reversed",
    code="FIG010",
    family="figures",
    severity=Severity.WARNING,
    since="0.1.0",
    title=Bilingual("区间颠倒", "Range runs backwards"),
    explanation=Explanation(
        contradiction=Bilingual(
            "用连接号或“至”写的年份、数值区间，起点大于终点。",
            "A range of years or values, joined by a dash or 至, begins with the larger one.",
        ),
        importance=Bilingual(
            "年份或数值写错，规划期、标准无法执行。", "A year or value is wrong; plan and standard cannot be applied."
        ),
        silent=(
            Bilingual("由高到低的变化：由10%降至5%", "movements downwards: 由10%降至5%"),
            Bilingual("比值和分担比例", "ratios and cost sharing"),
            Bilingual(
                "前一数省略单位而单位不同：8000至1万元", "a first value whose unit is left out and smaller: 8000至1万元"
            ),
            Bilingual("楼号、房号等计数", "counts, which may be numbers of houses and rooms"),
        ),
        grounds=Bilingual("常识", "Common sense"),
    ),
    needs=("arithmetic.ranges",),
    check=check,
    violates=violates,
    passes=passes,
)
