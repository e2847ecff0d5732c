"""Class A, solved, on a letter that tells of nothing but plans."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import Reply, StatementKind
from govreply.rules.base import Context, Explanation, Place, Problem, Rule

if TYPE_CHECKING:
    from govreply.testing import Passes, Violates


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """At most one problem, on the mark."""
    mark, statements = reply.disposition, reply.outcome.statements
    if mark is None or mark.code != "A" or not statements:
        return
    if any(s.kind is not StatementKind.PLANNED for s in statements) or reply.structure.ending is not None:
        return
    yield Problem(
        span=mark.span,
        message=Bilingual(
            f"办理类别为A类（已解决），全文{len(statements)}处都是打算，没有已做的事",
            f"the class is A (solved), but all {len(statements)} statements are plans and none tells of anything done",
        ),
        related=(Place(span=statements[0].span, label=Bilingual("打算", "a plan")),),
        suggestion=Bilingual(
            "补写已办成的事，或改作列入计划的类别", "say what was done, or set the class for planned items"
        ),
    )


def violates() -> Iterable[Violates]:
    """Letters of plans only."""
    from govreply.testing import Letter, Part, Violates

    plans = (
        "下一步，我局将加快推进管网改造，",
        "拟对重点小区逐一制定方案，",
    )
    yield Violates(
        Letter(sections=(), opening=("下一步，我局将加强管网建设，力争改善排水状况。",), outlook=()),
        at="A",
        related=("下一步，我局将加强管网建设，力争改善排水状况。",),
        note="A类，全文只有“下一步将……”",
    )
    yield Violates(
        Letter(
            sections=(
                Part(heading="关于管网改造", paragraphs=(plans[0] + "改善排水条件。",)),
                Part(heading="关于管护机制", paragraphs=(plans[1] + "明确管护单位。",)),
            ),
        ),
        at="A",
        related=("下一步，我局将加快推进管网改造，改善排水条件。",),
        note="A类，两节都是打算",
    )


def passes() -> Iterable[Passes]:
    """Letters of class A that tell of something done or adopted."""
    from govreply.testing import Letter, Part, Passes

    yield Passes(Letter(), note="“下一步”附在实绩之后")
    yield Passes(
        Letter(
            sections=(
                Part(
                    heading="关于管护机制", paragraphs=("您的建议很有价值，我局予以采纳，将在制定管护办法时予以体现。",)
                ),
            )
        ),
        note="采纳类A：建议被制定政策时采纳",
    )
    yield Passes(Letter(disposition="B", sections=()), note="B类，全文是打算")
    yield Passes(Letter(disposition=None, sections=()), note="没有类别标记")


RULE = Rule(
    name="class-a-only-future",
    code="DSP003",
    family="disposition",
    severity=Severity.INFO,
    since="0.1.0",
    title=Bilingual("A类而全是打算", "Class A with nothing but plans"),
    explanation=Explanation(
        contradiction=Bilingual(
            "标A类（已解决），正文没有一句说到已做的事或已采纳，全是“将、拟、计划、下一步”。",
            "Class A (solved), but no sentence tells of anything done or adopted; all speak of 将, 拟, 计划, 下一步.",
        ),
        importance=Bilingual("打算当作办结，跟踪就断了。", "Plans that count as results are followed up by nobody."),
        silent=(
            Bilingual(
                "说明已采纳、已纳入的，如制定政策时采纳", "letters that say the suggestion was adopted, as in a policy"
            ),
            Bilingual("实绩之后再写下一步打算", "plans behind what was done"),
            Bilingual("正文中断的件", "letters whose text breaks off"),
        ),
        grounds=Bilingual("类别定义：各地A类都是已解决或已采纳", "Everywhere class A means solved or adopted"),
    ),
    needs=("disposition", "outcome.statements"),
    check=check,
    violates=violates,
    passes=passes,
)
