"""What no step claimed is told: each left-over row is a diagnostic, so that nothing of the document is lost in silence."""

from __future__ import annotations

from govreply.grammar.draft import Draft
from govreply.grammar.rows import Grid, Row


def tell_leftovers(draft: Draft) -> None:
    """One diagnostic a row or table that belongs to no element."""
    for piece in draft.pieces:
        if isinstance(piece, Row):
            draft.diagnose("left-over", piece.span, None, piece.text[:60])
        elif isinstance(piece, Grid):
            draft.diagnose("table-left-over", piece.span, None, " | ".join(c.text[:12] for c in piece.cells[:4]))
