from __future__ import annotations

import pytest

from govreply.lexicon.agencies import canonical, find_agencies, split_agency_list
from govreply.lexicon.fold import fold
from govreply.lexicon.places import Place, find_place
from govreply.lexicon.tables import read_table
from govreply.model import Level


def place(name: str) -> Place:
    found = find_place(name)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("经商市财政局、市发改委和市农业农村局研究", ["市财政局", "市发改委", "市农业农村局"]),
        ("会同市公安局交警支队、市交通运输局", ["市公安局交警支队", "市交通运输局"]),
        ("财政部、农业农村部", ["财政部", "农业农村部"]),
        ("我局会同武汉市发展和改革委员会", ["武汉市发展和改革委员会"]),
        ("达拉特旗农牧局关于旗水利局", ["达拉特旗农牧局", "旗水利局"]),
        ("由市市场监管局牵头", ["市市场监管局"]),
        ("大冶市城市管理执法局", ["大冶市城市管理执法局"]),
        ("抄送：市人民政府督查室，市政协提案委。", ["市人民政府督查室", "市政协提案委"]),
        ("市委组织部、中共武汉市委组织部", ["市委组织部", "中共武汉市委组织部"]),
        ("丰惠镇人民政府", ["丰惠镇人民政府"]),
        ("国家税务总局武汉市税务局", ["国家税务总局武汉市税务局"]),
        ("武汉市江岸区人民政府", ["武汉市江岸区人民政府"]),
        ("市委、市政府高度重视", ["市委", "市政府"]),
        ("市园林文物局、市文广旅体局已", ["市园林文物局", "市文广旅体局"]),
        ("重庆市规划和自然资源局", ["重庆市规划和自然资源局"]),
        ("自治区发展和改革委员会", ["自治区发展和改革委员会"]),
        ("国家发展改革委印发", ["国家发展改革委"]),
        ("由教育局牵头", ["教育局"]),
        ("市总工会、团市委、市妇联", ["市总工会", "团市委", "市妇联"]),
        ("国务院办公厅印发", ["国务院办公厅"]),
        ("积极配合市经济信息委推进", ["市经济信息委"]),
        ("正加强同市经济信息委的联系", ["市经济信息委"]),
        ("6月联合县环保局检查", ["县环保局"]),
        ("已邀请市建设局、规划局到场", ["市建设局", "规划局"]),
        ("组织市自然资源和规划局踏勘", ["市自然资源和规划局"]),
        ("会同大冶市水利局", ["大冶市水利局"]),
    ],
)
def test_organs(text: str, names: list[str]) -> None:
    found = find_agencies(fold(text))
    assert [a.text for a in found] == names
    assert [text[a.start : a.end] for a in found] == names


@pytest.mark.parametrize(
    "text",
    [
        "我局",
        "贵局",
        "本局高度重视",
        "各区人民政府",
        "水利部门",
        "公安部门",
        "财政部门和教育部门",
        "市民办事大厅",
        "市场监管",
        "城市管理",
        "武汉生态环境投资有限公司",
        "市城市建设投资集团有限公司",
        "武汉市第一中学",
        "市中心医院",
        "武汉农村商业银行",
        "市场供应办法",
        "市级财政投入",
        "市内公交",
        "县域经济委托",
        "乡村振兴战略",
        "有关部门",
        "相关单位",
        "各级人民政府",
        "地方政府",
        "省级重点项目",
        "",
        "财政局长",
        "市政产业大布局",
        "民进包头市委员会",
        "发展区域综合能源服务中心",
        "镇市场监管所承办",
        "全省布局",
        "旗舰店办公室",
        "区域发展",
        "由市场决定",
        "委员们",
        "办公室",
    ],
)
def test_what_is_no_organ(text: str) -> None:
    assert find_agencies(fold(text), place=place("武汉市")) == []


