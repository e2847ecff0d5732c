"""The reply's own number carries a year before the session that the item was handed in at, or long after it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.lexicon.sessions import SessionFact
from govreply.model import DocumentNumber, Level, Matter, Reply
from govreply.rules.base import Context, Explanation, Place, Problem, Rule
from govreply.rules.compare.items import BETWEEN_SESSIONS, said
from govreply.rules.compare.numbers import year_prefix
from govreply.rules.compare.sittings import seat_of, session_of

if TYPE_CHECKING:
    from govreply.testing import Passes, Violates

_LONG_AFTER = 2  # years
_CERTAIN_LENGTHS = (7, 8)


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """At most one problem, on the number."""
    number, matter = reply.document_number, reply.matter
    if number is None or number.year is None or matter is None or said(reply, *BETWEEN_SESSIONS):
        return
    fact = session_of(matter, reply)
    if fact is None:
        yield from _by_item_number(number, matter)
        return
    certain = fact.source == "table" or seat_of(matter, reply).level is Level.NATIONAL
    if number.year < int(fact.opened[:4]):
        severity = None if certain else Severity.WARNING
        yield _problem(number, matter, fact, severity, Bilingual("早于", "before"))
    elif number.year > fact.year and reply.timing.follow_up is None:
        late = number.year - fact.year >= _LONG_AFTER
        severity = Severity.WARNING if late and certain else Severity.INFO
        yield _problem(number, matter, fact, severity, Bilingual("晚于", "after"))


def _problem(
    number: DocumentNumber, matter: Matter, fact: SessionFact, severity: Severity | None, how: Bilingual
) -> Problem:
    session = matter.session_text
    named = session.text if session else f"{matter.term}届{matter.session}次会议"
    return Problem(
        span=number.span,
        message=Bilingual(
            f"文号“{number.text}”的年份{how.zh}{named}所属的{fact.year}年",
            f"the year of “{number.text}” lies {how.en} {fact.year}, the year of {named}",
        ),
        related=(
            Place(
                span=session.span if session else matter.span,
                label=Bilingual(f"届次：{fact.opened} 召开", f"session: opened {fact.opened}"),
            ),
        ),
        severity=severity,
        suggestion=Bilingual(
            "核对发文登记和原件届次；隔年的跟踪、再次答复宜在文中写明",
            "look up the register and the session; a further answer in a later year should say that it is one",
        ),
    )


def _by_item_number(number: DocumentNumber, matter: Matter) -> Iterator[Problem]:
    """Without a known session the item's own number may tell the year before which nobody could answer."""
    item = matter.number
    year = year_prefix(item.text) if item is not None and len(item.text) in _CERTAIN_LENGTHS else None
    if item is None or year is None or number.year is None or number.year >= year:
        return
    yield Problem(
        span=number.span,
        message=Bilingual(
            f"文号“{number.text}”的年份早于第{item.text}号所属的{year}年",
            f"the year of “{number.text}” lies before {year}, the year of item {item.text}",
        ),
        related=(Place(span=item.span, label=Bilingual(f"编号年份：{year}", f"year of the item: {year}")),),
        severity=Severity.WARNING,
        suggestion=Bilingual("核对发文登记和原件编号", "look up the register and the number of the item"),
    )


def violates() -> Iterable[Violates]:
    """Replies numbered before their item existed, or years later."""
    from govreply.testing import Letter, Violates

    yield Violates(
        Letter(document_number="武水函〔2022〕21号"),
        at="武水函〔2022〕21号",
        related=("十四届二次会议",),
        note="2022年的文号答复2023年会议的提案",
    )
    yield Violates(
        Letter(document_number="武水函〔2024〕21号", date="2024年3月4日"),
        at="武水函〔2024〕21号",
        related=("十四届二次会议",),
        note="隔年文号，仅作提示",
        severity=Severity.INFO,
    )
    yield Violates(
        Letter(document_number="武水函〔2025〕21号", date="2025年3月4日"),
        at="武水函〔2025〕21号",
        related=("十四届二次会议",),
        note="会后两年的文号",
        severity=Severity.WARNING,
    )
    yield Violates(
        Letter(
            issuer="某某市水务局",
            document_number="某水函〔2022〕21号",
            number="20230117",
        ),
        at="某水函〔2022〕21号",
        related=("20230117",),
        note="会期不详，但编号属2023年",
        severity=Severity.WARNING,
    )


def passes() -> Iterable[Passes]:
    """Numbers of the session's year, and of later years where that is right."""
    from govreply.testing import Letter, Passes

    yield Passes(Letter(), note="文号与会议同年")
    yield Passes(
        Letter(issuer="湘潭市水务局", document_number="潭水函〔2023〕9号", term=13, session=2, number="20230085"),
        note="上年12月召开的会议，次年文号",
    )
    yield Passes(
        Letter(
            document_number="武水函〔2025〕21号",
            date="2025年3月4日",
            opening=("现将该提案的跟踪办理答复情况补充如下，有关工作已于2024年完成。",),
        ),
        note="跟踪办理的再次答复",
    )
    yield Passes(
        Letter(
            document_number="武水函〔2024〕21号",
            date="2024年3月4日",
            receipt="您在闭会期间提出的《关于加强老旧小区雨污分流改造的建议》收悉，现答复如下：",
        ),
        note="闭会期间提出的件",
    )
    yield Passes(
        Letter(issuer="某某市水务局", document_number="某水函〔2022〕21号", number="117"),
        note="会期表未收录，编号不带年份",
    )


RULE = Rule(
    name="document-year-session-mismatch",
    code="IDN003",
    family="identity",
    severity=Severity.ERROR,
    since="0.1.0",
    title=Bilingual("文号年份与届次年份不符", "Year of the document number against the session"),
    explanation=Explanation(
        contradiction=Bilingual(
            "本件文号的年份早于所答复会议的年份；晚一年作提示，晚两年以上作警告。会议年份靠推算得出的，降一级。",
            "The year in the reply's own number lies before the session of the item. One year later is a hint, two or more a "
            "warning. Where the session's year is only reckoned it is one grade milder.",
        ),
        importance=Bilingual(
            "先有提案后有答复；文号年份写错，登记、查重和归档年度都会错。",
            "Nobody answers what is not yet handed in; a wrong year misfiles the letter.",
        ),
        silent=(
            Bilingual("上年12月召开的会议", "sessions that opened in December of the year before"),
            Bilingual(
                "写明再次答复、跟踪办理的隔年文号", "later years where the letter says that it is a further answer"
            ),
            Bilingual("闭会期间、平时提出的件", "items handed in between sessions"),
            Bilingual(
                "会期表没有的会议，编号又不带年份", "sessions that are not known, with item numbers that tell no year"
            ),
        ),
        grounds=Bilingual(
            "成文不能早于提出；各级政协、人大的公开会期", "A reply follows its item; published dates of sessions"
        ),
    ),
    needs=("document_number", "matter"),
    yields_to=("proposal-year-session-mismatch", "session-number-implausible", "session-drift"),
    check=check,
    violates=violates,
    passes=passes,
)
