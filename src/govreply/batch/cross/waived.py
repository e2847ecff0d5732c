"""Which findings over many documents a person has decided to let pass: by a file of waivers, or a comment in a document."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from datetime import date
from pathlib import Path
from typing import Final

from attrs import define, field

from govreply.batch.cross.base import CrossPlace
from govreply.batch.cross.view import View
from govreply.batch.names import original
from govreply.batch.record import unpacked
from govreply.batch.waiving import WaiverFiles
from govreply.findings import Waiver
from govreply.rules.across import CODES
from govreply.waivers import WaiverFile, Waivers, comment_for, rule_named

_MARK: Final = "govreply"  # in every comment that waives


@define
class Decisions:
    """The waivers of a batch, and which of them let something pass.

    Attributes:
        files: that its documents come under. day: by which they expire.
    """

    view: View
    files: WaiverFiles
    day: date
    _used: dict[tuple[str, int], int] = field(factory=dict)
    _met: dict[tuple[str, int], int] = field(factory=dict)  # on the problem that is being looked at

    def on(self, rule: str, place: CrossPlace) -> Waiver | None:
        """The waiver of a rule for the document of a place, or for those of the row that it is in."""
        if place.input is not None:
            return self._for_document(rule, place.input)
        inputs = self.view.filed.at(place.row).inputs if place.row is not None else ()
        return next((waiver for key in inputs if (waiver := self._for_document(rule, key)) is not None), None)

    def settle(self, *, lets_pass: bool) -> None:
        """End with a problem: the entries that :meth:`on` came upon were of use if they let it pass as a whole."""
        if lets_pass:
            for entry, key in self._met.items():
                self._used.setdefault(entry, key)
        self._met.clear()

    def note_uses(self, rules: Collection[str]) -> None:
        """Keep which entries that name one of `rules`, which were run, let something pass, and which did not."""
        unused = set()
        for file in self.files.known:
            for index, waiver in enumerate(file.waivers):
                name = rule_named(waiver.rule)
                if name not in CODES:
                    continue
                self._forget(file, index)
                used_in = self._used.get((str(file.path), index))
                if used_in is not None:
                    self._keep(used_in, file, index, used=True)
                elif name in rules:
                    unused.add((file.path, index))
        self._note_unused(unused)

    def _note_unused(self, unused: set[tuple[Path, int]]) -> None:
        """Keep of each the first document that it speaks of, if there is one."""
        rows = self._documents("JOIN temp.ranks r ON r.id = i.id ORDER BY r.rank") if unused else iter(())
        for key, path, number in rows:
            file = self.files.of(path)
            for index, _, _ in self._entries(file, path, number):
                if (file.path, index) in unused:
                    self._keep(key, file, index, used=False)
                    unused.discard((file.path, index))

    def _for_document(self, rule: str, key: int) -> Waiver | None:
        ((_, path, number),) = self._documents("WHERE i.id = ?", key)
        file = self.files.of(path)
        for index, waiver, holds in self._entries(file, path, number):
            if holds and rule_named(waiver.rule) == rule:
                self._met.setdefault((str(file.path), index), key)
                return waiver
        return self._comment(rule, key, path)

    def _entries(self, file: WaiverFile, path: Path, number: str | None) -> Iterator[tuple[int, Waiver, bool]]:
        return Waivers(today=self.day, given=file).entries(path, number) if file.waivers else iter(())

    def _comment(self, rule: str, key: int, path: Path) -> Waiver | None:
        (row,) = self.view.rows("SELECT text, media_type FROM documents WHERE input = ?", key)
        text = unpacked(row["text"]) if row["text"] is not None else ""
        return comment_for(text, row["media_type"], str(path), rule) if _MARK in text else None

    def _documents(self, which: str, *values: int) -> Iterator[tuple[int, Path, str | None]]:
        query = "SELECT i.id, i.path, d.number FROM inputs i LEFT JOIN documents d ON d.input = i.id"
        for key, path, number in self.view.rows(f"{query} {which}", *values):
            yield key, Path(os.path.abspath(original(path))), number  # noqa: PTH100 - a link lies where it lies

    def _forget(self, file: WaiverFile, index: int) -> None:
        self.view.db.execute("DELETE FROM waiver_uses WHERE file = ? AND entry = ?", (str(file.path), index))

    def _keep(self, key: int, file: WaiverFile, index: int, *, used: bool) -> None:
        row = (key, str(file.path), index, int(used))
        self.view.db.execute("INSERT INTO waiver_uses VALUES (?, ?, ?, ?)", row)
