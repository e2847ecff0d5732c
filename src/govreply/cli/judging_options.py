"""The options that say by what documents are judged, shared by the commands that check."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Final, TypeVar

import click

from govreply.baseline import FILE_NAME as BASELINE_NAME
from govreply.cli.command import OneOf, option
from govreply.cli.configuring import config_options
from govreply.cli.judging import NEVER, looked_over
from govreply.cli.safety import limit_option
from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.waivers import FILE_NAME

_Function = TypeVar("_Function", bound=Callable[..., Any])


def judging_options(further_rules: Iterable[tuple[str, str, str]] = ()) -> Callable[[_Function], Callable[..., Any]]:
    """Add the options to a command, whose function takes them as its argument ``judging``, a :class:`.JudgingOptions`.

    Args:
        further_rules: name, code and family of rules that can be selected beside those over one document.
    """

    def add(function: _Function) -> Callable[..., Any]:
        @functools.wraps(function)
        def with_judging(**given: Any) -> Any:
            written = {name: given.pop(name) for name in _NAMES}
            return function(judging=looked_over({word for rule in further_rules for word in rule}, **written), **given)

        decorated: Callable[..., Any] = with_judging
        for decorate in reversed(_OPTIONS):
            decorated = decorate(decorated)
        return decorated

    return add


_NAMES: Final = (
    "fail_on",
    "profile",
    "select",
    "ignore",
    "today",
    "show_private",
    "waiver_file",
    "baseline",
    "without_baseline",
    "shrink_only",
    "zipped",
    "written_limits",
    "config_file",
    "isolated",
)
_OPTIONS: Final = (
    option(
        "--fail-on",
        type=OneOf([*Severity, NEVER]),
        words=Bilingual(
            f"从哪一级起算不通过；默认 {Severity.ERROR}",
            f"severity from which a document fails; by default {Severity.ERROR}",
        ),
    ),
    option(
        "--profile",
        metavar="NAME",
        words=Bilingual(
            "地方规定（govreply profile list）或自己的 .toml；默认按文中地名选取",
            "local rules (govreply profile list) or a .toml of your own; by default those of the place named",
        ),
    ),
    option(
        "--select",
        multiple=True,
        metavar="RULE",
        words=Bilingual(
            "只用这些规则（名称、代码或类别，可重复）", "only these rules (name, code or family; repeatable)"
        ),
    ),
    option(
        "--ignore",
        multiple=True,
        metavar="RULE",
        words=Bilingual(
            "不用这些规则（名称、代码或类别，可重复）", "not these rules (name, code or family; repeatable)"
        ),
    ),
    option(
        "--today",
        metavar="YYYY-MM-DD",
        words=Bilingual("以哪一天为今天，用于查未来日期", "the day to judge by, for dates in the future"),
    ),
    option(
        "--show-private/--no-show-private",
        "show_private",
        default=None,
        words=Bilingual(
            "报告中不遮盖手机号、证件号、账号和住址", "do not mask phones, identity numbers, accounts and addresses"
        ),
    ),
    option(
        "--waivers",
        "waiver_file",
        metavar="FILE",
        type=click.Path(path_type=Path),
        words=Bilingual(
            f"豁免文件；默认取文件所在或最近上级文件夹里的 {FILE_NAME}",
            f"file of waivers; by default the nearest {FILE_NAME} in the folder of the document or above",
        ),
    ),
    option(
        "--baseline",
        metavar="FILE",
        type=click.Path(path_type=Path),
        words=Bilingual(
            f"基线文件，其中已有的问题不算不通过（{BASELINE_NAME}，由 govreply baseline write 写出）",
            f"file of known findings, which do not fail ({BASELINE_NAME}, written by govreply baseline write)",
        ),
    ),
    option(
        "--no-baseline",
        "without_baseline",
        is_flag=True,
        words=Bilingual("不用配置里的基线", "do not use the baseline that the configuration names"),
    ),
    option(
        "--shrink-only",
        is_flag=True,
        words=Bilingual(
            "基线只许减少：其中的问题改好了而没有从基线删去，也算不通过",
            "a baseline may only shrink: one that holds more than is found fails, until it is pruned",
        ),
    ),
    option(
        "--zip",
        "zipped",
        is_flag=True,
        words=Bilingual(
            "也检查 zip 压缩包里的文件（包中之包最多两层）",
            "check the documents in zip archives, too (two deep at most)",
        ),
    ),
    limit_option,
    *config_options,
)
