"""What is promised to importers: the public names, their types, and that they can be used from anywhere at once."""

from __future__ import annotations

import logging
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from attrs import evolve

import govreply
from govreply.rules import engine
from govreply.rules.base import Context, Problem, Rule
from govreply.rules.registry import rule
from govreply.testing import Form, Letter
from scripts.record_public_api import RECORD, lines

ROOT = Path(__file__).parents[1]
PROGRAM = ROOT / "tests" / "typed" / "user_program.py"


def test_public_names_and_signatures_are_those_on_record() -> None:
    recorded = RECORD.read_text(encoding="utf-8").splitlines()
    assert list(lines()) == recorded, (
        "if it is meant: scripts/record_public_api.py, and say in CHANGELOG.md what it means"
    )


@pytest.mark.parametrize("language", ["zh", "en"])
def test_each_public_name_is_on_the_page(language: str) -> None:
    page = (ROOT / "docs" / language / "api.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| `(\w+)` \|", page, re.MULTILINE) == sorted(govreply.__all__, key=str.lower)


def test_each_public_name_has_a_docstring() -> None:
    undocumented = [
        name
        for name in govreply.__all__
        if name != "__version__" and not (getattr(govreply, name).__doc__ or "").strip()
    ]
    assert undocumented == []


def mypy(*paths: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file", "", *map(str, paths)]
    return subprocess.run(command, cwd=ROOT / "tests" / "typed", capture_output=True, encoding="utf-8", check=False)


def test_a_program_that_uses_govreply_type_checks_strictly(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.py"
    wrong.write_text("import govreply\nnumber: int = govreply.parse('').title\n", encoding="utf-8")
    assert mypy(PROGRAM).stdout.startswith("Success")
    assert "Incompatible types in assignment" in mypy(wrong).stdout


def test_many_threads_get_what_one_gets() -> None:
    letters = [Letter(number=f"2023{n:04}", form=Form(number=f"2023{n % 3:04}")).to_markdown() for n in range(24)]
    alone = [govreply.check(text, "a.md") for text in letters]
    start = threading.Barrier(4)

    def work(share: list[str]) -> list[govreply.Result]:
        start.wait()
        return [govreply.check(text, "a.md") for text in share]

    with ThreadPoolExecutor(4) as pool:
        together = [result for results in pool.map(work, (letters[at::4] for at in range(4))) for result in results]
    assert together == [alone[at + 4 * n] for at in range(4) for n in range(6)]


def test_a_rule_may_itself_check_a_document() -> None:
    outer = rule("proposal-number-mismatch")
    inner: list[govreply.Result] = []

    def nested(reply: govreply.Reply, context: Context) -> Iterator[Problem]:
        inner.append(govreply.check(Letter().to_markdown(), "inner.md", select=["signature-missing"]))
        yield from outer.check(reply, context)

    changed: tuple[Rule, ...] = (evolve(outer, check=nested),)
    text = Letter(form=Form(number="20230171")).to_markdown()
    reply = govreply.parse(text, "a.md")
    profile = govreply.Profile(name="none")
    findings, _ = engine.run(reply, rules=changed, profile=profile)
    assert [f.rule for f in findings] == ["proposal-number-mismatch"]
    assert [r.verdict for r in inner] == [govreply.Verdict.PASS]


def test_no_logging_is_set_up() -> None:
    code = (
        "import logging, govreply; govreply.check('关于提案的答复', 'a.md'); "
        "print(logging.root.handlers, logging.root.level, [n for n in logging.root.manager.loggerDict if 'govreply' in n])"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert (said.stdout.strip(), said.stderr) == (f"[] {logging.WARNING} []", "")
