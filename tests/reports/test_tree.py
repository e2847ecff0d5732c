from __future__ import annotations

import io

import pytest

from govreply.language import Language
from govreply.model import Figure, Reply
from govreply.reports.tree import TreePrinter
from govreply.span import Span
from tests.reports.examples import LETTER, reply, source_of
from tests.test_schemas import maximal


@pytest.fixture(autouse=True)
def plain(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)


def tree(value: Reply, text: str = LETTER, language: Language = Language.ZH) -> list[str]:
    out = io.StringIO()
    TreePrinter(out, language, source_of(text)).print(value)
    return [line.rstrip() for line in out.getvalue().splitlines()]


def test_fields_show_value_and_place() -> None:
    lines = tree(reply())
    assert lines[0] == "澄水函.md  澄江市水务局 → 沈一帆 · 澄水函〔2024〕7号 · 第20240015号"
    assert "├── 发文机关  澄江市水务局  1:3" in lines
    assert "├── 发文字号  澄水函〔2024〕7号  （机关代字 澄水函，年份 2024，序号 7）  3:1" in lines
    assert "├── 标题  对市政协九届三次会议第20240015号提案的答复  5:4" in lines
    assert "│   └── 沈一帆  （个人）  7:1" in lines


def test_what_the_document_does_not_say_is_said() -> None:
    assert "├── 公开属性  （文中没有）" in tree(reply())
    assert "├── disclosure  (not in the document)" in tree(reply(), language=Language.EN)


def test_a_form_shows_its_boxes() -> None:
    assert any("结果评价： ☑满意" in line for line in tree(maximal(), "字" * 1300))


def test_every_value_of_a_full_reply_is_somewhere() -> None:
    shown = "\n".join(tree(maximal(), "字" * 1300))
    for value in (
        "顾怀远",
        "提案收悉。",
        "一是疏浚。",
        "《河道管理办法》",
        "0877-5550142",
        "806",
        "652500",
        "5329",
        "疏浚",
    ):
        assert value in shown, value


def test_long_texts_are_shortened_and_controls_shown() -> None:
    figure = Figure(text="\x1b" + "长" * 500, span=Span(0, 1), value=3.5, unit="公里")
    shown = "\n".join(tree(reply(figures=(figure,))))
    assert "␛长长" in shown and "长…" in shown
    assert "长" * 100 not in shown and "\x1b" not in shown
