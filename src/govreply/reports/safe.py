"""Text of a document made safe to print: what would steer a terminal or hide from the eye is shown, not obeyed."""

from __future__ import annotations

import unicodedata

_TAB = "  "
_CONTROL_PICTURES = 0x2400  # U+2400 shows NUL, and so on in the order of the C0 controls
_BYTE_ESCAPES = range(0xDC80, 0xDD00)  # how Python keeps bytes of a path that are no UTF-8
_HIDDEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}
_FIRST_HIDDEN = "\x7f"


def visible(text: str) -> str:
    r"""`text` without control, format and direction characters: each is replaced by a sign that shows it.

    C0 controls become control pictures (U+001B becomes ␛), bytes that a path could not decode ``\xff``, all other
    controls, zero-width and bidirectional characters (Unicode categories Cc, Cf, Cs, Zl, Zp) their number as in
    ``<U+202E>``. A tab becomes two spaces.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(character if _is_plain(character) else _shown(character) for character in text)


def _is_plain(character: str) -> bool:
    if character < _FIRST_HIDDEN:
        return character >= " "
    return unicodedata.category(character) not in _HIDDEN


def _shown(character: str) -> str:
    number = ord(character)
    if character == "\t":
        return _TAB
    if number < 0x20:
        return chr(_CONTROL_PICTURES + number)
    if character == _FIRST_HIDDEN:
        return "␡"
    if number in _BYTE_ESCAPES:
        return f"\\x{number - 0xDC00:02x}"
    return f"<U+{number:04X}>"
