"""Baselines of the command line: what is said of them at the end of a run, and how they are written."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

import click

from govreply import baseline as files
from govreply.baseline import Baseline, Change
from govreply.cli.command import Refusal
from govreply.cli.extensions import all_rules
from govreply.cli.language import say
from govreply.reports.safe import visible
from govreply.system_errors import words_of

_MOST_TOLD: Final = 20


def tell_changes(baseline: Baseline, *, shrink_only: bool) -> bool:
    """Say on standard error where a run found more, or less, than the baseline holds; whether that fails the run."""
    tell_grown(baseline)
    shown, shrunk = visible(str(baseline.path)), baseline.shrunk()
    if shrunk:
        _tell(
            say(
                f"基线 {shown}：下列问题已经改好，请运行 govreply baseline prune 从基线删去：",
                f"baseline {shown}: less is found than it holds; take it out by govreply baseline prune:",
            ),
            shrunk,
        )
    return shrink_only and bool(shrunk)


def tell_grown(baseline: Baseline) -> None:
    """Say on standard error where a run found more than the baseline holds of a rule that it holds."""
    shown, grown = visible(str(baseline.path)), baseline.grown()
    if grown:
        _tell(
            say(
                f"基线 {shown}：下列规则的问题比基线多，分不清哪处是新的，全部照报：",
                f"baseline {shown}: more is found than it holds, so that all of these are told:",
            ),
            grown,
        )


def opened(path: Path, *, may_be_new: bool = False) -> Baseline:
    """The baseline in a file; an empty one where there is none and `may_be_new`.

    Raises:
        BaselineError: if it cannot be used.
    """
    rules = frozenset(rule.name for rule in all_rules())
    if may_be_new and not os.path.lexists(path):
        return Baseline(path, rules=rules)
    return files.load(path, rules)


def write(baseline: Baseline) -> None:
    """Put the file in its place at once.

    Raises:
        Refusal: if it cannot be written; what was there stays.
    """
    path = Path(os.path.realpath(baseline.path))
    shown = visible(str(baseline.path))
    new: str | None = None
    try:
        handle, new = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(handle, "w", encoding="utf-8") as out:
            out.write(baseline.to_json())
        Path(new).chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())
        Path(new).replace(path)
    except OSError as error:
        if new is not None:
            with suppress(OSError):
                Path(new).unlink()
        why = words_of(error)
        raise Refusal(say(f"{shown}：无法写入（{why.zh}）", f"{shown}: cannot be written ({why.en})")) from error


def told(baseline: Baseline) -> str:
    """How much a baseline holds."""
    documents = len(baseline.documents)
    findings = sum(sum(counts.values()) for counts in baseline.documents.values())
    return say(f"{documents} 份文件，{findings} 处问题", f"documents: {documents}, findings: {findings}")


def _tell(lead: str, changes: Sequence[Change]) -> None:
    click.echo(lead, err=True)
    for change in changes[:_MOST_TOLD]:
        document = visible(change.document)
        click.echo(
            say(
                f"  {document}：{change.rule}，基线 {change.held} 处，现有 {change.found} 处",
                f"  {document}: {change.rule}, {change.held} held, {change.found} found",
            ),
            err=True,
        )
    if len(changes) > _MOST_TOLD:
        rest = len(changes) - _MOST_TOLD
        click.echo(say(f"  另有 {rest} 项", f"  and {rest} more"), err=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
