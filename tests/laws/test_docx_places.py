"""Law: each place of a DOCX source leads to the run that its text stands in, character by character."""

from __future__ import annotations

import io
import zipfile

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from govreply.places import Story
from govreply.readers import read
from govreply.testing import Letter
from govreply.testing.docx_parts import TRANSITIONAL
from govreply.testing.render_docx import DocxLook, Ticks
from govreply.testing.strategies import letters

W = f"{{{TRANSITIONAL}}}"
looks = st.builds(
    DocxLook,
    numbered=st.booleans(),
    merged=st.booleans(),
    ticks=st.sampled_from((Ticks.TYPED, Ticks.FIELD)),
    run_length=st.sampled_from((0, 1, 5)),
)


@settings(max_examples=60)
@given(letters(), looks)
def test_places_lead_to_the_runs_of_the_file(letter: Letter, look: DocxLook) -> None:
    data = letter.to_docx(look)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    paragraphs = [
        ["".join(t.text or "" for t in run.iter(f"{W}t")) for run in paragraph.iter(f"{W}r")]
        for paragraph in root.iter(f"{W}p")
    ]
    source = read(data, "letter.docx").source
    shown = 0
    for place in source.places:
        if place.story is not Story.BODY or place.run is None or place.paragraph is None:
            continue
        said = source.text[place.span.start : place.span.end]
        run = paragraphs[place.paragraph - 1][place.run - 1]
        if run or said not in ("☑", "☐"):  # a form field stands in a run without text
            assert run[place.offset : place.offset + len(said)] == said
            shown += len(said)
    assert shown == sum(len(run) for runs in paragraphs for run in runs)


@settings(max_examples=60)
@given(letters(), looks)
def test_every_visible_character_has_a_place(letter: Letter, look: DocxLook) -> None:
    source = read(letter.to_docx(look), "letter.docx").source
    covered = {at for place in source.places for at in range(place.span.start, place.span.end)}
    assert [c for at, c in enumerate(source.text) if at not in covered and c not in "\n\t"] == []
