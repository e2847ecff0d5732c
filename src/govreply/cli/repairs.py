"""What ``govreply check`` does with certain repairs: write them, or show them as a diff."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from govreply.cli.language import current, say
from govreply.findings import Result
from govreply.private import veiled
from govreply.repair import SUFFIXES, Repaired, RepairError, can_repair, difference, repair, write
from govreply.reports.safe import visible


def show(path: Path, result: Result, *, private: bool) -> bool:
    """Print the repairs of a document as a unified diff, what is private masked unless `private`; nothing is written.

    Returns whether there are any.
    """
    if _repaired(path, result) is None:
        return False
    shown = result if private else veiled(result)
    if shown.source is not None:  # masking keeps every length, so the same repairs fall on the same places
        text = repair(shown.source.text, shown.findings).text
        sys.stdout.write(difference(shown.source, text, visible(str(path))))
    return True


def say_that_there_are_none() -> None:
    """Say that no document has a repair, as an empty diff may be taken for a failure."""
    click.echo(say("没有可自动更正的", "nothing that can be repaired without a person"), err=True)


def make(path: Path, result: Result) -> bool | None:
    """Write the repairs of a document: whether that worked, ``None`` where there is nothing to write."""
    repaired = _repaired(path, result)
    if repaired is None or result.source is None or not repaired.fixed:
        return None
    try:
        write(path, result.source, repaired.text)
    except RepairError as error:
        _tell(path, error.words.within(current()))
        return False
    count = len(repaired.fixed)
    _tell(path, say(f"已更正 {count} 处", f"{count} {'place' if count == 1 else 'places'} repaired"))
    return True


def _repaired(path: Path, result: Result) -> Repaired | None:
    """The text after its repairs; ``None`` after saying why, where this file takes none."""
    if result.source is None or not any(finding.fix for finding in result.findings):
        return None
    if not can_repair(path, result.source):
        known = " ".join(SUFFIXES)
        _tell(
            path, say(f"只在 {known} 文件里更正，本文件未改", f"repairs are made in {known} files only; left as it is")
        )
        return None
    repaired = repair(result.source.text, result.findings)
    for finding in repaired.skipped:
        line = result.source.locate(finding.span).line
        _tell(
            path,
            say(
                f"第 {line} 行 {finding.rule} 的更正与另一处重叠，未改",
                f"line {line}: the repair of {finding.rule} overlaps another one and was left out",
            ),
        )
    return repaired


def _tell(path: Path, message: str) -> None:
    click.echo(visible(str(path)) + say("：", ": ") + message, err=True)
