"""What is private: numbers and addresses of persons, wherever they stand in the document."""

from __future__ import annotations

from attrs import frozen

from govreply.model.texts import Text
from govreply.model.words import PersonalKind, Where


@frozen(kw_only=True)
class Personal(Text):
    """A number or address of a person.

    Attributes:
        where: the part of the document it stands in.
        of_proposer: it is the proposer's own, as the label beside it or the form shows.
    """

    kind: PersonalKind
    where: Where
    of_proposer: bool = False
