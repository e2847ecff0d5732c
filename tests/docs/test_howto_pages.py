"""The guides, and the pages on adding a rule, a reader and a profile, are carried out to the letter."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.docs.howto import ROOT, blocks, carry_out, copy_tree

ADDING = ("add-rule", "add-reader", "add-profile")
GUIDES = ("clerks", "importers")


def _page(language: str, name: str) -> str:
    return (ROOT / "docs" / language / f"{name}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", (*ADDING, *GUIDES))
def test_who_follows_the_page_gets_what_it_says(name: str, language: str, tmp_path: Path) -> None:
    copy_tree(tmp_path)
    assert carry_out(_page(language, name), tmp_path)


@pytest.mark.parametrize("name", ADDING)
def test_both_languages_give_the_same_files(name: str) -> None:
    zh, en = ([block for block in blocks(_page(language, name)) if block.title] for language in ("zh", "en"))
    assert zh == en
    assert zh


def test_a_page_that_no_longer_fits_the_tree_fails(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("one\ntwo\n", encoding="utf-8")
    carry_out('```diff title="a.py"\n one\n+more\n two\n```\n', tmp_path)
    assert (tmp_path / "a.py").read_text(encoding="utf-8") == "one\nmore\ntwo\n"
    with pytest.raises(AssertionError, match="0 places"):
        carry_out('```diff title="a.py"\n gone\n+more\n```\n', tmp_path)
    with pytest.raises(AssertionError):
        carry_out("```console\n$ python -c 'print(1)'\n2\n```\n", tmp_path)
    with pytest.raises(AssertionError):
        carry_out("```console\n$ python -c 'raise SystemExit(1)'\n```\n", tmp_path)
