"""Archive codes (档号) and retention periods (保管期限): their parts, and what they may be."""

from __future__ import annotations

import re
from typing import Final, Protocol

from attrs import frozen

from govreply.batch.catalogue.fields import Field
from govreply.batch.catalogue.values import digits, read_day

FIRST_YEAR: Final = 2016  # DA/T 22-2015 came into force in June 2016
LAST_OLD_PERIODS: Final = 2006  # 长期 and 短期 ended with decree no. 8 of December 2006
# 全宗号-门类代码·年度-保管期限代码-机构(问题)代码-件号, with an archive's own number in front and a part's behind, if any
_CODE: Final = re.compile(
    r"(?:[0-9A-Z]{1,12}-)?(?P<fonds>[0-9A-Z]{1,8})-(?P<kind>[A-Z]{2,4}(?:[·.][0-9A-Z]{1,4})?)[·•・‧∙⋅](?P<year>(?:19|20)\d{2})"
    r"-(?P<period>[A-Z]\d{0,3})(?:-(?P<unit>[^-]{1,10}))?-(?P<item>\d{1,6})(?P<part>-\d{1,4})?"
)
_YEAR: Final = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d)")
_LOOKS_NEW: Final = re.compile(r"(?:WS|-D\d{1,3}-|-Y-)")
_PERIODS: Final = {"Y": "Y", "永久": "Y", "D30": "D30", "30": "D30", "D10": "D10", "10": "D10"}
_OLD_PERIODS: Final = {"长期": "C", "短期": "D", "C": "C", "D": "D"}
_PERIOD_WORDS: Final = re.compile(r"定期|保管|年|[（）()\s]")


@frozen
class Code:
    """An archive code by its parts; ``unit`` is ``None`` where documents are not sorted by organ."""

    fonds: str
    kind: str
    year: int
    period: str
    unit: str | None
    item: int
    width: int
    part: str

    @property
    def series(self) -> tuple[str, str, int, str, str | None]:
        """All but the number of the item: what items are counted in."""
        return self.fonds, self.kind, self.year, self.period, self.unit


def plain_code(text: str) -> str:
    """A code for comparing: one width, no blanks, capital letters."""
    return "".join(digits(text).split()).upper().replace("－", "-").replace("—", "-").replace("–", "-")


def read_code(text: str) -> Code | None:
    """The parts of a code as DA/T 22-2015 has them, ``None`` for one of another make."""
    found = _CODE.fullmatch(plain_code(text))
    if found is None:
        return None
    return Code(
        fonds=found["fonds"],
        kind=found["kind"],
        year=int(found["year"]),
        period=found["period"],
        unit=found["unit"],
        item=int(found["item"]),
        width=len(found["item"]),
        part=found["part"] or "",
    )


class Columns(Protocol):
    """An entry of a catalogue, as far as its columns are asked for."""

    def get(self, field: Field) -> str:
        """What its column holds, ``""`` for nothing."""


def is_of_old_form(text: str, entry: Columns) -> bool:
    """Whether a code may be one of another form soundly: from before 2016, of an unknown year, or of no paper files."""
    plain = plain_code(text)
    year = _YEAR.search(plain)
    if year is not None:
        return int(year.group(1)) < FIRST_YEAR
    known = year_of(entry)
    return known is None or known < FIRST_YEAR or not _LOOKS_NEW.search(plain)


def read_period(text: str, year: int | None) -> str | None:
    """The code of a retention period (Y, D30, D10, before 2007 also C and D), ``None`` for none there is.

    Args:
        year: of the document; where it is not known the old periods are let pass.
    """
    plain = "".join(digits(text).split()).upper()
    bare = _PERIOD_WORDS.sub("", plain)
    known = _PERIODS.get(plain) or _PERIODS.get(bare)
    if known is None and (year is None or year <= LAST_OLD_PERIODS):
        known = _OLD_PERIODS.get(plain) or _OLD_PERIODS.get(bare)
    return known


def year_of(entry: Columns) -> int | None:
    """The year that an entry belongs to: its own column, its code, its date."""
    stated = digits(entry.get(Field.YEAR)).removesuffix("年")
    if stated.isascii() and stated.isdecimal() and len(stated) == 4:
        return int(stated)
    code = read_code(entry.get(Field.CODE))
    if code is not None:
        return code.year
    day = read_day(entry.get(Field.DATE))
    return day.year if day else None
