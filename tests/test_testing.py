"""Letters are what they describe, in every format, and the default one is sound."""

from __future__ import annotations

import datetime
import subprocess
import sys

import pytest

from govreply import api
from govreply.findings import RuleState, Severity, Verdict
from govreply.testing import Form, Format, Letter, Part, Question, TableStyle, TickStyle, numbered
from govreply.testing.letter import Person
from govreply.testing.surface import ContactLayout, Cut, DateForm, Surface, TitlePlace

every_format = pytest.mark.parametrize("format", list(Format))


@every_format
@pytest.mark.parametrize("form", [None, Form(), Form.specimen()], ids=["no form", "form", "specimen"])
def test_the_default_letter_is_sound(format: Format, form: Form | None) -> None:  # noqa: A002
    result = api.check(Letter(form=form).to_file(format), format.file_name)
    assert [f.message for f in result.findings if f.severity is not Severity.INFO] == []
    assert result.verdict is Verdict.PASS
    assert RuleState.CRASHED not in {o.state for o in result.outcomes}


@every_format
def test_what_is_described_is_read(format: Format) -> None:  # noqa: A002
    letter = Letter(joint_agencies=("市财政局", "市城建局"), disclosure="此件公开发布", form=Form())
    reply = api.parse(letter.to_file(format), format.file_name)
    assert reply.is_reply
    assert reply.issuer is not None
    assert reply.issuer.text == "武汉市水务局"
    assert reply.document_number is not None
    assert reply.document_number.text == "武水函〔2023〕21号"
    assert reply.disposition is not None
    assert reply.disposition.code == "A"
    assert reply.matter is not None
    assert reply.matter.number is not None
    assert (reply.matter.term, reply.matter.session, reply.matter.number.text) == (14, 2, "20230117")
    assert [a.name for a in reply.addressees] == ["陆承安"]
    assert [j.text for j in reply.joint_agencies] == ["市财政局", "市城建局"]
    assert [(s.marker.text, len(s.measures)) for s in reply.sections] == [("一、", 2), ("二、", 0)]
    assert reply.signature is not None
    assert reply.signature.date == "2023-06-12"
    assert [c.text for c in reply.copies] == ["市政协提案委", "市人民政府督查室"]
    assert reply.feedback is not None
    assert [c.selected for c in reply.feedback.choices] == [("解决问题",), ("满意",), ("同意公开",)]


@pytest.mark.parametrize("table", list(TableStyle))
@pytest.mark.parametrize("ticks", list(TickStyle))
def test_ticks_are_read_however_they_are_drawn(table: TableStyle, ticks: TickStyle) -> None:
    form = Form(table=table, ticks=ticks).ticking("结果评价", "基本满意").ticking("答复公开")
    reply = api.parse(Letter(form=form).to_markdown(), "a.md")
    assert reply.feedback is not None
    assert [c.selected for c in reply.feedback.choices] == [("解决问题",), ("基本满意",), ()]


def test_one_thing_is_changed_and_the_rest_stays() -> None:
    letter = Letter()
    changed = letter.but(session=3)
    assert changed.session_text == "十四届三次会议"
    assert changed.but(session=2) == letter
    assert letter.session_text == "十四届二次会议"


def test_markdown_shows_the_levels() -> None:
    inner = Part(heading="日常巡查", paragraphs=("每周巡查。",))
    text = Letter(sections=(Part(heading="强化管护", parts=(inner, inner)),)).to_markdown()
    assert "### 一、强化管护\n\n#### （一）日常巡查\n\n每周巡查。\n\n#### （二）日常巡查" in text


def test_run_in_headings_share_the_line() -> None:
    part = Part(heading="强化管护", run_in=True, paragraphs=("落实责任单位。", "定期检测。"))
    assert "　　一、强化管护。落实责任单位。\n　　定期检测。\n" in Letter(sections=(part,)).to_text()


def test_html_escapes_the_text_and_keeps_the_boxes() -> None:
    text = Letter(topic="关于A&B的建议", form=Form(ticks=TickStyle.INPUT)).to_html()
    assert "关于A&amp;B的建议" in text
    assert '满意（ <input type="checkbox" checked="checked"/> ）' in text


def test_a_pipe_table_has_as_many_cells_in_every_row() -> None:
    lines = [s for s in Letter(form=Form(table=TableStyle.PIPE)).to_markdown().splitlines() if s.startswith("|")]
    assert {line.count("|") for line in lines} == {5}
    assert lines[1] == "| --- | --- | --- | --- |".replace(" | ", " | ")


def test_a_letter_without_a_part_has_no_line_for_it() -> None:
    bare = Letter(issuer=None, document_number=None, disposition=None, contacts=(), copies=(), outlook=(), thanks=())
    assert bare.to_text().splitlines()[0] == "对市政协十四届二次会议第20230117号提案的答复"
    assert bare.to_text().splitlines()[-1] == "2023年6月12日"


