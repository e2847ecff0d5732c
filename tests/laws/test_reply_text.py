"""Law: the source at a value's place, cleaned again, is the value's text."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given

from tests.laws.letters import documents
from tests.laws.readings import bare, naked, read_both, texts_of


@given(documents())
def test_the_source_at_a_span_is_where_the_text_came_from(drawn: tuple[str, str]) -> None:
    both = read_both(*drawn)
    if both is None:
        return
    document, reply = both
    source = document.source
    for path, value in texts_of(reply):
        pieces = value.get("pieces") or [value["span"]]
        found = "".join(source.text[start:end] for start, end in pieces)
        assert naked(found, source.media_type) == bare(value["text"]), path


@given(documents())
def test_pieces_lie_in_their_span_and_apart(drawn: tuple[str, str]) -> None:
    both = read_both(*drawn)
    if both is None:
        return
    for path, value in texts_of(both[1]):
        pieces = value.get("pieces", [])
        if pieces:
            assert len(pieces) > 1, path
            assert pieces[0][0] == value["span"][0] and pieces[-1][1] == value["span"][1], path
            assert all(a[1] < b[0] for a, b in pairwise(pieces)), path
