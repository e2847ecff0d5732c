from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest

from govreply import api
from govreply.errors import Cause
from govreply.findings import Fix, Result, Severity, Verdict, Waived, Waiver, WaiverFault, WaiverRemark
from govreply.language import Language
from govreply.span import Span
from govreply.testing import Form, Letter
from tests.reports.examples import LETTER, MISSING_SIGNATURE, checked, mismatch, reply, source_of, span_of, unread
from tests.reports.running import HELP, written

OFFICIAL = Path(__file__).parent / "official" / "sarif-2.1.0-rtm.5.json"
VALIDATOR = jsonschema.Draft4Validator(
    json.loads(OFFICIAL.read_text(encoding="utf-8")), format_checker=jsonschema.FormatChecker()
)
WAIVER = Waiver(rule="proposal-number-mismatch", reason="原件如此", who="档案室", origin="govreply-waivers.toml")
COMMENT = Waiver(rule="signature-missing", reason="网页摘录", origin="澄水函.md", span=Span(0, 5))


def run(*results: Result, **setting: Any) -> dict[str, Any]:
    """The only run of the log, after validating the whole."""
    log = json.loads(written("sarif", *results, **setting))
    VALIDATOR.validate(log)
    assert log["version"] == "2.1.0"
    (only,) = log["runs"]
    assert isinstance(only, dict)
    return only


def region(location: dict[str, Any]) -> tuple[int, int, int, int]:
    told = location["physicalLocation"]["region"]
    return told["startLine"], told["startColumn"], told["endLine"], told["endColumn"]


def test_the_schema_refuses_what_is_no_sarif() -> None:
    log = json.loads(written("sarif", checked(mismatch())))
    del log["runs"][0]["results"][0]["message"]
    with pytest.raises(jsonschema.ValidationError):
        VALIDATOR.validate(log)


@pytest.mark.parametrize("language", list(Language))
def test_a_finding_has_its_places_its_rule_and_a_fingerprint(language: Language) -> None:
    told = run(checked(mismatch()), language=language)
    (result,) = told["results"]
    assert told["columnKind"] == "unicodeCodePoints"
    assert told["language"] == {"zh": "zh-CN", "en": "en"}[language.value]
    assert result["ruleId"] == "IDN001"
    assert result["level"] == "error"
    assert result["message"]["text"] == "正文的编号与标题不一致\n请核对编号。"
    line = LETTER[: LETTER.index("20230015")].count("\n") + 1
    assert region(result["locations"][0]) == (line, 6, line, 14)
    assert result["locations"][0]["physicalLocation"]["region"]["snippet"] == {"text": "20230015"}
    (related,) = result["relatedLocations"]
    assert related["message"] == {"text": "标题中的编号"}
    assert region(related)[:2] == (5, 15)
    assert len(result["partialFingerprints"]["govreply/v1"]) == 64


def test_rules_carry_their_help() -> None:
    told = run(checked(mismatch(), MISSING_SIGNATURE))
    rules = told["tool"]["driver"]["rules"]
    assert [rules[result["ruleIndex"]]["id"] for result in told["results"]] == ["IDN001", "STR009"]
    assert rules[0]["name"] == "proposal-number-mismatch"
    assert rules[0]["help"] == {"text": HELP.text, "markdown": HELP.markdown}
    assert rules[0]["shortDescription"] == {"text": HELP.title}
    assert rules[1] == {"id": "STR009", "name": "signature-missing"}  # nobody described it


def test_severities_are_levels() -> None:
    findings = [mismatch(severity=severity) for severity in Severity]
    assert [result["level"] for result in run(checked(*findings))["results"]] == ["error", "warning", "note"]


def test_the_document_is_an_artifact_with_its_digest() -> None:
    (artifact,) = run(checked())["artifacts"]
    source = source_of(LETTER)
    assert artifact["location"] == {"uri": "%E6%BE%84%E6%B0%B4%E5%87%BD.md", "uriBaseId": "%SRCROOT%"}
    assert artifact["hashes"] == {"sha-256": source.sha256}
    assert (artifact["length"], artifact["mimeType"]) == (source.size, "text/markdown")


