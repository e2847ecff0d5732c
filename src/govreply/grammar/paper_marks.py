"""Marks on the paper that say who may see it: 份号, 密级, and marks of drafts and internal papers.

Only a line that is nothing but such a mark counts, and brackets at the end of the title: 机密 and 征求意见稿 are words of
running text as well.
"""

from __future__ import annotations

from govreply.grammar import opening
from govreply.grammar.addressee import is_addressee
from govreply.grammar.draft import Draft
from govreply.grammar.rows import Row, as_text
from govreply.grammar.title import is_title
from govreply.lexicon.fold import fold
from govreply.model import PaperMark, PaperMarkKind
from govreply.patterns import compile_pattern
from govreply.span import MappedText

_LONGEST_HEAD = 12  # rows
_COPY_NUMBER_AMONG = 2  # rows: it stands at the very top
_STAR = "[★☆*⋆]"
_SECRECY = (
    r"(?P<secrecy>绝 {0,3}密|机 {0,3}密|秘 {0,3}密)"
    rf"(?: {{0,3}}{_STAR} {{0,3}}(?:[0-9一二三四五六七八九十]{{1,3}} ?(?:年|个月|月|天)|长期|启用前|解密前)?)?"
)
_HEAD_ROW = compile_pattern(
    r" {0,40}(?:(?P<copy>(?:份 {0,3}号 {0,2}：? {0,3})[0-9]{1,7}|[0-9]{6}) {0,60})?"
    rf"(?:[（〔]?{_SECRECY}[）〕]? {{0,60}})?(?:特 {{0,3}}急|加 {{0,3}}急|平 {{0,3}}急|急 {{0,3}}件)? {{0,40}}"
)
_STARRED = compile_pattern(rf" {{0,40}}[（〔]?(?:绝密|机密|秘密) {{0,3}}{_STAR}[^，。]{{0,8}} {{0,40}}")
_DRAFT = r"(?:征求意见稿|代拟稿|讨论稿|送审稿|未定稿|内部审议稿)"
_KEPT_IN = r"(?:内部(?:资料|文件|材料|使用|文稿|刊物)|仅供内部(?:使用|参考|参阅)|不得外传|严禁外传|请勿外传|不得外泄|严禁外泄|注意保密)"
_DRAFT_ROW = compile_pattern(rf"[（〔]?{_DRAFT}[）〕]?")
_KEPT_IN_ROW = compile_pattern(
    rf"[（〔]?{_KEPT_IN}(?:[，、·★!！ ]?{_KEPT_IN}|[，、]?(?:注意|妥善)保[存管]){{0,2}}[!！]?[）〕]?"
)
_DRAFT_IN_TITLE = compile_pattern(rf"（(?P<mark>{_DRAFT})）$")


def read(draft: Draft) -> None:
    """Take the rows that are nothing but a mark out of the letter."""
    rows = draft.rows
    head = _head_length(rows)
    for at, row in enumerate(rows):
        if at < head and _read_head_row(draft, row, at):
            continue
        if _STARRED.fullmatch(row.raw_folded):
            _keep(draft, row, PaperMarkKind.SECRECY)
        elif _KEPT_IN_ROW.fullmatch(row.folded) or (at < head and _DRAFT_ROW.fullmatch(row.folded)):
            _keep(draft, row, PaperMarkKind.INTERNAL)


def read_title(draft: Draft) -> None:
    """The mark in brackets at the end of the title."""
    if draft.title_text is None:
        return
    found = _DRAFT_IN_TITLE.search(fold(draft.title_text.text))
    if found is not None:
        draft.paper_marks.append(_mark(draft.title_text, *found.span("mark"), PaperMarkKind.INTERNAL))


def _head_length(rows: list[Row]) -> int:
    """How many rows stand before the title, the addressee or the acknowledging sentence."""
    receipt = opening.find_receipt(rows)
    limit = min(_LONGEST_HEAD, len(rows) if receipt is None else receipt)
    return next((n for n in range(limit) if is_title(rows[n].folded) or is_addressee(rows[n])), limit)


def _read_head_row(draft: Draft, row: Row, at: int) -> bool:
    """A row of copy number, secrecy and urgency, as far as it has them."""
    found = _HEAD_ROW.fullmatch(row.raw_folded)
    if found is None or not row.text or (found["copy"] is None and found["secrecy"] is None):
        return False
    if found["copy"] is not None and found["secrecy"] is None and found["copy"].isdigit() and at >= _COPY_NUMBER_AMONG:
        return False
    for group, kind in (("copy", PaperMarkKind.COPY_NUMBER), ("secrecy", PaperMarkKind.SECRECY)):
        if found[group] is not None:
            draft.paper_marks.append(_mark(row.raw, *found.span(group), kind))
            draft.why.accept("paper_marks", found[group], draft.paper_marks[-1].span, "line of its own")
    draft.claim(row, "mark")
    return True


def _keep(draft: Draft, row: Row, kind: PaperMarkKind) -> None:
    draft.paper_marks.append(_mark(row.tidy, 0, len(row.text), kind))
    draft.why.accept("paper_marks", row.text, row.span, "line of its own")
    draft.claim(row, "mark")


def _mark(text: MappedText, start: int, end: int, kind: PaperMarkKind) -> PaperMark:
    base = as_text(text, start, end)
    return PaperMark(text=base.text, span=base.span, pieces=base.pieces, kind=kind)
