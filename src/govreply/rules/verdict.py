"""The verdict on a document: derived from what was found and what could not be determined, never set by hand."""

from __future__ import annotations

from collections.abc import Iterable

from govreply.findings import Finding, RuleOutcome, RuleState, Severity, Verdict
from govreply.model import Reply


def verdict(
    findings: Iterable[Finding], outcomes: Iterable[RuleOutcome], reply: Reply, fail_on: Severity = Severity.ERROR
) -> Verdict:
    """``fail`` if a finding reaches `fail_on`; else ``undetermined`` if the document is no reply or a rule could not decide."""
    if any(finding.severity.reaches(fail_on) for finding in findings):
        return Verdict.FAIL
    open_ended = (RuleState.UNDETERMINED, RuleState.CRASHED)
    if not reply.is_reply or any(outcome.state in open_ended for outcome in outcomes):
        return Verdict.UNDETERMINED
    return Verdict.PASS
