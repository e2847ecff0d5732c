"""Faults in the feedback form and in marks of disclosure."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from benchmarks.fault_plants.base import Plant, plants, private, with_form
from benchmarks.fault_plants.parties import neighbour
from govreply.testing import Letter
from govreply.testing.sound import Sound
from govreply.testing.wording import date_of

_SINGLE = ("办理效果", "结果评价", "答复公开")


def _written(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _meeting(sound: Sound, rng: Random, **changes: object) -> tuple[Letter, str]:
    letter, form = with_form(sound, rng)
    title = f"{'政协提案' if sound.scene.proposal else '人大代表建议'}办理情况见面征询意见表"
    questions = tuple(q for q in form.questions if not q.multiple)
    return letter.but(form=form.but(title=title, questions=questions, **changes)), title


@plants("form-no-tick")
def _no_tick(sound: Sound, rng: Random) -> Plant | None:
    letter, form = with_form(sound, rng)
    label = rng.choice(_SINGLE)
    return Plant(letter=letter.but(form=form.ticking(label)), at=label)


@plants("form-multi-tick")
def _two_ticks(sound: Sound, rng: Random) -> Plant | None:
    letter, form = with_form(sound, rng)
    question = rng.choice([q for q in form.questions if not q.multiple])
    first = rng.randrange(len(question.options) - 1)
    both = question.options[first], question.options[first + 1]
    return Plant(letter=letter.but(form=form.ticking(question.label, *both)), at=both[1])


@plants("form-rating-text-conflict")
def _blamed_yet_ticked(sound: Sound, rng: Random) -> Plant | None:
    letter, form = with_form(sound, rng)
    at, text = rng.choice(
        (
            ("答非所问", "答复答非所问，请贵单位重新办理。"),
            ("避重就轻", "答复避重就轻，对这样的结果不能认可。"),
            ("不满意", "对办理结果不满意。"),
            ("敷衍", "答复敷衍了事，没有实质内容。"),
            ("请重新办理", "所提问题没有一条落到实处，请重新办理。"),
        )
    )
    return Plant(letter=letter.but(form=form.but(opinion=text).ticking("结果评价", "满意")), at=at, within=text)


@plants("form-rating-text-conflict")
def _praised_yet_ticked(sound: Sound, rng: Random) -> Plant | None:
    letter, form = with_form(sound, rng)
    text = rng.choice(("办理认真负责，对办理结果非常满意。", "答复实事求是，措施具体，对此表示满意。"))
    return Plant(letter=letter.but(form=form.but(opinion=text).ticking("结果评价", "不满意")), at="满意", within=text)


@plants("form-required-empty")
def _no_place(sound: Sound, rng: Random) -> Plant | None:
    letter, _ = _meeting(sound, rng, meeting_place="", opinion="对办理结果表示满意。")
    return Plant(letter=letter, at="见面地点")


@plants("form-meeting-conflict")
def _only_by_post(sound: Sound, rng: Random) -> Plant | None:
    at, text = rng.choice(
        (("发来的答复已收悉", "贵单位发来的答复已收悉，表示满意。"), ("寄来的复函收到", "寄来的复函收到，表示满意。"))
    )
    letter, _ = _meeting(sound, rng, meeting_place=rng.choice((None, "")), opinion=text)
    return Plant(letter=letter, at=at, within=text)


@plants("form-number-topic-agency")
def _organ(sound: Sound, rng: Random) -> Plant | None:
    if sound.scene.office.name.endswith("人民政府"):
        return None
    letter, form = with_form(sound, rng)
    other = neighbour(sound, rng)
    return Plant(letter=letter.but(form=form.but(organ=other)), at=other)


@plants("form-signature-missing")
def _unsigned(sound: Sound, rng: Random) -> Plant | None:
    sound = private(sound, rng)
    letter, form = with_form(sound, rng)
    return Plant(letter=letter.but(form=form.but(extra=(), date=None)), at=form.title or "", format=sound.format)


@plants("form-date-order")
def _too_early(sound: Sound, rng: Random) -> Plant | None:
    if sound.scene.office.form_first:
        return None
    letter, form = with_form(sound, rng)
    day = _written(sound.scene.day - timedelta(rng.randint(2, 200)))
    return Plant(letter=letter.but(form=form.but(date=day)), at=day)


@plants("form-return-late")
def _too_late(sound: Sound, rng: Random) -> Plant | None:
    if not sound.scene.office.name.startswith("重庆"):
        return None
    letter, form = with_form(sound, rng)
    day = _written(sound.scene.day + timedelta(rng.randint(70, 200)))
    return Plant(letter=letter.but(form=form.but(date=day)), at=day)


@plants("form-voice-wrong")
def _voice(sound: Sound, rng: Random) -> Plant | None:
    letter, form = with_form(sound, rng)
    at, text = rng.choice(
        (
            ("我局高度", "我局高度重视该件，已列入年度计划。"),
            ("本局认真", "收到后，本局认真研究办理，对方表示满意。"),
            ("我局将", "我局将继续推进。"),
        )
    )
    return Plant(letter=letter.but(form=form.but(opinion=text)), at=at, within=text)


@plants("disclosure-conflict")
def _refused(sound: Sound, rng: Random) -> Plant | None:
    letter, form = with_form(sound, rng)
    look = letter.surface.but(disclosure="（{value}）")
    form = form.ticking("答复公开", "不同意公开")
    letter = letter.but(people=())  # a mobile number may stand there, which is no fault in a copy for one reader
    return Plant(letter=letter.but(form=form, disclosure="此件公开发布", surface=look), at="不同意公开")


@plants("disclosure-conflict")
def _two_marks(sound: Sound, rng: Random) -> Plant | None:
    if not sound.scene.public:
        return None
    metadata = (("索引号", f"K{rng.randint(100, 999)}"), ("公开方式", "依申请公开"))
    look = sound.letter.surface.but(disclosure="（{value}）")
    letter = sound.letter.but(disclosure="此件公开发布", metadata=metadata, surface=look, form=None)
    return Plant(letter=letter, at="依申请公开")


@plants("disclosure-missing")
def _unmarked(sound: Sound, rng: Random) -> Plant | None:
    if sound.scene.year < 2017:
        return None
    sound = private(sound, rng)
    look = sound.letter.surface.but(signature_line=None, seal="")
    letter = sound.letter.but(signature=(sound.scene.office.name,), surface=look)
    return Plant(letter=letter, at=f"{letter.issuer}{date_of(letter)}", format=sound.format)
