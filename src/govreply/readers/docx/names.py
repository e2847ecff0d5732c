"""Names of elements and attributes, the same for both editions of the format (ECMA-376 transitional, ISO 29500 strict)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from lxml import etree

Element = etree._Element

_NAMESPACES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.microsoft.com/office/word/2010/wordml": "w14",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
    "http://schemas.openxmlformats.org/package/2006/relationships": "rel",
    "http://schemas.openxmlformats.org/package/2006/content-types": "ct",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
    "http://purl.oclc.org/ooxml/drawingml/main": "a",
    "urn:schemas-microsoft-com:vml": "v",
}
_URIS: dict[str, tuple[str, ...]] = {
    prefix: tuple(uri for uri, other in _NAMESPACES.items() if other == prefix) for prefix in set(_NAMESPACES.values())
}
_OFF = frozenset(("0", "false", "off", "none"))


def kind(element: Element) -> str:
    """The element's name with its usual prefix (``w:p``); ``""`` for other namespaces, comments and the like."""
    tag: object = element.tag  # comments and instructions have a function for a tag, whatever the stubs say
    return _short(tag) if isinstance(tag, str) else ""


@lru_cache(maxsize=4096)
def _short(tag: str) -> str:
    uri, _, local = tag.rpartition("}")
    prefix = _NAMESPACES.get(uri[1:])
    return f"{prefix}:{local}" if prefix else ""


def attribute(element: Element, name: str, prefix: str = "w") -> str | None:
    """The attribute `name` of the namespace that `prefix` stands for; ``None`` where there is none."""
    for uri in _URIS[prefix]:
        value = element.get(f"{{{uri}}}{name}")
        if value is not None:
            return value
    return None


def child(element: Element | None, name: str) -> Element | None:
    """The first child with that name (``w:pPr``)."""
    if element is None:
        return None
    return next((below for below in element if kind(below) == name), None)


def descend(element: Element | None, *names: str) -> Element | None:
    """The element at a path of first children."""
    for name in names:
        element = child(element, name)
    return element


def children(element: Element | None, name: str) -> Iterator[Element]:
    """The children with that name."""
    if element is not None:
        yield from (below for below in element if kind(below) == name)


def alternative(element: Element) -> Element | None:
    """The one branch of ``mc:AlternateContent`` to read: Word's own, or what stands in for it where that is empty."""
    for name in ("mc:Choice", "mc:Fallback"):
        branch = child(element, name)
        if branch is not None and len(branch):
            return branch
    return None


def value(element: Element | None, name: str = "val") -> str | None:
    """The ``w:val`` (or other) attribute of an element that may be missing."""
    return None if element is None else attribute(element, name)


def number(text: str | None) -> int | None:
    """`text` as an integer of at most six digits; ``None`` where it is none."""
    text = (text or "").strip()
    digits = text.removeprefix("-")
    return int(text) if digits.isascii() and digits.isdigit() and len(digits) <= 6 else None


def is_on(element: Element | None) -> bool | None:
    """What an on/off element says (``<w:b/>``, ``<w:b w:val="0"/>``); ``None`` where it is missing."""
    if element is None:
        return None
    said = attribute(element, "val")
    if said is None:
        said = attribute(element, "val", "w14")
    return said is None or said.strip().lower() not in _OFF
