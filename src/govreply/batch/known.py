"""What a batch found in its documents, as baselines count it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from attrs import frozen

from govreply.baseline import REASON, Counts
from govreply.batch.members import INSIDE
from govreply.batch.names import original
from govreply.batch.store import Store

_DOCUMENTS = (
    "SELECT i.id, i.path, i.member FROM inputs i JOIN documents d ON d.input = i.id"
    " WHERE i.state = 'done' AND d.is_reply ORDER BY i.path, i.member"
)
_FOUND = "SELECT rule, count(*) FROM findings WHERE input = ? AND (NOT waived OR waiver_reason = ?) GROUP BY rule"
_SILENT = "SELECT rule FROM rule_states WHERE input = ?"


@frozen
class Found:
    """A document that was checked.

    Attributes:
        name: what it is called. path: of its file, or of the archive that it lies in.
        counts: rule → its findings, those among them that a baseline holds; no waived ones.
        silent: rules that could not have their say.
    """

    name: str
    path: Path
    counts: Counts
    silent: frozenset[str]


def found(store: Store, wanted: Callable[[str], object]) -> Iterator[Found]:
    """The replies of `store` whose names are `wanted`, in their order.

    Raises:
        sqlite3.Error: if the store cannot be read.
    """
    for key, path, member in store.db.execute(_DOCUMENTS):
        where = original(path)
        name = f"{where}{INSIDE}{member}" if member else where
        if wanted(name):
            counts = dict(store.db.execute(_FOUND, (key, REASON)))
            silent = frozenset(rule for (rule,) in store.db.execute(_SILENT, (key,)))
            yield Found(name, Path(where), counts, silent)
