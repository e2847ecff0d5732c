"""一是 stands alone: no 二是 follows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import Measure, Reply, Section
from govreply.rules.base import Context, Explanation, Problem, Rule
from govreply.rules.structure._texts import walk

if TYPE_CHECKING:
    from govreply.testing import Part, Passes, Violates

_STYLES = ("一是", "其一")


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """One problem for each first item that is the only one of its style below its parent."""
    parents: list[tuple[tuple[Measure, ...], tuple[Section, ...]]] = [(reply.measures, reply.sections)]
    parents += [(s.measures, s.sections) for _, s in walk(reply.sections)]
    for measures, _ in parents:
        for style in _STYLES:
            run = [m for m in measures if m.style == style]
            if len(run) != 1 or run[0].ordinal != 1 or _goes_on(reply, run[0]):
                continue
            yield Problem(
                span=run[0].marker.span,
                message=Bilingual(
                    f"只有“{run[0].marker.text}”，没有后续各项", f"“{run[0].marker.text}” has no second item"
                ),
                suggestion=Bilingual("补全后续各项，或删去序数", "add the other items, or drop the ordinal"),
            )


def _goes_on(reply: Reply, first: Measure) -> bool:
    """Whether the run goes on below another parent, or may have: quoted words, marks that found no place."""
    others = [m for m in reply.measures if m.style == first.style]
    others += [m for _, s in walk(reply.sections) for m in s.measures if m.style == first.style]
    after = sorted((m for m in others if m.span.start > first.span.start), key=_start)
    quoted = first.text.count("”") > first.text.count("“")
    return quoted or bool(after and after[0].ordinal == first.ordinal + 1)


def _start(measure: Measure) -> int:
    return measure.span.start


def violates() -> Iterable[Violates]:
    """Runs of one."""
    from govreply.testing import Letter, Part, Violates

    yield Violates(
        Letter(sections=_inline("一是加大管网改造投入，完善配套设施。")), at="一是", note="段首一是，再无二是"
    )
    yield Violates(
        Letter(
            sections=(
                Part(heading="加快推进改造", measures=("完善管网台账，明确责任单位。",)),
                Part(heading="强化管护", paragraphs=("市水务局建立日常巡查制度。",)),
            )
        ),
        at="一是",
        note="一节之内只有一是",
    )


def passes() -> Iterable[Passes]:
    """Runs of several, and words that only look like a first item."""
    from govreply.testing import Letter, Passes

    yield Passes(Letter(), note="一是、二是俱全")
    yield Passes(Letter(sections=_inline("我局坚持一是一、二是二，据实核算工程量。")), note="成语“一是一、二是二”")
    yield Passes(Letter(sections=_inline("统一是推进改造的前提，这一是各方共识。")), note="“统一是”“这一是”")
    yield Passes(Letter(sections=_inline("我局采取两项措施：一是完善台账；二是分类改造。")), note="同段之内一是、二是")
    yield Passes(Letter(sections=_inline("方案提出“一是统筹规划”等要求，我局已逐项落实。")), note="引文中的节选")


def _inline(text: str) -> tuple[Part, ...]:
    from govreply.testing import Part

    return (Part(heading="加快推进改造", paragraphs=(text,)),)


RULE = Rule(
    name="ordinal-run-single",
    code="STR008",
    family="structure",
    severity=Severity.INFO,
    since="0.1.0",
    title=Bilingual("只有一是", "First item alone"),
    explanation=Explanation(
        contradiction=Bilingual("有“一是”而没有“二是”。", "There is 一是 and no 二是."),
        importance=Bilingual(
            "多是删改后剩下的序数，或后面的内容丢失。",
            "Mostly left over from an edit, or the rest of the list is lost.",
        ),
        silent=(
            Bilingual("“一是一、二是二”", "the phrase 一是一、二是二"),
            Bilingual("“统一是”“这一是”等词语", "words that end in 一 before 是"),
            Bilingual("引文里的节选", "excerpts inside quotes"),
            Bilingual("二是在下一节里接着数的", "runs that go on in the next section"),
        ),
        grounds=Bilingual("行文常识", "Plain writing"),
    ),
    check=check,
    violates=violates,
    passes=passes,
)
