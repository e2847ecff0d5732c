"""What is answered: assembly, session, number, category and kind, in every way that titles and openings name them."""

from __future__ import annotations

import pytest

from tests.grammar.head_letter import codes, letter, matter_of, reply_of, shown

NEUTRAL = "您提出的意见收悉。现答复如下："

# title → assembly as written, body, level, place, term, session
SESSIONS: dict[str, tuple[str, str | None, str | None, str | None, str | None, int | None, int | None]] = {
    "city-cppcc": ("关于市政协十四届二次会议第9号提案的答复", "市政协", "cppcc", "municipal", None, 14, 2),
    "county-npc": ("关于县十八届人大四次会议第9号建议的答复", "县人大", "npc", "county", None, 18, 4),
    "county-npc-first": ("关于县人大十八届四次会议第9号建议的答复", "县人大", "npc", "county", None, 18, 4),
    "named-county": ("关于岷县十八届人大四次会议第9号建议的答复", "岷县人大", "npc", "county", "岷县", 18, 4),
    "between-sessions": (
        "关于市八届人大常委会闭会期间第闭9号建议的答复",
        "市人大",
        "npc",
        "municipal",
        None,
        8,
        None,
    ),
    "long-npc": (
        "关于成县第十八届人民代表大会第四次会议第9号建议的答复",
        "成县人民代表大会",
        "npc",
        "county",
        "成县",
        18,
        4,
    ),
    "npc-di-term-first": ("关于县人大第十八届四次会议第9号建议的答复", "县人大", "npc", "county", None, 18, 4),
    "di-session-lost": (
        "关于礼县第十八届人民代表大会三次会议第9号建议的答复",
        "礼县人民代表大会",
        "npc",
        "county",
        "礼县",
        18,
        3,
    ),
    "cppcc-place-committee": (
        "关于政协莆田市第八届委员会第三次会议第9号提案的答复",
        "政协莆田市",
        "cppcc",
        "municipal",
        "莆田市",
        8,
        3,
    ),
    "cppcc-city-di-term": (
        "关于莆田市第八届政协第三次会议第9号提案的答复",
        "莆田市政协",
        "cppcc",
        "municipal",
        "莆田市",
        8,
        3,
    ),
    "cppcc-place-no-committee": (
        "关于政协莆田市第八届第三次会议第9号提案的答复",
        "政协莆田市",
        "cppcc",
        "municipal",
        "莆田市",
        8,
        3,
    ),
    "long-cppcc-tail": (
        "关于市第八届政治协商会议第三次会议第9号提案的答复",
        "市政治协商会议",
        "cppcc",
        "municipal",
        None,
        8,
        3,
    ),
    "full-cppcc": (
        "关于中国人民政治协商会议莆田市第八届委员会第三次会议第9号提案的答复",
        "中国人民政治协商会议莆田市",
        "cppcc",
        "municipal",
        "莆田市",
        8,
        3,
    ),
    "wrong-body-word": ("关于县人大第八届委员会第三次会议第9号建议的答复", "县人大", "npc", "county", None, 8, 3),
    "national-npc": ("对十四届全国人大三次会议第9号建议的答复", "全国人大", "npc", "national", "全国", 14, 3),
    "national-npc-long": (
        "对第十四届全国人民代表大会第三次会议第9号建议的答复",
        "全国人民代表大会",
        "npc",
        "national",
        "全国",
        14,
        3,
    ),
    "national-cppcc": (
        "关于政协第十四届全国委员会第二次会议第9号提案答复的函",
        "政协全国委员会",
        "cppcc",
        "national",
        "全国",
        14,
        2,
    ),
    "national-cppcc-order": (
        "关于政协十三届全国委员会第三次会议第9号提案答复的函",
        "政协全国委员会",
        "cppcc",
        "national",
        "全国",
        13,
        3,
    ),
    "national-cppcc-short": (
        "关于全国政协十四届二次会议第9号提案的答复",
        "全国政协",
        "cppcc",
        "national",
        "全国",
        14,
        2,
    ),
    "national-cppcc-term-first": (
        "关于十四届全国政协二次会议第9号提案的答复",
        "全国政协",
        "cppcc",
        "national",
        "全国",
        14,
        2,
    ),
    "national-deputies": ("对十三届全国人大代表第BH035号建议的答复", "全国人大", "npc", "national", "全国", 13, None),
    "province": ("关于省政协十三届二次会议第9号提案的答复", "省政协", "cppcc", "provincial", None, 13, 2),
    "named-province": (
        "对政协河北省第十三届委员会第二次会议第9号提案的答复",
        "政协河北省",
        "cppcc",
        "provincial",
        "河北省",
        13,
        2,
    ),
    "autonomous-region": (
        "关于自治区十四届人大一次会议第9号建议的答复",
        "自治区人大",
        "npc",
        "provincial",
        None,
        14,
        1,
    ),
    "autonomous-region-cppcc": (
        "关于自治区政协十三届一次会议第9号提案的答复",
        "自治区政协",
        "cppcc",
        "provincial",
        None,
        13,
        1,
    ),
    "named-region": (
        "关于宁夏回族自治区第十三届人民代表大会第二次会议第9号建议的答复",
        "宁夏回族自治区人民代表大会",
        "npc",
        "provincial",
        "宁夏回族自治区",
        13,
        2,
    ),
    "tibet": (
        "关于西藏自治区十二届人大二次会议第9号建议的答复",
        "西藏自治区人大",
        "npc",
        "provincial",
        "西藏自治区",
        12,
        2,
    ),
    "corps": ("关于兵团政协十三届二次会议第9号提案的答复", "兵团政协", "cppcc", "provincial", None, 13, 2),
    "prefecture": ("关于州政协九届五次会议第9号提案的答复", "州政协", "cppcc", "municipal", None, 9, 5),
    "autonomous-prefecture": (
        "关于自治州十五届人大三次会议第9号建议的答复",
        "自治州人大",
        "npc",
        "municipal",
        None,
        15,
        3,
    ),
    "named-prefecture": (
        "关于政协延边朝鲜族自治州第十五届委员会第二次会议第9号提案的答复",
        "政协延边朝鲜族自治州",
        "cppcc",
        "municipal",
        "延边朝鲜族自治州",
        15,
        2,
    ),
    "league": ("关于盟政协十三届二次会议第9号提案的答复", "盟政协", "cppcc", "municipal", None, 13, 2),
    "league-work-committee": ("关于人大阿拉善盟工委第9号建议的答复", None, None, None, None, None, None),
    "banner": ("关于旗第十七届人民代表大会第一次会议第9号建议的答复", "旗人民代表大会", "npc", "county", None, 17, 1),
    "named-banner": (
        "关于鄂温克族自治旗政协十届二次会议第9号提案的答复",
        "鄂温克族自治旗政协",
        "cppcc",
        "county",
        "鄂温克族自治旗",
        10,
        2,
    ),
    "autonomous-county": (
        "关于自治县第十五届人民代表大会第三次会议第9号建议的答复",
        "自治县人民代表大会",
        "npc",
        "county",
        None,
        15,
        3,
    ),
    "district": ("关于区政协六届二次会议第9号提案的答复", "区政协", "cppcc", "county", None, 6, 2),
    "new-area": ("关于滨江新区一届人大二次会议第9号建议的答复", "滨江新区人大", "npc", "county", "滨江新区", 1, 2),
    "town": ("关于镇十九届人大三次会议第9号建议的答复", "镇人大", "npc", "township", None, 19, 3),
    "named-township": (
        "关于石岭乡第十九届人民代表大会第三次会议第9号建议的答复",
        "石岭乡人民代表大会",
        "npc",
        "township",
        "石岭乡",
        19,
        3,
    ),
    "city-named-npc": ("关于宜宾市六届人大三次会议第9号建议的答复", "宜宾市人大", "npc", "municipal", "宜宾市", 6, 3),
    "shanghai": ("关于上海市十六届人大二次会议第9号代表建议的答复", "上海市人大", "npc", "provincial", "上海市", 16, 2),
    "tianjin-cppcc": (
        "关于天津市政协十五届二次会议第9号提案的答复",
        "天津市政协",
        "cppcc",
        "provincial",
        "天津市",
        15,
        2,
    ),
    "district-of-beijing": (
        "关于北京市海淀区第十七届人大三次会议第9号建议的答复",
        "北京市海淀区人大",
        "npc",
        "county",
        "北京市海淀区",
        17,
        3,
    ),
    "arabic-session": ("关于县政协10届2次会议第9号提案的答复", "县政协", "cppcc", "county", None, 10, 2),
    "arabic-di": ("关于县政协第10届第2次会议第9号提案的答复", "县政协", "cppcc", "county", None, 10, 2),
    "full-session-word": ("关于县政协十届二次全会第9号提案的答复", "县政协", "cppcc", "county", None, 10, 2),
    "full-meeting-word": ("关于县政协十届二次全体会议第9号提案的答复", "县政协", "cppcc", "county", None, 10, 2),
    "without-meeting-word": ("关于县政协十届二次第9号提案的答复", "县政协", "cppcc", "county", None, 10, 2),
    "no-assembly-words": ("关于十届二次会议第9号提案的答复", None, None, None, None, 10, 2),
    "no-session": ("关于县政协第9号提案的答复", "县政协", "cppcc", "county", None, None, None),
    "no-session-npc": ("关于县人大第9号建议的答复", "县人大", "npc", "county", None, None, None),
    "nothing-but-number": ("关于第9号提案的答复", None, None, None, None, None, None),
    "traditional": ("關於縣政協十屆二次會議第9號提案的答復", "縣政協", "cppcc", "county", None, 10, 2),
    "spaces": ("关于县 政协 十 届 二 次 会议第 9 号提案的答复", "县政协", "cppcc", "county", None, 10, 2),
    "year-before": ("2023年县政协十届二次会议第9号提案答复", "县政协", "cppcc", "county", None, 10, 2),
    "eleventh-sixth": ("关于市政协十一届六次会议第9号提案的答复", "市政协", "cppcc", "municipal", None, 11, 6),
    "bracketed": ("关于市政协（十一届六次会议）第9号提案的答复", "市政协", "cppcc", "municipal", None, 11, 6),
    "quoted-session": ("关于市十五届人大“三次会议”第9号建议的答复", "市人大", "npc", "municipal", None, 15, 3),
    "renmin-zhengxie": ("关于市人民政协十一届六次会议第9号提案的答复", "市人民政协", "cppcc", "municipal", None, 11, 6),
    "rendaihui": ("关于镇人代会十九届三次会议第9号建议的答复", "镇人代会", "npc", "township", None, 19, 3),
}


