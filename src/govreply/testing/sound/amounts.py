"""Sentences with figures that look as if they did not fit and do: rounded sums, parts of a whole, ranges, multiples."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Final

Saying = Callable[[Random], str]


def _sum(rng: Random) -> str:
    a, b, c = rng.randint(11, 90), rng.randint(11, 90), rng.randint(11, 90)
    return f"全年共排查安全隐患{a + b + c}处，其中电气类{a}处、消防类{b}处、结构类{c}处，均已建立台账。"


def _some_parts(rng: Random) -> str:
    a, b = rng.randint(11, 40), rng.randint(11, 40)
    return f"累计更新改造站房{a + b + rng.randint(10, 60)}座，其中中心片区{a}座、滨江片区{b}座。"


def _about(rng: Random) -> str:
    a, b = rng.randint(11, 40), rng.randint(11, 40)
    return f"共发放宣传折页约{round((a + b) * 100, -3) + 1000}份，社区{a * 100}份、学校{b * 100}份。"


def _shares(rng: Random) -> str:
    total = rng.randint(400, 900)
    a = rng.randint(100, 200)
    b = rng.randint(50, 150)
    c = total - a - b
    x, y, z = (f"{n * 100 / total:.1f}" for n in (a, b, c))
    return f"受理的{total}件咨询中，现场咨询{a}件，占{x}%；电话咨询{b}件，占{y}%；网上咨询{c}件，占{z}%。"


def _nudged(rng: Random) -> str:
    """Shares cut, so that one falls a tenth short, as reports do to make a hundred."""
    total = rng.randint(500, 900)
    a = rng.randint(200, 300)
    return f"{total}份问卷里，表示知晓的{a}份，占{int(a * 1000 / total) / 10}%。"


def _growth(rng: Random) -> str:
    base = rng.randint(80, 300)
    grown = base + rng.randint(10, 60)
    return f"志愿者队伍由{base}支增加到{grown}支，增长{(grown - base) * 100 / base:.1f}%。"


def _points(rng: Random) -> str:
    low = rng.randint(600, 800)
    up = rng.randint(20, 150)
    return f"群众知晓率由{low / 10:.1f}%提高到{(low + up) / 10:.1f}%，提高{up / 10:.1f}个百分点。"


def _relative(rng: Random) -> str:
    low = rng.randint(40, 60)
    high = low + rng.randint(3, 20)
    return f"垃圾回收利用率由{low}%提升到{high}%，相对提高{(high - low) * 100 / low:.1f}%。"


def _times(rng: Random) -> str:
    base, n = rng.randint(11, 40), rng.randint(2, 5)
    return f"充电桩从{base}台增加到{base * n}台，是原来的{n}倍。"


def _more_times(rng: Random) -> str:
    base, n = rng.randint(11, 40), rng.randint(2, 4)
    return f"年接待人次由{base}万增至{base * (n + 1)}万，增长{n}倍。"


def _twice_doubled(rng: Random) -> str:
    base = rng.randint(11, 40)
    return f"产值由{base}亿元增至{base * 4}亿元，翻了两番。"


def _speed(rng: Random) -> str:
    low = rng.randint(30, 90)
    return f"专利授权量增长{low * rng.randint(3, 5) / 10:.1f}%，远高于平均增速。"


def _same_money(rng: Random) -> str:
    tenths = rng.randint(11, 89)
    return f"投入补助资金{tenths / 10:.1f}亿元（即{tenths * 1000}万元），均已拨付到位。"


def _later(rng: Random) -> str:
    first = rng.randint(20, 60)
    return f"截至去年底建成驿站{first}个，截至目前建成驿站{first + rng.randint(3, 20)}个。"


def _levels(rng: Random) -> str:
    city = rng.randint(100, 300)
    return f"全省建有实训基地{city * 5}个，我们当地建有{city}个。"


def _planned(rng: Random) -> str:
    now = rng.randint(30, 80)
    return f"现有公共厕所{now}座，明年计划新增公共厕所{rng.randint(5, 20)}座。"


def _rough(rng: Random) -> str:
    exact = rng.randint(1001, 1099)
    return f"惠及居民{exact}户，这{exact // 100 * 100}余户居民的出行更加便利。"


def _range(rng: Random) -> str:
    low = rng.randint(5, 15)
    return f"补助比例为{low}%～{low + rng.randint(5, 20)}%，由各地结合实际确定。"


def _falling(rng: Random) -> str:
    high = rng.randint(15, 30)
    return f"管网漏损率由{high}%降至{rng.randint(5, 12)}%，成效明显。"


def _short_unit(rng: Random) -> str:
    return f"按规模给予{rng.randint(5, 9)}000元至{rng.randint(1, 3)}万元的一次性奖励。"


def _beyond(rng: Random) -> str:
    return f"年度投资计划完成率{rng.randint(101, 125)}%，入驻企业产能利用率保持高位。"


def _growth_beyond(rng: Random) -> str:
    return f"线上办件量同比增长{rng.randint(110, 260)}%。"


def _full(rng: Random) -> str:
    return f"抽检{rng.randint(100, 900)}批次，合格率达到100%。"


def _several(rng: Random) -> str:
    a, b = rng.randint(50, 80), rng.randint(40, 70)
    return f"问卷可多选，希望增加绿地的占{a}%，希望增加停车位的占{b}%。"


def _overlapping(rng: Random) -> str:
    a, b, c = rng.randint(20, 40), rng.randint(20, 40), rng.randint(20, 40)
    return f"共梳理问题{a + b + c - 7}个，涉及道路{a}个、照明{b}个、绿化{c}个，部分问题交叉。"


def _comparable(rng: Random) -> str:
    base = rng.randint(100, 200)
    return f"规上产值由{base}亿元增至{base + 30}亿元，按可比价格计算增长{rng.randint(4, 9)}.{rng.randint(1, 9)}%。"


def _each(rng: Random) -> str:
    return f"东片区配备保洁员{rng.randint(20, 50)}人，西片区配备保洁员{rng.randint(51, 90)}人。"


def _hedged(rng: Random) -> str:
    return f"近年来投入资金约{rng.randint(2, 9)}000万元，培训人员{rng.randint(20, 90)}0余人次。"


def _added(rng: Random) -> str:
    a, b = rng.randint(200, 900), rng.randint(200, 900)
    return f"安排设备购置费{a}万元、运行维护费{b}万元，合计{a + b}万元。"


def _rounded_sum(rng: Random) -> str:
    a, b = rng.randint(1100, 8900), rng.randint(1100, 8900)
    return f"争取中央预算内投资{a}万元、地方专项债券{b}万元，共计{(a + b) / 10000:.1f}亿元。"


AMOUNTS: Final[tuple[Saying, ...]] = (
    _sum,
    _some_parts,
    _about,
    _shares,
    _nudged,
    _growth,
    _points,
    _relative,
    _times,
    _more_times,
    _twice_doubled,
    _speed,
    _same_money,
    _later,
    _levels,
    _planned,
    _rough,
    _range,
    _falling,
    _short_unit,
    _beyond,
    _growth_beyond,
    _full,
    _several,
    _overlapping,
    _comparable,
    _each,
    _hedged,
    _added,
    _rounded_sum,
)
