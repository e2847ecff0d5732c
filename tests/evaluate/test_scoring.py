from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreply.evaluate.gold import Labels
from govreply.evaluate.scoring import (
    Counts,
    Outcome,
    common,
    count,
    judge,
    judge_fields,
    judge_findings,
    mean,
    minus,
)
from govreply.findings import Severity

_VALUES = st.lists(st.sampled_from("abc")).map(tuple)


@pytest.mark.parametrize(
    ("gold", "read", "outcome"),
    [
        ((), (), Outcome()),
        (("a",), ("a",), Outcome(hits=("a",))),
        (("a",), (), Outcome(missed=("a",))),
        ((), ("a",), Outcome(extra=("a",))),
        (("a",), ("b",), Outcome(missed=("a",), extra=("b",))),
        (("a", "b"), ("b", "a"), Outcome(hits=("a", "b"))),
        (("a", "a", "b"), ("a", "c"), Outcome(hits=("a",), missed=("a", "b"), extra=("c",))),
        (("a",), ("a", "a", "a"), Outcome(hits=("a",), extra=("a", "a"))),
    ],
)
def test_each_value_counts_as_often_as_it_stands(
    gold: tuple[str, ...], read: tuple[str, ...], outcome: Outcome
) -> None:
    assert judge(gold, read) == outcome


@given(_VALUES, _VALUES)
def test_what_is_common_and_what_is_left_make_up_the_whole(left: tuple[str, ...], right: tuple[str, ...]) -> None:
    assert sorted(common(left, right) + minus(left, right)) == sorted(left)
    assert sorted(common(left, right)) == sorted(common(right, left))


def test_only_labelled_fields_are_judged_and_what_was_not_read_is_missed() -> None:
    outcomes = judge_fields({"issuer": ("a",), "title": ()}, {"title": ("t",), "signer": ("s",)})
    assert outcomes == {"issuer": Outcome(missed=("a",)), "title": Outcome(extra=("t",))}


@pytest.mark.parametrize(
    ("gold", "read", "order"),
    [
        (("a", "b"), ("a", "b"), Outcome(hits=("measures",))),
        (("a", "b"), ("b", "a"), Outcome(missed=("measures",))),
        (("a", "b"), ("b",), None),
        (("a", "b"), ("b", "a", "c"), None),
        (("a",), ("a",), None),
        ((), (), None),
    ],
)
def test_order_is_judged_where_all_values_are_there(
    gold: tuple[str, ...], read: tuple[str, ...], order: Outcome | None
) -> None:
    assert judge_fields({"measures": gold}, {"measures": read}).get("order") == order


def test_lists_without_a_meaning_in_their_order_may_stand_in_any() -> None:
    assert "order" not in judge_fields({"phones": ("1", "2")}, {"phones": ("2", "1")})


def test_findings() -> None:
    read = {
        "named": Severity.INFO,
        "free": Severity.ERROR,
        "hint": Severity.INFO,
        "noise": Severity.WARNING,
        "loud": Severity.ERROR,
    }
    outcome = judge_findings(Labels({}, findings=("named", "silent", "silent"), allowed=("free",)), read)
    assert outcome == Outcome(hits=("named",), missed=("silent",), extra=("noise", "loud"))
    assert judge_findings(Labels({}), read) is None


def test_the_figures() -> None:
    counts = count([Outcome(hits=("a", "b", "c"), missed=("d",)), Outcome(extra=("x", "y"))])
    assert counts == Counts(hits=3, extra=2, missed=1)
    assert (counts.support, counts.precision, counts.recall) == (4, 3 / 5, 3 / 4)
    assert counts.f1 == pytest.approx(2 * 0.6 * 0.75 / (0.6 + 0.75))


def test_a_figure_with_nothing_to_divide_by_is_none() -> None:
    assert (Counts().precision, Counts().recall, Counts().f1) == (None, None, None)
    assert (Counts(missed=1).precision, Counts(missed=1).recall, Counts(missed=1).f1) == (None, 0, 0)
    assert (Counts(extra=1).precision, Counts(extra=1).recall, Counts(extra=1).f1) == (0, None, 0)
    assert mean([None, 0.5, 1.0]) == 0.75
    assert mean([None]) is None
