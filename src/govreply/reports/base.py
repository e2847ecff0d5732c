"""What every report format offers: it takes results one at a time, so that a long run shows what it has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Protocol, TextIO

from attrs import field, mutable

from govreply.errors import Cause
from govreply.findings import Result, Severity, Verdict, WaiverRemark
from govreply.language import Language


class Report(Protocol):
    """A report that is being written."""

    def add(self, result: Result) -> None:
        """Write what is known of one document."""

    def close(self, remarks: Sequence[WaiverRemark] = ()) -> None:
        """Write the summary and what is to be said of waivers; nothing is added afterwards."""


OpenReport = Callable[[TextIO, Language], Report]


@mutable
class Summary:
    """Counts over all documents of a run."""

    documents: int = 0
    verdicts: Counter[Verdict] = field(factory=Counter)
    unread: Counter[Cause] = field(factory=Counter)
    findings: Counter[Severity] = field(factory=Counter)
    waived: Counter[Severity] = field(factory=Counter)

    def add(self, result: Result) -> None:
        """Count one document; one that was not read has no verdict of its own."""
        self.documents += 1
        if result.failure:
            self.unread[result.failure.cause] += 1
        else:
            self.verdicts[result.verdict] += 1
        self.findings.update(finding.severity for finding in result.findings)
        self.waived.update(waived.finding.severity for waived in result.waived)
