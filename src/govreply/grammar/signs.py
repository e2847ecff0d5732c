"""Single signs of punctuation that are out of place in one text, found without looking at others."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from govreply.patterns import compile_pattern

_FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）"}
_BEFORE = r"[\p{Han}”’》〉）】]"
_BEHIND = r"[\p{Han}“‘《〈（【]"
_SIGN = compile_pattern(rf"(?<={_BEFORE})[,;:?!](?={_BEHIND}|$)")
_PAIR = compile_pattern(r"[（(](?P<inner>[^（）()]{1,80})[）)]")
_ORDINAL = compile_pattern(r"[一二三四五六七八九十百0-9]{1,4}")
_CLINGS_TO = compile_pattern(r"[A-Za-z0-9]$")

_REPEATED = compile_pattern(r"([，。、；：])\1{1,5}|[，、；：]。|[。；：][，、；]|，、|、，|。[；：]")

# 20 23年, 第2023 0084号: elsewhere a space may part two numbers or thousands
_YEAR = compile_pattern(r"(?<![0-9.-])(?<![0-9.-] )(?=[0-9]{1,3} )(?:1 ?9|2 ?0) ?[0-9] ?[0-9](?= ?年)")
_NUMBER = compile_pattern(r"(?<=第)(?=[0-9]{1,7} )2 ?0(?: ?[0-9]){6}(?= ?号)")

_YEAR_BRACKETS = compile_pattern(
    r"(?<=[\p{Han}]{2})(?P<open>[\[［【(（])(?P<year>20[0-9]{2})(?P<close>[\]］】)）])(?=第?[0-9]{1,4}号)"
)
_STANDARD_SINCE = 2012  # GB/T 9704-2012; before it other forms were usual


@frozen
class Mark:
    """A place ``[start, end)`` of a text and what belongs there; see :class:`govreply.model.Irregularity`."""

    start: int
    end: int
    expected: str | None = None
    certain: bool = False
    minor: bool = False


def half_width(text: str) -> Iterator[Mark]:
    """Half-width signs between Chinese characters, or behind one at the end of the text, in `text` (not folded).

    Left out are numbers, times, addresses of pages and foreign words, as no sign between them has Chinese on both sides,
    and ordinals in half-width brackets, which are a style of numbering.
    """
    for sign in _SIGN.finditer(text):
        yield Mark(sign.start(), sign.end(), _FULL[sign.group()], certain=True)
    for pair in _PAIR.finditer(text):
        opened, closed = pair.start(), pair.end() - 1
        if text[opened] == "（" and text[closed] == "）":
            continue
        inner = pair["inner"]
        mixed = text[opened] == "（" or text[closed] == "）"
        chinese = any("\u4e00" <= sign <= "\u9fff" for sign in inner)
        if not mixed and (
            not chinese or _ORDINAL.fullmatch(inner) or _CLINGS_TO.search(text[max(0, opened - 1) : opened])
        ):
            continue
        for at in (opened, closed):
            if text[at] in _FULL:
                yield Mark(at, at + 1, _FULL[text[at]], certain=True)


def repeated(text: str) -> Iterator[Mark]:
    """Two stops where one belongs: ，， and 。，; ellipses, dashes and marks of exclamation are not among them."""
    for match in _REPEATED.finditer(text):
        same = len(set(match.group())) == 1
        yield Mark(match.start(), match.end(), match.group()[0] if same else None)


def spaced_numbers(folded: str) -> Iterator[Mark]:
    """Years and eight-digit numbers with a space inside."""
    for pattern in (_YEAR, _NUMBER):
        for match in pattern.finditer(folded):
            yield Mark(match.start(), match.end(), match.group().replace(" ", ""), certain=True)


def year_brackets(text: str) -> Iterator[Mark]:
    """Other brackets than 〔〕 around the year of a document number, in `text` (not folded)."""
    for match in _YEAR_BRACKETS.finditer(text):
        if int(match["year"]) >= _STANDARD_SINCE:
            yield Mark(match.start("open"), match.end("close"), f"〔{match['year']}〕", certain=True)
