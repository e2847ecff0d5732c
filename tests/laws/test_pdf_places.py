"""Law: each place of a PDF source has the page, the box and the edges that its signs were set at."""

from __future__ import annotations

from collections import defaultdict
from itertools import accumulate

from hypothesis import given, settings
from hypothesis import strategies as st

from govreply.readers import read
from govreply.testing import Letter
from govreply.testing.render_pdf import PdfLook
from govreply.testing.strategies import letters
from govreply.testing.typeset import typeset

looks = st.builds(PdfLook, scaled=st.booleans(), turned=st.booleans(), shifted=st.booleans(), shuffled=st.booleans())
_POINTS = 72 / 25.4
_NEAR = 0.1  # points


@settings(max_examples=40)
@given(letters(), looks)
def test_places_lead_to_the_signs_on_the_pages(letter: Letter, look: PdfLook) -> None:
    printed: dict[tuple[int, str], list[tuple[float, float]]] = defaultdict(list)
    for number, sheet in enumerate(typeset(letter.layout(), numbered=look.numbered), start=1):
        for run in sheet.runs:
            lefts = accumulate(run.advances, initial=run.x)
            for sign, left in zip(run.text, lefts, strict=False):
                if not sign.isspace():
                    printed[number, sign].append((left * _POINTS, run.baseline * _POINTS))
    source = read(letter.to_pdf(look), "letter.pdf").source
    for place in source.places:
        assert place.page is not None
        assert place.box is not None
        for offset in range(place.span.start, place.span.end):
            sign = source.text[offset]
            if sign.isspace():
                continue
            left = place.edges[offset - place.span.start]
            near = [
                at
                for at in printed[place.page, sign]
                if abs(at[0] - left) < _NEAR and place.box[1] < at[1] < place.box[3]
            ]
            assert len(near) == 1, (sign, left)
            printed[place.page, sign].remove(near[0])
    assert not any(printed.values())  # nothing that was printed is left unread


@settings(max_examples=40)
@given(letters(), looks)
def test_every_visible_character_has_a_place(letter: Letter, look: PdfLook) -> None:
    source = read(letter.to_pdf(look), "letter.pdf").source
    covered = {at for place in source.places for at in range(place.span.start, place.span.end)}
    assert [c for at, c in enumerate(source.text) if at not in covered and c not in "\n "] == []
