"""Running the rules over many replies at the end of a run, and keeping what they found in the store."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Final

from govreply.batch.catalogue.table import Catalogue
from govreply.batch.cross.base import CrossRule
from govreply.batch.cross.matching import match
from govreply.batch.cross.registry import ALL
from govreply.batch.cross.results import Results, clean
from govreply.batch.cross.view import View
from govreply.batch.cross.waived import Decisions
from govreply.batch.store import Store
from govreply.batch.waiving import WaiverFiles
from govreply.findings import Severity
from govreply.rules.engine import AS_DECLARED

_CACHE: Final = -1000  # kilobytes, as SQLite wants to be told


def apply(
    store: Store,
    *,
    catalogue: Catalogue | None = None,
    today: date | None = None,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    severities: Mapping[str, Severity] = AS_DECLARED,
    waivers: WaiverFiles | None = None,
    day: date | None = None,
    rules: Sequence[CrossRule] = ALL,
    tell: Callable[[CrossRule], None] = lambda rule: None,
) -> dict[Severity, int]:
    """Compare the documents of the store with each other and with the catalogue; what was found before is dropped.

    A rule that raises becomes a finding ``rule-crashed`` and the others go on. The same documents give the same rows.

    Args:
        today: the day to judge by.
        select, ignore: names, codes or families of rules to run and not to run, among them those of rules over one reply;
            a selection that names no rule over many runs none.
        severities: name of a rule → the severity of all its findings, in place of the one it declares.
        waivers: the files of waivers that documents come under; ``None`` for none at all. day: by which they expire, else `today`, else
            the day it is.
        tell: called with each rule before it is run.

    Returns:
        How many findings there are of each severity, waived ones left out.

    Raises:
        StoreFailedError: if the store cannot be read or written.
    """
    store.flush()
    with _sparing(store.db):
        view = View(store.db, today=today)
        _begin_anew(store, view, catalogue)
        counts: dict[Severity, int] = dict.fromkeys(Severity, 0)
        decisions = None if waivers is None else Decisions(view, waivers, day or today or date.today())
        kept = Results(store, decisions)
        run = [rule for rule in chosen(select, ignore, rules) if catalogue is not None or not rule.of_catalogue]
        for rule in run:
            tell(rule)
            try:
                for severity, many in kept.run(rule, view, severities.get(rule.name)).items():
                    counts[severity] += many
            finally:
                view.forget()
        if decisions is not None:
            with store.group():
                decisions.note_uses([rule.name for rule in run])
        store.flush()
    return counts


def chosen(select: Sequence[str], ignore: Sequence[str], rules: Sequence[CrossRule] = ALL) -> tuple[CrossRule, ...]:
    """The rules that are asked for, in their order."""

    def named(rule: CrossRule, names: Sequence[str]) -> bool:
        return any(name in (rule.name, rule.code, rule.family) for name in names)

    return tuple(rule for rule in rules if (not select or named(rule, select)) and not named(rule, ignore))


@contextmanager
def _sparing(db: sqlite3.Connection) -> Iterator[None]:
    """Keep on disk what does not fit into little memory: temporary tables, what is being sorted, pages that were read."""
    (before,) = db.execute("PRAGMA cache_size").fetchone()
    for setting in ("temp_store = FILE", f"temp.cache_size = {_CACHE}", f"cache_size = {_CACHE}", "shrink_memory"):
        db.execute(f"PRAGMA {setting}")
    try:
        yield
    finally:
        db.execute(f"PRAGMA cache_size = {before}")


def _begin_anew(store: Store, view: View, catalogue: Catalogue | None) -> None:
    """Drop what was found before, and keep the entries of the catalogue with the documents that they speak of."""
    with store.group():
        for table in ("cross_findings", "cross_places", "catalogue_rows", "catalogue_files"):
            store.db.execute(f"DELETE FROM {table}")  # noqa: S608 - names from above
        if catalogue is not None:
            _keep_catalogue(store, catalogue, view)


def _keep_catalogue(store: Store, catalogue: Catalogue, view: View) -> None:
    for number, entry in enumerate(catalogue.entries, start=1):
        told = json.dumps({field.value: text for field, text in entry.raw.items()}, ensure_ascii=False)
        row = (number, clean(entry.sheet), entry.row, clean(told))
        store.db.execute("INSERT INTO catalogue_rows VALUES (?, ?, ?, ?)", row)
    links = match(catalogue.entries, view)
    pairs = ((at + 1, input_id) for at, inputs in enumerate(links) for input_id in inputs)
    store.db.executemany("INSERT INTO catalogue_files VALUES (?, ?)", pairs)
