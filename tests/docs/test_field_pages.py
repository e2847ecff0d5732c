"""The reference of fields says what model and schemas say, and knows every class, key and value in both languages."""

from __future__ import annotations

import json
import re
from enum import StrEnum
from pathlib import Path
from typing import Any

import attrs
import pytest

from govreply.findings import Failure, Finding, Related, RuleOutcome
from govreply.model import Figure, Reply, Signature
from govreply.xml.shape import classes, shape
from scripts.generate_field_pages import DOCS, attribute_words, pages

ROOT = Path(__file__).parents[2]
languages = pytest.mark.parametrize("language", ["zh", "en"])


def section(page: str, name: str) -> str:
    """What stands below the heading of a class or closed list."""
    found = re.search(rf"^#+ `{name}`.*?\n(.*?)(?=^##|\Z)", page, re.MULTILINE | re.DOTALL)
    assert found, name
    return found[1]


def keys(text: str) -> list[str]:
    return re.findall(r"^\| `([^`]+)` \|", text, re.MULTILINE)


def read(language: str, name: str) -> str:
    return (DOCS / language / f"{name}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", pages(), ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_the_page_is_up_to_date(path: Path) -> None:
    assert path.read_text(encoding="utf-8") == pages()[path], "run python -m scripts.generate_field_pages"


@languages
def test_each_attribute_of_the_model_has_a_row(language: str) -> None:
    page = read(language, "fields")
    for kind in classes():
        inherited = (
            {"text", "span", "pieces"} if kind.__name__ != "Text" and "text" in attrs.fields_dict(kind) else set()
        )
        # a class with a text of its own is no Text; it has its row
        own = set(attrs.fields_dict(kind)) - (inherited if any(b.__name__ == "Text" for b in kind.__mro__) else set())
        assert own == set(keys(section(page, kind.__name__))), kind.__name__


@languages
def test_each_value_of_a_closed_list_has_a_row(language: str) -> None:
    page = read(language, "fields")
    lists = {field.kind for kind in classes() for field in shape(kind) if issubclass(field.kind, StrEnum)}
    for kind in lists:
        if kind.__name__ != "Story":  # told in its row
            assert keys(section(page, kind.__name__)) == [member.value for member in kind]


@languages
def test_no_row_is_without_words(language: str) -> None:
    for name in ("fields", "report"):
        rows = [line for line in read(language, name).splitlines() if line.startswith("| `")]
        assert rows
        chinese = [line for line in rows if re.search("[一-鿿]", line.rsplit("|", 2)[1])]
        if language == "zh":
            assert len(chinese) == len(rows)
        assert all(line.rsplit("|", 2)[1].strip() for line in rows)


@languages
def test_what_findings_have_in_python_stands_in_the_report(language: str) -> None:
    page = read(language, "report")
    for kind, name in ((Finding, "Finding"), (Related, "Related"), (RuleOutcome, "Outcome"), (Failure, "Failure")):
        assert set(attrs.fields_dict(kind)) <= set(keys(section(page, name)))


def test_types_null_lists_and_bounds_are_told() -> None:
    reply = section(read("en", "fields"), "Reply")
    assert "| `issuer` | [AgencyMention](#agencymention) or null |" in reply
    assert "| `sections` | list: [Section](#section) |" in reply
    assert "| `is_reply` | true or false |" in reply
    assert "| `date` | date YYYY-MM-DD or null |" in section(read("en", "fields"), "Signature")
    assert "| `line` | integer ≥ 1 |" in section(read("en", "report"), "Location")
    assert "| `line` | 整数 ≥ 1 |" in section(read("zh", "report"), "Location")


def test_docstrings_are_read_attribute_by_attribute() -> None:
    assert attribute_words(Signature)["date"] == "ISO date; `None` where absent, ambiguous or impossible."
    assert attribute_words(Figure)["quoted"] == "It stands inside quotation marks or title marks."
    assert attribute_words(Reply)["matter"].startswith("What is answered; where title")


@pytest.mark.parametrize("schema", ["reply", "report"])
def test_the_schemas_say_everything_in_both_languages(schema: str) -> None:
    described = json.loads((ROOT / "schemas" / f"{schema}.schema.json").read_text(encoding="utf-8"))

    def lacking(name: str, told: dict[str, Any]) -> list[str]:
        words = told.get("description", "")
        return [] if re.search(r"[A-Za-z]{2}", words) and re.search("[一-鿿]", words) else [name]

    silent = lacking("", described)
    for name, definition in described["$defs"].items():
        silent += lacking(name, definition)
        for key, told in definition.get("properties", {}).items():
            if key not in ("text", "span", "pieces"):
                silent += lacking(f"{name}.{key}", told)
    assert silent == []
