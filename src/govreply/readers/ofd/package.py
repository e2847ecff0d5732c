"""The parts of an OFD file (GB/T 33190-2016, 6 and 7.1 to 7.6) and how they refer to each other."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from attrs import frozen

from govreply.errors import Cause, UnreadableError
from govreply.readers.budget import Budget
from govreply.readers.ofd.names import Element, child, children, kind, text
from govreply.readers.zipped import Archive, part_name

MAIN = "ofd.xml"
_ENCRYPTIONS = "encryptions.xml"


@frozen(eq=False)
class Part:
    """An XML part and where it lies, from which its references count."""

    name: str
    root: Element


class Package:
    """An opened OFD file.

    Raises:
        UnreadableError: as :class:`~govreply.readers.zipped.Archive`; ``encrypted`` too where the file says that its parts
            are (GM/T 0099), and ``unsupported`` where it has no main part.
    """

    def __init__(self, data: bytes, budget: Budget) -> None:
        self._archive = Archive(data, budget)
        self._budget = budget
        self._check_encryption()
        if not self._archive.has(MAIN):
            raise self._archive.unsupported("OFD without its main part OFD.xml")
        self.main = Part(MAIN, self._archive.xml(MAIN))
        if kind(self.main.root) != "OFD":
            raise self._archive.unsupported(f"OFD.xml holds {kind(self.main.root)} and no OFD")

    def find(self, place: str, *bases: Part) -> str | None:
        """The name of the part at `place` (ST_Loc, 6.4).

        It counts from the root where it begins with ``/``, else from the folder of the first of `bases` that has it, and
        last from the root all the same, as some write it so.
        """
        if not place:
            return None
        candidates = [] if place.startswith("/") else [_beside(base.name, place) for base in bases]
        return next((name for name in [*candidates, part_name(place)] if self._archive.has(name)), None)

    def part(self, place: str, *bases: Part) -> Part | None:
        """The part at `place`; ``None`` where there is none."""
        name = self.find(place, *bases)
        return None if name is None else Part(name, self._archive.xml(name))

    def needed(self, place: str, *bases: Part) -> Part:
        """The part at `place`, without which there is nothing to read."""
        found = self.part(place, *bases)
        if found is None:
            raise self._archive.corrupt(f"{place or 'a part'}: missing, though {bases[0].name} refers to it")
        return found

    def documents(self) -> Iterator[tuple[Element, Part]]:
        """The bodies of the file and the root part of each."""
        for body in children(self.main.root, "DocBody"):
            yield body, self.needed(text(child(body, "DocRoot")), self.main)

    def corrupt(self, detail: str) -> UnreadableError:
        """The error for a damaged file."""
        return self._archive.corrupt(detail)

    def _check_encryption(self) -> None:
        for name in self._archive.names():
            if posixpath.basename(name) != _ENCRYPTIONS:
                continue
            if any(kind(element) == "EncryptInfo" for element in self._archive.xml(name).iter()):
                raise UnreadableError(self._budget.name, Cause.ENCRYPTED, f"{name}: parts of the file are encrypted")


def _beside(name: str, place: str) -> str:
    return part_name(posixpath.join(posixpath.dirname(name), place.replace("\\", "/")))
