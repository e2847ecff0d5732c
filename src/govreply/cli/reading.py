"""Reading the one file that ``parse`` and ``why`` are about."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

from govreply.cli.inputs import failed, unread
from govreply.cli.language import current
from govreply.errors import Cause, UnreadableError
from govreply.findings import Result
from govreply.grammar import assemble
from govreply.isolation import Isolated
from govreply.limits import DEFAULT_LIMITS, Limits
from govreply.patterns import PatternTimeout
from govreply.readers import read
from govreply.reports.text import TextReport
from govreply.source import Source


def open_reading(
    path: Path, limits: Limits = DEFAULT_LIMITS, *, isolate: bool = False
) -> tuple[Source, assemble.Reading] | None:
    """The file at `path`, read; ``None`` after saying on standard error why it cannot be read and what to do."""
    data = _bytes_of(path, limits)
    if isinstance(data, Result):
        _refuse(data)
        return None
    try:
        if isolate:
            with Isolated(_read, limits) as worker:
                return worker.call(str(path), data, str(path), limits)
        return _read(data, str(path), limits)
    except UnreadableError as error:
        _refuse(failed(path, error.cause, error.detail))
    return None


def _read(data: bytes, name: str, limits: Limits) -> tuple[Source, assemble.Reading]:
    try:
        document = read(data, name, limits=limits)
        return document.source, assemble.read(document)
    except PatternTimeout as error:
        raise UnreadableError(name, Cause.LIMIT, f"a search took longer than pattern_seconds: {error}") from error


def _bytes_of(path: Path, limits: Limits) -> bytes | Result:
    try:
        state = path.stat()
        if not stat.S_ISREG(state.st_mode):
            return failed(path, Cause.UNSUPPORTED, "not a file")
        if state.st_size > limits.bytes:
            return failed(path, Cause.LIMIT, f"{state.st_size} bytes, at most {limits.bytes} are read (bytes)")
        return path.read_bytes()
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        return unread(path, error)


def _refuse(result: Result) -> None:
    TextReport(sys.stderr, current()).add(result)
