"""Metadata around the letter: label and value pairs of a page (索引号, 发布机构, 成文日期), in tables or in lines."""

from __future__ import annotations

from collections.abc import Iterator

from govreply.grammar.draft import Draft
from govreply.grammar.rows import Grid, GridCell, Row, as_text, tidy
from govreply.lexicon.labels import alternatives, labels
from govreply.model import Metadata
from govreply.patterns import compile_pattern
from govreply.span import MappedText

_STRONG = {"index", "written", "disclosure", "other"}
_NAME_OF = labels("metadata")
_LABEL_TEXT = alternatives(list(_NAME_OF), 3)
_LABEL = compile_pattern(rf"(?<![\p{{Han}}\w])(?P<label>{_LABEL_TEXT}) {{0,3}}(?P<mark>：|[|])")
_VALUE_END = compile_pattern(r" {2,}| ?[|] ?| (?=〔)")


def read(draft: Draft) -> None:
    """Take metadata tables and metadata lines out of the letter and keep their pairs."""
    for grid in [p for p in draft.pieces if isinstance(p, Grid)]:
        pairs = list(_grid_pairs(grid))
        if len({name for name, _, _ in pairs if name in _STRONG}) >= 1 and len(pairs) >= 2:
            _keep(draft, pairs)
            draft.claim(grid, "metadata")
    for row in draft.rows:
        pairs = list(_row_pairs(row))
        if pairs and (_LABEL.match(row.raw_folded.lstrip(" |")) or len(pairs) >= 2):
            _keep(draft, pairs)
            draft.claim(row, "metadata")


def value(draft: Draft, name: str) -> MappedText | None:
    """The first value kept under a canonical name; ``None`` if the page has none or left it empty."""
    return next((text for found, text in draft.metadata_values if found == name and text.text), None)


def _keep(draft: Draft, pairs: list[tuple[str, str, MappedText]]) -> None:
    for name, label, text in pairs:
        draft.metadata_values.append((name, text))
        if name != "junk":
            draft.metadata.append(Metadata(label=label, value=as_text(text)))


def _grid_pairs(grid: Grid) -> Iterator[tuple[str, str, MappedText]]:
    """Label cells and the cells to their right; a cell may also hold ``label：value`` by itself."""
    cells: list[GridCell] = list(grid.cells)
    for at, cell in enumerate(cells):
        label = cell.folded.rstrip("：")
        name = _NAME_OF.get(label)
        if name is not None:
            right = cells[at + 1] if at + 1 < len(cells) and cells[at + 1].cell.row == cell.cell.row else None
            if right is not None and right.folded.rstrip("：") not in _NAME_OF:
                yield name, label, right.tidy
        else:
            for row in cell.rows:
                yield from _row_pairs(row)


def _row_pairs(row: Row) -> Iterator[tuple[str, str, MappedText]]:
    folded = row.raw_folded
    found = list(_LABEL.finditer(folded))
    for at, match in enumerate(found):
        label = match["label"].replace(" ", "")
        stop = found[at + 1].start() if at + 1 < len(found) else len(folded)
        start = match.end()
        while start < stop and folded[start] == " ":
            start += 1
        cut = _VALUE_END.search(folded, start, stop)
        text = row.raw.cut(start, cut.start() if cut else stop).strip(" \u3000\u00a0|")
        yield _NAME_OF[label], label, tidy(text)
