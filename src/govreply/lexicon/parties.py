"""The eight democratic parties and the people's organisations that hand in proposals, under the many names they go by."""

from __future__ import annotations

from functools import cache
from typing import Literal, cast

import regex
from attrs import frozen

from govreply.lexicon.tables import read_table
from govreply.patterns import Pattern, compile_pattern

PartyKind = Literal["party", "organisation"]


@frozen
class Party:
    """A party or organisation: ``stem`` is its short name (致公党), ``full`` its name by its statutes (中国致公党)."""

    stem: str
    full: str
    kind: PartyKind


_UNIT = "(?:省|自治区|特别行政区|市|自治州|州|盟|地区|自治县|县|自治旗|旗|新区|开发区|区|兵团)"
_PLACE = rf"(?:全国|中央|中华全国|[\u4e00-\u9fff]{{0,10}}?{_UNIT}|[\u4e00-\u9fff]{{2,6}}?)"
# the plain word 团 needs its committee (团市委), which the names of the others do not
_TAIL = (
    r"(?:(?:省|市|州|盟|区|县|旗|中央|省级|市级)?(?:工作委员会|委员会|委会|委|工委|总支部委员会|总支委员会|总支部|总支|支部委员会|支部"
    r"|基层委员会|小组|联合总支|联合支部|筹委会|联络处|机关|界别|界|人士|代表)?)"
)


def find_party(name: str) -> Party | None:
    """The party or organisation that `name` (folded, the whole name of an addressee or proposer) denotes.

    Branches at any place and in any order of words are recognised: 市致公党委员会, 致公党武汉市委会, 中国致公党武汉市委员会.
    The wrong name 民进党 is taken for 民进, as the reader of a letter would.
    """
    squeezed = "".join(name.split())
    found = _pattern().fullmatch(squeezed)
    return _by_name()[found.group("name")] if found else _league(squeezed)


def normalise(name: str) -> str:
    """`name` (folded) for comparing: the stem of a party or organisation, any other name without its blanks."""
    party = find_party(name)
    return party.stem if party else "".join(name.split())


@cache
def parties() -> tuple[Party, ...]:
    """All parties and organisations that are known."""
    return tuple(Party(row["stem"], row["full"], cast(PartyKind, row["kind"])) for row in read_table("parties"))


@cache
def _by_name() -> dict[str, Party]:
    names: dict[str, Party] = {}
    for party, row in zip(parties(), read_table("parties"), strict=True):
        for name in (party.stem, party.full, *row["aliases"].split()):
            names.setdefault(name, party)
    return names


@cache
def _pattern() -> Pattern:
    names = "|".join(regex.escape(n) for n in sorted(_by_name(), key=len, reverse=True) if n != "团")
    return compile_pattern(rf"(?:政协)?(?:中国|中华全国)?{_PLACE}?(?:的)?(?P<name>{names})党?{_PLACE}?{_TAIL}")


_LEAGUE = compile_pattern(rf"(?:{_PLACE}团委|团{_PLACE}?[省市州盟区县旗]委(?:员会|会)?|团中央)")


def _league(name: str) -> Party | None:
    return _by_name()["共青团"] if _LEAGUE.fullmatch(name) else None
