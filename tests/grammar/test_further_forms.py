"""Forms of letters that were first met in letters of other offices: what each used to lose is read."""

from __future__ import annotations

import pytest

from govreply.model import Reply
from tests.grammar import body_letter, page_letter
from tests.grammar.head_letter import DATE, letter, matter_of, reply_of, shown

ORGAN = "丰溪县交通运输局"
TITLE = "关于县政协十届二次会议第57号提案的答复"
OWN = "我局已安排专人办理，相关工作正在有序推进。"


def contacts(*lines: str) -> list[tuple[str | None, str | None, list[str]]]:
    reply = body_letter.reply_of(body_letter.letter(OWN, tail=[body_letter.ORGAN, body_letter.DATE, *lines], gap="\n"))
    return [(shown(c.role), shown(c.name), [p.text for p in c.phones]) for c in reply.contacts]


# --- contacts ---


def test_a_post_is_a_label_where_a_name_and_a_number_follow() -> None:
    assert contacts("分管副局长：柏 映 雪　2296015", "法制科科长：杜 若 川　2296031") == [
        ("分管副局长", "柏映雪", ["2296015"]),
        ("法制科科长", "杜若川", ["2296031"]),
    ]
    assert contacts("局长：苗 文 舟　电话：5330011") == [("局长", "苗文舟", ["5330011"])]
    assert contacts("承办检察官：甘 棠　0570-6529118；检察官助理：纪 晓 岚　0570-6529120") == [
        ("承办检察官", "甘棠", ["0570-6529118"]),
        ("检察官助理", "纪晓岚", ["0570-6529120"]),
    ]


def test_a_post_in_a_sentence_is_no_label() -> None:
    body = "领导小组已经成立。组长：苗文舟，副组长：杜若川，成员为各股室负责人。"
    reply = body_letter.reply_of(body_letter.letter(body, tail=[body_letter.ORGAN, body_letter.DATE]))
    assert reply.contacts == ()


def test_an_office_with_brackets_in_front_of_a_name_is_none() -> None:
    assert contacts("联系人：立案庭（诉讼服务中心）　时 念 安", "联系电话：0878-7711256") == [
        ("联系人", "时念安", ["0878-7711256"])
    ]


def test_a_list_of_persons_below_their_label() -> None:
    assert contacts("联系人：", "县水利局　段知遥　0512-85182233", "县财政局　元 白　0512-85182610") == [
        ("联系人", "段知遥", ["0512-85182233"]),
        ("联系人", "元白", ["0512-85182610"]),
    ]


def test_a_hotline_is_nobodys_name() -> None:
    found = contacts("联系人：段知遥　24小时热线：0515-96968")
    assert [(role, name) for role, name, _ in found if name] == [("联系人", "段知遥")]


# --- addressees, organs that took part ---


def test_a_committee_with_and_in_its_name_is_one_addressee() -> None:
    reply = reply_of(letter(ORGAN, TITLE, to="县政协社会和法制委员会："))
    assert [a.text for a in reply.addressees] == ["县政协社会和法制委员会"]


@pytest.mark.parametrize(
    ("behind", "organs"),
    [
        ("。我局作为主办单位，与会办单位县财政局、国家税务总局丰溪县税务局一起，做了大量工作。现答复如下：", 2),
        ("。我局专题研究，并商县财政局、东桥乡人民政府同意，现答复如下：", 2),
    ],
)
def test_organs_that_took_part(behind: str, organs: int) -> None:
    reply = reply_of(letter(ORGAN, TITLE, opening=f"您提出的《关于改造南门桥的提案》收悉{behind}", end=(ORGAN, DATE)))
    assert len(reply.joint_agencies) == organs
    assert all(a.text[:2] not in ("会办", "同意") and "同意" not in a.text for a in reply.joint_agencies)


# --- what is answered, and whether anything is ---


