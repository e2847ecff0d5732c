"""The figures of a run."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from attrs import frozen

from govreply.errors import Cause
from govreply.evaluate.record import DocumentRecord, Evaluation
from govreply.evaluate.scoring import ORDER, Counts, Outcome, count, mean
from govreply.evaluate.view import FIELDS


@frozen(kw_only=True)
class Summary:
    """The figures of a run.

    Attributes:
        documents: how many there are. flawless: how many of them have no miss and no extra in any labelled field.
        unread: how many could not be read, by cause.
        fields: counts of each labelled field that has any value, in the order of the view.
        rules: counts of each rule that was labelled or made up, by name; apart from the fields.
    """

    documents: int
    flawless: int
    unread: dict[Cause, int]
    fields: dict[str, Counts]
    rules: dict[str, Counts]

    @property
    def flawless_share(self) -> float | None:
        """The share of documents read without a single miss; ``None`` without documents."""
        return self.flawless / self.documents if self.documents else None

    @property
    def micro(self) -> Counts:
        """All values of all fields pooled: a field counts as much as it has values."""
        return sum(self.fields.values(), Counts())

    @property
    def macro(self) -> tuple[float | None, float | None, float | None]:
        """Precision, recall and F1, each the mean over the fields that have the figure: every field counts the same."""
        counts = self.fields.values()
        return mean(c.precision for c in counts), mean(c.recall for c in counts), mean(c.f1 for c in counts)

    @property
    def all_rules(self) -> Counts:
        """All findings pooled."""
        return sum(self.rules.values(), Counts())


def summarise(evaluation: Evaluation) -> Summary:
    """The figures of `evaluation`."""
    documents = evaluation.documents
    unread = Counter(document.failure.cause for document in documents if document.failure)
    return Summary(
        documents=len(documents),
        flawless=sum(is_flawless(document) for document in documents),
        unread={cause: unread[cause] for cause in Cause if unread[cause]},
        fields=count_fields(document.outcomes() for document in documents),
        rules=_count_rules(documents),
    )


def is_flawless(document: DocumentRecord) -> bool:
    """Whether a document was read, without a single miss or extra in its labelled fields; findings do not count."""
    return document.failure is None and all(outcome.flawless for outcome in document.outcomes().values())


def count_fields(documents: Iterable[dict[str, Outcome]]) -> dict[str, Counts]:
    """The counts of each field over the outcomes of many documents, in the order of the view."""
    by_field: dict[str, list[Outcome]] = defaultdict(list)
    for outcomes in documents:
        for field, outcome in outcomes.items():
            by_field[field].append(outcome)
    counted = {field: count(outcomes) for field, outcomes in by_field.items()}
    order = {field: at for at, field in enumerate((*FIELDS, ORDER))}
    return {
        field: counted[field]
        for field in sorted(counted, key=lambda field: (order.get(field, len(order)), field))
        if counted[field] != Counts()
    }


def _count_rules(documents: tuple[DocumentRecord, ...]) -> dict[str, Counts]:
    rules: dict[str, Counts] = defaultdict(Counts)
    for document in documents:
        outcome = document.findings_outcome()
        if outcome:
            for names, one in (
                (outcome.hits, Counts(hits=1)),
                (outcome.extra, Counts(extra=1)),
                (outcome.missed, Counts(missed=1)),
            ):
                for name in names:
                    rules[name] += one
    return dict(sorted(rules.items()))
