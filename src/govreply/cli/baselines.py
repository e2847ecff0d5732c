"""What is said of a baseline at the end of a run."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import click

from govreply.baseline import Baseline, Change
from govreply.cli.language import say
from govreply.reports.safe import visible

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
