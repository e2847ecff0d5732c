"""Each command line in a page or README names a command and options that exist."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from govreply.cli import group

ROOT = Path(__file__).parents[2]
PAGES = [*sorted((ROOT / "docs").glob("*/*.md")), *sorted(ROOT.glob("*.md"))]
_FENCED = re.compile(r"^```(?:console|sh|bash)\n(.*?)^```", re.MULTILINE | re.DOTALL)
_INLINE = re.compile(r"`(govreply [^`]+)`")
_CALL = re.compile(r"^(?:\$ )?(?:\S*[/\\])?govreply(?:\.exe)? (.+)$")


def lines(page: Path) -> Iterator[str]:
    """What follows ``govreply`` in the examples and in the text of a page."""
    text = page.read_text(encoding="utf-8")
    for block in _FENCED.findall(text):
        for line in block.splitlines():
            if found := _CALL.match(line):
                yield found[1]
    for line in _INLINE.findall(re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)):
        yield line.removeprefix("govreply ")


def unknown(line: str) -> list[str]:
    """Words of a command line that are no command and no option of it."""
    words = shlex.split(line.replace("\\", "/"), comments=True)
    command: click.Command = group
    while isinstance(command, click.Group) and words and not words[0].startswith("-"):
        # govreply baseline write|prune in a text names several
        name, _, others = words.pop(0).partition("|")
        context = click.Context(command)
        named = [command.get_command(context, one) for one in (name, *others.split("|")) if one]
        if None in named:
            return [line]
        command = named[0] or command
    known = {name for parameter in command.params for name in (*parameter.opts, *parameter.secondary_opts)}
    return [word for word in words if word.startswith("--") and word.partition("=")[0] not in known]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_commands_and_options_exist(page: Path) -> None:
    wrong = [(line, found) for line in lines(page) if (found := unknown(line))]
    assert wrong == []


def test_what_does_not_exist_is_seen() -> None:
    assert unknown("check --format json replies/ > report.json") == []
    assert unknown("profile diff wuhan national") == []
    assert unknown("check --formt json") == ["--formt"]
    assert unknown("chekc a.md") == ["chekc a.md"]
    assert unknown("baseline write|prune") == []
    assert sum(len(list(lines(page))) for page in PAGES) > 150
