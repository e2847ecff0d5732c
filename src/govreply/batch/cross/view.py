"""What a rule over many replies sees of a batch: the tables of the store, single documents, and the catalogue."""

from __future__ import annotations

import json
import sqlite3
from bisect import bisect_left
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Any, Final, TypeVar

from attrs import define, field, frozen

from govreply.batch.catalogue.fields import WORDS, Field
from govreply.batch.cross.base import CrossPlace
from govreply.batch.likeness import body_text
from govreply.batch.record import reply_of, unpacked
from govreply.convert import converter
from govreply.language import Bilingual
from govreply.model import Feedback, PersonalKind, Reply
from govreply.private import masked

_KEPT: Final = 256  # replies and bodies that are kept in memory
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


@define
class View:
    """A batch as the rules see it.

    Attributes:
        db: the store, for queries; rows can be asked by name.
        today: the day to judge by; ``None`` leaves only what the documents' own dates prove.
    """

    db: sqlite3.Connection
    today: date | None = None
    _replies: OrderedDict[int, Reply] = field(factory=OrderedDict)
    _bodies: OrderedDict[int, str] = field(factory=OrderedDict)

    def rows(self, query: str, *values: Any) -> Iterator[sqlite3.Row]:
        """The rows of a query, one by one."""
        yield from self.db.execute(query, values)

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
    def latest(self) -> list[str]:
        """The dates of all letters in order, as ISO."""
        query = "SELECT date FROM documents WHERE is_reply AND date IS NOT NULL ORDER BY date"
        return [row[0] for row in self.db.execute(query)]

    def reached(self, day: date) -> bool:
        """Whether `day` has certainly come: by ``today``, else by the dates of several letters (one may be a slip)."""
        if self.today is not None:
            return self.today >= day
        return len(self.latest) - bisect_left(self.latest, day.isoformat()) >= _LEAST_LATER

    def forms(self, *words: str) -> Iterator[tuple[int, bool, Feedback]]:
        """The documents with a feedback form whose JSON holds each of `words`, in order of ids.

        With each comes whether it is a reply. The other parts of a document are not made, which would take most of the time.
        """
        query = "SELECT input, is_reply, reply FROM documents WHERE reply IS NOT NULL ORDER BY input"
        for row in self.db.execute(query):
            told = unpacked(row["reply"])
            if _NO_FORM not in told and all(word in told for word in words):
                yield row["input"], bool(row["is_reply"]), converter().structure(json.loads(told)["feedback"], Feedback)

    @cached_property
    def ranks(self) -> dict[int, int]:
        """Id → place in the order of paths, in which everything that people see stands."""
        ids = self.db.execute("SELECT id FROM inputs WHERE state <> 'gone' ORDER BY path, member")
        return {row[0]: at for at, row in enumerate(ids)}

    @cached_property
    def filed(self) -> tuple[Filed, ...]:
        """The entries of the catalogue in its order; none where there is no catalogue."""
        inputs: dict[int, list[int]] = {}
        for row in self.db.execute("SELECT catalogue_row, input FROM catalogue_files"):
            inputs.setdefault(row[0], []).append(row[1])
        return tuple(
            Filed(
                id=row["id"],
                sheet=row["sheet"],
                row=row["source_row"],
                values={Field(key): text for key, text in json.loads(row["entry"]).items()},
                inputs=tuple(sorted(inputs.get(row["id"], ()), key=self.ranks.__getitem__)),
            )
            for row in self.db.execute("SELECT id, sheet, source_row, entry FROM catalogue_rows ORDER BY id")
        )

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
