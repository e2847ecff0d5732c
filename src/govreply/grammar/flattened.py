"""Flattened pages: a whole letter on one line, its blocks parted by spaces only. They are cut apart again here.

Nothing is guessed from wording alone: a cut is made at a space, or where a numbered marker follows a sentence end.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from govreply.blocks import Break
from govreply.grammar.draft import Draft
from govreply.grammar.rows import Piece, Row
from govreply.patterns import compile_pattern

_SHARE = 0.6
_LEAST = 150
_LETTER = compile_pattern(r"收悉|答复如下|函告如下|回复如下")
_CUT = compile_pattern(r" {1,}")
_MARKER = compile_pattern(
    r"(?<=[。；！？：])(?=(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)[^一二三四五六七八九十、])"
)
_KEEP_LEFT = compile_pattern(
    r"(?:[A-Za-z0-9]|[\p{Han}]{0}[：])$|(?:^|[、，：（ ])[\p{Han}]$|第$|〔$|《$|“$|（$|^[\p{Han}]$|[0-9]$"
)
# a phone or a date run stands between blocks; a figure belongs to the words around it
_LONG_NUMBER_BEFORE = compile_pattern(r"[0-9]{6,}[\p{Han}]{4}$")
_LONG_NUMBER_AFTER = compile_pattern(r"^[0-9]{6,8}(?: |$)")
_KEEP_RIGHT = compile_pattern(r"^(?:[\p{Han}](?:[ ，。、：]|$)|号|年|月|日|》|”|）|[0-9])")


def cut_apart(draft: Draft) -> None:
    """Replace a line that holds most of the letter by the rows that it was made of."""
    rows = draft.rows
    total = sum(len(r.text) for r in rows)
    pieces: list[Piece] = []
    for piece in draft.pieces:
        if isinstance(piece, Row) and _is_flattened(piece, total):
            parts = list(_parts(piece))
            if len(parts) > 2:
                draft.diagnose("flattened-line", piece.span, None, f"{len(parts)}")
                pieces.extend(parts)
                continue
        pieces.append(piece)
    draft.pieces = pieces


def _is_flattened(row: Row, total: int) -> bool:
    length = len(row.text)
    return (
        length >= _LEAST
        and length >= total * _SHARE
        and _LETTER.search(row.folded) is not None
        and " " in row.raw_folded.strip()
    )


def _parts(row: Row) -> Iterator[Row]:
    folded = row.raw_folded
    cuts = [m.span() for m in _CUT.finditer(folded) if _is_cut(folded, *m.span())]
    cuts += [(m.start(), m.start()) for m in _MARKER.finditer(folded)]
    at = 0
    for start, end in [*sorted(cuts), (len(folded), len(folded))]:
        if folded[at:start].strip():
            part = row.part(at, start)
            yield Row(part.raw, evolve(row.line, before=Break.BLOCK if at else row.before, strong=(), links=()))
        at = end


def _is_cut(folded: str, start: int, end: int) -> bool:
    """A space between whole blocks; not one inside a name (王 五), a number or a bracket."""
    left, right = folded[max(0, start - 12) : start], folded[end : end + 12]
    if end - start >= 3 or _LONG_NUMBER_BEFORE.search(left + right[:4]) or _LONG_NUMBER_AFTER.match(right):
        return True
    return _KEEP_LEFT.search(left) is None and _KEEP_RIGHT.match(right) is None
