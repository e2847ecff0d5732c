"""What the tests of the XML share: the schemas, and replies to compare."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import cast

from lxml import etree

from govreply.grammar.assemble import read_reply
from govreply.model import Reply
from govreply.readers import read
from govreply.xml import NAMESPACE, to_xml

ROOT = Path(__file__).parents[2]
FIXTURES = sorted((ROOT / "fixtures").glob("*/source.*"))
XSD = ROOT / "schemas" / "reply.xsd"
SCH = ROOT / "schemas" / "reply.sch"

NAMES = {
    "r": NAMESPACE,
    "xs": "http://www.w3.org/2001/XMLSchema",
    "sch": "http://purl.oclc.org/dsdl/schematron",
    "svrl": "http://purl.oclc.org/dsdl/svrl",
}


def elements(within: etree._Element, path: str) -> list[etree._Element]:
    """The elements at the XPath `path`."""
    return cast("list[etree._Element]", within.xpath(path, namespaces=NAMES))


@cache
def xsd() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(XSD))


def reply_of(data: bytes | str, name: str) -> Reply:
    return read_reply(read(data, name))


@cache
def fixture(path: Path) -> Reply:
    return reply_of(path.read_bytes(), path.name)


def valid(reply: Reply, *, indent: int | None = None) -> etree._Element:
    """The reply as a document that the schema accepts."""
    document = etree.fromstring(to_xml(reply, indent=indent).encode("utf-8"))
    assert xsd().validate(document), xsd().error_log
    return document
