"""Help and usage errors in the language of the run, wherever it is chosen."""

from __future__ import annotations

from pathlib import Path

import pytest

from govreply.cli import group
from tests.cli.running import govreply

COMMANDS = ["check", "batch", "export", "parse", "why", "rules", "rule", "profile", "eval"]


def _is_chinese(text: str) -> bool:
    return any("一" <= c <= "鿿" for c in text)


@pytest.mark.parametrize("command", [[], *([name] for name in COMMANDS)])
def test_help_is_in_both_languages(command: list[str]) -> None:
    chinese, english = govreply(*command, "--help"), govreply(*command, "--help", "--lang", "en")
    assert (chinese.code, english.code) == (0, 0)
    assert chinese.out.startswith("用法：govreply") and "--help" in chinese.out
    assert english.out.startswith("Usage: govreply") and not _is_chinese(english.out)
    for line in chinese.out.splitlines()[1:]:
        assert not line or _is_chinese(line), line


@pytest.mark.parametrize("name", COMMANDS)
def test_help_names_every_parameter(name: str) -> None:
    shown = govreply(name, "-h").out
    command = group.get_command(None, name)  # type: ignore[arg-type]
    assert command is not None
    for param in command.params:
        if param.param_type_name == "option":
            assert all(option in shown for option in param.opts)
        else:
            assert getattr(param, "label").zh in shown  # noqa: B009 - only this project's parameters have it


def test_the_group_lists_its_commands() -> None:
    shown = govreply("--help").out
    assert all(f"\n  {name} " in shown for name in COMMANDS)


@pytest.mark.parametrize(
    "arguments",
    [("--lang", "en", "rules"), ("rules", "--lang", "en"), ("rules", "--lang=en"), ("--lang=zh", "rules", "--lang=en")],
)
def test_the_last_choice_counts_wherever_it_stands(arguments: tuple[str, ...]) -> None:
    assert govreply(*arguments).out.rstrip().endswith("rules; more: govreply rule NAME")


def test_the_environment_chooses_and_the_option_goes_before_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOVREPLY_LANG", "en")
    assert govreply("--help").out.startswith("Usage:")
    assert govreply("--help", "--lang", "zh").out.startswith("用法：")
    monkeypatch.setenv("GOVREPLY_LANG", "")
    assert govreply("--help").out.startswith("用法：")


def test_an_unknown_language_is_a_usage_error_in_both(monkeypatch: pytest.MonkeyPatch) -> None:
    outcome = govreply("rules", "--lang", "fr")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == "--lang 的值 'fr' 无效，可用：zh|en / invalid value 'fr'; use zh|en\n"
    monkeypatch.setenv("GOVREPLY_LANG", "klingon")
    outcome = govreply("rules")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith("GOVREPLY_LANG 的值 'klingon' 无效")
    assert govreply("rules", "--lang", "zh").code == 0


@pytest.mark.parametrize(
    ("arguments", "chinese", "english"),
    [
        (("chekc",), "没有名为 chekc 的命令；是否想用 check？", "no command named chekc; did you mean check?"),
        (("check", "--formt", "json", "a"), "没有选项 --formt；是否想用 --format？", "--formt"),
        (("check",), "缺少参数：路径", "missing argument: PATH"),
        (("check", "a", "--format"), "选项 --format 缺少取值", "--format"),
        (("rules", "--help=yes"), "选项 --help 不接受取值", "--help"),
        (("rules", "extra"), "多余的参数：extra", "unexpected arguments: extra"),
        (("--wrong",), "没有选项 --wrong", "--wrong"),
    ],
)
def test_usage_errors(arguments: tuple[str, ...], chinese: str, english: str) -> None:
    first, second = govreply(*arguments), govreply("--lang", "en", *arguments)
    assert (first.code, first.out, second.code, second.out) == (2, "", 2, "")
    assert f"错误：{chinese}" in first.err
    assert english in second.err and not _is_chinese(second.err)


def test_without_a_command_the_help_is_a_usage_error() -> None:
    outcome = govreply()
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith("用法：govreply")


def test_what_stands_behind_two_dashes_is_no_option(tmp_path: Path) -> None:
    outcome = govreply("parse", "--", "--lang")
    assert outcome.code == 3
    assert "--lang  未能读取" in outcome.err
