from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from govreply.evaluate.run import evaluate
from govreply.language import Language
from scripts.refresh_accuracy import figures, replaced
from tests.evaluate.corpora import known_corpus

PAGE = "# x\n\n<!-- figures: composed -->\nold\n<!-- end -->\n\n<!-- figures: published -->\nkept\n<!-- end -->\n"


def test_only_the_place_of_that_name_is_replaced() -> None:
    new = replaced(PAGE, "composed", r"a \1 b")
    assert new == PAGE.replace("old\n", "\na \\1 b\n\n")
    assert replaced(new, "composed", r"a \1 b") == new
    with pytest.raises(SystemExit, match="other"):
        replaced(PAGE, "other", "")


def test_the_figures_bear_their_date(tmp_path: Path) -> None:
    evaluation = evaluate(known_corpus(tmp_path))
    lines = figures("published", evaluation, Language.EN, datetime.date(2024, 2, 3)).splitlines()
    assert lines[0] == "### Published"
    assert lines[2].startswith("2024-02-03, govreply ")
    assert "| issuer | 2 | 1 | 1 | 1 | 0.5000 | 0.5000 | 0.5000 |" in lines
    assert figures("composed", evaluation, Language.ZH, datetime.date(2024, 2, 3)).startswith(
        "### 仿写件\n\n2024-02-03，"
    )
