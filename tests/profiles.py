"""How many examples the laws draw: few in every run, many at night. ``HYPOTHESIS_PROFILE`` chooses."""

from __future__ import annotations

import os
from typing import Final

from hypothesis import settings

# The same examples in every run of "ci", and none fails for being slow: the machine is no part of what is tested.
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
# New examples every night; a failing one is printed with the blob that repeats it.
settings.register_profile("nightly", deadline=None, print_blob=True, max_examples=1000)

PROFILE: Final = os.environ.get("HYPOTHESIS_PROFILE", "ci")
settings.load_profile(PROFILE)

ROUND_TRIP_DRAWS: Final = {"ci": 300, "nightly": 10_000}[PROFILE]
