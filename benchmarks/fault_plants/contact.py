"""Faults in the contact block."""

from __future__ import annotations

from random import Random

from benchmarks.fault_plants.base import Plant, known_place, plants, private
from govreply.model import Level
from govreply.testing import Letter
from govreply.testing.sound import Sound
from govreply.testing.sound.plain import PERSONS

# codes whose local numbers have one length beyond doubt
_SURE = (
    "010",
    "021",
    "023",
    "024",
    "025",
    "027",
    "028",
    "029",
    "0311",
    "0531",
    "0532",
    "0571",
    "0574",
    "0512",
    "0592",
    "0755",
    "0871",
    "0851",
    "0731",
)
_ELSEWHERE = ("0351", "0471", "0551", "0591", "0791", "0898", "0931", "0971")


def _with(letter: Letter, *contacts: tuple[str, str]) -> Letter:
    return letter.but(contacts=contacts, people=(), postcode=None, form=None)


def _name(rng: Random) -> str:
    return rng.choice(PERSONS[17:])


def _local(rng: Random, digits: int) -> str:
    return f"{rng.choice('25678')}{rng.randint(10 ** (digits - 2), 10 ** (digits - 1) - 1)}"


def _lines(rng: Random, name: str, phone: str) -> tuple[tuple[str, str], ...]:
    return rng.choice(((("联系人", name), ("联系电话", phone)), (("联系人及联系电话", f"{name}，{phone}"),)))


@plants("phone-length")
def _length(sound: Sound, rng: Random) -> Plant | None:
    office = sound.scene.office
    if office.dialling not in _SURE or sound.scene.year < 2017:
        return None
    digits = 8 if office.digits == 7 else rng.choice((6, 7))
    phone = f"{office.dialling}-{_local(rng, digits)}"
    return Plant(letter=_with(sound.letter, *_lines(rng, _name(rng), phone)), at=phone)


@plants("phone-length")
def _length_without_code(sound: Sound, rng: Random) -> Plant | None:
    office = sound.scene.office
    if office.dialling not in _SURE or sound.scene.year < 2017 or office.area != "市":
        return None
    phone = _local(rng, 15 - office.digits)
    return Plant(letter=_with(sound.letter, ("联系人", _name(rng)), ("联系电话", phone)), at=phone)


@plants("phone-area-mismatch")
def _area(sound: Sound, rng: Random) -> Plant | None:
    place = known_place(sound)
    if place is None or (place.level is Level.COUNTY and place.city is None):
        return None
    code = rng.choice(_ELSEWHERE)
    phone = f"{code}-{_local(rng, 7 if code in ('0351', '0471', '0931', '0971') else 8)}"
    return Plant(letter=_with(sound.letter, *_lines(rng, _name(rng), phone)), at=phone)


@plants("postcode-form")
def _postcode(sound: Sound, rng: Random) -> Plant | None:
    right = sound.scene.office.postcode
    if right.startswith("0"):
        return None
    wrong = rng.choice((right[:-1], right + rng.choice("0123456789")))
    label = rng.choice(("邮编", "邮政编码"))
    return Plant(letter=_with(sound.letter, ("联系人", _name(rng)), (label, wrong)), at=wrong)


@plants("postcode-region")
def _region(sound: Sound, rng: Random) -> Plant | None:
    office = sound.scene.office
    if known_place(sound) is None or office.area == "盟":
        return None
    starts = ("05", "15", "21", "24", "31", "36", "41", "43", "46", "51", "54", "56", "61", "66", "71", "73", "84")
    near = {"湖北": "43", "武汉": "43", "山东": "25", "青岛": "26", "淄博": "25"}
    own = {office.postcode[:2], near.get(office.name[:2], "")}
    start = rng.choice([s for s in starts if abs(int(s) - int(office.postcode[:2])) > 3 and s not in own])
    wrong = f"{start}{rng.randint(0, 9999):04}"
    return Plant(letter=_with(sound.letter, ("联系人", _name(rng)), ("邮编", wrong)), at=wrong)


@plants("contact-name-missing")
def _nameless(sound: Sound, rng: Random) -> Plant | None:
    office = sound.scene.office
    phone = f"{office.dialling}-{_local(rng, office.digits)}"
    return Plant(letter=_with(sound.letter, (rng.choice(("联系电话", "电话")), phone)), at=phone)


@plants("contact-count-mismatch")
def _unpaired(sound: Sound, rng: Random) -> Plant | None:
    digits = sound.scene.office.digits
    first, second = _local(rng, digits), _local(rng, digits)
    one, two = rng.sample(PERSONS[17:], 2)
    letter = _with(sound.letter, ("分管领导", one), ("经办人", two), ("联系电话", first), ("联系电话", second))
    return Plant(letter=letter, at=first)


@plants("contact-label-empty")
def _empty(sound: Sound, rng: Random) -> Plant | None:
    sound = private(sound, rng)
    office = sound.scene.office
    phone = f"{office.dialling}-{_local(rng, office.digits)}"
    if rng.random() < 1 / 2:
        letter, at = _with(sound.letter, ("联系人", _name(rng)), ("联系电话", "")), "联系电话"
    else:
        letter, at = _with(sound.letter, ("联系人", ""), ("联系电话", phone)), "联系人"
    return Plant(letter=letter, at=at, format=sound.format)
