"""How organs, parties and documents are named throughout the letter: short names, old names, wrong names."""

from __future__ import annotations

from attrs import frozen

from govreply.model.texts import Text


@frozen(kw_only=True)
class OrganName(Text):
    """An organ's name where the letter itself uses it, not inside a title or a quotation.

    Attributes:
        canonical: full official name where table, place and level tell it.
        core: the name without the place or level word in front (环保局).
        place: what stands in front of the core (市, 武汉市); ``""`` for nothing.
        years: the years that its sentence names.
        recalled: the sentence says or shows that a former organ is meant (原, 时任), or the name only tells a spot.
        citing: the sentence cites a document or an order, which keeps the names of its own time.
        beside: another organ stands right beside it, as in a list.
        running: it stands for the organ in running text; not in title, letterhead or signature, nor as a part of
            another name (某局官网).
    """

    canonical: str | None
    core: str
    place: str
    years: tuple[int, ...] = ()
    recalled: bool = False
    citing: bool = False
    beside: bool = False
    running: bool = True


@frozen(kw_only=True)
class PartySlip(Text):
    """A name that no party bears (民进党). ``right`` is the party's name."""

    right: str


@frozen(kw_only=True)
class Alias(Text):
    """以下简称: a short form defined in brackets behind the full form. ``text`` is the short form with its marks.

    Attributes:
        short: the short form without quotation and title marks.
        full: the full form; a title in its marks. ``None`` where its beginning cannot be told.
        titled: the short form stands in title marks.
        in_title: the definition stands in the title or in the sentence that acknowledges the item.
        before: uses of the short form in the body before the definition.
        after: uses behind the definition.
        variants: other shortenings of the full form behind the definition.
    """

    short: str
    full: Text | None = None
    titled: bool = False
    in_title: bool = False
    before: tuple[Text, ...] = ()
    after: tuple[Text, ...] = ()
    variants: tuple[Text, ...] = ()


@frozen(kw_only=True)
class Naming:
    """Names throughout the letter.

    Attributes:
        organs: every organ's name in the order of the text.
        party_slips: wrong names of parties.
        aliases: the short forms that the letter defines.
    """

    organs: tuple[OrganName, ...] = ()
    party_slips: tuple[PartySlip, ...] = ()
    aliases: tuple[Alias, ...] = ()
