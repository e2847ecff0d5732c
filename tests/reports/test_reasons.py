from __future__ import annotations

from pathlib import Path

import pytest

from govreply.grammar.assemble import CHAIN, explain
from govreply.language import Language
from govreply.readers import read
from govreply.reports.reasons import reason_label, step_label

FIXTURES = sorted((Path(__file__).parents[2] / "fixtures").glob("*/source.*"))


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        ("page number", "页码"),
        ("title: between 第 and 号", "标题：“第”与“号”之间"),
        ("behind the label 经办人", "栏目“经办人”之后"),
        ("behind 会同 in the opening", "开头“会同”之后"),
        ("behind 抄送", "“抄送”之后"),
        ("receipt sentence: inside 《》", "收悉语：《》之内"),
        ("something new", "something new"),
    ],
)
def test_reasons_in_chinese(reason: str, words: str) -> None:
    assert reason_label(reason, Language.ZH) == words
    assert reason_label(reason, Language.EN) == reason


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.parent.name)
def test_each_reason_of_the_fixtures_has_chinese_words(path: Path) -> None:
    entries = explain(read(path.read_bytes(), path.name)).entries
    assert entries
    for entry in entries:
        assert reason_label(entry.reason, Language.ZH) != entry.reason, entry
        assert step_label(entry.step, Language.ZH) != entry.step, entry


def test_each_step_of_the_chain_has_chinese_words() -> None:
    assert [name for name, _ in CHAIN if step_label(name, Language.ZH) == name] == []
