from __future__ import annotations

import json
from pathlib import Path

import pytest

from govreply.profiles.load import load, names
from tests.cli.running import govreply


@pytest.mark.parametrize("language", ["zh", "en"])
def test_each_profile_is_listed_with_its_title(language: str) -> None:
    outcome = govreply("profile", "list", "--lang", language)
    assert outcome.code == 0
    for name in names():
        (line,) = [line for line in outcome.out.splitlines() if line.startswith(f"{name} ")]
        assert (load(name).title if language == "zh" else load(name).title_en) in line


def test_the_json_list_has_the_keys_of_the_files() -> None:
    value = json.loads(govreply("profile", "list", "--format", "json").out)
    assert value["schema"] == "govreply.profiles/1"
    by_name = {profile["name"]: profile for profile in value["profiles"]}
    assert list(by_name) == list(names())
    assert by_name["qinyang"]["classes"]["C"] == ["limits"]
    assert "form_return_working_days" not in by_name["qinyang"]


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("zh", ["chongqing  重庆市", "反馈期限（工作日）  form_return_working_days", "  B：列入计划", "  政协"]),
        (
            "en",
            [
                "chongqing  Chongqing",
                "working days to return the form  form_return_working_days",
                "  B: planned",
                "  CPPCC",
            ],
        ),
    ],
)
def test_one_profile_is_shown_with_labels_and_meanings(language: str, lines: list[str]) -> None:
    outcome = govreply("profile", "show", "chongqing", "--lang", language)
    assert outcome.code == 0
    assert set(lines) <= set(outcome.out.splitlines())


def test_what_holds_everywhere_is_marked() -> None:
    out = govreply("profile", "show", "chongqing").out
    assert "reply_months（通用）" in out
    assert "form_return_working_days（通用）" not in out


def test_a_profile_of_ones_own_can_be_shown_and_used(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text('extends = "wuhan"\ntitle = "某地"\nreply_months = 2\n', encoding="utf-8")
    assert json.loads(govreply("profile", "show", own, "--format", "json").out)["reply_months"] == 2
    from govreply.testing import Letter

    letter = tmp_path / "letter.md"
    letter.write_text(Letter().to_markdown(), encoding="utf-8")
    report = json.loads(govreply("check", letter, "--profile", own, "--format", "json").out)
    assert report["documents"][0]["profile"] == "own"


def test_a_difference_is_shown_from_both_sides() -> None:
    outcome = govreply("profile", "diff", "gansu", "kunming")
    assert outcome.code == 1
    assert {"  - C：留作参考", "  + C：受条件限制，暂不能解决"} <= set(outcome.out.splitlines())
    assert not any("B：" in line for line in outcome.out.splitlines())


def test_what_one_side_lacks_is_shown() -> None:
    lines = govreply("profile", "diff", "shanghai", "default", "--lang", "en").out.splitlines()
    assert lines == ["months of extension  extension_months", "  - 1"]


def test_two_that_agree_say_so() -> None:
    outcome = govreply("profile", "diff", "gansu", "gansu", "--lang", "en")
    assert (outcome.code, outcome.out) == (0, "gansu and gansu do not differ\n")


@pytest.mark.parametrize(
    ("language", "message"), [("zh", "没有名为 wuhn 的地方规定；是否想用 wuhan？"), ("en", "did you mean wuhan?")]
)
@pytest.mark.parametrize("arguments", [("show", "wuhn"), ("diff", "wuhan", "wuhn")])
def test_an_unknown_profile_is_a_usage_error(arguments: tuple[str, ...], language: str, message: str) -> None:
    outcome = govreply("profile", *arguments, "--lang", language)
    assert (outcome.code, outcome.out) == (2, "")
    assert message in outcome.err


def test_a_wrong_key_is_a_usage_error_of_check_too(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text("reply_month = 2\n", encoding="utf-8")
    outcome = govreply("check", tmp_path, "--profile", own)
    assert outcome.code == 2
    assert "reply_month；是否想写 reply_months？" in outcome.err
