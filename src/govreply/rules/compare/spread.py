"""Topics of the item in every place that gives one."""

from __future__ import annotations

from attrs import frozen

from govreply.model import Reply, Text, Where
from govreply.rules.compare.items import mentions_of_item
from govreply.rules.compare.topics import core, cut_short


@frozen
class Topic:
    """A topic and where it stands."""

    where: Where
    text: Text

    @property
    def core(self) -> str:
        """Its characters for comparing; see :func:`~govreply.rules.compare.topics.core`."""
        return core(self.text.text)


def topics(reply: Reply) -> list[Topic]:
    """The topics given for the item, letter before page metadata; shortened ones and those of several items left out."""
    found = [
        Topic(m.where, m.title)
        for m in mentions_of_item(reply)
        if m.title and m.title.text and not cut_short(m.title.text) and core(m.title.text)
    ]
    return sorted(found, key=lambda t: t.where is Where.METADATA)


def known_topics(reply: Reply) -> tuple[str, ...]:
    """The cores of the topics of all items answered."""
    return tuple(core(m.title.text) for m in reply.matters if m.title)
