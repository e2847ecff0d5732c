"""Rows: layout tables are opened, data tables kept, layout spaces dropped."""

from __future__ import annotations

import pytest

from govreply.grammar.rows import Grid, Row, lay_out, tidy
from govreply.readers import read
from govreply.span import MappedText


def pieces(html: str) -> list[str]:
    """``row`` or ``grid`` for each piece of a page."""
    found = lay_out(read(f"<html><body>{html}</body></html>".encode(), "page.html"))
    return ["grid" if isinstance(p, Grid) else p.text for p in found]


LONG = "我局持续改善候车环境，增设站亭座椅。" * 40
INNER = "<table><tr><td>甲</td><td>乙</td></tr></table>"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        pytest.param("<table><tr><td>一</td><td>二</td></tr></table>", ["grid"], id="data"),
        pytest.param("<table><tr><td>全文</td></tr></table>", ["全文"], id="single-cell"),
        pytest.param(
            f"<table><tr><td>菜单</td><td>栏目</td></tr><tr><td></td><td>{LONG}</td></tr></table>",
            ["菜单", "栏目", LONG],
            id="long-cell",
        ),
        pytest.param(
            f"<table><tr><td>意见建议</td><td>{LONG}</td></tr></table>", ["grid"], id="long-cell-behind-its-label"
        ),
        pytest.param(
            f"<table><tr><td>答复内容</td><td>{LONG}</td></tr></table>",
            ["答复内容", LONG],
            id="letter-behind-its-label",
        ),
        pytest.param(f"<table><tr><td>评价</td><td>{INNER}</td></tr></table>", ["grid"], id="small-table-inside"),
        pytest.param(
            f"<table><tr><td>左</td><td><table><tr><td>{LONG}</td></tr></table></td></tr></table>",
            ["左", LONG],
            id="large-table-inside",
        ),
    ],
)
def test_tables(html: str, expected: list[str]) -> None:
    assert pieces(html) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("提 案 者", "提案者", id="set-wide"),
        pytest.param("　　一、 做法", "一、做法", id="indent"),
        pytest.param("第 62 号", "第62号", id="digits"),
        pytest.param("New  Energy 汽车", "New Energy汽车", id="latin-words"),
        pytest.param("公\u200b交\ufeff线", "公交线", id="invisible"),
    ],
)
def test_tidy(text: str, expected: str) -> None:
    assert tidy(MappedText.verbatim(text, 0, len(text))).text == expected


def test_text_leads_back_to_the_source() -> None:
    source = "　　提 案 者：祝晓岚\n"
    (row,) = lay_out(read(source.encode(), "page.txt"))
    assert isinstance(row, Row)
    assert row.text == "提案者：祝晓岚"
    assert [source[row.tidy.span(i, i + 1).start] for i in range(len(row.text))] == list("提案者：祝晓岚")


def test_cell_keeps_its_lines_apart() -> None:
    found = lay_out(read(b"<table><tr><td>a<br>b</td><td>c</td></tr></table>", "page.html"))
    assert isinstance(found[0], Grid)
    assert [[r.text for r in c.rows] for c in found[0].cells] == [["a", "b"], ["c"]]


def test_table_that_only_pushes_the_signature_to_the_right() -> None:
    html = "<table><tr><td></td><td>市水务局</td></tr><tr><td></td><td>2023年6月1日</td></tr></table>"
    assert pieces(html) == ["市水务局", "2023年6月1日"]
