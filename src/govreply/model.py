"""The typed reply: what a document says, each value with its place in the source. Nothing but data lives here.

Spans count code points of ``Source.text`` from 0 and are half open. ``text`` is reading text: soft line breaks,
page-break splits, layout spaces and inline mark-up are resolved, characters are otherwise those of the document.
A text that was put together from separated places also lists them as ``pieces``; its ``span`` covers them all.
What the document does not say is ``None`` or empty, never a guess; a form cell that is there but empty has the text ``""``.
"""

from __future__ import annotations

from enum import StrEnum

from attrs import field, frozen

from govreply.span import Span


class MatterKind(StrEnum):
    """What is answered (件类)."""

    PROPOSAL = "proposal"  # 提案, to a CPPCC committee
    SUGGESTION = "suggestion"  # 建议, of People's Congress deputies
    BILL = "bill"  # 议案


class Body(StrEnum):
    """The assembly's kind."""

    CPPCC = "cppcc"  # 政协
    NPC = "npc"  # 人大


class Level(StrEnum):
    """Administrative level (层级)."""

    NATIONAL = "national"
    PROVINCIAL = "provincial"
    MUNICIPAL = "municipal"
    COUNTY = "county"
    TOWNSHIP = "township"


class AddresseeKind(StrEnum):
    """Who is addressed (主送)."""

    PERSON = "person"
    PARTY = "party"
    ORGANISATION = "organisation"
    GROUP = "group"


class DisclosureValue(StrEnum):
    """公开属性: 主动公开, 依申请公开, 不予公开."""

    PUBLIC = "public"
    ON_REQUEST = "on_request"
    WITHHELD = "withheld"


class AgencyRole(StrEnum):
    """What an organ does in the document."""

    ISSUER = "issuer"
    LEAD = "lead"
    JOINT = "joint"
    SIGNATORY = "signatory"
    ADDRESSEE = "addressee"
    COPIED = "copied"
    MENTIONED = "mentioned"


class ChoiceName(StrEnum):
    """The question that a group of tick boxes asks."""

    EFFECT = "effect"  # 办理效果
    RATING = "rating"  # 结果评价, 满意度
    DISCLOSURE = "disclosure"  # 答复公开
    ATTITUDE = "attitude"  # 办理态度
    CONTACT_BEFORE = "contact_before"  # 沟通联系
    OTHER = "other"


class Where(StrEnum):
    """The part of the document that something stands in."""

    METADATA = "metadata"
    HEAD = "head"
    TITLE = "title"
    RECEIPT = "receipt"
    BODY = "body"
    CLOSING = "closing"
    SIGNATURE = "signature"
    FORM = "form"
    OPINION = "opinion"
    TAIL = "tail"


@frozen(kw_only=True)
class Text:
    """A piece of the document."""

    text: str
    span: Span
    pieces: tuple[Span, ...] = ()


@frozen(kw_only=True)
class DocumentNumber(Text):
    """发文字号, in canonical form: 武环复〔2023〕4号.

    A number that is not CODE〔YEAR〕N号 keeps its own wording with 〔〕; ``serial`` is then its first integer or ``None``.

    Attributes:
        organ_code: 机关代字, what stands before the bracket.
        raw: as printed, layout spaces removed.
    """

    organ_code: str | None = None
    year: int | None = None
    serial: int | None = None
    raw: str = ""


@frozen(kw_only=True)
class Disposition(Text):
    """办理结果类别: the class mark, A to D (甲乙丙丁 map onto them)."""

    code: str


@frozen(kw_only=True)
class Disclosure(Text):
    """公开属性: the disclosure mark."""

    value: DisclosureValue


@frozen(kw_only=True)
class DateText(Text):
    """A date as written.

    Attributes:
        iso: ``YYYY-MM-DD``, ``YYYY-MM`` or ``YYYY`` as far as it is written; ``None`` where it cannot be read for certain
            or does not exist in the calendar.
        year, month, day: the numbers as read, also of an impossible date; ``None`` where not written.
        where: the part of the document it stands in.
    """

    iso: str | None
    year: int | None = None
    month: int | None = None
    day: int | None = None
    where: Where = Where.BODY


@frozen(kw_only=True)
class Assembly(Text):
    """The assembly that a matter belongs to, as written (市政协; 十四届全国人大 gives 全国人大)."""

    body: Body
    level: Level | None = None
    place: str | None = None


@frozen(kw_only=True)
class Matter:
    """What is answered: a proposal (提案), a suggestion (建议) or a bill (议案).

    Attributes:
        span: the whole place that names it.
        kind_word: the word that tells the kind, as written (提案, 代表建议, 议案).
        term: 届. session: 次. session_text: where both stand (十四届二次会议).
        number: what stands between 第 and 号, digits as written.
        category: the number within a category, 经济发展类011号.
        title: 案由, without its outer brackets or quotes.
        where: the part of the document that names it.
    """

    span: Span
    where: Where
    kind: MatterKind | None = None
    kind_word: Text | None = None
    assembly: Assembly | None = None
    term: int | None = None
    session: int | None = None
    session_text: Text | None = None
    number: Text | None = None
    category: Text | None = None
    title: Text | None = None


