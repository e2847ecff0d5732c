"""What is known after a run: for each document its labels and what was read. Everything else is reckoned from these."""

from __future__ import annotations

from attrs import field, frozen

from govreply.evaluate.gold import Labels
from govreply.evaluate.scoring import FINDINGS, Outcome, judge_fields, judge_findings
from govreply.evaluate.view import FieldValues
from govreply.findings import Failure, Severity
from govreply.version import VERSION


@frozen(kw_only=True)
class DocumentRecord:
    """One document of a corpus.

    Attributes:
        name: path below the corpus, with ``/`` on every system.
        sha256: of the file's bytes; ``None`` where it was not read.
        failure: why it was not read; then every labelled value counts as missed.
        gold: its labels.
        read: every field that was read, labelled or not.
        findings: each rule that spoke, with its loudest severity.
    """

    name: str
    gold: Labels
    sha256: str | None = None
    failure: Failure | None = None
    read: FieldValues = field(factory=dict)
    findings: dict[str, Severity] = field(factory=dict)

    def outcomes(self, gold: Labels | None = None) -> dict[str, Outcome]:
        """Each labelled field, judged by the labels `gold` (the document's own for ``None``)."""
        return judge_fields((gold or self.gold).fields, self.read)

    def findings_outcome(self, gold: Labels | None = None) -> Outcome | None:
        """The rules that spoke, judged likewise; ``None`` where the labels say nothing of findings."""
        return judge_findings(gold or self.gold, self.findings)

    def all_outcomes(self, gold: Labels | None = None) -> dict[str, Outcome]:
        """The fields, and the rules as one more field :data:`~govreply.evaluate.scoring.FINDINGS`."""
        outcomes = self.outcomes(gold)
        found = self.findings_outcome(gold)
        return outcomes if found is None else outcomes | {FINDINGS: found}


@frozen(kw_only=True)
class Evaluation:
    """One run over a corpus; `govreply` is the version that read it, `corpus` the folder's name."""

    corpus: str
    documents: tuple[DocumentRecord, ...] = ()
    govreply: str = VERSION
