"""The body: sections, measures, and what the text says of itself."""

from __future__ import annotations

from attrs import frozen

from govreply.model.parties import AgencyMention
from govreply.model.texts import Citation, Figure, Text
from govreply.model.words import ConclusionKind
from govreply.span import Span


@frozen(kw_only=True)
class Measure(Text):
    """An enumerated item (一是, 首先, ①, 1.). ``text`` begins with the marker."""

    marker: Text
    ordinal: int
    style: str
    agencies: tuple[AgencyMention, ...] = ()
    figures: tuple[Figure, ...] = ()
    citations: tuple[Citation, ...] = ()


@frozen(kw_only=True)
class Section:
    """A numbered unit of the body (一、（一）1. or 对建议一).

    Attributes:
        span: from its marker to the end of its last child.
        heading: own line, or run-in up to the first full stop; ``None`` where the text goes on without one.
        paragraphs: its text, without heading and without what its children hold.
        depth_hint: heading level that the mark-up gave, 0 for none.
    """

    span: Span
    marker: Text
    ordinal: int
    style: str
    heading: Text | None = None
    paragraphs: tuple[Text, ...] = ()
    measures: tuple[Measure, ...] = ()
    sections: tuple[Section, ...] = ()
    depth_hint: int = 0


@frozen(kw_only=True)
class Announcement(Text):
    """A count of things announced in running text (三个方面, 四项措施).

    Attributes:
        count: the number announced.
        noun: the thing counted.
        of_matter: whether it speaks of the proposal's points, not of the reply's.
        open_ended: 等三个方面 and the like, where more or fewer may follow.
        listed: how many items follow in the same section; ``None`` where no enumeration follows.
        items: the markers of the items that follow.
    """

    count: int
    noun: str
    of_matter: bool = False
    open_ended: bool = False
    listed: int | None = None
    items: tuple[Text, ...] = ()


@frozen(kw_only=True)
class Conclusion(Text):
    """A sentence that concludes the whole matter (已全部解决, 暂不具备条件)."""

    kind: ConclusionKind
