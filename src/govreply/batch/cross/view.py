"""What a rule over many replies sees of a batch: the tables of the store, single documents, and the catalogue."""

from __future__ import annotations

import itertools
import json
import sqlite3
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from pathlib import PurePosixPath
from typing import Any, Final, TypeVar

from attrs import define, field, frozen

from govreply.batch.catalogue.fields import WORDS, Field
from govreply.batch.cross.base import CrossPlace
from govreply.batch.cross.paths import place_of
from govreply.batch.cross.spool import Row, Seen, Sorted
from govreply.batch.likeness import body_text
from govreply.batch.record import reply_of, unpacked
from govreply.convert import converter
from govreply.language import Bilingual
from govreply.model import Feedback, PersonalKind, Reply
from govreply.private import masked

_KEPT: Final = 64  # replies and bodies that are kept in memory
_MOBILE_DIGITS: Final = 11
_LEAST_LATER: Final = 3  # letters
_NO_FORM: Final = '"feedback":null'

_Value = TypeVar("_Value")


@frozen(kw_only=True)
class Filed:
    """An entry of the catalogue and the documents that it speaks of.

    Attributes:
        id: of the row in the store. sheet, row: where it stands.
        values: field → text as it stands there, a key for every column there is.
        inputs: ids of its documents, in order of their paths.
    """

    id: int
    sheet: str
    row: int
    values: Mapping[Field, str]
    inputs: tuple[int, ...] = ()

    def get(self, field: Field) -> str:
        """What the row says of `field`, surrounding blanks removed; ``""`` if nothing."""
        return self.values.get(field, "").strip()

    def at(self, field: Field) -> CrossPlace:
        """The place of a cell."""
        words, text = WORDS[field], " ".join(self.get(field).split())
        return CrossPlace(
            label=Bilingual(
                f"目录{self.where.zh}，{words.zh}：{text}", f"catalogue {self.where.en}, {words.en}: {text}"
            ),
            row=self.id,
            field=field,
        )

    @property
    def where(self) -> Bilingual:
        """The row as a person finds it."""
        sheet = f"{self.sheet} " if self.sheet else ""
        return Bilingual(f"{sheet}第{self.row}行", f"{sheet}row {self.row}")


@frozen
class Filing:
    """The entries of the catalogue in its order, read from the store each time that somebody goes through them."""

    db: sqlite3.Connection

    def __bool__(self) -> bool:
        return self.db.execute("SELECT 1 FROM catalogue_rows LIMIT 1").fetchone() is not None

    def __iter__(self) -> Iterator[Filed]:
        return self._filed("")

    def at(self, row: int) -> Filed:
        """The entry with the id `row`."""
        return next(self._filed("WHERE c.id = ?", row))

    def _filed(self, where: str, *values: int) -> Iterator[Filed]:
        query = (
            "SELECT c.id, c.sheet, c.source_row, c.entry, f.input FROM catalogue_rows c"  # noqa: S608 - from above
            " LEFT JOIN catalogue_files f ON f.catalogue_row = c.id LEFT JOIN temp.ranks r ON r.id = f.input"
            f" {where} ORDER BY c.id, r.rank"
        )
        for _, group in itertools.groupby(self.db.execute(query, values), key=lambda row: row["id"]):
            row, *others = group
            yield Filed(
                id=row["id"],
                sheet=row["sheet"],
                row=row["source_row"],
                values={Field(key): text for key, text in json.loads(row["entry"]).items()},
                inputs=tuple(one["input"] for one in (row, *others) if one["input"] is not None),
            )


