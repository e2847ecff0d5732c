from __future__ import annotations

import pytest

from govreply.lexicon.assemblies import find_sessions
from govreply.lexicon.fold import fold

CASES = [
    # text, what it spans, body, level, place, term, session, assembly, pieces
    ("关于市政协十四届二次会议第0267号", "市政协十四届二次会议", "cppcc", "municipal", None, 14, 2, "市政协", "市政协"),
    (
        "对政协武汉市第十四届委员会第二次会议",
        "政协武汉市第十四届委员会第二次会议",
        "cppcc",
        "municipal",
        "武汉市",
        14,
        2,
        "政协武汉市",
        "政协武汉市",
    ),
    (
        "关于政协第十四届全国委员会第二次会议",
        "政协第十四届全国委员会第二次会议",
        "cppcc",
        "national",
        None,
        14,
        2,
        "政协",
        "政协 全国委员会",
    ),
    (
        "对十四届全国人大三次会议第9号建议",
        "十四届全国人大三次会议",
        "npc",
        "national",
        None,
        14,
        3,
        "全国人大",
        "全国人大",
    ),
    (
        "第十四届全国人民代表大会第三次会议",
        "第十四届全国人民代表大会第三次会议",
        "npc",
        "national",
        None,
        14,
        3,
        "全国人民代表大会",
        "全国人民代表大会",
    ),
    ("市十五届人大三次会议", "市十五届人大三次会议", "npc", "municipal", None, 15, 3, "人大", "市 人大"),
    (
        "关于市第十五届人民代表大会第三次会议",
        "市第十五届人民代表大会第三次会议",
        "npc",
        "municipal",
        None,
        15,
        3,
        "人民代表大会",
        "市 人民代表大会",
    ),
    ("市人大十五届三次会议", "市人大十五届三次会议", "npc", "municipal", None, 15, 3, "市人大", "市人大"),
    (
        "对达拉特旗第十七届人民代表大会第一次会议",
        "达拉特旗第十七届人民代表大会第一次会议",
        "npc",
        "county",
        "达拉特旗",
        17,
        1,
        "人民代表大会",
        "达拉特旗 人民代表大会",
    ),
    (
        "关于旗第十七届人民代表大会第一次会议",
        "旗第十七届人民代表大会第一次会议",
        "npc",
        "county",
        None,
        17,
        1,
        "人民代表大会",
        "旗 人民代表大会",
    ),
    (
        "武汉市第十四届政协第二次会议",
        "武汉市第十四届政协第二次会议",
        "cppcc",
        "municipal",
        "武汉市",
        14,
        2,
        "政协",
        "武汉市 政协",
    ),
    (
        "县第九届政治协商会议第二次会议",
        "县第九届政治协商会议第二次会议",
        "cppcc",
        "county",
        None,
        9,
        2,
        "政治协商会议",
        "县 政治协商会议",
    ),
    (
        "关于丰惠镇第十四届人大第三次会议",
        "丰惠镇第十四届人大第三次会议",
        "npc",
        "township",
        "丰惠镇",
        14,
        3,
        "人大",
        "丰惠镇 人大",
    ),
    ("你们在镇十五届一次人代会上提出", "镇十五届一次人代会", "npc", "township", None, 15, 1, "人代会", "镇 人代会"),
    ("第九届三次会议", "第九届三次会议", None, None, None, 9, 3, None, ""),
    ("十四届二次会议以来", "十四届二次会议", None, None, None, 14, 2, None, ""),
    ("市政协14届2次会议", "市政协14届2次会议", "cppcc", "municipal", None, 14, 2, "市政协", "市政协"),
    ("市政协１４届２次会议", "市政协１４届２次会议", "cppcc", "municipal", None, 14, 2, "市政协", "市政协"),
    ("十三届全国人大代表第BH035号", "十三届全国人大", "npc", "national", None, 13, None, "全国人大", "全国人大"),
    (
        "在市四届人民代表大会第二次会议上",
        "市四届人民代表大会第二次会议",
        "npc",
        "municipal",
        None,
        4,
        2,
        "人民代表大会",
        "市 人民代表大会",
    ),
    ("人大第十四届委员会第二次会议", "人大第十四届委员会第二次会议", "npc", None, None, 14, 2, "人大", "人大"),
    ("政协十四届二次会议", "政协十四届二次会议", "cppcc", None, None, 14, 2, "政协", "政协"),
    ("市政协十三届五次会议期间", "市政协十三届五次会议", "cppcc", "municipal", None, 13, 5, "市政协", "市政协"),
    (
        "关于自治区十四届人大一次会议",
        "自治区十四届人大一次会议",
        "npc",
        "provincial",
        None,
        14,
        1,
        "人大",
        "自治区 人大",
    ),
    ("关于区人大第一届三次会议", "区人大第一届三次会议", "npc", "county", None, 1, 3, "区人大", "区人大"),
    ("重庆市六届人大三次会议", "重庆市六届人大三次会议", "npc", "provincial", "重庆市", 6, 3, "人大", "重庆市 人大"),
    (
        "关于北京市政协十四届一次会议",
        "北京市政协十四届一次会议",
        "cppcc",
        "provincial",
        "北京市",
        14,
        1,
        "北京市政协",
        "北京市政协",
    ),
    (
        "中国人民政治协商会议第十三届武汉市委员会第二次会议",
        "中国人民政治协商会议第十三届武汉市委员会第二次会议",
        "cppcc",
        "municipal",
        "武汉市",
        13,
        2,
        "中国人民政治协商会议",
        "中国人民政治协商会议 武汉市委员会",
    ),
    (
        "政协武汉市委员会第十四届二次会议",
        "政协武汉市委员会第十四届二次会议",
        "cppcc",
        "municipal",
        "武汉市",
        14,
        2,
        "政协武汉市委员会",
        "政协武汉市委员会",
    ),
    ("湖北政协十三届一次会议", "湖北政协十三届一次会议", "cppcc", "provincial", "湖北", 13, 1, "湖北政协", "湖北政协"),
    ("省十三届人大一次会议", "省十三届人大一次会议", "npc", "provincial", None, 13, 1, "人大", "省 人大"),
    ("全国政协十四届三次会议", "全国政协十四届三次会议", "cppcc", "national", None, 14, 3, "全国政协", "全国政协"),
    ("州十四届人大二次会议", "州十四届人大二次会议", "npc", "municipal", None, 14, 2, "人大", "州 人大"),
    (
        "会泽县政协十届二次会议",
        "会泽县政协十届二次会议",
        "cppcc",
        "county",
        "会泽县",
        10,
        2,
        "会泽县政协",
        "会泽县政协",
    ),
]


