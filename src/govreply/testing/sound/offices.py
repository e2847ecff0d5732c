"""Organs that sound letters come from, with the facts about them that a letter must not contradict.

The organs and places exist; area codes, postcodes and terms are those of the places.
"""

from __future__ import annotations

from typing import Final

from attrs import frozen

Terms = tuple[tuple[int, int], ...]


@frozen
class Office:
    """An issuer and its place.

    Attributes:
        name: of the organ. code: of its document numbers.
        area, named_area: the assembly's area as one says it there (市, 武汉市).
        we: what the organ calls itself (我局).
        code_digits: area code and the length of local numbers.
        postcode: of the place.
        cppcc, npc: terms with the year of their first session, one session a year; empty where no item comes from it.
        since: the year from which on the organ has this name; its first full year.
        marked: the place demands a class mark. classes: the letters that it knows.
        dated: the years above are published; elsewhere they are plausible, and numbers carry no year.
    """

    name: str
    code: str
    area: str
    named_area: str
    we: str
    dialling: str
    digits: int
    postcode: str
    cppcc: Terms = ()
    npc: Terms = ()
    since: int = 2013
    marked: bool = False
    classes: str = "ABC"
    dated: bool = True
    form_first: bool = False

    @property
    def national(self) -> bool:
        """Whether it is an organ of the State Council."""
        return self.area == "全国"

    @property
    def province_level(self) -> bool:
        """Whether its departments are called 厅."""
        return self.area in ("省", "自治区")


_NATION: Final[Terms] = ((12, 2013), (13, 2018), (14, 2023))
_PROVINCE: Final[Terms] = ((12, 2018), (13, 2023))
_PROVINCE_NPC: Final[Terms] = ((13, 2018), (14, 2023))


def _ministry(name: str, code: str, postcode: str, since: int = 2013) -> Office:
    return Office(
        name,
        code,
        "全国",
        "全国",
        "我委" if name.endswith("委员会") else "我部",
        "010",
        8,
        postcode,
        _NATION,
        _NATION,
        since,
        classes="ABCD",
    )


def _department(name: str, code: str, dialling: str, digits: int, postcode: str, since: int = 2013) -> Office:
    place = next(name[:n] for n in range(3, 9) if name[:n].endswith(("省", "自治区")))
    area = "省" if place.endswith("省") else "自治区"
    we = {"厅": "我厅", "会": "我委", "局": "我局"}[name[-1]]
    return Office(name, code, area, place, we, dialling, digits, postcode, _PROVINCE, _PROVINCE_NPC, since)


def _bureau(
    name: str, code: str, dialling: str, digits: int, postcode: str, cppcc: Terms, since: int = 2013, npc: Terms = ()
) -> Office:
    place = name.removeprefix("中共")[: name.removeprefix("中共").index("市") + 1]
    we = "我委" if name.endswith("委员会") else "我部" if name.endswith("部") else "我局"
    return Office(name, code, "市", place, we, dialling, digits, postcode, cppcc, npc, since)


_WUHAN: Final[Terms] = ((13, 2017), (14, 2022))

