"""The typed reply: what a document says, each value with its place in the source. Nothing but data lives here.

Spans count code points of ``Source.text`` from 0 and are half open. ``text`` is reading text: soft line breaks,
page-break splits, layout spaces and inline mark-up are resolved, characters are otherwise those of the document.
A text that was put together from separated places also lists them as ``pieces``; its ``span`` covers them all.
What the document does not say is ``None`` or empty, never a guess; a form cell that is there but empty has the text ``""``.
"""

from __future__ import annotations

from govreply.model.body import Announcement, Conclusion, Measure, Section
from govreply.model.facts_address import Address, JointCount, NamedPerson, Pronoun, SelfReference
from govreply.model.facts_arithmetic import Arithmetic, Breakdown, Change, Hedge, Range, Share
from govreply.model.facts_citations import Citing, IssuedCitation, LawCitation, TitleMark
from govreply.model.facts_disposition import ClassMark, Outcome, PartRate, Statement
from govreply.model.facts_identity import Identity, NamedPlace, PrintedNumber
from govreply.model.facts_marks import PaperMark
from govreply.model.facts_naming import Alias, Naming, OrganName, PartySlip
from govreply.model.facts_personal import Personal
from govreply.model.facts_structure import AttachmentBody, Ending, Requested, Structure, Voice
from govreply.model.facts_time import PageDate, PlanPeriod, Prospect, Timing, WeekdayClaim
from govreply.model.facts_typography import Irregularity, IrregularityKind
from govreply.model.form import Choice, Feedback, FormField, Opinion, Option
from govreply.model.matter import Assembly, Matter
from govreply.model.parties import Addressee, Agency, AgencyMention, Attachment, Contact, ContactLabel, Phone, Signature
from govreply.model.reply import Diagnostic, Metadata, Part, Reply, SourceInfo
from govreply.model.texts import Citation, DateText, Disclosure, Disposition, DocumentNumber, Figure, Text
from govreply.model.words import (
    AddresseeKind,
    AgencyRole,
    Body,
    ChangeKind,
    ChoiceName,
    ConclusionKind,
    DisclosureValue,
    Level,
    MarkFault,
    MatterKind,
    PageDateKind,
    PaperMarkKind,
    PersonalKind,
    PronounKind,
    Standing,
    StatementKind,
    Where,
)

__all__ = [
    "Address",
    "Addressee",
    "AddresseeKind",
    "Agency",
    "AgencyMention",
    "AgencyRole",
    "Alias",
    "Announcement",
    "Arithmetic",
    "Assembly",
    "Attachment",
    "AttachmentBody",
    "Body",
    "Breakdown",
    "Change",
    "ChangeKind",
    "Choice",
    "ChoiceName",
    "Citation",
    "Citing",
    "ClassMark",
    "Conclusion",
    "ConclusionKind",
    "Contact",
    "ContactLabel",
    "DateText",
    "Diagnostic",
    "Disclosure",
    "DisclosureValue",
    "Disposition",
    "DocumentNumber",
    "Ending",
    "Feedback",
    "Figure",
    "FormField",
    "Hedge",
    "Identity",
    "Irregularity",
    "IrregularityKind",
    "IssuedCitation",
    "JointCount",
    "LawCitation",
    "Level",
    "MarkFault",
    "Matter",
    "MatterKind",
    "Measure",
    "Metadata",
    "NamedPerson",
    "NamedPlace",
    "Naming",
    "Opinion",
    "Option",
    "OrganName",
    "Outcome",
    "PageDate",
    "PageDateKind",
    "PaperMark",
    "PaperMarkKind",
    "Part",
    "PartRate",
    "PartySlip",
    "Personal",
    "PersonalKind",
    "Phone",
    "PlanPeriod",
    "PrintedNumber",
    "Pronoun",
    "PronounKind",
    "Prospect",
    "Range",
    "Reply",
    "Requested",
    "Section",
    "SelfReference",
    "Share",
    "Signature",
    "SourceInfo",
    "Standing",
    "Statement",
    "StatementKind",
    "Structure",
    "Text",
    "Timing",
    "TitleMark",
    "Voice",
    "WeekdayClaim",
    "Where",
]
