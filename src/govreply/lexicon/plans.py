"""The years of the five-year plans, from ``data/plan_periods.tsv``."""

from __future__ import annotations

from functools import cache

from attrs import frozen

from govreply.lexicon.tables import read_table


@frozen
class Plan:
    """A five-year plan: 十四五 is the 14th, from 2021 to 2025."""

    ordinal: int
    short: str
    first: int
    last: int


def plan(short: str) -> Plan | None:
    """The plan of that short name (十四五); ``None`` for none of them."""
    return _plans().get(short)


@cache
def _plans() -> dict[str, Plan]:
    return {
        row["short"]: Plan(int(row["ordinal"]), row["short"], int(row["first"]), int(row["last"]))
        for row in read_table("plan_periods")
    }
