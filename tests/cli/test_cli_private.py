"""``govreply check`` masks what is private unless asked to show it, and takes the day to judge by."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from govreply.testing import Letter
from tests.cli.running import govreply

NUMBER = "13800001234"


@pytest.fixture
def public(tmp_path: Path) -> Path:
    path = tmp_path / "public.md"
    letter = Letter(disclosure="此件公开发布", contacts=(("联系人", "方晓岚"), ("联系电话", NUMBER)))
    path.write_text(letter.to_markdown(), encoding="utf-8")
    return path


@pytest.fixture
def late(tmp_path: Path) -> Path:
    path = tmp_path / "late.md"
    path.write_text(Letter(date="2033年6月12日").to_markdown(), encoding="utf-8")
    return path


@pytest.mark.parametrize("form", ["text", "json"])
def test_numbers_are_masked(public: Path, form: str) -> None:
    shown = govreply("check", public, "--format", form).out
    assert "pii-mobile" in shown
    assert NUMBER not in shown
    assert "138******34" in shown


@pytest.mark.parametrize("form", ["text", "json"])
def test_numbers_are_shown_on_demand(public: Path, form: str) -> None:
    assert NUMBER in govreply("check", public, "--format", form, "--show-private").out


def test_masking_changes_no_place_and_no_exit_code(public: Path) -> None:
    plain, open_ = (govreply("check", public, "--format", "json", *more) for more in ((), ("--show-private",)))
    assert plain.code == open_.code
    spans = [
        [f["span"] for d in json.loads(outcome.out)["documents"] for f in d["findings"]] for outcome in (plain, open_)
    ]
    assert spans[0] == spans[1]


@pytest.fixture
def public_with_repair(tmp_path: Path) -> Path:
    path = tmp_path / "repair.md"
    letter = Letter(
        disclosure="此件公开发布",
        outlook=(f"下一步，我局将加强管护，问题可拨打科室手机{NUMBER}反映。",),
        thanks=("感谢您对我们工作的关心,欢迎再提意见。",),
    )
    path.write_text(letter.to_markdown(), encoding="utf-8")
    return path


def test_a_diff_masks_its_context(public_with_repair: Path) -> None:
    shown = govreply("check", public_with_repair, "--diff").out
    assert "+感谢您对我们工作的关心，" in shown
    assert NUMBER not in shown and "138******34" in shown
    assert NUMBER in govreply("check", public_with_repair, "--diff", "--show-private").out


@pytest.mark.parametrize(("today", "found"), [("2024-01-01", True), ("2034-01-01", False), (None, False)])
def test_the_day_to_judge_by(late: Path, today: str | None, found: bool) -> None:
    arguments = ("--today", today) if today else ()
    assert ("date-future" in govreply("check", late, "--select", "dates", *arguments).out) is found


@pytest.mark.parametrize(("language", "words"), [("zh", "不是日期"), ("en", "is no date")])
def test_a_day_that_is_none_is_refused(late: Path, language: str, words: str) -> None:
    outcome = govreply("check", late, "--today", "12.6.2023", "--lang", language)
    assert outcome.code == 2
    assert words in outcome.err
