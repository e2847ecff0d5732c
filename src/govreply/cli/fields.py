"""The fields of a reply by their dotted names, as ``govreply why`` takes them."""

from __future__ import annotations

import typing
from collections.abc import Iterator
from functools import cache
from typing import Any

import attrs

from govreply.model import Reply, SourceInfo, Text
from govreply.source import Source
from govreply.span import Span

_EVERYWHERE = {"text", "span", "pieces", "spans"}  # not fields in their own right


@cache
def names() -> tuple[str, ...]:
    """Every dotted name, in the order of the schema; lists are passed through (``sections.heading``)."""
    return tuple(_below(Reply, "", ()))


def values(reply: Reply, name: str) -> tuple[Any, ...]:
    """What the reply has under a dotted name, several values where it leads through a list."""
    found: list[Any] = [reply]
    for key in name.split("."):
        found = [item for value in found for item in _items(getattr(value, key))]
    return tuple(found)


def place(value: Any) -> Span | None:
    """Where a value stands, if it has a place of its own."""
    span = getattr(value, "span", None)
    return span if isinstance(span, Span) else None


def wording(value: Any, source: Source) -> object:
    """What to show of a value: its text, else the source that it spans, else the value itself."""
    text = getattr(value, "text", None)
    if isinstance(text, str):
        return text
    span = place(value)
    return value if span is None else source.text[span.start : span.end]


def _below(kind: type, prefix: str, path: tuple[type, ...]) -> Iterator[str]:
    hints = typing.get_type_hints(kind)
    for attribute in attrs.fields(kind):
        if attribute.name in _EVERYWHERE:
            continue
        yield prefix + attribute.name
        below = _model_class(hints[attribute.name])
        if below is not None and below not in (*path, kind, SourceInfo):
            yield from _below(below, f"{prefix}{attribute.name}.", (*path, kind))


def _model_class(hint: Any) -> type | None:
    """The attrs class inside ``X``, ``X | None`` or ``tuple[X, ...]``."""
    for candidate in (hint, *typing.get_args(hint)):
        if isinstance(candidate, type) and attrs.has(candidate) and candidate is not Span:
            return None if candidate is Text else candidate
    return None


def _items(value: Any) -> tuple[Any, ...]:
    if value is None:
        return ()
    return value if isinstance(value, tuple) else (value,)
