"""A second letter behind the first in one file, as in collections and exports: the reply is the first, the rest is told."""

from __future__ import annotations

from govreply.grammar.addressee import is_addressee
from govreply.grammar.draft import Draft
from govreply.grammar.opening import find_receipt
from govreply.grammar.rows import Row
from govreply.grammar.tail import kind_of
from govreply.span import Span

_OF_THE_FIRST = ("attachment", "contact", "copies", "mark", "note", "print", "several")
_MOST_HEAD = 12  # rows between the first letter's tail and the second one's addressee


def set_aside(draft: Draft) -> None:
    """Claim what follows the first letter where another one with its own addressee and opening begins."""
    rows = draft.rows
    start = _second_start(rows)
    if start is None:
        return
    at = rows[start].span.start
    rest = [piece for piece in draft.pieces if piece.span.start >= at]
    draft.claim_all(rest, "further-letter")
    draft.diagnose("further-letter", Span(at, max(piece.span.end for piece in rest)), None, rows[start].text[:60])


def _second_start(rows: list[Row]) -> int | None:
    """Where the second letter begins: behind the dated tail of the first, ahead of an addressee with an opening."""
    first = find_receipt(rows)
    second = find_receipt(rows[first + 1 :]) if first is not None else None
    if first is None or second is None:
        return None
    opening = first + 1 + second
    addressed = next((at for at in range(opening - 1, max(first, opening - 4), -1) if is_addressee(rows[at])), None)
    if addressed is None:
        return None
    nearest = range(addressed - 1, max(first, addressed - _MOST_HEAD - 1), -1)
    dated = next((at for at in nearest if kind_of(rows[at]) in ("date", "signed")), None)
    if dated is None:
        return None
    start = dated + 1
    while start < addressed and kind_of(rows[start]) in _OF_THE_FIRST:
        start += 1
    return start
