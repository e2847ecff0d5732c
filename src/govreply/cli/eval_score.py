"""``govreply eval score``: the figures of a corpus."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from govreply.cli import exit_codes
from govreply.cli.command import Command, OneOf, Refusal, argument, option
from govreply.cli.language import current, say
from govreply.evaluate.errors import CorpusError
from govreply.evaluate.record import Evaluation
from govreply.evaluate.run import evaluate
from govreply.evaluate.store import to_json
from govreply.evaluate.summary import summarise
from govreply.evaluate.tables import Tables
from govreply.language import Bilingual
from govreply.reports.safe import visible
from govreply.reports.screen import Screen

_FORMATS = ("text", "json", "markdown")


@click.command(
    name="score",
    cls=Command,
    words=Bilingual(
        "逐字段计算准确率、召回率和 F1，以及全部读对的文件所占比例。\n"
        "标注里没有的字段不计。退出码：0 已算出；2 用法有误，或标注不能用；3 有文件未能读取，或没有标注。",
        "Precision, recall and F1 of each field, and the share of documents read without a single miss.\n"
        "Fields that a gold file does not have are not scored.\n"
        "Exit codes: 0 scored; 2 usage, or a gold file that cannot be used; 3 a document was not read, or no gold file.",
    ),
)
@argument(
    "corpus",
    type=click.Path(path_type=Path),
    label=Bilingual("语料", "CORPUS"),
    words=Bilingual(
        "文件夹（含子文件夹），每份文件旁有 NAME.gold.json",
        "folder (searched below, too) of documents with NAME.gold.json beside each",
    ),
)
@option("--format", "form", type=OneOf(_FORMATS), default="text", words=Bilingual("报告格式", "format of the report"))
@option(
    "--misses",
    is_flag=True,
    words=Bilingual(
        "先逐份列出漏掉和多出的值（text 格式）", "first what each document missed and made up (format text)"
    ),
)
@option(
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    words=Bilingual("另把 JSON 写入该文件，供 compare 用", "also write the JSON to this file, for compare"),
)
def command(corpus: Path, form: str, misses: bool, output: Path | None) -> int:
    """Score `corpus`; returns the exit code."""
    try:
        evaluation = evaluate(corpus)
    except CorpusError as error:
        raise Refusal(error.words.within(current())) from error
    if not evaluation.documents:
        shown = visible(str(corpus))
        click.echo(say(f"{shown}：文件夹里没有 *.gold.json", f"{shown}: no *.gold.json in this folder"), err=True)
        return exit_codes.INCOMPLETE
    if output:
        _write(output, to_json(evaluation))
    _print(evaluation, form, misses)
    unread = any(document.failure for document in evaluation.documents)
    return exit_codes.INCOMPLETE if unread else exit_codes.OK


def _print(evaluation: Evaluation, form: str, misses: bool) -> None:
    if form == "json":
        sys.stdout.write(to_json(evaluation))
        return
    tables, summary = Tables(current()), summarise(evaluation)
    if form == "markdown":
        sys.stdout.writelines(line + "\n" for line in tables.markdown(summary))
        return
    screen = Screen(sys.stdout)
    if misses:
        for line in tables.misses(evaluation):
            screen.write_line(line)
        screen.write_line()
    for line in tables.text(summary):
        screen.write_line(line)


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        shown, why = visible(str(path)), error.strerror or str(error)
        raise Refusal(say(f"写不了 {shown}：{why}", f"cannot write {shown}: {why}")) from error
