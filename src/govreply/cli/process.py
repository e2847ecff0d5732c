"""The process around a command: streams, language, and an exit code for everything that can happen."""

from __future__ import annotations

import glob
import os
import sys
import traceback
from collections.abc import Callable, Sequence
from typing import NoReturn

import click

from govreply.cli import exit_codes, extensions, streams
from govreply.cli.language import UnknownLanguageError, current, say, settle
from govreply.cli.usage import explain
from govreply.errors import BilingualUsageError, UsageError
from govreply.reports.safe import visible
from govreply.system_errors import words_of


def run(command: Callable[[list[str]], int], arguments: Sequence[str] | None) -> NoReturn:
    """Run `command` on `arguments` (those of the process where ``None``) and exit with its code.

    Exit code 1 means findings and nothing else: an unforeseen exception ends with 3, its traceback on standard error.
    """
    streams.prepare()
    given = _typed() if arguments is None else list(arguments)
    try:
        code = _run(command, given)
        sys.stdout.flush()
    except BrokenPipeError:
        streams.discard_output()
        code = exit_codes.BROKEN_PIPE
    except OSError as error:
        streams.discard_output()
        detail = words_of(error).within(current())
        code = _complain(
            say(f"标准输出无法写入（{detail}）", f"standard output cannot be written ({detail})"), exit_codes.INCOMPLETE
        )
    sys.exit(code)


def _run(command: Callable[[list[str]], int], arguments: list[str]) -> int:
    try:
        settle(arguments)
        extensions.settle(arguments)
        return command(arguments)
    except UnknownLanguageError as error:
        return _complain(str(error), exit_codes.USAGE)
    except click.ClickException as error:
        return _complain(explain(error), exit_codes.USAGE)
    except BilingualUsageError as error:
        told = visible(error.words.within(current()))
        return _complain(say(f"错误：{told}", f"error: {told}"), exit_codes.USAGE)
    except UsageError as error:
        return _complain(say(f"错误：{error}", f"error: {error}"), exit_codes.USAGE)
    except KeyboardInterrupt:
        return _complain(say("已中断", "interrupted"), exit_codes.INTERRUPTED)
    except (BrokenPipeError, streams.OutputError):
        raise
    except (Exception, SystemExit):  # noqa: BLE001 - the last place where a fault can be told from findings; no plugin may end a run as sound
        traceback.print_exc()
        return _complain(
            say("程序出错，请报告上面的信息", "internal error, please report the above"), exit_codes.INCOMPLETE
        )


def _typed() -> list[str]:
    """The arguments of this process; Windows leaves it to the program to expand ``*.md``."""
    if os.name != "nt":
        return sys.argv[1:]
    expanded = (glob.glob(argument, recursive=True) or [argument] for argument in sys.argv[1:])  # noqa: PTH207
    return [path for paths in expanded for path in paths]


def _complain(message: str, code: int) -> int:
    click.echo(message, err=True)
    return code
