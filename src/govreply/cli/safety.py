"""The options that bound what one document may take: ``--limit`` and ``--isolate``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, TypeVar

import attrs
import click

from govreply.cli.command import Refusal, nearest, option
from govreply.cli.language import say
from govreply.language import Bilingual
from govreply.limits import DEFAULT_LIMITS, Limits

_Function = TypeVar("_Function", bound=Callable[..., Any])
_UNITS: Final = {"K": 1024, "M": 1024**2, "G": 1024**3}
_FIELDS: Final = attrs.fields_dict(Limits)
_OF_PROCESSES: Final = ("seconds", "memory")

limit_option: Callable[[Any], Any] = option(
    "--limit",
    "written_limits",
    multiple=True,
    metavar="NAME=VALUE",
    words=Bilingual(
        f"每份文件的上限（{' '.join(_FIELDS)}），如 seconds=120、memory=1G（可重复）",
        f"bound for each document ({' '.join(_FIELDS)}), such as seconds=120 or memory=1G (repeatable)",
    ),
)


def isolate_option(default: Bilingual) -> Callable[[_Function], _Function]:
    """``--isolate/--no-isolate``; `default` says what holds without it, unless limits ask for a process."""
    return option(
        "--isolate/--no-isolate",
        "isolate",
        default=None,
        words=Bilingual(
            f"在可以中止的子进程里读取，超时、耗尽内存或崩溃只影响这一份；{default.zh}；上限 seconds、memory 只在子进程里有效，"
            "设了就使用",
            f"read in a process that can be killed, so that a hang or a crash costs one document only; by default {default.en}; "
            "the limits seconds and memory hold in such a process only, so setting one turns it on",
        ),
    )


def isolated(asked: bool | None, limits: Limits, *, by_default: bool = False) -> bool:
    """Whether to read in a process that can be killed: as `asked`, else if a limit is set that holds there only.

    That such a limit holds nowhere because of ``--no-isolate`` is told on standard error.
    """
    vain = [name for name in _OF_PROCESSES if getattr(limits, name) != getattr(DEFAULT_LIMITS, name)]
    if asked is False and vain:
        click.echo(
            say(
                f"注意：用了 --no-isolate，上限 {'、'.join(vain)} 不起作用",
                f"note: because of --no-isolate there is no limit of {' and '.join(vain)}",
            ),
            err=True,
        )
    return by_default or bool(vain) if asked is None else asked


def limits_of(written: tuple[str, ...]) -> Limits:
    """The limits that ``--limit`` options give, the defaults for all others.

    Raises:
        Refusal: see :func:`limit_values`.
    """
    return Limits(**limit_values(written))  # type: ignore[arg-type]


def limit_values(written: tuple[str, ...]) -> dict[str, int | float]:
    """The limits that ``--limit`` options give, by their names.

    Raises:
        Refusal: for a limit that does not exist, and a value that is no number above zero.
    """
    values: dict[str, int | float] = {}
    for text in written:
        name, sign, value = text.partition("=")
        if not sign or name not in _FIELDS:
            known = ", ".join(_FIELDS)
            raise Refusal(
                say(f"--limit {text}：没有名为 {name} 的上限", f"--limit {text}: no limit named {name}")
                + (nearest(name, _FIELDS) or say(f"；可用：{known}", f"; there are: {known}"))
            )
        values[name] = _number(text, value, whole=isinstance(_FIELDS[name].default, int))
        _require_possible(text, name, values[name])
    return values


def _require_possible(text: str, name: str, number: float) -> None:
    try:
        Limits(**{name: number})  # type: ignore[arg-type]
    except ValueError as error:
        raise Refusal(say(f"--limit {text}：超出可能的范围", f"--limit {text}: beyond what is possible")) from error


def _number(text: str, value: str, *, whole: bool) -> int | float:
    unit = _UNITS.get(value[-1:].upper(), 1)
    digits = value[:-1] if unit > 1 else value
    try:
        number = int(digits) * unit if whole else float(digits) * unit
    except ValueError:
        number = 0
    if not 0 < number < float("inf"):
        raise Refusal(
            say(
                f"--limit {text}：{value!r} 应为{'正整数，可带单位 K、M、G' if whole else '正数'}",
                f"--limit {text}: {value!r} must be a {'whole ' if whole else ''}number above zero"
                + (", with K, M or G as its unit if you like" if whole else ""),
            )
        )
    return number
