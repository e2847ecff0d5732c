"""``govreply why``: the evidence that a field rests on, and what was turned down."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click
from rich.text import Text

from govreply.cli import exit_codes, fields
from govreply.cli.command import Command, Refusal, argument, nearest
from govreply.cli.language import current, say
from govreply.cli.reading import open_reading
from govreply.cli.safety import isolate_option, isolated, limit_option, limits_of
from govreply.grammar.trace import Evidence
from govreply.language import Bilingual
from govreply.reports.reasons import reason_label, step_label
from govreply.reports.safe import visible
from govreply.reports.screen import Screen
from govreply.reports.where import address, where
from govreply.reports.words import field_label, value_label
from govreply.source import Source

_LONGEST = 60  # characters of a wording


@click.command(
    name="why",
    cls=Command,
    words=Bilingual(
        "说明某项内容的依据：采纳了哪处文字，放弃了哪些，各因何故。",
        "Show the evidence that a field rests on: which wording was taken, which was turned down, and why.",
    ),
)
@argument(
    "path",
    type=click.Path(path_type=Path),
    label=Bilingual("文件", "FILE"),
    words=Bilingual("一份答复", "one reply"),
)
@argument(
    "name",
    label=Bilingual("项目", "FIELD"),
    words=Bilingual(
        "parse 输出中的键，如 title、matter.number、signature.date", "key as parse prints it: title, matter.number"
    ),
)
@limit_option
@isolate_option(Bilingual("默认不用", "off"))
def command(path: Path, name: str, written_limits: tuple[str, ...], isolate: bool | None) -> int:
    """Print the evidence for the field `name`; returns the exit code."""
    if name not in fields.names():
        _refuse_field(name)
    limits = limits_of(written_limits)
    opened = open_reading(path, limits, isolate=isolated(isolate, limits))
    if opened is None:
        return exit_codes.INCOMPLETE
    source, reading = opened
    screen = Screen(sys.stdout)
    label = " · ".join(field_label(part, current()) for part in name.split("."))
    screen.write_line(Text(name, "bold"), f"  {label}" if label != name else "")
    _print_values(fields.values(reading.reply, name), source, screen)
    entries = reading.trace.of(name) or _of_ancestors(reading.trace.entries, name)
    for title, wanted in ((say("采纳", "accepted"), True), (say("未采纳", "rejected"), False)):
        shown = [entry for entry in entries if entry.accepted is wanted]
        if shown:
            screen.write_line()
            screen.write_line(Text(title, "bold green" if wanted else "bold red"))
        for entry in shown:
            _print_evidence(entry, name, source, screen)
    return exit_codes.OK


def _refuse_field(name: str) -> None:
    known = fields.names()
    hint = nearest(name, known)
    top = ", ".join(field for field in known if "." not in field)
    raise Refusal(
        say(f"没有名为 {name} 的项目", f"no field named {name}")
        + hint
        + say(f"\n可用的项目：{top}", f"\nfields: {top}")
    )


def _of_ancestors(entries: tuple[Evidence, ...], name: str) -> tuple[Evidence, ...]:
    """The evidence for the nearest field above `name`: a part is often recognised with its whole."""
    while "." in name:
        name = name.rpartition(".")[0]
        found = tuple(entry for entry in entries if entry.field == name)
        if found:
            return found
    return ()


def _print_values(values: tuple[Any, ...], source: Source, screen: Screen) -> None:
    if not values:
        screen.write_line("  ", Text(say("文中没有这一项", "the document does not say it"), "yellow"))
    for value in values:
        span = fields.place(value)
        text = value_label(fields.wording(value, source), current())
        if span is None:
            screen.write_line(f"  {_short(text)}")
        else:
            place = address(source, span, current(), visible(source.name))
            screen.write_line(f"  {_short(text)}", Text(f"  {place}", "dim"))


def _print_evidence(entry: Evidence, name: str, source: Source, screen: Screen) -> None:
    words = say(f"“{_short(entry.text)}”", f'"{_short(entry.text)}"') if entry.text else ""
    why = step_label(entry.step, current()) + say("：", ": ") + reason_label(entry.reason, current())
    screen.write_line(
        f"  {where(source, entry.span, current())}".ljust(10),
        Text("" if entry.field == name else f"{entry.field}  ", "cyan"),
        words,
        Text(f"  {visible(why)}", "dim"),
    )


def _short(text: str) -> str:
    shown = visible(text)
    return shown if len(shown) <= _LONGEST else shown[: _LONGEST - 1] + "…"
