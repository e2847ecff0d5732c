"""On which line of a TOML file a key stands. Needed for messages only, so nothing is kept of it while a file is read."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from typing import Any


def line_of(text: str, path: tuple[str, ...], item: str | None = None) -> int | None:
    """The line, from 1, of the statement that sets the key `path` or, if there is none, opens its table.

    Args:
        text: a whole file that is TOML.
        item: a text in the key's list; its line is told where it is found.
    """
    opened: int | None = None
    for number, lines, keys in _statements(text):
        if path in keys:
            offset = next(
                (i for i, line in enumerate(lines) if item and (f'"{item}"' in line or f"'{item}'" in line)), 0
            )
            return number + offset
        if opened is None and any(key[: len(path)] == path for key in keys):
            opened = number
    return opened


def _statements(text: str) -> Iterator[tuple[int, list[str], set[tuple[str, ...]]]]:
    """Each statement: its first line, its lines, and the paths of the keys that it sets.

    A statement of TOML ends with a line, and nothing shorter than a whole one can be read: so the least number of lines
    that can be read is one.
    """
    lines = text.split("\n")
    table: tuple[str, ...] = ()
    at = 0
    while at < len(lines):
        end, read = _read_one(lines, at)
        statement = lines[at:end]
        head = statement[0].lstrip()
        if head.startswith("["):
            (table,) = _ends(read)
            yield at + 1, statement, {table}
        elif read:
            yield at + 1, statement, {table + path for path in _paths(read)}
        at = end


def _read_one(lines: list[str], at: int) -> tuple[int, dict[str, Any]]:
    """The end of the statement that begins on a line, and what it says alone."""
    for end in range(at + 1, len(lines) + 1):
        try:
            return end, tomllib.loads("\n".join(lines[at:end]))
        except tomllib.TOMLDecodeError:
            continue
    return len(lines), {}


def _paths(read: dict[str, Any]) -> Iterator[tuple[str, ...]]:
    for key, value in read.items():
        yield (key,)
        if isinstance(value, dict):
            yield from ((key, *path) for path in _paths(value))


def _ends(read: Any) -> Iterator[tuple[str, ...]]:
    """The path of the table that a header opens: the one way down to where nothing is left."""
    inner = read[0] if isinstance(read, list) else read
    if not inner:
        yield ()
    for key, value in inner.items():
        yield from ((key, *path) for path in _ends(value))
