"""A class that means «planned», and a plan without time or organ in charge."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import PaperMarkKind, Reply, StatementKind
from govreply.rules.base import Context, Explanation, Place, Problem, Rule
from govreply.rules.compare.sittings import seat_of

if TYPE_CHECKING:
    from govreply.testing import Passes, Violates


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """At most one problem, on the mark."""
    mark = reply.disposition
    body = seat_of(reply.matter, reply).body if reply.matter is not None else None
    if mark is None or context.profile.classes_for(body).get(mark.code) != ("planned",):
        return
    if any(m.kind is PaperMarkKind.SECRECY for m in reply.paper_marks):
        return
    plans = [s for s in reply.outcome.statements if s.kind is StatementKind.PLANNED]
    vague = next((s for s in plans if s.vague), None)
    if vague is None or any(s.timed or s.assigned for s in plans) or reply.timing.prospects:
        return
    yield Problem(
        span=mark.span,
        message=Bilingual(
            f"办理类别为{mark.code}类（列入计划），所述计划没有时限，也没有责任单位",
            f"the class is {mark.code} (planned), but no plan has a time or an organ in charge",
        ),
        related=(Place(span=vague.span, label=Bilingual("时间未定", "time left open")),),
        suggestion=Bilingual("写明完成时限或责任单位", "name a time or the organ in charge"),
    )


def violates() -> Iterable[Violates]:
    """Plans that leave all open."""
    from govreply.testing import Letter, Violates

    yield Violates(
        Letter(disposition="B", outlook=("下一步，我局将适时推进排水管网改造。",)),
        at="B",
        related=("下一步，我局将适时推进排水管网改造。",),
        note="B类，计划写“适时推进”",
    )
    yield Violates(
        Letter(disposition="B", outlook=("下一步，我局将待条件成熟后启动排水管网改造。",)),
        at="B",
        related=("下一步，我局将待条件成熟后启动排水管网改造。",),
        note="B类，计划待条件成熟",
    )


def passes() -> Iterable[Passes]:
    """Plans with a time or an organ, and classes that promise none."""
    from govreply.testing import Letter, Passes
    from govreply.testing.surface import Surface

    yield Passes(Letter(disposition="B", outlook=("下一步，我局将适时推进改造，2024年底前完成。",)), note="写明了时限")
    yield Passes(Letter(disposition="B", outlook=("下一步，将由区水务局负责，适时推进改造。",)), note="写明了责任单位")
    yield Passes(
        Letter(disposition="C", outlook=("下一步，我局将适时研究排水管网改造。",)), note="留作参考、解释说明类"
    )
    yield Passes(
        Letter(
            disposition="B",
            outlook=("下一步，我局将适时推进排水管网改造。",),
            surface=Surface(before=("秘密★10年",)),
        ),
        note="涉密件",
    )
    yield Passes(
        Letter(
            issuer="某某市水务局",
            document_number="某水函〔2023〕21号",
            disposition="B",
            outlook=("下一步，我局将适时推进排水管网改造。",),
        ),
        note="当地类别含义不详",
    )


RULE = Rule(
    name="class-plan-no-time",
    code="DSP004",
    family="disposition",
    severity=Severity.INFO,
    since="0.1.0",
    title=Bilingual("列入计划无时限", "Planned without a time"),
    explanation=Explanation(
        contradiction=Bilingual(
            "类别在当地表示“列入计划”，正文的计划只说适时、待条件成熟，没有时限也没有责任单位。",
            "By the place's profile the class means «planned», but the plan only says 适时 or 待条件成熟: no time, no organ in charge.",
        ),
        importance=Bilingual(
            "列入计划的件要跟踪，没有时限就无从跟踪。", "Planned items are followed up, which needs a time."
        ),
        silent=(
            Bilingual("有时限或责任单位的计划", "plans with a time or an organ in charge"),
            Bilingual("留作参考、解释说明的类别", "classes for reference or explanation"),
            Bilingual("涉密件", "classified letters"),
            Bilingual(
                "类别含义不详，或同时表示正在办理的地方", "places whose class is not known, or also means «under way»"
            ),
        ),
        grounds=Bilingual("类别定义；跟踪办理的要求", "What the class means; planned items are followed up"),
    ),
    needs=("disposition", "outcome.statements"),
    prescribed=("classes",),
    check=check,
    violates=violates,
    passes=passes,
)
