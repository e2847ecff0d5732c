"""Figures with their subjects, and what can be reckoned with them."""

from __future__ import annotations

import pytest

from govreply.model import ChangeKind, Figure, Reply, Standing
from tests.grammar.body_letter import letter, reply_of


def _reply(text: str) -> Reply:
    return reply_of(letter(text))


def _figure(text: str, written: str) -> Figure:
    (figure,) = (f for f in _reply(text).figures if f.text == written)
    return figure


@pytest.mark.parametrize(
    ("text", "figure", "subject"),
    [
        ("我州建成牧区公路示范路段16处。", "16处", "牧区公路示范路段"),
        ("我州现有16处牧区公路示范路段率先养护。", "16处", "牧区公路示范路段"),
        ("全州公路机动车保有量1.9万辆。", "1.9万辆", "公路机动车保有量"),
        ("路面检测合格率达到98.5%。", "98.5%", "路面检测合格率"),
        ("2022年全州路面检测合格率为98.5%。", "98.5%", "路面检测合格率"),
        ("养护签订率由年初的61%提高到88%。", "61%", "养护签订率"),
        ("养护签订率由年初的61%提高到88%。", "88%", "养护签订率"),
        ("共查出道路病害47处，逐处登记。", "47处", "道路病害"),
        ("投资同比增长37.8%。", "37.8%", None),
        ("改造涵洞、边坡3处。", "3处", None),
        ("其余3处正在推进。", "3处", None),
        ("对照要求逐项落实，共12项。", "12项", None),
    ],
)
def test_subjects(text: str, figure: str, subject: str | None) -> None:
    assert _figure(text, figure).subject == subject


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("我州建成示范路段16处。", Standing.ACTUAL),
        ("我州计划建成示范路段16处。", Standing.PLANNED),
        ("力争到2025年底建成示范路段16处。", Standing.PLANNED),
        ("我州新建示范路段16处。", Standing.ADDED),
        ("剩余示范路段16处。", Standing.LEFT),
        ("其中示范路段16处。", Standing.LEFT),
        ("每个旗县示范路段16处。", Standing.EACH),
        ("两地分别建成示范路段16处。", Standing.EACH),
    ],
)
def test_what_a_figure_says_of_the_world(text: str, standing: Standing) -> None:
    assert _figure(text, "16处").standing is standing


@pytest.mark.parametrize(
    ("text", "period", "scope"),
    [
        ("2022年，全州建成示范路段16处。", "2022年", "全州"),
        ("截至2023年5月底，都兰县建成示范路段16处。", "2023年5月", "都兰县"),
        ("2022年开工以来进展顺利。我州现有示范路段16处。", None, "我州"),
        ("2022年启动建设，目前示范路段16处。", None, None),
        ("青海湖景区建成示范路段16处。", None, "青海湖景区"),
        ("建成示范路段16处。", None, None),
    ],
)
def test_time_and_area_of_the_sentence(text: str, period: str | None, scope: str | None) -> None:
    figure = _figure(text, "16处")
    assert (figure.period, figure.scope) == (period, scope)


def test_decimals_and_quotations() -> None:
    reply = _reply("您提出“增设护栏16处”的建议和《牧区公路3年方案（5.0版）》，已投入8.0亿元、改造1,276米。")
    found = {f.text: (f.decimals, f.quoted) for f in reply.figures}
    assert found["16处"] == (0, True)
    assert found["8.0亿元"] == (1, False)
    assert found["1,276米"] == (0, False)


