"""Quotation marks and brackets without a partner.

A quotation may run over several paragraphs (each then begins with the opening mark again), and cuts at page breaks part
brackets; so a sign left over in one paragraph may find its partner in one of the next.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from attrs import frozen

from govreply.grammar.signs import Mark
from govreply.model import IrregularityKind
from govreply.patterns import compile_pattern

_CLOSERS = {"“": "”", "‘": "’", "（": "）", "〔": "〕"}
_OPENERS = {closer: opener for opener, closer in _CLOSERS.items()}
_ALIKE = {"(": "（", ")": "）", "﹝": "〔", "﹞": "〕", "「": "“", "」": "”", "『": "‘", "』": "’"}
_KINDS = {
    "“": IrregularityKind.QUOTE,
    "‘": IrregularityKind.QUOTE,
    "（": IrregularityKind.BRACKET,
    "〔": IrregularityKind.BRACKET,
}
_SIGN = compile_pattern(r"[“”‘’\"（）()〔〕﹝﹞「」『』]")
_ORDINAL_BEFORE = compile_pattern(r"(?:^|[。；：，、？！\s）)])[0-9a-zA-Z一二三四五六七八九十①-⑳]{1,3}$")
_LATIN_BEFORE = compile_pattern(r"[A-Za-z0-9]$")
_INTERVAL = compile_pattern(r"[\[（(][ ]?-?[0-9.%]{1,8} ?[,，] ?-?[0-9.%]{1,8} ?$")
_INTERVAL_BEHIND = compile_pattern(r"[（(] ?-?[0-9.%]{1,8} ?[,，] ?-?[0-9.%]{1,8} ?\]")
# a line of contacts, not a sentence that speaks of 负责人 or 电话
_CONTACT = compile_pattern(
    r"(?:联系|电话|经办|承办人|负责人|邮编|地址)[\p{Han} 　]{0,6}(?:[：:]|[0-9]{3})|(?:联系|电话|经办|承办)[\p{Han} 　]{0,6}$"
)
_CUT = compile_pattern(r"(?:…|\.{3})$")
_QUOTED_OVER = 6  # paragraphs that a quotation may run on; more where each begins with its mark
_BRACKETED_OVER = 2
_BESIDE = 12  # characters between two wrong signs that are one slip
_SHORT_QUOTE = 30
_MOST_LEFT = 100  # nobody reads more, and partners are sought among all of them


@frozen
class _Sign:
    text: int
    at: int
    sign: str

    @property
    def opens(self) -> bool:
        return self.sign in _CLOSERS

    @property
    def opener(self) -> str:
        return self.sign if self.opens else _OPENERS[self.sign]


class Unbalanced(NamedTuple):
    """A sign without a partner: the index of its text, what it is, and the sign with its missing partner."""

    text: int
    kind: IrregularityKind
    mark: Mark


def unbalanced(texts: Sequence[str]) -> Iterator[Unbalanced]:
    """Signs without a partner in `texts` (not folded), which follow one another."""
    left = [sign for at, text in enumerate(texts) for sign in _left_over(at, text)][:_MOST_LEFT]
    left = _without_continued(left, texts)
    told: set[int] = set()
    for index, sign in enumerate(left):
        if index in told:
            continue
        following = left[index + 1] if index + 1 < len(left) else None
        if following is not None and _one_slip(sign, following):
            told.add(index + 1)
            # （2023〕 or “X“: the second sign is the wrong one
            if sign.opens:
                yield _told(following, _CLOSERS[sign.sign], texts)
                continue
        yield _told(sign, _CLOSERS[sign.sign] if sign.opens else _OPENERS[sign.sign], texts)


def _told(sign: _Sign, expected: str, texts: Sequence[str]) -> Unbalanced:
    text = texts[sign.text]
    minor = _KINDS[sign.opener] is IrregularityKind.BRACKET and len(text) < 80 and _CONTACT.search(text) is not None
    return Unbalanced(sign.text, _KINDS[sign.opener], Mark(sign.at, sign.at + 1, expected, minor=minor))


def _left_over(index: int, text: str) -> list[_Sign]:
    """The signs of one text that have no partner in it, in order."""
    open_signs: dict[str, list[_Sign | None]] = {opener: [] for opener in _CLOSERS}
    left: list[_Sign] = []
    inches = False
    for match in _SIGN.finditer(text):
        at, sign = match.start(), _ALIKE.get(match.group(), match.group())
        if sign == '"':
            _straight(open_signs["“"])
            continue
        if sign in _CLOSERS:
            if not (sign == "（" and _INTERVAL_BEHIND.match(text, at)):
                open_signs[sign].append(_Sign(index, at, sign))
            continue
        waiting = open_signs[_OPENERS[sign]]
        before = text[max(0, at - 20) : at]
        if sign in "”’" and _LATIN_BEFORE.search(before):
            inches = True
        if waiting:
            waiting.pop()
        elif not _stands_alone(sign, before, inches):
            left.append(_Sign(index, at, sign))
    cut = _CUT.search(text) is not None
    left.extend(s for signs in open_signs.values() for s in signs if s is not None and not cut)
    return sorted(left, key=_at)


def _straight(waiting: list[_Sign | None]) -> None:
    """A straight quote closes what is open, else it opens; nobody can tell more, so it is never blamed itself."""
    if waiting:
        waiting.pop()
    else:
        waiting.append(None)


def _stands_alone(sign: str, before: str, inches: bool) -> bool:
    """Whether a closing sign needs no partner: an ordinal 1）, an apostrophe, inches, the end of an interval."""
    if sign in "”’":
        return inches
    return _ORDINAL_BEFORE.search(before) is not None or _INTERVAL.search(before) is not None


def _at(sign: _Sign) -> int:
    return sign.at


def _without_continued(left: list[_Sign], texts: Sequence[str]) -> list[_Sign]:
    """Leave out quotations that the next text takes up with its first sign, and signs whose partner stands in a later text."""
    kept: list[_Sign] = []
    for sign in left:
        if sign.opens:
            taken_up = sign.text + 1 < len(texts) and texts[sign.text + 1].startswith(sign.sign)
            if not (taken_up and _KINDS[sign.sign] is IrregularityKind.QUOTE):
                kept.append(sign)
            continue
        opened = next((k for k in reversed(kept) if k.sign == sign.opener and _reaches(k, sign)), None)
        if opened is None:
            kept.append(sign)
        else:
            kept.remove(opened)
    return kept


def _reaches(opened: _Sign, closed: _Sign) -> bool:
    most = _QUOTED_OVER if opened.sign in "“‘" else _BRACKETED_OVER
    return opened.text < closed.text <= opened.text + most


def _one_slip(first: _Sign, second: _Sign) -> bool:
    """Two left-over signs side by side that were meant to be a pair: “X“, （2023〕."""
    if first.text != second.text:
        return False
    if first.opener == second.opener:
        return first.opens == second.opens and first.opener in "“‘" and second.at - first.at <= _SHORT_QUOTE
    same_kind = _KINDS[first.opener] is _KINDS[second.opener]
    return same_kind and first.opens and not second.opens and second.at - first.at <= _BESIDE
