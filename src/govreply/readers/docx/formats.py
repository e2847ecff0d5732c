"""How a counter is written, by the number formats of ISO/IEC 29500-1, 17.18.59 (ST_NumberFormat)."""

from __future__ import annotations

from collections.abc import Callable, Mapping

_DIGITS = "零一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_LEGAL_TRADITIONAL = "零壹貳參肆伍陸柒捌玖"
_CIRCLE_DIGITS = "〇一二三四五六七八九"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_MOST_COUNTED = 9999
_MOST_ROMAN = 3999
_MOST_REPEATED = 26 * 20  # letters go on as aa, bbb, …


def written(number: int, form: str) -> str:
    """`number` in the number format `form` (``chineseCounting``); in digits where the format has no sign for it."""
    writer = _WRITERS.get(form)
    said = writer(number) if writer is not None and number >= 0 else None
    return str(number) if said is None else said


def padded(number: int, pattern: str) -> str:
    """`number` in a custom format, whose `pattern` lists how it counts: ``001, 002, 003, ...``."""
    first = pattern.split(",")[0].strip()
    return str(number).zfill(len(first)) if first.isascii() and first.isdigit() and len(first) <= 9 else str(number)


def _counting(number: int, digits: str = _DIGITS, units: str = "十百千", bare_ten: bool = True) -> str | None:
    """1234 as 一千二百三十四, 12 as 十二, 105 as 一百零五."""
    if number == 0:
        return digits[0]
    if number > _MOST_COUNTED:
        return None
    parts: list[str] = []
    gap = False
    for power in (3, 2, 1, 0):
        digit = number // 10**power % 10
        if digit == 0:
            gap = bool(parts)
            continue
        if gap:
            parts.append(digits[0])
            gap = False
        leading_ten = power == 1 and digit == 1 and not parts and bare_ten
        parts.append(("" if leading_ten else digits[digit]) + (units[power - 1] if power else ""))
    return "".join(parts)


def _japanese(number: int) -> str | None:
    """As in 百二十三: no 一 before a unit, no zero in gaps."""
    plain = _counting(number)
    return (
        plain if plain is None or number < 100 else plain.replace("零", "").replace("一百", "百").replace("一千", "千")
    )


def _digital(number: int) -> str:
    return "".join(_CIRCLE_DIGITS[int(digit)] for digit in str(number))


def _letters(number: int) -> str | None:
    if not 0 < number <= _MOST_REPEATED:
        return None
    times, letter = divmod(number - 1, 26)
    return chr(ord("a") + letter) * (times + 1)


def _roman(number: int) -> str | None:
    if not 0 < number <= _MOST_ROMAN:
        return None
    parts = []
    for amount, letters in _ROMAN:
        count, number = divmod(number, amount)
        parts.append(letters * count)
    return "".join(parts)


def _cycle(number: int) -> str | None:
    if not 0 < number <= 60:
        return None
    return _STEMS[(number - 1) % 10] + _BRANCHES[(number - 1) % 12]


def _series(first: str, count: int) -> Callable[[int], str | None]:
    return lambda number: chr(ord(first) + number - 1) if 0 < number <= count else None


def _listed(signs: str) -> Callable[[int], str | None]:
    return lambda number: signs[number - 1] if 0 < number <= len(signs) else None


def _circled(number: int) -> str | None:
    for first, last, sign in ((1, 20, "①"), (21, 35, "㉑"), (36, 50, "㊱")):
        if first <= number <= last:
            return chr(ord(sign) + number - first)
    return None


def _full_width(number: int) -> str:
    return "".join(chr(ord("０") + int(digit)) for digit in str(number))


def _upper(writer: Callable[[int], str | None]) -> Callable[[int], str | None]:
    return lambda number: (writer(number) or "").upper() or None


_WRITERS: Mapping[str, Callable[[int], str | None]] = {
    "decimalZero": lambda number: f"{number:02d}",
    "upperRoman": _upper(_roman),
    "lowerRoman": _roman,
    "upperLetter": _upper(_letters),
    "lowerLetter": _letters,
    "chineseCounting": _counting,
    "chineseCountingThousand": _counting,
    "taiwaneseCounting": _counting,
    "taiwaneseCountingThousand": _counting,
    "japaneseCounting": _japanese,
    "koreanDigital2": _digital,
    "ideographDigital": _digital,
    "taiwaneseDigital": _digital,
    "japaneseDigitalTenThousand": _digital,
    "chineseLegalSimplified": lambda number: _counting(number, _LEGAL, "拾佰仟", bare_ten=False),
    "ideographLegalTraditional": lambda number: _counting(number, _LEGAL_TRADITIONAL, "拾佰仟", bare_ten=False),
    "ideographTraditional": _listed(_STEMS),
    "ideographZodiac": _listed(_BRANCHES),
    "ideographZodiacTraditional": _cycle,
    "ideographEnclosedCircle": _listed("㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"),
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedFullstop": _series("⒈", 20),
    "decimalEnclosedParen": _series("⑴", 20),
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "numberInDash": lambda number: f"- {number} -",
    "none": lambda _number: "",
}
