"""收悉句: what acknowledges the matter, and the organs it was handled with."""

from __future__ import annotations

import pytest

from tests.grammar.head_letter import letter, matter_of, reply_of, shown

TITLE = "关于县政协十届二次会议第57号提案的答复"
TOPIC = "《关于改造南门桥的提案》"

# opening paragraph → receipt sentence (all of the paragraph unless shown otherwise)
RECEIPTS: dict[str, tuple[str, str]] = {
    "received-colon": (f"您提出的{TOPIC}收悉，现答复如下：", f"您提出的{TOPIC}收悉，现答复如下："),
    "received-stop-then-answer": (f"您提出的{TOPIC}收悉。现答复如下：", f"您提出的{TOPIC}收悉。现答复如下："),
    "already-received": (
        f"您提出的{TOPIC}已收悉，现将办理情况答复如下：",
        f"您提出的{TOPIC}已收悉，现将办理情况答复如下：",
    ),
    "ni": (f"你提出的{TOPIC}收悉，现答复如下：", f"你提出的{TOPIC}收悉，现答复如下："),
    "nimen": (f"你们提出的{TOPIC}收悉，现答复如下：", f"你们提出的{TOPIC}收悉，现答复如下："),
    "ninmen": (f"您们提出的{TOPIC}收悉，现答复如下：", f"您们提出的{TOPIC}收悉，现答复如下："),
    "guihui": (f"贵会提出的{TOPIC}收悉，现答复如下：", f"贵会提出的{TOPIC}收悉，现答复如下："),
    "nin-without-raised": (f"您{TOPIC}收悉，现答复如下：", f"您{TOPIC}收悉，现答复如下："),
    "your-suggestion": ("您的建议收悉，现答复如下：", "您的建议收悉，现答复如下："),
    "no-subject": (f"{TOPIC}收悉，现答复如下：", f"{TOPIC}收悉，现答复如下："),
    "handed-over": (
        f"您提出的{TOPIC}，县政府已交由我局研究办理。现将办理情况答复如下：",
        f"您提出的{TOPIC}，县政府已交由我局研究办理。现将办理情况答复如下：",
    ),
    "handed-to-us": (f"您提出的{TOPIC}已转交我局办理，现答复如下：", f"您提出的{TOPIC}已转交我局办理，现答复如下："),
    "assigned-by-government": (
        f"您提出的{TOPIC}，区政府交我局主办，现将办理情况回复如下：",
        f"您提出的{TOPIC}，区政府交我局主办，现将办理情况回复如下：",
    ),
    "entrusted": (
        f"受区政府委托，现就您提出的{TOPIC}答复如下：",
        f"受区政府委托，现就您提出的{TOPIC}答复如下：",
    ),
    "straight-to-answer": (f"关于您提出的{TOPIC}，现答复如下：", f"关于您提出的{TOPIC}，现答复如下："),
    "studied-then-answer": (
        f"您提出的{TOPIC}，经研究，现答复如下：",
        f"您提出的{TOPIC}，经研究，现答复如下：",
    ),
    "wrong-double-colon": (f"您提出的{TOPIC}收悉，现答复如下：：", f"您提出的{TOPIC}收悉，现答复如下："),
    "half-width": (
        "您提出的《关于改造南门桥的提案》收悉,现答复如下:",
        "您提出的《关于改造南门桥的提案》收悉,现答复如下:",
    ),
    "only-xi": (f"您提出的{TOPIC}悉，现答复如下：", f"您提出的{TOPIC}悉，现答复如下："),
    "ended-by-stop": (f"您提出的{TOPIC}收悉，现答复如下。", f"您提出的{TOPIC}收悉，现答复如下。"),
    "letter-words": (f"您提出的{TOPIC}收悉，现函告如下：", f"您提出的{TOPIC}收悉，现函告如下："),
    "reply-words": (f"您提出的{TOPIC}收悉，现回复如下：", f"您提出的{TOPIC}收悉，现回复如下："),
    "opinion-words": (
        f"您提出的{TOPIC}收悉，现提出以下办理答复意见：",
        f"您提出的{TOPIC}收悉，现提出以下办理答复意见：",
    ),
    "handled-words": (
        f"您提出的{TOPIC}已办理完毕，现将办理情况答复如下：",
        f"您提出的{TOPIC}已办理完毕，现将办理情况答复如下：",
    ),
    "received-your": (
        f"收到您在县政协十届二次会议上提出的{TOPIC}，现答复如下：",
        f"收到您在县政协十届二次会议上提出的{TOPIC}，现答复如下：",
    ),
    "cohandler-opinion": (
        f"贵局主办的{TOPIC}收悉，现将我局协办意见函告如下：",
        f"贵局主办的{TOPIC}收悉，现将我局协办意见函告如下：",
    ),
    "cohandler-send": (
        f"现将县政协十届二次会议第57号提案{TOPIC}协办意见送上。",
        f"现将县政协十届二次会议第57号提案{TOPIC}协办意见送上。",
    ),
    "cohandler-reply": (
        f"贵局转来的{TOPIC}收悉，结合我局职责，提出会办意见如下：",
        f"贵局转来的{TOPIC}收悉，结合我局职责，提出会办意见如下：",
    ),
    "thanks-first": (
        f"首先感谢您对交通工作的关心！您提出的{TOPIC}收悉，现答复如下：",
        f"您提出的{TOPIC}收悉，现答复如下：",
    ),
    "greeting-first": (f"您好！您提出的{TOPIC}收悉，现答复如下：", f"您提出的{TOPIC}收悉，现答复如下："),
    "session-first": (
        f"在县政协十届二次会议上，您提出的{TOPIC}收悉，现答复如下：",
        f"在县政协十届二次会议上，您提出的{TOPIC}收悉，现答复如下：",
    ),
    "body-follows": (
        f"您提出的{TOPIC}收悉，现答复如下：南门桥建于上世纪，桥面狭窄。",
        f"您提出的{TOPIC}收悉，现答复如下：",
    ),
    "traditional": (
        "您提出的《關於改造南門橋的提案》收悉，現答復如下：",
        "您提出的《關於改造南門橋的提案》收悉，現答復如下：",
    ),
    "colon-inside-topic": (
        "您提出的《关于改造南门桥：加固与拓宽的提案》收悉，现答复如下：",
        "您提出的《关于改造南门桥：加固与拓宽的提案》收悉，现答复如下：",
    ),
    "research-seriously": (
        f"您提出的{TOPIC}收悉，我局高度重视，经认真研究，现就有关情况答复如下：",
        f"您提出的{TOPIC}收悉，我局高度重视，经认真研究，现就有关情况答复如下：",
    ),
}


