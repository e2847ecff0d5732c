from __future__ import annotations

import pytest

from govreply.lexicon.sessions import session_year, term_at
from govreply.lexicon.tables import read_table
from govreply.model import Body, Level


@pytest.mark.parametrize(
    ("body", "place", "level", "term", "session", "opened", "year"),
    [
        (Body.CPPCC, "武汉市", Level.MUNICIPAL, 14, 2, "2023-01-04", 2023),
        (Body.CPPCC, "武汉", None, 14, 1, "2022-01-10", 2022),
        (Body.NPC, "武汉市", Level.MUNICIPAL, 15, 5, "2025-01-08", 2025),
        (Body.CPPCC, "湘潭市", Level.MUNICIPAL, 13, 2, "2022-12-27", 2023),
        (Body.CPPCC, "广西壮族自治区", Level.PROVINCIAL, 13, 1, "2023-01", 2023),
        (Body.NPC, "佳县", Level.COUNTY, 18, 7, "2020", 2020),
        (Body.CPPCC, None, Level.NATIONAL, 13, 3, "2020-05", 2020),
        (Body.NPC, None, Level.NATIONAL, 14, 2, "2024-03", 2024),
        (None, "全国", None, 14, 3, "2025-03", 2025),
    ],
)
def test_sessions_of_the_table(
    body: Body | None, place: str | None, level: Level | None, term: int, session: int, opened: str, year: int
) -> None:
    fact = session_year(body, place, level, term, session)
    assert fact is not None
    assert (fact.opened, fact.year, fact.source) == (opened, year, "table")


def test_later_national_sessions_follow_by_arithmetic() -> None:
    fact = session_year(Body.NPC, None, Level.NATIONAL, 15, 1)
    assert fact is not None
    assert (fact.opened, fact.year, fact.source, fact.confidence) == ("2028", 2028, "arithmetic", "M")


@pytest.mark.parametrize(
    ("body", "place", "level", "term", "session"),
    [
        (Body.CPPCC, "武汉市", Level.MUNICIPAL, 14, 9),
        (Body.CPPCC, "无名市", Level.MUNICIPAL, 14, 2),
        (Body.CPPCC, None, Level.MUNICIPAL, 14, 2),
        (Body.CPPCC, "西安区", Level.COUNTY, 15, 2),  # a district of other cities, not 西安
        (None, "武汉市", Level.MUNICIPAL, 14, 2),
        (Body.NPC, None, Level.NATIONAL, 14, 6),
        (Body.NPC, None, Level.NATIONAL, 14, 0),
        (Body.NPC, None, Level.NATIONAL, 2, 3),
    ],
)
def test_nothing_is_guessed(body: Body | None, place: str | None, level: Level | None, term: int, session: int) -> None:
    assert session_year(body, place, level, term, session) is None


def test_a_cppcc_committee_meets_once_a_year_within_a_term_that_the_table_shows() -> None:
    # the table has 长沙 13-5 in January 2026 and 武汉 14-1, 14-2 and 14-4 in 2022, 2023 and 2025
    for place, term, session, year in (("长沙市", 13, 2, 2023), ("武汉", 14, 3, 2024)):
        fact = session_year(Body.CPPCC, place, Level.MUNICIPAL, term, session)
        assert fact is not None
        assert (fact.year, fact.source) == (year, "arithmetic")


def test_sessions_of_a_peoples_congress_are_not_reckoned() -> None:
    # 武汉 15-2 was in 2023 and 15-5 in 2025: one was inserted
    assert session_year(Body.NPC, "武汉", Level.MUNICIPAL, 15, 3) is None


def test_the_table_agrees_with_arithmetic_for_the_national_bodies() -> None:
    rows = [r for r in read_table("sessions") if r["region"] == "全国"]
    assert len(rows) == 44
    assert [r for r in rows if int(r["opened"][:4]) != 1952 + 5 * int(r["term"]) + int(r["session"])] == []


def test_no_session_stands_twice_in_the_table() -> None:
    keys = [(r["assembly"], r["region"], r["term"], r["session"]) for r in read_table("sessions")]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(
    ("body", "place", "level", "year", "term"),
    [
        (Body.NPC, None, Level.NATIONAL, 2023, 14),
        (Body.CPPCC, "全国", Level.NATIONAL, 2022, 13),
        (Body.CPPCC, "武汉市", Level.MUNICIPAL, 2023, 14),
        (Body.CPPCC, "武汉", Level.MUNICIPAL, 2036, 16),
        (Body.CPPCC, "某某市", Level.MUNICIPAL, 2023, None),
        (None, "武汉市", Level.MUNICIPAL, 2023, None),
    ],
)
def test_the_term_that_sits_in_a_year(
    body: Body | None, place: str | None, level: Level, year: int, term: int | None
) -> None:
    assert term_at(body, place, level, year) == term
