"""``govreply profile list``: the profiles and the places that select them."""

from __future__ import annotations

import json
import sys

import click
from rich.cells import cell_len
from rich.text import Text

from govreply.cli import exit_codes
from govreply.cli.command import Command, OneOf, option
from govreply.cli.language import current, say
from govreply.cli.profile_words import plain, title_of
from govreply.language import Bilingual
from govreply.profiles.load import load, names
from govreply.reports.screen import Screen
from govreply.version import VERSION

SCHEMA = "govreply.profiles/1"


@click.command(
    name="list",
    cls=Command,
    words=Bilingual("列出全部规定及适用的地方。", "List the profiles with the places that select them."),
)
@option(
    "--format", "form", type=OneOf(("text", "json")), default="text", words=Bilingual("列表格式", "format of the list")
)
def command(form: str) -> int:
    """Print the profiles; returns the exit code."""
    profiles = [load(name) for name in names()]
    if form == "json":
        listing = {
            "schema": SCHEMA,
            "govreply": VERSION,
            "language": current().value,
            "profiles": [plain(profile) for profile in profiles],
        }
        sys.stdout.write(json.dumps(listing, ensure_ascii=False, indent=2) + "\n")
        return exit_codes.OK
    screen = Screen(sys.stdout)
    widest = max(len(profile.name) for profile in profiles)
    broadest = max(cell_len(title_of(profile)) for profile in profiles)
    for profile in profiles:
        title = title_of(profile)
        selected_by = "、".join((*profile.places, *profile.organs)) or say(
            "（只由 --profile 指定）", "(--profile only)"
        )
        if profile.name == "default":
            selected_by = say("（其余各地）", "(everywhere else)")
        gap = " " * (broadest - cell_len(title) + 2)
        screen.write_line(Text(profile.name.ljust(widest + 2), "cyan"), title + gap, selected_by)
    screen.write_line()
    screen.write_line(
        say(
            f"共 {len(profiles)} 份；详情：govreply profile show 名称",
            f"{len(profiles)} profiles; more: govreply profile show NAME",
        )
    )
    return exit_codes.OK