@pytest.mark.parametrize(("opening", "receipt"), RECEIPTS.values(), ids=RECEIPTS)
def test_receipt(opening: str, receipt: str) -> None:
    reply = reply_of(letter(TITLE, opening=opening))
    assert shown(reply.receipt) == receipt
    assert [a.name for a in reply.addressees] == ["钟毓秀"]


def test_text_behind_the_receipt_is_body() -> None:
    reply = reply_of(letter(TITLE, opening=f"您提出的{TOPIC}收悉，现答复如下：南门桥建于上世纪，桥面狭窄。"))
    assert reply.paragraphs[0].text == "南门桥建于上世纪，桥面狭窄。"


# opening → joint agencies as written
JOINT: dict[str, tuple[str, list[str]]] = {
    "none": (f"您提出的{TOPIC}收悉，现答复如下：", []),
    "jingshang": (f"您提出的{TOPIC}收悉，经商县财政局、县住建局，现答复如下：", ["县财政局", "县住建局"]),
    "jingshang-one": (f"您提出的{TOPIC}收悉。经商国家能源局，现答复如下：", ["国家能源局"]),
    "bingshang": (f"您提出的{TOPIC}收悉，并商省财政厅，现函告如下：", ["省财政厅"]),
    "shangqing": (f"您提出的{TOPIC}收悉，商请县公安局研究后，现答复如下：", ["县公安局"]),
    "huitong": (f"您提出的{TOPIC}收悉，我局会同县财政局、县公安局认真研究，现答复如下：", ["县财政局", "县公安局"]),
    "huitong-we": (f"您提出的{TOPIC}收悉，我委会同市教育局研究办理，现答复如下：", ["市教育局"]),
    "huitong-and": (f"您提出的{TOPIC}收悉，经会同县财政局和县公安局研究，现答复如下：", ["县财政局", "县公安局"]),
    "jingyu": (f"您提出的{TOPIC}收悉，经与县财政局、县公安局共同研究，现答复如下：", ["县财政局", "县公安局"]),
    "jingyu-grid": (
        f"您提出的{TOPIC}收悉，经与市财政局、国网怀化供电公司等协办单位研究，现答复如下：",
        ["市财政局", "国网怀化供电公司"],
    ),
    "jingyu-etc-departments": (
        f"您提出的{TOPIC}收悉，经与市财政局、市公安局等部门会商研究，现答复如下：",
        ["市财政局", "市公安局"],
    ),
    "etc-units": (f"您提出的{TOPIC}收悉，会同市财政局等单位研究，现答复如下：", ["市财政局"]),
    "etc-joint-units": (
        f"您提出的{TOPIC}收悉，我局会同市财政局、市公安局等会办单位认真办理，现答复如下：",
        ["市财政局", "市公安局"],
    ),
    "etc-related-departments": (
        f"您提出的{TOPIC}收悉，我局会同市财政局、市公安局等有关部门进行了认真研究，现答复如下：",
        ["市财政局", "市公安局"],
    ),
    "etc-count": (f"您提出的{TOPIC}收悉，经商市财政局、市公安局等5家单位，现答复如下：", ["市财政局", "市公安局"]),
    "hui-ban": (
        f"您提出的{TOPIC}收悉。该提案由我局主办，县财政局、县公安局会办。现答复如下：",
        ["县财政局", "县公安局"],
    ),
    "xie-ban": (f"您提出的{TOPIC}收悉。该提案由我局主办，县水利局协办。现答复如下：", ["县水利局"]),
    "xie-ban-by": (f"您提出的{TOPIC}收悉。此件由我局主办、县水利局协办，现答复如下：", ["县水利局"]),
    "asked-and-opinions": (
        f"您提出的{TOPIC}收悉。我局商县财政局、县住建局并征求石岭镇人民政府意见后，答复如下：",
        ["县财政局", "县住建局", "石岭镇人民政府"],
    ),
    "lead-and-helpers": (
        f"您提出的{TOPIC}收悉。该提案由县委组织部牵头，县财政局、县公安局配合办理。现答复如下：",
        ["县财政局", "县公安局"],
    ),
    "offices-of-the-own-house": (
        f"您提出的{TOPIC}收悉，我局高度重视，由分管领导牵头，法规处、督查室配合办理。现答复如下：",
        [],
    ),
    "lianhe": (f"您提出的{TOPIC}收悉，我局联合县文旅局进行了专题研究，现答复如下：", ["县文旅局"]),
    "yu-yidao": (f"您提出的{TOPIC}收悉，我局与县文旅局共同办理，现答复如下：", ["县文旅局"]),
    "zhengqiu": (f"您提出的{TOPIC}收悉，经征求县文旅局、县财政局意见，现答复如下：", ["县文旅局", "县财政局"]),
    "jiehe": (f"您提出的{TOPIC}收悉，结合县文旅局意见，现答复如下：", ["县文旅局"]),
    "goutong": (f"您提出的{TOPIC}收悉，经与县文旅局沟通，现答复如下：", ["县文旅局"]),
    "ministries": (f"您提出的{TOPIC}收悉，经商财政部、教育部，现答复如下：", ["财政部", "教育部"]),
    "half-width": ("您提出的《关于改造南门桥的提案》收悉,经商县财政局、县住建局,现答复如下:", ["县财政局", "县住建局"]),
    "party-organ": (f"您提出的{TOPIC}收悉，经商市委组织部、市委编办，现答复如下：", ["市委组织部", "市委编办"]),
    "court": (f"您提出的{TOPIC}收悉，会同县人民法院研究，现答复如下：", ["县人民法院"]),
    "government": (f"您提出的{TOPIC}收悉，会同石岭镇人民政府实地踏勘，现答复如下：", ["石岭镇人民政府"]),
    "committee-names-and": (
        f"您提出的{TOPIC}收悉，经商市发展和改革委员会、市住房和城乡建设局，现答复如下：",
        ["市发展和改革委员会", "市住房和城乡建设局"],
    ),
    "second-paragraph": (f"您提出的{TOPIC}收悉。\n\n经商县财政局，现答复如下：", ["县财政局"]),
    "with-you-talked": (f"您提出的{TOPIC}收悉，我局与您进行了电话沟通，现答复如下：", []),
    "organised-people": (f"您提出的{TOPIC}收悉，我局组织专人认真研究，现答复如下：", []),
    "handed-by": (f"您提出的{TOPIC}收悉，县政府办交我局办理，现答复如下：", []),
    "with-staff": (f"您提出的{TOPIC}收悉，我局会同技术人员实地查看，现答复如下：", []),
    "handed-to-be-led-and-helped": (
        f"您提出的{TOPIC}（第57号）已交我局主办、县水务局和南门镇人民政府会办，经研究，现答复如下：",
        ["县水务局", "南门镇人民政府"],
    ),
    "handed-to-be-led-the-answer-in-a-sentence-of-its-own": (
        f"您提出的{TOPIC}（第57号）已交我局主办、县水务局会办。结合会办意见，答复如下：",
        ["县水务局"],
    ),
    "with-related-departments": (f"您提出的{TOPIC}收悉，我局会同有关部门认真研究，现答复如下：", []),
}


