"""What runs in a Dask worker: each document goes to a process beside it that can be killed, as on one machine.

Tasks and answers cross as bytes, which are opened only where both ends are of one version: a worker may join at any time.
"""

from __future__ import annotations

import multiprocessing
import pickle
import platform
import threading
from typing import Any, Final

from attrs import frozen

from govreply.batch.pool import CALLS_OF_A_WORKER
from govreply.batch.work import Task, check_in_steps
from govreply.isolation import Isolated
from govreply.limits import Limits
from govreply.version import VERSION

_idle: Final[list[Isolated[Any]]] = []  # processes that wait for the next document, one for each thread that works
_lock: Final = threading.Lock()


@frozen
class Outcome:
    """What came of a document there.

    Attributes:
        version: of the govreply that checked it, or refused to. host: the machine.
        told: what :func:`opened` opens; ``None`` where the versions differ.
    """

    version: str
    host: str
    told: bytes | None


def check_there(version: str, packed: bytes) -> Outcome:
    """Check the task in `packed`, under its own limits, if `version` is the one that is installed here."""
    host = platform.node()
    if version != VERSION:
        return Outcome(VERSION, host, None)
    task: Task = pickle.loads(packed)  # noqa: S301 - whoever may send tasks to a Dask worker may run anything on it
    return Outcome(VERSION, host, pickle.dumps(_checked(task)))


def packed(task: Task) -> bytes:
    """`task` as :func:`check_there` takes it."""
    return pickle.dumps(task)


def opened(told: bytes) -> tuple[tuple[Any, ...], Exception | None]:
    """What the document's check yielded, and why it came no further: see :class:`govreply.batch.pool.Done`."""
    notes, error = pickle.loads(told)  # noqa: S301 - from a worker that was sent there to work
    return notes, error


def end_idle() -> None:
    """End the processes that wait; to be called when nothing more will come."""
    with _lock:
        waiting = _idle[:]
        _idle.clear()
    for isolated in waiting:
        isolated.close()


def _checked(task: Task) -> tuple[tuple[Any, ...], Exception | None]:
    isolated = _taken(task.options.limits)
    notes: list[Any] = []  # what comes before an error counts
    error = None
    try:
        for note in isolated.each(task.name, task):
            notes.append(note)
    except Exception as raised:  # noqa: BLE001 - it is told where the results are kept
        error = raised
    with _lock:
        _idle.append(isolated)
    return tuple(notes), error


def _taken(limits: Limits) -> Isolated[Any]:
    with _lock:
        isolated = _idle.pop() if _idle else None
    if isolated is not None and isolated.limits == limits:
        if isolated.served >= CALLS_OF_A_WORKER:
            isolated.close()
        return isolated
    if isolated is not None:
        isolated.close()
    process = multiprocessing.current_process()
    if process.daemon:  # as those that a Dask nanny starts, which may have no children; ours end with their pipes
        process.daemon = False
    return Isolated(check_in_steps, limits)
