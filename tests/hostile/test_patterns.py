"""No pattern in use can be made to search for longer than in proportion to the text.

Two proofs. By the letter of each pattern: nothing repeats without a bound, unless possessively and at the end of an
alternative, so that a search takes a bounded number of steps from each place, however long the text. And by attack: texts
made of the pattern's own pieces are searched through under the deadline that searches in long texts have. They are many
times as long as those that are searched without one.
"""

from __future__ import annotations

import importlib
import os
import pkgutil
from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest

import govreply
from govreply import patterns
from govreply.limits import Limits
from govreply.patterns import REGISTRY, UNWATCHED, Pattern, PatternTimeout

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


def test_texts_without_a_deadline_are_short_against_those_of_the_attack() -> None:
    assert LENGTH >= 20 * UNWATCHED


@pytest.fixture
def endless(monkeypatch: pytest.MonkeyPatch) -> Pattern:
    """A pattern that no search for comes to an end in a text of many a."""
    monkeypatch.setattr(patterns, "REGISTRY", [])
    monkeypatch.setattr(patterns, "DEFAULT_LIMITS", Limits(pattern_seconds=0.05))
    return Pattern(r"((?:a|aa)+)+[bc]")


@pytest.mark.parametrize(
    "search",
    [
        lambda pattern, text: pattern.search(text),
        lambda pattern, text: pattern.match(text),
        lambda pattern, text: pattern.fullmatch(text),
        lambda pattern, text: list(pattern.finditer(text)),
        lambda pattern, text: pattern.sub("", text),
    ],
    ids=["search", "match", "fullmatch", "finditer", "sub"],
)
def test_a_search_in_a_long_text_has_a_deadline(endless: Pattern, search: Callable[[Pattern, str], object]) -> None:
    with pytest.raises(PatternTimeout):
        search(endless, "a" * UNWATCHED + "a")


@pytest.mark.parametrize("length", [30, 3000])
def test_a_text_of_any_length_is_searched_alike(length: int) -> None:
    text = "第1条。" * (length // 4)
    digits = Pattern(r"[0-9]")
    REGISTRY.remove(digits)
    places = list(range(1, len(text), 4))
    assert [found.start() for found in digits.finditer(text)] == places
    assert [found.start() for found in digits.finditer(text, 5, 13)] == [5, 9]
    assert digits.search(text, 2) is not None and digits.match(text, 1) is not None
    assert digits.search(text, 2, 5) is None and digits.fullmatch(text, 1, 2) is not None
    assert digits.sub("", text) == "第条。" * (length // 4)


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
