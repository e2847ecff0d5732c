"""一是 is followed by 三是: the second item is missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import Reply
from govreply.rules.base import Context, Explanation, Place, Problem, Rule
from govreply.rules.structure._runs import RUNNING, runs

if TYPE_CHECKING:
    from govreply.testing import Letter, Part, Passes, Violates

_WITHOUT_NUMBERS = "首先"  # 首先, 其次, 再次, 最后 count nothing


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """One problem for each jump inside a run that begins at its first item."""
    for run in runs(reply):
        if run[0].style not in RUNNING or run[0].style == _WITHOUT_NUMBERS or run[0].ordinal != 1:
            continue
        for before, after in pairwise(run):
            if after.ordinal <= before.ordinal + 1 or before.quoted or after.quoted:
                continue
            yield Problem(
                span=after.marker.span,
                message=Bilingual(
                    f"“{before.marker.text}”之后直接是“{after.marker.text}”，中间断号",
                    f"“{after.marker.text}” follows “{before.marker.text}”; the items between them are missing",
                ),
                related=(
                    Place(
                        span=before.marker.span,
                        label=Bilingual(f"上一项“{before.marker.text}”", f"item before: “{before.marker.text}”"),
                    ),
                ),
                suggestion=Bilingual(
                    "核对是编错序数还是漏了一项", "find out whether the ordinal is wrong or an item is lost"
                ),
            )


def violates() -> Iterable[Violates]:
    """Broken runs."""
    from govreply.testing import Letter, Violates

    yield Violates(_with("一是", "三是"), at="三是", related=("一是",), note="一是…三是…")
    yield Violates(
        Letter(sections=_inline("一是完善台账；二是分类改造；四是加强巡查。")),
        at="四是",
        related=("二是",),
        note="段内一是、二是、四是",
    )


def passes() -> Iterable[Passes]:
    """Runs that are whole, or have no numbers."""
    from govreply.testing import Letter, Passes

    yield Passes(_with("一是", "二是", "三是"), note="序数连续")
    yield Passes(_with("首先，", "其次，", "最后，"), note="首先…其次…最后…")
    yield Passes(
        Letter(sections=_inline("一是完善台账；二是分类改造。在管护方面，一是加强巡查；二是定期检测；三是及时清淤。")),
        note="同一节内两组序数",
    )
    yield Passes(
        Letter(sections=_inline("方案要求“一是统筹规划、三是加强监管”，我局据此制定了实施细则。")),
        note="引文中的节选",
    )


def _with(*markers: str) -> Letter:
    from govreply.testing import Letter, Part

    texts = ("完善管网台账，明确责任单位。", "实施分类改造，按期完成任务。", "加强日常巡查，及时清理淤塞。")
    part = Part(heading="加快推进改造", measures=texts[: len(markers)], markers=markers)
    return Letter(sections=(part,))


def _inline(text: str) -> tuple[Part, ...]:
    from govreply.testing import Part

    return (Part(heading="加快推进改造", paragraphs=(text,)),)


RULE = Rule(
    name="ordinal-run-gap",
    code="STR007",
    family="structure",
    severity=Severity.WARNING,
    since="0.1.0",
    title=Bilingual("一是二是断号", "Gap in a run of items"),
    explanation=Explanation(
        contradiction=Bilingual(
            "同一节里一是之后没有二是而有三是。", "Inside one section 一是 is followed by 三是 without 二是."
        ),
        importance=Bilingual(
            "多是删改时丢了一项，或合并段落时漏排。",
            "Mostly an item was lost while the text was edited or its paragraphs joined.",
        ),
        silent=(
            Bilingual("首先、其次、最后一类没有数字的", "首先, 其次, 最后, which have no numbers"),
            Bilingual("引文里的节选", "excerpts inside quotes"),
            Bilingual("同一节内另起的一组", "a second run in the same section"),
            Bilingual("二是恰在分页断开处的，先并段再看", "an item at a page break, after the halves are joined"),
        ),
        grounds=Bilingual("行文常识", "Plain writing"),
    ),
    check=check,
    violates=violates,
    passes=passes,
)
