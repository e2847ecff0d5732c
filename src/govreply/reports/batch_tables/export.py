"""An export as a whole: opened store, a file a table, all in place at the end or none."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
import tempfile
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Final

from attrs import frozen

from govreply.batch.errors import StoreDamagedError
from govreply.batch.lock import is_held
from govreply.batch.store_file import FILE_NAME, failure, open_to_read
from govreply.language import Bilingual, Language
from govreply.reports.batch_tables import package
from govreply.reports.batch_tables.errors import ExportFailedError, ExportRefusedError
from govreply.reports.batch_tables.rows import Extract
from govreply.reports.batch_tables.schema import tables
from govreply.reports.batch_tables.writers import FORMATS, Writer, require_libraries
from govreply.system_errors import words_of

_DRAFTS: Final = ".export-"
_FULL: Final = (errno.ENOSPC, errno.EDQUOT)


@frozen(kw_only=True)
class Order:
    """What is to be exported.

    Attributes:
        store: the file of a store, or the folder that holds it.
        form: one of :data:`~govreply.reports.batch_tables.writers.FORMATS`.
        out: the folder for the tables; ``None`` for ``export-FORM`` beside the store.
        wanted: names of tables; none for all.
        replace: whether tables that are there already may be replaced.
    """

    store: Path
    form: str
    language: Language
    out: Path | None = None
    wanted: Collection[str] = ()
    replace: bool = False
    show_private: bool = False

    @property
    def file(self) -> Path:
        """The file of the store."""
        return self.store / FILE_NAME if self.store.is_dir() else self.store

    @property
    def folder(self) -> Path:
        """The folder for the tables."""
        return self.out if self.out is not None else self.file.parent / f"export-{self.form}"


@frozen(kw_only=True)
class Exported:
    """What was exported.

    Attributes:
        rows: name of a table → number of its rows, in the order of the tables.
        waiting: documents that have not been checked yet. is_complete: whether the last run came to its end.
        is_masked: whether the store keeps messages and texts with masks.
    """

    rows: dict[str, int]
    waiting: int
    is_complete: bool
    is_masked: bool


Seen = Callable[[str, int], None]


def export(order: Order, seen: Seen = lambda _outcome, _total: None) -> Exported:
    """Write the tables of a store; the same store gives the same bytes, and one document at a time is held in memory.

    Each table is written beside its place first. ``datapackage.json`` is put in its place last: one that is there describes the
    tables beside it. `seen` is told of each document when it is through: its verdict, or its state if it has none, and how many
    documents there are.

    Raises:
        ExportRefusedError: if nothing can be written as it was asked for.
        StoreRefusedError: if the store is missing, or none of this version.
        ExportFailedError: if the store cannot be read to its end, or a file not be written. The folder is as it was then, unless
            a table could not be put in its place.
    """
    require_libraries(order.form)
    with _opened(order) as db:
        _require_room(order)
        is_made = not order.folder.exists()
        try:
            with _drafts(order.folder) as drafts:
                exported = _write(order, db, drafts, seen)
                _put_in_place(order, drafts)
        except BaseException as error:
            if is_made:
                with suppress(OSError):
                    order.folder.rmdir()
            if isinstance(error, OSError):
                raise _unwritable(order.folder, error) from error
            if isinstance(error, sqlite3.Error):
                raise _unreadable(order.file, error) from error
            raise
    return exported


@contextmanager
def _opened(order: Order) -> Iterator[sqlite3.Connection]:
    """The store as it is at this moment.

    Raises:
        ExportRefusedError: if a run is writing to it.
        StoreRefusedError: see :func:`~govreply.batch.store_file.open_to_read`.
    """
    db = open_to_read(order.file)
    try:
        if is_held(order.file.parent):
            raise ExportRefusedError(
                Bilingual(
                    f"{order.file}：另一个 govreply batch 正在写，请等它做完再导出",
                    f"{order.file}: another govreply batch is writing to it; wait for it to end, then export",
                )
            )
        db.execute("BEGIN")
        yield db
    finally:
        db.close()


def _require_room(order: Order) -> None:
    """See that there is a folder for the tables, and nothing that must not be replaced.

    Raises:
        ExportRefusedError: if not.
    """
    folder = order.folder
    if folder.exists() and not folder.is_dir():
        raise ExportRefusedError(Bilingual(f"{folder}：不是文件夹", f"{folder}: no folder"))
    there = [name for name in _file_names(order.form) if os.path.lexists(folder / name)]
    if there and not order.replace:
        raise ExportRefusedError(
            Bilingual(
                f"{folder} 里已有导出的表（{there[0]}）：要替换请加 --overwrite，或换一个 --out 文件夹",
                f"{folder} holds exported tables already ({there[0]}): add --overwrite to replace them, or use another folder"
                " for --out",
            )
        )


@contextmanager
def _drafts(folder: Path) -> Iterator[Path]:
    """A folder within `folder`, which is made if need be, that is gone in the end.

    Raises:
        ExportRefusedError: if nothing can be written there.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        drafts = Path(tempfile.mkdtemp(prefix=_DRAFTS, dir=folder))
    except OSError as error:
        why = words_of(error)
        raise ExportRefusedError(
            Bilingual(
                f"{folder}：不能写入（{why.zh}）；请换一个 --out 文件夹",
                f"{folder}: cannot be written ({why.en}); use another folder for --out",
            )
        ) from error
    try:
        yield drafts
    finally:
        shutil.rmtree(drafts, ignore_errors=True)


