"""A short form is used before it is defined."""

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
    """One problem for each definition, at the first use before it."""
    for alias in reply.naming.aliases:
        if not alias.before or alias.in_title:
            continue
        first = alias.before[0]
        yield Problem(
            span=first.span,
            message=Bilingual(
                f"简称“{alias.short}”在此已经使用，后文才定义",
                f"the short form “{alias.short}” is used here and defined only later",
            ),
            related=(Place(span=alias.span, label=Bilingual(f"定义：“{alias.text}”", f"defined: “{alias.text}”")),),
            suggestion=Bilingual("把定义移到首次出现处", "define it where it first occurs"),
        )


def violates() -> Iterable[Violates]:
    """Uses before the definition."""
    from govreply.testing import Letter, Violates

    yield Violates(
        Letter(
            opening=("我局按照《方案》要求推进改造。",),
            outlook=(
                "下一步，我局将落实《武汉市老旧小区排水管网改造工作方案》（以下简称《方案》），对照《方案》验收。",
            ),
        ),
        at="《方案》",
        related=("《方案》",),
        note="首段已用《方案》，末段才定义",
    )
    yield Violates(
        Letter(
            opening=("我局建设管网信息系统，接入监测点36处。",),
            outlook=("下一步，我局将完善排水管网地理信息系统（以下简称管网信息系统），管网信息系统年底联网。",),
        ),
        at="管网信息系统",
        related=("管网信息系统",),
        note="首段已用，末段才定义",
    )


def passes() -> Iterable[Passes]:
    """Uses behind it, and quotations."""
    from govreply.testing import Letter, Passes

    defined = "下一步，我局将完善排水管网地理信息系统（以下简称管网信息系统），管网信息系统年底联网。"
    yield Passes(Letter(outlook=(defined,)), note="先定义后使用")
    yield Passes(
        Letter(opening=("您建议“尽快建成管网信息系统”，我局予以采纳。",), outlook=(defined,)), note="引语中出现"
    )
    yield Passes(Letter(topic="关于建设管网信息系统的建议", outlook=(defined,)), note="提案原题内出现")
    yield Passes(
        Letter(
            opening=("我局制定工作方案，明确改造任务。",),
            outlook=("下一步，我局将落实《武汉市排水管网改造工作方案》（以下简称《方案》），对照《方案》验收。",),
        ),
        note="通用词不作简称",
    )


RULE = Rule(
    name="alias-used-before-definition",
    code="PTY017",
    family="parties",
    severity=Severity.INFO,
    since="0.1.0",
    title=Bilingual("简称先用后定", "Short form used before its definition"),
    explanation=Explanation(
        contradiction=Bilingual("简称在“以下简称”之前已经出现。", "A short form occurs before 以下简称 defines it."),
        importance=Bilingual(
            "读者初见时不知所指；多为段落调换所致。",
            "A reader cannot know what is meant; mostly paragraphs were moved.",
        ),
        silent=(
            Bilingual("引语、文件题名和提案原题", "quotations, titles and the topic"),
            Bilingual("不带书名号的短词（方案、办法）", "short words of everyday language without title marks"),
        ),
        grounds=Bilingual("行文常识", "Common usage"),
    ),
    needs=("naming.aliases",),
    check=check,
    violates=violates,
    passes=passes,
)
