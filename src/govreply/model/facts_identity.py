"""What tells one document from another, wherever it is printed: its own numbers, and the places and assemblies named."""

from __future__ import annotations

from attrs import frozen

from govreply.model.matter import Assembly
from govreply.model.texts import DocumentNumber, Text
from govreply.model.words import Level, Where


@frozen(kw_only=True)
class PrintedNumber:
    """The document's own number (发文字号) in one of the places where it is printed; cited numbers are none."""

    number: DocumentNumber
    where: Where


@frozen(kw_only=True)
class NamedPlace(Text):
    """A place in the printed parts of the letterhead or the form, not in what somebody filled in.

    Attributes:
        name: the innermost unit as written (武汉市); a mere unit word (自治县) where that is all.
        level: its level. province: full name, where it is written or the place is known.
    """

    name: str
    level: Level
    province: str | None
    where: Where


@frozen(kw_only=True)
class Identity:
    """What tells one document from another.

    Attributes:
        numbers: the document's own number in letterhead, metadata and tail.
        places: places named in letterhead and form.
        copied_assemblies: the assemblies among the recipients of copies.
    """

    numbers: tuple[PrintedNumber, ...] = ()
    places: tuple[NamedPlace, ...] = ()
    copied_assemblies: tuple[Assembly, ...] = ()
