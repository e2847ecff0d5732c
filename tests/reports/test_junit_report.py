from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from junitparser import Error, Failure, JUnitXml, Skipped
from junitparser import TestCase as Case
from junitparser import TestSuite as Suite

from govreply.errors import Cause
from govreply.findings import Result, Severity, Verdict, Waived, Waiver, WaiverFault, WaiverRemark
from tests.reports.examples import MISSING_SIGNATURE, checked, mismatch, reply, unread
from tests.reports.running import written

WAIVER = Waiver(rule="proposal-number-mismatch", reason="原件如此", who="档案室", origin="govreply-waivers.toml")


def suites(text: str) -> list[Suite]:
    xml = JUnitXml.fromstring(text.encode())
    assert isinstance(xml, JUnitXml)
    return list(xml)


def cases(*results: Result, threshold: Severity = Severity.ERROR) -> list[Case]:
    (suite,) = suites(written("junit", *results, threshold=threshold))
    return list(suite)


def test_a_finding_that_reaches_the_threshold_is_a_failure() -> None:
    (case,) = cases(checked(mismatch()))
    assert case.name == "IDN001 proposal-number-mismatch 10:6"
    assert case.classname == "澄水函.md"
    (failure,) = case.result
    assert isinstance(failure, Failure)
    assert (failure.message, failure.type) == ("正文的编号与标题不一致", "error")
    assert failure.text == ("澄水函.md:10:6: error 正文的编号与标题不一致\n澄水函.md:5:15: 标题中的编号\n请核对编号。")


@pytest.mark.parametrize(("threshold", "failed"), [(Severity.ERROR, 0), (Severity.WARNING, 1), (Severity.INFO, 1)])
def test_one_below_it_is_told_and_passes(threshold: Severity, failed: int) -> None:
    (case,) = cases(checked(MISSING_SIGNATURE), threshold=threshold)
    assert sum(isinstance(result, Failure) for result in case.result) == failed
    assert ("没有署名" in (case.system_out or "")) is not bool(failed)


def test_a_document_without_findings_is_one_case_that_passed() -> None:
    (case,) = cases(checked())
    assert case.is_passed
    assert case.name == "整份文件"


def test_what_was_not_read_is_an_error_with_advice() -> None:
    (case,) = cases(unread(Cause.ENCRYPTED, "needs a password"))
    (error,) = case.result
    assert isinstance(error, Error)
    assert error.type == "encrypted"
    assert error.message == "未能读取：文件加密（needs a password）"
    assert "密码" in error.text


def test_what_was_not_decided_is_skipped() -> None:
    (case,) = cases(checked(verdict=Verdict.UNDETERMINED, reply=reply(is_reply=False)))
    (skipped,) = case.result
    assert isinstance(skipped, Skipped)
    assert skipped.message == "不是对提案或建议的答复，未作检查"


def test_counts_are_those_of_the_cases() -> None:
    text = written("junit", checked(mismatch(), MISSING_SIGNATURE), unread(), checked())
    first, second, third = suites(text)
    assert (first.tests, first.failures, first.errors, first.skipped) == (2, 1, 0, 0)
    assert (second.tests, second.failures, second.errors) == (1, 0, 1)
    assert (third.tests, third.failures, third.errors) == (1, 0, 0)
    root = ET.fromstring(text)
    assert [root.get(name) for name in ("tests", "failures", "errors", "skipped")] == ["4", "1", "1", "0"]


def test_waivers_stand_in_the_output_of_a_suite() -> None:
    waived = (Waived(finding=mismatch(), waiver=WAIVER),)
    remark = WaiverRemark(waiver=WAIVER, fault=WaiverFault.EXPIRED)
    text = written("junit", checked(waived=waived), remarks=[remark])
    assert len(suites(text)) == 2
    document, waivers = (suite.findtext("system-out") or "" for suite in ET.fromstring(text))
    assert document == "proposal-number-mismatch: 原件如此，档案室"
    assert waivers.startswith("已过期的豁免：proposal-number-mismatch")


def test_what_xml_forbids_is_shown_instead() -> None:
    (case,) = cases(checked(mismatch(message="a\x00b\x1b]c ]]> & <d>"), name="x\x07.md"))
    (failure,) = case.result
    assert failure.message == "a␀b␛]c ]]> & <d>"
    assert case.classname == "x␇.md"
