"""Law: the places of children lie inside their parent's place, and siblings stand in the document's order."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from hypothesis import given

from govreply.model import Reply, Section
from govreply.span import Span
from tests.laws.letters import documents
from tests.laws.readings import read_both


def nested(reply: Reply) -> Iterator[tuple[Span, Span, str]]:
    """Pairs of parent and child."""
    for section in _all_sections(reply.sections):
        children = [section.marker, section.heading, *section.paragraphs, *section.measures, *section.sections]
        yield from ((section.span, c.span, "section") for c in children if c is not None)
    for measure in [*reply.measures, *(m for s in _all_sections(reply.sections) for m in s.measures)]:
        for inner in (measure.marker, *measure.agencies, *measure.figures, *measure.citations):
            yield measure.span, inner.span, "measure"
    for citation in reply.citations:
        yield citation.span, citation.title.span, "citation"
        if citation.document_number is not None:
            yield citation.span, citation.document_number.span, "citation number"
    if reply.signature is not None:
        for agency in reply.signature.agencies:
            yield reply.signature.span, agency.span, "signature"
    for contact in reply.contacts:
        yield from (
            (contact.span, v.span, "contact")
            for v in (contact.role, contact.name, contact.postcode, contact.address, *contact.phones)
            if v is not None
        )
    form = reply.feedback
    if form is not None:
        cells = [
            form.title,
            form.proposer,
            form.number,
            form.matter_title,
            form.organ,
            form.place,
            form.date,
            form.opinion,
        ]
        yield from ((form.span, c.span, "form") for c in cells if c is not None)
        for choice in form.choices:
            yield form.span, choice.span, "choice"
            yield from ((choice.span, o.label.span, "option") for o in choice.options)
    for matter in reply.mentions:
        for part in (matter.number, matter.title, matter.assembly, matter.session_text, matter.kind_word):
            if part is not None:
                yield matter.span, part.span, "mention"


def _all_sections(sections: tuple[Section, ...]) -> Iterator[Section]:
    for section in sections:
        yield section
        yield from _all_sections(section.sections)


@given(documents())
def test_children_lie_inside_their_parents(drawn: tuple[str, str]) -> None:
    both = read_both(*drawn)
    if both is None:
        return
    for parent, child, what in nested(both[1]):
        assert parent.contains(child), (what, parent, child)


@given(documents())
def test_siblings_stand_in_order_and_do_not_overlap(drawn: tuple[str, str]) -> None:
    both = read_both(*drawn)
    if both is None:
        return
    for siblings in [both[1].sections, *(s.sections for s in _all_sections(both[1].sections))]:
        for one, other in pairwise(siblings):
            assert one.span.end <= other.span.start
