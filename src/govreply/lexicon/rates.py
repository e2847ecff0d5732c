"""Rates whose part is counted out of the whole, so that they cannot exceed a hundred per cent."""

from __future__ import annotations

from functools import cache

from govreply.lexicon.tables import read_table


def bounded_rate(subject: str | None) -> bool:
    """Whether `subject` ends in the name of such a rate (办复率, 合格率); 完成率 and 增长率 are none."""
    return subject is not None and subject.endswith(_rates())


@cache
def _rates() -> tuple[str, ...]:
    return tuple(row["rate"] for row in read_table("rates"))
