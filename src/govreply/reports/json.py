"""The report as one JSON object, as ``schemas/report.schema.json`` publishes it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, TextIO

from govreply.convert import position, to_plain
from govreply.errors import Cause
from govreply.findings import (
    Failure,
    Finding,
    Fix,
    Related,
    Result,
    RuleOutcome,
    Severity,
    Verdict,
    Waived,
    Waiver,
    WaiverRemark,
)
from govreply.language import Language
from govreply.model import Reply
from govreply.reports.advice import advice_on
from govreply.reports.base import Summary
from govreply.source import Source
from govreply.span import Span
from govreply.version import VERSION

SCHEMA = "govreply.report/1"
_INDENT = 2


class JsonReport:
    """Writes documents as they come; the whole is one object only after :meth:`close`."""

    def __init__(self, out: TextIO, language: Language) -> None:
        self._out = out
        self._language = language
        self._summary = Summary()

    def add(self, result: Result) -> None:
        """Write one entry of ``documents``."""
        self._out.write("," if self._summary.documents else self._head())
        self._summary.add(result)
        self._out.write(_indented("\n" + _dump(document(result, self._language)), levels=2))

    def close(self, remarks: Sequence[WaiverRemark] = ()) -> None:
        """Write the summary and end the object."""
        closing = "\n  ]" if self._summary.documents else f"{self._head()}]"
        summary = _indented(_dump(_summarised(self._summary, remarks)), levels=1)
        self._out.write(f'{closing},\n  "summary": {summary}\n}}\n')
        self._out.flush()

    def _head(self) -> str:
        """What stands before the documents."""
        head = {"schema": SCHEMA, "govreply": VERSION, "language": self._language.value}
        return _dump(head).removesuffix("\n}") + ',\n  "documents": ['


def document(result: Result, language: Language) -> dict[str, Any]:
    """One entry of ``documents``."""
    reply = result.reply
    return {
        "name": result.name,
        "verdict": result.verdict.value,
        "failure": _failure(result.failure, language) if result.failure else None,
        "profile": result.profile,
        "source": _source(result.source) if result.source else None,
        "reply": _identity(reply) if reply else None,
        "findings": [_finding(finding, result.source) for finding in result.findings] if result.source else [],
        "waived": [_waived(waived, result.source) for waived in result.waived] if result.source else [],
        "waiver_remarks": [_remark(remark) for remark in result.waiver_remarks],
        "outcomes": [_outcome(outcome) for outcome in result.outcomes],
        "diagnostics": to_plain(reply.diagnostics) if reply else [],
    }


def _failure(failure: Failure, language: Language) -> dict[str, Any]:
    return {
        "cause": failure.cause.value,
        "detail": failure.detail,
        "advice": advice_on(failure, language),
    }


def _source(source: Source) -> dict[str, Any]:
    return {
        "media_type": source.media_type,
        "encoding": source.encoding,
        "encoding_how": source.encoding_how,
        "sha256": source.sha256,
        "characters": len(source.text),
        "size": source.size,
    }


def _identity(reply: Reply) -> dict[str, Any]:
    """As much of the reply as tells a reader which one it is; the rest is what ``govreply parse`` prints."""
    number = reply.matter.number if reply.matter else None
    return {
        "is_reply": reply.is_reply,
        "issuer": reply.issuer.text if reply.issuer else None,
        "document_number": reply.document_number.text if reply.document_number else None,
        "title": reply.title.text if reply.title else None,
        "matter_number": number.text if number else None,
    }


def _finding(finding: Finding, source: Source) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding.message,
        "span": _span(finding.span),
        "location": _location(finding.span, source),
        "related": [_related(related, source) for related in finding.related],
        "fix": _fix(finding.fix) if finding.fix else None,
        "suggestion": finding.suggestion,
    }


def _related(related: Related, source: Source) -> dict[str, Any]:
    return {"label": related.label, "span": _span(related.span), "location": _location(related.span, source)}


def _fix(fix: Fix) -> dict[str, Any]:
    return {"span": _span(fix.span), "text": fix.text}


def _span(span: Span) -> list[int]:
    return [span.start, span.end]


def _location(span: Span, source: Source) -> dict[str, Any]:
    location = source.locate(span)
    told: dict[str, Any] = {
        "line": location.line,
        "column": location.column,
        "end_line": location.end_line,
        "end_column": location.end_column,
    }
    if location.places:
        told["positions"] = [position(place) for place in location.places]
    return told


def _outcome(outcome: RuleOutcome) -> dict[str, Any]:
    return {"rule": outcome.rule, "state": outcome.state.value, "detail": outcome.detail}


def _waived(waived: Waived, source: Source) -> dict[str, Any]:
    return {"finding": _finding(waived.finding, source), "waiver": _waiver(waived.waiver)}


def _waiver(waiver: Waiver) -> dict[str, Any]:
    return {
        "rule": waiver.rule,
        "reason": waiver.reason,
        "who": waiver.who,
        "until": waiver.until.isoformat() if waiver.until else None,
        "document": waiver.document,
        "origin": waiver.origin,
        "span": _span(waiver.span) if waiver.span else None,
        "baseline": waiver.baseline,
    }


def _remark(remark: WaiverRemark) -> dict[str, Any]:
    return {"fault": remark.fault.value, "waiver": _waiver(remark.waiver)}


def _summarised(summary: Summary, remarks: Sequence[WaiverRemark]) -> dict[str, Any]:
    return {
        "documents": summary.documents,
        "verdicts": {verdict.value: summary.verdicts[verdict] for verdict in Verdict},
        "unread": {cause.value: summary.unread[cause] for cause in Cause if summary.unread[cause]},
        "findings": {severity.value: summary.findings[severity] for severity in Severity},
        "waived": {severity.value: summary.waived[severity] for severity in Severity},
        "known": {severity.value: summary.known[severity] for severity in Severity},
        "waiver_remarks": [_remark(remark) for remark in remarks],
    }


def _dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=_INDENT)


def _indented(text: str, levels: int) -> str:
    return text.replace("\n", "\n" + " " * _INDENT * levels)
