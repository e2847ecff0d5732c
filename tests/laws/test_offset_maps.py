"""Whatever cleaning does to a text, each of its characters leads to the source that it came from.

The model is naive: a list of characters, each with its own source range, or with an empty one where cleaning put it in.
"""

from __future__ import annotations

from attrs import frozen
from hypothesis import given, settings
from hypothesis import strategies as st

from govreply.span import Edit, MappedText, Span, join

SOURCE = "".join(chr(0x4E00 + n) for n in range(60))
Place = tuple[str, int, int]


@frozen
class Case:
    """A mapped text made by random steps, and the model of it."""

    text: MappedText
    model: tuple[Place, ...]


def _spread(text: str, start: int, end: int) -> tuple[Place, ...]:
    if len(text) == end - start:
        return tuple((c, start + n, start + n + 1) for n, c in enumerate(text))
    return tuple((c, start, end) for c in text)


def _span(model: tuple[Place, ...]) -> Span | None:
    own = [(start, end) for _, start, end in model if end > start]
    return Span(min(s for s, _ in own), max(e for _, e in own)) if own else None


@st.composite
def verbatim(draw: st.DrawFn) -> Case:
    start = draw(st.integers(0, 50))
    end = draw(st.integers(start, start + 8))
    return Case(MappedText.verbatim(SOURCE, start, end), _spread(SOURCE[start:end], start, end))


@st.composite
def replaced(draw: st.DrawFn) -> Case:
    start = draw(st.integers(0, 50))
    end = start + draw(st.integers(1, 4))
    text = draw(st.text("abc", max_size=5))
    return Case(MappedText.replaced(text, start, end), _spread(text, start, end))


@st.composite
def _joined(draw: st.DrawFn, parts: st.SearchStrategy[Case]) -> Case:
    cases = draw(st.lists(parts, min_size=1, max_size=4))
    separator = draw(st.sampled_from(["", " ", "；；"]))
    model: list[Place] = []
    for number, case in enumerate(cases):
        if number:
            model += [(c, 0, 0) for c in separator]
        model += case.model
    return Case(join([c.text for c in cases], separator), tuple(model))


@st.composite
def _cut(draw: st.DrawFn, parts: st.SearchStrategy[Case]) -> Case:
    case = draw(parts)
    start = draw(st.integers(0, len(case.model)))
    end = draw(st.integers(start, len(case.model)))
    return Case(case.text.cut(start, end), case.model[start:end])


@st.composite
def _edited(draw: st.DrawFn, parts: st.SearchStrategy[Case]) -> Case:
    case = draw(parts)
    edits: list[Edit] = []
    model: list[Place] = []
    at = 0
    while at < len(case.model):
        end = draw(st.integers(at, min(at + 3, len(case.model))))
        model += case.model[at:end]
        stop = draw(st.integers(end, min(end + 3, len(case.model))))
        if stop > end:
            new = draw(st.text("xyz", max_size=4))
            edits.append(Edit(end, stop, new))
            source = _span(case.model[end:stop])
            model += _spread(new, source.start, source.end) if source else tuple((c, 0, 0) for c in new)
        at = max(stop, at + 1)
        model += case.model[max(stop, end) : at]
    return Case(case.text.edit(edits), tuple(model))


@st.composite
def _stripped(draw: st.DrawFn, parts: st.SearchStrategy[Case]) -> Case:
    case = draw(parts)
    characters = draw(st.sampled_from([None, "ab", "；", "xyz "]))
    model = list(case.model)
    while model and (model[0][0].isspace() if characters is None else model[0][0] in characters):
        model.pop(0)
    while model and (model[-1][0].isspace() if characters is None else model[-1][0] in characters):
        model.pop()
    return Case(case.text.strip(characters), tuple(model))


cases = st.recursive(
    verbatim() | replaced(),
    lambda parts: _joined(parts) | _cut(parts) | _edited(parts) | _stripped(parts),
    max_leaves=8,
)


@settings(max_examples=300, deadline=None)
@given(cases, st.data())
def test_every_character_keeps_its_source(case: Case, data: st.DataObject) -> None:
    assert case.text.text == "".join(c for c, _, _ in case.model)
    for at in range(len(case.model)):
        expected = _span(case.model[at : at + 1])
        found = case.text.span(at, at + 1)
        assert found == expected if expected else len(found) == 0
    start = data.draw(st.integers(0, len(case.model)))
    end = data.draw(st.integers(start, len(case.model)))
    whole = _span(case.model[start:end])
    assert case.text.span(start, end) == whole if whole else len(case.text.span(start, end)) == 0


@settings(max_examples=300, deadline=None)
@given(cases)
def test_pieces_cover_what_the_characters_came_from_and_nothing_else(case: Case) -> None:
    positions = {p for _, start, end in case.model for p in range(start, end)}
    pieces = case.text.map.pieces(0, len(case.model))
    assert {p for piece in pieces for p in range(piece.start, piece.end)} == positions


@settings(max_examples=200, deadline=None)
@given(cases)
def test_segments_follow_each_other_without_a_gap(case: Case) -> None:
    at = 0
    for segment in case.text.map.segments:
        assert segment.text_start == at
        at = segment.text_end
    assert at == len(case.text.text) == case.text.map.length
