"""The feedback form in every layout: tables, tab text, plain lines, one cell per line, inside the letter or by itself."""

from __future__ import annotations

import pytest

from govreply.model import Feedback
from tests.grammar.page_letter import (
    CONTACT,
    HEAD,
    SIGNED,
    assert_letter_is_whole,
    form_of,
    html_letter,
    read_html,
    read_markdown,
    read_text,
    selected,
    text_letter,
    trace_of,
)

FULL = {
    "proposer": "民盟石嘴山市委会",
    "number": "062",
    "matter_title": "关于优化公交线网的提案",
    "organ": "石嘴山市交通运输局",
}
TITLE = "石嘴山市政协提案办理情况征询意见表"

PIPE = f"""## {TITLE}

| 提案者 | 民盟石嘴山市委会 | 提案编号 | 062 |
| --- | --- | --- | --- |
| 提案标题 | 关于优化公交线网的提案 | | |
| 承办单位 | 石嘴山市交通运输局 | | |
| 结果评价 | ☑满意　☐基本满意　☐不满意 | | |
| 意见建议 | 线路方便多了。 | | |"""

TABS = f"""{TITLE}

提案者\t民盟石嘴山市委会\t提案编号\t第062号
提案标题\t关于优化公交线网的提案
承办单位\t石嘴山市交通运输局
结果评价\t满意（√）基本满意（　）不满意（　）
意见建议\t线路方便多了。"""

LINES = f"""{TITLE}
提案者：民盟石嘴山市委会
提案编号：第 062 号
提案标题：关于优化公交线网的提案
承办单位：石嘴山市交通运输局
结果评价：■满意 □基本满意 □不满意
意见建议：线路方便多了。"""

TWO_A_LINE = f"""{TITLE}
提案编号：062　　提 案 者：民盟石嘴山市委会
提案标题：关于优化公交线网的提案　　承办单位：石嘴山市交通运输局
结果评价：满意√ 基本满意 不满意
意见建议：线路方便多了。"""

CELL_A_LINE = f"""{TITLE}

提案者

民盟石嘴山市委会

提案编号

062

提案标题

关于优化公交线网的提案

承办单位

石嘴山市交通运输局

结果评价

☑满意

□基本满意

□不满意

意见建议

线路方便多了。"""

LABEL_THEN_VALUE = f"""{TITLE}
提案者：
民盟石嘴山市委会
提案编号：
062
提案标题：
关于优化公交线网的提案
承办单位：
石嘴山市交通运输局
结果评价：
√满意　　基本满意　　不满意
意见建议：
线路方便多了。"""

BOX_DRAWN = f"""{TITLE}
┌────┬────────┬────┬────┐
│提案者　│民盟石嘴山市委会│提案编号│062 │
├────┼────────┴────┴────┤
│提案标题│关于优化公交线网的提案│
│承办单位│石嘴山市交通运输局│
│结果评价│☑满意　☐基本满意　☐不满意│
│意见建议│线路方便多了。│
└────┴──────────────────┘"""

BARS = f"""{TITLE}
| 提案者 | 民盟石嘴山市委会 | 提案编号 | 062 |
| 提案标题 | 关于优化公交线网的提案 |
| 承办单位 | 石嘴山市交通运输局 |
| 结果评价 | 满意（√） 基本满意（ ） 不满意（ ） |
| 意见建议 | 线路方便多了。 |"""

WIDE_BLANKS = f"""{TITLE}
提案者　　　民盟石嘴山市委会　　　提案编号　　062
提案标题　　关于优化公交线网的提案
承办单位　　石嘴山市交通运输局
结果评价　　□满意　☑基本满意　□不满意
意见建议　　线路方便多了。"""

HARD_WRAPPED = f"""{TITLE}
提案者：民盟石嘴山市委会
提案编号：062
提案标题：关于优化公交
线网的提案
承办单位：石嘴山市交通运输局
结果评价：☑满意
□基本满意 □不满意
意见建议：线路方
便多了。"""

LAYOUTS = [
    pytest.param("md", PIPE, ["满意"], id="pipe-table"),
    pytest.param("txt", TABS, ["满意"], id="tab-text"),
    pytest.param("md", TABS, ["满意"], id="tab-text-in-markdown"),
    pytest.param("txt", LINES, ["满意"], id="plain-lines"),
    pytest.param("md", LINES.replace("\n", "\n\n"), ["满意"], id="plain-lines-in-markdown"),
    pytest.param("txt", TWO_A_LINE, ["满意"], id="two-labels-a-line"),
    pytest.param("txt", CELL_A_LINE, ["满意"], id="one-cell-per-line"),
    pytest.param("md", CELL_A_LINE, ["满意"], id="one-cell-per-line-in-markdown"),
    pytest.param("txt", LABEL_THEN_VALUE, ["满意"], id="label-and-value-on-separate-lines"),
    pytest.param("txt", BOX_DRAWN, ["满意"], id="drawn-with-box-signs"),
    pytest.param("txt", BARS, ["满意"], id="bars-in-plain-text"),
    pytest.param("txt", WIDE_BLANKS, ["基本满意"], id="columns-by-wide-blanks"),
    pytest.param("txt", HARD_WRAPPED, ["满意"], id="hard-wrapped"),
]


