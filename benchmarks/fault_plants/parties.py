"""Faults in names of people, parties and organs, in forms of address and in short names."""

from __future__ import annotations

import re
from random import Random

from benchmarks.fault_plants.base import (
    Plant,
    one_person,
    plain_body,
    plain_title,
    plants,
    said,
    say,
    say_both,
    telling,
    with_form,
)
from govreply.model import AddresseeKind
from govreply.testing.sound import Sound
from govreply.testing.sound.plain import PERSONS

_LIKE = "成兰华晨熙恒传舒源澜照玮"
_SLIPS = ("民进党", "民盟党", "民建党", "民革党", "九三学社党", "台盟党")
_COMMUNES = ("北京", "上海", "天津", "重庆")
_PLACE = re.compile(r"(?:中共)?.{2,8}?(?:自治区|自治州|自治县|省|市|盟|县|旗)")
_FIELDS = ("财政", "民政", "审计", "教育", "公安")


def neighbour(sound: Sound, rng: Random) -> str:
    """Another organ of the issuer's level and place."""
    office = sound.scene.office
    taken = (office.name, *sound.letter.joint_agencies)
    fields = [f for f in _FIELDS if not any(f in name for name in taken)]
    if office.national:
        return rng.choice([f for f in fields if f != "审计"]) + "部"
    found = _PLACE.match(office.name)
    place = found[0].removeprefix("中共") if found else office.named_area
    return f"{place}{rng.choice(fields)}{'厅' if office.province_level else '局'}"


def _to_party(sound: Sound, name: str) -> dict[str, object]:
    return {
        "addressees": (name,),
        "addressee_kind": AddresseeKind.PARTY,
        "honorific": "",
        "surface": sound.letter.surface.but(addressee="{names}：", greeting="", padded_names=False),
        "form": None,
    }


@plants("addressee-proposer-mismatch")
def _other_proposer(sound: Sound, rng: Random) -> Plant | None:
    letter, form = with_form(sound, rng)
    if letter.honorific:
        other = rng.choice([p for p in PERSONS if p not in letter.addressees])
    else:
        parties = [p for p in ("民革", "民盟", "民建", "农工党", "致公党") if p not in letter.addressees[0]]
        place = re.sub(r"^(?:民革|民盟|民建|民进|农工党|致公党|九三学社|台盟)", "", letter.addressees[0])
        other = rng.choice(parties) + place
    return Plant(letter=letter.but(form=form.but(proposer=other, extra=())), at=other)


def _misspelt(sound: Sound, rng: Random) -> str | None:
    letter = sound.letter
    name = letter.addressees[0]
    if not one_person(letter) or len(name) != 3:
        return None
    at = rng.randint(1, 2)
    return name[:at] + rng.choice([c for c in _LIKE if c != name[at]]) + name[at + 1 :]


@plants("addressee-name-drift")
def _name_in_receipt(sound: Sound, rng: Random) -> Plant | None:
    letter, wrong = sound.letter, _misspelt(sound, rng)
    if wrong is None:
        return None
    receipt = f"{wrong}{letter.honorific}提出的《{letter.topic}》收悉，现答复如下："
    return Plant(letter=letter.but(receipt=receipt), at=wrong, within=receipt)


@plants("addressee-name-drift")
def _name_in_thanks(sound: Sound, rng: Random) -> Plant | None:
    letter, wrong = sound.letter, _misspelt(sound, rng)
    if wrong is None:
        return None
    thanks = f"感谢{wrong}{letter.honorific}对{sound.scene.we}工作的关心和支持。"
    return Plant(letter=letter.but(thanks=(thanks,)), at=wrong, within=thanks)


@plants("party-branch-name")
def _branch(sound: Sound, rng: Random) -> Plant | None:
    if not sound.scene.proposal or sound.scene.office.national:
        return None
    name = f"{sound.scene.office.area}{rng.choice(('致公党', '民建', '民盟', '农工党', '民革'))}委员会"
    return Plant(letter=sound.letter.but(**_to_party(sound, name)), at=name)


@plants("party-name-wrong")
def _party_addressed(sound: Sound, rng: Random) -> Plant | None:
    if not sound.scene.proposal or sound.scene.office.national:
        return None
    slip = rng.choice(_SLIPS)
    return Plant(letter=sound.letter.but(**_to_party(sound, f"{slip}{sound.scene.office.named_area}委员会")), at=slip)


