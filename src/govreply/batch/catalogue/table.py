"""From rows to entries: where the header is, which column holds what, which rows are entries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from attrs import frozen

from govreply.batch.catalogue.errors import CatalogueError
from govreply.batch.catalogue.fields import WORDS, Field, field_named, field_of, plain_heading
from govreply.batch.catalogue.sheets import Row, Sheet, read_sheets
from govreply.language import Bilingual

_HEADER_WITHIN: Final = 40  # rows in which a header is looked for, below titles and notes
_LEAST_KNOWN: Final = 2  # headings that make a row a header
_MOST_LETTERS: Final = 2  # of a column
_LONGEST_NUMBER: Final = 9  # digits of a column's number that are read; no sheet is wider
_WORKBOOKS: Final = (".xlsx", ".xlsm")
_IDENTIFYING: Final = {Field.TITLE, Field.NUMBER, Field.CODE, Field.FILE}
_TOTALS: Final = ("合计", "总计", "小计", "共计", "填表", "制表", "审核", "备考", "说明：", "注：")


@frozen
class Entry:
    """One row of the catalogue.

    Attributes:
        sheet: name of its sheet, ``""`` in a text table. row: its number there, from 1.
        values: what its known columns say, as text, surrounding blanks removed; every mapped column is a key.
        raw: as ``values``, with the blanks.
    """

    sheet: str
    row: int
    values: Mapping[Field, str]
    raw: Mapping[Field, str]

    def get(self, field: Field) -> str:
        """What the row says of `field`; ``""`` if nothing."""
        return self.values.get(field, "")


@frozen
class Catalogue:
    """A catalogue that was read.

    Attributes:
        columns: field → heading as printed, with the letter of the column where the user named it.
        unknown: headings that are not known, in order.
    """

    path: str
    entries: tuple[Entry, ...]
    columns: Mapping[Field, str]
    unknown: tuple[str, ...] = ()


@frozen
class _Header:
    """A header: the index of its lowest row, field → column, and the headings as printed."""

    at: int
    places: Mapping[Field, int]
    headings: tuple[str, ...]


def read_catalogue(path: Path, columns: Mapping[str, str] | None = None) -> Catalogue:
    """Read a catalogue file.

    Args:
        path: an ``.xlsx`` workbook or a text table.
        columns: field (题名 or ``title``) → its column, as a letter (``B``), a number from 1 or the heading itself, where
            the usual headings do not tell it.

    Raises:
        CatalogueError: if the file cannot be read, has no header that is understood, or lacks a column named by `columns`.
    """
    return understood(path, read_sheets(path), columns)


def understood(path: Path, sheets: Iterable[Sheet], columns: Mapping[str, str] | None = None) -> Catalogue:
    """As :func:`read_catalogue`, of sheets that were read already; `path` is what the catalogue is called."""
    mapped = _mapped(columns or {})
    sheets = tuple(sheets)
    found = [(sheet, header) for sheet in sheets if (header := _find_header(sheet, mapped))]
    if not found:
        raise _why_none(path, sheets, mapped)
    if not found[0][0].name:  # a text table, read with each delimiter it may have
        found = [max(found, key=lambda pair: len(pair[1].places))]
    entries = tuple(entry for sheet, header in found for entry in _entries(sheet, header))
    if not entries:
        raise CatalogueError(Bilingual(f"{path}：表头之下没有条目", f"{path}: there is no entry below the header"))
    first = found[0][1]
    named = {field: first.headings[at] or _letter(at) for field, at in first.places.items()}
    known = set(first.places.values())
    unknown = tuple(text for at, text in enumerate(first.headings) if text and at not in known)
    return Catalogue(str(path), entries, named, unknown)


def _mapped(columns: Mapping[str, str]) -> dict[Field, str]:
    mapped = {}
    for name, column in columns.items():
        field = field_named(name)
        if field is None:
            known = "、".join(words.zh for words in WORDS.values())
            raise CatalogueError(
                Bilingual(
                    f"不认识的目录栏目“{name}”，可用：{known}", f"no column of a catalogue called {name!r}; use {known}"
                )
            )
        mapped[field] = column
    return mapped


def _find_header(sheet: Sheet, mapped: Mapping[Field, str]) -> _Header | None:
    """The row with the most known headings; cells that are empty in it take those of the row above (merged headers)."""
    best: _Header | None = None
    width = _width(sheet)
    for at in range(min(len(sheet.rows), _HEADER_WITHIN)):
        headings = _headings(sheet.rows, at, width)
        if sum(map(bool, headings)) < _LEAST_KNOWN:  # a title above the header
            continue
        places = _places(headings, mapped)
        if places is None or len(places) < _LEAST_KNOWN or not _IDENTIFYING & places.keys():
            continue
        if best is None or len(places) > len(best.places):
            best = _Header(at, places, headings)
    return best


def _width(sheet: Sheet) -> int:
    """How many columns a sheet has, up to the last one in which anything stands."""
    return max((at for row in sheet.rows for at, cell in enumerate(row.cells, start=1) if cell.strip()), default=0)


def _headings(rows: Sequence[Row], at: int, width: int) -> tuple[str, ...]:
    """The headings of a row, one for each of the `width` columns of its sheet."""
    own = rows[at].cells
    above = rows[at - 1].cells if at and rows[at - 1].number == rows[at].number - 1 else ()
    cells = ((own[i] if i < len(own) else "") or (above[i] if i < len(above) else "") for i in range(width))
    return tuple("".join(cell.split()) for cell in cells)


def _places(headings: Sequence[str], mapped: Mapping[Field, str]) -> dict[Field, int] | None:
    """Field → column; ``None`` where a column that the user named is not there."""
    places: dict[Field, int] = {}
    for field, column in mapped.items():
        at = _column(column, headings)
        if at is None:
            return None
        places[field] = at
    taken = set(places.values())
    ranked = sorted(
        (known[1], at, known[0]) for at, text in enumerate(headings) if (known := field_of(text)) is not None
    )
    for _, at, field in ranked:
        if at not in taken and field not in places:
            places[field] = at
            taken.add(at)
    return dict(sorted(_with_file_names(places, headings).items(), key=lambda pair: pair[1]))


def _with_file_names(places: dict[Field, int], headings: Sequence[str]) -> dict[Field, int]:
    """文件名称 is the title in one catalogue and the name of a file in another that has 题名 besides."""
    if Field.FILE not in places and Field.TITLE in places:
        for at, text in enumerate(headings):
            if plain_heading(text) == "文件名称" and at != places[Field.TITLE]:
                return {**places, Field.FILE: at}
    return places


def _column(column: str, headings: Sequence[str]) -> int | None:
    wanted = plain_heading(column)
    for at, text in enumerate(headings):
        if text and plain_heading(text) == wanted:
            return at
    number = _number(column)
    return number - 1 if number is not None and number <= len(headings) else None


def _number(column: str) -> int | None:
    """The number, from 1, of a column that is told by number or letter."""
    if column.isascii() and column.isdecimal():
        return int(column) or None if len(column) <= _LONGEST_NUMBER else 10**_LONGEST_NUMBER
    if not (column.isascii() and column.isalpha() and len(column) <= _MOST_LETTERS):
        return None
    number = 0
    for letter in column.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _letter(at: int) -> str:
    letters, at = "", at + 1
    while at:
        at, rest = divmod(at - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _entries(sheet: Sheet, header: _Header) -> Iterator[Entry]:
    for row in sheet.rows[header.at + 1 :]:
        raw = {field: row.cells[at] if at < len(row.cells) else "" for field, at in header.places.items()}
        values = {field: text.strip() for field, text in raw.items()}
        if _is_entry(row, values, header):
            yield Entry(sheet.name, row.number, values, raw)


def _is_entry(row: Row, values: Mapping[Field, str], header: _Header) -> bool:
    """Whether a row is an entry and no repeated header, total, note or blank row with a number in front."""
    filled = [cell.strip() for cell in row.cells if cell.strip()]
    if not filled or filled[0].startswith(_TOTALS):
        return False
    if _repeats(values, header):
        return False
    return bool(_told(values))


def _repeats(values: Mapping[Field, str], header: _Header) -> bool:
    said = [(field, text) for field, text in values.items() if text]
    return bool(said) and all(
        plain_heading(text) == plain_heading(header.headings[header.places[f]]) for f, text in said
    )


def _told(values: Mapping[Field, str]) -> Iterable[Field]:
    """What a row says that an entry says; a number of pages or a remark alone is none."""
    return [field for field, text in values.items() if text and field not in (Field.PAGES, Field.REMARK, Field.YEAR)]


def _why_none(path: Path, sheets: Sequence[Sheet], mapped: Mapping[Field, str]) -> CatalogueError:
    """Why none of `sheets` is a catalogue with the columns that the user named."""
    width = max(map(_width, sheets), default=0)
    for column in mapped.values():
        number = _number(column)
        if number is not None and number > width > 0:
            return _too_narrow(path, width, column)
    is_text = not any(sheet.name for sheet in sheets)
    return _no_workbook(path) if is_text and path.suffix.lower() in _WORKBOOKS else _no_header(path)


def _too_narrow(path: Path, width: int, column: str) -> CatalogueError:
    number = f"第 {column} 栏" if column.isdecimal() else f" {column} 栏"
    return CatalogueError(
        Bilingual(
            f"{path}：目录只有 {width} 栏，没有{number}",
            f"{path}: the catalogue has {width} {'column' if width == 1 else 'columns'} and no column {column}",
        )
    )


def _no_workbook(path: Path) -> CatalogueError:
    return CatalogueError(
        Bilingual(
            f"{path}：扩展名像工作簿，内容却不是。请确认给的是目录文件，在表格软件中打开并另存为 .xlsx；文本表格请把扩展名改为 .csv",
            f"{path}: no workbook, whatever its name says; make sure that it is the catalogue, open it in a spreadsheet program and"
            " save it as .xlsx; if it is a table of text, name it .csv",
        )
    )


def _no_header(path: Path) -> CatalogueError:
    usual = "、".join(
        WORDS[f].zh for f in (Field.TITLE, Field.NUMBER, Field.ISSUER, Field.DATE, Field.CODE, Field.FILE)
    )
    return CatalogueError(
        Bilingual(
            f"{path}：找不到表头。目录要有一行栏目名称（如{usual}）；栏目另有叫法时用 --catalogue-column 题名=B 指明",
            f"{path}: no header found. The catalogue needs a row of headings ({usual}); name columns that are called otherwise "
            "with --catalogue-column 题名=B",
        )
    )
