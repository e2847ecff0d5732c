"""From the paths on the command line to the documents to read."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from attrs import field, frozen, mutable

from govreply.cli.ignored import FILE_NAME, Ignored
from govreply.errors import Cause
from govreply.findings import Failure, Result, Verdict

SUFFIXES = (".md", ".markdown", ".txt", ".html", ".htm", ".docx", ".docm", ".pdf", ".ofd", ".doc", ".wps")


@frozen
class Member:
    """A document that is at hand without being a file: one in an archive, or standard input.

    Attributes:
        archive: the file it comes out of; for standard input the one that it is said to be.
        name: how messages call it.
    """

    archive: Path
    name: str
    data: bytes


@mutable
class Inputs:
    """The documents that `paths` lead to, each once, in the order of the paths and of the names in a folder.

    Folders are searched with all their sub-folders for files that end in one of :data:`SUFFIXES`; what begins with a
    dot is skipped there, and what a ``.govreplyignore`` leaves out. A file named itself is taken whatever its name.
    Symbolic links are followed; one that leads back to a folder already searched is not.

    Attributes:
        more_suffixes: of what else is searched for in folders.
        only: real paths; no other file is taken. ``None`` for all.
        ignored: what was left out; complete once the iteration has ended.
        empty_folders: folders on the command line without any document; complete once the iteration has ended.
    """

    paths: tuple[Path | Member, ...]
    more_suffixes: tuple[str, ...] = ()
    only: frozenset[str] | None = None
    ignored: Ignored = field(factory=Ignored)
    empty_folders: list[Path] = field(factory=list)
    _seen: set[str] = field(factory=set)

    def __iter__(self) -> Iterator[Path | Member | Result]:
        for path in self.paths:
            if isinstance(path, Member):
                yield path
                continue
            try:
                mode = path.stat().st_mode
            except (OSError, ValueError) as error:  # ValueError: a NUL in the path
                yield unread(path, error)
                continue
            if stat.S_ISDIR(mode):
                yield from self._folder(path)
            elif stat.S_ISREG(mode):
                yield from self._once(path)
            else:
                yield failed(path, Cause.UNSUPPORTED, "neither a file nor a folder")

    def _folder(self, folder: Path) -> Iterator[Path | Result]:
        found = False
        for item in self._walk(folder):
            found = True
            yield from self._once(item) if isinstance(item, Path) else (item,)
        if not found:
            self.empty_folders.append(folder)

    def _walk(self, top: Path) -> Iterator[Path | Result]:
        self.ignored.begin(top)
        waiting, entered = [top], set[str]()
        wanted = SUFFIXES + self.more_suffixes
        while waiting:
            folder = waiting.pop()
            real = os.path.realpath(folder)
            if real in entered:
                continue
            entered.add(real)
            try:
                with os.scandir(folder) as entries:
                    names = sorted(entry.name for entry in entries)
            except OSError as error:
                yield unread(folder, error)
                continue
            if FILE_NAME in names:
                self.ignored.enter(folder)
            below = [folder / name for name in names if not name.startswith(".")]
            files = [path for path in below if path.suffix.lower() in wanted and path.is_file()]
            yield from (path for path in files if not self.ignored.leaves_out(path, folder=False))
            folders = [path for path in below if path.is_dir()]
            waiting.extend(path for path in reversed(folders) if not self.ignored.leaves_out(path, folder=True))

    def _once(self, path: Path) -> Iterator[Path]:
        real = os.path.realpath(path)
        if real not in self._seen and (self.only is None or real in self.only):
            self._seen.add(real)
            yield path


def unread(path: Path, error: OSError | ValueError) -> Result:
    """The result for a path that the file system refused."""
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return failed(path, Cause.NOT_FOUND, "no such file or folder")
    if isinstance(error, PermissionError):
        return failed(path, Cause.NO_ACCESS, "permission denied")
    detail = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return failed(path, Cause.NOT_FOUND, detail)


def failed(path: Path | str, cause: Cause, detail: str) -> Result:
    """The result for an input that was not read."""
    return Result(name=str(path), verdict=Verdict.UNDETERMINED, failure=Failure(cause=cause, detail=detail))


def has_reply(results: Iterable[Result]) -> bool:
    """Whether there was anything to check among `results`."""
    return any(result.reply is not None and result.reply.is_reply for result in results)
