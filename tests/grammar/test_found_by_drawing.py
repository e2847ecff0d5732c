"""Forms that the round trip of drawn letters once showed to be misread, each as the shortest letter that shows it."""

from __future__ import annotations

import pytest

from govreply import api
from govreply.model import DisclosureValue, Level, Reply

TITLE = "对市政协十四届二次会议第117号提案的答复"
RECEIPT = "　　您提出的《关于加强绿道建设的提案》收悉，现答复如下："
BODY = "　　今年以来已完成绿道改造12处并投入资金350万元，沿线设施逐一登记造册。"


def read(*, title: str = TITLE, head: str = "", receipt: str = RECEIPT, body: str = BODY, tail: str = "") -> Reply:
    lines = ("黄石市园林局", head, title, "陆承安委员：", receipt, body, tail)
    return api.parse("\n".join(line for line in lines if line) + "\n", "letter.txt")


@pytest.mark.parametrize(
    ("named", "level"),
    [
        pytest.param("十届市人大三次会议", Level.MUNICIPAL, id="unit-behind-the-term"),
        pytest.param("十三届区人大二次会议", Level.COUNTY, id="district-behind-the-term"),
        pytest.param("七届盟人大五次会议", Level.MUNICIPAL, id="league-behind-the-term"),
        pytest.param("第十四届阳新县人民代表大会第二次会议", Level.COUNTY, id="named-place-behind-the-term"),
        pytest.param("中国人民政治协商会议阳新县第十届委员会第二次会议", Level.COUNTY, id="full-name-of-the-cppcc"),
    ],
)
def test_level_of_the_assembly(named: str, level: Level) -> None:
    word = "提案" if "政治协商" in named else "建议"
    matter = read(title=f"关于{named}第9号{word}的答复").matter
    assert matter is not None
    assert matter.assembly is not None
    assert matter.assembly.level is level


@pytest.mark.parametrize(
    ("receipt", "topic"),
    [
        pytest.param(
            "您提出的关于打造“一刻钟”便民圈的提案（第117号）收悉，现答复如下：",
            "关于打造“一刻钟”便民圈的提案",
            id="quoted-word-in-a-bare-topic",
        ),
        pytest.param("您们“完善绿道布局”的提案收悉，现答复如下：", "完善绿道布局", id="behind-ninmen"),
        pytest.param(
            "贵单位《关于加强绿道建设的提案》收悉，现答复如下：", "关于加强绿道建设的提案", id="behind-guidanwei"
        ),
        pytest.param(
            "收到您提出的关于加强绿道建设的提案后，我们高度重视，现答复如下。",
            "关于加强绿道建设的提案",
            id="before-hou",
        ),
    ],
)
def test_topic(receipt: str, topic: str) -> None:
    matter = read(receipt=receipt).matter
    assert matter is not None
    assert matter.title is not None
    assert matter.title.text == topic


def test_plenary_session_before_two_numbers_is_no_topic() -> None:
    reply = read(title="关于市政协十四届二次全体会议第15、16号提案的答复", receipt="　　您提出的提案收悉，现答复如下：")
    assert [m.number.text for m in reply.matters if m.number] == ["15", "16"]


def test_category_is_no_second_number() -> None:
    reply = read(title="关于政协第十四届全国委员会第二次会议第02650号（农业水利类031号）提案答复的函")
    assert [m.number.text for m in reply.matters if m.number] == ["02650"]


def test_letterhead_is_no_half_of_a_title() -> None:
    text = f"黄石市园林局文件\n市政协十四届二次会议\n第117号提案的答复\n陆承安委员：\n{RECEIPT}\n{BODY}\n"
    title = api.parse(text, "letter.txt").title
    assert title is not None
    assert title.text == "市政协十四届二次会议第117号提案的答复"


def test_class_behind_a_number_with_label() -> None:
    reply = read(head="文号：黄园函〔2023〕4号 B")
    assert reply.document_number is not None
    assert reply.document_number.text == "黄园函〔2023〕4号"
    assert reply.disposition is not None
    assert reply.disposition.code == "B"


