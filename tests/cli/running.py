"""Runs the command line, inside this process or as one of its own."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest
from attrs import frozen

from govreply.cli import main


@frozen
class Outcome:
    """What a run left behind."""

    code: int
    out: str
    err: str


def govreply(*arguments: str | Path) -> Outcome:
    """Run in this process, on streams that could only write ASCII if nothing were done about it."""
    out, err = _stream(), _stream()
    with redirect_stdout(out), redirect_stderr(err), pytest.raises(SystemExit) as ended:
        main([str(argument) for argument in arguments])
    assert isinstance(ended.value.code, int)
    return Outcome(ended.value.code, _written(out), _written(err))


def govreply_process(
    *arguments: str | Path, cwd: Path | None = None, environment: dict[str, str] | None = None
) -> Outcome:
    """Run as a process."""
    kept = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "FORCE_COLOR", "GOVREPLY_LANG")}
    done = subprocess.run(
        [sys.executable, "-m", "govreply", *map(str, arguments)],
        capture_output=True,
        cwd=cwd,
        env=kept | (environment or {}),
        timeout=100,
    )
    return Outcome(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


def _stream() -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(), encoding="ascii", newline="\n")


def _written(stream: io.TextIOWrapper) -> str:
    stream.flush()
    buffer = stream.buffer
    assert isinstance(buffer, io.BytesIO)
    return buffer.getvalue().decode("utf-8")
