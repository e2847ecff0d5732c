"""``report.html``: the page of a batch, with files of data in a folder beside it that it loads when they are looked at.

Jinja2 is imported when a page is written; it is part of the extra ``report``.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from govreply.batch.store import Store
from govreply.language import Language
from govreply.reports.base import RuleHelp
from govreply.reports.batch_html.documents import Teller
from govreply.reports.batch_html.page import Page
from govreply.reports.batch_html.scripts import Shelf, drop_others
from govreply.reports.batch_view import BatchView
from govreply.reports.batch_words import unwritable

FILE_NAME: Final = "report.html"
_ROWS: Final = 1_000  # documents in a file of the list
_ISSUES: Final = 500  # findings in a file of those across documents
_PAGES: Final = 50  # documents in a file of contents
_CHARACTERS: Final = 400_000  # after which a file of contents is full
_NO_LIMIT: Final = 1 << 62


def write_html(store: Store, folder: Path, language: Language, *, rules: Mapping[str, RuleHelp] | None = None) -> None:
    """Write what the store holds as a page in `folder`; one document at a time is held in memory.

    The same store gives the same bytes. What is private is masked unless the batch was run with leave to show it. The page
    is written last, so that one that is there has its data.

    Args:
        rules: what they are called, by name.

    Raises:
        ExtraFileError: if a file cannot be written, or Jinja2 is not installed.
    """
    view = BatchView(store, language)
    path = folder / FILE_NAME
    try:
        page = _data(view, folder, rules or {}).render()
        written = path.with_suffix(".html.part")
        written.write_text(page, encoding="utf-8", newline="\n")
        written.replace(path)
    except OSError as error:
        raise unwritable(path, error) from error


def _data(view: BatchView, folder: Path, rules: Mapping[str, RuleHelp]) -> Page:
    """Write the files of data; returns the page that goes with them."""
    rows = Shelf(folder=folder, kind="list", most_entries=_ROWS, most_characters=_NO_LIMIT)
    pages = Shelf(folder=folder, kind="documents", most_entries=_PAGES, most_characters=_CHARACTERS)
    across = Shelf(folder=folder, kind="cross", most_entries=_ISSUES, most_characters=_NO_LIMIT)
    names = view.rule_names()
    places = {name: at for at, name in enumerate(names)}
    teller = Teller(view=view, folder=folder.absolute(), rules=rules, places=places)
    for document in view.documents():
        issues = list(view.issues(document))
        file = pages.add(teller.page(document, issues))
        rows.add(teller.row(document, issues, file))
    for issue in view.cross():
        across.add(teller.cross(issue))
    shelves = (rows, pages, across)
    for shelf in shelves:
        shelf.close()
    drop_others(folder, shelves)
    files = {shelf.kind: shelf.files for shelf in shelves}
    return Page(view=view, rules=rules, names=names, files=files, rows=_ROWS, issues=_ISSUES)
