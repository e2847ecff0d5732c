"""The sections and the texts of the body, in reading order."""

from __future__ import annotations

from collections.abc import Iterator

from govreply.findings import Severity
from govreply.model import Measure, Reply, Section, Text


def walk(sections: tuple[Section, ...], above: Section | None = None) -> Iterator[tuple[Section | None, Section]]:
    """Every section with the one that it stands in, in document order."""
    for section in sections:
        yield above, section
        yield from walk(section.sections, section)


def all_measures(reply: Reply) -> Iterator[Measure]:
    """The measures of the reply itself and of all its sections."""
    yield from reply.measures
    for _, section in walk(reply.sections):
        yield from section.measures


def body_texts(reply: Reply) -> list[Text]:
    """Every paragraph and measure of the body, headings left out."""
    texts: list[Text] = [*reply.paragraphs, *all_measures(reply), *reply.outlook, *reply.closing]
    for _, section in walk(reply.sections):
        texts.extend(section.paragraphs)
    return sorted(texts, key=_start)


def lowered(reply: Reply) -> Severity | None:
    """``info`` where the text lost its signs in an extract, so that its form proves little; else the rule's own."""
    return Severity.INFO if reply.structure.plain or reply.citing.damaged else None


def _start(text: Text) -> int:
    return text.span.start
