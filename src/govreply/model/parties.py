"""Organs, recipients and contacts."""

from __future__ import annotations

from attrs import frozen

from govreply.model.texts import DateText, Text
from govreply.model.words import AddresseeKind, AgencyRole, Level
from govreply.span import Span


@frozen(kw_only=True)
class AgencyMention(Text):
    """An organ where it takes part in something; ``canonical`` is its full name where the table and the place tell it."""

    canonical: str | None = None


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
class Addressee(Text):
    """主送: one recipient. ``honorific`` is the title word behind the name (代表, 委员), which may close a whole list."""

    name: str
    kind: AddresseeKind
    honorific: Text | None = None


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
