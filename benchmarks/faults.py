"""Plants the contradiction of every rule into sound letters and counts how often it is found, and what is blamed on sound ones.

Prints a table; ``--write`` also puts it into the documentation. The same ``--seed`` draws the same letters in every run.
The exit code is 1 if a rule that speaks as an error or warning finds fewer than 98 in 100 of its faults, or if more than
one error or warning falls on 1,000 sound letters.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks.fault_plants import REASONS
from benchmarks.fault_plants.page import Report, lines_of, page
from benchmarks.fault_plants.run import Blame, RuleTally, blame, plant_many
from govreply.language import Language
from govreply.rules.registry import ALL, rule

DOCS = Path(__file__).parents[1] / "docs"
_CHUNK = 250  # sound letters that one task checks


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--letters", type=int, default=200, help="letters a rule (default 200)")
    parser.add_argument("--sound", type=int, default=5000, help="sound letters (default 5000)")
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--jobs", type=int, default=1, help="processes (default 1)")
    parser.add_argument("--write", action="store_true", help="write the pages in docs/")
    parser.add_argument("rules", nargs="*", help="names of rules; all of them by default")
    given = parser.parse_args()
    report = measured(given.letters, given.sound, given.seed, given.jobs, given.rules)
    for line in lines_of(report, Language.EN):
        print(line)
    for missed in report.missed:
        print(f"missed {missed.rule} (seed {missed.seed!r}): {missed.at} {' / '.join(missed.found)}", file=sys.stderr)
    for one in report.blames:
        print(f"blamed {one.rule} {one.severity} (seed {one.seed!r}): {one.text}", file=sys.stderr)
    if given.write:
        for language in Language:
            (DOCS / language.value / "faults.md").write_text(page(report, language), encoding="utf-8")
    return 0 if report.reached else 1


def measured(letters: int, sound: int, seed: int, jobs: int, names: list[str]) -> Report:
    """Everything counted; `names` of no rule stand for all rules."""
    chosen = [rule(name) for name in names] or [r for r in ALL if r.name not in REASONS]
    tasks: list[tuple[Callable[..., Any], tuple[Any, ...]]] = [(plant_many, (r.name, letters, seed)) for r in chosen]
    tasks += [(blame, (first, min(first + _CHUNK, sound), seed)) for first in range(0, sound, _CHUNK)]
    tallies: list[RuleTally] = []
    blames: list[Blame] = []
    for result in _done(tasks, jobs):
        if isinstance(result, RuleTally):
            tallies.append(result)
        else:
            blames.extend(result)
    return Report(datetime.now(UTC).date(), seed, tuple(tallies), sound, tuple(blames))


def _done(tasks: list[tuple[Callable[..., Any], tuple[Any, ...]]], jobs: int) -> Iterator[Any]:
    """The results of `tasks` in their order."""
    if jobs <= 1:
        for task, arguments in tasks:
            yield task(*arguments)
        return
    with ProcessPoolExecutor(jobs) as pool:
        pending: list[Future[Any]] = [pool.submit(task, *arguments) for task, arguments in tasks]
        for future in pending:
            yield future.result()


if __name__ == "__main__":
    sys.exit(main())
