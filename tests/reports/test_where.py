import io

import pytest

from govreply.findings import Finding, Related, Result, Severity, Verdict
from govreply.language import Language
from govreply.places import Place, Story
from govreply.reports.text import TextReport
from govreply.reports.where import address, place_label, where
from govreply.source import Source
from govreply.span import Span


def laid_out(text: str, *places: Place) -> Source:
    return Source("复函.docx", "application/x", text, None, "laid-out", "", 0, places)


@pytest.mark.parametrize(
    ("place", "zh", "en"),
    [
        (Place(span=Span(0, 1), paragraph=12, run=3), "第12段", "paragraph 12"),
        (
            Place(span=Span(0, 1), paragraph=20, table=1, row=3, column=2),
            "表格1 第3行第2列",
            "table 1, row 3, column 2",
        ),
        (Place(span=Span(0, 1), story=Story.HEADER, paragraph=1), "页眉 第1段", "header, paragraph 1"),
        (Place(span=Span(0, 1), story=Story.FOOTNOTE, paragraph=2), "脚注 第2段", "footnote, paragraph 2"),
        (Place(span=Span(0, 1), page=3, box=(0.0, 0.0, 1.0, 1.0)), "第3页", "page 3"),
    ],
)
def test_a_place_is_told_in_both_languages(place: Place, zh: str, en: str) -> None:
    assert (place_label(place, Language.ZH), place_label(place, Language.EN)) == (zh, en)


def test_a_text_file_has_lines_and_a_laid_out_one_places() -> None:
    text = Source("a.md", "text/markdown", "甲\n乙丙", "utf-8", "utf-8", "", 0)
    assert where(text, Span(3, 4), Language.ZH) == "2:2"
    assert address(text, Span(3, 4), Language.ZH, "a.md") == "a.md:2:2"
    paper = laid_out("甲\n乙丙", Place(span=Span(0, 1), paragraph=1), Place(span=Span(2, 4), paragraph=4))
    assert address(paper, Span(3, 4), Language.EN, "复函.docx") == "复函.docx paragraph 4"


def test_the_report_on_a_laid_out_document_names_places_and_no_lines() -> None:
    source = laid_out("第8号\n第9号", Place(span=Span(0, 3), paragraph=2), Place(span=Span(4, 7), paragraph=31))
    finding = Finding(
        rule="some-rule",
        code="IDN001",
        severity=Severity.ERROR,
        message="编号不一致",
        span=Span(5, 6),
        related=(Related(span=Span(1, 2), label="标题"),),
    )
    out = io.StringIO()
    report = TextReport(out, Language.ZH)
    report.add(Result(name="复函.docx", verdict=Verdict.FAIL, source=source, findings=(finding,)))
    lines = [line.rstrip() for line in out.getvalue().splitlines()]
    at = next(n for n, line in enumerate(lines) if "┌─" in line)
    assert lines[at:] == [
        "  ┌─ 复函.docx 第31段",
        "  │ 第9号",
        "  │   ^",
        "  ├─ 复函.docx 第2段",
        "  │ 第8号",
        "  │   - 标题",
    ]
