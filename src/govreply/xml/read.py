"""A reply read back from the XML that :func:`govreply.xml.to_xml` writes."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any, Final

from lxml import etree

from govreply.convert import reply_from_json
from govreply.errors import UsageError
from govreply.model import Reply
from govreply.places import Place
from govreply.xml.shape import (
    ATTRIBUTES,
    CHARACTER,
    CODE,
    NAMESPACE,
    POSITION,
    ROOT,
    VALUE,
    Field,
    Form,
    entry_name,
    is_placed,
    shape,
)

_BLANKS: Final = " \t\r\n"
_MOST_DIGITS: Final = 6
_WORDS: Final = ("story",)  # keys of a position that are no single number
_NUMBERS: Final = ("box",)
_LEFT_OUT: Final[dict[type, frozenset[str]]] = {
    Place: frozenset({"paragraph", "table", "row", "column", "run", "page", "box", "edges"})
}


def from_xml(data: bytes | str) -> Reply:
    """The reply that `data` describes. What it holds beyond the schema is an error, and so is a document type.

    Raises:
        UsageError: if `data` is no such XML, or one text of it is longer than the ten million characters that libxml2 takes
            without asking; the message names the line.
    """
    return reply_from_json(json.dumps(plain_from_xml(data)))


def plain_from_xml(data: bytes | str) -> dict[str, Any]:
    """The values of the JSON form that `data` describes, those that tell positions in a laid-out file included.

    Raises:
        UsageError: as :func:`from_xml`.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        # a declaration speaks of bytes, which lxml takes at its word
        root = etree.fromstring(data if isinstance(data, bytes) else data.encode("utf-8"), parser)
    except (etree.XMLSyntaxError, UnicodeEncodeError) as error:
        raise UsageError(f"not XML: {error}") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise UsageError("not a reply: a document type is not taken")
    if root.tag != _tag(ROOT):
        raise _wrong(root, f"the root is no <{ROOT}> of {NAMESPACE}")
    return _object(root, Reply)


def _object(element: etree._Element, kind: type) -> dict[str, Any]:
    _no_text(element)
    children = _children(element)
    attributes = {str(key): str(value) for key, value in element.attrib.items()}
    plain: dict[str, Any] = {}
    for field in shape(kind):
        value: Any = None
        if field.form is Form.OWN_SPAN:
            value = _span(element, attributes)
        elif field.form in ATTRIBUTES:
            value = _attribute(element, field, attributes.pop(field.name, None))
        elif (child := children.pop(field.name, None)) is not None:
            value = _READERS[field.form](child, field)
        if value is None and field.form in _LISTS and not field.optional:
            value = []
        if not _is_left_out(kind, field, value):
            plain[field.name] = value
    if is_placed(kind):
        plain |= _position(element, attributes, children.pop(POSITION, None))
    if attributes or children:
        raise _wrong(element, f"unknown in <{_name(element)}>: {', '.join([*attributes, *children])}")
    return plain


def _is_left_out(kind: type, field: Field, value: Any) -> bool:
    """Whether JSON leaves the key out, too, where it has no value."""
    return value in (None, []) and (field.name == "pieces" or field.name in _LEFT_OUT.get(kind, ()))


def _position(element: etree._Element, attributes: dict[str, str], position: etree._Element | None) -> dict[str, Any]:
    told: dict[str, Any] = {}
    if (page := attributes.pop("page", None)) is not None:
        box = attributes.pop("box", None)
        told["page"] = _number(element, page)
        told["box"] = None if box is None else [_number(element, side) for side in box.split()]
    if position is not None:
        told[POSITION] = {
            str(key): str(value) if key in _WORDS else _number(position, str(value))
            for key, value in position.attrib.items()
        }
    return told


def _attribute(element: etree._Element, field: Field, value: str | None) -> Any:
    if value is None:
        return None
    read = _token_reader(element, field.kind)
    return [read(part) for part in value.split()] if field.form is Form.ATTRIBUTE_LIST else read(value)