@pytest.mark.parametrize(
    ("title", "text", "body", "level", "place", "term", "session"), SESSIONS.values(), ids=SESSIONS
)
def test_session(
    title: str,
    text: str | None,
    body: str | None,
    level: str | None,
    place: str | None,
    term: int | None,
    session: int | None,
) -> None:
    matter = matter_of(reply_of(letter(title, opening=NEUTRAL)))
    found = matter.assembly
    assert (matter.term, matter.session) == (term, session)
    if text is None:
        assert found is None
    else:
        assert found is not None
        known = found.place if place != "全国" else place
        assert (found.text, found.body, found.level, known) == (text, body, level, place)


# 市 means a province where the document shows one of the four municipalities
MUNICIPALITIES: dict[str, tuple[str, str]] = {
    "letterhead": (letter("重庆市水利局", "关于市六届人大二次会议第9号建议的答复", opening=NEUTRAL), "provincial"),
    "title": (letter("天津市水务局关于市政协十五届二次会议第9号提案的答复", opening=NEUTRAL), "provincial"),
    "signature": (
        letter("关于市政协十五届二次会议第9号提案的答复", opening=NEUTRAL, end=("上海市水务局", "2023年6月12日")),
        "provincial",
    ),
    "tax-office": (
        letter("国家税务总局天津市税务局", "关于市政协十五届二次会议第9号提案的答复", opening=NEUTRAL),
        "provincial",
    ),
    "district-stays": (
        letter("重庆市渝中区水利局", "关于区十九届人大二次会议第9号建议的答复", opening=NEUTRAL),
        "county",
    ),
    "ordinary-city": (letter("泸州市水务局", "关于市九届人大二次会议第9号建议的答复", opening=NEUTRAL), "municipal"),
}