@pytest.mark.parametrize(
    ("text", "total", "parts", "shares", "flags"),
    [
        (
            "共查出病害47处，路面病害12处、边坡病害21处、桥涵病害16处，逐处登记。",
            "47处",
            ["12处", "21处", "16处"],
            [],
            "",
        ),
        (
            "共查出病害47处，其中路面病害12处、边坡病害21处、桥涵病害9处。",
            "47处",
            ["12处", "21处", "9处"],
            [],
            "partial",
        ),
        ("共查出病害47处：路面12处，边坡21处，其他14处。", "47处", ["12处", "21处", "14处"], [], "exhaustive"),
        ("断点按成因分为三类，共9处：桥梁4处，占压3处，阻断2处。", "9处", ["4处", "3处", "2处"], [], "exhaustive"),
        (
            "收到意见100件，已解决60件占60%，正在解决25件占25%，列入计划15件占15%。",
            "100件",
            ["60件", "25件", "15件"],
            ["60%", "25%", "15%"],
            "exhaustive",
        ),
        (
            "受访牧民中，满意的占72.5%，基本满意的占20.1%，不满意的占7.4%。",
            None,
            [],
            ["72.5%", "20.1%", "7.4%"],
            "exhaustive",
        ),
        ("病害中路面、边坡、桥涵分别占42.3%、33.3%、24.4%。", None, [], ["42.3%", "33.3%", "24.4%"], ""),
        ("受访牧民反映积雪的占46%，反映扬尘的占38%（多选）。", None, [], ["46%", "38%"], "partial"),
    ],
)
def test_breakdowns(text: str, total: str | None, parts: list[str], shares: list[str], flags: str) -> None:
    (found,) = _reply(text).arithmetic.breakdowns
    assert (found.total.text if found.total else None) == total
    assert [part.text for part in found.parts] == parts
    assert [share.text for share in found.shares] == shares
    assert found.exhaustive is ("exhaustive" in flags)
    assert found.partial is ("partial" in flags)


@pytest.mark.parametrize(
    "text",
    [
        "会议期间收到建议187件，立案提案246件，交由政府系统承办的共403件。",
        "共有路段47处，新增12处，改造21处，拆除16处。",
        "增设驿站6处、直饮水点15处、遮阴廊架2.1公里。",
        "改造路段12处、桥梁21座、涵洞16道。",
        "投资8.0亿元，完成率95%，满意率98%。",
    ],
)
def test_lists_that_are_no_breakdown(text: str) -> None:
    assert _reply(text).arithmetic.breakdowns == ()


@pytest.mark.parametrize(
    ("text", "shares"),
    [
        ("今年抽查企业250家，发现问题企业30家，占12%。", [("30家", "250家", "12%")]),
        ("今年抽查企业250家，发现问题企业30家（占12%），已整改。", [("30家", "250家", "12%")]),
        ("全年计划投资12.6亿元，已完成4.1亿元，占年度计划的32.5%。", [("4.1亿元", "12.6亿元", "32.5%")]),
        ("共收到意见100件，其中路面类60件，占60%。", [("60件", "100件", "60%")]),
        ("抽查企业250家，走访企业80家，问题企业30家，占12%。", []),
        ("抽查企业250家，已完成投资4.1亿元，占年度计划的32.5%。", []),
        ("全州公路总长6800公里，国道1200公里，占全省的5%。", []),
        ("办理提案572件，涉及事项665件次。其中已解决258件次，占38.8%。", []),
    ],
)
def test_shares(text: str, shares: list[tuple[str, str, str]]) -> None:
    found = _reply(text).arithmetic.shares
    assert [(s.part.text, s.whole.text, s.stated.text) for s in found] == shares


@pytest.mark.parametrize(
    ("text", "kind", "values", "flags"),
    [
        ("班组由80个增至100个，同比增长25%。", ChangeKind.GROWTH, ("80个", "100个", "25%"), ""),
        (
            "2021年全州完成投资8.0亿元，2022年完成投资10.0亿元，同比增长25%。",
            ChangeKind.GROWTH,
            ("8.0亿元", "10.0亿元", "25%"),
            "",
        ),
        (
            "时限由20个工作日压缩至5个工作日，压缩75%。",
            ChangeKind.GROWTH,
            ("20个工作日", "5个工作日", "75%"),
            "falling",
        ),
        ("好路率由82%提高到2022年的91%，提高9个百分点。", ChangeKind.POINTS, ("82%", "91%", "9个百分点"), ""),
        (
            "近视率由上年的51.3%下降到49.8%，下降1.5个百分点。",
            ChangeKind.POINTS,
            ("51.3%", "49.8%", "1.5个百分点"),
            "falling",
        ),
        ("监测点从2万个增加到6万个，增长2倍。", ChangeKind.GROWN_BY, ("2万个", "6万个", "2倍"), ""),
        ("监测点从2万个增加到6万个，是原来的3倍。", ChangeKind.TIMES, ("2万个", "6万个", "3倍"), ""),
        ("经费从500万元增加到2000万元，翻两番。", ChangeKind.TIMES, ("500万元", "2000万元", "翻两番"), ""),
        ("口径调整后班组由80个增至100个，增长20%。", ChangeKind.GROWTH, ("80个", "100个", "20%"), "adjusted"),
        (
            "客运量由3.2万人增加到4.8万人，年均增长22.5%。",
            ChangeKind.GROWTH,
            ("3.2万人", "4.8万人", "22.5%"),
            "adjusted",
        ),
    ],
)
def test_changes(text: str, kind: ChangeKind, values: tuple[str, str, str], flags: str) -> None:
    (found,) = _reply(text).arithmetic.changes
    assert found.kind is kind
    assert (found.base.text, found.now.text, found.stated.text) == values
    assert found.falling is ("falling" in flags)
    assert found.adjusted is ("adjusted" in flags)


