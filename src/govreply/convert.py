"""Reply to and from JSON: spans become ``[start, end]``, ``pieces`` stands only where a text has more than one."""

from __future__ import annotations

import json
from enum import StrEnum
from functools import cache
from itertools import takewhile
from typing import Any

from attrs import fields, has
from cattrs import Converter, transform_error
from cattrs.gen import make_dict_unstructure_fn, override

from govreply.errors import UsageError
from govreply.model import Reply
from govreply.places import Place, PlaceIndex, enclosing
from govreply.span import Span

# by far most values, which need no look
_LEAVES = frozenset({str, int, float, bool, type(None)})


@cache
def converter() -> Converter:
    """The one converter between model classes and JSON-ready values."""
    made = Converter()
    made.register_unstructure_hook(Span, lambda span: [span.start, span.end])
    made.register_structure_hook(Span, lambda value, _: Span(*value))
    made.register_unstructure_hook(float, _number)
    made.register_unstructure_hook(Place, _place)
    made.register_unstructure_hook_factory(_has_pieces, _without_empty_pieces(made))
    made.register_structure_hook_func(lambda kind: kind is float, lambda value, _: float(value))
    return made


def _number(value: float) -> float | int:
    """Whole numbers are printed without a fraction."""
    return int(value) if value == int(value) else value


def _has_pieces(kind: Any) -> bool:
    return isinstance(kind, type) and has(kind) and any(f.name == "pieces" for f in fields(kind))


def _without_empty_pieces(made: Converter) -> Any:
    def factory(kind: Any) -> Any:
        return make_dict_unstructure_fn(kind, made, pieces=override(omit_if_default=True))

    return factory


def to_plain(value: Any) -> Any:
    """Any model object as plain dictionaries, lists, strings and numbers.

    In a reply from a laid-out format every object with a ``span`` also says where in the file it begins: ``page`` and
    ``box`` for page formats, else ``position``.
    """
    plain = _plain(converter().unstructure(value))
    if isinstance(value, Reply) and value.places:
        index = PlaceIndex(value.places)
        for key, item in plain.items():
            if key != "places":
                _tell_positions(item, index)
    return plain


def position(place: Place) -> dict[str, Any]:
    """`place` as JSON has it beside a span: without the span, the edges, and what does not apply to it."""
    told = _place(place)
    return {name: value for name, value in told.items() if name not in ("span", "edges")}


def _place(place: Place) -> dict[str, Any]:
    told: dict[str, Any] = {"span": [place.span.start, place.span.end], "story": place.story.value}
    for name in ("paragraph", "table", "row", "column", "run"):
        if (value := getattr(place, name)) is not None:
            told[name] = value
    told["offset"] = place.offset
    if place.page is not None:
        told["page"] = place.page
    if place.box is not None:
        told["box"] = [_number(side) for side in place.box]
    if place.edges:
        told["edges"] = [_number(edge) for edge in place.edges]
    return told


def _tell_positions(value: Any, index: PlaceIndex) -> None:
    waiting = [value]
    while waiting:
        item = waiting.pop()
        if isinstance(item, list):
            waiting.extend(item)
        elif isinstance(item, dict):
            waiting.extend(item.values())
            if "span" in item:
                item.update(_position_of(Span(*item["span"]), index))


def _position_of(span: Span, index: PlaceIndex) -> dict[str, Any]:
    places = index.each(span)
    first = next(places, None)
    if first is None:
        return {}
    if first.page is None:
        return {"position": position(first)}
    same_page = takewhile(lambda place: place.page == first.page, places)
    boxes = [place.box for place in (first, *same_page) if place.box is not None]
    return {"page": first.page, "box": list(enclosing(boxes)) if boxes else None}


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: item if type(item) in _LEAVES else _plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [item if type(item) in _LEAVES else _plain(item) for item in value]
    if isinstance(value, StrEnum):
        return value.value
    return value


def reply_to_json(reply: Reply, *, indent: int | None = None) -> str:
    """See :meth:`Reply.to_json`."""
    return json.dumps(to_plain(reply), ensure_ascii=False, indent=indent)


def reply_from_json(text: str) -> Reply:
    """See :meth:`Reply.from_json`."""
    try:
        return converter().structure(json.loads(text), Reply)
    except ValueError as error:
        raise UsageError(f"not JSON: {error}") from error
    except Exception as error:  # cattrs raises groups of many kinds; all mean the same to the caller
        raise UsageError("not a reply: " + "; ".join(transform_error(error))) from error
