"""Faults in number, session, assembly, topic, document number and class mark."""

from __future__ import annotations

from random import Random

from benchmarks.fault_plants.base import (
    Plant,
    dated_session,
    known_place,
    plain_title,
    plants,
    private,
    with_form,
    without_metadata,
)
from govreply.findings import Severity
from govreply.lexicon.numerals import write_chinese as han
from govreply.testing import Letter
from govreply.testing.sound import Sound
from govreply.testing.surface import ClassPlace
from govreply.testing.wording import salutation_of

_LEVELS = {
    "市": "省",
    "省": "市",
    "自治区": "市",
    "州": "县",
    "县": "市",
    "区": "省",
    "旗": "自治区",
    "盟": "旗",
    "镇": "市",
}
_CITIES = ("长沙市", "合肥市", "兰州市", "南宁市", "福州市", "石家庄市", "太原市", "长春市")
_COMMUNES = ("北京", "上海", "天津", "重庆")


def _single(letter: Letter) -> bool:
    return letter.number.isdigit()


def _wrong(number: str, rng: Random) -> str:
    """The number with another serial."""
    head, serial = (number[:4], number[4:]) if len(number) in (7, 8) else ("", number)
    while (other := f"{rng.randint(1, 10 ** len(serial) - 1):0{len(serial)}}") == serial:
        pass
    return head + other


def _reported(sound: Sound, number: str, session: int | None = None) -> str:
    """An opinion that names the item."""
    s = sound.scene
    asked = f"{s.answered}{s.body}{han(s.term)}届{han(session or s.session)}次会议"
    return f"贵单位发来的{asked}第{number}号{s.word}的答复已收悉，对办理情况表示满意。"


@plants("proposal-number-mismatch")
def _number_in_form(sound: Sound, rng: Random) -> Plant | None:
    if not _single(sound.letter):
        return None
    letter, form = with_form(sound, rng)
    wrong = _wrong(letter.number, rng)
    return Plant(letter=letter.but(form=form.but(number=wrong, opinion="对办理结果表示满意。")), at=wrong)


@plants("proposal-number-mismatch")
def _number_in_opinion(sound: Sound, rng: Random) -> Plant | None:
    if not _single(sound.letter):
        return None
    letter, form = with_form(sound, rng)
    wrong = _wrong(letter.number, rng)
    opinion = _reported(sound, wrong)
    return Plant(letter=letter.but(form=form.but(opinion=opinion)), at=wrong, within=opinion)


@plants("proposal-number-mismatch")
def _number_in_receipt(sound: Sound, rng: Random) -> Plant | None:
    letter, s = sound.letter, sound.scene
    if not _single(letter):
        return None
    wrong = _wrong(letter.number, rng)
    receipt = f"{letter.surface.you}提出的第{wrong}号{s.word}《{letter.topic}》收悉，现答复如下："
    return Plant(letter=letter.but(receipt=receipt, form=None), at=wrong, within=receipt)


@plants("proposal-year-session-mismatch")
def _year_of_number(sound: Sound, rng: Random) -> Plant | None:
    letter, s = sound.letter, sound.scene
    if not dated_session(sound) or s.office.national or s.office.name.startswith("湘潭"):
        return None
    number = f"{s.year + rng.choice((-1, 1))}{rng.randint(1, 599):0{rng.choice((3, 4))}}"
    letter = plain_title(letter).but(number=number, form=None)
    return Plant(letter=letter, at=number, severity=Severity.WARNING)


@plants("document-year-session-mismatch")
def _year_of_document(sound: Sound, rng: Random) -> Plant | None:
    letter, s = sound.letter, sound.scene
    if not dated_session(sound) or s.office.name.startswith("湘潭"):
        return None
    number = f"{s.office.code}〔{s.year - rng.randint(1, 3)}〕{rng.randint(1, 299)}号"
    letter = without_metadata(letter, "文号").but(document_number=number)
    return Plant(letter=letter.but(surface=letter.surface.but(number_form=None)), at=number, severity=Severity.WARNING)


@plants("session-number-implausible")
def _session(sound: Sound, rng: Random) -> Plant | None:
    s = sound.scene
    if s.answered.endswith("镇"):
        return None
    session = rng.randint(8, 12)
    letter = plain_title(sound.letter).but(session=session, form=None)
    return Plant(letter=letter, at=f"{han(s.term)}届{han(session)}次会议")


@plants("session-number-implausible")
def _term(sound: Sound, rng: Random) -> Plant | None:
    s = sound.scene
    if not dated_session(sound):
        return None
    term = s.term + rng.choice((4, 6, 10))
    letter = plain_title(sound.letter).but(term=term, form=None, number=f"{rng.randint(1, 900)}")
    return Plant(letter=letter, at=f"{han(term)}届{han(s.session)}次会议")


def _other_session(sound: Sound, rng: Random) -> int:
    return rng.choice([n for n in range(1, 6) if n != sound.scene.session])


