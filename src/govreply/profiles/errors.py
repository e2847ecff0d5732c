"""What is wrong with a profile, in both languages."""

from __future__ import annotations

from govreply.errors import UsageError
from govreply.language import Bilingual


class ProfileError(UsageError):
    """There is no such profile, or it cannot be used; ``words`` says why, and what to write instead."""

    def __init__(self, words: Bilingual) -> None:
        super().__init__(words.en)
        self.words = words

    def __reduce__(self) -> tuple[type[ProfileError], tuple[Bilingual]]:
        return type(self), (self.words,)
