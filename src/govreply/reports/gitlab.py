"""Code quality of a GitLab pipeline: a JSON array that the merge request shows.

Each entry must have a line. A document without lines of its own (DOCX, PDF, OFD), and one that was not read, gets line 1,
and the place stands at the beginning of the description, in words.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from typing import Any, Final, TextIO

from govreply.findings import Finding, Result, Severity, WaiverRemark
from govreply.reports.base import Setting
from govreply.reports.failures import failure_note
from govreply.reports.fingerprints import fingerprints
from govreply.reports.paths import relative
from govreply.reports.safe import visible
from govreply.reports.undecided import undecided
from govreply.reports.waivers import waiver_remark
from govreply.reports.where import where
from govreply.source import Source

SEVERITIES: Final = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.INFO: "info"}
UNREAD: Final = "blocker"


class GitlabReport:
    """Writes entries as documents come; the whole is one array only after :meth:`close`."""

    def __init__(self, out: TextIO, setting: Setting) -> None:
        self._out = out
        self._setting = setting
        self._language = setting.language
        self._any = False

    def add(self, result: Result) -> None:
        """Write the entries of one document."""
        path = visible(relative(result.name, self._setting.folder))
        if result.failure:
            note = failure_note(result.failure, self._language)
            self._write(path, f"unread/{result.failure.cause.value}", note, UNREAD)
        reason = undecided(result, self._language)
        if reason is not None:
            self._write(path, "undetermined", reason, SEVERITIES[Severity.WARNING])
        if result.source:
            for finding, digest in zip(result.findings, fingerprints(result, result.findings), strict=True):
                self._finding(path, finding, digest, result.source)
        for remark in result.waiver_remarks:
            self._remark(remark)

    def close(self, remarks: Sequence[WaiverRemark] = ()) -> None:
        """Write what is to be said of waivers, and end the array."""
        for remark in remarks:
            self._remark(remark)
        self._out.write("\n]\n" if self._any else "[]\n")
        self._out.flush()

    def _finding(self, path: str, finding: Finding, digest: str, source: Source) -> None:
        description = visible(finding.message)
        lines = (1, 1)
        if source.places:
            description = f"{where(source, finding.span, self._language)} {description}"
        else:
            location = source.locate(finding.span)
            lines = location.line, location.end_line
        name = f"{finding.code} {finding.rule}"
        self._write(path, name, description, SEVERITIES[finding.severity], lines, digest)

    def _remark(self, remark: WaiverRemark) -> None:
        path = visible(relative(remark.waiver.origin, self._setting.folder))
        note, severity = waiver_remark(remark, self._language), SEVERITIES[Severity.WARNING]
        self._write(path, f"waiver/{remark.fault.value}", note, severity, told_apart_by=note)

    def _write(
        self,
        path: str,
        name: str,
        description: str,
        severity: str,
        lines: tuple[int, int] = (1, 1),
        told_apart_by: str = "",
    ) -> None:
        entry: dict[str, Any] = {
            "description": description,
            "check_name": name,
            "fingerprint": hashlib.sha256(f"{path}\n{name}\n{told_apart_by}".encode()).hexdigest(),
            "severity": severity,
            "location": {"path": path, "lines": {"begin": lines[0], "end": lines[1]}},
        }
        self._out.write(",\n" if self._any else "[\n")
        self._out.write(json.dumps(entry, ensure_ascii=False))
        self._any = True
