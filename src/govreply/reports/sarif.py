"""SARIF 2.1.0, as code scanning services read it: one run, written when all documents are known.

Columns count code points. A document without lines of its own (DOCX, PDF, OFD) gets no region, which would point at lines
that nobody can open: where the place is stands in the message and in a logical location, in words, and in
``properties.positions``.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, Final, TextIO

from govreply.convert import position
from govreply.findings import Finding, Related, Result, WaiverRemark
from govreply.language import Language
from govreply.private import STAR
from govreply.reports.advice import advice_on
from govreply.reports.base import Setting
from govreply.reports.failures import failure_note
from govreply.reports.fingerprints import fingerprints
from govreply.reports.paths import relative, uri
from govreply.reports.safe import visible
from govreply.reports.sarif_rules import LEVELS, descriptor
from govreply.reports.undecided import undecided
from govreply.reports.waivers import waiver_note, waiver_remark
from govreply.reports.where import where
from govreply.source import Source
from govreply.span import Span
from govreply.version import VERSION

SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
BASE: Final = "%SRCROOT%"
# not ``primaryLocationLineHash``: a service that reckons that one itself, from the line, complains of any other value
FINGERPRINT: Final = "govreply/v1"


_LANGUAGES = {Language.ZH: "zh-CN", Language.EN: "en"}


class SarifReport:
    """Gathers documents and writes the log at the end."""

    def __init__(self, out: TextIO, setting: Setting) -> None:
        self._out = out
        self._setting = setting
        self._language = setting.language
        self._rules: dict[str, int] = {}  # codes in order, each with its place among the descriptors
        self._descriptors: list[dict[str, Any]] = []
        self._results: list[dict[str, Any]] = []
        self._artifacts: list[dict[str, Any]] = []
        self._of_execution: list[dict[str, Any]] = []
        self._of_configuration: list[dict[str, Any]] = []
        self._complete = True

    def add(self, result: Result) -> None:
        """Take in one document."""
        artifact = self._artifact(result)
        self._artifacts.append(artifact)
        at = {"physicalLocation": {"artifactLocation": artifact["location"] | {"index": len(self._artifacts) - 1}}}
        if result.failure:
            self._complete = False
            advice = advice_on(result.failure, self._language)
            note = f"{failure_note(result.failure, self._language)} {advice}"
            self._of_execution.append(_notification(f"unread/{result.failure.cause.value}", "error", note, at))
        reason = undecided(result, self._language)
        if reason is not None:
            self._of_execution.append(_notification("undetermined", "warning", reason, at))
        if result.source:
            self._findings(result, result.source, at)
        for remark in result.waiver_remarks:
            self._remark(remark, at)

    def close(self, remarks: Sequence[WaiverRemark] = ()) -> None:
        """Write the log."""
        for remark in remarks:
            self._remark(remark, None)
        driver = {"name": "govreply", "version": VERSION, "semanticVersion": VERSION, "rules": self._descriptors}
        run = {
            "tool": {"driver": driver},
            "language": _LANGUAGES[self._language],
            "columnKind": "unicodeCodePoints",
            "originalUriBaseIds": {BASE: {"description": {"text": "the folder that govreply ran in"}}},
            "invocations": [
                {
                    "executionSuccessful": self._complete,
                    "toolExecutionNotifications": self._of_execution,
                    "toolConfigurationNotifications": self._of_configuration,
                }
            ],
            "artifacts": self._artifacts,
            "results": self._results,
        }
        json.dump({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, self._out, ensure_ascii=False, indent=2)
        self._out.write("\n")
        self._out.flush()

    def _artifact(self, result: Result) -> dict[str, Any]:
        path = relative(result.name, self._setting.folder)
        place: dict[str, Any] = {"uri": uri(path)}
        if not place["uri"].startswith("file:"):
            place["uriBaseId"] = BASE
        artifact: dict[str, Any] = {"location": place, "roles": ["analysisTarget"]}
        if result.source:
            artifact["length"] = result.source.size
            artifact["mimeType"] = result.source.media_type
            artifact["hashes"] = {"sha-256": result.source.sha256}
            if result.source.encoding:
                artifact["encoding"] = result.source.encoding
        return artifact

    def _findings(self, result: Result, source: Source, at: dict[str, Any]) -> None:
        waivers = {len(result.findings) + index: waived.waiver for index, waived in enumerate(result.waived)}
        findings = [*result.findings, *(waived.finding for waived in result.waived)]
        for index, (finding, digest) in enumerate(zip(findings, fingerprints(result, findings), strict=True)):
            told = self._finding(finding, source, at)
            told["partialFingerprints"] = {FINGERPRINT: digest}
            if index in waivers:
                waiver = waivers[index]
                kind = "external" if waiver.span is None else "inSource"
                note = waiver_note(waiver, self._language)
                told["suppressions"] = [{"kind": kind, "status": "accepted", "justification": note}]
            self._results.append(told)

    def _finding(self, finding: Finding, source: Source, at: dict[str, Any]) -> dict[str, Any]:
        message = self._lead(finding.span, source) + visible(finding.message)
        if finding.suggestion:
            message += "\n" + visible(finding.suggestion)
        told: dict[str, Any] = {
            "ruleId": finding.code,
            "ruleIndex": self._rule_index(finding),
            "level": LEVELS[finding.severity],
            "message": _message(message),
            "locations": [self._location(finding.span, source, at)],
        }
        if finding.related:
            told["relatedLocations"] = [
                {
                    "id": number,
                    **self._location(related.span, source, at),
                    "message": _message(self._label(related, source)),
                }
                for number, related in enumerate(finding.related, start=1)
            ]
        if finding.fix and not source.places and STAR not in finding.fix.text:  # nobody may put a mask into a document
            replacement = {
                "deletedRegion": _region(finding.fix.span, source),
                "insertedContent": {"text": finding.fix.text},
            }
            location = at["physicalLocation"]["artifactLocation"]
            told["fixes"] = [{"artifactChanges": [{"artifactLocation": location, "replacements": [replacement]}]}]
        return told

    def _label(self, related: Related, source: Source) -> str:
        return self._lead(related.span, source) + visible(related.label)

    def _lead(self, span: Span, source: Source) -> str:
        """The place in words, for services that show no logical locations; nothing where there is a region."""
        return f"{where(source, span, self._language)} " if source.places else ""

    def _rule_index(self, finding: Finding) -> int:
        if finding.code not in self._rules:
            self._rules[finding.code] = len(self._descriptors)
            self._descriptors.append(descriptor(self._setting.rules.get(finding.rule, finding)))
        return self._rules[finding.code]

    def _location(self, span: Span, source: Source, at: dict[str, Any]) -> dict[str, Any]:
        if not source.places:
            region = _region(span, source)
            region["snippet"] = {"text": source.text[span.start : span.end]}
            return {"physicalLocation": at["physicalLocation"] | {"region": region}}
        words = where(source, span, self._language)
        quote = visible(source.text[span.start : span.end])
        positions = [position(place) for place in source.locate(span).places]
        return {
            "physicalLocation": at["physicalLocation"],
            "logicalLocations": [{"fullyQualifiedName": words}],
            "properties": {"quote": quote, "positions": positions},
        }

    def _remark(self, remark: WaiverRemark, at: dict[str, Any] | None) -> None:
        note = waiver_remark(remark, self._language)
        self._of_configuration.append(_notification(f"waiver/{remark.fault.value}", "warning", note, at))


def _notification(kind: str, level: str, note: str, at: dict[str, Any] | None) -> dict[str, Any]:
    told: dict[str, Any] = {"descriptor": {"id": kind}, "level": level, "message": _message(note)}
    if at is not None:
        told["locations"] = [at]
    return told


def _region(span: Span, source: Source) -> dict[str, Any]:
    location = source.locate(span)
    return {
        "startLine": location.line,
        "startColumn": location.column,
        "endLine": location.end_line,
        "endColumn": location.end_column,
    }


def _message(text: str) -> dict[str, str]:
    """A message object; brackets are escaped, so that a quoted document cannot put a link into a viewer."""
    escaped = text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]") if "](" in text else text
    return {"text": escaped}