def test_doubling_twice_is_four_times() -> None:
    (found,) = _reply("经费从500万元增加到2000万元，翻两番。").arithmetic.changes
    assert found.stated.value == 4


@pytest.mark.parametrize(
    "text",
    [
        "班组由80个增至100个，产值增长20%。",
        "2021年1至6月完成投资8亿元，2022年完成投资20亿元，同比增长20%。",
        "2020年完成投资8亿元，2022年完成投资10亿元，同比增长20%。",
        "2021年完成投资8亿元，2022年实现税收10亿元，同比增长20%。",
        "投资同比增长37.8%，是平均增速的4.3倍。",
        "监测点从2万个增加到6万个，增长3倍多。",
        "路段长3公里、宽5米，增长20%。",
    ],
)
def test_figures_that_tell_no_change(text: str) -> None:
    assert _reply(text).arithmetic.changes == ()


@pytest.mark.parametrize(
    ("text", "values", "falling"),
    [
        ("编制2021—2025年规划。", ((2021, "年"), (2025, "年")), False),
        ("编制2025年至2021年规划。", ((2025, "年"), (2021, "年")), False),
        ("奖励投资额的10%～5%。", ((10, "%"), (5, "%")), False),
        ("坡度从12%-9%逐步放缓。", ((12, "%"), (9, "%")), True),
        ("单个投资8000至1万元。", ((8000, "元"), (1, "万元")), False),
        ("单个投资2至5万元。", ((2, "万元"), (5, "万元")), False),
    ],
)
def test_ranges(text: str, values: tuple[tuple[float, str], tuple[float, str]], falling: bool) -> None:
    (found,) = _reply(text).arithmetic.ranges
    assert ((found.first.value, found.first.unit), (found.last.value, found.last.unit)) == values
    assert found.falling is falling


@pytest.mark.parametrize(
    "text", ["文号为青交〔2021〕2025年第1号。", "标准号GB/T 2021-2019年修订。", "坡度由10%降至5%。"]
)
def test_what_is_no_range(text: str) -> None:
    assert _reply(text).arithmetic.ranges == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("近年来出台制度近40余项。", ["近", "余"]),
        ("投入约5000万元左右。", ["约", "左右"]),
        ("清雪超过300多公里。", ["超过", "多"]),
        ("投入近5000万元。", ["近"]),
        ("近年来出台制度40余项。", ["余"]),
        ("惠及3万余人。", ["余"]),
    ],
)
def test_words_of_rounding(text: str, words: list[str]) -> None:
    (found,) = _reply(text).arithmetic.hedges
    assert [word.text for word in found.words] == words


def test_places_lead_to_the_source() -> None:
    text = letter("共查出病害 47 处，路面 12 处、边坡 21 处、其他 16 处。\n\n坡度由 8% 降到\n5%，降低 3 个百分点。")
    found = reply_of(text).arithmetic
    (breakdown,) = found.breakdowns
    assert [text[p.span.start : p.span.end] for p in breakdown.parts] == ["12 处", "21 处", "16 处"]
    assert text[breakdown.span.start : breakdown.span.end] == "47 处，路面 12 处、边坡 21 处、其他 16 处"


@pytest.mark.parametrize(
    ("unit", "figures"),
    [
        ("共3处，路面1处、", 2),
        ("由1个增至2个，增长3%，", 3),
        ("路面1件占1%、", 2),
        ("近3余个", 1),
        ("1%～", 1),
    ],
)
def test_endless_sentences_are_read_to_the_end(unit: str, figures: int) -> None:
    times = 6_000 // len(unit)
    assert len(_reply(unit * times + "路面。").figures) == figures * times


def test_endless_years_are_each_a_range() -> None:
    assert len(_reply("2025—2021年，" * 500).arithmetic.ranges) == 500