def test_the_session_may_stand_in_brackets_below_the_title() -> None:
    head = ("丰溪县第一医院", "丰溪县第一医院对县人大代表建议（第0316号）的答复", "（县七届人大四次会议）")
    reply = reply_of(letter(*head, to="钟毓秀代表：", opening="您提出的“关于增设夜间门诊的建议”收悉，现答复如下："))
    matter = matter_of(reply)
    assert (matter.term, matter.session, shown(matter.number)) == (7, 4, "0316")
    assert matter.assembly is not None
    assert (matter.assembly.body, matter.assembly.level) == ("npc", "county")
    assert shown(reply.title) == head[1]


def test_deputies_of_an_assembly_name_it_between_its_sessions() -> None:
    title = "关于市人大代表闭会期间第B08号建议的答复"
    reply = reply_of(
        letter(ORGAN, title, to="钟毓秀代表：", opening="您提交的《关于增设充电桩的建议》收悉。现答复如下：")
    )
    matter = matter_of(reply)
    assert matter.assembly is not None
    assert (matter.assembly.body, matter.assembly.level, shown(matter.number)) == ("npc", "municipal", "B08")


def test_a_suggestion_without_a_topic_is_answered() -> None:
    opening = "你在县十九届人大三次会议上提的建议（第102号），我镇办理如下："
    reply = reply_of(letter("东桥镇人民政府对县人大代表建议的答复", to="钟毓秀代表：", opening=opening))
    matter = matter_of(reply)
    assert reply.is_reply
    assert (matter.kind, matter.term, matter.session, shown(matter.number)) == ("suggestion", 19, 3, "102")


def test_a_report_of_one_who_helps_is_a_reply() -> None:
    opening = "钟毓秀代表提出的《关于改造泵房的建议》由贵局主办、我公司协办。我公司认真梳理，现将办理情况汇报如下。"
    title = "关于县九届人大四次会议第187号建议办理情况的汇报"
    reply = reply_of(letter("丰溪县水务公司", title, to="县城市管理局：", opening=opening))
    assert reply.is_reply
    assert shown(matter_of(reply).number) == "187"


def test_a_letter_that_asks_others_for_their_opinions_is_none() -> None:
    title = "关于商请提供县政协六届四次会议第18号提案会办意见的函"
    opening = "县政协六届四次会议期间，钟毓秀委员提出的《关于开通专线的提案》（第18号）收悉。现将有关事项函商如下："
    reply = reply_of(letter(ORGAN, title, to="县公安局、县财政局：", opening=opening, body="请于4月30日前反馈。"))
    assert not reply.is_reply
    answer = "关于征求县政协六届四次会议第18号提案会办意见的复函"
    assert reply_of(letter(ORGAN, answer, to="县公安局：", opening=opening)).is_reply


def test_a_number_at_the_start_of_an_opinion_may_lack_its_first_sign() -> None:
    form = "县政协提案办理情况评议表\n\n提案号：104075\n\n提案单位：民建支部\n\n满意程度：☑满意 ☐不满意\n\n意见：104075号提案办得扎实。"
    reply = reply_of(letter(ORGAN, TITLE) + "\n\n" + form)
    assert reply.feedback is not None
    assert reply.feedback.opinion is not None
    assert [shown(m.number) for m in reply.feedback.opinion.matters] == ["104075"]


# --- pages ---


def test_a_sentence_that_speaks_of_technical_support_is_no_footer() -> None:
    line = "第一，项目支持。安排资金220万元；第二，技术支持。聘请专家5名；第三，销售支持。签订协议。"
    reply = reply_of(letter(ORGAN, TITLE, body=f"一、支持措施\n\n{line}\n\n二、下步打算\n\n争取用地。"))
    assert [shown(s.heading) for s in reply.sections] == ["支持措施", "下步打算"]
    assert [shown(m.marker) for m in reply.sections[0].measures] == ["第一", "第二", "第三"]


def test_a_side_list_with_bullets_ends_where_they_end() -> None:
    lines = "".join(f"{line}<br>" for line in (*page_letter.HEAD, *page_letter.SIGNED))
    page = (
        "<html><body><table><tr><td><b>栏目列表</b><br>·人大建议<br>·政协提案<br>·办理公示<br></td>"
        f"<td><font>{lines}</font></td></tr></table></body></html>"
    )
    reply: Reply = page_letter.read_html(page)
    assert shown(reply.title) == page_letter.HEAD[2]
    assert reply.document_number is not None


