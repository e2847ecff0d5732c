"""The store of a batch: one SQLite file in the folder of the report, which survives that its writer is killed.

One process writes. What is put comes into the file in groups, the open one at the latest when :data:`GROUP_SECONDS` have
passed; what a kill takes with it is that group, whose documents are checked again. Whoever reads uses :attr:`Store.db`
and the tables of ``schema.sql``.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from attrs import field, frozen, mutable

from govreply.batch import rows
from govreply.batch.errors import StoreRefusedError
from govreply.batch.lock import Lock
from govreply.batch.names import original, stored
from govreply.batch.record import Record
from govreply.batch.rows import OF_ONE_DOCUMENT, Counts, Input
from govreply.batch.store_file import (
    FILE_NAME,
    already_there,
    damaged,
    failure,
    not_writable,
    open_to_read,
    open_to_write,
)
from govreply.version import VERSION

__all__ = ["FILE_NAME", "GROUP_SECONDS", "Counts", "Input", "Store", "failure"]

GROUP_SECONDS: Final = 0.5

_PAGE: Final = 500


@mutable
class _Group:
    """What is written together: since when it is open, ``None`` while none is, and how many blocks are inside it."""

    since: float | None = None
    depth: int = 0

    def is_due(self) -> bool:
        return self.since is not None and not self.depth and time.monotonic() - self.since >= GROUP_SECONDS


@frozen
class Store:
    """An open store; use as a context manager, or call :meth:`close`.

    Attributes:
        folder: of the report. db: for queries; rows can be asked by name.
    """

    folder: Path
    db: sqlite3.Connection
    _lock: Lock | None = None
    _group: _Group = field(factory=lambda: _Group())

    @classmethod
    def create(cls, folder: Path, *, resume: bool = False) -> Self:
        """Open the store in `folder` for writing, a new one, or with `resume` the one that is there if there is one.

        Raises:
            StoreRefusedError: if there is one already, it is in use or of another version, or the folder cannot be written.
            StoreFailedError: if the disk is full.
        """
        path = folder / FILE_NAME
        try:
            folder.mkdir(parents=True, exist_ok=True)
            lock = Lock.take(folder)
        except OSError as error:
            raise not_writable(folder, error) from error
        try:
            if not resume and path.exists():
                raise already_there(folder) if path.stat().st_size else StoreRefusedError(damaged(path))
            return cls(folder, open_to_write(path), lock)
        except BaseException:
            lock.release()
            raise

    @classmethod
    def read(cls, folder: Path) -> Self:
        """Open the store in `folder` for reading only.

        Raises:
            StoreRefusedError: if there is none, or it is of another version.
        """
        return cls(folder, open_to_read(folder / FILE_NAME))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if error is None:
                self.flush()
        finally:
            self.close()

    def close(self) -> None:
        """Let go of the file; what has not been flushed is dropped."""
        self._drop()
        self.db.close()
        if self._lock is not None:
            self._lock.release()

    # --- runs ---

    def begin_run(self, options: str) -> int:
        """Note the beginning of a run with `options` (JSON) and return its id."""
        with self.group():
            self.set_meta("version", VERSION)
            self.set_meta("options", options)
            cursor = self.db.execute(
                "INSERT INTO runs (started, version, options) VALUES (?, ?, ?)", (_now(), VERSION, options)
            )
        self.flush()
        assert cursor.lastrowid is not None  # noqa: S101 - an INSERT has one
        return cursor.lastrowid

    def end_run(self, run: int, outcome: str) -> None:
        """Note how a run ended: ``complete`` or ``interrupted``."""
        with self.group():
            self.db.execute("UPDATE runs SET ended = ?, outcome = ? WHERE id = ?", (_now(), outcome, run))
        self.flush()

    def set_meta(self, key: str, value: str) -> None:
        """Keep `value` under `key` of ``meta``."""
        with self.group():
            self.db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))

    def meta(self, key: str) -> str | None:
        """The value under `key` of ``meta``."""
        row = self.db.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return None if row is None else str(row[0])

    # --- inputs ---

    def found(
        self, run: int, path: str, member: str = "", *, size: int | None = None, modified: str | None = None
    ) -> int:
        """Note that `run` found an input, and return its id, which is the same in all runs.

        A name that this run has found before (an archive may hold several members of one name) gets a number behind it.
        """
        key, times = (stored(path), stored(member)), 1
        with self.group():
            while self._is_found(run, *key):
                times += 1
                key = (stored(path), stored(f"{member}#{times}"))
            row = self.db.execute(
                "INSERT INTO inputs (path, member, size, modified, state, run) VALUES (?, ?, ?, ?, 'waiting', ?)"
                " ON CONFLICT (path, member) DO UPDATE SET run = excluded.run, modified = excluded.modified,"
                " state = CASE state WHEN 'gone' THEN 'waiting' ELSE state END RETURNING id",
                (*key, size, modified, run),
            ).fetchone()
        return int(row[0])

    def _is_found(self, run: int, path: str, member: str) -> bool:
        query = "SELECT 1 FROM inputs WHERE path = ? AND member = ? AND run = ?"
        return self.db.execute(query, (path, member, run)).fetchone() is not None

    def drop_missing(self, run: int) -> int:
        """Mark all inputs that `run` did not find as gone and forget what they held; returns how many there were."""
        gone = "SELECT id FROM inputs WHERE run <> ? AND state <> 'gone'"
        with self.group():
            for table in OF_ONE_DOCUMENT:
                self.db.execute(f"DELETE FROM {table} WHERE input IN ({gone})", (run,))  # noqa: S608 - names from above
            cursor = self.db.execute(
                "UPDATE inputs SET state = 'gone', sha256 = NULL, fingerprint = NULL, verified = NULL"
                " WHERE run <> ? AND state <> 'gone'",
                (run,),
            )
        self.flush()
        return cursor.rowcount

    def pending(self, run: int) -> Iterator[Input]:
        """The inputs that `run` found and has not looked at yet, in the order they were found.

        Records may be put meanwhile.
        """
        last = 0
        while True:
            found = self.db.execute(
                "SELECT i.id, i.path, i.member, i.sha256, i.fingerprint, d.cause, d.verdict FROM inputs i"
                " LEFT JOIN documents d ON d.input = i.id"
                " WHERE i.run = ? AND i.verified IS NOT ? AND i.id > ? ORDER BY i.id LIMIT ?",
                (run, run, last, _PAGE),
            ).fetchall()
            if not found:
                return
            for row in found:
                last = row["id"]
                yield Input(
                    id=last,
                    path=original(row["path"]),
                    member=original(row["member"]),
                    sha256=row["sha256"],
                    fingerprint=row["fingerprint"],
                    cause=row["cause"],
                    verdict=row["verdict"],
                )

    # --- documents ---

    def put(self, run: int, input_id: int, record: Record) -> None:
        """Keep `record` of an input, in place of the one there may be."""
        with self.group():
            rows.put(self.db, run, input_id, record)

    def keep(self, run: int, input_id: int) -> None:
        """Note that `run` saw that the record of an input still holds."""
        with self.group():
            self.db.execute("UPDATE inputs SET verified = ? WHERE id = ?", (run, input_id))

    # --- what there is ---

    def counts(self) -> Counts:
        """What became of the inputs."""
        return rows.counts(self.db)

    # --- writing in groups ---

    @contextmanager
    def group(self) -> Iterator[None]:
        """What is executed inside comes into the file as a whole, together with its neighbours in time. Groups may be nested.

        Raises:
            StoreFailedError: if the file cannot be written; the group is dropped then.
        """
        self._group.depth += 1
        try:
            if self._group.since is None:
                self.db.execute("BEGIN IMMEDIATE")
                self._group.since = time.monotonic()
            yield
        except sqlite3.Error as error:
            self._drop()
            raise failure(self.folder / FILE_NAME, error) from error
        except BaseException:
            self._drop()
            raise
        finally:
            self._group.depth -= 1
        self.tick()

    def tick(self) -> None:
        """Write the open group if it has been open for long enough; to be called while nothing comes in."""
        if self._group.is_due():
            self.flush()

    def flush(self) -> None:
        """Write the open group.

        Raises:
            StoreFailedError: see :meth:`group`.
        """
        if self._group.since is None:
            return
        try:
            self.db.execute("COMMIT")
        except sqlite3.Error as error:
            self._drop()
            raise failure(self.folder / FILE_NAME, error) from error
        self._group.since = None

    def _drop(self) -> None:
        self._group.since = None
        if self.db.in_transaction:
            self.db.execute("ROLLBACK")


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
