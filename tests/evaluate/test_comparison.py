from __future__ import annotations

from attrs import evolve

from govreply.errors import Cause
from govreply.evaluate.comparison import FieldChange, UnlabelledChange, compare
from govreply.evaluate.gold import Labels
from govreply.evaluate.record import DocumentRecord, Evaluation
from govreply.evaluate.scoring import Counts
from govreply.evaluate.view import FieldValues, Values
from govreply.findings import Failure, Severity


def _record(read: FieldValues, gold: FieldValues, name: str = "a.md") -> DocumentRecord:
    return DocumentRecord(name=name, sha256="1", gold=Labels(gold), read=read)


def _run(*documents: DocumentRecord) -> Evaluation:
    return Evaluation(corpus="c", documents=documents)


def _change(gold: Values, before: Values, after: Values, field: str = "copies") -> tuple[FieldChange, ...]:
    old, new = (_record({field: read}, {field: gold}) for read in (before, after))
    return compare(_run(old), _run(new)).changes


def test_nothing_changed() -> None:
    run = _run(_record({"copies": ("x", "y")}, {"copies": ("x", "z")}))
    comparison = compare(run, run)
    assert (comparison.changes, comparison.unlabelled, comparison.worse) == ((), (), False)
    assert comparison.before == comparison.after == {"copies": Counts(1, 1, 1)}


def test_gained_and_dropped_is_better() -> None:
    (change,) = _change(gold=("x", "y"), before=("x", "w"), after=("x", "y"))
    assert change == FieldChange(document="a.md", field="copies", gained=("y",), dropped=("w",))
    assert (change.better, change.worse) == (True, False)


def test_lost_and_made_up_is_worse() -> None:
    (change,) = _change(gold=("x", "y"), before=("x", "y"), after=("x", "w"))
    assert change == FieldChange(document="a.md", field="copies", lost=("y",), made_up=("w",))
    assert (change.better, change.worse) == (False, True)


def test_one_wrong_value_for_another_is_neither() -> None:
    (change,) = _change(gold=("x",), before=("v",), after=("w",))
    assert change == FieldChange(document="a.md", field="copies", replaced=(("v", "w"),))
    assert (change.better, change.worse) == (False, False)


def test_one_more_wrong_value_is_worse() -> None:
    (change,) = _change(gold=(), before=("v",), after=("w", "u"))
    assert (change.replaced, change.made_up, change.worse) == ((("v", "w"),), ("u",), True)


def test_a_value_that_stands_twice_counts_twice() -> None:
    (change,) = _change(gold=("x", "x", "x"), before=("x",), after=("x", "x"))
    assert (change.gained, change.lost) == (("x",), ())


def test_order_gained_and_lost() -> None:
    (gained,) = _change(gold=("x", "y"), before=("y", "x"), after=("x", "y"), field="measures")
    assert gained == FieldChange(document="a.md", field="order", gained=("measures",))
    (lost,) = _change(gold=("x", "y"), before=("x", "y"), after=("y", "x"), field="measures")
    assert lost == FieldChange(document="a.md", field="order", lost=("measures",))


def test_a_lost_value_is_not_told_again_as_lost_order() -> None:
    assert _change(gold=("x", "y"), before=("x", "y"), after=("x",), field="measures") == (
        FieldChange(document="a.md", field="measures", lost=("y",)),
    )
    assert _change(gold=("x", "y"), before=("y", "x"), after=("x",), field="measures") == (
        FieldChange(document="a.md", field="measures", lost=("y",)),
    )


def test_findings_are_compared_as_a_field() -> None:
    labels = Labels({}, findings=("right",))
    old = DocumentRecord(name="a.md", gold=labels, findings={"right": Severity.ERROR})
    new = DocumentRecord(name="a.md", gold=labels, findings={"noise": Severity.WARNING})
    comparison = compare(_run(old), _run(new))
    assert comparison.changes == (FieldChange(document="a.md", field="findings", lost=("right",), made_up=("noise",)),)
    assert comparison.worse


def test_what_has_no_label_is_told_and_judged_by_nobody() -> None:
    comparison = compare(_run(_record({"title": ("t",)}, {})), _run(_record({"signer": ("s",)}, {})))
    assert comparison.unlabelled == (
        UnlabelledChange(document="a.md", field="title", before=("t",), after=()),
        UnlabelledChange(document="a.md", field="signer", before=(), after=("s",)),
    )
    assert (comparison.changes, comparison.worse) == ((), False)


def test_corpora_that_differ_are_told_and_only_what_they_share_is_compared() -> None:
    gold: FieldValues = {"copies": ("x",)}
    both, gone, come = (_record({"copies": ("x",)}, gold, name) for name in ("both.md", "gone.md", "come.md"))
    comparison = compare(_run(both, gone), _run(come, evolve(both, sha256="2")))
    assert (comparison.documents, comparison.only_old, comparison.only_new) == (1, ("gone.md",), ("come.md",))
    assert comparison.altered == ("both.md",)
    assert comparison.before == {"copies": Counts(hits=1)}
    assert not comparison.worse


def test_where_labels_differ_the_new_ones_judge_both() -> None:
    old, new = _record({"copies": ("x",)}, {"copies": ("y",)}), _record({"copies": ("x",)}, {"copies": ("x",)})
    comparison = compare(_run(old), _run(evolve(new, gold=Labels({"copies": ("x",)}, findings=()))))
    assert comparison.relabelled == (("a.md", "copies"), ("a.md", "findings"))
    assert comparison.changes == ()
    assert comparison.before == comparison.after == {"copies": Counts(hits=1)}


def test_a_document_that_cannot_be_read_any_more_is_worse_even_without_a_lost_value() -> None:
    readable = _record({"title": ("t",)}, {})
    unread = DocumentRecord(name="a.md", gold=Labels({}), failure=Failure(cause=Cause.EMPTY, detail=""))
    worse, better = compare(_run(readable), _run(unread)), compare(_run(unread), _run(readable))
    assert (worse.newly_unread, worse.unlabelled, worse.worse) == (("a.md",), (), True)
    assert (better.newly_read, better.unlabelled, better.worse) == (("a.md",), (), False)