@pytest.mark.parametrize(
    ("text", "home", "full"),
    [
        ("市发改委", "武汉市", "武汉市发展和改革委员会"),
        ("市发展改革委", "武汉市", "武汉市发展和改革委员会"),
        ("武汉市发展和改革委员会", "郑州市", "武汉市发展和改革委员会"),
        ("武汉市发改委", "武汉市", "武汉市发展和改革委员会"),
        ("湖北省武汉市生态环境局", "武汉市", "武汉市生态环境局"),
        ("省住建厅", "武汉市", "湖北省住房和城乡建设厅"),
        ("市市场监管局", "武汉市", "武汉市市场监督管理局"),
        ("市委组织部", "武汉市", "中共武汉市委组织部"),
        ("市政协提案委", "武汉市", "政协武汉市委员会提案委员会"),
        ("市税务局", "武汉市", "国家税务总局武汉市税务局"),
        ("市教委", "重庆市", "重庆市教育委员会"),
        ("市规划资源局", "上海市", "上海市规划和自然资源局"),
        ("市城管执法委", "武汉市", "武汉市城市管理执法委员会"),
        ("旗水利局", "达拉特旗", "达拉特旗水利局"),
        ("区教育局", "武汉市江岸区", "江岸区教育局"),
        ("市教育局", "武汉市江岸区", "武汉市教育局"),
        ("国家发展改革委", "武汉市", "国家发展和改革委员会"),
        ("工信部", "武汉市", "工业和信息化部"),
        ("市 教育局", "武汉市", "武汉市教育局"),
        ("市教委", "武汉市", None),
        ("市城管执法委", "郑州市", None),
        ("区教育局", "武汉市", None),
        ("自治区教育厅", "武汉市", None),
        ("教育局", "武汉市", None),
        ("市园林文物局", "杭州市", None),
        ("市金融办公局", "武汉市", None),
    ],
)
def test_full_names(text: str, home: str, full: str | None) -> None:
    assert canonical(text, place(home)) == full


def test_no_full_name_without_a_place() -> None:
    assert canonical("市发改委") is None
    assert canonical("武汉市发改委") == "武汉市发展和改革委员会"


@pytest.mark.parametrize(
    ("text", "home", "level"),
    [
        ("市教育局", "武汉市", Level.MUNICIPAL),
        ("市教委", "重庆市", Level.PROVINCIAL),
        ("武汉市教育局", "武汉市", Level.MUNICIPAL),
        ("重庆市教育委员会", "武汉市", Level.PROVINCIAL),
        ("省教育厅", "武汉市", Level.PROVINCIAL),
        ("区教育局", "武汉市", Level.COUNTY),
        ("丰惠镇人民政府", "武汉市", Level.TOWNSHIP),
        ("财政部", "武汉市", Level.NATIONAL),
        ("由教育局", "武汉市", None),
    ],
)
def test_levels(text: str, home: str, level: Level | None) -> None:
    (found,) = find_agencies(text, place=place(home))
    assert found.level is level


def test_every_name_of_the_table_is_found_whole() -> None:
    missed = []
    for row in read_table("agencies"):
        for name in (row["abbrev"], row["full_name_pattern"].replace("{M}", "武汉市").replace("{P}", "湖北省")):
            text = f"会同{name}、其他"
            if [a.text for a in find_agencies(fold(text))] != [fold(name)]:
                missed.append(name)
    assert missed == []


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("市发改委、市科技局、市经信局和市地方金融局", ["市发改委", "市科技局", "市经信局", "市地方金融局"]),
        ("市商务局及市市场监管局", ["市商务局", "市市场监管局"]),
        ("市发展和改革委员会、市人力资源和社会保障局等部门", ["市发展和改革委员会", "市人力资源和社会保障局"]),
        ("市规划和自然资源局和市住房和城乡建设局", ["市规划和自然资源局", "市住房和城乡建设局"]),
        ("市教育局 市财政局 市卫健委", ["市教育局", "市财政局", "市卫健委"]),
        ("市委和市政府", ["市委", "市政府"]),
        ("市公安局、财政局与教育局等有关单位", ["市公安局", "财政局", "教育局"]),
        ("市财政局、市教育局等3个部门", ["市财政局", "市教育局"]),
        ("市财政局、市教育局等", ["市财政局", "市教育局"]),
        ("财政部", ["财政部"]),
        ("国家发展和改革委员会", ["国家发展和改革委员会"]),
        ("市文化和旅游局，以及武汉市园林和林业局", ["市文化和旅游局", "武汉市园林和林业局"]),
        ("县建设局（城管办）、县水利局", ["县建设局（城管办）", "县水利局"]),
        ("", []),
        ("、", []),
    ],
)
def test_lists_of_organs(text: str, items: list[str]) -> None:
    text = fold(text)
    assert [text[a:b] for a, b in split_agency_list(text)] == items


def test_the_committee_of_the_cppcc_is_not_the_partys() -> None:
    assert canonical("政协武汉市委员会", find_place("武汉市")) is None
    assert canonical("中共武汉市委员会", find_place("武汉市")) == "中共武汉市委员会"