def test_markers() -> None:
    assert numbered("{}是", (1, 3)) == ("一是", "三是")
    assert numbered("{0:d}.", (1, 12)) == ("1.", "12.")


def test_several_answers_are_announced_on_the_form() -> None:
    question = Question(label="沟通方式", options=("见面", "电话"), ticked=("见面", "电话"), multiple=True)
    assert "沟通方式（可多选）\t☑见面 ☑电话" in Letter(form=Form(questions=(question,))).to_text()


def test_letters_need_no_hypothesis_and_strategies_say_that_they_do() -> None:
    program = """
import sys
sys.modules["hypothesis"] = None
import govreply.testing, govreply.testing.expectations
print(govreply.testing.Letter().session_text)
try:
    import govreply.testing.strategies
except ImportError as error:
    print(error)
"""
    done = subprocess.run([sys.executable, "-X", "utf8", "-c", program], capture_output=True, check=True)
    assert done.stdout.decode().splitlines() == [
        "十四届二次会议",
        "govreply.testing.strategies needs hypothesis: pip install hypothesis",
    ]


def test_the_look_changes_and_the_content_stays() -> None:
    look = Surface(
        title="关于{session}《{topic}》（{no}）的答复",
        title_place=TitlePlace.TWO_LINES,
        session="政协{area}第{t}届委员会第{s}次会议",
        number="第 {n} 号",
        number_form="文号：{code}[{year}]{serial}号",
        addressee="尊敬的{names}{honorific}您好：",
        padded_names=True,
        half_width=True,
    )
    letter = Letter(assembly="武汉市政协", addressees=("白帆",), surface=look)
    assert letter.to_text().splitlines()[1:5] == [
        "文号:武水函[2023]21号 A",
        "关于政协武汉市第十四届委员会第二次会议《关于加强老旧小区雨污分流改造的建议》(第 20230117 号)",
        "的答复",
        "尊敬的白　帆委员您好:",
    ]


@pytest.mark.parametrize(
    ("form", "written"),
    [
        (DateForm.PLAIN, "2023年9月27日"),
        (DateForm.PADDED, "2023年09月27日"),
        (DateForm.SPACED, "2023 年 9 月 27 日"),
        (DateForm.HAN, "二〇二三年九月二十七日"),
        (DateForm.HAN_CIRCLE, "二○二三年九月二十七日"),
        (DateForm.HAN_DIGIT, "二0二三年九月二十七日"),
        (DateForm.DOTS, "2023.9.27"),
        (DateForm.HYPHENS, "2023-09-27"),
        (DateForm.RUN, "2023927"),
    ],
)
def test_dates_are_written_in_every_form(form: DateForm, written: str) -> None:
    letter = Letter(date=datetime.date(2023, 9, 27), surface=Surface(date=form))
    assert written in letter.to_text().splitlines()


@pytest.mark.parametrize(
    ("layout", "written"),
    [
        (ContactLayout.LINES, ["联系人：方晓岚", "联系电话：027—85550136转806"]),
        (ContactLayout.ONE_LINE, ["联系人：方晓岚　　联系电话：027—85550136转806"]),
        (ContactLayout.PHONE_FIRST, ["联系电话：027—85550136转806　　联系人：方晓岚"]),
        (ContactLayout.COMBINED, ["联系人及联系电话：方晓岚 027—85550136转806"]),
        (ContactLayout.BRACKETS, ["（联系人：方晓岚；联系电话：027—85550136转806）"]),
        (ContactLayout.OPEN_BRACKET, ["（联系人及电话：方晓岚 027—85550136转806"]),
    ],
)
def test_contacts_are_laid_out_as_asked(layout: ContactLayout, written: list[str]) -> None:
    people = (Person(phones=("027-85550136",), extension="806"),)
    look = Surface(contact_layout=layout, phone_dash="—")
    lines = Letter(contacts=(), people=people, copies=(), surface=look).to_text().splitlines()
    assert lines[-len(written) :] == written


def test_a_page_break_cuts_a_long_paragraph_inside_a_word() -> None:
    text = "今年以来已完成老旧管网改造并投入专项资金，" * 3 + "运行平稳。"
    parts = (Part(marker="", paragraphs=(text,)),)
    lines = (
        Letter(sections=parts, surface=Surface(cuts=(Cut(paragraph=0, at=500, page_line="- 2 -"),)))
        .to_text()
        .splitlines()
    )
    at = lines.index("- 2 -")
    assert lines[at - 1].strip() + lines[at + 1] == text
    assert lines[at - 1][-1] not in "，。"


def test_everything_on_one_line() -> None:
    assert len(Letter(surface=Surface(flat=" ")).to_text().splitlines()) == 1
