"""By what the documents of a batch are judged, and what a baseline holds of them that is no longer found."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import click

from govreply.baseline import Baseline
from govreply.batch.known import found
from govreply.batch.store import Store
from govreply.batch.work import Options
from govreply.cli.baselines import opened, tell_changes, told, write
from govreply.cli.command import Refusal, option
from govreply.cli.extensions import all_rules, plugins
from govreply.cli.judging import Judging
from govreply.cli.language import say
from govreply.config.configuration import Rules
from govreply.language import Bilingual
from govreply.reports.safe import visible
from govreply.rules import engine


def options_for(judging: Judging) -> Callable[[Path], Options]:
    """How to check the document of a path; the same object for all to which the same rules apply."""
    known: dict[int, tuple[Rules, Options]] = {}

    def of(path: Path) -> Options:
        rules = judging.rules_for(path)
        if id(rules) not in known:
            known[id(rules)] = rules, options_of(judging, rules)
        return known[id(rules)][1]

    return of


def options_of(judging: Judging, rules: Rules) -> Options:
    """How to check documents by `rules`."""
    return Options(
        profile=rules.profile,
        plugins=plugins(),
        select=rules.select,
        ignore=rules.ignore,
        severities=rules.severities,
        fail_on=judging.fail_on,
        today=judging.today,
        limits=judging.limits,
        show_private=judging.show_private,
    )


def baseline_fails(judging: Judging, store: Store) -> bool:
    """Say where more or less was found than the baseline holds; whether that fails the run."""
    baseline = judging.baseline
    if baseline is None:
        return False
    note_found(baseline, judging, store)
    return tell_changes(baseline, shrink_only=judging.shrink_only)


write_baseline_option: Final[Callable[[Any], Any]] = option(
    "--write-baseline",
    "written_baseline",
    metavar="FILE",
    type=click.Path(path_type=Path),
    words=Bilingual(
        "把查到的问题写成基线（见 govreply baseline）", "write what is found into a baseline (see govreply baseline)"
    ),
)


def baseline_to_write(path: Path) -> Baseline:
    """The baseline in a file that is to be written, so that one that cannot be used is told before anything is checked.

    Raises:
        BaselineError: if it is damaged.
        Refusal: if its folder is not there.
    """
    if not path.parent.is_dir():
        shown = visible(str(path.parent))
        raise Refusal(say(f"--write-baseline：没有文件夹 {shown}", f"--write-baseline: no folder {shown}"))
    return opened(path, may_be_new=True)


def write_baseline(baseline: Baseline, judging: Judging, store: Store) -> bool:
    """Write what the batch found; returns whether that went well."""
    note_found(baseline, judging, store, also_unknown=True)
    made = baseline.written()
    try:
        write(made)
    except Refusal as error:
        click.echo(say("错误：", "error: ") + error.message, err=True)
        return False
    shown = visible(str(made.path))
    click.echo(say(f"已写出基线 {shown}：{told(made)}", f"baseline written: {shown} ({told(made)})"))
    return True


def note_found(baseline: Baseline, judging: Judging, store: Store, *, also_unknown: bool = False) -> None:
    """Let the baseline know what was found in the documents that it holds, or in all."""
    rules = all_rules()
    for document in found(store, baseline.counts if not also_unknown else bool):
        chosen = judging.rules_for(document.path)
        run = {rule.name for rule in engine.select(chosen.select or None, ignore=chosen.ignore, rules=rules)}
        baseline.note(document.name, document.counts, run - document.silent)