@define
class View:
    """A batch as the rules see it. What grows with the number of documents stays on disk.

    Queries may join ``temp.ranks (rank, id)``: the place of each document in the order of paths, from 1, in which
    everything that people see stands.

    Attributes:
        db: the store, for queries; rows can be asked by name.
        today: the day to judge by; ``None`` leaves only what the documents' own dates prove.
    """

    db: sqlite3.Connection
    today: date | None = None
    _replies: OrderedDict[int, Reply] = field(factory=OrderedDict)
    _bodies: OrderedDict[int, str] = field(factory=OrderedDict)
    _spools: list[Sorted | Seen] = field(factory=list)
    _shared: dict[str, Sorted] = field(factory=dict)

    def __attrs_post_init__(self) -> None:
        self.db.execute("CREATE TEMP TABLE IF NOT EXISTS ranks (rank INTEGER PRIMARY KEY, id INTEGER UNIQUE)")
        self.db.execute("DELETE FROM temp.ranks")
        self.db.execute(
            "INSERT INTO temp.ranks (id) SELECT id FROM main.inputs WHERE state <> 'gone' ORDER BY path, member"
        )

    def rows(self, query: str, *values: Any) -> Iterator[sqlite3.Row]:
        """The rows of a query, one by one."""
        yield from self.db.execute(query, values)

    def sorted(self, rows: Iterable[Row], *, by: int) -> Sorted:
        """`rows` on disk in the order of their values, in groups by the first `by` of these, until :meth:`forget`."""
        found = Sorted.of(self.db, rows, by)
        self._spools.append(found)
        return found

    def shared(self, name: str, make: Callable[[], Sorted]) -> Sorted:
        """What `make` gives, for all rules that ask for `name`."""
        if name not in self._shared:
            made = self._shared[name] = make()
            self._spools = [spool for spool in self._spools if spool is not made]
        return self._shared[name]

    def seen(self) -> Seen:
        """An empty set on disk, until :meth:`forget`."""
        found = Seen(self.db)
        self._spools.append(found)
        return found

    def forget(self) -> None:
        """Let go of what a rule has put on disk, when it is through."""
        while self._spools:
            self._spools.pop().clear()

    def reply(self, input_id: int) -> Reply:
        """The reply of a document that was read."""
        return _kept(self._replies, input_id, self._read)

    def body(self, input_id: int) -> str:
        """The body of a document that was read, as :func:`govreply.batch.likeness.body_text` gives it."""
        return _kept(self._bodies, input_id, lambda key: body_text(self.reply(key)))

    def text(self, input_id: int) -> str:
        """The text of a document that was read, private numbers masked as the store keeps it."""
        row = self.db.execute("SELECT text FROM documents WHERE input = ?", (input_id,)).fetchone()
        return unpacked(row["text"])

    def path(self, input_id: int) -> str:
        """Where the document was found, with its place in an archive."""
        row = self.db.execute("SELECT path, member FROM inputs WHERE id = ?", (input_id,)).fetchone()
        return f"{row['path']}!/{row['member']}" if row["member"] else str(row["path"])

    def place(self, input_id: int) -> PurePosixPath:
        """Where the document lies beside others, as if each archive were a folder."""
        row = self.db.execute("SELECT path, member FROM inputs WHERE id = ?", (input_id,)).fetchone()
        return place_of(row["path"], row["member"])

    def replies(self, inputs: Iterable[int]) -> list[int]:
        """Those of `inputs` that were read and are replies."""
        query = "SELECT is_reply FROM documents WHERE input = ?"
        rows = ((key, self.db.execute(query, (key,)).fetchone()) for key in inputs)
        return [key for key, row in rows if row is not None and row["is_reply"]]

    @cached_property
    def show_private(self) -> bool:
        """Whether mobile numbers may stand in messages."""
        row = self.db.execute("SELECT value FROM meta WHERE key = 'show_private'").fetchone()
        return row is not None and row[0] == "1"

    def phone(self, number: str) -> str:
        """A phone number as it may be told: that of a mobile phone is masked unless private things may be shown."""
        is_mobile = len(number) == _MOBILE_DIGITS and number.startswith("1")
        return masked(number, PersonalKind.MOBILE) if is_mobile and not self.show_private else number

    @cached_property
    def _later(self) -> str:
        """The last date that several letters have reached, as ISO; ``""`` where there are fewer letters."""
        query = "SELECT date FROM documents WHERE is_reply AND date IS NOT NULL ORDER BY date DESC LIMIT 1 OFFSET ?"
        row = self.db.execute(query, (_LEAST_LATER - 1,)).fetchone()
        return row[0] if row else ""

    def reached(self, day: date) -> bool:
        """Whether `day` has certainly come: by ``today``, else by the dates of several letters (one may be a slip)."""
        if self.today is not None:
            return self.today >= day
        return self._later >= day.isoformat()

    def forms(self, *words: str) -> Iterator[tuple[int, bool, Feedback]]:
        """The documents with a feedback form whose JSON holds each of `words`, in order of ids.

        With each comes whether it is a reply. The other parts of a document are not made, which would take most of the time.
        """
        query = "SELECT input, is_reply, reply FROM documents WHERE reply IS NOT NULL ORDER BY input"
        for row in self.db.execute(query):
            told = unpacked(row["reply"])
            if _NO_FORM not in told and all(word in told for word in words):
                yield row["input"], bool(row["is_reply"]), converter().structure(json.loads(told)["feedback"], Feedback)

    def rank(self, input_id: int) -> int:
        """The place of a document in the order of paths, from 1."""
        return int(self.db.execute("SELECT rank FROM temp.ranks WHERE id = ?", (input_id,)).fetchone()[0])

    @cached_property
    def filed(self) -> Filing:
        """The entries of the catalogue in its order; none where there is no catalogue."""
        return Filing(self.db)

    @cached_property
    def has_catalogue(self) -> bool:
        """Whether the documents are handed over with one."""
        return bool(self.filed)

    def _read(self, input_id: int) -> Reply:
        row = self.db.execute("SELECT reply, places FROM documents WHERE input = ?", (input_id,)).fetchone()
        return reply_of(row["reply"], row["places"])


def _kept(cache: OrderedDict[int, _Value], key: int, make: Callable[[int], _Value]) -> _Value:
    if key in cache:
        cache.move_to_end(key)
        return cache[key]
    value = cache[key] = make(key)
    if len(cache) > _KEPT:
        cache.popitem(last=False)
    return value
