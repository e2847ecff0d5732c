"""Law: a letter written as OFD is read as the letter, however the file is made, and as its Markdown is."""

from __future__ import annotations

from typing import Any

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from govreply import api
from govreply.convert import to_plain
from govreply.model import Reply
from govreply.testing import Letter, TableStyle
from govreply.testing.expectations import expected, observed
from govreply.testing.render_ofd import OfdLook
from govreply.testing.strategies import letters
from tests.profiles import ROUND_TRIP_DRAWS

looks = st.builds(
    OfdLook,
    namespace=st.sampled_from(("http://www.ofdspec.org/2016", "http://www.ofdspec.org")),
    absolute=st.booleans(),
    run_length=st.sampled_from((0, 1, 7)),
    repeats=st.booleans(),
    scaled=st.booleans(),
    blocks=st.booleans(),
    codes=st.sampled_from((0, 5)),
    bars=st.booleans(),
    sign_font=st.booleans(),
    letterhead_template=st.booleans(),
    numbered=st.booleans(),
)
# a letter whose lines are all run together is no letter on a page
set_letters = letters().filter(lambda letter: letter.surface.flat is None)
# places, and the level of a heading, which mark-up has and a page has not
_POSITIONS = {"span", "spans", "pieces", "position", "page", "box", "depth_hint"}
# what tells of the source, of lines as they stand in it, and of what its mark-up says
_OF_THE_SOURCE = {"source", "parts", "places", "diagnostics", "published"}


@settings(max_examples=ROUND_TRIP_DRAWS, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(set_letters, looks)
def test_reading_an_ofd_letter_gives_the_letter_back(letter: Letter, look: OfdLook) -> None:
    reply = api.parse(letter.to_ofd(look), "letter.ofd")
    assert reply.is_reply
    wanted, read = expected(letter), observed(reply)
    assert {key: read[key] for key in wanted} == wanted, letter.to_text()


@settings(max_examples=ROUND_TRIP_DRAWS // 5, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(set_letters.filter(lambda letter: not letter.surface.cuts), looks)
def test_a_letter_reads_alike_as_ofd_and_as_markdown(letter: Letter, look: OfdLook) -> None:
    if letter.form is not None and letter.form.table is TableStyle.TAB:
        letter = letter.but(form=letter.form.but(table=TableStyle.HTML))
    by_page = api.parse(letter.to_ofd(look), "letter.ofd")
    by_markdown = api.parse(letter.to_markdown(), "letter.md")
    assert _said(by_page) == _said(by_markdown), letter.to_text()


def _said(reply: Reply) -> Any:
    plain = to_plain(reply)
    return {key: _without_positions(value) for key, value in plain.items() if key not in _OF_THE_SOURCE}


def _without_positions(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_positions(item) for key, item in value.items() if key not in _POSITIONS}
    if isinstance(value, list):
        return [_without_positions(item) for item in value]
    return value
