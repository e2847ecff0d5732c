"""The rows of the tables, read from a store document by document in the order of paths."""

from __future__ import annotations

import json
import math
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from attrs import frozen

from govreply.batch.names import INSIDE
from govreply.batch.record import reply_of
from govreply.language import Bilingual, Language
from govreply.records import reply_to_records
from govreply.reports.batch_tables.errors import ExportFailedError
from govreply.reports.batch_tables.schema import OF_REPLIES
from govreply.reports.batch_tables.veil import NO_VEIL, Veil, hide_numbers, hider_of, veil_of

Value = str | int | float | bool | None
Row = Mapping[str, Value]
Named = tuple[str, Row]

_OF_FINDINGS: Final = frozenset({"findings", "related_places"})
_KEYS: Final = ("document", "sha256")
_MOST: Final = 2**63
# columns of `inputs` and `documents` that a row takes over as they are
_TAKEN: Final = ("state", "cause", "detail", "profile", "lead_role", "pages", "size", "modified")
_COUNTED: Final = {"error": "errors", "warning": "warnings", "info": "infos"}


@frozen(kw_only=True)
class Extract:
    """What of a store goes into the tables.

    Attributes:
        db: the store, in a transaction, so that all rows are of one moment.
        wanted: names of tables.
        show_private: whether private things are to be shown; what the store itself keeps with masks stays as it is.
        is_masked: whether the store keeps messages and texts with masks.
        seen: told of each document when it is through, by its verdict, or by its state if it has none.
    """

    db: sqlite3.Connection
    language: Language
    wanted: frozenset[str]
    show_private: bool
    is_masked: bool
    seen: Callable[[str], None]

    def rows(self) -> Iterator[Named]:
        """Every row with the name of its table: those of one document together, those over many documents last.

        Raises:
            ExportFailedError: for a record that cannot be read.
        """
        for key, outcome in self.db.execute(
            "SELECT i.id, CASE i.state WHEN 'done' THEN d.verdict ELSE i.state END FROM inputs i"
            " LEFT JOIN documents d ON d.input = i.id WHERE i.state <> 'gone' ORDER BY i.path, i.member"
        ):
            for name, row in self._document(key):
                yield name, clean(row)
            self.seen(outcome)
        for name, row in self._across():
            yield name, clean(row)

    def _document(self, key: int) -> Iterator[Named]:
        stored = self.db.execute(
            "SELECT i.path, i.member, i.sha256, i.size, i.modified, i.state, d.verdict, d.cause, d.detail, d.profile,"
            " d.lead_role, d.pages, d.reply, d.text, d.places FROM inputs i LEFT JOIN documents d ON d.input = i.id"
            " WHERE i.id = ?",
            (key,),
        ).fetchone()
        names: Row = {"document": _name(stored), "sha256": stored["sha256"]}
        tables, veil = self._read(stored, names["document"])
        if "documents" in self.wanted:
            yield "documents", {**_hidden(tables["documents"][0], veil.hide), **names, **self._outcome(key, stored)}
        if self.wanted & _OF_FINDINGS:
            for name, row in self._findings(key, veil):
                yield name, {**names, "verdict": stored["verdict"], **row}
        if "rule_states" in self.wanted:
            query = "SELECT rule, state, detail FROM rule_states WHERE input = ? ORDER BY rule"
            for state in self.db.execute(query, (key,)):
                yield "rule_states", {**names, **_hidden(dict(state), veil.hide)}
        for name in OF_REPLIES:
            for number, row in enumerate(tables.get(name, ())):
                yield name, {**self._own(name, number, _hidden(row, veil.hide)), **names}

    def _read(self, stored: sqlite3.Row, name: Value) -> tuple[dict[str, list[dict[str, Value]]], Veil]:
        """The rows that the reply makes, and its masks."""
        if stored["reply"] is None or not self.wanted & self._of_reply:
            return {"documents": [{}]}, NO_VEIL
        try:
            reply = reply_of(stored["reply"], stored["places"])
        except Exception as error:  # whatever a record of another version, or a damaged one, makes the libraries raise
            raise _unreadable(str(name), error) from error
        tables = reply_to_records(reply)
        kept = {table: rows for table, rows in tables.items() if table == "documents" or table in self.wanted}
        if self.show_private:
            return kept, NO_VEIL
        return kept, veil_of(reply.personal, None if self.is_masked else stored["text"])

    @property
    def _of_reply(self) -> frozenset[str]:
        """The tables that cannot be made without the reply: its own, and what it tells the private things of."""
        return frozenset({"documents", "rule_states", *OF_REPLIES}) | (_OF_FINDINGS if self._is_to_mask else set())

    def _own(self, table: str, number: int, row: Row) -> Row:
        """What one table has besides, or has otherwise than :mod:`govreply.records`."""
        if table == "sections":
            return {"section": number, **row}
        phone = row.get("phone")
        if table == "contacts" and isinstance(phone, str) and not self.show_private:
            return {**row, "phone": hide_numbers(phone)}
        return row

    def _outcome(self, key: int, stored: sqlite3.Row) -> Row:
        found: dict[str, Value] = dict.fromkeys((*_COUNTED.values(), "waived"), 0)
        for severity, is_waived, many in self.db.execute(
            "SELECT severity, waived, count(*) FROM findings WHERE input = ? GROUP BY severity, waived", (key,)
        ):
            name = "waived" if is_waived else _COUNTED[severity]
            found[name] = many + found[name]
        return {"verdict": stored["verdict"], **{name: stored[name] for name in _TAKEN}, **found}

    def _findings(self, key: int, veil: Veil) -> Iterator[Named]:
        for row in self.db.execute("SELECT * FROM findings WHERE input = ? ORDER BY ordinal", (key,)):
            related = [
                self._place(place, veil)
                for place in self.db.execute("SELECT * FROM related WHERE finding = ? ORDER BY ordinal", (row["id"],))
            ]
            if "findings" in self.wanted:
                told = "; ".join(f"{place['line']}:{place['column']} {place['label']}" for place in related)
                yield "findings", {**self._finding(row, veil), "related": told or None}
            if "related_places" in self.wanted:
                yield from (("related_places", {"finding": row["ordinal"], **place}) for place in related)

    def _finding(self, row: sqlite3.Row, veil: Veil) -> Row:
        told = {
            **dict(row),
            "finding": row["ordinal"],
            "message": self._told(row, "message"),
            "suggestion": self._told(row, "suggestion"),
            "waived": bool(row["waived"]),
        }
        return _hidden(told, veil.hide) | {"quote": veil.quote(row["quote"], row["start"])}

    def _place(self, row: sqlite3.Row, veil: Veil) -> Row:
        told = {**dict(row), "place": row["ordinal"], "label": self._told(row, "label")}
        del told["finding"]  # its id in the store
        return _hidden(told, veil.hide) | {"quote": veil.quote(row["quote"], row["start"])}

    def _across(self) -> Iterator[Named]:
        if self.wanted & {"cross_findings", "cross_places"}:
            yield from self._cross()
        hide = str if self.show_private else hide_numbers
        if "catalogue" in self.wanted:
            for row in self.db.execute(
                "SELECT sheet, source_row, entry, (SELECT count(*) FROM catalogue_files WHERE catalogue_row = id) AS files"
                " FROM catalogue_rows ORDER BY id"
            ):
                entry = _hidden(json.loads(row["entry"]), hide)
                yield "catalogue", {"sheet": row["sheet"], "row": row["source_row"], **entry, "documents": row["files"]}
        if "catalogue_documents" in self.wanted:
            for row in self.db.execute(
                "SELECT r.sheet, r.source_row AS row, i.path, i.member, i.sha256 FROM catalogue_rows r"
                " JOIN catalogue_files f ON f.catalogue_row = r.id JOIN inputs i ON i.id = f.input"
                " ORDER BY r.id, i.path, i.member"
            ):
                yield "catalogue_documents", {**dict(row), "document": _name(row)}

    def _cross(self) -> Iterator[Named]:
        for row in self.db.execute("SELECT * FROM cross_findings ORDER BY id"):
            key = row["id"]
            if "cross_findings" in self.wanted:
                (documents,) = self.db.execute(
                    "SELECT count(DISTINCT input) FROM cross_places WHERE finding = ?", (key,)
                ).fetchone()
                told = {name: self._hidden_across(key, self._told(row, name)) for name in ("message", "suggestion")}
                known = {"cross_finding": key, "documents": documents, "waived": bool(row["waived"])}
                yield "cross_findings", {**dict(row), **told, **known}
            if "cross_places" in self.wanted:
                for place in self._places_across(key):
                    yield "cross_places", place

    def _places_across(self, finding: int) -> Iterator[Row]:
        for place in self.db.execute(
            "SELECT p.*, i.path, i.member, i.sha256, r.sheet, r.source_row FROM cross_places p"
            " LEFT JOIN inputs i ON i.id = p.input LEFT JOIN catalogue_rows r ON r.id = p.catalogue_row"
            " WHERE p.finding = ? ORDER BY p.ordinal",
            (finding,),
        ):
            label = self._told(place, "label")
            yield {
                **dict(place),
                "cross_finding": finding,
                "place": place["ordinal"],
                "document": _name(place),
                "label": hider_of(self.db, place["input"])(label) if self._is_to_mask else label,
                "row": place["source_row"],
            }

    def _hidden_across(self, finding: int, text: str | None) -> str | None:
        """`text` with the masks of each document that takes part, of which there may be many."""
        if text is None or not self._is_to_mask:
            return text
        for (key,) in self.db.execute("SELECT DISTINCT input FROM cross_places WHERE finding = ?", (finding,)):
            text = hider_of(self.db, key)(text)
        return text

    @property
    def _is_to_mask(self) -> bool:
        """Whether masks are asked for that the store does not have."""
        return not self.show_private and not self.is_masked

    def _told(self, row: sqlite3.Row, column: str) -> Any:
        return row[f"{column}_{self.language.value}"]


