from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from govreply.reports.excerpt import Excerpt, excerpts
from govreply.span import Span
from tests.reports.examples import source_of, span_of

WIDTH = 60


def of(text: str, words: str) -> tuple[Excerpt, ...]:
    return excerpts(source_of(text), span_of(words, text), WIDTH)


def marked(excerpt: Excerpt) -> str:
    return excerpt.text[excerpt.start : excerpt.end]


def test_a_short_line_is_shown_whole_and_the_caret_stands_under_wide_characters() -> None:
    (excerpt,) = of("首行\n第二行abc末\n", "abc")
    assert (excerpt.line, excerpt.text, excerpt.indent, excerpt.width) == (2, "第二行abc末", 6, 3)


def test_wide_characters_in_the_span_are_underlined_twice_as_wide() -> None:
    (excerpt,) = of("ab编号cd", "编号")
    assert (excerpt.indent, excerpt.width) == (2, 4)


def test_a_long_line_is_cut_on_both_sides_of_the_span() -> None:
    (excerpt,) = of("甲" * 500 + "20240015" + "乙" * 500, "20240015")
    assert excerpt.text == "…" + "甲" * 12 + "20240015" + "乙" * 13 + "…"
    assert marked(excerpt) == "20240015"


def test_room_that_one_side_does_not_need_goes_to_the_other() -> None:
    (excerpt,) = of("甲甲20240015" + "乙" * 500, "20240015")
    assert excerpt.text == "甲甲20240015" + "乙" * 23 + "…"


def test_a_span_too_long_to_show_loses_its_middle_and_keeps_context() -> None:
    (excerpt,) = of("前文" + "长" * 3000 + "后文", "长" * 3000)
    assert excerpt.text == "前文长长长长长长长长…长长长长长长长长后文"
    assert marked(excerpt) == "长长长长长长长长…长长长长长长长长"


def test_a_span_over_several_lines_shows_its_first_and_its_last() -> None:
    first, last = of("一二三\n四五六\n七八九\n", "三\n四五六\n七")
    assert (first.line, first.text, marked(first)) == (1, "一二三", "三")
    assert (last.line, last.text, marked(last)) == (3, "七八九", "七")


def test_a_span_that_ends_with_a_line_end_shows_one_line() -> None:
    (excerpt,) = of("一二三\n四五六\n", "二三\n")
    assert (excerpt.line, marked(excerpt)) == (1, "二三")


def test_an_empty_span_at_the_end_has_a_caret() -> None:
    (excerpt,) = excerpts(source_of("一二"), Span(2, 2), WIDTH)
    assert (excerpt.text, excerpt.indent, excerpt.width) == ("一二", 4, 1)


@pytest.mark.parametrize("blanks", ["    ", "\u3000\u3000", "\t"])
def test_blanks_before_the_rest_of_a_span_are_not_underlined(blanks: str) -> None:
    text = f"关于加强排水\n{blanks}管理的建议的答复\n"
    head, rest = excerpts(source_of(text), Span(2, text.index("的答复")), WIDTH)
    assert head.text[head.start : head.end] == "加强排水"
    assert rest.text[rest.start : rest.end] == "管理的建议"
    assert rest.indent == cell_len(rest.text) - cell_len("管理的建议的答复")


def test_a_rest_of_blanks_alone_is_underlined() -> None:
    head, rest = excerpts(source_of("甲乙\n   丙"), Span(1, 5), WIDTH)
    assert (head.indent, head.width) == (2, 2)
    assert (rest.text, rest.indent, rest.width) == ("   丙", 0, 2)


def test_control_characters_keep_the_caret_in_place() -> None:
    (excerpt,) = of("\t\x1b[2J甲20240015", "20240015")
    assert excerpt.text == "  ␛[2J甲20240015"
    assert excerpt.indent == cell_len("  ␛[2J甲")


def test_a_huge_line_is_cut_like_any_other() -> None:
    text = "甲" * 2_000_000 + "20240015"
    (excerpt,) = excerpts(source_of(text), Span(2_000_000, 2_000_008), WIDTH)
    assert excerpt.text == "…" + "甲" * 25 + "20240015"


@given(st.text(alphabet="甲a\t\n\x1b\u200b\u0301“", max_size=200), st.data())
def test_whatever_the_span_the_excerpt_fits_and_marks_text_of_the_span(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    for excerpt in excerpts(source_of(text), Span(start, end), WIDTH):
        assert cell_len(excerpt.text) <= WIDTH
        assert 0 <= excerpt.start <= excerpt.end <= len(excerpt.text)
        assert "\n" not in excerpt.text and "\x1b" not in excerpt.text
