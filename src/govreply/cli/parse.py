"""``govreply parse``: one reply as JSON, as XML or as a tree."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from govreply.cli import exit_codes
from govreply.cli.command import Command, OneOf, argument, option
from govreply.cli.language import current
from govreply.cli.reading import open_reading
from govreply.cli.safety import isolate_option, isolated, limit_option, limits_of
from govreply.language import Bilingual
from govreply.reports.tree import TreePrinter

_FORMATS = ("json", "xml", "tree")


@click.command(
    name="parse",
    cls=Command,
    words=Bilingual(
        "读出一份答复的各项内容，每项都带有在原文中的位置。\n"
        "不是答复的文件也照读，is_reply 为 false。退出码：0 已读；3 未能读取。",
        "Read one reply into its fields, each with its place in the source.\n"
        "A file that is no reply is read too, with is_reply false. Exit codes: 0 read; 3 not read.",
    ),
)
@argument(
    "path",
    type=click.Path(path_type=Path),
    label=Bilingual("文件", "FILE"),
    words=Bilingual("一份答复", "one reply"),
)
@option(
    "--format",
    "form",
    type=OneOf(_FORMATS),
    default="json",
    words=Bilingual("json、xml 供程序用，tree 供人看", "json and xml for programs, tree for people"),
)
@limit_option
@isolate_option(Bilingual("默认不用", "off"))
def command(path: Path, form: str, written_limits: tuple[str, ...], isolate: bool | None) -> int:
    """Print the reply at `path`; returns the exit code."""
    limits = limits_of(written_limits)
    opened = open_reading(path, limits, isolate=isolated(isolate, limits))
    if opened is None:
        return exit_codes.INCOMPLETE
    source, reading = opened
    if form == "json":
        sys.stdout.write(reading.reply.to_json(indent=2) + "\n")
    elif form == "xml":
        from govreply.xml import to_xml  # lxml is heavy and of no use to the other formats

        sys.stdout.write(to_xml(reading.reply, indent=2))
    else:
        TreePrinter(sys.stdout, current(), source).print(reading.reply)
    return exit_codes.OK
