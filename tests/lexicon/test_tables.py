from __future__ import annotations

import pytest

from govreply.lexicon.tables import read_table


@pytest.mark.parametrize("name", ["agencies", "parties", "places", "sessions", "units"])
def test_every_fact_says_how_sure_it_is(name: str) -> None:
    assert {row["confidence"] for row in read_table(name)} <= {"H", "M", "L"}


def test_an_unknown_table_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        read_table("nothing")
