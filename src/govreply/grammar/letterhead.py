"""版头: the document number, the class mark, the disclosure, the signer; and the same marks where offices put them else."""

from __future__ import annotations

from govreply.grammar import marks, metadata
from govreply.grammar.draft import Draft
from govreply.grammar.marks import Mark
from govreply.grammar.numbers import NumberMatch, build, match_number, number_start
from govreply.grammar.organs import is_organ
from govreply.grammar.rows import Row, as_text, tidy
from govreply.lexicon.fold import fold
from govreply.lexicon.labels import alternatives
from govreply.model import Disclosure, DisclosureValue, Disposition
from govreply.patterns import compile_pattern
from govreply.span import MappedText, join

_CLASS_IN_TITLE = compile_pattern(
    r"办理情况（(?P<code>[A-D甲乙丙丁])类?）的?函"  # 办理情况（B）的函
    r"|（(?P<code>[A-D甲乙丙丁])类?）$"  # …的答复（B类）
)
_DISCLOSURE_IN_TITLE = compile_pattern(r"（(?P<value>[\p{Han}]{2,9})）$")
_NUMBER_LABEL = compile_pattern(
    rf"[（〔]?(?:{alternatives(list(marks.words('number')), 0)})：|[（〔](?=[\p{{Han}}A-Z]{{1,20}}[〔（])"
)
_DAMAGED_NUMBER = compile_pattern(
    r"(?!.{0,20}(?:会议|[届次]))[\p{Han}]{1,10}[函字发复办提建议]第?(?:19|20)[0-9]{2}[0-9]{0,4}号?"
)
_LONGEST_MARK_ROW = 60
_WIDE_GAP = compile_pattern(r" {2,}+")


def read_marks(draft: Draft, rows: list[Row]) -> list[Row]:
    """Read number, class, signer and disclosure off the rows before the addressee; return the rows that are left."""
    left: list[Row] = []
    awaited: Row | None = None
    for row in [part for given in rows for part in _side_by_side(given)]:
        bare = marks.bare_class(row.folded) if awaited is not None else None
        if awaited is not None and bare is not None:
            _put_class(draft, row.tidy, bare, "value under its label")
            draft.claim_all([awaited, row], "disposition")
            left = [r for r in left if r is not awaited]
            awaited = None
            continue
        awaited = row if marks.is_class_label(row.raw_folded) else None
        rest = _read_row(draft, row)
        if rest is None:
            draft.claim(row, "letterhead")
        else:
            left.append(rest)
    return left


def _side_by_side(row: Row) -> list[Row]:
    """B类　　　主动公开: marks without labels, parted by wide blanks, as rows of their own."""
    folded = row.raw_folded
    gap = _WIDE_GAP.search(folded.strip()) if len(folded) <= _LONGEST_MARK_ROW else None
    if gap is None:
        return [row]
    lead = len(folded) - len(folded.lstrip())
    parts = [row.part(0, lead + gap.start()), row.part(lead + gap.end(), len(row.raw.text))]
    left, right = parts
    marked = marks.disclosure_row(right.folded) is not None
    is_pair = (
        marked
        if marks.bare_class(right.folded) is None
        else is_organ(left.folded) or marks.disclosure_row(left.folded) is not None
    )
    return parts if is_pair else [row]


def _read_row(draft: Draft, row: Row) -> Row | None:
    """Read the marks of one row. ``None``: nothing else stands in it."""
    raw = _cut_labelled(draft, row)
    text = tidy(raw)
    folded = fold(text.text)
    if not folded:
        return None
    organ = _read_number(draft, raw, text, folded)
    if organ is not None:
        return Row(organ, row.line) if organ.text else None
    mark = marks.bare_class(folded)
    if mark is not None:
        _put_class(draft, text, mark, "class mark on a line of its own")
        return None
    if disclosure_line(draft, text, folded) or _tell_unread(draft, text, folded):
        return None
    return row if raw is row.raw else Row(raw, row.line)


def _cut_labelled(draft: Draft, row: Row) -> MappedText:
    """Take the marks that have a label out of a row: 签发人：NAME　类别：B　公开属性：主动公开."""
    raw = row.raw
    for find, put, what in (
        (marks.class_mark, _put_class, "disposition"),
        (marks.disclosure_mark, _put_disclosure, "disclosure"),
        (marks.signer_mark, _put_signer, "signer"),
    ):
        mark = find(fold(raw.text))
        if mark is None:
            continue
        put(draft, raw, mark, _LABELLED[what])
        draft.claimed.append((Row(raw.cut(mark.start, mark.end), row.line), what))
        sides = [side for side in (raw.cut(0, mark.start), raw.cut(mark.end, len(raw.text))) if side.text.strip()]
        raw = join(sides, "  ") if sides else raw.cut(0, 0)
    return raw


