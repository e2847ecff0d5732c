"""Metadata of the page in every shape is kept as pairs, and leaves the letter whole."""

from __future__ import annotations

import pytest

from govreply.model import Reply
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
    text_letter,
)

PAIRS = {
    "索引号": "640200-104/2023-00018",
    "发布机构": "石嘴山市交通运输局",
    "成文日期": "2023-06-20",
    "公开方式": "主动公开",
}

TABLE = "".join(f"<tr><td>{label}：</td><td>{value}</td></tr>" for label, value in PAIRS.items())
TWO_BY_TWO = (
    "<tr><td>索 引 号</td><td>640200-104/2023-00018</td><td>发布机构</td><td>石嘴山市交通运输局</td></tr>"
    "<tr><td>成文日期</td><td>2023-06-20</td><td>公开方式</td><td>主动公开</td></tr>"
)
PIPES = """| 索引号 | 640200-104/2023-00018 | 发布机构 | 石嘴山市交通运输局 |
|---|---|---|---|
| 成文日期 | 2023-06-20 | 公开方式 | 主动公开 |"""

SHAPES = [
    pytest.param("html", f"<table>{TABLE}</table>", id="table-with-colons"),
    pytest.param("html", f"<table>{TWO_BY_TWO}</table>", id="table-two-pairs-a-row-labels-set-wide"),
    pytest.param("html", f"<table><tr><td><table>{TABLE}</table></td></tr></table>", id="table-inside-a-layout-table"),
    pytest.param(
        "html",
        "<ul>" + "".join(f"<li><b>{k}：</b><span>{v}</span></li>" for k, v in PAIRS.items()) + "</ul>",
        id="list-items",
    ),
    pytest.param(
        "html", "<dl>" + "".join(f"<dt>{k}</dt><dd>{v}</dd>" for k, v in PAIRS.items()) + "</dl>", id="definition-list"
    ),
    pytest.param(
        "html",
        "".join(f"<div>{k}：</div><div>{v}</div>" for k, v in PAIRS.items()),
        id="label-line-then-value-line-in-html",
    ),
    pytest.param(
        "html", "<p>" + "&nbsp;&nbsp;&nbsp;".join(f"{k}：{v}" for k, v in PAIRS.items()) + "</p>", id="one-line"
    ),
    pytest.param(
        "html",
        "<div>" + "".join(f"<span>{k}：{v}</span>" for k, v in PAIRS.items()) + "</div>",
        id="spans-without-blanks",
    ),
    pytest.param("md", PIPES, id="pipe-table"),
    pytest.param("md", "\n".join(f"- {k}：{v}" for k, v in PAIRS.items()), id="bullets"),
    pytest.param("md", "\n".join(f"* **{k}**：{v}" for k, v in PAIRS.items()), id="bold-bullets"),
    pytest.param("txt", "\n".join(f"{k}：{v}" for k, v in PAIRS.items()), id="lines"),
    pytest.param("txt", "\n".join(f"{k}:{v}" for k, v in PAIRS.items()), id="lines-half-width"),
    pytest.param("txt", "\n".join(f"[{k}] {v}" for k, v in PAIRS.items()), id="labels-in-brackets"),
    pytest.param("txt", "\n".join(f"【{k}】{v}" for k, v in PAIRS.items()), id="labels-in-lenticular-brackets"),
    pytest.param("txt", "\n".join(f"{k}\n{v}" for k, v in PAIRS.items()), id="label-line-then-value-line"),
    pytest.param("txt", "\n".join(f"{k}：\n{v}" for k, v in PAIRS.items()), id="label-and-colon-then-value-line"),
    pytest.param("txt", "\n".join(f"{k}\t{v}" for k, v in PAIRS.items()), id="tabs"),
    pytest.param("txt", "\n".join(f"{k} | {v}" for k, v in PAIRS.items()), id="bars"),
    pytest.param(
        "txt",
        "索 引 号：640200-104/2023-00018　　发布机构：石嘴山市交通运输局\n成文日期：2023-06-20　　公开方式：主动公开",
        id="two-a-line-set-wide",
    ),
    pytest.param(
        "txt",
        "索引号　　640200-104/2023-00018　　发布机构　　石嘴山市交通运输局\n成文日期　　2023-06-20　　公开方式　　主动公开",
        id="columns-by-wide-blanks",
    ),
]


def pairs_of(reply: Reply) -> dict[str, str]:
    return {m.label.replace(" ", ""): m.value.text for m in reply.metadata}


def _read(kind: str, block: str, below: bool = False) -> Reply:
    if kind == "html":
        return read_html(html_letter(after=block) if below else html_letter(before=block))
    text = text_letter(block) if below else text_letter(before=(block,))
    return read_markdown(text) if kind == "md" else read_text(text)


@pytest.mark.parametrize(("kind", "block"), SHAPES)
def test_shape(kind: str, block: str) -> None:
    reply = _read(kind, block)
    assert pairs_of(reply) == PAIRS
    assert reply.published
    assert_letter_is_whole(reply)


