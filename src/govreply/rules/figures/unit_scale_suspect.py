"""The same digits are given in 万 and in 亿: one of them is off by ten thousand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.lexicon.measures import read_unit
from govreply.model import Figure, Reply
from govreply.rules.base import Context, Explanation, Place, Problem, Rule

if TYPE_CHECKING:
    from govreply.testing import Part, Passes, Violates


_FACTORS = (Decimal(10) ** 4, Decimal(10) ** 8)
_DIGITS = 3  # equal digits that are no accident
_SUBJECT = 2
_TELLING = 4  # characters of a name that tell one thing
_RAW_DIGITS = 2  # enough where both are of one time
_REMEMBERED = 20  # figures of the same digits and size that are kept for comparing


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """One problem for each figure that has the digits of an earlier one but ten thousand times its size."""
    seen: dict[tuple[float, int, str], dict[Decimal, list[Figure]]] = {}
    for figure in sorted(reply.figures, key=lambda f: f.span):
        if not _telling(figure):
            continue
        unit = read_unit(figure.unit)
        alike = seen.setdefault((figure.value, figure.decimals, unit.base), {})
        known = next((other for other in _off_by_a_unit(alike, unit.factor) if _suspect(other, figure)), None)
        earlier = alike.setdefault(unit.factor, [])
        if len(earlier) < _REMEMBERED:
            earlier.append(figure)
        if known is None:
            continue
        yield Problem(
            span=figure.span,
            message=Bilingual(
                f"“{figure.subject}”前面写{known.text}，这里写{figure.text}，数字相同而相差万倍",
                f"“{figure.subject}” is {known.text} before and {figure.text} here: the same digits, ten thousand times apart",
            ),
            related=(Place(span=known.span, label=Bilingual(f"前面：{known.text}", f"before: {known.text}")),),
            suggestion=Bilingual("核对单位是万还是亿", "check whether 万 or 亿 is meant"),
        )


def _telling(figure: Figure) -> bool:
    return figure.subject is not None and len(figure.subject) >= _SUBJECT and not figure.quoted and figure.value > 0


def _same_thing(left: str, right: str) -> bool:
    """Whether both name one thing; a verb may still stand before one of them (用好专项资金)."""
    shorter, longer = sorted((left, right), key=len)
    return left == right or (len(shorter) >= _TELLING and longer.endswith(shorter))


def _off_by_a_unit(alike: dict[Decimal, list[Figure]], factor: Decimal) -> Iterator[Figure]:
    """The earlier figures of the same digits and unit that are ten thousand times larger or smaller."""
    for other, figures in alike.items():
        low, high = sorted((factor, other))
        if high / low in _FACTORS:
            yield from figures


def _suspect(left: Figure, right: Figure) -> bool:
    """Whether both measure one thing, with so many equal digits that this is no accident."""
    if not _same_thing(left.subject or "", right.subject or ""):
        return False
    digits = f"{left.value:.{left.decimals}f}".replace(".", "").strip("0")
    return len(digits) >= _DIGITS or (len(digits) >= _RAW_DIGITS and left.period == right.period)


def violates() -> Iterable[Violates]:
    """Figures off by ten thousand."""
    from govreply.testing import Letter, Violates

    yield Violates(
        Letter(
            sections=_saying(
                "市级财政已安排管网改造专项资金4500万元，支持重点片区。",
                "各区要用好管网改造专项资金4500亿元，加快项目建设。",
            )
        ),
        at="4500亿元",
        related=("4500万元",),
        note="4500万元又作4500亿元",
    )
    yield Violates(
        Letter(
            sections=_saying(
                "年度完成再生水利用量1.35亿立方米，用于河道补水。", "再生水利用量1.35万立方米，主要用于绿化。"
            )
        ),
        at="1.35万立方米",
        related=("1.35亿立方米",),
        note="1.35亿立方米又作1.35万立方米",
    )


def passes() -> Iterable[Passes]:
    """Figures in 万 and 亿 that are both right."""
    from govreply.testing import Letter, Passes

    yield Passes(
        Letter(sections=_saying("当年安排管网改造专项资金4500万元。", "五年累计安排管网改造专项资金2.3亿元。")),
        note="当年与累计",
    )
    yield Passes(
        Letter(sections=_saying("安排管网改造专项资金4500万元。", "管网改造专项资金0.45亿元已全部下达。")),
        note="换算相等",
    )
    yield Passes(
        Letter(sections=_saying("服务常住人口12万人。", "排水管网覆盖面积达到12平方公里。")),
        note="数字相同而单位、对象不同",
    )


def _saying(*paragraphs: str) -> tuple[Part, ...]:
    from govreply.testing import Part

    return (Part(heading="加大资金投入", paragraphs=paragraphs),)


RULE = Rule(
    name="unit-scale-suspect",
    code="FIG008",
    family="figures",
    severity=Severity.WARNING,
    since="0.1.0",
    title=Bilingual("量级可疑", "Off by ten thousand"),
    explanation=Explanation(
        contradiction=Bilingual(
            "同一事物前后数字相同，单位却一作万、一作亿（或差万倍）。",
            "One thing is given twice with the same digits, once in 万 and once in 亿.",
        ),
        importance=Bilingual("金额、数量错了一万倍。", "The amount is wrong by a factor of ten thousand."),
        silent=(
            Bilingual("累计与当年：数字不同", "totals of several years against one year, whose digits differ"),
            Bilingual("换算后相等", "values that are equal when converted"),
            Bilingual("对象不同", "other subjects"),
        ),
        grounds=Bilingual("常识", "Common sense"),
    ),
    needs=("figures",),
    check=check,
    violates=violates,
    passes=passes,
)