_LABELLED = {"disposition": "labelled class mark", "disclosure": "labelled", "signer": "labelled 签发人"}


def _read_number(draft: Draft, raw: MappedText, text: MappedText, folded: str) -> MappedText | None:
    """Read a row that is a document number; return the organ that stands before it, ``None`` if the row is no number."""
    if len(folded) > _LONGEST_MARK_ROW:
        return None
    label = _NUMBER_LABEL.match(folded)
    organ = MappedText.empty(raw.whole.start)
    if label is None:
        at = number_start(raw)
        front = tidy(raw.cut(0, at))
        if front.text and is_organ(fold(front.text)):
            organ = front
            text = tidy(raw.cut(at, len(raw.text)))
            folded = fold(text.text)
    found = match_number(text, folded, label.end() if label else 0)
    if found is None:
        return None
    if not _rest_is_marks(draft, text, folded, found.end):
        return None
    if found.prefix_class is not None:
        start, end = found.prefix_class
        _put_class(draft, text, Mark(start, end, folded[start:end], start, end), "prefix of the number")
    _put_number(draft, text, found)
    return organ


def _rest_is_marks(draft: Draft, text: MappedText, folded: str, pos: int) -> bool:
    """Behind the number may stand the class, the disclosure, or a lone sign; anything else makes it a line of text."""
    behind = marks.class_behind(folded, pos)
    if behind is not None:
        _put_class(draft, text, behind, "behind the document number")
        pos = behind.end
    rest = folded[pos:]
    if not rest:
        return True
    mark = marks.disclosure_row(rest)
    if mark is not None:
        _put_disclosure(draft, text.cut(pos, len(folded)), mark, "behind the document number")
        return True
    return len(rest) <= 2 and not rest[0].isalnum()


def _put_number(draft: Draft, text: MappedText, found: NumberMatch) -> None:
    number = build(text, found)
    if draft.document_number is not None:
        draft.why.reject("document_number", number.text, number.span, "a number was already found")
        if number.text != draft.document_number.text:
            draft.diagnose("second-document-number", number.span, "document_number", number.text)
        return
    draft.document_number = number
    reason = "code, year in brackets and serial on a line of the head"
    draft.why.accept("document_number", number.text, number.span, reason)
    if number.serial is None:
        draft.diagnose("document-number-empty", number.span, "document_number", number.text)


def _tell_unread(draft: Draft, text: MappedText, folded: str) -> bool:
    """Diagnose what stands where a mark should and cannot be read; labels without a value are taken, as nothing is lost."""
    if marks.is_unread_class(folded):
        draft.diagnose("class-unread", text.whole, "disposition", text.text)
        return True
    if marks.is_signer_label(folded) and folded.endswith("："):
        draft.diagnose("signer-empty", text.whole, "signer", text.text)
        return True
    if _DAMAGED_NUMBER.fullmatch(folded):
        draft.diagnose("document-number-damaged", text.whole, "document_number", text.text)
        return True
    return False


def class_line(draft: Draft, text: MappedText, folded: str) -> bool:
    """Whether the row is a class mark of its own (类别：A, 办理结果：B类, a bare B); if so it is taken."""
    mark = marks.class_mark(folded)
    if mark is not None and mark.start == 0 and len(folded) - mark.end <= 2:
        _put_class(draft, text, mark, "labelled class mark")
        return True
    mark = marks.bare_class(folded)
    if mark is not None:
        _put_class(draft, text, mark, "class mark on a line of its own")
        return True
    return False


def disclosure_line(draft: Draft, text: MappedText, folded: str) -> bool:
    """Whether the row is a disclosure mark (此件公开发布, 是否同意公开：是, a bare 公开); if so it is taken.

    A label without its value is taken too and told.
    """
    mark = marks.disclosure_row(folded)
    reason = "line of its own"
    if mark is None:
        mark, reason = marks.disclosure_mark(folded), "labelled"
        if mark is not None and (mark.start > 0 or len(folded) - mark.end > 2):
            mark = None
    if mark is not None:
        _put_disclosure(draft, text, mark, reason)
        return True
    if marks.is_disclosure_label(folded) and folded.endswith("："):
        draft.diagnose("disclosure-empty", text.whole, "disclosure", text.text)
        return True
    return False


def signer_line(draft: Draft, text: MappedText, folded: str) -> bool:
    """Whether the row is 签发人：NAME and nothing else; if so it is taken."""
    mark = marks.signer_mark(folded)
    if mark is None or mark.start or len(folded) > mark.end:
        return False
    _put_signer(draft, text, mark, _LABELLED["signer"])
    return True


def signer_beside(draft: Draft, row: Row) -> None:
    """Read 签发人：NAME off a row that holds contacts as well."""
    mark = marks.signer_mark(row.raw_folded)
    if mark is not None:
        _put_signer(draft, row.raw, mark, _LABELLED["signer"])


