"""Names of files as the store keeps them: text, also for names that are none.

On Linux a name is bytes; Python shows those that are no UTF-8 as lone surrogates, which no text file or database takes.
"""

from __future__ import annotations

from typing import Final
from urllib.parse import quote_from_bytes, unquote_to_bytes

INSIDE: Final = "!/"
"""Between the name of an archive and that of a member."""

_MARK: Final = "bytes:"


def stored(path: str) -> str:
    """`path` as text: itself, or ``bytes:`` and its bytes percent-encoded where it holds lone surrogates."""
    if path.startswith(_MARK) or any("\ud800" <= sign <= "\udfff" for sign in path):
        return _MARK + quote_from_bytes(path.encode("utf-8", "surrogateescape"))
    return path


def original(text: str) -> str:
    """The path that :func:`stored` made `text` of, as the functions of the operating system take it."""
    if text.startswith(_MARK):
        return unquote_to_bytes(text.removeprefix(_MARK)).decode("utf-8", "surrogateescape")
    return text
