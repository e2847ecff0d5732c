"""Fuzzes each target for a while, as many at a time as there are cores, and prints what was reached.

What the fuzzer finds worth keeping stays in ``.fuzz/``, where the next run goes on. An input that breaks something is
kept in ``.fuzz/found/`` and makes the exit code 1: make it a test, then mend it.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Final

from attrs import frozen

from fuzz.targets import TARGETS, Target

ROOT: Final = Path(__file__).parents[1]
KEPT: Final = ROOT / ".fuzz"
FOUND: Final = KEPT / "found"
# One input that takes longer, or makes the process grow larger, is a fault like any other.
_SLOWEST: Final = 30
_LARGEST: Final = 2_000  # megabytes
_LONGEST_INPUT: Final = 40_000


@frozen
class Figures:
    """What one run reached; `edges` are places in the code where it branches."""

    executions: int
    edges: int
    kept: int
    broke: bool


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=int, default=60, help="for each target (default 60)")
    parser.add_argument("--seed", type=int, default=0, help="of the fuzzer's choices; 0 for another one in each run")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="targets at a time (default: all cores)")
    parser.add_argument("targets", nargs="*", choices=[*TARGETS, []], help="all of them by default")
    given = parser.parse_args()
    if importlib.util.find_spec("atheris") is None:
        print("fuzzing is skipped: there is no atheris for this Python and system")
        return 0
    names = given.targets or list(TARGETS)
    broke = False
    print(f"{'target':10} {'seconds':>8} {'executions':>11} {'edges':>7} {'kept':>6}", flush=True)
    with ThreadPoolExecutor(max(1, given.jobs)) as pool:
        fuzzing = partial(fuzz, seconds=given.seconds, seed=given.seed)
        for name, figures in zip(names, pool.map(fuzzing, (TARGETS[name] for name in names)), strict=True):
            print(f"{name:10} {given.seconds:8} {figures.executions:11} {figures.edges:7} {figures.kept:6}", end="")
            print("  BROKEN, see .fuzz/found/" if figures.broke else "", flush=True)
            broke = broke or figures.broke
    return 1 if broke else 0


def fuzz(target: Target, seconds: int, seed: int) -> Figures:
    """Fuzz `target` for so long, in a process of its own; what that prints goes to the error stream if it broke."""
    folder = KEPT / target.name
    folder.mkdir(parents=True, exist_ok=True)
    FOUND.mkdir(parents=True, exist_ok=True)
    for start in target.seeds():
        (folder / hashlib.sha256(start).hexdigest()[:16]).write_bytes(start)
    words = KEPT / f"{target.name}.dict"
    words.write_text("".join(f'"{_escaped(token)}"\n' for token in target.tokens), encoding="ascii")
    options = (
        f"-max_total_time={seconds}",
        f"-timeout={_SLOWEST}",
        f"-rss_limit_mb={_LARGEST}",
        f"-max_len={_LONGEST_INPUT}",
        f"-dict={words}",
        f"-artifact_prefix={FOUND}/{target.name}-",
        f"-seed={seed}",
        "-print_final_stats=1",
    )
    command = [sys.executable, "-m", "fuzz.one", target.name, *options, str(folder)]
    # The same seed makes the same choices only where Python's sets keep their order too.
    environment = {**os.environ, "PYTHONHASHSEED": str(seed) if seed else "random"}
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", errors="replace", check=False
    )
    if done.returncode:
        print(done.stderr[-6000:], file=sys.stderr)
    return Figures(
        executions=_last(r"number_of_executed_units: *(\d+)", done.stderr),
        edges=_last(r" cov: (\d+)", done.stderr),
        kept=_last(r" corp: (\d+)", done.stderr),
        broke=done.returncode != 0,
    )


def _last(pattern: str, text: str) -> int:
    found = re.findall(pattern, text)
    return int(found[-1]) if found else 0


def _escaped(token: str) -> str:
    return "".join(f"\\x{byte:02X}" for byte in token.encode())


if __name__ == "__main__":
    sys.exit(main())
