from __future__ import annotations

import io
import json
from datetime import date
from typing import Any

import pytest

from govreply.findings import Result, Verdict, Waived, Waiver, WaiverFault, WaiverRemark
from govreply.language import Language
from govreply.reports.json import JsonReport
from tests.reports.examples import LEFT_OVER, MISSING_SIGNATURE, UNDECIDED, checked, mismatch, reply, span_of, unread
from tests.test_schemas import REPORT, validate


def report(*results: Result, language: Language = Language.ZH) -> dict[str, Any]:
    out = io.StringIO()
    made = JsonReport(out, language)
    for result in results:
        made.add(result)
    made.close()
    value: dict[str, Any] = json.loads(out.getvalue())
    validate(value, REPORT)
    return value


def test_a_run_over_nothing_is_a_report_too() -> None:
    assert report()["documents"] == []


def test_a_finding_has_spans_and_lines_of_all_its_places() -> None:
    (finding,) = report(checked(mismatch()))["documents"][0]["findings"]
    number, title = span_of("20230015"), span_of("20240015")
    assert finding == {
        "rule": "proposal-number-mismatch",
        "code": "IDN001",
        "severity": "error",
        "message": "正文的编号与标题不一致",
        "span": [number.start, number.end],
        "location": {"line": 10, "column": 6, "end_line": 10, "end_column": 14},
        "related": [
            {
                "label": "标题中的编号",
                "span": [title.start, title.end],
                "location": {"line": 5, "column": 15, "end_line": 5, "end_column": 23},
            }
        ],
        "fix": None,
        "suggestion": "请核对编号。",
    }


def test_a_document_says_what_it_is_and_how_each_rule_ended() -> None:
    result = checked(MISSING_SIGNATURE, outcomes=(UNDECIDED,), reply=reply(diagnostics=(LEFT_OVER,)))
    (document,) = report(result)["documents"]
    assert document["reply"] == {
        "is_reply": True,
        "issuer": "澄江市水务局",
        "document_number": "澄水函〔2024〕7号",
        "title": "对市政协九届三次会议第20240015号提案的答复",
        "matter_number": "20240015",
    }
    assert document["outcomes"] == [{"rule": "date-impossible", "state": "undetermined", "detail": "signature"}]
    assert [d["code"] for d in document["diagnostics"]] == ["some-new-code"]
    assert document["findings"][0]["fix"]["text"] == "A"


@pytest.mark.parametrize(("language", "advice"), [(Language.ZH, "文件已损坏"), (Language.EN, "The file is damaged")])
def test_an_unread_input_has_a_failure_and_nothing_else(language: Language, advice: str) -> None:
    value = report(unread(), language=language)
    (document,) = value["documents"]
    assert document["failure"]["cause"] == "corrupt"
    assert document["failure"]["advice"].startswith(advice)
    assert (document["source"], document["reply"], document["findings"]) == (None, None, [])
    assert value["language"] == language.value


def test_the_summary_counts() -> None:
    assert report(checked(), checked(mismatch(), MISSING_SIGNATURE), unread())["summary"] == {
        "documents": 3,
        "verdicts": {"fail": 1, "undetermined": 0, "pass": 1},
        "unread": {"corrupt": 1},
        "findings": {"error": 1, "warning": 1, "info": 0},
        "waived": {"error": 0, "warning": 0, "info": 0},
        "known": {"error": 0, "warning": 0, "info": 0},
        "waiver_remarks": [],
    }


def test_waived_findings_stand_apart_with_their_reasons() -> None:
    waiver = Waiver(
        rule="IDN001", reason="原件如此", who="顾怀远", until=date(2024, 12, 31), document="*.md", origin="waivers.toml"
    )
    comment = Waiver(rule="date-form", reason="旧件", origin="澄水函.md", span=span_of("已办结"))
    result = checked(
        verdict=Verdict.PASS,
        waived=(Waived(finding=mismatch(), waiver=waiver),),
        waiver_remarks=(WaiverRemark(waiver=comment, fault=WaiverFault.UNUSED),),
    )
    out = io.StringIO()
    made = JsonReport(out, Language.ZH)
    made.add(result)
    made.close([WaiverRemark(waiver=waiver, fault=WaiverFault.EXPIRED)])
    value: dict[str, Any] = json.loads(out.getvalue())
    validate(value, REPORT)
    (document,) = value["documents"]
    assert document["findings"] == []
    assert document["waived"][0]["finding"]["rule"] == "proposal-number-mismatch"
    assert document["waived"][0]["waiver"] == {
        "rule": "IDN001",
        "reason": "原件如此",
        "who": "顾怀远",
        "until": "2024-12-31",
        "document": "*.md",
        "origin": "waivers.toml",
        "span": None,
        "baseline": False,
    }
    assert [r["fault"] for r in document["waiver_remarks"]] == ["unused"]
    assert value["summary"]["waived"] == {"error": 1, "warning": 0, "info": 0}
    assert [r["fault"] for r in value["summary"]["waiver_remarks"]] == ["expired"]


def test_what_a_baseline_holds_is_counted_apart() -> None:
    held = Waiver(rule="date-form", reason="基线 baseline", origin="govreply-baseline.json", baseline=True)
    result = checked(verdict=Verdict.PASS, waived=(Waived(finding=mismatch(), waiver=held),))
    value = report(result)
    validate(value, REPORT)
    assert value["documents"][0]["waived"][0]["waiver"]["baseline"] is True
    assert value["summary"]["waived"] == {"error": 0, "warning": 0, "info": 0}
    assert value["summary"]["known"] == {"error": 1, "warning": 0, "info": 0}


def test_text_stays_readable_and_only_escapes_what_json_must() -> None:
    out = io.StringIO()
    made = JsonReport(out, Language.ZH)
    made.add(checked(mismatch(message='引号"与\x1b')))
    made.close()
    assert '"引号\\"与\\u001b"' in out.getvalue()
