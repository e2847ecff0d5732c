"""Behind its definition a short form gives way to another one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import Reply
from govreply.rules.base import Context, Explanation, Place, Problem, Rule

if TYPE_CHECKING:
    from govreply.testing import Passes, Violates


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """One problem for each definition, at the first use of another shortening."""
    for alias in reply.naming.aliases:
        if not alias.variants:
            continue
        first = alias.variants[0]
        yield Problem(
            span=first.span,
            message=Bilingual(
                f"已定义简称“{alias.short}”，此处又称“{first.text}”（共{len(alias.variants)}处）",
                f"the short form is defined as “{alias.short}”; here it is “{first.text}” ({len(alias.variants)} times)",
            ),
            related=(Place(span=alias.span, label=Bilingual(f"定义：“{alias.text}”", f"defined: “{alias.text}”")),),
            suggestion=Bilingual(f"统一为“{alias.short}”", f"use “{alias.short}” throughout"),
        )


def violates() -> Iterable[Violates]:
    """Other shortenings."""
    from govreply.testing import Letter, Violates

    yield Violates(
        Letter(
            outlook=(
                "我局参与水资源使用权交易市场（以下简称水权交易市场）建设。",
                "下一步，我局将培育水权市场主体，推动水权市场规范运行，加强水权交易市场监管。",
            )
        ),
        at="水权市场",
        related=("水权交易市场",),
        note="定义水权交易市场后混用水权市场",
    )
    yield Violates(
        Letter(
            outlook=(
                "我局建设排水管网地理信息系统（以下简称管网信息系统）。",
                "下一步，我局将扩充管网系统功能，年底前管网系统全面联网。",
            )
        ),
        at="管网系统",
        related=("管网信息系统",),
        note="定义管网信息系统后混用管网系统",
    )


def passes() -> Iterable[Passes]:
    """The defined form, proper names and the full form."""
    from govreply.testing import Letter, Passes

    defined = "我局参与水资源使用权交易市场（以下简称水权交易市场）建设。"
    yield Passes(Letter(outlook=(defined, "下一步，我局将规范水权交易市场，活跃水权交易市场。")), note="前后一致")
    yield Passes(
        Letter(outlook=(defined, "下一步，我局将对接全国水权市场，融入全国水权市场，规范水权交易市场。")),
        note="政策专名“全国水权市场”",
    )
    yield Passes(
        Letter(outlook=(defined, "下一步，我局将规范水资源使用权交易市场，活跃水权交易市场。")), note="又用全称"
    )
    yield Passes(Letter(outlook=(defined, "下一步，我局将培育水权市场主体，规范水权交易市场。")), note="只有一处")


RULE = Rule(
    name="alias-variant-after-definition",
    code="PTY019",
    family="parties",
    severity=Severity.INFO,
    since="0.1.0",
    title=Bilingual("定义后另用别称", "Another short form behind the definition"),
    explanation=Explanation(
        contradiction=Bilingual(
            "定义了简称，下文又两处以上用另一种缩略。",
            "A short form is defined, and twice or more another one is used.",
        ),
        importance=Bilingual("读者会疑为两个概念。", "A reader may take them for two things."),
        silent=(
            Bilingual("政策专名（全国碳市场）", "proper names that hold the same words"),
            Bilingual("全称", "the full form"),
            Bilingual("只有一处", "a single place"),
            Bilingual("书名号内的简称", "short forms in title marks"),
        ),
        grounds=Bilingual("行文常识", "Common usage"),
    ),
    needs=("naming.aliases",),
    check=check,
    violates=violates,
    passes=passes,
)
