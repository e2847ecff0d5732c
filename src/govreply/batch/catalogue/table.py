"""From rows to entries: which sheets have a header, which rows below it are entries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from attrs import frozen

from govreply.batch.catalogue.errors import CatalogueError
from govreply.batch.catalogue.fields import WORDS, Field, field_named, plain_heading
from govreply.batch.catalogue.headers import Header, find_header, letter, why_none
from govreply.batch.catalogue.sheets import Row, Sheet, read_sheets
from govreply.language import Bilingual

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
    found = [(sheet, header) for sheet in sheets if (header := find_header(sheet, mapped))]
    if not found:
        raise why_none(path, sheets, mapped)
    if not found[0][0].name:  # a text table, read with each delimiter it may have
        found = [max(found, key=lambda pair: len(pair[1].places))]
    entries = tuple(entry for sheet, header in found for entry in _entries(sheet, header))
    if not entries:
        raise CatalogueError(Bilingual(f"{path}：表头之下没有条目", f"{path}: there is no entry below the header"))
    first = found[0][1]
    named = {field: first.headings[at] or letter(at) for field, at in first.places.items()}
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


def _entries(sheet: Sheet, header: Header) -> Iterator[Entry]:
    for row in sheet.rows[header.at + 1 :]:
        raw = {field: row.cells[at] if at < len(row.cells) else "" for field, at in header.places.items()}
        values = {field: text.strip() for field, text in raw.items()}
        if _is_entry(row, values, header):
            yield Entry(sheet.name, row.number, values, raw)


def _is_entry(row: Row, values: Mapping[Field, str], header: Header) -> bool:
    """Whether a row is an entry and no repeated header, total, note or blank row with a number in front."""
    filled = [cell.strip() for cell in row.cells if cell.strip()]
    if not filled or filled[0].startswith(_TOTALS):
        return False
    if _repeats(values, header):
        return False
    return bool(_told(values))


def _repeats(values: Mapping[Field, str], header: Header) -> bool:
    said = [(field, text) for field, text in values.items() if text]
    return bool(said) and all(
        plain_heading(text) == plain_heading(header.headings[header.places[f]]) for f, text in said
    )


def _told(values: Mapping[Field, str]) -> Iterable[Field]:
    """What a row says that an entry says; a number of pages or a remark alone is none."""
    return [field for field, text in values.items() if text and field not in (Field.PAGES, Field.REMARK, Field.YEAR)]
