"""Faults in citations: marks, numbers, titles, issuers, laws that are no longer in force."""

from __future__ import annotations

from random import Random

from benchmarks.fault_plants.base import Plant, full_width, plants, said, say_both, telling
from govreply.testing.sound import Sound

_NAMES = ("公共设施养护", "老旧小区改造", "湖泊岸线管理", "电梯安全监管", "社区养老服务")
_CODES = ("武水规", "浙建发", "鲁交规", "市城管规", "厦民规")
_REPEALED = ("合同法", "物权法", "担保法", "侵权责任法", "婚姻法", "继承法")


@plants("title-mark-unbalanced")
def _half_a_mark(sound: Sound, rng: Random) -> Plant | None:
    name = rng.choice(_NAMES)
    letter = full_width(sound.letter)
    if rng.random() < 1 / 2:
        return telling(sound, rng, f"按照《{name}实施细则的要求，有关单位逐项落实责任。", "《", letter)
    return telling(sound, rng, f"有关单位认真执行{name}实施细则》，逐项落实责任。", "》", letter)


@plants("title-mark-nesting")
def _nested(sound: Sound, rng: Random) -> Plant | None:
    inner = f"《{rng.choice(_NAMES)}实施细则》"
    return telling(sound, rng, f"上级转发《关于印发{inner}的通知》，明确了管护责任。", inner, full_width(sound.letter))


@plants("cited-number-form")
def _brackets_of_number(sound: Sound, rng: Random) -> Plant | None:
    opening, closing = rng.choice(("[]", "【】"))
    at = (
        f"{rng.choice(_CODES)}{opening}{max(sound.scene.year - rng.randint(0, 2), 2012)}{closing}{rng.randint(1, 80)}号"
    )
    return telling(
        sound, rng, f"严格落实《{rng.choice(_NAMES)}实施细则》（{at}），明确了管护责任。", at, full_width(sound.letter)
    )


@plants("same-title-two-numbers")
def _two_numbers(sound: Sound, rng: Random) -> Plant | None:
    title, code, year = f"{rng.choice(_NAMES)}实施方案", rng.choice(_CODES), sound.scene.year - 1
    one, two = rng.sample(range(1, 99), 2)
    first = f"有关部门印发《{title}》（{code}〔{year}〕{one}号），明确了管护责任。"
    at = rng.choice((f"{code}〔{year}〕{two}号", f"{code}〔{year - 1}〕{one}号"))
    second = f"各责任单位按照《{title}》（{at}），落实养护经费。"
    return Plant(letter=say_both(sound, rng, first, second), at=at, within=second)


@plants("same-number-two-titles")
def _two_titles(sound: Sound, rng: Random) -> Plant | None:
    name = rng.choice(_NAMES)
    number = f"{rng.choice(_CODES)}〔{sound.scene.year - 1}〕{rng.randint(1, 80)}号"
    one, two = rng.choice((("方案", "意见"), ("办法", "规定"), ("意见", "方案"), ("办法", "细则")))
    first = f"有关部门印发《{name}{one}》（{number}），明确了管护责任。"
    second = f"各责任单位按照《{name}{two}》（{number}），落实养护经费。"
    return Plant(letter=say_both(sound, rng, first, second), at=f"{name}{two}", within=second)


@plants("cited-issuer-mismatch")
def _issuer(sound: Sound, rng: Random) -> Plant | None:
    at = f"{rng.choice(_CODES)}〔{sound.scene.year - 1}〕{rng.randint(1, 80)}号"
    government = rng.choice(("市政府", "省政府"))
    name = rng.choice(_NAMES)
    return telling(
        sound, rng, f"{government}{rng.choice(('出台', '印发'))}《{name}管理办法》（{at}），明确了管护责任。", at
    )


@plants("repealed-law-cited")
def _repealed(sound: Sound, rng: Random) -> Plant | None:
    if sound.scene.year < 2022:
        return None
    law = f"《{rng.choice(('中华人民共和国', ''))}{rng.choice(_REPEALED)}》"
    sentence = said(
        sound,
        rng,
        rng.choice((f"依据{law}有关规定，{{we}}与管护单位签订了协议。", f"按照{law}的规定，双方明确了权利义务。")),
    )
    return telling(sound, rng, sentence, law)
