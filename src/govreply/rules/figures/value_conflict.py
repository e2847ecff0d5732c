"""One quantity is given with two values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from attrs import frozen

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.lexicon.measures import magnitude, read_unit
from govreply.model import Figure, Reply, Standing
from govreply.rules.base import Context, Explanation, Place, Problem, Rule
from govreply.rules.compare.reckon import interval

if TYPE_CHECKING:
    from govreply.testing import Part, Passes, Violates


_TELLING = 5  # characters of a subject that names one thing; shorter ones (项目, 资金) are used of many
_OWN_AREA = ("全市", "我市", "本市", "全省", "我省", "本省", "全区", "我区", "本区", "全县", "我县", "本县")
_SAME_SENTENCE = 40  # characters within which two values are set side by side on purpose


@frozen
class _Quantity:
    """What is measured: its name, and the time and area that the text sets."""

    subject: str
    dimension: str
    period: str
    scope: str


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """One problem for each later value that differs from the first one of the same quantity."""
    first: dict[_Quantity, Figure] = {}
    for figure in sorted(reply.figures, key=lambda f: f.span):
        quantity = _quantity(figure)
        if quantity is None:
            continue
        known = first.setdefault(quantity, figure)
        if known is figure or interval(known).overlaps(interval(figure)) or _side_by_side(known, figure):
            continue
        if known.scope is None and figure.scope is None:
            continue  # neither says that it speaks of the whole area: two parks may have their own
        yield Problem(
            span=figure.span,
            message=Bilingual(
                f"“{quantity.subject}”前面写{known.text}，这里写{figure.text}",
                f"“{quantity.subject}” is {known.text} before and {figure.text} here",
            ),
            related=(Place(span=known.span, label=Bilingual(f"前面：{known.text}", f"before: {known.text}")),),
            suggestion=Bilingual(
                "核对哪个数正确；截止日或范围不同的应当写明",
                "find out which is right; if date or area differ, the text should say so",
            ),
        )


def _quantity(figure: Figure) -> _Quantity | None:
    """What the figure tells of; ``None`` where it cannot be told for certain or is no plain statement."""
    subject = figure.subject
    if subject is None or len(subject) < _TELLING or figure.approximate or figure.quoted:
        return None
    if figure.standing is not Standing.ACTUAL or magnitude(figure.value, figure.unit) <= 0:
        return None
    scope = figure.scope if figure.scope not in _OWN_AREA else None
    return _Quantity(subject, read_unit(figure.unit).dimension, figure.period or "", scope or "")


def _side_by_side(left: Figure, right: Figure) -> bool:
    return right.span.start - left.span.end <= _SAME_SENTENCE


def violates() -> Iterable[Violates]:
    """One thing counted twice with two results."""
    from govreply.testing import Letter, Violates

    yield Violates(
        Letter(
            sections=_saying(
                "近年来我局加强源头管控，建成雨水调蓄示范设施16座，带动周边片区治理。",
                "入汛以来我局多次组织联合值守，按照新的运行规程，各项准备工作扎实有序，我市现有15座雨水调蓄示范设施率先实行联合调度。",
            )
        ),
        at="15座",
        related=("16座",),
        note="同一批设施一处16座、一处15座",
    )
    yield Violates(
        Letter(
            sections=_saying(
                "全市已签约合同节水管理项目55个，项目均已落地。",
                "经过逐一核查，上述工作进展顺利，各方面反映良好，具备了继续扩大范围的条件。已签约合同节水管理项目56个，节水效果明显。",
            )
        ),
        at="56个",
        related=("55个",),
        note="一处55个项目、一处56个",
    )
    yield Violates(
        Letter(
            sections=_saying(
                "近年来持续加大投入，全市建有新型储能示范电站24座，带动了周边片区的治理，取得了阶段成效。",
                "入汛以来我局多次组织联合值守，按照新的运行规程，各项准备工作扎实有序，现有25座新型储能示范电站率先实行联合调度。",
            )
        ),
        at="25座",
        related=("24座",),
        note="“储能”的“能”不是动词",
    )


def passes() -> Iterable[Passes]:
    """Values that differ with reason, or do not differ."""
    from govreply.testing import Letter, Passes

    yield Passes(
        Letter(
            sections=_saying(
                "截至2022年底，全市建成雨水调蓄示范设施16座，运行平稳。",
                "截至2023年5月，全市建成雨水调蓄示范设施19座，运行平稳。",
            )
        ),
        note="截止日不同",
    )
    yield Passes(
        Letter(
            sections=_saying(
                "全市建成雨水调蓄示范设施近20座，运行平稳。", "经逐座核查，建成的雨水调蓄示范设施19座均已通水。"
            )
        ),
        note="约数",
    )
    yield Passes(
        Letter(
            sections=_saying(
                "市级财政安排排水设施管护资金4500万元，已全部下达。",
                "所需经费由市级财政安排排水设施管护资金0.45亿元解决。",
            )
        ),
        note="万元与亿元换算后相等",
    )
    yield Passes(
        Letter(
            sections=_saying(
                "全省建成雨水调蓄示范设施96座，覆盖主要城市。", "江岸区建成雨水调蓄示范设施4座，效果明显。"
            )
        ),
        note="省、区两级",
    )
    yield Passes(
        Letter(
            sections=_saying(
                "东湖公园建成雨水调蓄示范设施6座，效果明显，周边居民和游客普遍给予好评。",
                "沙湖公园建成雨水调蓄示范设施4座，效果明显。",
            )
        ),
        note="两处各自的数",
    )
    yield Passes(
        Letter(
            sections=_saying(
                "已建成雨水调蓄示范设施16座，运行平稳。", "力争年底前建成雨水调蓄示范设施20座，消除积水点。"
            )
        ),
        note="现状与目标",
    )


def _saying(*paragraphs: str) -> tuple[Part, ...]:
    from govreply.testing import Part

    return (Part(heading="加快设施建设", paragraphs=paragraphs),)


RULE = Rule(
    name="value-conflict",
    code="FIG006",
    family="figures",
    severity=Severity.WARNING,
    since="0.1.0",
    title=Bilingual("同量异值", "One quantity, two values"),
    explanation=Explanation(
        contradiction=Bilingual(
            "同一事物、同一时间和范围的数量，前后写了不同的值（单位先换算）。",
            "One thing at one time and in one area is counted with two results, units converted.",
        ),
        importance=Bilingual(
            "提出者读到两个数，不知以哪个为准。", "The proposer reads two figures and cannot tell which holds."
        ),
        silent=(
            Bilingual("截止日、年份不同", "other dates"),
            Bilingual("约、近、超、余等约数", "rounded figures and bounds"),
            Bilingual("万元亿元等换算后相等", "values that are equal when converted"),
            Bilingual("全国、省、市、区各级的数，各单位各自的数", "figures of other areas and of single organisations"),
            Bilingual("现状与计划、新增、剩余的数", "the present state against plans, increases and remainders"),
            Bilingual("过于笼统的名称（项目、资金）", "names too general to tell one thing (项目, 资金)"),
        ),
        grounds=Bilingual("常识", "Common sense"),
    ),
    needs=("figures",),
    yields_to=("unit-scale-suspect",),
    check=check,
    violates=violates,
    passes=passes,
)
