from __future__ import annotations

import json
from pathlib import Path

import pytest

from govreply.evaluate.errors import CorpusError
from govreply.evaluate.run import evaluate
from govreply.evaluate.store import load, to_json
from govreply.testing import Form, Letter
from tests.evaluate.corpora import known_corpus, put


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    corpus = known_corpus(tmp_path / "corpus")
    put(corpus, "blank.md", "", {"issuer": "武汉市水务局"})
    put(corpus, "form.md", Letter(form=Form(number="20230171")).to_markdown(), {"findings": []})
    evaluation = evaluate(corpus)
    path = tmp_path / "run.json"
    path.write_text(to_json(evaluation), encoding="utf-8")
    assert load(path) == evaluation


def test_the_json_holds_values_and_figures(tmp_path: Path) -> None:
    content = json.loads(to_json(evaluate(known_corpus(tmp_path / "corpus"))))
    assert (content["schema"], content["corpus"]) == ("govreply.evaluation/1", "corpus")
    two, one = content["documents"]
    assert (two["name"], two["flawless"], one["flawless"]) == ("below/two.txt", False, True)
    assert two["read"]["issuer"] == ["武汉市水务局"]
    assert two["gold"]["fields"]["issuer"] == ["武汉市水利局"]
    assert two["wrong"]["addressees"] == {"missed": ["周远行"], "extra": []}
    assert one["wrong"] == {}
    summary = content["summary"]
    assert (summary["documents"], summary["flawless"], summary["flawless_share"], summary["unread"]) == (2, 1, 0.5, {})
    assert summary["fields"]["issuer"] == {
        "hits": 1,
        "extra": 1,
        "missed": 1,
        "support": 2,
        "precision": 0.5,
        "recall": 0.5,
        "f1": 0.5,
    }
    assert summary["micro"]["hits"] == 10
    assert summary["macro"]["precision"] == pytest.approx(0.8)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{", "cannot be read"),
        ("[]", "not the JSON that govreply eval score writes"),
        ('{"schema": "govreply.report/1"}', "not the JSON that govreply eval score writes"),
        ('{"schema": "govreply.evaluation/1", "corpus": "c", "documents": [{"name": "a"}]}', "not as expected: .*gold"),
    ],
)
def test_other_files_are_refused(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "run.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CorpusError, match=says):
        load(path)
    with pytest.raises(CorpusError, match="cannot be read"):
        load(tmp_path / "none.json")
