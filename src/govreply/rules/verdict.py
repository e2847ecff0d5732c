"""The verdict on a document: derived from what was found and what could not be determined, never set by hand."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from govreply.findings import Finding, RuleOutcome, RuleState, Severity, Verdict
from govreply.model import Reply

_WITHOUT_BODY: Final = "body-missing"


def verdict(
    findings: Iterable[Finding], outcomes: Iterable[RuleOutcome], reply: Reply, fail_on: Severity = Severity.ERROR
) -> Verdict:
    """``fail`` if a finding reaches `fail_on`; else ``undetermined`` if the document is no reply, says nothing, or a rule failed.

    A rule fails here that could not decide or that broke.
    """
    if any(finding.severity.reaches(fail_on) for finding in findings):
        return Verdict.FAIL
    open_ended = (RuleState.UNDETERMINED, RuleState.CRASHED)
    says_nothing = any(diagnostic.code == _WITHOUT_BODY for diagnostic in reply.diagnostics)
    if not reply.is_reply or says_nothing or any(outcome.state in open_ended for outcome in outcomes):
        return Verdict.UNDETERMINED
    return Verdict.PASS