@plants("party-name-wrong")
def _party_thanked(sound: Sound, rng: Random) -> Plant | None:
    if not sound.scene.proposal or sound.scene.office.national:
        return None
    slip = rng.choice(_SLIPS)
    right = slip.removesuffix("党")
    thanks = f"感谢{slip}{sound.scene.office.named_area}委员会对{sound.scene.we}工作的关心和支持。"
    letter = sound.letter.but(**_to_party(sound, f"{right}{sound.scene.office.named_area}委员会"))
    return Plant(letter=letter.but(thanks=(thanks,)), at=slip, within=thanks)


@plants("honorific-drift")
def _other_pronoun(sound: Sound, rng: Random) -> Plant | None:
    letter = sound.letter
    if letter.surface.you != "您":
        return None
    thanks = f"感谢你们对{sound.scene.we}工作的关心和支持。"
    return Plant(letter=letter.but(thanks=(thanks,)), at="你们", within=thanks)


@plants("honorific-drift")
def _other_you(sound: Sound, rng: Random) -> Plant | None:
    letter = sound.letter
    if letter.surface.you != "贵单位":
        return None
    thanks = f"感谢贵党对{sound.scene.we}工作的关心和支持。"
    return Plant(letter=letter.but(thanks=(thanks,)), at="贵党", within=thanks)


@plants("thanks-number-mismatch")
def _many_thanked(sound: Sound, rng: Random) -> Plant | None:
    if not one_person(sound.letter):
        return None
    wrong = rng.choice((f"各位{sound.scene.member}", f"{sound.scene.member}们"))
    thanks = f"衷心感谢{wrong}对{sound.scene.we}工作的关心和支持。"
    return Plant(letter=sound.letter.but(thanks=(thanks,)), at=wrong, within=thanks)


@plants("issuer-signature-mismatch")
def _other_signature(sound: Sound, rng: Random) -> Plant | None:
    letter, office = sound.letter, sound.scene.office
    if office.name.endswith("人民政府") or sound.scene.year in (2018, 2019):
        return None
    other = neighbour(sound, rng)
    look = letter.surface.but(letterhead=letter.surface.letterhead or "{organ}", seal="")
    return Plant(letter=letter.but(signature=(other,), surface=look), at=other)


@plants("self-reference-drift")
def _other_self(sound: Sound, rng: Random) -> Plant | None:
    wrong = rng.choice([w for w in ("我局", "我委", "我厅") if w != sound.scene.we])
    letter = plain_body(sound, rng)
    if sound.scene.office.name.endswith("组织部"):
        return None
    sentence = f"{wrong}将按照职责分工抓好相关工作。"
    return Plant(letter=say(sound, rng, sentence, letter), at=wrong, within=sentence)


@plants("cohandler-absent")
def _silent_cohandler(sound: Sound, rng: Random) -> Plant | None:
    organ = sound.scene.organ(rng.choice([f for f in ("审计", "司法", "科技") if f not in sound.scene.office.name]))
    letter = plain_body(sound, rng)
    look = letter.surface.but(
        joint=f"{sound.scene.we}会同{{joint}}认真进行了研究办理。", receipt="{you}提出的{wrapped}收悉，现答复如下："
    )
    return Plant(letter=letter.but(joint_agencies=(organ,), surface=look), at=organ)


@plants("cohandler-titled-reply")
def _answer_to_an_organ(sound: Sound, rng: Random) -> Plant | None:
    if sound.scene.office.name.endswith(("人民政府", "组织部")) or sound.scene.office.national:
        return None
    organ = neighbour(sound, rng)
    letter = plain_title(sound.letter).but(
        addressees=(organ,), honorific="", receipt=f"贵单位主办的《{sound.letter.topic}》收悉，现答复如下：", form=None
    )
    letter = letter.but(surface=letter.surface.but(addressee="{names}：", greeting="", title_place="line"))
    s = sound.scene
    title = f"对{s.answered}{s.body}{s.session_text}第{letter.number}号"
    return Plant(
        letter=letter, at=title + (f"（{letter.category}）" if letter.category else "") + f"{letter.kind_word}的答复"
    )


