"""``govreply batch --dask``: the cluster that checks in place of this machine's own workers."""

from __future__ import annotations

import functools
import logging
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click
from attrs import frozen

from govreply.cli.command import Refusal, option
from govreply.cli.language import say
from govreply.language import Bilingual

if TYPE_CHECKING:
    from govreply.batch.run import Workers

_Function = TypeVar("_Function", bound=Callable[..., Any])

_ADDRESS: Final = re.compile(r"(?:tcp|tls)://(?:[^/\s:\[\]]+|\[[0-9A-Fa-f:.]+\]):[0-9]{1,5}")
_LOGGERS: Final = ("distributed", "distributed.client", "distributed.core", "distributed.comm", "distributed.batched")


@frozen
class Place:
    """Where documents are checked: by the cluster at `address`, on this machine without one."""

    address: str | None
    ship: bool

    @contextmanager
    def workers(self) -> Iterator[Workers | None]:
        """Whoever checks there; ``None`` for the workers of this machine.

        Raises:
            ClusterRefusedError: if the cluster cannot be used.
        """
        if self.address is None:
            yield None
            return
        from govreply.batch import cluster  # only who has a cluster loads it

        for name in _LOGGERS:  # what matters of it is told as an error, in the language of the run
            logging.getLogger(name).setLevel(logging.CRITICAL + 1)
        with cluster.connected(self.address, ship=self.ship) as connected:
            yield connected


def cluster_options(function: _Function) -> Callable[..., Any]:
    """Add the options to a command, whose function takes them as its argument ``place``."""

    @functools.wraps(function)
    def with_place(dask: str | None, dask_ship: bool, **given: Any) -> Any:
        return function(place=_looked_over(dask, dask_ship), **given)

    decorated: Callable[..., Any] = with_place
    for decorate in reversed(_OPTIONS):
        decorated = decorate(decorated)
    return decorated


_OPTIONS = (
    option(
        "--dask",
        metavar="tcp://HOST:PORT",
        type=click.STRING,
        words=Bilingual(
            "由这个 Dask 调度器的工作进程检查，不用本机的；各机须在同一路径下看到文件",
            "let the workers of this Dask scheduler check, not those of this machine; all see the files at the same path",
        ),
    ),
    option(
        "--dask-ship",
        is_flag=True,
        words=Bilingual(
            "把文件内容随任务发给工作进程，文件只需本机能读",
            "send contents along with the tasks; only this machine has to see the files",
        ),
    ),
)


def _looked_over(address: str | None, ship: bool) -> Place:
    if ship and address is None:
        raise Refusal(say("--dask-ship 要与 --dask 同用", "--dask-ship needs --dask"))
    if address is not None and not _ADDRESS.fullmatch(address):
        raise Refusal(
            say(
                f"--dask 的值 {address!r} 无效，应写作 tcp://主机:端口",
                f"--dask: {address!r} is nothing like tcp://host:port",
            )
        )
    return Place(address, ship)
