"""The reports that a batch leaves in its folder.

They are written by a process of their own: a workbook keeps its links until it is whole, which may be a hundred megabytes,
and the process that checks a batch is to need the same memory however many documents there are.
"""

from __future__ import annotations

import multiprocessing
import signal
import sqlite3
import sys
import threading
from collections.abc import Iterator
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Final

from govreply.batch.cross import registry as cross
from govreply.batch.store import FILE_NAME, Store, failure
from govreply.cli.language import current
from govreply.cli.rule_help import rule_help
from govreply.language import Bilingual, Language
from govreply.reports import batch_html, batch_xlsx
from govreply.reports.base import ExtraFileError, RuleHelp

NAMES: Final = (batch_html.FILE_NAME, batch_xlsx.FILE_NAME)
_BROKEN_OFF: Final = Bilingual(
    "写报告的程序中途退出（多半是内存或磁盘不足）；检查结果都在，用 --resume 可以重写报告",
    "the program that writes the reports broke off, most likely for want of memory or disk; the results are kept, and"
    " --resume writes the reports again",
)


def write_reports(store: Store) -> list[Bilingual]:
    """Write all of them, in the language of the run; returns what went wrong, one text for each that is missing."""
    store.flush()
    # a fork has everything imported already, but copies one thread only: locks that others hold would stay locked
    forks = sys.platform == "linux" and threading.active_count() == 1
    context = multiprocessing.get_context("fork" if forks else "spawn")
    answer, told = context.Pipe(duplex=False)
    arguments = (told, store.folder.absolute(), current())
    process = context.Process(target=_write_there, args=arguments, daemon=True)  # type: ignore[attr-defined]
    process.start()
    told.close()
    try:
        missing: list[Bilingual] = answer.recv()
    except EOFError:
        missing = [_BROKEN_OFF]
    finally:
        process.terminate()
        process.join()
    return missing


def _write_there(told: Connection, folder: Path, language: Language) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever is interrupted ends this process
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    try:
        with Store.read(folder) as store:
            told.send(list(_write(store, language)))
    except sqlite3.Error as error:
        told.send([failure(folder / FILE_NAME, error).words])


def _write(store: Store, language: Language) -> Iterator[Bilingual]:
    rules = rule_help(language) | _cross_help(language)
    try:
        batch_html.write_html(store, store.folder, language, rules=rules)
    except ExtraFileError as error:
        yield error.words
    try:
        batch_xlsx.write_xlsx(store, store.folder / batch_xlsx.FILE_NAME, language, rules=rules)
    except ExtraFileError as error:
        yield error.words


def _cross_help(language: Language) -> dict[str, RuleHelp]:
    return {
        rule.name: RuleHelp(
            name=rule.name,
            code=rule.code,
            family=rule.family,
            severity=rule.severity,
            title=rule.title.within(language),
            summary=rule.explanation.contradiction.within(language),
            text=rule.explanation.within(language),
            markdown="",
        )
        for rule in cross.ALL
    }
