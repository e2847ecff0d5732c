"""Phone numbers and postcodes. Offsets are indices in the folded text, where every dash is ``-``."""

from __future__ import annotations

from typing import Literal

import regex
from attrs import frozen

from govreply.patterns import compile_pattern

Kind = Literal["landline", "mobile", "short", "service"]


@frozen
class PhoneMatch:
    """A phone number at ``[start, end)`` of the folded text, extension included.

    Attributes:
        number: digits, with one hyphen behind the area code where the text sets it off (0717-6446218).
        extension: the digits behind 转, or behind a further hyphen.
        kind: ``short`` is a hotline such as 12345, ``service`` a 400 or 800 number.
    """

    start: int
    end: int
    number: str
    extension: str | None
    kind: Kind


# Not inside longer runs (identity numbers, accounts), codes, decimals or 第…号
_AHEAD = r"(?<![0-9A-Za-z.〔第]|[0-9]-)"
_BEHIND = r"(?![0-9A-Za-z]|\.[0-9]|[号年元万亿%])"
_AREA = r"(?:010|02[0-9]|0[3-9][0-9]{2})"
_EXTENSION = r"(?:(?: ?（?转 ?|-|（分机 ?| ?分机 ?)(?P<ext{0}>[0-9]{{2,6}})(?![0-9])）?)?"

_PATTERN = (
    rf"{_AHEAD}(?:\+?86[- ]?)?(?P<mobile>1[3-9][0-9](?P<ms>[- ]?)[0-9]{{4}}(?P=ms)[0-9]{{4}}){_BEHIND}",
    rf"{_AHEAD}(?P<service>[48]00(?P<ss>[- ]?)[0-9]{{3}}(?P=ss)[0-9]{{4}}|[48]00-[0-9]{{4}}-[0-9]{{3}}"
    rf"|[48]00-[0-9]{{7}}){_BEHIND}",
    rf"(?P<open>（)?{_AHEAD}(?P<area>{_AREA})(?P<sep> ?）? ?-{{0,3}} {{0,2}})"
    rf"(?P<local>[1-9][0-9]{{3}}[ -][0-9]{{4}}|[1-9][0-9]{{2}} [0-9]{{4}}|[1-9][0-9]{{3}} [0-9]{{3}}|[1-9][0-9]{{5,7}})"
    rf"{_BEHIND}{_EXTENSION.format('a')}",
    rf"{_AHEAD}(?P<short>12[0-9]{{3}}|11[0249]|9[56][0-9]{{3}})(?![0-9A-Za-z.])"
    r"(?=[”\"’）]?(?:政务|市民|便民|公共|服务|热线|平台|举报|投诉|消费|环保|价格|国土|统一))",
)
_LOCAL = rf"{_AHEAD}(?P<bare>[2-9][0-9]{{6,7}}){_BEHIND}{_EXTENSION.format('b')}"
_BARE_SHORT = rf"{_AHEAD}(?P<bareshort>12[0-9]{{3}}|11[0249]){_BEHIND}"
_ANYWHERE = compile_pattern("|".join(_PATTERN))
_BEHIND_LABEL = compile_pattern("|".join((*_PATTERN, _LOCAL, _BARE_SHORT)))
_FURTHER = compile_pattern(
    rf"(?<=[0-9）])[、，/;； ]{{1,3}}(?P<bare>[2-9][0-9]{{6,7}}){_BEHIND}{_EXTENSION.format('b')}"
)
_DIGIT_OF = str.maketrans("OoIl", "0011")
_WITH_LETTERS = compile_pattern(
    r"(?<![0-9A-Za-z.])(?=(?:[OoIl-]{0,3}[0-9]){6})"
    r"(?:[0Oo][0-9OoIl]{2,3}[- ]{0,2}[1-9Il][0-9OoIl]{6,7}|[1Il][3-9][0-9OoIl]{9}|[2-9][0-9OoIl]{6,7})(?![0-9A-Za-z])"
)
_POSTCODE = compile_pattern(r"(?<![0-9A-Za-z.-])[0-9]{6}(?![0-9A-Za-z.-])")


def find_phones(text: str, *, labelled: bool) -> list[PhoneMatch]:
    """All phone numbers in `text`, in order.

    Args:
        text: folded text.
        labelled: whether a phone label (电话, 联系方式) introduces it. Local numbers without an area code are read only
            then, or where they continue a list that begins with a complete number.
    """
    found: list[PhoneMatch] = []
    at = 0
    while match := _next(text, at, labelled, bool(found) and found[-1].end == at):
        phone = _phone(match)
        at = max(phone.end, at + 1)
        found.append(phone)
    return found


def digits_for_letters(text: str) -> str:
    """`text` (folded), as long as before, with 0 and 1 where O and l stand inside what is else a whole phone number."""
    mended, at = [], 0
    for found in _WITH_LETTERS.finditer(text):
        mended += [text[at : found.start()], found.group().translate(_DIGIT_OF)]
        at = found.end()
    return "".join([*mended, text[at:]])


def find_postcode(text: str) -> tuple[int, int] | None:
    """Where the first six digits stand that no other digit, letter or hyphen touches."""
    found = _POSTCODE.search(text)
    return found.span() if found else None


def _next(text: str, at: int, labelled: bool, continues: bool) -> regex.Match[str] | None:
    if labelled:
        return _BEHIND_LABEL.search(text, at)
    return (_FURTHER.match(text, at) if continues else None) or _ANYWHERE.search(text, at)


def _phone(found: regex.Match[str]) -> PhoneMatch:
    groups = found.groupdict()
    if groups.get("mobile"):
        return PhoneMatch(*found.span("mobile"), _digits(groups["mobile"]), None, "mobile")
    if groups.get("service"):
        return PhoneMatch(*found.span("service"), groups["service"].replace(" ", "-"), None, "service")
    if groups.get("area"):
        start = found.start() if groups["open"] and "）" in groups["sep"] else found.start("area")
        hyphen = "-" if groups["sep"] else ""
        number = f"{groups['area']}{hyphen}{_digits(groups['local'])}"
        return PhoneMatch(start, found.end(), number, groups["exta"], "landline")
    if groups.get("bare"):
        return PhoneMatch(found.start("bare"), found.end(), groups["bare"], groups["extb"], "landline")
    group = "short" if groups.get("short") else "bareshort"
    return PhoneMatch(*found.span(group), groups[group], None, "short")


def _digits(text: str) -> str:
    return "".join(c for c in text if c.isdigit())
