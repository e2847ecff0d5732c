"""Usage errors in the language of this run: click words its own in English."""

from __future__ import annotations

import click

from govreply.cli.command import Refusal, nearest
from govreply.cli.help import usage
from govreply.cli.language import current, say
from govreply.language import Language

_FLAGS = ("--help", "--version")


def explain(error: click.ClickException) -> str:
    """What to print on standard error for `error`: usage line, what is wrong, where help is."""
    ctx = getattr(error, "ctx", None)
    lines = [say("错误：", "error: ") + _message(error)]
    if ctx is not None:
        lines.insert(0, usage(ctx.command, ctx))
        lines.append(say(f"查看帮助：{ctx.command_path} --help", f"help: {ctx.command_path} --help"))
    return "\n".join(lines)


def _message(error: click.ClickException) -> str:
    if isinstance(error, click.MissingParameter) and error.param is not None:
        label = getattr(error.param, "label", None)
        name = label.within(current()) if label else error.param.opts[0]
        return say(f"缺少参数：{name}", f"missing argument: {name}")
    if isinstance(error, Refusal) or current() is Language.EN:
        return error.format_message()
    if isinstance(error, click.NoSuchOption):
        known = [name for param in error.ctx.command.params for name in param.opts] if error.ctx else []
        return f"没有选项 {error.option_name}" + nearest(error.option_name, known)
    if isinstance(error, click.BadOptionUsage):
        return _bad_option(error)
    return error.format_message()


def _bad_option(error: click.BadOptionUsage) -> str:
    problem = "不接受取值" if error.option_name in _FLAGS else "缺少取值"
    return f"选项 {error.option_name} {problem}"
