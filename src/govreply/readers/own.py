"""Readers that other packages add; see :mod:`govreply.plugins`."""

from __future__ import annotations

from collections.abc import Callable

from attrs import frozen

from govreply.readers.budget import Budget
from govreply.readers.laid_out import LaidOut


@frozen(kw_only=True)
class OwnReader:
    """A reader of a further format, or of one that govreply reads in another way.

    Attributes:
        media_type: becomes ``Source.media_type``.
        suffixes: endings of such files (``.xyz``), so that they are found in folders.
        recognises: whether a file is of this format, by its bytes and its name; quick, and it should not raise.
        read: makes text, places and blocks of the bytes, within the budget of the limits. Raises ``UnreadableError`` where
            it cannot; anything else that it raises becomes the outcome ``crashed``.
    """

    media_type: str
    suffixes: tuple[str, ...] = ()
    recognises: Callable[[bytes, str], bool]
    read: Callable[[bytes, Budget], LaidOut]
