"""Which of several places is the odd one out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


def group(items: Sequence[T], same: Callable[[T, T], bool]) -> list[list[T]]:
    """`items` grouped with the first earlier item that they agree with, in order of first appearance."""
    groups: list[list[T]] = []
    for item in items:
        for found in groups:
            if same(found[0], item):
                found.append(item)
                break
        else:
            groups.append([item])
    return groups


def split_odd(items: Sequence[T], same: Callable[[T, T], bool]) -> tuple[list[T], list[list[T]]]:
    """The largest group (of equally large ones the first) and the groups that disagree with it."""
    groups = group(items, same)
    if not groups:
        return [], []
    usual = max(groups, key=len)
    return usual, [g for g in groups if g is not usual]
