"""Tables of a workbook, written row by row: every text stays a text, and what one sheet cannot hold goes on in another."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from typing import Any, Final

from attrs import field, frozen, mutable
from rich.cells import cell_len

from govreply.language import Bilingual, Language
from govreply.reports.safe import visible

MOST_ROWS: Final = 1_048_575  # with the head; one is left for a row of totals
MOST_LINKS: Final = 65_530  # of a sheet, programs refuse files with more; a kilobyte of memory each
_LONGEST_LINK: Final = 2_000
_LONGEST: Final = 32_000  # characters; a cell holds 32,767 units of UTF-16
_MARK: Final = "'"
_LINE_HEIGHT: Final = 15.0
_USUAL_HEIGHT: Final = 33.0  # of rows with two lines
_MOST_LINES: Final = 12
_MEASURED: Final = 1_000
_LINE_ENDS: Final = re.compile(r"[ \t\u3000]*(?:\r\n|\r|\n)[\s\u3000]*")
# What spreadsheets take for the beginning of a formula when a table of text is opened, in both widths.
_FORMULA: Final = frozenset("=+-@＝＋－＠|")


def guarded(text: str) -> str:
    """`text` as a cell may hold it: what cannot be seen is shown, what would be a formula elsewhere begins with ``'``.

    The cell is a text here whatever it begins with; the mark is for tables of text (CSV) that are made of the sheet.
    """
    shown = "\n".join(visible(line) for line in _LINE_ENDS.split(text))
    if len(shown.encode("utf-16-le")) > 2 * _LONGEST:
        shown = shown.encode("utf-16-le")[: 2 * _LONGEST].decode("utf-16-le", "ignore") + "…"
    return _MARK + shown if shown.lstrip()[:1] in _FORMULA and shown.strip() else shown


@frozen
class Column:
    """A column: heading and width in characters; `style` names a format of :class:`Formats`.

    One that is not `printed` and all behind it are left out on paper.
    """

    heading: Bilingual
    width: float
    style: str = "text"
    printed: bool = True


@frozen
class Link:
    """A cell with a link; `target` as XlsxWriter takes it, ``None`` for a text without one."""

    text: str
    target: str | None


@frozen
class Styled:
    """A cell that does not look as its column does."""

    value: str | int | None
    style: str


Cell = str | int | float | Link | Styled | None


@frozen
class Formats:
    """The looks of cells, made once a workbook."""

    by_name: dict[str, Any]

    @classmethod
    def of(cls, workbook: Any) -> Formats:
        """The formats of `workbook`."""
        cell = {"valign": "top", "border": 1, "border_color": "#D9D4CC"}
        wrapped = cell | {"text_wrap": True}
        centred = cell | {"align": "center"}
        looks: dict[str, dict[str, Any]] = {
            "text": wrapped,
            "short": cell,
            "centre": centred,
            "number": cell | {"num_format": "#,##0", "align": "right"},
            "percent": cell | {"num_format": "0.0%", "align": "right"},
            "link": wrapped | {"font_color": "#1F4E79", "underline": 1},
            "head": cell
            | {
                "bold": True,
                "text_wrap": True,
                "valign": "vcenter",
                "align": "center",
                "bg_color": "#8B1A1A",
                "font_color": "#FFFFFF",
            },
            "total": cell | {"bold": True, "num_format": "#,##0", "bg_color": "#F4F0E8"},
            "title": {"bold": True, "font_size": 18, "font_color": "#8B1A1A"},
            "section": {"bold": True, "font_size": 13, "font_color": "#8B1A1A", "bottom": 2, "bottom_color": "#8B1A1A"},
            "note": {"font_color": "#595959", "text_wrap": True, "valign": "top"},
            "label": cell | {"bold": True, "bg_color": "#F4F0E8"},
            "error": centred | {"bold": True, "font_color": "#9C1C1C", "bg_color": "#FBE3E1"},
            "warning": centred | {"bold": True, "font_color": "#7A4B00", "bg_color": "#FDF0D2"},
            "info": centred | {"font_color": "#1F4E79", "bg_color": "#E3EEF8"},
            "fail": centred | {"bold": True, "font_color": "#9C1C1C", "bg_color": "#FBE3E1"},
            "undetermined": centred | {"bold": True, "font_color": "#7A4B00", "bg_color": "#FDF0D2"},
            "pass": centred | {"font_color": "#1E5E34", "bg_color": "#E2F1E6"},
            "unread": centred | {"bold": True, "font_color": "#4A4A4A", "bg_color": "#E4E4E4"},
            "waiting": centred | {"font_color": "#4A4A4A", "bg_color": "#F2F2F2"},
        }
        return cls({name: workbook.add_format(look) for name, look in looks.items()})

    def __getitem__(self, name: str) -> Any:
        return self.by_name[name]


@mutable(kw_only=True)
class Table:
    """A table with a fixed head row, filters, and as many sheets as its rows need.

    Attributes:
        most_rows: of a sheet. most_links: of the table, as links are held in memory until the workbook is whole.
        sheets: the names of those begun so far. unlinked: links left out because there would be too many.
    """

    workbook: Any
    formats: Formats
    language: Language
    name: str
    columns: Sequence[Column]
    frozen_columns: int = 0
    most_rows: int = MOST_ROWS
    most_links: int = MOST_LINKS
    sheets: list[str] = field(factory=list)
    unlinked: int = 0
    rows: int = 0
    _sheet: Any = None
    _at: int = 0
    _links: int = 0

    def __attrs_post_init__(self) -> None:
        self._begin()

    def add(self, cells: Sequence[Cell]) -> None:
        """Write a row."""
        if self._at >= self.most_rows:
            self._end()
            self._begin()
        self._row(cells)
        self._at += 1
        self.rows += 1

    def close(self, totals: Sequence[Cell] = ()) -> None:
        """End the last sheet, with a row below all others that filters leave alone; no row is added afterwards."""
        self._end()
        if totals and self.rows:
            self._row(totals)

    def _row(self, cells: Sequence[Cell]) -> None:
        needed = height(zip(map(_text_of, cells), self._widths(), strict=True))
        if needed > _USUAL_HEIGHT:  # each that is set costs memory until the workbook is whole
            self._sheet.set_row(self._at, needed)
        for at, (cell, column) in enumerate(zip(cells, self.columns, strict=True)):
            self._write(at, cell, column.style)

    def _widths(self) -> list[float | None]:
        """Of the columns whose texts are broken into lines."""
        return [column.width if column.style == "text" else None for column in self.columns]

    def _begin(self) -> None:
        name = self.name if not self.sheets else f"{self.name}({len(self.sheets) + 1})"
        sheet = self._sheet = self.workbook.add_worksheet(name)
        self.sheets.append(name)
        sheet.set_default_row(_USUAL_HEIGHT)
        for at, column in enumerate(self.columns):
            sheet.set_column(at, at, column.width)
        sheet.set_row(0, 30)
        for at, column in enumerate(self.columns):
            sheet.write_string(0, at, column.heading.within(self.language), self.formats["head"])
        sheet.freeze_panes(1, self.frozen_columns)
        prepare_print(sheet)
        sheet.repeat_rows(0)
        self._at = 1

    def _end(self) -> None:
        last = max(self._at - 1, 1)
        printed = next((at for at, column in enumerate(self.columns) if not column.printed), len(self.columns))
        self._sheet.print_area(0, 0, last, printed - 1)
        self._sheet.autofilter(0, 0, last, len(self.columns) - 1)
        self._sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{last + 1}"})

    def _write(self, column: int, cell: Cell, style: str) -> None:
        if isinstance(cell, Styled):
            style, cell = cell.style, cell.value
        if isinstance(cell, Link):
            self._link(column, cell, style)
        elif cell is None or cell == "":
            self._sheet.write_blank(self._at, column, None, self.formats[style])
        elif isinstance(cell, str):
            self._sheet.write_string(self._at, column, guarded(cell), self.formats[style])
        else:
            self._sheet.write_number(self._at, column, cell, self.formats[style])

    def _link(self, column: int, cell: Link, style: str) -> None:
        text = guarded(cell.text)
        if cell.target is None or len(cell.target) > _LONGEST_LINK:
            self._sheet.write_string(self._at, column, text, self.formats[style])
        elif self._links >= self.most_links:
            self.unlinked += 1
            self._sheet.write_string(self._at, column, text, self.formats[style])
        else:
            self._links += 1
            self._sheet.write_url(self._at, column, cell.target, self.formats["link"], text)


def height(cells: Iterable[tuple[str, float | None]]) -> float:
    """How high a row must be, in points, for texts broken at widths (in characters; ``None`` for those that are not).

    Not every program measures for itself. Beyond the highest the rest of a text is seen in the cell alone.
    """
    lines = 1
    for text, width in cells:
        if width is not None and text:
            needed = sum(max(math.ceil(cell_len(line) / (width - 1)), 1) for line in text[:_MEASURED].split("\n"))
            lines = max(lines, needed)
    return min(lines, _MOST_LINES) * _LINE_HEIGHT + 3.0


def _text_of(cell: Cell) -> str:
    if isinstance(cell, Link):
        return cell.text
    value = cell.value if isinstance(cell, Styled) else cell
    return value if isinstance(value, str) else ""


def prepare_print(sheet: Any) -> None:
    """A4 across, as wide as the page, with the number of the page."""
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.set_footer("&C&P / &N")
