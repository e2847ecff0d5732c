"""What ``govreply eval`` prints as JSON is what its schema publishes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest

from govreply.testing import Letter
from tests.cli.running import govreply
from tests.evaluate.corpora import RIGHT, known_corpus, put

SCHEMA = json.loads(
    (Path(__file__).parent.parent.parent / "schemas" / "evaluation.schema.json").read_text(encoding="utf-8")
)
COMPARISON = {"$ref": "#/$defs/Comparison", "$defs": SCHEMA["$defs"]}


def validate(value: Any, schema: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator(schema).validate(value)


@pytest.fixture
def scored(tmp_path: Path) -> tuple[Path, Path]:
    """A run over two letters and a file that is none, and a later run in which one letter has changed."""
    corpus = known_corpus(tmp_path / "corpus")
    put(corpus, "unread.md", "", RIGHT)
    old, new = tmp_path / "old.json", tmp_path / "new.json"
    old.write_text(govreply("eval", "score", corpus, "--format", "json").out, encoding="utf-8")
    first = next(path for path in sorted(corpus.glob("*.md")) if path.name != "unread.md")
    first.write_text(Letter(issuer="武汉市城市管理执法委员会", contacts=()).to_markdown(), encoding="utf-8")
    new.write_text(govreply("eval", "score", corpus, "--format", "json").out, encoding="utf-8")
    return old, new


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_a_run_validates(scored: tuple[Path, Path]) -> None:
    value = json.loads(scored[0].read_text(encoding="utf-8"))
    assert len(value["documents"]) == 3 and any(document["failure"] for document in value["documents"])
    validate(value, SCHEMA)


def test_a_comparison_validates(scored: tuple[Path, Path]) -> None:
    value = json.loads(govreply("eval", "compare", *scored, "--format", "json").out)
    assert value["changes"] and value["unlabelled"] and value["altered"]
    validate(value, COMPARISON)


def test_a_damaged_run_does_not_validate(scored: tuple[Path, Path]) -> None:
    value = json.loads(scored[0].read_text(encoding="utf-8"))
    value["documents"][0]["flawless"] = "yes"
    with pytest.raises(jsonschema.ValidationError):
        validate(value, SCHEMA)
