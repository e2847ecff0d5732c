"""Reading what the cells of a catalogue say, and bringing it into a form in which it can be compared."""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from typing import Final

from attrs import frozen

from govreply.lexicon.dates import read_date_line
from govreply.lexicon.fold import fold

_EIGHT: Final = re.compile(r"(\d{4})(\d{2})(\d{2})")
_SIX: Final = re.compile(r"(\d{4})(\d{2})")
_PARTS: Final = re.compile(r"(\d{4})(?:[-./年]\s{0,2}(\d{1,2})(?:[-./月]\s{0,2}(\d{1,2})日?|月)?|年)?")
_TIME: Final = re.compile(r"[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?$")
_SUPPLEMENT: Final = re.compile(r"\[[^\[\]]*\]|【[^【】]*】|〔[^〔〕]*[^0-9〔〕][^〔〕]*〕|［[^［］]*］")
_BRACKETED: Final = re.compile(r"[（(][^（）()]*[）)]")
_YEAR_BRACKET: Final = re.compile(r"[〔\[【（(﹝［]\s{0,2}(\d{4})\s{0,2}[〕\]】）)﹞］]")
_PAGES: Final = re.compile(r"(?:共)?(\d{1,5})(?:\.0+)?页?")
_FIRST_YEAR, _LAST_YEAR = 1900, 2099


@frozen
class Day:
    """A date, as far as it is known: ``month`` and ``day`` are 0 where they are left open (20230600)."""

    year: int
    month: int = 0
    day: int = 0

    def agrees_with(self, iso: str) -> bool:
        """Whether the ISO date can be this one; what is open on either side agrees with all."""
        theirs = [int(part) for part in iso.split("-")]
        return all(
            not ours or ours == other for ours, other in zip((self.year, self.month, self.day), theirs, strict=False)
        )

    @property
    def iso(self) -> str:
        """As ISO 8601, as far as it is known."""
        return "-".join(f"{part:02}" for part in (self.year, self.month, self.day) if part)


def read_day(text: str) -> Day | None:
    """The date that a cell holds: 20230612, 2023-06-12, 2023/6/12, 2023.6.12, 2023年6月12日, Chinese numerals, 2023-06, 2023.

    Zeros stand for a month or day that is not known. ``None`` for what is no date, or none of the calendar.
    """
    plain = _TIME.sub("", digits(text)).strip()
    for pattern in (_EIGHT, _SIX, _PARTS):
        found = pattern.fullmatch(plain)
        if found:
            return _day(*(int(part or 0) for part in found.groups()))
    read = read_date_line(fold(plain))
    if read is None or read.iso is None:
        return None
    return _day(*(int(part) for part in read.iso.split("-")))


def _day(year: int, month: int = 0, day: int = 0) -> Day | None:
    if not _FIRST_YEAR <= year <= _LAST_YEAR or month > 12 or (day and not month):
        return None
    return None if day and day > monthrange(year, month)[1] else Day(year, month, day)


def read_pages(text: str) -> int | None:
    """The count of pages that a cell holds (5, 5页, ５); ``None`` for anything else, nought included."""
    found = _PAGES.fullmatch("".join(digits(text).split()))
    return int(found.group(1)) or None if found else None


def digits(text: str) -> str:
    """`text` with full-width letters, digits and points in their usual width."""
    return "".join(unicodedata.normalize("NFKC", sign) if "！" <= sign <= "～" else sign for sign in text)


def plain_number(number: str) -> str:
    """A document number for comparing: no blanks, one kind of bracket, no 第 and no zeros before the serial."""
    squeezed = "".join(digits(number).split())
    bracketed = _YEAR_BRACKET.sub(r"〔\1〕", squeezed)
    return re.sub(r"〕第?0*(?=\d)", "〕", bracketed)


def plain_title(title: str) -> str:
    """A title for comparing: letters and digits alone, what an archivist added in square brackets left out."""
    return letters(_SUPPLEMENT.sub("", _YEAR_BRACKET.sub(r"\1", title)))


def short_title(title: str) -> str:
    """As :func:`plain_title`, without what stands in round brackets."""
    return letters(_BRACKETED.sub("", _SUPPLEMENT.sub("", _YEAR_BRACKET.sub(r"\1", title))))


def letters(text: str) -> str:
    """The letters, digits and signs of writing of `text` in one width, without blanks and punctuation."""
    return "".join(sign for sign in fold(digits(text)) if sign.isalnum())
