"""The first sheet: what was checked, what came of it, and what a reader of the workbook has to know."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from attrs import frozen, mutable

from govreply.errors import Cause
from govreply.findings import Severity, Verdict
from govreply.reports.advice import ADVICE
from govreply.reports.batch_rows import STATUSES, UNREAD, WAITING
from govreply.reports.batch_words import STATUS_WORDS, run_time, skipped_words
from govreply.reports.batch_xlsx.sheets import Desk
from govreply.reports.batch_xlsx.table import Cell, Formats, Styled, Table, guarded, height
from govreply.reports.words import CAUSES, SEVERITIES

_WIDTHS = (30, 12, 12, 12, 12, 12, 46)


@frozen
class Overview:
    """Writes the sheet; it is the first one and is filled last, when the others are known."""

    desk: Desk
    sheet: Any
    formats: Formats

    def write(self, tables: Sequence[Table]) -> None:
        """Fill the sheet; `tables` are those of the workbook."""
        for at, width in enumerate(_WIDTHS):
            self.sheet.set_column(at, at, width)
        page = _Page(self.sheet, self.formats)
        self._head(page)
        self._counts(page)
        self._causes(page)
        self._severities(page)
        self._rules(page)
        self._waivers(page)
        self._notes(page, tables)

    def _head(self, page: _Page) -> None:
        desk, run, options = self.desk, self.desk.view.last_run(), self.desk.view.options()
        page.title(desk.say("答复批量检查报告", "Report on a batch of replies"))
        if folders := desk.view.folders:
            page.fact(desk.say("检查的文件夹", "Folders"), folders)
        if skipped := skipped_words(desk.view.skipped, desk.language):
            page.fact(desk.say("略过", "Passed over"), skipped)
        if run is not None:
            page.fact(desk.say("检查时间", "Time"), run_time(run, desk.language))
            page.fact(desk.say("程序版本", "Version"), f"govreply {run['version']}")
        if profile := options.get("profile"):
            page.fact(desk.say("地方规定", "Profile"), profile["name"])
        if threshold := options.get("fail_on"):
            words = SEVERITIES[Severity(threshold)].within(desk.language)
            page.fact(desk.say("不通过的标准", "Fails"), desk.say(f"有“{words}”或更重的问题", f"{words} or worse"))

    def _counts(self, page: _Page) -> None:
        desk, counts = self.desk, self.desk.view.store.counts()
        page.section(desk.say("结论", "Verdicts"))
        page.heads(desk.say("结论", "Verdict"), desk.say("文件数", "Documents"), desk.say("占比", "Share"))
        many = {verdict.value: counts.verdicts[verdict.value] for verdict in Verdict}
        many |= {UNREAD: counts.unread.total(), WAITING: counts.waiting}
        for status in STATUSES:
            if many[status] or status != WAITING:
                share = many[status] / counts.found if counts.found else 0.0
                page.row(Styled(STATUS_WORDS[status].within(desk.language), status), many[status], share)
        page.row(
            Styled(desk.say("找到的文件合计", "All that were found"), "total"), Styled(sum(many.values()), "total")
        )

    def _causes(self, page: _Page) -> None:
        desk, counts = self.desk, self.desk.view.store.counts()
        if not counts.unread:
            return
        page.section(desk.say("未能读取的原因", "Why documents were not read"))
        page.heads(desk.say("原因", "Cause"), desk.say("文件数", "Documents"), wide=desk.say("怎么办", "What to do"))
        for cause in Cause:
            if many := counts.unread[cause.value]:
                words, told = CAUSES[cause].within(desk.language), ADVICE[cause].within(desk.language)
                page.row(words, many, wide=told)

    def _severities(self, page: _Page) -> None:
        desk, counts = self.desk, self.desk.view.store.counts()
        page.section(desk.say("问题", "Findings"))
        page.heads(desk.say("级别", "Severity"), desk.say("有效", "In force"), desk.say("已豁免", "Waived"))
        for severity in Severity:
            page.row(desk.severity(severity), counts.findings[severity.value], counts.waived[severity.value])

    def _rules(self, page: _Page) -> None:
        desk = self.desk
        for cross, heading in (
            (False, desk.say("各规则查出的问题", "Findings by rule")),
            (True, desk.say("跨文件各规则查出的问题", "Findings across documents, by rule")),
        ):
            found = desk.view.by_rule(cross=cross)
            if not found:
                continue
            last = [] if cross else [desk.say("涉及文件数", "Documents")]
            page.section(heading)
            words = (SEVERITIES[severity].within(desk.language) for severity in Severity)
            page.heads(desk.say("规则", "Rule"), desk.say("代号", "Code"), *words, *last)
            for one in found:
                counts = (one.counts[severity] or None for severity in Severity)
                page.row(desk.title(one.rule), one.code, *counts, *([] if cross else [one.documents]))

    def _waivers(self, page: _Page) -> None:
        if remarks := self.desk.view.waiver_remarks:
            page.section(self.desk.say("没有起作用的豁免", "Waivers that did nothing"))
            for remark in remarks:
                page.note(remark)

    def _notes(self, page: _Page, tables: Sequence[Table]) -> None:
        desk = self.desk
        page.section(desk.say("说明", "Notes"))
        for table in tables:
            if len(table.sheets) > 1:
                page.note(
                    desk.say(
                        f"“{table.name}”共 {table.rows} 行，一张表放不下，分为 {len(table.sheets)} 张：{'、'.join(table.sheets)}。",
                        f"{table.name} has {table.rows} rows, more than one sheet holds; they are on {len(table.sheets)} sheets:"
                        f" {', '.join(table.sheets)}.",
                    )
                )
            if table.unlinked:
                page.note(
                    desk.say(
                        f"“{table.name}”只有前 {table.most_links} 个文件名带链接，其余 {table.unlinked} 个没有：电子表格容不下更多链接，"
                        "请按文件名查找，或用网页报告打开。",
                        f"Only the first {table.most_links} names of {table.name} link to their files, and {table.unlinked} do not: a"
                        " spreadsheet holds no more links; look for these files by their names, or use the report in HTML.",
                    )
                )
        page.note(
            desk.say(
                "以 = + - @ 等符号开头的原文，前面加了一个撇号 '，以免转存为其他格式后被当作公式运行；撇号不是原文。",
                "Texts that begin with = + - @ have a ' before them, lest they be run as formulas once the table is saved in"
                " another format; it is no part of the text.",
            )
        )
        if not desk.view.show_private:
            page.note(
                desk.say(
                    "手机号、身份证号等个人信息已用 * 遮盖。需要查看时，加 --show-private 重新检查。",
                    "Private numbers and addresses are masked by *; to see them, run the batch with --show-private.",
                )
            )
        page.note(
            desk.say(
                "“通过”只表示没有查出矛盾，不表示内容属实；“无法判定”和“未能读取”都不是通过，需要人看。",
                "Passed means that no contradiction was found, not that the content is true; what is undetermined or was not"
                " read has not passed, and somebody has to look at it.",
            )
        )
        page.note(
            desk.say(
                "同一文件夹中的 report.html 可以对照原文查看每个问题，“文件序号”与那里一致。",
                "report.html in the same folder shows each finding in its text; documents have the same numbers there.",
            )
        )


@mutable
class _Page:
    """Rows written one below the other."""

    sheet: Any
    formats: Formats
    at: int = 0

    def title(self, text: str) -> None:
        self.sheet.set_row(self.at, 32)
        self.sheet.write_string(self.at, 0, text, self.formats["title"])
        self.at += 1

    def fact(self, label: str, value: str) -> None:
        width = sum(_WIDTHS[1:])
        self.sheet.set_row(self.at, height([(value, width)]))
        self.sheet.merge_range(self.at, 1, self.at, len(_WIDTHS) - 1, "", self.formats["text"])
        self.sheet.write_string(self.at, 0, label, self.formats["label"])
        self.sheet.write_string(self.at, 1, guarded(value), self.formats["text"])
        self.at += 1

    def section(self, text: str) -> None:
        self.at += 1
        self.sheet.set_row(self.at, 22)
        for column in range(len(_WIDTHS)):
            self.sheet.write_string(self.at, column, "" if column else text, self.formats["section"])
        self.at += 1

    def heads(self, *words: str, wide: str = "") -> None:
        self.row(*(Styled(word, "head") for word in words), wide=wide, wide_style="head")

    def row(self, *cells: Cell, wide: str = "", wide_style: str = "text") -> None:
        """`wide` is a text that takes all the columns behind the others."""
        last = len(_WIDTHS) - 1
        if wide:
            self.sheet.set_row(self.at, height([(wide, sum(_WIDTHS[len(cells) :]))]))
            self.sheet.merge_range(self.at, len(cells), self.at, last, "", self.formats[wide_style])
        for column, cell in enumerate(cells):
            value, style = (cell.value, cell.style) if isinstance(cell, Styled) else (cell, _style(cell))
            if value is None:
                self.sheet.write_blank(self.at, column, None, self.formats[style])
            elif isinstance(value, str):
                self.sheet.write_string(self.at, column, guarded(value), self.formats[style])
            else:
                self.sheet.write_number(self.at, column, value, self.formats[style])
        if wide:
            self.sheet.write_string(self.at, len(cells), guarded(wide), self.formats[wide_style])
        self.at += 1

    def note(self, text: str) -> None:
        self.sheet.set_row(self.at, height([(text, sum(_WIDTHS))]) + 2)
        self.sheet.merge_range(self.at, 0, self.at, len(_WIDTHS) - 1, "", self.formats["note"])
        self.sheet.write_string(self.at, 0, text, self.formats["note"])
        self.at += 1


def _style(cell: object) -> str:
    if isinstance(cell, float):
        return "percent"
    return "number" if isinstance(cell, int) else "text"
