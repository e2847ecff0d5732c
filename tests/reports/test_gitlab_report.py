from __future__ import annotations

import json
import re
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest

from govreply import api
from govreply.findings import Result, Severity, Verdict, Waiver, WaiverFault, WaiverRemark
from govreply.testing import Form, Letter
from tests.reports.examples import MISSING_SIGNATURE, checked, mismatch, reply, unread
from tests.reports.running import written

# what GitLab documents as required of an entry, and nothing else
ENTRIES = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "additionalProperties": False,
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": "^(?!\\./)"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}


def entries(*results: Result, **setting: Any) -> list[dict[str, Any]]:
    value: list[dict[str, Any]] = json.loads(written("gitlab", *results, **setting))
    jsonschema.validate(value, ENTRIES)
    return value


def test_a_finding_is_an_entry() -> None:
    (entry,) = entries(checked(mismatch(), name="./2023/../澄水函.md"))
    assert entry["description"] == "正文的编号与标题不一致"
    assert entry["check_name"] == "IDN001 proposal-number-mismatch"
    assert entry["location"] == {"path": "澄水函.md", "lines": {"begin": 10, "end": 10}}


@pytest.mark.parametrize(
    ("severity", "told"), [(Severity.ERROR, "critical"), (Severity.WARNING, "minor"), (Severity.INFO, "info")]
)
def test_severities_have_names_of_their_own(severity: Severity, told: str) -> None:
    assert entries(checked(mismatch(severity=severity)))[0]["severity"] == told


def test_fingerprints_are_unique_in_the_report() -> None:
    one = checked(mismatch(), MISSING_SIGNATURE, mismatch())
    other = checked(mismatch(), name="b.md")
    found = [entry["fingerprint"] for entry in entries(one, other, unread(name="c.md"), unread(name="d.md"))]
    assert len(set(found)) == len(found) == 6


def test_what_was_not_read_blocks_and_what_was_not_decided_is_told() -> None:
    undecided = checked(verdict=Verdict.UNDETERMINED, reply=reply(is_reply=False))
    first, second = entries(unread(), undecided)
    assert (first["check_name"], first["severity"]) == ("unread/corrupt", "blocker")
    assert (second["check_name"], second["severity"]) == ("undetermined", "minor")
    assert first["location"]["lines"]["begin"] == 1


def test_a_document_without_lines_tells_the_place_in_words() -> None:
    letter = Letter(form=Form(number="20230171")).to_pdf()
    (entry,) = entries(api.check(letter, "letter.pdf", select=("proposal-number-mismatch",)))
    assert re.match(r"第\d+页 表格1 第\d+行第\d+列 ", entry["description"])
    assert entry["location"]["lines"]["begin"] == 1


def test_waivers_that_did_nothing_are_told() -> None:
    waivers = [Waiver(rule=rule, reason="原件如此", who="档案室", origin="w.toml") for rule in ("IDN001", "IDN002")]
    remarks = [WaiverRemark(waiver=waiver, fault=WaiverFault.UNUSED) for waiver in waivers]
    first, second = entries(checked(), remarks=remarks)
    assert first["location"]["path"] == "w.toml"
    assert first["fingerprint"] != second["fingerprint"]


def test_nothing_found_is_an_empty_array() -> None:
    assert entries(checked()) == []
