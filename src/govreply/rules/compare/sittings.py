"""When the session opened that an item belongs to."""

from __future__ import annotations

from attrs import frozen

from govreply.lexicon.fold import fold
from govreply.lexicon.places import home_of
from govreply.lexicon.sessions import SessionFact, session_year
from govreply.model import AgencyMention, Body, Level, Matter, Reply


@frozen
class Seat:
    """Which assembly an item belongs to, as far as the letter tells it anywhere."""

    body: Body | None
    level: Level | None
    place: str | None


def session_of(mention: Matter, reply: Reply) -> SessionFact | None:
    """What is known of the session that `mention` names; its assembly or place may be known from the rest of the letter."""
    if mention.term is None or mention.session is None:
        return None
    seat = seat_of(mention, reply)
    return session_year(seat.body, seat.place, seat.level, mention.term, mention.session)


def seat_of(mention: Matter, reply: Reply) -> Seat:
    """The assembly of `mention`, what it leaves out taken from the item answered and from the issuer."""
    assembly = mention.assembly or (reply.matter.assembly if reply.matter else None)
    body = assembly.body if assembly else None
    level = assembly.level if assembly else None
    place = assembly.place if assembly else None
    if place is None and reply.issuer is not None:
        place = _place_at(level, reply.issuer)
    return Seat(body, level, place)


def _place_at(level: Level | None, issuer: AgencyMention) -> str | None:
    """The unit of `level` that the issuer belongs to: a district's organ may answer an item of its city."""
    found = home_of(fold(issuer.text), fold(issuer.canonical or ""))
    if found is None:
        return None
    if level is None or found.level is level:
        return found.name
    return {Level.MUNICIPAL: found.city, Level.PROVINCIAL: found.province}.get(level)
