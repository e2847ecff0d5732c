"""Why a batch does not begin, and why one ends before its end."""

from __future__ import annotations

from govreply.errors import BilingualError, BilingualUsageError


class StoreRefusedError(BilingualUsageError):
    """The folder of the report cannot be used as it was asked for; ``words`` says why and what to do."""


class StoreFailedError(BilingualError):
    """The store could not be written or read in the middle of the work; what it holds stays good. ``words`` says why."""


class StoreDamagedError(StoreFailedError):
    """The file of the store is damaged: what it held cannot be gone on with."""


class ClusterRefusedError(BilingualUsageError):
    """The cluster cannot be used as it was asked for; nothing has been checked. ``words`` says why and what to do."""


class ClusterLostError(BilingualError):
    """The cluster was lost, or turned out to be unfit, in the middle of the work; what is kept stays. ``words`` says why."""
