"""``schemas/reply.sch`` and the rules agree: the same documents, the same places, the same severities."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random

import attrs
import pytest
from attrs import frozen
from lxml import etree, isoschematron  # type: ignore[attr-defined]  # the stubs do not know it

from govreply.model import Reply
from govreply.profiles import Profile, load
from govreply.rules import engine
from govreply.rules.base import Rule
from govreply.rules.registry import ALL, rule
from govreply.testing import Passes, Violates
from govreply.testing.sound import sound_letter
from tests.xml.documents import FIXTURES, ROOT, SCH, elements, fixture, reply_of, valid

SCHEMA = etree.parse(SCH)
ASSERTS = elements(SCHEMA.getroot(), "//sch:assert")
IDS = [str(one.get("id")) for one in ASSERTS]
RULES = [known for known in ALL if known.code in {name.split("-")[0] for name in IDS}]
NUMBERING = next(path for path in FIXTURES if path.parent.name == "numbering-faults")
SOUND = 150
DEFAULT = load("default")
PROFILES = {
    "requires_contact": attrs.evolve(DEFAULT, requires_contact=True),
    "form_signature": attrs.evolve(DEFAULT, form_signature=True),
    "form_before_reply": attrs.evolve(DEFAULT, form_before_reply=True),
}


@frozen
class Told:
    """A finding, or a failed assert. ``span`` is ``None`` for what speaks of the whole reply."""

    code: str
    severity: str
    span: tuple[int, int] | None


@cache
def schematron() -> isoschematron.Schematron:
    return isoschematron.Schematron(SCHEMA, store_report=True)


def failed(reply: Reply, schema: isoschematron.Schematron) -> list[etree._Element]:
    schema.validate(valid(reply))
    return elements(schema.validation_report.getroot(), "//svrl:failed-assert")


def by_schema(reply: Reply, schema: isoschematron.Schematron) -> set[Told]:
    document = valid(reply)
    told = set()
    for one in failed(reply, schema):
        (place,) = elements(document, str(one.get("location")))
        start, end = place.get("start"), place.get("end")
        span = (int(start), int(end)) if start is not None and end is not None else None
        told.add(Told(str(one.get("id")).split("-")[0], str(one.get("role")), span))
    return told


def by_rules(reply: Reply, profile: Profile) -> set[Told]:
    findings, _ = engine.run(reply, profile=profile)
    codes = {known.code for known in RULES}
    return {Told(f.code, f.severity.value, (f.span.start, f.span.end)) for f in findings if f.code in codes}


def agree(reply: Reply, schema: isoschematron.Schematron | None = None, profile: Profile | None = None) -> None:
    ours = by_rules(reply, profile or DEFAULT)
    theirs = by_schema(reply, schema or schematron())
    placeless = {(one.code, one.severity) for one in theirs if one.span is None}
    assert {attrs.evolve(one, span=None) if (one.code, one.severity) in placeless else one for one in ours} == theirs


@cache
def violating(known: Rule) -> tuple[Reply, ...]:
    return tuple(map(_read, known.violates()))


@cache
def passing(known: Rule) -> tuple[Reply, ...]:
    return tuple(map(_read, known.passes()))


def _read(example: Violates | Passes) -> Reply:
    return reply_of(example.letter.to_file(example.format), example.file_name)


@pytest.mark.parametrize("known", RULES, ids=lambda known: known.name)
def test_both_agree_on_the_examples_of_each_rule(known: Rule) -> None:
    for reply in (*violating(known), *passing(known)):
        agree(reply)


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.parent.name)
def test_both_agree_on_each_fixture(path: Path) -> None:
    agree(fixture(path))


@pytest.mark.parametrize("tens", range(SOUND // 10))
def test_both_agree_on_sound_letters(tens: int) -> None:
    for seed in range(10 * tens, 10 * tens + 10):
        letter = sound_letter(Random(seed))
        agree(reply_of(letter.render(), letter.format.file_name))


@pytest.mark.parametrize("seed", range(20))
def test_both_agree_on_replies_put_together_from_several(seed: int) -> None:
    """Facts that stand together in no letter: each field comes from one of two replies."""
    random = Random(seed)
    known = [reply for one in RULES for reply in (*violating(one), *passing(one))]
    for _ in range(15):
        left, right = random.choice(known), random.choice(known)
        names = [a.name for a in attrs.fields(Reply) if a.name not in ("places", "is_reply", "published")]
        taken = {name: getattr(right, name) for name in names if random.random() < 0.4}
        # as long as the longer of the two: no span may lie beyond the end
        longer = max(left.source, right.source, key=lambda source: source.characters)
        taken["source"] = longer
        agree(attrs.evolve(left, **taken, places=(), published=random.random() < 0.3))


def under(key: str) -> isoschematron.Schematron:
    """The schema as for a place whose profile says yes to `key`."""
    root = etree.fromstring(etree.tostring(SCHEMA))
    (let,) = elements(root, f"sch:let[@name='{key}']")
    assert let.get("value") == "false()"
    let.set("value", "true()")
    return isoschematron.Schematron(root, store_report=True)


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("requires_contact", "contact-missing"),
        ("form_signature", "form-signature-missing"),
        ("form_before_reply", "form-date-order"),
    ],
)
def test_what_differs_from_place_to_place_can_be_set(key: str, name: str) -> None:
    schema, profile = under(key), PROFILES[key]
    for reply in (*violating(rule(name)), *passing(rule(name))):
        agree(reply, schema, profile)
    assert any(by_rules(reply, profile) != by_rules(reply, DEFAULT) for reply in violating(rule(name)))


def test_nothing_is_told_of_what_is_no_reply() -> None:
    broken = violating(rule("date-impossible"))[0]
    assert by_schema(broken, schematron())
    assert by_schema(attrs.evolve(broken, is_reply=False), schematron()) == set()


@pytest.mark.parametrize("known", RULES, ids=lambda known: known.name)
def test_each_assert_fails_somewhere(known: Rule) -> None:
    wanted = {name for name in IDS if name.split("-")[0] == known.code}
    schemas = [schematron(), *(under(key) for key in PROFILES if key in known.adapts_to)]
    for reply in (changed for whole in violating(known) for changed in (whole, _worn(whole))):
        for schema in schemas:
            wanted -= {str(one.get("id")) for one in failed(reply, schema)}
    assert wanted == set()


def _worn(reply: Reply) -> Reply:
    """The reply as if its text came from a copy that lost many signs."""
    return attrs.evolve(
        reply,
        structure=attrs.evolve(reply.structure, plain=True),
        irregularities=tuple(attrs.evolve(one, minor=True) for one in reply.irregularities),
    )


def test_it_is_a_valid_schema_of_at_least_twenty_rules() -> None:
    assert isoschematron.schematron_schema_valid_supported
    isoschematron.Schematron(SCHEMA, validate_schema=True)
    assert len(RULES) >= 20


def test_each_assert_is_named_for_its_rule_and_tells_its_severity() -> None:
    assert len(set(IDS)) == len(IDS)
    for one in ASSERTS:
        code, _, variant = str(one.get("id")).partition("-")
        known = rule(code)
        (pattern,) = elements(one, "ancestor::sch:pattern")
        assert pattern.get("id") == known.name
        assert one.get("role") in ("error", "warning", "info")
        assert bool(variant) or one.get("role") == known.severity.value
        assert [title.text for title in elements(pattern, "sch:title")] == [known.title.zh]


def test_each_assert_speaks_both_languages() -> None:
    for one in ASSERTS:
        assert _is_chinese("".join(_texts(one)))
        (told,) = elements(one, f"//sch:diagnostic[@id='{one.get('diagnostics')}']")
        assert told.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"
        assert any("a" <= sign.lower() <= "z" for sign in "".join(_texts(told)))


def test_the_phases_hold_the_rules_of_their_severities() -> None:
    for phase, roles in (("errors", {"error"}), ("warnings", {"error", "warning"})):
        active = [str(one.get("pattern")) for one in elements(SCHEMA.getroot(), f"sch:phase[@id='{phase}']/sch:active")]
        patterns = elements(SCHEMA.getroot(), "sch:pattern")
        loud = [p for p in patterns if {a.get("role") for a in elements(p, "sch:rule/sch:assert")} & roles]
        assert active == [p.get("id") for p in loud]


def test_a_message_quotes_the_document() -> None:
    (told,) = (one for one in failed(fixture(NUMBERING), schematron()) if one.get("id") == "DAT001")
    assert [text.strip() for text in _texts(told) if text.strip()] == [
        "“2023年6月31日”不存在",
        "“2023年6月31日” does not exist",
    ]


def _texts(element: etree._Element) -> Iterator[str]:
    return (str(text) for text in element.itertext())


def _is_chinese(text: str) -> bool:
    return any("一" <= sign <= "鿿" for sign in text)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_documentation_lists_the_rules(language: str) -> None:
    page = (ROOT / "docs" / language / "xml.md").read_text(encoding="utf-8")
    listed = [re.findall(r"[A-Z]{3}\d{3}", row) for row in page.splitlines() if row.startswith("| ")]
    assert [code for row in listed for code in row] == [known.code for known in RULES]
