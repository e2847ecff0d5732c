"""Data that a page loads from files beside it, also where there is no server: scripts that hand it to one function."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from attrs import field, mutable

FOLDER: Final = "report-data"
_FILES_OF_A_FOLDER: Final = 500
# What would end a script or a line of it, and half characters, which UTF-8 does not hold.
_UNSAFE: Final = re.compile("[<>&\u2028\u2029\ud800-\udfff]")
_OURS: Final = re.compile(r"(?:list|cross|documents/\d{4})/\d{6}\.js")


def script_json(data: Any) -> str:
    """`data` as JSON that stays data inside a script and inside ``<script>``."""
    told = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", told)


@mutable(kw_only=True)
class Shelf:
    """Files of one kind, numbered from 0, each a list of entries; a file is closed when it is full.

    Attributes:
        folder: of the report. kind: ``list``, ``documents`` or ``cross``.
        most_entries, most_characters: after which a file is full.
    """

    folder: Path
    kind: str
    most_entries: int
    most_characters: int
    files: int = 0
    _entries: list[str] = field(factory=list)
    _characters: int = 0

    def add(self, entry: Any) -> int:
        """Put an entry in; returns the number of its file."""
        told = script_json(entry)
        self._entries.append(told)
        self._characters += len(told)
        at = self.files
        if len(self._entries) >= self.most_entries or self._characters >= self.most_characters:
            self.close()
        return at

    def close(self) -> None:
        """Write the last file, if there is anything in it."""
        if not self._entries:
            return
        path = self.folder / FOLDER / name_of(self.kind, self.files)
        path.parent.mkdir(parents=True, exist_ok=True)
        body = ",\n".join(self._entries)
        path.write_text(f'govreply("{self.kind}",{self.files},[\n{body}\n]);\n', encoding="utf-8", newline="\n")
        self.files += 1
        self._entries.clear()
        self._characters = 0


def name_of(kind: str, number: int) -> str:
    """Name of a file within the folder of data; the page makes it in the same way."""
    part = f"/{number // _FILES_OF_A_FOLDER:04d}" if kind == "documents" else ""
    return f"{kind}{part}/{number:06d}.js"


def drop_others(folder: Path, shelves: tuple[Shelf, ...]) -> None:
    """Delete the files that an earlier report left there and this one does not have; no other file is touched."""
    files = {shelf.kind: shelf.files for shelf in shelves}
    for path in _ours(folder / FOLDER):
        kind = path.relative_to(folder / FOLDER).parts[0]
        if int(path.stem) >= files[kind]:
            path.unlink()


def _ours(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*.js")):
        if _OURS.fullmatch(path.relative_to(folder).as_posix()):
            yield path
