"""``--changed-since``: which files git says are new or have changed since a revision."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from govreply.cli.command import Refusal
from govreply.cli.language import say
from govreply.reports.safe import visible

# a question changes nothing, runs no program that a repository names, and does not wait for a password
_GIT: Final = ("git", "--no-optional-locks", "-c", "core.fsmonitor=false", "-c", "core.quotePath=false")
_NOT_FOUND: Final = 1


def changed_since(revision: str, paths: Iterable[Path]) -> frozenset[str]:
    """The real paths of the files below the folders of `paths` that differ from `revision`, untracked ones included.

    Compared is the working tree with the commit at which the current one and `revision` parted, so that what others did
    since is not counted. Deleted files are left out, a renamed one is there under its new name.

    Raises:
        Refusal: if there is no git, if a path lies in no repository, or if the revision is not known in it.
    """
    found: set[str] = set()
    for folder in sorted({path if path.is_dir() else path.parent for path in paths}):
        if folder.is_dir():  # what does not exist is told with the other inputs
            found |= _changed_in(folder, revision)
    return frozenset(found)


def _changed_in(folder: Path, revision: str) -> set[str]:
    _require_repository(folder)
    start = _start(folder, revision)
    compared = (
        "--no-renames",
        "--diff-filter=d",
        "--no-ext-diff",
        "--ignore-submodules",
        "--relative",
        "--name-only",
        "-z",
    )
    names = _ask(folder, "diff", *compared, start, "--") + _ask(
        folder, "ls-files", "--others", "--exclude-standard", "-z"
    )
    return {os.path.realpath(folder / os.fsdecode(name)) for name in names.split(b"\0") if name}


def _require_repository(folder: Path) -> None:
    answer = _run(folder, "rev-parse", "--is-inside-work-tree")
    if answer.returncode or answer.stdout.strip() != b"true":
        shown, detail = visible(str(folder)), _complaint(answer)
        raise Refusal(
            say(
                f"--changed-since 只能用于 git 仓库：{shown} 不在仓库的工作区里（{detail}）",
                f"--changed-since needs a git repository, and {shown} is in the work tree of none ({detail})",
            )
        )


def _start(folder: Path, revision: str) -> str:
    """The commit to compare with."""
    known = _run(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    commit = known.stdout.decode("ascii", "replace").strip()
    if known.returncode or not commit:
        raise Refusal(
            say(
                f"--changed-since：仓库里没有版本 {visible(revision)}；浅克隆请先取全历史（如 fetch-depth: 0）",
                f"--changed-since: no revision {visible(revision)} in this repository; "
                "fetch its whole history (such as fetch-depth: 0) where the clone is shallow",
            )
        )
    parted = _run(folder, "merge-base", commit, "HEAD")
    if parted.returncode == _NOT_FOUND:  # a shallow clone, or histories with nothing in common
        return commit
    return _answer(parted, "merge-base").decode("ascii").strip()


def _ask(folder: Path, *arguments: str) -> bytes:
    return _answer(_run(folder, *arguments), arguments[0])


def _answer(done: subprocess.CompletedProcess[bytes], what: str) -> bytes:
    if done.returncode:
        raise Refusal(say(f"git {what} 出错：{_complaint(done)}", f"git {what} failed: {_complaint(done)}"))
    return done.stdout


def _run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(
            [*_GIT, *arguments],
            cwd=folder,
            env=os.environ | {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
    except OSError as error:
        raise Refusal(
            say(
                f"--changed-since 需要 git：无法运行（{error}）",
                f"--changed-since needs git, which cannot be run ({error})",
            )
        ) from error


def _complaint(done: subprocess.CompletedProcess[bytes]) -> str:
    lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
    return visible(lines[0]) if lines else f"exit {done.returncode}"
