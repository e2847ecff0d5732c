"""What follows the body: signature and date, contacts, copies, print line, attachments, notes. Offices order it freely."""

from __future__ import annotations

from govreply.grammar.contacts import is_contact_row, read_contacts
from govreply.grammar.draft import Draft
from govreply.grammar.letterhead import class_line, disclosure_line, signer_line
from govreply.grammar.marks import is_mark_row
from govreply.grammar.organs import as_mention, is_organ, split_organs
from govreply.grammar.rows import Row, as_text, tidy
from govreply.lexicon.dates import DateMatch, find_dates, read_date_line
from govreply.lexicon.fold import fold
from govreply.model import Attachment, DateText, Signature, Text, Where
from govreply.patterns import compile_pattern
from govreply.span import MappedText, hull

_COPIES = compile_pattern(r"^(?:抄 {0,4}送|抄 {0,4}报|主报|报送|分送) {0,3}(?:单位|机关)? {0,3}：")
_PRINT = compile_pattern(
    r"(?:办公室|办公厅|局|委|政府|办|厅|处)?.{0,12}[0-9〇一二三四五六七八九十]{1,4}日? {0,3}印发$|^印发(?:日期|时间)："
)
_ATTACHMENT = compile_pattern(r"^附 {0,4}件? {0,4}：")
_ATTACHMENT_ITEM = compile_pattern(r"^(?P<marker>[0-9]{1,2}[.、．])(?![0-9])|^(?P<cn>[一二三四五六七八九十]{1,2}、)")
_NOTE = compile_pattern(r"^[（(].{2,60}[）)]。?$")
_SEAL = compile_pattern(r"(?:签章|盖章|公章|签字|签名)[：）]?.{0,20}$")
_DATE_AT_END = compile_pattern(
    r"(?P<date>[12〇一二三四五六七八九0OＯ○]{2,4}[0-9〇一二三四五六七八九O○ ]{0,4}[年./-].{2,14})$"
)
_COUNT = compile_pattern(r"（[0-9一二三四五六七八九十]{1,2}份?）$")
_COPY_SPLIT = compile_pattern(r"[，、；]|(?<=[\p{Han}）]) +(?=[\p{Han}])")
_CLOSING_SIGNS = "。！？；"


def kind_of(row: Row) -> str:
    """What a row of the tail is: copies, print, attachment, contact, date, organ, signed, note, mark; ``""`` for prose."""
    folded = row.folded
    if _COPIES.match(row.raw_folded.lstrip()):
        return "copies"
    if _ATTACHMENT.match(row.raw_folded.lstrip()) and len(folded) <= 120:
        return "attachment"
    if _PRINT.search(folded) and len(folded) <= 60 and "。" not in folded:
        return "print"
    if is_contact_row(row):
        return "contact"
    if read_date_line(folded) is not None:
        return "date"
    if split_organs(row.raw) is not None:
        return "organ"
    if signed(row) is not None:
        return "signed"
    if _NOTE.match(folded):
        return "note"
    if is_mark_row(folded):
        return "mark"
    if len(folded) <= 30 and _SEAL.search(folded) and "。" not in folded:
        return "mark"
    return ""


def signed(row: Row) -> tuple[list[MappedText], MappedText] | None:
    """Organ and date on one row."""
    folded = row.raw_folded.rstrip()
    match = _DATE_AT_END.search(folded)
    while match is not None:
        date = row.raw.cut(match.start("date"), len(folded))
        organs = split_organs(row.raw.cut(0, match.start("date")))
        if organs is not None and read_date_line(fold(tidy(date).text)) is not None:
            return organs, date
        match = _DATE_AT_END.search(folded, match.start() + 1)
    return None


def read_tail(draft: Draft, rows: list[Row]) -> None:
    """Read the rows behind the body; each is claimed for what it is."""
    kinds = [(row, kind_of(row)) for row in rows]
    contacts = [row for row, kind in kinds if kind == "contact"]
    _read_signature(draft, [(row, kind) for row, kind in kinds if kind in ("organ", "date", "signed")])
    read_contacts(draft, contacts)
    previous = ""
    for row, kind in kinds:
        if kind == "copies":
            _read_copies(draft, row)
        elif kind == "print":
            _read_print(draft, row)
        elif kind == "attachment" or (previous == "attachment" and _ATTACHMENT_ITEM.match(row.folded)):
            kind = "attachment"
            _read_attachments(draft, row)
        elif kind in ("mark", "") and class_line(draft, row.tidy, row.folded):
            kind = "disposition"
        elif kind == "mark" and signer_line(draft, row.tidy, row.folded):
            kind = "signer"
        if kind in ("note", "mark", "") and disclosure_line(draft, row.tidy, row.folded):
            kind = "disclosure"
        if kind:
            draft.claim(row, kind)
        previous = kind