@plants("session-drift")
def _session_in_receipt(sound: Sound, rng: Random) -> Plant | None:
    letter, s = plain_title(sound.letter), sound.scene
    named = f"{han(s.term)}届{han(_other_session(sound, rng))}次会议"
    receipt = f"{letter.surface.you}在{s.answered}{s.body}{named}上提出的《{letter.topic}》收悉，现答复如下："
    return Plant(letter=letter.but(receipt=receipt, form=None), at=named, within=receipt)


@plants("session-drift")
def _session_in_opinion(sound: Sound, rng: Random) -> Plant | None:
    if not _single(sound.letter):
        return None
    letter, form = with_form(sound, rng)
    s = sound.scene
    other = _other_session(sound, rng)
    opinion = _reported(sound, letter.number, other)
    named = f"{han(s.term)}届{han(other)}次会议"
    return Plant(letter=plain_title(letter).but(form=form.but(opinion=opinion)), at=named, within=opinion)


@plants("assembly-kind-mismatch")
def _kind_of_assembly(sound: Sound, rng: Random) -> Plant | None:
    wrong = rng.choice(("代表建议", "议案")) if sound.scene.proposal else "提案"
    letter = plain_title(sound.letter).but(kind_word=wrong, form=None)
    look = letter.surface.but(wrapper="《{topic}》", receipt="{you}提出的{wrapped}收悉，现答复如下：")
    return Plant(letter=letter.but(surface=look), at=wrong)


@plants("item-word-drift")
def _kind_of_item(sound: Sound, rng: Random) -> Plant | None:
    letter, s = plain_title(sound.letter), sound.scene
    wrong = rng.choice(("建议", "议案")) if s.proposal else "提案"
    receipt = f"{letter.surface.you}提出的第{letter.number}号{wrong}收悉，现答复如下："
    return Plant(letter=letter.but(receipt=receipt, form=None), at=wrong, within=receipt)


@plants("addressee-kind-mismatch")
def _kind_of_addressee(sound: Sound, rng: Random) -> Plant | None:
    letter = sound.letter
    if not letter.honorific:
        return None
    wrong = "代表" if sound.scene.proposal else "委员"
    letter = plain_title(letter).but(honorific=wrong)
    return Plant(letter=letter, at=wrong, within=salutation_of(letter))


def _reworded(topic: str, rng: Random) -> str:
    """The topic with two of its characters exchanged for others."""
    core = topic[2:-3]
    places = [n for n in range(len(core) - 1) if all("一" <= c <= "鿿" for c in core[n : n + 2])]
    at = 2 + rng.choice(places)
    word = rng.choice([w for w in ("统筹", "整治", "协同", "巡查") if w != topic[at : at + 2]])
    return topic[:at] + word + topic[at + 2 :]


@plants("topic-text-mismatch")
def _topic_in_form(sound: Sound, rng: Random) -> Plant | None:
    letter, form = with_form(sound, rng)
    wrong = _reworded(letter.topic, rng)
    return Plant(letter=letter.but(form=form.but(topic=wrong, opinion="")), at=wrong)


@plants("topic-text-mismatch")
def _topic_in_opinion(sound: Sound, rng: Random) -> Plant | None:
    letter, form = with_form(sound, rng)
    if not _single(letter):
        return None
    wrong = _reworded(letter.topic, rng)
    opinion = f"贵单位对第{letter.number}号{sound.scene.word}《{wrong}》的答复收悉，表示满意。"
    return Plant(letter=letter.but(form=form.but(topic=letter.topic, opinion=opinion)), at=wrong, within=opinion)


@plants("topic-punctuation-drift")
def _topic_punctuation(sound: Sound, rng: Random) -> Plant | None:
    topic = f"关于推进社区养老{{}}{rng.choice(('完善托育服务', '建设便民市场', '方便就近就医'))}的建议"
    letter, form = with_form(sound, rng)
    marks = rng.sample(("，", "、", ""), 2)
    letter = without_metadata(letter.but(topic=topic.format(marks[0])), "标题")
    wrong = topic.format(marks[1])
    return Plant(letter=letter.but(form=form.but(topic=wrong, opinion="")), at=wrong)


@plants("level-mismatch")
def _level_of_copies(sound: Sound, rng: Random) -> Plant | None:
    letter, s = plain_title(sound.letter), sound.scene
    if s.office.national or s.office.name.startswith(_COMMUNES):
        return None
    other = _LEVELS[s.office.area]
    copied = f"{other}政协提案委员会" if s.proposal else f"{other}人大常委会代表工作委员会"
    return Plant(letter=letter.but(copies=(copied, "督查室"), form=None), at=s.answered + s.body)


@plants("level-mismatch")
def _level_of_receipt(sound: Sound, rng: Random) -> Plant | None:
    letter, s = plain_title(sound.letter), sound.scene
    if s.office.national or s.office.name.startswith(_COMMUNES):
        return None
    receipt = f"{letter.surface.you}在{_LEVELS[s.office.area]}{s.body}{s.session_text}上提出的《{letter.topic}》收悉，现答复如下："
    return Plant(letter=letter.but(receipt=receipt, form=None), at=s.answered + s.body)


