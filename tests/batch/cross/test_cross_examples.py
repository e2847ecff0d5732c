"""Every rule over many replies speaks on its ``violates`` bundles, at all places they name, and is silent on the others."""

from __future__ import annotations

import json

import pytest
from _pytest.mark import ParameterSet

from govreply.batch.cross.base import CrossRule
from govreply.batch.cross.engine import apply
from govreply.batch.cross.examples import Bundle, Passes, Violates, catalogue_of, stored
from govreply.batch.cross.registry import ALL
from govreply.batch.record import unpacked
from govreply.batch.store import Store


def _violations() -> list[ParameterSet]:
    return [
        pytest.param(rule, example, id=f"{rule.name}-{at}")
        for rule in ALL
        for at, example in enumerate(rule.violates(), start=1)
    ]


def _silences() -> list[ParameterSet]:
    return [
        pytest.param(rule, example, id=f"{rule.name}-{at}")
        for rule in ALL
        for at, example in enumerate(rule.passes(), start=1)
    ]


def _applied(bundle: Bundle, rule: CrossRule) -> Store:
    store = stored(bundle.files)
    apply(store, catalogue=catalogue_of(bundle), today=bundle.today, rules=(rule,))
    return store


def _findings(store: Store) -> list[tuple[str, str, tuple[tuple[str, str], ...]]]:
    return [
        (row["rule"], row["severity"], tuple(_places(store, row["id"])))
        for row in store.db.execute("SELECT * FROM cross_findings ORDER BY id")
    ]


def _places(store: Store, finding: int) -> list[tuple[str, str]]:
    """Path of the document, or row of the catalogue, and the text there."""
    query = (
        "SELECT p.*, i.path, d.text, c.source_row, c.entry FROM cross_places p"
        " LEFT JOIN inputs i ON i.id = p.input LEFT JOIN documents d ON d.input = p.input"
        " LEFT JOIN catalogue_rows c ON c.id = p.catalogue_row WHERE p.finding = ? ORDER BY p.ordinal"
    )
    places = []
    for row in store.db.execute(query, (finding,)):
        if row["catalogue_row"] is not None:
            value = json.loads(row["entry"]).get(row["field"], "") if row["field"] else ""
            places.append((f"目录:{row['source_row']}", value))
        else:
            text = "" if row["start"] is None else unpacked(row["text"])[row["start"] : row["end"]]
            places.append((row["path"], "".join(text.split())))
    return places


@pytest.mark.parametrize(("rule", "example"), _violations())
def test_speaks(rule: CrossRule, example: Violates) -> None:
    found = _findings(_applied(example.bundle, rule))
    assert found == [(rule.name, (example.severity or rule.severity).value, example.at)]


@pytest.mark.parametrize(("rule", "example"), _silences())
def test_keeps_silent(rule: CrossRule, example: Passes) -> None:
    assert _findings(_applied(example.bundle, rule)) == []


@pytest.mark.parametrize(("rule", "example"), _violations())
def test_the_documents_come_in_order_of_their_paths(rule: CrossRule, example: Violates) -> None:
    paths = [path for path, _ in example.at]
    assert set(paths) <= set(example.bundle.files) | {
        f"目录:{at}" for at in range(1, len(example.bundle.catalogue) + 1)
    }
