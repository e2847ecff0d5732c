"""What follows the body: signature and date, contacts, copies, print line, attachments, notes. Offices order it freely."""

from __future__ import annotations

from govreply.grammar import copies
from govreply.grammar.contact_rows import (
    awaits_value,
    is_further_contact,
    is_value,
    is_wrapped,
    rows_of_table,
    with_further_contact,
    with_value,
    without_wrap,
)
from govreply.grammar.contacts import has_label, is_contact_row, read_contacts
from govreply.grammar.draft import Draft
from govreply.grammar.letterhead import class_line, disclosure_line, signer_beside, signer_line
from govreply.grammar.marks import begins_as_class, is_mark_row
from govreply.grammar.organs import is_organ
from govreply.grammar.rows import Grid, Row
from govreply.grammar.signature import as_date, date_of, is_first_half, organs_of, read_signature, signed, whole
from govreply.patterns import compile_pattern

_NOTE = compile_pattern(r"^（.{2,60}）。?$|^(?:附注|备注|说明|注)：.{2,60}$")
_NOTE_LABEL = compile_pattern(r"^(?:附注|备注|说明|注)：")
_SEAL = compile_pattern(r"(?:签章|盖章|公章|签字|签名)[：）]?.{0,20}$")
_GAP = compile_pattern(r" {1,}+")
_CLOSING_SIGNS = "。！？；"
_LONGEST_PARTED = 160
_LONGEST_WITHOUT_STOP = 120
_MOST_STRAYS = 4
_SIGNING = ("organ", "date", "signed")


def kind_of(row: Row) -> str:
    """What a row of the tail is, ``""`` for prose.

    Kinds are copies, print, attachment, contact, date, organ, signed (organ and date), note, mark, and several for a row
    whose parts, set apart by blanks, are each one of these.
    """
    if len(row.folded) > _LONGEST_WITHOUT_STOP and "。" in row.folded[:-1]:
        return ""  # several sentences; spares the recognisers the body's paragraphs
    return _simple_kind(row) or ("several" if _parts(row) else "")


def _simple_kind(row: Row) -> str:
    folded = row.folded
    if copies.is_copies(row):
        return "copies"
    if copies.is_attachment(row):
        return "attachment"
    if copies.is_print(row):
        return "print"
    if organs_of(row) is not None:
        return "organ"
    if is_contact_row(row):
        return "contact"
    if date_of(row) is not None:
        return "date"
    if signed(row) is not None:
        return "signed"
    if _NOTE.match(folded):
        return "note"
    if is_mark_row(folded):
        return "mark"
    if len(folded) <= 30 and _SEAL.search(folded) and "。" not in folded and not has_label(row):
        return "mark"
    return ""


def _parts(row: Row) -> list[Row]:
    """The parts of a row that blanks set apart, if each of them has a kind of its own."""
    folded = row.raw_folded
    if len(folded) > _LONGEST_PARTED or " " not in folded.strip():
        return []
    parts: list[Row] = []
    at = 0
    gaps = [*_GAP.finditer(folded), None]
    for number, gap in enumerate(gaps):
        stop = gap.start() if gap else len(folded)
        part = row.part(at, stop)
        if not part.text:
            at = gap.end() if gap else at
            continue
        if _simple_kind(part) or (parts and begins_as_class(part.folded)):
            parts.append(part)
            at = gap.end() if gap else at
        elif number == len(gaps) - 1:
            return []
    return parts if len(parts) > 1 else []


def read_tail(draft: Draft, rows: list[Row]) -> None:
    """Read the rows behind the body; each is claimed for what it is."""
    kinds = _laid_out(draft, rows)
    contacts = [row for row, kind in kinds if kind == "contact"] + _contact_tables(draft)
    read_signature(draft, [(row, kind) for row, kind in kinds if kind in _SIGNING])
    read_contacts(draft, contacts)
    previous = ""
    for at, (row, kind) in enumerate(kinds):
        if previous == "copies" and not kind and kinds[at - 1][0].folded[-1:] in "，、；":
            kind = "copies"
            copies.read_copies(draft, row, goes_on=True)
        elif kind == "copies":
            copies.read_copies(draft, row, goes_on=not copies.is_copies(row))
        elif kind == "print":
            copies.read_print(draft, row)
        elif kind == "attachment" or (previous == "attachment" and copies.is_further_attachment(row)):
            kind = "attachment"
            copies.read_attachments(draft, row)
        elif kind in ("mark", "") and class_line(draft, row.tidy, row.folded):
            kind = "disposition"
        elif kind == "mark" and signer_line(draft, row.tidy, row.folded):
            kind = "signer"
        elif kind == "contact":
            signer_beside(draft, row)
        if kind in ("note", "mark", "") and _is_disclosure(draft, row):
            kind = "disclosure"
        if kind:
            draft.claim(row, kind)
        previous = kind


def _is_disclosure(draft: Draft, row: Row) -> bool:
    label = _NOTE_LABEL.match(row.folded)
    start = label.end() if label is not None else 0
    return disclosure_line(draft, row.tidy.cut(start, len(row.text)), row.folded[start:])


