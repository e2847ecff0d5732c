from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
from pre_commit.clientlib import load_manifest  # type: ignore[import-untyped]

from govreply.cli.inputs import SUFFIXES
from govreply.repair import SUFFIXES as REPAIRABLE
from tests.ci.scripts import ROOT
from tests.cli.running import govreply

# read by the code that reads it for its users
HOOKS: dict[str, dict[str, Any]] = {hook["id"]: hook for hook in load_manifest(str(ROOT / ".pre-commit-hooks.yaml"))}


@pytest.fixture(autouse=True)
def here(letters: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(letters)
    monkeypatch.delenv("GOVREPLY_LANG", raising=False)


def hook(name: str, *files: str) -> tuple[int, str]:
    """Run the entry of a hook on files, as pre-commit does once it has installed it."""
    program, *arguments = shlex.split(HOOKS[name]["entry"])
    assert program == "govreply"
    outcome = govreply(*arguments, *HOOKS[name]["args"], *files)
    return outcome.code, outcome.out


@pytest.mark.parametrize(("name", "suffixes"), [("govreply-check", SUFFIXES), ("govreply-fix", REPAIRABLE)])
def test_hooks_take_the_files_that_the_program_reads(name: str, suffixes: tuple[str, ...]) -> None:
    wanted = re.compile(HOOKS[name]["files"])
    names = ["x" + suffix for suffix in suffixes]
    assert [file for file in names if not wanted.search(file)] == []
    assert wanted.search("答复/X.MD")
    assert [file for file in ("md", "x.mdx", "x.xlsx", "x.docs", "x.md.bak") if wanted.search(file)] == []


def test_the_program_is_the_one_that_is_installed() -> None:
    assert {hook["language"] for hook in HOOKS.values()} == {"python"}


def test_a_commit_with_a_contradiction_is_stopped() -> None:
    code, out = hook("govreply-check", "sound.md", "错 件.md")
    assert code == 1
    assert "proposal-number-mismatch" in out


def test_a_commit_of_what_is_sound_or_no_reply_is_not() -> None:
    assert hook("govreply-check", "sound.md")[0] == 0
    assert hook("govreply-check", "README.md")[0] == 0


def test_what_can_be_repaired_for_certain_is() -> None:
    path = Path("half.md")
    path.write_text(Path("sound.md").read_text(encoding="utf-8").replace("〔2023〕", "[2023]", 1), encoding="utf-8")
    code, _ = hook("govreply-fix", "half.md")
    assert code == 0
    assert "〔2023〕" in path.read_text(encoding="utf-8")
