"""Term or session of the item differs between title, receipt sentence, form and opinion."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import Matter, Reply
from govreply.rules.base import Context, Explanation, Place, Problem, Rule
from govreply.rules.compare.items import mentions_of_item
from govreply.rules.compare.numbers import same_number
from govreply.rules.compare.odd import split_odd
from govreply.rules.compare.words import WHERE, labelled
from govreply.span import Span

if TYPE_CHECKING:
    from govreply.testing import Passes, Violates

_SESSION = Bilingual("届次", "session")


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """One problem for each session that disagrees with the usual one of the same item."""
    namings = [m for m in mentions_of_item(reply) if m.session is not None]
    usual, others = split_odd(namings, _agree)
    for first, *again in others:
        against = usual[0]
        yield Problem(
            span=_span(first),
            message=Bilingual(
                f"{WHERE[first.where].zh}写{_named(first)}，{WHERE[against.where].zh}写{_named(against)}，同一件只有一个届次",
                f"the {WHERE[first.where].en} says {_named(first)}, the {WHERE[against.where].en} says {_named(against)}; "
                "one item has one session",
            ),
            related=tuple(Place(span=_span(m), label=labelled(m.where, _SESSION, _named(m))) for m in (*again, *usual)),
            suggestion=Bilingual(
                "核对原提案的届次后统一", "look the session up in the item itself and use it throughout"
            ),
        )


def _agree(left: Matter, right: Matter) -> bool:
    if left.assembly and right.assembly and left.assembly.body is not right.assembly.body:
        return True  # People's Congress and CPPCC of one place count their sessions apart
    if left.number and right.number and not same_number(left.number.text, right.number.text):
        return True  # not the same item; proposal-number-mismatch speaks of it
    terms = {left.term, right.term} - {None}
    return left.session == right.session and len(terms) <= 1


def _span(mention: Matter) -> Span:
    return mention.session_text.span if mention.session_text else mention.span


def _named(mention: Matter) -> str:
    if mention.session_text:
        return mention.session_text.text
    return f"{mention.term}届{mention.session}次" if mention.term else f"{mention.session}次"


def violates() -> Iterable[Violates]:
    """Letters with two sessions for one item."""
    from govreply.testing import Form, Letter, Violates

    plain = Letter(number="0117")
    yield Violates(
        plain.but(receipt="您在市政协十四届一次会议上提出的《关于加强老旧小区雨污分流改造的建议》收悉，现答复如下："),
        at="十四届一次会议",
        related=("十四届二次会议",),
        note="题名二次会议，收悉句一次会议",
    )
    yield Violates(
        plain.but(form=Form(opinion="市政协十四届三次会议第0117号提案的答复收悉，表示满意。")),
        at="十四届三次会议",
        related=("十四届二次会议",),
        note="题名二次会议，意见栏三次会议",
    )


def passes() -> Iterable[Passes]:
    """Other sessions that are no drift."""
    from govreply.testing import Letter, Part, Passes

    yield Passes(
        Letter(
            receipt="您在市政协第十四届委员会第二次会议上提出的《关于加强老旧小区雨污分流改造的建议》收悉，现答复如下："
        ),
        note="同一届次的不同写法",
    )
    yield Passes(
        Letter(
            sections=(Part(heading="工作进展", paragraphs=("市政协十四届一次会议以来，我局持续推进排水管网改造。",)),)
        ),
        note="“某次会议以来”的回顾句",
    )
    yield Passes(
        Letter(opening=("今年市十五届人大三次会议和市政协十四届二次会议期间，代表委员对排水工作十分关注。",)),
        note="人大与政协届次并列，二者本就不同",
    )


RULE = Rule(
    name="session-drift",
    code="IDN005",
    family="identity",
    severity=Severity.ERROR,
    since="0.1.0",
    title=Bilingual("届次前后不一", "Session of the item differs"),
    explanation=Explanation(
        contradiction=Bilingual(
            "同一件提案（建议）的届或次，在题名、收悉句、征询意见表、意见栏之间不同。",
            "Term or session of one item differs between title, receipt sentence, form and opinion.",
        ),
        importance=Bilingual(
            "同一编号每届每次会议都会再用，届次写错就指向了另一件。",
            "Numbers start again with every session, so a wrong session points to another item.",
        ),
        silent=(
            Bilingual("“某次会议以来”一类回顾句", "sentences that look back to an earlier session"),
            Bilingual("并列的人大与政协届次", "sessions of People's Congress and CPPCC side by side"),
            Bilingual("编号也不同的另一件", "another item, with another number"),
        ),
        grounds=Bilingual("同一件只有一个届次", "One item belongs to one session"),
    ),
    needs=("mentions",),
    check=check,
    violates=violates,
    passes=passes,
)
