from __future__ import annotations

from pathlib import Path

import pytest

from govreply.cli import fields
from govreply.testing import Letter
from tests.cli.running import govreply


def test_a_field_shows_value_place_and_evidence(sound: Path) -> None:
    outcome = govreply("why", sound, "matter.number")
    assert outcome.code == 0
    lines = outcome.out.splitlines()
    assert lines[0] == "matter.number  所答事项 · 编号"
    assert lines[1].startswith(f"  20230117  {sound}:5:")
    assert lines[3] == "采纳"
    assert "“20230117”  文头：标题：“第”与“号”之间" in lines[4]


def test_a_name_is_told_once_where_its_words_are_the_same(sound: Path) -> None:
    assert govreply("why", sound, "title", "--lang", "en").out.splitlines()[0] == "title"
    assert govreply("why", sound, "title").out.splitlines()[0] == "title  标题"


def test_a_compound_field_shows_the_evidence_of_its_parts(sound: Path) -> None:
    shown = govreply("why", sound, "matter").out
    assert "matter.assembly" in shown and "matter.session" in shown


def test_a_part_without_evidence_of_its_own_shows_that_of_the_whole(sound: Path) -> None:
    shown = govreply("why", sound, "document_number.serial", "--lang", "en").out
    assert shown.splitlines()[1] == "  21"
    assert '"武水函〔2023〕21号"' in shown


def test_what_was_turned_down_is_shown_with_its_reason(tmp_path: Path) -> None:
    letter = Letter(issuer="武汉市水务局", title="武汉市园林局关于市政协十四届二次会议第20230117号提案的答复")
    path = tmp_path / "a.md"
    path.write_text(letter.to_markdown(), encoding="utf-8")
    accepted, rejected = govreply("why", path, "issuer").out.split("未采纳")
    assert "武汉市水务局" in accepted
    assert "“武汉市园林局”  文头：版头优先于标题" in rejected


def test_what_the_document_does_not_say_is_said(sound: Path) -> None:
    outcome = govreply("why", sound, "signer")
    assert (outcome.code, "文中没有这一项" in outcome.out) == (0, True)


@pytest.mark.parametrize("name", ["titel", "matter.nummber", "", "matter.", "Matter", "title.text"])
def test_an_unknown_field_is_a_usage_error_that_lists_the_fields(sound: Path, name: str) -> None:
    outcome = govreply("why", sound, name)
    assert (outcome.code, outcome.out) == (2, "")
    assert f"没有名为 {name} 的项目" in outcome.err
    assert "issuer, document_number, disposition" in outcome.err


def test_the_nearest_field_is_offered(sound: Path) -> None:
    assert "是否想用 matter.number" in govreply("why", sound, "matter.nummber").err


@pytest.mark.parametrize("name", ["title", "matter.number", "signature.date", "feedback.choices.options"])
def test_known_fields(name: str) -> None:
    assert name in fields.names()


@pytest.mark.parametrize("name", fields.names())
def test_every_field_can_be_asked_for(sound: Path, name: str) -> None:
    outcome = govreply("why", sound, name)
    assert (outcome.code, outcome.err) == (0, "")


def test_an_unreadable_file_is_told(tmp_path: Path) -> None:
    outcome = govreply("why", tmp_path / "missing.md", "title")
    assert (outcome.code, outcome.out) == (3, "")
    assert "原因：不存在" in outcome.err
