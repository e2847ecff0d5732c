"""One handler in one month names two leaders in charge."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Final

from govreply.batch.cross.base import CrossPlace, CrossProblem, CrossRule
from govreply.batch.cross.spool import Again, Group, Row
from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.rules.base import Explanation
from govreply.rules.compare.names import anonymised, plain_name
from govreply.span import Span

if TYPE_CHECKING:
    from govreply.batch.cross.examples import Passes, Violates
    from govreply.batch.cross.view import View

_LEADERS: Final = ("分管", "主管")
_HANDLERS: Final = ("经办", "承办", "联系人", "具体", "联络", "办理人", "对接人")


def check(view: View) -> Iterator[CrossProblem]:
    """One problem for each handler and month, with every document."""
    for group in view.sorted(_pairs(view), by=3).groups(least=2):
        leaders = list(dict.fromkeys(leader for _, _, leader, _, _ in group))
        if len(leaders) > 1:
            yield _problem(group, leaders)


def _pairs(view: View) -> Iterator[Row]:
    """Organ, handler and month of each letter, its leader and where.

    Letters with several leaders or handlers do not tell who belongs to whom.
    """
    query = (
        'SELECT c.input, r.rank, c.name, c.unit, c.role, c.start, c."end", d.date FROM contacts c'
        " JOIN documents d ON d.input = c.input JOIN temp.ranks r ON r.id = c.input WHERE d.is_reply AND c.name IS NOT NULL"
        " AND c.unit IS NOT NULL AND c.role IS NOT NULL AND d.date IS NOT NULL ORDER BY c.input, c.ordinal"
    )
    for key, rows in groupby(view.rows(query), key=lambda row: int(row["input"])):
        leaders: dict[str, Span] = {}
        handlers: set[str] = set()
        for row in rows:
            name = plain_name(row["name"])
            if anonymised(name):
                continue
            if row["role"].startswith(_LEADERS):
                leaders.setdefault(name, Span(row["start"], row["end"]))
            elif row["role"].startswith(_HANDLERS):
                handlers.add(name)
        if len(leaders) == 1 and len(handlers) == 1:
            ((leader, span),) = leaders.items()
            yield (row["unit"], *handlers, row["date"][:7], row["rank"], key, leader, span.start, span.end)


def _problem(group: Group, leaders: list[str]) -> CrossProblem:
    unit, handler, month = group.key
    year, number = month.split("-")
    return CrossProblem(
        message=Bilingual(
            f"{unit}由{handler}经办的几件，{year}年{int(number)}月的分管领导不同：{'、'.join(leaders)}",
            f"what {handler} of {unit} handled in {month} has several leaders in charge: {', '.join(leaders)}",
        ),
        places=Again(lambda: (_place(key, leader, Span(start, end)) for _, key, leader, start, end in group)),
        suggestion=Bilingual("核对分管领导", "ask who is in charge"),
    )


def _place(key: int, leader: str, span: Span) -> CrossPlace:
    return CrossPlace(label=Bilingual(f"分管领导：{leader}", f"in charge: {leader}"), input=key, span=span)


def violates() -> Iterable[Violates]:
    """Two leaders above one handler."""
    from govreply.batch.cross.examples import Bundle, Violates
    from govreply.batch.cross.letters import another, first, third

    def under(leader: str) -> tuple[tuple[str, str], ...]:
        return (("分管领导", leader), ("经办人", "方晓岚"), ("联系电话", "027-85550136"))

    yield Violates(
        Bundle(files={"a.md": first(contacts=under("贺文远")), "b.md": another(contacts=under("贺文达"))}),
        at=(("a.md", "分管领导：贺文远"), ("b.md", "分管领导：贺文达")),
        note="同一经办人，两位分管领导一字之差",
    )
    yield Violates(
        Bundle(
            files={
                "a.md": first(contacts=under("贺文远")),
                "b.md": another(contacts=under("贺文远")),
                "c.md": third(contacts=under("施以宁")),
            }
        ),
        at=(("a.md", "分管领导：贺文远"), ("b.md", "分管领导：贺文远"), ("c.md", "分管领导：施以宁")),
        note="三件之中一件不同",
    )


def passes() -> Iterable[Passes]:
    """Deputies who share the work, and changes in office."""
    from govreply.batch.cross.examples import Bundle, Passes
    from govreply.batch.cross.letters import another, first

    def under(leader: str, handler: str = "方晓岚") -> tuple[tuple[str, str], ...]:
        return (("分管领导", leader), ("经办人", handler), ("联系电话", "027-85550136"))

    mine = first(contacts=under("贺文远"))
    yield Passes(Bundle(files={"a.md": mine, "b.md": another(contacts=under("贺文远"))}), note="同一位分管领导")
    yield Passes(
        Bundle(files={"a.md": mine, "b.md": another(contacts=under("施以宁", "郑以恒"))}),
        note="几位副职各管一摊，经办人不同",
    )
    yield Passes(
        Bundle(files={"a.md": mine, "b.md": another(contacts=under("施以宁"), date="2023年9月4日")}),
        note="三个月后换了人",
    )
    yield Passes(
        Bundle(files={"a.md": mine, "b.md": another(contacts=under("施以宁"), issuer="武汉市财政局")}), note="两个单位"
    )


RULE = CrossRule(
    name="leader-conflict",
    code="BAT008",
    severity=Severity.INFO,
    since="0.1.0",
    title=Bilingual("同期分管领导不一", "Two leaders in charge at one time"),
    explanation=Explanation(
        contradiction=Bilingual(
            "同一单位、同一经办人、同一个月的几份答复，所写的分管领导不是同一人。",
            "Replies of one month that one handler of one organ wrote name different leaders in charge.",
        ),
        importance=Bilingual(
            "多半是套用旧稿没有改，或姓名写错。", "Most often an old letter was copied, or a name is wrong."
        ),
        silent=(
            Bilingual("几位副职分工，经办人也不同", "deputies who share the work, with handlers of their own"),
            Bilingual("不同月份，可能调整分工", "other months: duties change"),
        ),
        grounds=Bilingual("前后一致", "Consistency"),
    ),
    check=check,
    violates=violates,
    passes=passes,
)
