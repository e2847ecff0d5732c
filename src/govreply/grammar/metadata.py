"""Metadata around the letter: label and value pairs of a page (索引号, 发布机构, 成文日期), in tables, in lines or a line each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex
from attrs import frozen

from govreply.grammar.draft import Draft
from govreply.grammar.rows import Grid, GridCell, Row, as_text, tidy
from govreply.lexicon.labels import alternatives, labels
from govreply.model import Metadata
from govreply.patterns import compile_pattern
from govreply.span import MappedText

_STRONG = {"index", "written", "disclosure", "other", "published", "issuer"}
_OF_A_PAGE = {"index", "written", "published", "source", "junk", "other"}
_NAME_OF = labels("metadata")
_LABEL_TEXT = alternatives(list(_NAME_OF), 6)
_LABEL = compile_pattern(
    rf"(?<![\p{{Han}}\w])[〔【]?(?P<label>{_LABEL_TEXT}) {{0,6}}(?P<mark>[〕】] {{0,3}}：?|：|[|])"
)
# labels of <span> elements that only a style sheet sets apart
_GLUED = compile_pattern(
    rf"(?P<label>{alternatives([label for label in _NAME_OF if len(label) >= 3], 6)}) {{0,6}}(?P<mark>：)"
    # a short one is part of a longer word as often as not
    r"|(?<=[0-9号）〕局委办厅府网室心社])(?P<label>来源|作者|时间|日期|文号|字号|浏览) {0,6}(?P<mark>：)"
)
_VALUE_END = compile_pattern(r" {2,}+| ?[|] ?| (?=〔)")
_WIDE = compile_pattern(r" {2,}+")
_CLASS_VALUE = compile_pattern(r"[（]?[A-D甲乙丙丁][）]?类?|")
_LETTER = compile_pattern(r"收悉|答复如下|回复如下|函告如下")
_PROSE = compile_pattern(r"。.{6}")
_NEAR = 2
_TELLING = 3
_LONGEST_VALUE = 160
_LONGEST_ROW = 400


@frozen(eq=False)
class _Pair:
    """A label, its canonical name and its value."""

    name: str
    label: str
    value: MappedText


def read(draft: Draft) -> None:
    """Take metadata tables and metadata lines out of the letter and keep their pairs."""
    for grid in [p for p in draft.pieces if isinstance(p, Grid)]:
        pairs = list(_grid_pairs(grid))
        if len(pairs) >= 2 and any(pair.name in _STRONG for pair in pairs):
            _keep(draft, pairs)
            draft.claim(grid, "metadata")
    rows = draft.rows
    found = [_row_pairs(row) for row in rows]
    _add_stacked(rows, found)
    opening = next((at for at, row in enumerate(rows) if _LETTER.search(row.folded)), len(rows))
    for at, row in enumerate(rows):
        if found[at] is not None and _belongs(found, at, at < opening, row):
            _keep(draft, found[at] or [])
            draft.claim(row, "metadata")


def describes_page(grid: Grid) -> bool:
    """Whether a table tells of the page (索引号, 发布机构, 发文日期 …), so that 标题 and 公开方式 in it are not a form's."""
    names = [pair.name for pair in _grid_pairs(grid)]
    return "index" in names or sum(name in _STRONG for name in names) >= _TELLING


def value(draft: Draft, name: str) -> MappedText | None:
    """The first value kept under a canonical name; ``None`` if the page has none or left it empty."""
    return next((text for found, text in draft.metadata_values if found == name and text.text), None)


def _keep(draft: Draft, pairs: Sequence[_Pair]) -> None:
    for pair in pairs:
        draft.metadata_values.append((pair.name, pair.value))
        draft.published = draft.published or pair.name in _OF_A_PAGE
        if pair.name != "junk":
            draft.metadata.append(Metadata(label=pair.label, value=as_text(pair.value)))


def _belongs(found: Sequence[list[_Pair] | None], at: int, ahead: bool, row: Row) -> bool:
    """Whether pairs on a line are the page's: several of them, or a telling label, or others right beside it.

    日期： alone in the middle of a letter is none, nor is 分类：B, which is a class mark.
    """
    pairs = found[at] or []
    if not pairs:
        return True
    if _PROSE.search(row.folded) or any(len(p.value.text) > _LONGEST_VALUE for p in pairs):
        return False
    if (
        len(pairs) == 1
        and pairs[0].label in ("分类", "类别", "文件类别")
        and _CLASS_VALUE.fullmatch(pairs[0].value.text)
    ):
        return False
    if len(pairs) == 1 and pairs[0].name == "disclosure" and not ahead and not _touches(found, at):
        return False  # the letter's own mark
    if len(pairs) == 1 and pairs[0].name == "number" and ahead and not _touches(found, at):
        return False  # the letter's own number
    beside = any(
        found[near] is not None and near != at for near in range(max(0, at - _NEAR), min(len(found), at + _NEAR + 1))
    )
    telling = any(p.name in ("index", "disclosure") for p in pairs)
    if ahead:
        weak = all(p.name in ("title", "junk") or p.label in _WEAK for p in pairs)
        return len(pairs) >= 2 or beside or not weak
    return (
        telling
        or (len(pairs) >= 2 and any(p.name in _OF_A_PAGE for p in pairs))
        or (beside and any(p.name in _STRONG or p.name == "source" for p in pairs))
    )


