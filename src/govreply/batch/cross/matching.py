"""Which documents an entry of the catalogue speaks of: by file name, else archive code, document number, title."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from attrs import define, field

from govreply.batch.catalogue.fields import Field
from govreply.batch.catalogue.table import Entry
from govreply.batch.catalogue.values import plain_number, plain_title

if TYPE_CHECKING:
    from govreply.batch.cross.view import View

_SEPARATORS: Final = re.compile(r"[;；|\r\n]+|[,，、](?=[^,，、;；]*\.[A-Za-z]{2,4}\b)")
_NO_SIGN: Final = re.compile(r"[\W_]+")
_LEAST_CODE: Final = 8  # letters and digits of an archive code that a file can be named after
_MOST_PREFIXES: Final = 12
_LONGEST_SUFFIX: Final = 5


def match(entries: Sequence[Entry], view: View) -> list[tuple[int, ...]]:
    """The ids of the documents of each entry, in order of their paths; a file that is named and not there gives none."""
    index = _Index()
    query = "SELECT i.id, i.path, i.member, d.number, d.title FROM inputs i LEFT JOIN documents d ON d.input = i.id"
    for row in view.rows(f"{query} WHERE i.state <> 'gone' ORDER BY i.path, i.member"):
        index.add(
            row["id"], f"{row['path']}/{row['member']}" if row["member"] else row["path"], row["number"], row["title"]
        )
    return [index.of(entry) for entry in entries]


@define
class _Index:
    """Documents by everything that an entry can name them by."""

    _paths: dict[int, tuple[str, ...]] = field(factory=dict)
    _by_name: dict[str, list[int]] = field(factory=lambda: defaultdict(list))
    _by_stem: dict[str, list[int]] = field(factory=lambda: defaultdict(list))
    _by_folder: dict[str, list[int]] = field(factory=lambda: defaultdict(list))
    _by_code: dict[str, list[int]] = field(factory=lambda: defaultdict(list))
    _by_number: dict[str, list[int]] = field(factory=lambda: defaultdict(list))
    _by_title: dict[str, list[int]] = field(factory=lambda: defaultdict(list))

    def add(self, key: int, path: str, number: str | None, title: str | None) -> None:
        parts = _parts(path)
        name = parts[-1]
        stem = _stem(name)
        self._paths[key] = parts
        self._by_name[name].append(key)
        self._by_stem[stem].append(key)
        for folder in set(parts[:-1]):
            self._by_folder[folder].append(key)
        for code in {*_codes(stem), *(_code(folder) for folder in parts[:-1])}:
            self._by_code[code].append(key)
        if number:
            self._by_number[plain_number(number)].append(key)
        for known in {plain_title(title or ""), plain_title(stem)}:
            self._by_title[known].append(key)

    def of(self, entry: Entry) -> tuple[int, ...]:
        named = entry.get(Field.FILE)
        if named:
            return tuple(dict.fromkeys(key for name in _SEPARATORS.split(named) for key in self._file(name)))
        return tuple(next((found for found in self._others(entry) if found), ()))

    def _others(self, entry: Entry) -> Iterator[Sequence[int]]:
        code = _code(entry.get(Field.CODE))
        if len(code) >= _LEAST_CODE:
            yield self._by_code.get(code, ())
        if entry.get(Field.NUMBER):
            yield self._by_number.get(plain_number(entry.get(Field.NUMBER)), ())
        title = plain_title(entry.get(Field.TITLE))
        if title:
            yield self._by_title.get(title, ())

    def _file(self, written: str) -> Iterable[int]:
        """Documents called `written`: a path's end, a name, a name without ending or with that of another format, a folder."""
        parts = _parts(written.strip())
        if not parts:
            return ()
        for known, key in ((self._by_name, parts[-1]), (self._by_stem, parts[-1]), (self._by_stem, _stem(parts[-1]))):
            found = known.get(key, [])
            if len(found) > 1:
                found = [k for k in found if self._is_in(k, parts[:-1])] or found
            if found:
                return found
        return self._by_folder.get(parts[-1], ())

    def _is_in(self, key: int, folders: tuple[str, ...]) -> bool:
        path = self._paths[key][:-1]
        return path[len(path) - len(folders) :] == folders


def _parts(path: str) -> tuple[str, ...]:
    plain = unicodedata.normalize("NFC", path).replace("\\", "/").casefold()
    return tuple(part.strip() for part in PurePosixPath(plain).parts if part.strip(" /") not in ("", ".", ".."))


def _stem(name: str) -> str:
    stem, dot, suffix = name.rpartition(".")
    return (
        stem if dot and stem and len(suffix) <= _LONGEST_SUFFIX and suffix.isalnum() and not suffix.isdigit() else name
    )


def _codes(stem: str) -> Iterator[str]:
    """A file's name and its beginnings up to each sign that is no letter or digit: files of one 件 add -001 to its code."""
    ends = [found.start() for found in _NO_SIGN.finditer(stem)][:_MOST_PREFIXES]
    for end in (*ends, len(stem)):
        code = _code(stem[:end])
        if len(code) >= _LEAST_CODE:
            yield code


def _code(text: str) -> str:
    return _NO_SIGN.sub("", unicodedata.normalize("NFKC", text)).casefold()
