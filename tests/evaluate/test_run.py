"""Corpora on disk, with figures reckoned by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from govreply.errors import Cause
from govreply.evaluate.errors import CorpusError
from govreply.evaluate.run import entries, evaluate
from govreply.evaluate.scoring import Counts, Outcome
from govreply.evaluate.summary import summarise
from govreply.findings import Severity
from govreply.testing import Form, Letter
from govreply.testing.letter import Part
from tests.evaluate.corpora import RIGHT, known_corpus, put


def test_the_figures_of_a_known_corpus(tmp_path: Path) -> None:
    summary = summarise(evaluate(known_corpus(tmp_path)))
    assert summary.fields == {
        "is_reply": Counts(hits=2),
        "issuer": Counts(hits=1, extra=1, missed=1),
        "addressees": Counts(hits=2, missed=1),
        "phones": Counts(hits=1, extra=1),
        "copies": Counts(hits=4),
    }
    assert summary.micro == Counts(hits=10, extra=2, missed=2)
    assert summary.micro.f1 == pytest.approx(20 / 24)
    precision, recall, f1 = summary.macro
    assert precision == pytest.approx((1 + 1 / 2 + 1 + 1 / 2 + 1) / 5)
    assert recall == pytest.approx((1 + 1 / 2 + 2 / 3 + 1 + 1) / 5)
    assert f1 == pytest.approx((1 + 1 / 2 + 4 / 5 + 2 / 3 + 1) / 5)
    assert (summary.documents, summary.flawless, summary.flawless_share) == (2, 1, 0.5)
    assert (summary.unread, summary.rules) == ({}, {})


def test_the_misses_of_a_known_corpus(tmp_path: Path) -> None:
    two, one = evaluate(known_corpus(tmp_path)).documents
    assert (two.name, one.name) == ("below/two.txt", "one.md")
    assert all(outcome.flawless for outcome in one.outcomes().values())
    assert {field: outcome for field, outcome in two.outcomes().items() if not outcome.flawless} == {
        "issuer": Outcome(missed=("武汉市水利局",), extra=("武汉市水务局",)),
        "addressees": Outcome(hits=("陆承安",), missed=("周远行",)),
        "phones": Outcome(extra=("027-85550136",)),
    }


def test_documents_that_cannot_be_read_miss_everything(tmp_path: Path) -> None:
    put(tmp_path, "blank.md", "", {"issuer": "武汉市水务局", "phones": ["1", "2"]})
    put(tmp_path, "gone.md", None, {"signer": None})
    put(tmp_path, "sound.md", Letter().to_markdown(), {"issuer": "武汉市水务局"})
    evaluation = evaluate(tmp_path)
    summary = summarise(evaluation)
    assert summary.unread == {Cause.NOT_FOUND: 1, Cause.EMPTY: 1}
    assert summary.fields == {"issuer": Counts(hits=1, missed=1), "phones": Counts(missed=2)}
    assert (summary.documents, summary.flawless) == (3, 1)
    assert [document.name for document in evaluation.documents] == ["blank.md", "gone.gold.json", "sound.md"]


def test_order_is_a_field_of_its_own(tmp_path: Path) -> None:
    parts = (Part(heading="排查隐患", paragraphs=("已完成。",)), Part(heading="修复管网", paragraphs=("已开工。",)))
    text = Letter(sections=parts).to_markdown()
    put(tmp_path, "right.md", text, {"sections": ["1 一、排查隐患", "1 二、修复管网"]})
    put(tmp_path, "turned.md", text, {"sections": ["1 二、修复管网", "1 一、排查隐患"]})
    summary = summarise(evaluate(tmp_path))
    assert summary.fields == {"sections": Counts(hits=4), "order": Counts(hits=1, missed=1)}
    assert summary.flawless == 1


def test_findings_are_scored_by_rule_and_apart(tmp_path: Path) -> None:
    text = Letter(form=Form(number="20230171")).to_markdown()
    put(tmp_path, "known.md", text, {"findings": ["proposal-number-mismatch"]})
    put(tmp_path, "noise.md", text, {"findings": []})
    put(tmp_path, "allowed.md", text, {"findings": ["date-impossible"], "allowed": ["proposal-number-mismatch"]})
    put(tmp_path, "unsaid.md", text, {"is_reply": True})
    evaluation = evaluate(tmp_path)
    assert {d.findings.get("proposal-number-mismatch") for d in evaluation.documents} == {Severity.ERROR}
    summary = summarise(evaluation)
    assert summary.rules == {"date-impossible": Counts(missed=1), "proposal-number-mismatch": Counts(hits=1, extra=1)}
    assert summary.all_rules == Counts(hits=1, extra=1, missed=1)
    assert summary.fields == {"is_reply": Counts(hits=1)}
    assert summary.flawless == 4


def test_the_document_is_the_one_file_of_the_same_name(tmp_path: Path) -> None:
    put(tmp_path, "a[1].x.md", "正文", {})
    put(tmp_path, "a.md", "正文", {})
    (tmp_path / "other.md").write_text("没有标注", encoding="utf-8")
    assert [(entry.name, entry.document) for entry in entries(tmp_path)] == [
        ("a.md", tmp_path / "a.md"),
        ("a[1].x.md", tmp_path / "a[1].x.md"),
    ]


def test_two_documents_of_one_name_are_refused(tmp_path: Path) -> None:
    put(tmp_path, "a.md", "正文", RIGHT)
    (tmp_path / "a.txt").write_text("正文", encoding="utf-8")
    with pytest.raises(CorpusError, match=r"one document expected, found a\.md、a\.txt"):
        evaluate(tmp_path)


def test_a_corpus_is_a_folder(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="not a folder"):
        evaluate(tmp_path / "none")
    assert evaluate(tmp_path).documents == ()
    assert summarise(evaluate(tmp_path)).flawless_share is None
