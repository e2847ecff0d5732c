"""Assemblies (政协, 人大) with term and session, in every order of words that documents use."""

from __future__ import annotations

from typing import Final

import regex
from attrs import frozen

from govreply.lexicon.numerals import SMALL_INTEGER, read_integer
from govreply.lexicon.places import LEVEL_WORDS, UNIT, Place, place_before
from govreply.model import Body, Level
from govreply.patterns import compile_pattern

Range = tuple[int, int]


@frozen
class SessionMatch:
    """A naming of a term (届) and mostly a session (次) at ``[start, end)`` of the folded text.

    Attributes:
        body: ``None`` where no assembly is named (十四届二次会议).
        level: read off the word used; ``None`` where none is.
        place: the place that is named (武汉市); a mere 市 or 县 is no name.
        term, session: the numbers; ``session`` is ``None`` in 十三届全国人大代表.
        assembly: the contiguous words that name the assembly best: 市政协, 全国人大, 政协武汉市.
        assembly_pieces: all words that name it, in order: 市 and 人大 in 市十五届人大三次会议.
        session_range: from 届 with its number to the end of 次会议.
        session_pieces: the same without words for the assembly in between: 十五届 and 三次会议.
    """

    start: int
    end: int
    body: Body | None
    level: Level | None
    place: str | None
    term: int | None
    session: int | None
    assembly: Range | None
    session_range: Range | None
    assembly_pieces: tuple[Range, ...] = ()
    session_pieces: tuple[Range, ...] = ()


_CPPCC = "(?:中国人民政治协商会议|人民政治协商会议|政治协商会议|中国人民政协|人民政协|政协)"
_NPC = "(?:人民代表大会|人大代表大会|人代会|人大)"
# signs that may stand between the words of a session: 市政协（十一届六次会议）, 十五届人大“三次会议”
_GAP = "[ （“]{0,2}"
_CORE = compile_pattern(
    rf"(?P<term>(?:第 ?)?(?P<t>{SMALL_INTEGER}) ?届) ?"
    rf"(?P<mid>(?P<mplace>全国|[\u4e00-\u9fff]{{0,7}}?{UNIT})??(?P<mbody>{_CPPCC}|{_NPC}|委员会)"
    rf"(?P<standing>常务委员会|常委会)?){_GAP}"
    rf"(?P<session>(?:第 ?)?(?P<s>{SMALL_INTEGER}) ?次 ?(?P<tail>全体会议|全会|会议|大会|{_NPC}|{_CPPCC})?(?:会议)?)?"
    rf"|(?P<term>(?:第 ?)?(?P<t>{SMALL_INTEGER}) ?届) ?"
    rf"(?P<session>(?:第 ?)?(?P<s>{SMALL_INTEGER}) ?次 ?(?P<tail>全体会议|会议|大会|{_NPC}|{_CPPCC})?(?:会议)?)"
)
_BODY_BEFORE = compile_pattern(rf"(?P<cppcc>{_CPPCC})(?P<committee>委员会)?$|(?P<npc>{_NPC})$")
_CPPCC_WORD = compile_pattern(_CPPCC)
_OTHER_BODY_BEFORE = compile_pattern(
    r"(?:党|委|共青团|团|妇代会|妇联|工会|理事会|董事会|常委会|常务委员会|党代会|党代表大会)$"
)
_LONGEST_BODY: Final = 16


def find_sessions(text: str) -> list[SessionMatch]:
    """All namings of an assembly's term and session in `text`, in order.

    Party plenums (十九届五中全会), standing committees, fairs and other things counted by 届 are left out.
    """
    matches = []
    floor = 0
    for found in _CORE.finditer(text):
        match = _match(text, found, floor)
        if match:
            matches.append(match)
            floor = match.end
    return matches


_NAMED_ALONE = compile_pattern(
    rf"(?P<body>{_CPPCC}|{_NPC})(?=(?:平时|集体|重点|党派|联名)?(?:提案|建议)?第?[A-Z]{{0,4}}[0-9]{{1,12}}(?:[A-Z]{{1,2}}[0-9]{{1,6}})?号|第?[一二三四五六七八九十]{{1,4}}号|(?:会议|大会|闭会|全会|期间|上|建议|提案|议案)|代表(?:建议|议案|闭会|第))"
)


def find_assemblies(text: str) -> list[SessionMatch]:
    """Assemblies that are named with their place and without a session (县政协第57号提案), in order.

    A bare 政协 or 人大, and one that only tells where somebody is a member (市政协委员), names none.
    """
    found: list[SessionMatch] = []
    for match in _NAMED_ALONE.finditer(text):
        place = place_before(text, match.start(), short_names=True)
        if place is None:
            continue
        words = (place.start, match.end())
        body = _body_of(match["body"])
        name = _proper_name(place)
        found.append(SessionMatch(*words, body, place.level, name, None, None, words, None, (words,)))
    return found


