"""Replies and findings as flat rows for pandas, Polars and Arrow: no row holds anything but text, numbers and truth values.

A reply makes several tables, as it has several contacts and measures; every row begins with the document's name and the SHA-256
of its bytes, by which tables are joined. Every row of a table has all of its columns, in one order, whether filled or not,
and a column has one type in all rows. ``start`` and ``end`` are offsets in the source, see :class:`~govreply.span.Span`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from govreply.findings import Finding, Result
from govreply.model import Agency, Choice, Contact, Feedback, Matter, Measure, Reply, Section, Text
from govreply.source import Source
from govreply.span import Span

Value = str | int | float | bool | None
Row = dict[str, Value]

_KEY: Final = {"document": str, "sha256": str}
_PLACE: Final = {"start": int, "end": int}
_MATTER: Final = {
    "kind": str,
    "assembly": str,
    "body": str,
    "level": str,
    "place": str,
    "term": int,
    "session": int,
    "number": str,
    "topic": str,
}

COLUMNS: Final[Mapping[str, Mapping[str, type]]] = {
    "documents": {
        **_KEY,
        "media_type": str,
        "characters": int,
        "is_reply": bool,
        "title": str,
        "issuer": str,
        "issuer_canonical": str,
        "document_number": str,
        "organ_code": str,
        "year": int,
        "serial": int,
        "disposition": str,
        "disclosure": str,
        "signer": str,
        **{f"matter_{name}": kind for name, kind in _MATTER.items()},
        "signature_date": str,
        "sections": int,
        "measures": int,
        "has_form": bool,
        "form_blank": bool,
        "form_number": str,
        "published": bool,
        "diagnostics": int,
    },
    "matters": {**_KEY, **_MATTER, **_PLACE},
    "addressees": {**_KEY, "name": str, "kind": str, "honorific": str, **_PLACE},
    "agencies": {**_KEY, "name": str, "canonical": str, "level": str, "role": str, "times": int, **_PLACE},
    "sections": {**_KEY, "parent": int, "depth": int, "marker": str, "ordinal": int, "heading": str, **_PLACE},
    "measures": {**_KEY, "section": int, "marker": str, "ordinal": int, "text": str, **_PLACE},
    "contacts": {
        **_KEY,
        "role": str,
        "name": str,
        "phone": str,
        "extension": str,
        "postcode": str,
        "address": str,
        **_PLACE,
    },
    "citations": {**_KEY, "title": str, "document_number": str, "where": str, **_PLACE},
    "figures": {
        **_KEY,
        "text": str,
        "value": float,
        "unit": str,
        "approximate": bool,
        "subject": str,
        "standing": str,
        "period": str,
        "scope": str,
        **_PLACE,
    },
    "dates": {**_KEY, "text": str, "iso": str, "where": str, **_PLACE},
    "choices": {**_KEY, "question": str, "label": str, "option": str, "checked": bool, "multiple": bool, **_PLACE},
    "form_fields": {**_KEY, "field": str, "label": str, "text": str, **_PLACE},
    "diagnostics": {**_KEY, "code": str, "field": str, "detail": str, **_PLACE},
}
"""The tables of a reply: name → column → type."""

_CELLS: Final = ("proposer", "number", "matter_title", "organ", "place", "date", "phone", "opinion")

FINDING_COLUMNS: Final[Mapping[str, type]] = {
    **_KEY,
    "verdict": str,
    "cause": str,
    "rule": str,
    "code": str,
    "severity": str,
    "message": str,
    "suggestion": str,
    "fix": str,
    "waived": bool,
    **_PLACE,
    "line": int,
    "column": int,
    "page": int,
    "quote": str,
    "related": str,
}
"""The columns of findings."""


def reply_to_records(reply: Reply) -> dict[str, list[Row]]:
    """The rows of every table of :data:`COLUMNS`; see :meth:`Reply.to_records`."""
    tables: dict[str, list[Row]] = {
        "documents": [_document(reply)],
        "matters": [{**_matter(m), **_place(m.span)} for m in _matters(reply)],
        "addressees": [
            {"name": a.name, "kind": a.kind.value, "honorific": _text(a.honorific), **_place(a.span)}
            for a in reply.addressees
        ],
        "agencies": [row for agency in reply.agencies for row in _agency(agency)],
        **_outline(reply),
        "contacts": [row for contact in reply.contacts for row in _contact(contact)],
        "citations": [
            {
                "title": c.title.text,
                "document_number": _text(c.document_number),
                "where": c.where.value,
                **_place(c.span),
            }
            for c in reply.citations
        ],
        "figures": [
            {
                "text": f.text,
                "value": float(f.value),
                "unit": f.unit,
                "approximate": f.approximate,
                "subject": f.subject,
                "standing": f.standing.value,
                "period": f.period,
                "scope": f.scope,
                **_place(f.span),
            }
            for f in reply.figures
        ],
        "dates": [{"text": d.text, "iso": d.iso, "where": d.where.value, **_place(d.span)} for d in reply.dates],
        "choices": [row for choice in (reply.feedback.choices if reply.feedback else ()) for row in _choice(choice)],
        "form_fields": list(_form_fields(reply.feedback)) if reply.feedback else [],
        "diagnostics": [
            {"code": d.code, "field": d.field, "detail": d.detail, **_place(d.span)} for d in reply.diagnostics
        ],
    }
    key: Row = {"document": reply.source.name, "sha256": reply.source.sha256}
    return {name: [_whole(columns, key | row) for row in tables[name]] for name, columns in COLUMNS.items()}


def findings_to_records(results: Result | Iterable[Result]) -> list[Row]:
    """The findings of one result or many, one row each with the columns of :data:`FINDING_COLUMNS`.

    A document without findings makes one row whose ``rule`` is ``None``, so that none is lost: its ``verdict`` says whether it
    passed, and ``cause`` why it could not be read. Findings that waivers let pass are ``waived``. ``line``, ``column`` and
    ``page`` count from 1 (``page`` for page formats only), ``quote`` is the text there, ``related`` names the other places.
    """
    given = (results,) if isinstance(results, Result) else results
    return [_whole(FINDING_COLUMNS, row) for result in given for row in _findings(result)]


def _whole(columns: Mapping[str, type], row: Mapping[str, Value]) -> Row:
    return {name: row.get(name) for name in columns}


def _document(reply: Reply) -> Row:
    number, form, issuer = reply.document_number, reply.feedback, reply.issuer
    return {
        "media_type": reply.source.media_type,
        "characters": reply.source.characters,
        "is_reply": reply.is_reply,
        "title": _text(reply.title),
        "issuer": _text(issuer),
        "issuer_canonical": issuer.canonical if issuer else None,
        "document_number": _text(number),
        "organ_code": number.organ_code if number else None,
        "year": number.year if number else None,
        "serial": number.serial if number else None,
        "disposition": reply.disposition.code if reply.disposition else None,
        "disclosure": reply.disclosure.value.value if reply.disclosure else None,
        "signer": _text(reply.signer),
        **{f"matter_{name}": value for name, value in (_matter(reply.matter) if reply.matter else {}).items()},
        "signature_date": reply.signature.date if reply.signature else None,
        "sections": sum(1 for _ in _sections(reply.sections)),
        "measures": len(reply.measures) + sum(len(section.measures) for section, _, _ in _sections(reply.sections)),
        "has_form": form is not None,
        "form_blank": form.blank if form else None,
        "form_number": _text(form.number) if form else None,
        "published": reply.published,
        "diagnostics": len(reply.diagnostics),
    }


def _matters(reply: Reply) -> tuple[Matter, ...]:
    return reply.matters or ((reply.matter,) if reply.matter else ())


def _matter(matter: Matter) -> Row:
    assembly = matter.assembly
    return {
        "kind": matter.kind.value if matter.kind else None,
        "assembly": _text(assembly),
        "body": assembly.body.value if assembly else None,
        "level": assembly.level.value if assembly and assembly.level else None,
        "place": assembly.place if assembly else None,
        "term": matter.term,
        "session": matter.session,
        "number": _text(matter.number),
        "topic": _text(matter.title),
    }


def _agency(agency: Agency) -> Iterator[Row]:
    """A row for each role that the organ has."""
    place = _place(agency.spans[0]) if agency.spans else {}
    for role in agency.roles or (None,):
        yield {
            "name": agency.text,
            "canonical": agency.canonical,
            "level": agency.level.value if agency.level else None,
            "role": role.value if role else None,
            "times": len(agency.spans),
            **place,
        }


def _outline(reply: Reply) -> dict[str, list[Row]]:
    """Sections and measures; ``parent`` and ``section`` are rows of the sections, from 0."""
    sections: list[Row] = []
    measures = [_measure(measure, None) for measure in reply.measures]
    for at, (section, parent, depth) in enumerate(_sections(reply.sections)):
        sections.append(
            {
                "parent": parent,
                "depth": depth,
                "marker": section.marker.text,
                "ordinal": section.ordinal,
                "heading": _text(section.heading),
                **_place(section.span),
            }
        )
        measures.extend(_measure(measure, at) for measure in section.measures)
    return {"sections": sections, "measures": measures}


def _sections(sections: Iterable[Section]) -> Iterator[tuple[Section, int | None, int]]:
    """Every section in the order of the text, with the place of its parent in this very order, and its depth from 1."""
    stack: list[tuple[Section, int | None, int]] = [(section, None, 1) for section in reversed(tuple(sections))]
    at = 0
    while stack:
        section, parent, depth = stack.pop()
        yield section, parent, depth
        stack.extend((below, at, depth + 1) for below in reversed(section.sections))
        at += 1


def _measure(measure: Measure, section: int | None) -> Row:
    return {
        "section": section,
        "marker": measure.marker.text,
        "ordinal": measure.ordinal,
        "text": measure.text,
        **_place(measure.span),
    }


def _contact(contact: Contact) -> Iterator[Row]:
    """A row for each phone, one for a contact without."""
    for phone in contact.phones or (None,):
        yield {
            "role": _text(contact.role),
            "name": _text(contact.name),
            "phone": _text(phone),
            "extension": phone.extension if phone else None,
            "postcode": _text(contact.postcode),
            "address": _text(contact.address),
            **_place(contact.span),
        }


def _choice(choice: Choice) -> Iterator[Row]:
    for option in choice.options:
        yield {
            "question": choice.name.value,
            "label": choice.label.text,
            "option": option.label.text,
            "checked": option.checked,
            "multiple": choice.multiple,
            **_place(option.label.span),
        }


def _form_fields(form: Feedback) -> Iterator[Row]:
    """A row for each cell, with the key of the form that it became, and one for each key that has no cell of its own."""
    left = {name: value for name in _CELLS if (value := getattr(form, name)) is not None}
    for cell in form.fields:
        name = next((name for name, value in left.items() if _is_inside(value.span, cell.value.span)), None)
        if name is not None:
            del left[name]
        yield {"field": name, "label": cell.label.text, "text": cell.value.text, **_place(cell.value.span)}
    for name, value in left.items():
        yield {"field": name, "label": None, "text": value.text, **_place(value.span)}


def _is_inside(span: Span, other: Span) -> bool:
    return other.start <= span.start and span.end <= other.end


def _findings(result: Result) -> Iterator[Row]:
    document: Row = {
        "document": result.name,
        "sha256": result.source.sha256 if result.source else None,
        "verdict": result.verdict.value,
        "cause": result.failure.cause.value if result.failure else None,
    }
    rows = [_finding(finding, result.source, waived=False) for finding in result.findings]
    rows += [_finding(waived.finding, result.source, waived=True) for waived in result.waived]
    for row in rows or [{}]:
        yield document | row


def _finding(finding: Finding, source: Source | None, *, waived: bool) -> Row:
    row: Row = {
        "rule": finding.rule,
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding.message,
        "suggestion": finding.suggestion,
        "fix": finding.fix.text if finding.fix else None,
        "waived": waived,
        **_place(finding.span),
    }
    if source is not None:
        at = source.locate(finding.span)
        row |= {
            "line": at.line,
            "column": at.column,
            "page": at.place.page if at.place else None,
            "quote": source.text[finding.span.start : finding.span.end],
            "related": "; ".join(_related(source, place.span, place.label) for place in finding.related) or None,
        }
    return row


def _related(source: Source, span: Span, label: str) -> str:
    at = source.locate(span)
    return f"{at.line}:{at.column} {label}"


def _place(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def _text(value: Text | None) -> str | None:
    return value.text if value is not None else None
