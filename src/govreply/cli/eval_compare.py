"""``govreply eval compare``: what changed between two runs."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from govreply.cli import exit_codes
from govreply.cli.command import Command, OneOf, Refusal, argument, option
from govreply.cli.language import current, say
from govreply.evaluate.comparison import compare
from govreply.evaluate.differences import Differences, to_values
from govreply.evaluate.errors import CorpusError
from govreply.evaluate.store import load
from govreply.language import Bilingual
from govreply.reports.screen import Screen


@click.command(
    name="compare",
    cls=Command,
    words=Bilingual(
        "比较 eval score 保存的两次结果：哪些文件的哪些字段读对了、丢了、变了。\n"
        "退出码：0 没有变差；1 有变差（丢了原来读对的值，或多出新的错值）；2 用法有误，或两次结果没有共同的文件。",
        "Compare two runs kept by eval score: which fields of which documents were gained, lost or changed.\n"
        "Exit codes: 0 nothing got worse; 1 something did (a hit was lost, or there are more wrong values);\n"
        "2 usage, or the runs have no document in common.",
    ),
)
@argument(
    "old",
    type=click.Path(path_type=Path),
    label=Bilingual("旧", "OLD"),
    words=Bilingual("较早一次的 JSON", "JSON of the earlier run"),
)
@argument(
    "new",
    type=click.Path(path_type=Path),
    label=Bilingual("新", "NEW"),
    words=Bilingual("较晚一次的 JSON", "JSON of the later run"),
)
@option(
    "--format",
    "form",
    type=OneOf(("text", "json")),
    default="text",
    words=Bilingual("报告格式", "format of the report"),
)
def command(old: Path, new: Path, form: str) -> int:
    """Compare the runs in the files `old` and `new`; returns the exit code."""
    try:
        comparison = compare(load(old), load(new))
    except CorpusError as error:
        raise Refusal(error.words.within(current())) from error
    if not comparison.documents:
        raise Refusal(
            say("两次结果没有共同的文件，语料不同，不能比较", "the runs have no document in common: different corpora")
        )
    if form == "json":
        sys.stdout.write(json.dumps(to_values(comparison), ensure_ascii=False, indent=1) + "\n")
    else:
        screen = Screen(sys.stdout)
        for line in Differences(current()).text(comparison):
            screen.write_line(line)
    return exit_codes.FINDINGS if comparison.worse else exit_codes.OK
