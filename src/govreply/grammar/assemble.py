"""The chain: named steps in a fixed order, from blocks to the reply. Later steps read what earlier ones left."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from attrs import evolve, frozen

from govreply.blocks import Document
from govreply.grammar import (
    address,
    addressee,
    arithmetic,
    beside,
    block_markers,
    citing,
    claims,
    closing,
    columns,
    contacts_within,
    disposition,
    flattened,
    form,
    furniture,
    further,
    genre,
    hidden,
    identity,
    invisible,
    joint,
    letterhead,
    matters,
    mentions,
    metadata,
    naming,
    opening,
    outline,
    paper_marks,
    parties,
    personal,
    portal,
    structure,
    tail,
    timing,
    title,
    typography,
)
from govreply.grammar.draft import Draft
from govreply.grammar.leftover import tell_leftovers
from govreply.grammar.paragraphs import Paragraph, cut_at_first_items, join_rows
from govreply.grammar.rows import Piece, Row, lay_out
from govreply.grammar.trace import Trace
from govreply.model import DateText, Part, Reply, SourceInfo


@frozen
class Reading:
    """A reply and the evidence that it rests on."""

    reply: Reply
    trace: Trace


def read_reply(document: Document) -> Reply:
    """Read the reply out of a document. Never raises on content."""
    return read(document).reply


def explain(document: Document) -> Trace:
    """The evidence for every field, accepted and rejected."""
    return read(document).trace


def read(document: Document) -> Reading:
    """The reply and its evidence."""
    draft = Draft(document, lay_out(document))
    for name, step in CHAIN:
        draft.why.step = name
        step(draft)
    return Reading(_reply(draft), draft.why.trace())


def _read_letter(draft: Draft) -> None:
    """Head, opening, body and tail, by the two anchors of a letter: its addressee and its acknowledging sentence."""
    rows = draft.rows
    receipt = opening.find_receipt(rows)
    first, last = _addressee_rows(rows, receipt)
    body_start = receipt if receipt is not None else last
    head = rows[:first]
    addressed = rows[first:last]
    if first == last and receipt is not None:
        head = rows[:receipt]
    elif first == last:  # neither anchor: the head ends with the title
        body_start = max((i + 1 for i, row in enumerate(rows[:_LONGEST_HEAD]) if title.is_title(row.folded)), default=0)
        head = rows[:body_start]
    between = [r for r in rows[last:body_start] if not addressee.is_greeting(r)] if receipt is not None else []
    body = rows[body_start:]
    start = tail.tail_start(body[1:], _form_among(draft, body[1:])) + 1 if body else 0
    draft.why.step = "tail"
    tail.read_tail(draft, body[start:])
    draft.why.step = "head"
    _read_head(draft, head)
    draft.why.step = "addressee"
    addressee.read_addressees(draft, addressed)
    draft.why.step = "body"
    _read_body(draft, between, body[:start], receipt is not None)


def _form_among(draft: Draft, rows: list[Row]) -> int | None:
    """Index of the first of `rows` behind the start of the form; ``None`` where there is none behind them all, or no form."""
    form = draft.feedback
    return None if form is None else next((at for at, row in enumerate(rows) if row.span.start > form.span.start), None)


def _addressee_rows(rows: list[Row], receipt: int | None) -> tuple[int, int]:
    """The range of the addressee rows: right before the acknowledging sentence, greetings between them skipped."""
    if receipt is None:
        at = next((i for i, row in enumerate(rows) if addressee.is_addressee(row)), None)
        return (at, at + 1) if at is not None else (0, 0)
    end = receipt
    for back in range(receipt - 1, max(-1, receipt - 6), -1):
        if addressee.is_addressee(rows[back]):
            end = back + 1
            break
    else:
        return receipt, receipt
    start = end - 1
    while start > 0 and addressee.is_addressee(rows[start - 1]) and not title.is_title(rows[start - 1].folded):
        start -= 1
    return start, end


def _read_head(draft: Draft, head: list[Row]) -> None:
    left = letterhead.read_marks(draft, head)
    left = title.read_title(draft, left)
    parties.read_letterhead(draft, left)
    title.organ_of_title(draft)
    paper_marks.read_title(draft)


def _read_body(draft: Draft, between: list[Row], body: list[Row], opens: bool) -> None:
    paragraphs = cut_at_first_items(join_rows(body, draft.diagnose))
    draft.claim_all(body, "body")
    draft.claim_all(between, "body")
    leading = join_rows(between, draft.diagnose)
    if opens and paragraphs:
        paragraphs = opening.join_opening(paragraphs)
        remains = opening.read_opening(draft, paragraphs[0])
        paragraphs = [*leading, *remains, *paragraphs[1:]]
        first = next((i for i, p in enumerate(paragraphs) if block_markers.opens_unit(p)), len(paragraphs))
        receipt = [Paragraph(draft.receipt_text, ())] if draft.receipt_text is not None else []
        joint.read(draft, [*receipt, *paragraphs[: min(first, len(leading) + len(remains) + 1)]])
    draft.paragraphs = paragraphs
    ends = closing.closing_start(paragraphs)
    draft.closing = [p.cut(0) for p in paragraphs[ends:]]
    contacts_within.read(draft, paragraphs)
    main = paragraphs[:ends]
    next_steps = closing.outlook_start(main)
    draft.outlook = [p.cut(0) for p in main[next_steps:]]
    tree = outline.build(draft, main[:next_steps])
    outline.hang_outlook(tree, main[next_steps:])
    sections, items = outline.sections_of(tree.units)
    draft.sections = sections
    draft.loose = tree.loose
    draft.measures = sorted([*tree.measures, *items], key=lambda m: m.span.start)


def _read_contents(draft: Draft) -> None:
    """Citations, figures, dates, organs and claims of the body."""
    head = [Paragraph(draft.receipt_text, ())] if draft.receipt_text is not None else []
    stretches = [*head, *draft.paragraphs]
    mentions.read_mentions(draft, stretches)
    arithmetic.read(draft, stretches)
    citing.read(draft, stretches)
    timing.read(draft, stretches)
    named = [a for p in stretches for a in mentions.organs(draft, p.tidy, p.folded)]
    mentions.fill_measures(draft, named)
    parties.collect_agencies(draft, named)
    claims.read_claims(draft, draft.paragraphs)
    naming.read(draft, stretches)
    address.read(draft, stretches)
    disposition.read(draft, stretches)


_LONGEST_HEAD = 12  # rows

CHAIN: Final[tuple[tuple[str, Callable[[Draft], None]], ...]] = (
    ("beside", beside.tell),
    ("invisible", invisible.tell),
    ("hidden", hidden.clear),
    ("flattened", flattened.cut_apart),
    ("columns", columns.take_apart),
    ("form", form.read_form),
    ("metadata", metadata.read),
    ("furniture", furniture.clear),
    ("portal", portal.read),
    ("further", further.set_aside),
    ("marks", paper_marks.read),
    ("letter", _read_letter),
    ("metadata", letterhead.from_metadata),
    ("parties", parties.settle_issuer),
    ("matter", matters.settle),
    ("contents", _read_contents),
    ("structure", structure.read),
    ("personal", personal.read),
    ("typography", typography.read),
    ("identity", identity.read),
    ("genre", genre.judge),
    ("leftover", tell_leftovers),
)


def _reply(draft: Draft) -> Reply:
    source = draft.document.source
    reply = Reply(
        is_reply=draft.is_reply,
        source=SourceInfo(
            name=source.name,
            media_type=source.media_type,
            encoding=source.encoding,
            encoding_how=source.encoding_how,
            sha256=source.sha256,
            characters=len(source.text),
            size=source.size,
        ),
        issuer=draft.issuer,
        document_number=draft.document_number,
        disposition=draft.disposition,
        disclosure=draft.disclosure,
        signer=draft.signer,
        title=draft.title,
        matter=draft.matters[0] if draft.matters else None,
        matters=tuple(draft.matters),
        addressees=tuple(draft.addressees),
        receipt=draft.receipt,
        joint_agencies=tuple(draft.joint_agencies),
        paragraphs=tuple(draft.loose),
        sections=tuple(draft.sections),
        measures=tuple(draft.measures),
        outlook=tuple(draft.outlook),
        closing=tuple(draft.closing),
        signature=draft.signature,
        contacts=tuple(draft.contacts),
        contact_labels=tuple(draft.contact_labels),
        copies=tuple(draft.copies),
        attachments=tuple(draft.attachments),
        agencies=tuple(draft.agencies),
        citations=tuple(draft.citations),
        figures=tuple(draft.figures),
        dates=_dates(draft),
        mentions=tuple(draft.mentions),
        announcements=tuple(draft.announcements),
        conclusions=tuple(draft.conclusions),
        feedback=draft.feedback,
        metadata=tuple(draft.metadata),
        parts=_parts(draft),
        arithmetic=draft.arithmetic,
        citing=draft.citing,
        structure=draft.structure,
        personal=tuple(draft.personal),
        paper_marks=tuple(draft.paper_marks),
        irregularities=tuple(draft.irregularities),
        timing=draft.timing,
        address=draft.address,
        naming=draft.naming,
        identity=draft.identity,
        outcome=draft.outcome,
        published=draft.published or bool(draft.metadata) or draft.document.source.media_type == "text/html",
        places=source.places,
    )
    return evolve(reply, diagnostics=tuple(sorted(draft.diagnostics, key=lambda d: d.span.start)))


def _parts(draft: Draft) -> tuple[Part, ...]:
    left: list[tuple[Piece, str]] = [(piece, "left-over") for piece in draft.pieces]
    parts = {(piece.span, what) for piece, what in [*draft.claimed, *left]}
    return tuple(Part(element=what, span=span) for span, what in sorted(parts))


def _dates(draft: Draft) -> tuple[DateText, ...]:
    dates = list(draft.dates)
    if draft.signature is not None and draft.signature.date_text is not None:
        dates.append(draft.signature.date_text)
    if draft.feedback is not None and draft.feedback.date is not None:
        dates.append(draft.feedback.date)
    return tuple(sorted(dates, key=lambda d: d.span.start))
