"""The marker that a paragraph of the body begins with, if it is one of the families that open a section."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from govreply.grammar.draft import Draft
from govreply.grammar.numbering import doubtful
from govreply.grammar.paragraphs import Paragraph
from govreply.lexicon.ordinals import Marker, match_marker, match_set_off
from govreply.patterns import compile_pattern

SECTION_STYLES: Final = ("一、", "（一）", "对建议一")
EITHER_STYLES: Final = ("1.", "（1）")

_LONGEST_BARE_HEADING = 40
_STOP = compile_pattern(r"[。：；！？]")
_SIGN_OF_HEADING = compile_pattern(r"[★☆●◆■▲◇▶※][\p{Han}“]")

# families outside of GB/T 9704-2012, 7.3.3, that the model has no style for
_UNREAD_FAMILY = compile_pattern(
    r"(?P<marker>[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}[.、]?(?=[\p{Han}“《])|(?P<letter>[A-Za-z])[、.)）](?=[\p{Han}“《]))"
)


def block_marker(paragraph: Paragraph) -> Marker | None:
    """The marker of a section family at the beginning of `paragraph`."""
    marker = match_marker(paragraph.folded, 0) or _set_off_marker(paragraph)
    if marker is None or marker.style not in (*SECTION_STYLES, *EITHER_STYLES):
        return None
    inner = match_marker(paragraph.folded, marker.end) if marker.style in EITHER_STYLES else None
    if inner is not None and inner.style in ("一、", "（一）"):
        return inner  # 1. 一、: the number of a list that a converter put before the writer's own
    return marker


def is_bare_heading(paragraph: Paragraph) -> bool:
    """A heading without a number: by mark-up or behind a sign, short, and no sentence."""
    row = paragraph.rows[0] if len(paragraph.rows) == 1 else None
    if row is None or len(paragraph.folded) > _LONGEST_BARE_HEADING or _STOP.search(paragraph.folded) is not None:
        return False
    return row.is_heading or row.line.all_strong or _SIGN_OF_HEADING.match(paragraph.folded) is not None


def opens_unit(paragraph: Paragraph) -> bool:
    """Whether a paragraph begins with a marker of the section families."""
    marker = block_marker(paragraph)
    return marker is not None and not doubtful(paragraph.folded, marker)


def tell_unread(draft: Draft, paragraphs: Sequence[Paragraph]) -> None:
    """A diagnostic for each of two or more paragraphs that are numbered as 1.1 or A、, which stay plain text."""
    found = [(p, m) for p in paragraphs if (m := _UNREAD_FAMILY.match(p.folded)) is not None]
    if len(found) < 2:
        return
    for paragraph, match in found:
        span = paragraph.cut(*match.span("marker")).span
        draft.diagnose("marker-family-unread", span, "sections", match["marker"])


def _set_off_marker(paragraph: Paragraph) -> Marker | None:
    row = paragraph.rows[0] if len(paragraph.rows) == 1 else None
    return match_set_off(row.raw.text) if row is not None and paragraph.text == row.text else None
