"""Tick marks: every sign, either side of the word, boxes or none; instructions and damaged groups tick nothing."""

from __future__ import annotations

import pytest

from govreply.grammar import ticks
from govreply.grammar.questions import is_multiple, name_of
from govreply.lexicon.fold import fold
from govreply.model import ChoiceName
from govreply.span import MappedText

GRADES = ["满意", "基本满意", "不满意"]


def read(text: str) -> tuple[list[str], list[str], str]:
    """Labels, ticked labels, problem."""
    found = ticks.read(MappedText.verbatim(text, 0, len(text)))
    return [o.label.text for o in found.options], [o.label.text for o in found.options if o.checked], found.problem


SIGNS = [
    pytest.param("☑满意 ☐基本满意 ☐不满意", id="ballot-box"),
    pytest.param("☒满意 ☐基本满意 ☐不满意", id="ballot-box-with-x"),
    pytest.param("√满意 □基本满意 □不满意", id="root-sign-for-the-box"),
    pytest.param("✓满意 □基本满意 □不满意", id="check-mark"),
    pytest.param("✔满意 □基本满意 □不满意", id="heavy-check-mark"),
    pytest.param("✔️满意 ⬜基本满意 ⬜不满意", id="emoji-check-mark"),
    pytest.param("✅满意 □基本满意 □不满意", id="white-check-mark"),
    pytest.param("■满意 □基本满意 □不满意", id="black-square"),
    pytest.param("▣满意 ▢基本满意 ▢不满意", id="square-in-square"),
    pytest.param("●满意 ○基本满意 ○不满意", id="radio"),
    pytest.param("⊙满意 ○基本满意 ○不满意", id="radio-circled-dot"),
    pytest.param("◉满意 ◯基本满意 ◯不满意", id="radio-fisheye"),
    pytest.param("◆满意 ◇基本满意 ◇不满意", id="diamond"),
    pytest.param("（√）满意 （　）基本满意 （　）不满意", id="brackets-in-front"),
    pytest.param("满意（√） 基本满意（ ） 不满意（ ）", id="brackets-behind"),
    pytest.param("满意(√)基本满意( )不满意( )", id="brackets-half-width-run-together"),
    pytest.param("满意（ √ ）　基本满意（　　）　不满意（　　）", id="brackets-with-blanks"),
    pytest.param("满意（V） 基本满意（） 不满意（）", id="letter-v"),
    pytest.param("满意（×） 基本满意（ ） 不满意（ ）", id="cross-alone"),
    pytest.param("[x] 满意 [ ] 基本满意 [ ] 不满意", id="markdown-task"),
    pytest.param("[X]满意 [ ]基本满意 [ ]不满意", id="markdown-task-upper-case"),
    pytest.param("(x) 满意 ( ) 基本满意 ( ) 不满意", id="bracket-x"),
    pytest.param("【√】满意 【 】基本满意 【 】不满意", id="lenticular-brackets"),
    pytest.param("〔√〕满意 〔 〕基本满意 〔 〕不满意", id="hexagonal-brackets"),
    pytest.param("满意☑ 基本满意□ 不满意□", id="box-behind"),
    pytest.param("满意☑基本满意□不满意□", id="box-behind-run-together"),
    pytest.param("☑满意□基本满意□不满意", id="box-in-front-run-together"),
    pytest.param("□√满意 □基本满意 □不满意", id="tick-beside-its-box"),
    pytest.param("满意□√ 基本满意□ 不满意□", id="tick-behind-its-box"),
    pytest.param("__√__满意 ____基本满意 ____不满意", id="underlined-blanks-in-front"),
    pytest.param("满意＿√＿　基本满意＿＿　不满意＿＿", id="underlined-blanks-behind"),
    pytest.param("满意√ 基本满意 不满意", id="lone-tick-behind"),
    pytest.param("√满意 基本满意 不满意", id="lone-tick-in-front"),
    pytest.param("满意√、基本满意、不满意", id="lone-tick-commas"),
    pytest.param("满意√/基本满意/不满意", id="lone-tick-slashes"),
    pytest.param("满意√基本满意不满意", id="lone-tick-run-together"),
    pytest.param("满 意 √　　基本满意　　不满意", id="word-set-wide"),
    pytest.param("A.满意☑ B.基本满意□ C.不满意□", id="lettered"),
    pytest.param("①满意☑ ②基本满意□ ③不满意□", id="circled-numbers"),
    pytest.param("1、☑满意 2、☐基本满意 3、☐不满意", id="numbered-in-front-of-the-box"),
    pytest.param("☑满意；☐基本满意；☐不满意。", id="semicolons"),
    pytest.param("口不满意 口基本满意 ☑满意", id="box-read-as-mouth-last"),
    pytest.param("☑满意 口基本满意 口不满意", id="box-read-as-mouth"),
    pytest.param("R满意 £基本满意 £不满意", id="font-of-signs-lost"),
    pytest.param("\uf0fe满意 \uf0a8基本满意 \uf0a8不满意", id="wingdings"),
    pytest.param("\uf052满意 \uf0a3基本满意 \uf0a3不满意", id="wingdings-2"),
    pytest.param("þ满意 ¨基本满意 ¨不满意", id="wingdings-as-latin"),
    pytest.param("☑满意 ☒基本满意 ☒不满意", id="crosses-rule-out"),
    pytest.param("满意（√） 基本满意（×） 不满意（×）", id="crosses-in-brackets-rule-out"),
    pytest.param("☑满意 □基本满意 □不满意（请在相应□内打“√”）", id="instruction-behind"),
    pytest.param("（请打√）☑满意 □基本满意 □不满意", id="instruction-in-front"),
    pytest.param("☑ 满意\u200b □ 基本满意 □ 不满意", id="invisible-signs"),
]


