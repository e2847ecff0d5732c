"""The reply in the making: what the steps of the chain share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, mutable

from govreply.blocks import Document
from govreply.grammar.rows import Grid, Piece, Row
from govreply.grammar.trace import Recorder
from govreply.model import (
    Address,
    Addressee,
    Agency,
    AgencyMention,
    Announcement,
    Arithmetic,
    Attachment,
    Citation,
    Citing,
    Conclusion,
    Contact,
    ContactLabel,
    DateText,
    Diagnostic,
    Disclosure,
    Disposition,
    DocumentNumber,
    Feedback,
    Figure,
    Identity,
    Irregularity,
    Matter,
    Measure,
    Metadata,
    Naming,
    Outcome,
    PaperMark,
    Personal,
    Section,
    Signature,
    Structure,
    Text,
    Timing,
)
from govreply.span import MappedText, Span

if TYPE_CHECKING:
    from govreply.grammar.paragraphs import Paragraph
    from govreply.lexicon.agencies import AgencyMatch
    from govreply.lexicon.places import Place


@mutable(eq=False)
class Draft:
    """Mutable state of one reading. A step claims pieces, fills fields and records its evidence.

    Attributes:
        pieces: rows and tables that no step has claimed yet, in reading order.
        claimed: pieces that a step took, with the name of what it took them for.
        organs_in: what :func:`govreply.grammar.mentions.organs_in` found, by text.
        portal: number, topic and session of the matter from tables of the page, by their labels.
        paragraphs: the body between opening and tail, after page breaks are joined.
    """

    document: Document
    pieces: list[Piece]
    why: Recorder = field(factory=Recorder)
    diagnostics: list[Diagnostic] = field(factory=list)
    claimed: list[tuple[Piece, str]] = field(factory=list)

    is_reply: bool = False
    place: Place | None = None
    letterhead: AgencyMention | None = None
    issuer: AgencyMention | None = None
    document_number: DocumentNumber | None = None
    disposition: Disposition | None = None
    disclosure: Disclosure | None = None
    signer: Text | None = None
    title: Text | None = None
    title_text: MappedText | None = None
    matters: list[Matter] = field(factory=list)
    mentions: list[Matter] = field(factory=list)
    form_mentions: list[Matter] = field(factory=list)
    addressees: list[Addressee] = field(factory=list)
    receipt: Text | None = None
    receipt_text: MappedText | None = None
    joint_agencies: list[AgencyMention] = field(factory=list)
    loose: list[Text] = field(factory=list)
    paragraphs: list[Paragraph] = field(factory=list)
    sections: list[Section] = field(factory=list)
    measures: list[Measure] = field(factory=list)
    outlook: list[Text] = field(factory=list)
    closing: list[Text] = field(factory=list)
    signature: Signature | None = None
    contacts: list[Contact] = field(factory=list)
    contact_labels: list[ContactLabel] = field(factory=list)
    copies: list[Text] = field(factory=list)
    attachments: list[Attachment] = field(factory=list)
    agencies: list[Agency] = field(factory=list)
    citations: list[Citation] = field(factory=list)
    figures: list[Figure] = field(factory=list)
    arithmetic: Arithmetic = field(factory=Arithmetic)
    citing: Citing = field(factory=Citing)
    personal: list[Personal] = field(factory=list)
    paper_marks: list[PaperMark] = field(factory=list)
    irregularities: list[Irregularity] = field(factory=list)
    timing: Timing = field(factory=Timing)
    dates: list[DateText] = field(factory=list)
    announcements: list[Announcement] = field(factory=list)
    conclusions: list[Conclusion] = field(factory=list)
    feedback: Feedback | None = None
    metadata: list[Metadata] = field(factory=list)
    published: bool = False
    metadata_values: list[tuple[str, MappedText]] = field(factory=list)
    portal: list[tuple[str, MappedText]] = field(factory=list)
    organs_in: dict[str, list[AgencyMatch]] = field(factory=dict)
    opinion_texts: dict[Span, MappedText] = field(factory=dict)
    structure: Structure = field(factory=Structure)
    address: Address = field(factory=Address)
    naming: Naming = field(factory=Naming)
    identity: Identity = field(factory=Identity)
    outcome: Outcome = field(factory=Outcome)

    @property
    def rows(self) -> list[Row]:
        """The unclaimed rows, tables left out."""
        return [p for p in self.pieces if isinstance(p, Row)]

    def claim(self, taken: Piece, as_what: str) -> None:
        """Take a piece out of what is left to be read."""
        self.pieces = [p for p in self.pieces if p is not taken]
        self.claimed.append((taken, as_what))

    def claim_all(self, taken: list[Piece] | list[Row] | list[Grid], as_what: str) -> None:
        """Take several pieces at once."""
        gone = {id(p) for p in taken}
        self.pieces = [p for p in self.pieces if id(p) not in gone]
        self.claimed.extend((p, as_what) for p in taken)

    def diagnose(self, code: str, span: Span, name: str | None = None, detail: str = "") -> None:
        """Report what could not be placed or had to be repaired."""
        self.diagnostics.append(Diagnostic(code=code, span=span, field=name, detail=detail))
