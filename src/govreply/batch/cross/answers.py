"""Which documents of a batch answer the same item, and which of them hold the same text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from attrs import frozen

from govreply.batch.cross.base import CrossPlace
from govreply.batch.cross.spool import Row
from govreply.batch.likeness import most_alike, similarity
from govreply.language import Bilingual
from govreply.lexicon.fold import fold
from govreply.lexicon.places import home_of
from govreply.model import Matter, Reply
from govreply.rules.compare.items import said
from govreply.rules.compare.numbers import readings
from govreply.rules.compare.organs import same_name
from govreply.rules.compare.sittings import seat_of
from govreply.rules.compare.topics import core, cut_short
from govreply.span import Span

if TYPE_CHECKING:
    from govreply.batch.cross.view import View

_SAME_TEXT: Final = 0.9  # two formats, or a published copy with names left out
_SAME_TOPIC: Final = 0.7
_MOST_ANSWERS: Final = 50  # of one item; where there are more, it is a slip of a template and no item
_SPLIT: Final = ("分办", "分别办理", "分别答复", "分别承办")


@frozen(kw_only=True)
class Answer:
    """A document as an answer to one item.

    Attributes:
        number: the item's number as written. span: where the letter names it.
        place: the unit whose assembly it belongs to, ``None`` where that is not known.
        opinion: it is an opinion for the lead organ, no answer to the proposer.
    """

    input: int
    number: str
    span: Span
    place: str | None
    topic: str | None
    issuer: str | None
    date: str | None
    class_mark: str | None
    opinion: bool

    def at(self, label: Bilingual) -> CrossPlace:
        """The place where the letter names the item."""
        return CrossPlace(label=label, input=self.input, span=self.span)


def answers_to_one(view: View) -> Iterator[list[Answer]]:
    """Every item that two or more documents answer, with these in order of paths; letters whose item is not certain are left out.

    One item: the same kind of assembly at the same place, the same session, the same number, and no other topic.
    """
    # by kind of assembly, session and serial
    for rows in view.shared("answers", lambda: view.sorted(_numbered(view), by=4)).groups(least=2):
        if len(rows) <= _MOST_ANSWERS:
            for group in _grouped([_answer(view, key, ordinal) for _, ordinal, key in rows]):
                if len({answer.input for answer in group}) > 1:
                    yield group


def same_text(view: View, left: int, right: int) -> bool:
    """Whether two documents hold one text in two formats or versions; a body that is not there tells nothing."""
    ours, theirs = view.body(left), view.body(right)
    if not ours or not theirs:
        return True
    return most_alike(ours, theirs) >= _SAME_TEXT and similarity(ours, theirs) >= _SAME_TEXT


def texts(view: View, inputs: Iterable[int]) -> list[list[int]]:
    """The documents `inputs` by the text that they hold."""
    groups: list[list[int]] = []
    for key in inputs:
        home = next((group for group in groups if same_text(view, group[0], key)), None)
        if home is None:
            groups.append([key])
        else:
            home.append(key)
    return groups


def one_issuer(left: str | None, right: str | None) -> bool:
    """Whether two names of issuers denote one organ for certain."""
    return left is not None and right is not None and same_name(left, right)


def other_issuer(left: str | None, right: str | None) -> bool:
    """Whether two names of issuers denote two organs for certain."""
    return left is not None and right is not None and not same_name(left, right)


def home(issuer: str | None) -> str | None:
    """The unit that an organ belongs to (武汉市), as its name tells it."""
    found = home_of(fold(issuer)) if issuer else None
    return found.name if found else None


def split_among(replies: Iterable[Reply]) -> bool:
    """Whether one of the letters says that the item was split among several organs, each of which answers for itself."""
    return any(said(reply, *_SPLIT) for reply in replies)


def serial_of(number: str) -> str | None:
    """Letters and serial of a number, without the year in front; ``None`` for ranges and what is no number."""
    read = readings(number)
    return f"{read[-1].letters}{read[-1].first}" if read and read[-1].first == read[-1].last else None


def other_topic(left: str | None, right: str | None) -> bool:
    """Whether two topics are certainly not one topic in two writings."""
    if not left or not right or cut_short(left) or cut_short(right):
        return False
    ours, theirs = core(left), core(right)
    if ours in theirs or theirs in ours:
        return False
    return similarity(ours, theirs) < _SAME_TOPIC


def _numbered(view: View) -> Iterator[Row]:
    query = (
        "SELECT m.body, m.session_term, m.session_meeting, m.number, r.rank, m.ordinal, m.input FROM matters m"
        " JOIN documents d ON d.input = m.input JOIN temp.ranks r ON r.id = m.input"
        " WHERE d.is_reply AND m.number IS NOT NULL AND m.body IS NOT NULL AND m.session_term IS NOT NULL"
        " AND m.session_meeting IS NOT NULL"
    )
    for body, term, meeting, number, *others in view.rows(query):
        serial = serial_of(number)
        if serial is not None:
            yield (body, term, meeting, serial, *others)


def _answer(view: View, key: int, ordinal: int) -> Answer:
    reply = view.reply(key)
    matters: Sequence[Matter] = reply.matters or tuple(filter(None, (reply.matter,)))
    matter = matters[ordinal]
    assert matter.number is not None  # noqa: S101 - the query asked for it
    title = reply.title.text if reply.title else ""
    return Answer(
        input=key,
        number=matter.number.text,
        span=matter.number.span,
        place=seat_of(matter, reply).place,
        topic=matter.title.text if matter.title else None,
        issuer=(reply.issuer.canonical or reply.issuer.text) if reply.issuer else None,
        date=reply.signature.date if reply.signature else None,
        class_mark=reply.disposition.code if reply.disposition else None,
        opinion=any(word in title for word in ("会办", "协办")),
    )


def _grouped(answers: Sequence[Answer]) -> list[list[Answer]]:
    groups: list[list[Answer]] = []
    for answer in answers:
        home = next((group for group in groups if _one_item(group[0], answer)), None)
        if home is None:
            groups.append([answer])
        else:
            home.append(answer)
    return groups


def _one_item(left: Answer, right: Answer) -> bool:
    if left.place is None or right.place is None:
        if not one_issuer(left.issuer, right.issuer):
            return False
    elif left.place != right.place:
        return False
    return not other_topic(left.topic, right.topic)
