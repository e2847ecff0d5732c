"""A run over a batch: what was found is noted, checked by a pool of workers, and kept as it comes.

Nothing is held per document in this process: what is still to do is asked of the store, what is done is in it.
"""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from types import FrameType
from typing import Final, Protocol

from attrs import field, frozen, mutable

from govreply.baseline import Baseline, Counts
from govreply.batch.errors import ClusterLostError
from govreply.batch.found import Found
from govreply.batch.members import INSIDE
from govreply.batch.pool import Done, Pool
from govreply.batch.record import Digest, Record, lost_record, unread_record
from govreply.batch.store import Input, Store
from govreply.batch.waiving import WaiverFiles
from govreply.batch.work import NOTHING_HELD, Options, Task, check_in_steps, fingerprint, prepare
from govreply.errors import Cause, UnreadableError, fault
from govreply.isolation import forks
from govreply.waivers import WaiverFile

# What may be otherwise next time though the file is the same.
_TRANSIENT: Final = frozenset(
    {Cause.NOT_FOUND, Cause.NO_ACCESS, Cause.CHANGED, Cause.TIMEOUT, Cause.MEMORY, Cause.CRASHED}
)


class Observer(Protocol):
    """Whoever shows how far a run is; each method is called often and must be quick."""

    def searching(self, found: int) -> None:
        """So many inputs were found so far."""

    def checking(self, total: int) -> None:
        """The search is over, with so many inputs."""

    def checked(self, outcome: str) -> None:
        """One input is through: its verdict, or ``unread``; those that the search has settled come first."""

    def working(self, name: str | None) -> None:
        """What has been in work for longest; called at short intervals."""


class Workers(Protocol):
    """Whoever checks: the pool of this machine, or others elsewhere that answer alike."""

    def run(self, calls: Iterable[Task]) -> Generator[Done[Task] | None, None, None]:
        """Each of `calls` as it comes to its end; ``None`` every now and then while none does."""

    @property
    def oldest(self) -> Task | None:
        """The call that has been going on for longest."""


class Silent:
    """Shows nothing."""

    def searching(self, found: int) -> None:
        """Nothing."""

    def checking(self, total: int) -> None:
        """Nothing."""

    def checked(self, outcome: str) -> None:
        """Nothing."""

    def working(self, name: str | None) -> None:
        """Nothing."""


@frozen(kw_only=True)
class Outcome:
    """How a run ended.

    Attributes:
        run: its id. finished: whether nothing is left to do; else somebody interrupted it.
        gone: inputs of earlier runs that are no longer there. kept: inputs that had not changed since.
    """

    run: int
    finished: bool
    gone: int = 0
    kept: int = 0


@mutable
class Stop:
    """Whether somebody has asked for the run to end."""

    asked: bool = False

    @contextmanager
    def on_signals(self) -> Iterator[None]:
        """Ctrl-C and a request of the system to end set :attr:`asked` meanwhile; the second Ctrl-C interrupts at once."""
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        numbers = (signal.SIGINT, signal.SIGTERM)
        before = [signal.signal(number, self._ask) for number in numbers]
        try:
            yield
        finally:
            for number, handler in zip(numbers, before, strict=True):
                signal.signal(number, handler)

    def _ask(self, number: int, _frame: FrameType | None) -> None:
        if self.asked and number == signal.SIGINT:
            raise KeyboardInterrupt
        self.asked = True


