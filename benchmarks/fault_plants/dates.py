"""Faults in dates: of the letter, of its print, of meetings, papers, plans."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from benchmarks.fault_plants.base import Plant, dated_session, plants, telling, without_metadata
from govreply.findings import Severity
from govreply.testing.sound import Sound
from govreply.testing.surface import DateForm
from govreply.testing.wording import date_of

_WEEK = "一二三四五六日"


def _written(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


@plants("date-impossible")
def _signed_on_no_day(sound: Sound, rng: Random) -> Plant | None:
    year = sound.scene.year
    day = rng.choice((f"{year}年6月31日", f"{year}年9月31日", f"{year}年11月31日"))
    letter = without_metadata(sound.letter, "成文日期").but(date=day, form=None)
    return Plant(letter=letter.but(surface=letter.surface.but(print_line="")), at=day)


@plants("date-impossible")
def _happened_on_no_day(sound: Sound, rng: Random) -> Plant | None:
    day = rng.choice(("2月30日", "4月31日", "6月31日", "2月31日"))
    at = f"{sound.scene.year - 1}年{day}"
    return telling(sound, rng, f"该项目于{at}{{开工，目前进展顺利|启动招标|通过专家评审}}。", at)


@plants("date-ambiguous")
def _run_of_digits(sound: Sound, rng: Random) -> Plant | None:
    day = f"{sound.scene.year}{rng.randint(1, 9)}{rng.randint(11, 28)}"
    letter = without_metadata(sound.letter, "成文日期").but(date=day, form=None)
    return Plant(letter=letter.but(surface=letter.surface.but(print_line="", signature_line=None)), at=day)


@plants("date-form")
def _padded(sound: Sound, rng: Random) -> Plant | None:
    form = rng.choice((DateForm.PADDED, DateForm.HAN))
    day = (
        sound.scene.day.replace(month=rng.randint(6, 9), day=rng.randint(1, 9))
        if form is DateForm.PADDED
        else sound.scene.day
    )
    letter = without_metadata(sound.letter, "成文日期", "发布日期").but(date=day, form=None)
    letter = letter.but(surface=letter.surface.but(date=form, print_line=""))
    return Plant(letter=letter, at=date_of(letter))


@plants("date-before-session")
def _before_session(sound: Sound, rng: Random) -> Plant | None:
    s = sound.scene
    if not dated_session(sound) or s.office.name.startswith("湘潭"):
        return None
    day = _written(date(s.year - 1, rng.randint(9, 11), rng.randint(1, 28)))
    letter = without_metadata(sound.letter, "成文日期").but(date=day)
    return Plant(letter=letter, at=day, severity=Severity.WARNING)


@plants("reply-overdue")
def _overdue(sound: Sound, rng: Random) -> Plant | None:
    s = sound.scene
    day = date(s.year, rng.randint(10, 12), rng.randint(1, 28))
    assigned = date(s.year, rng.randint(1, 3), rng.randint(1, 15))
    opening = f"本件于{_written(assigned)}由督查室交办{s.we}。"
    letter = without_metadata(sound.letter, "成文日期", "发布日期").but(
        date=_written(day), opening=(opening,), form=None
    )
    return Plant(letter=letter.but(surface=letter.surface.but(print_line="")), at=_written(day))


@plants("signature-metadata-date-conflict")
def _page_says_another(sound: Sound, rng: Random) -> Plant | None:
    if not sound.scene.public:
        return None
    other = sound.scene.day + timedelta(rng.choice((-40, -9, -1, 1, 5, 62)))
    at = rng.choice((other.isoformat(), _written(other)))
    metadata = (("索引号", f"K{rng.randint(100, 999)}"), (rng.choice(("成文日期", "形成日期")), at))
    return Plant(letter=sound.letter.but(metadata=metadata), at=at)


@plants("print-before-sign")
def _printed_before(sound: Sound, rng: Random) -> Plant | None:
    letter, s = sound.letter, sound.scene
    if not letter.copies:
        return None
    day = _written(s.day - timedelta(rng.choice((1, 2, 15, 365))))
    line = f"{s.office.name}办公室　　{day}印发"
    return Plant(letter=letter.but(surface=letter.surface.but(print_line=line)), at=day, within=line)


@plants("date-future")
def _after_publication(sound: Sound, rng: Random) -> Plant | None:
    s = sound.scene
    if not s.public:
        return None
    published = s.day - timedelta(rng.choice((1, 3, 30)))
    letter = sound.letter.but(metadata=(("索引号", f"K{rng.randint(100, 999)}"), ("发布日期", published.isoformat())))
    letter = letter.but(surface=letter.surface.but(date=DateForm.PLAIN))
    return Plant(letter=letter, at=_written(s.day))


@plants("weekday-mismatch")
def _weekday(sound: Sound, rng: Random) -> Plant | None:
    day = date(sound.scene.year, rng.randint(1, 5), rng.randint(1, 28))
    wrong = rng.choice([w for n, w in enumerate(_WEEK) if n != day.weekday()])
    if rng.random() < 1 / 2:
        at = f"{_written(day)}（星期{wrong}"
        return telling(sound, rng, f"{at}），有关单位召开了协调会。", at)
    at = f"{_written(day)}周{wrong}"
    return telling(sound, rng, f"{at}上午，有关单位召开了协调会。", at)


@plants("cited-year-after-reply")
def _cited_from_the_future(sound: Sound, rng: Random) -> Plant | None:
    year = sound.scene.year + rng.randint(1, 2)
    at = f"{rng.choice(('国办发', '发改规', '财综'))}〔{year}〕{rng.randint(1, 60)}号"
    title = rng.choice(("公共设施管护办法", "民生项目管理细则", "资金使用管理规定"))
    return telling(sound, rng, f"各责任单位严格落实《{title}》（{at}），明确管护责任。", at)


@plants("past-year-future-tense")
def _future_in_the_past(sound: Sound, rng: Random) -> Plant | None:
    year = sound.scene.year - rng.randint(1, 3)
    at, rest = rng.choice(
        (
            (f"将于{year}年", "底建成投用"),
            (f"预计{year}年{rng.randint(1, 12)}月", "完工"),
            (f"力争在{year}年", "底全面投入使用"),
        )
    )
    subject = rng.choice(("二期管网改造工程", "东片区综合服务站", "滨江慢行步道"))
    return telling(sound, rng, f"{subject}{at}{rest}。", at)


@plants("plan-period-mismatch")
def _wrong_period(sound: Sound, rng: Random) -> Plant | None:
    plan, first, last = rng.choice((("十三五", 2016, 2020), ("十四五", 2021, 2025), ("十二五", 2011, 2015)))
    if first > sound.scene.year:
        return None
    by, to = rng.choice(((-5, -5), (5, 5), (-1, 0), (0, 1)))
    dash = rng.choice(("—", "年至"))
    at = f"“{plan}”{rng.choice(('期间', '时期'))}（{first + by}{dash}{last + to}年）"
    return telling(sound, rng, f"{at}，相关设施改造取得明显成效。", at)
