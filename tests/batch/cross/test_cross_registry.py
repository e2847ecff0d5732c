"""The list of rules over many replies and their files agree, and each says all that a rule must say, in both languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import govreply.batch.cross
from govreply.batch.cross.base import FAMILY, CrossRule
from govreply.batch.cross.examples import outcomes
from govreply.batch.cross.registry import ALL
from govreply.rules.registry import ALL as SINGLE

ROOT = Path(__file__).parents[3]
HELPERS = {
    "__init__",
    "answers",
    "base",
    "engine",
    "examples",
    "forms",
    "letters",
    "matching",
    "paths",
    "registry",
    "results",
    "spool",
    "view",
    "waived",
    "words",
}
every_rule = pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.name)


def test_every_file_is_listed_and_every_listed_rule_has_its_file() -> None:
    folder = Path(govreply.batch.cross.__file__).parent
    files = {path.stem.replace("_", "-") for path in folder.glob("*.py") if path.stem not in HELPERS}
    assert files == {rule.name for rule in ALL}


def test_names_and_codes_are_unique_and_in_order() -> None:
    assert [rule.code for rule in ALL] == [f"BAT{at:03}" for at in sorted(int(rule.code[3:]) for rule in ALL)]
    names = [rule.name for rule in ALL] + [rule.name for rule in SINGLE]
    assert len(set(names)) == len(names)
    assert not {rule.code for rule in ALL} & {rule.code for rule in SINGLE}
    assert FAMILY not in {rule.family for rule in SINGLE}


@every_rule
def test_speaks_both_languages(rule: CrossRule) -> None:
    texts = [rule.title, *(text for heading, items in rule.explanation.sections() for text in (heading, *items))]
    assert len(rule.explanation.silent) >= 2
    for text in texts:
        assert re.search("[一-鿿]", text.zh) or text.zh.startswith(("DA/T", "GB/T"))
        assert sum(sign.isascii() for sign in text.en) > len(text.en) / 2


@every_rule
def test_has_examples_enough(rule: CrossRule) -> None:
    violates, passes = list(rule.violates()), list(rule.passes())
    assert len(violates) >= 2
    assert len(passes) >= 3
    assert all(example.note for example in violates)
    assert all(example.note for example in passes)


@every_rule
def test_messages_and_labels_are_in_both_languages(rule: CrossRule) -> None:
    for example in rule.violates():
        (outcome,) = outcomes(rule, example.bundle)
        assert outcome.suggestion is not None
        for words in (outcome.message, outcome.suggestion):
            assert words.zh != words.en
        assert outcome.message.en.replace("\u200b", "").isprintable()
        assert all(place.label.zh and place.label.en for place in outcome.places)


def test_places_are_shown_with_their_lines() -> None:
    rule = next(rule for rule in ALL if rule.name == "metadata-content-mismatch")
    (outcome,) = outcomes(rule, next(iter(rule.violates())).bundle)
    row, document = outcome.places
    assert (row.where.zh, row.where.en, row.line) == ("目录第2行", "catalogue row 2", "武水函〔2023〕41号")
    assert document.where.zh.startswith("a.md:")
    assert document.line[document.start : document.end] == "武水函〔2023〕21号"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_page_on_catalogues_lists_the_rules_on_them(language: str) -> None:
    page = (ROOT / "docs" / language / "catalogue.md").read_text(encoding="utf-8")
    told = re.findall(r"^\| ([a-z]+(?:-[a-z]+)+) \|", page, re.MULTILINE)
    assert sorted(told) == sorted(rule.name for rule in ALL if rule.of_catalogue)


def test_no_rule_that_is_left_out_is_there() -> None:
    page = (ROOT / "docs" / "rules-left-out.md").read_text(encoding="utf-8")
    out, _, weaker = page.partition("Some rules over many replies")
    known = {rule.name for rule in ALL} | {rule.name for rule in SINGLE}
    assert not set(re.findall(r"^\| ([a-z]+(?:-[a-z]+)+) \|", out, re.MULTILINE)) & known
    assert set(re.findall(r"[a-z]+(?:-[a-z]+)+(?=,| \|)", weaker)) <= {rule.name for rule in ALL}
