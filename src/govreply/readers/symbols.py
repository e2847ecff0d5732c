"""Fonts whose letters are drawn as signs: the ticks, crosses and boxes of Wingdings, Wingdings 2 and Webdings.

Word processors draw a ticked box as the letter ``þ`` or ``R`` in such a font. The codes are those of the fonts'
published character charts; Word also writes them as private-use characters, U+F000 and up.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

_PRIVATE_USE = 0xF000

WINGDINGS: Mapping[int, str] = {
    0x6C: "●",
    0x6E: "■",
    0x6F: "☐",
    0x71: "☐",  # with a shadow
    0x72: "☐",
    0x75: "◆",
    0x78: "☒",
    0xA1: "○",
    0xA8: "☐",
    0xD8: "➢",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
}
WINGDINGS_2: Mapping[int, str] = {
    0x4F: "✗",
    0x50: "✓",
    0x51: "☒",
    0x52: "☑",
    0x53: "☒",
    0x54: "☒",
    0x97: "●",
    0x98: "●",
    0xA2: "■",
    0xA3: "☐",
}
WEBDINGS: Mapping[int, str] = {
    0x61: "✓",
    0x63: "☐",
    0x67: "■",
    0x6E: "●",
    0x72: "✗",
}
SYMBOL_FONTS: Mapping[str, Mapping[int, str]] = {
    "wingdings": WINGDINGS,
    "wingdings 2": WINGDINGS_2,
    "webdings": WEBDINGS,
}


def symbol_font(names: Iterable[str]) -> Mapping[int, str] | None:
    """The signs of the first font of signs among `names` (lower case); ``None`` if there is none."""
    return next((SYMBOL_FONTS[name] for name in names if name in SYMBOL_FONTS), None)


def draw(text: str, signs: Mapping[int, str]) -> str:
    """`text` as a font of signs draws it, of the same length; what it draws no tick, box or bullet for stays."""
    return "".join(signs.get(_code(character), character) for character in text)


def _code(character: str) -> int:
    code = ord(character)
    return code - _PRIVATE_USE if _PRIVATE_USE <= code < _PRIVATE_USE + 0x100 else code
