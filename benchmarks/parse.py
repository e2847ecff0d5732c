"""Prints how long reading takes, as ratios of times taken in this one run.

Times of a machine say little about another one, ratios travel. Each figure is the smallest of several runs. Look
whether a document twice as long takes about twice as long: 2 is linear, 4 is quadratic.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from govreply import check, parse

RUNS = 5
FIXTURES = Path(__file__).parents[1] / "fixtures"
LETTER = FIXTURES / "wuhan-carbon" / "source.md"
# What a reader could be tempted to read twice: each is repeated until it fills the length asked for.
HOSTILE = {
    "opening quotes": "《",
    "brackets": "（",
    "markers": "一是",
    "digits": "2023",
    "one line of organs": "市发展和改革委员会、",
    "spaces": " 第 号",
}


def main() -> None:
    start = _fastest(lambda: subprocess.run([sys.executable, "-c", "pass"], check=True))
    letter = LETTER.read_text(encoding="utf-8")
    print(f"{'read a letter / start Python':44} {_fastest(lambda: parse(letter)) / start:6.2f}")
    print(f"{'read and check a letter / read it':44} {_growth(lambda: check(letter), lambda: parse(letter)):6.2f}")
    body = letter[letter.index("### 一、") : letter.index("下一步")]
    print(f"{'twice the sections / once':44} {_doubling(lambda n: letter.replace(body, body * n), 8):6.2f}")
    for name, piece in HOSTILE.items():
        print(f"{'twice the ' + name + ' / once':44} {_doubling(piece.__mul__, 20_000 // len(piece)):6.2f}")


def _doubling(text: Callable[[int], str], size: int) -> float:
    once, twice = text(size), text(2 * size)
    return _growth(lambda: parse(twice), lambda: parse(once))


def _growth(larger: Callable[[], object], smaller: Callable[[], object]) -> float:
    return _fastest(larger) / _fastest(smaller)


def _fastest(action: Callable[[], object]) -> float:
    times = []
    for _ in range(RUNS):
        started = perf_counter()
        action()
        times.append(perf_counter() - started)
    return min(times)


if __name__ == "__main__":
    main()
