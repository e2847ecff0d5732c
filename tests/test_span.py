import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreply.span import Edit, MappedText, OffsetMap, Span, hull, join


def test_a_span_cannot_end_before_it_starts() -> None:
    with pytest.raises(ValueError, match="ends at 2, before its start 3"):
        Span(3, 2)
    with pytest.raises(ValueError):
        Span(-1, 2)


def test_an_empty_span_is_a_place_and_holds_nothing() -> None:
    empty = Span(4, 4)
    assert bool(empty)
    assert len(empty) == 0
    assert not empty.overlaps(Span(0, 9))
    assert Span(4, 6).contains(empty)


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 9)), min_size=1, max_size=6), st.integers(0, 40))
def test_contains_and_overlaps_agree_with_sets_of_positions(pairs: list[tuple[int, int]], at: int) -> None:
    spans = [Span(start, start + length) for start, length in pairs]
    positions = [set(range(s.start, s.end)) for s in spans]
    other, others = Span(at, at + 3), {at, at + 1, at + 2}
    for span, own in zip(spans, positions, strict=True):
        assert span.overlaps(other) == bool(own & others)
        assert span.contains(other) == (others <= own)
    covering = hull(spans)
    assert covering.start == min(s for s, _ in pairs)
    assert covering.end == max(s + n for s, n in pairs)


def test_spans_are_in_order_of_their_starts_then_of_their_ends() -> None:
    assert sorted([Span(3, 4), Span(2, 9), Span(2, 3)]) == [Span(2, 3), Span(2, 9), Span(3, 4)]
    assert Span(2, 3) <= Span(2, 3) < Span(2, 4) >= Span(2, 4) and not Span(2, 3) > Span(2, 3)
    with pytest.raises(TypeError):
        sorted([Span(3, 4), (2, 9)])  # type: ignore[type-var]


def test_a_hull_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError):
        hull([])


def test_an_entity_stands_for_all_of_its_source() -> None:
    text = join(
        [MappedText.verbatim("甲&amp;乙", 0, 1), MappedText.replaced("&", 1, 6), MappedText.verbatim("甲&amp;乙", 6, 7)]
    )
    assert text.text == "甲&乙"
    assert text.span(1, 2) == Span(1, 6)
    assert text.whole == Span(0, 7)
    assert text.map.pieces(0, 3) == (Span(0, 7),)


def test_part_of_a_replacement_keeps_the_whole_source_even_where_lengths_agree_by_chance() -> None:
    three_for_two = MappedText.replaced("xyz", 10, 12)
    part = three_for_two.cut(0, 2)
    assert part.text == "xy"
    assert part.span(0, 1) == Span(10, 12)
    assert part.span(1, 2) == Span(10, 12)


def test_a_separator_has_no_source_of_its_own() -> None:
    source = "上半句\n\n下半句"
    joined = join([MappedText.verbatim(source, 0, 3), MappedText.verbatim(source, 5, 8)], "，")
    assert joined.text == "上半句，下半句"
    assert joined.span(3, 4) == Span(3, 3)
    assert joined.map.pieces(0, 7) == (Span(0, 3), Span(5, 8))


def test_joining_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="nothing to join"):
        join([])


def test_edits_replace_and_drop() -> None:
    text = MappedText.verbatim("１２ 月 3 日", 0, 8)
    edited = text.edit([Edit(0, 2, "12"), Edit(2, 3), Edit(4, 5), Edit(6, 7)])
    assert edited.text == "12月3日"
    assert edited.span(0, 2) == Span(0, 2)
    assert edited.span(2, 5) == Span(3, 8)


def test_text_that_was_dropped_altogether_still_has_a_place() -> None:
    assert MappedText.verbatim("甲乙丙", 1, 3).edit([Edit(0, 2)]).whole == Span(1, 1)
    assert MappedText.verbatim("  ", 0, 2).strip().text == ""
    assert OffsetMap().span(0, 0) == Span(0, 0)
