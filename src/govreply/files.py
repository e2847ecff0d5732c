"""Reading a file once, whatever it may turn out to be: never a pipe or a device, never more than is allowed."""

from __future__ import annotations

import os
import stat
from typing import Final

from govreply.errors import Cause, UnreadableError

# Opening a pipe that somebody put in the file's place waits for a writer, unless one asks not to; not on Windows.
_FLAGS: Final = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
_ATTEMPTS: Final = 3


def read_file(path: str | os.PathLike[str], most: int) -> bytes:
    """The file's bytes as they were at one moment, at most one more than `most`: enough to see that it is passed.

    Raises:
        UnreadableError: with the cause ``not-found``, ``no-access``, ``unsupported`` for what is no file, or ``changed`` for
            one that is being written to all the time.
    """
    name = str(path)
    try:
        for _ in range(_ATTEMPTS):
            refuse_special(name, os.stat(path).st_mode)  # noqa: PTH116 - paths of the wrong kind fail as OSError here
            data, steady = _read(path, name, most)
            if steady:
                return data
    except OSError as error:
        raise unreadable(name, error) from error
    except ValueError as error:  # a NUL in the path
        raise UnreadableError(name, Cause.NOT_FOUND, str(error)) from error
    raise UnreadableError(name, Cause.CHANGED, f"it changed during each of {_ATTEMPTS} attempts to read it")


def unreadable(name: str, error: OSError) -> UnreadableError:
    """What the file system's refusal means."""
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return UnreadableError(name, Cause.NOT_FOUND, "no such file or folder")
    if isinstance(error, PermissionError):
        return UnreadableError(name, Cause.NO_ACCESS, "permission denied")
    return UnreadableError(name, Cause.NO_ACCESS, error.strerror or str(error))


def refuse_special(name: str, mode: int) -> None:
    """Raise for what is no file; opening some of these waits for ever, or does something to a machine."""
    if stat.S_ISREG(mode):
        return
    cause = Cause.NO_ACCESS if stat.S_ISDIR(mode) else Cause.UNSUPPORTED
    raise UnreadableError(name, cause, f"no file but {kind_of(mode)}")


def kind_of(mode: int) -> str:
    """What stands in the file system where `mode` was found, in English."""
    kinds = (
        (stat.S_ISREG, "a file"),
        (stat.S_ISDIR, "a folder"),
        (stat.S_ISFIFO, "a named pipe"),
        (stat.S_ISSOCK, "a socket"),
        (stat.S_ISCHR, "a device"),
        (stat.S_ISBLK, "a device"),
    )
    return next((words for is_kind, words in kinds if is_kind(mode)), "something else")


def _read(path: str | os.PathLike[str], name: str, most: int) -> tuple[bytes, bool]:
    """The bytes, and whether nobody wrote to the file meanwhile."""
    with open(path, "rb", opener=lambda file, _: os.open(file, _FLAGS)) as file:
        before = os.fstat(file.fileno())
        refuse_special(name, before.st_mode)
        data = file.read(most + 1)
        after = os.fstat(file.fileno())
    return data, (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns)
