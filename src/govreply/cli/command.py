"""click commands that speak two languages: parameters, commands and the group with their help in both."""

from __future__ import annotations

import difflib
import importlib
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

import click

from govreply.cli import exit_codes
from govreply.cli.help import write_help
from govreply.cli.language import NO_PLUGINS, OPTION, say
from govreply.language import Bilingual, Language

if TYPE_CHECKING:
    ParamType = click.ParamType[str]
else:
    ParamType = click.ParamType  # generic for type checkers only, and not before click 8.5

_Function = TypeVar("_Function", bound=Callable[..., Any])


class Refusal(click.UsageError):
    """A usage error whose message is already in the language of this run."""


class OneOf(ParamType):
    """One of a few words."""

    name = "one-of"

    def __init__(self, words: Iterable[str]) -> None:
        self.words = tuple(words)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """`value` itself.

        Raises:
            Refusal: if it is none of the words.
        """
        if value in self.words:
            return str(value)
        name = param.opts[0] if param else ""
        words = "|".join(self.words)
        raise Refusal(
            say(f"{name} 的值 {value!r} 无效，可用：{words}", f"{name} cannot be {value!r}; use {words}"), ctx
        )

    def get_metavar(self, param: click.Parameter, *_: Any, **__: Any) -> str:
        """The words, as help shows them."""
        return "|".join(self.words)


class Option(click.Option):
    """An option with its help in both languages."""

    def __init__(self, *args: Any, words: Bilingual, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.words = words


class Argument(click.Argument):
    """An argument with its name and help in both languages."""

    def __init__(self, *args: Any, words: Bilingual, label: Bilingual, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.words = words
        self.label = label


class Command(click.Command):
    """A command with its help in both languages; it returns its exit code."""

    def __init__(self, *args: Any, words: Bilingual, **kwargs: Any) -> None:
        super().__init__(*args, **{"add_help_option": False, **kwargs})
        self.words = words
        self.params.extend(_common_options())

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help in the language of this run."""
        write_help(self, ctx, formatter)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse, and refuse arguments that are left over."""
        ctx.allow_extra_args = True
        left = super().parse_args(ctx, args)
        if left:
            extra = " ".join(left)
            raise Refusal(say(f"多余的参数：{extra}", f"unexpected arguments: {extra}"), ctx)
        return left


class Group(click.Group):
    """A group whose commands are imported only when they are run.

    ``commands_of`` maps a name to the module that has the command, as its attribute ``command``, and to its help.
    """

    def __init__(
        self, *args: Any, words: Bilingual, commands_of: Mapping[str, tuple[str, Bilingual]], **kw: Any
    ) -> None:
        super().__init__(
            *args, **{"add_help_option": False, "invoke_without_command": True, "callback": _require_command, **kw}
        )
        self.words = words
        self.commands_of = commands_of
        self.params.extend(_common_options())

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help in the language of this run."""
        write_help(self, ctx, formatter)

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """The names, in the order of use."""
        return list(self.commands_of)

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return a command, ``None`` if there is none of that name."""
        if cmd_name not in self.commands_of:
            return None
        module, _ = self.commands_of[cmd_name]
        command = importlib.import_module(module).command
        assert isinstance(command, click.Command)  # noqa: S101 - a wrong table is a fault of this program
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, or refuse with the nearest name."""
        if args[0] not in self.commands_of:
            hint = nearest(args[0], self.commands_of)
            raise Refusal(say(f"没有名为 {args[0]} 的命令", f"no command named {args[0]}") + hint, ctx)
        return super().resolve_command(ctx, args)


def option(*names: str, words: Bilingual, **kwargs: Any) -> Callable[[_Function], _Function]:
    """Add an :class:`Option` to a command."""
    return click.option(*names, cls=Option, words=words, **kwargs)


def argument(name: str, *, label: Bilingual, words: Bilingual, **kwargs: Any) -> Callable[[_Function], _Function]:
    """Add an :class:`Argument` to a command."""
    return click.argument(name, cls=Argument, label=label, words=words, **kwargs)


def nearest(name: str, known: Iterable[str]) -> str:
    """A question that offers the names most like `name`; empty where none is like it."""
    close = difflib.get_close_matches(name, list(known), n=3, cutoff=0.7)
    if not close:
        return ""
    return say(f"；是否想用 {'、'.join(close)}？", f"; did you mean {', '.join(close)}?")


def _common_options() -> list[click.Parameter]:
    return [
        Option(
            [OPTION],
            type=OneOf(Language),
            expose_value=False,  # settled before parsing, see cli.language
            words=Bilingual(
                "界面语言；默认取环境变量 GOVREPLY_LANG，再默认中文",
                "language; by default that of GOVREPLY_LANG, else Chinese",
            ),
        ),
        Option(
            [NO_PLUGINS],
            is_flag=True,
            expose_value=False,  # settled before parsing, see cli.extensions
            words=Bilingual("不用其他软件包添加的规则、格式等", "leave out what other packages add: rules, formats, …"),
        ),
        Option(
            ["-h", "--help"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_show_help,
            words=Bilingual("显示本帮助", "show this help"),
        ),
    ]


@click.pass_context
def _require_command(ctx: click.Context) -> int:
    """Without a command there is nothing to do: show what could be done."""
    if ctx.invoked_subcommand is not None:
        return exit_codes.OK
    click.echo(ctx.get_help(), err=True)
    return exit_codes.USAGE


def _show_help(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    if value:
        click.echo(ctx.get_help())
        ctx.exit()
