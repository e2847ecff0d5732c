"""The store of a batch: one SQLite file in the folder of the report, which survives that its writer is killed.

One process writes. What is put comes into the file in groups, the open one at the latest when :data:`GROUP_SECONDS` have
passed; what a kill takes with it is that group, whose documents are checked again. Whoever reads uses :attr:`Store.db`
and the tables of ``schema.sql``.
"""

from __future__ import annotations

import sqlite3
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

from attrs import field, frozen, mutable

from govreply.batch.errors import StoreFailedError, StoreRefusedError
from govreply.batch.lock import Lock
from govreply.batch.names import original, stored
from govreply.batch.record import Record, Row
from govreply.language import Bilingual
from govreply.version import VERSION

FILE_NAME: Final = "batch.sqlite"
SCHEMA: Final = "govreply.batch/1"
GROUP_SECONDS: Final = 0.5

_FINDING_BITS: Final = 24  # more findings than a document can have
_PAGE: Final = 500
_BUSY_SECONDS: Final = 10.0
# tables with rows of one document each, but for those that go with them
_OF_ONE_DOCUMENT: Final = (
    "documents",
    "findings",
    "rule_states",
    "matters",
    "contacts",
    "organs",
    "minhash",
    "waiver_uses",
)


@frozen(kw_only=True)
class Input:
    """An input that a run has to look at.

    Attributes:
        path, member: as the operating system takes them; the member of an archive, or "".
        sha256, fingerprint: of the record that the store holds already; ``None`` where it holds none.
        cause, verdict: of that record.
    """

    id: int
    path: str
    member: str
    sha256: str | None = None
    fingerprint: str | None = None
    cause: str | None = None
    verdict: str | None = None


@frozen(kw_only=True)
class Counts:
    """What became of the inputs of a batch; the verdicts and the unread ones add up to all that were found.

    Attributes:
        found: inputs, those that are gone left out.
        verdicts: of those that were read. unread: by cause. findings, waived: by severity.
        not_replies: those among the undetermined that are no reply. waiting: not checked yet.
    """

    found: int
    waiting: int
    verdicts: Counter[str]
    unread: Counter[str]
    not_replies: int
    findings: Counter[str]
    waived: Counter[str]


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
            raise _not_writable(folder, error) from error
        try:
            if not resume and path.exists():
                raise _already_there(folder)
            return cls._connected(folder, path, lock)
        except BaseException:
            lock.release()
            raise

    @classmethod
    def read(cls, folder: Path) -> Self:
        """Open the store in `folder` for reading only.

        Raises:
            StoreRefusedError: if there is none, or it is of another version.
        """
        path = folder / FILE_NAME
        if not path.is_file():
            raise StoreRefusedError(Bilingual(f"{path}：没有这个文件", f"{path}: there is no such file"))
        with _told(path):
            db = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=_BUSY_SECONDS)
            db.row_factory = sqlite3.Row
            _require_version(path, db)
        return cls(folder, db)

    @classmethod
    def _connected(cls, folder: Path, path: Path, lock: Lock) -> Self:
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
        return cls(folder, db, lock)

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
            for table in _OF_ONE_DOCUMENT:
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
            rows = self.db.execute(
                "SELECT i.id, i.path, i.member, i.sha256, i.fingerprint, d.cause, d.verdict FROM inputs i"
                " LEFT JOIN documents d ON d.input = i.id"
                " WHERE i.run = ? AND i.verified IS NOT ? AND i.id > ? ORDER BY i.id LIMIT ?",
                (run, run, last, _PAGE),
            ).fetchall()
            if not rows:
                return
            for row in rows:
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
            for table in _OF_ONE_DOCUMENT:
                self.db.execute(f"DELETE FROM {table} WHERE input = ?", (input_id,))  # noqa: S608 - names from above
            _insert(self.db, "documents", {"input": input_id, **record.document})
            for ordinal, (row, related) in enumerate(record.findings):
                finding = (input_id << _FINDING_BITS) | ordinal
                _insert(self.db, "findings", {"id": finding, "input": input_id, "ordinal": ordinal, **row})
                _rows(self.db, "related", finding, related)
            for table, rows in (
                ("matters", record.matters),
                ("contacts", record.contacts),
                ("organs", record.organs),
                ("minhash", tuple((bucket,) for bucket in record.bands)),
            ):
                _rows(self.db, table, input_id, rows)
            _rows(self.db, "rule_states", input_id, record.rule_states, numbered=False)
            _rows(self.db, "waiver_uses", input_id, record.waiver_uses, numbered=False)
            digest = record.digest
            self.db.execute(
                "UPDATE inputs SET state = ?, sha256 = ?, size = coalesce(?, size), fingerprint = ?, verified = ? WHERE id = ?",
                (
                    record.state,
                    digest.sha256 if digest else None,
                    digest.size if digest else None,
                    record.fingerprint,
                    run,
                    input_id,
                ),
            )

    def keep(self, run: int, input_id: int) -> None:
        """Note that `run` saw that the record of an input still holds."""
        with self.group():
            self.db.execute("UPDATE inputs SET verified = ? WHERE id = ?", (run, input_id))

    # --- what there is ---

    def counts(self) -> Counts:
        """What became of the inputs."""
        states = Counter(dict(self._pairs("SELECT state, count(*) FROM inputs WHERE state <> 'gone' GROUP BY state")))
        verdicts = self._pairs(
            "SELECT verdict, count(*) FROM documents WHERE cause IS NULL GROUP BY verdict",
        )
        unread = self._pairs("SELECT cause, count(*) FROM documents WHERE cause IS NOT NULL GROUP BY cause")
        severities = "SELECT severity, count(*) FROM findings WHERE waived = {} GROUP BY severity"
        (others,) = self.db.execute("SELECT count(*) FROM documents WHERE cause IS NULL AND NOT is_reply").fetchone()
        return Counts(
            found=states.total(),
            waiting=states["waiting"],
            verdicts=Counter(dict(verdicts)),
            unread=Counter(dict(unread)),
            not_replies=others,
            findings=Counter(dict(self._pairs(severities.format(0)))),
            waived=Counter(dict(self._pairs(severities.format(1)))),
        )

    def _pairs(self, query: str) -> list[tuple[str, int]]:
        return [(str(key), int(count)) for key, count in self.db.execute(query)]

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


