"""Settings for all tests."""

from __future__ import annotations

from hypothesis import settings

# The same examples in every run, and none fails for being slow: the machine is no part of what is tested.
settings.register_profile("govreply", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("govreply")
