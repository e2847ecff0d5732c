"""A baseline sets known findings apart, and only as long as there are no more of them."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema  # type: ignore[import-untyped]
import pytest
from attrs import evolve

import govreply
from govreply import baseline
from govreply.baseline import Baseline, BaselineError, Change
from govreply.testing import Form, Letter

SCHEMA = json.loads((Path(__file__).parents[1] / "schemas" / "baseline.schema.json").read_text(encoding="utf-8"))
RULE = "proposal-number-mismatch"
BROKEN = Letter(form=Form(number="20230171")).to_markdown()


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "答复" / "a.md"
    path.parent.mkdir()
    path.write_text(BROKEN, encoding="utf-8")
    return path


def checked(path: Path) -> govreply.Result:
    return govreply.check_file(path, select=[RULE])


def written(path: Path, folder: Path) -> Baseline:
    """The baseline of one document, through its file."""
    held = Baseline(folder / baseline.FILE_NAME)
    held.apply(checked(path))
    (folder / baseline.FILE_NAME).write_text(held.written().to_json(), encoding="utf-8")
    return baseline.load(folder / baseline.FILE_NAME)


def test_what_was_known_is_set_apart_and_does_not_fail(letter: Path, tmp_path: Path) -> None:
    assert checked(letter).verdict is govreply.Verdict.FAIL
    held = written(letter, tmp_path)
    assert held.documents == {"答复/a.md": {RULE: 1}}
    result = held.apply(checked(letter))
    assert (result.verdict, result.findings) == (govreply.Verdict.PASS, ())
    assert [(w.finding.rule, w.waiver.baseline) for w in result.waived] == [(RULE, True)]
    assert (held.grown(), held.shrunk()) == ([], [])


def test_text_may_move(letter: Path, tmp_path: Path) -> None:
    held = written(letter, tmp_path)
    letter.write_text("\n\n" + BROKEN, encoding="utf-8")
    assert held.apply(checked(letter)).verdict is govreply.Verdict.PASS


def test_where_there_are_more_all_are_findings(letter: Path, tmp_path: Path) -> None:
    held = written(letter, tmp_path)
    one = checked(letter)
    twice = held.apply(evolve(one, findings=one.findings * 2))
    assert (twice.verdict, len(twice.findings), twice.waived) == (govreply.Verdict.FAIL, 2, ())
    assert held.grown() == [Change("答复/a.md", RULE, 1, 2)]


def test_what_was_mended_is_told_and_pruned(letter: Path, tmp_path: Path) -> None:
    held = written(letter, tmp_path)
    letter.write_text(Letter(form=Form()).to_markdown(), encoding="utf-8")
    assert held.apply(checked(letter)).verdict is govreply.Verdict.PASS
    assert held.shrunk() == [Change("答复/a.md", RULE, 1, 0)]
    assert held.pruned().documents == {}


def test_a_document_that_is_gone_is_told(letter: Path, tmp_path: Path) -> None:
    held = written(letter, tmp_path)
    letter.unlink()
    assert held.shrunk() == [Change("答复/a.md", RULE, 1, 0)]


def test_other_rules_and_documents_are_none_of_its_business(letter: Path, tmp_path: Path) -> None:
    held = Baseline(tmp_path / baseline.FILE_NAME, {"答复/b.md": {RULE: 1}, "答复/a.md": {"signature-missing": 1}})
    assert held.apply(checked(letter)).verdict is govreply.Verdict.FAIL


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("{", "no JSON"),
        ("[]", "something else than version and documents"),
        ('{"version": 1}', "something else than version and documents"),
        ('{"version": 2, "documents": {}}', "unknown version 2"),
        ('{"version": 1, "documents": []}', "documents must be an object"),
        ('{"version": 1, "documents": {"a.md": {}}}', "a.md must map rules to counts"),
        ('{"version": 1, "documents": {"a.md": {"x": 0}}}', "x of a.md must be a whole number above 0"),
        ('{"version": 1, "documents": {"a.md": {"x": true}}}', "x of a.md must be a whole number above 0"),
    ],
)
def test_what_is_no_baseline_is_named_and_refused_by_the_schema(content: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / baseline.FILE_NAME
    path.write_text(content, encoding="utf-8")
    with pytest.raises(BaselineError, match=message) as caught:
        baseline.load(path)
    assert str(path) in str(caught.value)
    if content != "{":
        assert not jsonschema.Draft202012Validator(SCHEMA).is_valid(json.loads(content))


def test_what_is_written_is_valid_and_stable(letter: Path, tmp_path: Path) -> None:
    held = written(letter, tmp_path)
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.validate(json.loads(held.to_json()), SCHEMA)
    assert held.to_json() == (tmp_path / baseline.FILE_NAME).read_text(encoding="utf-8")
