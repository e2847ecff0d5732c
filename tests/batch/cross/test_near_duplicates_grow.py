"""Looking for like bodies compares about as many pairs as there are documents, also where all of them are alike."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator

import attrs
import pytest

from govreply import api
from govreply.batch.cross import near_duplicate_body
from govreply.batch.cross.examples import stored
from govreply.batch.cross.letters import first
from govreply.batch.cross.view import View
from govreply.batch.likeness import bands, similarity
from govreply.batch.record import packed
from govreply.convert import reply_to_json
from govreply.model import Reply, Text

SIGNS = 400
_BASE = api.parse(first().to_markdown(), "a.md")


def _body(rng: random.Random) -> str:
    return "".join(chr(rng.randrange(0x4E00, 0x4E00 + 500)) for _ in range(SIGNS))


def _changed(body: str, rng: random.Random, signs: int) -> str:
    letters = list(body)
    for at in rng.sample(range(len(letters)), signs):
        letters[at] = chr(rng.randrange(0x4E00, 0x4E00 + 500))
    return "".join(letters)


def _reply(number: int, body: str) -> Reply:
    """A letter with nothing but a title, an item of its own and a body."""
    assert _BASE.matter is not None
    assert _BASE.title is not None
    span = _BASE.title.span
    topic = _body(random.Random(number))[:20]
    matter = attrs.evolve(
        _BASE.matter, number=Text(text=f"2023{number:04}", span=span), title=Text(text=topic, span=span)
    )
    return Reply(
        is_reply=True, source=_BASE.source, title=_BASE.title, matter=matter, paragraphs=(Text(text=body, span=span),)
    )


def _store(bodies: Iterator[str]) -> sqlite3.Connection:
    db = stored({}).db
    for number, body in enumerate(bodies, start=1):
        db.execute(
            "INSERT INTO inputs (id, path, member, state, run) VALUES (?, ?, '', 'done', 1)",
            (number, f"{number:05}.md"),
        )
        db.execute(
            "INSERT INTO documents (input, verdict, is_reply, reply) VALUES (?, 'pass', 1, ?)",
            (number, packed(reply_to_json(_reply(number, body)))),
        )
        rows = [(number, band, bucket) for band, bucket in enumerate(bands(body))]
        db.executemany("INSERT INTO minhash VALUES (?, ?, ?)", rows)
    return db


def _compared(db: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch) -> tuple[int, list[set[int]]]:
    """How many pairs were compared, and the documents of each finding."""
    count = 0

    def counted(left: str, right: str) -> float:
        nonlocal count
        count += 1
        return similarity(left, right)

    monkeypatch.setattr(near_duplicate_body, "similarity", counted)
    found = [{place.input or 0 for place in problem.places} for problem in near_duplicate_body.check(View(db))]
    return count, found


def _pairs(documents: int) -> Iterator[str]:
    """Bodies of which each second one is nearly that before it."""
    rng = random.Random(documents)
    for _ in range(documents // 2):
        body = _body(rng)
        yield body
        yield _changed(body, rng, 4)


def _all_alike(documents: int) -> Iterator[str]:
    rng = random.Random(documents)
    body = _body(rng)
    for _ in range(documents):
        yield _changed(body, rng, 3)


def test_two_thousand_documents_in_pairs(monkeypatch: pytest.MonkeyPatch) -> None:
    count, found = _compared(_store(_pairs(2000)), monkeypatch)
    assert count <= 2 * 2000
    pairs = [{at, at + 1} for at in range(1, 2000, 2)]
    assert all(group in pairs for group in found)
    assert len(found) >= 0.99 * len(pairs)


def test_the_pairs_compared_grow_as_the_documents_do(monkeypatch: pytest.MonkeyPatch) -> None:
    small, _ = _compared(_store(_all_alike(250)), monkeypatch)
    large, found = _compared(_store(_all_alike(500)), monkeypatch)
    assert large <= 3 * small
    assert large <= 8 * 500
    assert max(len(group) for group in found) >= 0.95 * 500


def test_bodies_below_the_threshold_are_not_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    rng = random.Random(3)
    body = _body(rng)
    bodies = [body, _changed(body, rng, SIGNS // 10)]
    assert similarity(*bodies) < 0.95
    db = _store(iter(bodies))
    db.execute("UPDATE minhash SET bucket = band")  # whatever the buckets say
    count, found = _compared(db, monkeypatch)
    assert (count, found) == (1, [])
