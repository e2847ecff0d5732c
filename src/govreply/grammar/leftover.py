"""What no step claimed is told: each left-over row is a diagnostic, so that nothing of the document is lost in silence.

So is a reply that says nothing: the head of a letter that was cut off must not pass for one without a fault.
"""

from __future__ import annotations

from govreply.grammar.draft import Draft
from govreply.grammar.rows import Grid, Row
from govreply.span import hull


def tell_leftovers(draft: Draft) -> None:
    """One diagnostic a row or table that belongs to no element, and one for a reply without a body."""
    for piece in draft.pieces:
        if isinstance(piece, Row):
            draft.diagnose("left-over", piece.span, None, piece.text[:60])
        elif isinstance(piece, Grid):
            draft.diagnose("table-left-over", piece.span, None, " | ".join(c.text[:12] for c in piece.cells[:4]))
    if draft.is_reply and not _says_something(draft):
        draft.diagnose("body-missing", hull(piece.span for piece, _ in draft.claimed))


def _says_something(draft: Draft) -> bool:
    body = (draft.loose, draft.sections, draft.measures, draft.outlook, draft.closing)
    return draft.receipt is not None or draft.feedback is not None or any(body)