@pytest.mark.parametrize(("text", "whole", "body", "level", "place", "term", "session", "assembly", "pieces"), CASES)
def test_every_order_of_words(
    text: str,
    whole: str,
    body: str | None,
    level: str | None,
    place: str | None,
    term: int,
    session: int | None,
    assembly: str | None,
    pieces: str,
) -> None:
    (found,) = find_sessions(fold(text))
    assert text[found.start : found.end] == whole
    assert (found.body, found.level, found.place) == (body, level, place)
    assert (found.term, found.session) == (term, session)
    assert (text[slice(*found.assembly)] if found.assembly else None) == assembly
    assert [text[a:b] for a, b in found.assembly_pieces] == pieces.split()


@pytest.mark.parametrize(
    ("text", "whole", "pieces"),
    [
        ("市政协十四届二次会议", "十四届二次会议", ["十四届二次会议"]),
        ("市十五届人大三次会议", "十五届人大三次会议", ["十五届", "三次会议"]),
        ("政协第十四届全国委员会第二次会议", "第十四届全国委员会第二次会议", ["第十四届", "第二次会议"]),
        ("十三届全国人大代表", "十三届", ["十三届"]),
    ],
)
def test_where_the_session_stands(text: str, whole: str, pieces: list[str]) -> None:
    (found,) = find_sessions(text)
    assert found.session_range is not None
    assert text[slice(*found.session_range)] == whole
    assert [text[a:b] for a, b in found.session_pieces] == pieces


def test_two_assemblies_in_one_sentence_stay_apart() -> None:
    found = find_sessions("市十届人大一次会议代表建议21件、市政协十届一次会议提案9件")
    assert [(f.body, f.term, f.session) for f in found] == [("npc", 10, 1), ("cppcc", 10, 1)]


@pytest.mark.parametrize(
    "text",
    [
        "党的十九届五中全会",
        "市委十三届二次全会",
        "市十四届人大常委会第二十三次会议",
        "第三届进博会",
        "第一届理事会第二次会议",
        "第十四届全国冬季运动会",
        "新一届政府",
        "团市委十届二次全体会议",
        "应届毕业生二次就业",
        "",
    ],
)
def test_other_things_that_are_counted(text: str) -> None:
    assert find_sessions(text) == []
