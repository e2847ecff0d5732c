"""Law: a letter written as DOCX is read as the letter, however the file is made, and as its Markdown is."""

from __future__ import annotations

from typing import Any

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from govreply import api
from govreply.convert import to_plain
from govreply.model import Reply
from govreply.testing import Letter, TableStyle
from govreply.testing.expectations import expected, observed
from govreply.testing.render_docx import DocxLook, Ticks
from govreply.testing.strategies import letters
from tests.profiles import ROUND_TRIP_DRAWS

looks = st.builds(
    DocxLook,
    numbered=st.booleans(),
    ticks=st.sampled_from(Ticks),
    merged=st.booleans(),
    strict=st.booleans(),
    run_length=st.sampled_from((0, 1, 7)),
)
_POSITIONS = {"span", "spans", "pieces", "position"}
# what tells of the source, of lines as they stand in it, and of what its mark-up says
_OF_THE_SOURCE = {"source", "parts", "places", "diagnostics", "published"}


@settings(max_examples=ROUND_TRIP_DRAWS, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(letters(), looks)
def test_reading_a_docx_letter_gives_the_letter_back(letter: Letter, look: DocxLook) -> None:
    reply = api.parse(letter.to_docx(look), "letter.docx")
    assert reply.is_reply
    wanted, read = expected(letter), observed(reply)
    assert {key: read[key] for key in wanted} == wanted, letter.to_text()


@settings(max_examples=ROUND_TRIP_DRAWS // 5, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(letters().filter(lambda letter: not letter.surface.cuts), looks)
def test_a_letter_reads_alike_as_docx_and_as_markdown(letter: Letter, look: DocxLook) -> None:
    if letter.form is not None and letter.form.table is TableStyle.TAB:
        letter = letter.but(form=letter.form.but(table=TableStyle.HTML))
    by_word = api.parse(letter.to_docx(look), "letter.docx")
    by_markdown = api.parse(letter.to_markdown(), "letter.md")
    assert _said(by_word) == _said(by_markdown), letter.to_text()


def _said(reply: Reply) -> Any:
    plain = to_plain(reply)
    return {key: _without_positions(value) for key, value in plain.items() if key not in _OF_THE_SOURCE}


def _without_positions(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_positions(item) for key, item in value.items() if key not in _POSITIONS}
    if isinstance(value, list):
        return [_without_positions(item) for item in value]
    return value
