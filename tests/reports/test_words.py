"""Everything that a report may have to name has a name in both languages."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import get_args

import attrs
import pytest

import govreply
from govreply import model
from govreply.errors import Cause
from govreply.findings import RuleState, Severity, Verdict
from govreply.language import Bilingual, Language
from govreply.lexicon.dates import Problem
from govreply.reports.advice import ADVICE
from govreply.reports.diagnostics import DIAGNOSTICS, diagnostic_label
from govreply.reports.words import CAUSES, FIELDS, SEVERITIES, SEVERITY_STYLES, STATES, VALUES, VERDICTS, value_label
from govreply.span import Span

PACKAGE = Path(govreply.__file__).parent


@pytest.mark.parametrize(
    ("table", "members"),
    [
        (VERDICTS, Verdict),
        (SEVERITIES, Severity),
        (SEVERITY_STYLES, Severity),
        (CAUSES, Cause),
        (ADVICE, Cause),
        (STATES, RuleState),
    ],
)
def test_each_member_has_words(table: dict[StrEnum, object], members: type[StrEnum]) -> None:
    assert list(table) == list(members)


def test_each_value_of_the_model_has_words() -> None:
    listed = [c for c in vars(model).values() if isinstance(c, type) and issubclass(c, StrEnum) and c is not StrEnum]
    shown = {member.value for kind in listed if kind is not model.Where for member in kind}
    assert shown == set(VALUES)


def test_each_field_that_the_tree_shows_has_words() -> None:
    from govreply.reports.tree import INNER, LEFT_OUT

    names = {
        attribute.name
        for kind in vars(model).values()
        if isinstance(kind, type)
        and attrs.has(kind)
        and kind not in (Span, model.SourceInfo, model.Diagnostic, model.Metadata)
        for attribute in attrs.fields(kind)
    }
    assert names - INNER - LEFT_OUT - set(FIELDS) == set()


def _tables() -> Iterator[tuple[str, Bilingual]]:
    for table in (VERDICTS, SEVERITIES, CAUSES, ADVICE, STATES, FIELDS, VALUES, DIAGNOSTICS):
        for key, words in table.items():
            yield str(key), words


@pytest.mark.parametrize(("key", "words"), list(_tables()))
def test_words_are_in_the_language_they_claim(key: str, words: Bilingual) -> None:
    assert any("一" <= c <= "鿿" for c in words.zh), key
    assert words.en and not any("一" <= c <= "鿿" for c in words.en.replace("第", "")), key


def test_values_without_words_show_themselves() -> None:
    assert value_label(2023, Language.ZH) == "2023"
    assert value_label(37.8, Language.ZH) == "37.8"
    assert value_label(5292.0, Language.ZH) == "5292"
    assert value_label(1234567.25, Language.ZH) == "1234567.25"
    assert value_label(True, Language.EN) == "yes"
    assert diagnostic_label("never-heard-of", Language.ZH) == "never-heard-of"


def _codes_used() -> set[str]:
    """The diagnostic codes that the grammar can give, read off its calls."""
    codes: set[str] = set()
    for path in sorted((PACKAGE / "grammar").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                codes |= set(_code_arguments(node))
    return codes


def _code_arguments(call: ast.Call) -> Iterator[str]:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    given: list[ast.expr] = [k.value for k in call.keywords if k.arg == "code"] if name == "Diagnostic" else []
    if name == "diagnose":
        given += call.args[:1]
    for argument in given:
        if isinstance(argument, ast.JoinedStr):  # f"date-{problem}"
            prefix = argument.values[0]
            assert isinstance(prefix, ast.Constant) and prefix.value == "date-"
            yield from (f"date-{problem}" for problem in get_args(Problem))
        else:
            yield from (n.value for n in ast.walk(argument) if isinstance(n, ast.Constant) and isinstance(n.value, str))


def test_each_diagnostic_code_of_the_grammar_has_words() -> None:
    used = _codes_used()
    assert used, "the grammar gives diagnostics"
    assert used - set(DIAGNOSTICS) == set()


def test_no_words_are_kept_for_codes_that_are_gone() -> None:
    assert set(DIAGNOSTICS) - _codes_used() == set()
