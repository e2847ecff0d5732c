"""Elements of an OFD file by their local names: writers use at least three namespaces for the same elements."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

Element = etree._Element


def kind(element: Element) -> str:
    """The element's name without its namespace."""
    return element.tag.rpartition("}")[2]


def children(element: Element | None, *names: str) -> Iterator[Element]:
    """The children with one of these names."""
    if element is not None:
        yield from (below for below in element if kind(below) in names)


def child(element: Element | None, name: str) -> Element | None:
    """The first child with that name."""
    return next(children(element, name), None)


def text(element: Element | None) -> str:
    """The element's text without white space around it; ``""`` where there is none."""
    return (element.text or "").strip() if element is not None else ""


def is_off(element: Element, name: str) -> bool:
    """Whether the attribute `name` says no."""
    return element.get(name, "").strip().lower() in ("false", "0")


def is_on(element: Element, name: str) -> bool:
    """Whether the attribute `name` says yes."""
    return element.get(name, "").strip().lower() in ("true", "1")
