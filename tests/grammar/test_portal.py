"""Pages of portals that show a matter and its reply together."""

from __future__ import annotations

import pytest

from govreply.model import Reply
from tests.grammar.page_letter import HEAD, assert_letter_is_whole, html_letter, read_html, read_text, text_letter

PAIRS = {"提案人": "白小川", "承办单位": "石嘴山市交通运输局", "提交时间": "2023-02-11", "办理状态": "已办结"}
TABLE = "".join(f"<tr><th>{label}</th><td>{value}</td></tr>" for label, value in PAIRS.items())
TWO_BY_TWO = (
    "<tr><td>提案人</td><td>白小川</td><td>承办单位</td><td>石嘴山市交通运输局</td></tr>"
    "<tr><td>提交时间</td><td>2023-02-11</td><td>办理状态</td><td>已办结</td></tr>"
)


def told(reply: Reply) -> dict[str, str]:
    return {pair.label: pair.value.text for pair in reply.metadata}


def left_over(reply: Reply) -> list[str]:
    return [d.detail for d in reply.diagnostics if d.code in ("left-over", "table-left-over")]


@pytest.mark.parametrize(
    "before",
    [
        pytest.param(f"<table>{TABLE}</table>", id="table"),
        pytest.param(f"<table>{TWO_BY_TWO}</table>", id="two-pairs-a-row"),
        pytest.param("<ul>" + "".join(f"<li>{k}：{v}</li>" for k, v in PAIRS.items()) + "</ul>", id="list"),
        pytest.param(
            "<dl>" + "".join(f"<dt>{k}：</dt><dd>{v}</dd>" for k, v in PAIRS.items()) + "</dl>", id="definitions"
        ),
    ],
)
def test_pairs_are_kept_as_metadata(before: str) -> None:
    reply = read_html(html_letter(before=before))
    assert_letter_is_whole(reply)
    assert told(reply) == PAIRS
    assert left_over(reply) == []


def test_the_table_names_the_matter_where_the_letter_does_not() -> None:
    table = (
        "<table><tr><td>提案编号</td><td>062</td><td>会议</td><td>市政协十一届二次会议</td></tr>"
        "<tr><td>案由</td><td colspan=3>关于优化公交线网的提案</td></tr></table>"
    )
    page = html_letter(before=table).replace("<p>关于市政协十一届二次会议第062号提案的答复</p>", "")
    page = page.replace("提出的《关于优化公交线网的提案》收悉", "的提案收悉")
    matter = read_html(page).matter
    assert matter is not None
    assert matter.number is not None
    assert matter.title is not None
    assert (matter.number.text, matter.title.text, matter.term, matter.session) == (
        "062",
        "关于优化公交线网的提案",
        11,
        2,
    )


def test_the_text_of_the_proposal_is_no_part_of_the_letter() -> None:
    own = ("提案内容", "群众候车时间过长。为此建议：", "一、增开公交线路。", "二、加密早班车次。", "答复内容：")
    reply = read_text(text_letter(before=own))
    assert_letter_is_whole(reply)
    assert left_over(reply) == []
    assert [p.element for p in reply.parts].count("matter-text") == 3


def test_results_behind_the_letter_are_no_part_of_it() -> None:
    head = (*HEAD, "吸收采纳情况：采纳", "解决情况：列入计划")
    reply = read_text(text_letter("满意度评价：满意", head=head))
    assert_letter_is_whole(reply)
    assert told(reply) == {"吸收采纳情况": "采纳", "解决情况": "列入计划", "满意度评价": "满意"}
    assert [p.text for p in reply.closing] == [HEAD[-1]]
    assert reply.disposition is None


@pytest.mark.parametrize(
    "line",
    ["承办单位：石嘴山市交通运输局", "解决情况：上述问题涉及多个部门，我局将继续协调推进，力争年底前全部办结。"],
)
def test_lines_of_the_letter_with_such_words_stay(line: str) -> None:
    assert told(read_text(text_letter(head=(*HEAD[:7], line, *HEAD[7:])))) == {}
