"""Worker processes that can be killed: no document can hang, exhaust or crash the process that asks for it.

A worker is started once and serves call after call. Where one of them takes too long, takes too much memory or takes
the worker down, only that call fails, with its cause, and the next one gets a new worker.
"""

from __future__ import annotations

import contextlib
import gc
import inspect
import multiprocessing
import signal
import sys
import threading
import time
from collections.abc import Callable, Generator, Iterable, Iterator
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from types import TracebackType
from typing import Any, Final, Generic, Self, TypeVar

from attrs import frozen

from govreply.errors import Cause, UnreadableError
from govreply.limits import DEFAULT_LIMITS, Limits

_Answer = TypeVar("_Answer")

WATCH: Final = 0.05
"""How often a worker's memory and time should be looked at, in seconds."""

# The address space of a process is larger than the memory that it holds; the watch is exact, this bound only stops what
# grows faster than the watch looks.
_ADDRESS_SPACE_FACTOR: Final = 4
_LONGEST_GOODBYE: Final = 2.0
# When a worker ends itself that nobody watches any more, because its owner was killed.
_ORPHAN_FACTOR: Final = 2
_ORPHAN_GRACE: Final = 5.0


@frozen
class Note:
    """What a generator yields on its way, sent at once. What it returns is sent with its end."""

    value: Any


@frozen
class Answer:
    """The end of a call: what the function returned or, unless `succeeded`, what it raised."""

    succeeded: bool
    value: Any


class Worker:
    """One process that calls a function, one call at a time, under ``Limits.seconds`` and ``Limits.memory``.

    The function, its arguments and what it returns must be picklable. If it is a generator, what it yields is sent as it
    comes, and what it returns at its end. After :meth:`send` look with :meth:`watch` every :data:`WATCH` seconds, and :meth:`receive` when
    :attr:`pipe` has something, until there is an :class:`Answer`.

    Attributes:
        function, limits: of all calls. served: calls that this process was given.
    """

    def __init__(
        self,
        function: Callable[..., Any],
        limits: Limits = DEFAULT_LIMITS,
        others: Callable[[], Iterable[Connection]] = tuple,
    ) -> None:
        """`others` gives the pipes of further workers of this process, which a new one must not inherit."""
        self.function = function
        self.limits = limits
        self.served = 0
        self._others = others
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None
        self._name = ""
        self._until = 0.0
        self._shared = 0  # bytes that a fork holds from the beginning, being its parent's
        self._seen: Any = None  # the process as psutil sees it

    @property
    def pipe(self) -> Connection | None:
        """What to wait for; ``None`` while there is no process."""
        return self._pipe

    def send(self, name: str, arguments: tuple[Any, ...], named: dict[str, Any]) -> None:
        """Begin a call, in a new process if there is none.

        Args:
            name: of the document, for errors.
        """
        self._name = name
        call = (arguments, named)
        try:
            self._running().send(call)
        except (
            BrokenPipeError,
            ConnectionResetError,
        ):  # it ended between two calls, which is no fault of this document
            self.kill()
            self._running().send(call)
        except BaseException:
            self.kill()
            raise
        self.served += 1
        self._until = time.monotonic() + self.limits.seconds

    def watch(self) -> None:
        """End the worker if the call passes a limit.

        Raises:
            UnreadableError: with the cause ``timeout`` or ``memory``; the worker is gone then.
        """
        if time.monotonic() >= self._until:
            self.kill()
            raise UnreadableError(
                self._name, Cause.TIMEOUT, f"limit seconds is {self.limits.seconds:g}: not done by then"
            )
        if self._process is not None and _memory_of(self._seen) - self._shared > self.limits.memory:
            self.kill()
            raise self._out_of_memory()

    def receive(self) -> Note | Answer:
        """What has come.

        Raises:
            UnreadableError: with the cause ``crashed`` or ``memory``; the worker is gone then.
        """
        assert self._pipe is not None  # noqa: S101 - a call was sent
        try:
            message = self._pipe.recv()
        except (EOFError, BrokenPipeError, ConnectionResetError):
            raise self._gone() from None
        except BaseException:
            self.kill()
            raise
        assert isinstance(message, Note | Answer)  # noqa: S101 - nothing else is sent
        if isinstance(message, Answer) and isinstance(message.value, MemoryError):
            self.kill()
            raise self._out_of_memory() from None
        return message

    def close(self) -> None:
        """End the worker, which has nothing to do between calls."""
        if self._pipe is not None:
            self._pipe.close()
        if self._process is not None:
            self._process.join(_LONGEST_GOODBYE)
        self.kill()

    def kill(self) -> None:
        """End the worker at once, and whatever it started."""
        if self._process is not None:
            children = _children_of(self._process)
            self._process.kill()
            for child in children:
                with contextlib.suppress(_psutil().Error):
                    child.kill()
            self._process.join()
            self._process.close()
        if self._pipe is not None:
            self._pipe.close()
        self._process = self._pipe = self._seen = None
        self.served = 0

    def _running(self) -> Connection:
        if self._process is not None and self._pipe is not None and self._process.is_alive():
            return self._pipe
        self.kill()
        forked = forks()
        context = multiprocessing.get_context("fork" if forked else "spawn")
        self._pipe, theirs = context.Pipe()
        inherited = (self._pipe, *self._others()) if forked else ()
        arguments = (theirs, inherited, self.function, self.limits)
        self._process = context.Process(target=_serve, args=arguments, daemon=True, name="govreply-worker")  # type: ignore[attr-defined]
        self._process.start()
        self._seen = _seen(self._process)
        self._shared = _memory_of(self._seen) if forked else 0
        theirs.close()
        return self._pipe

    def _out_of_memory(self) -> UnreadableError:
        detail = f"limit memory is {self.limits.memory} bytes: more was asked for"
        return UnreadableError(self._name, Cause.MEMORY, detail)

    def _gone(self) -> UnreadableError:
        """The error for a worker that ended of itself."""
        code = None
        if self._process is not None:
            self._process.join(_LONGEST_GOODBYE)
            code = self._process.exitcode
        self.kill()
        if code is not None and code < 0:
            with contextlib.suppress(ValueError):
                detail = f"the worker was ended by {signal.Signals(-code).name}"
                return UnreadableError(self._name, Cause.CRASHED, detail)
        return UnreadableError(self._name, Cause.CRASHED, f"the worker ended with exit code {code}")