OFFICES: Final = (
    _ministry("交通运输部", "交提案函", "100736"),
    _ministry("教育部", "教提案", "100816"),
    _ministry("生态环境部", "环提函", "100006", 2019),
    _ministry("国家卫生健康委员会", "国卫提函", "100044", 2019),
    _department("浙江省交通运输厅", "浙交函", "0571", 8, "310009"),
    _department("山东省水利厅", "鲁水函", "0531", 8, "250014"),
    _department("河北省发展和改革委员会", "冀发改函", "0311", 8, "050051"),
    _department("贵州省农业农村厅", "黔农函", "0851", 8, "550001", 2019),
    _department("云南省文化和旅游厅", "云文旅函", "0871", 8, "650032", 2019),
    _department("湖北省市场监督管理局", "鄂市监函", "027", 8, "430060", 2019),
    _department("广西壮族自治区教育厅", "桂教函", "0771", 7, "530021"),
    _department("新疆维吾尔自治区交通运输厅", "新交函", "0991", 7, "830000"),
    _bureau("武汉市水务局", "武水函", "027", 8, "430015", _WUHAN),
    _bureau("武汉市教育局", "武教函", "027", 8, "430010", _WUHAN),
    _bureau("武汉市人力资源和社会保障局", "武人社函", "027", 8, "430022", _WUHAN),
    _bureau("武汉市文化和旅游局", "武文旅函", "027", 8, "430014", _WUHAN, 2019),
    _bureau("中共武汉市委组织部", "武组函", "027", 8, "430014", _WUHAN),
    _bureau("南京市城乡建设委员会", "宁建函", "025", 8, "210008", ((14, 2018), (15, 2023))),
    _bureau("西安市交通运输局", "市交函", "029", 8, "710007", ((15, 2022),)),
    _bureau("厦门市教育局", "厦教函", "0592", 7, "361003", ((13, 2017), (14, 2022))),
    _bureau("湘潭市卫生健康委员会", "潭卫函", "0731", 8, "411104", ((13, 2022),), 2019),
    _bureau("昆明市滇池管理局", "昆滇函", "0871", 8, "650500", ((13, 2017),)),
    _bureau("苏州市园林和绿化管理局", "苏园函", "0512", 8, "215008", ((15, 2022),)),
    _bureau("宁波市民政局", "甬民函", "0574", 8, "315066", ((15, 2017), (16, 2022))),
    _bureau("青岛市城市管理局", "青城管函", "0532", 8, "266071", ((13, 2017), (14, 2022))),
    _bureau("沈阳市城乡建设局", "沈建函", "024", 8, "110014", ((16, 2022),)),
    _bureau("成都市公园城市建设管理局", "成公园城市函", "028", 8, "610000", ((16, 2023),)),
    Office(
        "上海市绿化和市容管理局",
        "沪绿容函",
        "市",
        "上海市",
        "我局",
        "021",
        8,
        "200040",
        ((13, 2018), (14, 2023)),
        ((15, 2018), (16, 2023)),
    ),
    Office("重庆市水利局", "渝水函", "市", "重庆市", "我局", "023", 8, "401147", ((5, 2018), (6, 2023)), ((6, 2023),)),
    Office(
        "北京市园林绿化局",
        "京绿函",
        "市",
        "北京市",
        "我局",
        "010",
        8,
        "100029",
        ((13, 2018), (14, 2023)),
        ((15, 2018), (16, 2023)),
    ),
    Office(
        "大理白族自治州林业和草原局",
        "大林草函",
        "州",
        "大理州",
        "我局",
        "0872",
        7,
        "671000",
        ((14, 2022),),
        ((15, 2022),),
        2019,
        dated=False,
    ),
    Office(
        "延边朝鲜族自治州教育局",
        "延州教函",
        "州",
        "延边州",
        "我局",
        "0433",
        7,
        "133000",
        ((14, 2022),),
        ((16, 2022),),
        dated=False,
    ),
    Office(
        "锡林郭勒盟教育局", "锡教函", "盟", "锡林郭勒盟", "我局", "0479", 7, "026000", ((7, 2022),), (), dated=False
    ),
    Office(
        "宁海县农业农村局",
        "宁农函",
        "县",
        "宁海县",
        "我局",
        "0574",
        8,
        "315600",
        ((11, 2022),),
        ((19, 2022),),
        2019,
        dated=False,
    ),
    Office(
        "佛坪县水利局",
        "佛水函",
        "县",
        "佛坪县",
        "我局",
        "0916",
        7,
        "723400",
        ((11, 2021),),
        ((19, 2021),),
        marked=True,
        dated=False,
    ),
    Office(
        "佳县教育和体育局",
        "佳教体函",
        "县",
        "佳县",
        "我局",
        "0912",
        7,
        "719200",
        ((10, 2021),),
        ((19, 2021),),
        dated=False,
        form_first=True,
    ),
    Office(
        "沧源佤族自治县人民政府",
        "沧政函",
        "县",
        "沧源县",
        "我县",
        "0883",
        7,
        "677400",
        ((15, 2022),),
        ((18, 2022),),
        dated=False,
    ),
    Office(
        "成都市武侯区住房和交通局",
        "武住交提复",
        "区",
        "武侯区",
        "我局",
        "028",
        8,
        "610041",
        ((8, 2022),),
        ((8, 2022),),
        2019,
        dated=False,
    ),
    Office(
        "淄博市博山区教育和体育局",
        "博教函",
        "区",
        "博山区",
        "我局",
        "0533",
        7,
        "255200",
        ((11, 2022),),
        ((19, 2022),),
        2019,
        marked=True,
        classes="ABCD",
        dated=False,
    ),
    Office(
        "鄂托克旗文化和旅游局",
        "鄂文旅函",
        "旗",
        "鄂托克旗",
        "我局",
        "0477",
        7,
        "016100",
        ((11, 2022),),
        ((18, 2022),),
        2019,
        dated=False,
    ),
    Office(
        "沁阳市水利局", "沁水函", "市", "沁阳市", "我局", "0391", 7, "454550", ((9, 2021),), ((8, 2021),), dated=False
    ),
    Office("青石镇人民政府", "青政函", "镇", "青石镇", "我镇", "0713", 7, "438000", (), ((19, 2022),), dated=False),
)