@pytest.mark.parametrize(("kind", "block"), SHAPES)
def test_shape_below_the_letter(kind: str, block: str) -> None:
    reply = _read(kind, block, below=True)
    assert pairs_of(reply) == PAIRS
    assert_letter_is_whole(reply)


def test_printed_twice() -> None:
    block = "\n".join(f"{k}：{v}" for k, v in PAIRS.items())
    reply = read_text(text_letter(before=(block, block)))
    assert [m.label for m in reply.metadata] == list(PAIRS) * 2
    assert_letter_is_whole(reply)


def test_empty_values() -> None:
    block = (
        "<table><tr><td>索引号：</td><td></td><td>主题词：</td><td></td></tr>"
        "<tr><td>文号：</td><td></td><td>有效性：</td><td>有效</td></tr></table>"
    )
    reply = read_html(html_letter(before=block))
    assert pairs_of(reply) == {"索引号": "", "主题词": "", "文号": "", "有效性": "有效"}
    assert_letter_is_whole(reply)


def test_number_of_the_page_fills_in() -> None:
    head = (HEAD[0], *HEAD[2:])
    reply = read_text(text_letter(before=("索引号：01　文号：石交函〔2023〕18号　公开方式：主动公开",), head=head))
    assert_letter_is_whole(reply)
    assert reply.disclosure is not None
    assert reply.disclosure.value.value == "public"


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(
            "时间：2023年5月8日；地点：市交通运输局三楼。参加座谈的有委员3人，现场达成一致意见。",
            id="minutes-of-a-talk",
        ),
        pytest.param("主题：优化公交线网。", id="topic-of-a-campaign"),
        pytest.param("来源：财政资金1200万元。", id="source-of-money"),
    ],
)
def test_lines_of_the_body_are_no_metadata(line: str) -> None:
    head = (*HEAD[:7], line, *HEAD[7:])
    reply = read_text(text_letter(head=head))
    assert reply.metadata == ()
    assert [p.text for p in reply.sections[0].paragraphs][1] == line


@pytest.mark.parametrize("mark", ["分类：B", "类别：B", "办理类别：B"])
def test_class_mark_is_no_metadata(mark: str) -> None:
    reply = read_text(text_letter(head=(HEAD[0], HEAD[1], mark, *HEAD[2:])))
    assert reply.metadata == ()
    assert reply.disposition is not None
    assert (
        reply.disposition.code.value == "B"
        if hasattr(reply.disposition.code, "value")
        else reply.disposition.code == "B"
    )


def test_form_lines_are_no_metadata() -> None:
    form = "征询意见表\n编号：062\n标题：关于优化公交线网的提案\n承办单位：市交通运输局\n满意度：☑满意 ☐不满意\n日期：2023年6月28日"
    reply = read_text("\n\n".join([*HEAD, *SIGNED, CONTACT, form]) + "\n")
    assert reply.metadata == ()
    assert (form_of(reply).matter_title or reply).text == "关于优化公交线网的提案"  # type: ignore[union-attr]
    date = form_of(reply).date
    assert date is not None
    assert date.iso == "2023-06-28"


def test_letter_beside_its_label_in_a_table_of_the_page() -> None:
    """A page of label and value rows whose last value is the whole letter."""
    longer = "近年来，我局持续完善站点设施，改善候车环境。" * 30
    body = "<br>".join((*HEAD[:7], longer, *HEAD[7:], *SIGNED, CONTACT))
    rows = "".join(f"<tr><td>{k}</td><td>{v}</td></tr>" for k, v in PAIRS.items())
    reply = read_html(f"<html><body><table>{rows}<tr><td>答复内容</td><td>{body}</td></tr></table></body></html>")
    assert reply.is_reply
    assert pairs_of(reply) == PAIRS
    assert_letter_is_whole(reply)


def test_short_labels_that_only_a_style_sheet_sets_apart() -> None:
    spans = "<div><span>文号：石交函〔2023〕18号</span><span>作者：石嘴山市交通运输局</span><span>时间：2023-06-28</span></div>"
    reply = read_html(html_letter(before=spans).replace("<p>石交函〔2023〕18号</p>", ""))
    assert pairs_of(reply) == {"文号": "石交函〔2023〕18号"}
    assert_letter_is_whole(reply)


def test_whether_it_is_public_in_a_table_of_the_page() -> None:
    table = "<table><tr><td>索引号</td><td>G12-3</td><td>是否公开</td><td>主动公开</td></tr></table>"
    reply = read_html(html_letter(before=table))
    assert reply.disclosure is not None and reply.disclosure.value.value == "public"
    assert_letter_is_whole(reply)


def test_a_mark_of_the_letter_above_a_bar_of_the_page_is_the_letters() -> None:
    page = text_letter("公开属性：不予公开", "作者：办公室", before=("索引号：G12-3", "公开方式：主动公开"))
    reply = read_text(page)
    assert reply.disclosure is not None and reply.disclosure.text == "公开属性：不予公开"
