"""Faults between class mark, ticked effect and what the text concludes."""

from __future__ import annotations

from random import Random

from attrs import evolve

from benchmarks.fault_plants.base import Plant, plain_body, plants, said, telling, with_form, without_metadata
from govreply.findings import Severity
from govreply.testing import Letter, Part
from govreply.testing.sound import Sound
from govreply.testing.surface import ClassPlace

_UNLIKE = {"A": ("解释说明", "等待时机"), "B": ("解决问题",), "C": ("解决问题",)}
_CANNOT = (
    "综上，受现行政策限制，{you}提出的建议暂不具备实施条件。",
    "经研究，受财力所限，{you}的建议暂时无法实施。",
    "综上所述，因涉及上位法规定，目前难以采纳{you}的建议。",
)
_SOLVED = ("目前，{you}提出的问题已全部解决。", "{you}反映的问题已经全部得到解决。")
_PLANNED_ONLY = ("武汉市", "佛坪县", "昆明市", "云南省", "贵州省")


def _marked(letter: Letter, code: str) -> Letter:
    """The letter with this class mark on a line of its own."""
    look = letter.surface.but(class_place=ClassPlace.LINE, class_form="类别：{code}")
    return without_metadata(letter, "办理结果").but(disposition=code, surface=look)


@plants("class-effect-conflict")
def _effect(sound: Sound, rng: Random) -> Plant | None:
    code = rng.choice("ABC")
    letter, form = with_form(evolve(sound, letter=_marked(sound.letter, code)), rng)
    letter = letter.but(
        form=form.ticking("办理效果", rng.choice(_UNLIKE[code])), outlook=("下一步，我们将抓好后续工作。",)
    )
    known = sound.scene.office.name.startswith("武汉市")
    return Plant(letter=letter, at=code, within=f"类别：{code}", severity=Severity.WARNING if known else Severity.INFO)


@plants("class-text-conflict")
def _cannot(sound: Sound, rng: Random) -> Plant | None:
    letter = _marked(plain_body(sound, rng), "A")
    return Plant(
        letter=letter.but(outlook=(said(sound, rng, rng.choice(_CANNOT)),), form=None), at="A", within="类别：A"
    )


@plants("class-text-conflict")
def _solved(sound: Sound, rng: Random) -> Plant | None:
    code = rng.choice("CD" if "D" in sound.scene.office.classes else "C")
    letter = _marked(plain_body(sound, rng), code)
    return Plant(
        letter=letter.but(outlook=(said(sound, rng, rng.choice(_SOLVED)),), form=None), at=code, within=f"类别：{code}"
    )


@plants("class-a-only-future")
def _only_future(sound: Sound, rng: Random) -> Plant | None:
    plans = rng.sample(
        (
            "{we}将加快推进相关设施改造，改善群众出行条件。",
            "{we}拟对重点片区逐一制定方案，明确责任单位。",
            "{we}计划分批组织业务培训，提高服务水平。",
            "{we}将研究出台配套政策，健全长效机制。",
        ),
        2,
    )
    parts = tuple(
        Part(heading=h, paragraphs=(said(sound, rng, t),))
        for h, t in zip(("关于设施建设", "关于管理服务"), plans, strict=True)
    )
    letter = _marked(plain_body(sound, rng), "A").but(sections=parts, joint_agencies=(), form=None)
    look = letter.surface.but(receipt="{you}提出的{wrapped}收悉，现答复如下：")
    return Plant(letter=letter.but(outlook=("下一步，我们将抓好落实。",), surface=look), at="A", within="类别：A")


@plants("class-plan-no-time")
def _no_time(sound: Sound, rng: Random) -> Plant | None:
    office = sound.scene.office
    if not office.name.startswith(_PLANNED_ONLY[:4]) or sound.scene.answered not in (office.area, office.named_area):
        return None
    if office.name.startswith("昆明") and not sound.scene.proposal:
        return None
    letter = _marked(plain_body(sound, rng), "B")
    plan = rng.choice(("下一步，{we}将适时推进相关工作。", "下一步，{we}将待条件成熟后启动相关改造。"))
    return Plant(letter=letter.but(outlook=(said(sound, rng, plan),), form=None), at="B", within="类别：B")


@plants("resolved-rate-misleading")
def _rate_of_a_part(sound: Sound, rng: Random) -> Plant | None:
    all_of_them = rng.randint(5, 9)
    part = all_of_them - rng.randint(1, 3)
    rate = rng.choice(("落实率100%", "办结率100%"))
    return telling(sound, rng, f"{{you}}提出的{all_of_them}条建议，{{we}}采纳{part}条，{rate}。", rate)
