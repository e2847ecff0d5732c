"""Two runs over one corpus: what changed for the better, for the worse, or merely changed."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from govreply.evaluate.record import DocumentRecord, Evaluation
from govreply.evaluate.scoring import FINDINGS, Counts, Outcome, common, minus
from govreply.evaluate.summary import count_fields
from govreply.evaluate.view import Values


@frozen(kw_only=True)
class FieldChange:
    """One labelled field of one document that is read otherwise than before.

    Attributes:
        gained: right values that were missed before. lost: right values that are missed now.
        made_up: more wrong values than before. dropped: wrong values that are gone, with none in their place.
        replaced: wrong values that gave way to other wrong ones, neither better nor worse.
    """

    document: str
    field: str
    gained: Values = ()
    lost: Values = ()
    made_up: Values = ()
    dropped: Values = ()
    replaced: tuple[tuple[str, str], ...] = ()

    @property
    def worse(self) -> bool:
        """Whether a hit was lost or a wrong value came up."""
        return bool(self.lost or self.made_up)

    @property
    def better(self) -> bool:
        """Whether a hit was gained or a wrong value went away."""
        return bool(self.gained or self.dropped)


@frozen(kw_only=True)
class UnlabelledChange:
    """A field without label whose values changed: nobody says which are right."""

    document: str
    field: str
    before: Values
    after: Values


@frozen(kw_only=True)
class Comparison:
    """What two runs have in common and where they differ.

    Attributes:
        documents: how many both have; only these are compared.
        only_old, only_new: documents that one run has and the other has not.
        altered: documents whose bytes differ between the runs.
        relabelled: documents and fields whose labels differ; both runs are judged by the new ones.
        newly_unread, newly_read: documents that could be read before and not now, and the other way round.
        before, after: counts of each field over the common documents.
    """

    old: Evaluation
    new: Evaluation
    documents: int
    only_old: tuple[str, ...]
    only_new: tuple[str, ...]
    altered: tuple[str, ...]
    relabelled: tuple[tuple[str, str], ...]
    newly_unread: tuple[str, ...]
    newly_read: tuple[str, ...]
    changes: tuple[FieldChange, ...]
    unlabelled: tuple[UnlabelledChange, ...]
    before: dict[str, Counts]
    after: dict[str, Counts]

    @property
    def worse(self) -> bool:
        """Whether anything got worse."""
        return bool(self.newly_unread) or any(change.worse for change in self.changes)


def compare(old: Evaluation, new: Evaluation) -> Comparison:
    """What changed from `old` to `new`, document by document and field by field, judged by the labels of `new`."""
    before = {document.name: document for document in old.documents}
    after = {document.name: document for document in new.documents}
    pairs = [(before[name], after[name]) for name in after if name in before]
    return Comparison(
        old=old,
        new=new,
        documents=len(pairs),
        only_old=tuple(name for name in before if name not in after),
        only_new=tuple(name for name in after if name not in before),
        altered=tuple(b.name for a, b in pairs if a.sha256 and b.sha256 and a.sha256 != b.sha256),
        relabelled=tuple((b.name, field) for a, b in pairs for field in _relabelled(a, b)),
        newly_unread=tuple(b.name for a, b in pairs if b.failure and not a.failure),
        newly_read=tuple(b.name for a, b in pairs if a.failure and not b.failure),
        changes=tuple(change for a, b in pairs for change in _changes(a, b)),
        unlabelled=tuple(change for a, b in pairs for change in _unlabelled(a, b)),
        before=count_fields(a.all_outcomes(b.gold) for a, b in pairs),
        after=count_fields(b.all_outcomes() for _, b in pairs),
    )


def _changes(old: DocumentRecord, new: DocumentRecord) -> Iterator[FieldChange]:
    before, after = old.all_outcomes(new.gold), new.all_outcomes()
    for field in dict.fromkeys((*before, *after)):
        change = _change(new.name, field, before.get(field, Outcome()), after.get(field, Outcome()))
        if change.worse or change.better or change.replaced:
            yield change


def _change(document: str, field: str, before: Outcome, after: Outcome) -> FieldChange:
    came, went = minus(after.extra, before.extra), minus(before.extra, after.extra)
    replaced = tuple(zip(went, came, strict=False))
    return FieldChange(
        document=document,
        field=field,
        # the order of a list is not judged in both runs if one of them missed a value: that is told of the list itself
        gained=common(minus(after.hits, before.hits), before.missed),
        lost=common(minus(before.hits, after.hits), after.missed),
        made_up=came[len(replaced) :],
        dropped=went[len(replaced) :],
        replaced=replaced,
    )


def _unlabelled(old: DocumentRecord, new: DocumentRecord) -> Iterator[UnlabelledChange]:
    if old.failure or new.failure:  # told as such
        return
    for field in dict.fromkeys((*old.read, *new.read)):
        before, after = old.read.get(field, ()), new.read.get(field, ())
        if field not in new.gold.fields and before != after:
            yield UnlabelledChange(document=new.name, field=field, before=before, after=after)


def _relabelled(old: DocumentRecord, new: DocumentRecord) -> Iterator[str]:
    before, after = old.gold.fields, new.gold.fields
    yield from (f for f in dict.fromkeys((*before, *after)) if before.get(f) != after.get(f))
    if (old.gold.findings, old.gold.allowed) != (new.gold.findings, new.gold.allowed):
        yield FINDINGS
