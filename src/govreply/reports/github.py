"""Annotations of a GitHub workflow, and a summary of the step.

A step shows ten errors and ten warnings at most, so the loudest come first, over all documents. A document without lines of
its own (DOCX, PDF, OFD) is annotated as a whole; the place stands before the message, in words.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, TextIO

from attrs import frozen

from govreply.errors import Cause
from govreply.findings import Finding, Result, Severity, Verdict, WaiverRemark
from govreply.language import Bilingual
from govreply.reports.base import ExtraFileError, Setting, Summary
from govreply.reports.failures import failure_note
from govreply.reports.paths import relative
from govreply.reports.safe import visible
from govreply.reports.undecided import undecided
from govreply.reports.waivers import KNOWN, waiver_remark
from govreply.reports.where import where
from govreply.reports.words import CAUSES, SEVERITIES, UNREAD, VERDICTS
from govreply.source import Source
from govreply.system_errors import words_of

SUMMARY: Final = "GITHUB_STEP_SUMMARY"
WORKSPACE: Final = "GITHUB_WORKSPACE"

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_ROWS = 500  # of the summary: a step's may take a mebibyte, and nobody reads on


@frozen(kw_only=True)
class Annotation:
    """What stands beside a file. `properties` come after ``file``: lines and columns, a title."""

    severity: Severity
    path: str
    place: str
    title: str
    message: str
    properties: tuple[tuple[str, int], ...] = ()


class GithubReport:
    """Gathers documents; writes the commands, and the summary into the file that the workflow names, at the end."""

    def __init__(self, out: TextIO, setting: Setting) -> None:
        self._out = out
        self._language = setting.language
        # a workflow may run in a folder below the one that annotations count from
        self._base = Path(os.environ.get(WORKSPACE) or setting.folder)
        self._folder = setting.folder
        self._annotations: list[Annotation] = []
        self._summary = Summary()

    def add(self, result: Result) -> None:
        """Take in one document."""
        self._summary.add(result)
        path = visible(relative(result.name, self._folder, self._base))
        if result.failure:
            note, title = failure_note(result.failure, self._language), result.failure.cause.value
            self._add(Severity.ERROR, path, title, note)
        reason = undecided(result, self._language)
        if reason is not None:
            self._add(Severity.WARNING, path, result.verdict.value, reason)
        if result.source:
            for finding in result.findings:
                self._annotations.append(self._of_finding(finding, path, result.source))
        for remark in result.waiver_remarks:
            self._remark(remark)

    def close(self, remarks: Sequence[WaiverRemark] = ()) -> None:
        """Write the annotations, the loudest first, and the summary.

        Raises:
            ExtraFileError: if the summary cannot be written; the annotations are.
        """
        for remark in remarks:
            self._remark(remark)
        order = list(Severity)
        self._annotations.sort(key=lambda annotation: order.index(annotation.severity))
        for annotation in self._annotations:
            self._out.write(_command(annotation) + "\n")
        self._out.flush()
        target = os.environ.get(SUMMARY)
        if target:
            self._write_summary(Path(target))

    def _write_summary(self, target: Path) -> None:
        try:
            with target.open("a", encoding="utf-8", errors="backslashreplace") as file:
                file.writelines(f"{line}\n" for line in self._summary_lines())
        except OSError as error:
            shown, why = f"{SUMMARY}={visible(str(target))}", words_of(error)
            raise ExtraFileError(
                Bilingual(f"{shown} 无法写入（{why.zh}）", f"{shown} cannot be written ({why.en})")
            ) from error

    def _add(self, severity: Severity, path: str, title: str, message: str) -> None:
        self._annotations.append(Annotation(severity=severity, path=path, place="", title=title, message=message))

    def _remark(self, remark: WaiverRemark) -> None:
        path = visible(relative(remark.waiver.origin, self._folder, self._base))
        self._add(Severity.WARNING, path, f"waiver-{remark.fault.value}", waiver_remark(remark, self._language))

    def _of_finding(self, finding: Finding, path: str, source: Source) -> Annotation:
        place = where(source, finding.span, self._language)
        message = visible(finding.message)
        for related in finding.related:
            message += f"\n{where(source, related.span, self._language)} {visible(related.label)}"
        if finding.suggestion:
            message += "\n" + visible(finding.suggestion)
        location = source.locate(finding.span)
        lines = (("line", location.line), ("endLine", location.end_line))
        # columns are for a place in one line
        columns = (("col", location.column), ("endColumn", location.end_column))
        alone = location.line == location.end_line
        return Annotation(
            severity=finding.severity,
            path=path,
            place=place,
            title=f"{finding.code} {finding.rule}",
            message=f"{place} {message}" if source.places else message,
            properties=() if source.places else (*lines, *(columns if alone else ())),
        )

    # --- the summary ---

    def _summary_lines(self) -> Iterator[str]:
        yield "### govreply"
        yield ""
        yield self._totals()
        if not self._annotations:
            return
        yield ""
        yield self._say("| 级别 | 文件 | 位置 | 规则 | 问题 |", "| severity | file | place | rule | finding |")
        yield "| --- | --- | --- | --- | --- |"
        for one in self._annotations[:_ROWS]:
            severity = SEVERITIES[one.severity].within(self._language)
            first_line = one.message.partition("\n")[0]
            cells = (severity, one.path, one.place, one.title, first_line)
            yield f"| {' | '.join(_cell(cell) for cell in cells)} |"
        left = len(self._annotations) - _ROWS
        if left > 0:
            yield ""
            yield self._say(f"另有 {left} 条未列出。", f"{left} more are not listed.")

    def _totals(self) -> str:
        summary = self._summary
        parts = [
            f"{VERDICTS[verdict].within(self._language)} {summary.verdicts[verdict]}"
            for verdict in (Verdict.PASS, Verdict.FAIL, Verdict.UNDETERMINED)
        ]
        if summary.unread:
            causes = self._say("，", ", ").join(
                f"{CAUSES[cause].within(self._language)} {summary.unread[cause]}"
                for cause in Cause
                if summary.unread[cause]
            )
            unread = f"{UNREAD.within(self._language)} {sum(summary.unread.values())}"
            parts.append(unread + self._say(f"（{causes}）", f" ({causes})"))
        if summary.waived:
            parts.append(self._say("已豁免 ", "waived ") + str(sum(summary.waived.values())))
        if summary.known:
            parts.append(f"{KNOWN.within(self._language)} {sum(summary.known.values())}")
        listed = self._say("，", ", ").join(parts)
        return self._say(f"共 {summary.documents} 份：{listed}", f"documents: {summary.documents} ({listed})")

    def _say(self, zh: str, en: str) -> str:
        return Bilingual(zh, en).within(self._language)


def _command(annotation: Annotation) -> str:
    properties = (("file", annotation.path), *annotation.properties, ("title", annotation.title))
    listed = ",".join(f"{name}={_property(str(value))}" for name, value in properties)
    return f"::{_COMMANDS[annotation.severity]} {listed}::{_data(annotation.message)}"


def _data(text: str) -> str:
    """`text` so that it cannot end the command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _cell(text: str) -> str:
    """`text` as it stands in a table cell: nothing in it is HTML or Markdown any more."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return "".join(f"\\{sign}" if sign in "\\`*_[]|~@#" else sign for sign in escaped)