@frozen(kw_only=True)
class Addressee(Text):
    """主送: one recipient. ``honorific`` is the title word behind the name (代表, 委员), which may close a whole list."""

    name: str
    kind: AddresseeKind
    honorific: Text | None = None


@frozen(kw_only=True)
class AgencyMention(Text):
    """An organ where it takes part in something; ``canonical`` is its full name where the table and the place tell it."""

    canonical: str | None = None


@frozen(kw_only=True)
class Figure(Text):
    """An amount, share or count.

    Attributes:
        value: the number in the unit as written (5292 for 5292亿元).
        unit: 亿元, %, 倍, …; ``""`` for a bare number.
        approximate: marked as rounded or as a bound (近, 约, 余, 超过, 以上).
        subject: what is measured, where it can be told.
    """

    value: float
    unit: str
    approximate: bool = False
    subject: str | None = None


@frozen(kw_only=True)
class Citation(Text):
    """A named document: 《title》 with the document number beside it, if there is one."""

    title: Text
    document_number: DocumentNumber | None = None
    where: Where = Where.BODY


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


class ConclusionKind(StrEnum):
    """What a sentence says of the outcome of the whole matter."""

    SOLVED = "solved"
    CANNOT = "cannot"


@frozen(kw_only=True)
class Conclusion(Text):
    """A sentence that concludes the whole matter (已全部解决, 暂不具备条件)."""

    kind: ConclusionKind


@frozen(kw_only=True)
class Signature:
    """署名 and 成文日期.

    Attributes:
        agencies: the signing organs in order.
        date: ISO date; ``None`` where absent, ambiguous or impossible.
        date_text: the date as written.
    """

    span: Span
    agencies: tuple[AgencyMention, ...] = ()
    date: str | None = None
    date_text: DateText | None = None


@frozen(kw_only=True)
class Phone(Text):
    """A phone number: digits and hyphens; ``extension`` holds 转806."""

    extension: str | None = None


@frozen(kw_only=True)
class Contact:
    """联系方式: a person, a phone or a postcode with the label that introduces it.

    A phone belongs to the name on its line, else to the only name there is, else it stands in a contact without name.
    """

    span: Span
    role: Text | None = None
    name: Text | None = None
    phones: tuple[Phone, ...] = ()
    postcode: Text | None = None
    address: Text | None = None


@frozen(kw_only=True)
class ContactLabel(Text):
    """A contact label as printed (联系电话), and whether a value follows it."""

    name: str
    empty: bool


@frozen(kw_only=True)
class Attachment(Text):
    """附件: one entry of the attachment note."""

    ordinal: int | None = None


@frozen(kw_only=True)
class Agency:
    """An organ named in the document, with all its places.

    Attributes:
        text: as first written.
        canonical: full official name where table, place and level tell it.
    """

    text: str
    canonical: str | None = None
    level: Level | None = None
    roles: tuple[AgencyRole, ...] = ()
    spans: tuple[Span, ...] = ()


@frozen(kw_only=True)
class Option:
    """One box of a question. ``mark`` is what shows its state (the tag, ☑, √, the empty brackets)."""

    label: Text
    checked: bool
    mark: Text | None = None


@frozen(kw_only=True)
class Choice:
    """A question of the form with its boxes. ``multiple`` where the form allows more than one."""

    span: Span
    label: Text
    name: ChoiceName
    options: tuple[Option, ...] = ()
    selected: tuple[str, ...] = ()
    multiple: bool = False


@frozen(kw_only=True)
class FormField:
    """A labelled cell of the form that is no question."""

    label: Text
    value: Text


@frozen(kw_only=True)
class Opinion(Text):
    """The free text of the proposer, with every proposal or suggestion that it names."""

    matters: tuple[Matter, ...] = ()


@frozen(kw_only=True)
class Feedback:
    """征询意见表: the feedback form. ``blank`` where nothing on it is filled in (a specimen)."""

    span: Span
    title: Text | None = None
    proposer: Text | None = None
    number: Text | None = None
    matter_title: Text | None = None
    organ: Text | None = None
    place: Text | None = None
    date: DateText | None = None
    phone: Text | None = None
    choices: tuple[Choice, ...] = ()
    fields: tuple[FormField, ...] = ()
    opinion: Opinion | None = None
    blank: bool = False


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
        published: whether the source is a published copy (a web page) rather than the letter itself.
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
    published: bool = False
    diagnostics: tuple[Diagnostic, ...] = field(default=())

    def to_json(self, *, indent: int | None = None) -> str:
        """The reply as JSON text, as the published schema says."""
        from govreply.convert import reply_to_json

        return reply_to_json(self, indent=indent)

    @classmethod
    def from_json(cls, text: str) -> Reply:
        """The reply that `text` (made by :meth:`to_json`) describes.

        Raises:
            UsageError: if `text` is no such JSON; the message names the place.
        """
        from govreply.convert import reply_from_json

        return reply_from_json(text)
