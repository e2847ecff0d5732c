"""One short form is defined twice, for two things."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import Alias, Reply
from govreply.rules.base import Context, Explanation, Place, Problem, Rule
from govreply.rules.compare.topics import core

if TYPE_CHECKING:
    from govreply.testing import Passes, Violates


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """One problem for each later definition that gives the short form another meaning."""
    first: dict[str, Alias] = {}
    for alias in reply.naming.aliases:
        earlier = first.setdefault(alias.short, alias)
        if earlier.full is None or alias.full is None or not _differ(earlier, alias):
            continue
        yield Problem(
            span=alias.span,
            message=Bilingual(
                f"简称“{alias.short}”此处指“{alias.full.text}”，前面已定义为“{earlier.full.text}”",
                f"“{alias.short}” stands for “{alias.full.text}” here and was defined as “{earlier.full.text}” before",
            ),
            related=(
                Place(
                    span=earlier.span,
                    label=Bilingual(f"前一定义：“{earlier.full.text}”", f"defined before: “{earlier.full.text}”"),
                ),
            ),
            suggestion=Bilingual("给其中一个另取简称", "give one of them another short form"),
        )


def _differ(left: Alias, right: Alias) -> bool:
    """Whether two full forms name different things: neither holds the other one."""
    if left.full is None or right.full is None or left.titled is not right.titled:
        return False
    ours, theirs = core(left.full.text), core(right.full.text)
    return bool(ours and theirs) and ours not in theirs and theirs not in ours


def violates() -> Iterable[Violates]:
    """One short form, two meanings."""
    from govreply.testing import Letter, Violates

    yield Violates(
        Letter(
            opening=("我局落实《武汉市排水条例》（以下简称《条例》），依照《条例》开展执法。",),
            outlook=("下一步，我局将宣传《武汉市湖泊保护条例》（以下简称《条例》），推动《条例》落地。",),
        ),
        at="《条例》",
        related=("《条例》",),
        note="两处《条例》指不同法规",
    )
    yield Violates(
        Letter(
            opening=("我局建设排水管网信息平台（以下简称信息平台），信息平台接入监测点36处。",),
            outlook=("下一步，我局将建设河湖水质信息服务平台（以下简称信息平台），信息平台年底联网。",),
        ),
        at="信息平台",
        related=("信息平台",),
        note="两个平台同用一个简称",
    )


def passes() -> Iterable[Passes]:
    """One meaning, or two short forms."""
    from govreply.testing import Letter, Passes

    opening = ("我局落实《武汉市排水条例》（以下简称《条例》），依照《条例》开展执法。",)
    yield Passes(Letter(opening=opening), note="定义一次")
    yield Passes(
        Letter(
            opening=opening,
            outlook=("下一步，我局将继续宣传《武汉市排水条例》（以下简称《条例》），推动《条例》落地。",),
        ),
        note="重复定义同一法规",
    )
    yield Passes(
        Letter(opening=opening, outlook=("下一步，我局将落实《排水条例》（以下简称《条例》），推动《条例》落地。",)),
        note="同一法规的短称",
    )
    yield Passes(
        Letter(
            opening=opening,
            outlook=("下一步，我局将宣传《武汉市湖泊保护条例》（以下简称《湖泊条例》），推动《湖泊条例》落地。",),
        ),
        note="两个简称不同",
    )


RULE = Rule(
    name="alias-duplicate-definition",
    code="PTY018",
    family="parties",
    severity=Severity.ERROR,
    since="0.1.0",
    title=Bilingual("同一简称两义", "One short form, two meanings"),
    explanation=Explanation(
        contradiction=Bilingual(
            "同一简称前后两次定义，所指不同。", "A short form is defined twice, for different things."
        ),
        importance=Bilingual(
            "后文的简称指哪一个，读者无从判断。", "A reader cannot tell which one is meant behind it."
        ),
        silent=(
            Bilingual("重复定义同一名称", "the same thing defined again"),
            Bilingual("全称一处长一处短", "a full form in a longer and a shorter writing"),
            Bilingual("起讫不明的全称", "full forms whose beginning cannot be told"),
            Bilingual("不同附件内各自的定义", "definitions in different attachments"),
        ),
        grounds=Bilingual("行文常识", "Common usage"),
    ),
    needs=("naming.aliases",),
    check=check,
    violates=violates,
    passes=passes,
)
