"""Dates as official documents write them, checked against the calendar. Offsets are indices in the folded text."""

from __future__ import annotations

from calendar import monthrange
from typing import Final, Literal

import regex
from attrs import frozen

from govreply.lexicon.numerals import read_integer, read_year
from govreply.patterns import compile_pattern

Problem = Literal["impossible", "ambiguous"]
Precision = Literal["day", "month", "year"]


@frozen
class DateMatch:
    """A date at ``[start, end)`` of the folded text.

    Attributes:
        year, month, day: the numbers as read, also of an impossible date; ``None`` where not written or not certain.
        iso: ``YYYY-MM-DD``, ``YYYY-MM`` or ``YYYY``; ``None`` without a year and where there is a problem.
        problem: ``impossible`` if the calendar has no such day, ``ambiguous`` if it cannot be read for certain.
        precision: the smallest unit written.
    """

    start: int
    end: int
    year: int | None
    month: int | None
    day: int | None
    iso: str | None
    problem: Problem | None
    precision: Precision


_YEAR_SIGNS = "[0-9〇零○Oo一二三四五六七八九]"
_SMALL = "(?:[0-9]{1,2}|[元一二三四五六七八九十廿卅〇零]{1,3})"
_AHEAD = "(?<![0-9〇零一二三四五六七八九.])"
_STOP = r"(?=$|[，。；、：（）“”《》\s])"

_IN_TEXT = compile_pattern(
    "|".join(
        (
            rf"{_AHEAD}(?P<y>(?:19|20)[0-9]{{2}}|[二一][0-9〇零○Oo一二三四五六七八九]{{3,4}}) ?年"
            rf"(?: ?(?P<m>{_SMALL}) ?月(?![份底初末中上下内]?[0-9]{{3}})(?: ?(?P<d>{_SMALL})(?: ?[日号]|{_STOP}))?)?",
            r"(?<![0-9.A-Za-z/-])(?P<ny>(?:19|20)[0-9]{2})(?P<sep>[-./])(?P<nm>[0-9]{1,2})(?P=sep)(?P<nd>[0-9]{1,2})"
            r"(?![0-9.A-Za-z/-])",
            rf"{_AHEAD}(?P<pm>{_SMALL}) ?月 ?(?P<pd>{_SMALL}) ?[日号]",
        )
    )
)
_LINE = compile_pattern(rf"[（]?(?P<y>{_YEAR_SIGNS}{{2,6}})年(?:(?P<m>{_SMALL})月(?:(?P<d>{_SMALL})[日号]?)?)?[）。]?")
_LINE_NUMERIC = compile_pattern(
    r"[（]?(?P<y>(?:19|20)[0-9]{2})(?P<sep>[-./])(?P<m>[0-9]{1,2})(?P=sep)(?P<d>[0-9]{1,2})[）。]?"
)
_DIGIT_RUN = compile_pattern(r"(?P<y>(?:19|20)[0-9]{2})(?P<rest>[0-9]{2,4})")
_LONGEST_LINE: Final = 60


def find_dates(text: str) -> list[DateMatch]:
    """All dates in running `text`, in order, also partial ones (2023年6月, 6月30日) and bare years (2023年)."""
    return [_match(found) for found in _IN_TEXT.finditer(text)]


def read_date_line(text: str) -> DateMatch | None:
    """The date that the whole line `text` consists of, blanks aside; ``None`` if it is anything else.

    Damaged dates, whose unit characters were lost, are read only where one reading exists by form: eight digits are
    YYYYMMDD, six or seven (202111, 2023927) are ambiguous. Years of five numerals are ambiguous too.
    """
    places = [at for at, character in enumerate(text) if not character.isspace()]
    if not places or len(places) > _LONGEST_LINE:
        return None
    squeezed = "".join(text[at] for at in places)
    start, end = places[0], places[-1] + 1
    found = _LINE.fullmatch(squeezed) or _LINE_NUMERIC.fullmatch(squeezed)
    if found:
        return _checked(start, end, found.group("y"), found.group("m"), found.group("d"))
    run = _DIGIT_RUN.fullmatch(squeezed)
    return _of_digit_run(start, end, run) if run else None


def _match(found: regex.Match[str]) -> DateMatch:
    start, end = found.span()
    if found.group("pm") is not None:
        return _checked(start, end, None, found.group("pm"), found.group("pd"))
    if found.group("ny") is not None:
        return _checked(start, end, found.group("ny"), found.group("nm"), found.group("nd"))
    return _checked(start, end, found.group("y"), found.group("m"), found.group("d"))


def _of_digit_run(start: int, end: int, run: regex.Match[str]) -> DateMatch:
    year, rest = run.group("y"), run.group("rest")
    if len(rest) == 4:
        date = _checked(start, end, year, rest[:2], rest[2:])
        if date.problem is None:
            return date
    return DateMatch(start, end, int(year), None, None, None, "ambiguous", "day" if len(rest) > 2 else "month")


def _checked(start: int, end: int, year: str | None, month: str | None, day: str | None) -> DateMatch:
    y = None if year is None else read_year(year)
    m = None if month is None else 1 if month == "元" else read_integer(month)
    d = None if day is None else read_integer(day)
    precision: Precision = "day" if day is not None else "month" if month is not None else "year"
    problem = _problem(
        year is not None and y is None, m, d, month is not None and m is None, day is not None and d is None
    )
    if problem is None and not _exists(y, m, d):
        problem = "impossible"
    iso = None if problem or y is None else _iso(y, m, d)
    return DateMatch(start, end, y, m, d, iso, problem, precision)


def _problem(bad_year: bool, _month: int | None, _day: int | None, bad_month: bool, bad_day: bool) -> Problem | None:
    return "ambiguous" if bad_year or bad_month or bad_day else None


def _exists(year: int | None, month: int | None, day: int | None) -> bool:
    if month is None:
        return True
    if not 1 <= month <= 12:
        return False
    # without a year any leap year will do: 29 February may be one
    return day is None or 1 <= day <= monthrange(year or 2000, month)[1]


def _iso(year: int, month: int | None, day: int | None) -> str:
    return "-".join([f"{year:04}", *(f"{part:02}" for part in (month, day) if part is not None)])
