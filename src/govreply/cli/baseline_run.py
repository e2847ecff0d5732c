"""What ``govreply baseline write`` and ``prune`` have in common: documents are checked, the baseline is told, and written."""

from __future__ import annotations

import click

from govreply.cli import archives, exit_codes
from govreply.cli.checking import Checker, Tally, waivers_of
from govreply.cli.configuring import tell_files
from govreply.cli.judging import Judging
from govreply.cli.language import say
from govreply.cli.safety import isolated
from govreply.cli.selection import Selection
from govreply.findings import Failure, Result
from govreply.reports.safe import visible
from govreply.reports.words import CAUSES


def checked(selection: Selection, judged: Judging) -> Tally:
    """Check what is selected and let the baseline note it; what cannot be read is told on standard error.

    Raises:
        BilingualUsageError: if a file of waivers or of configuration cannot be used.
    """
    inputs = selection.inputs(judged.limits, (archives.SUFFIX,) if judged.zipped else ())
    items = list(inputs)
    tally = Tally(None)
    isolate = isolated(None, judged.limits, by_default=len(items) > 1 or judged.zipped)
    with Checker(judged=judged, waivers=waivers_of(judged, items), isolate=isolate) as checker:
        for item in archives.expand(items, judged.limits) if judged.zipped else items:
            result = item if isinstance(item, Result) else checker.check(item)
            tally.add(result)
            if result.failure is not None:
                _tell_unread(result.name, result.failure)
    tally.empty_folders = bool(inputs.empty_folders)
    tell_files(judged.configuration, judged.settings)
    if not tally.replies and not tally.unread:
        click.echo(say("没有可检查的答复", "nothing to check: no reply was found"), err=True)
    return tally


def code_of(tally: Tally) -> int:
    """The exit code: what was found does not fail, what was not read does."""
    return exit_codes.INCOMPLETE if tally.unread or not tally.replies else exit_codes.OK


def _tell_unread(name: str, failure: Failure) -> None:
    shown, why = visible(name), CAUSES[failure.cause]
    click.echo(
        say(
            f"未能读取 {shown}（{why.zh}），基线里没有它",
            f"not read: {shown} ({why.en}); the baseline does not hold it",
        ),
        err=True,
    )
