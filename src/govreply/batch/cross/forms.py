"""Returned feedback forms of a batch, in the reply's own file or in a file of their own, and the replies they belong to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from attrs import frozen

from govreply.batch.cross.answers import other_issuer, other_topic
from govreply.model import Feedback, Text
from govreply.rules.compare.form import returned
from govreply.rules.compare.numbers import readings, same_number

if TYPE_CHECKING:
    from govreply.batch.cross.view import View

Serial = tuple[str, int]


@frozen
class Item:
    """An item as one reply answers it."""

    input: int
    number: str
    topic: str | None
    issuer: str | None
    date: str | None
    session: tuple[str | None, int | None, int | None]


@frozen
class Returned:
    """A form that came back; ``alone`` where it is a file of its own."""

    input: int
    form: Feedback
    number: Text
    alone: bool


def items_by_serial(view: View) -> dict[Serial, list[Item]]:
    """The items that the replies of the batch answer, by the serial of their numbers."""
    found: dict[Serial, list[Item]] = defaultdict(list)
    query = (
        "SELECT m.input, m.number, m.topic, m.body, m.session_term, m.session_meeting, d.issuer, d.date FROM matters m"
        " JOIN documents d ON d.input = m.input WHERE d.is_reply AND m.number IS NOT NULL ORDER BY m.input, m.ordinal"
    )
    for row in view.rows(query):
        serial = serial_of(row["number"])
        if serial is not None:
            session = (row["body"], row["session_term"], row["session_meeting"])
            found[serial].append(Item(row["input"], row["number"], row["topic"], row["issuer"], row["date"], session))
    for items in found.values():
        items.sort(key=lambda item: view.ranks[item.input])
    return found


def returned_forms(view: View, *words: str) -> Iterator[Returned]:
    """The forms with a number that the proposers filled in and whose JSON holds `words`."""
    for key, is_reply, form in view.forms(*words):
        if form.number is not None and form.number.text and returned(form):
            yield Returned(key, form, form.number, alone=not is_reply)


def replies_of(form: Returned, items: dict[Serial, list[Item]]) -> list[Item]:
    """The replies that a form can belong to: its own file, or those with its number and no other topic or organ."""
    serial = serial_of(form.number.text)
    if serial is None:
        return []
    near = [item for item in items.get(serial, ()) if same_number(item.number, form.number.text)]
    if not form.alone:
        return [item for item in near if item.input == form.input]
    topic = form.form.matter_title.text if form.form.matter_title else None
    organ = form.form.organ.text if form.form.organ else None
    return [
        item for item in near if not other_topic(item.topic, topic) and not other_issuer(item.issuer, organ or None)
    ]


def serial_of(number: str) -> Serial | None:
    """Letters and serial of a number, without the year in front; ``None`` for ranges and what is no number."""
    read = readings(number)
    return (read[-1].letters, read[-1].first) if read and read[-1].first == read[-1].last else None
