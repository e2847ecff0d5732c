"""Every rule has a page in both languages, made from the rule and its examples."""

from __future__ import annotations

from importlib.util import module_from_spec, spec_from_file_location
from itertools import pairwise
from pathlib import Path
from types import ModuleType

import pytest

from govreply.batch.cross.registry import ALL as CROSS
from govreply.language import Language
from govreply.rules.registry import ALL, rule

SCRIPT = Path(__file__).parents[2] / "scripts" / "generate_rule_pages.py"


@pytest.fixture(scope="module")
def generator() -> ModuleType:
    spec = spec_from_file_location("generate_rule_pages", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_pages_are_written_anew(generator: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pages = tmp_path / "rules"
    pages.mkdir()
    (pages / "of-a-rule-that-is-gone.md").write_text("old", encoding="utf-8")
    monkeypatch.setattr(generator, "PAGES", pages)
    assert generator.main() == 0
    names = [rule.name for rule in ALL] + [rule.name for rule in CROSS]
    written = {str(path.relative_to(pages).as_posix()) for path in pages.rglob("*.md")}
    assert written == {"index.md", *(f"{lang}/{name}.md" for lang in ("zh", "en") for name in names)}
    index = (pages / "index.md").read_text(encoding="utf-8")
    assert all(f"(zh/{name}.md)" in index for name in names)


def test_a_page_shows_both_places_of_a_contradiction(generator: ModuleType) -> None:
    lines = list(generator.page(rule("proposal-number-mismatch"), Language.EN))
    printed = "\n".join(lines)
    assert "number 20230171" in printed
    marked = [above for above, below in pairwise(lines) if below.strip().startswith(("^", "~", "　"))]
    assert any("第20230117号提案的答复" in line for line in marked)
    assert any("第20230171号" in line for line in marked)


def test_a_page_of_a_rule_over_many_replies_shows_every_document(generator: ModuleType) -> None:
    rule_over_many = next(rule for rule in CROSS if rule.name == "duplicate-document-number")
    printed = "\n".join(generator.page(rule_over_many, Language.EN))
    assert "2 documents with different texts bear one number" in printed
    assert "甲.md:3\n     武水函〔2023〕21号 A\n     ^^^" in printed
    assert "乙.md:3\n" in printed