@pytest.mark.parametrize(
    ("tail", "value"),
    [
        pytest.param("公开属性：不予公开\n黄石市园林局\n2023年5月6日", DisclosureValue.WITHHELD, id="labelled-above"),
        pytest.param("此件公开发布\n黄石市园林局\n2023年5月6日", DisclosureValue.PUBLIC, id="without-brackets-above"),
    ],
)
def test_own_disclosure_goes_before_that_of_the_page(tail: str, value: DisclosureValue) -> None:
    page = "索引号：K12/2023-4\n发布机构：黄石市园林局\n公开方式：依申请公开\n"
    letter = f"黄石市园林局\n{TITLE}\n陆承安委员：\n{RECEIPT}\n{BODY}\n{tail}\n"
    reply = api.parse(page + letter, "letter.txt")
    assert reply.disclosure is not None
    assert reply.disclosure.value is value


FORM = "提案办理情况征询意见表\n提案者\t陆承安\t提案编号\t第117号\n提案标题\t关于加强绿道建设的提案\n"


@pytest.mark.parametrize(
    ("rows", "selected"),
    [
        pytest.param(
            "结果评价\t满意\t基本满意\t不满意\n\t√\t\t\n办理人员态度\t满意\t基本满意\t不满意\n\t\t\t\n意见和建议\t\n",
            [("满意",), ()],
            id="blank-boxes-below",
        ),
        pytest.param("办理人员态度\t满意\t\t基本满意\t\t不满意\t\n意见和建议\t\n", [()], id="blank-boxes-beside"),
    ],
)
def test_empty_opinion_below_empty_boxes(rows: str, selected: list[tuple[str, ...]]) -> None:
    form = read(tail="黄石市园林局\n2023年5月6日\n" + FORM + rows).feedback
    assert form is not None
    assert [c.selected for c in form.choices] == selected
    assert form.opinion is not None
    assert form.opinion.text == ""


def test_opinion_that_acknowledges_the_reply_stays_on_the_form() -> None:
    tail = f"黄石市园林局\n2023年5月6日\n{FORM}结果评价\t☑满意 ☐不满意\n对办理工作的意见：\n　　贵局对第117号提案的答复收悉，满意。"
    reply = read(tail=tail)
    assert reply.signature is not None
    assert reply.signature.date == "2023-05-06"
    assert reply.feedback is not None
    assert reply.feedback.opinion is not None
    assert reply.feedback.opinion.text == "贵局对第117号提案的答复收悉，满意。"


def test_table_that_tells_of_the_page_is_no_form() -> None:
    page = f"索引号\tK12/2023-4\n发布机构\t黄石市园林局\n标题\t{TITLE}\n文号\t黄园函〔2023〕4号\n公开方式\t主动公开\n"
    reply = api.parse(f"{page}陆承安委员：\n{RECEIPT}\n{BODY}\n", "letter.txt")
    assert reply.feedback is None
    assert reply.title is not None
    assert reply.title.text == TITLE
    assert [a.name for a in reply.addressees] == ["陆承安"]


def test_dates_on_a_flattened_line() -> None:
    body = "一、加强管护。" + BODY.strip() * 4
    line = f"{TITLE} 陆承安委员： {RECEIPT.strip()} {body} 特此函告。 2023-05-06 联系人：许明 邮政编码：435000"
    reply = api.parse(line, "letter.txt")
    assert reply.signature is not None
    assert reply.signature.date == "2023-05-06"
    assert [c.name.text for c in reply.contacts if c.name] == ["许明"]


def test_tail_begins_behind_a_sentence_that_ends_at_the_margin() -> None:
    sentence = "　　" + "绿道沿线设施逐一登记造册并落实管护责任人" * 2 + "。"
    text = "\n".join(
        [
            "黄石市园林局",
            TITLE,
            "陆承安委员：",
            RECEIPT,
            *[sentence] * 6,
            "附件：1.绿道名录",
            "2.管护名单",
            "黄石市园林局",
        ]
    )
    assert [a.text for a in api.parse(text, "letter.txt").attachments] == ["绿道名录", "管护名单"]