@pytest.mark.parametrize(("text", "level"), MUNICIPALITIES.values(), ids=MUNICIPALITIES)
def test_level_in_municipalities(text: str, level: str) -> None:
    assembly = matter_of(reply_of(text)).assembly
    assert assembly is not None and assembly.level == level


# title → number, category, kind
NUMBERS: dict[str, tuple[str, str | None, str | None, str | None]] = {
    "parts-by-points": ("关于市政协十二届二次会议第12.02.113号提案的答复", "12.02.113", None, "proposal"),
    "plain": ("关于市政协十四届二次会议第9号提案的答复", "9", None, "proposal"),
    "three-digits-padded": ("关于市政协十四届二次会议第009号提案的答复", "009", None, "proposal"),
    "four-digits-padded": ("关于市政协十四届二次会议第0153号提案的答复", "0153", None, "proposal"),
    "year-seven": ("对省十四届人大二次会议第2024546号建议的答复", "2024546", None, "suggestion"),
    "year-six": ("对市九届人大二次会议第202408号建议的答复", "202408", None, "suggestion"),
    "year-eight": ("关于市政协十四届二次会议第20240023号提案的答复", "20240023", None, "proposal"),
    "national-five-category": (
        "关于政协第十四届全国委员会第二次会议第02403号（医疗卫生类173号）提案答复的函",
        "02403",
        "医疗卫生类173号",
        "proposal",
    ),
    "category-half-width": (
        "关于政协第十四届全国委员会第二次会议第02403号(经济发展类011号)提案答复的函",
        "02403",
        "经济发展类011号",
        "proposal",
    ),
    "category-di": (
        "关于省政协十三届二次会议第0403号（经济发展类第11号）提案的答复",
        "0403",
        "经济发展类第11号",
        "proposal",
    ),
    "category-before": ("关于市政协五届二次会议经济发展类011号提案的答复", "011", "经济发展类011号", "proposal"),
    "letter": ("关于区政协五届二次会议第B12号提案的答复", "B12", None, "proposal"),
    "letters": ("关于对市五届人大五次会议代表第BH037号建议答复的函", "BH037", None, "suggestion"),
    "area-prefix": ("关于区政协五届二次会议第HG-201901287号提案的答复", "HG-201901287", None, "proposal"),
    "between-sessions": ("关于市八届人大常委会闭会期间代表建议第闭9号的答复", "闭9", None, "suggestion"),
    "delegation-before-the-number": ("对省十三届人大四次会议湖35号建议的答复", "湖35", None, "suggestion"),
    "delegation-behind-di": ("关于省十三届人大四次会议第湖35号建议的答复", "湖35", None, "suggestion"),
    "delegation-in-brackets": ("关于《关于扩建城北客运站的建议》（湖35号）的答复", "湖35", None, "suggestion"),
    "letter-t": ("关于区十七届人大三次会议第T12号建议的答复", "T12", None, "suggestion"),
    "full-width": ("关于市政协十四届二次会议第００９号提案的答复", "００９", None, "proposal"),
    "chinese": ("关于市政协十四届二次会议第十二号提案的答复", "十二", None, "proposal"),
    "range": ("关于第十八届人民代表大会第五次会议第6-13号建议的答复", "6-13", None, "suggestion"),
    "without-di": ("对州九届人大五次会议20260112号建议办理工作的会办意见", "20260112", None, "suggestion"),
    "without-di-proposal": ("关于区政协七届一次会议065号提案答复的函", "065", None, "proposal"),
    "kind-before-number": ("关于区政协七届一次会议提案第065号的答复", "065", None, "proposal"),
    "kind-number-brackets": ("关于区政协七届一次会议提案（第065号）的答复", "065", None, "proposal"),
    "after-topic": ("关于《关于扩建城北客运站的建议》（第0071号）的答复", "0071", None, "suggestion"),
    "after-topic-kind": ("关于《关于扩建城北客运站的建议》（第71号建议）的答复", "71", None, "suggestion"),
    "after-topic-proposal": ("关于《关于扩建城北客运站的建议》（第71号提案）的答复", "71", None, "proposal"),
    "after-topic-bare": ("关于《关于扩建城北客运站的建议》(0071)的答复", "0071", None, "suggestion"),
    "after-topic-hao": ("关于《关于扩建城北客运站的建议》（71号）的答复", "71", None, "suggestion"),
    "after-topic-no-brackets": ("关于《关于扩建城北客运站的建议》第71号提案的答复", "71", None, "proposal"),
    "after-topic-de": ("关于《关于扩建城北客运站的建议》的第71号建议的答复", "71", None, "suggestion"),
    "topic-colon-number": ("关于《关于扩建城北客运站的建议》：第2024071号的答复", "2024071", None, "suggestion"),
    "number-then-topic": ("建议：第009号——关于增设农村饮水消毒设备的答复", "009", None, "suggestion"),
    "bianhao": ("关于市政协十四届二次会议提案（编号：20240023）的答复", "20240023", None, "proposal"),
    "an-number": ("关于市政协十四届二次会议第23号党派提案的答复", "23", None, "proposal"),
    "group-proposal": ("关于市政协十四届二次会议第23号集体提案的答复", "23", None, "proposal"),
    "key-proposal": ("关于市政协十四届二次会议第23号重点提案的答复", "23", None, "proposal"),
    "deputies-suggestion": ("关于市九届人大二次会议第23号代表建议的答复", "23", None, "suggestion"),
    "suggestion-opinion": ("关于市九届人大二次会议第23号建议、批评和意见的答复", "23", None, "suggestion"),
    "closed-session": ("关于市九届人大闭会期间第23号建议的答复", "23", None, "suggestion"),
    "jianyian": ("关于区政协四届五次会议第20号建议案的复函", "20", None, "proposal"),
    "yian": ("关于对市十二届人大四次会议第3号议案的答复", "3", None, "bill"),
    "yishi-yuanan": ("关于县人大十二届四次会议第3号议事原案的答复", "3", None, "bill"),
    "jianyi-tian": ("关于县政协十届四次会议第3号建议提案的答复", "3", None, "proposal"),
    "no-word-cppcc": ("关于县政协十届四次会议第3号的答复", "3", None, "proposal"),
    "no-word-npc": ("关于县十届人大四次会议第3号的答复", "3", None, "suggestion"),
}


