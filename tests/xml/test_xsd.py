"""``schemas/reply.xsd`` is made from the model as it is, and accepts what is written and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import module_from_spec, spec_from_file_location
from types import ModuleType

import pytest
from lxml import etree

from govreply.xml import NAMESPACE
from govreply.xml.shape import classes
from tests.test_schemas import REPLY, maximal
from tests.xml.documents import ROOT, XSD, elements, valid, xsd

SCRIPT = ROOT / "scripts" / "generate_reply_xsd.py"


@pytest.fixture(scope="module")
def generator() -> ModuleType:
    spec = spec_from_file_location("generate_reply_xsd", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def schema() -> etree._Element:
    return etree.parse(XSD).getroot()


def test_the_schema_is_that_of_the_model(generator: ModuleType) -> None:
    assert XSD.read_text(encoding="utf-8") == generator.schema(), "run scripts/generate_reply_xsd.py"


def test_each_class_and_enumeration_of_the_json_schema_is_a_type(schema: etree._Element) -> None:
    types = {element.get("name") for element in elements(schema, "xs:complexType | xs:simpleType")}
    assert {kind.__name__ for kind in classes()} <= types
    assert {"Reply", *REPLY["$defs"]} - {"Page"} <= types  # a page is an attribute


def test_everything_is_described_in_both_languages(schema: etree._Element) -> None:
    named = (
        "xs:element | xs:simpleType | xs:simpleType/xs:restriction/xs:enumeration | xs:complexType | xs:attributeGroup"
    )
    entries = "parent::xs:sequence/parent::xs:complexType[not(@name)]"  # are described by their type
    described = elements(schema, f"{named} | //xs:attribute | //xs:element[not({entries})]")
    assert len(described) > 400
    for element in described:
        words = "".join(text.text or "" for text in elements(element, "xs:annotation/xs:documentation"))
        assert any("a" <= sign.lower() <= "z" for sign in words), dict(element.items())
        assert any("一" <= sign <= "鿿" for sign in words), dict(element.items())


def _set(path: str, name: str, value: str) -> Callable[[etree._Element], None]:
    return lambda root: _one(root, path).set(name, value)


def _drop(path: str, name: str) -> Callable[[etree._Element], None]:
    def change(root: etree._Element) -> None:
        del _one(root, path).attrib[name]

    return change


def _remove(path: str) -> Callable[[etree._Element], None]:
    def change(root: etree._Element) -> None:
        found = _one(root, path)
        around = found.getparent()
        assert around is not None
        around.remove(found)

    return change


def _add(path: str, name: str) -> Callable[[etree._Element], None]:
    return lambda root: _one(root, path).insert(0, etree.Element(f"{{{NAMESPACE}}}{name}"))


def _fill(path: str, text: str) -> Callable[[etree._Element], None]:
    def change(root: etree._Element) -> None:
        _one(root, path).text = text

    return change


def _one(root: etree._Element, path: str) -> etree._Element:
    return elements(root, path)[0]


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(_drop(".", "is_reply"), id="without is_reply"),
        pytest.param(_set(".", "is_reply", "1"), id="a digit for yes"),
        pytest.param(_remove("r:source"), id="without source"),
        pytest.param(_remove("r:arithmetic"), id="without an object that is always there"),
        pytest.param(_add("r:title", "surprise"), id="unknown element"),
        pytest.param(_set("r:title", "surprise", "1"), id="unknown attribute"),
        pytest.param(_drop("r:title", "start"), id="span without start"),
        pytest.param(_set("r:title", "start", "-1"), id="negative span"),
        pytest.param(_set("r:title", "end", "1.5"), id="fractional span"),
        pytest.param(_remove("r:title/r:text"), id="without text"),
        pytest.param(_add("r:title/r:text", "b"), id="mark-up in wording"),
        pytest.param(_fill(".", "words"), id="words between elements"),
        pytest.param(_remove("r:measures/r:measure/r:pieces/r:span"), id="one piece"),
        pytest.param(_set("r:disposition", "code", "E"), id="unknown class mark"),
        pytest.param(_set("r:disclosure", "value", "secret"), id="unknown disclosure"),
        pytest.param(_set("r:matter", "kind", "petition"), id="unknown kind"),
        pytest.param(_set("r:matter", "term", "九"), id="term in words"),
        pytest.param(_set("r:sections/r:section", "style", "Ⅰ"), id="unknown style"),
        pytest.param(_set("r:signature", "date", "2024-02-30"), id="impossible date"),
        pytest.param(_set("r:signature", "date", "2024年5月6日"), id="date in Chinese"),
        pytest.param(_set("r:source", "sha256", "abc"), id="short digest"),
        pytest.param(_set("r:diagnostics/r:diagnostic", "code", "left over"), id="diagnostic with spaces"),
        pytest.param(_set("r:agencies/r:agency", "roles", "issuer boss"), id="unknown role"),
        pytest.param(_set("r:title", "box", "1 2 3"), id="box of three"),
        pytest.param(_set("r:title", "page", "0"), id="page nought"),
        pytest.param(_drop("r:title/r:position", "story"), id="position without its story"),
        pytest.param(_add("r:title/r:text", "char"), id="character without code"),
    ],
)
def test_a_damaged_document_is_not_valid(damage: Callable[[etree._Element], None]) -> None:
    document = valid(maximal())
    damage(document)
    assert not xsd().validate(document)
