"""A line a finding, as editors and grep read it: ``path:line:column: code severity message``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TextIO

from govreply.findings import Result, Severity, WaiverRemark
from govreply.language import Language
from govreply.reports.base import Setting
from govreply.reports.failures import failure_note
from govreply.reports.safe import visible
from govreply.reports.undecided import undecided
from govreply.reports.waivers import waiver_remark
from govreply.reports.where import address


class ConciseReport:
    """Writes lines as documents come; what was not read or decided is a line, too, with the cause for a code."""

    def __init__(self, out: TextIO, setting: Setting) -> None:
        self._out = out
        self._language: Language = setting.language

    def add(self, result: Result) -> None:
        """Write the lines of one document, in order of place."""
        name = visible(result.name)
        if result.failure:
            note = failure_note(result.failure, self._language)
            self._line(name, result.failure.cause.value, Severity.ERROR, note)
        reason = undecided(result, self._language)
        if reason is not None:
            self._line(name, result.verdict.value, Severity.WARNING, reason)
        if result.source:
            for finding in result.findings:
                place = address(result.source, finding.span, self._language, name)
                self._line(place, finding.code, finding.severity, finding.message)
        for remark in result.waiver_remarks:
            self._remark(remark)

    def close(self, remarks: Sequence[WaiverRemark] = ()) -> None:
        """Write what is to be said of waivers."""
        for remark in remarks:
            self._remark(remark)
        self._out.flush()

    def _remark(self, remark: WaiverRemark) -> None:
        origin = visible(remark.waiver.origin)
        self._line(origin, f"waiver-{remark.fault.value}", Severity.WARNING, waiver_remark(remark, self._language))

    def _line(self, place: str, code: str, severity: Severity, message: str) -> None:
        self._out.write(f"{place}: {code} {severity.value} {visible(message)}\n")
