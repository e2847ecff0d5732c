"""The command line ``govreply``: one file a command, imported only when it is run."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NoReturn

import click

from govreply.cli.command import Group, Option
from govreply.cli.process import run
from govreply.language import Bilingual
from govreply.version import VERSION

_COMMANDS = {
    "check": ("govreply.cli.check", Bilingual("检查答复前后是否一致", "check whether replies contradict themselves")),
    "batch": (
        "govreply.cli.batch",
        Bilingual("检查整个文件夹，可以中断后接着做", "check whole folders, and go on after an interruption"),
    ),
    "export": ("govreply.cli.export", Bilingual("把成批检查的结果导出成数据表", "export a batch as tables of data")),
    "parse": ("govreply.cli.parse", Bilingual("读出一份答复的各项内容", "read one reply into its fields")),
    "why": ("govreply.cli.why", Bilingual("说明某项内容的依据", "show the evidence that a field rests on")),
    "rules": ("govreply.cli.rules", Bilingual("列出全部规则", "list the rules")),
    "rule": ("govreply.cli.rule", Bilingual("说明一条规则及其例子", "explain one rule, with examples")),
    "test-rules": (
        "govreply.cli.test_rules",
        Bilingual("运行自编规则的例子", "run the examples of rules of your own"),
    ),
    "profile": (
        "govreply.cli.profile",
        Bilingual("列出、查看、比较各地规定", "list, show and compare what places prescribe"),
    ),
    "config": (
        "govreply.cli.config",
        Bilingual("查看配置及其出处，写出配置文件", "show settings and where they come from, write a file of them"),
    ),
    "baseline": (
        "govreply.cli.baseline",
        Bilingual("记下已有的问题，以后只报新的", "hold what is known, so that new faults alone fail"),
    ),
    "eval": ("govreply.cli.eval", Bilingual("用带标注的语料衡量读得准不准", "measure how well documents are read")),
}


def _show_version(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    if value:
        click.echo(f"govreply {VERSION}")
        ctx.exit()


group = Group(
    name="govreply",
    words=Bilingual(
        "阅读对政协提案、人大建议的答复，并检查其前后是否一致。",
        "Reads official replies to CPPCC proposals and People's Congress suggestions and checks their consistency.",
    ),
    commands_of=_COMMANDS,
    params=[
        Option(
            ["--version"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_show_version,
            words=Bilingual("显示版本号", "show the version"),
        )
    ],
)


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run a command line (that of the process for ``None``) and exit with a code of :mod:`govreply.cli.exit_codes`."""
    run(_invoke, arguments)


def _invoke(arguments: list[str]) -> int:
    """What click's own ``main`` does, without its handling of interrupts and broken pipes, which ends with code 1."""
    try:
        with group.make_context("govreply", arguments) as ctx:
            return int(group.invoke(ctx))
    except click.exceptions.Exit as ended:
        return ended.exit_code