def _write(order: Order, db: sqlite3.Connection, drafts: Path, seen: Seen) -> Exported:
    known = tables()
    names = [name for name in known if not order.wanted or name in order.wanted]
    masked = db.execute("SELECT value FROM meta WHERE key = 'show_private'").fetchone()
    (total,) = db.execute("SELECT count(*) FROM inputs WHERE state <> 'gone'").fetchone()
    extract = Extract(
        db=db,
        language=order.language,
        wanted=frozenset(names),
        show_private=order.show_private,
        is_masked=masked is None or masked[0] != "1",
        seen=lambda outcome: seen(outcome, total),
    )
    rows = dict.fromkeys(names, 0) | _write_tables(order.form, extract, names, drafts)
    (drafts / package.FILE_NAME).write_bytes(package.description(rows, known, order.form, order.language))
    last = db.execute("SELECT outcome FROM runs ORDER BY id DESC LIMIT 1").fetchone()
    (waiting,) = db.execute("SELECT count(*) FROM inputs WHERE state = 'waiting'").fetchone()
    return Exported(
        rows=rows,
        waiting=waiting,
        is_complete=last is not None and last[0] == "complete",
        is_masked=extract.is_masked,
    )


def _write_tables(form: str, extract: Extract, names: Iterable[str], drafts: Path) -> Counter[str]:
    """Write all tables at once, as a document has rows in several; returns the numbers of rows."""
    counts: Counter[str] = Counter()
    known = tables()
    with ExitStack() as stack:
        writers: dict[str, Writer] = {}
        files = {name: stack.enter_context((drafts / f"{name}.{form}").open("xb")) for name in names}
        try:
            for name, file in files.items():
                writers[name] = FORMATS[form](file, known[name])
            for name, row in extract.rows():
                if name in writers:
                    writers[name].add(row)
                    counts[name] += 1
            for name, file in files.items():
                writers[name].close()
                file.flush()
                os.fsync(file.fileno())
        except BaseException:
            for writer in writers.values():
                writer.abandon()
            raise
    return counts


def _put_in_place(order: Order, drafts: Path) -> None:
    """Put the tables where those of an earlier export may be, which is gone in the end."""
    new = {path.name for path in drafts.iterdir()}
    (order.folder / package.FILE_NAME).unlink(missing_ok=True)
    for name in _file_names(order.form):
        if name not in new:
            (order.folder / name).unlink(missing_ok=True)
        elif name != package.FILE_NAME:
            (drafts / name).replace(order.folder / name)
    (drafts / package.FILE_NAME).replace(order.folder / package.FILE_NAME)


def _file_names(form: str) -> list[str]:
    return [*(f"{name}.{form}" for name in tables()), package.FILE_NAME]


def _unwritable(folder: Path, error: OSError) -> ExportFailedError:
    if error.errno in _FULL:
        return ExportFailedError(
            Bilingual(
                f"{folder}：磁盘已满，没有导出任何表；腾出空间后再试",
                f"{folder}: the disk is full, no table was exported; try again when there is space",
            )
        )
    why = words_of(error)
    return ExportFailedError(
        Bilingual(
            f"{folder}：写不进去（{why.zh}），没有导出完；若表正在别的程序里打开，请先关闭",
            f"{folder}: cannot be written ({why.en}), the export is not whole; close tables that are open in another program",
        )
    )


def _unreadable(file: Path, error: sqlite3.Error) -> ExportFailedError:
    told = failure(file, error)
    if isinstance(told, StoreDamagedError):
        return ExportFailedError(told.words)
    return ExportFailedError(
        Bilingual(
            f"{file}：读不下去（{error}），没有导出任何表", f"{file}: cannot be read ({error}), no table was exported"
        )
    )
