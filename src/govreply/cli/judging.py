"""The options that say by what documents are judged, shared by the commands that check."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any, Final, TypeVar

import click
from attrs import frozen

from govreply.cli.command import OneOf, Refusal, nearest, option
from govreply.cli.extensions import all_rules, plugins
from govreply.cli.language import current, say
from govreply.cli.safety import limit_option, limits_of
from govreply.errors import UsageError
from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.limits import Limits
from govreply.profiles import Profile, ProfileError
from govreply.rules import engine
from govreply.waivers import FILE_NAME, WaiverError, WaiverFile
from govreply.waivers import load as load_waivers

_Function = TypeVar("_Function", bound=Callable[..., Any])
NEVER: Final = "never"


@frozen(kw_only=True)
class Judging:
    """What the options say, looked over.

    Attributes:
        threshold: severity from which on a document fails; ``None`` for never.
        profile: its name or file, and what it holds; ``None`` to choose by the document.
        today: the day to judge by, ``None`` where none is given.
        waivers: the file that holds for all documents, ``None`` for the nearest of each.
        zipped: whether archives are opened.
    """

    threshold: Severity | None
    profile: Profile | None
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    today: date | None
    show_private: bool
    waivers: WaiverFile | None
    zipped: bool
    limits: Limits

    @property
    def fail_on(self) -> Severity:
        """The severity that verdicts go by; what never fails a run still tells a bad document from a good one."""
        return self.threshold or Severity.ERROR

    def over_one(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """Those of `names` that rules over one document answer to."""
        return tuple(name for name in names if name in _names_over_one())


def judging_options(further_rules: Iterable[tuple[str, str, str]] = ()) -> Callable[[_Function], Callable[..., Any]]:
    """Add the options to a command, whose function takes them as its argument ``judging``.

    Args:
        further_rules: name, code and family of rules that can be selected beside those over one document.
    """

    def add(function: _Function) -> Callable[..., Any]:
        @functools.wraps(function)
        def with_judging(**given: Any) -> Any:
            written = {name: given.pop(name) for name in _NAMES}
            return function(
                judging=_judging(**written, further={word for rule in further_rules for word in rule}), **given
            )

        decorated: Callable[..., Any] = with_judging
        for decorate in reversed(_OPTIONS):
            decorated = decorate(decorated)
        return decorated

    return add


def _judging(
    *,
    fail_on: str,
    profile: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    today: str | None,
    show_private: bool,
    waiver_file: Path | None,
    zipped: bool,
    written_limits: tuple[str, ...],
    further: set[str],
) -> Judging:
    loaded = _profile(profile)
    _require_rules(select, ignore, further)
    return Judging(
        threshold=None if fail_on == NEVER else Severity(fail_on),
        profile=loaded,
        select=select,
        ignore=ignore,
        today=_day(today),
        show_private=show_private,
        waivers=_waivers(waiver_file),
        zipped=zipped,
        limits=limits_of(written_limits),
    )


def _profile(name: str | None) -> Profile | None:
    try:
        return None if name is None else plugins().profile(name)
    except ProfileError as error:
        raise Refusal(error.words.within(current())) from error


def _require_rules(select: tuple[str, ...], ignore: tuple[str, ...], further: set[str]) -> None:
    own = _names_over_one()
    for name in (*select, *ignore):
        if name not in own | further:
            raise Refusal(say(f"没有规则或类别 {name}", f"no rule or family {name}") + nearest(name, own | further))
    if select and not any(name in own for name in select):
        raise Refusal(
            say(
                "--select 里至少要有一条针对单份文件的规则",
                "--select has to name at least one rule over single documents",
            )
        )
    try:
        engine.select(
            (select and [n for n in select if n in own]) or None,
            ignore=[n for n in ignore if n in own],
            rules=all_rules(),
        )
    except UsageError as error:
        raise Refusal(
            say("--select 与 --ignore 合起来一条规则也不剩", "--select and --ignore together leave no rule to run")
        ) from error


@functools.cache
def _names_over_one() -> frozenset[str]:
    return frozenset(word for rule in all_rules() for word in (rule.name, rule.code, rule.family))


def _day(written: str | None) -> date | None:
    if written is None:
        return None
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        raise Refusal(
            say(
                f"--today 的值 {written!r} 不是日期，应写作 2023-06-12",
                f"--today: {written!r} is no date such as 2023-06-12",
            )
        ) from error


def _waivers(given: Path | None) -> WaiverFile | None:
    try:
        return None if given is None else load_waivers(given)
    except WaiverError as error:
        raise Refusal(error.words.within(current())) from error


_NAMES: Final = (
    "fail_on",
    "profile",
    "select",
    "ignore",
    "today",
    "show_private",
    "waiver_file",
    "zipped",
    "written_limits",
)
_OPTIONS: Final = (
    option(
        "--fail-on",
        type=OneOf([*Severity, NEVER]),
        default=Severity.ERROR.value,
        words=Bilingual("从哪一级起算不通过", "severity from which a document fails"),
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
        "--show-private",
        is_flag=True,
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
        "--zip",
        "zipped",
        is_flag=True,
        words=Bilingual(
            "也检查 zip 压缩包里的文件（包中之包最多两层）",
            "check the documents in zip archives, too (two deep at most)",
        ),
    ),
    limit_option,
)
