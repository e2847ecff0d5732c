"""What is kept of one document: plain rows, made where the document was read, so that little crosses the pipe."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

from attrs import frozen

from govreply.convert import converter, to_plain
from govreply.errors import Cause, UnreadableError
from govreply.findings import Finding, Result, RuleState, Verdict, Waiver
from govreply.model import Contact, Reply
from govreply.places import Place
from govreply.private import hider, veiled
from govreply.source import Source
from govreply.span import Span

Row = tuple[Any, ...]
Hide = Callable[[str], str]

_LONGEST_QUOTE: Final = 200
# columns of a place, in the order of the tables
_IN_FILE: Final = ("page", "paragraph", "story", "table_number", "table_row", "table_column")
_PLACE: Final = ("start", "end", "line", "column", *_IN_FILE, "quote")
_NOWHERE: Final = (None,) * len(_IN_FILE)
_MOBILE_DIGITS: Final = 11
_KEPT_STATES: Final = (RuleState.UNDETERMINED, RuleState.CRASHED)
_OPINIONS: Final = ("会办", "协办", "分办")
# what takes half the time of the best for a few per cent more bytes
_LEVEL: Final = 6


@frozen(kw_only=True)
class Digest:
    """What is known of an input before it is parsed: its length in bytes and the SHA-256 of them, in hexadecimal."""

    size: int
    sha256: str


@frozen(kw_only=True)
class Record:
    """Everything that is kept of one input. Each row has the columns of its table in ``schema.sql``, without the keys.

    Attributes:
        digest: ``None`` where the input could not be read whole.
        fingerprint: of what it was checked with.
        document: the columns of ``documents`` by name; those that are missing are NULL.
        findings: with the rows of ``related`` of each.
        bands: for ``minhash``: bucket of each band, in order; empty where there is no body to compare.
        waiver_uses: (file, entry, used).
    """

    digest: Digest | None
    fingerprint: str
    document: dict[str, Any]
    findings: tuple[tuple[dict[str, Any], tuple[Row, ...]], ...] = ()
    rule_states: tuple[Row, ...] = ()
    matters: tuple[Row, ...] = ()
    contacts: tuple[Row, ...] = ()
    organs: tuple[Row, ...] = ()
    bands: tuple[int, ...] = ()
    waiver_uses: tuple[Row, ...] = ()

    @property
    def state(self) -> str:
        """The state of the input that this makes."""
        return "unread" if self.document.get("cause") else "done"


@frozen(kw_only=True)
class Checked:
    """A document after checking, as records are made of it.

    Attributes:
        zh, en: the same result in both languages, after waivers.
        families: name of a rule → its family.
        waiver_uses: (file, entry, used).
        seconds: that reading and checking took.
        bands: see :class:`Record`.
    """

    zh: Result
    en: Result
    families: dict[str, str]
    waiver_uses: tuple[Row, ...] = ()
    seconds: float = 0.0
    bands: tuple[int, ...] = ()


def record_of(checked: Checked, digest: Digest, fingerprint: str, *, show_private: bool) -> Record:
    """What is kept of a document. Unless `show_private` what is private is masked in whatever a person reads of it.

    Kept as they are: the reply, and the contacts, which are compared with those of other documents.
    """
    result = checked.zh
    if result.failure is not None:
        return unread_record(digest, fingerprint, result.failure.cause, result.failure.detail, checked.seconds)
    reply, source = result.reply, result.source
    assert reply is not None and source is not None  # noqa: S101 - a result without failure has both
    shown = (result, checked.en) if show_private else (veiled(result), veiled(checked.en))
    hide = str if show_private else hider(reply.personal)
    return Record(
        digest=digest,
        fingerprint=fingerprint,
        document=_document(result, reply, shown[0].source or source, hide, checked.seconds),
        findings=tuple(_findings(*shown, checked.families)),
        rule_states=tuple(
            (o.rule, o.state.value, _clean(hide(o.detail))) for o in result.outcomes if o.state in _KEPT_STATES
        ),
        matters=tuple(_matters(reply, hide)),
        contacts=tuple(row for contact in reply.contacts for row in _contact(contact, _issuer(reply, hide))),
        organs=tuple(_organs(reply, hide)),
        bands=checked.bands,
        waiver_uses=checked.waiver_uses,
    )


def unread_record(
    digest: Digest | None, fingerprint: str, cause: Cause, detail: str, seconds: float | None = None
) -> Record:
    """What is kept of an input that could not be read."""
    document = {
        "verdict": Verdict.UNDETERMINED.value,
        "is_reply": 0,
        "seconds": seconds,
        "cause": cause.value,
        "detail": _clean(detail),
    }
    return Record(digest=digest, fingerprint=fingerprint, document=document)


def lost_record(digest: Digest | None, fingerprint: str, error: UnreadableError) -> Record:
    """As :func:`unread_record`, for an exception."""
    return unread_record(digest, fingerprint, error.cause, error.detail)


def packed(text: str) -> bytes:
    """`text` as the store's BLOB columns hold it."""
    return zlib.compress(text.encode("utf-8", "surrogatepass"), _LEVEL)


def unpacked(blob: bytes) -> str:
    """The text that :func:`packed` made `blob` of."""
    return zlib.decompress(blob).decode("utf-8", "surrogatepass")


def reply_of(reply: bytes, places: bytes | None) -> Reply:
    """The reply that the columns ``reply`` and ``places`` of a document hold."""
    plain = json.loads(unpacked(reply))
    plain["places"] = json.loads(unpacked(places)) if places else []
    return converter().structure(plain, Reply)


