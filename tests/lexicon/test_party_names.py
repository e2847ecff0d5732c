from __future__ import annotations

import pytest

from govreply.lexicon.party_names import find_slips, regular_branch


@pytest.mark.parametrize(
    ("text", "slips"),
    [
        ("民进党包头市委员会：", [("民进党", "民进")]),
        ("市民进党委员会：", [("民进党", "民进")]),
        ("感谢民建党武汉市委会的支持", [("民建党", "民建")]),
        ("台盟党武汉市委会", [("台盟党", "台盟")]),
        ("九三党市委会", [("九三党", "九三学社")]),
        ("中国民主促进党武汉市委员会", [("中国民主促进党", "中国民主促进会")]),
        ("民建市委会", []),
        ("由民革党员提出", []),
        ("与民盟党外人士委员会座谈", []),
        ("居民建党支部活动", []),
        ("市民建党支部建设", []),
        ("台湾民进党当局", []),
    ],
)
def test_wrong_names(text: str, slips: list[tuple[str, str]]) -> None:
    assert [(text[s.start : s.end], s.right) for s in find_slips(text)] == slips


@pytest.mark.parametrize(
    ("name", "regular"),
    [
        ("市致公党委员会", "致公党市委会"),
        ("武汉市民建市委会", "民建武汉市委会"),
        ("武汉市民盟委员会", "民盟武汉市委会"),
        ("致公党武汉市委会", None),
        ("中国致公党武汉市委员会", None),
        ("民建武汉市委", None),
        ("市致公党", None),
        ("武汉民进", None),
        ("上海民盟委员会", None),
        ("九三学社郑州市委员会", None),
        ("武汉市工商联委员会", None),
        ("陆承安", None),
    ],
)
def test_the_order_of_words(name: str, regular: str | None) -> None:
    assert regular_branch(name) == regular
