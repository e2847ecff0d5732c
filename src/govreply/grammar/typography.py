"""Signs and characters that look wrong by themselves: widths, pairs, repetitions, look-alikes and remains of other texts.

Half-width punctuation in the whole text is the work of a machine that copied it: then one place stands for all of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve

from govreply.grammar.draft import Draft
from govreply.grammar.pairs import unbalanced
from govreply.grammar.residue import residues
from govreply.grammar.rows import Row, as_text
from govreply.grammar.signs import Mark, half_width, repeated, spaced_numbers, year_brackets
from govreply.lexicon.fold import fold
from govreply.lexicon.lookalikes import wrong_characters, wrong_digits
from govreply.model import Irregularity, IrregularityKind
from govreply.span import MappedText, Span

_MOST_SINGLE = 20  # half-width signs told one by one; beyond that a machine set them
_MOST_UNBALANCED = 3  # signs without a partner; beyond that a machine lost them
_BLANKS = str.maketrans("", "", " \t\u3000\xa0")


def read(draft: Draft) -> None:
    """Fill ``draft.irregularities``, in order of place."""
    plain = draft.structure.plain
    letter = [p.tidy for p in draft.paragraphs]
    opening = [draft.receipt_text] if draft.receipt_text is not None else []
    head = [draft.title_text] if draft.title_text is not None else []
    opinions = [text for text in draft.opinion_texts.values() if text.text]
    prose = [*head, *opening, *letter]
    found = [
        *_widths(draft, [*prose, *opinions, *_rows(draft, "addressee")], plain),
        *_pairs(draft, head),
        *_pairs(draft, [*opening, *letter]),
        *(one for opinion in opinions for one in _pairs(draft, [opinion])),
        *(one for row in _rows(draft, "contact", "note") for one in _pairs(draft, [row], careless=True)),
    ]
    for text in prose:
        found.extend(_of_text(draft, text, plain))
    unique = {(one.kind, one.span): one for one in found}
    draft.irregularities = sorted(unique.values(), key=_place)


def _of_text(draft: Draft, text: MappedText, plain: bool) -> Iterator[Irregularity]:
    folded = fold(text.text)
    marks: list[tuple[IrregularityKind, Mark]] = []
    if not plain:  # a machine that changed every comma changed brackets, too
        marks.extend((IrregularityKind.YEAR_BRACKET, m) for m in year_brackets(text.text))
    marks.extend((IrregularityKind.REPEATED, m) for m in repeated(text.text))
    marks.extend((IrregularityKind.SPACED_NUMBER, m) for m in spaced_numbers(folded))
    marks.extend((IrregularityKind.DIGIT, Mark(w.start, w.end, w.right)) for w in wrong_digits(folded))
    marks.extend((IrregularityKind.CHARACTER, Mark(w.start, w.end, w.right)) for w in wrong_characters(folded))
    marks.extend(residues(text.text, folded))
    for kind, mark in marks:
        yield _irregularity(draft, text, mark, kind, minor=plain)


def _widths(draft: Draft, texts: Sequence[MappedText], plain: bool) -> list[Irregularity]:
    found = []
    for text in texts:
        for mark in half_width(text.text):
            one = _irregularity(draft, text, mark, IrregularityKind.HALF_WIDTH)
            found.append(evolve(one, span=_with_blanks(draft, text, mark, one.span)))
    if found and (plain or len(found) > _MOST_SINGLE):
        first = min(found, key=_place)
        return [evolve(first, kind=IrregularityKind.HALF_WIDTH_THROUGHOUT, certain=False, minor=True)]
    return found


def _with_blanks(draft: Draft, text: MappedText, mark: Mark, span: Span) -> Span:
    """The sign with the blanks behind it, which a half-width sign needs and a full-width one does not."""
    if mark.end == len(text.text):
        return span
    following = text.span(mark.end, mark.end + 1).start
    between = draft.document.source.text[span.end : following]
    return Span(span.start, following) if between and not between.translate(_BLANKS) else span


def _pairs(draft: Draft, texts: Sequence[MappedText], careless: bool = False) -> Iterator[Irregularity]:
    lost = list(unbalanced([text.text for text in texts]))
    damaged = draft.structure.plain or len(lost) > _MOST_UNBALANCED
    for at, kind, mark in lost:
        yield _irregularity(draft, texts[at], mark, kind, minor=careless or damaged)


def _irregularity(
    draft: Draft, text: MappedText, mark: Mark, kind: IrregularityKind, minor: bool = False
) -> Irregularity:
    shown = as_text(text, mark.start, mark.end)
    source = draft.document.source.text[shown.span.start : shown.span.end]
    verbatim = source.translate(_BLANKS) == shown.text.translate(_BLANKS)  # no line end, no mark-up
    return Irregularity(
        text=shown.text,
        span=shown.span,
        pieces=shown.pieces,
        kind=kind,
        expected=mark.expected,
        certain=mark.certain and verbatim,
        minor=minor or mark.minor,
    )


def _rows(draft: Draft, *names: str) -> list[MappedText]:
    return [piece.tidy for piece, what in draft.claimed if what in names and isinstance(piece, Row)]


def _place(one: Irregularity) -> tuple[int, int]:
    return one.span.start, one.span.end
