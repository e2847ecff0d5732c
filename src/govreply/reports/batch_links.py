"""Links from a report to the files it speaks of: relative to the report, and nothing but a file whatever the name says."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path, PurePath
from typing import Final

from govreply.batch.names import original
from govreply.reports.paths import uri

# What a browser shows or hands to another program. Anything else may be a page, whose scripts would run.
_SHOWN: Final = frozenset(
    {".md", ".markdown", ".txt", ".text", ".docx", ".pdf", ".ofd", ".zip", ".doc", ".wps", ".rtf"}
)
_UNSEEN: Final = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
# As spreadsheets write it in file names; the colon would make a scheme of what stands before it.
_SHEET_ESCAPES: Final = {ord(sign): f"%{ord(sign):02x}" for sign in '%#:"<>[]^`{} ?'}


def target(path: str, folder: Path, here: Path) -> str | None:
    """`path`, as the store keeps it and counting from `here`, relative to `folder` and joined by ``/``.

    Both folders are absolute; so is the result where the file lies on another drive.

    ``None`` for names that mean something else elsewhere (backslashes, which some systems take for the server of a
    network) or that no link can hold (control characters, bytes that are no text).
    """
    absolute = os.path.abspath(here / original(path))  # noqa: PTH100 - a link is called by its own name
    try:
        told = PurePath(os.path.relpath(absolute, folder)).as_posix()
    except ValueError:
        told = PurePath(absolute).as_posix()
    if "\\" in told or any(unicodedata.category(sign) in _UNSEEN for sign in told):
        return None
    return told


def page_link(target: str) -> str | None:
    """`target` as the address of a link on a page; ``None`` where the browser might run what is in the file."""
    return uri(target) if PurePath(target).suffix.lower() in _SHOWN else None


def sheet_link(target: str) -> str:
    """`target` as XlsxWriter takes it."""
    if PurePath(target).is_absolute():
        return f"file:///{target.translate(_SHEET_ESCAPES | {ord(':'): ':'})}"
    return f"external:./{target.translate(_SHEET_ESCAPES)}"
