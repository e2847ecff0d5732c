from __future__ import annotations

import pytest

from govreply.lexicon.fold import fold
from govreply.lexicon.parties import find_party, normalise, parties

PARTIES = ["民革", "民盟", "民建", "民进", "农工党", "致公党", "九三学社", "台盟"]


def test_the_eight_parties_are_the_parties() -> None:
    assert [p.stem for p in parties() if p.kind == "party"] == PARTIES


@pytest.mark.parametrize("stem", PARTIES)
@pytest.mark.parametrize(
    "form",
    [
        "{}",
        "市{}",
        "市{}委员会",
        "{}市委",
        "{}市委会",
        "{}武汉市委会",
        "{}武汉市委员会",
        "武汉市{}委员会",
        "{}达拉特旗总支",
        "{}湖北省委",
        "{}中央",
        "{}市委会机关支部",
    ],
)
def test_every_party_in_every_form(form: str, stem: str) -> None:
    assert normalise(form.format(stem)) == stem


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("市致公党委员会", "致公党"),
        ("中国致公党武汉市委员会", "致公党"),
        ("民进党包头市委员会", "民进"),
        ("中国民主促进会郑州市委员会", "民进"),
        ("中国国民党革命委员会武汉市委员会", "民革"),
        ("农工民主党市委会", "农工党"),
        ("台湾民主自治同盟", "台盟"),
        ("九三学社武汉市委员会科技支社", "九三学社"),
        ("民 盟 市 委", "民盟"),
        ("市工商联", "工商联"),
        ("武汉市工商业联合会", "工商联"),
        ("团市委", "共青团"),
        ("共青团武汉市委员会", "共青团"),
        ("共青团界别", "共青团"),
        ("市妇联", "妇联"),
        ("市总工会", "总工会"),
        ("市科协", "科协"),
        ("市侨联", "侨联"),
        ("台联", "台联"),
        ("市青联", "青联"),
        ("无党派人士", "无党派"),
    ],
)
def test_further_names(name: str, stem: str) -> None:
    assert normalise(fold(name)) == stem


@pytest.mark.parametrize(
    "name",
    [
        "市教育局",
        "市民建筑协会",
        "居民建房办",
        "张民进",
        "市政协提案委员会",
        "",
        "团结社区",
        "集团市委",
        "民革新村",
        "中共武汉市委",
    ],
)
def test_other_names_are_no_party(name: str) -> None:
    assert find_party(name) is None


def test_other_names_compare_without_blanks() -> None:
    assert normalise("市 教育局") == "市教育局"


def test_kind_and_full_name() -> None:
    party, organisation = find_party("市致公党"), find_party("市妇联")
    assert party is not None
    assert organisation is not None
    assert (party.full, party.kind) == ("中国致公党", "party")
    assert (organisation.full, organisation.kind) == ("中华全国妇女联合会", "organisation")
