from __future__ import annotations

import json
from pathlib import Path

import pytest

from govreply.model import Reply
from govreply.xml.read import plain_from_xml
from tests.cli.running import govreply
from tests.test_schemas import REPLY, validate

FIXTURES = sorted((Path(__file__).parents[2] / "fixtures").glob("*/source.*"))


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.parent.name)
def test_the_json_of_each_fixture_validates_and_comes_back_the_same(path: Path) -> None:
    outcome = govreply("parse", path)
    assert (outcome.code, outcome.err) == (0, "")
    validate(json.loads(outcome.out), REPLY)
    assert Reply.from_json(outcome.out).to_json(indent=2) + "\n" == outcome.out


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.parent.name)
def test_the_xml_of_each_fixture_says_what_the_json_says(path: Path) -> None:
    outcome = govreply("parse", path, "--format", "xml")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.startswith('<?xml version="1.0" encoding="UTF-8"?>\n<reply xmlns="urn:govreply:reply:1" ')
    assert plain_from_xml(outcome.out) == json.loads(govreply("parse", path).out)


def test_xml_does_not_depend_on_the_language(sound: Path) -> None:
    assert (
        govreply("parse", sound, "--format", "xml").out
        == govreply("--lang", "en", "parse", sound, "--format", "xml").out
    )


def test_spans_lead_to_the_text_in_the_file(sound: Path) -> None:
    value = json.loads(govreply("parse", sound).out)
    start, end = value["matter"]["number"]["span"]
    assert sound.read_text(encoding="utf-8")[start:end] == "20230117"


def test_what_is_no_reply_is_printed_and_says_so(news: Path) -> None:
    outcome = govreply("parse", news)
    assert outcome.code == 0
    assert json.loads(outcome.out)["is_reply"] is False


def test_the_tree_shows_fields_and_places(sound: Path) -> None:
    chinese, english = (
        govreply("parse", sound, "--format", "tree"),
        govreply("parse", sound, "--format=tree", "--lang=en"),
    )
    assert (chinese.code, english.code) == (0, 0)
    assert "├── 发文机关  武汉市水务局" in chinese.out
    assert "├── issuer  武汉市水务局" in english.out


def test_json_does_not_depend_on_the_language(sound: Path) -> None:
    assert govreply("parse", sound).out == govreply("--lang", "en", "parse", sound).out


@pytest.mark.parametrize(("arguments", "message"), [((), "缺少参数：文件"), (("a.md", "b.md"), "多余的参数：b.md")])
def test_it_takes_one_file(arguments: tuple[str, ...], message: str) -> None:
    outcome = govreply("parse", *arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert message in outcome.err