@pytest.mark.parametrize(("title", "number", "category", "kind"), NUMBERS.values(), ids=NUMBERS)
def test_matter_number(title: str, number: str | None, category: str | None, kind: str | None) -> None:
    matter = matter_of(reply_of(letter(title, opening=NEUTRAL)))
    assert (shown(matter.number), shown(matter.category), matter.kind) == (number, category, kind)


# several matters in one reply: title, opening → numbers, topics
SEVERAL: dict[str, tuple[str, str, list[str | None], list[str | None]]] = {
    "two-numbers-title": ("关于县政协十届二次会议第57、58号提案的答复", NEUTRAL, ["57", "58"], [None, None]),
    "two-numbers-and": ("关于县政协十届二次会议第57号和第58号提案的答复", NEUTRAL, ["57", "58"], [None, None]),
    "two-numbers-di": ("关于县政协十届二次会议第57、第58号提案的答复", NEUTRAL, ["57", "58"], [None, None]),
    "two-numbers-hao-each": ("关于县政协十届二次会议第57号、58号提案的答复", NEUTRAL, ["57", "58"], [None, None]),
    "three-numbers": (
        "关于县政协十届二次会议第57、58、61号提案的答复",
        NEUTRAL,
        ["57", "58", "61"],
        [None, None, None],
    ),
    "two-topics-in-opening": (
        "关于县十届人大二次会议第57、58号建议的答复",
        "你们提出的《关于改造南门桥的建议》《关于拓宽南门路的建议》收悉，现答复如下：",
        ["57", "58"],
        ["关于改造南门桥的建议", "关于拓宽南门路的建议"],
    ),
    "numbers-behind-topics": (
        "",
        "您在县十届人大二次会议上提出的《关于改造南门桥的建议》（第57号）、《关于拓宽南门路的建议》（第58号）收悉，"
        "现一并答复如下：",
        ["57", "58"],
        ["关于改造南门桥的建议", "关于拓宽南门路的建议"],
    ),
    "one-topic-two-numbers": (
        "关于县政协十届二次会议第57、58号提案的答复",
        "你们提出的《关于改造南门桥的提案》收悉，现答复如下：",
        ["57", "58"],
        ["关于改造南门桥的提案", "关于改造南门桥的提案"],
    ),
}


