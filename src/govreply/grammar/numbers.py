"""Document numbers (发文字号), in every writing met: 〔〕 and its look-alikes, 第, missing 号, empty numbers.

Canonical form after GB/T 9704-2012, 7.2.5: organ code, year in hexagonal brackets, serial without 第 and 号 behind it.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from govreply.grammar.rows import as_text
from govreply.lexicon.fold import fold
from govreply.model import DocumentNumber
from govreply.patterns import compile_pattern
from govreply.span import MappedText

# The organ code may hold letters and end in 字 or 函; a class letter before the bracket belongs to 编号：B〔2017〕05号.
_NUMBER = compile_pattern(
    r"(?P<code>[\p{Han}A-Z]{1,20}|[A-Z]?)"
    r"(?P<open>[〔（])(?P<year>[12][0-9]{3}|[0-9]{2})(?P<close>[〕）])"
    r"(?P<di>第?)(?P<serial>[0-9]{1,5}(?:-[0-9]{1,3})?|)(?P<hao>号|)"
)

_LEAD_WORDS = compile_pattern(
    r"^[\p{Han}A-Z]{0,18}(?:根据|按照|依据|依照|关于|印发|出台|制定|下发|参照|落实|执行|见|和|及|与|以|由|的|了|号|文|自|从|在|为|即|是)"
)


def find_numbers(text: MappedText, folded: str) -> Iterator[tuple[regex.Match[str], DocumentNumber]]:
    """Every document number in a stretch of tidied text, with its match in the folded text."""
    for match in _NUMBER.finditer(folded):
        if not match["hao"] and not (match["serial"] and match["open"] == "〔" and match["code"]):
            continue  # a bare year in brackets is no number
        if match["open"] == "（" and not match["code"]:
            continue
        yield match, build(text, match, _start(folded, match))


def _start(folded: str, match: regex.Match[str]) -> int:
    """Where the organ code begins: behind an opening sign, else behind the last word that leads up to it."""
    if match.start() == 0 or folded[match.start() - 1] in "（《，。；：、“":
        return match.start()
    lead = _LEAD_WORDS.match(match["code"])
    return match.start() + (lead.end() if lead is not None and lead.end() < len(match["code"]) else 0)


def build(text: MappedText, match: regex.Match[str], start: int | None = None) -> DocumentNumber:
    """The number of a match, taken from offset `start` on where the code is shorter than what was matched."""
    start = match.start() if start is None else start
    end = match.end()
    base = as_text(text, start, end)
    folded = fold(base.text)
    code = folded[: match.start("open") - start]
    serial = match["serial"]
    canonical = f"{code}〔{match['year']}〕{match['di']}{serial}{match['hao']}"
    return DocumentNumber(
        text=canonical,
        span=base.span,
        pieces=base.pieces,
        organ_code=code or None,
        year=_year(match["year"]),
        serial=int(serial.split("-")[0]) if serial else None,
        raw=base.text,
    )


def match_number(text: MappedText, folded: str, pos: int = 0) -> tuple[regex.Match[str], DocumentNumber] | None:
    """The number that starts exactly at `pos`."""
    match = _NUMBER.match(folded, pos)
    if match is None or not (match["serial"] or match["hao"]):
        return None
    return match, build(text, match)


def _year(digits: str) -> int | None:
    if len(digits) == 4:
        return int(digits)
    return None