@plants("place-residue")
def _foreign_place(sound: Sound, rng: Random) -> Plant | None:
    letter, form = with_form(sound, rng)
    office = sound.scene.office
    if known_place(sound) is None:
        return None
    city = rng.choice(
        [c for c in _CITIES if (not office.name.startswith(c) and c[:2] not in ("南宁", "石家")) or office.area == "市"]
    )
    body = "政协提案" if sound.scene.proposal else "人大代表建议"
    return Plant(letter=letter.but(form=form.but(title=f"{city}{body}办理情况征询意见表")), at=city)


@plants("place-residue")
def _autonomous_county(sound: Sound, rng: Random) -> Plant | None:
    letter, form = with_form(sound, rng)
    office = sound.scene.office
    if office.area not in ("市", "县", "区") or "自治" in office.name or office.name.startswith(("青石镇", *_COMMUNES)):
        return None
    note = ("说明", "本表一式两份，填好后请寄自治县人民政府督查室。")
    return Plant(letter=letter.but(form=form.but(extra=(*form.extra, note))), at="自治县")


@plants("document-number-form")
def _form_of_number(sound: Sound, rng: Random) -> Plant | None:
    code, year, serial = sound.scene.office.code, sound.scene.year, rng.randint(1, 99)
    number = rng.choice(
        (
            f"{code}[{year}]{serial}号",
            f"{code}〔{year % 100}〕{serial}号",
            f"{code}〔{year}〕第{serial:03}号",
            f"{code}〔{year}〕{serial:03}号",
            f"{code}〔{year}〕号",
        )
    )
    letter = without_metadata(sound.letter, "文号").but(document_number=number)
    return Plant(letter=letter.but(surface=letter.surface.but(number_form=None)), at=number)


@plants("document-number-agency-mismatch")
def _code_of_another(sound: Sound, rng: Random) -> Plant | None:
    s = sound.scene
    codes = {
        "武": ("武环函", "武教函", "武水函", "武人社函", "武经信函"),
        "国": ("教提案", "环提函", "交提案函", "工信提案", "建提函"),
    }
    known = codes["国"] if s.office.national else codes["武"] if s.office.name.startswith("武汉市") else ()
    others = [c for c in known if c[:2] != s.office.code[:2]]
    if not others or s.year in (2018, 2019):
        return None
    number = f"{rng.choice(others)}〔{s.year}〕{rng.randint(1, 299)}号"
    letter = without_metadata(sound.letter, "文号").but(document_number=number)
    look = letter.surface.but(number_form=None, letterhead="{organ}")
    return Plant(letter=letter.but(surface=look), at=number)


@plants("document-number-drift")
def _number_on_page(sound: Sound, rng: Random) -> Plant | None:
    letter, s = sound.letter, sound.scene
    if not s.public:
        return None
    number = f"{s.office.code}〔{s.year}〕{rng.randint(1, 149)}号"
    other = f"{s.office.code}〔{s.year - rng.randint(0, 1)}〕{rng.randint(150, 299)}号"
    metadata = (("索引号", f"K{rng.randint(100, 999)}"), ("文号", other))
    look = letter.surface.but(number_form=None)
    return Plant(letter=letter.but(document_number=number, metadata=metadata, surface=look), at=number)


@plants("class-missing")
def _no_class(sound: Sound, rng: Random) -> Plant | None:
    if not sound.scene.office.marked:
        return None
    sound = private(sound, rng)
    letter = sound.letter.but(disposition=None)
    number = letter.document_number or ""
    return Plant(letter=letter.but(surface=letter.surface.but(number_form=None)), at=number, format=sound.format)


@plants("class-invalid")
def _two_classes(sound: Sound, rng: Random) -> Plant | None:
    if any(sign in (sound.letter.number or "") for sign in "、-"):
        return None  # a letter that answers several items may give each its class
    first, second = rng.sample("ABC", 2)
    look = sound.letter.surface.but(class_place=ClassPlace.LINE, class_form=f"类别：{{code}}、{second}类")
    return Plant(letter=sound.letter.but(disposition=first, surface=look, form=None), at=f"{first}、{second}类")


@plants("class-invalid")
def _class_unknown(sound: Sound, rng: Random) -> Plant | None:
    wrong = rng.choice("EFG")
    look = sound.letter.surface.but(
        class_place=ClassPlace.LINE, class_form=rng.choice(("类别：{code}类", "办理结果：{code}类"))
    )
    return Plant(letter=sound.letter.but(disposition=wrong, surface=look, form=None), at=f"{wrong}类")


@plants("class-invalid")
def _class_of_elsewhere(sound: Sound, rng: Random) -> Plant | None:
    office = sound.scene.office
    lettered = office.name.startswith(("佛坪", "沁阳", "云南")) or (
        sound.scene.proposal and office.name.startswith(("苏州", "河北"))
    )
    if not lettered or sound.scene.answered != office.area:
        return None
    look = sound.letter.surface.but(class_place=ClassPlace.LINE, class_form="类别：{code}")
    return Plant(letter=sound.letter.but(disposition="D", surface=look, form=None), at="D")
