"""Links in Markdown files lead to files that exist, with or without the site."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
_LINK = re.compile(r"!?\[[^\]]*\]\(([^()\s]+)\)")
# made from the rules by make docs
_MADE = ROOT / "docs" / "rules"


def _pages() -> list[Path]:
    """Every Markdown file that is part of the project, fixtures left out."""
    listed = subprocess.run(["git", "ls-files", "*.md"], cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    return [ROOT / name for name in listed.stdout.splitlines() if not re.match(r"fixtures/.+/source", name)]


@pytest.mark.parametrize("page", _pages(), ids=lambda page: page.relative_to(ROOT).as_posix())
def test_each_link_leads_to_a_file(page: Path) -> None:
    text = re.sub(r"^```.*?^```", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    text = re.sub(r"`[^`\n]*`", "", text)
    targets = [link.partition("#")[0] for link in _LINK.findall(text) if not re.match(r"[a-z]+:|#", link)]
    missing = [
        target
        for target in targets
        if not (page.parent / target).exists() and _MADE not in (page.parent / target).resolve().parents
    ]
    assert missing == []


def test_links_are_seen() -> None:
    assert _LINK.findall("[a](b.md#c) ![d](e.png)") == ["b.md#c", "e.png"]
    assert len(_pages()) > 50
