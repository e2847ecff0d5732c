"""Several workers at once, driven by one thread: whichever is free gets the next call, whichever is lost is replaced."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Iterable, Iterator
from multiprocessing.connection import Connection, wait
from typing import Any, Final, Generic, TypeVar

from attrs import field, frozen, mutable

from govreply.errors import UnreadableError
from govreply.isolation import WATCH, Answer, Note, Worker
from govreply.limits import Limits

_Call = TypeVar("_Call")

CALLS_OF_A_WORKER: Final = 2_000
"""After so many calls a worker is replaced, lest what a library of its readers leaks adds up."""


@frozen
class Done(Generic[_Call]):
    """A call that has come to its end.

    Attributes:
        notes: what the function yielded, in order, as far as it came, and what it returned unless that is ``None``.
        error: why it came no further: of the worker (``UnreadableError``), or what the function raised; ``None`` if it ended.
    """

    call: _Call
    notes: tuple[Any, ...]
    error: Exception | None


@mutable(eq=False)
class _Slot(Generic[_Call]):
    worker: Worker
    call: _Call | None = None
    since: float = 0.0
    notes: list[Any] = field(factory=list)


class Pool(Generic[_Call]):
    """Maps a function, which may be a generator, over calls in `jobs` worker processes.

    Nothing is remembered of a call once it is done, and calls are taken from their iterator only when a worker is free.
    """

    def __init__(
        self,
        function: Callable[[_Call], Iterator[Any]],
        *,
        jobs: int,
        limits: Limits,
        name: Callable[[_Call], str],
        calls_of_a_worker: int = CALLS_OF_A_WORKER,
    ) -> None:
        self._name = name
        self._calls_of_a_worker = calls_of_a_worker
        self._slots: list[_Slot[_Call]] = [_Slot(Worker(function, limits, self._pipes)) for _ in range(jobs)]

    def run(self, calls: Iterable[_Call]) -> Generator[Done[_Call] | None, None, None]:
        """Each of `calls` as it comes to its end, in that order; ``None`` every now and then while none does.

        When the iteration is given up the workers are ended.
        """
        waiting = iter(calls)
        try:
            for slot in self._slots:
                self._begin(slot, waiting)
            looked = time.monotonic()
            while busy := {slot.worker.pipe: slot for slot in self._slots if slot.call is not None}:
                ready = wait([pipe for pipe in busy if pipe is not None], WATCH)
                for pipe in ready:
                    done = self._received(busy[pipe])  # type: ignore[index] # of the very pipes that were handed in
                    if done is not None:
                        self._begin(busy[pipe], waiting)  # type: ignore[index]
                        yield done
                if time.monotonic() - looked >= WATCH:
                    yield from self._watch(waiting)
                    looked = time.monotonic()
                    yield None
        finally:
            for slot in self._slots:
                slot.worker.kill()

    @property
    def oldest(self) -> _Call | None:
        """The call that has been going on for longest."""
        busy = [slot for slot in self._slots if slot.call is not None]
        return min(busy, key=lambda slot: slot.since).call if busy else None

    def _begin(self, slot: _Slot[_Call], waiting: Iterator[_Call]) -> None:
        slot.call = next(waiting, None)
        slot.notes = []
        if slot.call is None:
            return
        if slot.worker.served >= self._calls_of_a_worker:
            slot.worker.close()
        slot.since = time.monotonic()
        slot.worker.send(self._name(slot.call), (slot.call,), {})

    def _received(self, slot: _Slot[_Call]) -> Done[_Call] | None:
        """The call of `slot` if what came is its end."""
        try:
            message = slot.worker.receive()
        except UnreadableError as error:
            return self._ended(slot, error)
        if isinstance(message, Note):
            slot.notes.append(message.value)
            return None
        if message.succeeded and message.value is not None:
            slot.notes.append(message.value)
        return self._ended(slot, None if message.succeeded else _error(message))

    def _watch(self, waiting: Iterator[_Call]) -> Iterator[Done[_Call]]:
        for slot in self._slots:
            if slot.call is None or (slot.worker.pipe is not None and slot.worker.pipe.poll()):
                continue  # what has come counts, also at the last moment
            try:
                slot.worker.watch()
            except UnreadableError as error:
                done = self._ended(slot, error)
                self._begin(slot, waiting)
                yield done

    def _ended(self, slot: _Slot[_Call], error: Exception | None) -> Done[_Call]:
        assert slot.call is not None  # noqa: S101 - only busy slots are asked
        return Done(slot.call, tuple(slot.notes), error)

    def _pipes(self) -> list[Connection]:
        return [slot.worker.pipe for slot in self._slots if slot.worker.pipe is not None]


def _error(message: Answer) -> Exception:
    return message.value if isinstance(message.value, Exception) else RuntimeError(repr(message.value))
