"""A session or a term that no assembly of that kind has had."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.lexicon.sessions import term_at
from govreply.model import Body, Level, Matter, Reply
from govreply.rules.base import Context, Explanation, Problem, Rule
from govreply.rules.compare.items import mentions_of_item
from govreply.rules.compare.sittings import Seat, seat_of

if TYPE_CHECKING:
    from govreply.testing import Passes, Violates

_MOST_SESSIONS = 7  # 佳县 had seven in one term, its change of term being put off
_HIGHEST_TERM = 25  # of any assembly by the middle of the century
_TERM_ERROR = 2  # how far the reckoning of terms may be off


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """One problem for each session that cannot be."""
    seen: set[tuple[int | None, int | None]] = set()
    for mention in mentions_of_item(reply):
        key = (mention.term, mention.session)
        reason = _reason(mention, reply)
        if reason is None or key in seen:
            continue
        seen.add(key)
        place = mention.session_text
        yield Problem(
            span=place.span if place else mention.span,
            message=reason,
            suggestion=Bilingual("核对原件的届次", "look up term and session of the item"),
        )


def _reason(mention: Matter, reply: Reply) -> Bilingual | None:
    seat = seat_of(mention, reply)
    term, session = mention.term, mention.session
    if session is not None and (session == 0 or (session > _MOST_SESSIONS and _is_bounded(seat))):
        return Bilingual(
            f"一届不会有第{session}次会议（至多见过{_MOST_SESSIONS}次）",
            f"no term has a session {session}; {_MOST_SESSIONS} is the most that is known",
        )
    if term is None:
        return None
    year = _year(reply)
    expected = term_at(seat.body, seat.place, seat.level, year) if year is not None else None
    if expected is not None and abs(term - expected) > _TERM_ERROR:
        where = "全国" if seat.level is Level.NATIONAL else seat.place
        return Bilingual(
            f"{year}年前后{where}应是{expected}届，不会是{term}届",
            f"about {year} the term of {where} is {expected}, not {term}",
        )
    if not 1 <= term <= _HIGHEST_TERM:
        return Bilingual(f"没有{term}届的政协或人大", f"no assembly has had a term {term}")
    return None


def _is_bounded(seat: Seat) -> bool:
    """Townships meet twice a year; there is no CPPCC below the county."""
    return seat.body is Body.CPPCC or seat.level not in (None, Level.TOWNSHIP)


def _year(reply: Reply) -> int | None:
    if reply.signature is not None and reply.signature.date:
        return int(reply.signature.date[:4])
    return reply.document_number.year if reply.document_number is not None else None


def violates() -> Iterable[Violates]:
    """Sessions and terms out of reach."""
    from govreply.testing import Letter, Violates

    yield Violates(Letter(session=9), at="十四届九次会议", note="市政协一届没有九次会议")
    yield Violates(
        Letter(
            assembly="全国政协",
            issuer="教育部",
            document_number="教提案〔2023〕21号",
            term=24,
            session=1,
            number="01836",
        ),
        at="二十四届一次会议",
        note="2023年全国政协是十四届",
    )
    yield Violates(Letter(term=4, number="117"), at="四届二次会议", note="2023年武汉市政协是十四届")


def passes() -> Iterable[Passes]:
    """Sessions beyond the usual five that did take place."""
    from govreply.testing import Letter, Passes

    yield Passes(Letter(), note="常见届次")
    yield Passes(
        Letter(
            assembly="区政协",
            issuer="西安区教育局",
            document_number="西教函〔2024〕5号",
            term=9,
            session=4,
            number="12",
            date="2024年5月8日",
        ),
        note="西安区不是西安市",
    )
    yield Passes(
        Letter(
            assembly="县人大",
            issuer="佳县水利局",
            document_number="佳水函〔2020〕9号",
            term=18,
            session=7,
            number="45",
            kind_word="建议",
            honorific="代表",
            date="2020年9月1日",
            copies=("县人大常委会代表工作委员会",),
        ),
        note="县级换届推后，七次会议",
    )
    yield Passes(
        Letter(
            assembly="镇人大",
            issuer="云溪镇人民政府",
            document_number="云政函〔2023〕9号",
            term=12,
            session=9,
            number="7",
            kind_word="建议",
            honorific="代表",
            copies=("镇人大主席团",),
        ),
        note="乡镇人大一年开两次，有九次会议",
    )
    yield Passes(
        Letter(
            assembly="市人大",
            term=15,
            session=5,
            number="20250117",
            document_number="武水函〔2025〕21号",
            date="2025年6月12日",
            kind_word="建议",
            honorific="代表",
            copies=("市人大常委会代表工作委员会",),
        ),
        note="同城人大比政协多开一次",
    )


RULE = Rule(
    name="session-number-implausible",
    code="IDN004",
    family="identity",
    severity=Severity.WARNING,
    since="0.1.0",
    title=Bilingual("届次数值不合理", "Session or term out of reach"),
    explanation=Explanation(
        contradiction=Bilingual(
            "会议次数是零或超过七次，或届数与当地会期表按五年一届推出的届数相差两届以上。",
            "Session 0 or beyond 7, or a term more than two away from what the table of sessions gives at five years a term.",
        ),
        importance=Bilingual(
            "届次写错，就找不到所答复的原件。", "With a wrong session the item answered cannot be found."
        ),
        silent=(
            Bilingual(
                "换届推后开出的六次、七次会议", "sixth and seventh sessions where the change of term was put off"
            ),
            Bilingual("同城人大与政协次数不同", "People's Congress and CPPCC of one city at different counts"),
            Bilingual("乡镇人大，一年开两次", "People's Congresses of townships, which meet twice a year"),
            Bilingual(
                "会期表没有的地方，只看届数是否在1至25之间", "places without a table, where only terms beyond 25 count"
            ),
        ),
        grounds=Bilingual("各级会议的公开会期", "Published dates of sessions"),
    ),
    needs=("matter",),
    check=check,
    violates=violates,
    passes=passes,
)
