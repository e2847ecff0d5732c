"""Why a catalogue cannot be used."""

from __future__ import annotations

from govreply.errors import GovreplyError
from govreply.language import Bilingual


class CatalogueError(GovreplyError):
    """A catalogue cannot be read or written.

    Attributes:
        words: what is wrong, for people, in both languages.
    """

    def __init__(self, words: Bilingual) -> None:
        super().__init__(words.en)
        self.words = words

    def __reduce__(self) -> tuple[type[CatalogueError], tuple[Bilingual]]:
        return type(self), (self.words,)
