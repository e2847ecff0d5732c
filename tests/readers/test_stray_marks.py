"""Marks of Markdown in text of other formats."""

from __future__ import annotations

import pytest

from govreply.blocks import LineKind
from tests.readers.shape import grid, lines, tables


def text_of(source: str, name: str = "a.txt") -> str:
    (line,) = lines(source, name)
    return line.text.text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("**一、基本情况**", "一、基本情况"),
        ("** 一、基本情况**", "一、基本情况"),
        ("　　** 一、基本情况 **", "　　一、基本情况"),
        ("（一）**加大投入。**安排资金。", "（一）加大投入。安排资金。"),
        ("**联系人：**王小虎　**电话：**0551", "联系人：王小虎　电话：0551"),
        ("# 关于某事的答复", "关于某事的答复"),
        ("## **一、情况**", "一、情况"),
    ],
)
def test_they_are_taken_for_what_they_were_meant_to_be(source: str, text: str) -> None:
    assert text_of(source) == text
    assert text_of(f"<html><body><p>{source}</p></body></html>", "a.html").strip() == text.strip()


@pytest.mark.parametrize(
    "source",
    [
        "张**委员、李**委员：",
        "138****1234 与 139****5678",
        "张**：您好，李**：您好",
        "面积3**4与5**6",
        "**",
        "****",
        "** **",
        "**未完",
        "未完**",
        "#今日头条#",
        "1#楼与2#楼",
        "####### 七级",
        "#",
    ],
)
def test_what_masks_counts_or_draws_stays(source: str) -> None:
    assert text_of(source) == source


def test_places_lead_to_the_source_without_the_marks() -> None:
    source = "甲\n## **一、情况** 和 **二**"
    _, line = lines(source, "a.txt")
    assert line.text.text == "一、情况 和 二"
    for part in ("一、情况", "二"):
        at = line.text.text.index(part)
        span = line.text.span(at, at + len(part))
        assert source[span.start : span.end] == part
    assert [line.text.text[a:b] for a, b in line.strong] == ["一、情况", "二"]
    assert (line.kind, line.depth) == (LineKind.HEADING, 2)


def test_cells_of_tables_are_cleaned_too() -> None:
    (table,) = tables("**姓名**\t甲\n**电话**\t123", "a.txt")
    assert grid(table) == [["姓名", "甲"], ["电话", "123"]]
