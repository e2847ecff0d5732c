"""``govreply profile show``: all that one profile prescribes."""

from __future__ import annotations

import json
import sys

import click
from rich.text import Text

from govreply.cli import exit_codes
from govreply.cli.command import Command, OneOf, argument, option
from govreply.cli.language import say
from govreply.cli.profile_words import found, label_of, lines_of, plain, title_of
from govreply.language import Bilingual
from govreply.reports.screen import Screen


@click.command(
    name="show",
    cls=Command,
    words=Bilingual(
        "查看一份规定的各项内容，包括从上级规定沿用的。",
        "Show all that a profile prescribes, what it extends included.",
    ),
)
@argument(
    "name",
    label=Bilingual("名称", "NAME"),
    words=Bilingual("规定的名称，或自己的 .toml 文件", "name of the profile, or a .toml of your own"),
)
@option(
    "--format",
    "form",
    type=OneOf(("text", "json")),
    default="text",
    words=Bilingual("输出格式", "format of the output"),
)
def command(name: str, form: str) -> int:
    """Print the profile `name`; returns the exit code."""
    profile = found(name)
    if form == "json":
        sys.stdout.write(json.dumps(plain(profile), ensure_ascii=False, indent=2) + "\n")
        return exit_codes.OK
    screen = Screen(sys.stdout)
    screen.write_line(Text(profile.name, "bold"), "  ", title_of(profile))
    for key, value in profile.values().items():
        if key in ("title", "title_en"):
            continue
        common = "" if key in profile.own else say("（通用）", " (everywhere)")
        screen.write_line()
        screen.write_line(Text(label_of(key), "bold"), Text(f"  {key}", "dim"), common)
        for line in lines_of(key, value):
            screen.write_line(f"  {line}")
    return exit_codes.OK