def fields(form: Feedback) -> dict[str, str | None]:
    return {
        "proposer": form.proposer.text if form.proposer else None,
        "number": form.number.text if form.number else None,
        "matter_title": form.matter_title.text if form.matter_title else None,
        "organ": form.organ.text if form.organ else None,
    }


@pytest.mark.parametrize(("kind", "form", "rating"), LAYOUTS)
def test_layout(kind: str, form: str, rating: list[str]) -> None:
    reply = (read_markdown if kind == "md" else read_text)(text_letter(form))
    found = form_of(reply)
    assert found.title is not None
    assert found.title.text == TITLE
    assert fields(found) == FULL
    assert selected(found) == {"rating": rating}
    assert found.opinion is not None
    assert found.opinion.text == "线路方便多了。"
    assert not found.blank
    assert_letter_is_whole(reply)


HTML_ROWS = """<tr><td>提案者</td><td>民盟石嘴山市委会</td><td>提案编号</td><td>第062号</td></tr>
<tr><td>提案标题</td><td colspan="3">关于优化公交线网的提案</td></tr>
<tr><td>承办单位</td><td colspan="3">石嘴山市交通运输局</td></tr>
"""
HTML = [
    pytest.param(
        f"<p>{TITLE}</p><table>{HTML_ROWS}<tr><td>结果评价</td><td colspan=3>"
        "<input type=radio checked>满意 <input type=radio>基本满意 <input type=radio>不满意</td></tr></table>",
        {"rating": ["满意"]},
        id="radio-inputs",
    ),
    pytest.param(
        f"<p>{TITLE}</p><table>{HTML_ROWS}<tr><td>结果评价</td><td colspan=3>满意<input type=checkbox>"
        "基本满意<input type=checkbox checked>不满意<input type=checkbox></td></tr></table>",
        {"rating": ["基本满意"]},
        id="checkbox-behind-the-word",
    ),
    pytest.param(
        f"<table><tr><td colspan=4>{TITLE}</td></tr>{HTML_ROWS}"
        "<tr><td>结果评价</td><td>☑满意</td><td>☐基本满意</td><td>☐不满意</td></tr></table>",
        {"rating": ["满意"]},
        id="title-inside-the-table-options-one-per-cell",
    ),
    pytest.param(
        f"<p>{TITLE}</p><table>{HTML_ROWS}<tr><td rowspan=2>结果评价</td><td>满意</td><td>基本满意</td><td>不满意</td></tr>"
        "<tr><td></td><td>√</td><td></td></tr></table>",
        {"rating": ["基本满意"]},
        id="lone-tick-under-a-head-with-rowspan",
    ),
    pytest.param(
        f"<p>{TITLE}</p><table>{HTML_ROWS}<tr><td>评价内容</td><td>满意</td><td>基本满意</td><td>不满意</td></tr>"
        "<tr><td>办理态度</td><td>√</td><td></td><td></td></tr>"
        "<tr><td>办理结果</td><td>&nbsp;</td><td>√</td><td>&nbsp;</td></tr></table>",
        {"attitude": ["满意"], "rating": ["基本满意"]},
        id="matrix-of-two-ratings",
    ),
    pytest.param(
        f"<p>{TITLE}</p><table>{HTML_ROWS}<tr><td rowspan=2>征询意见</td><td>办理态度</td>"
        "<td colspan=2>□满意 ■基本满意 □不满意</td></tr><tr><td>办理结果</td><td colspan=2>■满意 □基本满意 □不满意</td></tr></table>",
        {"attitude": ["基本满意"], "rating": ["满意"]},
        id="group-label-with-rowspan",
    ),
    pytest.param(
        f"<p>{TITLE}</p><table>{HTML_ROWS}<tr><td>结果评价</td><td>满意</td><td>√</td><td>基本满意</td><td></td>"
        "<td>不满意</td><td></td></tr></table>",
        {"rating": ["满意"]},
        id="word-and-tick-in-neighbouring-cells",
    ),
    pytest.param(
        f"<p>{TITLE}</p><table>{HTML_ROWS}<tr><td>结果评价</td><td>√满意</td><td>基本满意</td><td>不满意</td></tr></table>",
        {"rating": ["满意"]},
        id="tick-in-the-cell-of-its-word-others-bare",
    ),
    pytest.param(
        f"<p>{TITLE}</p><table>{HTML_ROWS}<tr><td colspan=4>办理态度：☑满意 ☐基本满意 ☐不满意<br>"
        "办理结果：☐满意 ☐基本满意 ☑不满意</td></tr></table>",
        {"attitude": ["满意"], "rating": ["不满意"]},
        id="two-questions-in-one-cell",
    ),
    pytest.param(
        f"<p>{TITLE}</p><table>{HTML_ROWS}<tr><td>结果评价</td><td colspan=3>"
        "<table><tr><td>满意（√）</td><td>基本满意（ ）</td><td>不满意（ ）</td></tr></table></td></tr></table>",
        {"rating": ["满意"]},
        id="table-inside-a-cell",
    ),
    pytest.param(
        f"<p>{TITLE}</p><table>{HTML_ROWS}<tr><td>办理(走访)<br>人员态度</td><td>满意√</td><td>*是否同意<br>办理结果</td>"
        "<td>同意□ 不同意□</td></tr></table>",
        {"attitude": ["满意"], "other": []},
        id="labels-broken-by-line-ends",
    ),
]


