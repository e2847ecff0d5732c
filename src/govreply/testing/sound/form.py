"""The feedback form behind a sound letter: filled in after the reply and in agreement with it, or blank."""

from __future__ import annotations

from datetime import timedelta
from random import Random
from typing import Final

from govreply.model import ChoiceName
from govreply.testing.letter import DISCLOSURE, EFFECT, RATING, Form, Letter, Question, TableStyle, TickStyle
from govreply.testing.sound.head import Proposer
from govreply.testing.sound.scene import Scene
from govreply.testing.sound.tail import meaning

_EFFECTS: Final = {"A": "解决问题", "B": "等待时机", "C": "解释说明", "D": "解释说明"}
_TITLES: Final = {
    "提案": ("政协提案办理情况征询意见表", "提案办理情况征询意见表", "提案办理工作评价表"),
    "建议": ("人大代表建议办理情况征询意见表", "代表建议办理情况反馈表"),
}
_OPINIONS: Final = (
    "办理工作认真细致，对办理结果表示满意。",
    "对答复没有不满意的地方，希望继续加大工作力度，尽早见到成效。",
    "提案反映的问题由来已久，长期得不到解决，这次办理有了实质进展，满意。",
    "同意办理意见。",
    "",
)
_MET: Final = Question(
    label="沟通方式",
    options=("登门走访", "电话联系", "座谈会"),
    ticked=("登门走访", "电话联系"),
    multiple=True,
    name=ChoiceName.CONTACT_BEFORE,
)
_TICKS: Final = (TickStyle.BOX, TickStyle.BRACKET, TickStyle.BOX_BEHIND, TickStyle.CHECK, TickStyle.DISC)


def draw_form(scene: Scene, letter: Letter, proposer: Proposer, rng: Random) -> Form:
    """A form for `letter`."""
    table = rng.choice((TableStyle.TAB, TableStyle.PIPE, TableStyle.HTML))
    title = rng.choice(_TITLES[scene.word])
    if rng.random() < 1 / 8:
        return Form.specimen(title=title, table=table)
    meeting = rng.random() < 1 / 4
    days = -rng.randint(1, 9) if scene.office.form_first else rng.randint(0, 14)
    day = scene.day + timedelta(days)
    form = Form(
        title=title.replace("征询意见表", "见面征询意见表") if meeting else title,
        proposer=_proposer(letter, proposer, rng),
        number=rng.choice(_numbers(letter.number)),
        topic=rng.choice((letter.topic, letter.topic.removeprefix("关于"), letter.topic.replace("“", "‘").replace("”", "’"))),
        meeting_place=rng.choice(("办公楼三楼会议室", "电话沟通")) if meeting else None,
        questions=_questions(scene, letter, rng),
        opinion=_opinion(scene, letter, rng),
        opinion_cell=rng.random() < 1 / 2,
        date=f"{day.year}年{day.month}月{day.day}日",
        number_form=rng.choice(("第{n}号", "{n}")),
        table=table,
        ticks=rng.choice(_TICKS),
    )  # fmt: skip
    return form.but(extra=((f"{scene.member}签名", proposer.names[0]),)) if proposer.person else form


def _numbers(number: str) -> tuple[str, ...]:
    """Ways to write the number: with and without the year and the zeros in front."""
    if "、" in number or not number.isdigit():
        return (number,)
    serial = number[4:] if len(number) in (7, 8) else number
    return (number, serial, serial.lstrip("0"))


def _proposer(letter: Letter, proposer: Proposer, rng: Random) -> str | None:
    if proposer.person and len(proposer.names) > 1 and rng.random() < 1 / 2:
        return f"{proposer.names[0]}等{len(proposer.names)}人"
    if not proposer.person:
        name = proposer.names[0]
        return rng.choice((name, name.removesuffix("委会") + "委员会" if name.endswith("委会") else name))
    return None


def _questions(scene: Scene, letter: Letter, rng: Random) -> tuple[Question, ...]:
    open_to_all = scene.public or rng.random() < 1 / 2
    effect = Form(questions=(EFFECT,)).ticking("办理效果", _EFFECTS[meaning(letter.disposition) or "A"]).questions
    agreed = Form(questions=(DISCLOSURE,)).ticking("答复公开", "同意公开" if open_to_all else "不同意公开").questions
    rating = Form(questions=(RATING,)).ticking("结果评价", rng.choice(("满意", "满意", "基本满意"))).questions
    met = (_MET,) if rng.random() < 1 / 4 else ()
    return (*effect, *rating, *agreed, *met)


def _opinion(scene: Scene, letter: Letter, rng: Random) -> str:
    if "、" in letter.number or rng.random() < 2 / 3:
        return rng.choice(_OPINIONS)
    return rng.choice(
        (
            f"贵单位对第{letter.number}号{scene.word}的答复收悉，表示满意。",
            f"{scene.answered}{scene.body}{scene.session_text}第{letter.number}号{scene.word}的答复已收到，办理认真，表示满意。",
            f"《{letter.topic}》的答复收悉，表示满意。",
        )
    )
