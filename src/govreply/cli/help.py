"""Help pages in two languages, in columns that hold where Chinese characters take two cells."""

from __future__ import annotations

from typing import Any

import click

from govreply.cli.language import current, say
from govreply.language import Bilingual

_GAP = 2
_INDENT = "  "


def write_help(command: Any, ctx: click.Context, formatter: click.HelpFormatter) -> None:
    """Write usage, what the command does, its arguments, options and commands.

    `command` is a :class:`~govreply.cli.command.Command` or :class:`~govreply.cli.command.Group`.
    """
    formatter.write(usage(command, ctx) + "\n\n")
    for line in command.words.within(current()).splitlines():
        formatter.write((_INDENT + line).rstrip() + "\n")
    for title, rows in (
        (say("参数：", "Arguments:"), _arguments(command)),
        (say("命令：", "Commands:"), _commands(command)),
        (say("选项：", "Options:"), _options(command)),
    ):
        if rows:
            formatter.write(f"\n{title}\n")
            _write_rows(rows, formatter)


def usage(command: Any, ctx: click.Context) -> str:
    """The usage line."""
    parts = [ctx.command_path, say("[选项]", "[OPTIONS]")]
    parts += [_label(param) for param in command.params if isinstance(param, click.Argument)]
    if isinstance(command, click.Group):
        parts.append(say("命令 …", "COMMAND …"))
    return say("用法：", "Usage: ") + " ".join(parts)


def _words(param: Any) -> str:
    words: Bilingual = param.words
    return words.within(current())


def _label(param: Any) -> str:
    label: str = param.label.within(current())
    return label + (" …" if param.nargs == -1 else "")


def _arguments(command: Any) -> list[tuple[str, str]]:
    return [(_label(param), _words(param)) for param in command.params if isinstance(param, click.Argument)]


def _commands(command: Any) -> list[tuple[str, str]]:
    if not isinstance(command, click.Group):
        return []
    commands_of = command.commands_of  # type: ignore[attr-defined]
    return [(name, words.within(current())) for name, (_, words) in commands_of.items()]


def _options(command: Any) -> list[tuple[str, str]]:
    return [
        (_option_names(param), _words(param) + _default(param))
        for param in command.params
        if isinstance(param, click.Option)
    ]


def _option_names(param: Any) -> str:
    names = ", ".join((*param.opts, *param.secondary_opts))
    if param.is_flag:
        return names
    words = getattr(param.type, "words", None)
    return f"{names} {'|'.join(words) if words else param.metavar or say('值', 'VALUE')}"


def _default(param: Any) -> str:
    if param.is_flag or not isinstance(param.default, str):
        return ""
    return say(f"（默认 {param.default}）", f" (default {param.default})")


def _write_rows(rows: list[tuple[str, str]], formatter: click.HelpFormatter) -> None:
    from rich.cells import cell_len  # the one piece of rich that help needs, and only help

    width = max(cell_len(name) for name, _ in rows) + _GAP
    for name, text in rows:
        formatter.write(_INDENT + name + " " * (width - cell_len(name)) + text + "\n")
