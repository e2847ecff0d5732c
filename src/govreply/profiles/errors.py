"""What is wrong with a profile, in both languages."""

from __future__ import annotations

from govreply.errors import BilingualUsageError


class ProfileError(BilingualUsageError):
    """There is no such profile, or it cannot be used; ``words`` says why, and what to write instead."""