def clean(row: Row) -> Row:
    """`row` with what every format can hold: no lone surrogates, no number beyond 64 bits."""
    return {name: _clean(value) for name, value in row.items()}


def _clean(value: Value) -> Value:
    if isinstance(value, str):
        return value if value.isascii() else value.encode("utf-8", "replace").decode("utf-8")
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, int):
        return value if -_MOST <= value < _MOST else None
    return value


def _hidden(row: Mapping[str, Value], hide: Callable[[str], str]) -> dict[str, Value]:
    if hide is str:
        return dict(row)
    return {name: hide(value) if isinstance(value, str) and name not in _KEYS else value for name, value in row.items()}


def _name(row: sqlite3.Row) -> str | None:
    """The document as text that every file can hold; ``None`` for none."""
    return f"{row['path']}{INSIDE}{row['member']}" if row["member"] else row["path"]


def _unreadable(name: str, error: Exception) -> ExportFailedError:
    detail = type(error).__name__
    return ExportFailedError(
        Bilingual(
            f"{name}：存下的内容读不出来（{detail}）：已损坏，或由另一版本的 govreply 写成；"
            "请用 govreply batch --resume 重新检查后再导出",
            f"{name}: what is kept of it cannot be read ({detail}): it is damaged, or written by another version of govreply;"
            " check it again with govreply batch --resume, then export",
        )
    )
