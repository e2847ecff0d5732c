"""``govreply profile diff``: where two profiles differ."""

from __future__ import annotations

import sys

import click
from rich.text import Text

from govreply.cli import exit_codes
from govreply.cli.command import Command, argument
from govreply.cli.language import say
from govreply.cli.profile_words import found, label_of, lines_of
from govreply.language import Bilingual
from govreply.reports.screen import Screen

_LEFT_OUT = ("title", "title_en", "places", "organs", "grounds")  # by these any two differ


@click.command(
    name="diff",
    cls=Command,
    words=Bilingual(
        "比较两份规定，列出不同的各项。\n退出码：0 没有不同；1 有不同；2 用法有误。",
        "Compare two profiles and list what differs.\nExit codes: 0 nothing differs; 1 something does; 2 usage.",
    ),
)
@argument("left", label=Bilingual("名称一", "LEFT"), words=Bilingual("一份规定", "one profile"))
@argument("right", label=Bilingual("名称二", "RIGHT"), words=Bilingual("另一份规定", "the other one"))
def command(left: str, right: str) -> int:
    """Print the differences; returns the exit code."""
    ours, theirs = found(left).values(), found(right).values()
    screen = Screen(sys.stdout)
    keys = [k for k in {**ours, **theirs} if k not in _LEFT_OUT and ours.get(k) != theirs.get(k)]
    for key in keys:
        screen.write_line(Text(label_of(key), "bold"), Text(f"  {key}", "dim"))
        before = lines_of(key, ours[key]) if key in ours else []
        after = lines_of(key, theirs[key]) if key in theirs else []
        for line in before:
            if line not in after:
                screen.write_line(Text(f"  - {line}", "red"))
        for line in after:
            if line not in before:
                screen.write_line(Text(f"  + {line}", "green"))
    if not keys:
        screen.write_line(say(f"{left} 与 {right} 没有不同", f"{left} and {right} do not differ"))
    return exit_codes.FINDINGS if keys else exit_codes.OK
