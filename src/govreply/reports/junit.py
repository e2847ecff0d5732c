"""JUnit XML: a suite a document, a case a finding, so that a test view shows each.

A finding that reaches the threshold of the run is a failure; one below it is a case that passed, with what was found in its
output. What was not read is an error, what was not decided is skipped: neither is a pass.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TextIO
from xml.etree import ElementTree as ET

from govreply.findings import Finding, Result, WaiverRemark
from govreply.language import Bilingual
from govreply.reports.advice import advice_on
from govreply.reports.base import Setting
from govreply.reports.failures import failure_note
from govreply.reports.paths import relative
from govreply.reports.safe import visible
from govreply.reports.undecided import undecided
from govreply.reports.waivers import waiver_note, waiver_remark
from govreply.reports.where import address
from govreply.source import Source

_WHOLE = Bilingual("整份文件", "whole document")
_COUNTED = ("failure", "error", "skipped")


class JunitReport:
    """Gathers documents and writes the file at the end, as counts stand before what is counted."""

    def __init__(self, out: TextIO, setting: Setting) -> None:
        self._out = out
        self._setting = setting
        self._language = setting.language
        self._root = ET.Element("testsuites", name="govreply")

    def add(self, result: Result) -> None:
        """Take in one document."""
        path = visible(relative(result.name, self._setting.folder))
        suite = ET.SubElement(self._root, "testsuite", name=path)
        if result.failure:
            note = failure_note(result.failure, self._language)
            error = ET.SubElement(self._whole(suite, path), "error", message=note, type=result.failure.cause.value)
            error.text = advice_on(result.failure, self._language)
        elif (reason := undecided(result, self._language)) is not None:
            ET.SubElement(self._whole(suite, path), "skipped", message=visible(reason))
        elif not result.findings:
            self._whole(suite, path)
        if result.source:
            for finding in result.findings:
                self._case(suite, path, finding, result.source)
        notes = [f"{waived.finding.rule}: {waiver_note(waived.waiver, self._language)}" for waived in result.waived]
        notes += [waiver_remark(remark, self._language) for remark in result.waiver_remarks]
        _output(suite, notes)
        _count(suite, list(suite))

    def close(self, remarks: Sequence[WaiverRemark] = ()) -> None:
        """Write the file; what is to be said of waivers stands in a suite of its own."""
        if remarks:
            suite = ET.SubElement(self._root, "testsuite", name="waivers")
            _output(suite, [waiver_remark(remark, self._language) for remark in remarks])
            _count(suite, [])
        _count(self._root, [case for suite in self._root for case in suite])
        ET.indent(self._root)
        self._out.write('<?xml version="1.0" encoding="UTF-8"?>\n')
        self._out.write(ET.tostring(self._root, encoding="unicode") + "\n")
        self._out.flush()

    def _whole(self, suite: ET.Element, path: str) -> ET.Element:
        return ET.SubElement(suite, "testcase", name=_WHOLE.within(self._language), classname=path, file=path, time="0")

    def _case(self, suite: ET.Element, path: str, finding: Finding, source: Source) -> None:
        place = address(source, finding.span, self._language, path)
        name = f"{finding.code} {finding.rule} {place.removeprefix(path).lstrip(': ')}"
        case = ET.SubElement(suite, "testcase", name=name, classname=path, file=path, time="0")
        if not source.places:
            case.set("line", str(source.locate(finding.span).line))
        text = self._text(finding, path, source)
        if finding.severity.reaches(self._setting.threshold):
            failure = ET.SubElement(case, "failure", message=visible(finding.message), type=finding.severity.value)
            failure.text = text
        else:
            _output(case, [text])

    def _text(self, finding: Finding, path: str, source: Source) -> str:
        place = address(source, finding.span, self._language, path)
        lines = [f"{place}: {finding.severity.value} {visible(finding.message)}"]
        for related in finding.related:
            other = address(source, related.span, self._language, path)
            lines.append(f"{other}: {visible(related.label)}")
        if finding.suggestion:
            lines.append(visible(finding.suggestion))
        return "\n".join(lines)


def _output(element: ET.Element, lines: Sequence[str]) -> None:
    if lines:
        ET.SubElement(element, "system-out").text = "\n".join(lines)


def _count(element: ET.Element, cases: Sequence[ET.Element]) -> None:
    cases = [case for case in cases if case.tag == "testcase"]
    element.set("tests", str(len(cases)))
    for kind, name in zip(_COUNTED, ("failures", "errors", "skipped"), strict=True):
        element.set(name, str(sum(case.find(kind) is not None for case in cases)))
    element.set("time", "0")
