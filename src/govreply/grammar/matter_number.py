"""Numbers of matters: 第0045号, 第57、58号, 第6-13号, 杭41号, (第B12号提案), 编号：20230084. Never those inside a topic."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from govreply.grammar.topic import TopicMatch
from govreply.patterns import compile_pattern

Range = tuple[int, int]

_DIGITS = r"[A-Z]{0,4}-?[0-9]{1,12}(?:[A-Z]{1,2}[0-9]{1,6})?(?:\.[0-9]{1,6}){0,3}"
_CHINESE = r"[一二三四五六七八九十百零〇]{1,7}"
_ITEM = (
    r"(?:提案|建议|议案|代表|委员|党派|集体|重点|联名|人大|政协|社情民意|协办|会办|主办|大会|平时|建议案|议事原案|案)"
)
_NEXT = rf"(?:号?(?:[、，和及与]第?|-){_DIGITS})"
_NUMBERS = compile_pattern(
    rf"第(?P<first>{_DIGITS}{_NEXT}{{0,12}})号"
    rf"|第(?P<chinese>{_CHINESE}(?:、{_CHINESE}){{0,6}})号(?={_ITEM}|的?答复|）|$)"
    # 第 left out: behind a word that leads up to a number, and before a word that follows one
    rf"|(?:会议|提案|建议|议案|类|大会)(?P<bare>{_DIGITS}{_NEXT}{{0,6}})号(?={_ITEM}|的|）|答复|$)"
    # 杭41号建议, 建议第闭12号: one character for the delegation, or for the time between sessions, before the number
    rf"|(?:会议|（|提案|建议|议案)第?(?P<delegation>[\p{{Han}}--[第届次号类上中为的和与及是]][0-9]{{1,4}})号"
    r"(?=(?:代表)?(?:建议|提案|议案)|）|的?答复)"
    # behind 第 that lost its 号: 第045提案
    rf"|(?:会议|届|次)第(?P<open>{_DIGITS})(?=(?:代表建议|委员提案|提案|建议|议案)的?(?:答复|复函|回复|办理))"
    r"|（(?:提案|建议|议案)?(?:编号|号)?：?第?(?P<round>[0-9]{1,12}(?:[、，][0-9]{1,12}){0,12})(?:号)?(?:代表)?(?:提案|建议|议案)?）"
    # 104075号提案 at the start of a clause, 第 left out
    r"|(?:^|(?<=[，。；：（“ 把对将和与及就]))(?P<plain>[0-9]{2,9})号(?=(?:提案|建议|议案)(?![人者]))"
    rf"|(?:编号|提案号|建议号|议案号|案号)(?:为|是)?：?第?(?P<label>{_DIGITS})(?:号|(?![0-9A-Z]))"
)
_SEPARATOR = compile_pattern(r"号?[、，和及与]第?")
_CATEGORY_BEHIND = compile_pattern(r"[（〔](?P<category>[\p{Han}]{2,12}类第?[0-9]{1,6}号)[）〕]")
_CATEGORY_BEFORE = compile_pattern(r"(?:^|会议|的|（|年|委员|代表)(?P<category>[\p{Han}]{2,8}?类第?)$")
_NUMBER_LOST = compile_pattern(
    r"(?:第|会议|届|次|委员会) {0,4}[_＿×Xx*□]{0,6}号(?:代表建议|委员提案|提案|建议|议案)"
    r"|会议第?(?:代表建议|委员提案|提案|建议|议案)的?(?:答复|复函|的函|答复的函)$"
)


def find_matter_numbers(folded: str, topics: Sequence[TopicMatch]) -> list[Range]:
    """Ranges of the numbers outside the topics; 第57、58号 are two, 第6-13号 is one."""
    found: list[Range] = []
    for match in _NUMBERS.finditer(folded):
        group = next(name for name, text in match.groupdict().items() if text is not None)
        if any(t.start <= match.start() < t.end for t in topics):
            continue
        if match.start() and folded[match.start() - 1] == "〕":
            continue  # 〔2023〕第29号 is a document number
        category = category_of(folded, found[-1]) if group == "bare" and found else None
        if category is not None and category[0] <= match.start() < category[1]:
            continue
        if group == "round" and not _is_number_in_brackets(match, topics):
            continue
        found.extend(_parts(folded, *match.span(group)))
    return found


def category_of(folded: str, number: Range) -> Range | None:
    """The number of a category: in brackets behind the number, or with the number itself as its digits."""
    behind = _CATEGORY_BEHIND.search(folded, number[1], min(len(folded), number[1] + 30))
    if behind is not None:
        return behind.span("category")
    before = _CATEGORY_BEFORE.search(folded, max(0, number[0] - 14), number[0])
    if before is None or folded[number[1] : number[1] + 1] != "号":
        return None
    return before.start("category"), number[1] + 1


def number_lost(folded: str) -> Range | None:
    """Where a title has 号 and no number before it, or neither."""
    match = _NUMBER_LOST.search(folded)
    return None if match is None else match.span()


def _parts(folded: str, start: int, end: int) -> Iterator[Range]:
    at = start
    for part in _SEPARATOR.finditer(folded, start, end):
        if part.start() > at:
            yield at, part.start()
        at = part.end()
    yield at, end


def _is_number_in_brackets(match: regex.Match[str], topics: Sequence[TopicMatch]) -> bool:
    """（0123） counts right behind a topic or with a word that says so; a year or a phone in brackets does not."""
    inner = match.group()
    if "号" in inner or "提案" in inner or "建议" in inner or "议案" in inner:
        return True
    return any(t.outer_end == match.start() for t in topics)
