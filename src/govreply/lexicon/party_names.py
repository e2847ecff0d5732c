"""How parties' names are written: names that no party bears, and the order of words in the name of a branch."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex
from attrs import frozen

from govreply.lexicon.parties import find_party
from govreply.lexicon.places import UNIT, place_before
from govreply.lexicon.tables import read_table
from govreply.patterns import Pattern, compile_pattern

_HAN = "\u4e00-\u9fff"
_COMMITTEE = r"(?:委员会|委会|委(?![员托])|总支|支部|支社|工委)"
# 民进党 is also a party in Taiwan: only the name of a branch or a whole line of address tells that a member party is meant
_BRANCH = rf"(?![员派组外内史务校建])(?:中央|[{_HAN}]{{0,10}}?{UNIT}?{_COMMITTEE})"
_UNIT_AT_END = compile_pattern(rf"{UNIT}$")


@frozen
class Slip:
    """A wrong name at ``[start, end)`` of the folded text, and the right one."""

    start: int
    end: int
    right: str


def find_slips(text: str) -> Iterator[Slip]:
    """Wrong names of parties in `text` (folded) that stand at the head of a branch's name."""
    for match in _slips().finditer(text):
        yield Slip(match.start("slip"), match.end("slip"), _right()[match["slip"]])


def regular_branch(name: str) -> str | None:
    """The regular form of a branch's name whose words stand in another order: 致公党市委会 for 市致公党委员会.

    ``None`` for a regular name, for one without its committee, and for what is no party.
    """
    party = find_party(name)
    if party is None or party.kind != "party":
        return None
    squeezed = "".join(name.split())
    at = max((squeezed.find(word) for word in (party.full, party.stem) if word in squeezed), default=-1)
    place = place_before(squeezed, at, short_names=True) if at > 0 else None
    if place is None or place.start != 0 or not squeezed.endswith(("委员会", "委会")):
        return None
    if _UNIT_AT_END.search(squeezed[:at]) is None:
        return None
    return f"{party.stem}{squeezed[:at]}委会"


@cache
def _right() -> dict[str, str]:
    return {row["slip"]: row["right"] for row in read_table("party_slips")}


@cache
def _slips() -> Pattern:
    names = "|".join(regex.escape(n) for n in sorted(_right(), key=len, reverse=True))
    lead = rf"(?:^|(?<=[^{_HAN}])|(?<=感谢|对|由|与|和|及|向|请|经))"
    whole_line = rf"^(?:[{_HAN}]{{0,8}}?{UNIT})?(?P<slip>{names})(?={_COMMITTEE}?：?$)"
    return compile_pattern(rf"{lead}(?P<slip>{names})(?={_BRANCH})|{whole_line}")
