"""Where the issuing organ sits: its city and province."""

from __future__ import annotations

from attrs import frozen

from govreply.language import Bilingual
from govreply.lexicon.fold import fold
from govreply.lexicon.places import home_of
from govreply.lexicon.regions import codes_of
from govreply.model import Reply
from govreply.rules.base import Place

_ELSEWHERE = "驻"  # 驻北京办事处 sits in another city


@frozen
class Seat:
    """The organ's place.

    Attributes:
        name: the city where it is known, else the unit that the organ's name begins with.
        province: its province, where it is known.
        place: where the organ is named.
    """

    name: str
    province: str | None
    place: Place


def seat(reply: Reply) -> Seat | None:
    """The seat of the issuer; ``None`` where its name tells no place or it sits away from home."""
    issuer = reply.issuer
    if issuer is None or _ELSEWHERE in issuer.text:
        return None
    found = home_of(fold(issuer.text), fold(issuer.canonical or ""))
    if found is None:
        return None
    label = Bilingual(f"发文机关：{issuer.text}", f"issuer: {issuer.text}")
    return Seat(found.city or found.name, found.province, Place(span=issuer.span, label=label))


def area_codes(of: Seat) -> frozenset[str]:
    """The area codes in use at the seat: those of the city, or all of a province, whose organs sit in any of its cities."""
    return codes_of(of.name)
