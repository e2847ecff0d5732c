"""Settings for all tests."""

from __future__ import annotations

import tests.profiles  # noqa: F401 - registers and loads the profile of the laws
