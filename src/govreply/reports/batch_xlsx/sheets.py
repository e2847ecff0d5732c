"""The tables of the workbook, one function a sheet."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from attrs import frozen

from govreply.findings import Severity
from govreply.language import Bilingual, Language
from govreply.reports.base import RuleHelp
from govreply.reports.batch_links import sheet_link, target
from govreply.reports.batch_rows import STATUSES, CrossIssue, CrossPlace, Document, Issue, Spot, name_of
from govreply.reports.batch_view import BatchView
from govreply.reports.batch_words import NO_ISSUER, STATUS_WORDS, advice, format_name, remark
from govreply.reports.batch_xlsx.table import Cell, Column, Link, Styled, Table
from govreply.reports.words import SEVERITIES

ISSUES: Final = Bilingual("问题清单", "Findings")
DOCUMENTS: Final = Bilingual("文件清单", "Documents")
CROSS: Final = Bilingual("跨文件问题", "Across documents")
ORGANS: Final = Bilingual("按单位统计", "By organ")

_NUMBER: Final = Column(Bilingual("序号", "No."), 7, "number")
_FILE: Final = Column(Bilingual("文件", "File"), 34)
_SEVERITY: Final = Column(Bilingual("级别", "Severity"), 9, "centre")
_RULE: Final = Column(Bilingual("规则", "Rule"), 18)
_CODE: Final = Column(Bilingual("代号", "Code"), 9, "centre")
_MESSAGE: Final = Column(Bilingual("问题", "Finding"), 46)
_WAIVED: Final = Column(Bilingual("豁免", "Waived"), 18)
_ADVICE: Final = Column(Bilingual("处理建议", "What to do"), 32)

OpenTable = Callable[..., Table]


@frozen(kw_only=True)
class Desk:
    """What every sheet needs.

    Attributes:
        open: makes a table. folder: of the workbook, absolute. rules: by name.
    """

    view: BatchView
    open: OpenTable
    folder: Path
    rules: Mapping[str, RuleHelp]

    @property
    def language(self) -> Language:
        """That of the report."""
        return self.view.language

    def title(self, rule: str) -> str:
        """What a rule is called."""
        known = self.rules.get(rule)
        return known.title if known else rule

    def file(self, document: Document | CrossPlace) -> Link | None:
        """A document with a link to its file, or to the archive that holds it."""
        if document.path is None:
            return None
        found = target(document.path, self.folder, self.view.here)
        return Link(name_of(document.path, document.member), sheet_link(found) if found else None)

    def severity(self, severity: Severity) -> Styled:
        """A severity in its colour."""
        return Styled(SEVERITIES[severity].within(self.language), severity.value)

    def say(self, zh: str, en: str) -> str:
        """The text in the language of the report."""
        return Bilingual(zh, en).within(self.language)


def write_issues(desk: Desk) -> Table:
    """Every finding on a document, in the order of the documents and of their texts."""
    columns = (
        _NUMBER,
        _FILE,
        _SEVERITY,
        _RULE,
        _CODE,
        _MESSAGE,
        Column(Bilingual("位置", "Place"), 15),
        Column(Bilingual("原文", "Text there"), 28),
        Column(Bilingual("对照处", "Contradicts"), 34),
        _ADVICE,
        Column(Bilingual("可改为", "Replace by"), 18, printed=False),
        _WAIVED,
        Column(Bilingual("发文机关", "Issuer"), 22),
        Column(Bilingual("文号", "Document number"), 22, "short"),
        Column(Bilingual("文件序号", "Document no."), 9, "number"),
    )
    table = desk.open(name=ISSUES.within(desk.language), columns=columns, frozen_columns=2)
    for document in desk.view.documents():
        file = desk.file(document)
        for issue in desk.view.issues(document):
            table.add(_issue(desk, document, file, issue, table.rows + 1))
    table.close()
    return table


def _issue(desk: Desk, document: Document, file: Link | None, issue: Issue, number: int) -> tuple[Cell, ...]:
    return (
        number,
        file,
        desk.severity(issue.severity),
        desk.title(issue.rule),
        issue.code,
        issue.message,
        issue.spot.where(desk.language),
        issue.spot.quote,
        desk.say("；", "; ").join(_other(desk, spot) for spot in issue.related),
        issue.suggestion,
        issue.fix,
        _waiver(desk, issue),
        document.issuer,
        document.document_number,
        document.number,
    )


def _waiver(desk: Desk, issue: Issue | CrossIssue) -> str | None:
    return issue.waiver if issue.waiver is None else issue.waiver or desk.say("已豁免", "waived")


def _other(desk: Desk, spot: Spot) -> str:
    where = spot.where(desk.language)
    return desk.say(f"{spot.label}（{where}）：{spot.quote}", f"{spot.label} ({where}): {spot.quote}")


def write_documents(desk: Desk) -> Table:
    """Every file that was found, with what became of it."""
    columns = (
        _NUMBER,
        _FILE,
        Column(Bilingual("结论", "Verdict"), 11, "centre"),
        Column(Bilingual("错误", "Errors"), 7, "number"),
        Column(Bilingual("警告", "Warnings"), 7, "number"),
        Column(Bilingual("提示", "Hints"), 7, "number"),
        Column(Bilingual("已豁免", "Waived"), 8, "number"),
        Column(Bilingual("说明", "Remark"), 28),
        _ADVICE,
        Column(Bilingual("题名", "Title"), 40),
        Column(Bilingual("发文机关", "Issuer"), 22),
        Column(Bilingual("文号", "Document number"), 22, "short"),
        Column(Bilingual("成文日期", "Date"), 12, "centre", printed=False),
        Column(Bilingual("件号", "Item"), 14),
        Column(Bilingual("办理类别", "Class"), 9, "centre"),
        Column(Bilingual("页数", "Pages"), 7, "number"),
        Column(Bilingual("字数", "Characters"), 9, "number"),
        Column(Bilingual("格式", "Format"), 11, "centre"),
        Column(Bilingual("大小（字节）", "Size (bytes)"), 12, "number"),
        Column(Bilingual("SHA-256", "SHA-256"), 20, "short"),
    )
    table = desk.open(name=DOCUMENTS.within(desk.language), columns=columns, frozen_columns=2)
    for document in desk.view.documents():
        table.add(_document(desk, document))
    table.close()
    return table


def _document(desk: Desk, document: Document) -> tuple[Cell, ...]:
    return (
        document.number,
        desk.file(document),
        Styled(STATUS_WORDS[document.status].within(desk.language), document.status),
        *(document.counts[severity] or None for severity in Severity),
        document.waived or None,
        remark(document, desk.language),
        advice(document, desk.language),
        document.title,
        document.issuer,
        document.document_number,
        document.date,
        document.matter,
        document.class_mark,
        document.pages,
        document.characters,
        format_name(document.media_type),
        document.size,
        document.sha256,
    )


def write_cross(desk: Desk) -> Table:
    """Every document and row of the catalogue that takes part in a finding over many, a row each."""
    columns = (
        Column(Bilingual("问题号", "Finding no."), 8, "number"),
        _SEVERITY,
        _RULE,
        _CODE,
        _MESSAGE,
        Column(Bilingual("涉及之处", "Part"), 30),
        _FILE,
        Column(Bilingual("目录行", "Catalogue row"), 14, "centre"),
        _ADVICE,
        _WAIVED,
        Column(Bilingual("文件序号", "Document no."), 9, "number"),
    )
    table = desk.open(name=CROSS.within(desk.language), columns=columns, frozen_columns=1)
    for number, issue in enumerate(desk.view.cross(), start=1):
        head = (number, desk.severity(issue.severity), desk.title(issue.rule), issue.code, issue.message)
        waiver = _waiver(desk, issue)
        if not issue.places:
            table.add((*head, None, None, None, issue.suggestion, waiver, None))
        for place in issue.places:
            row = " ".join(part for part in (place.sheet, str(place.row or "")) if part)
            table.add((*head, place.label, desk.file(place), row, issue.suggestion, waiver, place.document))
    table.close()
    return table


def write_organs(desk: Desk) -> Table:
    """Counts of the documents of each issuer; the last row adds them up."""
    marks = "ABCD"
    columns = (
        Column(Bilingual("发文机关", "Issuer"), 36),
        Column(Bilingual("文件数", "Documents"), 9, "number"),
        *(Column(STATUS_WORDS[status], 10, "number") for status in STATUSES),
        Column(Bilingual("不通过率", "Failed"), 9, "percent"),
        *(Column(Bilingual(f"{SEVERITIES[s].zh}数", f"{SEVERITIES[s].en}s"), 9, "number") for s in Severity),
        *(Column(Bilingual(f"{mark}类", f"Class {mark}"), 8, "number") for mark in marks),
    )
    table = desk.open(name=ORGANS.within(desk.language), columns=columns, frozen_columns=1)
    totals = [0] * (1 + len(STATUSES) + len(Severity) + len(marks))
    for organ in desk.view.by_organ():
        counts = [
            organ.documents,
            *(organ.statuses[status] for status in STATUSES),
            *(organ.findings[severity] for severity in Severity),
            *(organ.classes.get(mark, 0) for mark in marks),
        ]
        totals = [total + count for total, count in zip(totals, counts, strict=True)]
        table.add(_organ(organ.name or NO_ISSUER.within(desk.language), counts))
    whole = _organ(desk.say("合计", "All"), totals)
    table.close([cell if isinstance(cell, float) else Styled(cell, "total") for cell in whole])
    return table


def _organ(name: str, counts: list[int]) -> list[str | int | float | None]:
    documents, failed = counts[0], counts[1]
    rate = failed / documents if documents else None
    first = 1 + len(STATUSES)
    return [name, documents, *_filled(counts[1:first]), rate, *_filled(counts[first:])]


def _filled(counts: list[int]) -> list[int | None]:
    """Nothing instead of noughts, so that what is there is seen."""
    return [count or None for count in counts]