@pytest.mark.parametrize(("form", "chosen"), HTML)
def test_html(form: str, chosen: dict[str, list[str]]) -> None:
    reply = read_html(html_letter(form))
    found = form_of(reply)
    assert found.title is not None
    assert found.title.text == TITLE
    assert fields(found) == FULL
    assert selected(found) == chosen
    assert_letter_is_whole(reply)


CHOICES = [
    pytest.param("是否同意公开", "☑同意 ☐不同意", "disclosure", ["同意"], id="disclosure"),
    pytest.param("答复公开", "同意公开（ ） 不同意公开（√）", "disclosure", ["不同意公开"], id="disclosure-refused"),
    pytest.param("办理效果", "解决问题□ 等待时机☑ 解释说明□", "effect", ["等待时机"], id="effect-F1"),
    pytest.param("走访情况*", "○已走访 ●未走访", "contact_before", ["未走访"], id="visits-F2"),
    pytest.param(
        "答复前听取意见方式", "☑走访 ☑电话 ☐座谈 ☐未联系", "contact_before", ["走访", "电话"], id="several-ways-F2"
    ),
    pytest.param("是否同意办理结果", "同意√ 不同意", "other", ["同意"], id="agrees-F2"),
    pytest.param("答复是否针对提案", "是（√） 否（ ）", "other", ["是"], id="to-the-point-F2"),
    pytest.param("（团体）分管领导答复", "☑是 ☐否", "other", ["是"], id="leader-answered-F2"),
    pytest.param("收到答复函您认为", "满意（ ） 基本满意（√） 不满意（ ）", "rating", ["基本满意"], id="county-F3"),
    pytest.param("是否收到答复函", "☑是 ☐否", "other", ["是"], id="received-F3"),
    pytest.param("对办理工作", "☑满意 ☐基本满意 ☐不满意", "rating", ["满意"], id="work-F5"),
    pytest.param("办理结果", "☐满意 ☑基本满意 ☐不满意", "rating", ["基本满意"], id="result-F5"),
    pytest.param("对办理情况的评价", "☐满意 ☐基本满意 ☑理解 ☐不满意", "rating", ["理解"], id="understands-F6"),
    pytest.param("满意度", "□满意 □基本满意 ☑表示理解 □不满意", "rating", ["表示理解"], id="says-it-understands-F6"),
    pytest.param("办理态度", "☑很满意 ☐满意 ☐一般 ☐不满意", "attitude", ["很满意"], id="four-grades"),
    pytest.param("协商形式", "座谈会□ 登门走访☑ 电话联系□ 未协商□", "contact_before", ["登门走访"], id="form-of-talks"),
    pytest.param(
        "问题解决情况", "☐解决或基本解决 ☑部分解决或列入计划 ☐留作参考", "other", ["部分解决或列入计划"], id="solved"
    ),
    pytest.param("意见采纳情况", "☑采纳 ☐部分采纳 ☐解释说明 ☐未采纳", "other", ["采纳"], id="adopted"),
    pytest.param("类别标记", "A☑ B□ C□ D□", "other", ["A"], id="class-letters"),
    pytest.param("满意度", "满意", "rating", ["满意"], id="word-written-without-a-box"),
    pytest.param(
        "结果评价",
        "满意（90分以上）☑ 基本满意（60-89分）□ 不满意（59分以下）□",
        "rating",
        ["满意（90分以上）"],
        id="grades-with-scores",
    ),
    pytest.param("办理人员态度", "好☑ 一般□ 差□", "attitude", ["好"], id="other-grades"),
]


@pytest.mark.parametrize(("label", "value", "name", "chosen"), CHOICES)
def test_question(label: str, value: str, name: str, chosen: list[str]) -> None:
    form = f"| 提案编号 | 062 |\n|---|---|\n| 承办单位 | 市交通运输局 |\n| {label} | {value} |"
    found = form_of(read_markdown(text_letter("# " + TITLE, form)))
    assert selected(found) == {name: chosen}


