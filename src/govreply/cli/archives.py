"""What ``check --zip`` reads: the documents in zip archives, without ever writing one of them to a file.

A member is called as in ``archive.zip!/folder/inner.md``. Archives may lie in archives, but no deeper than that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from govreply.batch.members import INSIDE, written_name
from govreply.cli.inputs import SUFFIXES, Member, failed, unread
from govreply.errors import Cause, UnreadableError
from govreply.findings import Result
from govreply.limits import Limits
from govreply.readers import sniff
from govreply.readers.budget import Budget
from govreply.readers.zipped import Archive, entry_name

SUFFIX = ".zip"
_DEEPEST = 2
_JUNK = "__MACOSX"  # what one system puts beside each file
_DRIVE = ":"
_HEAD = 4


def expand(items: Iterable[Path | Member | Result], limits: Limits) -> Iterator[Path | Member | Result]:
    """`items` with the documents of each archive in its place; whatever is wrong with one becomes a result that says so."""
    for item in items:
        if not isinstance(item, Path) or not _may_be_archive(item):
            yield item
            continue
        try:
            with item.open("rb") as file:
                data = file.read(limits.bytes + 1)
        except OSError as error:
            yield unread(item, error)
            continue
        if sniff.binary_format(data) != sniff.ZIP:
            yield item
            continue
        yield from _members(item, str(item), data, Budget(str(item), limits), 1)


def _may_be_archive(path: Path) -> bool:
    if path.suffix.lower() == SUFFIX:
        return True
    try:
        with path.open("rb") as file:
            return file.read(_HEAD).startswith(b"PK")
    except OSError:
        return False  # the reader will say so


def _members(path: Path, name: str, data: bytes, budget: Budget, depth: int) -> Iterator[Member | Result]:
    if depth > _DEEPEST:
        yield failed(name, Cause.LIMIT, f"archives lie in each other more than {_DEEPEST} deep")
        return
    archive = Archive(data, budget)
    seen: set[str] = set()
    found = False
    try:
        budget.check_bytes(len(data))
        entries = archive.entries
    except UnreadableError as error:
        yield failed(name, error.cause, error.detail)
        return
    for entry in entries:
        written = written_name(entry_name(entry))
        if not _is_wanted(written):
            continue
        found = True
        inner = f"{name}{INSIDE}{written}"
        if _leads_out(written):
            yield failed(inner, Cause.CORRUPT, "name leads out of the archive")
        elif written in seen:
            yield failed(inner, Cause.CORRUPT, "second member of that name in the archive")
        else:
            seen.add(written)
            try:
                content = archive.unpack(entry)
            except UnreadableError as error:
                yield failed(inner, error.cause, error.detail)
                continue
            if sniff.binary_format(content) == sniff.ZIP:
                yield from _members(path, inner, content, budget, depth + 1)
            else:
                yield Member(path, inner, content)
    if not found:
        yield failed(name, Cause.EMPTY, "archive without a document")


def _is_wanted(name: str) -> bool:
    parts = PurePosixPath(name).parts
    hidden = any(part.startswith(".") and part != ".." for part in parts) or _JUNK in parts
    return not hidden and PurePosixPath(name).suffix.lower() in (*SUFFIXES, SUFFIX)


def _leads_out(name: str) -> bool:
    return name.startswith("/") or ".." in name.split("/") or name[1:2] == _DRIVE
