"""Facts for the rules on structure and form: broken ends, placeholders, counts of points, attachments, the opinion's voice."""

from __future__ import annotations

import pytest

from govreply.model import Reply, Text
from govreply.readers import read as read_source
from tests.grammar.body_letter import DATE, ORGAN, letter, reply_of

BODY = "我局已将该路段列入年度养护计划，明确了责任单位和完成时限。"

ENDINGS: dict[str, tuple[str, str | None, bool]] = {
    "thanks-cut-in-a-word": ("感谢您对我州交通运输工作的关", "州交通运输工作的关", True),
    "thanks-cut-behind-de": ("最后，感谢您对我州交通运输工作的", "我州交通运输工作的", True),
    "cut-behind-and": ("下一步，我局将加强巡查，落实养护责任和", "查，落实养护责任和", True),
    "cut-behind-pause-mark": ("下一步，我局将加强巡查，落实责任单位、资", "查，落实责任单位、资", True),
    "full-stop-missing": ("下一步，我局将加强巡查，年底前完成养护任务", "，年底前完成养护任务", False),
    "complete": ("感谢您对交通运输工作的关心和支持。", None, False),
    "complete-exclamation": ("感谢您对交通运输工作的关心和支持！", None, False),
    "courtesy-without-stop": ("感谢您对交通运输工作的关心和支持", None, False),
    "reply-formula": ("专此答复", None, False),
    "wish": ("祝您工作顺利，身体健康", None, False),
    "purpose": ("下一步，我局将加强巡查，实现保畅通的目的", "，实现保畅通的目的", False),
}


@pytest.mark.parametrize(("thanks", "last", "broken"), ENDINGS.values(), ids=ENDINGS)
def test_ending(thanks: str, last: str | None, broken: bool) -> None:
    ending = reply_of(letter(BODY, thanks=thanks)).structure.ending
    if last is None:
        assert ending is None
    else:
        assert ending is not None
        assert ending.text.endswith(last)
        assert ending.broken is broken


def test_ending_of_a_text_without_signature() -> None:
    ending = reply_of(letter(BODY, thanks="感谢您对我州交通运输工作的关", tail=())).structure.ending
    assert ending is not None
    assert ending.broken


PLACEHOLDERS: dict[str, tuple[str, list[str]]] = {
    "crosses-as-field": ("感谢您对××工作的关心和支持。", ["××"]),
    "letters-as-field": ("感谢您对我市XX工作的关心和支持。", ["XX"]),
    "full-width-letters": ("感谢您对ＸＸ工作的关心和支持。", ["ＸＸ"]),
    "somebody-as-field": ("感谢您对某某事业的关心和支持。", ["某某"]),
    "empty-brackets": ("下一步，【】将加强巡查，落实养护责任。", ["【】"]),
    "bracketed-name": ("下一步，【单位名称】将加强巡查。", ["【单位名称】"]),
    "please-choose": ("该建议的办理结果为请选择，我局将加强巡查。", ["请选择"]),
    "mustache": ("下一步，{{organ}}将加强巡查。", ["{{organ}}"]),
    "year": ("该工程计划于20××年底完工，现正在招标。", ["20××年"]),
    "date": ("该工程于××年×月×日开工，现正在施工。", ["××年×月×日"]),
    "session": ("您在州政协××届××次会议上的发言我局已研究。", ["××届××次"]),
    "underscores": ("该工程总投资____万元，现正在招标。", ["____"]),
    "hidden-person": ("您与李××委员联名提出的建议我局已研究。", []),
    "hidden-place": ("XX小区和××路口已完成改造。", []),
    "anybody": ("某某企业反映的问题已解决。", []),
    "product": ("箱涵断面为2×3米，共4×12个。", []),
    "bracketed-words": ("我局已填写【征询意见表】并寄出。", []),
    "fill-in-the-form": ("收到答复后（请填写征询意见表）寄回我局。", []),
}