@pytest.mark.parametrize(("label", "value", "name", "chosen"), CHOICES)
def test_question_on_a_line(label: str, value: str, name: str, chosen: list[str]) -> None:
    form = f"提案编号：062\n承办单位：石嘴山市交通运输局\n{label}：{value}\n意见建议：无"
    found = form_of(read_text(text_letter(TITLE + "\n" + form)))
    assert selected(found) == {name: chosen}
    assert found.opinion is not None
    assert found.opinion.text == "无"


TITLES = [
    pytest.param("提案办理情况见面征询意见表", id="meeting"),
    pytest.param("代表建议办理情况征求意见表", id="asking"),
    pytest.param("委员提案办理工作评价表", id="rating"),
    pytest.param("代表建议办理满意度测评表", id="measuring"),
    pytest.param("建议提案办理情况反馈单", id="slip"),
    pytest.param("提案答复函回执", id="receipt"),
    pytest.param("回  执", id="receipt-set-wide"),
    pytest.param("建议办理情况反馈", id="feedback-without-the-word-form"),
    pytest.param("建议承办情况征询意见表（代表填写）", id="note-in-brackets"),
    pytest.param("代表建议办理结果评议表", id="judging"),
    pytest.param("政协委员提案办理回访卡", id="card"),
    pytest.param("代表建议办理情况评估表", id="estimate"),
]


@pytest.mark.parametrize("title", TITLES)
def test_title(title: str) -> None:
    reply = read_text(text_letter(f"{title}\n提案编号：062\n承办单位：市交通运输局\n满意度：☑满意 ☐基本满意 ☐不满意"))
    found = form_of(reply)
    assert found.title is not None
    assert found.title.text == title.replace(" ", "")
    assert_letter_is_whole(reply)


def test_title_behind_attachment_mark() -> None:
    found = form_of(read_text(text_letter("附件：" + TITLE, LINES.split("\n", 1)[1])))
    assert found.title is not None
    assert found.title.text == TITLE


def test_title_on_two_lines() -> None:
    title = "石嘴山市第十四届人民代表大会第三次会议\n代表建议办理情况征询意见表"
    found = form_of(
        read_text(text_letter(title + "\n建议编号：62\n主办单位：市交通运输局\n满意度：满意（√）不满意（ ）"))
    )
    assert found.title is not None
    assert found.title.text == "石嘴山市第十四届人民代表大会第三次会议代表建议办理情况征询意见表"


def test_blank_specimen() -> None:
    form = """| 提案者 | | 提案编号 | 第　　号 |
|---|---|---|---|
| 提案标题 | | | |
| 承办单位 | | | |
| 办理效果 | □解决问题 □等待时机 □解释说明 | | |
| 结果评价 | 满意（　） 基本满意（　） 不满意（　） | | |
| 意见建议 | | | |
| 签名 | | 日期 | 　年　月　日 |"""
    found = form_of(read_markdown(text_letter("## " + TITLE, form)))
    assert found.blank
    assert fields(found) == {"proposer": "", "number": "", "matter_title": "", "organ": ""}
    assert selected(found) == {"effect": [], "rating": []}
    assert [len(c.options) for c in found.choices] == [3, 3]
    assert found.opinion is not None
    assert found.opinion.text == ""
    assert found.date is None


def test_blank_specimen_in_lines() -> None:
    form = "提案者：＿＿＿＿　提案编号：第＿＿号\n承办单位：\n结果评价：□满意 □基本满意 □不满意\n意见建议：\n签名：　　　年　月　日"
    reply = read_text(text_letter(TITLE + "\n" + form))
    found = form_of(reply)
    assert found.blank
    assert (found.number and found.number.text) == ""
    assert selected(found) == {"rating": []}
    assert_letter_is_whole(reply)


def test_opinion_with_signature_inside() -> None:
    form = PIPE.replace("线路方便多了。", "线路方便多了，满意。<br>签名：祝晓岚　2023年6月28日")
    found = form_of(read_markdown(text_letter(form)))
    assert found.opinion is not None
    assert found.opinion.text == "线路方便多了，满意。"
    assert found.date is not None
    assert found.date.iso == "2023-06-28"
    assert (found.proposer and found.proposer.text) == "民盟石嘴山市委会"


def test_opinion_over_several_lines() -> None:
    form = LINES + "\n希望末班车再晚半小时。\n提案者签名：祝晓岚\n2023年6月28日"
    reply = read_text(text_letter(form, "抄送：市政协提案委员会"))
    found = form_of(reply)
    assert found.opinion is not None
    assert found.opinion.text == "线路方便多了。希望末班车再晚半小时。"
    assert found.date is not None
    assert found.date.iso == "2023-06-28"
    assert [c.text for c in reply.copies] == ["市政协提案委员会"]
    assert_letter_is_whole(reply)