def _read_signature(draft: Draft, rows: list[tuple[Row, str]]) -> None:
    """Organs next to a date sign; a second date or a far organ is told, not taken."""
    organs: list[MappedText] = []
    dates: list[MappedText] = []
    for row, kind in rows:
        if kind == "signed":
            both = signed(row)
            if both is not None:
                organs.extend(both[0])
                dates.append(tidy(both[1]))
        elif kind == "organ":
            organs.extend(split_organs(row.raw) or [])
        else:
            dates.append(row.tidy)
    if not organs and not dates:
        return
    date = _date(draft, dates[0]) if dates else None
    for extra in dates[1:]:
        if extra.text != dates[0].text:
            draft.why.reject("signature.date", extra.text, extra.whole, "a date of the signature stands before it")
    unique: list[MappedText] = []
    for organ in organs:
        if organ.text not in [u.text for u in unique]:
            unique.append(organ)
    span = hull([o.whole for o in unique] + ([date.span] if date else []))
    iso = date.iso if date is not None and date.iso and len(date.iso) == 10 else None
    draft.signature = Signature(span=span, agencies=(), date=iso, date_text=date)
    draft.signature = Signature(
        span=span, agencies=tuple(as_mention(draft, o) for o in unique), date=iso, date_text=date
    )
    for organ in unique:
        draft.why.accept("signature.agencies", organ.text, organ.whole, "an organ alone on its row behind the body")
    if date is not None:
        draft.why.accept("signature.date", date.text, date.span, "a date alone on its row behind the body")


def _date(draft: Draft, text: MappedText) -> DateText:
    match = read_date_line(fold(text.text))
    base = as_text(text)
    if match is None:
        return DateText(text=base.text, span=base.span, pieces=base.pieces, iso=None, where=Where.SIGNATURE)
    if match.problem is not None:
        draft.diagnose(f"date-{match.problem}", base.span, "signature.date", base.text)
    return as_date(text, match, Where.SIGNATURE)


def as_date(text: MappedText, match: DateMatch, where: Where) -> DateText:
    """A date found in `text` as a value of the model."""
    base = as_text(text, match.start, match.end)
    return DateText(
        text=base.text,
        span=base.span,
        pieces=base.pieces,
        iso=match.iso,
        year=match.year,
        month=match.month,
        day=match.day,
        where=where,
    )


def _read_copies(draft: Draft, row: Row) -> None:
    """抄送：a，b，c。 The trailing count of copies (2份) is no part of a name."""
    folded = row.raw_folded
    label = _COPIES.search(folded)
    if label is None:
        return
    at = label.end()
    end = len(folded.rstrip(" 。"))
    for match in [*_COPY_SPLIT.finditer(folded, at, end), None]:
        stop = match.start() if match else end
        name = tidy(row.raw.cut(at, stop))
        count = _COUNT.search(fold(name.text))
        if count is not None:
            name = name.cut(0, count.start())
        name = name.strip("。，、；")
        if name.text:
            draft.copies.append(as_text(name))
            draft.why.accept("copies", name.text, name.whole, "behind 抄送")
        at = match.end() if match else end


def _read_print(draft: Draft, row: Row) -> None:
    for match in find_dates(row.folded):
        draft.dates.append(as_date(row.tidy, match, Where.TAIL))


def _read_attachments(draft: Draft, row: Row) -> None:
    label = _ATTACHMENT.match(row.folded)
    text = row.tidy.cut(label.end() if label else 0, len(row.text))
    folded = fold(text.text)
    marker = _ATTACHMENT_ITEM.match(folded)
    name = text.cut(marker.end() if marker else 0, len(text.text))
    if name.text:
        base: Text = as_text(name)
        ordinal = int(marker["marker"].rstrip(".、．")) if marker and marker["marker"] else None
        draft.attachments.append(Attachment(text=base.text, span=base.span, pieces=base.pieces, ordinal=ordinal))


def tail_start(rows: list[Row]) -> int:
    """Index of the first row of the tail: from there on no row is prose, stray rows apart."""
    start = len(rows)
    strays = 0
    for at in range(len(rows) - 1, -1, -1):
        kind = kind_of(rows[at])
        if kind in ("note", "mark", "organ", "date", "") and _is_prose(rows[at]):
            break
        if not kind:
            strays += 1
            if strays > 4:
                break
            continue
        start = at
    return start


def _is_prose(row: Row) -> bool:
    """A sentence, or a numbered or long line: it belongs to the body."""
    folded = row.folded
    if len(folded) > 60:
        return True
    if kind_of(row):
        return False
    return folded[-1:] in _CLOSING_SIGNS or "，" in folded or "。" in folded


__all__ = ["as_date", "is_organ", "kind_of", "read_tail", "signed", "tail_start"]
