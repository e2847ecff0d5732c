"""Why a catalogue cannot be used."""

from __future__ import annotations

from govreply.errors import BilingualError


class CatalogueError(BilingualError):
    """A catalogue cannot be read or written.

    Attributes:
        words: what is wrong, for people, in both languages.
    """