def test_opinion_names_another_number() -> None:
    form = PIPE.replace("线路方便多了。", "对市政协十一届一次会议第20220062号提案的答复表示满意。")
    found = form_of(read_markdown(text_letter(form)))
    assert found.opinion is not None
    assert [(m.number.text if m.number else None, m.term, m.session) for m in found.opinion.matters] == [
        ("20220062", 11, 1)
    ]


@pytest.mark.parametrize(
    ("form", "markdown"),
    [pytest.param(PIPE, True, id="table"), pytest.param(LINES, False, id="lines")],
)
def test_form_before_the_signature(form: str, markdown: bool) -> None:
    text = "\n\n".join([*HEAD, form, *SIGNED, CONTACT]) + "\n"
    reply = (read_markdown if markdown else read_text)(text)
    assert fields(form_of(reply)) == FULL
    assert selected(form_of(reply)) == {"rating": ["满意"]}
    assert_letter_is_whole(reply)


def test_contacts_of_the_letter_behind_the_form() -> None:
    text = "\n\n".join([*HEAD, *SIGNED, LINES, CONTACT]) + "\n"
    reply = read_text(text)
    assert fields(form_of(reply)) == FULL
    assert_letter_is_whole(reply)


def test_second_form_is_told() -> None:
    blank = PIPE.replace("民盟石嘴山市委会", "").replace("062", "").replace("关于优化公交线网的提案", "")
    blank = blank.replace("石嘴山市交通运输局", "").replace("☑", "☐").replace("线路方便多了。", "")
    reply = read_markdown(text_letter(blank, PIPE))
    assert fields(form_of(reply)) == FULL
    assert "second-form" in [d.code for d in reply.diagnostics]
    assert_letter_is_whole(reply)


@pytest.mark.parametrize(
    "note",
    [
        pytest.param("填表说明：1.请在“满意”“基本满意”“不满意”栏内打“√”；2.一式两份。", id="one-line"),
        pytest.param("注：请在相应的□内打“√”，选择“不满意”的请说明理由。", id="box-in-the-note"),
        pytest.param(
            "填表说明：\n①请在“满意”、“基本满意”、“不满意”空格内打“√”；\n②本表一式两份，请于15日内寄回。",
            id="circled-lines",
        ),
        pytest.param("说明：对办理结果满意的，在□满意前打√。", id="word-and-tick"),
    ],
)
def test_notes_are_no_ticks(note: str) -> None:
    form = (
        f"{TITLE}\n提案编号：062\n承办单位：石嘴山市交通运输局\n结果评价：□满意 □基本满意 □不满意\n意见建议：\n{note}"
    )
    reply = read_text(text_letter(form))
    found = form_of(reply)
    assert selected(found) == {"rating": []}
    assert found.opinion is not None
    assert found.opinion.text == ""
    assert_letter_is_whole(reply)


def test_form_by_itself_is_no_reply() -> None:
    reply = read_markdown(PIPE + "\n")
    assert not reply.is_reply
    assert fields(form_of(reply)) == FULL
    assert reply.signature is None
    assert reply.issuer is None


def test_form_without_a_title() -> None:
    reply = read_markdown(text_letter(PIPE.split("\n\n", 1)[1]))
    found = form_of(reply)
    assert found.title is None
    assert fields(found) == FULL
    assert_letter_is_whole(reply)


def test_form_that_is_only_mentioned() -> None:
    head = (*HEAD[:-1], "请贵会填写“征询意见表”并寄回我局办公室。", HEAD[-1])
    reply = read_text(text_letter(head=head))
    assert reply.feedback is None
    assert_letter_is_whole(reply)


def test_table_of_figures_is_no_form() -> None:
    table = "| 线路 | 里程 | 满意度 |\n|---|---|---|\n| 1路 | 12.5 | 93% |\n| 2路 | 9.8 | 95% |"
    reply = read_markdown("\n\n".join([*HEAD[:7], table, *HEAD[7:], *SIGNED, CONTACT]) + "\n")
    assert reply.feedback is None
    assert_letter_is_whole(reply)


def test_measuring_table_with_values_below_their_heads() -> None:
    form = """<p>代表建议办理满意度测评表</p><table>
<tr><td rowspan=2>序号</td><td rowspan=2>建议编号</td><td rowspan=2>领衔代表</td><td rowspan=2>建议标题</td><td rowspan=2>主办单位</td>
<td colspan=3>代表测评情况</td></tr>
<tr><td>满意</td><td>基本满意</td><td>不满意</td></tr>
<tr><td>1</td><td>62</td><td>祝晓岚</td><td>关于优化公交线网的建议</td><td>市交通运输局</td><td></td><td>√</td><td></td></tr></table>"""
    found = form_of(read_html(html_letter(form)))
    assert fields(found) == {
        "proposer": "祝晓岚",
        "number": "62",
        "matter_title": "关于优化公交线网的建议",
        "organ": "市交通运输局",
    }
    assert selected(found) == {"rating": ["基本满意"]}
    assert [c.label.text for c in found.choices] == ["代表测评情况"]


