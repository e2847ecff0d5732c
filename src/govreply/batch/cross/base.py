"""What a rule over many replies is. One file holds one rule: metadata, grounds, a query on the store, and its examples."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, ClassVar, Final

from attrs import field, frozen

from govreply.batch.catalogue.fields import Field
from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.profiles import Profile
from govreply.rules.base import Explanation
from govreply.span import Span

if TYPE_CHECKING:
    from govreply.batch.cross.examples import Passes, Violates
    from govreply.batch.cross.view import View

FAMILY: Final = "batch"


@frozen(kw_only=True)
class CrossPlace:
    """A document or a row of the catalogue that takes part, with what it is.

    Attributes:
        input: id of the document, ``None`` for a row without one.
        span: where in its text, ``None`` for the document as a whole.
        row: id of the row of the catalogue. field: the column.
    """

    label: Bilingual
    input: int | None = None
    span: Span | None = None
    row: int | None = None
    field: Field | None = None


@frozen(kw_only=True)
class CrossProblem:
    """A contradiction between documents, or between the catalogue and documents; it names all that take part.

    Attributes:
        places: the first is the one to begin with. Where there may be as many as documents they are made while somebody goes
            through them, see :class:`govreply.batch.cross.spool.Again`; that ends when the rule goes on to its next problem.
        severity: where it differs from the rule's own.
        each: whether each place is a matter of its own, so that waivers for all of them are needed to let it pass; else one
            for any of its documents is enough.
        suggestion: what a person should decide.
    """

    message: Bilingual
    places: Iterable[CrossPlace]
    severity: Severity | None = None
    suggestion: Bilingual | None = None
    each: bool = False


@frozen(kw_only=True)
class CrossRule:
    """A rule over many replies; the attributes are those of :class:`govreply.rules.base.Rule` where they share a name.

    Attributes:
        of_catalogue: whether it needs a catalogue and has nothing to say without one.
        check: queries the store; it may take any time that grows about as the number of documents does, and the memory of a
            small batch: what has to be remembered of many documents goes into :meth:`govreply.batch.cross.view.View.sorted`.
        violates, passes: bundles of letters, with a catalogue where the rule needs one.
    """

    name: str
    code: str
    severity: Severity
    since: str
    title: Bilingual
    explanation: Explanation
    needs: ClassVar[tuple[str, ...]] = ()
    prescribed: ClassVar[tuple[str, ...]] = ()
    yields_to: ClassVar[tuple[str, ...]] = ()
    adapts_to: tuple[str, ...] = ()
    of_catalogue: bool = False
    check: Callable[[View], Iterator[CrossProblem]]
    violates: Callable[[], Iterable[Violates]] = field(repr=False)
    passes: Callable[[], Iterable[Passes]] = field(repr=False)

    @property
    def family(self) -> str:
        """The family that all of them belong to."""
        return FAMILY

    def applies_under(self, _profile: Profile) -> bool:
        """Whether it has anything to go by under a profile: always, no place prescribes what they compare."""
        return True