@pytest.mark.parametrize(("title", "opening", "numbers", "topics"), SEVERAL.values(), ids=SEVERAL)
def test_several_matters(title: str, opening: str, numbers: list[str | None], topics: list[str | None]) -> None:
    reply = reply_of(letter(title, opening=opening))
    assert [shown(m.number) for m in reply.matters] == numbers
    assert [shown(m.title) for m in reply.matters] == topics
    assert reply.matter == reply.matters[0]


def test_title_goes_before_opening() -> None:
    reply = reply_of(
        letter(
            "关于市政协十四届三次会议第0267号提案的答复",
            opening="您在市政协十四届二次会议上提出的《关于改造南门桥的提案》（第0276号）收悉，现答复如下：",
        )
    )
    matter = matter_of(reply)
    assert (matter.term, matter.session, shown(matter.number)) == (14, 3, "0267")
    assert [(m.where, m.session, shown(m.number)) for m in reply.mentions] == [
        ("title", 3, "0267"),
        ("receipt", 2, "0276"),
    ]


def test_opening_fills_what_the_title_leaves_out() -> None:
    matter = matter_of(
        reply_of(
            letter(
                "关于第57号建议的答复",
                opening="您在庆城县第十九届人民代表大会第三次会议上提出的《关于改造南门桥的建议》收悉，现答复如下：",
            )
        )
    )
    assert (matter.term, matter.session, shown(matter.number), shown(matter.title)) == (
        19,
        3,
        "57",
        "关于改造南门桥的建议",
    )
    assert matter.assembly is not None and (matter.assembly.place, matter.assembly.level) == ("庆城县", "county")


