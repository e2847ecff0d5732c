"""The irregular places of one kind, and their repairs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from govreply.findings import Fix, Severity
from govreply.model import Irregularity, IrregularityKind, Reply

if TYPE_CHECKING:
    from govreply.testing import Part


def of_kind(reply: Reply, kind: IrregularityKind) -> Iterator[Irregularity]:
    """The places of this kind, in order."""
    return (one for one in reply.irregularities if one.kind is kind)


def fix_of(one: Irregularity) -> Fix | None:
    """What to put there, where nobody needs to be asked."""
    return Fix(span=one.span, text=one.expected) if one.certain and one.expected is not None else None


def severity_of(one: Irregularity) -> Severity | None:
    """``info`` where the place proves little; else the rule's own."""
    return Severity.INFO if one.minor else None


def saying(*paragraphs: str) -> tuple[Part, ...]:
    """The sections of an example letter with these paragraphs."""
    from govreply.testing import Part

    return (Part(heading="健全管护制度", paragraphs=paragraphs),)