class Isolated(Generic[_Answer]):
    """Calls a function in a worker process and waits for it.

    Use as a context manager, or call :meth:`close`. Not for several threads at once: give each its own.
    """

    def __init__(self, function: Callable[..., _Answer], limits: Limits = DEFAULT_LIMITS) -> None:
        self._worker = Worker(function, limits)

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
        self._worker.send(name, arguments, named)
        message = self._next()
        if isinstance(message, Answer) and message.succeeded:
            return message.value  # type: ignore[no-any-return]
        raise message.value

    def each(self, name: str, *arguments: Any) -> Iterator[Any]:
        """What the function, a generator function, yields as it comes, and what it returns unless that is ``None``.

        To be taken to its end.

        Args:
            name: of the document, for the error.

        Raises:
            UnreadableError, Exception: as for :meth:`call`, after what came before.
        """
        self._worker.send(name, arguments, {})
        while isinstance(message := self._next(), Note):
            yield message.value
        if not message.succeeded:
            raise message.value
        if message.value is not None:
            yield message.value

    @property
    def limits(self) -> Limits:
        """Of all calls."""
        return self._worker.limits

    @property
    def served(self) -> int:
        """Calls that the process there is now was given."""
        return self._worker.served

    def _next(self) -> Note | Answer:
        worker = self._worker
        try:
            while worker.pipe is not None and not worker.pipe.poll(WATCH):
                worker.watch()
        except BaseException:
            worker.kill()
            raise
        return worker.receive()

    def close(self) -> None:
        """End the worker."""
        self._worker.close()


def forks() -> bool:
    """Whether a worker that begins now has everything that this process has loaded.

    A fork has, but it copies one thread only: locks that others hold would stay locked.
    """
    return sys.platform == "linux" and threading.active_count() == 1


def _serve(pipe: Connection, inherited: Iterable[Connection], function: Callable[..., Any], limits: Limits) -> None:
    """The worker: answer calls until the pipe closes."""
    for other in inherited:
        other.close()  # open, it would keep its worker, or this one, from seeing that the parent is gone
    gc.freeze()  # what is there by now stays: to look at it again and again takes time and parts its memory from the parent's
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to handle, which closes the pipe
    _bound_memory(limits.memory)
    while True:
        try:
            arguments, named = pipe.recv()
        except EOFError:
            return
        _set_alarm(limits.seconds * _ORPHAN_FACTOR + _ORPHAN_GRACE)
        try:
            _answer(pipe, function, arguments, named)
        except BrokenPipeError:
            return
        _set_alarm(0.0)


def _answer(pipe: Connection, function: Callable[..., Any], arguments: tuple[Any, ...], named: dict[str, Any]) -> None:
    try:
        value = function(*arguments, **named)
        if inspect.isgenerator(value):
            value = _end_of(pipe, value)
    except BrokenPipeError:
        raise
    except Exception as error:  # noqa: BLE001 - it is raised again where the call was made
        answer = Answer(False, error)
    else:
        answer = Answer(True, value)
    try:
        pipe.send(answer)
    except BrokenPipeError:
        raise
    except Exception as error:  # noqa: BLE001 - an answer that cannot be sent is told, too
        told = error if isinstance(error, MemoryError) else RuntimeError(f"no answer: {error!r}")
        pipe.send(Answer(False, told))


def _end_of(pipe: Connection, notes: Generator[Any, Any, Any]) -> Any:
    """What the generator returns, after what it yields has been sent."""
    while True:
        try:
            note = next(notes)
        except StopIteration as end:
            return end.value
        pipe.send(Note(note))


def _set_alarm(seconds: float) -> None:
    """Be ended by the system after `seconds`; 0 for never."""
    if hasattr(signal, "setitimer"):  # not on Windows
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _bound_memory(limit: int) -> None:
    try:
        import resource
    except ImportError:  # not on Windows; the watch is left
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    wanted = _psutil().Process().memory_info().vms + limit * _ADDRESS_SPACE_FACTOR
    if hard != resource.RLIM_INFINITY:
        wanted = min(wanted, hard)
    resource.setrlimit(resource.RLIMIT_AS, (wanted, hard))


def _seen(process: BaseProcess) -> Any:
    """The process as psutil sees it; ``None`` if it has just ended."""
    try:
        return _psutil().Process(process.pid)
    except _psutil().Error:
        return None


def _memory_of(seen: Any) -> int:
    """Bytes that a process holds in memory, 0 where it has just ended; the pipe tells that."""
    try:
        return int(seen.memory_info().rss) if seen is not None else 0
    except _psutil().Error:
        return 0


def _children_of(process: BaseProcess) -> list[Any]:
    """Programs that the worker runs, such as one that converts a file; they would go on without it."""
    try:
        return list(_psutil().Process(process.pid).children(recursive=True))
    except _psutil().Error:
        return []


def _psutil() -> Any:
    import psutil  # only who has workers loads it

    return psutil
