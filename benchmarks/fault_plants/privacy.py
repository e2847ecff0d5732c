"""Private data and marks of inner papers in copies that anybody may see."""

from __future__ import annotations

from random import Random

from attrs import evolve

from benchmarks.fault_plants.base import Plant, plants, private, telling, with_form
from govreply.testing import Letter
from govreply.testing.sound import Sound
from govreply.testing.sound.plain import PERSONS

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def _public(sound: Sound) -> Letter | None:
    """The letter with a mark that it is public."""
    if not sound.scene.public:
        return None
    look = sound.letter.surface.but(disclosure="（{value}）")
    return sound.letter.but(disclosure="此件公开发布", surface=look)


def _identity_number(rng: Random) -> str:
    area = rng.choice(("420102", "330106", "370102", "510104", "350203"))
    body = f"{area}{rng.randint(1950, 1999)}{rng.randint(1, 12):02}{rng.randint(1, 28):02}{rng.randint(1, 999):03}"
    return body + "10X98765432"[sum(int(d) * w for d, w in zip(body, _WEIGHTS, strict=True)) % 11]


def _mobile_number(rng: Random) -> str:
    return f"1{rng.choice(('38', '39', '50', '77', '86'))}{rng.randint(0, 10**8 - 1):08}"


@plants("pii-mobile")
def _mobile_of_contact(sound: Sound, rng: Random) -> Plant | None:
    letter, at = _public(sound), _mobile_number(rng)
    if letter is None:
        return None
    letter = letter.but(contacts=(("联系人", rng.choice(PERSONS[17:])), ("联系电话", at)), people=(), form=None)
    return Plant(letter=letter, at=at)


@plants("pii-mobile")
def _mobile_in_body(sound: Sound, rng: Random) -> Plant | None:
    letter, at = _public(sound), _mobile_number(rng)
    return None if letter is None else telling(sound, rng, f"值班人员手机{at}，全天候接听群众反映。", at, letter)


@plants("pii-id-number")
def _identity(sound: Sound, rng: Random) -> Plant | None:
    letter, at = _public(sound), _identity_number(rng)
    text = rng.choice(("经核实，反映人身份证号{at}，已登记。", "经核实，反映人（身份证号码：{at}）情况属实。")).replace(
        "{at}", at
    )
    return None if letter is None else telling(sound, rng, text, at, letter)


@plants("pii-address-bank")
def _home_or_account(sound: Sound, rng: Random) -> Plant | None:
    flat = f"{rng.randint(1, 20)}栋{rng.randint(1, 6)}0{rng.randint(1, 4)}室"
    account = f"62220200000{rng.randint(10**7, 10**8 - 1)}"
    at, text = rng.choice(
        (
            (f"明珠小区{flat}", f"反映人住在明珠小区{flat}，室内返水问题已经处理。"),
            (account, f"补偿款已汇入反映人账号：{account}，请查收。"),
        )
    )
    letter = _public(sound)
    return None if letter is None else telling(sound, rng, text, at, letter)


def _headed(letter: Letter, line: str) -> Letter:
    return letter.but(surface=letter.surface.but(before=(line,)))


@plants("secrecy-mark-public")
def _secret(sound: Sound, rng: Random) -> Plant | None:
    letter = _public(sound)
    at, line = rng.choice(
        (("机密", "机密★10年"), ("秘密", "000017　　　　秘密"), ("秘密", "秘密★5年"), ("绝密", "绝密★30年"))
    )
    return None if letter is None else Plant(letter=_headed(letter, line), at=at, within=line)


@plants("copy-number-without-secrecy")
def _copy_number(sound: Sound, rng: Random) -> Plant | None:
    sound = private(sound, rng)
    number = f"{rng.randint(1, 99):06}"
    at = rng.choice((number, f"份号：{number}"))
    return Plant(letter=_headed(sound.letter, at), at=at, format=sound.format)


@plants("internal-mark-public")
def _internal(sound: Sound, rng: Random) -> Plant | None:
    letter = _public(sound)
    line = rng.choice(("（代拟稿）", "内部资料，不得外传", "（征求意见稿）", "内部资料"))
    return None if letter is None else Plant(letter=_headed(letter, line), at=line)


@plants("proposer-contact-public")
def _proposer(sound: Sound, rng: Random) -> Plant | None:
    letter = _public(sound)
    if letter is None or not letter.honorific:
        return None
    letter, form = with_form(evolve(sound, letter=letter), rng)
    label, at = rng.choice((("联系电话", _mobile_number(rng)), ("通讯地址", f"江岸区明珠路{rng.randint(1, 90)}号")))
    form = form.but(extra=((f"{sound.scene.member}姓名", letter.addressees[0]), (label, at)))
    return Plant(letter=letter.but(form=form), at=at)
