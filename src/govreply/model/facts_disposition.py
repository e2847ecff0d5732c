"""What a letter says of the outcome: its class marks, what it says was done and what is planned, the rates it claims."""

from __future__ import annotations

from attrs import frozen

from govreply.model.texts import Text
from govreply.model.words import StatementKind


@frozen(kw_only=True)
class ClassMark(Text):
    """A class mark, also one that cannot be taken for a single class.

    Attributes:
        codes: the letters in order (甲乙丙丁 as A to D); several for A、B类.
        options: the letters of a template of which none was chosen.
        in_number: it is the letter in front of a document number (B〔2017〕5号).
    """

    codes: tuple[str, ...]
    options: bool = False
    in_number: bool = False


@frozen(kw_only=True)
class Statement(Text):
    """A sentence of the body that tells what was done, adopted or planned.

    Attributes:
        timed: it names a time or a term. assigned: it names who is in charge.
        vague: it leaves the time open (适时, 条件成熟后).
    """

    kind: StatementKind
    timed: bool = False
    assigned: bool = False
    vague: bool = False


@frozen(kw_only=True)
class PartRate(Text):
    """A full rate (落实率100%) that the text claims behind a count of all points and a smaller count of those taken up.

    Attributes:
        whole, part: the two counts as written; their numbers are ``of`` and ``taken``.
    """

    whole: Text
    part: Text
    of: int
    taken: int


@frozen(kw_only=True)
class Outcome:
    """What a letter says of the outcome."""

    class_marks: tuple[ClassMark, ...] = ()
    statements: tuple[Statement, ...] = ()
    part_rates: tuple[PartRate, ...] = ()
