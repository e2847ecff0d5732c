"""Writing a laid-out letter as Markdown, plain text or HTML. A further format is one more function here."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from html import escape

from govreply.testing.layout import TICKED, UNTICKED, Format, Grid, LaidOut, Line, Role

_INPUTS = {TICKED: '<input type="checkbox" checked="checked"/>', UNTICKED: '<input type="checkbox"/>'}


def to_markdown(laid_out: Sequence[LaidOut]) -> str:
    """Headings for letterhead, title and sections, a paragraph for each other line, hard breaks between notes."""
    blocks: list[str] = []
    after_note = False
    for item in laid_out:
        note = isinstance(item, Line) and item.role is Role.NOTE
        written = _markdown_table(item) if isinstance(item, Grid) else _markdown_heading(item) + item.text
        if note and after_note:
            blocks[-1] += "  \n" + written
        else:
            blocks.append(written)
        after_note = note
    return "\n\n".join(blocks) + "\n"


def to_text(laid_out: Sequence[LaidOut]) -> str:
    """One line for each line, indented where a letter indents; cells are separated by tabs."""
    lines: list[str] = []
    for item in laid_out:
        if isinstance(item, Grid):
            lines.extend("\t".join(row) for row in item.rows)
        elif item.role in (Role.PARAGRAPH, Role.HEADING):
            lines.append("　　" + item.text)
        else:
            lines.append(item.text)
    return "\n".join(lines) + "\n"


def to_html(laid_out: Sequence[LaidOut]) -> str:
    """A page with a title, a paragraph or heading for each line and a table for each table."""
    name = next((i.text for i in laid_out if isinstance(i, Line) and i.role is Role.TITLE), "答复")
    head = f'<head><meta charset="utf-8"><title>{escape(name)}</title></head>'
    body = "\n".join(_html_table(i) if isinstance(i, Grid) else _html_line(i) for i in laid_out)
    return f'<!DOCTYPE html>\n<html lang="zh-CN">\n{head}\n<body>\n{body}\n</body>\n</html>\n'


WRITERS: Mapping[Format, Callable[[Sequence[LaidOut]], str]] = {
    Format.MARKDOWN: to_markdown,
    Format.TEXT: to_text,
    Format.HTML: to_html,
}


def _markdown_heading(line: Line) -> str:
    depth = {Role.LETTERHEAD: 1, Role.TITLE: 2, Role.FORM_TITLE: 2, Role.HEADING: 2 + line.level}.get(line.role, 0)
    return "#" * min(depth, 6) + " " if depth else ""


def _markdown_table(grid: Grid) -> str:
    if grid.style == "html":
        return _html_table(grid)
    rows = [[_ticks(cell, grid) for cell in row] for row in grid.rows]
    if grid.style == "pipe":
        width = max(len(row) for row in rows)
        lines = ["| " + " | ".join(row + [""] * (width - len(row))) + " |" for row in rows]
        return "\n".join([lines[0], "|" + " --- |" * width, *lines[1:]])
    return "\n".join("\t".join(row) for row in rows)


def _html_line(line: Line) -> str:
    text = escape(line.text, quote=False)
    if line.role in (Role.LETTERHEAD, Role.TITLE, Role.FORM_TITLE):
        level = 1 if line.role is Role.LETTERHEAD else 2
        return f"<h{level}>{text}</h{level}>"
    if line.role is Role.HEADING:
        return f"<p><strong>{text}</strong></p>"
    return f'<p style="text-align:right">{text}</p>' if line.role is Role.SIGNATURE else f"<p>{text}</p>"


def _html_table(grid: Grid) -> str:
    width = max(len(row) for row in grid.rows)
    lines = []
    for row in grid.rows:
        cells = [f"<td>{_ticks(escape(cell, quote=False), grid)}</td>" for cell in row]
        if len(row) < width:
            cells[-1] = cells[-1].replace("<td>", f'<td colspan="{width - len(row) + 1}">', 1)
        lines.append("<tr>" + "".join(cells) + "</tr>")
    return "<table>\n" + "\n".join(lines) + "\n</table>"


def _ticks(cell: str, grid: Grid) -> str:
    if not grid.input_ticks:
        return cell
    for sign, written in _INPUTS.items():
        cell = cell.replace(sign, written)
    return cell