def _document(result: Result, reply: Reply, shown: Source, hide: Hide, seconds: float) -> dict[str, Any]:
    plain = to_plain(reply)
    places = plain.pop("places")
    return {
        "verdict": result.verdict.value,
        "is_reply": int(reply.is_reply),
        "media_type": shown.media_type,
        "kind": reply.matter.kind.value if reply.matter and reply.matter.kind else None,
        "profile": result.profile,
        "title": _text(reply.title, hide),
        "number": _text(reply.document_number, hide),
        "class_mark": reply.disposition.code if reply.disposition else None,
        "issuer": _issuer(reply, hide),
        "date": reply.signature.date if reply.signature else None,
        "lead_role": _lead_role(reply),
        "pages": shown.pages,
        "characters": len(shown.text),
        "seconds": seconds,
        "reply": packed(json.dumps(plain, ensure_ascii=False, separators=(",", ":"))),
        "text": packed(shown.text),
        "places": packed(json.dumps(places, separators=(",", ":"))) if places else None,
    }


def _findings(zh: Result, en: Result, families: dict[str, str]) -> Iterator[tuple[dict[str, Any], tuple[Row, ...]]]:
    assert zh.source is not None  # noqa: S101 - what was read has one
    for left, right in zip(zh.findings, en.findings, strict=True):
        yield _finding(left, right, zh.source, families, None)
    for one, other in zip(zh.waived, en.waived, strict=True):
        yield _finding(one.finding, other.finding, zh.source, families, one.waiver)


def _finding(
    zh: Finding, en: Finding, source: Source, families: dict[str, str], waiver: Waiver | None
) -> tuple[dict[str, Any], tuple[Row, ...]]:
    row = {
        "rule": zh.rule,
        "code": zh.code,
        "family": families.get(zh.rule),
        "severity": zh.severity.value,
        "message_zh": _clean(zh.message),
        "message_en": _clean(en.message),
        **dict(zip(_PLACE, _place(source, zh.span), strict=True)),
        "suggestion_zh": _clean(zh.suggestion),
        "suggestion_en": _clean(en.suggestion),
        "fix": _clean(zh.fix.text) if zh.fix else None,
        "waived": int(waiver is not None),
        "waiver_reason": _clean(waiver.reason) if waiver else None,
        "waiver_who": _clean(waiver.who) if waiver else None,
        "waiver_origin": _clean(waiver.origin) if waiver else None,
    }
    return row, tuple(
        (_clean(a.label), _clean(b.label), *_place(source, a.span)) for a, b in zip(zh.related, en.related, strict=True)
    )


def _place(source: Source, span: Span) -> Row:
    location = source.locate(span)
    place: Place | None = location.place
    found = (
        (place.page, place.paragraph, place.story.value, place.table, place.row, place.column) if place else _NOWHERE
    )
    quote = source.text[span.start : min(span.end, span.start + _LONGEST_QUOTE)]
    return span.start, span.end, location.line, location.column, *found, _clean(quote)


def _matters(reply: Reply, hide: Hide) -> Iterator[Row]:
    year = _year(reply)
    matters: Sequence[Any] = reply.matters or ((reply.matter,) if reply.matter else ())
    for matter in matters:
        assembly = matter.assembly
        yield (
            matter.kind.value if matter.kind else None,
            assembly.body.value if assembly else None,
            assembly.level.value if assembly and assembly.level else None,
            _clean(assembly.place) if assembly else None,
            matter.term,
            matter.session,
            _text(matter.number),
            _text(matter.title, hide),
            year,
            matter.span.start,
            matter.span.end,
        )


def _contact(contact: Contact, unit: str | None) -> Iterator[Row]:
    name, role = _text(contact.name), _text(contact.role)
    place = (contact.span.start, contact.span.end)
    if not contact.phones:
        yield (name, unit, None, None, None, role, *place)
    for phone in contact.phones:
        digits = phone.text.replace("-", "")
        is_mobile = len(digits) == _MOBILE_DIGITS and digits.startswith("1")
        number = (None, phone.extension, digits) if is_mobile else (_clean(phone.text), phone.extension, None)
        yield (name, unit, *number, role, *place)


def _organs(reply: Reply, hide: Hide) -> Iterator[Row]:
    for agency in reply.agencies:
        written = _clean(hide(agency.text))
        for role in agency.roles:
            yield _clean(agency.canonical) or written, written, role.value


def _lead_role(reply: Reply) -> str | None:
    if not reply.is_reply:
        return None
    title = reply.title.text if reply.title else ""
    return "joint" if any(word in title for word in _OPINIONS) else "lead"


def _issuer(reply: Reply, hide: Hide) -> str | None:
    return _clean(hide(reply.issuer.canonical or reply.issuer.text)) if reply.issuer else None


def _year(reply: Reply) -> int | None:
    if reply.signature and reply.signature.date:
        return int(reply.signature.date[:4])
    return reply.document_number.year if reply.document_number else None


def _text(value: Any, hide: Hide = str) -> str | None:
    return _clean(hide(value.text)) if value is not None else None


def _clean(text: str | None) -> Any:
    """`text` without lone surrogates, which SQLite takes for no text."""
    if text is None or text.isascii():
        return text
    return text.encode("utf-8", "replace").decode("utf-8") if _has_surrogate(text) else text


def _has_surrogate(text: str) -> bool:
    return any("\ud800" <= sign <= "\udfff" for sign in text)
