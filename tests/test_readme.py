"""Both READMEs are twins, and what they show is what the program prints."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from govreply.profiles.load import names
from govreply.rules.registry import ALL
from scripts.refresh_readmes import READMES, refreshed

ROOT = Path(__file__).parents[1]
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def _text(readme: str) -> str:
    return (ROOT / readme).read_text(encoding="utf-8")


def _blocks(readme: str, language: str) -> list[str]:
    return [body for name, body in _BLOCK.findall(_text(readme)) if name == language]


def _commands(readme: str) -> list[str]:
    return [
        command for block in _blocks(readme, "console") for command in re.findall(r"^\$ (.+)$", block, re.MULTILINE)
    ]


def test_both_have_the_same_headings() -> None:
    levels = [re.findall(r"^(#+) ", _BLOCK.sub("", _text(readme)), re.MULTILINE) for readme in READMES]
    assert levels[0] == levels[1]
    assert len(levels[0]) > 5


def test_both_have_the_same_blocks_and_tables() -> None:
    english, chinese = (re.findall(r"^(```\w+|\|(?= ))", _text(readme), re.MULTILINE) for readme in READMES)
    assert english == chinese


@pytest.mark.parametrize("language", ["python", "text", "yaml"])
def test_both_have_the_same(language: str) -> None:
    english, chinese = (_blocks(readme, language) for readme in READMES)
    assert english == chinese != []


def test_both_show_the_same_commands() -> None:
    english, chinese = ([command.replace(" --lang en", "") for command in _commands(readme)] for readme in READMES)
    assert english == chinese != []


@pytest.mark.parametrize("readme", READMES)
def test_shows_what_the_program_prints(readme: str) -> None:
    assert refreshed(_text(readme)) == _text(readme)


@pytest.mark.parametrize(
    ("readme", "rules", "profiles"),
    [(READMES[0], r"(\d+) rules", r"(\d+) profiles"), (READMES[1], r"(\d+) 条规则", r"有 (\d+) 份")],
)
def test_counts_rules_and_profiles_as_there_are(readme: str, rules: str, profiles: str) -> None:
    text = _text(readme)
    assert re.findall(rules, text) == [str(len(ALL))]
    assert re.findall(profiles, text) == [str(len(names()))]