def test_deputy_form_with_letter_in_front_of_its_table() -> None:
    form = """<h1>某县第十五届人民代表大会第三次会议<br>代表议案、建议、批评和意见办理情况征询意见表</h1>
<p>祝晓岚代表：</p><p>现寄去征询意见表一式两份，请您收到后及时反馈给我们。谢谢！</p>
<table border=1><tr><td>标题</td><td colspan=2>关于优化公交线网的建议</td><td>建议(议案)编号</td></tr>
<tr><td>主办单位</td><td colspan=2>县交通运输局</td><td></td></tr>
<tr><td>你是否收到答复函</td><td>是</td><td>收到时间</td><td>2023年6月20日</td></tr>
<tr><td rowspan=2>收到答复函您认为</td><td>满意</td><td>基本满意</td><td>不满意</td></tr>
<tr><td>√</td><td></td><td></td></tr>
<tr><td>您对办理情况意见</td><td colspan=3>办得实在。　　签名：祝晓岚　　2023年6月25日</td></tr></table>
<p>填表说明:①标题照抄;②请选择在"满意"、"基本满意"、"不满意"空格内打"√";③一式两份。</p>
<p>您的通讯地址:　　联系电话:</p>"""
    reply = read_html(html_letter(form))
    found = form_of(reply)
    assert (found.matter_title and found.matter_title.text) == "关于优化公交线网的建议"
    assert (found.organ and found.organ.text) == "县交通运输局"
    assert selected(found) == {"other": ["是"], "rating": ["满意"]}
    assert found.opinion is not None
    assert found.opinion.text == "办得实在。"
    assert_letter_is_whole(reply)


def test_ticks_have_evidence() -> None:
    entries = trace_of(text_letter(PIPE), "letter.md").of("feedback.choices")
    assert [(e.text, e.reason) for e in entries] == [("满意", "ticked by ☑")]


def test_several_boxes_allowed() -> None:
    form = PIPE.replace("结果评价 | ☑满意　☐基本满意　☐不满意", "改进方面（可多选） | ☑线路　☑班次　☐车辆")
    found = form_of(read_markdown(text_letter(form)))
    assert [(c.label.text, c.multiple, c.selected) for c in found.choices] == [
        ("改进方面（可多选）", True, ("线路", "班次"))
    ]


def test_platform_rating_is_no_form() -> None:
    reply = read_text(text_letter("委员评价状态：委员未评价"))
    assert reply.feedback is None
    assert_letter_is_whole(reply)


ONE_LINE = (
    f"{TITLE} 提案者：民盟石嘴山市委会 提案编号：062 提案标题：关于优化公交线网的提案 "
    "承办单位：石嘴山市交通运输局 结果评价：☑满意 ☐基本满意 ☐不满意 意见建议：线路方便多了。"
)


def test_whole_form_on_one_line() -> None:
    reply = read_text(text_letter(ONE_LINE))
    assert fields(form_of(reply)) == FULL
    assert selected(form_of(reply)) == {"rating": ["满意"]}
    assert_letter_is_whole(reply)


def test_letter_and_form_on_one_line() -> None:
    reply = read_text(" ".join([*HEAD, *SIGNED, CONTACT, ONE_LINE]) + "\n")
    assert fields(form_of(reply)) == FULL
    assert selected(form_of(reply)) == {"rating": ["满意"]}
    assert_letter_is_whole(reply)


QUESTIONNAIRES = [
    pytest.param(
        "1.您对办理态度是否满意？ □满意 ☑基本满意 □不满意\n2.您对办理结果是否满意？\n☑满意　□基本满意　□不满意\n"
        "3.是否同意公开答复内容？ ☑同意 □不同意",
        {"attitude": ["基本满意"], "rating": ["满意"], "disclosure": ["同意"]},
        id="numbered-questions-with-question-marks",
    ),
    pytest.param(
        "一、对办理态度的评价（ A ）\nA.满意 B.基本满意 C.不满意\n二、对办理结果的评价（ B ）\nA.满意 B.基本满意 C.不满意",
        {"attitude": ["满意"], "rating": ["基本满意"]},
        id="letter-in-brackets-behind-the-question",
    ),
    pytest.param(
        "办理态度 □满意 ☑基本满意 □不满意\n办理结果 ☑满意 □基本满意 □不满意",
        {"attitude": ["基本满意"], "rating": ["满意"]},
        id="stem-and-boxes-without-a-colon",
    ),
    pytest.param(
        "办理态度：☑满意 □基本满意 □不满意　　办理结果：□满意 ☑基本满意 □不满意",
        {"attitude": ["满意"], "rating": ["基本满意"]},
        id="two-questions-on-a-line",
    ),
    pytest.param(
        "办理人员是否上门\n□已上门 ☑未上门\n结果评价：☑满意 □不满意",
        {"other": ["未上门"], "rating": ["满意"]},
        id="unknown-question-on-its-own-line",
    ),
    pytest.param("结果评价\n满意\n√\n基本满意\n不满意", {"rating": ["满意"]}, id="words-and-tick-a-line-each"),
]


