"""Addressees and the sentence that acknowledges the item."""

from __future__ import annotations

from typing import Any, Final

from hypothesis import strategies as st

from govreply.model import AddresseeKind
from govreply.testing.strategies.heads import sessions
from govreply.testing.strategies.pools import GROUPS, JOINT, ORGANISATIONS, PARTIES, PERSONS, Office

pick = st.sampled_from

ONE: Final = (
    "{names}{honorific}：",
    "尊敬的{names}{honorific}：",
    "{names}{honorific}您好：",
    "{names}{honorific}，您好：",
    "{names}{honorific}",
    "{names}{honorific} ：",
)
SEVERAL: Final = (
    "{names}{honorific}：",
    "尊敬的{names}{honorific}：",
    "{names}等{honorific}：",
    "{names}等5位{honorific}：",
    "{names}等5名{honorific}：",
)

# with 收悉 or what stands for it; with and without session, number, organs handled with
RECEIPTS: Final = (
    "{you}提出的{wrapped}收悉，现答复如下：",
    "{you}提出的{wrapped}已收悉。经研究，现答复如下：",
    "{you}提出的{wrapped}收悉。现将办理情况答复如下：",
    "{you}在{session}上提出的{wrapped}收悉，现答复如下：",
    "{you}在{session}提出的{wrapped}（{no}）收悉。经研究，现答复如下：",
    "{you}{wrapped}收悉，现答复如下：",
    "{wrapped}收悉，现函告如下：",
    "{you}提出的{wrapped}已交由我局研究办理，现答复如下：",
    "{you}提出的{wrapped}已转交我单位办理，现将有关情况回复如下：",
    "收到{you}在{session}上提出的{wrapped}后，我们高度重视，现答复如下。",
    "{you}提出的{wrapped}（{no}）收悉，现答复如下：",
)
JOINT_RECEIPTS: Final = (
    "{you}提出的{wrapped}收悉。经商{joint}，现答复如下：",
    "{you}提出的{wrapped}收悉。我们会同{joint}进行了认真研究，现答复如下：",
    "{you}提出的{wrapped}收悉。经与{joint}共同研究，现答复如下：",
)
WRAPPERS_OF_WHOLE: Final = (
    "《{topic}》", "《{topic}》", "“{topic}”", "{topic}", "“{topic}”的{item}", "《{topic}》的{item}", "《{topic}》{item}",
    "关于“{topic}”的{item}",
)  # fmt: skip
WRAPPERS_OF_CORE: Final = ("关于“{topic}”的{item}", "关于《{topic}》的{item}", "“{topic}”的{item}")
JOINT_SENTENCES: Final = (
    "我局会同{joint}认真进行了研究办理。",
    "收到您的意见后，我们高度重视，会同{joint}进行了专题研究。",
    "经商{joint}，现就有关情况说明如下。",
)


@st.composite
def addressees(draw: st.DrawFn, honorific: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """Content and surface of the addressee line."""
    kind = draw(pick([AddresseeKind.PERSON] * 4 + list(AddresseeKind)))
    colon = draw(pick(("{names}：", "{names}:", "尊敬的{names}：")))
    if kind is AddresseeKind.PERSON:
        names = tuple(draw(st.lists(pick(PERSONS), min_size=1, max_size=4, unique=True)))
        form = draw(pick(ONE if len(names) == 1 else SEVERAL))
        greeting = draw(pick(("", "", "您好！"))) if "您好" not in form else ""
        content = {"addressees": names, "honorific": honorific, "addressee_kind": kind}
        return content, {
            "addressee": form,
            "separator": draw(pick(("、", "、", "、 ", "{honorific}、"))),
            "padded_names": draw(st.booleans()),
            "greeting": greeting,
        }
    pool = {AddresseeKind.PARTY: PARTIES, AddresseeKind.ORGANISATION: ORGANISATIONS, AddresseeKind.GROUP: GROUPS}[kind]
    name = draw(pick(pool))
    if name.endswith("小组") and honorific == "代表":
        return {"addressees": (name,), "honorific": "代表", "addressee_kind": kind}, {
            "addressee": "{names}{honorific}："
        }
    return {"addressees": (name,), "honorific": "", "addressee_kind": kind}, {"addressee": colon}


@st.composite
def receipts(
    draw: st.DrawFn, item: dict[str, Any], office: Office, person: bool
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Content and surface of the receipt sentence and of the organs handled with."""
    joint: tuple[str, ...] = ()
    if draw(st.integers(0, 2)) == 0:
        joint = tuple(draw(st.lists(pick(JOINT), min_size=1, max_size=3, unique=True)))
    inside = bool(joint) and draw(st.booleans())
    whole = item["topic"].startswith("关于")
    look = {
        "receipt": draw(pick(JOINT_RECEIPTS if inside else RECEIPTS)),
        "wrapper": draw(pick(WRAPPERS_OF_WHOLE if whole else WRAPPERS_OF_CORE)),
        "you": draw(pick(("您", "你", "你们", "您们") if person else ("贵单位", "你们", "贵委"))),
        "joint": "" if inside else draw(pick(JOINT_SENTENCES)),
        "receipt_session": draw(sessions(item["assembly"], office)),
    }
    return {"joint_agencies": joint}, look
