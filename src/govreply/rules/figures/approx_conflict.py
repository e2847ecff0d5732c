"""Two words of rounding on one figure: 近40余项."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import Reply
from govreply.rules.base import Context, Explanation, Problem, Rule

if TYPE_CHECKING:
    from govreply.testing import Part, Passes, Violates


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """One problem for each figure with two words of rounding or bounding."""
    for hedge in reply.arithmetic.hedges:
        if len(hedge.words) < 2:
            continue
        words = "、".join(f"“{word.text}”" for word in hedge.words)
        yield Problem(
            span=hedge.span,
            message=Bilingual(f"“{hedge.text}”叠用概数词{words}", f"“{hedge.text}” heaps words of rounding: {words}"),
            suggestion=Bilingual("只留一个概数词", "keep one of them"),
        )


def violates() -> Iterable[Violates]:
    """Heaped words of rounding."""
    from govreply.testing import Letter, Violates

    yield Violates(Letter(sections=_saying("近年来出台管理制度近40余项。")), at="近40余项", note="近…余")
    yield Violates(Letter(sections=_saying("改造投入约5000万元左右。")), at="约5000万元左右", note="约…左右")
    yield Violates(Letter(sections=_saying("累计清淤超过300多公里。")), at="超过300多公里", note="超过…多")


def passes() -> Iterable[Passes]:
    """One word of rounding."""
    from govreply.testing import Letter, Passes

    yield Passes(Letter(sections=_saying("改造投入近5000万元。")), note="单用“近”")
    yield Passes(Letter(sections=_saying("近年来出台管理制度40余项。")), note="单用“余”，“近年来”不是概数")
    yield Passes(Letter(sections=_saying("清淤300公里以上，水质明显好转。")), note="单用“以上”")
    yield Passes(Letter(sections=_saying("您提出“近40余项制度有待整合”的建议，我局完全赞同。")), note="引文")


def _saying(*paragraphs: str) -> tuple[Part, ...]:
    from govreply.testing import Part

    return (Part(heading="健全管理制度", paragraphs=paragraphs),)


RULE = Rule(
    name="approx-conflict",
    code="FIG009",
    family="figures",
    severity=Severity.INFO,
    since="0.1.0",
    title=Bilingual("概数叠用", "Heaped words of rounding"),
    explanation=Explanation(
        contradiction=Bilingual(
            "一个数前后都有概数词：近…余、约…左右、超过…多。",
            "One figure has words of rounding on both sides: 近…余, 约…左右, 超过…多.",
        ),
        importance=Bilingual("“近”说不到，“余”说超过，意思相反。", "近 says less and 余 says more."),
        silent=(
            Bilingual("只用一个概数词", "a single word of rounding"),
            Bilingual("“近年来”“约谈”等词里的字", "the same signs inside other words (近年来, 约谈)"),
            Bilingual("引文", "quotations"),
        ),
        grounds=Bilingual("GB/T 15835-2011 出版物上数字用法", "GB/T 15835-2011, on numerals in publications"),
    ),
    needs=("arithmetic.hedges",),
    check=check,
    violates=violates,
    passes=passes,
)
