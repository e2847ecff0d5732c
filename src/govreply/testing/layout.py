"""A letter laid out as lines and tables, before it is written in some format."""

from __future__ import annotations

from enum import StrEnum

from attrs import frozen

TICKED = "☑"
UNTICKED = "☐"


class Format(StrEnum):
    """The formats that a letter can be written in."""

    MARKDOWN = "markdown"
    TEXT = "text"
    HTML = "html"
    DOCX = "docx"
    OFD = "ofd"
    PDF = "pdf"

    @property
    def file_name(self) -> str:
        """A file name whose ending says the format."""
        return {"markdown": "letter.md", "text": "letter.txt"}.get(self.value, f"letter.{self.value}")


TEXT_FORMATS = (Format.MARKDOWN, Format.TEXT, Format.HTML)


class Role(StrEnum):
    """What a line is in the letter; a format may show it (a heading, a right-aligned line) or not."""

    LETTERHEAD = "letterhead"
    NUMBER = "number"
    TITLE = "title"
    ADDRESSEE = "addressee"
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    SIGNATURE = "signature"
    NOTE = "note"  # contacts, attachment note, copies, disclosure mark
    FORM_TITLE = "form-title"
    CONTINUED = "continued"  # the rest of a paragraph behind a page break
    PAGE = "page"  # of the page around the letter: metadata, menus, page numbers


@frozen
class Line:
    """One line; ``level`` counts from 1 and is used for headings only. ``marked``: it begins with a numeral."""

    role: Role
    text: str
    level: int = 0
    marked: bool = False


@frozen
class Grid:
    """A table: rows of cells. ``metadata`` for the table of a web page around the letter."""

    rows: tuple[tuple[str, ...], ...]
    style: str = "tab"
    input_ticks: bool = False


LaidOut = Line | Grid