@pytest.mark.parametrize(("questions", "chosen"), QUESTIONNAIRES)
def test_questionnaire(questions: str, chosen: dict[str, list[str]]) -> None:
    reply = read_text(text_letter(f"{TITLE}\n提案编号：062\n{questions}\n提案者签名：祝晓岚"))
    assert selected(form_of(reply)) == chosen
    assert_letter_is_whole(reply)


MARKDOWN = [
    pytest.param("- 提案编号：062\n\n结果评价：\n\n- [x] 满意\n- [ ] 基本满意\n- [ ] 不满意", id="task-list"),
    pytest.param("> 提案编号：062\n>\n> 承办单位：市交通运输局\n>\n> 结果评价：☑满意 ☐不满意", id="blockquote"),
    pytest.param("**提案编号：** 062\n\n**承办单位：** 市局\n\n**结果评价：** ☑ 满意  ☐ 不满意", id="bold-labels"),
    pytest.param("提案编号：062  \n承办单位：市局  \n结果评价：☑满意 ☐不满意  ", id="hard-line-ends"),
    pytest.param(
        "| 项目 | 内容 |\n|---|---|\n| 提案编号 | 062 |\n| 结果评价 | 满意 |", id="two-column-table-with-a-head"
    ),
    pytest.param(
        "| 标题 | 优化 | 建议编号 | 062 |\n|---|---|---|---|\n| 结果评价 | 满意 | 基本满意 | 不满意 |\n| | √ | | |",
        id="head-without-rowspan",
    ),
    pytest.param("提案编号：062\n\n— 4 —\n\n结果评价：☑满意 ☐不满意", id="page-number-inside"),
]


@pytest.mark.parametrize("form", MARKDOWN)
def test_markdown(form: str) -> None:
    reply = read_markdown(text_letter("### " + TITLE, form))
    found = form_of(reply)
    assert (found.number and found.number.text) == "062"
    assert selected(found) == {"rating": ["满意"]}
    assert_letter_is_whole(reply)


def test_cells_that_lost_their_borders() -> None:
    rows = (("提案者", "民盟石嘴山市委会"), ("提案编号", "062"), ("结果评价：", "☑满意 ☐不满意"))
    form = "".join(f"<div><span>{label}</span><span>{value}</span></div>" for label, value in rows)
    found = form_of(read_html(html_letter("<div>征询意见表</div>" + form)))
    assert (found.proposer and found.proposer.text) == "民盟石嘴山市委会"
    assert (found.number and found.number.text) == "062"


def test_lines_in_columns_with_a_tick_before_its_word() -> None:
    form = (
        f"{TITLE}\n提案编号  062      提案者  民盟石嘴山市委会\n提案内容  关于优化公交线网的提案\n承办单位  石嘴山市交通运输局\n"
        "是否见面沟通   √是   否\n对答复意见     满意   √基本满意   不满意\n意见建议：线路方便多了。"
    )
    reply = read_text(text_letter(form))
    found = form_of(reply)
    assert selected(found) == {"contact_before": ["是"], "rating": ["基本满意"]}
    assert {name: getattr(found, name).text for name in FULL} == FULL
    assert_letter_is_whole(reply)


def test_words_of_the_opinion_are_no_labels() -> None:
    form = LINES + "\n建议：增开夜班车。\n一是延长末班；\n二是改善灯光。\n提案者签名：祝晓岚"
    reply = read_text(text_letter(form))
    found = form_of(reply)
    assert found.opinion is not None
    assert found.opinion.text == "线路方便多了。建议：增开夜班车。一是延长末班；二是改善灯光。"
    assert_letter_is_whole(reply)


def test_record_of_talks_is_no_feedback_where_a_form_follows() -> None:
    talks = "提案办理沟通情况登记表\n提案编号：062\n承办单位：市交通运输局\n面商时间：2023年5月1日\n面商地点：市局三楼"
    reply = read_text(text_letter(talks, LINES))
    assert (form_of(reply).title or reply).text == TITLE  # type: ignore[union-attr]
    assert_letter_is_whole(reply)


def test_phone_of_the_proposer_is_no_contact_of_the_letter() -> None:
    reply = read_text(text_letter(LINES + "\n提案者签名：祝晓岚\n联系电话：0952-2000001"))
    assert (form_of(reply).phone and form_of(reply).phone.text) == "0952-2000001"  # type: ignore[union-attr]
    assert_letter_is_whole(reply)


