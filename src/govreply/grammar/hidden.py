"""What the page holds but browsers do not draw: other tabs, templates, texts that a script would show. It is no letter."""

from __future__ import annotations

from collections.abc import Iterator

from govreply.blocks import HIDDEN, Line, Table
from govreply.grammar.draft import Draft
from govreply.grammar.opening import find_receipt
from govreply.grammar.rows import Grid, Piece, Row


def clear(draft: Draft) -> None:
    """Claim hidden rows and tables, unless the letter itself is hidden, as on pages whose script shows it."""
    hidden = [piece for piece in draft.pieces if _is_hidden(piece)]
    if not hidden:
        return
    gone = {id(piece) for piece in hidden}
    acknowledges = find_receipt([row for row in draft.rows if id(row) in gone]) is not None
    if acknowledges and find_receipt([row for row in draft.rows if id(row) not in gone]) is None:
        return
    for piece in hidden:
        text = piece.text if isinstance(piece, Row) else ""
        draft.why.reject("title", text[:60], piece.span, "not drawn by browsers")
    draft.claim_all(hidden, "furniture")


def _is_hidden(piece: Piece) -> bool:
    if isinstance(piece, Row):
        return _ends_hidden(piece.line.inside)
    lines = list(_lines(piece))
    return bool(lines) and all(_ends_hidden(line.inside) for line in lines)


def _ends_hidden(inside: tuple[str, ...]) -> bool:
    return any(name.endswith(HIDDEN) for name in inside)


def _lines(grid: Grid) -> Iterator[Line]:
    stack: list[Line | Table] = [grid.table]
    while stack:
        block = stack.pop()
        if isinstance(block, Line):
            yield block
        else:
            stack.extend(inner for cell in block.cells for inner in cell.blocks)
