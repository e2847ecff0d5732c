"""Markers of numbered units: the numeral families of official writing, each with its ordinal and its style.

Offsets are indices in the folded text. A marker is only a candidate here: whether it opens a unit is decided by the
grammar, which sees the whole sequence.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import regex
from attrs import frozen

from govreply.lexicon.numerals import read_integer
from govreply.patterns import compile_pattern

STYLES: Final = ("一、", "（一）", "1.", "（1）", "①", "一是", "第一", "其一", "首先", "对建议一")
"""The numeral families, from the outermost inwards."""


@frozen
class Marker:
    """A marker at ``[start, end)`` of the folded text.

    Attributes:
        text: the marker as it stands in the folded text, without a following comma or colon.
        ordinal: 1 for the first; 0 for 最后, whose place only the sequence tells.
        style: one of :data:`STYLES`.
    """

    text: str
    start: int
    end: int
    ordinal: int
    style: str


_N = "[一二三四五六七八九十]{1,3}"
# 壹、 and Ⅰ、 stand for 一、 where a writer wants it solemn
_FORMAL: Final = "壹贰叁肆伍陆柒捌玖拾"
_ROMAN: Final = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ"
_FIRST: Final = {"首先": 1, "其次": 2, "再次": 3, "最后": 0}

# thanks and courtesies that open with 首先 or 最后 are no measures
_NO_THANKS = (
    r"(?!，?(?:我们|我局|我委|请允许我|再次|也|更)?(?:衷心|诚挚|由衷|真诚|非常|十分|深表|表示|真心|特别){0,3}(?:的|地)?(?:感谢|谢谢|致谢|祝))"
    r"(?!，?(?:对|向|就|请允许|允许)[^。；！]{0,60}(?:感谢|谢意|致谢|敬意|歉意|道歉))"
)
_FIRST_WORDS = rf"(?:首先|其次(?!要)|再次(?=[，、：是])|最后(?=[，、：是])){_NO_THANKS}"

# 建议一 and 第一条建议, alone or in 对建议一的答复
_OF_SUGGESTION = (
    r"(?:(?:(?:关于|针对|对于|对|就)(?:您|你|您们|你们|贵单位|贵会|委员|代表)?(?:所)?(?:提出)?的?)?)"
    rf"(?:(?:建议|提案|问题|意见|诉求|议题)（?(?P<sug>{_N}|[0-9]{{1,2}})）?"
    rf"|第(?P<sugth>{_N}|[0-9]{{1,2}})[条项个点](?:建议|意见|问题|诉求|(?=关于)))"
    r"(?:的?(?:答复意见|答复|回复|办理情况|落实情况|办理意见))?(?=[，、：。;；.\s]|$|关于|“|《|-)"
)

# （一）项所列情形, （二）款和: a clause that the sentence speaks of
_NO_CLAUSE = r"(?![项款条目][所规中的、，和或至之])"
_AT_BLOCK_START = compile_pattern(
    "|".join(
        (
            rf"(?P<round_chinese>[（〔] ?(?P<rc>{_N}) ?[）〕][、.]?){_NO_CLAUSE}",
            rf"(?P<half_chinese>(?P<hc>{_N})）)",
            # 二、2023年工作, 三、5G基站; 十、15日 and 一、2期 are words
            rf"(?P<comma>(?P<c>{_N}) ?[、.，])(?:(?!\d)|(?=(?:19|20)[0-9]{{2}}年)"
            r"|(?=[0-9]{1,5}(?:[A-Za-z]|[\p{Han}--[年月日号期级类线楼层栋]][\p{Han}])))",
            rf"(?P<part>第(?P<p>{_N})(?:部分|大部分))(?=[：、]|[^。；，]{{0,38}}$)",
            rf"(?P<formal>(?P<f>[{''.join(_FORMAL)}]) ?[、.])(?!\d)",
            rf"(?P<roman>(?P<o>[{''.join(_ROMAN)}]) ?[、.．])(?!\d)",
            rf"(?P<round>（ ?(?P<r>[0-9]{{1,2}}) ?）[、.]?){_NO_CLAUSE}",
            r"(?P<half>(?<![0-9])(?P<h>[0-9]{1,2}) ?）)",
            r"(?P<dot>(?<![0-9.])(?P<d>[0-9]{1,2}) ?(?:、|\.(?:(?![0-9])|(?=(?:19|20)[0-9]{2}年))))",
            r"(?P<sign>[①-⑳㉑-㉟㊱-㊿❶-❿⑴-⒇⒈-⒛㈠-㈩][、.]?)",
            rf"(?P<is>(?P<i>{_N})是)(?!(?P=i)(?:[，。；、！”的]|[二三]是|$))",
            rf"(?P<among>其(?P<a>{_N}))(?=[，、：是\s])",
            rf"(?P<th>第(?P<t>{_N}))(?=[，：]|、(?![第一二三四五六七八九十]))",
            rf"(?P<suggestion>{_OF_SUGGESTION})",
            rf"(?P<first>{_FIRST_WORDS})",
        )
    )
)
# three characters in a row: 一 般 情 况 is one word set wide
_SET_OFF = compile_pattern(rf"\s{{0,8}}(?P<numeral>{_N})[ \u3000\t]{{1,4}}[\p{{Han}}“《]{{3}}[^。；，！？：]{{0,35}}$")
# 1 落实待遇。…: a figure that only a blank parts from a run-in heading; 2 台设备 has a measure word and goes on with ，
_FIGURE_SET_OFF = compile_pattern(
    r"\s{0,8}(?P<numeral>[0-9]{1,2})[ \u3000\t]{1,4}(?![月日年时分元万亿个名家处项条次人户亩台座公米吨天件所辆套场期])"
    r"[\p{Han}“《][\p{Han}“”‘’《》、]{2,38}(?:。|$)"
)
# 1. 24小时自助服务: behind a point and a blank a figure belongs to the words
_POINT_SET_OFF = compile_pattern(r"\s{0,8}(?P<numeral>[0-9]{1,2})[.．][ \u3000\t]{1,4}(?=[0-9]{1,5}[\p{Han}A-Za-z.])")
_SENTENCE_START = r"(?:^|(?<=[。；：！？，、”）》\s]))"
_RUNNING_IS = (
    # words that lead up to 一是; anything else in front (统一是, 之一是, 这一是 …) is ordinary language
    r"(?:^|(?<=[。；：！？，、”“）《》\s…]|我们|步|为此|我[局委办厅院]|主要|其中|方面|工作|分别|重点|目前|具体|因为|在于|原因|包括|措施"
    r"|今年|去年|近年来|一方面|体现|即|做到|举措|强调|突出|采取|将))"
)
_RUNNING = compile_pattern(
    "|".join(
        (
            rf"{_RUNNING_IS}(?P<is>(?P<i>{_N})是)(?!(?P=i)(?:[，。；、！”的]|[二三]是|$))",
            rf"(?P<among>(?<![极尤与])其(?P<a>{_N}))(?=[，、：是])",
            rf"{_SENTENCE_START}(?P<th>(?<!、)第(?P<t>{_N}))(?=[，：]|、(?![第一二三四五六七八九十]))",
            rf"{_SENTENCE_START}(?P<first>{_FIRST_WORDS})",
            r"(?P<sign>(?<![图表见注式如])[①-⑳㉑-㉟㊱-㊿❶-❿⑴-⒇⒈-⒛㈠-㈩][、.]?)(?![号和至-])",
        )
    )
)
_STYLE_OF_GROUP: Final = {
    "round_chinese": ("rc", "（一）"),
    "half_chinese": ("hc", "（一）"),
    "comma": ("c", "一、"),
    "part": ("p", "一、"),
    "formal": ("f", "一、"),
    "roman": ("o", "一、"),
    "round": ("r", "（1）"),
    "half": ("h", "（1）"),
    "dot": ("d", "1."),
    "is": ("i", "一是"),
    "among": ("a", "其一"),
    "th": ("t", "第一"),
}
# first sign, last sign, ordinal of the first, style
_SIGNS: Final = (
    ("①", "⑳", 1, "①"),
    ("㉑", "㉟", 21, "①"),
    ("㊱", "㊿", 36, "①"),
    ("❶", "❿", 1, "①"),
    ("⑴", "⒇", 1, "（1）"),
    ("⒈", "⒛", 1, "1."),
    ("㈠", "㈩", 1, "（一）"),
)


def match_marker(text: str, pos: int) -> Marker | None:
    """The marker of any family that begins at exactly `pos`, ``None`` if there is none."""
    found = _AT_BLOCK_START.match(text, pos)
    return _marker(found) if found else None


def match_set_off(raw: str) -> Marker | None:
    """The marker of a heading ``一 基本情况`` or ``1 落实待遇。``: a numeral that only a blank parts from a few words.

    ``1. 24小时服务`` is one too: without its blank the point would stand inside a figure.

    Behind a Chinese numeral the words are the whole line; behind a figure they end at a full stop or with the line.

    `raw` is the line with its inner blanks; the marker's offsets count in the line without its leading blanks.
    """
    pointed = _POINT_SET_OFF.match(raw)
    if pointed is not None and (ordinal := read_integer(pointed["numeral"])):
        length = len(pointed["numeral"])
        return Marker(raw[pointed.start("numeral") : pointed.end("numeral") + 1], 0, length + 1, ordinal, "1.")
    found, style = _SET_OFF.match(raw), "一、"
    if found is None:
        found, style = _FIGURE_SET_OFF.match(raw), "1."
    ordinal = read_integer(found["numeral"]) if found else None
    return Marker(found["numeral"], 0, len(found["numeral"]), ordinal, style) if found and ordinal else None


def find_running(text: str, start: int = 0) -> Iterator[Marker]:
    """All markers of the running-text families (一是, 其一, 第一，, 首先, ①) from `start` on, in order.

    Ordinary words that look like one (统一是, 之一是, 第一是, 全省第一) are left out, and so are thanks (首先感谢…).
    """
    for found in _RUNNING.finditer(text, start):
        marker = _marker(found)
        if marker:
            yield marker


def _marker(found: regex.Match[str]) -> Marker | None:
    group = found.lastgroup if found.lastgroup in _STYLE_OF_GROUP else None
    groups = found.groupdict()
    group = next((g for g in _STYLE_OF_GROUP if groups.get(g) is not None), None)
    if group is not None:
        numeral, style = _STYLE_OF_GROUP[group]
        ordinal = _ordinal(groups[numeral] or "")
    elif groups.get("sign") is not None:
        group = "sign"
        ordinal, style = _sign(found.group("sign")[0])
    elif groups.get("first") is not None:
        group, style = "first", "首先"
        ordinal = _FIRST[found.group("first")]
    else:
        group, style = "suggestion", "对建议一"
        ordinal = read_integer(groups.get("sug") or groups.get("sugth") or "")
    if ordinal is None or (ordinal == 0 and style != "首先"):
        return None
    return Marker(found.group(group), found.start(group), found.end(group), ordinal, style)


def _ordinal(numeral: str) -> int | None:
    for series in (_FORMAL, _ROMAN):
        if len(numeral) == 1 and numeral in series:
            return series.index(numeral) + 1
    return read_integer(numeral)


def _sign(sign: str) -> tuple[int, str]:
    for first, last, ordinal, style in _SIGNS:
        if first <= sign <= last:
            return ordinal + ord(sign) - ord(first), style
    raise AssertionError(f"no enumeration sign: {sign!r}")