def test_deputy_form_of_several_opinions() -> None:
    """承办单位 and 分管领导 write theirs too; only the deputy's is the opinion."""
    form = """<p>红石区人大代表建议承办情况征询意见表</p><p>编号：HG-202301287</p><table>
<tr><td>代表姓名</td><td>祝晓岚</td><td>单位</td><td>红石机械厂</td></tr>
<tr><td>承办单位意见</td><td colspan=3>已增设。<br>签名：米学成</td></tr>
<tr><td>区政府分管领导意见</td><td colspan=3>同意。签名：温若兰</td></tr>
<tr><td rowspan=2>代表意见</td><td>满意</td><td>基本满意</td><td>不满意</td></tr><tr><td>√</td><td></td><td></td></tr>
<tr><td>代表签名</td><td colspan=3>祝晓岚 2023年7月2日</td></tr></table>"""
    found = form_of(read_html(html_letter(form)))
    assert (found.number and found.number.text) == "HG-202301287"
    assert (found.proposer and found.proposer.text) == "祝晓岚"
    assert selected(found) == {"rating": ["满意"]}
    assert found.opinion is None
    assert found.date is not None
    assert found.date.iso == "2023-07-02"


def test_form_in_traditional_characters() -> None:
    form = "提案辦理情況徵詢意見表\n提案編號：062\n承辦單位：市交通運輸局\n結果評價：☑滿意 ☐基本滿意 ☐不滿意"
    found = form_of(read_text(text_letter(form)))
    assert (found.number and found.number.text) == "062"
    assert selected(found) == {"rating": ["滿意"]}


def test_long_hostile_forms_are_read() -> None:
    for body in (
        "提案编号：" * 20_000,
        "结果评价：☑满意 " * 3_000,
        "提案者 " * 20_000,
        "│提案者" * 5_000,
        "意见\n" * 5_000,
    ):
        read_text(TITLE + "\n提案编号：062\n" + body + "\n")
    cells = "<td>提案者</td>" * 3_000
    read_html(f"<html><body><table><tr>{cells}</tr><tr>{cells}</tr></table></body></html>")


@pytest.mark.parametrize(
    "opinion",
    [
        pytest.param("贵局对第062号提案的答复收悉，表示满意。", id="sentence"),
        pytest.param("对办理结果满意", id="satisfied-with-the-result"),
        pytest.param("同意办理意见", id="agrees"),
        pytest.param("满意", id="one-word"),
        pytest.param("希望见面沟通情况", id="wish"),
    ],
)
def test_opinion_that_reads_like_a_label(opinion: str) -> None:
    table = read_markdown(text_letter(PIPE.replace("线路方便多了。", opinion)))
    assert (form_of(table).opinion or table).text == opinion  # type: ignore[union-attr]
    tabbed = read_text(text_letter(TABS.replace("线路方便多了。", opinion)))
    assert (form_of(tabbed).opinion or tabbed).text == opinion  # type: ignore[union-attr]
    assert selected(form_of(tabbed)) == {"rating": ["满意"]}


def test_a_form_run_into_one_line_after_its_cells_were_lost() -> None:
    line = (
        "编　　号 第 062 号 代表姓名 米学成 建议标题 关于优化公交线网的建议 承办单位 石嘴山市交通运输局 见面地点 局三楼会议室 "
        "办理效果 解决问题（ √ ） 等待时机（ ） 解释说明（ ）结果评价 满意（√） 基本满意（　） 不满意（　） "
        "代表意见 希望早日落实。"
    )
    form = form_of(read_text(text_letter("石嘴山市人大代表建议办理情况征询意见表", line)))
    assert form.number is not None and form.number.text == "062"
    assert form.proposer is not None and form.proposer.text == "米学成"
    assert form.matter_title is not None and form.matter_title.text == "关于优化公交线网的建议"
    assert form.organ is not None and form.organ.text == "石嘴山市交通运输局"
    assert form.place is not None and form.place.text == "局三楼会议室"
    assert selected(form) == {"effect": ["解决问题"], "rating": ["满意"]}
    assert form.opinion is not None and form.opinion.text == "希望早日落实。"


def test_words_of_a_form_in_running_text_make_no_form() -> None:
    text = text_letter("提案者对办理结果表示满意，承办单位 已将提案编号登记在册。", "")
    assert read_text(text).feedback is None


def test_organs_that_sign_above_a_form_are_no_part_of_its_title() -> None:
    reply = read_text(
        text_letter(
            "大武口区人民政府　　政协大武口区委员会",
            "政协提案办理情况征询意见表",
            "提案人：米学成",
            "提案号：第062号",
            "办理结果：☑满意 ☐不满意",
        )
    )
    form = form_of(reply)
    assert form.title is not None and form.title.text == "政协提案办理情况征询意见表"
