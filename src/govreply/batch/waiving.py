"""The files of waivers that the documents of a batch come under, each read once."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from attrs import field, mutable

from govreply.batch.names import original
from govreply.batch.store import Store
from govreply.batch.work import NO_WAIVERS
from govreply.findings import WaiverRemark
from govreply.waivers import WaiverFile, Waivers, find, load

_FOLDERS_KEPT = 10_000  # documents of one folder follow each other, so old entries are of no use


@mutable
class WaiverFiles:
    """Finds the file of waivers of a document.

    Attributes:
        given: the file that holds for all; else each document has the nearest one.
    """

    given: WaiverFile | None = None
    _files: dict[Path, WaiverFile] = field(factory=dict)
    _of_folder: dict[str, WaiverFile] = field(factory=dict)

    def of(self, document: Path) -> WaiverFile:
        """The file that `document` comes under, :data:`NO_WAIVERS` for none.

        Raises:
            WaiverError: if that file cannot be used.
        """
        if self.given is not None:
            return self.given
        folder = os.path.dirname(os.path.abspath(document))  # noqa: PTH100, PTH120 - a link lies where it lies
        if folder not in self._of_folder:
            if len(self._of_folder) >= _FOLDERS_KEPT:
                self._of_folder.clear()
            self._of_folder[folder] = self._nearest(document)
        return self._of_folder[folder]

    def _nearest(self, document: Path) -> WaiverFile:
        path = find(document)
        if path is None:
            return NO_WAIVERS
        if path not in self._files:
            self._files[path] = load(path)
        return self._files[path]

    @property
    def known(self) -> tuple[WaiverFile, ...]:
        """The files that documents were found to come under."""
        return (self.given,) if self.given else tuple(self._files.values())

    def remarks(self, store: Store, day: date, searched: Sequence[Path] = ()) -> tuple[WaiverRemark, ...]:
        """Entries that have expired by `day`, and entries that let nothing pass in any document of `store`.

        Args:
            searched: the folders that were searched; an entry for what is not in them may speak of other documents.
        """
        found: list[WaiverRemark] = []
        query = "SELECT entry, max(used) FROM waiver_uses WHERE file = ? GROUP BY entry"
        for file in self.known:
            waivers = Waivers(today=day, given=file)
            for entry, used in store.db.execute(query, (str(file.path),)):
                waivers.note(file.path, entry, used=bool(used))
            for entry in self._without_document(store, file, day, searched):
                waivers.note(file.path, entry, used=False)
            waivers.prepare(())
            found.extend(waivers.remarks())
        return tuple(found)

    def _without_document(self, store: Store, file: WaiverFile, day: date, searched: Sequence[Path]) -> set[int]:
        """The entries of `file` that speak of no document there is: none of `store`, and none that was not searched for."""
        folder = Path(os.path.realpath(file.path)).parent
        is_searched = any(folder.is_relative_to(os.path.realpath(path)) for path in searched)
        left = {
            index
            for index, waiver in enumerate(file.waivers)
            if is_searched or _names_nothing(folder, waiver.document or "")
        }
        if left:
            left -= self._spoken_of(store, file, day, left)
        return left

    def _spoken_of(self, store: Store, file: WaiverFile, day: date, wanted: set[int]) -> set[int]:
        waivers, met = Waivers(today=day, given=file), set[int]()
        query = "SELECT i.path, d.number FROM inputs i LEFT JOIN documents d ON d.input = i.id WHERE i.state <> 'gone'"
        for stored, number in store.db.execute(query):
            path = Path(os.path.abspath(original(stored)))  # noqa: PTH100 - a link lies where it lies
            if self.of(path) is file:
                met |= {index for index, _, _ in waivers.entries(path, number)}
            if met >= wanted:
                break
        return met


def _names_nothing(folder: Path, document: str) -> bool:
    """Whether `document` is the path of a file, without wildcards, at which there is none."""
    return "/" in document and not set("*?[") & set(document) and not os.path.lexists(folder / document)