@pytest.mark.parametrize("text", SIGNS)
def test_sign(text: str) -> None:
    labels, ticked, _ = read(text)
    assert sorted(labels) == sorted(GRADES)
    assert ticked == ["满意"]


EMPTY = [
    pytest.param("□满意 □基本满意 □不满意", id="squares"),
    pytest.param("☐满意　☐基本满意　☐不满意", id="ballot-boxes"),
    pytest.param("○满意 ○基本满意 ○不满意", id="circles"),
    pytest.param("满意（ ）基本满意（ ）不满意（ ）", id="brackets"),
    pytest.param("满意（　　）　基本满意（　　）　不满意（　　）", id="wide-brackets"),
    pytest.param("[ ] 满意 [ ] 基本满意 [ ] 不满意", id="task-items"),
    pytest.param("____满意 ____基本满意 ____不满意", id="blanks"),
    pytest.param("满意□基本满意□不满意□（请打√）", id="with-instruction"),
    pytest.param("□满意 □基本满意 □不满意（在□内划“√”）", id="with-box-in-the-instruction"),
    pytest.param("口满意 口基本满意 口不满意", id="read-as-mouth"),
]


@pytest.mark.parametrize("text", EMPTY)
def test_empty_group(text: str) -> None:
    assert read(text)[:2] == (GRADES, [])


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("●满意 ●基本满意 ●不满意", id="dots"),
        pytest.param("■满意 ■基本满意 ■不满意", id="squares"),
        pytest.param("◆满意 ◆基本满意 ◆不满意", id="diamonds"),
    ],
)
def test_bullets_before_all_options_tick_nothing(text: str) -> None:
    assert read(text) == (GRADES, [], "ticks-all-alike")


def test_two_ticks_are_both_read() -> None:
    assert read("☑满意 ☑基本满意 ☐不满意")[1] == ["满意", "基本满意"]


