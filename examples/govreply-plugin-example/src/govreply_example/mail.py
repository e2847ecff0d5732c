"""Saved mails whose plain text is the letter."""

from email import message_from_bytes, policy

from govreply import Cause, UnreadableError
from govreply.blocks import Break, Line
from govreply.places import Place
from govreply.readers.budget import Budget
from govreply.readers.laid_out import LaidOut, Layout
from govreply.readers.own import OwnReader
from govreply.span import MappedText, OffsetMap, Span


def recognises(data: bytes, name: str) -> bool:
    """Whether it is a saved mail with plain text."""
    return name.lower().endswith(".eml") and b"\nContent-Type: text/plain" in data[:4096]


def read(data: bytes, budget: Budget) -> LaidOut:
    """Each line of the mail's text is a paragraph."""
    part = message_from_bytes(data, policy=policy.default).get_body(("plain",))
    if part is None:
        raise UnreadableError(budget.name, Cause.UNSUPPORTED, "a mail without plain text")
    layout, lines = Layout(budget), []
    for number, text in enumerate(part.get_content().splitlines(), start=1):
        if text.strip():
            budget.add_blocks()
            span = layout.add(text, Place(span=Span(0, 0), paragraph=number))
            lines.append(Line(MappedText(text, OffsetMap.verbatim(span.start, len(text))), before=Break.BLOCK))
        layout.separate()
    return layout.finish(lines)


READER = OwnReader(media_type="message/rfc822", suffixes=(".eml",), recognises=recognises, read=read)
