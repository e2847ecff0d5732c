"""The letter is dated before the session opened at which its item was handed in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import DateText, Matter, Reply
from govreply.rules.base import Context, Explanation, Place, Problem, Rule
from govreply.rules.compare.dated import signed_day
from govreply.rules.compare.items import BETWEEN_SESSIONS, said
from govreply.rules.compare.sittings import session_of

if TYPE_CHECKING:
    from govreply.testing import Passes, Violates


_AHEAD = ("预办", "会前", "提前")  # some places begin before the session
_GAP = 2  # years


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """At most one problem, on the date."""
    date = signed_day(reply)
    if date is None or said(reply, *BETWEEN_SESSIONS, *_AHEAD):
        return
    # an earlier item beside a later one may have been answered before the later session: all of them must be too late
    problems = [_problem(matter, date, reply) for matter in reply.matters or filter(None, (reply.matter,))]
    if problems and all(problems):
        yield from filter(None, problems[:1])


def _problem(matter: Matter, date: DateText, reply: Reply) -> Problem | None:
    fact = session_of(matter, reply)
    word = matter.kind_word.text if matter.kind_word else ""
    if fact is None or date.iso is None or date.iso >= fact.opened or any(w in word for w in BETWEEN_SESSIONS):
        return None
    if date.iso.startswith(fact.opened):  # only year or month of the session are known
        return None
    if fact.source != "table" and fact.year - (date.year or 0) > _GAP:
        return None  # no such session has been held: the number of the term is wrong, not the date
    named = matter.session_text.text if matter.session_text else f"{matter.term}届{matter.session}次会议"
    return Problem(
        span=date.span,
        message=Bilingual(
            f"成文日期{date.text}早于{named}开幕（{fact.opened}）",
            f"the letter is dated {date.text}, before {named} opened ({fact.opened})",
        ),
        related=(
            (
                Place(
                    span=matter.session_text.span,
                    label=Bilingual(f"届次：{fact.opened} 召开", f"session: opened {fact.opened}"),
                ),
            )
            if matter.session_text
            else ()
        ),
        severity=None if fact.source == "table" else Severity.WARNING,
        suggestion=Bilingual("核对成文日期和届次", "check date and session"),
    )


def violates() -> Iterable[Violates]:
    """Letters before their session."""
    from govreply.testing import Letter, Violates

    yield Violates(
        Letter(date="2022年11月30日"),
        at="2022年11月30日",
        related=("十四届二次会议",),
        note="十四届二次会议2023年1月4日开幕",
    )
    yield Violates(
        Letter(assembly="全国政协", term=14, session=5, number="00117", date="2026年6月12日", document_number=None),
        at="2026年6月12日",
        related=("十四届五次会议",),
        note="会期表没有的届次，按一年一次推算",
        severity=Severity.WARNING,
    )


def passes() -> Iterable[Passes]:
    """Letters after their session, and items that need none."""
    from govreply.testing import Letter, Passes

    yield Passes(Letter(), note="成文在会后")
    yield Passes(Letter(date="2023年1月4日"), note="会议开幕当天")
    yield Passes(
        Letter(
            date="2022年11月30日",
            document_number="武水函〔2022〕21号",
            number="117",
            receipt="您在会后提出的平时提案《关于加强老旧小区雨污分流改造的建议》收悉，现答复如下：",
        ),
        note="闭会期间提出的件",
    )
    yield Passes(
        Letter(
            date="2022年12月30日",
            document_number=None,
            number="117",
            receipt="您的提案《关于加强老旧小区雨污分流改造的建议》在会前预办中收悉，现答复如下：",
        ),
        note="会前预办",
    )
    yield Passes(Letter(issuer="明河市水务局", number="117", date="2022年11月30日"), note="会期表未收录的地方")


RULE = Rule(
    name="date-before-session",
    code="DAT004",
    family="dates",
    severity=Severity.ERROR,
    since="0.1.0",
    title=Bilingual("成文早于会议", "Letter before the session"),
    explanation=Explanation(
        contradiction=Bilingual(
            "成文日期早于所答提案、建议所属会议的开幕日。",
            "The letter is dated before the session opened to which the item belongs.",
        ),
        importance=Bilingual(
            "不能答复还没有提出的件，日期或届次必有一错。",
            "What was not yet handed in cannot be answered: date or session is wrong.",
        ),
        silent=(
            Bilingual("平时提案、闭会期间建议", "items handed in between sessions"),
            Bilingual("写明会前预办", "letters that say that handling began before the session"),
            Bilingual(
                "会期表未收录的地方；按一年一次推算的只作警告",
                "places that the table of sessions does not hold; years reckoned at one session a year give a warning",
            ),
            Bilingual("编号、届次不符已由别的规则指出", "a session that another rule has found wrong"),
        ),
        grounds=Bilingual("各级政协、人大会议的公开会期", "Published dates of the sessions of the assemblies"),
    ),
    needs=("matter", "signature"),
    yields_to=("proposal-year-session-mismatch", "session-drift", "document-year-session-mismatch"),
    check=check,
    violates=violates,
    passes=passes,
)
