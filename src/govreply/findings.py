"""What checking hands out: findings, the outcome of every rule and the verdict on a document."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from attrs import frozen

from govreply.errors import Cause
from govreply.model import Reply
from govreply.source import Source
from govreply.span import Span


class Severity(StrEnum):
    """How much a finding matters; the order of declaration is from loud to quiet."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    def reaches(self, threshold: Severity) -> bool:
        """Whether this severity is at least `threshold`."""
        order = list(Severity)
        return order.index(self) <= order.index(threshold)


class Verdict(StrEnum):
    """The verdict on a document, derived from its findings and outcomes, never set by hand."""

    FAIL = "fail"
    UNDETERMINED = "undetermined"
    PASS = "pass"


class RuleState(StrEnum):
    """How a rule ended on a document."""

    FOUND = "found"
    PASSED = "passed"
    NOT_APPLICABLE = "not-applicable"  # the document has nothing that the rule speaks of
    UNDETERMINED = "undetermined"  # what the rule needs is there but could not be read
    CRASHED = "crashed"


@frozen(kw_only=True)
class Related:
    """Another place that takes part in a contradiction."""

    span: Span
    label: str


@frozen(kw_only=True)
class Fix:
    """A certain repair: replace `span` by `text`."""

    span: Span
    text: str


@frozen(kw_only=True)
class Finding:
    """One contradiction: one primary place, any number of related ones, in one language.

    Attributes:
        rule: kebab-case name. code: permanent code of the rule, never reused.
        fix: a certain repair, where there is one. suggestion: what a person should decide.
    """

    rule: str
    code: str
    severity: Severity
    message: str
    span: Span
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
    suggestion: str | None = None


@frozen(kw_only=True)
class Waiver:
    """A person's decision that a rule's findings on a document are to be let pass.

    Attributes:
        rule: name or code. reason: why. who: who decided; ``None`` in a comment. until: last day on which it holds.
        document: path pattern or document number; ``None`` for a comment, which speaks of the document it stands in.
        origin: the file that says so. span: the comment's place, ``None`` for an entry of a file of waivers.
        baseline: whether nobody decided on this finding, which is one that a baseline holds.
    """

    rule: str
    reason: str
    origin: str
    who: str | None = None
    until: date | None = None
    document: str | None = None
    span: Span | None = None
    baseline: bool = False


@frozen(kw_only=True)
class Waived:
    """A finding that was let pass, and by which waiver."""

    finding: Finding
    waiver: Waiver


class WaiverFault(StrEnum):
    """Why a waiver should be looked at."""

    UNUSED = "unused"  # the document was checked by the rule, and there was nothing to let pass
    EXPIRED = "expired"


@frozen(kw_only=True)
class WaiverRemark:
    """A waiver that did nothing."""

    waiver: Waiver
    fault: WaiverFault


@frozen(kw_only=True)
class RuleOutcome:
    """How one rule ended; ``detail`` says what was missing or what went wrong."""

    rule: str
    state: RuleState
    detail: str = ""


@frozen(kw_only=True)
class Failure:
    """Why an input was not read."""

    cause: Cause
    detail: str


@frozen(kw_only=True)
class Result:
    """Everything that is known of one input after checking.

    Attributes:
        name: the input's name. source: the decoded input, ``None`` if it was not read.
        failure: why it was not read; then ``reply`` is ``None``, there are no findings and the verdict is undetermined.
        waived: findings that waivers, or a baseline, let pass; they are not among ``findings`` and do not count for the verdict.
        waiver_remarks: comments in the document that let nothing pass.
    """

    name: str
    verdict: Verdict
    source: Source | None = None
    reply: Reply | None = None
    findings: tuple[Finding, ...] = ()
    outcomes: tuple[RuleOutcome, ...] = ()
    failure: Failure | None = None
    profile: str | None = None
    waived: tuple[Waived, ...] = ()
    waiver_remarks: tuple[WaiverRemark, ...] = ()
