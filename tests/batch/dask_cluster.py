"""A Dask cluster for tests: a scheduler and workers, each a process of its own on this machine."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import Self

from attrs import define, field

_SECONDS = 60.0


@define
class DaskCluster:
    """Use as a context manager; nothing of it is left behind.

    Attributes:
        folder: for what the processes leave on the disk.
    """

    folder: Path
    _scheduler: subprocess.Popen[bytes] | None = None
    _workers: list[subprocess.Popen[bytes]] = field(factory=list)

    def __enter__(self) -> Self:
        self.folder.mkdir()
        self._scheduler = self._started("scheduler", "--port", "0", "--scheduler-file", str(self._file))
        until = time.monotonic() + _SECONDS
        while not self._file.exists():
            assert self._scheduler.poll() is None and time.monotonic() < until, self._said()
            time.sleep(0.05)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for process in (*self._workers, self._scheduler):
            if process is not None:
                _kill(process)

    @property
    def address(self) -> str:
        """Of the scheduler."""
        return str(json.loads(self._file.read_text())["address"])

    def add_worker(self, *, nanny: bool = True) -> None:
        """Start a worker with one thread, whose working folder is the cluster's."""
        settings = ("--nworkers", "1", "--nthreads", "1", "--local-directory", str(self.folder / "space"))
        kind = "--nanny" if nanny else "--no-nanny"
        self._workers.append(self._started("worker", "--scheduler-file", str(self._file), kind, *settings))

    def kill_worker(self) -> None:
        """As if the machine of the first worker lost its power."""
        _kill(self._workers.pop(0))

    def kill_scheduler(self) -> None:
        """As if the machine of the scheduler lost its power."""
        assert self._scheduler is not None
        _kill(self._scheduler)

    @property
    def _file(self) -> Path:
        return self.folder / "scheduler.json"

    def _started(self, what: str, *arguments: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", f"distributed.cli.dask_{what}", "--host", "127.0.0.1", "--no-dashboard"]
        number = len(self._workers)
        with (self.folder / f"{what}{number}.log").open("wb") as log:
            return subprocess.Popen(
                [*command, *arguments], cwd=self.folder, stdout=log, stderr=log, start_new_session=True
            )

    def _said(self) -> str:
        return "\n".join(path.read_text(errors="replace") for path in self.folder.glob("*.log"))


def _kill(process: subprocess.Popen[bytes]) -> None:
    """Kill it and all that it has started; none of them can do anything about it."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
