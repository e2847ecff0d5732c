"""The matter that is answered, settled from all places that name it: title, opening, metadata, form, in this order."""

from __future__ import annotations

from attrs import evolve

from govreply.grammar import metadata
from govreply.grammar.draft import Draft
from govreply.grammar.matter import kind_without_word, read_matters
from govreply.grammar.matter_page import read_page_matter
from govreply.grammar.title import is_title
from govreply.lexicon.fold import fold
from govreply.model import Assembly, Level, Matter, Where

_MUNICIPALITIES = ("北京", "天津", "上海", "重庆")
_PARTS = ("kind", "kind_word", "assembly", "term", "session", "session_text", "number", "category", "title")


def settle(draft: Draft) -> None:
    """Fill ``matters`` and order ``mentions``; where title and opening disagree the matter follows the title."""
    _add_metadata(draft)
    draft.mentions = [_completed(draft, m) for m in [*draft.mentions, *draft.form_mentions]]
    titled = [m for m in draft.mentions if m.where is Where.TITLE]
    received = [m for m in draft.mentions if m.where is Where.RECEIPT]
    others = [m for m in draft.mentions if m.where in (Where.METADATA, Where.FORM)]
    bases = titled if len(titled) >= len(received) or not received else received
    if titled and len(received) > len(titled):
        bases = [_filled(r, titled[0]) for r in received] if not titled[0].number else [*titled]
    draft.matters = []
    for at, base in enumerate(bases or received or others[:1]):
        matter = base
        for pool in (received, others):
            if pool:
                matter = _filled(matter, pool[min(at, len(pool) - 1)])
        if matter.kind is None or matter.kind_word is None:
            matter = evolve(matter, kind=matter.kind or kind_without_word(matter))
        draft.matters.append(matter)


def _add_metadata(draft: Draft) -> None:
    of_page = read_page_matter(draft)
    if of_page is not None:
        draft.mentions.append(of_page)
    named = metadata.value(draft, "title")
    if named is None or not is_title(fold(named.text)):
        return
    if draft.title_text is not None and named.whole == draft.title_text.whole:
        return
    draft.mentions.extend(r.matter for r in read_matters(named, fold(named.text), Where.METADATA))


def _filled(matter: Matter, other: Matter) -> Matter:
    """`matter` with the parts that it lacks taken from `other`."""
    missing = {
        name: getattr(other, name)
        for name in _PARTS
        if getattr(matter, name) is None and getattr(other, name) is not None
    }
    if matter.assembly is not None and matter.assembly.level is None and other.assembly is not None:
        missing["assembly"] = other.assembly if other.assembly.level is not None else matter.assembly
    return evolve(matter, **missing)


def _completed(draft: Draft, matter: Matter) -> Matter:
    """市 in the four municipalities is provincial, also when only the issuer's name shows the place."""
    assembly = matter.assembly
    if assembly is None or assembly.level is not Level.MUNICIPAL:
        return matter
    own = draft.place
    places = (assembly.place,) if assembly.place else (own.name, own.city, own.province) if own is not None else ()
    if any(place is not None and place.startswith(_MUNICIPALITIES) for place in places):
        return evolve(matter, assembly=_at_level(assembly, Level.PROVINCIAL))
    return matter


def _at_level(assembly: Assembly, level: Level) -> Assembly:
    return evolve(assembly, level=level)