def test_lines_of_a_form_of_even_width_are_not_joined() -> None:
    form = (
        "代表姓名：温若兰、祝永年、姬文博、卓远航",
        "建议标题：关于修缮校门前人行步道砖的建议",
        "承办单位：海西州交通运输局综合规划科室",
        "沟通地点：海西州交通运输局三楼大会议室",
        "办理结果：□满意 □基本满意 √不满意",
        "办理态度：□满意 √基本满意 □不满意",
    )
    reply = read(tail="\n".join(("2023年6月5日", "代表建议办理情况反馈表", *form)))
    assert reply.feedback is not None and reply.feedback.organ is not None
    assert reply.feedback.organ.text == "海西州交通运输局综合规划科室"
    assert "lines-rejoined" not in [d.code for d in reply.diagnostics]


@pytest.mark.parametrize("gap", [" ", "　　"], ids=["one-blank", "indents"])
@pytest.mark.parametrize("place", ["before-organ", "before-contacts"])
def test_answered_disclosure_on_a_flattened_page(gap: str, place: str) -> None:
    answer_first = ("是否同意公开：是",) if place == "before-organ" else ()
    answer_last = () if answer_first else ("是否同意公开：是",)
    parts = (
        TITLE,
        "陆承安委员：",
        RECEIPT.strip(),
        f"一、现状。{BODY.strip()}",
        "感谢您对我们工作的关心和支持。",
        *answer_first,
        "黄石市园林局",
        "2023年6月5日",
        *answer_last,
        "负责人：温若兰",
        "电话：0714-6220001",
    )
    reply = api.parse(gap.join(parts), "page.txt")
    assert reply.disclosure is not None and reply.disclosure.value is DisclosureValue.PUBLIC
    assert reply.signature is not None and [a.text for a in reply.signature.agencies] == ["黄石市园林局"]
    assert [c.name.text for c in reply.contacts if c.name] == ["温若兰"]


def test_title_without_an_item_word_may_name_a_range_of_numbers() -> None:
    title = "关于市政协九届三次会议《打造便民服务圈》（第176-179号）的答复"
    reply = read(title=title)
    assert reply.title is not None and reply.title.text == title


def test_next_steps_behind_answers_to_suggestions_are_no_part_of_the_last_item() -> None:
    body = "\n".join(
        (
            "　　对建议一的答复：我局编制了年度实施计划，明确了责任部门和完成时限，并按月对进度情况进行通报。",
            "　　1.近年来持续加大投入力度，先后新建改建绿道服务站点36个，覆盖全部街道和主要居民小区，目前设施运行平稳。",
            "　　2.今年以来已完成绿道改造12处并投入资金350万元，同时对沿线设施逐一登记造册，形成了较为完整的底数台账。",
            "　　下一步，我局将继续加大工作力度，推动各项措施落地见效。",
        )
    )
    reply = read(body=body)
    (section,) = reply.sections
    assert section.measures[-1].text.endswith("底数台账。")
    assert [p.text for p in reply.outlook] == ["下一步，我局将继续加大工作力度，推动各项措施落地见效。"]


def test_two_organs_above_a_form_both_sign() -> None:
    form = "人大代表建议办理情况征询意见表\n代表姓名\t白帆\t建议编号\t582\n结果评价\t■满意 □基本满意 □不满意"
    tail = "　　感谢您的关心！\n沧源佤族自治县人民政府\n政协沧源佤族自治县委员会\n" + form
    reply = read(tail=tail)
    assert reply.signature is not None
    assert [a.text for a in reply.signature.agencies] == ["沧源佤族自治县人民政府", "政协沧源佤族自治县委员会"]
    assert reply.feedback is not None
    assert reply.feedback.title is not None
    assert reply.feedback.title.text == "人大代表建议办理情况征询意见表"
