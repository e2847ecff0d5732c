from hypothesis import given
from hypothesis import strategies as st

from govreply.source import Place, Source
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


def test_the_place_of_a_laid_out_source_is_told() -> None:
    places = (Place(Span(0, 3), "paragraph 1"), Place(Span(4, 7), "paragraph 2", page=2))
    found = source("一二三\n四五六", places)
    assert found.locate(Span(5, 6)).place == places[1]
    assert found.locate(Span(3, 4)).place is None
