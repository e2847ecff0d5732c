"""The files of waivers that the documents of a batch come under, each read once."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

from attrs import field, mutable

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

    def remarks(self, store: Store, day: date) -> tuple[WaiverRemark, ...]:
        """Entries that have expired by `day`, and entries that let nothing pass in any document of `store`."""
        found: list[WaiverRemark] = []
        query = "SELECT entry, max(used) FROM waiver_uses WHERE file = ? GROUP BY entry"
        for file in self.known:
            waivers = Waivers(today=day, given=file)
            for entry, used in store.db.execute(query, (str(file.path),)):
                waivers.note(file.path, entry, used=bool(used))
            waivers.prepare(())
            found.extend(waivers.remarks())
        return tuple(found)