def test_a_cell_beside_the_letter_does_not_shorten_its_organ() -> None:
    letter_lines = "".join(
        f"{line}<br/>" for line in ("临川市丰溪县农业农村局" + TITLE, *page_letter.HEAD[3:], *page_letter.SIGNED[1:])
    )
    page = (
        "<html><body><table><tr><td>主办单位</td><td>县农业农村局</td></tr><tr><td>丰溪县农业农村局</td></tr>"
        f"<tr><td>答复内容</td><td>{letter_lines}</td></tr></table></body></html>"
    )
    reply = page_letter.read_html(page)
    assert shown(reply.issuer) == "临川市丰溪县农业农村局"


# --- lists ---


def test_numbered_lines_without_stops_are_a_list_where_nothing_stands_below_them() -> None:
    lines = ("1. 编制完成《总体规划》，9月通过评审", "2. 引进酒店2家，完成改造11处", "3. 开通直通车")
    body = "\n\n".join(("（一）招商", *lines, "（二）要素", "要素已经落实。"))
    first, _ = reply_of(letter(ORGAN, TITLE, body=body)).sections
    assert ([m.ordinal for m in first.measures], first.sections) == ([1, 2, 3], ())


def test_numbered_headings_without_commas_or_with_text_below_stay_headings() -> None:
    bare = ("1. 编制规划", "2. 引进酒店")
    filled = ("1. 编制规划，通过评审", "规划已经评审。", "2. 引进酒店，完成改造", "酒店已经开业。")
    for lines in (bare, filled):
        body = "\n\n".join(("（一）招商", *lines, "（二）要素", "要素已经落实。"))
        first, _ = reply_of(letter(ORGAN, TITLE, body=body)).sections
        assert ([s.ordinal for s in first.sections], first.measures) == ([1, 2], ())


# --- tails ---


def test_a_list_of_recipients_that_was_cut_at_a_width_goes_on() -> None:
    tail = [
        body_letter.ORGAN,
        body_letter.DATE,
        "抄送：市人大常委会选举任免代表联络工作委员会，市政府督查",
        "      室，市发展和改革委员会。",
    ]
    reply = body_letter.reply_of(body_letter.letter(OWN, tail=tail, gap="\n"))
    assert [c.text for c in reply.copies] == [
        "市人大常委会选举任免代表联络工作委员会",
        "市政府督查室",
        "市发展和改革委员会",
    ]


def test_what_is_left_of_a_broken_form_signs_no_letter() -> None:
    form = (
        "县政协提案办理情况征询意见表",
        "提案编号：57　提案者：钟毓秀",
        "承办单位：丰溪县交通运输局",
        "办理结果：☑满意 ☐不满意",
        "对办理结果的评",
        "见附页，请予考虑，谢谢。",
        "2023年7月",
        "28日",
    )
    reply = reply_of(letter(ORGAN, TITLE, end=(ORGAN, DATE, "联系人：段知遥　电话：85182233", *form)))
    assert reply.signature is not None
    assert (reply.signature.date, [a.text for a in reply.signature.agencies]) == ("2023-06-12", [ORGAN])
    assert [shown(c.name) for c in reply.contacts] == ["段知遥"]


# --- letters in word processors ---


def test_the_table_at_the_end_of_a_letter_holds_its_copies() -> None:
    lines = "".join(f"<p>{line}</p>" for line in (*page_letter.HEAD, *page_letter.SIGNED))
    imprint = (
        "<table border=1><tr><td colspan=2>抄送：市政府办公厅，市政协提案委。</td></tr>"
        "<tr><td>石嘴山市交通运输局办公室</td><td>2023年6月15日印发</td></tr></table>"
    )
    reply = page_letter.read_html(f"<html><body>{lines}{imprint}</body></html>")
    assert [c.text for c in reply.copies] == ["市政府办公厅", "市政协提案委"]
    assert [d.detail for d in reply.diagnostics if d.code == "left-over"] == []