def _touches(found: Sequence[list[_Pair] | None], at: int) -> bool:
    """Whether pairs of the page, more than its bars, stand on the line right above or below."""
    beside = (found[near] for near in (at - 1, at + 1) if 0 <= near < len(found))
    return any(pairs is not None and not (pairs and all(p.name == "junk" for p in pairs)) for pairs in beside)


_WEAK = {"状态", "主题", "格式", "摘要", "栏目", "语言", "效力", "分类", "标签", "转载自", "出处", "责任单位"}


def _grid_pairs(grid: Grid) -> Iterator[_Pair]:
    """Label cells and the cells to their right; a cell may also hold ``label：value`` by itself."""
    cells: list[GridCell] = list(grid.cells)
    for at, cell in enumerate(cells):
        label = _bare(cell.folded)
        name = _NAME_OF.get(label)
        if name is not None:
            right = cells[at + 1] if at + 1 < len(cells) and cells[at + 1].cell.row == cell.cell.row else None
            if right is not None and _bare(right.folded) not in _NAME_OF:
                yield _Pair(name, label, right.tidy)
        else:
            for row in cell.rows:
                yield from _row_pairs(row) or []


def _bare(folded: str) -> str:
    return folded.strip("：〔〕【】 *")


def _row_pairs(row: Row) -> list[_Pair] | None:
    """The pairs of a line that begins with a label or has two of them; ``None`` if it does neither."""
    folded = row.raw_folded
    found = list(_LABEL.finditer(folded))
    if found and not folded[: found[0].start()].strip() and len(folded) <= _LONGEST_ROW:
        found = _with_glued(found, folded)
    pairs = []
    for at, match in enumerate(found):
        label = match["label"].replace(" ", "")
        stop = found[at + 1].start() if at + 1 < len(found) else len(folded)
        start = match.end()
        while start < stop and folded[start] == " ":
            start += 1
        cut = _VALUE_END.search(folded, start, stop)
        text = row.raw.cut(start, cut.start() if cut else stop).strip(" \u3000\u00a0|")
        pairs.append(_Pair(_NAME_OF[label], label, tidy(text)))
    if pairs:
        begins = not folded[: found[0].start()].strip(" |-·•*")
        return pairs if begins or len(pairs) >= 2 else None
    return _in_columns(row)


def _with_glued(found: list[regex.Match[str]], folded: str) -> list[regex.Match[str]]:
    """The labels found, and between them those that stand right behind a value."""
    edges = [*(match.start() for match in found[1:]), len(folded)]
    all_found = []
    for match, edge in zip(found, edges, strict=True):
        all_found += [match, *_GLUED.finditer(folded, match.end(), edge)]
    return all_found


def _in_columns(row: Row) -> list[_Pair] | None:
    """Labels and values parted by wide blanks only, two pairs or more."""
    folded = row.raw_folded
    lead = len(folded) - len(folded.lstrip())
    cuts = [(m.start(), m.end()) for m in _WIDE.finditer(folded.rstrip(), lead)]
    edges = [lead, *(e for cut in cuts for e in cut), len(folded.rstrip())]
    parts = [row.raw.cut(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True)]
    if len(parts) < 4 or len(parts) % 2:
        return None
    pairs = [(_bare(tidy(a).text), tidy(b)) for a, b in zip(parts[::2], parts[1::2], strict=True)]
    if any(label not in _NAME_OF for label, _ in pairs):
        return None
    return [_Pair(_NAME_OF[label], label, value) for label, value in pairs]


def _add_stacked(rows: Sequence[Row], found: list[list[_Pair] | None]) -> None:
    """Labels alone on their lines, each with its value on the next one; a single such label is none."""
    alone = [_NAME_OF.get(_bare(row.folded)) if found[at] is None else None for at, row in enumerate(rows)]
    empty = [at for at, pairs in enumerate(found) if pairs and len(pairs) == 1 and not pairs[0].value.text]
    heads = [at for at, name in enumerate(alone) if name is not None] + empty
    for at in sorted(heads):
        if not any(other != at and abs(other - at) <= _NEAR + 1 for other in heads):
            continue
        name = alone[at] or (found[at] or [])[0].name
        following = at + 1 if at + 1 < len(rows) and at + 1 not in heads and found[at + 1] is None else None
        text = rows[following].tidy if following is not None and len(rows[following].text) <= 80 else None
        found[at] = [
            _Pair(name, _bare(rows[at].folded), text if text is not None else MappedText.empty(rows[at].span.end))
        ]
        if following is not None and text is not None:
            found[following] = []
