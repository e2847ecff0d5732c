from __future__ import annotations

import pytest

from govreply.lexicon.fold import fold
from govreply.lexicon.units import find_figures


@pytest.mark.parametrize(
    ("text", "span", "value", "unit", "approximate"),
    [
        ("总值5292亿元，", "5292亿元", 5292, "亿元", False),
        ("增长37.8%。", "37.8%", 37.8, "%", False),
        ("增长３７．８％。", "３７．８％", 37.8, "%", False),
        ("是4.3倍", "4.3倍", 4.3, "倍", False),
        ("减排2.6万吨二氧化碳当量", "2.6万吨二氧化碳当量", 2.6, "万吨二氧化碳当量", False),
        ("节能3万吨标准煤", "3万吨标准煤", 3, "万吨标准煤", False),
        ("投入近5000万元", "近5000万元", 5000, "万元", True),
        ("共55个", "55个", 55, "个", False),
        ("出台40余项", "40余项", 40, "项", True),
        ("规模超280亿元", "超280亿元", 280, "亿元", True),
        ("配备1,276台", "1,276台", 1276, "台", False),
        ("降低0.3元左右", "0.3元左右", 0.3, "元", True),
        ("占百分之三十", "百分之三十", 30, "%", False),
        ("约占百分之三十五点二", "约占百分之三十五点二", 35.2, "%", True),
        ("提高1.5个百分点", "1.5个百分点", 1.5, "个百分点", False),
        ("惠及3万余人", "3万余人", 3, "万人", True),
        ("投资5000余万元", "5000余万元", 5000, "万元", True),
        ("走访300多家", "300多家", 300, "家", True),
        ("走访三百余家", "三百余家", 300, "家", True),
        ("走访百余家", "百余家", 100, "家", True),
        ("安排五千万元", "五千万元", 5000, "万元", False),
        ("不低于95%", "不低于95%", 95, "%", True),
        ("80%以上", "80%以上", 80, "%", True),
        ("面积约 12 平方公里", "约 12 平方公里", 12, "平方公里", True),
        ("装机3.2万千瓦", "3.2万千瓦", 3.2, "万千瓦", False),
        ("补贴1800元/千瓦时", "1800元/千瓦时", 1800, "元/千瓦时", False),
        ("节约5000万元", "5000万元", 5000, "万元", False),
        ("附近5个", "5个", 5, "个", False),
        ("最近3次", "3次", 3, "次", False),
        ("签约20个", "20个", 20, "个", False),
        ("产值达3.5亿", "3.5亿", 3.5, "亿", False),
        ("新增1万个充电桩", "1万个", 1, "万个", False),
    ],
)
def test_figures(text: str, span: str, value: float, unit: str, approximate: bool) -> None:
    (figure,) = find_figures(fold(text))
    assert text[figure.start : figure.end] == span
    assert (figure.value, figure.unit, figure.approximate) == (value, unit, approximate)


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("2至4个", [("2", 2, "个"), ("4个", 4, "个")]),
        ("10-20万元", [("10", 10, "万元"), ("20万元", 20, "万元")]),
        ("20%至30%", [("20%", 20, "%"), ("30%", 30, "%")]),
        ("装机15万千瓦/30万千瓦时", [("15万千瓦", 15, "万千瓦"), ("30万千瓦时", 30, "万千瓦时")]),
        ("5元～8元", [("5元", 5, "元"), ("8元", 8, "元")]),
        ("建站55个、修路3.2公里", [("55个", 55, "个"), ("3.2公里", 3.2, "公里")]),
    ],
)
def test_several_figures(text: str, figures: list[tuple[str, float, str]]) -> None:
    assert [(text[f.start : f.end], f.value, f.unit) for f in find_figures(fold(text))] == figures


@pytest.mark.parametrize(
    "text",
    [
        "2022年",
        "2023年6月30日",
        "2021-2025年",
        "第3号",
        "第20次会议",
        "第 3 项",
        "C40",
        "5G基站",
        "CO2",
        "20:30",
        "8:00-17:30",
        "1. 加强",
        "1.加强",
        "（1）加强",
        "〔2023〕4号",
        "0717-6446000",
        "13800000000",
        "20230084",
        "GB/T 9704-2012",
        "2-3号楼",
        "一个",
        "十分重要",
        "千方百计",
        "万一",
        "百姓",
        "一项",
        "三十",
        "",
    ],
)
def test_what_is_no_figure(text: str) -> None:
    assert find_figures(fold(text)) == []
