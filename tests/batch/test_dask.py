"""A batch over a Dask cluster comes to what it comes to on one machine, whatever is lost on the way."""

from __future__ import annotations

import functools
import multiprocessing
import sys
import traceback
import zipfile
from collections.abc import Callable, Iterable, Iterator
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, TypeVar

import pytest

pytest.importorskip("distributed", reason="the extra dask is not installed")

from govreply.batch import cluster
from govreply.batch.cluster import connected
from govreply.batch.errors import ClusterLostError, ClusterRefusedError
from govreply.batch.found import Found
from govreply.batch.run import Silent
from govreply.batch.store import Store
from govreply.cli.batch_inputs import found as found_of
from govreply.cli.inputs import Inputs
from govreply.limits import Limits
from govreply.testing import Form, Letter, Part
from tests.batch.dask_cluster import DaskCluster
from tests.batch.letters import FAULTY, NEWS, SOUND, UNSIGNED, write
from tests.batch.running import added_up, contents, run
from tests.cli.running import govreply

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="process groups, /proc"),
    # of Dask's own pieces, when processes on the other side are killed
    pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning"),
]


_Test = TypeVar("_Test", bound=Callable[..., None])


def in_a_process(test: _Test) -> _Test:
    """Run `test` in a fork: a Dask client leaves threads behind, beside which the tests to come could not fork."""

    @functools.wraps(test)
    def forked(**fixtures: Any) -> None:
        context = multiprocessing.get_context("fork")
        answer, told = context.Pipe(duplex=False)
        process = context.Process(target=_tell, args=(told, test, fixtures))
        process.start()
        told.close()
        try:
            failure = answer.recv()
        except EOFError:
            failure = "the process of the test has ended"
        process.join()
        if failure is not None:
            pytest.fail(failure, pytrace=False)

    return forked  # type: ignore[return-value]


def _tell(told: Connection, test: Callable[..., None], fixtures: dict[str, Any]) -> None:
    try:
        test(**fixtures)
    except BaseException:
        told.send(traceback.format_exc())
        raise
    told.send(None)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("replies")
    kinds = (SOUND, FAULTY, UNSIGNED, NEWS)
    for number in range(36):
        write(folder / f"{number % 3}", **{f"{number}": kinds[number % len(kinds)]})
    for number in range(4):  # letters that have something to do with each other
        letter = Letter(number="武水函〔2023〕21号", form=Form(), sections=(Part(heading=f"办法{number}"),))
        write(folder / "series", **{f"{number}": letter.to_markdown()})
    write(folder, empty=b"", broken=b"PK\x03\x04" + b"x" * 100)
    (folder / "dangling.md").symlink_to(folder / "nowhere.md")
    with zipfile.ZipFile(folder / "letters.zip", "w") as archive:
        archive.writestr("inner.md", FAULTY)
    return folder


@pytest.fixture(scope="module")
def local(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[tuple[Any, ...]]]:
    """What the store of a run on this machine holds."""
    out = tmp_path_factory.mktemp("local") / "out"
    with Store.create(out) as store:
        run(store, search(folder))
    found = contents(out)
    assert found["cross_findings"] and len(found["documents"]) == 44
    return found


def search(folder: Path) -> Iterable[Found]:
    return found_of(Inputs((folder,), (".zip",)), Limits(), zipped=True)


@pytest.fixture
def dask(tmp_path: Path) -> Iterator[DaskCluster]:
    with DaskCluster(tmp_path / "cluster") as started:
        yield started


class After(Silent):
    """Does something once some documents are checked."""

    def __init__(self, some: int, action: Callable[[], None]) -> None:
        self._left, self._action = some, action

    def checked(self, outcome: str) -> None:
        self._left -= 1
        if self._left == 0:
            self._action()


@in_a_process
def test_a_worker_that_is_killed_loses_nothing(
    dask: DaskCluster, folder: Path, local: dict[str, list[tuple[Any, ...]]], tmp_path: Path
) -> None:
    dask.add_worker()
    dask.add_worker()
    killed: list[int] = []

    def kill() -> None:
        killed.append(workers.threads)
        dask.kill_worker()

    with connected(dask.address) as workers, Store.create(tmp_path / "out") as store:
        until_two(workers)
        assert run(store, search(folder), workers=workers, observer=After(12, kill)).finished
        assert run(store, search(folder), workers=workers).kept == 42  # all but what the search settles
    assert killed == [2]
    assert contents(tmp_path / "out") == local
    assert added_up(tmp_path / "out") == 44
    # where only this machine sees the files their contents are sent along
    with connected(dask.address, ship=True) as workers, Store.create(tmp_path / "shipped") as store:
        run(store, search(folder), workers=workers)
    assert contents(tmp_path / "shipped") == local


