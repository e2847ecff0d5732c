"""The package that a DOCX file is (ISO/IEC 29500-2): an archive whose parts say what they refer to."""

from __future__ import annotations

import posixpath

from attrs import define, frozen

from govreply.readers.docx.names import children
from govreply.readers.zipped import Archive, part_name


@frozen
class Relation:
    """Where a part refers to: `kind` is the last word of the relation's type (``styles``, ``header``)."""

    identifier: str
    kind: str
    target: str


@define
class Package(Archive):
    """An opened file; see :class:`~govreply.readers.zipped.Archive` for what it raises."""

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
            resolved = part_name(target if target.startswith("/") else posixpath.join(folder, target))
            identifier = item.get("Id", "")
            found[identifier] = Relation(identifier, item.get("Type", "").rpartition("/")[2], resolved)
        return found
