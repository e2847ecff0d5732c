"""Hostile text: whatever is repeated, reading ends within the bound on a single search."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from govreply.lexicon.agencies import find_agencies, split_agency_list
from govreply.lexicon.assemblies import find_sessions
from govreply.lexicon.dates import find_dates, read_date_line
from govreply.lexicon.ordinals import find_running
from govreply.lexicon.parties import find_party
from govreply.lexicon.phones import find_phones
from govreply.lexicon.units import find_figures

READERS: list[Callable[[str], object]] = [
    find_agencies,
    split_agency_list,
    find_sessions,
    find_dates,
    read_date_line,
    lambda text: list(find_running(text)),
    find_party,
    lambda text: find_phones(text, labelled=True),
    find_figures,
]


@pytest.mark.parametrize(
    "unit",
    [
        "市",
        "一是",
        "0",
        "0-",
        "第十届",
        "和市",
        "局",
        "1,",
        "二〇二三年",
        "政协",
        "对建议",
        "首先对",
        "市市场",
        " ",
        "百分之一",
        "等",
    ],
)
def test_long_repetitions_are_read_to_the_end(unit: str) -> None:
    text = (unit * 20_000)[:20_000]
    for read in READERS:
        read(text)
