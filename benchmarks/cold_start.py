"""Prints how long a cold start takes, as ratios to ``python -c pass`` measured in the same run.

Each command is a process of its own, and the commands take turns, so that what else the machine does falls on all alike. Figures
are medians, by the clock and of CPU time, which a busy machine changes less; times of a machine say little about another one,
ratios travel. A cold check reads one letter and ends: what is
mostly timed is loading the program, and the expressions of the grammar, which are compiled at their first use.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import subprocess
import sys
from pathlib import Path
from time import perf_counter

FIXTURES = Path(__file__).parents[1] / "fixtures"
LETTER = FIXTURES / "xiamen-charging" / "source.md"
NOTHING = "python -c pass"
COMMANDS = {
    NOTHING: ["-c", "pass"],
    'python -c "import govreply"': ["-c", "import govreply"],
    'python -c "import govreply; govreply.parse_file(…)"': [
        "-c",
        f"import govreply; govreply.parse_file({str(LETTER)!r})",
    ],
    "govreply --version": ["-m", "govreply", "--version"],
    "govreply check …": ["-m", "govreply", "check", str(LETTER)],
}


def main() -> int:
    """Measure and print; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=15)
    rounds = parser.parse_args().rounds
    commands = {name: [sys.executable, *arguments] for name, arguments in COMMANDS.items()}
    # what each further letter adds to a cold start
    letters = [str(path) for path in sorted(FIXTURES.glob("*/source.*"))]
    check = [sys.executable, "-m", "govreply", "check", "--no-isolate", *letters]
    commands[f"govreply check … ({len(letters)} files, one process)"] = check
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            times[name].append(_seconds(command))
    clock, cpu = (statistics.median(taken) for taken in zip(*times[NOTHING], strict=True))
    print(f"{'command':52} {'clock ms':>9} {'times':>7} {'CPU ms':>9} {'times':>7}")
    for name, taken in times.items():
        by_clock, by_cpu = (statistics.median(one) for one in zip(*taken, strict=True))
        print(f"{name:52} {by_clock * 1000:9.1f} {by_clock / clock:7.1f} {by_cpu * 1000:9.1f} {by_cpu / cpu:7.1f}")
    return 0


def _seconds(command: list[str]) -> tuple[float, float]:
    """By the clock, and of CPU time."""
    started, used = perf_counter(), _used()
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    taken = perf_counter() - started, _used() - used
    if done.returncode not in (0, 1):  # 1: findings
        raise SystemExit(done.stderr.decode("utf-8", "replace"))
    return taken


def _used() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


if __name__ == "__main__":
    sys.exit(main())
