"""Head and opening of a sound letter: marks, title, item, addressee, receipt sentence, organs handled with."""

from __future__ import annotations

from random import Random
from typing import Any, Final

from attrs import frozen

from govreply.model import AddresseeKind
from govreply.testing.sound.plain import CORES, PERSONS
from govreply.testing.sound.scene import Scene
from govreply.testing.surface import ClassPlace, TitlePlace

Fields = dict[str, Any]

_TITLES: Final = (
    "对{session}{no}{item}的答复",
    "关于{session}{no}{item}的答复",
    "关于对{session}{no}{item}的答复",
    "{organ}关于{session}{no}{item}的答复",
    "{organ}对{session}{no}{item}的答复",
    "关于{session}{no}{item}答复的函",
    "关于{session}{no}{item}的答复函",
    "关于{session}{no}{item}办理情况的答复",
    "关于对{session}{no}{item}的复函",
    "关于{session}《{topic}》（{no}）的答复",
    "关于{session}{no}《{topic}》{item}的答复",
)
_CPPCC_SESSIONS: Final = (
    "{area}政协{t}届{s}次会议",
    "{area}政协第{t}届{s}次会议",
    "{area}政协第{t}届委员会第{s}次会议",
    "{area}{t}届政协{s}次会议",
)
_NPC_SESSIONS: Final = (
    "{area}{t}届人大{s}次会议",
    "{area}人大{t}届{s}次会议",
    "{area}第{t}届人民代表大会第{s}次会议",
    "{area}第{t}届人大第{s}次会议",
)
_NATIONAL: Final = {
    "政协": ("全国政协{t}届{s}次会议", "政协第{t}届全国委员会第{s}次会议"),
    "人大": ("{t}届全国人大{s}次会议", "第{t}届全国人民代表大会第{s}次会议"),
}
_RECEIPTS: Final = (
    "{you}提出的{wrapped}收悉，现答复如下：",
    "{you}提出的{wrapped}收悉。现将办理情况答复如下：",
    "{you}在{session}上提出的{wrapped}收悉，现答复如下：",
    "{you}在{session}提出的{wrapped}（{no}）收悉。经研究，现答复如下：",
    "{you}提出的{wrapped}（{no}）收悉，现答复如下：",
    "{you}提出的{wrapped}已交由我们研究办理，现答复如下：",
    "收到{you}提出的{wrapped}后，我们高度重视，现答复如下。",
)
_JOINT_RECEIPTS: Final = (
    "{you}提出的{wrapped}收悉。经商{joint}，现答复如下：",
    "{you}提出的{wrapped}收悉。我们会同{joint}进行了认真研究，现答复如下：",
)
_WRAPPERS: Final = ("《{topic}》", "“{topic}”", "《{topic}》的{item}", "“{topic}”的{item}")
_JOINT_FIELDS: Final = ("财政", "民政", "交通运输", "公安", "自然资源", "农业农村", "文化和旅游")
_OLD_FIELDS: Final = 4  # the others got their names in the reform of 2018
_NEW_NAMES: Final = 2020
_CLASS_FORMS: Final = ("类别：{code}", "办理结果：{code}类", "（{code}类）", "{code}")
_NUMBER_FORMS: Final = (None, None, "{code}﹝{year}﹞{serial}号", "{code} 〔{year}〕 {serial} 号")
_PARTIES: Final = ("民革", "民盟", "民建", "民进", "农工党", "致公党", "九三学社", "台盟")


@frozen
class Proposer:
    """Whom the letter addresses, and how."""

    names: tuple[str, ...]
    kind: AddresseeKind
    you: str

    @property
    def person(self) -> bool:
        """Whether they are persons."""
        return self.kind is AddresseeKind.PERSON


def draw_proposer(scene: Scene, rng: Random) -> Proposer:
    """Persons mostly; for proposals a party's branch now and then."""
    if scene.proposal and rng.random() < 1 / 5:
        place = "中央" if scene.office.national else scene.office.named_area
        party = rng.choice(_PARTIES)
        end = {"市": "委会", "省": "委会"}.get(place[-1], "委员会")
        name = f"{party}中央" if place == "中央" else f"{party}{place}{end}"
        return Proposer((name,), AddresseeKind.PARTY, rng.choice(("贵单位", "你们")))
    count = rng.choice((1, 1, 1, 2, 3))
    names = tuple(rng.sample(PERSONS[:14], count))
    return Proposer(names, AddresseeKind.PERSON, "您" if count == 1 else rng.choice(("你们", "您们")))


