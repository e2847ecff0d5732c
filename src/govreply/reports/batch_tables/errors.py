"""Why an export does not begin, and why one ends before its end."""

from __future__ import annotations

from govreply.errors import BilingualError, BilingualUsageError


class ExportRefusedError(BilingualUsageError):
    """The export cannot be made as it was asked for; nothing has been written. ``words`` says why and what to do."""


class ExportFailedError(BilingualError):
    """The export could not be brought to its end; tables of it that are there are not all. ``words`` says why and what to do."""