@pytest.mark.parametrize(
    ("name", "uri"),
    [
        ("a b.md", "a%20b.md"),
        ("2023/a#1?.md", "2023/a%231%3F.md"),
        ("a:b.md", "a%3Ab.md"),
        ("/letters/in.md", "in.md"),
        ("/elsewhere/100%.md", "file:///elsewhere/100%25.md"),
        ("../beside.md", "file:///beside.md"),
        ("box.zip!/x.md", "box.zip!/x.md"),
        ("\udcce\udce4.md", "%CE%E4.md"),  # bytes that are no UTF-8
    ],
)
def test_names_become_uris(name: str, uri: str) -> None:
    (artifact,) = run(unread(name=name))["artifacts"]
    assert artifact["location"]["uri"] == uri
    assert ("uriBaseId" in artifact["location"]) is not uri.startswith("file:")


def test_what_was_not_read_is_a_notification_and_no_success() -> None:
    told = run(checked(mismatch()), unread(Cause.ENCRYPTED, "needs a password"))
    (invocation,) = told["invocations"]
    assert invocation["executionSuccessful"] is False
    (note,) = invocation["toolExecutionNotifications"]
    assert note["descriptor"] == {"id": "unread/encrypted"}
    assert note["level"] == "error"
    assert "文件加密" in note["message"]["text"] and "needs a password" in note["message"]["text"]
    assert note["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "b.md"
    assert len(told["results"]) == 1


def test_what_was_read_is_a_success_whatever_was_found() -> None:
    assert run(checked(mismatch()))["invocations"][0]["executionSuccessful"] is True


def test_a_text_that_is_no_reply_is_told() -> None:
    (invocation,) = run(checked(verdict=Verdict.UNDETERMINED, reply=reply(is_reply=False)))["invocations"]
    (note,) = invocation["toolExecutionNotifications"]
    assert (note["level"], note["descriptor"]["id"]) == ("warning", "undetermined")
    assert invocation["executionSuccessful"] is True


def test_waived_findings_are_suppressed_with_their_reason() -> None:
    waived = (
        Waived(finding=mismatch(), waiver=WAIVER),
        Waived(finding=MISSING_SIGNATURE, waiver=COMMENT),
    )
    external, inside = run(checked(waived=waived))["results"]
    assert external["suppressions"] == [{"kind": "external", "status": "accepted", "justification": "原件如此，档案室"}]
    assert inside["suppressions"] == [{"kind": "inSource", "status": "accepted", "justification": "网页摘录"}]


def test_waivers_that_did_nothing_are_told() -> None:
    told = run(checked(), remarks=[WaiverRemark(waiver=WAIVER, fault=WaiverFault.UNUSED)])
    (note,) = told["invocations"][0]["toolConfigurationNotifications"]
    assert note["descriptor"] == {"id": "waiver/unused"}
    assert "原件如此" in note["message"]["text"]


def test_a_repair_is_a_fix() -> None:
    (result,) = run(checked(MISSING_SIGNATURE))["results"]
    ((change,),) = (fix["artifactChanges"] for fix in result["fixes"])
    (replacement,) = change["replacements"]
    assert replacement["insertedContent"] == {"text": "A"}
    line = LETTER[: LETTER.index(" B\n")].count("\n") + 1
    assert replacement["deletedRegion"] == {"startLine": line, "startColumn": 13, "endLine": line, "endColumn": 14}


def test_a_repair_whose_text_is_masked_is_none() -> None:
    finding = mismatch(fix=Fix(span=span_of("B"), text="138******34"))
    assert "fixes" not in run(checked(finding))["results"][0]


def test_a_quoted_document_cannot_put_a_link_into_a_message() -> None:
    (result,) = run(checked(mismatch(message="见[此处](https://example.org)", suggestion=None)))["results"]
    assert result["message"]["text"] == "见\\[此处\\](https://example.org)"


@pytest.mark.parametrize("name", ["docx", "pdf"])
def test_documents_without_lines_get_words_for_a_place_and_no_region(name: str) -> None:
    letter = Letter(form=Form(number="20230171"))
    data = letter.to_docx() if name == "docx" else letter.to_pdf()
    result = api.check(data, f"letter.{name}", select=("proposal-number-mismatch",))
    (told,) = run(result)["results"]
    for location in (told["locations"][0], told["relatedLocations"][0]):
        assert "region" not in location["physicalLocation"]
        (logical,) = location["logicalLocations"]
        assert "第" in logical["fullyQualifiedName"]
        assert location["properties"]["positions"]
    place = told["locations"][0]["logicalLocations"][0]["fullyQualifiedName"]
    assert told["message"]["text"].startswith(f"{place} 征询意见表写第20230171号")
    assert "20230171" in told["locations"][0]["properties"]["quote"]
    assert "fixes" not in told


def test_an_empty_run_is_valid() -> None:
    assert run()["results"] == []
