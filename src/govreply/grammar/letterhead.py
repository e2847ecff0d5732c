"""版头: the organ's name, the document number, the class mark, the signer; and the same marks where offices put them else."""

from __future__ import annotations

from govreply.grammar import metadata
from govreply.grammar.draft import Draft
from govreply.grammar.numbers import build, match_number
from govreply.grammar.rows import Row, as_text, tidy
from govreply.lexicon.fold import fold
from govreply.model import AgencyMention, Disclosure, DisclosureValue, Disposition, Text
from govreply.patterns import compile_pattern
from govreply.span import MappedText, join

_CLASS_CODES = {"甲": "A", "乙": "B", "丙": "C", "丁": "D"}
_CLASS = r"(?P<code>[A-D甲乙丙丁])"
_CLASS_LABEL = r"(?:办理|办复|答复)?(?:类|分) {0,6}(?:别|类)|办理结果|办理结果类别|办理情况|办复情况|办理类型|办复类别|结果类别|办理类别|办结类别|办理等级|建议类别|提案类别"
_CLASS_LINE = compile_pattern(rf"(?:{_CLASS_LABEL})：?（?{_CLASS}）?类?（?类?）?(?=$|[^\p{{Han}}A-Za-z])")
_CLASS_LABEL_ALONE = compile_pattern(rf"(?:{_CLASS_LABEL})：?")
_CLASS_BARE = compile_pattern(rf"（?{_CLASS}）?类?）?")
_CLASS_AFTER_NUMBER = compile_pattern(
    rf"：?[（〔]?(?:(?:{_CLASS_LABEL})：?)?{_CLASS}(?:类|级)?[）〕]?(?![\p{{Han}}A-Za-z、])"
)
_CLASS_IN_TITLE = compile_pattern(rf"办理情况（{_CLASS}）的?函|（{_CLASS}类?）$")
_NUMBER_LABEL = compile_pattern(r"^(?:文号|发文字号|编号|字号|文件编号|建议字|提案字)：?")
_SIGNER = compile_pattern(
    r"(?:签 {0,3}发 {0,3}人|领 {0,3}导 {0,3}签 {0,3}发|签 {0,3}发) {0,3}： {0,4}(?P<name>[\p{Han}·]{1,8}(?: {1,4}[\p{Han}](?![\p{Han}]))?)"
)
_SIGNER_EMPTY = compile_pattern(r"签 {0,3}发 {0,3}人 {0,3}：? {0,6}$")
_DISCLOSURE = {
    "主动公开": DisclosureValue.PUBLIC,
    "公开发布": DisclosureValue.PUBLIC,
    "公开": DisclosureValue.PUBLIC,
    "予以公开": DisclosureValue.PUBLIC,
    "全文公开": DisclosureValue.PUBLIC,
    "可以公开": DisclosureValue.PUBLIC,
    "同意公开": DisclosureValue.PUBLIC,
    "是": DisclosureValue.PUBLIC,
    "依申请公开": DisclosureValue.ON_REQUEST,
    "不予公开": DisclosureValue.WITHHELD,
    "免予公开": DisclosureValue.WITHHELD,
    "不公开": DisclosureValue.WITHHELD,
    "否": DisclosureValue.WITHHELD,
}
_DISCLOSURE_NOTE = compile_pattern(
    r"[（〔]?此件(?P<value>主动公开|公开发布|依申请公开|不予公开|免予公开|不公开|予以公开|可以公开|全文公开|公开)[）〕]?。?"
)
_DISCLOSURE_LABEL = compile_pattern(
    r"(?:公开属性|公开方式|公开类型|信息公开属性|信息公开选项|政府信息公开选项|是否同意公开|是否公开|是否可以公开|公开选项)：?(?P<value>主动公开|依申请公开|不予公开|免予公开|不公开|公开|是|否)"
)
_DISCLOSURE_BARE = compile_pattern(r"[（〔]?(?P<value>主动公开|依申请公开|不予公开|免予公开|公开)[）〕]?")


def read_marks(draft: Draft, rows: list[Row]) -> list[Row]:
    """Read number, class, signer and disclosure off the rows before the addressee; return the rows that are left."""
    left: list[Row] = []
    awaiting_class = False
    for row in rows:
        if awaiting_class and _CLASS_BARE.fullmatch(row.folded):
            _set_class(draft, row.tidy, row.folded, "value under its label")
            draft.claim(row, "disposition")
            awaiting_class = False
            continue
        awaiting_class = bool(_CLASS_LABEL_ALONE.fullmatch(row.folded))
        rest = _read_marks_of(draft, row)
        if rest is None:
            draft.claim(row, "letterhead")
        else:
            left.append(rest)
    return left


def _read_marks_of(draft: Draft, row: Row) -> Row | None:
    """Read the marks of one row. ``None``: nothing else stands in it."""
    raw = _take_signer(draft, row)
    text = tidy(raw)
    folded = fold(text.text)
    label = _NUMBER_LABEL.match(folded)
    start = label.end() if label else 0
    found = match_number(text, folded, start)
    if found is not None and len(folded) <= 60:
        match, number = found
        rest = folded[match.end() :]
        if not rest or _class_after(draft, text, folded, match.end()) or _is_noise(rest):
            if match["code"] in tuple("ABCD") and draft.disposition is None:
                _put_class(
                    draft, as_text(text, match.start("code"), match.end("code")), match["code"], "prefix of the number"
                )
            _set_number(draft, text, match.start(), number.text)
            if draft.document_number is None:
                draft.document_number = build(text, match)
            return None
    if class_line(draft, text, folded) or disclosure_line(draft, text, folded):
        return None
    if not folded:
        return None
    return row if raw is row.raw else Row(raw, row.line)


