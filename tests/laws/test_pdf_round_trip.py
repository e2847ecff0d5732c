"""Law: a letter written as PDF is read as the letter, however the file is made, and as its Markdown is."""

from __future__ import annotations

from typing import Any

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from govreply import api
from govreply.convert import to_plain
from govreply.model import Reply
from govreply.testing import Letter, TableStyle
from govreply.testing.expectations import expected, observed
from govreply.testing.render_pdf import Boxes, PdfLook
from govreply.testing.strategies import letters
from tests.profiles import ROUND_TRIP_DRAWS

looks = st.builds(
    PdfLook,
    boxes=st.sampled_from(Boxes),
    scaled=st.booleans(),
    one_by_one=st.booleans(),
    twice=st.booleans(),
    bars=st.booleans(),
    turned=st.booleans(),
    shifted=st.booleans(),
    shuffled=st.booleans(),
    compressed=st.booleans(),
    numbered=st.booleans(),
)
# a letter on one line is what pages of the web make of it; where PDFium leaves a blank out at the end of a line its joints are gone
paged = letters().filter(lambda letter: letter.surface.flat is None)
_POSITIONS = {"span", "spans", "pieces", "position", "page", "box", "depth_hint"}
# what tells of the source, of lines as they stand in it, and of what its mark-up says
_OF_THE_SOURCE = {"source", "parts", "places", "diagnostics", "published"}


@settings(max_examples=ROUND_TRIP_DRAWS // 3, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(paged, looks)
def test_reading_a_pdf_letter_gives_the_letter_back(letter: Letter, look: PdfLook) -> None:
    reply = api.parse(letter.to_pdf(look), "letter.pdf")
    assert reply.is_reply
    wanted, read = expected(letter), observed(reply)
    assert {key: read[key] for key in wanted} == wanted, letter.to_text()


@settings(max_examples=ROUND_TRIP_DRAWS // 10, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(paged.filter(lambda letter: not letter.surface.cuts), looks)
def test_a_letter_reads_alike_as_pdf_and_as_markdown(letter: Letter, look: PdfLook) -> None:
    if letter.form is not None and letter.form.table is TableStyle.TAB:
        letter = letter.but(form=letter.form.but(table=TableStyle.HTML))
    by_page = api.parse(letter.to_pdf(look), "letter.pdf")
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