def _laid_out(draft: Draft, rows: list[Row]) -> list[tuple[Row, str]]:
    """The rows with their kinds: rows of several parts taken apart, halves put together, attachments cut off."""
    result: list[tuple[Row, str]] = []
    dated = ended = False
    for at, row in enumerate(rows):
        if copies.is_attachment_head(row) and dated:
            draft.claim_all(rows[at:], "attachment")
            draft.why.reject("sections", row.text, row.span, "an attachment behind the signature")
            break
        kind = _simple_kind(row)
        ended = ended or (dated and not kind and _is_prose(row, kind) and not _parts(row))
        dated = dated or kind in ("date", "signed")
        if ended and kind not in ("copies", "print"):
            kind = ""  # what follows prose behind the date is no part of the letter's tail
        above, above_kind = result[-1] if result else (None, "")
        both = copies.rest_behind_copies(row) if kind == "copies" else None
        if both is not None and _simple_kind(both[1]):
            _replace(draft, row)
            result.extend((part, _simple_kind(part)) for part in both)
            continue
        if not kind and not ended and (parts := _parts(row)):
            _replace(draft, row)
            result.extend((part, _simple_kind(part)) for part in parts)
            dated = dated or any(k in ("date", "signed") for _, k in result)
        elif above is not None and not kind and above_kind == "contact" and awaits_value(above) and is_value(row):
            _replace(draft, above, row)
            result[-1] = (with_value(above, row), "contact")
        elif above is not None and not kind and above_kind == "contact" and is_further_contact(above, row):
            _replace(draft, above, row)
            result[-1] = (with_further_contact(above, row), "contact")
        elif above is not None and not kind and above_kind == "contact" and is_wrapped(above, row):
            _replace(draft, above, row)
            result[-1] = (without_wrap(above, row), "contact")
        elif above is not None and not kind and above_kind == "copies" and copies.is_cut(above, row):
            _replace(draft, above, row)
            result[-1] = (copies.joined(above, row), "copies")
        elif above is not None and kind == "organ" and not above_kind and is_first_half(above, row):
            _replace(draft, above, row)
            result[-1] = (whole(above, row), "organ")
        else:
            result.append((row, kind))
    return _with_copies_below(result)


def _with_copies_below(kinds: list[tuple[Row, str]]) -> list[tuple[Row, str]]:
    """The rows below a bare 抄送： as copies, one recipient a row, up to anything else; an organ above the date signs."""
    result = list(kinds)
    open_list = False
    for at, (row, kind) in enumerate(kinds):
        if copies.is_bare_label(row):
            open_list = True
        elif open_list:
            following = kinds[at + 1][1] if at + 1 < len(kinds) else ""
            open_list = copies.is_recipient(row, kind) and following not in ("date", "signed")
            if open_list:
                result[at] = (row, "copies")
    return result


def _replace(draft: Draft, *rows: Row) -> None:
    """Take rows out that others stand for from now on."""
    draft.pieces = [p for p in draft.pieces if all(p is not row for row in rows)]


def _contact_tables(draft: Draft) -> list[Row]:
    """The rows of tables that hold contacts and nothing else."""
    found: list[Row] = []
    for piece in draft.pieces:
        if isinstance(piece, Grid):
            rows = rows_of_table(piece)
            if rows is not None:
                found.extend(rows)
                draft.claim(piece, "contact")
    return found


def tail_start(rows: list[Row], form: int | None = None) -> int:
    """Index of the first row of the tail: from there on no row is prose, stray rows apart.

    Where something with prose follows the letter (an attachment, a form that was not recognised), the tail begins at the
    signature in front of it.

    Args:
        form: index of the first row behind the start of a form; what is left of a form signs no letter that is signed before.
    """
    kinds = [kind_of(row) for row in rows]
    if form is not None:
        before = _start(rows, kinds, form)
        if any(kind in ("date", "signed", "several") for kind in kinds[before:form]):
            return before
    start = _start(rows, kinds, len(rows))
    if not any(kind in ("date", "signed", "several") for kind in kinds[start:]):
        signature = _signature_amid(kinds[:start])
        if signature is not None:
            return _start(rows, kinds, signature + 1)
    return start


def _start(rows: list[Row], kinds: list[str], end: int) -> int:
    start = end
    strays = 0
    for at in range(end - 1, -1, -1):
        kind = kinds[at]
        if kind in ("note", "mark", "organ", "date", "") and _is_prose(rows[at], kind):
            break
        if not kind:
            strays += 1
            if strays > _MOST_STRAYS:
                break
            continue
        start = at
    if 0 < start < len(rows) and kinds[start] == "organ" and is_first_half(rows[start - 1], rows[start]):
        start -= 1
    return start


def _signature_amid(kinds: list[str]) -> int | None:
    """The first row that dates a signature: organ and date, else a date alone on its row."""
    beside = (
        at
        for at, kind in enumerate(kinds)
        if kind == "signed" or (kind == "date" and at > 0 and kinds[at - 1] in ("organ", "note"))
    )
    return next(beside, next((at for at, kind in enumerate(kinds) if kind == "date"), None))


def _is_prose(row: Row, kind: str) -> bool:
    """A sentence, or a numbered or long line: it belongs to the body."""
    folded = row.folded
    if len(folded) > 60:
        return True
    if kind:
        return False
    return folded[-1:] in _CLOSING_SIGNS or "，" in folded or "。" in folded


__all__ = ["as_date", "is_organ", "kind_of", "read_tail", "signed", "tail_start"]
