"""Runs the shell scripts of the CI files as a runner would, with programs that stand in for what needs a network."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from attrs import frozen

ROOT = Path(__file__).parents[2]

needs_bash = pytest.mark.skipif(os.name == "nt" or shutil.which("bash") is None, reason="needs bash")
needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")


@frozen
class Ran:
    """What a script left behind."""

    code: int
    out: str
    err: str


def run(script: str, shell: list[str], folder: Path, variables: dict[str, str]) -> Ran:
    """Run `script` in `folder` with nothing in its environment but `variables` and the search path."""
    file = folder.parent / "script.sh"
    file.write_text(script, encoding="utf-8")
    environment = {"PATH": os.environ["PATH"], "HOME": str(folder.parent), **variables}
    done = subprocess.run([*shell, str(file)], cwd=folder, env=environment, capture_output=True, timeout=100)
    return Ran(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


def executable(path: Path, script: str) -> Path:
    """A shell program at `path`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def govreply_program(path: Path) -> Path:
    """The govreply that is tested, as a program at `path`."""
    return executable(path, f'exec "{sys.executable}" -m govreply "$@"')


def git(folder: Path, *arguments: str) -> str:
    """Run git in `folder` and return what it printed."""
    person = ("-c", "user.name=档案室", "-c", "user.email=archive@example.org", "-c", "commit.gpgsign=false")
    done = subprocess.run(["git", *person, *arguments], cwd=folder, check=True, capture_output=True)
    return done.stdout.decode().strip()
