"""Runs batches for tests, here or in a process that may be killed, and says what a store holds."""

from __future__ import annotations

import json
import multiprocessing
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from govreply.batch import store as store_module
from govreply.batch.cross import engine as cross
from govreply.batch.found import Found
from govreply.batch.run import Batch, Outcome
from govreply.batch.store import Store
from govreply.batch.waiving import WaiverFiles
from govreply.batch.work import Options
from govreply.cli.batch_inputs import found as found_of
from govreply.cli.inputs import Inputs
from tests.batch.letters import DAY

# what differs between two runs over the same files: ids of runs, and times
_OF_THE_RUN: Final = frozenset({"run", "verified", "seconds"})


def search(folder: Path) -> Iterable[Found]:
    """What a search through `folder` comes upon."""
    return found_of(Inputs((folder,)), Options().limits, zipped=False)


def run(store: Store, found: Iterable[Found], **how: Any) -> Outcome:
    """One run, with the rules over many replies at its end."""
    settings: dict[str, Any] = {"options": Options(), "jobs": 2, "waivers": WaiverFiles(), "day": DAY} | how
    outcome = Batch(store=store, **settings).run(found)
    if outcome.finished:
        cross.apply(store, today=DAY)
    return outcome


def run_in(out: Path, folder: Path, **how: Any) -> Outcome:
    """One run over `folder`, kept in `out`."""
    with Store.create(out, resume=True) as store:
        return run(store, search(folder), **how)


def run_in_a_process(out: Path, folder: Path, group_seconds: float) -> multiprocessing.process.BaseProcess:
    """Begin :func:`run_in` in a process of its own, which writes to its store each `group_seconds`."""
    process = multiprocessing.get_context("fork").Process(target=_run_quickly, args=(out, folder, group_seconds))
    process.start()
    return process


def contents(out: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table in order, without what differs from run to run."""
    with Store.read(out) as store:
        tables = [row[0] for row in store.db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        tables.remove("runs")
        return {table: _rows(store, table) for table in tables}


def added_up(out: Path) -> int:
    """The sum of all outcomes in the store, none of which is still to come."""
    with Store.read(out) as store:
        counts = store.counts()
        assert counts.waiting == 0
        assert counts.verdicts.total() + counts.unread.total() == counts.found
        return counts.found


def _rows(store: Store, table: str) -> list[tuple[Any, ...]]:
    cursor = store.db.execute(f"SELECT * FROM {table}")
    kept = [at for at, column in enumerate(cursor.description) if column[0] not in _OF_THE_RUN]
    return sorted((tuple(row[at] for at in kept) for row in cursor), key=lambda row: json.dumps(row, default=repr))


def _run_quickly(out: Path, folder: Path, group_seconds: float) -> None:
    store_module.GROUP_SECONDS = group_seconds  # type: ignore[misc] # more moments at which something is written
    run_in(out, folder)