def _put_class(draft: Draft, text: MappedText, mark: Mark, reason: str) -> None:
    """Keep the class that stands first in the document; another that differs is told."""
    sign = as_text(text, mark.value_start, mark.value_end)
    kept = draft.disposition
    if kept is not None and kept.span.start < sign.span.start:
        if kept.code != mark.value:
            draft.why.reject("disposition", sign.text, sign.span, "another class mark stands before it")
            draft.diagnose("second-class-mark", sign.span, "disposition", sign.text)
        return
    draft.disposition = Disposition(text=sign.text, span=sign.span, code=mark.value)
    draft.why.accept("disposition", sign.text, sign.span, reason)
    if kept is not None and kept.code != mark.value:
        draft.why.reject("disposition", kept.text, kept.span, "another class mark stands before it")
        draft.diagnose("second-class-mark", kept.span, "disposition", kept.text)


def _put_disclosure(draft: Draft, text: MappedText, mark: Mark, reason: str) -> None:
    """Keep the disclosure that stands first in the document; another that differs is told."""
    wording = as_text(text.cut(mark.start, mark.end).strip())
    value = DisclosureValue(mark.value)
    kept = draft.disclosure
    if kept is not None and kept.span.start < wording.span.start:
        if kept.value is not value:
            draft.why.reject("disclosure", wording.text, wording.span, "another disclosure mark stands before it")
            draft.diagnose("second-disclosure-mark", wording.span, "disclosure", wording.text)
        return
    draft.disclosure = Disclosure(text=wording.text, span=wording.span, value=value)
    draft.why.accept("disclosure", wording.text, wording.span, reason)
    if kept is not None and kept.value is not value:
        draft.why.reject("disclosure", kept.text, kept.span, "another disclosure mark stands before it")
        draft.diagnose("second-disclosure-mark", kept.span, "disclosure", kept.text)


def _put_signer(draft: Draft, text: MappedText, mark: Mark, reason: str) -> None:
    name = tidy(text.cut(mark.value_start, mark.value_end))
    if draft.signer is None:
        draft.signer = as_text(name)
        draft.why.accept("signer", name.text, name.whole, reason)
    elif draft.signer.text != name.text:
        draft.why.reject("signer", name.text, name.whole, "a signer was already found")


def marks_in_title(draft: Draft, title: MappedText, folded: str) -> None:
    """办理情况(B)的函, …的答复(主动公开): marks inside the title, which stay part of it."""
    match = _CLASS_IN_TITLE.search(folded)
    if match is not None:
        start, end = match.span("code")
        _put_class(draft, title, Mark(start, end, marks.code_of(match["code"]), start, end), "inside the title")
    match = _DISCLOSURE_IN_TITLE.search(folded)
    mark = marks.disclosure_row(match["value"]) if match is not None else None
    if match is not None and mark is not None:
        _put_disclosure(draft, title.cut(*match.span("value")), mark, "inside the title")


def from_metadata(draft: Draft) -> None:
    """Fill from the page's metadata what the letter itself does not say; a disclosure that differs from it is told."""
    number = metadata.value(draft, "number")
    if number is not None and draft.document_number is None:
        found = match_number(number, fold(number.text), 0)
        if found is not None:
            draft.document_number = build(number, found)
            draft.why.accept(
                "document_number", draft.document_number.text, draft.document_number.span, "metadata of the page"
            )
    for name, line in draft.metadata_values:
        found = match_number(line, fold(line.text), 0) if name == "number" else None
        behind = marks.class_behind(fold(line.text), found.end) if found is not None else None
        if behind is not None and draft.disposition is None:
            _put_class(draft, line, behind, "behind the document number")
    wording = metadata.value(draft, "disclosure")
    shown = fold(wording.text) if wording is not None else ""
    mark = marks.disclosure_row(shown) or marks.disclosure_option(shown, 0) or marks.disclosure_answer(shown)
    if wording is not None and mark is not None:
        if draft.disclosure is None:
            _put_disclosure(draft, wording, mark, "metadata of the page")
        elif draft.disclosure.value != mark.value:
            draft.why.reject("disclosure", wording.text, wording.whole, "what the letter prints goes before metadata")
            draft.diagnose("second-disclosure-mark", wording.whole, "disclosure", wording.text)
    if draft.disposition is None:
        _class_of_metadata(draft)


def _class_of_metadata(draft: Draft) -> None:
    for piece, what in list(draft.claimed):
        mark = marks.class_mark(piece.raw_folded) if what == "metadata" and isinstance(piece, Row) else None
        if mark is not None and isinstance(piece, Row):
            _put_class(draft, piece.raw, mark, "metadata of the page")
            return
