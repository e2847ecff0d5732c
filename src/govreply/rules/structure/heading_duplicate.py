"""One number stands before two headings of one level: 一、 二、 二、 三、."""

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
    from govreply.testing import Part, Passes, Violates


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """One problem for each unit that repeats the number before it."""
    for run in runs(reply):
        if run[0].style in RUNNING:
            continue
        for before, after in pairwise(run):
            printed_twice = after.heading is not None and after.heading == before.heading
            if after.ordinal != before.ordinal or printed_twice:
                continue
            yield Problem(
                span=after.marker.span,
                message=Bilingual(
                    f"同一层级有两个“{after.marker.text}”", f"“{after.marker.text}” stands twice at one level"
                ),
                related=(
                    Place(
                        span=before.marker.span,
                        label=Bilingual(f"前一个“{before.marker.text}”", f"the first “{before.marker.text}”"),
                    ),
                ),
                suggestion=Bilingual("顺延其后的序号", "renumber what follows"),
            )


def violates() -> Iterable[Violates]:
    """Doubled numbers."""
    from govreply.testing import Letter, Part, Violates

    yield Violates(
        Letter(sections=(_part("摸清底数"), _part("分类改造"), _part("强化管护", "二、"), _part("广泛宣传", "三、"))),
        at="二、",
        related=("二、",),
        note="一、二、二、三、",
    )
    yield Violates(
        Letter(
            sections=(
                Part(heading="加快改造", parts=(_part("摸清底数"), _part("分类改造"), _part("竣工验收", "（二）"))),
                _part("强化管护"),
            )
        ),
        at="（二）",
        related=("（二）",),
        note="（一）（二）（二）",
    )
    yield Violates(
        Letter(
            sections=(
                Part(
                    heading="加快改造",
                    parts=(_part("摸清底数"), _part("分类改造", "（一）"), _part("竣工验收", "（二）")),
                ),
                _part("强化管护"),
            )
        ),
        at="（一）",
        related=("（一）",),
        note="（一）（一）（二）",
    )


def passes() -> Iterable[Passes]:
    """Equal numbers that do not clash."""
    from govreply.testing import Letter, Part, Passes

    yield Passes(Letter(), note="序号连续")
    yield Passes(
        Letter(
            sections=(
                Part(heading="加快改造", parts=(_part("摸清底数"), _part("分类改造"))),
                Part(heading="强化管护", parts=(_part("日常巡查"), _part("定期检测"))),
            )
        ),
        note="各节之内重新起号",
    )
    title = "对市政协十四届二次会议第20230117号提案的答复"
    yield Passes(Letter(issuer=None, title=title, opening=(title,)), note="题目复印两遍")
    yield Passes(
        Letter(sections=(_part("摸清底数"), _part("分类改造"), _part("分类改造", "二、"), _part("强化管护", "三、"))),
        note="同一标题印了两遍",
    )
    clause = "（一）项所列情形除外的，按照（二）项执行。"
    yield Passes(
        Letter(
            sections=(
                Part(heading="摸清底数", marker="（一）", paragraphs=("市水务局明确了责任单位。", clause)),
                _part("分类改造", "（二）"),
            )
        ),
        note="段首提到某条例的（一）项",
    )


def _part(heading: str, marker: str | None = None) -> Part:
    from govreply.testing import Part

    return Part(heading=heading, marker=marker, paragraphs=(f"围绕{heading}，市水务局明确了责任单位和完成时限。",))


RULE = Rule(
    name="heading-duplicate",
    code="STR002",
    family="structure",
    severity=Severity.WARNING,
    since="0.1.0",
    title=Bilingual("序号重复", "Number stands twice"),
    explanation=Explanation(
        contradiction=Bilingual(
            "同一上级之下，同一层级的序号出现两次，如一、二、二、三、。",
            "Below one parent a number of one level stands twice: 一、二、二、三、.",
        ),
        importance=Bilingual(
            "引用“第二条答复”时不知指哪一条；常是增删段落后没有顺延。",
            "“Point two” means two things then; mostly a paragraph was added and the rest not renumbered.",
        ),
        silent=(
            Bilingual(
                "各节之内、附件或表格之内另起的序号", "numbers that start again in a section, an annex or a table"
            ),
            Bilingual("题目或标题印了两遍", "a title or heading that is printed twice"),
            Bilingual("一是、首先一类行文序数", "ordinals in running text (一是, 首先)"),
        ),
        grounds=Bilingual("GB/T 9704-2012 第7.3.3条", "GB/T 9704-2012, clause 7.3.3"),
    ),
    check=check,
    violates=violates,
    passes=passes,
)
