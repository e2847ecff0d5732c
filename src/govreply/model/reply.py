"""One document, read."""

from __future__ import annotations

from attrs import field, frozen

from govreply.model.body import Announcement, Conclusion, Measure, Section
from govreply.model.facts_address import Address
from govreply.model.facts_arithmetic import Arithmetic
from govreply.model.facts_citations import Citing
from govreply.model.facts_disposition import Outcome
from govreply.model.facts_identity import Identity
from govreply.model.facts_marks import PaperMark
from govreply.model.facts_naming import Naming
from govreply.model.facts_personal import Personal
from govreply.model.facts_structure import Structure
from govreply.model.facts_time import Timing
from govreply.model.facts_typography import Irregularity
from govreply.model.form import Feedback
from govreply.model.matter import Matter
from govreply.model.parties import Addressee, Agency, AgencyMention, Attachment, Contact, ContactLabel, Signature
from govreply.model.texts import Citation, DateText, Disclosure, Disposition, DocumentNumber, Figure, Text
from govreply.places import Place
from govreply.span import Span


@frozen(kw_only=True)
class Metadata:
    """A label and its value from the page around the letter (索引号, 发布机构, 成文日期)."""

    label: str
    value: Text


@frozen(kw_only=True)
class Diagnostic:
    """What the parser could not place or had to repair.

    Attributes:
        code: kebab-case name; the texts for people are in ``reports``.
        field: the key of the reply that it concerns, if any.
        detail: the wording that gave rise to it.
    """

    code: str
    span: Span
    field: str | None = None
    detail: str = ""


@frozen(kw_only=True)
class Part:
    """A line or table of the document and what it was taken for.

    Attributes:
        element: the reply's key it went to, ``furniture`` for the page around the letter, ``left-over`` for what fits nowhere.
    """

    element: str
    span: Span


@frozen(kw_only=True)
class SourceInfo:
    """What is kept of the source in the reply. ``size`` counts bytes, ``characters`` code points."""

    name: str
    media_type: str
    encoding: str | None
    encoding_how: str
    sha256: str
    characters: int
    size: int


@frozen(kw_only=True)
class Reply:
    """One document, read. The keys are those of the published schema, ``schemas/reply.schema.json``.

    Attributes:
        matter: what is answered; where title and opening disagree it follows the title.
        matters: all items, where one reply answers several.
        mentions: every naming of a matter anywhere in the document, in order; rules compare them.
        paragraphs: text of the body outside its sections, the receipt sentence left out.
        parts: every line and table in order with what it was taken for; together they cover the whole document.
        arithmetic: figures that the text sets against each other.
        citing: damaged title marks, repealed laws and named issuers among the citations.
        structure: how the text ends, what was left unfilled, what the form's opinion says.
        personal: numbers and addresses of persons, wherever they stand.
        paper_marks: marks of secrecy, copy numbers and marks of internal use.
        irregularities: signs and characters that look wrong by themselves.
        timing: dates of the page, weekdays, what is said to come, years of plans.
        address: how the letter speaks to its addressee and of itself.
        naming: how organs, parties and abbreviated names are written throughout.
        identity: the document's own numbers wherever printed, places and assemblies named around the letter.
        outcome: class marks, what was done, adopted or planned, rates claimed of a part.
        published: whether the source is a published copy (a web page) rather than the letter itself.
        places: for laid-out formats (DOCX, OFD, PDF) where each stretch of the text stands in the file; else empty.
    """

    is_reply: bool
    source: SourceInfo
    issuer: AgencyMention | None = None
    document_number: DocumentNumber | None = None
    disposition: Disposition | None = None
    disclosure: Disclosure | None = None
    signer: Text | None = None
    title: Text | None = None
    matter: Matter | None = None
    matters: tuple[Matter, ...] = ()
    addressees: tuple[Addressee, ...] = ()
    receipt: Text | None = None
    joint_agencies: tuple[AgencyMention, ...] = ()
    paragraphs: tuple[Text, ...] = ()
    sections: tuple[Section, ...] = ()
    measures: tuple[Measure, ...] = ()
    outlook: tuple[Text, ...] = ()
    closing: tuple[Text, ...] = ()
    signature: Signature | None = None
    contacts: tuple[Contact, ...] = ()
    contact_labels: tuple[ContactLabel, ...] = ()
    copies: tuple[Text, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    agencies: tuple[Agency, ...] = ()
    citations: tuple[Citation, ...] = ()
    figures: tuple[Figure, ...] = ()
    dates: tuple[DateText, ...] = ()
    mentions: tuple[Matter, ...] = ()
    announcements: tuple[Announcement, ...] = ()
    conclusions: tuple[Conclusion, ...] = ()
    feedback: Feedback | None = None
    metadata: tuple[Metadata, ...] = ()
    parts: tuple[Part, ...] = ()
    arithmetic: Arithmetic = field(factory=Arithmetic)
    citing: Citing = field(factory=Citing)
    structure: Structure = field(factory=Structure)
    personal: tuple[Personal, ...] = ()
    paper_marks: tuple[PaperMark, ...] = ()
    irregularities: tuple[Irregularity, ...] = ()
    timing: Timing = field(factory=Timing)
    address: Address = field(factory=Address)
    naming: Naming = field(factory=Naming)
    identity: Identity = field(factory=Identity)
    outcome: Outcome = field(factory=Outcome)
    published: bool = False
    diagnostics: tuple[Diagnostic, ...] = field(default=())
    places: tuple[Place, ...] = field(default=(), repr=False)

    def to_json(self, *, indent: int | None = None) -> str:
        """The reply as JSON text, as the published schema says."""
        from govreply.convert import reply_to_json

        return reply_to_json(self, indent=indent)

    def to_records(self) -> dict[str, list[dict[str, str | int | float | bool | None]]]:
        """The reply as flat rows for pandas, Polars and Arrow: name of a table → its rows.

        The tables and their columns are those of :data:`govreply.records.COLUMNS`; every row has all columns of its table.
        """
        from govreply.records import reply_to_records

        return reply_to_records(self)

    @classmethod
    def from_json(cls, text: str) -> Reply:
        """The reply that `text` (made by :meth:`to_json`) describes.

        Raises:
            UsageError: if `text` is no such JSON; the message names the place.
        """
        from govreply.convert import reply_from_json

        return reply_from_json(text)