@pytest.mark.parametrize(("sentence", "expected"), PLACEHOLDERS.values(), ids=PLACEHOLDERS)
def test_placeholders(sentence: str, expected: list[str]) -> None:
    found = reply_of(letter(BODY, sentence)).structure.placeholders
    assert [p.text for p in found] == expected


def test_placeholder_in_the_title() -> None:
    text = letter(BODY).replace("九届三次会议第108号", "××届××次会议第108号", 1)
    assert [p.text for p in reply_of(text).structure.placeholders] == ["××届××次"]


REQUESTED: dict[str, tuple[str, str | None, int]] = {
    "three-points": ("您在提案中提出了三点建议，我局逐条研究。", "三点建议", 3),
    "arabic": ("您提出的5条建议我局逐条研究。", "5条建议", 5),
    "two": ("委员在提案中提出两个方面的意见。", "两个方面的意见", 2),
    "concrete": ("贵委在提案中提出的四项具体建议我局逐条研究。", "四项具体建议", 4),
    "some": ("您提出的几点建议我局逐条研究。", None, 0),
    "own-measures": ("我局提出了三项措施，逐条落实。", None, 0),
}


@pytest.mark.parametrize(("sentence", "shown", "count"), REQUESTED.values(), ids=REQUESTED)
def test_requested(sentence: str, shown: str | None, count: int) -> None:
    requested = reply_of(letter(sentence, BODY)).structure.requested
    assert (requested.text if requested else None, requested.count if requested else 0) == (shown, count)


def test_attachments_that_follow() -> None:
    tail = (
        "附件：1.路段清单；",
        "2.养护方案",
        ORGAN,
        DATE,
        "附件1",
        "路段清单",
        "共12段。",
        "附件2：",
        "养护方案",
        "分两年实施。",
    )
    structure = reply_of(letter(BODY, tail=tail)).structure
    assert [(b.text, b.ordinal) for b in structure.attachment_bodies] == [("附件1", 1), ("附件2：", 2)]
    assert [s.text for s in structure.attachment_stops] == ["；"]


def test_a_note_alone_has_no_bodies() -> None:
    structure = reply_of(letter(BODY, tail=("附件：路段清单", ORGAN, DATE))).structure
    assert structure.attachment_bodies == ()
    assert structure.attachment_stops == ()


FORM = (
    "州政协提案办理情况见面征询意见表\n"
    "提案者\t格桑\t提案编号\t第108号\n"
    "承办单位\t海西州交通运输局\t\t\n"
    "结果评价\t☑满意 ☐基本满意 ☐不满意\t\t\n"
    "答复公开\t{disclosure}\t\t\n"
    "对办理工作的意见\t{opinion}\t\t\n"
    "委员签名\t{signature}\t\t\n"
)


def _form(opinion: str = "满意", signature: str = "格桑", disclosure: str = "☑同意公开 ☐不同意公开") -> Reply:
    form = FORM.format(opinion=opinion, signature=signature, disclosure=disclosure)
    return reply_of(letter(BODY, gap="\n") + "\n" + form)


