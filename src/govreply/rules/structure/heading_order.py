"""A level stands above a higher one: 一、 below （一）, or （一） below 1."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.lexicon.ordinals import STYLES
from govreply.model import Reply
from govreply.rules.base import Context, Explanation, Place, Problem, Rule
from govreply.rules.structure._texts import walk

if TYPE_CHECKING:
    from govreply.testing import Part, Passes, Violates

_LEVELS = STYLES[:4]


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """One problem for each pair of styles that stand the wrong way round, at the first place."""
    seen: set[tuple[str, str]] = set()
    for above, section in walk(reply.sections):
        if above is None or above.style not in _LEVELS or section.style not in _LEVELS:
            continue
        pair = (above.style, section.style)
        if pair in seen or _LEVELS.index(section.style) >= _LEVELS.index(above.style):
            continue
        seen.add(pair)
        yield Problem(
            span=section.marker.span,
            message=Bilingual(
                f"“{above.marker.text}”之下设“{section.marker.text}”，层次倒置",
                f"“{section.marker.text}” stands below “{above.marker.text}”, a lower level",
            ),
            related=(
                Place(
                    span=above.marker.span,
                    label=Bilingual(f"上一层“{above.marker.text}”", f"level above: “{above.marker.text}”"),
                ),
            ),
            suggestion=Bilingual("按一、（一）1.（1）的次序编排", "number the levels 一、 （一） 1. （1）"),
        )


def violates() -> Iterable[Violates]:
    """Levels the wrong way round."""
    from govreply.testing import Letter, Part, Violates

    yield Violates(
        Letter(
            sections=(
                Part(
                    heading="加快改造",
                    marker="（一）",
                    parts=(_part("摸清底数", "一、"), _part("分类改造", "二、")),
                ),
                Part(heading="强化管护", marker="（二）", parts=(_part("日常巡查", "一、"), _part("定期检测", "二、"))),
            )
        ),
        at="一、",
        related=("（一）",),
        note="（一）之下设一、",
    )
    yield Violates(
        Letter(
            sections=(
                Part(heading="加快改造", marker="1.", parts=(_part("摸清底数", "（一）"), _part("分类改造", "（二）"))),
                Part(heading="强化管护", marker="2.", parts=(_part("日常巡查", "（一）"), _part("定期检测", "（二）"))),
            )
        ),
        at="（一）",
        related=("1.",),
        note="1.之下设（一）",
    )


def passes() -> Iterable[Passes]:
    """Levels in order, also where one is left out."""
    from govreply.testing import Letter, Part, Passes

    yield Passes(
        Letter(sections=(Part(heading="加快改造", parts=(_part("摸清底数", "（一）"), _part("分类改造", "（二）"))),)),
        note="一、之下（一）",
    )
    yield Passes(
        Letter(
            sections=(
                Part(heading="加快改造", parts=(_part("摸清底数", "1."), _part("分类改造", "2."))),
                _part("强化管护", "二、"),
            )
        ),
        note="只有两层时一、与1.连用",
    )
    yield Passes(
        Letter(sections=(_part("摸清底数", "（一）"), _part("分类改造", "（二）"))), note="全文只有（一）（二）"
    )


def _part(heading: str, marker: str) -> Part:
    from govreply.testing import Part

    return Part(heading=heading, marker=marker, paragraphs=(f"围绕{heading}，市水务局明确了责任单位和完成时限。",))


RULE = Rule(
    name="heading-order",
    code="STR003",
    family="structure",
    severity=Severity.INFO,
    since="0.1.0",
    title=Bilingual("层次倒置", "Levels the wrong way round"),
    explanation=Explanation(
        contradiction=Bilingual(
            "下一层用了比上一层更高的序号，如（一）之下设一、。",
            "A level below has numerals of a higher one: 一、 below （一）.",
        ),
        importance=Bilingual(
            "层次关系读不清，引用“第一条第二款”时会指错。",
            "The reader cannot tell what belongs to what, and references go astray.",
        ),
        silent=(
            Bilingual("只有两层时一、与1.连用，略去一层", "一、 over 1., where the level between them is left out"),
            Bilingual("全文只有（一）（二），没有一、", "a text that has （一）（二） alone"),
            Bilingual("对建议一的答复之下的各种序号", "any numerals below the answer to one suggestion"),
        ),
        grounds=Bilingual("GB/T 9704-2012 第7.3.3条", "GB/T 9704-2012, clause 7.3.3"),
    ),
    check=check,
    violates=violates,
    passes=passes,
)
