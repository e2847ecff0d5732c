"""The standard streams of the process: UTF-8 whatever the locale, and of use where they are closed or full."""

from __future__ import annotations

import errno
import io
import os
import sys
from typing import Any


class OutputError(OSError):
    """Standard output took no more; other failures to write come from elsewhere and are told otherwise."""


class _Output(io.FileIO):
    """Standard output, which tells its own failures from those of other files.

    It fails once: what is written to it afterwards, such as what a buffer still holds at the end, is lost without a word.
    """

    _failed = False

    def write(self, data: Any) -> int:
        if self._failed:
            return len(data)
        try:
            return super().write(data)
        except BrokenPipeError:
            raise
        except OSError as error:
            self._failed = True
            raise OutputError(error.errno, error.strerror) from error


class _Closed(io.RawIOBase):
    """Stands for a standard output that the process was started without; it fails once, too."""

    _failed = False

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        if self._failed:
            return len(data)
        self._failed = True
        raise OutputError(errno.EBADF, os.strerror(errno.EBADF))


def prepare() -> None:
    """Make standard output and standard error fit to write on; what they cannot encode (bytes of a path) is escaped.

    Writing on standard output raises :class:`OutputError` where it is closed or full. Nobody reads a closed standard
    error, so what is written there is lost.
    """
    _occupy()
    if sys.stdout is None:
        sys.stdout = io.TextIOWrapper(io.BufferedWriter(_Closed()), encoding="utf-8", write_through=True)
    elif sys.stdout is sys.__stdout__ and isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout = _telling(sys.stdout)
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - for as long as the process lives
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def discard_output() -> None:
    """Let the flush at the end of the process go nowhere, quietly."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, sys.stdout.fileno())
    except io.UnsupportedOperation:  # closed from the beginning, or no file: there is nothing to be flushed
        os.close(nowhere)


def _occupy() -> None:
    """Take the numbers of closed streams, lest the next file that is opened be written to as one of them."""
    for number, stream in enumerate((sys.stdin, sys.stdout, sys.stderr)):
        if stream is None:
            try:
                os.fstat(number)
            except OSError:
                os.open(os.devnull, os.O_RDWR)  # the lowest number that is free is this one


def _telling(stream: io.TextIOWrapper) -> io.TextIOWrapper:
    """`stream` so that it raises :class:`OutputError`; itself where it is no plain file."""
    buffer = stream.buffer
    raw = getattr(buffer, "raw", buffer)
    if type(raw) is not io.FileIO:
        return stream
    stream.flush()
    output = _Output(raw.fileno(), "wb", closefd=False)
    unbuffered = buffer is raw
    return io.TextIOWrapper(
        output if unbuffered else io.BufferedWriter(output),
        encoding=stream.encoding,
        line_buffering=stream.line_buffering,
        write_through=stream.write_through,
    )
