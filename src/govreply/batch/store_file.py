"""The file of a store: how it is made, opened and refused, and what goes wrong with it in words."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Final

from govreply.batch.errors import StoreDamagedError, StoreFailedError, StoreRefusedError
from govreply.language import Bilingual
from govreply.system_errors import words_of

FILE_NAME: Final = "batch.sqlite"
SCHEMA: Final = "govreply.batch/2"

_BUSY_SECONDS: Final = 10.0
_NO_ROOM: Final = ("SQLITE_CANTOPEN", "SQLITE_IOERR", "SQLITE_READONLY", "SQLITE_FULL")
_DAMAGED: Final = ("SQLITE_NOTADB", "SQLITE_CORRUPT")
_SQLITE_WORDS: Final = {  # by the start of the name of an error
    "SQLITE_READONLY": "文件或文件夹只能读，不能写",
    "SQLITE_CANTOPEN": "文件打不开，或没有权限",
    "SQLITE_PERM": "没有权限",
    "SQLITE_AUTH": "没有权限",
    "SQLITE_BUSY": "另一个程序正在使用它",
    "SQLITE_LOCKED": "另一个程序正在使用它",
    "SQLITE_IOERR": "磁盘读写出错",
    "SQLITE_NOMEM": "内存不够用",
    "SQLITE_TOOBIG": "一份的内容过大",
}
_FULL: Final = Bilingual("磁盘已满，写不进去；请先腾出空间", "the disk is full; free some space first")


def open_to_write(path: Path) -> sqlite3.Connection:
    """The file at `path`, made with its tables if it is not there.

    Raises:
        StoreRefusedError: if it is none of ours, or of another version.
        StoreFailedError: if the disk is full.
    """
    with _told(path):
        db = sqlite3.connect(path, isolation_level=None, timeout=_BUSY_SECONDS)
        db.row_factory = sqlite3.Row
        try:
            db.execute("PRAGMA journal_mode = WAL")
            db.execute("PRAGMA synchronous = NORMAL")
            db.execute("PRAGMA foreign_keys = ON")
            if not db.execute("SELECT 1 FROM sqlite_master WHERE name = 'meta'").fetchone():
                script = files(__package__).joinpath("schema.sql").read_text(encoding="utf-8")
                db.executescript(f"BEGIN; {script}; INSERT INTO meta VALUES ('schema', '{SCHEMA}'); COMMIT;")  # noqa: S608
            _require_version(path, db)
        except BaseException:
            db.close()
            raise
    return db


def open_to_read(path: Path) -> sqlite3.Connection:
    """The file at `path`, which is not changed.

    Raises:
        StoreRefusedError: if there is none, or it is none of ours, or of another version.
    """
    if not path.is_file():
        raise StoreRefusedError(Bilingual(f"{path}：没有这个文件", f"{path}: there is no such file"))
    with _told(path):
        try:
            return _open(path, "mode=ro")
        except sqlite3.OperationalError as error:
            # SQLite makes a small file beside it, which read-only folders and full disks refuse; what a writer left is all
            # in the file itself, unless he was killed
            if _has_more(path) or not error.sqlite_errorname.startswith(_NO_ROOM):
                raise
            return _open(path, "mode=ro&immutable=1")


def _has_more(path: Path) -> bool:
    """Whether there is a journal beside the file at `path` that has not gone into it."""
    journal = path.with_name(path.name + "-wal")
    return journal.exists() and journal.stat().st_size > 0


def _open(path: Path, how: str) -> sqlite3.Connection:
    db = sqlite3.connect(f"{path.absolute().as_uri()}?{how}", uri=True, timeout=_BUSY_SECONDS)
    db.row_factory = sqlite3.Row
    try:
        _require_version(path, db)
    except BaseException:
        db.close()
        raise
    return db


def failure(path: Path, error: sqlite3.Error) -> StoreFailedError:
    """What went wrong with the file at `path`, in words."""
    name = getattr(error, "sqlite_errorname", "")
    if name.startswith("SQLITE_FULL") or "full" in str(error):
        return StoreFailedError(Bilingual(f"{path}：{_FULL.zh}", f"{path}: {_FULL.en}"))
    if name.startswith(_DAMAGED):
        return StoreDamagedError(damaged(path))
    return StoreFailedError(
        Bilingual(f"{path}：无法写入（{_told_by_sqlite(error)}）", f"{path}: cannot be written ({error})")
    )


def _told_by_sqlite(error: sqlite3.Error) -> str:
    """What SQLite says, for Chinese readers; what is not listed is marked as its own words."""
    name = getattr(error, "sqlite_errorname", "")
    return next((zh for start, zh in _SQLITE_WORDS.items() if name.startswith(start)), f"数据库原文：{error}")


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Refusals instead of what SQLite raises when a store is opened."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        name = getattr(error, "sqlite_errorname", "")
        if name.startswith("SQLITE_FULL"):
            raise failure(path, error) from error
        if name.startswith(_DAMAGED):
            raise StoreRefusedError(damaged(path)) from error
        raise StoreRefusedError(
            Bilingual(f"{path}：无法打开（{_told_by_sqlite(error)}）", f"{path}: cannot be opened ({error})")
        ) from error


def _require_version(path: Path, db: sqlite3.Connection) -> None:
    row = db.execute("SELECT 1 FROM sqlite_master WHERE name = 'meta'").fetchone()
    found = db.execute("SELECT value FROM meta WHERE key = 'schema'").fetchone() if row else None
    if found is None:
        raise StoreRefusedError(damaged(path))
    if found[0] != SCHEMA:
        raise StoreRefusedError(
            Bilingual(
                f"{path}：由另一版本的 govreply 写成，本版本用不了；请用本版本重新检查，结果存入另一个文件夹",
                f"{path}: written by another version of govreply, which this one cannot use; check again, with another folder for"
                " the results",
            )
        )


def damaged(path: Path) -> Bilingual:
    """That the file at `path` is none of ours, or no longer whole, and what to do then."""
    return Bilingual(
        f"{path}：不是 govreply 的批处理文件，或已损坏；请把它移走或删除，或换一个 --out 文件夹，再用 govreply batch 重新检查",
        f"{path}: no store of govreply, or damaged; move or delete it, or use another folder for --out, and check again with"
        " govreply batch",
    )


def already_there(folder: Path) -> StoreRefusedError:
    """That `folder` holds results which nobody asked to go on with."""
    return StoreRefusedError(
        Bilingual(
            f"{folder} 里已有一次批处理的结果：接着做请加 --resume，重新做请换一个 --out 文件夹",
            f"{folder} holds the results of a batch already: add --resume to go on with it, or use another folder for --out",
        )
    )


def not_writable(folder: Path, error: OSError) -> StoreRefusedError:
    """That the system lets nobody write to `folder`."""
    if error.errno == errno.ENOSPC:
        return StoreRefusedError(
            Bilingual(
                f"{folder}：{_FULL.zh}，或换一个 --out 文件夹",
                f"{folder}: {_FULL.en}, or use another folder for --out",
            )
        )
    why = words_of(error)
    return StoreRefusedError(
        Bilingual(
            f"{folder}：不能写入（{why.zh}）；请换一个 --out 文件夹",
            f"{folder}: cannot be written ({why.en}); use another folder for --out",
        )
    )
