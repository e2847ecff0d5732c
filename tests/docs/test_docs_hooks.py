"""Chinese text that is wrapped in the source has no spaces in the page; all else is left as it is."""

from __future__ import annotations

import pytest

from scripts.docs_hooks import on_page_markdown


@pytest.mark.parametrize(
    ("markdown", "page"),
    [
        ("照本页原样\n操作。\n", "照本页原样操作。\n"),
        ("，见\n“这里”", "，见“这里”"),
        ("- 第一行，\n  接着写\n- 第二项\n", "- 第一行，接着写\n- 第二项\n"),
        ("两段\n\n文字", "两段\n\n文字"),
        ("one\ntwo", "one\ntwo"),
        ("用\n`check`", "用\n`check`"),
        ("| 表 |\n| 格 |", "| 表 |\n| 格 |"),
        ("前\n\n```text\n一行\n两行\n```\n", "前\n\n```text\n一行\n两行\n```\n"),
    ],
)
def test_wrapped_lines(markdown: str, page: str) -> None:
    assert on_page_markdown(markdown) == page
