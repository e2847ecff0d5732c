"""What stands above the addressee: title, session, the item's number, document number, marks, letterhead, metadata."""

from __future__ import annotations

from typing import Any, Final

from hypothesis import strategies as st

from govreply.testing.strategies.pools import BEFORE, CORES, PERSONS, Office
from govreply.testing.surface import ClassPlace, TitlePlace

pick = st.sampled_from

# for an area by its short word or its name
CPPCC_SESSIONS: Final = (
    "{area}政协{t}届{s}次会议",
    "{area}政协第{t}届{s}次会议",
    "{area}政协第{t}届第{s}次会议",
    "{area}政协第{t}届委员会第{s}次会议",
    "{area}{t}届政协{s}次会议",
    "{area}第{t}届政协第{s}次会议",
    "{area}政协{t}届{s}次全体会议",
)
# for its name only
CPPCC_NAMED: Final = (
    "政协{area}第{t}届委员会第{s}次会议",
    "政协{area}{t}届{s}次会议",
    "政协{area}第{t}届第{s}次会议",
    "政协第{t}届{area}委员会第{s}次会议",
    "中国人民政治协商会议{area}第{t}届委员会第{s}次会议",
)
NPC_SESSIONS: Final = (
    "{area}{t}届人大{s}次会议",
    "{area}人大{t}届{s}次会议",
    "{area}第{t}届人民代表大会第{s}次会议",
    "{area}第{t}届人大第{s}次会议",
    "{area}人大第{t}届{s}次会议",
    "{area}第{t}届人民代表大会{s}次会议",
    "{t}届{area}人大{s}次会议",
)
NPC_NAMED: Final = ("第{t}届{area}人民代表大会第{s}次会议",)

TITLES: Final = (
    "对{session}{no}{item}的答复",
    "关于{session}{no}{item}的答复",
    "关于对{session}{no}{item}的答复",
    "{organ}对{session}{no}{item}的答复",
    "{organ}关于{session}{no}{item}的答复",
    "关于对{session}{no}{item}的复函",
    "{organ}关于对{session}{no}{item}办理情况的复函",
    "关于{session}{no}{item}答复的函",
    "关于{session}{no}{item}的答复函",
    "关于答复{session}{no}{item}的函",
    "关于{session}{no}{item}办理情况的答复",
    "关于{session}{no}{item}办理情况的函",
    "对{session}{no}{item}的回复",
    "{session}{no}{item}的答复",
    "关于{session}{no}{item}答复的函摘要",
    "关于{session}{no}{item}的协办意见",
    "对{session}{no}{item}会办意见的函",
    "关于{session}{item}{no}的答复",
)
TITLES_WITH_CLASS: Final = (
    "关于{session}{no}{item}办理情况（{code}）的函",
    "关于{session}{no}{item}的答复（{code}类）",
)
TITLES_WITH_TOPIC: Final = (
    "关于《{topic}》的答复（{no}{item}）",
    "对《{topic}》的答复（{session}{no}{item}）",
    "关于{session}《{topic}》（{no}）的答复",
    "关于{session}{no}《{topic}》{item}的答复",
    "对{session}“{topic}”（{no}{item}）的复函",
)
CLASS_LINES: Final = (
    "类别：{code}",
    "类 别：{code}",
    "类别：（{code}）",
    "办理结果：{code}",
    "办理结果：{code}类",
    "办理情况：{code}",
    "分类：{code}",
    "（{code}类）",
    "{code}类",
    "{code}",
)
NUMBER_FORMS: Final = (
    "{code}〔{year}〕{serial}号",
    "{code}[{year}]{serial}号",
    "{code}【{year}】{serial}号",
    "{code}﹝{year}﹞{serial}号",
    "{code}（{year}）{serial}号",
    "{code} 〔{year}〕 {serial} 号",
    "文号：{code}〔{year}〕{serial}号",
    "编号：{code}〔{year}〕{serial}号",
    "{code}〔{year}〕第{serial}号",
)


@st.composite
def items(draw: st.DrawFn, office: Office) -> dict[str, Any]:
    """The matter: assembly, session, number, kind word, topic, category."""
    cppcc = draw(st.booleans())
    body = "政协" if cppcc else "人大"
    named = draw(st.booleans())
    area = office.named_area if named else office.area
    year, serial = draw(st.integers(2018, 2026)), draw(st.integers(1, 899))
    numbers = {
        "plain": f"{serial}",
        "padded": f"{serial:04}",
        "year-4": f"{year}{serial:04}",
        "year-3": f"{year}{serial:03}",
        "letter": f"B{serial % 90 + 1}",
        "letters": f"BH{serial:03}",
        "two": f"{serial}、{serial + 1}",
        "range": f"{serial}-{serial + 3}",
    }
    category = None
    number = numbers[draw(pick(tuple(numbers)))]
    if area == "全国":
        number = f"{serial:05}" if cppcc else f"{1000 + serial}"
        category = draw(pick((None, f"医疗卫生类{serial % 200 + 1}号", "农业水利类031号")))
    core = draw(pick(CORES))
    ending = draw(pick(("的建议", "的提案"))) if cppcc else draw(pick(("的建议", "的议案")))
    return {
        "assembly": area + body,
        "term": draw(st.integers(5, 19)),
        "session": draw(st.integers(1, 6)),
        "number": number,
        "kind_word": draw(pick(("提案", "提案", "建议案")))
        if cppcc
        else draw(pick(("建议", "建议", "代表建议", "议案"))),
        "topic": draw(pick((f"关于{core}{ending}", core))),
        "category": category,
    }


