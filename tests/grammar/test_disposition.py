"""办理结果类别: the class mark in all the places where offices put it, and what is no mark."""

from __future__ import annotations

import pytest

from tests.grammar.head_letter import codes, letter, reply_of

TITLE = "关于县政协十届二次会议第57号提案的答复"
NUMBER = "青民函〔2023〕8号"

# a line between number and title
LINES: dict[str, tuple[str, str]] = {
    "leibie": ("类别：A", "A"),
    "leibie-inner-space": ("类 别：B", "B"),
    "leibie-two-spaces": ("类  别:B", "B"),
    "leibie-brackets": ("类别：（C）", "C"),
    "leibie-half-width": ("类别:A", "A"),
    "leibie-lei": ("类别：B类", "B"),
    "result-brackets": ("办理结果：(C)", "C"),
    "result": ("办理结果：A", "A"),
    "result-lei": ("办理结果：B类", "B"),
    "result-class": ("办理结果类别：B", "B"),
    "situation": ("办理情况：A", "A"),
    "done-class": ("办复类别：A", "A"),
    "done-situation": ("办复情况：C", "C"),
    "handling-class": ("办理类别：D", "D"),
    "handling-type": ("办理类型：B", "B"),
    "reply-class": ("答复类别：A", "A"),
    "reply-type": ("答复类型：A类", "A"),
    "division": ("分类：C", "C"),
    "result-division": ("办理结果分类：C", "C"),
    "grade": ("办理等级：B级", "B"),
    "class-sign": ("类别标记：B", "B"),
    "handling-class-sign": ("办理类别标识：A", "A"),
    "bare": ("B", "B"),
    "bare-lei": ("B类", "B"),
    "bare-brackets": ("（B）", "B"),
    "bare-brackets-lei": ("（B类）", "B"),
    "full-width": ("类别：Ｂ", "B"),
    "full-width-bare": ("Ｂ", "B"),
    "quoted": ("类别：“B”", "B"),
    "quoted-lei": ("类别：“B”类", "B"),
    "bold": ("**类别：A**", "A"),
    "jia": ("类别：甲", "A"),
    "yi-lei": ("办理结果：乙类", "B"),
    "bing": ("（丙类）", "C"),
    "ding": ("丁类", "D"),
    "lower-case": ("类别：b", "B"),
    "no-colon": ("类别 A", "A"),
    "suggestion-class": ("建议类别：A", "A"),
    "proposal-class": ("提案分类：B", "B"),
    "result-mark": ("办理结果标识：A", "A"),
    "result-code": ("办理结果代码：A", "A"),
    "implementation": ("落实情况：B", "B"),
    "adoption-grade": ("采纳情况：A类", "A"),
    "ended-by-stop": ("类别：A。", "A"),
}


@pytest.mark.parametrize(("line", "code"), LINES.values(), ids=LINES)
def test_class_on_own_line(line: str, code: str) -> None:
    mark = reply_of(letter(NUMBER, line, TITLE), "a.md" if "*" in line else "a.txt").disposition
    assert mark is not None and mark.code == code


# the same mark elsewhere
PLACES: dict[str, tuple[str, str]] = {
    "top-right-before-organ": (letter("A", "青浦区民政局", NUMBER, TITLE), "A"),
    "beside-a-disclosure-without-label": (letter(NUMBER, "B类　　　　主动公开", TITLE), "B"),
    "below-title": (letter(NUMBER, TITLE, "类别：B"), "B"),
    "before-addressee": (letter(TITLE, "办理结果：C"), "C"),
    "behind-number-spaced": (letter(NUMBER + " B类", TITLE), "B"),
    "behind-number-letter": (letter(NUMBER + "　　A", TITLE), "A"),
    "behind-number-glued": (letter(NUMBER + "B类", TITLE), "B"),
    "behind-number-brackets": (letter(NUMBER + "（B类）", TITLE), "B"),
    "behind-number-label": (letter(NUMBER + "　类别：C", TITLE), "C"),
    "behind-empty-number": (letter("青民複〔2023〕號(B類)", TITLE), "B"),
    "prefix-of-number-round": (letter("编号：B（2017）12号", TITLE), "B"),
    "prefix-of-number-square": (letter("编号:B[2017]12号", TITLE), "B"),
    "inside-title": (letter("关于县政协十届二次会议第57号提案办理情况（B）的函"), "B"),
    "brackets-behind-title": (letter(TITLE + "（B类）"), "B"),
    "brackets-letter-behind-title": (letter(TITLE + "（A）"), "A"),
    "label-behind-title": (letter(TITLE + " 类别：A"), "A"),
    "after-number-after-title": (letter(TITLE + "（青民函〔2023〕8号）分类：B"), "B"),
    "after-body": (letter(TITLE, end=("办复类别：A", "青浦区民政局", "2023年6月12日")), "A"),
    "after-date": (letter(TITLE, end=("青浦区民政局", "2023年6月12日", "办理结果：B")), "B"),
    "label-then-line": (letter("办复情况", "A", TITLE), "A"),
    "label-then-line-lei": (letter("办理类型", "B类", TITLE), "B"),
    "with-signer": (letter("签发人：陆远舟　　类别：B", TITLE), "B"),
    "under-signer": (letter("签发人：陆远舟", "（A类）", TITLE), "A"),
    "organ-line": (letter("青浦区民政局　　　　类别：A", TITLE), "A"),
    "same-line-as-public": (letter("办理结果：A　　公开属性：主动公开", TITLE), "A"),
    "metadata-line": ("索引号：QP-01　办理类型：B\n\n" + letter(TITLE), "B"),
}


