"""A short form is defined and never used."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import Reply
from govreply.rules.base import Context, Explanation, Problem, Rule

if TYPE_CHECKING:
    from govreply.testing import Passes, Violates


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """One problem for each definition whose short form does not come back."""
    for alias in reply.naming.aliases:
        if alias.after or alias.in_title:
            continue
        yield Problem(
            span=alias.span,
            message=Bilingual(
                f"定义了简称“{alias.short}”，下文却再未使用",
                f"“{alias.short}” is defined as a short form and never used",
            ),
            suggestion=Bilingual(
                "删去“以下简称”，或检查下文是否漏改", "drop the definition, or look for what should use it"
            ),
        )


def violates() -> Iterable[Violates]:
    """Definitions without use."""
    from govreply.testing import Letter, Violates

    yield Violates(
        Letter(outlook=("下一步，我局将编制了《武汉市老旧小区排水管网改造工作方案》（以下简称《方案》）。",)),
        at="《方案》",
        note="定义《方案》之后不再出现",
    )
    yield Violates(
        Letter(outlook=("下一步，我局将健全排水管网地理信息系统（以下简称管网信息系统），加强日常管护。",)),
        at="管网信息系统",
        note="定义之后不再出现",
    )


def passes() -> Iterable[Passes]:
    """Definitions that are used."""
    from govreply.testing import Letter, Passes

    yield Passes(
        Letter(
            outlook=(
                "下一步，我局将编制了《武汉市老旧小区排水管网改造工作方案》（以下简称《方案》）。各区按照《方案》实施改造。",
            )
        ),
        note="用过一次",
    )
    yield Passes(
        Letter(outlook=("下一步，我局将健全排水管网地理信息系统（以下简称管网信息系统）。管网信息系统年底建成。",)),
        note="下文用到",
    )
    yield Passes(
        Letter(receipt="您提出的《关于加强老旧小区雨污分流改造的建议》（以下简称《建议》）收悉，现答复如下："),
        note="收悉句题名后的定义",
    )
    yield Passes(
        Letter(outlook=("下一步，我局将推进源网荷储一体化（简称“源网荷储”）项目。",)), note="只说明简称，没有“以下”"
    )


RULE = Rule(
    name="alias-defined-unused",
    code="PTY016",
    family="parties",
    severity=Severity.INFO,
    since="0.1.0",
    title=Bilingual("以下简称悬空", "Short form never used"),
    explanation=Explanation(
        contradiction=Bilingual(
            "写了“以下简称……”，下文再未出现该简称。", "A short form is defined with 以下简称 and does not come back."
        ),
        importance=Bilingual("多为删改后的残留。", "It is mostly left over from an earlier text."),
        silent=(
            Bilingual("用过一次即可，书名号可有可无", "one use is enough, with or without title marks"),
            Bilingual("题名和收悉句中提案题名的定义", "definitions in the title and behind the topic"),
            Bilingual("没有“以下”二字的简称说明", "explanations without 以下"),
        ),
        grounds=Bilingual("行文常识", "Common usage"),
    ),
    needs=("naming.aliases",),
    yields_to=("alias-variant-after-definition",),
    check=check,
    violates=violates,
    passes=passes,
)
