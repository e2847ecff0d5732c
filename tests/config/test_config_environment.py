"""What variables of the environment say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from govreply.config.configuration import Configuration
from govreply.config.environment import VARIABLES, from_environment
from govreply.config.errors import ConfigError
from govreply.config.keys import EXTENDS, KEYS, PER_FILE
from govreply.plugins import NONE


def test_each_key_but_patterns_has_its_variable() -> None:
    assert {key for key, _ in VARIABLES.values()} == set(KEYS) - {PER_FILE, EXTENDS}


def test_variables_say_what_files_can(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    layer = from_environment(
        NONE,
        {
            "GOVREPLY_SELECT": "identity, FRM001",
            "GOVREPLY_IGNORE": "dates",
            "GOVREPLY_SEVERITIES": "IDN001=info,date-form=error",
            "GOVREPLY_PROFILE": "wuhan",
            "GOVREPLY_LIMITS": "pages=3,memory=1G,seconds=2.5",
            "GOVREPLY_LANG": "en",
            "GOVREPLY_FAIL_ON": "never",
            "GOVREPLY_SHOW_PRIVATE": "true",
            "GOVREPLY_BASELINE": "b.json",
            "GOVREPLY_CATALOGUE_COLUMNS": "题名=B",
            "HOME": "/",
        },
    )
    assert {key: value.value for key, value in layer.items()} == {
        ("select",): ("identity", "FRM001"),
        ("ignore",): ("dates",),
        ("severities", "proposal-number-mismatch"): "info",
        ("severities", "date-form"): "error",
        ("profile",): "wuhan",
        ("limits", "pages"): 3,
        ("limits", "memory"): 1024**3,
        ("limits", "seconds"): 2.5,
        ("language",): "en",
        ("fail-on",): "never",
        ("show-private",): True,
        ("baseline",): str(tmp_path / "b.json"),
        ("catalogue-columns", "title"): "B",
    }
    assert layer[("profile",)].origin.name == "GOVREPLY_PROFILE"


def test_what_templates_for_ci_call_their_variables_is_no_slip() -> None:
    template = (Path(__file__).parents[2] / "ci" / "govreply.gitlab-ci.yml").read_text(encoding="utf-8")
    names = set(re.findall(r"GOVREPLY_[A-Z_]+", template)) - set(VARIABLES)
    assert {"GOVREPLY_PATHS", "GOVREPLY_CHANGED_SINCE"} <= names
    assert from_environment(NONE, dict.fromkeys(names, "x")) == {}


def test_an_empty_variable_says_nothing() -> None:
    assert from_environment(NONE, {"GOVREPLY_SELECT": " ", "GOVREPLY_FAIL_ON": ""}) == {}


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("GOVREPLY_SELECT", "formm", "GOVREPLY_SELECT: no rule or family formm; did you mean form?"),
        ("GOVREPLY_SEVERITIES", "IDN001", "GOVREPLY_SEVERITIES: 'IDN001' must be written NAME=VALUE"),
        (
            "GOVREPLY_CATALOGUE_COLUMNS",
            "tile=B",
            "GOVREPLY_CATALOGUE_COLUMNS: no field of a catalogue tile; did you mean title?",
        ),
        ("GOVREPLY_LIMITS", "pages=many", "GOVREPLY_LIMITS: limits.pages must be a whole number above zero"),
        ("GOVREPLY_SHOW_PRIVATE", "yes", "GOVREPLY_SHOW_PRIVATE: show-private must be true or false"),
        ("GOVREPLY_SELCT", "form", "GOVREPLY_SELCT: no such variable; did you mean GOVREPLY_SELECT?"),
        ("GOVREPLY_LIMIT", "", "GOVREPLY_LIMIT: no such variable; did you mean GOVREPLY_LIMITS?"),
        ("GOVREPLY_FAIL_ON", "x", "GOVREPLY_FAIL_ON: fail-on must be one of error, warning, info, never"),
    ],
)
def test_what_they_cannot_say_is_told_with_their_names(name: str, value: str, words: str) -> None:
    with pytest.raises(ConfigError) as error:
        from_environment(NONE, {name: value})
    assert error.value.words.en == words


def test_the_environment_goes_before_files(tmp_path: Path) -> None:
    (tmp_path / "govreply.toml").write_text(
        'ignore = ["form"]\nselect = ["dates"]\n[per-file."*.md"]\nignore = ["contact"]'
    )
    above = from_environment(NONE, {"GOVREPLY_IGNORE": "dates", "GOVREPLY_SELECT": "contact"})
    rules = Configuration(above=above).rules_for(tmp_path / "a.md")
    assert (rules.select, rules.ignore) == (("contact",), ("dates",)), "who selects rules wants these"
