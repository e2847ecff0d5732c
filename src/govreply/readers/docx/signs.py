"""Signs that Word draws by other means than a character: fonts of signs, ``w:sym``, and the fields EQ and SYMBOL."""

from __future__ import annotations

from collections.abc import Mapping

from govreply.blocks import TICKED, UNTICKED
from govreply.patterns import compile_pattern
from govreply.readers.docx.formats import written
from govreply.readers.docx.styles import Fonts
from govreply.readers.symbols import SYMBOL_FONTS

_PRIVATE_USE = 0xF000
_SURROGATES = 0xD800
# what the charts of the fonts have besides ticks and boxes
_MORE: Mapping[str, Mapping[int, str]] = {
    "wingdings": {
        0x28: "☎",
        0x29: "☎",
        0x2A: "✉",
        0x6D: "❍",
        0x70: UNTICKED,
        0x76: "❖",
        0x9E: "·",
        0x9F: "•",
        0xA2: "○",
        0xA4: "◉",
        0xA7: "▪",
        0xB2: "✧",
        0xDF: "←",
        0xE0: "→",
        0xE1: "↑",
        0xE2: "↓",
        **{0x80 + n: "⓪①②③④⑤⑥⑦⑧⑨⑩"[n] for n in range(11)},
        **{0x8B + n: "⓿❶❷❸❹❺❻❼❽❾❿"[n] for n in range(11)},
    },
    "wingdings 2": {
        **{0x69 + n: "⓪①②③④⑤⑥⑦⑧⑨⑩"[n] for n in range(11)},
        **{0x74 + n: "⓿❶❷❸❹❺❻❼❽❾❿"[n] for n in range(11)},
    },
    "symbol": {0xB7: "•", 0xD6: "√", 0xB4: "×", 0xB1: "±", 0xA3: "≤", 0xB3: "≥", 0xB0: "°"},
}
_FONTS: Mapping[str, Mapping[int, str]] = {
    name: {**_MORE.get(name, {}), **SYMBOL_FONTS.get(name, {})} for name in {*_MORE, *SYMBOL_FONTS}
}
BOXES = frozenset("☐☑☒□■▢◻◼⬜🗹✓✔√")
_EMPTY_BOXES = frozenset("□☐▢◻囗口")
_TICKS = frozenset("√✓✔")
_CROSSES = frozenset("×✗✘")
_RINGS = frozenset("○◯〇")
_WORD = compile_pattern(r"\S{1,60}")
_DRAWN = compile_pattern(r"\\[a-zA-Z]{1,3}(?: ?-?[0-9]{1,4}(?![0-9]))?|[^\\(),，;；\s]{1,20}")
_SYMBOL_CODE = compile_pattern(r"(?i)^\s{0,20}symbol\s{1,20}(0x[0-9a-f]{1,4}|[0-9]{1,5})")
_SYMBOL_FONT = compile_pattern(r'(?i)\\f\s{0,9}(?:"([^"]{1,60})"|(\S{1,60}))')
_LONGEST = 2000


def sign_of(character: str, fonts: Fonts) -> str:
    """`character` as the font draws it that Word takes for it; the character itself in fonts of letters."""
    code = ord(character)
    if code < 0x80:
        font = fonts.ascii
    elif code < 0x100 or _PRIVATE_USE <= code < _PRIVATE_USE + 0x100:
        font = fonts.east_asia if fonts.hint == "eastAsia" and fonts.east_asia in _FONTS else fonts.high or fonts.ascii
    else:
        return character
    signs = _FONTS.get(font or "")
    return signs.get(_code(code), character) if signs is not None else character


def sign_of_symbol(font: str | None, code: str | None) -> str:
    """What ``<w:sym w:font="Wingdings" w:char="F0FE"/>`` draws; ``""`` where that is unknown and only an ornament."""
    try:
        number = int(code or "", 16)
    except ValueError:
        return ""
    signs = _FONTS.get((font or "").strip().lower())
    if signs is not None:
        return signs.get(_code(number), "")
    return chr(number) if 0x20 <= number < _SURROGATES else ""


def sign_of_field(instruction: str) -> str:
    """What a SYMBOL field draws, such as one with the code 254 in the font Wingdings."""
    found = _SYMBOL_CODE.match(instruction[:_LONGEST])
    if found is None:
        return ""
    said = found[1]
    code = int(said, 16) if said.lower().startswith("0x") else int(said)
    font = _SYMBOL_FONT.search(instruction[:_LONGEST])
    return sign_of_symbol((font[1] or font[2]) if font else None, f"{code:x}")


def sign_of_equation(instruction: str) -> str:
    """What an EQ field draws: a tick over a box is a ticked box, a number in a ring ①; other parts follow each other.

    The field's switches are those of Word's documentation; ``o`` draws its arguments over each other.
    """
    parts = [m.group() for m in _DRAWN.finditer(instruction[:_LONGEST])][1:]
    drawn = [part for part in parts if not part.startswith("\\")]
    signs = {sign for part in drawn for sign in part}
    if any(part.lower() == "\\o" for part in parts):
        if signs & _EMPTY_BOXES and signs & _TICKS:
            return TICKED
        if signs & _EMPTY_BOXES and signs & _CROSSES:
            return "☒"
        numbers = [part for part in drawn if part.isascii() and part.isdigit() and len(part) <= 2]
        if signs & _RINGS and numbers:
            return written(int(numbers[0]), "decimalEnclosedCircle")
    return "".join(drawn)


def field_name(instruction: str) -> str:
    """The first word of a field's instruction in upper case."""
    found = _WORD.search(instruction[:_LONGEST])
    return found.group().upper() if found else ""


def _code(code: int) -> int:
    return code - _PRIVATE_USE if _PRIVATE_USE <= code < _PRIVATE_USE + 0x100 else code
