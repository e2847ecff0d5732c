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
from govreply.limits import DEFAULT_LIMITS
from govreply.patterns import PatternTimeout
from govreply.readers import read
from govreply.reports.text import TextReport
from govreply.source import Source


def open_reading(path: Path) -> tuple[Source, assemble.Reading] | None:
    """The file at `path`, read; ``None`` after saying on standard error why it cannot be read and what to do."""
    data = _bytes_of(path)
    if isinstance(data, Result):
        _refuse(data)
        return None
    try:
        document = read(data, str(path))
        return document.source, assemble.read(document)
    except UnreadableError as error:
        _refuse(failed(path, error.cause, error.detail))
    except PatternTimeout as error:
        _refuse(failed(path, Cause.LIMIT, f"a search took longer than pattern_seconds: {error}"))
    return None


def _bytes_of(path: Path) -> bytes | Result:
    try:
        state = path.stat()
        if not stat.S_ISREG(state.st_mode):
            return failed(path, Cause.UNSUPPORTED, "not a file")
        if state.st_size > DEFAULT_LIMITS.bytes:
            return failed(path, Cause.LIMIT, f"{state.st_size} bytes, at most {DEFAULT_LIMITS.bytes} are read (bytes)")
        return path.read_bytes()
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        return unread(path, error)


def _refuse(result: Result) -> None:
    TextReport(sys.stderr, current()).add(result)
