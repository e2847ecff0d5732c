"""Returned feedback forms of a batch, in the reply's own file or in a file of their own, and the replies they belong to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from attrs import frozen

from govreply.batch.cross.answers import other_issuer, other_topic, serial_of
from govreply.batch.cross.spool import Row, Sorted
from govreply.model import Feedback, Text
from govreply.rules.compare.form import returned
from govreply.rules.compare.numbers import same_number

if TYPE_CHECKING:
    from govreply.batch.cross.view import View


@frozen
class Item:
    """An item as one reply answers it.

    Attributes:
        rank: place of the document in the order of paths. ordinal: of the item in the document.
    """

    rank: int
    ordinal: int
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


@frozen
class Items:
    """The items that the replies of a batch answer; those of one serial come in the order of paths."""

    _view: View
    _sorted: Sorted

    def __bool__(self) -> bool:
        return bool(self._sorted)

    def __iter__(self) -> Iterator[tuple[str, Item]]:
        """All of them, with their serials."""
        return ((serial, _item(row)) for serial, *row in self._sorted)

    def of(self, serial: str) -> Iterator[Item]:
        """Those with that serial."""
        return map(_item, self._sorted.at(serial))

    def of_input(self, serial: str, input_id: int) -> Iterator[Item]:
        """Those with that serial in one document."""
        rank = self._view.rank(input_id)
        return (_item((rank, *row)) for row in self._sorted.at(serial, rank))


def items_by_serial(view: View) -> Items:
    """The items of the batch by the serial of their numbers."""
    return Items(view, view.shared("items", lambda: view.sorted(_items(view), by=2).indexed()))


def _items(view: View) -> Iterator[Row]:
    query = (
        "SELECT m.number, r.rank, m.ordinal, m.input, m.topic, d.issuer, d.date, m.body, m.session_term, m.session_meeting"
        " FROM matters m JOIN documents d ON d.input = m.input JOIN temp.ranks r ON r.id = m.input"
        " WHERE d.is_reply AND m.number IS NOT NULL"
    )
    for number, rank, ordinal, key, *others in view.rows(query):
        serial = serial_of(number)
        if serial is not None:
            yield (serial, rank, ordinal, key, number, *others)


def _item(row: Sequence[Any]) -> Item:
    rank, ordinal, key, number, topic, issuer, day, body, term, meeting = row
    return Item(rank, ordinal, key, number, topic, issuer, day, (body, term, meeting))


def returned_forms(view: View, *words: str) -> Iterator[Returned]:
    """The forms with a number that the proposers filled in and whose JSON holds `words`."""
    for key, is_reply, form in view.forms(*words):
        if form.number is not None and form.number.text and returned(form):
            yield Returned(key, form, form.number, alone=not is_reply)


def replies_of(form: Returned, items: Items) -> Iterator[Item]:
    """The replies that a form can belong to: its own file, or those with its number and no other topic or organ."""
    serial = serial_of(form.number.text)
    if serial is None:
        return
    near = items.of(serial) if form.alone else items.of_input(serial, form.input)
    topic = form.form.matter_title.text if form.form.matter_title else None
    organ = form.form.organ.text if form.form.organ else None
    for item in near:
        if same_number(item.number, form.number.text) and (
            not form.alone or not (other_topic(item.topic, topic) or other_issuer(item.issuer, organ or None))
        ):
            yield item
