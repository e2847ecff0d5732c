"""Sound letters as a strategy: one seed each, so that a failing letter is told by a number."""

from __future__ import annotations

from random import Random

from hypothesis import strategies as st

from govreply.testing.sound import Sound, sound_letter


def sound_letters() -> st.SearchStrategy[Sound]:
    """Letters without a contradiction; as :func:`govreply.testing.sound.sound_letter`."""
    return st.integers(0, 2**32 - 1).map(_drawn)


def _drawn(seed: int) -> Sound:
    return sound_letter(Random(seed))  # noqa: S311 - repeatable on purpose
