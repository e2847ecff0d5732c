"""Write ``schemas/reply.xsd`` from the classes of the model.

The classes give elements and types, ``schemas/reply.schema.json`` the limits of values and the words that describe them,
the reports the words for closed lists. A change of the model needs nothing but this script.
"""

from __future__ import annotations

import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

import attrs
from lxml import etree

from govreply.language import Bilingual
from govreply.model import Reply
from govreply.places import Place, Story
from govreply.reports.words import VALUES
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
    classes,
    entry_name,
    is_placed,
    shape,
)

SCHEMAS = Path(__file__).parent.parent / "schemas"
XSD = "http://www.w3.org/2001/XMLSchema"

_PREFIXES: Final[dict[str | None, str]] = {"xs": XSD, None: NAMESPACE}
_HEAD: Final = """
One official reply (答复) to a proposal or suggestion, as `govreply parse --format xml` and govreply.xml.to_xml() write it.
The names and their meaning are those of reply.schema.json. Made by scripts/generate_reply_xsd.py.
一份答复的 XML 形式；各项名称和含义与 JSON 形式相同。
"""
# what the JSON schema tells of types and not of keys
_WORDS: Final = {
    "box": Bilingual(
        "版面框：左、上、右、下，单位为点", "Left, top, right, bottom in points from the page's top left corner"
    ),
    "page": Bilingual("页码，从 1 起；仅用于版式文件", "Page number, from 1; of page formats only"),
    "start": Bilingual("起点：解码后原文中的字符序数，从 0 起", "First character of the decoded source, from 0"),
    "end": Bilingual("终点，不含", "Character behind the last one"),
}
# values of closed lists that reports never show
VALUE_WORDS: Final = {
    Story.BODY: Bilingual("正文", "body"),
    Story.TEXT_BOX: Bilingual("文本框", "text box"),
    Story.HEADER: Bilingual("页眉", "header"),
    Story.FOOTER: Bilingual("页脚", "footer"),
    Story.FOOTNOTE: Bilingual("脚注", "footnote"),
    Story.ENDNOTE: Bilingual("尾注", "endnote"),
    "metadata": Bilingual("页面信息", "metadata of the page"),
    "head": Bilingual("版头", "letterhead"),
    "title": Bilingual("题名", "title"),
    "receipt": Bilingual("收悉语", "receipt sentence"),
    "body": Bilingual("正文", "body"),
    "closing": Bilingual("结尾", "closing"),
    "signature": Bilingual("落款", "signature"),
    "form": Bilingual("征询意见表", "feedback form"),
    "opinion": Bilingual("意见栏", "opinion on the form"),
    "tail": Bilingual("版记", "tail of the letter"),
}


def main() -> int:
    """Write the schema anew; returns the exit code."""
    (SCHEMAS / "reply.xsd").write_text(schema(), encoding="utf-8")
    print("schemas/reply.xsd")
    return 0


def schema() -> str:
    """The whole schema."""
    return _Writer(json.loads((SCHEMAS / "reply.schema.json").read_text(encoding="utf-8"))).written()


