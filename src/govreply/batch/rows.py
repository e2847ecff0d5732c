"""Between what a program holds and the rows of a store."""

from __future__ import annotations

import sqlite3
from collections import Counter
from functools import cache
from typing import Any, Final

from attrs import frozen

from govreply.batch.record import Record, Row

# tables with rows of one document each, but for those that go with them
OF_ONE_DOCUMENT: Final = (
    "documents",
    "findings",
    "rule_states",
    "matters",
    "contacts",
    "organs",
    "minhash",
    "waiver_uses",
)

_FINDING_BITS: Final = 24  # more findings than a document can have


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


def put(db: sqlite3.Connection, run: int, input_id: int, record: Record) -> None:
    """Write `record` of an input, in place of the one there may be."""
    if db.execute("SELECT 1 FROM documents WHERE input = ?", (input_id,)).fetchone() is not None:
        for table in OF_ONE_DOCUMENT:
            db.execute(f"DELETE FROM {table} WHERE input = ?", (input_id,))  # noqa: S608 - names from above
    _insert(db, "documents", {"input": input_id, **record.document})
    for ordinal, (row, related) in enumerate(record.findings):
        finding = (input_id << _FINDING_BITS) | ordinal
        _insert(db, "findings", {"id": finding, "input": input_id, "ordinal": ordinal, **row})
        _rows(db, "related", finding, related)
    for table, rows in (
        ("matters", record.matters),
        ("contacts", record.contacts),
        ("organs", record.organs),
        ("minhash", tuple((bucket,) for bucket in record.bands)),
    ):
        _rows(db, table, input_id, rows)
    _rows(db, "rule_states", input_id, record.rule_states, numbered=False)
    _rows(db, "waiver_uses", input_id, record.waiver_uses, numbered=False)
    digest = record.digest
    db.execute(
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


def counts(db: sqlite3.Connection) -> Counts:
    """What became of the inputs."""
    states = Counter(dict(_pairs(db, "SELECT state, count(*) FROM inputs WHERE state <> 'gone' GROUP BY state")))
    verdicts = _pairs(
        db,
        "SELECT verdict, count(*) FROM documents WHERE cause IS NULL GROUP BY verdict",
    )
    unread = _pairs(db, "SELECT cause, count(*) FROM documents WHERE cause IS NOT NULL GROUP BY cause")
    severities = "SELECT severity, count(*) FROM findings WHERE waived = {} GROUP BY severity"
    (others,) = db.execute("SELECT count(*) FROM documents WHERE cause IS NULL AND NOT is_reply").fetchone()
    return Counts(
        found=states.total(),
        waiting=states["waiting"],
        verdicts=Counter(dict(verdicts)),
        unread=Counter(dict(unread)),
        not_replies=others,
        findings=Counter(dict(_pairs(db, severities.format(0)))),
        waived=Counter(dict(_pairs(db, severities.format(1)))),
    )


def _pairs(db: sqlite3.Connection, query: str) -> list[tuple[str, int]]:
    return [(str(key), int(count)) for key, count in db.execute(query)]


def _insert(db: sqlite3.Connection, table: str, row: dict[str, Any]) -> None:
    db.execute(_insertion(table, tuple(row)), tuple(row.values()))


@cache
def _insertion(table: str, columns: tuple[str, ...]) -> str:
    names = ", ".join(f'"{name}"' for name in columns)
    return f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(columns))})"  # noqa: S608 - names of the schema


def _rows(db: sqlite3.Connection, table: str, key: int, rows: tuple[Row, ...], *, numbered: bool = True) -> None:
    """Insert `rows` under their key, with their number where the table has one."""
    if not rows:
        return
    full = [(key, *((number,) if numbered else ()), *row) for number, row in enumerate(rows)]
    db.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(full[0]))})", full)  # noqa: S608