def test_two_districts_organs_on_one_row_are_two() -> None:
    row = "宣城市宣州区文化和旅游局宣城市宣州区住房和城乡建设局"
    reply = reply_of(letter(row, "宣城市宣州区财政局", "关于区政协五届四次会议第104号提案的联合答复"))
    assert shown(reply.issuer) == "宣城市宣州区文化和旅游局"


def test_a_name_of_five_signs_set_wide_is_whole() -> None:
    reply = reply_of(letter(ORGAN, "丰水字〔2024〕88号　　　　　　签发人：白 音 额 尔 敦", TITLE))
    assert (shown(reply.signer), shown(reply.document_number)) == ("白音额尔敦", "丰水字〔2024〕88号")


def test_the_answer_to_whether_it_may_be_published_may_stand_by_itself() -> None:
    reply = reply_of(letter(ORGAN + "提案答复", "丰水函〔2023〕12号", "是否公开：是", ORGAN + TITLE))
    assert reply.disclosure is not None
    assert reply.disclosure.value == "public"


def test_a_title_of_which_the_work_stands_on_a_row_of_its_own() -> None:
    reply = reply_of(letter(ORGAN, "关于县政协十一届三次会议第36号提案", "办理情况的答复"))
    assert shown(reply.title) == "关于县政协十一届三次会议第36号提案办理情况的答复"
    assert shown(matter_of(reply).number) == "36"


def test_a_district_of_a_municipality_answers_its_assembly() -> None:
    reply = reply_of(letter("重庆市巴南区人民政府", "重庆市巴南区人民政府关于市政协六届二次会议第57号提案的复函"))
    assembly = matter_of(reply).assembly
    assert assembly is not None
    assert assembly.level == "provincial"


@pytest.mark.parametrize(
    ("title", "opening", "is_reply"),
    [
        (
            "丰溪县人民政府关于同意调整供水价格的批复",
            "你局《关于调整供水价格的请示》（丰发改请〔2024〕19号）收悉。该事项涉及县政协十届三次会议第44号提案，现批复如下：",
            False,
        ),
        (
            "关于《丰溪县提案办理办法（征求意见稿）》的复函",
            "你办《关于征求〈丰溪县提案办理办法（征求意见稿）〉意见的函》收悉。经研究，现函复如下：",
            False,
        ),
        (
            "关于申请调整县政协八届五次会议第58号提案主办单位的函",
            "《关于规范自办宴席的提案》（第58号）收悉。现将有关意见函告如下：",
            False,
        ),
        (
            "关于县政协八届五次会议第58号提案的会办意见",
            "贵局《关于商请提供第58号提案会办意见的函》收悉。现提出会办意见如下：",
            True,
        ),
    ],
)
def test_answers_to_other_papers_are_no_replies(title: str, opening: str, is_reply: bool) -> None:
    assert reply_of(letter(ORGAN, title, to="县发展和改革局：", opening=opening)).is_reply is is_reply


def test_a_tick_among_options_in_cells_is_no_head_of_what_stands_below() -> None:
    form = (
        "<table border=1><tr><td>提案编号</td><td>第29号</td><td>提案人</td><td>钟毓秀</td></tr>"
        "<tr><td>对办理结果</td><td>√满意</td><td>基本满意</td><td>不满意</td></tr>"
        "<tr><td>反馈意见</td><td>很有用，第29号提案的目的达到了。</td><td></td><td></td></tr></table>"
    )
    lines = "".join(f"<p>{line}</p>" for line in (*page_letter.HEAD, *page_letter.SIGNED))
    reply = page_letter.read_html(f"<html><body>{lines}<p>市政协提案办理情况反馈表</p>{form}</body></html>")
    assert reply.feedback is not None
    (rating,) = reply.feedback.choices
    assert [o.label.text for o in rating.options if o.checked] == ["满意"]
    assert reply.feedback.opinion is not None
    assert reply.feedback.opinion.text.startswith("很有用")


def test_a_title_with_a_label_gives_way_to_the_letters_own() -> None:
    own = "关于县政协十届二次会议第57号提案的答复"
    reply = reply_of(letter(f"title: {ORGAN}{own}", ORGAN, own))
    assert shown(reply.title) == own
