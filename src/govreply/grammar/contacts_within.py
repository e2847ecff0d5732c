"""Contacts in the brackets of a sentence at the end: 请与我局联系（联系人：…，联系电话：…）."""

from __future__ import annotations

from collections.abc import Sequence

from govreply.grammar.contacts import read_contacts
from govreply.grammar.draft import Draft
from govreply.grammar.paragraphs import Paragraph
from govreply.grammar.rows import Row
from govreply.lexicon.labels import alternatives, labels
from govreply.patterns import compile_pattern

_PERSON = alternatives([label for label, kind in labels("contact").items() if kind == "person"], 2)
_LAST = 5
_BRACKET = compile_pattern(rf"（(?P<inner>(?:{_PERSON})：[^（）]{{2,120}})）")


def read(draft: Draft, paragraphs: Sequence[Paragraph]) -> None:
    """Read them off the last of `paragraphs` where the letter has no contacts of its own."""
    if draft.contacts:
        return
    for paragraph in paragraphs[-_LAST:]:
        for found in _BRACKET.finditer(paragraph.folded):
            read_contacts(draft, [Row(paragraph.tidy.cut(*found.span("inner")), paragraph.rows[0].line)])
