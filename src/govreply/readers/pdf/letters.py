"""What the text layer says a sign is, put right where fonts and printers get it wrong in known ways."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from govreply.readers.symbols import SYMBOL_FONTS, draw

LOST = "\ufffd"

# A glyph that several characters share is often written down as the rarest of them: 一 as the radical ⼀. Most radicals have
# a compatibility equivalent in Unicode's own data (Kangxi Radicals); these are characters of their own that have none.
_RADICALS = str.maketrans(
    "⺁⺇⺎⺠⺩⻁⻄⻅⻆⻉⻋⻓⻔⻗⻘⻙⻚⻛⻜⻝⻡⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰",
    "厂几兀民王虎西见角贝车长门雨青韦页风飞食首马骨鬼鱼鸟卤麦黄齐齿龙",
)
_FONT_NAMES = (
    ("wingdings2", "wingdings 2"),
    ("wingdings-2", "wingdings 2"),
    ("wingdings", "wingdings"),
    ("webdings", "webdings"),
)
_PRIVATE = range(0xE000, 0xF900)


def signs_of(font: str) -> Mapping[int, str] | None:
    """The signs of a font of signs by its PostScript name; ``None`` for others."""
    plain = font.lower().replace(" ", "")
    return next((SYMBOL_FONTS[name] for begin, name in _FONT_NAMES if plain.startswith(begin)), None)


def family_of(font: str) -> str:
    """The font's name without the prefix of a subset (ISO 32000-1, 9.6.4)."""
    return font[7:] if len(font) > 7 and font[6] == "+" and font[:6].isalpha() else font


def letter(code: int, *, wrong: bool, signs: Mapping[int, str] | None) -> str:
    """The character that the text layer gives as `code`; :data:`LOST` where nobody can tell what it is.

    `wrong` is whether the font has nothing that leads from the sign to a character.
    """
    if code == 0x02:
        return "-"  # the hyphen that ends a line
    if code in (0xA0, 0x09):
        return " "
    if signs is not None and 0x20 < code < 0x110000:
        drawn = draw(chr(code), signs)
        if drawn != chr(code):
            return drawn
    if wrong or code < 0x20 or 0xD800 <= code < 0xE000 or code >= 0x110000 or code in _PRIVATE:
        return LOST
    character = chr(code)
    if "\u2e80" <= character <= "\u2eff":
        return unicodedata.normalize("NFKC", character.translate(_RADICALS))
    if "\u2f00" <= character <= "\u2fdf" or "\uf900" <= character <= "\ufaff":
        return unicodedata.normalize("NFKC", character)
    return character