@mutable(kw_only=True)
class Batch:
    """One run.

    Attributes:
        store: open for writing. options: how to check. jobs: number of workers.
        options_for: how to check the document of a path, where that differs; limits are those of `options` all the same.
        baseline: holds findings that are known.
        waivers: the files of waivers that documents come under. day: by which they expire.
        observer: is told how far it is. stop: asked now and then.
        workers: who checks; ``None`` for `jobs` processes of this machine.
    """

    store: Store
    options: Options
    jobs: int
    waivers: WaiverFiles
    day: date
    observer: Observer = field(factory=Silent)
    stop: Stop = field(factory=Stop)
    workers: Workers | None = None
    options_for: Callable[[Path], Options] | None = None
    baseline: Baseline | None = None
    _prints: dict[tuple[Path, str], str] = field(factory=dict)

    def run(self, found: Iterable[Found]) -> Outcome:
        """Note what is `found`, check what has to be, and say how it ended.

        Raises:
            StoreFailedError, ClusterLostError: if the store cannot be written, or :attr:`workers` are lost; what is in the
                store stays, and a further run goes on from there.
            UsageError: if a file of waivers, or what :attr:`options_for` reads, cannot be used; nothing has been checked then.
        """
        self.store.set_meta("show_private", str(int(self.options.show_private)))
        run = self.store.begin_run(self.options.to_json())
        settled = self._search(run, found)
        if self.stop.asked:
            return self._interrupted(run)
        gone = self.store.drop_missing(run)
        counts = self.store.counts()
        self.observer.checking(counts.found)
        for _ in range(settled):
            self.observer.checked("unread")
        try:
            kept = self._check(run, self.workers or self._local_pool(is_work=counts.waiting > 1))
        except ClusterLostError:
            self._interrupted(run)
            raise
        if self.stop.asked:
            return self._interrupted(run)
        self.store.end_run(run, "complete")
        return Outcome(run=run, finished=True, gone=gone, kept=kept)

    def _interrupted(self, run: int) -> Outcome:
        self.store.end_run(run, "interrupted")
        return Outcome(run=run, finished=False)

    def _search(self, run: int, found: Iterable[Found]) -> int:
        """Note each input; returns how many cannot be read, as far as is known by then."""
        settled = 0
        for count, one in enumerate(found, start=1):
            number = self.store.found(run, one.path, one.member, size=one.size, modified=one.modified)
            if one.failure is None:
                self.waivers.of(Path(one.path))  # what cannot be used is to be told before anything is checked
                self._options_for(Path(one.path))
            else:
                failure = one.failure
                self.store.put(run, number, unread_record(None, "", failure.cause, failure.detail))
                settled += 1
            self.observer.searching(count)
            if self.stop.asked:
                break
        self.store.flush()
        return settled

    def _check(self, run: int, pool: Workers) -> int:
        """Let `pool` check what the store says is to do; returns how many inputs were as they had been."""
        kept = 0
        with closing(pool.run(self._tasks(run))) as stream:
            for done in stream:
                if done is None:
                    self.store.tick()
                    oldest = pool.oldest
                    self.observer.working(oldest.name if oldest is not None else None)
                else:
                    kept += self._keep(run, done)
                if self.stop.asked:
                    break
        self.store.flush()
        return kept

    def _local_pool(self, *, is_work: bool) -> Pool[Task]:
        if is_work and forks():
            prepare()  # once, not in each worker, and in each that takes the place of another
        return Pool(check_in_steps, jobs=self.jobs, limits=self.options.limits, name=lambda task: task.name)

    def _tasks(self, run: int) -> Iterator[Task]:
        for one in self.store.pending(run):
            yield self._task(one)

    def _task(self, one: Input) -> Task:
        path = Path(one.path)
        waivers, options = self.waivers.of(path), self._options_for(path)
        name = f"{one.path}{INSIDE}{one.member}" if one.member else one.path
        held = self.baseline.counts(name) if self.baseline is not None else NOTHING_HELD
        print_ = self._print(options, waivers, held)
        is_known = one.fingerprint == print_ and one.cause not in _TRANSIENT
        return Task(
            input=one.id,
            path=one.path,
            absolute=os.path.abspath(path),  # noqa: PTH100 - a link to a document lies where it lies
            member=one.member,
            known=one.sha256 if is_known else None,
            verdict="unread" if one.cause else one.verdict,
            fingerprint=print_,
            waivers=waivers,
            day=self.day,
            held=dict(held),
            baseline=str(self.baseline.path) if self.baseline is not None else "",
            options=options,
        )

    def _options_for(self, path: Path) -> Options:
        return self.options if self.options_for is None else self.options_for(path)

    def _print(self, options: Options, waivers: WaiverFile, held: Counts) -> str:
        if held:
            return fingerprint(options, waivers, self.day, held)
        key = (waivers.path, options.to_json())
        if key not in self._prints:
            self._prints[key] = fingerprint(options, waivers, self.day)
        return self._prints[key]

    def _keep(self, run: int, done: Done[Task]) -> int:
        """Keep what came of a document; 1 if it had not changed."""
        task = done.call
        digest = next((note for note in done.notes if isinstance(note, Digest)), None)
        record = next((note for note in done.notes if isinstance(note, Record)), None)
        if record is None and done.error is None:
            self.store.keep(run, task.input)
            self.observer.checked(task.verdict or "")
            return 1
        if record is None:
            record = _lost(task, digest, done.error)
        self.store.put(run, task.input, record)
        self.observer.checked("unread" if record.state == "unread" else str(record.document["verdict"]))
        return 0


def _lost(task: Task, digest: Digest | None, error: Exception | None) -> Record:
    if isinstance(error, UnreadableError):
        return lost_record(digest, task.fingerprint, error)
    assert error is not None  # noqa: S101 - there is a record or an error
    return unread_record(digest, task.fingerprint, Cause.CRASHED, fault(error))
