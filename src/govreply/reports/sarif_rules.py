"""Rules as SARIF describes them, with help that a service shows beside a finding."""

from __future__ import annotations

from typing import Any, Final

from govreply.findings import Finding, Severity
from govreply.reports.base import RuleHelp

LEVELS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_PROBLEMS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "recommendation"}


def descriptor(rule: RuleHelp | Finding) -> dict[str, Any]:
    """A ``reportingDescriptor``; of a rule without help (only a finding of it is known), its code and name."""
    if isinstance(rule, Finding):
        return {"id": rule.code, "name": rule.rule}
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.summary},
        "help": {"text": rule.text, "markdown": rule.markdown},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {"tags": [rule.family], "problem.severity": _PROBLEMS[rule.severity]},
    }
