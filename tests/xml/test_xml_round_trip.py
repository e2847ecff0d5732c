"""XML and JSON say the same: what is read back from the XML is the JSON, value for value, positions included."""

from __future__ import annotations

import json
import re
from pathlib import Path

import attrs
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree

from govreply.errors import UsageError
from govreply.model import Part, Reply
from govreply.places import Place, Story
from govreply.span import Span
from govreply.testing import Format, Letter
from govreply.testing.strategies import documents
from govreply.xml import NAMESPACE, from_xml, to_xml
from govreply.xml.read import plain_from_xml
from tests.profiles import ROUND_TRIP_DRAWS
from tests.test_schemas import maximal
from tests.xml.documents import FIXTURES, elements, fixture, reply_of, valid

PAGES = (
    Place(span=Span(0, 44), page=1, box=(10.0, 20.0, 52.0, 30.0)),
    Place(span=Span(44, 47), page=2, box=(10.0, 20.5, 40.0, 30.0), edges=(10.0, 20.0, 30.0, 40.0)),
    Place(span=Span(47, 90), page=2, story=Story.FOOTER),
)


def same(reply: Reply) -> None:
    for indent in (None, 2):
        valid(reply, indent=indent)
        written = to_xml(reply, indent=indent)
        assert plain_from_xml(written) == json.loads(reply.to_json())
        assert from_xml(written.encode("utf-8")) == reply


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.parent.name)
def test_each_fixture_says_the_same_in_both(path: Path) -> None:
    same(fixture(path))


@given(documents())
@settings(max_examples=ROUND_TRIP_DRAWS)
def test_drawn_letters_say_the_same_in_both(drawn: tuple[Letter, Format]) -> None:
    letter, form = drawn
    same(reply_of(letter.render(form), form.file_name))


@pytest.mark.parametrize("form", [Format.DOCX, Format.PDF, Format.OFD], ids=lambda form: form.value)
def test_letters_of_laid_out_formats_keep_their_places(form: Format) -> None:
    reply = reply_of(Letter().to_file(form), form.file_name)
    assert reply.places
    same(reply)


@pytest.mark.parametrize("places", [maximal().places, (), PAGES], ids=["paragraphs", "none", "pages"])
def test_a_reply_in_which_nothing_is_empty_says_the_same_in_both(places: tuple[Place, ...]) -> None:
    same(attrs.evolve(maximal(), places=places))


def test_a_reply_in_which_everything_is_empty_says_the_same_in_both() -> None:
    same(Reply(is_reply=False, source=maximal().source))


def test_page_and_box_stand_beside_each_span() -> None:
    (title,) = elements(valid(attrs.evolve(maximal(), places=PAGES)), "r:title")
    assert (title.get("page"), title.get("box")) == ("1", "10.0 20.0 52.0 30.0")


@given(st.text(st.characters(exclude_categories=()), max_size=20))
@example("a\x00b\x0b\ud800")
@example("\udcff.md")
@example(" \r\n\t ")
@example("\ufffe\uffff")
@example("]]><&>\"'")
def test_no_text_is_lost_or_altered(text: str) -> None:
    reply = maximal()
    assert reply.title is not None and reply.feedback is not None
    choice = attrs.evolve(reply.feedback.choices[0], selected=(text, "", text))
    same(
        attrs.evolve(
            reply,
            title=attrs.evolve(reply.title, text=text),
            source=attrs.evolve(reply.source, name=text),
            feedback=attrs.evolve(reply.feedback, choices=(choice,)),
        )
    )


def test_what_xml_cannot_hold_is_told_in_its_place() -> None:
    name = attrs.evolve(maximal().source, name="a\x0bb\udcff")
    written = to_xml(attrs.evolve(maximal(), source=name))
    assert '<name>a<char code="000B"/>b<char code="DCFF"/></name>' in written


def test_a_name_made_by_the_program_that_xml_cannot_hold_is_refused() -> None:
    with pytest.raises(UsageError, match=r"Part\.element"):
        to_xml(attrs.evolve(maximal(), parts=(Part(element="\x00", span=Span(0, 1)),)))


def test_other_ways_of_writing_the_same_document_are_read() -> None:
    written = to_xml(maximal())
    prefixed = etree.tostring(_prefixed(etree.fromstring(written.encode("utf-8"))), encoding="UTF-16")
    assert from_xml(prefixed) == maximal()
    remarked = written.replace("<title", "<!-- note --><?tool mark?>\n<title", 1)
    assert from_xml(remarked) == maximal()


def _prefixed(element: etree._Element) -> etree._Element:
    made = etree.Element(element.tag, nsmap={"g": NAMESPACE})
    for name, value in element.items():
        made.set(name, value)
    made.text, made.tail = element.text, element.tail
    made.extend(_prefixed(child) for child in element)
    return made


_HEAD = f'<reply xmlns="{NAMESPACE}" is_reply="true" published="false">'


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("", "not XML"),
        ("\ud800", "not XML"),
        ("<reply/>", "the root is no <reply> of urn:govreply:reply:1"),
        (f"<!DOCTYPE reply>{_HEAD}</reply>", "a document type is not taken"),
        (f"{_HEAD}</reply>", "source"),
        (_HEAD.replace("true", "yes") + "</reply>", "'yes' is neither true nor false"),
        (_HEAD.replace("published", "printed") + "</reply>", "unknown in <reply>: printed"),
        (f"{_HEAD}\n<author/></reply>", "unknown in <reply>: author"),
        (f"{_HEAD}<title/></reply>", "line 1: <title> lacks start and end"),
        (f'{_HEAD}<title start="1"/></reply>', "lacks end"),
        (f'{_HEAD}<title start="a" end="2"/></reply>', "'a' is no number"),
        (f'{_HEAD}<title start="1" end="2"/><title start="1" end="2"/></reply>', "<title> twice"),
        (f'{_HEAD}<title xmlns="urn:other" start="1" end="2"/></reply>', "of another namespace"),
        (f"{_HEAD}words</reply>", "text between the elements of <reply>: 'words'"),
        (f"{_HEAD}<copies><copy/></copies></reply>", "<copy> where <passage> is expected"),
        (f'{_HEAD}<title start="1" end="2"><text lang="zh"/></title></reply>', "unknown in <text>: lang"),
        (f'{_HEAD}<title start="1" end="2"><text>a<b/></text></title></reply>', "<b> inside of wording"),
        (f'{_HEAD}<title start="1" end="2"><text><char code="zz"/></text></title></reply>', "'zz' is the code of no"),
        (f'{_HEAD}<title start="1" end="2"><text><char code="110000"/></text></title></reply>', "is the code of no"),
    ],
)
def test_what_is_no_such_document_is_refused(written: str, message: str) -> None:
    with pytest.raises(UsageError, match=re.escape(message)):
        from_xml(written)


def test_entities_are_not_expanded() -> None:
    bomb = '<!DOCTYPE reply [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    with pytest.raises(UsageError, match="a document type is not taken"):
        from_xml(f'{bomb}{_HEAD}<title start="1" end="2"><text>&b;</text></title></reply>')
