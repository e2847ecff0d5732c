"""Zip archives that can do no harm, and the XML in them: what the readers of DOCX and OFD files have in common.

Members are unpacked one by one as they are asked for, and only those that a document refers to; no name of a member is
ever used as a path. XML with a document type declaration is refused, so that there are no entities, and nothing outside
of the archive is ever fetched.
"""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from functools import cached_property

from attrs import define
from lxml import etree

from govreply.errors import Cause, UnreadableError
from govreply.readers.budget import Budget
from govreply.readers.zip_directory import listed_names

Element = etree._Element

_CHUNK = 1024 * 1024
_ENCRYPTED_FLAG = 0x1
_UTF8_FLAG = 0x800
_DOCTYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))
_TOO_DEEP = "Excessive depth"
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, struct.error)


@define
class Archive:
    """An opened archive.

    Attributes:
        budget: what counts what is unpacked; may be replaced by another one between two documents.

    Raises:
        UnreadableError: ``corrupt`` for a damaged archive, ``encrypted``, or ``limit`` for too many members, a member that
            unpacks to far more than it holds, or too much altogether. Methods raise it as they come upon it.
    """

    _data: bytes
    budget: Budget

    @cached_property
    def _archive(self) -> zipfile.ZipFile:
        listed = sum(1 for _ in listed_names(self._data, self.budget.limits.zip_members + 1))
        if listed > self.budget.limits.zip_members:
            raise self._too_many(f"{listed} members or more")
        try:
            return zipfile.ZipFile(io.BytesIO(self._data))
        except _BROKEN as error:
            raise self.corrupt(f"zip archive: {error}") from error

    @cached_property
    def entries(self) -> tuple[zipfile.ZipInfo, ...]:
        """All members but folders, in the order of the archive."""
        infos = self._archive.infolist()
        if len(infos) > self.budget.limits.zip_members:
            raise self._too_many(f"{len(infos)} members")
        return tuple(info for info in infos if not info.filename.endswith("/"))

    @cached_property
    def _members(self) -> dict[str, zipfile.ZipInfo]:
        return {part_name(entry_name(info)): info for info in self.entries}

    def has(self, name: str) -> bool:
        """Whether there is a member of that name; names are compared without regard to case."""
        return name.lower() in self._members

    def names(self) -> tuple[str, ...]:
        """The names of all members as :func:`part_name` gives them."""
        return tuple(self._members)

    def content(self, name: str) -> bytes:
        """The unpacked member called `name`, which exists."""
        return self.unpack(self._members[name.lower()])

    def unpack(self, info: zipfile.ZipInfo) -> bytes:
        """A member's bytes."""
        name = entry_name(info)
        if info.flag_bits & _ENCRYPTED_FLAG:
            raise UnreadableError(self.budget.name, Cause.ENCRYPTED, f"{name} is behind a password")
        chunks: list[bytes] = []
        size = 0
        try:
            with self._archive.open(info) as stream:
                # sizes that the archive states may lie; what comes out is counted
                while chunk := stream.read(_CHUNK):
                    chunks.append(chunk)
                    size += len(chunk)
                    self._count(name, len(chunk), size, info.compress_size)
        except _BROKEN as error:
            raise self.corrupt(f"{name}: {error}") from error
        except RuntimeError as error:  # how zipfile asks for a password that the flags do not speak of
            raise UnreadableError(self.budget.name, Cause.ENCRYPTED, f"{name}: {error}") from error
        return b"".join(chunks)

    def xml(self, name: str) -> Element:
        """The root of the XML member called `name`, which exists."""
        data = self.content(name)
        if any(doctype in data for doctype in _DOCTYPES):
            raise self.corrupt(f"{name}: document type declaration")
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            dtd_validation=False,
            attribute_defaults=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            if _TOO_DEEP in str(error):
                raise self._too_deep(name) from error
            raise self.corrupt(f"{name}: {error}") from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise self.corrupt(f"{name}: document type declaration")
        self._check_depth(root, name)
        return root

    def corrupt(self, detail: str) -> UnreadableError:
        """The error for a damaged file."""
        return UnreadableError(self.budget.name, Cause.CORRUPT, detail)

    def unsupported(self, detail: str) -> UnreadableError:
        """The error for a file that is sound and something else."""
        return UnreadableError(self.budget.name, Cause.UNSUPPORTED, detail)

    def _check_depth(self, root: Element, name: str) -> None:
        depth = 0
        for event, _ in etree.iterwalk(root, events=("start", "end")):
            depth += 1 if event == "start" else -1
            if depth > self.budget.limits.xml_nesting:
                raise self._too_deep(name)

    def _count(self, name: str, more: int, size: int, packed: int) -> None:
        limits = self.budget.limits
        self.budget.add_unpacked(more, name)
        if size > _CHUNK and size > limits.zip_ratio * max(packed, 1):
            raise self.budget.passed("zip_ratio", limits.zip_ratio, f"{name} unpacks to more than {size} bytes")

    def _too_many(self, found: str) -> UnreadableError:
        return self.budget.passed("zip_members", self.budget.limits.zip_members, found)

    def _too_deep(self, name: str) -> UnreadableError:
        return self.budget.passed("xml_nesting", self.budget.limits.xml_nesting, f"{name}: elements nested more deeply")


def part_name(name: str) -> str:
    """A member's name as documents refer to it: from the root, no way out of it, ``/`` between folders, in lower case."""
    return posixpath.normpath("/" + name.replace("\\", "/")).lstrip("/").lower()


def entry_name(info: zipfile.ZipInfo) -> str:
    """A member's name as its maker wrote it: without the UTF-8 flag it is UTF-8 all the same, or GB 18030, or CP437."""
    if info.flag_bits & _UTF8_FLAG or info.filename.isascii():
        return info.filename
    try:
        raw = info.filename.encode("cp437")
    except UnicodeEncodeError:
        return info.filename
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return info.filename
