"""Organs (机关) in running text: where they stand, their level, and their full names as far as table and place tell.

Offsets are indices in the folded text. The names come from ``data/agencies.tsv``; those that it does not hold are
recognised by their make-up: a place or level word in front, 局, 委员会 and the like behind, and nothing in between
that no name has.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

import ahocorasick_rs
from attrs import frozen

from govreply.lexicon.agency_names import COMMUNES, canonical, local_cores, national_names, resolve
from govreply.lexicon.places import LEVEL_WORDS, UNIT, Place, find_place, place_before
from govreply.model import Level
from govreply.patterns import compile_pattern

__all__ = ["AgencyMatch", "canonical", "find_agencies", "split_agency_list"]


@frozen
class AgencyMatch:
    """An organ named at ``[start, end)`` of the folded text.

    Attributes:
        canonical: its full name (武汉市发展和改革委员会 for 市发改委), ``None`` where table and place do not tell it.
        level: read off the place or the level word in front; ``None`` for a bare name (教育局).
    """

    start: int
    end: int
    text: str
    canonical: str | None
    level: Level | None


_HAN = "\u4e00-\u9fff"
_SURROGATE = compile_pattern(r"[\ud800-\udfff]")
# words in front of an organ that belong to the sentence, not to a place name
_LEADING = (
    "和|及|与|以及|会同|同|由|经商|会商|并商|协商|商|请|经|联合|对|向|报|送|抄送|抄报|在|从|为|让|将|给|到|交|是|即|含|如|包括|的|我|局|委|厅|办|府|部|协"
    "|会|关于|根据|按照|依托|配合|协调|督促|指导|责成|建议|感谢|主办|协办|会办|分办|承办|牵头|单位|部门|转|并|再|就|被|把|因|于|已|现|邀请|组织|联系|加强"
)
_AT_START = compile_pattern(rf"(?:^|(?<=[^{_HAN}])|(?<={_LEADING}))(?=[{_HAN}])(?!(?<=会)同)")
# names that the table holds but that mean an organ only with a place or level word in front
_NEEDS_PREFIX: Final = frozenset(("人民政府", "政府", "公安局", "人大常委会", "法院", "检察院"))
_OWN: Final = ("我", "贵", "本", "你", "该", "各", "某", "全")
# what makes another word of a name: 水利部门, 公安部队, 财政局长, 商务局系统
_CONTINUED = compile_pattern(
    rf"[门队长]|(?<=部)分(?![管别])|署名|系统|领域|分公司|公司|银行|学校|医院|幼儿园|[{_HAN}]{{0,6}}?(?:有限公司|有限责任公司|集团)|位于|件"
)
_INNER = rf"[{_HAN}--[的了将对在为与给把被您我你们各请由已于是有会据同邀]]"
_PART = compile_pattern(
    rf"[{_HAN}--[的了将对在为与给把被您我你们各请由已于是有会和及等联并负牵按就也正要从因组]]{{1,8}}?(?:支队|总队|大队|分局|执法局)"
)
_TAIL = (
    r"(?:(?<![布格结大当全僵残破开定])局|委员会|管委会|厅|办公厅|办公室|人民政府|支队|总队|大队|督查室|研究室|办事处|事务中心|服务中心|管理中心|指挥中心|监测中心|促进中心"
    r"|委(?![员托])|(?<![承主会协交转督领分举兴经批代查补])办(?![理法事学公案件好复结]))"
)
_BEHIND = (
    rf"(?=$|[^{_HAN}]|和|及|与|以及|等|将|已|对|关于|负责|牵头|会同|联合|研究|按|也|积极|组织|就|办理|答复|为|共同|正在|根据|的"
    "|从|并|主办|会办|协办|分办|承办|提供|回复|函|高度|认真|印发|出台|制定|开展|建议|提出|表示|党组|主要|分管|有关|相关|具体|多次|进行|要求)"
)
_BY_FORM = compile_pattern(rf"(?P<inner>{_INNER}{{1,14}}?){_TAIL}(?:{_INNER}{{1,8}}?(?:支队|总队|大队|分局))?{_BEHIND}")
_NO_ORGAN = compile_pattern(
    rf"{UNIT}(?:场(?!监)|民(?![政族宗])|区|容|政(?!府|务|协|法)|域|块|间|城|级|内|外|际|村|镇|帜|舰|长|直|属|里|中|上|下|本|人大代表|政协委员)"
)
_COMMITTEE = compile_pattern(
    rf"(?:中共)?{UNIT}委(?=$|[^{_HAN}]|和|及|与|[省市区县旗州镇]政府|[省市区县旗州镇]人大|[省市区县旗州镇]政协)"
)
_LEAGUE = compile_pattern(
    r"团[省市区县旗州]委(?![员])|国务院(?:办公厅)?(?![国参])|(?:中共中央|党中央)(?:办公厅)?|[省市区县旗州]政协(?=$|[、，。；]|和|及)"
)

_PLACE_INSIDE = compile_pattern(
    rf"(?:中国国际贸易促进委员会|(?:中国)?共产主义青年团|共青团)[{_HAN}]{{1,8}}?{UNIT}委员会"
)


def find_agencies(text: str, *, place: Place | None = None, date: str | None = None) -> list[AgencyMatch]:
    """All organs named in `text`, in order and without overlaps; companies, schools, hospitals and 我局 are none.

    Args:
        text: folded text.
        place: the place that level words refer to (that of the issuer).
        date: ISO date of the document, which decides between names that were in force at different times.
    """
    return [
        AgencyMatch(
            start, end, text[start:end], canonical(text[start:end], place, date), _level(text[start:end], place)
        )
        for start, end in _without_overlaps([*_by_table(text), *_by_form(text), *_others(text)])
    ]


_SEPARATOR = compile_pattern(r"[、，；/\s]{1,8}|(?:以及|会同|和|及|与)")
_OPEN_END = compile_pattern(
    r"等(?:[0-9一二三四五六七八九十多几]{0,3}(?:家|个|有关|相关|市直|直属|职能){0,2}(?:部门|单位|机关|委办局))?(?:的意见)?$"
)
_ORGAN_END = compile_pattern(r"(?:[局委厅办部院会府署室所站社协团联行处]|中心|支队|总队|大队|公司|电力|）)$")
_ORGAN_BEGIN = compile_pattern(rf"{UNIT}(?!民[^政族宗]|场(?!监)|容|域|级)|国家|中国|国务院|中共|政协|团|国网")


def split_agency_list(text: str) -> list[tuple[int, int]]:
    """The ranges of the organs that `text` (folded, a list of organs and nothing else) names, in order.

    和, 及 and 与 separate only where an organ ends before and another begins behind: 发展和改革委员会 stays whole.
    A trailing 等部门 is left out.
    """
    open_end = _OPEN_END.search(text)
    end = open_end.start() if open_end else len(text)
    items: list[tuple[int, int]] = []
    start = 0
    for found in _SEPARATOR.finditer(text, 0, end):
        if found.start() < start or not _separates(text, start, found.start(), found.end(), end):
            continue
        items.append((start, found.start()))
        start = found.end()
    items.append((start, end))
    return [trimmed for a, b in items if (trimmed := _trimmed(text, a, b)) is not None]


def _separates(text: str, start: int, left_end: int, right_start: int, end: int) -> bool:
    sign = text[left_end]
    if sign in "、，；/":
        return True
    if sign.isspace():
        return bool(_ORGAN_END.search(text, start, left_end))
    if right_start >= end or not _ORGAN_END.search(text, start, left_end):
        return False
    known = _core_at(text, right_start)
    return bool(known or _ORGAN_BEGIN.match(text, right_start, end) or find_place(text, right_start))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start] in " 、，；/。：":
        start += 1
    for word in ("以及", "会同", "及", "与", "和"):
        if text.startswith(word, start, end) and end - start > len(word) + 1:
            start += len(word)
            break
    while start < end and text[end - 1] in " 、，；/。：":
        end -= 1
    return (start, end) if start < end else None


@cache
def _names() -> tuple[list[str], ahocorasick_rs.AhoCorasick]:
    names = sorted({*(c for c in local_cores() if len(c) > 1), *national_names()})
    return names, ahocorasick_rs.AhoCorasick(names, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)


def _encodable(text: str) -> str:
    """`text`, as long as before, without lone surrogates: the automaton takes none, and no name has one."""
    return _SURROGATE.sub("\ufffd", text)


def _by_table(text: str) -> Iterator[tuple[int, int]]:
    names, automaton = _names()
    for index, start, end in automaton.find_matches_as_indexes(_encodable(text)):
        name = names[index]
        if name in local_cores():
            span = _with_prefix(text, name, start, end)
            if span is None and name not in national_names():
                continue
        else:
            span = None
        if name == "委员会" and span and not text.startswith("中共", span[0]):
            continue  # 包头市委员会 is the end of a party branch's name
        begin, finish = span or (start, end)
        part = _PART.match(text, finish)
        finish = part.end() if part else finish
        if text[begin - 1 : begin] != "各" and not _CONTINUED.match(text, finish):
            yield begin, finish


def _with_prefix(text: str, name: str, start: int, end: int) -> tuple[int, int] | None:
    begin = _prefix_start(text, start)
    if begin is not None:
        return begin, end
    before = text[start - 1 : start]
    if name in _NEEDS_PREFIX or before in _OWN or name[0] in "委常" or len(name) < 3:
        return None
    return (start, end) if _AT_START.match(text, start) else None


def _prefix_start(text: str, end: int) -> int | None:
    """Where the place or level word that ends at `end` begins, 中共 or 国家税务总局 before it included."""
    place = place_before(text, end)
    if place is None:
        return None
    start = place.start
    known = place.province is not None or place.name in LEVEL_WORDS
    if not known and not _AT_START.match(text, start):
        unit = _UNIT_AT_END.search(text, start, end)  # the rest belongs to the sentence
        start = unit.start() if unit else start
    for word in ("中共", "政协", "国家税务总局"):
        if text.endswith(word, 0, start):
            return start - len(word)
    return start


_UNIT_AT_END = compile_pattern(rf"{UNIT}$")


def _by_form(text: str) -> Iterator[tuple[int, int]]:
    for boundary in _AT_START.finditer(text):
        start = boundary.start()
        place = find_place(text, start)
        if place is None and _NO_ORGAN.match(text, start):
            continue
        head = place.end if place else _unit_end(text, start)
        if head is None or text[start - 1 : start] == "各":
            continue
        found = _BY_FORM.match(text, head)
        if found and not _CONTINUED.match(text, found.end()):
            yield start, found.end()


_UNIT_AT = compile_pattern(UNIT)


def _unit_end(text: str, start: int) -> int | None:
    unit = _UNIT_AT.match(text, start)
    return unit.end() if unit else None


def _others(text: str) -> Iterator[tuple[int, int]]:
    for pattern in (_COMMITTEE, _LEAGUE, _PLACE_INSIDE):
        for found in pattern.finditer(text):
            yield found.span()


def _core_at(text: str, start: int) -> bool:
    _, automaton = _names()
    window = text[start : start + 24]
    return any(at == 0 for _, at, _ in automaton.find_matches_as_indexes(_encodable(window)))


def _without_overlaps(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans in order; of two that overlap the one that starts first, then the longer one."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if kept and kept[-1][1] > start:
            continue
        kept.append((start, end))
    return kept


def _level(name: str, place: Place | None) -> Level | None:
    if "".join(name.split()) in national_names() or name.startswith(("国务院", "中共中央", "党中央")):
        return Level.NATIONAL
    start = next((len(word) for word in ("国家税务总局", "中共", "政协", "团") if name.startswith(word)), 0)
    written = find_place(name, start)
    if written:
        return written.level
    unit = _UNIT_AT.match(name, start)
    if unit is None:
        return None
    return Level.PROVINCIAL if resolve(unit.group(), place) in COMMUNES else LEVEL_WORDS[unit.group()]
