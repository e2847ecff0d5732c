"""How the letter speaks to its addressee and of itself."""

from __future__ import annotations

from attrs import frozen

from govreply.model.texts import Text
from govreply.model.words import PronounKind


@frozen(kw_only=True)
class Pronoun(Text):
    """A word that addresses the reader: 您, 你们, 贵单位. Quoted ones are left out."""

    kind: PronounKind


@frozen(kw_only=True)
class SelfReference(Text):
    """A word with which the writer means itself: 我局. ``unit`` is the kind of organ in it (局)."""

    unit: str


@frozen(kw_only=True)
class NamedPerson(Text):
    """A person named with a title of office (陆承安委员) outside any list of names. ``name`` is without the title."""

    name: Text


@frozen(kw_only=True)
class JointCount(Text):
    """How many organs give the answer together, by its own words (三部门联合答复)."""

    count: int


@frozen(kw_only=True)
class Address:
    """How the letter speaks to its addressee and of itself.

    Attributes:
        pronouns: words that address the reader, in order.
        own: words with which the writer means itself, in order.
        own_names: the writer's own name in a sentence of the body, where no other organ stands beside it.
        thanked: the many that thanks are given to (各位代表).
        persons: persons named in title, receipt sentence and body.
        several: words that say that more proposers than those addressed put their names to it (等5位委员).
        joint: how many organs give the answer together.
    """

    pronouns: tuple[Pronoun, ...] = ()
    own: tuple[SelfReference, ...] = ()
    own_names: tuple[Text, ...] = ()
    thanked: tuple[Text, ...] = ()
    persons: tuple[NamedPerson, ...] = ()
    several: tuple[Text, ...] = ()
    joint: JointCount | None = None
