"""Law: every visible character of the document belongs to a part, and what fits nowhere is told."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.laws.letters import any_text, documents
from tests.laws.readings import read_both, visible


@given(st.one_of(documents(), st.tuples(any_text, st.sampled_from(("a.md", "a.txt", "a.html")))))
def test_nothing_of_the_document_is_lost(drawn: tuple[str, str]) -> None:
    both = read_both(*drawn)
    if both is None:
        return
    document, reply = both
    covered = bytearray(len(document.source.text))
    for part in reply.parts:
        covered[part.span.start : part.span.end] = b"\1" * len(part.span)
    lost = [character for start, end, character in visible(document) if not all(covered[start:end])]
    assert lost == []


@given(documents())
def test_what_fits_nowhere_is_a_diagnostic(drawn: tuple[str, str]) -> None:
    both = read_both(*drawn)
    if both is None:
        return
    told = [d.span for d in both[1].diagnostics]
    for part in both[1].parts:
        if part.element == "left-over":
            assert part.span in told
