"""The table of organs: short and full names without the place in front, and how one leads to the other."""

from __future__ import annotations

from functools import cache
from typing import Final

from attrs import frozen

from govreply.lexicon.places import LEVEL_WORDS, UNIT, Place, find_place
from govreply.lexicon.tables import read_table
from govreply.model import Level
from govreply.patterns import compile_pattern

COMMUNES: Final = ("北京市", "天津市", "上海市", "重庆市")
"""The municipalities directly under the central government: 市 in front of their organs is provincial."""

_LEVEL_WORD = compile_pattern(UNIT)
_PARTY_WORDS = compile_pattern("中共|中国共产党|政协|国家税务总局")


@frozen
class Name:
    """One row of the table.

    Attributes:
        full: full name, with ``{M}`` or ``{P}`` where the place stands.
        provincial: whether it is the name at provincial level; else that of cities, counties and towns.
        places: the places to which alone it applies; empty for all.
        first_year, last_year: when the name was in force, as far as known.
    """

    full: str
    provincial: bool
    places: tuple[str, ...]
    first_year: int | None
    last_year: int | None

    def expand(self, holder: str) -> str:
        """The full name with `holder` as its place."""
        return self.full.replace("{M}", holder).replace("{P}", holder)

    def in_force(self, year: int) -> bool:
        """Whether the name was in force in `year`, as far as known."""
        return (self.first_year or year) <= year <= (self.last_year or year)


def canonical(text: str, place: Place | None = None, date: str | None = None) -> str | None:
    """The full name of the organ `text`: 武汉市发展和改革委员会 for 市发改委 where `place` is 武汉市.

    Args:
        text: the organ as named, folded.
        place: what a mere level word (市) refers to.
        date: ISO date; decides where one short name stood for several full names at different times.

    Returns:
        ``None`` where the table does not hold the name, or several full names would fit.
    """
    squeezed = "".join(text.split())
    if squeezed in national_names():
        return national_names()[squeezed]
    if _is_whole(squeezed):
        return squeezed
    lead = _PARTY_WORDS.match(squeezed)
    start = lead.end() if lead else 0
    written = find_place(squeezed, start)
    if lead is not None and lead.group() == "政协" and squeezed.endswith("委员会"):
        return None  # the committee of the CPPCC, which is not the Party's of that place
    if written:
        return _chosen(squeezed[written.end :], written.name, written.level, date)
    word = _LEVEL_WORD.match(squeezed, start)
    holder = resolve(word.group(), place) if word else None
    if word is None or holder is None or place is None:
        return None
    level = Level.PROVINCIAL if holder in COMMUNES else LEVEL_WORDS[word.group()]
    return _chosen(squeezed[word.end() :], holder, level, date)


def split_name(name: str) -> tuple[str, str]:
    """The place or level word that `name` (folded) begins with, and its core: 武汉市环保局 gives 武汉市 and 环保局.

    National names and names without a place give ``""`` and themselves.
    """
    if name in national_names() or name in local_cores():
        return "", name
    lead = _PARTY_WORDS.match(name)
    start = lead.end() if lead else 0
    written = find_place(name, start)
    if written:
        return name[: written.end], name[written.end :]
    word = _LEVEL_WORD.match(name, start)
    return (name[: word.end()], name[word.end() :]) if word else ("", name)


def resolve(word: str, place: Place | None) -> str | None:
    """The place that the level word `word` (市, 省, 县) means in a document of `place`; ``None`` if unknown."""
    if place is None:
        return None
    level = LEVEL_WORDS[word]
    if level is place.level or (word == "市" and place.name in COMMUNES):
        return place.name
    if level is Level.PROVINCIAL:
        province = place.province
        return province if province and province not in COMMUNES and province.endswith(word) else None
    if word == "市" and place.level in (Level.COUNTY, Level.TOWNSHIP):
        return place.city
    return None


@cache
def national_names() -> dict[str, str]:
    """Every name of a national organ with its full name."""
    names = {}
    for row in read_table("agencies"):
        if row["level"] == "national":
            for name in (row["abbrev"], row["full_name_pattern"], *row["aliases"].split()):
                names[name] = row["full_name_pattern"]
    return names


@cache
def local_cores() -> dict[str, tuple[Name, ...]]:
    """Every short and full name without its place or level word (发改委), with what it may stand for."""
    found: dict[str, list[Name]] = {}
    for row in read_table("agencies"):
        if row["level"] == "national":
            continue
        name = _name(row)
        for written in (row["abbrev"], row["full_name_pattern"], *row["aliases"].split()):
            core = _without_place(written, row)
            if core:
                found.setdefault(core, []).append(name)
    return {core: tuple(dict.fromkeys(names)) for core, names in found.items()}


def _is_whole(name: str) -> bool:
    """Whether `name` is a full name that holds its place inside (共产主义青年团武汉市委员会)."""
    return any(name.startswith(head) and name.endswith(tail) for head, tail in _around_place())


@cache
def _around_place() -> tuple[tuple[str, str], ...]:
    patterns = {row["full_name_pattern"] for row in read_table("agencies") if "{M}" in row["full_name_pattern"]}
    leads = ("{M}", "中共{M}", "政协{M}")
    inside = sorted(p for p in patterns if not p.startswith(leads))
    return tuple((p.partition("{M}")[0], p.partition("{M}")[2]) for p in inside)


def _chosen(core: str, holder: str, level: Level, date: str | None) -> str | None:
    names = local_cores().get(core, ())
    fitting = [n for n in names if holder in n.places]
    if not fitting:
        provincial = level is Level.PROVINCIAL and holder not in COMMUNES
        fitting = [n for n in names if not n.places and n.provincial == provincial]
    if len(fitting) > 1 and date:
        fitting = [n for n in fitting if n.in_force(int(date[:4]))]
    fulls = {n.expand(holder) for n in fitting}
    return fulls.pop() if len(fulls) == 1 else None


def _name(row: dict[str, str]) -> Name:
    return Name(
        full=row["full_name_pattern"],
        provincial=row["level"] == "provincial",
        places=tuple(row["places"].split()),
        first_year=None if "(" in row["valid_from"] else _first_year(row["valid_from"]),
        last_year=_last_year(row["valid_to"]),
    )


def _without_place(name: str, row: dict[str, str]) -> str | None:
    """`name` without what stands for the place in front; where that stands inside (团市委), ``None``."""
    for lead in ("中共", "政协", "国家税务总局"):
        name = name.removeprefix(lead) if name.startswith(lead + "{") else name
    for place in ("{M}", "{P}", *row["places"].split()):
        if name.startswith(place):
            return name.removeprefix(place)
    return name[1:] if name[0] in "省市" else None


def _first_year(cell: str) -> int | None:
    return int(cell[:4]) if cell else None


def _last_year(cell: str) -> int | None:
    """The last year of ``2018`` or of a range ``2018-19``."""
    if not cell:
        return None
    year, _, end = cell.partition("-")
    return int(year[:2] + end) if end else int(year)