def test_deputy_alone_decides_no_assembly() -> None:
    matter = matter_of(reply_of(letter("关于第9号建议的答复", to="石云飞代表：", opening=NEUTRAL)))
    assert matter.assembly is None and matter.kind == "suggestion"


def test_metadata_title_names_the_matter() -> None:
    text = "标题：关于县政协十届二次会议第57号提案的答复\n索引号：QP-01\n\n" + letter(opening=NEUTRAL)
    matter = matter_of(reply_of(text))
    assert (shown(matter.number), matter.term, matter.session) == ("57", 10, 2)


def test_number_in_metadata_line_fills_the_matter() -> None:
    text = "索引号：QP-01　提案编号：20240023\n\n" + letter()
    assert shown(matter_of(reply_of(text)).number) == "20240023"


LABELLED_PAGE = """会议届次

市政协十五届三次会议

编号

1530288

标题

关于增设社区口袋公园的提案

提案者

民进潍坊市委会

承办单位

潍坊市园林局

答复内容

"""


def test_labels_above_their_values_name_the_matter() -> None:
    reply = reply_of(LABELLED_PAGE + letter(to="民进潍坊市委会：", opening="贵会提出的提案收悉，现答复如下：", end=()))
    matter = matter_of(reply)
    assert (shown(matter.number), matter.term, matter.session) == ("1530288", 15, 3)
    assert shown(matter.title) == "关于增设社区口袋公园的提案"
    assert matter.assembly is not None and matter.assembly.text == "市政协"
    assert reply.is_reply and shown(reply.issuer) == "潍坊市园林局"


