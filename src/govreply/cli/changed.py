"""``--changed-since``: which files git says are new or have changed since a revision."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from attrs import mutable

from govreply.cli.command import Refusal
from govreply.cli.inputs import Inputs, Member
from govreply.cli.language import say
from govreply.findings import Result
from govreply.reports.safe import visible

# a question changes nothing, runs no program that a repository names, and does not wait for a password
_GIT: Final = ("git", "--no-optional-locks", "-c", "core.fsmonitor=false", "-c", "core.quotePath=false")
_NOT_FOUND: Final = 1
_GITLINK: Final = "160000"  # the mode under which a repository records a submodule


@mutable
class KnownToGit(Inputs):
    """Inputs in which a file that a search came upon by a link is called as git calls it, by the way without links."""

    def __iter__(self) -> Iterator[Path | Member | Result]:
        folders = [path for path in self.paths if isinstance(path, Path) and path.is_dir()]
        for item in super().__iter__():
            yield self._without_links(item, folders) if isinstance(item, Path) and item not in self.paths else item

    def _without_links(self, path: Path, folders: Iterable[Path]) -> Path:
        """`path` from that one of `folders` in which it really lies; itself if no search would come upon it there."""
        real = Path(os.path.realpath(path))
        for folder in folders:
            top = Path(os.path.realpath(folder))
            if not real.is_relative_to(top):
                continue
            inner = real.relative_to(top)
            plain = folder / inner
            hidden = any(part.startswith(".") for part in inner.parts)
            if not hidden and not self.ignored.leaves_out(plain, folder=False, counted=False):
                return plain
        return path


def changed_since(revision: str, paths: Iterable[Path]) -> frozenset[str]:
    """The real paths of the files below the folders of `paths` that differ from `revision`, untracked ones included.

    Compared is the working tree with the commit at which the current one and `revision` parted, so that what others did
    since is not counted. Deleted files are left out, a renamed one is there under its new name. A submodule is compared
    with the commit that was recorded of it there; one that was not there yet, and a repository that lies untracked in
    the other, is new with all its files.

    Raises:
        Refusal: if there is no git, if a path lies in no repository, or if a revision is not known in it.
    """
    found: set[str] = set()
    for folder in sorted({path if path.is_dir() else path.parent for path in paths}):
        if folder.is_dir():  # what does not exist is told with the other inputs
            _require_repository(folder)
            found |= _changed_in(folder, _start(folder, revision))
    return frozenset(found)


def _changed_in(folder: Path, start: str) -> set[str]:
    """The real paths of what differs from the commit `start`, in `folder` and in the repositories below it."""
    compared = (
        "--no-renames",
        "--diff-filter=d",
        "--no-ext-diff",
        "--ignore-submodules",
        "--relative",
        "--name-only",
        "-z",
    )
    names = _names(folder, "diff", *compared, start, "--")
    found, nested = _plain_and_nested(folder, names + _untracked(folder))
    for inner in nested:
        found |= _all_in(inner)
    submodules = _submodules_here(folder)
    recorded = _submodules(folder, "ls-tree", "-r", "-z", start, "--", ".") if submodules else {}
    for name in submodules:
        inner = folder / name
        if name in recorded:
            _require_commit(inner, recorded[name])
            found |= _changed_in(inner, recorded[name])
        else:
            found |= _all_in(inner)
    return found


def _all_in(repository: Path) -> set[str]:
    """The real paths of all files in a repository that are not ignored, and in those within it."""
    found, nested = _plain_and_nested(repository, _names(repository, "ls-files", "-z") + _untracked(repository))
    for inner in (*nested, *(repository / name for name in _submodules_here(repository))):
        found |= _all_in(inner)
    return found


def _plain_and_nested(folder: Path, names: Iterable[str]) -> tuple[set[str], list[Path]]:
    """The real paths of the files among `names`, and the repositories, which git names with a slash at the end."""
    names = list(names)
    nested = [folder / name for name in names if name.endswith("/")]
    return {os.path.realpath(folder / name) for name in names if not name.endswith("/")}, nested


def _untracked(folder: Path) -> list[str]:
    return _names(folder, "ls-files", "--others", "--exclude-standard", "-z")


def _submodules_here(folder: Path) -> list[str]:
    """The names of the submodules in `folder` that are checked out; of the others no file is here."""
    names = _submodules(folder, "ls-files", "--stage", "-z")
    return [name for name in names if (folder / name / ".git").exists()]


def _submodules(folder: Path, *question: str) -> dict[str, str]:
    """The commits recorded of submodules, by their names from `folder`: of a commit (ls-tree) or of the index (ls-files)."""
    commits: dict[str, str] = {}
    for line in _names(folder, *question):
        facts, _, name = line.partition("\t")
        words = facts.split(" ")
        if words[0] == _GITLINK:
            commits[name] = words[2 if words[1] == "commit" else 1]
    return commits


def _require_repository(folder: Path) -> None:
    answer = _run(folder, "rev-parse", "--is-inside-work-tree")
    if answer.returncode or answer.stdout.strip() != b"true":
        shown, detail = visible(str(folder)), _why_no_work_tree(answer)
        raise Refusal(
            say(
                f"--changed-since 只能用于 git 仓库：{shown} 不在仓库的工作区里（{detail}）",
                f"--changed-since needs a git repository, and {shown} is in the work tree of none ({detail})",
            )
        )
    if _run(folder, "rev-parse", "--verify", "--quiet", "HEAD").returncode:
        shown = visible(str(folder))
        raise Refusal(
            say(
                f"--changed-since：{shown} 所在的仓库还没有提交，没有可比的版本",
                f"--changed-since: the repository of {shown} has no commit yet, so there is nothing to compare with",
            )
        )


def _why_no_work_tree(answer: subprocess.CompletedProcess[bytes]) -> str:
    if answer.returncode:
        return _complaint(answer)
    return say("裸仓库，或 .git 文件夹里面", "a bare repository, or inside a .git folder")


def _require_commit(submodule: Path, commit: str) -> None:
    """Refuse where the submodule has not got what it is to be compared with."""
    if _run(submodule, "cat-file", "-e", f"{commit}^{{commit}}").returncode:
        shown = visible(str(submodule))
        raise Refusal(
            say(
                f"--changed-since：子模块 {shown} 里没有原来记录的版本 {commit[:12]}；请取子模块的全历史",
                f"--changed-since: submodule {shown} has not got {commit[:12]}, which was recorded of it; "
                "fetch the whole history of the submodule",
            )
        )


def _start(folder: Path, revision: str) -> str:
    """The commit to compare with."""
    known = _run(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    commit = known.stdout.decode("ascii", "replace").strip()
    if known.returncode or not commit:
        raise _unknown(folder, revision)
    parted = _run(folder, "merge-base", commit, "HEAD")
    if parted.returncode == _NOT_FOUND:  # a shallow clone, or histories with nothing in common
        return commit
    return _answer(parted, "merge-base").decode("ascii").strip()


def _unknown(folder: Path, revision: str) -> Refusal:
    """That there is no such revision, and what may be done about it."""
    shown = visible(revision)
    around = os.fsdecode(_ask(folder, "rev-parse", "--show-superproject-working-tree")).rstrip("\n")
    if around:
        inner, outer = visible(str(folder)), visible(around)
        return Refusal(
            say(
                f"--changed-since：{inner} 在子模块里，子模块的仓库里没有版本 {shown}；"
                f"要用上级仓库的版本，请检查上级仓库的文件夹（{outer}），其子模块也会查到",
                f"--changed-since: {inner} lies in a submodule, which has no revision {shown} of its own; for one of "
                f"the repository around it, check a folder of that ({outer}), and its submodules are looked at, too",
            )
        )
    return Refusal(
        say(
            f"--changed-since：仓库里没有版本 {shown}；浅克隆请先取全历史（如 fetch-depth: 0）",
            f"--changed-since: no revision {shown} in this repository; "
            "fetch its whole history (such as fetch-depth: 0) where the clone is shallow",
        )
    )


def _names(folder: Path, *question: str) -> list[str]:
    """What git answers where each item ends with NUL."""
    return [os.fsdecode(name) for name in _ask(folder, *question).split(b"\0") if name]


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
