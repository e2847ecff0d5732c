"""Faults in figures: parts and totals, shares, changes, multiples, values told twice, ranges."""

from __future__ import annotations

from random import Random

from benchmarks.fault_plants.base import Plant, plain_body, plants, say, say_both, telling
from govreply.testing.sound import Sound

_THINGS = (("排水口", "个"), ("积水点", "处"), ("老旧电梯", "部"), ("公交站台", "座"), ("文物保护点", "处"))


@plants("percent-sum")
def _percent_sum(sound: Sound, rng: Random) -> Plant | None:
    a, b = rng.randint(400, 550), rng.randint(200, 350)
    off = rng.choice((-1, 1)) * rng.randint(20, 70)
    c = 1000 - a - b + off
    at = f"{a / 10:.1f}%"
    return telling(
        sound, rng, f"据抽样统计，问题成因中设施老化占{at}，管护不到位占{b / 10:.1f}%，其他占{c / 10:.1f}%。", at
    )


@plants("share-count-mismatch")
def _share(sound: Sound, rng: Random) -> Plant | None:
    whole = rng.randint(150, 900)
    part = rng.randint(20, whole // 2)
    wrong = part * 100 / whole + rng.choice((-1, 1)) * rng.randint(15, 60) / 10
    if wrong <= 1:
        return None
    at = f"{wrong:.1f}%"
    return telling(sound, rng, f"一季度排查经营单位{whole}家，发现不合规的{part}家，占{at}，均已责令整改。", at)


@plants("part-total-mismatch")
def _total(sound: Sound, rng: Random) -> Plant | None:
    thing, unit = rng.choice(_THINGS)
    parts = [rng.randint(11, 60) for _ in range(3)]
    at = f"{sum(parts) - rng.randint(1, 5)}{unit}"
    listed = "、".join(
        f"{place}{n}{unit}" for place, n in zip(("中心片区", "滨江片区", "其他片区"), parts, strict=True)
    )
    return telling(sound, rng, f"共排查{thing}{at}，{listed}，逐个建立台账。", at)


@plants("yoy-mismatch")
def _growth(sound: Sound, rng: Random) -> Plant | None:
    base = rng.randint(60, 200)
    now = base + rng.randint(10, 50)
    wrong = (now - base) * 100 / base + rng.choice((-1, 1)) * rng.randint(30, 60) / 10
    if wrong <= 1:
        return None
    at = f"{wrong:.1f}%"
    return telling(sound, rng, f"巡查班组由{base}个增至{now}个，{rng.choice(('同比增长', '增长', '增幅为'))}{at}。", at)


@plants("yoy-mismatch")
def _points(sound: Sound, rng: Random) -> Plant | None:
    low, up = rng.randint(600, 800), rng.randint(20, 150)
    at = f"{(up + rng.choice((-10, 10, 25))) / 10:.1f}个百分点"
    return telling(sound, rng, f"污水集中收集率由{low / 10:.1f}%提高到{(low + up) / 10:.1f}%，提高{at}。", at)


@plants("multiple-mismatch")
def _multiple(sound: Sound, rng: Random) -> Plant | None:
    base, times = rng.randint(2, 9), rng.randint(3, 6)
    at = f"{times}倍"
    if rng.random() < 1 / 2:
        return telling(sound, rng, f"监测终端由{base}万个增至{base * times}万个，增长{at}。", at)
    return telling(sound, rng, f"管护经费从{base}00万元增加到{base * (times + 1)}00万元，是原来的{at}。", at)


@plants("value-conflict")
def _two_values(sound: Sound, rng: Random) -> Plant | None:
    area = sound.scene.area
    if area not in ("省", "市", "县", "区"):
        return None
    thing, unit = rng.choice(
        (("雨水调蓄示范设施", "座"), ("智慧健身驿站", "个"), ("社区嵌入式服务中心", "个"), ("新型储能示范电站", "座"))
    )
    one = rng.randint(12, 60)
    two = one + rng.choice((-1, 1, 3))
    first = f"近年来坚持统筹推进，{rng.choice(('全', '我'))}{area}已建成{thing}{one}{unit}，带动了周边片区的治理，取得了阶段成效。"
    second = f"有关单位多次组织联合值守，按照新的运行规程，现有{two}{unit}{thing}率先实行联合调度。"
    letter = say(
        sound, rng, first
    )  # the second is said behind the body: side by side two values are compared on purpose
    return Plant(letter=letter.but(outlook=(*letter.outlook, second)), at=f"{two}{unit}", within=second)


@plants("unit-variant")
def _unit(sound: Sound, rng: Random) -> Plant | None:
    one, two = rng.choice((("吨标准煤", "吨标煤"), ("公里", "千米")))
    a, b = rng.randint(11, 90), rng.randint(11, 90)
    texts = (
        (f"泵站改造后年节能{a}{one}。", f"照明改造后年节能{b}{two}。")
        if "煤" in one
        else (f"新建管道{a}{one}。", f"改造支管{b}{two}。")
    )
    return Plant(letter=say_both(sound, rng, *texts, plain_body(sound, rng)), at=f"{b}{two}", within=texts[1])


@plants("unit-scale-suspect")
def _scale(sound: Sound, rng: Random) -> Plant | None:
    # two digits that are equal by no accident; 2000万元 and 2000亿元 are left to a person
    value = f"{rng.randint(1, 8)}{rng.randint(1, 9)}00"
    thing = rng.choice(("管网改造专项资金", "乡村道路养护资金", "文物保护专项经费"))
    at = f"{value}亿元"
    second = f"各责任单位要用好{thing}{at}，加快项目建设。"
    return Plant(
        letter=say_both(sound, rng, f"财政已安排{thing}{value}万元，支持重点片区。", second), at=at, within=second
    )


@plants("approx-conflict")
def _approximate(sound: Sound, rng: Random) -> Plant | None:
    n = rng.randint(2, 9) * 10
    at, text = rng.choice(
        (
            (f"近{n}余项", f"先后出台管理制度近{n}余项。"),
            (f"约{n}00万元左右", f"改造投入约{n}00万元左右。"),
            (f"超过{n}多公里", f"累计疏浚沟渠超过{n}多公里。"),
        )
    )
    return telling(sound, rng, text, at)


@plants("range-reversed")
def _range(sound: Sound, rng: Random) -> Plant | None:
    year = sound.scene.year
    high, low = rng.randint(12, 30), rng.randint(2, 9)
    at, text = rng.choice(
        (
            (f"{year + 2}—{year - 2}年", "有关单位编制完成{at}设施建设计划。"),
            (f"{high}%～{low}%", "对成效明显的单位给予投资额{at}的奖励。"),
            (f"{high}至{low}个工作日", "办理时限为{at}，视申报材料而定。"),
        )
    )
    return telling(sound, rng, text.replace("{at}", at), at)


@plants("rate-out-of-range")
def _rate(sound: Sound, rng: Random) -> Plant | None:
    at = f"{rng.randint(101, 119)}{rng.choice(('', '.3', '.7'))}%"
    rate = rng.choice(("办复率", "水质合格率", "群众满意率", "服务覆盖率"))
    return telling(sound, rng, f"今年以来，{rate}{rng.choice(('', '达到', '为'))}{at}。", at)


@plants("percent-point-confusion")
def _point_confusion(sound: Sound, rng: Random) -> Plant | None:
    low, up = rng.randint(50, 80), rng.randint(3, 9)
    at = f"{up}%"
    return telling(sound, rng, f"污水集中收集率由{low}%提高到{low + up}%，提高{at}。", at)
