"""No pattern in use can be made to search for longer than in proportion to the text.

Two proofs. By the letter of each pattern: nothing repeats without a bound, unless possessively and at the end of an
alternative, so that a search takes a bounded number of steps from each place, however long the text. And by attack: texts
made of the pattern's own pieces are searched through under the deadline that every search has.
"""

from __future__ import annotations

import importlib
import os
import pkgutil
from collections.abc import Iterator
from itertools import pairwise

import pytest

import govreply
from govreply.patterns import REGISTRY, Pattern

# A search that takes bounded steps from each place gets through either; one that is quadratic in it does not.
LENGTH = 200_000 if os.environ.get("HYPOTHESIS_PROFILE") == "nightly" else 20_000
COMMON = (" ", "0", "一", "（", "的", "第1、")
MOST_OWN = 4

for module in pkgutil.walk_packages(govreply.__path__, "govreply."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
PATTERNS = tuple({pattern.source: pattern for pattern in REGISTRY}.values())
NAMES = [f"pattern-{number}" for number in range(len(PATTERNS))]


def test_all_patterns_are_collected() -> None:
    assert len(PATTERNS) > 400


@pytest.mark.parametrize("pattern", PATTERNS, ids=NAMES)
def test_every_repetition_is_bounded(pattern: Pattern) -> None:
    assert list(unbounded(pattern.source)) == []


@pytest.mark.parametrize("pattern", PATTERNS, ids=NAMES)
def test_no_text_holds_a_search_up(pattern: Pattern) -> None:
    for unit in units(pattern.source):
        text = (unit * (LENGTH // len(unit) + 1))[:LENGTH]
        for found in pattern.finditer(text):  # raises PatternTimeout
            assert found.end() <= LENGTH
        pattern.fullmatch(text)


@pytest.mark.parametrize("source", [r"a+", r"(?:ab)*c", r"[a-z]{2,}x", r"a{1,}?", r" ++x"])
def test_an_unbounded_repetition_is_seen(source: str) -> None:
    assert len(list(unbounded(source))) == 1


@pytest.mark.parametrize(
    "source", [r"a{1,9}", r" ++", r"(?: ++|x)", r"[+*]\+\*", r"a{2,}+|b", r"(?P<x>[a+]{1,3})", r"(?:ab{0,3}){0,8}+c"]
)
def test_a_bounded_repetition_is_let_pass(source: str) -> None:
    assert list(unbounded(source)) == []


def unbounded(source: str) -> Iterator[str]:
    """Every repetition without an upper bound, but for a possessive one with nothing behind it in its alternative."""
    at = depth = 0
    while at < len(source):
        sign = source[at]
        if sign == "\\":
            at += 2
            continue
        if sign == "[":
            depth += 1
        elif sign == "]" and depth:
            depth -= 1
        elif not depth:
            end = _repetition_end(source, at)
            if end:
                possessive = source[end : end + 1] == "+"
                if not (possessive and source[end + 1 : end + 2] in ("", "|", ")")):
                    yield source[max(0, at - 20) : end]
                at = end + possessive
                continue
            if sign == "{":
                at = source.index("}", at)
                at += source.startswith("}+", at)
        at += 1


def _repetition_end(source: str, at: int) -> int:
    """Where the unbounded repetition that begins at `at` ends; 0 if none does."""
    if source[at] in "*+":
        return at + 1
    if source[at] == "{":
        end = source.index("}", at)
        if source[at + 1 : end].rstrip().endswith(","):
            return end + 1
    return 0


def units(source: str) -> list[str]:
    """Pieces to repeat: literals of the pattern, alone and side by side, and what letters are full of."""
    own: list[str] = []
    literal = ""
    at = depth = 0
    while at < len(source):
        sign = source[at]
        if sign == "\\":
            at, sign = at + 1, ""
        elif sign == "[":
            depth += 1
        elif sign == "]" and depth:
            depth -= 1
        if sign and not depth and (sign.isalnum() or sign in "、，。；：（）《》〔〕“”-/ ") and sign.isprintable():
            literal += sign
        elif literal:
            own.append(literal)
            literal = ""
        at += 1
    own = sorted({*own, literal} - {""}, key=lambda text: (-len(text), text))[:MOST_OWN]
    return [*COMMON, *own, *(a + b for a, b in pairwise(own[:3]))]