@pytest.mark.parametrize(("opening", "organs"), JOINT.values(), ids=JOINT)
def test_joint_agencies(opening: str, organs: list[str]) -> None:
    assert [a.text for a in reply_of(letter(TITLE, opening=opening)).joint_agencies] == organs


def test_joint_work_in_a_measure_is_no_joint_handling() -> None:
    body = "一、加强巡查\n\n我局会同县公安局开展联合整治，查处违法行为12起。\n\n二、加大投入\n\n会同县财政局研究出台补贴办法。"
    assert reply_of(letter(TITLE, body=body)).joint_agencies == ()


# consultation in a paragraph that stands before the receipt sentence, or the matter told in two sentences
def test_answer_sentence_of_its_own_leaves_the_matter_to_the_one_before() -> None:
    reply = reply_of(
        letter(
            "", opening="您在县政协十届二次会议上提出的第57号提案《关于改造南门桥的提案》，我局高度重视。现答复如下："
        )
    )
    assert shown(matter_of(reply).number) == "57"
    assert (
        shown(reply.receipt)
        == "您在县政协十届二次会议上提出的第57号提案《关于改造南门桥的提案》，我局高度重视。现答复如下："
    )


def test_quote_that_never_closes_does_not_swallow_the_letter() -> None:
    reply = reply_of(letter(TITLE, opening="您提出的“关于改造南门桥的提案收悉，现答复如下："))
    assert shown(reply.receipt) == "您提出的“关于改造南门桥的提案收悉，现答复如下："
    assert len(reply.paragraphs) == 1