@plants("agency-alias-drift")
def _two_aliases(sound: Sound, rng: Random) -> Plant | None:
    local = sound.scene.local
    if not local or local in ("镇", "省", "自治区"):
        return None
    pairs = (("经信局", "工信局"), ("发改委", "发展改革委"), ("农业农村局", "农业农村委"))
    first, second = (local + end for end in rng.choice(pairs[:2]))
    sentence = f"{second}也将开展联合验收。"
    letter = say_both(sound, rng, f"{first}负责制定改造清单，按月调度。", sentence, plain_body(sound, rng))
    return Plant(letter=letter, at=second, within=sentence)


@plants("agency-anachronism")
def _old_name(sound: Sound, rng: Random) -> Plant | None:
    s = sound.scene
    if s.year < 2020 or s.office.national or s.office.name.startswith(_COMMUNES):
        return None
    ends = (
        ("环保厅", "国土资源厅", "农业厅")
        if s.office.province_level
        else ("环保局", "国土资源局", "卫计委", "工商局", "质监局", "安监局")
    )
    organ = s.local + rng.choice(ends)
    return telling(sound, rng, f"{organ}{{定期开展抽查检测|按月通报有关情况|牵头组织联合检查}}。", organ)


@plants("agency-anachronism")
def _new_name(sound: Sound, rng: Random) -> Plant | None:
    s = sound.scene
    if s.year > 2017 or s.office.national or s.office.name.startswith(_COMMUNES):
        return None
    end = "厅" if s.office.province_level else "局"
    organ = s.local + rng.choice(("生态环境", "自然资源", "农业农村", "应急管理")) + end
    return telling(sound, rng, f"{organ}{{定期开展抽查检测|按月通报有关情况|牵头组织联合检查}}。", organ)


@plants("agency-level-suffix")
def _wrong_suffix(sound: Sound, rng: Random) -> Plant | None:
    s = sound.scene
    if s.year < 2020 or s.office.area not in ("省", "市", "县", "区") or s.office.name.startswith(_COMMUNES):
        return None
    field = rng.choice(("生态环境", "商务", "水利", "教育", "司法"))
    organ = f"{s.local}{field}{'局' if s.office.province_level else '厅'}"
    return telling(sound, rng, f"{organ}{{定期开展抽查检测|按月通报有关情况|完善了配套政策}}。", organ)


_DEFINED = "{we}编制了《公共设施提升工作要点》（以下简称《要点》）。"


@plants("alias-defined-unused")
def _unused(sound: Sound, rng: Random) -> Plant | None:
    sentence = said(sound, rng, _DEFINED)
    return Plant(letter=say(sound, rng, sentence), at="《要点》", within=sentence)


@plants("alias-used-before-definition")
def _used_before(sound: Sound, rng: Random) -> Plant | None:
    first = "有关单位按照《要点》推进改造。"
    letter = say_both(sound, rng, first, said(sound, rng, _DEFINED) + "对照《要点》开展了验收。")
    return Plant(letter=letter, at="《要点》", within=first)


@plants("alias-duplicate-definition")
def _defined_twice(sound: Sound, rng: Random) -> Plant | None:
    one, two = rng.sample(("湖泊保护", "排水管理", "历史建筑保护", "电梯安全管理", "养犬管理"), 2)
    first = f"依照《{one}规定》（以下简称《规定》），对照《规定》开展执法检查。"
    second = f"依照《{two}规定》（以下简称《规定》），推动《规定》落地见效。"
    return Plant(letter=say_both(sound, rng, first, second), at="《规定》", within=second)


@plants("alias-variant-after-definition")
def _variant(sound: Sound, rng: Random) -> Plant | None:
    first = said(sound, rng, "{we}参与水资源使用权交易市场（以下简称水权交易市场）建设。")
    second = "有关单位培育水权市场主体，推动水权市场规范运行，加强水权交易市场监管。"
    return Plant(letter=say_both(sound, rng, first, second), at="水权市场", within=second)


@plants("signatory-count")
def _too_few_signed(sound: Sound, rng: Random) -> Plant | None:
    s = sound.scene
    if s.office.name.endswith("人民政府"):
        return None
    count = rng.choice(("三部门", "四部门", "三家单位"))
    organs = (s.office.name, neighbour(sound, rng))
    opening = f"该件由{s.we}会同有关单位办理，{count}研究后，现联合答复如下："
    receipt = f"{sound.letter.surface.you}提出的《{sound.letter.topic}》收悉。"
    look = sound.letter.surface.but(organ_gap=rng.choice((None, "　　")), seal="")
    letter = sound.letter.but(opening=(opening,), receipt=receipt, signature=organs, surface=look)
    return Plant(letter=letter, at=count, within=opening)
