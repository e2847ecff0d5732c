"""What reports know of a batch, in one language: documents, findings on one and over many, counts."""

from __future__ import annotations

from typing import Final

from attrs import frozen

from govreply.batch.names import INSIDE, original
from govreply.findings import Severity, Verdict
from govreply.language import Bilingual, Language
from govreply.places import Place
from govreply.reports.where import place_label

UNREAD: Final = "unread"
WAITING: Final = "waiting"
# of every input one; they add up to all that were found
STATUSES: Final = (Verdict.FAIL.value, Verdict.UNDETERMINED.value, Verdict.PASS.value, UNREAD, WAITING)


@frozen(kw_only=True)
class Spot:
    """A place in a document: code points of its text, and how a person finds it."""

    start: int
    end: int
    line: int
    column: int
    place: Place | None
    quote: str
    label: str = ""

    def where(self, language: Language) -> str:
        """第2页 第14段, 表格1 第3行第2列, or for text files 第3行第5列."""
        told = place_label(self.place, language) if self.place is not None else ""
        lines = Bilingual(f"第{self.line}行第{self.column}列", f"line {self.line}, column {self.column}")
        return told or lines.within(language)


@frozen(kw_only=True)
class Issue:
    """A finding in one language; `waiver` says why it was let pass, ``None`` where it was not."""

    rule: str
    code: str
    family: str | None
    severity: Severity
    message: str
    spot: Spot
    related: tuple[Spot, ...]
    suggestion: str | None
    fix: str | None
    waiver: str | None


@frozen(kw_only=True)
class Document:
    """An input and what is known of it.

    Attributes:
        number: from 1, in the order of paths; the same in every report of the batch.
        status: one of :data:`STATUSES`. cause, detail: why it could not be read.
        counts: findings by severity, without `waived` ones.
    """

    number: int
    input: int
    path: str
    member: str
    status: str
    size: int | None
    sha256: str | None
    is_reply: bool
    media_type: str | None
    profile: str | None
    title: str | None
    document_number: str | None
    class_mark: str | None
    issuer: str | None
    date: str | None
    pages: int | None
    characters: int | None
    cause: str | None
    detail: str | None
    matter: str | None
    counts: dict[Severity, int]
    waived: int

    @property
    def name(self) -> str:
        """What it is called."""
        return name_of(self.path, self.member)


def name_of(path: str, member: str) -> str:
    """What a document is called, which may be a member of an archive, by what the store keeps of its name."""
    return f"{original(path)}{INSIDE}{original(member)}" if member else original(path)


@frozen(kw_only=True)
class CrossPlace:
    """A document (its number, path and member) or a row of the catalogue that takes part."""

    label: str
    document: int | None
    path: str | None
    member: str
    start: int | None
    end: int | None
    sheet: str | None
    row: int | None


@frozen(kw_only=True)
class CrossIssue:
    """A finding over many documents, in one language; ``waiver`` says why and by whom it is waived."""

    number: int
    rule: str
    code: str
    severity: Severity
    message: str
    suggestion: str | None
    places: tuple[CrossPlace, ...]
    waiver: str | None = None


@frozen(kw_only=True)
class RuleCount:
    """How often a rule found something, waived findings left out."""

    rule: str
    code: str
    counts: dict[Severity, int]
    documents: int

    @property
    def total(self) -> int:
        """All its findings."""
        return sum(self.counts.values())


@frozen(kw_only=True)
class OrganCount:
    """The documents of one issuer; ``None`` for those that name none or were not read."""

    name: str | None
    statuses: dict[str, int]
    findings: dict[Severity, int]
    classes: dict[str, int]

    @property
    def documents(self) -> int:
        """All of them."""
        return sum(self.statuses.values())
