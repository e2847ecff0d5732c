"""Quoted places."""

from __future__ import annotations

import pytest

from govreply.grammar.quoting import Quoted


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("甲“乙”丙", "乙”"),
        ("甲《乙“丙”丁》戊", "乙“丙”丁》"),
        ("甲‘乙’丙", "乙’"),
        ("甲”乙“丙", ""),
        ("甲“乙丙", "乙丙"),
        ("甲乙", ""),
    ],
)
def test_quoted(text: str, quoted: str) -> None:
    places = Quoted(text)
    assert "".join(sign for at, sign in enumerate(text) if at in places) == quoted