def test_receipt_over_lines_wrapped_by_hand() -> None:
    opening = "您在县政协十届二次会议上提出的《关于改造南门\n桥的提案》（第57号）收悉，经与县财政局、县公\n安局共同研究，现答复如下："
    reply = reply_of(letter(TITLE, opening=opening))
    assert shown(reply.receipt) == opening.replace("\n", "")
    assert (shown(matter_of(reply).title), [a.text for a in reply.joint_agencies]) == (
        "关于改造南门桥的提案",
        ["县财政局", "县公安局"],
    )


@pytest.mark.parametrize(
    "opening",
    [
        f"您提的{TOPIC}，乡人民政府研究后办理情况如下：",
        f"你们所提{TOPIC}，已由我局主办，现将情况说明如下：",
        f"贵支部提的{TOPIC}，县政府办已转我局承办。",
    ],
)
def test_receipt_of_what_somebody_put_forward(opening: str) -> None:
    reply = reply_of(letter("", opening=opening))
    assert reply.is_reply
    assert shown(reply.receipt) == opening
    assert shown(matter_of(reply).title) == "关于改造南门桥的提案"
    assert reply.citations == ()


def test_a_letter_that_hands_the_matter_on_is_not_the_matter() -> None:
    opening = "贵局《关于协办县政协十届二次会议第057号提案的函》收悉。对沈墨涵委员提出的“关于改造南门桥的提案”，我局意见如下："
    reply = reply_of(letter("关于县政协提案的协办意见", to="县交通运输局：", opening=opening))
    matter = matter_of(reply)
    assert (shown(matter.title), shown(matter.number)) == ("关于改造南门桥的提案", "057")
    assert [c.title.text for c in reply.citations] == ["关于协办县政协十届二次会议第057号提案的函"]


@pytest.mark.parametrize(
    "words",
    [
        "会办单位为县财政局、县水务局。现答复如下：",
        "（协办单位：县财政局、县水务局）现答复如下：",
        "配合单位有县财政局和县水务局。现将办理情况答复如下：",
    ],
)
def test_co_handlers_in_a_list_of_their_own(words: str) -> None:
    reply = reply_of(letter(TITLE, opening=f"您提出的{TOPIC}收悉，由我局办理，{words}"))
    assert [a.text for a in reply.joint_agencies] == ["县财政局", "县水务局"]
