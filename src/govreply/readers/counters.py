"""The numbers that browsers draw before the items of an ordered list (HTML ``<ol>``, CSS Counter Styles)."""

from __future__ import annotations

from collections.abc import Mapping

from govreply.patterns import compile_pattern
from govreply.readers.styles import list_style

_NUMBER = compile_pattern(r"-?[0-9]{1,6}")
_TYPES = {"1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}
_CHINESE = frozenset(
    ("cjk-ideographic", "simp-chinese-informal", "simp-chinese-formal", "trad-chinese-informal", "cjk-decimal")
)
_CHINESE_DIGITS = "零一二三四五六七八九"
_ROMAN = ((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_MOST_ROMAN = 89
_MOST_CHINESE = 99
# an item that begins so has its number in its text; its page hides the one that browsers draw
_NUMBERED = compile_pattern(
    r"\s{0,9}(?:[（(〔\[]?\s{0,2}[0-9０-９一二三四五六七八九十]{1,4}\s{0,2}(?:[）)〕\].．、:：]|是)|[①-⑳⑴-⒇]|第[一二三四五六七八九十])"
)


def counter_style(attributes: Mapping[str, str]) -> str:
    """The counter style of an ``<ol>`` with these attributes: its ``list-style``, else its ``type``, else decimal."""
    return list_style(attributes) or _TYPES.get(attributes.get("type", "").strip(), "decimal")


def given_number(text: str) -> int | None:
    """The value of a ``start`` or ``value`` attribute; ``None`` where it is no integer."""
    text = text.strip()
    return int(text) if _NUMBER.fullmatch(text) else None


def marker(number: int, style: str) -> str:
    """What is drawn before item `number`: ``3.``, ``c.``, ``iii.``, ``三、``; ``-`` where no number is drawn."""
    if style in _CHINESE:
        return f"{_chinese(number)}、" if 0 < number <= _MOST_CHINESE else f"{number}."
    if style in ("lower-alpha", "lower-latin", "upper-alpha", "upper-latin") and 0 < number <= 26:
        letter = chr(ord("a") + number - 1)
        return f"{letter.upper() if style.startswith('upper') else letter}."
    if style in ("lower-roman", "upper-roman") and 0 < number <= _MOST_ROMAN:
        return f"{_roman(number).upper() if style.startswith('upper') else _roman(number)}."
    if style in ("none", "disc", "circle", "square"):
        return "-"
    return f"{number}."


def is_numbered(text: str) -> bool:
    """Whether the text of an item begins with a number of its own."""
    return _NUMBERED.match(text) is not None


def _chinese(number: int) -> str:
    tens, ones = divmod(number, 10)
    return (
        (_CHINESE_DIGITS[tens] if tens > 1 else "") + ("十" if tens else "") + (_CHINESE_DIGITS[ones] if ones else "")
    )


def _roman(number: int) -> str:
    parts = []
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        parts.append(letters * count)
    return "".join(parts)