def test_labels_and_values_on_one_line_name_the_matter() -> None:
    page = "案由：关于增设社区口袋公园的提案\n届次：省政协十三届二次会议    提案编号：第0231号\n\n"
    matter = matter_of(reply_of(page + letter(opening=NEUTRAL)))
    assert (shown(matter.number), matter.term, shown(matter.title)) == ("0231", 13, "关于增设社区口袋公园的提案")
    assert matter.kind == "proposal"


@pytest.mark.parametrize(
    "title",
    [
        pytest.param("关于县政协届次会议号提案的答复", id="digits-lost"),
        pytest.param("关于县政协十届二次会议第 号提案的答复", id="number-empty"),
    ],
)
def test_lost_number_is_told(title: str) -> None:
    reply = reply_of(letter(title))
    assert matter_of(reply).number is None
    assert "matter-number-lost" in codes(reply)


@pytest.mark.parametrize(
    ("title", "number"),
    [
        pytest.param("关于县政协十届二次会议第57号提案的答复（青政发〔2023〕9号）", "57", id="document-number-behind"),
        pytest.param("关于2023年县政协十届二次会议第57号提案的答复", "57", id="year"),
        pytest.param("关于改造12号桥的第57号提案的答复", "57", id="number-in-topic"),
    ],
)
def test_other_numbers_are_none(title: str, number: str) -> None:
    assert [shown(m.number) for m in reply_of(letter(title)).matters] == [number]


# whole letters after the templates of public systems, filled in with invented content
JSP_COUNTY = """分类B

                    平江县水利局

                                        平水函[2019]16号

          关于对平江县第十七届人民代表大会第三次会议

                  第  56  号建议的答复

容若(等3名)代表:

你(你们)在平江县第十七届人大三次会议上提出的《关于疏浚汨水支流的建议》(第56号)收悉,现答复如下:

我局已完成清淤4.2公里。

                              平江县水利局(盖章)

                              2019年7月3日

承 办 人  江 枫

联系电话  6281000

抄送:平江县人大常委会办公室,平江县人民政府办公室,代表所在乡镇人大办公室.
"""
CPPCC_SYSTEM = """滨湖区交通运输局文件

滨交函[2022]18号 B类

关于滨湖区政协第五届第二次会议委员

第33号提案的答复

容若委员：

您(你们)提出的关于33号提案收悉，现答复如下：

一、办理主要作法

我局已开通微循环公交线路2条。

二、办理结果

方案已列入计划。

联系电话：85170000

负 责 人：江 枫

经 办 人：柳 岸

日期：2022年06月21日
"""
TOWNSHIP = """云桥镇人民政府文件

云政（2011）第7-2号

关于云桥镇第十五届人大第四次会议

第2、3号建议的答复

第二代表小组代表:

你们在云桥镇第十五届人大第四次会议上提出的《要求拓宽镇北路》、《要求增设路灯》的建议，经镇政府研究，现答复如下：：

镇北路拓宽工程已列入计划，路灯36盏已安装。

谢谢你们对政府工作的关心、支持

承办人：江枫   柳岸

云桥镇人民政府

二O一一年六月九日
"""


def test_letter_of_a_county_assembly_system() -> None:
    reply = reply_of(JSP_COUNTY)
    matter = matter_of(reply)
    assert shown(reply.title) == "关于对平江县第十七届人民代表大会第三次会议第56号建议的答复"
    assert (shown(reply.issuer), shown(reply.document_number)) == ("平江县水利局", "平水函〔2019〕16号")
    assert reply.disposition is not None and reply.disposition.code == "B"
    assert [a.name for a in reply.addressees] == ["容若"]
    assert (matter.kind, matter.term, matter.session, shown(matter.number)) == ("suggestion", 17, 3, "56")
    assert shown(matter.title) == "关于疏浚汨水支流的建议"


