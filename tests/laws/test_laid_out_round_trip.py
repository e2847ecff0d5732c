"""Law: a letter written as DOCX, PDF or OFD is read as the letter, however the file is made, and as its Markdown is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from attrs import frozen
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from govreply import api
from govreply.convert import to_plain
from govreply.model import Reply
from govreply.testing import Letter, TableStyle
from govreply.testing.expectations import expected, observed
from govreply.testing.render_docx import DocxLook, Ticks
from govreply.testing.render_ofd import OfdLook
from govreply.testing.render_pdf import Boxes, PdfLook
from govreply.testing.strategies import letters
from tests.profiles import ROUND_TRIP_DRAWS


@frozen
class Kind:
    """A format: how its files may look, and which letters can be set in it."""

    looks: st.SearchStrategy[Any]
    letters: st.SearchStrategy[Letter]
    share: int  # of the draws of other laws, one in so many: PDFium takes its time


# a letter whose lines are all run together is no letter on a page
_on_pages = letters().filter(lambda letter: letter.surface.flat is None)
KINDS = {
    "docx": Kind(
        st.builds(
            DocxLook,
            numbered=st.booleans(),
            ticks=st.sampled_from(Ticks),
            merged=st.booleans(),
            strict=st.booleans(),
            run_length=st.sampled_from((0, 1, 7)),
        ),
        letters(),
        1,
    ),
    "pdf": Kind(
        st.builds(
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
        ),
        _on_pages,
        3,
    ),
    "ofd": Kind(
        st.builds(
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
        ),
        _on_pages,
        1,
    ),
}
_POSITIONS = {"span", "spans", "pieces", "position", "page", "box"}
_MARKED_UP = {"depth_hint"}  # the level of a heading, which a page has not
# what tells of the source, of lines as they stand in it, and of what its mark-up says
_OF_THE_SOURCE = {"source", "parts", "places", "diagnostics", "published"}
# a letter is told best as it was drawn; making it smaller would take minutes
_PHASES = (Phase.explicit, Phase.reuse, Phase.generate)


def read(letter: Letter, kind: str, look: Any) -> Reply:
    write: dict[str, Callable[[Any], bytes]] = {"docx": letter.to_docx, "pdf": letter.to_pdf, "ofd": letter.to_ofd}
    return api.parse(write[kind](look), f"letter.{kind}")


@pytest.mark.parametrize("kind", KINDS)
def test_reading_gives_the_letter_back(kind: str) -> None:
    given_kind = KINDS[kind]

    @settings(max_examples=ROUND_TRIP_DRAWS // given_kind.share, phases=_PHASES)
    @given(given_kind.letters, given_kind.looks)
    def law(letter: Letter, look: Any) -> None:
        reply = read(letter, kind, look)
        assert reply.is_reply
        wanted, observed_here = expected(letter), observed(reply)
        assert {key: observed_here[key] for key in wanted} == wanted, letter.to_text()

    law()


@pytest.mark.parametrize("kind", KINDS)
def test_a_letter_reads_alike_as_a_file_and_as_markdown(kind: str) -> None:
    given_kind = KINDS[kind]

    @settings(max_examples=ROUND_TRIP_DRAWS // 5 // given_kind.share, phases=_PHASES)
    @given(given_kind.letters.filter(lambda letter: not letter.surface.cuts), given_kind.looks)
    def law(letter: Letter, look: Any) -> None:
        if letter.form is not None and letter.form.table is TableStyle.TAB:
            letter = letter.but(form=letter.form.but(table=TableStyle.HTML))
        by_markdown = api.parse(letter.to_markdown(), "letter.md")
        left_out = _POSITIONS if kind == "docx" else _POSITIONS | _MARKED_UP
        assert _said(read(letter, kind, look), left_out) == _said(by_markdown, left_out), letter.to_text()

    law()


def _said(reply: Reply, left_out: set[str]) -> Any:
    plain = to_plain(reply)
    return {key: _without(value, left_out) for key, value in plain.items() if key not in _OF_THE_SOURCE}


def _without(value: Any, keys: set[str]) -> Any:
    if isinstance(value, dict):
        return {key: _without(item, keys) for key, item in value.items() if key not in keys}
    if isinstance(value, list):
        return [_without(item, keys) for item in value]
    return value
