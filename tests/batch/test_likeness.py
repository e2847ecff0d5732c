"""Buckets find what is nearly alike, and the similarity is that of the longest common subsequence."""

from __future__ import annotations

import random
import subprocess
import sys
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreply import api
from govreply.batch.likeness import LEAST_SIGNS, bands, body_text, most_alike, similarity
from govreply.testing import Letter, Part


def _longest_common(left: str, right: str) -> int:
    """By its definition."""

    @cache
    def longest(a: int, b: int) -> int:
        if a == len(left) or b == len(right):
            return 0
        if left[a] == right[b]:
            return 1 + longest(a + 1, b + 1)
        return max(longest(a + 1, b), longest(a, b + 1))

    return longest(0, 0)


@given(st.text("甲乙丙", max_size=12), st.text("甲乙丙", max_size=12))
def test_similarity_is_that_of_the_longest_common_subsequence(left: str, right: str) -> None:
    total = len(left) + len(right)
    assert similarity(left, right) == pytest.approx(2 * _longest_common(left, right) / total if total else 1.0)
    assert similarity(left, right) <= (most_alike(left, right) if total else 1.0)


def _text(seed: int, length: int = 1000) -> str:
    signs = random.Random(seed)
    return "".join(chr(signs.randrange(0x4E00, 0x4E00 + 800)) for _ in range(length))


def _changed(text: str, seed: int, places: int) -> str:
    signs = random.Random(seed)
    letters = list(text)
    for at in signs.sample(range(len(letters)), places):
        letters[at] = "变"
    return "".join(letters)


def _share_a_bucket(left: str, right: str) -> bool:
    return any(a == b for a, b in zip(bands(left), bands(right), strict=True))


@pytest.mark.parametrize("length", [250, 1000, 5000])
def test_texts_that_differ_in_two_signs_of_a_hundred_share_a_bucket(length: int) -> None:
    found = [
        _share_a_bucket(_text(seed, length), _changed(_text(seed, length), seed, length // 50)) for seed in range(50)
    ]
    assert sum(found) >= 49


def test_texts_that_have_nothing_in_common_share_none() -> None:
    buckets = [set(enumerate(bands(_text(seed)))) for seed in range(100)]
    assert all(not buckets[a] & buckets[b] for a in range(100) for b in range(a))


def test_a_short_body_has_no_buckets() -> None:
    assert bands(_text(1, LEAST_SIGNS - 1)) == ()
    assert len(bands(_text(1, LEAST_SIGNS))) == 16


def test_buckets_do_not_depend_on_the_process() -> None:
    code = "from govreply.batch.likeness import bands; print(bands('水务局建立日常巡查制度' * 30))"
    printed = {
        subprocess.run(
            [sys.executable, "-c", code], env={"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert len(printed) == 1


def test_the_body_is_what_the_letter_says_of_the_work() -> None:
    letter = Letter(
        opening=("甲" * 5 + "。",),
        sections=(Part(heading="乙乙", paragraphs=("丙丙，丁丁1。",)),),
        outlook=("下一步，戊戊。",),
    )
    text = body_text(api.parse(letter.to_markdown(), "letter.md"))
    assert text == "甲甲甲甲甲乙乙丙丙丁丁1下一步戊戊"
