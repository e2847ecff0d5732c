"""The formats of tables. Each writer takes rows one by one and holds a bounded number of them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from importlib import import_module
from types import ModuleType
from typing import Any, BinaryIO, Final, Protocol

from govreply.language import Bilingual
from govreply.reports.batch_tables.errors import ExportRefusedError
from govreply.reports.batch_tables.rows import Row, Value
from govreply.reports.batch_tables.schema import Table, Type
from govreply.reports.safe import visible

_MARK: Final = "'"
# what spreadsheets take for the beginning of a formula, in both widths
_FORMULA: Final = frozenset("=+-@＝＋－＠|")
_LINE_END: Final = re.compile(r"(\r\n|\r|\n)")
_BOM: Final = b"\xef\xbb\xbf"
_ROWS: Final = 8_192  # that are held until a row group is written
_CHARACTERS: Final = 2_000_000  # likewise


class Writer(Protocol):
    """A table that is being written."""

    def add(self, row: Row) -> None:
        """Write a row; columns that it lacks are empty, others are left out.

        Raises:
            OSError: if the file cannot be written.
        """

    def close(self) -> None:
        """Write what is still to be written; the file stays open.

        Raises:
            OSError: likewise.
        """

    def abandon(self) -> None:
        """Let go of a file that nobody will read."""


class CsvWriter:
    """RFC 4180 in UTF-8 with a mark that Excel needs to see that it is: texts in quotes, nothing for what is missing.

    A CSV file is opened by spreadsheet programs more often than not. What they would take for a formula begins with ``'``,
    and signs that cannot be seen are shown, line breaks and tabs excepted.
    """

    def __init__(self, file: BinaryIO, table: Table) -> None:
        self._file = file
        self._names = [column.name for column in table.columns]
        self._file.write(_BOM)
        self._line(self._names)

    def add(self, row: Row) -> None:
        """Write a row."""
        self._line([row.get(name) for name in self._names])

    def close(self) -> None:
        """Nothing is left to write."""

    def abandon(self) -> None:
        """Nothing is held."""

    def _line(self, values: list[Any]) -> None:
        self._file.write((",".join(map(_cell, values)) + "\r\n").encode("utf-8"))


class JsonLinesWriter:
    """A JSON object a line, with all columns in their order."""

    def __init__(self, file: BinaryIO, table: Table) -> None:
        self._file = file
        self._names = [column.name for column in table.columns]

    def add(self, row: Row) -> None:
        """Write a row."""
        line = json.dumps({name: row.get(name) for name in self._names}, ensure_ascii=False, allow_nan=False)
        self._file.write(line.encode("utf-8") + b"\n")

    def close(self) -> None:
        """Nothing is left to write."""

    def abandon(self) -> None:
        """Nothing is held."""


class ParquetWriter:
    """Parquet in row groups, each of at most :data:`_ROWS` rows or about :data:`_CHARACTERS` characters."""

    def __init__(self, file: BinaryIO, table: Table) -> None:
        arrow, parquet = _arrow()
        types = {
            Type.STRING: arrow.string(),
            Type.INTEGER: arrow.int64(),
            Type.NUMBER: arrow.float64(),
            Type.BOOLEAN: arrow.bool_(),
        }
        fields = [arrow.field(c.name, types[c.type], metadata={"description": c.words.en}) for c in table.columns]
        self._schema = arrow.schema(fields)
        self._arrow = arrow
        self._writer = parquet.ParquetWriter(file, self._schema, compression="zstd")
        self._columns: list[list[Value]] = [[] for _ in table.columns]
        self._characters = 0

    def add(self, row: Row) -> None:
        """Hold a row, and write those that are held if they are many."""
        for name, values in zip(self._schema.names, self._columns, strict=True):
            value = row.get(name)
            values.append(value)
            if isinstance(value, str):
                self._characters += len(value)
        if len(self._columns[0]) >= _ROWS or self._characters >= _CHARACTERS:
            self._write()

    def close(self) -> None:
        """Write the rows that are held, and the foot of the file."""
        if self._columns[0]:
            self._write()
        self._writer.close()

    def abandon(self) -> None:
        """Let the library write its foot, or fail to."""
        with suppress(OSError):
            self._writer.close()

    def _write(self) -> None:
        arrays = [
            self._arrow.array(values, field.type) for values, field in zip(self._columns, self._schema, strict=True)
        ]
        self._writer.write_table(self._arrow.Table.from_arrays(arrays, schema=self._schema))
        for values in self._columns:
            values.clear()
        self._characters = 0


FORMATS: Final[Mapping[str, Callable[[BinaryIO, Table], Writer]]] = {
    "parquet": ParquetWriter,
    "csv": CsvWriter,
    "jsonl": JsonLinesWriter,
}
"""By name, which is the ending of the files, too."""


def require_libraries(form: str) -> None:
    """See that the libraries of a format are there.

    Raises:
        ExportRefusedError: if not; the words say how to install them.
    """
    if form == "parquet":
        _arrow()


def _arrow() -> tuple[ModuleType, ModuleType]:
    try:
        return import_module("pyarrow"), import_module("pyarrow.parquet")
    except ImportError as error:
        raise ExportRefusedError(
            Bilingual(
                "写 Parquet 需要 pyarrow，请先运行 pip install 'govreply[parquet]'；--to csv 和 --to jsonl 不需要",
                "Parquet needs pyarrow; run pip install 'govreply[parquet]' first. --to csv and --to jsonl do without",
            )
        ) from error


def _cell(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return '"' + _harmless(value).replace('"', '""') + '"'
    if isinstance(value, bool):
        return "true" if value else "false"
    return repr(value)


def _harmless(text: str) -> str:
    shown = text if text.isascii() and text.isprintable() else _visible(text)
    return _MARK + shown if shown.lstrip()[:1] in _FORMULA and shown.strip() else shown


def _visible(text: str) -> str:
    parts = _LINE_END.split(text)
    return "".join(part if at % 2 else "\t".join(map(visible, part.split("\t"))) for at, part in enumerate(parts))
