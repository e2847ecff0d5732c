"""What a rule has to remember of many documents, kept on disk, so that a batch of any size takes the memory of a small one.

Rows go into temporary tables of the connection, which SQLite keeps in a file of its own and deletes at the end. A rule puts
its rows there in any order and takes them back in groups; each group can be gone through as often as a rule likes.
"""

from __future__ import annotations

import itertools
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final, Generic, TypeVar

from attrs import define, field, frozen

Row = tuple[Any, ...]
Value = int | str

_NUMBERS: Final = itertools.count()  # tables of a connection must not share a name, whoever makes them

_Item = TypeVar("_Item")


@frozen
class Again(Generic[_Item]):
    """What `make` gives, made anew each time that somebody goes through it."""

    make: Callable[[], Iterator[_Item]]

    def __iter__(self) -> Iterator[_Item]:
        return self.make()


@frozen
class Group:
    """The rows that share a key, in order and without it.

    Attributes:
        key: what they share.
    """

    key: Row
    _db: sqlite3.Connection
    _query: str
    _first: int
    _last: int

    def __len__(self) -> int:
        return self._last - self._first + 1

    def __iter__(self) -> Iterator[Row]:
        return _tuples(self._db, f"{self._query} WHERE rowid BETWEEN ? AND ? ORDER BY rowid", (self._first, self._last))


@frozen
class Sorted:
    """Rows in the order of their values, NULL first; the first `by` of these are the key of a row."""

    _db: sqlite3.Connection
    _table: str
    _columns: tuple[str, ...]
    by: int

    @classmethod
    def of(cls, db: sqlite3.Connection, rows: Iterable[Row], by: int) -> Sorted:
        """`rows`, of which each holds numbers, texts and ``None``; ``db`` may be read while they are made."""
        stream = iter(rows)
        head = list(itertools.islice(stream, 1))
        columns = tuple(f"c{at}" for at in range(len(head[0]) if head else by + 1))
        raw, table, names = _new_name(), _new_name(), ", ".join(columns)
        db.execute(f"CREATE TEMP TABLE {raw} ({names})")
        marks = ", ".join("?" * len(columns))
        db.executemany(f"INSERT INTO temp.{raw} VALUES ({marks})", itertools.chain(head, stream))  # noqa: S608
        db.execute(f"CREATE TEMP TABLE {table} AS SELECT * FROM temp.{raw} ORDER BY {names}")  # noqa: S608
        _clear(db, raw)
        return cls(db, table, columns, by)

    def __bool__(self) -> bool:
        return self._db.execute(f"SELECT 1 FROM temp.{self._table} LIMIT 1").fetchone() is not None  # noqa: S608

    def __iter__(self) -> Iterator[Row]:
        return _tuples(self._db, f"SELECT * FROM temp.{self._table} ORDER BY rowid")  # noqa: S608

    def groups(self, least: int = 1) -> Iterator[Group]:
        """The groups of at least so many rows, in the order of their keys."""
        others = ", ".join(self._columns[self.by :])
        inside = f"SELECT {others} FROM temp.{self._table}"  # noqa: S608
        query = f"SELECT {', '.join(self._columns[: self.by])} FROM temp.{self._table} ORDER BY rowid"  # noqa: S608
        first = 1
        for key, rows in itertools.groupby(_tuples(self._db, query)):
            many = sum(1 for _ in rows)
            if many >= least:
                yield Group(key, self._db, inside, first, first + many - 1)
            first += many

    def indexed(self) -> Sorted:
        """The same, once :meth:`at` is quick."""
        key = ", ".join(self._columns[: self.by])
        self._db.execute(f"CREATE INDEX temp.{_new_name()} ON {self._table} ({key})")
        return self

    def at(self, *key: Value) -> Iterator[Row]:
        """The rows whose values begin with `key`, without it."""
        where = " AND ".join(f"{name} = ?" for name in self._columns[: len(key)])
        others = ", ".join(self._columns[len(key) :])
        return _tuples(
            self._db,
            f"SELECT {others} FROM temp.{self._table} WHERE {where} ORDER BY rowid",  # noqa: S608
            key,
        )

    def has(self, *key: Value) -> bool:
        """Whether there is a row whose values begin with `key`."""
        where = " AND ".join(f"{name} = ?" for name in self._columns[: len(key)])
        query = f"SELECT 1 FROM temp.{self._table} WHERE {where} LIMIT 1"  # noqa: S608
        return self._db.execute(query, key).fetchone() is not None

    def clear(self) -> None:
        """Let go of the rows."""
        _clear(self._db, self._table)


@define
class Seen:
    """A set of numbers or of texts."""

    _db: sqlite3.Connection
    _table: str = field(factory=lambda: _new_name())
    _many: int = 0

    def __attrs_post_init__(self) -> None:
        self._db.execute(f"CREATE TEMP TABLE {self._table} (value PRIMARY KEY) WITHOUT ROWID")

    def __len__(self) -> int:
        return self._many

    def __contains__(self, value: Value) -> bool:
        query = f"SELECT 1 FROM temp.{self._table} WHERE value = ?"  # noqa: S608
        return self._db.execute(query, (value,)).fetchone() is not None

    def add(self, value: Value) -> bool:
        """Take in `value`; whether it was not there before."""
        cursor = self._db.execute(f"INSERT OR IGNORE INTO temp.{self._table} VALUES (?)", (value,))  # noqa: S608
        self._many += cursor.rowcount
        return cursor.rowcount > 0

    def update(self, values: Iterable[Value]) -> None:
        """Take in all of `values`."""
        for value in values:
            self.add(value)

    def clear(self) -> None:
        """Let go of the values."""
        _clear(self._db, self._table)
        self._many = 0


def _tuples(db: sqlite3.Connection, query: str, values: tuple[Any, ...] = ()) -> Iterator[Row]:
    cursor = db.cursor()
    cursor.row_factory = None
    return cursor.execute(query, values)


def _new_name() -> str:
    return f"spool_{next(_NUMBERS)}"


def _clear(db: sqlite3.Connection, table: str) -> None:
    """Empty a table; it cannot be dropped while anything is still being read from another one."""
    db.execute(f"DELETE FROM temp.{table}")  # noqa: S608
