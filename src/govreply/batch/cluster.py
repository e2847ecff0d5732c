"""Workers on other machines: a Dask cluster in place of the pool of this one.

Whatever comes of a document arrives here as it does from the local pool. A Dask worker that dies loses nothing: the
scheduler gives what it had to another one. Nothing is remembered of a document once it is done.
"""

from __future__ import annotations

import asyncio
import concurrent.futures
import hashlib
import itertools
import pkgutil
import queue
import time
import uuid
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from attrs import evolve, field, frozen, mutable

from govreply.batch.errors import ClusterLostError, ClusterRefusedError
from govreply.batch.pool import Done
from govreply.batch.record import Digest, Record
from govreply.batch.remote import Outcome, check_there, end_idle, opened, packed
from govreply.batch.work import Task, bytes_of
from govreply.errors import Cause, UnreadableError
from govreply.isolation import WATCH
from govreply.language import Bilingual
from govreply.version import VERSION

if TYPE_CHECKING:
    from distributed import Client, Future

# So many documents are with the cluster for each of its threads: one in work, others on their way.
_OF_A_THREAD: Final = 3
# and no more bytes of documents than that, where they are sent along
_MOST_SHIPPED: Final = 256 * 1024 * 1024
_CONNECT_SECONDS: Final = 10.0
# How often it is asked how many workers there are, and for how long there may be none.
_LOOK_SECONDS: Final = 2.0
_PATIENCE_SECONDS: Final = 60.0
_FAREWELL_SECONDS: Final = 5.0
# What a worker says of a file that this machine can open: there, it is not.
_OUT_OF_SIGHT: Final = frozenset({Cause.NOT_FOUND, Cause.NO_ACCESS})


@frozen
class _Sent:
    task: Task
    future: Future[Outcome]
    shipped: int


