"""Faults in signs and characters."""

from __future__ import annotations

from random import Random

from benchmarks.fault_plants.base import Plant, full_width, plants, telling
from govreply.testing import Format
from govreply.testing.sound import Sound


def _mended(sound: Sound, rng: Random, at: str, *templates: str) -> Plant:
    return telling(sound, rng, rng.choice(templates), at, full_width(sound.letter))


@plants("width-mix")
def _half_width(sound: Sound, rng: Random) -> Plant | None:
    sign = rng.choice(",;?!")
    return _mended(
        sound, rng, sign, f"有关单位高度重视{sign}逐项落实管护责任。", f"改造任务全部完成{sign}群众反映良好。"
    )


@plants("quote-unbalanced")
def _quote(sound: Sound, rng: Random) -> Plant | None:
    at, text = rng.choice(
        (
            ("“", "我们围绕“双碳目标，逐项落实责任。"),
            ("”", "我们围绕双碳”目标，逐项落实责任。"),
            ("‘", "推行“一点一策‘的做法”，逐项落实责任。"),
        )
    )
    return _mended(sound, rng, at, text)


@plants("bracket-unbalanced")
def _bracket(sound: Sound, rng: Random) -> Plant | None:
    at, text = rng.choice(
        (("（", "建立设施台账（含地下管线，逐项落实责任。"), ("）", "建立设施台账含地下管线），逐项落实责任。"))
    )
    return _mended(sound, rng, at, text)


@plants("ocr-digit-lookalike")
def _digit(sound: Sound, rng: Random) -> Plant | None:
    year = sound.scene.year - 1
    at, text = rng.choice(
        (
            (f"2O{year % 100:02}", "截至{at}年底，各项改造任务基本完成。"),
            ("3O", "目前已完成{at}个小区改造。"),
            ("2O220084", "去年办理的第{at}号件涉及同一片区。"),
            ("20l9", "截至{at}年5月，已完成首批改造。"),
            ("4〇", "累计更新设备{at}台，运行正常。"),
        )
    )
    return _mended(sound, rng, at, text.replace("{at}", at))


@plants("ocr-char-lookalike")
def _character(sound: Sound, rng: Random) -> Plant | None:
    at, text = rng.choice(
        (
            ("年未", f"截至{sound.scene.year - 1}年未，各项任务基本完成。"),
            ("己完成", "设施普查己完成，台账逐步建立。"),
            ("纳人", "改造任务纳人年度计划，逐项落实责任。"),
            ("曰常", "有关单位加强曰常巡查，及时处置问题。"),
        )
    )
    return _mended(sound, rng, at, text)


@plants("six-bracket-lookalike")
def _six_bracket(sound: Sound, rng: Random) -> Plant | None:
    opening, closing = rng.choice(("[]", "【】", "（）"))
    at = f"{opening}{sound.scene.year - 1}{closing}"
    return _mended(sound, rng, at, f"去年以{sound.scene.office.code}{at}{rng.randint(1, 99)}号文答复了同一问题。")


@plants("markup-residue")
def _markup(sound: Sound, rng: Random) -> Plant | None:
    at, text = rng.choice(
        (("<br>", "改造后污水直排明显减少<br>河道水质改善。"), ("<sub>2</sub>", "改造后CO<sub>2</sub>排放明显减少。"))
    )
    letter = full_width(sound.letter)
    return Plant(letter=telling(sound, rng, text, at, letter).letter, at=at, within=text, format=Format.TEXT)


@plants("foreign-text-inserted")
def _foreign(sound: Sound, rng: Random) -> Plant | None:
    at, text = rng.choice(
        (
            ("点击此处查看", "有关单位完成普查，点击此处查看建立设施信息台账。"),
            ("xúnchá", "有关单位建立日常xúnchá制度，落实责任。"),
            (f"加微信psgw{rng.randint(100, 999)}", ""),
        )
    )
    return _mended(sound, rng, at, text or f"有关单位建立巡查制度，{at}落实管护责任单位。")


@plants("punctuation-repeat")
def _repeated(sound: Sound, rng: Random) -> Plant | None:
    at = rng.choice(("。。", "，，", "。，", "、、"))
    return _mended(sound, rng, at, f"有关单位完成设施普查{at}逐项落实责任。")


@plants("glyph-loss")
def _lost(sound: Sound, rng: Random) -> Plant | None:
    at, text = rng.choice(
        (
            ("年月", "截至年月，设施普查基本结束。"),
            ("件", "今年各责任单位共完成件，群众反映良好。"),
            ("（）", "建立设施信息台账（），逐项落实责任。"),
            ("万元", "项目总长10公里，估算投资万元，年内开工。"),
        )
    )
    return _mended(sound, rng, at, text)


@plants("number-spaced")
def _spaced(sound: Sound, rng: Random) -> Plant | None:
    year = str(sound.scene.year - 1)
    written = rng.choice((f"{year[:2]} {year[2:]}", " ".join(year), f"{year[:3]} {year[3:]}"))
    return _mended(sound, rng, year, f"截至{written}年底，各项改造任务基本完成。")
