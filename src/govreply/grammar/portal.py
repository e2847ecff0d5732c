"""What portals print of a matter around its reply: who raised it, who handles it, its state; and the proposal's own text.

Portals of assemblies show a matter and its reply on one page. Their tables and lines are kept as metadata; number, topic and
session among them also stand for the letter's where it names none (:mod:`.matter_page`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from govreply.grammar.addressee import is_addressee
from govreply.grammar.draft import Draft
from govreply.grammar.matter_page import matter_labels
from govreply.grammar.opening import find_receipt
from govreply.grammar.rows import Grid, Row, as_text, tidy
from govreply.lexicon.labels import alternatives, labels
from govreply.model import Metadata
from govreply.patterns import compile_pattern
from govreply.span import MappedText

_NAME_OF = labels("portal")
_RESULT = {label for label, name in _NAME_OF.items() if name == "result"}
_LINE = compile_pattern(rf" {{0,20}}[〔]?(?P<label>{alternatives(list(_NAME_OF), 3)})[〕]? {{0,3}}：")
_MATTER_TEXT = compile_pattern(r"[〔]?(?:代表)?(?:提案|建议|议案)(?:的?(?:内容|正文|全文|原文))[〕]?：?")
_REPLY_HEAD = compile_pattern(
    r"[〔]?(?:承办单位|办理)?(?:答复|回复|办复|复文)(?:的?(?:内容|正文|全文|意见|情况|函|件))?[〕]?：?"
)
_SESSION = "会议届次"
_LONGEST_VALUE = 80
_LONGEST_RESULT = 24


@frozen(eq=False)
class _Shown:
    """A label with its value, and the rows that hold them."""

    label: str
    value: MappedText
    rows: tuple[Row, ...]


def read(draft: Draft) -> None:
    """Take the portal's tables and lines, and the text of the proposal, out of the letter."""
    rows = draft.rows
    receipt = find_receipt(rows)
    first = _letter_start(rows, receipt)
    before = rows[first].span.start if first < len(rows) else None
    for grid in [p for p in draft.pieces if isinstance(p, Grid)]:
        _read_grid(draft, grid, before)
    ahead = rows[:first] if receipt is not None else []
    shown = list(_lines(ahead))
    if len(shown) >= 2 or (shown and _has_matter_label(ahead)):
        _keep(draft, shown)
    results = [s for s in _lines(rows[first:]) if s.label in _RESULT and len(s.value.text) <= _LONGEST_RESULT]
    _keep(draft, results)
    _set_matter_text_aside(draft, ahead)


def _letter_start(rows: Sequence[Row], receipt: int | None) -> int:
    """Index of the addressee before the acknowledging sentence, else of that sentence; all rows where there is none."""
    if receipt is None:
        return len(rows)
    return next((at for at in range(receipt - 1, max(-1, receipt - 4), -1) if is_addressee(rows[at])), receipt)


def _read_grid(draft: Draft, grid: Grid, before: int | None) -> None:
    """A table most of whose labels are the portal's or a matter's."""
    pairs: list[_Shown] = []
    others = 0
    cells = grid.cells
    for at, cell in enumerate(cells):
        right = cells[at + 1] if at + 1 < len(cells) and cells[at + 1].cell.row == cell.cell.row else None
        label = cell.folded.strip("：〔〕 ")
        if right is not None and (label in _NAME_OF or label in matter_labels()):
            pairs.append(_Shown(label, right.tidy, ()))
        elif right is not None and not (pairs and pairs[-1].value is cell.tidy):
            others += 1
    if len(pairs) < 2 or others > len(pairs) or (before is not None and grid.span.start > before):
        return
    if all(pair.label in matter_labels() for pair in pairs) and len(pairs) < 3:
        return
    _keep(draft, pairs)
    draft.claim(grid, "metadata")


def _lines(rows: Sequence[Row]) -> Iterator[_Shown]:
    """Lines ``label：value``, and labels alone with their values below."""
    at = 0
    while at < len(rows):
        row = rows[at]
        match = _LINE.match(row.raw_folded)
        at += 1
        if match is None:
            continue
        label = match["label"].replace(" ", "")
        value = tidy(row.raw.cut(match.end(), len(row.raw.text)))
        if value.text:
            if len(value.text) <= _LONGEST_VALUE and "。" not in value.text:
                yield _Shown(label, value, (row,))
            continue
        below = rows[at] if at < len(rows) else None
        if below is None or "：" in below.folded or len(below.text) > _LONGEST_VALUE or is_addressee(below):
            yield _Shown(label, MappedText.empty(row.span.end), (row,))
            continue
        yield _Shown(label, below.tidy, (row,) if _NAME_OF[label] == "title" else (row, below))
        at += 1


def _has_matter_label(rows: Sequence[Row]) -> bool:
    return any(row.folded.split("：")[0].strip("〔〕") in matter_labels() for row in rows if "：" in row.folded)


def _keep(draft: Draft, shown: Sequence[_Shown]) -> None:
    for each in shown:
        draft.published = True
        if each.label in matter_labels() or _NAME_OF[each.label] == "session":
            draft.portal.append((each.label if each.label in matter_labels() else _SESSION, each.value))
        draft.metadata_values.append(("portal", each.value))
        draft.metadata.append(Metadata(label=each.label, value=as_text(each.value)))
        draft.why.accept("metadata", each.value.text[:60], each.value.whole, f"behind the portal's label {each.label}")
    draft.claim_all([row for each in shown for row in each.rows], "metadata")


def _set_matter_text_aside(draft: Draft, ahead: Sequence[Row]) -> None:
    """The proposal's own text, between its head and that of the reply."""
    start = next((at for at, row in enumerate(ahead) if _MATTER_TEXT.fullmatch(row.folded)), None)
    if start is None:
        return
    end = next((at for at in range(start + 1, len(ahead)) if _REPLY_HEAD.fullmatch(ahead[at].folded)), None)
    if end is None:
        return
    left = {id(piece) for piece in draft.pieces}
    draft.claim_all([row for row in (ahead[start], ahead[end]) if id(row) in left], "metadata")
    draft.claim_all([row for row in ahead[start + 1 : end] if id(row) in left], "matter-text")
