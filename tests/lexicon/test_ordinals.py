from __future__ import annotations

import pytest

from govreply.lexicon.fold import fold
from govreply.lexicon.ordinals import find_running, match_marker

NUMERALS = [*"一二三四五六七八九十", "十一", "十二", "十九", "二十", "二十一", "三十"]
VALUES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 19, 20, 21, 30]


@pytest.mark.parametrize(
    ("form", "style"),
    [
        ("{}、加强", "一、"),
        ("{}．加强", "一、"),
        ("{}，加强", "一、"),
        ("（{}）加强", "（一）"),
        ("({})加强", "（一）"),
        ("（{}）、加强", "（一）"),
        ("{}是加强", "一是"),
        ("其{}，加强", "其一"),
        ("第{}，加强", "第一"),
        ("第{}：加强", "第一"),
        ("对建议{}的答复：", "对建议一"),
        ("关于建议{}：", "对建议一"),
        ("第{}条建议：", "对建议一"),
    ],
)
def test_chinese_numerals_in_every_family(form: str, style: str) -> None:
    read = [match_marker(fold(form.format(n)), 0) for n in NUMERALS]
    assert [(m.ordinal, m.style) if m else None for m in read] == [(v, style) for v in VALUES]


@pytest.mark.parametrize(
    ("form", "style"),
    [
        ("{}.加强", "1."),
        ("{}．加强", "1."),
        ("{}、加强", "1."),
        ("{}. 加强", "1."),
        ("（{}）加强", "（1）"),
        ("({})加强", "（1）"),
        ("{})加强", "（1）"),
    ],
)
def test_arabic_numerals_in_every_family(form: str, style: str) -> None:
    read = [match_marker(fold(form.format(n)), 0) for n in range(1, 100)]
    assert [(m.ordinal, m.style) if m else None for m in read] == [(n, style) for n in range(1, 100)]


@pytest.mark.parametrize(
    ("signs", "style"),
    [
        ("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒", "①"),
        ("⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇", "（1）"),
        ("⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛", "1."),
        ("㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩", "（一）"),
    ],
)
def test_signs_that_are_numerals_themselves(signs: str, style: str) -> None:
    read = [match_marker(fold(f"{sign}加强"), 0) for sign in signs]
    assert [(m.ordinal, m.style) if m else None for m in read] == [(n, style) for n in range(1, len(signs) + 1)]


@pytest.mark.parametrize(
    ("text", "marker"),
    [
        ("一、加强", "一、"),
        ("（一）加强", "（一）"),
        ("(1)编制", "（1）"),
        ("1）编制", "1）"),
        ("其一，实行", "其一"),
        ("第一，明确", "第一"),
        ("首先，由平台", "首先"),
        ("首先由平台", "首先"),
        ("最后，落实", "最后"),
        ("对建议一的答复：我局", "对建议一的答复"),
        ("对建议二：我局", "对建议二"),
        ("对您提出的第二条建议，我局", "对您提出的第二条建议"),
        ("1.2023年出台", "1."),
        ("1、2023年出台", "1、"),
    ],
)
def test_the_marker_keeps_its_signs_but_no_comma_or_colon_of_the_sentence(text: str, marker: str) -> None:
    found = match_marker(fold(text), 0)
    assert found is not None
    assert (found.text, found.start, found.end) == (marker, 0, len(marker))


@pytest.mark.parametrize(
    ("text", "ordinal"), [("首先，做", 1), ("其次，做", 2), ("再次，做", 3), ("最后，做", 0), ("其次由我局做", 2)]
)
def test_words_of_order(text: str, ordinal: int) -> None:
    found = match_marker(text, 0)
    assert found is not None
    assert (found.ordinal, found.style) == (ordinal, "首先")


@pytest.mark.parametrize(
    "text",
    [
        "1.5倍",
        "1.2版",
        "2023年6月30日",
        "100.加强",
        "首先感谢您",
        "首先，衷心感谢您",
        "首先，对您长期以来关心支持我市工作表示衷心感谢",
        "最后，感谢您的支持",
        "最后一公里",
        "再次感谢您",
        "再次对您表示感谢",
        "其一贯做法",
        "其一般情况",
        "其三年来",
        "第一产业",
        "第一、第二产业",
        "第一、二产业",
        "建议一级医院设点",
        "一个",
        "一是一二是二",
        "",
        "加强",
    ],
)
def test_what_opens_no_unit(text: str) -> None:
    assert match_marker(fold(text), 0) is None


def test_a_marker_must_begin_exactly_at_the_position() -> None:
    text = "首段。一、加强"
    assert match_marker(text, 2) is None
    found = match_marker(text, 3)
    assert found is not None
    assert (found.start, found.end) == (3, 5)
    assert match_marker("21.加强", 1) is None


@pytest.mark.parametrize(
    ("text", "markers"),
    [
        ("主要抓三点：一是抓进度；二是抓安全；三是抓质量。", ["一是", "二是", "三是"]),
        ("下一步我局将一是抓进度。", ["一是"]),
        ("为此，我局一是抓进度，二是抓安全。", ["一是", "二是"]),
        ("重点工作一是建站。二是补桩。", ["一是", "二是"]),
        ("其中一是缺地。", ["一是"]),
        ("做法有三。其一，实行；其二，改善。", ["其一", "其二"]),
        ("第一，明确标准。第二，列入计划。", ["第一", "第二"]),
        ("首先，减免费用。其次，组织培训；再次，开展评比。最后，总结。", ["首先", "其次", "再次", "最后"]),
        ("包括①规范合同，②扩大保障。", ["①", "②"]),
        ("一是一体化推进。", ["一是"]),
        ("十一是加强宣传。", ["十一是"]),
    ],
)
def test_running_markers(text: str, markers: list[str]) -> None:
    found = list(find_running(fold(text)))
    assert [m.text for m in found] == markers
    assert [text[m.start : m.end] for m in found] == markers


@pytest.mark.parametrize(
    "text",
    [
        "标准统一是关键。",
        "唯一是水源。",
        "第一是安全。",
        "原因之一是缺水。",
        "这一是大事。",
        "另一类是村道。",
        "一类是国道。",
        "万一是暴雨呢。",
        "逐一是要核对的。",
        "单一是短处。",
        "同一是目标。",
        "一是一，二是二。",
        "一是一二是二。",
        "其一贯支持。",
        "其一般做法。",
        "极其一致。",
        "位居全省第一，增长两成。",
        "第一、第二产业占比。",
        "尤其次要问题。",
        "首先感谢您的建议。",
        "最后，感谢您的支持。",
        "打通最后一公里。",
        "见图①和表②。",
        "乘①号线。",
        "再次组织检查。",
        "周一是休息日。",
        "三合一是趋势。",
    ],
)
def test_ordinary_words_are_no_running_markers(text: str) -> None:
    assert list(find_running(fold(text))) == []


def test_running_markers_from_an_offset_on() -> None:
    text = "一是甲；二是乙。"
    assert [(m.text, m.start) for m in find_running(text, 4)] == [("二是", 4)]
