"""Why a batch does not begin, and why one ends before its end."""

from __future__ import annotations

from govreply.errors import GovreplyError, UsageError
from govreply.language import Bilingual


class StoreRefusedError(UsageError):
    """The folder of the report cannot be used as it was asked for; ``words`` says why and what to do."""

    def __init__(self, words: Bilingual) -> None:
        super().__init__(words.en)
        self.words = words

    def __reduce__(self) -> tuple[type[StoreRefusedError], tuple[Bilingual]]:
        return type(self), (self.words,)


class StoreFailedError(GovreplyError):
    """The store could not be written or read in the middle of the work; what it holds stays good. ``words`` says why."""

    def __init__(self, words: Bilingual) -> None:
        super().__init__(words.en)
        self.words = words

    def __reduce__(self) -> tuple[type[StoreFailedError], tuple[Bilingual]]:
        return type(self), (self.words,)


class ClusterRefusedError(UsageError):
    """The cluster cannot be used as it was asked for; nothing has been checked. ``words`` says why and what to do."""

    def __init__(self, words: Bilingual) -> None:
        super().__init__(words.en)
        self.words = words

    def __reduce__(self) -> tuple[type[ClusterRefusedError], tuple[Bilingual]]:
        return type(self), (self.words,)


class ClusterLostError(GovreplyError):
    """The cluster was lost, or turned out to be unfit, in the middle of the work; what is kept stays. ``words`` says why."""

    def __init__(self, words: Bilingual) -> None:
        super().__init__(words.en)
        self.words = words

    def __reduce__(self) -> tuple[type[ClusterLostError], tuple[Bilingual]]:
        return type(self), (self.words,)
