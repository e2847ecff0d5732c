"""Agreement with the script that measures the library from outside, where it and its corpora are at hand."""

from __future__ import annotations

import importlib.util
import json
from collections import Counter
from itertools import pairwise
from pathlib import Path
from types import ModuleType

import pytest

from govreply import api
from govreply.evaluate.gold import read_gold
from govreply.evaluate.run import entries
from govreply.evaluate.scoring import Counts, judge_fields
from govreply.evaluate.summary import count_fields
from govreply.evaluate.view import view

SHARED = Path(__file__).parents[3] / "shared"
SCRIPT = SHARED / "score.py"
pytestmark = pytest.mark.skipif(not SCRIPT.exists(), reason="the yardstick and its corpora are not part of the project")


@pytest.fixture(scope="module")
def yardstick() -> ModuleType:
    spec = importlib.util.spec_from_file_location("yardstick", SCRIPT)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("corpus", ["corpus", "real"])
def test_both_count_the_same(yardstick: ModuleType, corpus: str) -> None:
    """Each document against its own labels, and against those of the next one, so that there are misses of all kinds."""
    found = list(entries(SHARED / corpus))
    replies = [api.parse_file(entry.document) for entry in found if entry.document]
    pairs = [(at, at) for at in range(len(found))] + list(pairwise(range(len(found))))
    tally = yardstick.Tally()
    outcomes = []
    for read, labelled in pairs:
        gold = found[labelled].gold
        yardstick.compare(
            json.loads(gold.read_text(encoding="utf-8")), yardstick.view(json.loads(replies[read].to_json())), tally
        )
        outcomes.append(judge_fields(read_gold(gold).fields, view(replies[read])))
    counted = {field: counts for field, *counts in tally.rows() if any(counts[:3])}
    ours = count_fields(outcomes)
    assert {field: (c.hits, c.extra, c.missed) for field, c in ours.items()} == {
        field: tuple(counts[:3]) for field, counts in counted.items()
    }
    assert sum(ours.values(), Counts()).f1 == pytest.approx(tally.f1())
    assert min(Counter(tally.missed).total(), Counter(tally.extra).total()) > 100