@pytest.mark.parametrize(("text", "code"), PLACES.values(), ids=PLACES)
def test_class_place(text: str, code: str) -> None:
    mark = reply_of(text).disposition
    assert mark is not None and mark.code == code


def test_class_in_html_cell_top_right() -> None:
    page = f"<table><tr><td>{NUMBER}</td><td>类别：B</td></tr></table><h1>{TITLE}</h1><p>" + letter(gap="</p><p>")
    mark = reply_of(page, "a.html").disposition
    assert mark is not None and mark.code == "B"


FORM = "\n\n县政协提案办理情况征询意见表\n\n提案编号\t57\n\n提案者\t石云飞\n\n办理结果\t{}\n\n是否满意\t满意（√）　不满意（　）\n"


@pytest.mark.parametrize(
    ("head", "cell", "code"),
    [
        pytest.param((TITLE,), "B", "B", id="cell-only"),
        pytest.param(("类别：A", TITLE), "B", "A", id="letter-before-cell"),
    ],
)
def test_class_in_a_cell_of_the_form(head: tuple[str, ...], cell: str, code: str) -> None:
    mark = reply_of(letter(*head) + FORM.format(cell)).disposition
    assert mark is not None and mark.code == code


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(letter(TITLE) + FORM.format("解决"), id="words-in-a-cell-of-the-form"),
        pytest.param(letter(NUMBER, TITLE), id="none"),
        pytest.param(letter("类别：提案", TITLE), id="another-thing"),
        pytest.param(letter("类别：", TITLE), id="empty"),
        pytest.param(letter("分类A/B/C", TITLE), id="blank-template"),
        pytest.param(letter("类别：A/B/C", TITLE), id="blank-template-colon"),
        pytest.param(letter(TITLE, "吸收采纳情况：解决"), id="wording"),
        pytest.param(letter("办理结果：已解决", TITLE), id="result-in-words"),
        pytest.param(letter(TITLE, body="其中A类建议12件、B类建议3件，我局持续推进。"), id="tally-in-body"),
        pytest.param(letter("公开类别：主动公开", TITLE), id="disclosure-class"),
        pytest.param(letter("类别：AB", TITLE), id="two-letters"),
        pytest.param(letter("类别：A1", TITLE), id="sub-class"),
        pytest.param(letter("体裁分类：D02", TITLE), id="code-of-page"),
    ],
)
def test_no_class(text: str) -> None:
    assert reply_of(text).disposition is None


def test_second_mark_that_differs_is_told() -> None:
    reply = reply_of(letter(NUMBER, "类别：A", TITLE, end=("青浦区民政局", "2023年6月12日", "办复类别：B")))
    assert reply.disposition is not None and reply.disposition.code == "A"
    assert "second-class-mark" in codes(reply)


def test_unread_class_label_is_told() -> None:
    assert "class-unread" in codes(reply_of(letter("类别：A1", TITLE)))


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("提案办理类型：B类", "B"),
        ("建议办理结果：A", "A"),
        ("办理结果：列入计划，逐步解决（B）", "B"),
        ("三、办理结果：C类，因条件限制暂不能解决。", "C"),
    ],
)
def test_a_class_on_a_line_of_the_body(line: str, code: str) -> None:
    text = letter(TITLE, body=f"一、现状\n\n已建成服务站点12个。\n\n二、打算\n\n年内再建3个。\n\n{line}")
    reply = reply_of(text)
    assert reply.disposition is not None and reply.disposition.code == code
    assert text[reply.disposition.span.start : reply.disposition.span.end] == code


def test_marks_behind_the_letterhead_and_the_number() -> None:
    head = ("青浦区民政局　　　　　　　　B", "2023第062号　　　　　　依申请公开")
    reply = reply_of(letter(*head, TITLE, end=("区民政局", "2023年6月12日")))
    assert reply.disposition is not None and reply.disposition.code == "B"
    assert reply.disclosure is not None and reply.disclosure.value.value == "on_request"
    assert reply.issuer is not None and reply.issuer.text == "青浦区民政局"


def test_a_class_within_the_title_stays_in_it() -> None:
    title = "关于政协第十四届全国委员会第一次会议第00024号（农业水利类031号）提案办理情况（C）的函"
    reply = reply_of(letter(title))
    assert reply.title is not None and reply.title.text == title
    assert reply.disposition is not None and reply.disposition.code == "C"
