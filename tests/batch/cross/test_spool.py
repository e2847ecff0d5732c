"""What rules keep on disk comes back as it was put there, in order and in groups."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreply.batch.cross.spool import Again, Row, Seen, Sorted


@pytest.fixture
def db() -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.row_factory = sqlite3.Row
    yield connection
    connection.close()


KEYS = st.tuples(st.one_of(st.none(), st.integers(0, 3)), st.sampled_from("甲乙a"))
ROWS = st.lists(st.tuples(KEYS, st.integers(-5, 5)).map(lambda pair: (*pair[0], pair[1])), max_size=30)


def _order(row: Row) -> tuple[bool, int, str, int]:
    return row[0] is not None, row[0] or 0, row[1], row[2]


@given(ROWS)
def test_groups_hold_the_rows_of_one_key_in_order(rows: list[Row]) -> None:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    found = Sorted.of(connection, rows, by=2)
    groups = [(group.key, [value for (value,) in group], len(group)) for group in found.groups()]
    assert [(*key, value) for key, values, _ in groups for value in values] == sorted(rows, key=_order)
    assert [key for key, _, _ in groups] == list(dict.fromkeys(row[:2] for row in sorted(rows, key=_order)))
    assert all(many == len(values) for _, values, many in groups)
    assert list(found) == sorted(rows, key=_order)
    assert bool(found) == bool(rows)
    connection.close()


def test_small_groups_are_passed_over(db: sqlite3.Connection) -> None:
    rows = [("a", 1), ("b", 2), ("b", 1), ("c", 5), ("b", 3), ("c", 4)]
    groups = Sorted.of(db, rows, by=1).groups(least=2)
    assert [(group.key, list(group)) for group in groups] == [
        (("b",), [(1,), (2,), (3,)]),
        (("c",), [(4,), (5,)]),
    ]


def test_a_group_can_be_gone_through_again_and_within_itself(db: sqlite3.Connection) -> None:
    (group,) = Sorted.of(db, [("a", 2), ("a", 1)], by=1).groups()
    assert [(left, right) for (left,) in group for (right,) in group] == [(1, 1), (1, 2), (2, 1), (2, 2)]


def test_rows_are_found_by_the_beginning_of_their_key(db: sqlite3.Connection) -> None:
    found = Sorted.of(db, [("a", 2, "x"), ("a", 1, "y"), ("b", 1, "z")], by=2).indexed()
    assert list(found.at("a")) == [(1, "y"), (2, "x")]
    assert list(found.at("a", 2)) == [("x",)]
    assert list(found.at("c")) == []
    assert found.has("b", 1, "z")
    assert not found.has("b", 2)


def test_rows_may_be_made_from_queries_on_the_same_connection(db: sqlite3.Connection) -> None:
    db.execute("CREATE TABLE t (n)")
    db.executemany("INSERT INTO t VALUES (?)", ((n,) for n in range(500)))
    found = Sorted.of(db, ((n % 2, n) for (n,) in db.execute("SELECT n FROM t")), by=1)
    assert [len(group) for group in found.groups()] == [250, 250]


def test_a_set_knows_what_it_has_seen(db: sqlite3.Connection) -> None:
    seen = Seen(db)
    assert [seen.add(value) for value in ("甲", "乙", "甲")] == [True, True, False]
    seen.update(["丙", "乙"])
    assert ("丙" in seen, "丁" in seen, len(seen)) == (True, False, 3)
    seen.clear()
    assert ("丙" in seen, len(seen)) == (False, 0)


def test_what_was_cleared_takes_nothing_from_others(db: sqlite3.Connection) -> None:
    one, other = Sorted.of(db, [(1, 2)], by=1), Sorted.of(db, [(3, 4)], by=1)
    rows = iter(other)
    one.clear()
    assert (list(one), list(rows)) == ([], [(3, 4)])


def test_again_begins_anew_each_time() -> None:
    numbers = Again(lambda: iter(range(3)))
    assert (list(numbers), list(numbers)) == ([0, 1, 2], [0, 1, 2])
