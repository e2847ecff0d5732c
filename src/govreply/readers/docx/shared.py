"""What the stories of one document share while it is read."""

from __future__ import annotations

from attrs import define, field

from govreply.places import Story
from govreply.readers.budget import Budget
from govreply.readers.docx.numbering import Numbering
from govreply.readers.docx.styles import Styles
from govreply.readers.laid_out import Layout


@define
class Counts:
    """Paragraphs and tables of one story so far."""

    paragraphs: int = 0
    tables: int = 0


@define
class Shared:
    """Styles, lists, the text so far and what has been counted.

    Attributes:
        notes: footnotes and endnotes referred to, in order: story and identifier.
        has_pictures: whether a picture was passed.
    """

    budget: Budget
    layout: Layout
    styles: Styles
    numbering: Numbering
    notes: list[tuple[Story, str]] = field(factory=list)
    has_pictures: bool = False
    _counts: dict[Story, Counts] = field(factory=dict)

    def counts(self, story: Story) -> Counts:
        """The counts of a story; several text boxes, headers or notes count on."""
        return self._counts.setdefault(story, Counts())
