"""A folder with a sound letter, one with an error, and a text that is no reply."""

from __future__ import annotations

from pathlib import Path

import pytest

from govreply.testing import Form, Letter


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    folder = tmp_path / "仓 库"
    folder.mkdir()
    (folder / "sound.md").write_text(Letter(form=Form()).to_markdown(), encoding="utf-8")
    (folder / "错 件.md").write_text(Letter(form=Form(number="20230171")).to_markdown(), encoding="utf-8")
    (folder / "README.md").write_text("# 说明\n\n这里存放答复。\n", encoding="utf-8")
    return folder
