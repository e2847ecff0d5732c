"""When an assembly's session opened: a table of facts, and for the national bodies arithmetic."""

from __future__ import annotations

from functools import cache
from typing import Final, Literal

from attrs import frozen

from govreply.lexicon.places import short_name
from govreply.lexicon.tables import read_table
from govreply.model import Body, Level

NATIONAL: Final = "全国"
_BODIES: Final = {"cppcc": (Body.CPPCC,), "pc": (Body.NPC,), "both": (Body.CPPCC, Body.NPC)}
_NATIONAL_ZERO: Final = 1953  # a national term sits from 1953 + 5 × term
_FIRST_CERTAIN_TERM: Final = 6  # since 1983 every national term has had five sessions, one a year


@frozen
class SessionFact:
    """What is known of one session.

    Attributes:
        opened: ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``, as far as known.
        year: the year that proposal numbers of the session carry; a session opened in December counts to the next year.
        confidence: ``H``, ``M`` or ``L`` (high, medium, low).
        source: ``table``, or ``arithmetic`` where only the rule of one session a year is known.
    """

    opened: str
    year: int
    confidence: str
    source: Literal["table", "arithmetic"]


def session_year(
    body: Body | None, place: str | None, level: Level | None, term: int, session: int
) -> SessionFact | None:
    """The session of `body` at `place` (武汉市 or 武汉); ``None`` where nothing certain is known.

    Both national bodies meet together, so there `body` may be ``None``, and sessions outside the table follow from
    arithmetic (1952 + 5 × term + session, terms from the sixth on). Elsewhere only the table speaks.
    """
    if level is Level.NATIONAL or place == NATIONAL:
        return _table().get((Body.CPPCC, NATIONAL, term, session)) or _national(term, session)
    if body is None or place is None:
        return None
    region = _region(place)
    return _table().get((body, region, term, session)) or _same_term(body, region, term, session)


def term_at(body: Body | None, place: str | None, level: Level | None, year: int) -> int | None:
    """About which term (届) sits in `year`, reckoned at five years from the nearest known session; ``None`` where none is.

    Terms differ in length, so far from a known session this may be one off.
    """
    if level is Level.NATIONAL or place == NATIONAL:
        return (year - _NATIONAL_ZERO) // 5
    if body is None or place is None:
        return None
    region = _region(place)
    known = [(fact.year - key[3] + 1, key[2]) for key, fact in _table().items() if key[:2] == (body, region)]
    if not known:
        return None
    first, term = min(known, key=lambda row: abs(row[0] - year))
    return term + (year - first) // 5


def _region(place: str) -> str:
    """The region of the table that `place` is; a district (西安区) is not the city that shares its name (西安)."""
    name = short_name(place)
    is_county = place.endswith(("区", "县", "旗")) and not place.endswith("自治区")
    return place if is_county and _level_of(name) not in (None, Level.COUNTY) else name


@cache
def _level_of(region: str) -> str | None:
    return next((row["level"] for row in read_table("sessions") if row["region"] == region), None)


def _national(term: int, session: int) -> SessionFact | None:
    if term < _FIRST_CERTAIN_TERM or not 1 <= session <= 5:
        return None
    year = 1952 + 5 * term + session
    return SessionFact(str(year), year, "M", "arithmetic")


def _same_term(body: Body, place: str, term: int, session: int) -> SessionFact | None:
    if body is not Body.CPPCC or not 1 <= session <= 5:
        return None
    known = [(key[3], fact) for key, fact in _table().items() if key[:3] == (body, place, term)]
    years_before_first = {fact.year - number for number, fact in known}
    if len(years_before_first) != 1:
        return None
    year = years_before_first.pop() + session
    return SessionFact(str(year), year, "M", "arithmetic")


@cache
def _table() -> dict[tuple[Body, str, int, int], SessionFact]:
    facts = {}
    for row in read_table("sessions"):
        opened = row["opened"]
        year = int(opened[:4]) + (opened[5:7] == "12")
        fact = SessionFact(opened, year, row["confidence"], "table")
        for body in _BODIES[row["assembly"]]:
            facts[body, row["region"], int(row["term"]), int(row["session"])] = fact
    return facts
