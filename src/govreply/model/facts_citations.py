"""What is known of cited documents beyond title and number: damaged title marks, repealed laws, named issuers."""

from __future__ import annotations

from attrs import frozen

from govreply.model.texts import Citation, DateText, Text
from govreply.model.words import MarkFault
from govreply.span import Span


@frozen(kw_only=True)
class TitleMark(Text):
    """A title mark 《 or 》 that is out of order, with a few characters beside it.

    Attributes:
        mark: the sign itself.
        outer: the opening mark that it stands inside of; only of a nested one.
    """

    fault: MarkFault
    mark: Span
    outer: Span | None = None


@frozen(kw_only=True)
class LawCitation(Text):
    """A cited law that is no longer in force (see the table of laws).

    Attributes:
        law: its short name.
        repealed: the first day on which it was no longer in force, ISO date.
        successor: what replaced it, ``None`` where nothing did.
        in_force: the sentence relies on it (依据, 按照); not so where it recalls the past or a case.
    """

    law: str
    repealed: str
    successor: str | None = None
    in_force: bool = True


@frozen(kw_only=True)
class IssuedCitation(Text):
    """A citation that says who issued the document (市政府印发《…》).

    Attributes:
        issuer: the organ named.
        citation: what it is said to have issued.
    """

    issuer: Text
    citation: Citation


@frozen(kw_only=True)
class Citing:
    """What the citations of the letter tell when they are taken together.

    Attributes:
        marks: title marks that are unpaired or nested.
        damaged: signs were lost or replaced throughout (half-width text, unpaired quotes), so that marks prove little.
        page_date: the date that the page around the letter gives for it.
    """

    marks: tuple[TitleMark, ...] = ()
    laws: tuple[LawCitation, ...] = ()
    issued: tuple[IssuedCitation, ...] = ()
    damaged: bool = False
    page_date: DateText | None = None
