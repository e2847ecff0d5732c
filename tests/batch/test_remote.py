"""What a Dask worker does with one document, without Dask: the bounds hold, and what came before the end is told."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from govreply.batch import remote, work
from govreply.batch.pool import Pool
from govreply.batch.record import Digest
from govreply.batch.remote import check_there, opened, packed
from govreply.batch.work import Options, Task, check_in_steps
from govreply.errors import Cause, UnreadableError
from govreply.limits import Limits
from govreply.version import VERSION
from tests.batch.letters import FAULTY, NEWS, SOUND, task, write

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are forked to be quick")

SMALL = Options(limits=Limits(seconds=1.5, memory=300 * 1024 * 1024))


@pytest.fixture(autouse=True)
def _no_process_is_left() -> Iterator[None]:
    yield
    remote.end_idle()


def answer(one: Task) -> tuple[tuple[Any, ...], Exception | None]:
    outcome = check_there(VERSION, packed(one))
    assert outcome.version == VERSION and outcome.told is not None
    return opened(outcome.told)


def test_it_answers_as_the_local_pool_does(tmp_path: Path) -> None:
    folder = write(tmp_path, a=SOUND, b=FAULTY, c=NEWS, d=b"")
    tasks = [task(folder / f"{name}.md", number) for number, name in enumerate("abcde")]
    there = {one.input: answer(one) for one in tasks}
    pool = Pool(check_in_steps, jobs=1, limits=Limits(), name=lambda one: one.name)
    here = {one.call.input: (one.notes, one.error) for one in pool.run(tasks) if one is not None}
    assert {number: _timeless(notes) for number, (notes, _) in there.items()} == {
        number: _timeless(notes) for number, (notes, _) in here.items()
    }
    assert [error for _, error in there.values()] == [None] * 5


def _timeless(notes: tuple[Any, ...]) -> list[Any]:
    for note in notes:
        if not isinstance(note, Digest):
            note.document.pop("seconds")
    return list(notes)


@pytest.mark.parametrize(("what", "cause"), [("hang", Cause.TIMEOUT), ("hoard", Cause.MEMORY), ("die", Cause.CRASHED)])
def test_a_hostile_document_costs_only_itself(
    what: str, cause: Cause, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write(tmp_path, a=FAULTY, b=SOUND)
    record = work._record

    def hostile(one: Task, *rest: Any) -> Any:
        if one.name.endswith("a.md"):
            _act(what)
        return record(one, *rest)

    monkeypatch.setattr(work, "_record", hostile)
    notes, error = answer(task(folder / "a.md", options=SMALL))
    assert isinstance(error, UnreadableError) and error.cause is cause
    assert [type(note) for note in notes] == [Digest]
    notes, error = answer(task(folder / "b.md", options=SMALL))
    assert error is None and notes[1].document["verdict"] == "pass"


def _act(what: str) -> None:
    hoard = []
    while True:
        match what:
            case "hoard":
                hoard.append(bytearray(1024 * 1024))
                time.sleep(0.0005)
            case "die":
                os.kill(os.getpid(), signal.SIGKILL)


def test_the_process_is_kept_for_the_next_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write(tmp_path, a=SOUND)
    monkeypatch.setattr(work, "bytes_of", lambda _: str(os.getpid()).encode())
    pids = {answer(task(folder / "a.md"))[0][0].sha256 for _ in range(3)}
    assert len(pids) == 1
    monkeypatch.setattr(remote, "CALLS_OF_A_WORKER", 3)
    assert answer(task(folder / "a.md"))[0][0].sha256 not in pids  # by then another one


def test_nothing_is_opened_that_is_of_another_version(tmp_path: Path) -> None:
    outcome = check_there("0.0.0", b"no pickle at all")
    assert (outcome.version, outcome.told) == (VERSION, None)
    assert outcome.host
