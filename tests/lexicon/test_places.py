from __future__ import annotations

import pytest

from govreply.lexicon.places import find_place, place_before, short_name
from govreply.lexicon.tables import read_table
from govreply.model import Level


@pytest.mark.parametrize(
    ("text", "name", "level", "province"),
    [
        ("武汉市生态环境局", "武汉市", "municipal", "湖北省"),
        ("湖北省武汉市生态环境局", "武汉市", "municipal", "湖北省"),
        ("达拉特旗农牧局", "达拉特旗", "county", None),
        ("丰惠镇人民政府", "丰惠镇", "township", None),
        ("辽宁省发展和改革委员会", "辽宁省", "provincial", "辽宁省"),
        ("广西壮族自治区发展和改革委员会", "广西壮族自治区", "provincial", "广西壮族自治区"),
        ("重庆市能源局", "重庆市", "provincial", "重庆市"),
        ("大冶市城市管理执法局", "大冶市", "municipal", None),
        ("义乌市商务局", "义乌市", "municipal", None),
        ("武汉市江岸区教育局", "江岸区", "county", "湖北省"),
        ("重庆市万州区教育局", "万州区", "county", "重庆市"),
        ("恩施州林业局", "恩施州", "municipal", "湖北省"),
        ("延边朝鲜族自治州教育局", "延边朝鲜族自治州", "municipal", "吉林省"),
        ("佳县教育局", "佳县", "county", "陕西省"),
        ("于都县水利局", "于都县", "county", "江西省"),
        ("锡林郭勒盟行政公署", "锡林郭勒盟", "municipal", "内蒙古自治区"),
    ],
)
def test_the_place_an_organ_begins_with(text: str, name: str, level: str, province: str | None) -> None:
    place = find_place(text)
    assert place is not None
    assert (place.name, place.level.value, place.province, place.start) == (name, level, province, 0)
    assert text[: place.end].endswith(name)


@pytest.mark.parametrize(
    "text",
    [
        "市教育局",
        "城市管理局",
        "社区服务中心",
        "城乡建设局",
        "关于市政协",
        "经商市财政局",
        "我市教育局",
        "财政部",
        "国家发展改革委",
        "园区管委会",
        "乡镇企业局",
        "",
        "局",
        "自治区发展和改革委员会",
        "各县教育局",
    ],
)
def test_what_begins_with_no_place(text: str) -> None:
    assert find_place(text) is None


def test_a_county_knows_the_city_it_is_written_under() -> None:
    place = find_place("湖北省武汉市江岸区教育局")
    assert place is not None
    assert (place.city, place.province, place.end) == ("武汉市", "湖北省", 9)


@pytest.mark.parametrize(
    ("text", "name", "level"),
    [
        ("关于武汉市", "武汉市", "municipal"),
        ("关于市", "市", "municipal"),
        ("关于达拉特旗", "达拉特旗", "county"),
        ("你们在丰惠镇", "丰惠镇", "township"),
        ("关于自治区", "自治区", "provincial"),
        ("对全国", "全国", "national"),
        ("关于于都县", "于都县", "county"),
        ("我市", "市", "municipal"),
        ("经商市", "市", "municipal"),
    ],
)
def test_the_place_that_ends_at_an_offset(text: str, name: str, level: str) -> None:
    place = place_before(text, len(text))
    assert place is not None
    assert (place.name, place.level.value) == (name, level)


def test_short_names_end_a_place_only_on_demand() -> None:
    assert place_before("对湖北", 3) is None
    place = place_before("对湖北", 3, short_names=True)
    assert place is not None
    assert (place.name, place.level) == ("湖北", Level.PROVINCIAL)


@pytest.mark.parametrize(
    ("place", "short"),
    [
        ("武汉市", "武汉"),
        ("广西壮族自治区", "广西"),
        ("佳县", "佳县"),
        ("达拉特旗", "达拉特"),
        ("武汉", "武汉"),
        ("恩施土家族苗族自治州", "恩施"),
    ],
)
def test_short_names(place: str, short: str) -> None:
    assert short_name(place) == short


def test_the_table_holds_all_provinces_and_prefectures() -> None:
    rows = read_table("places")
    assert len([r for r in rows if r["level"] == "provincial" and not r["name"].endswith("兵团")]) == 34
    known = {r["name"] for r in rows}
    assert len(known) == len(rows)
    prefectures = [r for r in rows if r["level"] == "municipal" and r["short"]]
    assert len(prefectures) == 333
    assert {r["province"] for r in prefectures} <= known


def test_a_long_name_is_not_cut_in_the_middle_of_a_place_that_is_known() -> None:
    text = "关于对呼伦贝尔市海拉尔区"
    place = place_before(text, len(text))
    assert place is not None
    assert (place.name, place.start) == ("呼伦贝尔市海拉尔区", 3)
