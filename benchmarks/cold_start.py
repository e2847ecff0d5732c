"""Prints how long a cold start takes, as ratios to ``python -c pass`` measured in the same run.

Each command is a process of its own, and the commands take turns, so that what else the machine does falls on all alike. Figures
are medians; times of a machine say little about another one, ratios travel. A cold check reads one letter and ends: what is
mostly timed is loading the program, and the expressions of the grammar, which are compiled at their first use.
"""

from __future__ import annotations

import argparse
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
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            times[name].append(_seconds(command))
    nothing = statistics.median(times[NOTHING])
    print(f"{'command':52} {'ms':>8} {'times':>8}")
    for name, seconds in times.items():
        middle = statistics.median(seconds)
        print(f"{name:52} {middle * 1000:8.1f} {middle / nothing:8.1f}")
    return 0


def _seconds(command: list[str]) -> float:
    started = perf_counter()
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    seconds = perf_counter() - started
    if done.returncode not in (0, 1):  # 1: findings
        raise SystemExit(done.stderr.decode("utf-8", "replace"))
    return seconds


if __name__ == "__main__":
    sys.exit(main())
