"""Carries out a page of the documentation: writes its files into a copy of the source tree, and runs its commands there."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from attrs import frozen

ROOT = Path(__file__).parents[2]
# what a page may change or run
_TREE = (
    "src",
    "tests",
    "benchmarks",
    "schemas",
    "pyproject.toml",
    ".pre-commit-hooks.yaml",
    "action.yml",
    "ci",
    "examples",
    "fixtures",
)
_BLOCK = re.compile(r'^```(\w+)(?: title="([^"]+)")?\n(.*?)^```$', re.MULTILINE | re.DOTALL)


@frozen
class Block:
    """A fenced block: its language, the file that its title names, its text."""

    language: str
    title: str
    text: str


def blocks(page: str) -> Iterator[Block]:
    """The fenced blocks of a page, in order."""
    for language, title, text in _BLOCK.findall(page):
        yield Block(language, title, text)


def copy_tree(to: Path) -> None:
    """Copy the parts of the source tree that pages change or run."""
    ignored = shutil.ignore_patterns("__pycache__", "*.pyc")
    for name in _TREE:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, to / name, ignore=ignored)
        else:
            shutil.copy(ROOT / name, to / name)


def carry_out(page: str, tree: Path) -> int:
    """Do what the page says, block after block; returns how many commands were run."""
    run = 0
    for block in blocks(page):
        if block.language == "console":
            run += _run(block.text, tree)
        elif block.language == "diff":
            _change(tree / block.title, block.text)
        elif block.title:
            path = tree / block.title
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block.text, encoding="utf-8")
    return run


def _change(path: Path, diff: str) -> None:
    """Apply one hunk without line numbers; what it replaces must be there exactly once."""
    lines = [(line[:1] or " ", line[1:]) for line in diff.splitlines()]
    before = "".join(text + "\n" for sign, text in lines if sign in " -")
    after = "".join(text + "\n" for sign, text in lines if sign in " +")
    text = path.read_text(encoding="utf-8")
    assert text.count(before) == 1, f"{path.name} has {text.count(before)} places like\n{before}"
    path.write_text(text.replace(before, after), encoding="utf-8")


def _run(session: str, tree: Path) -> int:
    """Run the commands of a session; where output is shown, it must be all that is printed."""
    commands = re.findall(r"^\$ (.+)\n((?:(?!\$ ).*\n)*)", session, re.MULTILINE)
    assert commands
    for command, shown in commands:
        done = _done(shlex.split(command), tree)
        told = f"$ {command}\n{done.stdout}{done.stderr}"
        # findings and differences are no failure of a command
        fine = (0, 1) if re.match(r"govreply (?:batch|check|profile diff)\b", command) else (0,)
        assert done.returncode in fine, told
        if shown:
            assert done.stdout == shown, told
    return len(commands)


def _done(words: list[str], tree: Path) -> subprocess.CompletedProcess[str]:
    if words[0] == "cp":
        shutil.copy(tree / words[1], tree / words[2])
        return subprocess.CompletedProcess(words, 0, "", "")
    if words[0] == "sed":  # sed SCRIPT FILE > OTHER
        done = subprocess.run(words[:3], cwd=tree, capture_output=True, encoding="utf-8", check=True)
        (tree / words[4]).write_text(done.stdout, encoding="utf-8")
        return subprocess.CompletedProcess(words, 0, "", "")
    start = {"python": [sys.executable], "govreply": [sys.executable, "-m", "govreply"]}[words[0]]
    environment = {**os.environ, "PYTHONPATH": str(tree / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
    environment.pop("GOVREPLY_LANG", None)
    return subprocess.run(
        [*start, *words[1:]], cwd=tree, env=environment, capture_output=True, encoding="utf-8", check=False
    )
