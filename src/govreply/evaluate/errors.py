"""What is wrong with a corpus or with kept figures, in both languages."""

from __future__ import annotations

from govreply.errors import UsageError
from govreply.language import Bilingual


class CorpusError(UsageError):
    """A corpus, a gold file or a file of kept figures that cannot be used; ``words`` says why in both languages."""

    def __init__(self, words: Bilingual) -> None:
        super().__init__(words.en)
        self.words = words
