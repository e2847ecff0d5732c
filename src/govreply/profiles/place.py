"""The place whose rules a document follows: that of the assembly whose item it answers, else that of its issuer."""

from __future__ import annotations

from govreply.lexicon.fold import fold
from govreply.lexicon.places import find_place, home_of
from govreply.lexicon.sessions import NATIONAL
from govreply.model import AgencyMention, AgencyRole, Level, Reply


def place_of(reply: Reply) -> str | None:
    """The unit's name (武汉市, 佳县), 全国 for the national bodies and ministries, ``None`` where the document names none.

    A district's organ that answers an item of its city follows the city; a city's organ that answers one of its province
    follows the province.
    """
    assembly = reply.matter.assembly if reply.matter else None
    if assembly is not None:
        if assembly.level is Level.NATIONAL:
            return NATIONAL
        if assembly.place is not None:
            found = find_place(fold(assembly.place))
            return found.name if found is not None else assembly.place
    if reply.issuer is None:
        return None
    place = _of_organ(reply.issuer, assembly.level if assembly else None)
    if place is None and assembly is None and _is_national(reply):
        return NATIONAL
    return place


def _of_organ(issuer: AgencyMention, level: Level | None) -> str | None:
    found = home_of(fold(issuer.text), fold(issuer.canonical or ""))
    if found is None:
        return None
    if level is None or found.level is level:
        return found.name
    return {Level.MUNICIPAL: found.city, Level.PROVINCIAL: found.province}.get(level)


def _is_national(reply: Reply) -> bool:
    return any(a.level is Level.NATIONAL and AgencyRole.ISSUER in a.roles for a in reply.agencies)
