"""The list of rules and the rule files agree, and every rule says all that a rule must say, in both languages."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest

import govreply.rules
from govreply.language import Bilingual
from govreply.model import Reply
from govreply.rules.base import Rule
from govreply.rules.registry import ALL

ROOT = Path(govreply.rules.__file__).parent
LETTERS = {
    "identity": "IDN",
    "disposition": "DSP",
    "parties": "PTY",
    "structure": "STR",
    "form": "FRM",
    "contact": "CTC",
    "dates": "DAT",
    "figures": "FIG",
    "citations": "CIT",
    "typography": "TYP",
    "privacy": "PRV",
}
ISSUE_2 = [
    "proposal-number-mismatch",
    "proposal-year-session-mismatch",
    "session-drift",
    "assembly-kind-mismatch",
    "item-word-drift",
    "addressee-kind-mismatch",
    "topic-text-mismatch",
    "topic-punctuation-drift",
    "document-number-form",
    "class-effect-conflict",
    "class-text-conflict",
    "addressee-proposer-mismatch",
    "issuer-signature-mismatch",
    "cohandler-absent",
    "heading-gap",
    "heading-duplicate",
    "ordinal-run-gap",
    "announced-count-mismatch",
    "signature-missing",
    "form-no-tick",
    "form-multi-tick",
    "form-required-empty",
    "form-number-topic-agency",
    "date-impossible",
    "cited-year-after-reply",
    "contact-count-mismatch",
]

every_rule = pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.name)


def test_every_file_is_listed_and_every_listed_rule_has_its_file() -> None:
    files = {
        f"{path.parent.name}/{path.stem.replace('_', '-')}"
        for family in LETTERS
        for path in (ROOT / family).glob("*.py")
        if not path.stem.startswith("_")
    }
    assert files == {f"{rule.family}/{rule.name}" for rule in ALL}


def test_the_first_rules_are_all_there() -> None:
    assert {rule.name for rule in ALL} >= set(ISSUE_2)


def test_names_and_codes_are_unique() -> None:
    assert len({rule.name for rule in ALL}) == len({rule.code for rule in ALL}) == len(ALL)


def test_the_list_goes_by_family_and_code() -> None:
    places = [(list(LETTERS).index(rule.family), rule.code) for rule in ALL]
    assert places == sorted(places)


@every_rule
def test_code_carries_the_letters_of_the_family(rule: Rule) -> None:
    assert rule.code.startswith(LETTERS[rule.family])
    assert rule.code[3:].isdigit()
    assert len(rule.code) == 6


@every_rule
def test_speaks_both_languages(rule: Rule) -> None:
    texts = [rule.title, *(text for heading, items in rule.explanation.sections() for text in (heading, *items))]
    assert len(rule.explanation.silent) >= 2
    for text in texts:
        assert any("一" <= sign <= "鿿" for sign in text.zh)
        assert text.en.strip()
        # English texts may quote Chinese words and are English beside them
        assert sum(sign.isascii() for sign in text.en) > len(text.en) / 2


@every_rule
def test_messages_are_in_both_languages(rule: Rule) -> None:
    from govreply import api

    for example in rule.violates():
        messages = {}
        for language in ("zh", "en"):
            text = example.letter.render(example.format)
            result = api.check(text, example.file_name, language=language, select=(rule.name,))
            messages[language] = result.findings[0].message
        assert messages["zh"] != messages["en"]
        assert messages["en"].isprintable()


@every_rule
def test_has_examples_enough(rule: Rule) -> None:
    violates, passes = list(rule.violates()), list(rule.passes())
    assert len(violates) >= 2
    assert len(passes) >= 3
    assert all(example.note for example in violates)
    assert all(example.note for example in passes)


@every_rule
def test_needs_and_precedence_name_what_exists(rule: Rule) -> None:
    names = {known.name for known in ALL}
    assert set(rule.yields_to) <= names - {rule.name}
    for path in rule.needs:
        assert hasattr(Reply, path.split(".")[0]) or path.split(".")[0] in Reply.__annotations__


@every_rule
def test_file_says_what_it_is_for(rule: Rule) -> None:
    module = import_module(f"govreply.rules.{rule.family}.{rule.name.replace('-', '_')}")
    assert rule is module.RULE
    assert module.__doc__


def test_explanations_read_as_headed_lists() -> None:
    from govreply.language import Language

    text = ALL[0].explanation.within(Language.EN)
    assert text.startswith("What contradicts what\n")
    assert "\n\nWhat is not flagged\n- " in text
    assert Bilingual("中", "en").within(Language.ZH) == "中"


_PROFILE_KEY = re.compile(r"\bprofile\.(\w+)")
# what any rule may read: how the profile is called, and which keys are its own
_NO_PRESCRIPTION = {"title", "title_en", "own"}
_KEY_OF_METHOD = {"classes_for": "classes"}


@every_rule
def test_every_key_of_the_profile_that_a_rule_reads_is_declared(rule: Rule) -> None:
    text = (ROOT / rule.family / f"{rule.name.replace('-', '_')}.py").read_text(encoding="utf-8")
    read = {_KEY_OF_METHOD.get(key, key) for key in _PROFILE_KEY.findall(text)} - _NO_PRESCRIPTION
    assert read == {*rule.prescribed, *rule.adapts_to}
