"""Whether the copy at hand is one that anybody may see."""

from __future__ import annotations

from govreply.language import Bilingual
from govreply.model import DisclosureValue, Reply
from govreply.rules.base import Place


def is_public(reply: Reply) -> bool:
    """Whether the document is published or bears a mark that it is to be."""
    return reply.published or _marked(reply)


def disclosure_place(reply: Reply) -> tuple[Place, ...]:
    """The mark that says so, where there is one."""
    mark = reply.disclosure
    if mark is None or not _marked(reply):
        return ()
    return (Place(span=mark.span, label=Bilingual(f"公开属性：{mark.text}", f"disclosure: {mark.text}")),)


def _marked(reply: Reply) -> bool:
    return reply.disclosure is not None and reply.disclosure.value is DisclosureValue.PUBLIC
