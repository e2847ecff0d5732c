"""From the paths on the command line to the documents to read."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from attrs import field, frozen, mutable

from govreply.cli.ignored import FILE_NAME, Ignored
from govreply.errors import Cause
from govreply.files import kind_of
from govreply.findings import Failure, Result, Verdict

_HIDDEN = (".", "~$")  # "~$" begins the name of what Office puts beside a document while somebody has it open
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
class Skipped:
    """How much a search passed over, beside what a ``.govreplyignore`` leaves out.

    Attributes:
        hidden: files and folders whose names begin with a dot, and the lock files of Office (``~$``); a folder counts as one,
            whatever lies in it.
        other: what has another ending than :data:`SUFFIXES`.
        repeated: further ways to a file or folder that was found already.
    """

    hidden: int = 0
    other: int = 0
    repeated: int = 0


@mutable
class Inputs:
    """The documents that `paths` lead to, each once, in the order of the paths and of the names in a folder.

    Folders are searched with all their sub-folders for files that end in one of :data:`SUFFIXES`; what begins with a
    dot, and the lock files of Office, are skipped there, and what a ``.govreplyignore`` leaves out. A file named itself is
    taken whatever its name. Symbolic links are followed; one that leads back to a folder already searched is not. What bears the name of a
    document and is none (a link to nowhere, a pipe) is an outcome that says so. Nothing is kept in memory of the files
    that a search finds, links and files named themselves excepted.

    Attributes:
        more_suffixes: of what else is searched for in folders.
        only: real paths; no other file is taken. ``None`` for all.
        without: real paths of folders that are not searched.
        ignored, skipped: what was left out; complete once the iteration has ended.
        empty_folders: folders on the command line without any document; complete once the iteration has ended.
    """

    paths: tuple[Path | Member, ...]
    more_suffixes: tuple[str, ...] = ()
    only: frozenset[str] | None = None
    without: frozenset[str] = frozenset()
    ignored: Ignored = field(factory=Ignored)
    skipped: Skipped = field(factory=Skipped)
    empty_folders: list[Path] = field(factory=list)
    _entered: set[str] = field(factory=set)  # real paths of folders
    _by_other_ways: set[str] = field(
        factory=set
    )  # real paths of files that were named themselves, or reached by a link

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
                yield from self._by_another_way(path)
            else:
                yield failed(path, Cause.UNSUPPORTED, f"no file but {kind_of(mode)}")

    def _folder(self, folder: Path) -> Iterator[Path | Result]:
        found, repeated = False, self.skipped.repeated
        for item in self._walk(folder):
            found = True
            yield item
        if not found and self.only is None and self.skipped.repeated == repeated:
            self.empty_folders.append(folder)

    def _walk(self, top: Path) -> Iterator[Path | Result]:
        self.ignored.begin(top)
        waiting = [top]
        while waiting:
            folder = waiting.pop()
            real = os.path.realpath(folder)
            if real in self.without:
                continue
            if real in self._entered:
                self.skipped.repeated += 1
                continue
            self._entered.add(real)
            try:
                with os.scandir(folder) as entries:
                    below = sorted(entries, key=lambda entry: entry.name)
            except OSError as error:
                yield unread(folder, error)
                continue
            if any(entry.name == FILE_NAME for entry in below):
                self.ignored.enter(folder)
            inner: list[Path] = []
            for entry in below:
                yield from self._entry(entry, folder / entry.name, real, inner)
            waiting.extend(reversed(inner))

    def _entry(
        self, entry: os.DirEntry[str], path: Path, real_folder: str, inner: list[Path]
    ) -> Iterator[Path | Result]:
        """What an entry of a folder is; folders to search are added to `inner`."""
        if entry.name.startswith(_HIDDEN):
            self.skipped.hidden += entry.name != FILE_NAME
            return
        try:
            is_folder, is_file = entry.is_dir(), entry.is_file()
            mode = 0 if is_folder or is_file else entry.stat().st_mode
        except OSError as error:
            if not self._is_wanted(path) and path.suffix:
                self.skipped.other += 1
            elif not self.ignored.leaves_out(path, folder=False):
                yield unread(path, error)
            return
        if is_folder:
            if not self.ignored.leaves_out(path, folder=True):
                inner.append(path)
        elif not self._is_wanted(path):
            self.skipped.other += 1
        elif self.ignored.leaves_out(path, folder=False):
            return
        elif not is_file:
            yield failed(path, Cause.UNSUPPORTED, f"no file but {kind_of(mode)}")
        elif entry.is_symlink():
            yield from self._by_another_way(path)
        else:
            yield from self._plain(path, os.path.join(real_folder, entry.name))  # noqa: PTH118 - a real path is text here

    def _plain(self, path: Path, real: str) -> Iterator[Path]:
        """A file found where it lies, in a folder that is searched once."""
        if real in self._by_other_ways:
            self.skipped.repeated += 1
        elif self.only is None or real in self.only:
            yield path

    def _by_another_way(self, path: Path) -> Iterator[Path]:
        """A file that was named itself or is reached by a link, unless it was found already."""
        real = Path(os.path.realpath(path))
        if str(real) in self._by_other_ways or self._was_searched(real):
            self.skipped.repeated += 1
            return
        self._by_other_ways.add(str(real))
        if self.only is None or str(real) in self.only:
            yield path

    def _was_searched(self, real: Path) -> bool:
        """Whether the file was, or is going to be, found in a folder that has been entered."""
        if str(real.parent) not in self._entered or real.name.startswith(_HIDDEN) or not self._is_wanted(real):
            return False
        return not self.ignored.leaves_out(real, folder=False, counted=False)

    def _is_wanted(self, path: Path) -> bool:
        return path.suffix.lower() in SUFFIXES + self.more_suffixes


def unread(path: Path, error: OSError | ValueError) -> Result:
    """The result for a path that the file system refused."""
    if isinstance(error, FileNotFoundError) and path.is_symlink():
        return failed(path, Cause.NOT_FOUND, "symbolic link to what does not exist")
    if isinstance(error, OSError) and error.errno == errno.ELOOP:
        return failed(path, Cause.NOT_FOUND, "symbolic links that lead round in a circle")
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
