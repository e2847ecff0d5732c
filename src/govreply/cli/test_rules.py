"""``govreply test-rules``: the examples of rules that somebody else has written."""

from __future__ import annotations

import importlib
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from types import FrameType
from typing import Final

import click
from attrs import evolve

from govreply import api
from govreply.cli import exit_codes
from govreply.cli.command import Command, Refusal, argument
from govreply.cli.language import current, say
from govreply.language import Bilingual
from govreply.model import Reply
from govreply.plugins import Plugins, rules_of
from govreply.reports.safe import visible
from govreply.rules.base import Context, Problem, Rule
from govreply.rules.examples import run
from govreply.rules.registry import ALL
from govreply.rules.unusable import fault_of
from govreply.testing import Passes, Violates

SECONDS: Final = 10.0  # for each example; a rule takes some thousandths of one


class TooLongError(Exception):
    """A rule does not come to an end."""


@click.command(
    name="test-rules",
    cls=Command,
    words=Bilingual(
        "运行自编规则的例子：该报的在所说之处报出一处，不该报的在各种格式里都不报。\n"
        "模块里的 RULES 或 RULE 是要试的规则。退出码：0 全部合格；1 有不合格的；2 模块不能用。",
        "Run the examples of rules of your own: one finding at the place named, silence on the look-alikes in every format.\n"
        "RULES or RULE of the module are tried. Exit codes: 0 all as they should be; 1 some are not; 2 unusable module.",
    ),
)
@argument(
    "module", label=Bilingual("模块", "MODULE"), words=Bilingual("如 my_package.my_rule", "such as my_package.my_rule")
)
def command(module: str) -> int:
    """Try the rules of `module`; returns the exit code."""
    rules = tuple(rule if rule in ALL else _bounded(rule) for rule in _rules(module))
    failed = 0
    check = partial(api.check, plugins=Plugins(rules=tuple(rule for rule in rules if rule not in ALL)))
    for rule in rules:
        count = 0
        for outcome in run(rule, check):
            count += 1
            if outcome.fault:
                failed += 1
                where = f"{rule.name} {outcome.kind} {outcome.number or ''} {outcome.note}".rstrip()
                click.echo(visible(f"{where}: {outcome.fault}"))
        click.echo(say(f"{rule.code} {rule.name}：试了 {count} 例", f"{rule.code} {rule.name}: {count} examples tried"))
    if failed:
        click.echo(say(f"不合格 {failed} 例", f"{failed} failed"), err=True)
    return exit_codes.FINDINGS if failed else exit_codes.OK


def _bounded(rule: Rule) -> Rule:
    """`rule`, with each of its functions broken off where it does not come to an end."""

    def check(reply: Reply, context: Context) -> Iterator[Problem]:
        with _alarm():
            return iter(list(rule.check(reply, context)))

    def violates() -> list[Violates]:
        with _alarm():
            return list(rule.violates())

    def passes() -> list[Passes]:
        with _alarm():
            return list(rule.passes())

    return evolve(rule, check=check, violates=violates, passes=passes)


@contextmanager
def _alarm() -> Iterator[None]:
    """Break off what takes longer than :data:`SECONDS`, where the system has such an alarm (Windows has none)."""
    if not hasattr(signal, "SIGALRM"):
        yield
        return
    before = signal.signal(signal.SIGALRM, _break_off)
    signal.setitimer(signal.ITIMER_REAL, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _break_off(_number: int, frame: FrameType | None) -> None:
    where = "" if frame is None else f", in {Path(frame.f_code.co_filename).name}:{frame.f_lineno}"
    raise TooLongError(f"no end after {SECONDS:g} s{where}")


def _rules(module: str) -> tuple[Rule, ...]:
    if module.endswith(".py") or "/" in module or "\\" in module:
        name = ".".join(
            part for part in module.replace("\\", "/").removesuffix(".py").split("/") if part not in ("", ".")
        )
        raise Refusal(
            say(
                f"{module}：请写模块的名称，不带路径和 .py，如 {name}",
                f"{module}: give the name of the module, without a path and without .py, such as {name}",
            )
        )
    if str(Path.cwd()) not in sys.path:
        sys.path.insert(0, str(Path.cwd()))  # a module that is not installed yet
    try:
        with _alarm():
            rules = rules_of(importlib.import_module(module))
    except (Exception, SystemExit) as error:  # whatever a module raises while it is imported
        raise Refusal(say(f"模块 {module} 不能用：{error!r}", f"module {module} cannot be used: {error!r}")) from error
    taken = {word: rule for rule in ALL for word in (rule.name, rule.code)}
    for rule in rules:
        fault = fault_of(rule)
        if fault is not None:
            raise Refusal(fault.within(current()))
        for word in (rule.name, rule.code):
            if word in taken and taken[word] is not rule:
                raise Refusal(
                    say(f"规则 {word} 是 govreply 自带的，请另取名称、代码", f"rule {word} is one of govreply's own")
                )
    return rules
