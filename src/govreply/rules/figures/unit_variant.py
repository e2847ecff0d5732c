"""One unit is written in two ways."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.lexicon.measures import read_unit
from govreply.model import Figure, Reply
from govreply.rules.base import Context, Explanation, Place, Problem, Rule

if TYPE_CHECKING:
    from govreply.testing import Part, Passes, Violates


# 平方 and 立方 shorten the unit, 工作日 drops its counter; the others are counted with and without 个 by everybody
_COUNTERS = ("个", "张")


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """One problem for each unit that appears under a second name, at the first place of that name."""
    seen: dict[str, dict[str, Figure]] = {}
    for figure in sorted(reply.figures, key=lambda f: f.span):
        unit = read_unit(figure.unit)
        if figure.quoted or not unit.base or unit.kind == "share":
            continue
        names = seen.setdefault(unit.usual, {})
        if unit.base in names or any(_bare(unit.base) == _bare(name) for name in names):
            continue
        if names:
            known_name, known = next(iter(names.items()))
            yield Problem(
                span=figure.span,
                message=Bilingual(
                    f"同一单位写作“{known_name}”和“{unit.base}”",
                    f"one unit is written “{known_name}” and “{unit.base}”",
                ),
                related=(Place(span=known.span, label=Bilingual(f"前面：{known.text}", f"before: {known.text}")),),
                suggestion=Bilingual(f"全文统一用“{unit.usual}”", f"use “{unit.usual}” throughout"),
            )
        names[unit.base] = figure


def _bare(name: str) -> str:
    return name[1:] if name.startswith(_COUNTERS) and len(name) > 1 else name


def violates() -> Iterable[Violates]:
    """Units under two names."""
    from govreply.testing import Letter, Violates

    yield Violates(
        Letter(sections=_saying("泵站改造后年节能1200吨标准煤。", "再生水利用年节能300吨标煤。")),
        at="300吨标煤",
        related=("1200吨标准煤",),
        note="吨标准煤与吨标煤混用",
    )
    yield Violates(
        Letter(sections=_saying("新建排水管道36公里。", "改造雨污混接管道12.5千米。")),
        at="12.5千米",
        related=("36公里",),
        note="公里与千米混用",
    )


def passes() -> Iterable[Passes]:
    """Units that are not the same, or not the letter's own."""
    from govreply.testing import Letter, Passes

    yield Passes(
        Letter(sections=_saying("泵站改造后年节能1200吨标准煤。", "再生水利用年节能300吨标准煤。")), note="写法一致"
    )
    yield Passes(
        Letter(sections=_saying("新建排水管道36公里。", "您提出“再改造管道12千米”的建议，我局认真研究。")),
        note="引文中的写法",
    )
    yield Passes(
        Letter(sections=_saying("新建排水管道36公里。", "改造检查井盖板厚度达到0.5米。")), note="公里与米不是同一单位"
    )
    yield Passes(Letter(sections=_saying("安排资金4500万元。", "累计投资1.2亿元。")), note="万元与亿元是倍数不是异写")


def _saying(*paragraphs: str) -> tuple[Part, ...]:
    from govreply.testing import Part

    return (Part(heading="加快管网改造", paragraphs=paragraphs),)


RULE = Rule(
    name="unit-variant",
    code="FIG007",
    family="figures",
    severity=Severity.INFO,
    since="0.1.0",
    title=Bilingual("单位异写", "One unit, two names"),
    explanation=Explanation(
        contradiction=Bilingual(
            "同一计量单位在一件中有两种写法：吨标准煤与吨标煤，公里与千米。",
            "One unit of measurement has two names in one letter: 吨标准煤 and 吨标煤, 公里 and 千米.",
        ),
        importance=Bilingual("前后数据不便比较，也显得出自几处拼凑。", "Figures become hard to compare."),
        silent=(
            Bilingual("引号、书名号中的写法", "writings inside quotation and title marks"),
            Bilingual("倍数不同的单位：万元与亿元，公里与米", "units of another size: 万元 and 亿元, 公里 and 米"),
            Bilingual("带不带“个”：个车位与车位", "with and without a counter: 个车位 and 车位"),
        ),
        grounds=Bilingual("行文一致", "Consistency"),
    ),
    needs=("figures",),
    check=check,
    violates=violates,
    passes=passes,
)