@mutable(eq=False)
class Cluster:
    """Maps :func:`govreply.batch.work.check_in_steps` over a cluster. See :func:`connected`.

    Attributes:
        address: of the scheduler. ship: whether contents are sent along; else workers read the files themselves.
        patience: seconds for which there may be no worker at all.
        threads: of all workers, as far as is known.
    """

    address: str
    ship: bool
    patience: float
    _client: Client
    threads: int = 0
    _seen: float = 0.0  # when there was a worker
    _looked: float = 0.0
    _sent: dict[str, _Sent] = field(factory=dict)  # by key, the oldest first
    _ended: queue.SimpleQueue[str] = field(factory=queue.SimpleQueue)

    def run(self, calls: Iterable[Task]) -> Generator[Done[Task] | None, None, None]:
        """Each of `calls` as it comes to its end, in that order; ``None`` every now and then while none does.

        When the iteration is given up, what is still with the cluster is withdrawn.

        Raises:
            ClusterLostError: if the scheduler or all workers are lost, one has another version, or does not see a file.
        """
        waiting = iter(calls)
        names = (f"govreply-{uuid.uuid4().hex}-{number}" for number in itertools.count())
        self._seen = time.monotonic()
        try:
            yield from self._fill(waiting, names)
            while self._sent:
                ended = self._next_ended()
                if ended:
                    yield from self._gathered(ended)
                    yield from self._fill(waiting, names)
                else:
                    yield None
                self._look()
        finally:
            self._withdraw()

    @property
    def oldest(self) -> Task | None:
        """The call that was sent first of those that are out."""
        first = next(iter(self._sent.values()), None)
        return first.task if first is not None else None

    # --- sending ---

    def _fill(self, waiting: Iterator[Task], names: Iterator[str]) -> Iterator[Done[Task]]:
        """Send as many as there is room for; yields those that need not be sent."""
        while len(self._sent) < max(self.threads, 1) * _OF_A_THREAD and self._shipped() < _MOST_SHIPPED:
            task = next(waiting, None)
            if task is None:
                return
            done = self._send(task, next(names))
            if done is not None:
                yield done

    def _send(self, task: Task, name: str) -> Done[Task] | None:
        loaded = task
        if self.ship:
            try:
                data = bytes_of(task)
            except UnreadableError as error:
                return Done(task, (), error)
            if task.known is not None:
                digest = Digest(size=len(data), sha256=hashlib.sha256(data).hexdigest())
                if digest.sha256 == task.known:
                    return Done(task, (digest,), None)
            loaded = evolve(task, data=data)
        try:
            future = self._client.submit(check_there, VERSION, packed(loaded), key=name, pure=False)
        except Exception as error:
            raise self._lost(error) from error
        self._sent[name] = _Sent(task, future, len(loaded.data or b""))
        future.add_done_callback(lambda _: self._ended.put(name))
        return None

    def _shipped(self) -> int:
        return sum(sent.shipped for sent in self._sent.values()) if self.ship else 0

    # --- receiving ---

    def _next_ended(self) -> list[str]:
        """The keys of what has ended, none if that takes longer than a moment."""
        keys = []
        with suppress(queue.Empty):
            keys.append(self._ended.get(timeout=WATCH))
            while True:
                keys.append(self._ended.get_nowait())
        return keys

    def _gathered(self, keys: list[str]) -> Iterator[Done[Task] | None]:
        futures = [self._sent[key].future for key in keys]
        # what a worker held that dies just now is made again by another one: this may take as long as a document
        answers = asyncio.run_coroutine_threadsafe(_gather(self._client, futures), _loop_of(self._client))
        while not concurrent.futures.wait([answers], WATCH).done:
            self._look()
            yield None
        try:
            outcomes = answers.result()
        except Exception as error:
            raise self._lost(error) from error
        for key, outcome in zip(keys, outcomes, strict=True):
            sent = self._sent.pop(key)
            yield self._failed(sent) if outcome is None else self._done(sent.task, outcome)

    def _done(self, task: Task, outcome: Outcome) -> Done[Task]:
        if outcome.told is None:
            raise ClusterLostError(_other_version(outcome.host, outcome.version))
        notes, error = opened(outcome.told)
        if not self.ship and any(isinstance(note, Record) and _is_out_of_sight(note, task) for note in notes):
            raise ClusterLostError(_not_shared(outcome.host, task.absolute))
        return Done(task, notes, error)

    def _failed(self, sent: _Sent) -> Done[Task]:
        from distributed import KilledWorker

        if sent.future.status != "error":
            raise self._lost(sent.future.status)
        error = _exception_of(sent.future)
        if not isinstance(error, KilledWorker):
            raise ClusterLostError(_broken(error))
        detail = f"{error.allowed_failures + 1} Dask workers were lost with it, the last at {error.last_worker.address}"
        return Done(sent.task, (), UnreadableError(sent.task.name, Cause.CRASHED, detail))

    # --- looking after it ---

    def _look(self) -> None:
        """See how many workers there are now, and give up where there have been none for too long."""
        now = time.monotonic()
        if now - self._looked < _LOOK_SECONDS:
            return
        self._looked = now
        try:
            self.threads = sum(self._client.nthreads().values())
        except Exception as error:
            raise self._lost(error) from error
        if self.threads:
            self._seen = now
        elif now - self._seen > self.patience:
            raise ClusterLostError(_no_workers(self.address, self.patience))

    def _lost(self, error: object) -> ClusterLostError:
        return ClusterLostError(
            Bilingual(
                f"与 Dask 调度器 {self.address} 的连接中断（{error!r}）",
                f"the connection to the Dask scheduler {self.address} broke off ({error!r})",
            )
        )

    def _withdraw(self) -> None:
        """Take back what is out; of no matter if there is nobody left to be told."""
        left = [sent.future for sent in self._sent.values()]
        self._sent.clear()
        with suppress(Exception):
            if left:
                self._client.cancel(left)
            _within_reason(self._client, self._client.run(end_idle, on_error="ignore", asynchronous=True))


@contextmanager
def connected(address: str, *, ship: bool = False, patience: float = _PATIENCE_SECONDS) -> Iterator[Cluster]:
    """The cluster whose scheduler is at `address`, ``tcp://host:port`` or ``tls://host:port``.

    Raises:
        ClusterRefusedError: if the extra ``dask`` is not installed, the scheduler cannot be reached, no worker comes, or
            one has another version of govreply.
    """
    try:
        import dask
        from distributed import Client
    except ImportError as error:
        raise ClusterRefusedError(_missing(error.name or "distributed")) from error
    settings = {"distributed.admin.large-graph-warning-threshold": _MOST_SHIPPED}  # a document may be large
    with dask.config.set(settings):
        try:
            client = Client(address, timeout=_CONNECT_SECONDS, set_as_default=False, name="govreply")
        except Exception as error:
            raise ClusterRefusedError(_unreachable(address, error)) from error
        try:
            cluster = Cluster(address=address, ship=ship, patience=patience, client=client)
            cluster.threads = _threads_of_the_same_version(client, address)
            yield cluster
        finally:
            with suppress(Exception):
                client.close(timeout=_FAREWELL_SECONDS)


