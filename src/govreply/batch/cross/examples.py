"""The examples that prove a rule over many replies: bundles of letters on which it speaks, and on which it keeps silent."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Final

from attrs import evolve, field, frozen

from govreply.batch.catalogue.fields import Field
from govreply.batch.catalogue.sheets import Row, Sheet
from govreply.batch.catalogue.table import Catalogue, understood
from govreply.batch.cross.base import CrossRule
from govreply.batch.cross.view import View
from govreply.batch.record import Record
from govreply.batch.store import Store
from govreply.batch.work import Task, check_one
from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.testing import Format, Letter

Content = Letter | str | bytes
Table = tuple[tuple[str, ...], ...]

_FORMATS: Final = {
    ".txt": Format.TEXT,
    ".html": Format.HTML,
    ".docx": Format.DOCX,
    ".ofd": Format.OFD,
    ".pdf": Format.PDF,
}


@frozen(kw_only=True)
class Bundle:
    """A batch.

    Attributes:
        files: path → a letter, which the ending of the path says how to write, or the content itself.
        catalogue: header and rows of the catalogue; none where empty.
        today: the day to judge by.
    """

    files: Mapping[str, Content]
    catalogue: Table = ()
    today: date | None = None

    def but(self, *, catalogue: Table | None = None, **changed: Content) -> Bundle:
        """The same with other or further files (``a.md`` as ``a``) and another catalogue."""
        named = {f"{name}.md": content for name, content in changed.items()}
        return evolve(
            self,
            files={**self.files, **named},
            catalogue=self.catalogue if catalogue is None else catalogue,
        )


@frozen
class Violates:
    """A bundle in which the rule finds exactly one contradiction.

    Attributes:
        at: all places in order: path of the document, or row of the catalogue as ``目录:3``, and the text there, blanks left
            out, ``""`` for a whole document.
        note: what goes wrong here, in Chinese; shown on the rule's page.
        severity: where it is not the rule's own.
    """

    bundle: Bundle
    at: tuple[tuple[str, str], ...]
    note: str
    severity: Severity | None = None


@frozen
class Passes:
    """A bundle on which the rule keeps silent; ``note`` says, in Chinese, which look-alike it is."""

    bundle: Bundle
    note: str


@frozen
class _Checked:
    """Records of examples are kept: rules share their letters."""

    records: dict[tuple[str, bytes], Record] = field(factory=dict)

    def record(self, path: str, data: bytes) -> Record:
        key = (path, data)
        if key not in self.records:
            task = Task(input=0, path=path, absolute=path, data=data, day=date(2024, 1, 1))
            record = check_one(task)
            assert isinstance(record, Record)  # noqa: S101 - a digest comes alone only for what is known already
            self.records[key] = record
        return self.records[key]


_CHECKED: Final = _Checked()


def stored(items: Mapping[str, Content]) -> Store:
    """A store in memory that holds the documents `items`, checked."""
    db = sqlite3.connect(":memory:", isolation_level=None)
    db.row_factory = sqlite3.Row
    db.execute("PRAGMA foreign_keys = ON")
    db.executescript(files("govreply.batch").joinpath("schema.sql").read_text(encoding="utf-8"))
    store = Store(Path(), db)
    run = store.begin_run("{}")
    put(store, run, items.items())
    store.flush()
    return store


def put(store: Store, run: int, items: Iterable[tuple[str, Content]]) -> None:
    """Check documents and put them into a store."""
    for path, content in items:
        store.put(run, store.found(run, path), _CHECKED.record(path, _bytes(path, content)))


def _bytes(path: str, content: Content) -> bytes:
    if isinstance(content, Letter):
        return content.to_file(_FORMATS.get(Path(path).suffix, Format.MARKDOWN))
    return content.encode() if isinstance(content, str) else content


@frozen
class Shown:
    """A place of a finding as a person is shown it.

    Attributes:
        where: path of the document with the number of the line, or row of the catalogue.
        line: the line there, or what the cell holds; ``""`` for a whole document.
        start, end: what of the line is meant, as code points.
    """

    where: Bilingual
    label: Bilingual
    line: str = ""
    start: int = 0
    end: int = 0


@frozen
class Outcome:
    """What a rule says of a bundle."""

    severity: Severity
    message: Bilingual
    places: tuple[Shown, ...]
    suggestion: Bilingual | None = None


def catalogue_of(bundle: Bundle) -> Catalogue | None:
    """The catalogue of a bundle as if it had been read."""
    if not bundle.catalogue:
        return None
    rows = tuple(Row(number, cells) for number, cells in enumerate(bundle.catalogue, start=1))
    return understood(Path("目录"), [Sheet("", rows)])


def outcomes(rule: CrossRule, bundle: Bundle) -> list[Outcome]:
    """What `rule` says of `bundle`."""
    from govreply.batch.cross.engine import apply

    store = stored(bundle.files)
    apply(store, catalogue=catalogue_of(bundle), today=bundle.today, rules=(rule,))
    view = View(store.db)
    return [_outcome(view, row) for row in store.db.execute("SELECT * FROM cross_findings ORDER BY id")]


def _outcome(view: View, finding: sqlite3.Row) -> Outcome:
    rows = view.rows("SELECT * FROM cross_places WHERE finding = ? ORDER BY ordinal", finding["id"])
    suggestion = Bilingual(finding["suggestion_zh"], finding["suggestion_en"]) if finding["suggestion_zh"] else None
    return Outcome(
        Severity(finding["severity"]),
        Bilingual(finding["message_zh"], finding["message_en"]),
        tuple(_shown(view, row) for row in rows),
        suggestion,
    )


def _shown(view: View, place: sqlite3.Row) -> Shown:
    label = Bilingual(place["label_zh"], place["label_en"])
    if place["catalogue_row"] is not None:
        filed = view.filed.at(place["catalogue_row"])
        where = Bilingual(f"目录{filed.where.zh}", f"catalogue {filed.where.en}")
        text = filed.get(Field(place["field"])) if place["field"] else ""
        return Shown(where, label, text, 0, len(text))
    path = view.path(place["input"])
    if place["start"] is None:
        return Shown(Bilingual(path, path), label)
    text, start, end = view.text(place["input"]), place["start"], place["end"]
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", start)
    line = text[first : len(text) if last < 0 else last]
    place_of_line = f"{path}:{text.count(chr(10), 0, start) + 1}"
    return Shown(Bilingual(place_of_line, place_of_line), label, line, start - first, min(end - first, len(line)))
