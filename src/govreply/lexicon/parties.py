"""The eight democratic parties and the people's organisations that hand in proposals, under their many names."""

from __future__ import annotations

from functools import cache
from typing import Literal, cast

import regex
from attrs import frozen

from govreply.lexicon.places import UNIT, place_before
from govreply.lexicon.tables import read_table
from govreply.patterns import Pattern, compile_pattern

PartyKind = Literal["party", "organisation"]


@frozen
class Party:
    """A party or organisation: ``stem`` is its short name (致公党), ``full`` its name by its statutes (中国致公党)."""

    stem: str
    full: str
    kind: PartyKind


_HAN = "\u4e00-\u9fff"
_IN_UNIT = rf"(?:[{_HAN}]{{0,10}}?(?:{UNIT}|兵团))"
_COMMITTEE = (
    "(?:工作委员会|委员会|委会|委|工委|总支部委员会|总支委员会|总支部|总支|支部委员会|支部|支社|小组|筹委会|联络处)"
)
_TAIL = (
    rf"(?:中央(?:委员会)?|(?:{_IN_UNIT}|[{_HAN}]{{2,6}}?(?={_COMMITTEE}))?{_COMMITTEE}?"
    rf"(?:[{_HAN}]{{1,10}}(?:支社|支部|总支|小组|专委会|专门委员会))?|界别?|人士|机关)"
)


def find_party(name: str) -> Party | None:
    """The party or organisation that `name` (folded, the whole name of an addressee or proposer) denotes.

    Branches at any place and in any order of words are recognised: 市致公党委员会, 致公党武汉市委会,
    中国致公党武汉市委员会.
    The wrong name 民进党 is taken for 民进, as the reader of a letter would.
    """
    squeezed = "".join(name.split())
    found = _pattern().fullmatch(squeezed)
    if found and _is_place(found.group("place")):
        return _by_name()[found.group("name")]
    return _by_name()["共青团"] if _LEAGUE.fullmatch(squeezed) else None


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
    return compile_pattern(rf"(?:政协)?(?P<place>[{_HAN}]{{0,14}}?)(?P<name>{names})党?{_TAIL}")


# the plain word 团 needs its committee, which the names of the others do not
_LEAGUE = compile_pattern(rf"{_IN_UNIT}?(?:团[省市州盟区县旗]委(?:员会|会)?|团委)|团{_IN_UNIT}委(?:员会|会)?|团中央")


def _is_place(words: str) -> bool:
    if words in ("", "中国", "中华全国", "全国", "中央"):
        return True
    place = place_before(words, len(words), short_names=True)
    return place is not None and place.start == 0
