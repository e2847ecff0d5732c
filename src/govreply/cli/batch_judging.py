"""By what the documents of a batch are judged, and what a baseline holds of them that is no longer found."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from govreply.baseline import Baseline
from govreply.batch.known import found
from govreply.batch.store import Store
from govreply.batch.work import Options
from govreply.cli.baselines import tell_changes
from govreply.cli.extensions import all_rules, plugins
from govreply.cli.judging import Judging
from govreply.config.configuration import Rules
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


def note_found(baseline: Baseline, judging: Judging, store: Store, *, also_unknown: bool = False) -> None:
    """Let the baseline know what was found in the documents that it holds, or in all."""
    rules = all_rules()
    for document in found(store, baseline.counts if not also_unknown else bool):
        chosen = judging.rules_for(document.path)
        run = {rule.name for rule in engine.select(chosen.select or None, ignore=chosen.ignore, rules=rules)}
        baseline.note(document.name, document.counts, run - document.silent)
