"""``govreply eval lint``: faults in the labels."""

from __future__ import annotations

from pathlib import Path

import click

from govreply.cli import exit_codes
from govreply.cli.command import Command, Refusal, argument
from govreply.cli.language import current, say
from govreply.evaluate.errors import CorpusError
from govreply.evaluate.lint import lint
from govreply.language import Bilingual
from govreply.reports.safe import visible
from govreply.reports.words import CAUSES


@click.command(
    name="lint",
    cls=Command,
    words=Bilingual(
        "检查标注本身：值是否见于文件，用词是否在可用之列，有没有不认识的字段。\n"
        "所列未必都错，需人看。退出码：0 没有疑点；1 有疑点；2 用法有误，或标注不能用；3 有文件未能读取，或没有标注。",
        "Check the labels themselves: whether the document has the values, and for words and fields that do not exist.\n"
        "What is listed need not be wrong; a person should look.\n"
        "Exit codes: 0 nothing; 1 something to look at; 2 usage, or a gold file that cannot be used;\n"
        "3 a document was not read, or no gold file.",
    ),
)
@argument(
    "corpus",
    type=click.Path(path_type=Path),
    label=Bilingual("语料", "CORPUS"),
    words=Bilingual("文件夹，每份文件旁有 NAME.gold.json", "folder of documents with NAME.gold.json beside each"),
)
def command(corpus: Path) -> int:
    """Check the labels in `corpus`; returns the exit code."""
    try:
        linted = lint(corpus)
    except CorpusError as error:
        raise Refusal(error.words.within(current())) from error
    colon = say("：", ": ")
    for name, failure in linted.unread:
        cause = say("旁边没有文件", "no document beside it")
        if failure:
            cause = f"{CAUSES[failure.cause].within(current())} {failure.detail}"
        click.echo(visible(f"{name}{colon}{say('未能读取', 'not read')}{colon}{cause}"))
    for fault in linted.faults:
        click.echo(visible(f"{fault.document}{colon}{fault.field}{colon}{fault.words.within(current())}"))
    documents, faults = linted.documents, len(linted.faults)
    click.echo(say(f"标注 {documents} 份，疑点 {faults} 处", f"gold files {documents}, to look at {faults}"))
    if linted.unread or not linted.documents:
        return exit_codes.INCOMPLETE
    return exit_codes.FINDINGS if linted.faults else exit_codes.OK