VOICES: dict[str, tuple[str, dict[str, list[str]]]] = {
    "beside-the-question": ("答复答非所问，请重新办理。", {"negative": ["答非所问", "请重新办理"]}),
    "not-accepted": ("对这样的结果不能认可。", {"negative": ["不能认可"]}),
    "no-answer-given": ("核心诉求没有得到回应。", {"negative": ["没有得到回应"]}),
    "dissatisfied": ("对办理结果不满意。", {"negative": ["不满意"]}),
    "disappointed": ("对答复深感失望。", {"negative": ["深感失望"]}),
    "doubly-negated": ("没有不满意的地方。", {"negative": []}),
    "condition": ("如果答非所问，将再次提出。", {"negative": []}),
    "old-problem": ("该问题多年没有得到回应，今年已解决。", {"negative": []}),
    "avoided": ("希望今后不再敷衍。", {"negative": []}),
    "satisfied": ("对办理结果表示满意。", {"positive": ["满意"], "negative": []}),
    "rate": ("满意度调查已填写。", {"positive": []}),
    "not-satisfied-is-no-praise": ("对办理结果不太满意。", {"positive": [], "negative": ["不太满意"]}),
    "received": ("贵局寄来的答复已收悉。", {"by_letter": ["寄来的答复已收悉"], "met": []}),
    "met": ("贵局上门面商后寄来的答复已收悉。", {"met": ["上门", "面商"]}),
    "draft": ("对答复初稿没有意见。", {"draft": ["初稿"]}),
    "as-agency": ("我局高度重视，已列入计划。", {"as_agency": ["我局高度"]}),
    "your-bureau": ("贵局高度重视，已列入计划。", {"as_agency": []}),
    "quoted": ("答复称“我局将逐年改造”，请落实。", {"as_agency": []}),
}


@pytest.mark.parametrize(("opinion", "expected"), VOICES.values(), ids=VOICES)
def test_voice(opinion: str, expected: dict[str, list[str]]) -> None:
    voice = _form(opinion).structure.voice
    assert voice is not None
    assert {name: [w.text for w in getattr(voice, name)] for name in expected} == expected


def test_facts_of_the_form() -> None:
    structure = _form().structure
    assert structure.meeting is not None
    assert structure.meeting.text == "州政协提案办理情况见面征询意见表"
    assert structure.form_signature is not None
    assert structure.form_signature.value.text == "格桑"
    assert structure.refusal is None


def test_an_empty_place_for_the_signature() -> None:
    signature = _form(signature="").structure.form_signature
    assert signature is not None
    assert (signature.label.text, signature.value.text) == ("委员签名", "")


@pytest.mark.parametrize(
    ("disclosure", "refusal"),
    [
        ("☐同意公开 ☑不同意公开", "不同意公开"),
        ("☐同意 ☑不同意", "不同意"),
        ("☐是 ☑否", "否"),
        ("☑同意公开 ☐不同意公开", None),
        ("☑同意公开 ☑不同意公开", None),
        ("☐同意公开 ☐不同意公开", None),
    ],
    ids=["words", "short", "yes-no", "agreed", "both", "neither"],
)
def test_refusal(disclosure: str, refusal: str | None) -> None:
    found = _form(disclosure=disclosure).structure.refusal
    assert (found.text if found else None) == refusal


def test_a_second_disclosure_mark() -> None:
    tail = (ORGAN, DATE, "（此件公开发布）", "公开属性：依申请公开")
    second = reply_of(letter(BODY, tail=tail)).structure.second_disclosure
    assert second is not None
    assert second.text == "公开属性：依申请公开"
    assert reply_of(letter(BODY, tail=(ORGAN, DATE, "（此件公开发布）"))).structure.second_disclosure is None


def test_lost_full_width_signs() -> None:
    text = letter(BODY.replace("，", ","), "一、抓紧施工,及时通车;保证质量.", thanks="感谢您对交通运输工作的关心!")
    assert reply_of(text).structure.plain
    assert not reply_of(letter(BODY)).structure.plain


def test_spans_lead_to_the_words() -> None:
    text = (
        letter(BODY, "感谢您对××工作的关注，请监督", thanks="")
        + "\n"
        + FORM.format(opinion="答复避重就轻。", signature="格桑", disclosure="☐同意公开 ☑不同意公开")
    )
    source, structure = read_source(text, "letter.txt").source.text, reply_of(text).structure
    assert structure.voice is not None
    found: list[Text] = [*structure.placeholders, *structure.voice.negative, *filter(None, (structure.refusal,))]
    assert [source[t.span.start : t.span.end] for t in found] == ["××", "避重就轻", "不同意公开"]
