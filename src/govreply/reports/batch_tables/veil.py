"""What masks private things in the tables, as reports mask them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from typing import Final

from attrs import frozen

from govreply.batch.record import unpacked
from govreply.convert import converter
from govreply.lexicon.fold import fold
from govreply.lexicon.identity_numbers import is_identity_number
from govreply.lexicon.phones import find_phones
from govreply.model import Personal, PersonalKind
from govreply.patterns import compile_pattern
from govreply.private import hider, masked, masked_source

_IDENTITY_NUMBER: Final = compile_pattern(r"(?<![0-9A-Za-z])[1-8][0-9]{16}[0-9Xx](?![0-9A-Za-z])")
_SHORTEST: Final = 11  # digits


@frozen
class Veil:
    """Masks for the rows of one document: `hide` for what was read, `text` the source with masks where it is needed."""

    hide: Callable[[str], str]
    text: str | None = None

    def quote(self, quote: str, start: int) -> str:
        """The text that stands at `start`; a private number that the quote cuts off is masked, too."""
        return quote if self.text is None else self.text[start : start + len(quote)]


NO_VEIL: Final = Veil(str)


def veil_of(personal: tuple[Personal, ...], text: bytes | None) -> Veil:
    """For a document with these private things; `text` is its source where the store holds it without masks."""
    if not personal:
        return NO_VEIL
    return Veil(hider(personal), masked_source(unpacked(text), personal) if text is not None else None)


def hider_of(db: sqlite3.Connection, key: int | None) -> Callable[[str], str]:
    """What masks the private things of a document in a text that tells of it; ``None`` for a text of the catalogue."""
    row = db.execute("SELECT reply FROM documents WHERE input = ? AND reply IS NOT NULL", (key,)).fetchone()
    if row is None:
        return hide_numbers
    plain = json.loads(unpacked(row["reply"]))["personal"]
    hide = hider(tuple(converter().structure(one, Personal) for one in plain))
    return lambda text: hide_numbers(hide(text))


def hide_numbers(text: str) -> str:
    """`text` with masks on mobile and identity numbers, for what is no part of a document."""
    if sum(map(str.isdigit, text)) < _SHORTEST:
        return text
    folded = fold(text)
    places = [(p.start, p.end, PersonalKind.MOBILE) for p in find_phones(folded, labelled=False) if p.kind == "mobile"]
    places += [
        (*found.span(), PersonalKind.ID_NUMBER)
        for found in _IDENTITY_NUMBER.finditer(folded)
        if is_identity_number(found.group())
    ]
    for start, end, kind in places:
        text = text[:start] + masked(text[start:end], kind) + text[end:]
    return text
