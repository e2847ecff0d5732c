"""Letters on disk for the tests of the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from govreply.testing import Form, Letter


@pytest.fixture(autouse=True)
def plain(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "GOVREPLY_LANG"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    """A letter without a contradiction above info."""
    path = tmp_path / "sound.md"
    path.write_text(Letter(form=Form()).to_markdown(), encoding="utf-8")
    return path


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """A letter whose form has another number: an error."""
    path = tmp_path / "faulty.md"
    path.write_text(Letter(form=Form(number="20230171")).to_markdown(), encoding="utf-8")
    return path


@pytest.fixture
def unsigned(tmp_path: Path) -> Path:
    """A letter without signature and date: a warning."""
    path = tmp_path / "unsigned.md"
    path.write_text(Letter(signature=(), date=None).to_markdown(), encoding="utf-8")
    return path


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A text that is no reply."""
    path = tmp_path / "news.md"
    path.write_text("# 本市召开河道整治现场会\n\n昨日，现场会在澄江召开，会议部署了下一阶段工作。\n", encoding="utf-8")
    return path
