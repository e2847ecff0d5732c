"""Rows of 联系方式 that belong together: a label and its value below it, a further person, a bracket that wraps, a table."""

from __future__ import annotations

from attrs import evolve

from govreply.grammar.contacts import BARE_LABEL, is_contact_row
from govreply.grammar.rows import Grid, GridCell, Row
from govreply.patterns import compile_pattern
from govreply.span import join

_NAME_ALONE = compile_pattern(r"[\p{Han}]{2,4}|[\p{Han}]{2,8}·[\p{Han}]{2,8}|[\p{Han}] {1,4}[\p{Han}]")
_NUMBER_ALONE = compile_pattern(r"[0-9（）+ 、，/-]{6,40}")
# 规划科  沈云  0977-8221234
_FURTHER = compile_pattern(
    r" {0,60}(?:[\p{Han}]{2,12}[科处室股局办心] {1,8})?"
    r"(?:[\p{Han}·]{2,8}|[\p{Han}] {1,4}[\p{Han}])(?:（[\p{Han}]{2,14}）)? {1,8}[0-9（][0-9（）-]{6,16} {0,20}"
)
_CLOSES = compile_pattern(r"[^（）。]{1,50}）。?")
_ENDS_IN_NUMBER = compile_pattern(r"[0-9]{4}[）)]? {0,20}$")
_NO_NAME = compile_pattern(r"公开|抄送|附件|印发|此页|无正文|感谢|此复|盖章|打印|关闭")


def awaits_value(row: Row) -> bool:
    """Whether the row is a label with nothing behind it, whose value may stand in the next row."""
    return BARE_LABEL.fullmatch(row.raw_folded) is not None


def is_value(row: Row) -> bool:
    """Whether a row is nothing but a name or a number, or a name with its office and its number."""
    folded = row.raw_folded.strip()
    if _NO_NAME.search(folded) is not None:
        return False
    if _FURTHER.fullmatch(folded) is not None:
        return True
    return _NAME_ALONE.fullmatch(folded) is not None or _NUMBER_ALONE.fullmatch(folded) is not None


def with_value(label: Row, value: Row) -> Row:
    """A label and its value as one row."""
    has_colon = label.raw_folded.rstrip().endswith("：")
    return Row(join([label.raw, value.raw], " " if has_colon else "："), evolve(label.line, strong=(), links=()))


def is_further_contact(above: Row, row: Row) -> bool:
    """Whether a row without a label names one more person and phone under the label of the row above it."""
    return _FURTHER.fullmatch(row.raw_folded) is not None and _ENDS_IN_NUMBER.search(above.raw_folded) is not None


def with_further_contact(above: Row, row: Row) -> Row:
    """Both rows as one."""
    return Row(join([above.raw, row.raw], "  "), evolve(above.line, strong=(), links=()))


def is_wrapped(above: Row, row: Row) -> bool:
    """Whether a row ends the bracket that the contact row above it opened: （联系人：沈云，电话：…，⏎ 13900001234）."""
    first, rest = above.raw_folded.strip(), row.raw_folded.strip()
    if not first.startswith("（") or first.count("（") <= first.count("）") or _CLOSES.fullmatch(rest) is None:
        return False
    return is_contact_row(without_wrap(above, row))


def without_wrap(above: Row, row: Row) -> Row:
    """Both rows as one."""
    return Row(join([above.raw.strip(), row.raw.strip()]), evolve(above.line, strong=(), links=()))


def rows_of_table(grid: Grid) -> list[Row] | None:
    """The rows of a table that holds contacts only, label cells beside their values; ``None`` for any other table."""
    cells = [c for c in grid.cells if c.rows]
    rows: list[Row] = []
    at = 0
    while at < len(cells):
        cell = cells[at]
        row = cell.rows[0]
        if len(cell.rows) == 1 and awaits_value(row):
            value = cells[at + 1] if at + 1 < len(cells) else None
            if value is None or _is_label(value):
                rows.append(row)
                at += 1
            else:
                rows.append(with_value(row, Row(value.raw, value.rows[0].line)))
                at += 2
        elif all(is_contact_row(r) for r in cell.rows):
            rows.extend(cell.rows)
            at += 1
        else:
            return None
    return rows or None


def _is_label(cell: GridCell) -> bool:
    return len(cell.rows) == 1 and (awaits_value(cell.rows[0]) or is_contact_row(cell.rows[0]))