def _set_number(draft: Draft, text: MappedText, start: int, shown: str) -> None:
    span = text.span(start, len(text.text))
    if draft.document_number is None:
        draft.why.accept("document_number", shown, span, "code, year in brackets and serial on a line of the head")
    else:
        draft.why.reject("document_number", shown, span, "a number was already found")


def _class_after(draft: Draft, text: MappedText, folded: str, pos: int) -> bool:
    match = _CLASS_AFTER_NUMBER.match(folded, pos)
    if match is None:
        return False
    _put_class(
        draft, as_text(text, match.start("code"), match.end("code")), match["code"], "behind the document number"
    )
    return match.end() == len(folded)


def _is_noise(rest: str) -> bool:
    return len(rest) <= 2 and not rest[0].isalnum()


def class_line(draft: Draft, text: MappedText, folded: str) -> bool:
    """Whether the row is a class mark of its own (类别：A, 办理结果：B类, a bare B); if so it is taken."""
    match = _CLASS_LINE.match(folded)
    if match is not None and len(folded) - match.end() <= 4:
        return _set_class(draft, text, folded, "labelled class mark")
    if _CLASS_BARE.fullmatch(folded) and folded[:1] in "ABCD（甲乙丙丁":
        return _set_class(draft, text, folded, "class mark on a line of its own")
    return False


def _set_class(draft: Draft, text: MappedText, folded: str, reason: str) -> bool:
    match = _CLASS_LINE.match(folded) or _CLASS_BARE.fullmatch(folded)
    if match is None:
        return False
    _put_class(draft, as_text(text, match.start("code"), match.end("code")), match["code"], reason)
    return True


def _put_class(draft: Draft, mark: Text, code: str, reason: str) -> None:
    code = _CLASS_CODES.get(code, code)
    if draft.disposition is None:
        draft.disposition = Disposition(text=mark.text, span=mark.span, code=code)
        draft.why.accept("disposition", mark.text, mark.span, reason)
    elif draft.disposition.code != code:
        draft.why.reject("disposition", mark.text, mark.span, "another class mark stands before it")
        draft.diagnose("second-class-mark", mark.span, "disposition", mark.text)


def class_in_title(draft: Draft, title: MappedText, folded: str) -> None:
    """办理情况(B)的函: the class inside the title."""
    match = _CLASS_IN_TITLE.search(folded)
    if match and draft.disposition is None:
        _put_class(draft, as_text(title, match.start("code"), match.end("code")), match["code"], "inside the title")


def disclosure_line(draft: Draft, text: MappedText, folded: str) -> bool:
    """Whether the row is a disclosure mark (此件公开发布, 是否同意公开：是, a bare 公开); if so it is taken."""
    for pattern, reason in (
        (_DISCLOSURE_NOTE, "note under the date"),
        (_DISCLOSURE_LABEL, "labelled"),
        (_DISCLOSURE_BARE, "line of its own"),
    ):
        match = pattern.fullmatch(folded)
        if match is not None:
            put_disclosure(draft, as_text(text, match.start(), match.end()), match["value"], reason)
            return True
    return False


def put_disclosure(draft: Draft, mark: Text, value: str, reason: str) -> None:
    """Keep the first disclosure mark; a later one that differs is told."""
    meaning = _DISCLOSURE.get(value)
    if meaning is None:
        return
    if draft.disclosure is None:
        draft.disclosure = Disclosure(text=mark.text, span=mark.span, value=meaning)
        draft.why.accept("disclosure", mark.text, mark.span, reason)
    elif draft.disclosure.value is not meaning:
        draft.why.reject("disclosure", mark.text, mark.span, "another disclosure mark stands before it")
        draft.diagnose("second-disclosure-mark", mark.span, "disclosure", mark.text)


def _take_signer(draft: Draft, row: Row) -> MappedText:
    """Cut 签发人：NAME out of a row."""
    raw = row.raw
    folded = fold(raw.text)
    match = _SIGNER.search(folded)
    if match is None:
        return raw
    name = tidy(raw.cut(match.start("name"), match.end("name")))
    if draft.signer is None:
        draft.signer = as_text(name)
        draft.why.accept("signer", name.text, name.whole, "labelled 签发人")
        draft.claimed.append((row.part(match.start(), match.end()), "signer"))
    before, after = raw.cut(0, match.start()), raw.cut(match.end(), len(raw.text))
    if before.text.strip() and after.text.strip():
        return join([before, after], " ")
    return before if before.text.strip() else after


def from_metadata(draft: Draft) -> None:
    """Fill from the page's metadata what the letter itself does not say."""
    number = metadata.value(draft, "number")
    if number is not None and draft.document_number is None:
        found = match_number(number, fold(number.text))
        if found is not None:
            draft.document_number = found[1]
            draft.why.accept("document_number", found[1].text, found[1].span, "metadata of the page")
    mark = metadata.value(draft, "disclosure")
    if mark is not None and draft.disclosure is None:
        put_disclosure(draft, as_text(mark), fold(mark.text), "metadata of the page")


def mention(text: MappedText, start: int, end: int, canonical: str | None) -> AgencyMention:
    """An organ named in a stretch of text."""
    base = as_text(text, start, end)
    return AgencyMention(text=base.text, span=base.span, pieces=base.pieces, canonical=canonical)
