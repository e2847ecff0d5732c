"""One document out of an archive, by the name under which it was found.

The archive asked for last stays open, so that one with thousands of documents is read once and not once for each.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from typing import Any
from zipfile import ZipInfo

from attrs import define, field

from govreply.batch.names import INSIDE as INSIDE
from govreply.errors import Cause, UnreadableError
from govreply.files import read_file
from govreply.limits import Limits
from govreply.readers.budget import Budget
from govreply.readers.zipped import Archive, entry_name


class _Last(threading.local):
    """The archive that a thread has open, and what its file was like then."""

    state: Any = None
    archive: _Opened | None = None


_last = _Last()


def written_name(raw: str) -> str:
    """The name of a member as messages have it, whatever system the archive was made on."""
    return raw.replace("\\", "/")


def unpack(path: str, name: str, member: str, limits: Limits) -> bytes:
    """The bytes of `member` (``folder/inner.md``, or ``inner.zip!/inner.md`` in an archive in the archive).

    Args:
        path: of the archive. name: of it, for errors.

    Raises:
        UnreadableError: ``not-found`` if there is none, and whatever :func:`read_file` and :class:`Archive` raise.
    """
    full = f"{name}{INSIDE}{member}"
    return _opened(path, full, limits).unpack(full, member, limits)


def let_go() -> None:
    """Close the archive that is open, for whoever goes on with other files."""
    _last.state = _last.archive = None


@define
class _Opened:
    """An archive, its members by their names, and the archive in it that was asked for last."""

    _archive: Archive
    _members: dict[str, ZipInfo] = field(init=False)
    _inner: tuple[str, _Opened] | None = field(init=False, default=None)

    @_members.default
    def _by_name(self) -> dict[str, ZipInfo]:
        members: dict[str, ZipInfo] = {}
        for entry in self._archive.entries:
            members.setdefault(written_name(entry_name(entry)), entry)  # the search knows the first of a name only
        return members

    def unpack(self, full: str, member: str, limits: Limits) -> bytes:
        """The bytes of `member`, which is called `full` in errors."""
        self._archive.budget = Budget(full, limits)
        entry = self._members.get(member)
        if entry is not None:
            return self._archive.unpack(entry)
        for outer in _outer_names(member):
            if outer in self._members:
                return self._within(outer, full, limits).unpack(full, member.removeprefix(outer + INSIDE), limits)
        raise UnreadableError(full, Cause.NOT_FOUND, "no longer in the archive")

    def _within(self, outer: str, full: str, limits: Limits) -> _Opened:
        if self._inner is None or self._inner[0] != outer:
            self._inner = None
            self._inner = outer, _open(self._archive.unpack(self._members[outer]), full, limits)
        return self._inner[1]


def _opened(path: str, full: str, limits: Limits) -> _Opened:
    state = _state_of(path), limits
    if _last.archive is None or _last.state != state:
        let_go()
        data = read_file(path, limits.bytes)
        _last.archive, _last.state = _open(data, full, limits), state  # the state from before: what comes later differs
    return _last.archive


def _open(data: bytes, full: str, limits: Limits) -> _Opened:
    budget = Budget(full, limits)
    budget.check_bytes(len(data))
    return _Opened(Archive(data, budget))


def _state_of(path: str) -> tuple[Any, ...]:
    """What is otherwise when the file at `path` is another one, or was written to."""
    try:
        found = os.stat(path)  # noqa: PTH116 - as files are read
    except (OSError, ValueError):  # reading it tells why
        return (object(),)
    return path, found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns


def _outer_names(member: str) -> Iterator[str]:
    at = member.find(INSIDE)
    while at >= 0:
        yield member[:at]
        at = member.find(INSIDE, at + 1)
