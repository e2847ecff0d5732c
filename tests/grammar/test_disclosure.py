"""公开属性: the disclosure mark in brackets under the date, as a labelled line, bare, or in the page's metadata."""

from __future__ import annotations

import pytest

from tests.grammar.head_letter import codes, letter, reply_of

TITLE = "关于县政协十届二次会议第57号提案的答复"
ORGAN, DATE = "青浦区民政局", "2023年6月12日"

NOTES: dict[str, tuple[str, str]] = {
    "published": ("（此件公开发布）", "public"),
    "agreed-in-full": ("公开意见：同意全文公开", "public"),
    "not-agreed-in-full": ("公开意见：不同意全文公开", "withheld"),
    "active": ("（此件主动公开）", "public"),
    "on-request": ("（此件依申请公开）", "on_request"),
    "withheld": ("（此件不予公开）", "withheld"),
    "exempt": ("（此件免予公开）", "withheld"),
    "not-public": ("（此件不公开）", "withheld"),
    "half-width": ("(此件公开发布)", "public"),
    "hexagonal": ("〔此件公开发布〕", "public"),
    "square": ("【此件公开发布】", "public"),
    "no-brackets": ("此件公开发布", "public"),
    "spaced": ("（ 此 件 公 开 发 布 ）", "public"),
    "this-paper": ("（此文件公开发布）", "public"),
    "this-letter": ("（本件依申请公开）", "on_request"),
    "this-document": ("（此文主动公开）", "public"),
    "this-reply": ("（此复函公开）", "public"),
    "asked-public": ("是否同意公开：是", "public"),
    "asked-withheld": ("是否同意公开：否", "withheld"),
    "asked-short": ("是否公开：是", "public"),
    "asked-words": ("是否公开：公开", "public"),
    "asked-not": ("是否公开：不公开", "withheld"),
    "asked-may": ("是否可以公开：可以公开", "public"),
    "asked-agree": ("是否同意公开：同意", "public"),
    "asked-disagree": ("是否同意公开：不同意", "withheld"),
    "asked-agree-public": ("是否同意公开：同意公开", "public"),
    "property": ("公开属性：主动公开", "public"),
    "property-spaced": ("公 开 属 性：依申请公开", "on_request"),
    "information-property": ("信息公开属性：不予公开", "withheld"),
    "option": ("政府信息公开选项：主动公开", "public"),
    "way": ("公开方式：主动公开", "public"),
    "type": ("公开类型：依申请公开", "on_request"),
    "form": ("公开形式：主动公开", "public"),
    "opinion": ("公开意见：同意公开", "public"),
    "ticked-after": ("是否公开：是☑ 否□", "public"),
    "ticked-after-second": ("是否同意公开：是□　否√", "withheld"),
    "ticked-before": ("公开属性：☑主动公开 □依申请公开 □不予公开", "public"),
    "ticked-before-second": ("公开属性：□主动公开 ■依申请公开 □不予公开", "on_request"),
    "bare": ("公开", "public"),
    "bare-active": ("主动公开", "public"),
    "bare-on-request": ("依申请公开", "on_request"),
    "bare-brackets": ("（主动公开）", "public"),
    "full-text": ("此件全文公开", "public"),
    "ended-by-stop": ("（此件公开发布）。", "public"),
}


@pytest.mark.parametrize(("line", "value"), NOTES.values(), ids=NOTES)
def test_disclosure_under_date(line: str, value: str) -> None:
    mark = reply_of(letter(TITLE, end=(ORGAN, DATE, line))).disclosure
    assert mark is not None and mark.value == value


PLACES: dict[str, tuple[str, str, str]] = {
    "before-signature": ("a.txt", letter(TITLE, end=("（此件主动公开）", ORGAN, DATE)), "public"),
    "head-top-right": ("a.txt", letter("公开属性：依申请公开", TITLE), "on_request"),
    "head-bare": ("a.txt", letter("主动公开", "青民函〔2023〕8号", TITLE), "public"),
    "head-beside-class": ("a.txt", letter("类别：A　　公开属性：主动公开", TITLE), "public"),
    "head-beside-number": ("a.txt", letter("青民函〔2023〕8号　　　公开", TITLE), "public"),
    "behind-title": ("a.txt", letter(TITLE + "（主动公开）"), "public"),
    "after-copies": ("a.txt", letter(TITLE, end=(ORGAN, DATE, "抄送：区政协提案委。", "公开属性：主动公开")), "public"),
    "beside-date": ("a.txt", letter(TITLE, end=(ORGAN, DATE + "（此件公开发布）")), "public"),
    "beside-contact": (
        "a.txt",
        letter(TITLE, end=(ORGAN, DATE, "联系人：陆远舟　电话：021-59720000", "是否公开：是")),
        "public",
    ),
    "metadata-line": ("a.txt", "索引号：QP-01　公开方式：主动公开\n\n" + letter(TITLE), "public"),
    "metadata-table": (
        "a.md",
        "| 索引号 | QP-01 | 公开属性 | 依申请公开 |\n| --- | --- | --- | --- |\n| 发布机构 | 青浦区民政局 | 文号 | |\n\n"
        + letter(TITLE),
        "on_request",
    ),
    "letter-before-metadata": (
        "a.txt",
        "索引号：QP-01　公开方式：主动公开\n\n" + letter(TITLE, end=(ORGAN, DATE, "（此件依申请公开）")),
        "on_request",
    ),
    "bold-italic": ("a.md", letter(TITLE, end=(ORGAN, DATE, "***（此件公开发布）***")), "public"),
}


@pytest.mark.parametrize(("name", "text", "value"), PLACES.values(), ids=PLACES)
def test_disclosure_place(name: str, text: str, value: str) -> None:
    mark = reply_of(text, name).disclosure
    assert mark is not None and mark.value == value


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(letter(TITLE), id="none"),
        pytest.param(letter(TITLE, end=(ORGAN, DATE, "是否公开：")), id="label-empty"),
        pytest.param(letter("关于县政协十届二次会议第57号提案的公开答复摘要"), id="public-summary-title"),
        pytest.param(letter(TITLE, end=(ORGAN, DATE, "（此件公开摘要）")), id="summary-only"),
        pytest.param(letter(TITLE, body="答复全文已公开在区政府网站，我局持续推进。"), id="published-at"),
        pytest.param(letter(TITLE, body="我局主动公开补贴发放名单，接受群众监督。"), id="verb-in-body"),
        pytest.param(letter(TITLE, end=(ORGAN, DATE, "是否同意公开：是□ 否□")), id="unticked-boxes"),
        pytest.param(letter(TITLE, end=(ORGAN, DATE, "公开属性：主动公开/依申请公开/不予公开")), id="blank-template"),
    ],
)
def test_no_disclosure(text: str) -> None:
    assert reply_of(text).disclosure is None


def test_second_mark_that_differs_is_told() -> None:
    reply = reply_of(letter("公开属性：主动公开", TITLE, end=(ORGAN, DATE, "（此件不予公开）")))
    assert "second-disclosure-mark" in codes(reply)


def test_empty_label_is_told() -> None:
    assert "disclosure-empty" in codes(reply_of(letter(TITLE, end=(ORGAN, DATE, "是否公开："))))


def test_marks_side_by_side_behind_the_letter() -> None:
    line = "公开类别：主动公开　　办理结果：第11号A类，第19号B类"
    reply = reply_of(letter(TITLE, end=(ORGAN, DATE, line)))
    assert reply.disclosure is not None and reply.disclosure.value.value == "public"
    assert "left-over" not in codes(reply)
