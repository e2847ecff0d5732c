"""Patterns of paths, as files of waivers and of configuration hold them."""

from __future__ import annotations

from fnmatch import fnmatchcase


def matches(path: str, pattern: str) -> bool:
    """Whether `pattern` fits: ``*`` within one folder, ``**`` over folders; without ``/`` it is a name in any folder.

    Args:
        path: relative, its parts parted by ``/``.
    """
    if "/" not in pattern:
        return fnmatchcase(path.rsplit("/", 1)[-1], pattern)
    return _fits(path.split("/"), pattern.removeprefix("./").split("/"))


def _fits(path: list[str], pattern: list[str]) -> bool:
    reached = {0}
    for part in pattern:
        if part == "**":
            reached = set(range(min(reached), len(path) + 1)) if reached else reached
        else:
            reached = {at + 1 for at in reached if at < len(path) and fnmatchcase(path[at], part)}
    return len(path) in reached
