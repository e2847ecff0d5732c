"""One item number stands under two sessions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.batch.cross.answers import other_topic, serial_of
from govreply.batch.cross.base import CrossPlace, CrossProblem, CrossRule
from govreply.batch.cross.spool import Group, Row
from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import Matter, Reply
from govreply.rules.base import Explanation
from govreply.rules.compare.sittings import seat_of

if TYPE_CHECKING:
    from govreply.batch.cross.examples import Passes, Violates
    from govreply.batch.cross.view import View

_MOST = 50  # documents that can speak of one item


def check(view: View) -> Iterator[CrossProblem]:
    """One problem for each item, with every document that names it."""
    for rows in view.sorted(_numbered(view), by=4).groups(least=2):
        if len(rows) <= _MOST:
            yield from _conflicts(view, rows)


def _numbered(view: View) -> Iterator[Row]:
    """Kind of assembly and item, year and serial, and the document."""
    query = (
        "SELECT m.body, m.kind, m.year, m.number, r.rank, m.ordinal, m.input FROM matters m"
        " JOIN documents d ON d.input = m.input JOIN temp.ranks r ON r.id = m.input"
        " WHERE d.is_reply AND m.number IS NOT NULL AND m.body IS NOT NULL AND m.year IS NOT NULL"
        " AND m.session_term IS NOT NULL AND m.session_meeting IS NOT NULL"
    )
    for body, kind, year, number, *others in view.rows(query):
        serial = serial_of(number)
        if serial is not None:
            yield (body, kind, year, serial, *others)


def _conflicts(view: View, rows: Group) -> Iterator[CrossProblem]:
    """Number and topic both agree, at one assembly; a number alone begins anew with each session."""
    groups: list[list[tuple[int, Matter, str | None]]] = []
    for _, ordinal, key in rows:
        reply = view.reply(key)
        matter = _matters(reply)[ordinal]
        item = (key, matter, seat_of(matter, reply).place)
        home = next((group for group in groups if _one_item(group[0], item)), None)
        if home is None:
            groups.append([item])
        else:
            home.append(item)
    for group in groups:
        sessions = {(matter.term, matter.session) for _, matter, _ in group}
        if len(sessions) > 1 and len({key for key, _, _ in group}) > 1:
            yield _problem(group, sorted(sessions))


def _one_item(left: tuple[int, Matter, str | None], right: tuple[int, Matter, str | None]) -> bool:
    ours, theirs = left[1], right[1]
    if left[2] is None or left[2] != right[2] or ours.title is None or theirs.title is None:
        return False
    return not other_topic(ours.title.text, theirs.title.text)


def _problem(
    group: list[tuple[int, Matter, str | None]], sessions: list[tuple[int | None, int | None]]
) -> CrossProblem:
    first = group[0][1]
    number = first.number.text if first.number else ""
    zh = "、".join(f"{term}届{session}次" for term, session in sessions)
    en = ", ".join(f"term {term} session {session}" for term, session in sessions)
    return CrossProblem(
        message=Bilingual(
            f"同一件（第{number}号，同题）在几份文件中届次不同：{zh}",
            f"one item (number {number}, one topic) stands under several sessions: {en}",
        ),
        places=tuple(
            CrossPlace(
                label=Bilingual(f"{matter.term}届{matter.session}次", f"term {matter.term} session {matter.session}"),
                input=key,
                span=(matter.session_text or matter).span,
            )
            for key, matter, _ in group
        ),
        suggestion=Bilingual("按提案原件核对届次", "compare with the item itself"),
    )


def _matters(reply: Reply) -> tuple[Matter, ...]:
    return reply.matters or tuple(filter(None, (reply.matter,)))


def violates() -> Iterable[Violates]:
    """One item under two sessions."""
    from govreply.batch.cross.examples import Bundle, Violates
    from govreply.batch.cross.letters import first

    parks = {"issuer": "武汉市园林和林业局", "document_number": "武园林函〔2023〕8号"}
    yield Violates(
        Bundle(files={"a.md": first(), "b.md": first(session=3, **parks)}),
        at=(("a.md", "十四届二次会议"), ("b.md", "十四届三次会议")),
        note="同一提案，一件写二次会议，一件写三次会议",
    )
    yield Violates(
        Bundle(files={"a.md": first(number="117"), "b.md": first(number="117", term=13, **parks)}),
        at=(("a.md", "十四届二次会议"), ("b.md", "十三届二次会议")),
        note="届别不同",
    )


def passes() -> Iterable[Passes]:
    """Numbers that begin anew, and assemblies that count for themselves."""
    from govreply.batch.cross.examples import Bundle, Passes
    from govreply.batch.cross.letters import another, first
    from govreply.model import AddresseeKind

    yield Passes(Bundle(files={"a.md": first(), "b.txt": first()}), note="届次相同")
    yield Passes(
        Bundle(files={"a.md": first(number="117"), "b.md": another(number="117", session=1)}),
        note="上次会议的同号提案，题目不同",
    )
    yield Passes(
        Bundle(
            files={
                "a.md": first(number="117"),
                "b.md": first(
                    number="117",
                    assembly="市人大",
                    kind_word="建议",
                    term=15,
                    honorific="代表",
                    addressee_kind=AddresseeKind.PERSON,
                    document_number="武水函〔2023〕22号",
                ),
            }
        ),
        note="政协提案与人大建议同号同题，届次各自计算",
    )
    yield Passes(
        Bundle(files={"a.md": first(number="117"), "b.md": first(number="117", session=3, date="2024年6月12日")}),
        note="两年各一件",
    )


RULE = CrossRule(
    name="session-conflict-batch",
    code="BAT005",
    severity=Severity.WARNING,
    since="0.1.0",
    title=Bilingual("同号异届次", "One number under two sessions"),
    explanation=Explanation(
        contradiction=Bilingual(
            "同一年的几份文件所答是同一件（同号、同题、同一会议机构），届次却不同。",
            "Several documents of one year answer one item (one number, one topic, one assembly) and give different sessions.",
        ),
        importance=Bilingual(
            "编号按会议从头编起；届次写错，就成了另一件。",
            "Numbers begin anew with each session; under a wrong one it is another item.",
        ),
        silent=(
            Bilingual("政协提案与人大建议各自编届次", "the two assemblies, which count for themselves"),
            Bilingual("不同会议的同号提案，题目不同", "other items that have the number in another session"),
        ),
        grounds=Bilingual("提案编号规则", "How items are numbered"),
    ),
    check=check,
    violates=violates,
    passes=passes,
)
