"""Document numbers (发文字号), in every writing met: 〔〕 and its look-alikes, 第, missing 号, empty numbers.

Canonical form after GB/T 9704-2012, 7.2.5: organ code, year in hexagonal brackets, serial without 第 and 号 behind it.
What deviates from that keeps its own wording, only its brackets are made hexagonal, its layout spaces dropped, and the
letter O or the sign 〇 among the digits of its year read as the zero it stands for.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

import regex
from attrs import frozen

from govreply.grammar.rows import as_text
from govreply.lexicon.fold import fold
from govreply.lexicon.numerals import read_year
from govreply.model import DocumentNumber
from govreply.patterns import compile_pattern
from govreply.span import MappedText


def _pattern(opening: str, closing: str) -> str:
    return (
        r"(?P<code>[\p{Han}A-Z]{1,20}|[A-Z]?)：?"  # letters occur; 建议字：〔2019〕26号 has a colon
        rf"(?P<open>[{opening}])(?P<year>[12][0-9O〇]{{3}}|[0-9]{{2}}|[一二][〇零一二三四五六七八九0O]{{3}})年?(?P<close>[{closing}])"
        r"(?P<di>第?)(?P<serial>[0-9]{1,5}(?:-[0-9]{1,3})?|)(?P<hao>号|)"
    )


_ZEROS = str.maketrans("O〇", "00")
_NUMBER = compile_pattern(_pattern("〔（", "〕）"))
# on a row of its own the year may stand in brackets that mean a title in running text
_NUMBER_ALONE = compile_pattern(_pattern("〔（〈《{<", "〕）〉》}>"))

_LEAD_WORDS = compile_pattern(
    r"^[\p{Han}A-Z]{0,18}(?:根据|按照|依据|依照|关于|印发|出台|制定|下发|参照|落实|执行"
    r"|见|和|及|与|以|由|的|了|号|文|自|从|在|为|即|是)"
)
# words that no organ code holds, which may begin a sentence or follow an opening sign
_SURE_LEAD_WORDS = compile_pattern(
    r"^[\p{Han}]{0,6}(?:根据|按照|依据|依照|参照|遵照|印发|下发|出台|制定|落实|执行|转发)"
)
_SPACE_BEFORE_CODE = compile_pattern(r" (?=[\p{Han}A-Z]{1,20} {0,4}[〔（])")


@frozen
class NumberMatch:
    """Where a document number stands in the folded text.

    Attributes:
        start: where its organ code begins, words that lead up to it left out.
        code_end: where the code ends.
        prefix_class: the range of a class letter that stands for the code (编号：B〔2017〕05号).
    """

    start: int
    end: int
    code_end: int
    year: str
    di: str
    serial: str
    hao: str

    def span(self) -> tuple[int, int]:
        """Both ends."""
        return self.start, self.end

    @property
    def prefix_class(self) -> tuple[int, int] | None:
        """The class letter before the bracket, if the code is nothing else."""
        return (self.start, self.code_end) if self.code_end - self.start == 1 else None


def find_numbers(text: MappedText, folded: str) -> Iterator[tuple[NumberMatch, DocumentNumber]]:
    """Every document number in a stretch of tidied text, with its place in the folded text."""
    for match in _NUMBER.finditer(folded):
        if not match["hao"] and not (match["serial"] and match["open"] == "〔" and match["code"]):
            continue  # a bare year in brackets is no number
        if match["open"] == "（" and not match["code"]:
            continue
        found = _found(match, _start(folded, match))
        yield found, build(text, found)


def match_number(text: MappedText, folded: str, pos: int) -> NumberMatch | None:
    """The number that starts exactly at `pos` of a row of its own."""
    match = _NUMBER_ALONE.match(folded, pos)
    if match is None or not (match["serial"] or match["hao"]):
        return None
    if not match["code"] and pos == 0 and not match["hao"]:
        return None
    return _found(match, match.start())


def build(text: MappedText, found: NumberMatch) -> DocumentNumber:
    """The number as a value of the model."""
    base = as_text(text, found.start, found.end)
    code = _narrow(base.text[: found.code_end - found.start])
    hao = base.text[-1] if found.hao else ""
    year = found.year.translate(_ZEROS) if found.year[0].isascii() else found.year
    return DocumentNumber(
        text=f"{code}〔{year}〕{found.di}{found.serial}{hao}",
        span=base.span,
        pieces=base.pieces,
        organ_code=code or None,
        year=read_year(year) if len(year) == 4 else None,
        serial=int(found.serial.split("-")[0]) if found.serial else None,
        raw=base.text,
    )


def number_start(raw: MappedText) -> int:
    """Where the number begins in a row that may hold an organ before it, parted by a space; 0 where nothing does."""
    match = _SPACE_BEFORE_CODE.search(fold(raw.text).rstrip())
    return match.end() if match is not None and raw.text[: match.start()].strip() else 0


def _found(match: regex.Match[str], start: int) -> NumberMatch:
    return NumberMatch(start, match.end(), match.end("code"), match["year"], match["di"], match["serial"], match["hao"])


def _start(folded: str, match: regex.Match[str]) -> int:
    """Where the organ code begins: behind an opening sign, else behind the last word that leads up to it."""
    at_boundary = match.start() == 0 or folded[match.start() - 1] in "（《，。；：、“"
    lead = (_SURE_LEAD_WORDS if at_boundary else _LEAD_WORDS).match(match["code"])
    return match.start() + (lead.end() if lead is not None and lead.end() < len(match["code"]) else 0)


def _narrow(code: str) -> str:
    """`code` with full-width letters narrowed; its Chinese characters stay as printed."""
    return "".join(unicodedata.normalize("NFKC", c) if "Ａ" <= c <= "Ｚ" or "０" <= c <= "９" else c for c in code)
