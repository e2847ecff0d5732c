"""A worker that hangs, grows or dies costs one call and no more."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Generator
from pathlib import Path
from typing import Any

import psutil
import pytest

from govreply import api
from govreply.errors import Cause, UnreadableError
from govreply.isolation import Isolated
from govreply.limits import Limits
from govreply.testing import Letter

MEGABYTE = 1024 * 1024


class Unsendable:
    def __reduce__(self) -> tuple[Any, ...]:
        raise TypeError("stays here")


def act(what: str, value: Any = None) -> Any:
    match what:
        case "return":
            return value
        case "sleep":
            time.sleep(60)
        case "hoard":
            hoard = []
            while True:
                hoard.append(bytearray(MEGABYTE))
                time.sleep(0.0005)
        case "leap":
            return len(bytearray(16 * 1024 * MEGABYTE))
        case "die":
            os.kill(os.getpid(), signal.SIGKILL)
        case "leave":
            os._exit(7)
        case "raise":
            raise LookupError(value)
        case "unsendable":
            return Unsendable()
        case "start":
            program = subprocess.Popen(["sleep", "600"], start_new_session=True)
            Path(value).write_text(str(program.pid))
            time.sleep(60)
        case "pid":
            return os.getpid()
    return None


def count(most: int, end: str | None) -> Generator[int, None, str | None]:
    yield from range(most)
    return end


SMALL = Limits(seconds=1.5, memory=300 * MEGABYTE)

linux = pytest.mark.skipif(sys.platform != "linux", reason="the worker's memory is watched on Linux only")


def test_one_worker_serves_call_after_call() -> None:
    with Isolated(act) as worker:
        assert worker.call("a", "return", [1, "二"]) == [1, "二"]
        first = worker.call("a", "pid")
        assert first == worker.call("b", "pid") != os.getpid()


@pytest.mark.parametrize(
    ("what", "cause", "detail"),
    [
        ("sleep", Cause.TIMEOUT, "limit seconds is 1.5"),
        pytest.param("hoard", Cause.MEMORY, "limit memory is 314572800", marks=linux),
        pytest.param("leap", Cause.MEMORY, "limit memory is 314572800", marks=linux),
        ("die", Cause.CRASHED, "SIGKILL"),
        ("leave", Cause.CRASHED, "exit code 7"),
    ],
)
def test_a_lost_worker_is_told_by_its_cause_and_replaced(what: str, cause: Cause, detail: str) -> None:
    with Isolated(act, SMALL) as worker:
        with pytest.raises(UnreadableError, match=detail) as caught:
            worker.call("reply.md", what)
        assert (caught.value.cause, caught.value.name) == (cause, "reply.md")
        assert worker.call("next.md", "return", 3) == 3


def test_what_the_function_raises_is_raised_here_and_the_worker_stays() -> None:
    with Isolated(act) as worker:
        before = worker.call("a", "pid")
        with pytest.raises(LookupError, match="nothing there"):
            worker.call("a", "raise", "nothing there")
        assert worker.call("a", "pid") == before


def test_what_a_generator_yields_comes_first_and_what_it_returns_last() -> None:
    with Isolated(count, SMALL) as worker:
        assert list(worker.each("a", 3, "end")) == [0, 1, 2, "end"]
        assert list(worker.each("a", 2, None)) == [0, 1]
        assert list(worker.each("a", 0, "end")) == ["end"]


def test_an_answer_that_cannot_be_sent_is_an_error_not_a_hang() -> None:
    with Isolated(act) as worker:
        with pytest.raises(RuntimeError, match="stays here"):
            worker.call("a", "unsendable")
        assert worker.call("a", "return", 1) == 1


def test_no_worker_outlives_its_owner() -> None:
    with Isolated(act) as worker:
        pid = worker.call("a", "pid")
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_a_result_comes_back_as_it_was_made() -> None:
    text = Letter().to_markdown()
    here = api.check(text, "letter.md")
    with Isolated(api.check) as worker:
        there = worker.call("letter.md", text, "letter.md")
    assert there.source is not None and there.source.text == text
    assert there == here


def test_the_memory_of_a_large_owner_does_not_count() -> None:
    held = bytearray(2 * SMALL.memory)
    with Isolated(act, Limits(seconds=60, memory=SMALL.memory)) as worker:
        assert worker.call("a", "return", len(held)) == 2 * SMALL.memory
        with pytest.raises(UnreadableError, match="limit memory"):
            worker.call("a", "hoard")


@pytest.mark.timeout(60)
@pytest.mark.skipif(os.name != "posix", reason="starts a program of POSIX systems")
def test_what_a_killed_worker_started_is_ended_too(tmp_path: Path) -> None:
    told = tmp_path / "pid"
    with Isolated(act, SMALL) as worker, pytest.raises(UnreadableError, match="limit seconds"):
        worker.call("a", "start", str(told))
    while not _is_gone(int(told.read_text())):  # the signal has been sent; pytest's own deadline ends a wait in vain
        time.sleep(0.01)


def _is_gone(pid: int) -> bool:
    try:
        return bool(psutil.Process(pid).status() == psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return True
