"""Reading the rows of a catalogue file: XLSX workbooks and text tables (CSV), every cell as text."""

from __future__ import annotations

import csv
import datetime
import io
import warnings
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, Final

from attrs import frozen

from govreply.batch.catalogue.errors import CatalogueError
from govreply.errors import Cause, UnreadableError
from govreply.language import Bilingual
from govreply.limits import Limits
from govreply.readers.budget import Budget
from govreply.readers.charset import decode
from govreply.readers.zipped import Archive
from govreply.system_errors import words_of

MOST_ROWS: Final = 1_048_576  # what a sheet of a workbook can hold
MOST_COLUMNS: Final = 512
LIMITS: Final = Limits(bytes=128 * 1024 * 1024, unpacked_bytes=1024 * 1024 * 1024, characters=128 * 1024 * 1024)
_DELIMITERS: Final = (",", "\t", ";")
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_WORKBOOK = "xl/workbook.xml"
_CAUSES: Final = {Cause.ENCRYPTED: "设有密码", Cause.LIMIT: "解开后过大，或内部文件过多"}
_ROWS: Final = Bilingual(f"{MOST_ROWS} 行", f"{MOST_ROWS} rows")


@frozen
class Row:
    """A row: its number in the sheet, from 1, and its cells as text, ``""`` for an empty one."""

    number: int
    cells: tuple[str, ...]


@frozen
class Sheet:
    """A sheet; ``name`` is ``""`` for a text table."""

    name: str
    rows: tuple[Row, ...]


def read_sheets(path: Path) -> tuple[Sheet, ...]:
    """The readings of a file: the visible sheets of a workbook, or a text table once for each delimiter it may have.

    Raises:
        CatalogueError: if the file cannot be read, is of another format, or passes a limit.
    """
    data = _bytes(path)
    if data.startswith(_ZIP):
        return tuple(_workbook(path, data))
    if data.startswith(_OLE):
        raise CatalogueError(
            Bilingual(
                f"{path}：旧版 .xls 或加密的工作簿读不了，请在表格软件中另存为不加密的 .xlsx",
                f"{path}: an old .xls file or an encrypted workbook; save it as an .xlsx file without a password",
            )
        )
    return tuple(_text_table(path, data))


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(LIMITS.bytes + 1)
    except OSError as error:
        why = words_of(error)
        raise CatalogueError(
            Bilingual(f"{path}：无法打开目录（{why.zh}）", f"{path}: cannot be opened ({why.en})")
        ) from error
    if len(data) > LIMITS.bytes:
        mebibytes = f"{LIMITS.bytes // 1024**2} MiB"
        raise _too_much(path, Bilingual(mebibytes, mebibytes))
    if not data.strip():
        raise CatalogueError(Bilingual(f"{path}：目录是空的", f"{path}: the catalogue is empty"))
    return data


def _workbook(path: Path, data: bytes) -> Iterator[Sheet]:
    try:
        from openpyxl import load_workbook
    except ImportError as error:
        raise needs_extra(path) from error

    _require_harmless(path, data)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # styles and extensions that openpyxl does not keep are of no matter here
            book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
            for sheet in book.worksheets:
                if sheet.sheet_state == "visible":
                    sheet.reset_dimensions()  # programs that write workbooks state wrong ones
                    yield Sheet(sheet.title, tuple(_rows(path, sheet.iter_rows(max_col=MOST_COLUMNS))))
    except CatalogueError:
        raise
    except Exception as error:  # whatever a damaged workbook makes the library raise
        raise _damaged(path, Bilingual("工作簿的内部结构不完整或不合规范", str(error))) from error


def _require_harmless(path: Path, data: bytes) -> None:
    """Refuse archives that unpack to far more than they hold, and XML with a document type declaration (entities)."""
    archive = Archive(data, Budget(str(path), LIMITS))
    try:
        if not archive.has(_WORKBOOK):
            raise CatalogueError(
                Bilingual(
                    f"{path}：不是 .xlsx 工作簿，请在表格软件中另存为 .xlsx",
                    f"{path}: no .xlsx workbook; save it as one in a spreadsheet program",
                )
            )
        for name in archive.names():
            content = archive.content(name)
            if name.endswith((".xml", ".rels")) and b"<!DOCTYPE" in content:
                raise _damaged(path, Bilingual(f"{name} 含有文档类型声明", f"{name}: document type declaration"))
    except UnreadableError as error:
        zh = _CAUSES.get(error.cause, "压缩结构不完整")
        raise _damaged(path, Bilingual(zh, error.detail)) from error


def _rows(path: Path, rows: Iterable[Sequence[Any]]) -> Iterator[Row]:
    for number, cells in enumerate(islice(rows, MOST_ROWS + 1), start=1):
        if number > MOST_ROWS:
            raise _too_much(path, _ROWS)
        texts = tuple(_text(cell) for cell in cells)
        if any(texts):
            yield Row(number, texts)


def _text(cell: Any) -> str:
    """A cell as a person reads it: days as 2023-06-12, whole numbers without a point, leading zeros of its format kept."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, int) and not isinstance(value, bool):
        layout = str(cell.number_format)
        return str(value).zfill(len(layout)) if set(layout) == {"0"} else str(value)
    return str(value)


def _text_table(path: Path, data: bytes) -> Iterator[Sheet]:
    try:
        text = decode(data, str(path)).text
    except UnreadableError as error:
        raise CatalogueError(
            Bilingual(
                f"{path}：既不是 .xlsx，也不是 UTF-8 或 GB18030 编码的文本表格；请在表格软件中打开并另存为 .xlsx",
                f"{path}: neither .xlsx nor a text table in UTF-8 or GB18030 ({error.detail})",
            )
        ) from error
    if text.lstrip()[:1] == "<":
        raise CatalogueError(
            Bilingual(
                f"{path}：内容是网页，请在表格软件中打开后另存为 .xlsx",
                f"{path}: this is a web page; open it in a spreadsheet program and save it as .xlsx",
            )
        )
    for delimiter in _DELIMITERS:
        if delimiter in text:
            yield Sheet("", tuple(_records(path, text, delimiter)))


def _records(path: Path, text: str, delimiter: str) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        for number, cells in enumerate(islice(reader, MOST_ROWS + 1), start=1):
            if number > MOST_ROWS:
                raise _too_much(path, _ROWS)
            if any(cell.strip() for cell in cells):
                yield Row(number, tuple(cells[:MOST_COLUMNS]))
    except csv.Error as error:
        most = csv.field_size_limit()
        zh = f"引号没有配对，或一格超过 {most} 字" if str(most) in str(error) else "引号或换行有误"
        raise _damaged(path, Bilingual(zh, str(error))) from error


def _damaged(path: Path, detail: Bilingual) -> CatalogueError:
    return CatalogueError(
        Bilingual(
            f"{path}：目录文件损坏（{detail.zh}）。若表格软件还能打开，请另存为 .xlsx",
            f"{path}: the catalogue is damaged ({detail.en}); if a spreadsheet program still opens it, save it as .xlsx",
        )
    )


def _too_much(path: Path, limit: Bilingual) -> CatalogueError:
    return CatalogueError(Bilingual(f"{path}：目录超过 {limit.zh}", f"{path}: the catalogue has more than {limit.en}"))


def needs_extra(path: Path) -> CatalogueError:
    """That workbooks need what ``govreply[report]`` installs."""
    return CatalogueError(
        Bilingual(
            f"{path}：读写 .xlsx 需要先安装：pip install 'govreply[report]'",
            f"{path}: workbooks need an extra: pip install 'govreply[report]'",
        )
    )
