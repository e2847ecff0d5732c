"""Place names at the head of an organ's name, and their administrative level.

Provinces and prefectures are known by name; counties, county-level cities and townships by their unit word.
A county-level city reads as ``municipal``, because 市 is what a document says.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from attrs import frozen

from govreply.lexicon.tables import read_table
from govreply.model import Level
from govreply.patterns import compile_pattern


@frozen
class Place:
    """A place named at ``[start, end)`` of the folded text.

    Attributes:
        name: the innermost unit as written (武汉市 of 湖北省武汉市).
        level: its level; the municipalities 北京, 天津, 上海 and 重庆 are ``provincial``.
        province: full name of the province, where it is written or the place is known.
        city: the prefecture that a county or township is written under, if any.
    """

    name: str
    level: Level
    province: str | None
    start: int
    end: int
    city: str | None = None


LEVEL_WORDS: Final = {
    "全国": Level.NATIONAL,
    "省": Level.PROVINCIAL,
    "自治区": Level.PROVINCIAL,
    "兵团": Level.PROVINCIAL,
    "市": Level.MUNICIPAL,
    "自治州": Level.MUNICIPAL,
    "州": Level.MUNICIPAL,
    "盟": Level.MUNICIPAL,
    "地区": Level.MUNICIPAL,
    "自治县": Level.COUNTY,
    "自治旗": Level.COUNTY,
    "新区": Level.COUNTY,
    "开发区": Level.COUNTY,
    "区": Level.COUNTY,
    "县": Level.COUNTY,
    "旗": Level.COUNTY,
    "街道": Level.TOWNSHIP,
    "镇": Level.TOWNSHIP,
    "乡": Level.TOWNSHIP,
}
"""Each word for an administrative unit with the level that it tells by itself."""

UNIT: Final = (
    "(?:" + "|".join(sorted((w for w in LEVEL_WORDS if w not in ("全国", "兵团")), key=len, reverse=True)) + ")"
)
"""Pattern fragment (no groups): a unit word."""

_LONGEST_UNITS_FIRST: Final = sorted(LEVEL_WORDS, key=len, reverse=True)

_NAME_SIGN = "[\u4e00-\u9fff--[的了和与及对在将由为就向给把被您我你们本该各贵全局委厅办部院会府署站协、]]"
_LOWER = compile_pattern(
    rf"(?P<name>{_NAME_SIGN}{{2,8}}?)(?P<unit>自治县|自治旗|林区|特区|新区|开发区|县|旗|区|市|街道|镇|乡)(?![场镇])"
)
# words of the sentence that may stand right before a place name
_LEADING_WORDS = compile_pattern(
    "(?:关于|对于|经商|会商|并商|协商|商请|商(?=[省市])|会同|联合|抄送|抄报|报送|报请|提请|主办|协办|会办|分办|答复|回复|建议|提供|感谢|依托|配合"
    "|协调|督促|指导|责成|以及|根据|按照|参照|同意|邀请|组织|积极|加强|联系|推进|推动|支持|发展|月份?|已|正(?=[在积加大与会按配])|同(?=[省市区县旗州])|经(?=[省市区县旗州])|至|现){1,4}"
)
_ENDS_IN_UNIT = compile_pattern(
    "(?:[\u4e00-\u9fff--[的于和与及对在将由为就向给把被您我你们本该各贵全局委厅办部院会府署站协席加收到是年月日次、]]{1,7})?"
    rf"(?P<unit>{UNIT})$"
)
# words that end in a unit sign without naming a place
# fmt: off
_NO_PLACE: Final = (
    "城市", "都市", "超市", "股市", "门市", "城镇", "城乡", "村镇", "乡镇", "家乡",
    "故乡", "下乡", "返乡", "社区", "小区", "园区", "景区", "灾区", "山区", "校区",
    "学区", "城区", "片区", "辖区", "库区", "院区", "街区", "郊区", "市区", "县区",
    "市县", "州县", "区县", "省市", "功能区", "保护区", "示范区", "试验区", "老区", "牧区",
    "军区", "战区", "厂区", "港区", "旅游区", "红旗", "国旗", "旗县", "自治区",
)
# fmt: on
# 房山区, 南山区, 博山区; 高山区 and the like are land
_HILL_DISTRICT = compile_pattern("[\u4e00-\u9fff--[高深半大低浅荒]]山区")
_LONGEST_NAME: Final = 14
_PARTY_WORDS: Final = ("中国共产党", "中共")
COMMUNES: Final = {"北京市", "天津市", "上海市", "重庆市"}


def find_place(text: str, start: int = 0) -> Place | None:
    """The place that the name beginning at `start` opens with: 武汉市 in 武汉市生态环境局, ``None`` if it names none.

    Units that follow each other (湖北省武汉市江岸区) are read as one place, whose name and level are those of the last.
    """
    at, province, city = start, None, None
    innermost: tuple[str, Level] | None = None
    while (found := _known_at(text, at) or _lower_at(text, at, inside=innermost is not None)) is not None:
        name, level, of_province, length = found
        if innermost is not None and not _below(level, innermost[1], name):
            break
        if level is Level.PROVINCIAL:
            province = of_province
        elif level is Level.MUNICIPAL:
            province, city = of_province or province, name
        innermost = name, level
        at += length
    if innermost is None:
        return None
    name, level = innermost
    if province in COMMUNES and level is not Level.PROVINCIAL and city is None:
        city = province
    province = province or _province_of(name)
    return Place(name, level, province, start, at, city if city != name else None)


def home_of(*names: str) -> Place | None:
    """The place that an organ's name begins with: the first of `names` (folded) that tells one decides.

    A word for the party in front is left out (中共武汉市委组织部). The name as written goes before the canonical one, which
    drops the city in front of a district.
    """
    for name in names:
        place = find_place(name, next((len(word) for word in _PARTY_WORDS if name.startswith(word)), 0))
        if place is not None:
            return place
    return None


def place_before(text: str, end: int, *, short_names: bool = False, floor: int = 0) -> Place | None:
    """The place whose name ends at `end`; a mere unit word (市, 县) gives a place with that word as its name.

    Args:
        text: folded text.
        end: offset behind the name.
        short_names: whether a known name without its unit word counts (湖北 before 政协).
        floor: where words of another kind end; the name stands behind it.
    """
    if text.endswith("全国", floor, end):
        return Place("全国", Level.NATIONAL, None, end - 2, end)
    for length in range(min(_LONGEST_NAME, end - floor), 1, -1):
        row = _known().get(text[end - length : end])
        if row and (short_names or row.full):
            level, province = row.level, row.province
            return Place(text[end - length : end], level, province, end - length, end)
    found = _ENDS_IN_UNIT.search(text, max(floor, end - _LONGEST_NAME), end)
    if not found:
        return None
    leading = _LEADING_WORDS.match(text, found.start(), end)
    start = leading.end() if leading else found.start()
    unit = next(u for u in _LONGEST_UNITS_FIRST if text.endswith(u, 0, end))
    if unit != "自治区" and text[start:end].endswith(_NO_PLACE):
        return None
    start = _whole(text, start, end - len(unit), floor)
    if end - len(unit) - start < 2:  # names of one sign are all in the table
        start = end - len(unit)
    return Place(text[start:end], LEVEL_WORDS[unit], None, start, end)


def _whole(text: str, start: int, end: int, floor: int) -> int:
    """Where a name begins that seems to begin at `start`, in the middle of a known place: 伦贝尔市海拉尔区 is 呼伦贝尔市海拉尔区."""
    for at in range(start + 2, end - 1):
        for length in range(at - start + 1, min(_LONGEST_NAME, at - floor) + 1):
            row = _known().get(text[at - length : at])
            if row is not None and row.full:
                return at - length
    return start


def short_name(place: str) -> str:
    """`place` without the word for its unit: 武汉市 gives 武汉, 广西壮族自治区 gives 广西, 佳县 stays as it is."""
    row = _known().get(place)
    if row and row.short:
        return row.short
    for unit in _LONGEST_UNITS_FIRST:
        if place.endswith(unit) and len(place) - len(unit) >= 2:
            return place.removesuffix(unit)
    return place


@frozen
class _Known:
    full: bool
    level: Level
    province: str | None
    short: str


@cache
def _known() -> dict[str, _Known]:
    known: dict[str, _Known] = {}
    rows = read_table("places")
    for row in rows:
        known[row["name"]] = _Known(True, Level(row["level"]), row["province"] or None, row["short"])
    for row in rows:
        short, level = row["short"], Level(row["level"])
        if not short:
            continue
        known.setdefault(short, _Known(False, level, row["province"] or None, short))
        if row["name"].endswith("自治州"):
            known.setdefault(short + "州", _Known(True, level, row["province"], short))
    return known


@cache
def _prefixes() -> dict[str, tuple[str, ...]]:
    """Known names by their first two signs, longest first."""
    grouped: dict[str, list[str]] = {}
    for name in _known():
        grouped.setdefault(name[:2], []).append(name)
    return {head: tuple(sorted(names, key=len, reverse=True)) for head, names in grouped.items()}


def _known_at(text: str, at: int) -> tuple[str, Level, str | None, int] | None:
    for name in _prefixes().get(text[at : at + 2], ()):
        if text.startswith(name, at):
            row = _known()[name]
            # a short name only opens a place if another unit follows: 湖北武汉市, 武汉江岸区
            end = at + len(name)
            if row.full or _known_at(text, end) or (_lower_at(text, end) and not _lower_at(text, at)):
                return name, row.level, row.province, len(name)
    return None


def _lower_at(text: str, at: int, *, inside: bool = False) -> tuple[str, Level, str | None, int] | None:
    """A county or town; `inside`: right behind the unit that it lies in, where 博山区 is a district and no mountains."""
    found = _LOWER.match(text, at)
    if not found or _LEADING_WORDS.match(text, at):
        return None
    if found.group().endswith(_NO_PLACE) and not (inside and _HILL_DISTRICT.fullmatch(found.group())):
        return None
    name = found.group()
    if any((known := _known().get(name[cut:])) and known.full for cut in range(1, len(name) - 1)):
        return None  # a known place with words of the sentence in front
    return name, LEVEL_WORDS.get(found.group("unit"), Level.COUNTY), None, len(name)


_ORDER: Final = (Level.NATIONAL, Level.PROVINCIAL, Level.MUNICIPAL, Level.COUNTY, Level.TOWNSHIP)


def _below(level: Level, above: Level, name: str) -> bool:
    """Whether a unit of `level` can stand in one of `above`; a county-level city (市) may stand in a prefecture."""
    if _ORDER.index(level) > _ORDER.index(above):
        return True
    return level is above is Level.MUNICIPAL and name.endswith("市") and name not in _known()


def _province_of(name: str) -> str | None:
    row = _known().get(name)
    return row.province if row else None