def sessions(assembly: str, office: Office) -> st.SearchStrategy[str]:
    """Ways to name the session of the assembly, as templates."""
    cppcc, area = assembly.endswith("政协"), assembly[:-2]
    if area == "全国":
        # the nation is no place of a 全国第十四届 …: only these orders are said
        return pick(
            ("全国政协{t}届{s}次会议", "政协第{t}届全国委员会第{s}次会议", "政协{t}届全国委员会{s}次会议")
            if cppcc
            else ("{t}届全国人大{s}次会议", "第{t}届全国人民代表大会第{s}次会议", "第{t}届全国人大{s}次会议")
        )
    every = CPPCC_SESSIONS if cppcc else NPC_SESSIONS
    named = CPPCC_NAMED if cppcc else NPC_NAMED
    return pick((*every, *named) if area == office.named_area else every)


@st.composite
def titles(draw: st.DrawFn, item: dict[str, Any], office: Office) -> dict[str, Any]:
    """Surface of the title."""
    # a category stands in brackets behind the number; within another pair of brackets nobody prints it
    with_topic = draw(st.integers(0, 4)) == 0 and "、" not in item["number"] and item["category"] is None
    title = draw(pick(TITLES_WITH_TOPIC if with_topic else TITLES))
    no = draw(pick(("第{n}号", "第{n}号", "第{n}号", "第 {n} 号")))
    places = [TitlePlace.LINE] * 4 + [TitlePlace.TWO_LINES, TitlePlace.TWICE, TitlePlace.NONE, TitlePlace.METADATA]
    place = draw(pick(places))
    in_front = "{organ}" in title or draw(st.integers(0, 5)) != 0
    return {
        "title": title,
        "title_place": place,
        # no line ends right behind an opening bracket
        "title_cut": "的答复" if with_topic else draw(pick(("第", "的答复", item["kind_word"]))),
        "title_back": "" if in_front else "（{organ}）",
        "session": draw(sessions(item["assembly"], office)),
        "number": no,
        "full_width_digits": draw(st.integers(0, 9)) == 0,
    }


@st.composite
def letterheads(draw: st.DrawFn, office: Office, year: int) -> tuple[dict[str, Any], dict[str, Any]]:
    """Content and surface of number, marks and letterhead."""
    serial = draw(st.integers(1, 299))
    disposition = draw(pick((None, "A", "B", "C", "D", "甲", "乙")))
    content = {
        "document_number": draw(pick((f"{office.code}〔{year}〕{serial}号", None))),
        "disposition": disposition,
        "signer": draw(st.one_of(st.none(), pick(PERSONS[:6]))),
    }
    places = [ClassPlace.LINE, ClassPlace.LINE, ClassPlace.AFTER_BODY]
    if content["document_number"]:
        places.append(ClassPlace.BESIDE_NUMBER)
    place = draw(pick(places))
    forms = CLASS_LINES if place is ClassPlace.LINE else ("类别：{code}", "办复类别：{code}")
    look = {
        "letterhead": draw(pick(("{organ}", "{organ}文件", "{organ}（函）", ""))),
        "number_form": draw(pick(NUMBER_FORMS)),
        "class_place": place,
        "class_form": draw(pick(forms)),
        "signer_form": draw(pick(("签发人：{name}", "签 发 人：{name}", "领导签发：{name}"))),
        "signer_after_date": draw(st.integers(0, 4)) == 0,
    }
    return content, look


@st.composite
def pages(
    draw: st.DrawFn, office: Office, number: str | None, title: str, needed: bool
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Metadata of a web page and the lines around the letter; ``needed`` where only they hold the title."""
    if not (needed or draw(st.integers(0, 3)) == 0):
        return {}, {}
    pairs = [
        ("索引号", f"K{draw(st.integers(100, 999))}/2023-00021"),
        ("发布机构", office.name),
        ("发文日期", "2023-06-30"),
    ]
    if title:
        pairs.append((draw(pick(("名称", "标题"))), title))
    if number:
        pairs.append(("文号", number))
    if draw(st.booleans()):
        pairs.append(("公开方式", draw(pick(("主动公开", "依申请公开")))))
    before = draw(st.lists(pick(BEFORE), max_size=2, unique=True).map(tuple))
    return {"metadata": tuple(pairs)}, {"before": before, "metadata_style": draw(pick(("pipe", "lines")))}