def _threads_of_the_same_version(client: Client, address: str) -> int:
    try:
        client.wait_for_workers(1, timeout=_CONNECT_SECONDS)
        versions = client.run(pkgutil.resolve_name, "govreply.version:VERSION", on_error="return")
        ready = client.run(pkgutil.resolve_name, f"{check_there.__module__}:VERSION", on_error="return")
        threads: int = sum(client.nthreads().values())
    except concurrent.futures.TimeoutError as error:
        raise ClusterRefusedError(_no_workers(address, _CONNECT_SECONDS)) from error
    except Exception as error:
        raise ClusterRefusedError(_unreachable(address, error)) from error
    for worker, version in sorted({**versions, **{w: v for w, v in ready.items() if v != VERSION}}.items()):
        if version != VERSION:
            raise ClusterRefusedError(_other_version(worker, version))
    return threads


async def _gather(client: Client, futures: list[Future[Outcome]]) -> list[Outcome | None]:
    """What came of each, ``None`` for what failed."""
    found = await client.gather(dict(enumerate(futures)), errors="skip", asynchronous=True)
    return [found.get(number) for number in range(len(futures))]


def _loop_of(client: Client) -> asyncio.AbstractEventLoop:
    return client.loop.asyncio_loop  # type: ignore[no-any-return]


def _within_reason(client: Client, awaited: Any) -> None:
    async def wait() -> None:
        await asyncio.wait_for(awaited, _FAREWELL_SECONDS)

    asyncio.run_coroutine_threadsafe(wait(), _loop_of(client)).result(2 * _FAREWELL_SECONDS)


def _exception_of(future: Future[Outcome]) -> object:
    try:
        return future.exception(timeout=_FAREWELL_SECONDS)
    except Exception as error:  # noqa: BLE001 - then this is what is to be told
        return error


def _is_out_of_sight(record: Record, task: Task) -> bool:
    """Whether a worker could not open a file that is there for this machine."""
    if record.document.get("cause") not in _OUT_OF_SIGHT:
        return False
    try:
        with Path(task.absolute).open("rb"):
            return True
    except (OSError, ValueError):
        return False


def _missing(name: str) -> Bilingual:
    return Bilingual(
        f"--dask 需要 {name}，请先运行 pip install 'govreply[dask]'",
        f"--dask needs {name}; run pip install 'govreply[dask]' first",
    )


def _unreachable(address: str, error: Exception) -> Bilingual:
    return Bilingual(
        f"连不上 Dask 调度器 {address}：{error}", f"the Dask scheduler {address} cannot be reached: {error}"
    )


def _no_workers(address: str, seconds: float) -> Bilingual:
    return Bilingual(
        f"Dask 调度器 {address} 已有 {seconds:g} 秒没有任何工作进程",
        f"the Dask scheduler {address} has had no worker for {seconds:g} seconds",
    )


def _other_version(where: str, version: object) -> Bilingual:
    if isinstance(version, str):
        return Bilingual(
            f"Dask 工作进程 {where} 上的 govreply 是 {version}，本机是 {VERSION}；请装成同一版本",
            f"the Dask worker {where} has govreply {version}, this machine has {VERSION}; install the same version",
        )
    return Bilingual(
        f"Dask 工作进程 {where} 上没有可用的 govreply {VERSION}（{version}）",
        f"the Dask worker {where} has no govreply {VERSION} that can be used ({version})",
    )


def _not_shared(where: str, path: str) -> Bilingual:
    return Bilingual(
        f"{path} 在本机可以读取，工作进程所在的 {where} 却读不到；请让各台机器在同一路径下看到文件，或加 --dask-ship 把内容随任务发去",
        f"{path} can be read here but not by the worker at {where}; let all machines see the files at the same path,"
        " or send their contents along with --dask-ship",
    )


def _broken(error: object) -> Bilingual:
    return Bilingual(
        f"Dask 工作进程做不了检查（{error!r}）；请查看各台机器上的 govreply 是否装好",
        f"a Dask worker cannot check ({error!r}); see whether govreply is installed well on each machine",
    )