def test_letter_of_a_proposal_system() -> None:
    reply = reply_of(CPPCC_SYSTEM)
    matter = matter_of(reply)
    assert shown(reply.title) == "关于滨湖区政协第五届第二次会议委员第33号提案的答复"
    assert (shown(reply.issuer), shown(reply.document_number)) == ("滨湖区交通运输局", "滨交函〔2022〕18号")
    assert reply.disposition is not None and reply.disposition.code == "B"
    assert (matter.kind, matter.term, matter.session, shown(matter.number)) == ("proposal", 5, 2, "33")
    assert matter.title is None


def test_letter_of_a_township_page() -> None:
    reply = reply_of(TOWNSHIP)
    assert shown(reply.title) == "关于云桥镇第十五届人大第四次会议第2、3号建议的答复"
    assert (shown(reply.issuer), shown(reply.document_number)) == ("云桥镇人民政府", "云政〔2011〕第7-2号")
    assert [(a.name, a.kind) for a in reply.addressees] == [("第二代表小组", "group")]
    assert [(shown(m.number), shown(m.title)) for m in reply.matters] == [
        ("2", "要求拓宽镇北路"),
        ("3", "要求增设路灯"),
    ]
    assert (matter_of(reply).term, matter_of(reply).session) == (15, 4)


# contradictions inside a document: the title decides, what differs is kept as a mention
DRIFTS: dict[str, tuple[str, str, tuple[str | None, int | None, int | None, str | None], int]] = {
    "number-short-and-long": (
        "关于县政协十届二次会议第007号提案的答复",
        "您提出的第2023007号提案《关于改造南门桥的提案》收悉，现答复如下：",
        ("proposal", 10, 2, "007"),
        2,
    ),
    "suggestion-called-proposal": (
        "关于县十八届人大二次会议第7号建议的答复",
        "您提出的《关于改造南门桥的建议》（第7号提案）收悉，现答复如下：",
        ("suggestion", 18, 2, "7"),
        2,
    ),
    "bill-called-suggestion": (
        "关于云桥镇第十九届人大第二次会议第4号议案的答复",
        "您提出的《要求改造南门桥》的建议收悉，现答复如下：",
        ("bill", 19, 2, "4"),
        2,
    ),
    "session-differs": (
        "关于县政协十届三次会议第7号提案的答复",
        "您在县政协十届四次会议上提出的《关于改造南门桥的提案》收悉，现答复如下：",
        ("proposal", 10, 3, "7"),
        2,
    ),
    "di-lost-in-opening": (
        "关于县第十八届人民代表大会第三次会议第7号建议的答复",
        "您在县第十八届人民代表大会三次会议上提出的《关于改造南门桥的建议》收悉，现答复如下：",
        ("suggestion", 18, 3, "7"),
        2,
    ),
}


@pytest.mark.parametrize(("title", "opening", "parts", "mentions"), DRIFTS.values(), ids=DRIFTS)
def test_drift_inside_a_document(
    title: str, opening: str, parts: tuple[str | None, int | None, int | None, str | None], mentions: int
) -> None:
    reply = reply_of(letter(title, opening=opening))
    matter = matter_of(reply)
    assert (matter.kind, matter.term, matter.session, shown(matter.number)) == parts
    assert len(reply.mentions) == mentions


@pytest.mark.parametrize(
    ("title", "number"),
    [
        ("关于区政协平时提案第2024P07号的答复", "2024P07"),
        ("关于区政协第2024P07号提案的答复", "2024P07"),
        ("关于区政协第 3 8 号提案的答复", "38"),
        ("关于区政协第 0 3 8 号提案的答复", "038"),
    ],
)
def test_numbers_with_a_letter_within_and_set_wide(title: str, number: str) -> None:
    matter = matter_of(reply_of(letter(title)))
    assert shown(matter.number) == number
    assert matter.assembly is not None
    assert (matter.assembly.body.value, matter.assembly.level and matter.assembly.level.value) == ("cppcc", "county")
