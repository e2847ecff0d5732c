"""The tables of forms in docs/coverage name tests that exist, and leave out no section of the lists they go through."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TABLES = sorted((ROOT / "docs" / "coverage").glob("*.md"))
_ID = re.compile(r"`(tests/[^`]+::[^`]+)`")


@pytest.fixture(scope="module")
def collected() -> set[str]:
    """The ids of all grammar tests, as pytest lists them, with and without their parameters."""
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "--collect-only", "-p", "no:cacheprovider", "tests/grammar"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    ids = {line.strip() for line in done.stdout.splitlines() if "::" in line}
    return ids | {name.split("[")[0] for name in ids}


def named_in(table: Path) -> list[str]:
    return _ID.findall(table.read_text(encoding="utf-8"))


def test_there_are_tables() -> None:
    assert {t.stem for t in TABLES} >= {"head", "body", "forms-and-pages"}


@pytest.mark.parametrize("table", TABLES, ids=lambda t: t.stem)
def test_each_test_that_a_table_names_exists(table: Path, collected: set[str]) -> None:
    named = named_in(table)
    assert named, "the table names no test"
    assert [name for name in named if name not in collected] == []


@pytest.mark.parametrize("table", TABLES, ids=lambda t: t.stem)
def test_each_row_of_a_table_names_a_test(table: Path) -> None:
    rows = [r for r in table.read_text(encoding="utf-8").splitlines() if r.startswith("| ") and "---" not in r]
    untested = [r for r in rows if not _ID.search(r) and not r.lower().startswith("| source")]
    assert untested == []


def test_no_list_is_left_out() -> None:
    """forms.md 1 to 12, templates.md 1 and 2, and domain.md 1 to 5 and 6.6 are each gone through in some table."""
    text = "\n".join(t.read_text(encoding="utf-8") for t in TABLES)
    for section in range(1, 13):
        assert re.search(rf"forms\.md §{section}\b", text), f"forms.md §{section}"
    for name in ("1", "2"):
        assert re.search(rf"templates\.md §?{name}", text), f"templates.md {name}"
    for name in ("1", "2", "3", "5", "6.6"):
        assert re.search(rf"domain\.md §?{re.escape(name)}", text), f"domain.md {name}"
