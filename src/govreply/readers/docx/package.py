"""The zip archive of a DOCX file (ISO/IEC 29500-2): its parts, their relations, and XML that can do no harm.

Parts are read one by one as they are asked for, and only those that the document refers to; no name of a member is ever
used as a path. XML with a document type declaration is refused (ISO/IEC 29500-2, 6.2.5), so that there are no entities.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from functools import cached_property

from attrs import define, field, frozen
from lxml import etree

from govreply.errors import Cause, UnreadableError
from govreply.readers.budget import Budget
from govreply.readers.docx.names import Element, children

_CHUNK = 1024 * 1024
_ENCRYPTED_FLAG = 0x1
_DOCTYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))
_TOO_DEEP = "Excessive depth"


@frozen
class Relation:
    """Where a part refers to: `kind` is the last word of the relation's type (``styles``, ``header``)."""

    identifier: str
    kind: str
    target: str


@define
class Package:
    """An opened archive.

    Raises:
        UnreadableError: ``corrupt`` for a damaged archive, ``encrypted``, or ``limit`` for too many members.
    """

    _data: bytes
    _budget: Budget
    _unpacked: int = field(default=0, init=False)

    @cached_property
    def _archive(self) -> zipfile.ZipFile:
        try:
            return zipfile.ZipFile(io.BytesIO(self._data))
        except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError) as error:
            raise self.corrupt(f"zip archive: {error}") from error

    @cached_property
    def _members(self) -> dict[str, zipfile.ZipInfo]:
        infos = self._archive.infolist()
        if len(infos) > self._budget.limits.zip_members:
            raise self._budget.passed("zip_members", self._budget.limits.zip_members, f"{len(infos)} members")
        return {_part_name(info.filename): info for info in infos if not info.is_dir()}

    def has(self, name: str) -> bool:
        """Whether there is a part of that name; names are compared without regard to case."""
        return name.lower() in self._members

    def names(self) -> tuple[str, ...]:
        """The names of all parts in lower case."""
        return tuple(self._members)

    def relations(self, part: str = "") -> dict[str, Relation]:
        """What `part` (or the package itself) refers to inside the package, by identifier."""
        folder, base = posixpath.split(part)
        name = posixpath.join(folder, "_rels", base + ".rels")
        root = self.xml(name) if self.has(name) else None
        found: dict[str, Relation] = {}
        for item in children(root, "rel:Relationship"):
            target = item.get("Target", "")
            if item.get("TargetMode") == "External" or not target:
                continue
            resolved = _part_name(target if target.startswith("/") else posixpath.join(folder, target))
            identifier = item.get("Id", "")
            found[identifier] = Relation(identifier, item.get("Type", "").rpartition("/")[2], resolved)
        return found

    def xml(self, name: str) -> Element:
        """The root of the XML part called `name`, which exists."""
        data = self._read(name)
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
                limit = self._budget.limits.xml_nesting
                raise self._budget.passed("xml_nesting", limit, f"{name}: elements nested more deeply") from error
            raise self.corrupt(f"{name}: {error}") from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise self.corrupt(f"{name}: document type declaration")
        limit = self._budget.limits.xml_nesting
        if root.xpath("boolean(" + "/*" * (limit + 1) + ")"):
            raise self._budget.passed("xml_nesting", limit, f"{name}: elements nested more deeply")
        return root

    def corrupt(self, detail: str) -> UnreadableError:
        """The error for a damaged file."""
        return UnreadableError(self._budget.name, Cause.CORRUPT, detail)

    def unsupported(self, detail: str) -> UnreadableError:
        """The error for a file that is sound and something else."""
        return UnreadableError(self._budget.name, Cause.UNSUPPORTED, detail)

    def _read(self, name: str) -> bytes:
        info = self._members[name.lower()]
        if info.flag_bits & _ENCRYPTED_FLAG:
            raise UnreadableError(self._budget.name, Cause.ENCRYPTED, f"{name} is behind a password")
        chunks: list[bytes] = []
        try:
            with self._archive.open(info) as stream:
                # sizes that the archive states may lie; what comes out is counted
                while chunk := stream.read(_CHUNK):
                    chunks.append(chunk)
                    self._count(name, len(chunk), sum(map(len, chunks)), info.compress_size)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError) as error:
            raise self.corrupt(f"{name}: {error}") from error
        return b"".join(chunks)

    def _count(self, name: str, more: int, size: int, packed: int) -> None:
        limits = self._budget.limits
        self._unpacked += more
        if self._unpacked > limits.unpacked_bytes:
            raise self._budget.passed("unpacked_bytes", limits.unpacked_bytes, f"more in {name}")
        if size > _CHUNK and size > limits.zip_ratio * max(packed, 1):
            raise self._budget.passed("zip_ratio", limits.zip_ratio, f"{name} unpacks to more than {size} bytes")


def _part_name(name: str) -> str:
    """A member's name as the package knows it: from the root, no way out of it, in lower case."""
    return posixpath.normpath("/" + name.replace("\\", "/")).lstrip("/").lower()