@frozen
class _Lead:
    """What stands before the term: ``start``, the assembly's body if named there, its place, and the words' range."""

    start: int
    body: Body | None
    place: Place | None
    words: Range | None


def _match(text: str, found: regex.Match[str], floor: int) -> SessionMatch | None:
    groups = found.groupdict()
    if groups.get("standing") and not text.startswith("闭会", found.end()):
        return None  # what a standing committee meets for; 市十届人大常委会闭会期间 is the term's time between sessions
    start = found.start()
    lead = _lead(text, start, floor)
    if lead.body is None and _OTHER_BODY_BEFORE.search(text, max(floor, start - _LONGEST_BODY), start):
        return None
    middle, tail = _body_of(groups.get("mbody")), _body_of(groups.get("tail"))
    body = lead.body or middle or tail
    session = read_integer(groups["s"]) if groups.get("s") else None
    if body is None and (session is None or not (groups.get("tail") or "").endswith("会议")):
        return None
    middle_place = _middle_place(text, found) if groups.get("mplace") else None
    place = lead.place or middle_place
    pieces = _assembly_pieces(found, lead, middle, tail, middle_place)
    return SessionMatch(
        start=lead.start,
        end=found.end(),
        body=body,
        level=place.level if place else None,
        place=_proper_name(place),
        term=read_integer(groups["t"]),
        session=session,
        assembly=_best(pieces, lead, body),
        session_range=(found.start("term"), found.end()) if session is not None else found.span("term"),
        assembly_pieces=pieces if body else (),
        session_pieces=_session_pieces(found),
    )


def _lead(text: str, end: int, floor: int) -> _Lead:
    end = _skip_blanks_back(text, end)
    window = max(floor, end - _LONGEST_BODY)
    named = _BODY_BEFORE.search(text, window, end)
    if named:
        body = Body.CPPCC if named.group("cppcc") else Body.NPC
        place = _place(text, named.start(), floor, short_names=True)
        start = place.start if place else named.start()
        return _Lead(start, body, place, (start, end))
    committee = end - 3 if text.endswith("委员会", floor, end) else end
    for before in _CPPCC_WORD.finditer(text, max(floor, committee - 2 * _LONGEST_BODY), committee):
        # 政协 and the place that it is of: the place's name begins where the word ends
        place = _place(text, committee, before.end(), short_names=True)
        if place is not None and place.start == before.end():
            return _Lead(before.start(), Body.CPPCC, place, (before.start(), end))
    place = _place(text, committee, floor, short_names=False) or _place(text, committee, floor, short_names=True)
    if place is None:
        return _Lead(end, None, None, None)
    if committee != end:
        return _Lead(end, None, None, None)
    return _Lead(place.start, None, place, (place.start, place.end))


def _place(text: str, end: int, floor: int, *, short_names: bool) -> Place | None:
    return place_before(text, end, short_names=short_names, floor=floor)


def _skip_blanks_back(text: str, end: int) -> int:
    while end and text[end - 1] in " （“":
        end -= 1
    return end


def _body_of(word: str | None) -> Body | None:
    if not word or word in ("委员会", "会议", "全体会议", "全会", "大会"):
        return None
    return Body.CPPCC if "协" in word else Body.NPC


def _middle_place(text: str, found: regex.Match[str]) -> Place | None:
    return place_before(text, found.end("mplace"), floor=found.start("mplace"))


def _assembly_pieces(
    found: regex.Match[str], lead: _Lead, middle: Body | None, tail: Body | None, middle_place: Place | None
) -> tuple[Range, ...]:
    pieces: list[Range] = [lead.words] if lead.words else []
    if middle or middle_place:
        pieces.append((found.start("mid"), found.end("mbody")))
    elif tail:
        pieces.append(found.span("tail"))
    return tuple(pieces)


def _best(pieces: tuple[Range, ...], lead: _Lead, body: Body | None) -> Range | None:
    if body is None or not pieces:
        return None
    return pieces[0] if lead.body else pieces[-1]


def _session_pieces(found: regex.Match[str]) -> tuple[Range, ...]:
    if found.group("session") is None:
        return (found.span("term"),)
    if found.start("session") == found.end("term"):
        return ((found.start("term"), found.end("session")),)
    return (found.span("term"), found.span("session"))


def _proper_name(place: Place | None) -> str | None:
    return place.name if place and place.name not in LEVEL_WORDS else None
