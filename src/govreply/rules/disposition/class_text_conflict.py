"""Class A on a letter that says it cannot be done, or C or D on one that says all is solved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import ConclusionKind, Reply
from govreply.rules.base import Context, Explanation, Place, Problem, Rule

if TYPE_CHECKING:
    from govreply.testing import Passes, Violates

# B is «under way» or «planned» or «part solved» depending on the place: it contradicts neither conclusion
_CONTRADICTED_BY = {"A": ConclusionKind.CANNOT, "C": ConclusionKind.SOLVED, "D": ConclusionKind.SOLVED}


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """At most one problem: the first conclusion that the class contradicts, if no conclusion supports it."""
    mark = reply.disposition
    if mark is None or mark.code not in _CONTRADICTED_BY:
        return
    against = _CONTRADICTED_BY[mark.code]
    kinds = {c.kind for c in reply.conclusions}
    if kinds != {against}:
        return  # nothing concluded, or one part solved and another not
    conclusion = reply.conclusions[0]
    yield Problem(
        span=mark.span,
        message=Bilingual(
            f"办理类别为{mark.code}类，正文结论却是“{conclusion.text}”",
            f"the class is {mark.code}, but the letter concludes “{conclusion.text}”",
        ),
        related=(Place(span=conclusion.span, label=Bilingual("正文结论", "conclusion of the letter")),),
        suggestion=Bilingual("按实际办理结果改定类别或结论", "set mark or conclusion to the actual outcome"),
    )


def violates() -> Iterable[Violates]:
    """Class marks against conclusions."""
    from govreply.testing import Letter, Violates

    letter = Letter()
    yield Violates(
        letter.but(outlook=("综上，受现行政策限制，您提出的建议暂不具备实施条件。",)),
        at="A",
        related=("综上，受现行政策限制，您提出的建议暂不具备实施条件",),
        note="A类，结论是暂不具备条件",
    )
    yield Violates(
        letter.but(disposition="C", outlook=("目前，您提出的问题已全部解决。",)),
        at="C",
        related=("已全部解决",),
        note="C类，结论是已全部解决",
    )


def passes() -> Iterable[Passes]:
    """Sentences on difficulties that do not conclude the whole matter."""
    from govreply.testing import Letter, Part, Passes

    yield Passes(Letter(), note="A类，没有相反的结论")
    yield Passes(
        Letter(
            opening=("您在提案中指出，部分老旧小区管网产权不清、资金不足，问题一时无法解决，我局高度重视。",),
        ),
        note="复述提案所述困难",
    )
    yield Passes(
        Letter(
            disposition="B",
            outlook=("目前，东片管网已改造完成；西片受用地限制，暂不具备实施条件。",),
        ),
        note="多事项部分未成，标B类",
    )
    yield Passes(
        Letter(
            sections=(
                Part(
                    heading="关于跨市管网",
                    paragraphs=("据市自然资源局反馈，该地块规划调整由省级审批，市级无法单独办理，我局已向省厅报告。",),
                ),
            )
        ),
        note="引述外部门职责",
    )


RULE = Rule(
    name="class-text-conflict",
    code="DSP002",
    family="disposition",
    severity=Severity.WARNING,
    since="0.1.0",
    title=Bilingual("类别与正文结论不符", "Class mark against the letter's conclusion"),
    explanation=Explanation(
        contradiction=Bilingual(
            "标A类而正文结论是暂不能解决，或标C、D类而正文结论是已全部解决。",
            "Class A on a letter that concludes it cannot be solved, or C or D on one that concludes all is solved.",
        ),
        importance=Bilingual(
            "类别决定是否继续跟踪办理；标错就漏办或重办。",
            "The class decides whether the item is followed up; a wrong one loses it or does it twice.",
        ),
        silent=(
            Bilingual("复述提案所述困难", "difficulties retold from the proposal"),
            Bilingual("一件多事、部分办成部分未成", "several requests, some solved and some not"),
            Bilingual("引述其他部门的职责或答复", "what other organs are in charge of"),
            Bilingual("B类：各地含义不同，与两种结论都不冲突", "class B, whose meaning varies by place"),
        ),
        grounds=Bilingual("各地办法对类别的定义", "Local rules on what the classes mean"),
    ),
    needs=("disposition",),
    check=check,
    violates=violates,
    passes=passes,
)
