"""Signs that nobody sees, where they make a number another one than it looks like.

Reading leaves them out. Inside a number they are told, as a search finds the number neither way; and so is every sign
that turns the direction of writing (Unicode Standard Annex 9), as what follows is printed in another order than it is stored.
"""

from __future__ import annotations

from typing import Final

from govreply.grammar.draft import Draft
from govreply.grammar.rows import INVISIBLE, lines_in
from govreply.patterns import compile_pattern

_IN_NUMBER: Final = compile_pattern(rf"(?<=[0-9０-９〔年月第.])[{INVISIBLE}]{{1,64}}+(?=[0-9０-９〕年月日号.％%])")
_TURNS: Final = compile_pattern(r"[\u202a\u202b\u202d\u202e\u2066-\u2068]{1,64}+")
_LONGEST_DETAIL: Final = 8


def tell(draft: Draft) -> None:
    """One diagnostic for each place, in the lines and tables of the whole document."""
    for line in lines_in(draft.document.blocks):
        text = line.text.text
        if text.isascii() and text.isprintable():
            continue
        for found in _IN_NUMBER.finditer(text):
            draft.diagnose("invisible-in-number", line.text.span(*found.span()), None, _names(found.group()))
        for found in _TURNS.finditer(text):
            draft.diagnose("direction-turned", line.text.span(*found.span()), None, _names(found.group()))


def _names(signs: str) -> str:
    return " ".join(f"U+{ord(sign):04X}" for sign in signs[:_LONGEST_DETAIL])
