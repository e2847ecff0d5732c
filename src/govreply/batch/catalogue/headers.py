"""The header of a sheet: which row it is, which column holds what; and why there is none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from attrs import frozen

from govreply.batch.catalogue.errors import CatalogueError
from govreply.batch.catalogue.fields import WORDS, Field, field_of, plain_heading
from govreply.batch.catalogue.sheets import Row, Sheet
from govreply.batch.catalogue.values import digits
from govreply.language import Bilingual

_HEADER_WITHIN: Final = 40  # rows in which a header is looked for, below titles and notes
_LEAST_KNOWN: Final = 2  # headings that make a row a header
_MOST_LETTERS: Final = 2  # of a column
_LONGEST_NUMBER: Final = 9  # digits of a column's number that are read; no sheet is wider
_WORKBOOKS: Final = (".xlsx", ".xlsm")
_IDENTIFYING: Final = {Field.TITLE, Field.NUMBER, Field.CODE, Field.FILE}


@frozen
class Header:
    """A header: the index of its lowest row, field → column, and the headings as printed."""

    at: int
    places: Mapping[Field, int]
    headings: tuple[str, ...]


def find_header(sheet: Sheet, mapped: Mapping[Field, str]) -> Header | None:
    """The row with the most known headings; cells that are empty in it take those of the row above (merged headers).

    Args:
        mapped: field → the letter, number or heading of its column, where the user names one; a row that lacks one of them is
            no header.
    """
    best: Header | None = None
    width = _width(sheet)
    for at in range(min(len(sheet.rows), _HEADER_WITHIN)):
        headings = _headings(sheet.rows, at, width)
        if sum(map(bool, headings)) < _LEAST_KNOWN:  # a title above the header
            continue
        places = _places(headings, mapped)
        if places is None or len(places) < _LEAST_KNOWN or not _IDENTIFYING & places.keys():
            continue
        if best is None or len(places) > len(best.places):
            best = Header(at, places, headings)
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
    wanted = plain_heading(digits(column))
    for at, text in enumerate(headings):
        if text and plain_heading(digits(text)) == wanted:
            return at
    number = _number(column)
    return number - 1 if number is not None and number <= len(headings) else None


def _number(column: str) -> int | None:
    """The number, from 1, of a column that is told by number or letter, in whatever width."""
    column = digits(column)
    if column.isascii() and column.isdecimal():
        return int(column) or None if len(column) <= _LONGEST_NUMBER else 10**_LONGEST_NUMBER
    if not (column.isascii() and column.isalpha() and len(column) <= _MOST_LETTERS):
        return None
    number = 0
    for letter in column.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def letter(at: int) -> str:
    """The letters of the column with the index `at`."""
    letters, at = "", at + 1
    while at:
        at, rest = divmod(at - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def why_none(path: Path, sheets: Sequence[Sheet], mapped: Mapping[Field, str]) -> CatalogueError:
    """Why none of `sheets` is a catalogue with the columns that the user named."""
    width = max(map(_width, sheets), default=0)
    for column in mapped.values():
        number = _number(column)
        if number is not None and number > width > 0:
            return _too_narrow(path, width, column)
    headers = [header for sheet in sheets if (header := _without_what_is_missing(sheet, mapped))]
    if headers:
        header = max(headers, key=lambda header: len(header.places))
        return _no_such_heading(path, [c for c in mapped.values() if _column(c, header.headings) is None], header)
    is_text = not any(sheet.name for sheet in sheets)
    return _no_workbook(path) if is_text and path.suffix.lower() in _WORKBOOKS else _no_header(path, tuple(mapped))


def _without_what_is_missing(sheet: Sheet, mapped: Mapping[Field, str]) -> Header | None:
    """The header of `sheet` if those columns are left out of `mapped` that none of its rows has."""
    rows = [_headings(sheet.rows, at, _width(sheet)) for at in range(min(len(sheet.rows), _HEADER_WITHIN))]
    there = {f: column for f, column in mapped.items() if any(_column(column, row) is not None for row in rows)}
    return find_header(sheet, there) if len(there) < len(mapped) else None


def _no_such_heading(path: Path, missing: Sequence[str], header: Header) -> CatalogueError:
    headings = [text for text in header.headings if text]
    return CatalogueError(
        Bilingual(
            f"{path}：表头里没有{'、'.join(f'“{text}”' for text in missing)}；有：{'、'.join(headings)}",
            f"{path}: the header has no {' and no '.join(f'“{text}”' for text in missing)}; it has: {', '.join(headings)}",
        )
    )


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


def _no_header(path: Path, named: Sequence[Field]) -> CatalogueError:
    usual = "、".join(
        WORDS[f].zh for f in (Field.TITLE, Field.NUMBER, Field.ISSUER, Field.DATE, Field.CODE, Field.FILE)
    )
    so_far = "、".join(WORDS[field].zh for field in named)
    return CatalogueError(
        Bilingual(
            f"{path}：找不到表头。目录要有一行栏目名称（如{usual}），至少认得两栏，其中一栏是题名、文号、档号或文件名；"
            "栏目另有叫法时至少指明两栏：--catalogue-column 题名=B --catalogue-column 文号=C"
            + (f"（现在只指明了{so_far}）" if len(named) == 1 else ""),
            f"{path}: no header found. The catalogue needs a row of headings ({usual}) of which two are known, 题名, 文号, 档号 or "
            "文件名 among them; where they are called otherwise, name two at least: --catalogue-column 题名=B "
            "--catalogue-column 文号=C" + (f" (only {so_far} was named)" if len(named) == 1 else ""),
        )
    )