def failure(path: Path, error: sqlite3.Error) -> StoreFailedError:
    """What went wrong with the file at `path`, in words."""
    name = getattr(error, "sqlite_errorname", "")
    if name.startswith("SQLITE_FULL") or "full" in str(error):
        return StoreFailedError(Bilingual(f"{path}：磁盘已满，写不进去", f"{path}: the disk is full"))
    return StoreFailedError(Bilingual(f"{path}：无法写入（{error}）", f"{path}: cannot be written ({error})"))


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Refusals instead of what SQLite raises when a store is opened."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        name = getattr(error, "sqlite_errorname", "")
        if name.startswith("SQLITE_FULL"):
            raise failure(path, error) from error
        if name.startswith("SQLITE_NOTADB") or name.startswith("SQLITE_CORRUPT"):
            raise StoreRefusedError(
                Bilingual(f"{path}：不是 govreply 的批处理文件，或已损坏", f"{path}: no store of govreply, or damaged")
            ) from error
        raise StoreRefusedError(
            Bilingual(f"{path}：无法打开（{error}）", f"{path}: cannot be opened ({error})")
        ) from error


def _require_version(path: Path, db: sqlite3.Connection) -> None:
    row = db.execute("SELECT 1 FROM sqlite_master WHERE name = 'meta'").fetchone()
    found = db.execute("SELECT value FROM meta WHERE key = 'schema'").fetchone() if row else None
    if found is None or found[0] != SCHEMA:
        raise StoreRefusedError(
            Bilingual(
                f"{path}：由另一版本的 govreply 写成，本版本不能接着用；请换一个 --out 文件夹",
                f"{path}: written by another version of govreply, which this one cannot go on with; use another folder for --out",
            )
        )


def _already_there(folder: Path) -> StoreRefusedError:
    return StoreRefusedError(
        Bilingual(
            f"{folder} 里已有一次批处理的结果：接着做请加 --resume，重新做请换一个 --out 文件夹",
            f"{folder} holds the results of a batch already: add --resume to go on with it, or use another folder for --out",
        )
    )


def _not_writable(folder: Path, error: OSError) -> StoreRefusedError:
    detail = error.strerror or str(error)
    return StoreRefusedError(
        Bilingual(
            f"{folder}：不能写入（{detail}）；请换一个 --out 文件夹",
            f"{folder}: cannot be written ({detail}); use another folder for --out",
        )
    )


def _insert(db: sqlite3.Connection, table: str, row: dict[str, Any]) -> None:
    names = ", ".join(f'"{name}"' for name in row)
    db.execute(f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(row))})", tuple(row.values()))  # noqa: S608


def _rows(db: sqlite3.Connection, table: str, key: int, rows: tuple[Row, ...], *, numbered: bool = True) -> None:
    """Insert `rows` under their key, with their number where the table has one."""
    if not rows:
        return
    full = [(key, *((number,) if numbered else ()), *row) for number, row in enumerate(rows)]
    db.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(full[0]))})", full)  # noqa: S608


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