def until_two(workers: cluster.Cluster) -> None:
    workers._client.wait_for_workers(2, timeout=60)
    workers.threads = 2


@in_a_process
def test_a_scheduler_that_is_lost_is_told_and_the_batch_goes_on_later(
    dask: DaskCluster, folder: Path, local: dict[str, list[tuple[Any, ...]]], tmp_path: Path
) -> None:
    dask.add_worker(nanny=False)
    with Store.create(tmp_path / "out") as store, connected(dask.address) as workers:
        with pytest.raises(ClusterLostError, match=r"scheduler tcp://127\.0\.0\.1:\d+ broke off"):
            run(store, search(folder), workers=workers, observer=After(8, dask.kill_scheduler))
        assert store.db.execute("SELECT outcome FROM runs").fetchone()[0] == "interrupted"
        counts = store.counts()
        assert 8 <= counts.found - counts.waiting < counts.found == 44
        run(store, search(folder))  # on this machine
    assert contents(tmp_path / "out") == local
    with pytest.raises(ClusterRefusedError, match="cannot be reached"), connected(dask.address):
        pass


@in_a_process
def test_what_a_cluster_is_not_fit_for_is_told(
    dask: DaskCluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dask.add_worker(nanny=False)
    folder = write(tmp_path / "in", a=SOUND)
    monkeypatch.chdir(folder)
    seen_here_only = Found.at(Path("/proc/self/cwd/a.md"))
    with connected(dask.address) as workers, Store.create(tmp_path / "out") as store:
        with pytest.raises(ClusterLostError, match=r"/proc/self/cwd/a\.md can be read here .* --dask-ship"):
            run(store, [seen_here_only], workers=workers)
        assert store.counts().waiting == 1
        workers.ship = True
        assert run(store, [seen_here_only], workers=workers).finished
        assert store.counts().verdicts == {"pass": 1}
        monkeypatch.setattr(cluster, "VERSION", "99")  # as if the worker were of an older one
        write(folder, a=FAULTY)
        with pytest.raises(ClusterLostError, match=r"has govreply .*, this machine has 99; install the same"):
            run(store, [seen_here_only], workers=workers)
    with pytest.raises(ClusterRefusedError, match="this machine has 99"), connected(dask.address):
        pass
    dask.kill_worker()
    monkeypatch.setattr(cluster, "_CONNECT_SECONDS", 1.0)
    with pytest.raises(ClusterRefusedError, match="no worker"), connected(dask.address):
        pass


# --- the command ---


@in_a_process
def test_the_command_uses_the_cluster(dask: DaskCluster, tmp_path: Path) -> None:
    dask.add_worker()
    folder = write(tmp_path / "in", a=SOUND, b=FAULTY, c=NEWS)
    outcome = govreply("batch", folder, "--out", tmp_path / "out", "--progress", "off", "--dask", dask.address)
    assert (outcome.code, outcome.err) == (1, "")
    assert outcome.out.startswith("共 3 份：通过 1，不通过 1，无法判定 1")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--dask", "somewhere"), "--dask 的值 'somewhere' 无效，应写作 tcp://主机:端口"),
        (("--dask-ship",), "--dask-ship 要与 --dask 同用"),
    ],
)
def test_what_the_options_cannot_be(arguments: tuple[str, ...], said: str, tmp_path: Path) -> None:
    outcome = govreply("batch", write(tmp_path / "in", a=SOUND), "--out", tmp_path / "out", *arguments)
    assert outcome.code == 2
    assert said in outcome.err
    assert not (tmp_path / "out").exists()


@in_a_process
def test_nobody_at_the_address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "_CONNECT_SECONDS", 0.5)
    folder = write(tmp_path / "in", a=SOUND)
    outcome = govreply("batch", folder, "--out", tmp_path / "out", "--dask", "tcp://127.0.0.1:9")
    assert outcome.code == 2
    assert "连不上 Dask 调度器 tcp://127.0.0.1:9" in outcome.err
    assert not (tmp_path / "out").exists()


def test_the_extra_is_named_where_it_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    folder = write(tmp_path / "in", a=SOUND)
    outcome = govreply("batch", folder, "--out", tmp_path / "out", "--dask", "tcp://127.0.0.1:9")
    assert outcome.code == 2
    assert "pip install 'govreply[dask]'" in outcome.err