class _Writer:
    """Builds the schema from the model and from what the JSON schema says of each key."""

    def __init__(self, described: dict[str, Any]) -> None:
        self._described = described
        self._root = etree.Element(
            _xsd("schema"),
            {"targetNamespace": NAMESPACE, "elementFormDefault": "qualified", "version": "1"},
            nsmap=_PREFIXES,  # type: ignore[arg-type]  # the stubs know no default namespace
        )

    def written(self) -> str:
        _document(self._root, _HEAD.strip())
        root = _add(self._root, "element", name=ROOT, type=Reply.__name__)
        _document(root, "The reply. 答复")
        for enumeration in self._enumerations():
            self._write_enumeration(enumeration)
        self._write_common()
        for kind in classes():
            self._write_class(kind)
        etree.indent(self._root, space="  ")
        return etree.tostring(self._root, encoding="UTF-8", xml_declaration=True).decode("utf-8") + "\n"

    def _enumerations(self) -> list[type[StrEnum]]:
        used = {field.kind for kind in classes() for field in shape(kind) if issubclass(field.kind, StrEnum)}
        return sorted(used, key=lambda kind: kind.__name__)

    def _write_enumeration(self, kind: type[StrEnum]) -> None:
        title = self._described["$defs"].get(kind.__name__, {}).get("title", "Story 文字所在")
        words = {member.value: VALUES.get(member.value) or VALUE_WORDS[member.value] for member in kind}
        self._write_words(kind.__name__, title, {value: _both(word) for value, word in words.items()})

    def _write_words(self, name: str, title: str, values: dict[str, str]) -> None:
        made = _add(self._root, "simpleType", name=name)
        _document(made, title)
        restriction = _add(made, "restriction", base="xs:token")
        for value, words in values.items():
            _document(_add(restriction, "enumeration", value=value), words)

    def _write_common(self) -> None:
        """What several classes share: wording, spans, styles of numbers, positions."""
        style = self._described["$defs"]["Style"]
        self._write_words(
            "Style", style["title"], {value: f"Written like this. 形如“{value}”" for value in style["enum"]}
        )
        token = _add(self._root, "simpleType", name="Token")
        _document(token, "A name without white space. 不含空白的名称")
        _add(_add(token, "restriction", base="xs:token"), "pattern", value=r"\S+")
        truth = _add(self._root, "simpleType", name="YesNo")
        _document(truth, "Written as a word, never as a digit. 是或否，只写 true 或 false")
        _add(_add(truth, "restriction", base="xs:boolean"), "pattern", value="true|false")
        box = _add(self._root, "simpleType", name="Box")
        _document(box, _both(_WORDS["box"]))
        restriction = _add(box, "restriction")
        _add(_add(restriction, "simpleType"), "list", itemType="xs:double")
        _add(restriction, "length", value="4")
        self._write_string()
        self._write_spans()
        self._write_position()

    def _write_string(self) -> None:
        made = _add(self._root, "complexType", name="String", mixed="true")
        _document(
            made,
            "Wording; white space counts. A character that XML 1.0 cannot hold is an element in its place. "
            "文字，空白有意义；XML 1.0 容不下的字符在原处写作元素。",
        )
        character = _add(_add(made, "sequence"), "element", name=CHARACTER, minOccurs="0", maxOccurs="unbounded")
        _document(character, "One character, by its code point in hexadecimal. 一个字符，用十六进制码位表示")
        inner = _add(_add(character, "complexType"), "attribute", name=CODE, use="required")
        _document(inner, "Code point, as in 000B. 码位，如 000B")
        pattern = "([0-9A-F]|10)?[0-9A-F]{4}"
        _add(_add(_add(inner, "simpleType"), "restriction", base="xs:token"), "pattern", value=pattern)
        values = _add(self._root, "complexType", name="Strings")
        _document(values, "Several wordings, in order. 若干文字，依次列出")
        value = _add(_add(values, "sequence"), "element", name=VALUE, type="String", maxOccurs="unbounded")
        _document(value, "One of them. 其中一项")

    def _write_spans(self) -> None:
        group = _add(self._root, "attributeGroup", name="Range")
        title = "Half-open range of characters of the decoded source. 解码后原文中的字符区间，不含终点"
        _document(group, title)
        for name in ("start", "end"):
            _document(
                _add(group, "attribute", name=name, type="xs:nonNegativeInteger", use="required"), _both(_WORDS[name])
            )
        located = _add(self._root, "attributeGroup", name="Located")
        _document(located, "Where it is, also on the page where the file has pages. 所在位置；版式文件另有页码和版面框")
        _add(located, "attributeGroup", ref="Range")
        _document(_add(located, "attribute", name="page", type="xs:positiveInteger"), _both(_WORDS["page"]))
        _document(_add(located, "attribute", name="box", type="Box"), _both(_WORDS["box"]))
        span = _add(self._root, "complexType", name="Span")
        _document(span, title)
        _add(span, "attributeGroup", ref="Range")

    def _write_position(self) -> None:
        described = self._described["$defs"]["Position"]
        made = _add(self._root, "complexType", name="Position")
        _document(made, f"{described['title']}. {described['description']}")
        for field in shape(Place):
            if field.name not in ("span", "edges", "page"):
                self._write_attribute(made, Place, field)

    def _write_class(self, kind: type) -> None:
        described = self._described if kind is Reply else self._described["$defs"][kind.__name__]
        made = _add(self._root, "complexType", name=kind.__name__)
        _document(made, f"{described['title']}. {described['description']}")
        base = next((base for base in kind.__bases__ if attrs.has(base)), None)
        if base is not None:
            made = _add(_add(made, "complexContent"), "extension", base=base.__name__)
        own = [field for field in shape(kind) if field.owner is kind]
        sequence = _add(made, "sequence")
        if base is None and is_placed(kind):
            position = _add(sequence, "element", name=POSITION, type="Position", minOccurs="0")
            _document(position, "Place in a laid-out file. 在文件中的位置")
        for field in own:
            if field.form not in ATTRIBUTES:
                self._write_element(sequence, kind, field)
        if not len(sequence):
            made.remove(sequence)
        for field in own:
            if field.form is Form.OWN_SPAN:
                _add(made, "attributeGroup", ref="Located" if is_placed(kind) else "Range")
            elif field.form in ATTRIBUTES:
                self._write_attribute(made, kind, field)

    def _write_element(self, sequence: etree._Element, kind: type, field: Field) -> None:
        element = _add(sequence, "element", name=field.name)
        _document(element, self._words(kind, field))
        if field.form is Form.STRING:
            element.set("type", "String")
        elif field.form is Form.STRING_LIST:
            element.set("type", "Strings")
        elif field.form in (Form.OBJECT, Form.SPAN):
            element.set("type", field.kind.__name__)
        else:
            name = "span" if field.form is Form.SPAN_LIST else entry_name(field.kind)
            entries = _add(_add(element, "complexType"), "sequence")
            entry = _add(entries, "element", name=name, type=field.kind.__name__, maxOccurs="unbounded")
            entry.set("minOccurs", str(self._property(kind, field).get("minItems", 1)))
        if field.optional or field.form in (Form.STRING_LIST, Form.SPAN_LIST, Form.OBJECT_LIST):
            element.set("minOccurs", "0")

    def _write_attribute(self, parent: etree._Element, kind: type, field: Field) -> None:
        attribute = _add(parent, "attribute", name=field.name)
        _document(attribute, self._words(kind, field))
        described = self._property(kind, field)
        if field.form is Form.ATTRIBUTE:
            if not field.optional:
                attribute.set("use", "required")
            self._set_type(attribute, "type", field, described)
            return
        if field.name == "box":
            attribute.set("type", "Box")
            return
        if described.get("minItems"):
            attribute.set("use", "required")
        entries = _add(_add(attribute, "simpleType"), "list")
        self._set_type(entries, "itemType", field, described.get("items", {}))

    def _set_type(self, holder: etree._Element, key: str, field: Field, described: dict[str, Any]) -> None:
        """Name the type of a single value in `holder`, or write it there."""
        named = {bool: "YesNo", float: "xs:double"}
        if field.kind in named:
            holder.set(key, named[field.kind])
        elif issubclass(field.kind, StrEnum):
            holder.set(key, field.kind.__name__)
        elif field.kind is int:
            _set_integer(holder, key, described)
        elif described.get("$ref") == "#/$defs/Style":
            holder.set(key, "Style")
        elif described.get("format") == "date":
            holder.set(key, "xs:date")
        elif "pattern" in described or "enum" in described:
            restriction = _add(_add(holder, "simpleType"), "restriction", base="xs:token")
            if "pattern" in described:
                _add(restriction, "pattern", value=described["pattern"].removeprefix("^").removesuffix("$"))
            for value in described.get("enum", ()):
                _add(restriction, "enumeration", value=value)
        else:
            holder.set(key, "Token")

    def _property(self, kind: type, field: Field) -> dict[str, Any]:
        described = self._described if kind is Reply else self._described["$defs"][kind.__name__]
        found: dict[str, Any] = described["properties"][field.name]
        return next((dict(found, **part) for part in found.get("anyOf", ()) if part != {"type": "null"}), found)

    def _words(self, kind: type, field: Field) -> str:
        told = str(self._property(kind, field).get("description", ""))
        if not told:
            raise SystemExit(f"the JSON schema has no words for {kind.__name__}.{field.name}")
        return told


def _set_integer(holder: etree._Element, key: str, described: dict[str, Any]) -> None:
    bounds = {"minimum": "minInclusive", "maximum": "maxInclusive"}
    if not described.keys() & bounds.keys():
        holder.set(key, "xs:integer")
        return
    restriction = _add(_add(holder, "simpleType"), "restriction", base="xs:integer")
    for bound, name in bounds.items():
        if bound in described:
            _add(restriction, name, value=str(described[bound]))


def _both(words: Bilingual) -> str:
    return f"{_capital(words.en)} {words.zh}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _document(element: etree._Element, text: str) -> None:
    annotation = etree.Element(_xsd("annotation"))
    etree.SubElement(annotation, _xsd("documentation")).text = text
    element.insert(0, annotation)


def _add(parent: etree._Element, what: str, **attributes: str) -> etree._Element:
    return etree.SubElement(parent, _xsd(what), attributes)


def _xsd(name: str) -> str:
    return f"{{{XSD}}}{name}"


if __name__ == "__main__":
    sys.exit(main())
