"""Several workers: every call comes to an end, whatever becomes of the worker it was given to."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any

import pytest

from govreply.batch.pool import Done, Pool
from govreply.errors import Cause, UnreadableError
from govreply.limits import Limits

MEGABYTE = 1024 * 1024
SMALL = Limits(seconds=1.5, memory=300 * MEGABYTE)


def act(call: tuple[int, str]) -> Generator[Any, None, Any]:
    number, what = call
    yield "begun"
    match what:
        case "hang":
            while True:
                pass
        case "hoard":
            hoard = []
            while True:
                hoard.append(bytearray(MEGABYTE))
                time.sleep(0.0005)
        case "die":
            os.kill(os.getpid(), signal.SIGKILL)
        case "leave":
            os._exit(3)
        case "raise":
            raise LookupError("nothing there")
        case "nap":
            time.sleep(0.2)
        case "pid":
            yield os.getpid()
        case "return":
            return number * 3
        case _:
            yield number * 2
    return None


def done(calls: list[tuple[int, str]], **how: Any) -> dict[int, Done[tuple[int, str]]]:
    settings: dict[str, Any] = {"jobs": 2, "limits": SMALL} | how
    pool = Pool(act, name=lambda call: f"{call[0]}.md", **settings)
    return {one.call[0]: one for one in pool.run(iter(calls)) if one is not None}


def test_what_is_returned_is_the_last_of_the_notes() -> None:
    (one,) = done([(7, "return")], jobs=1).values()
    assert one.notes == ("begun", 21)


def test_every_call_is_answered_once() -> None:
    calls = [(number, "double") for number in range(200)]
    answers = done(calls, jobs=3)
    assert {number: one.notes for number, one in answers.items()} == {n: ("begun", n * 2) for n in range(200)}
    assert all(one.error is None for one in answers.values())


@pytest.mark.skipif(sys.platform != "linux", reason="the worker's memory is watched on Linux only")
def test_whoever_is_lost_costs_no_other() -> None:
    kinds = ["hang", "hoard", "die", "leave", "raise"]
    calls = [(n, kinds[n // 4] if n % 4 == 1 else "double") for n in range(20)]
    answers = done(calls)
    assert sorted(answers) == list(range(20))
    errors = {calls[n][1]: one.error for n, one in answers.items() if one.error is not None}
    causes = {kind: error.cause for kind, error in errors.items() if isinstance(error, UnreadableError)}
    assert causes == {"hang": Cause.TIMEOUT, "hoard": Cause.MEMORY, "die": Cause.CRASHED, "leave": Cause.CRASHED}
    assert "SIGKILL" in str(errors["die"]) and "5.md" in str(errors["hoard"])
    assert isinstance(errors["raise"], LookupError)
    # what was told before the end is kept: the digest of a document that takes its worker down
    assert all(one.notes[0] == "begun" for one in answers.values())
    assert all(one.notes[1:] == (n * 2,) for n, one in answers.items() if calls[n][1] == "double")


def test_workers_are_replaced_after_a_number_of_calls() -> None:
    answers = done([(n, "pid") for n in range(12)], jobs=1, calls_of_a_worker=5)
    pids = [answers[n].notes[1] for n in range(12)]
    assert [len(set(pids[at : at + 5])) for at in (0, 5, 10)] == [1, 1, 1]
    assert len(set(pids)) == 3


def test_calls_are_taken_only_when_a_worker_is_free() -> None:
    taken = 0

    def calls() -> Iterator[tuple[int, str]]:
        nonlocal taken
        for number in range(50):
            taken += 1
            yield number, "double"

    ended = 0
    for one in Pool(act, jobs=2, limits=SMALL, name=str).run(calls()):
        if one is not None:
            ended += 1
            assert taken - ended <= 2
    assert (taken, ended) == (50, 50)


def test_giving_up_ends_the_workers() -> None:
    pool = Pool(act, jobs=2, limits=Limits(), name=str)
    run = pool.run(iter([(0, "pid"), (1, "hang"), (2, "pid")]))
    pid = next(one.notes[1] for one in run if one is not None)
    run.close()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


@pytest.mark.skipif(sys.platform != "linux", reason="processes are forked to be quick")
def test_no_worker_outlives_a_killed_owner() -> None:
    context = multiprocessing.get_context("fork")
    pids = context.SimpleQueue()
    owner = context.Process(target=_own_three, args=(pids,))
    owner.start()
    workers = [pids.get() for _ in range(3)]
    owner.kill()
    owner.join()
    until = time.monotonic() + 30
    while any(_is_alive(pid) for pid in workers) and time.monotonic() < until:
        time.sleep(0.02)
    assert [pid for pid in workers if _is_alive(pid)] == []


def _own_three(pids: Any) -> None:
    """Tell the workers' ids, then do nothing with them."""
    pool = Pool(act, jobs=3, limits=SMALL, name=str, calls_of_a_worker=1)
    for one in pool.run(iter([(number, "pid") for number in range(6)] + [(6, "nap"), (7, "nap"), (8, "nap")])):
        if one is not None and one.call[0] < 6:
            continue
        for slot in pool._slots if pool.oldest == (6, "nap") else ():
            assert slot.worker._process is not None
            pids.put(slot.worker._process.pid)
        if pool.oldest == (6, "nap"):
            time.sleep(60)


def _is_alive(pid: int) -> bool:
    """Whether the process does anything; one that nobody has asked about yet does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_the_call_in_work_is_told() -> None:
    pool = Pool(act, jobs=2, limits=SMALL, name=str)
    told = [pool.oldest for one in pool.run(iter([(0, "hang"), (1, "double")])) if one is None]
    assert (0, "hang") in told
    assert pool.oldest is None


def test_no_calls_no_worker() -> None:
    assert done([]) == {}