@pytest.mark.parametrize(
    ("text", "labels", "ticked"),
    [
        pytest.param("走访√ 电话√ 座谈 未联系", ["走访", "电话", "座谈", "未联系"], ["走访", "电话"], id="bare-ticks"),
        pytest.param("☑走访 ☑电话 □其他：＿＿＿", ["走访", "电话", "其他"], ["走访", "电话"], id="other-to-fill-in"),
        pytest.param("□其他：上门 ☑电话", ["其他", "电话"], ["电话"], id="other-filled-in"),
    ],
)
def test_several(text: str, labels: list[str], ticked: list[str]) -> None:
    assert read(text)[:2] == (labels, ticked)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("2023年6月5日", id="date"),
        pytest.param("二〇二三年六月五日", id="zero-in-a-year"),
        pytest.param("二○二三年六月五日", id="circle-in-a-year"),
        pytest.param("3×5厘米", id="product"),
        pytest.param("请在“满意”栏内打“√”", id="instruction"),
        pytest.param("对办理结果满意，希望继续。", id="prose"),
        pytest.param("", id="nothing"),
    ],
)
def test_no_marks(text: str) -> None:
    assert read(text)[0] == []


def test_stem_in_front_of_the_boxes() -> None:
    text = "您对办理态度 □满意 ☑基本满意 □不满意"
    found = ticks.read(MappedText.verbatim(text, 0, len(text)))
    assert found.stem is not None
    assert found.stem.text == "您对办理态度"
    assert [o.label.text for o in found.options if o.checked] == ["基本满意"]


def test_what_follows_the_last_option_is_cut_off() -> None:
    assert read("☑满意 □基本满意 □不满意　　签名：祝晓岚")[0] == GRADES


def test_mark_and_label_lead_back_to_the_source() -> None:
    text = "前言：满意（√） 基本满意（ ）"
    (first, _) = ticks.read_options(MappedText.verbatim(text, 3, len(text)))
    assert text[first.label.span.start : first.label.span.end] == "满意"
    assert first.mark is not None
    assert text[first.mark.span.start : first.mark.span.end] == "（√）"


@pytest.mark.parametrize(
    ("cell", "state"),
    [
        ("√", True),
        (" √ ", True),
        ("（√）", True),
        ("☑", True),
        ("●", True),
        ("V", True),
        ("", False),
        ("　", False),
        ("□", False),
        ("（ ）", False),
        ("——", False),
        ("满意", None),
        ("√满意", None),
        ("2", None),
    ],
)
def test_lone_tick(cell: str, state: bool | None) -> None:
    assert ticks.lone_tick(fold(cell)) is state


@pytest.mark.parametrize(
    ("label", "options", "name"),
    [
        ("办理态度", "☑满意 □不满意", ChoiceName.ATTITUDE),
        ("对沟通情况是否满意", "☑满意 □基本满意 □不满意", ChoiceName.RATING),
        ("沟通情况", "☑已沟通 □未沟通", ChoiceName.CONTACT_BEFORE),
        ("面商人", "☑局级领导 □科室负责人", ChoiceName.CONTACT_BEFORE),
        ("办理效果", "☑满意 □基本满意 □不满意", ChoiceName.RATING),
        ("办理效果", "☑好 □一般", ChoiceName.EFFECT),
        ("总体评价", "☑优秀 □良好 □一般", ChoiceName.RATING),
        ("公开意见", "☑同意 □不同意", ChoiceName.DISCLOSURE),
        ("是否同意", "☑同意公开 □不同意公开", ChoiceName.DISCLOSURE),
        ("是否满意", "☑是 □否", ChoiceName.RATING),
        ("意见采纳情况", "☑采纳 □解释说明", ChoiceName.OTHER),
    ],
)
def test_name_of_question(label: str, options: str, name: ChoiceName) -> None:
    found = ticks.read_options(MappedText.verbatim(options, 0, len(options)))
    assert name_of(label, found) is name


def test_multiple() -> None:
    assert is_multiple("改进方面（可多选）", ChoiceName.OTHER)
    assert is_multiple("走访情况", ChoiceName.CONTACT_BEFORE)
    assert not is_multiple("办理结果", ChoiceName.RATING)


def test_long_hostile_values_are_read() -> None:
    for text in ("（" * 20_000, "□" * 20_000, "_" * 20_000, "√ " * 5_000, "口满意" * 2_000, "满" * 50_000 + "√"):
        ticks.read(MappedText.verbatim(text, 0, len(text)))
