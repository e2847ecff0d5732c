"""The day or year of the letter."""

from __future__ import annotations

from govreply.language import Bilingual
from govreply.model import DateText, Reply
from govreply.rules.base import Place

_PLAUSIBLE = range(1949, 2100)
_WHOLE_DAY = len("2023-06-12")


def signed_day(reply: Reply) -> DateText | None:
    """The date of the signature where it is a whole day that exists."""
    date = reply.signature.date_text if reply.signature else None
    return date if date is not None and is_day(date) else None


def is_day(date: DateText) -> bool:
    """Whether year, month and day are known."""
    return date.iso is not None and len(date.iso) == _WHOLE_DAY and date.year in _PLAUSIBLE


def year_of(reply: Reply) -> int | None:
    """The year of the signature, else of the document number; ``None`` where the date cannot be read."""
    date = reply.signature.date_text if reply.signature else None
    if date is not None:
        return date.year if date.year in _PLAUSIBLE else None
    year = reply.document_number.year if reply.document_number else None
    return year if year in _PLAUSIBLE else None


def dated_place(reply: Reply) -> Place | None:
    """The place that :func:`year_of` goes by."""
    date = reply.signature.date_text if reply.signature else None
    if date is not None:
        return date_place(date)
    number = reply.document_number
    if number is None:
        return None
    return Place(span=number.span, label=Bilingual(f"本件文号：{number.text}", f"number of the letter: {number.text}"))


def date_place(date: DateText) -> Place:
    """The date of the signature as a related place."""
    return Place(span=date.span, label=Bilingual(f"成文日期：{date.text}", f"date: {date.text}"))