def draw_head(scene: Scene, proposer: Proposer, rng: Random) -> tuple[Fields, Fields]:
    """Content and surface down to the receipt sentence."""
    office = scene.office
    word = _kind_word(scene, rng)
    core = rng.choice(CORES)
    ending = "议案" if word == "议案" else rng.choice(("建议", "提案")) if scene.proposal else "建议"
    topic = f"关于{core}的{ending}"
    known = _JOINT_FIELDS if scene.year >= _NEW_NAMES else _JOINT_FIELDS[:_OLD_FIELDS]
    fields = [f for f in known if f not in office.name]
    joint = tuple(scene.organ(f) for f in rng.sample(fields, rng.randint(1, 3))) if rng.random() < 1 / 3 else ()
    inside = bool(joint) and rng.random() < 1 / 2
    number, category = _number(scene, rng)
    title = rng.choice(_TITLES[:9] if "、" in number or category else _TITLES)
    content: Fields = {
        "issuer": office.name,
        "document_number": f"{office.code}〔{scene.year}〕{rng.randint(1, 299)}号",
        "disposition": _mark(scene, rng),
        "signer": rng.choice((None, None, *PERSONS[14:17])),
        "assembly": scene.answered + scene.body,
        "term": scene.term,
        "session": scene.session,
        "number": number,
        "category": category,
        "kind_word": word,
        "addressees": proposer.names,
        "addressee_kind": proposer.kind,
        "honorific": scene.member if proposer.person else "",
        "topic": topic,
        "joint_agencies": joint,
    }
    place = rng.choice([TitlePlace.LINE] * 6 + [TitlePlace.TWO_LINES, TitlePlace.TWICE])
    look: Fields = {
        "letterhead": rng.choice(("{organ}", "{organ}", "{organ}文件", "")),
        "number_form": rng.choice(_NUMBER_FORMS),
        "class_place": rng.choice((ClassPlace.BESIDE_NUMBER, ClassPlace.LINE)),
        "class_form": rng.choice(_CLASS_FORMS),
        "title": title,
        "title_place": place,
        "session": _session(scene, rng),
        "receipt_session": _session(scene, rng),
        "number": rng.choice(("第{n}号", "第{n}号", "第 {n} 号")),
        "addressee": _addressee(proposer, rng),
        "padded_names": rng.random() < 1 / 6,
        "greeting": "您好！" if proposer.you == "您" and rng.random() < 1 / 6 else "",
        "receipt": rng.choice(_JOINT_RECEIPTS if inside else _RECEIPTS),
        "wrapper": rng.choice(_WRAPPERS[:2] if "“" not in core else _WRAPPERS[:1]),
        "you": proposer.you,
        "joint": "" if inside else f"{scene.we}会同{{joint}}认真进行了研究办理。",
    }
    return content, look


def _kind_word(scene: Scene, rng: Random) -> str:
    if scene.proposal:
        return "提案"
    return rng.choice(("建议", "建议", "建议", "代表建议", "议案"))


def _number(scene: Scene, rng: Random) -> tuple[str, str | None]:
    serial = rng.randint(1, 599)
    if scene.office.national:
        number = f"{serial + 1000:05}" if scene.proposal else f"{serial + 1000}"
        return number, rng.choice((None, "医疗卫生类131号", "农业水利类031号")) if scene.proposal else None
    forms = [f"{serial}", f"{serial:04}", f"{scene.year}{serial:04}", f"{scene.year}{serial:03}"]
    if rng.random() < 1 / 15:
        return f"{serial}、{serial + 1}", None
    return rng.choice(forms), None


def _mark(scene: Scene, rng: Random) -> str | None:
    if not scene.office.marked and rng.random() < 2 / 5:
        return None
    code = rng.choice(scene.office.classes)
    return "甲乙丙丁"["ABCD".index(code)] if scene.office.name.startswith("沁阳") else code


def _session(scene: Scene, rng: Random) -> str:
    if scene.answered == "全国":
        return rng.choice(_NATIONAL[scene.body])
    return rng.choice(_CPPCC_SESSIONS if scene.proposal else _NPC_SESSIONS)


def _addressee(proposer: Proposer, rng: Random) -> str:
    if not proposer.person:
        return "{names}："
    if len(proposer.names) == 1:
        return rng.choice(("{names}{honorific}：", "{names}{honorific}：", "尊敬的{names}{honorific}："))
    return rng.choice(("{names}{honorific}：", "尊敬的{names}{honorific}：", "{names}等{honorific}："))
