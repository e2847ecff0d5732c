"""A reply written as XML, from the same plain values that its JSON is made of."""

from __future__ import annotations

import json
import re
from typing import Any, Final

from lxml import etree

from govreply.convert import to_plain
from govreply.errors import UsageError
from govreply.model import Reply
from govreply.xml.shape import (
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

# what is no Char of XML 1.0
_UNWRITABLE: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_PREFIXES: Final[dict[str | None, str]] = {None: NAMESPACE}
_DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'


def to_xml(reply: Reply, *, indent: int | None = None) -> str:
    """The reply as an XML document that ``schemas/reply.xsd`` describes; to be stored in UTF-8, as its first line says.

    With `indent` each element stands on a line of its own, so many blanks deeper than the one around it.

    Raises:
        UsageError: if a name that the program makes itself (a code, a style, a media type) holds what XML cannot hold;
            no reply that was read has one.
    """
    root = _made(ROOT, Reply, to_plain(reply))
    if indent is not None:
        _indent(root, "\n", " " * indent)
    return _DECLARATION + etree.tostring(root, encoding="unicode") + "\n"


def _made(name: str, kind: type, plain: dict[str, Any]) -> etree._Element:
    element = etree.Element(_tag(name), nsmap=_PREFIXES)  # type: ignore[arg-type]  # the stubs know no default namespace
    if is_placed(kind):
        _tell_position(element, plain)
    for field in shape(kind):
        value = plain.get(field.name)
        if value is not None and value != []:
            _WRITERS[field.form](element, field, value)
    return element


def _tell_position(element: etree._Element, plain: dict[str, Any]) -> None:
    """Where in a laid-out file it stands: page and box, or else a position."""
    if "page" in plain:
        element.set("page", _token(plain["page"]))
        if plain["box"] is not None:
            element.set("box", _tokens(plain["box"]))
    if (position := plain.get(POSITION)) is not None:
        told = etree.SubElement(element, _tag(POSITION))
        for key, value in position.items():
            told.set(key, _tokens(value) if isinstance(value, list) else _token(value))


def _write_own_span(element: etree._Element, field: Field, value: list[int]) -> None:
    element.set("start", _token(value[0]))
    element.set("end", _token(value[1]))


def _write_attribute(element: etree._Element, field: Field, value: Any) -> None:
    _set(element, field, _token(value))


def _write_attribute_list(element: etree._Element, field: Field, value: list[Any]) -> None:
    _set(element, field, _tokens(value))


def _set(element: etree._Element, field: Field, value: str) -> None:
    try:
        element.set(field.name, value)
    except ValueError as error:
        raise UsageError(f"{field.owner.__name__}.{field.name} cannot be written as XML: {value!r}") from error


def _write_string(element: etree._Element, field: Field, value: str) -> None:
    _fill(etree.SubElement(element, _tag(field.name)), value)


def _write_string_list(element: etree._Element, field: Field, value: list[str]) -> None:
    entries = etree.SubElement(element, _tag(field.name))
    for text in value:
        _fill(etree.SubElement(entries, _tag(VALUE)), text)


def _write_span(element: etree._Element, field: Field, value: list[int]) -> None:
    _write_own_span(etree.SubElement(element, _tag(field.name)), field, value)


def _write_span_list(element: etree._Element, field: Field, value: list[list[int]]) -> None:
    entries = etree.SubElement(element, _tag(field.name))
    for span in value:
        _write_own_span(etree.SubElement(entries, _tag("span")), field, span)


def _write_object(element: etree._Element, field: Field, value: dict[str, Any]) -> None:
    element.append(_made(field.name, field.kind, value))


def _write_object_list(element: etree._Element, field: Field, value: list[dict[str, Any]]) -> None:
    entries = etree.SubElement(element, _tag(field.name))
    for item in value:
        entries.append(_made(entry_name(field.kind), field.kind, item))


_WRITERS: Final = {
    Form.OWN_SPAN: _write_own_span,
    Form.ATTRIBUTE: _write_attribute,
    Form.ATTRIBUTE_LIST: _write_attribute_list,
    Form.STRING: _write_string,
    Form.STRING_LIST: _write_string_list,
    Form.SPAN: _write_span,
    Form.SPAN_LIST: _write_span_list,
    Form.OBJECT: _write_object,
    Form.OBJECT_LIST: _write_object_list,
}


def _fill(element: etree._Element, text: str) -> None:
    """Put `text` into `element`, with an element for each character that XML cannot hold."""
    at = 0
    last: etree._Element | None = None
    for found in _UNWRITABLE.finditer(text):
        _add(element, last, text[at : found.start()])
        last = etree.SubElement(element, _tag(CHARACTER), {CODE: f"{ord(found.group()):04X}"})
        at = found.end()
    _add(element, last, text[at:])


def _add(element: etree._Element, last: etree._Element | None, text: str) -> None:
    if last is None:
        element.text = text
    else:
        last.tail = text


def _indent(element: etree._Element, line: str, step: str) -> None:
    """Set out the elements below `element`; wording is left as it is."""
    if not len(element) or element.text is not None or element[0].tag == _tag(CHARACTER):
        return
    element.text = line + step
    for child in element:
        _indent(child, line + step, step)
        child.tail = line + step
    element[-1].tail = line


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def _tokens(values: list[Any]) -> str:
    return " ".join(_token(value) for value in values)


def _token(value: Any) -> str:
    """A number, yes or no as JSON prints it, which XML Schema reads the same way; a word as it is."""
    return value if isinstance(value, str) else json.dumps(value)
