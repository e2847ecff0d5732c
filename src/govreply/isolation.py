"""A worker process that can be killed: no document can hang, exhaust or crash the process that asks for it.

The worker is started once and serves call after call. Where one of them takes too long, takes too much memory or takes
the worker down, only that call fails, with its cause, and the next one gets a new worker.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import signal
import sys
import threading
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Generic, Self, TypeVar

from govreply.errors import Cause, UnreadableError
from govreply.limits import DEFAULT_LIMITS, Limits

_Answer = TypeVar("_Answer")

# How often the worker's memory is looked at, in seconds.
_WATCH: Final = 0.05
# The address space of a process is larger than the memory that it holds; the watch is exact, this bound only stops what
# grows faster than the watch looks.
_ADDRESS_SPACE_FACTOR: Final = 4
_LONGEST_GOODBYE: Final = 2.0


class Isolated(Generic[_Answer]):
    """Calls a function in a worker process, under ``Limits.seconds`` and ``Limits.memory``.

    The function, its arguments and what it returns must be picklable. Use as a context manager, or call :meth:`close`.
    Not for several threads at once: give each its own.
    """

    def __init__(self, function: Callable[..., _Answer], limits: Limits = DEFAULT_LIMITS) -> None:
        self._function = function
        self._limits = limits
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def call(self, name: str, *arguments: Any, **named: Any) -> _Answer:
        """What the function returns.

        Args:
            name: of the document, for the error.

        Raises:
            UnreadableError: with the cause ``timeout``, ``memory`` or ``crashed``; the worker is gone then.
            Exception: whatever the function itself raises.
        """
        pipe = self._worker()
        try:
            pipe.send((arguments, named))
            self._await(name, pipe)
            succeeded, answer = pipe.recv()
        except (EOFError, BrokenPipeError, ConnectionResetError):
            raise self._gone(name) from None
        except BaseException:
            self.kill()
            raise
        if succeeded:
            return answer  # type: ignore[no-any-return]
        if isinstance(answer, MemoryError):
            self.kill()
            raise self._out_of_memory(name) from None
        raise answer

    def close(self) -> None:
        """End the worker, which may finish what it does not do: it has nothing to do between calls."""
        if self._pipe is not None:
            self._pipe.close()
        if self._process is not None:
            self._process.join(_LONGEST_GOODBYE)
        self.kill()

    def kill(self) -> None:
        """End the worker at once."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process.close()
        if self._pipe is not None:
            self._pipe.close()
        self._process = self._pipe = None

    def _worker(self) -> Connection:
        if self._process is not None and self._pipe is not None and self._process.is_alive():
            return self._pipe
        self.kill()
        # a fork has everything imported already, but copies one thread only: locks that others hold would stay locked
        forks = sys.platform == "linux" and threading.active_count() == 1
        context = multiprocessing.get_context("fork" if forks else "spawn")
        self._pipe, theirs = context.Pipe()
        arguments = (theirs, self._pipe if forks else None, self._function, self._limits.memory)
        self._process = context.Process(target=_serve, args=arguments, daemon=True, name="govreply-worker")  # type: ignore[attr-defined]
        self._process.start()
        theirs.close()
        return self._pipe

    def _await(self, name: str, pipe: Connection) -> None:
        """Return when there is an answer; end the worker and raise where a limit is passed before that."""
        until = time.monotonic() + self._limits.seconds
        while not pipe.poll(max(0.0, min(_WATCH, until - time.monotonic()))):
            if time.monotonic() >= until:
                self.kill()
                raise UnreadableError(
                    name, Cause.TIMEOUT, f"limit seconds is {self._limits.seconds:g}: not done by then"
                )
            if _memory_of(self._process) > self._limits.memory:
                self.kill()
                raise self._out_of_memory(name)

    def _out_of_memory(self, name: str) -> UnreadableError:
        return UnreadableError(name, Cause.MEMORY, f"limit memory is {self._limits.memory} bytes: more was asked for")

    def _gone(self, name: str) -> UnreadableError:
        """The error for a worker that ended of itself."""
        code = None
        if self._process is not None:
            self._process.join(_LONGEST_GOODBYE)
            code = self._process.exitcode
        self.kill()
        if code is not None and code < 0:
            with contextlib.suppress(ValueError):
                return UnreadableError(name, Cause.CRASHED, f"the worker was ended by {signal.Signals(-code).name}")
        return UnreadableError(name, Cause.CRASHED, f"the worker ended with exit code {code}")


def _serve(pipe: Connection, parents: Connection | None, function: Callable[..., Any], memory: int) -> None:
    """The worker: answer calls until the pipe closes."""
    if parents is not None:
        parents.close()  # inherited by the fork; open, it would keep this end from seeing that the parent is gone
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to handle, which closes the pipe
    _bound_memory(memory)
    while True:
        try:
            arguments, named = pipe.recv()
        except EOFError:
            return
        try:
            answer: tuple[bool, Any] = (True, function(*arguments, **named))
        except Exception as error:  # noqa: BLE001 - it is raised again where the call was made
            answer = (False, error)
        try:
            pipe.send(answer)
        except BrokenPipeError:
            return
        except Exception as error:  # noqa: BLE001 - an answer that cannot be sent is told, too
            pipe.send((False, error if isinstance(error, MemoryError) else RuntimeError(f"no answer: {error!r}")))


def _bound_memory(limit: int) -> None:
    try:
        import resource
    except ImportError:  # not on Windows; the watch is left
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    wanted = limit * _ADDRESS_SPACE_FACTOR
    if hard != resource.RLIM_INFINITY:
        wanted = min(wanted, hard)
    resource.setrlimit(resource.RLIMIT_AS, (wanted, hard))


def _memory_of(process: BaseProcess | None) -> int:
    """Bytes that the process holds in memory, 0 where the system does not tell."""
    if process is None or sys.platform != "linux":
        return 0
    try:
        pages = int(Path(f"/proc/{process.pid}/statm").read_text(encoding="ascii").split()[1])
    except (OSError, ValueError, IndexError):  # the process has just ended; the pipe tells
        return 0
    import resource

    return pages * resource.getpagesize()