def _token_reader(element: etree._Element, kind: type) -> Callable[[str], Any]:
    if kind is bool:
        return lambda value: _yes_or_no(element, value)
    return (lambda value: _number(element, value)) if kind in (int, float) else str


def _yes_or_no(element: etree._Element, value: str) -> bool:
    known = {"true": True, "false": False}
    if value not in known:
        raise _wrong(element, f"{value!r} is neither true nor false")
    return known[value]


def _number(element: etree._Element, value: str) -> int | float:
    try:
        return int(value) if value.lstrip("-").isdecimal() else float(value)
    except ValueError as error:
        raise _wrong(element, f"{value!r} is no number") from error


def _numbers(element: etree._Element, value: str) -> list[int | float]:
    return [_number(element, part) for part in value.split()]


def _span(element: etree._Element, attributes: dict[str, str]) -> list[int | float]:
    missing = [name for name in ("start", "end") if name not in attributes]
    if missing:
        raise _wrong(element, f"<{_name(element)}> lacks {' and '.join(missing)}")
    return [_number(element, attributes.pop(name)) for name in ("start", "end")]


def _read_string(element: etree._Element, field: Field) -> str:
    if element.attrib:
        raise _wrong(element, f"unknown in <{_name(element)}>: {', '.join(map(str, element.attrib))}")
    parts = [element.text or ""]
    for child in element:
        if child.tag != _tag(CHARACTER):
            raise _wrong(child, f"<{_name(child)}> inside of wording")
        parts += [_character(child), child.tail or ""]
    return "".join(parts)


def _character(element: etree._Element) -> str:
    code = str(element.get(CODE, ""))
    if not re.fullmatch(f"[0-9A-Fa-f]{{1,{_MOST_DIGITS}}}", code) or int(code, 16) > 0x10FFFF:
        raise _wrong(element, f"{code!r} is the code of no character")
    return chr(int(code, 16))


def _read_string_list(element: etree._Element, field: Field) -> list[str]:
    return [_read_string(entry, field) for entry in _entries(element, VALUE)]


def _read_span(element: etree._Element, field: Field) -> list[int | float]:
    return _span(element, {str(key): str(value) for key, value in element.attrib.items()})


def _read_span_list(element: etree._Element, field: Field) -> list[list[int | float]]:
    return [_read_span(entry, field) for entry in _entries(element, "span")]


def _read_object(element: etree._Element, field: Field) -> dict[str, Any]:
    return _object(element, field.kind)


def _read_object_list(element: etree._Element, field: Field) -> list[dict[str, Any]]:
    return [_object(entry, field.kind) for entry in _entries(element, entry_name(field.kind))]


_LISTS: Final = (Form.ATTRIBUTE_LIST, Form.STRING_LIST, Form.SPAN_LIST, Form.OBJECT_LIST)
_READERS: Final[dict[Form, Callable[[etree._Element, Field], Any]]] = {
    Form.STRING: _read_string,
    Form.STRING_LIST: _read_string_list,
    Form.SPAN: _read_span,
    Form.SPAN_LIST: _read_span_list,
    Form.OBJECT: _read_object,
    Form.OBJECT_LIST: _read_object_list,
}


def _entries(element: etree._Element, name: str) -> list[etree._Element]:
    _no_text(element)
    for child in element:
        if child.tag != _tag(name):
            raise _wrong(child, f"<{_name(child)}> where <{name}> is expected")
    return list(element)


def _children(element: etree._Element) -> dict[str, etree._Element]:
    found: dict[str, etree._Element] = {}
    for child in element:
        name = _name(child)
        if child.tag != _tag(name) or name in found:
            raise _wrong(child, f"<{name}> twice, or of another namespace")
        found[name] = child
    return found


def _no_text(element: etree._Element) -> None:
    """Between elements stand line ends and blanks alone."""
    for text in (element.text, *(child.tail for child in element)):
        if (text or "").strip(_BLANKS):
            raise _wrong(element, f"text between the elements of <{_name(element)}>: {text!r}")


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def _wrong(element: etree._Element, what: str) -> UsageError:
    return UsageError(f"not a reply: line {element.sourceline}: {what}")
