import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreply.places import Place, PlaceIndex
from govreply.source import Source
from govreply.span import Span


def source(text: str, places: tuple[Place, ...] = ()) -> Source:
    return Source(
        name="x",
        media_type="text/plain",
        text=text,
        encoding="utf-8",
        encoding_how="utf-8",
        sha256="",
        size=0,
        places=places,
    )


def test_lines_end_at_lf_crlf_and_cr_and_nowhere_else() -> None:
    text = "一\r\n二\f三\u2028四\n五\r六"
    found = source(text)
    assert [found.line_text(n) for n in range(1, 5)] == ["一", "二\f三\u2028四", "五", "六"]
    assert found.locate(Span(text.index("四"), text.index("四") + 1)).line == 2
    assert found.locate(Span(text.index("六"), text.index("六") + 1)).line == 4


@given(
    st.lists(st.text("甲a𠀀 \f\u2028", max_size=6), min_size=1, max_size=6),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.data(),
)
def test_a_place_is_found_again_by_its_line(lines: list[str], line_end: str, data: st.DataObject) -> None:
    number = data.draw(st.integers(0, len(lines) - 1))
    column = data.draw(st.integers(0, len(lines[number])))
    offset = sum(len(line) + len(line_end) for line in lines[:number]) + column
    found = source(line_end.join(lines))
    assert found.locate(Span(offset, offset)).line == number + 1
    assert found.line_text(number + 1) == lines[number]
    assert found.line_span(number + 1) == Span(offset - column, offset - column + len(lines[number]))


def test_a_laid_out_source_tells_the_places_of_a_span() -> None:
    places = (Place(span=Span(0, 3), paragraph=1, run=2), Place(span=Span(4, 7), paragraph=2, run=1, offset=5))
    found = source("一二三\n四五六", places)
    assert found.locate(Span(1, 6)).places == (
        Place(span=Span(1, 3), paragraph=1, run=2, offset=1),
        Place(span=Span(4, 6), paragraph=2, run=1, offset=5),
    )
    assert found.locate(Span(5, 6)).place == Place(span=Span(5, 6), paragraph=2, run=1, offset=6)


def test_a_span_without_characters_of_its_own_has_the_place_before_it() -> None:
    places = (Place(span=Span(1, 3), paragraph=1), Place(span=Span(4, 7), paragraph=2))
    found = source("＃二三\n四五六", places)
    assert found.locate(Span(3, 4)).place == Place(span=Span(3, 3), paragraph=1, offset=2)
    assert found.locate(Span(5, 5)).place == Place(span=Span(5, 5), paragraph=2, offset=1)
    assert found.locate(Span(0, 0)).place is None
    assert source("甲").locate(Span(0, 1)).place is None


def test_a_part_of_a_place_with_edges_has_a_box_of_its_own() -> None:
    line = Place(span=Span(0, 3), page=2, box=(10.0, 5.0, 40.0, 15.0), edges=(10.0, 20.0, 25.0, 40.0))
    found = source("一二三", (line,))
    assert found.locate(Span(1, 2)).place == Place(
        span=Span(1, 2), page=2, box=(20.0, 5.0, 25.0, 15.0), edges=(20.0, 25.0), offset=1
    )


def test_places_that_overlap_or_lack_edges_are_refused() -> None:
    with pytest.raises(ValueError, match="before the one"):
        PlaceIndex((Place(span=Span(0, 3)), Place(span=Span(2, 4))))
    with pytest.raises(ValueError, match="2 edges for 3 characters"):
        Place(span=Span(0, 3), edges=(1.0, 2.0))
