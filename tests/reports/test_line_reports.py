"""The formats that write a line as soon as they know it: concise and JSON Lines."""

from __future__ import annotations

import io
import json
import re

from govreply import api
from govreply.findings import RuleOutcome, RuleState, Verdict, Waiver, WaiverFault, WaiverRemark
from govreply.language import Language
from govreply.reports.base import Setting
from govreply.reports.registry import FORMATS
from govreply.testing import Form, Letter
from tests.reports.examples import MISSING_SIGNATURE, UNDECIDED, checked, mismatch, reply, unread
from tests.reports.running import written
from tests.test_schemas import REPORT, validate


def test_concise_has_a_line_a_finding() -> None:
    assert written("concise", checked(mismatch(), MISSING_SIGNATURE)).splitlines() == [
        "澄水函.md:10:6: IDN001 error 正文的编号与标题不一致",
        "澄水函.md:11:1: STR009 warning 没有署名",
    ]


def test_concise_is_silent_about_what_passed() -> None:
    assert written("concise", checked()) == ""


def test_concise_tells_what_was_not_read_or_decided() -> None:
    no_reply = checked(verdict=Verdict.UNDETERMINED, reply=reply(is_reply=False))
    crashed = RuleOutcome(rule="class-invalid", state=RuleState.CRASHED)
    open_ended = checked(verdict=Verdict.UNDETERMINED, outcomes=(UNDECIDED, crashed), name="c.md")
    empty = checked(verdict=Verdict.UNDETERMINED, name="d.md")
    assert written("concise", unread(), no_reply, open_ended, empty).splitlines() == [
        "b.md: corrupt error 未能读取：文件损坏（NUL bytes）",
        "澄水函.md: undetermined warning 不是对提案或建议的答复，未作检查",
        "c.md: undetermined warning 2 条规则无法判定：date-impossible、class-invalid",
        "d.md: undetermined warning 答复没有正文，无从检查",
    ]


def test_concise_speaks_english() -> None:
    no_reply = checked(verdict=Verdict.UNDETERMINED, reply=reply(is_reply=False))
    lines = written("concise", unread(detail=""), no_reply, language=Language.EN).splitlines()
    assert lines[0] == "b.md: corrupt error not read: damaged"
    assert lines[1] == "澄水函.md: undetermined warning not a reply to a proposal or suggestion, not checked"


def test_concise_keeps_to_one_line_and_shows_what_steers_a_terminal() -> None:
    (line,) = written("concise", checked(mismatch(message="a\nb\x1b[31m"), name="x\n.md")).splitlines()
    assert line == "x␊.md:10:6: IDN001 error a␊b␛[31m"


def test_concise_tells_places_of_laid_out_documents_in_words() -> None:
    letter = Letter(form=Form(number="20230171")).to_pdf()
    told = written("concise", api.check(letter, "letter.pdf", select=("proposal-number-mismatch",)))
    assert re.match(r"letter\.pdf 第\d+页 表格1 第\d+行第\d+列: IDN001 error ", told)


def test_concise_tells_of_waivers() -> None:
    waiver = Waiver(rule="IDN001", reason="原件如此", who="档案室", origin="w.toml")
    told = written("concise", checked(), remarks=[WaiverRemark(waiver=waiver, fault=WaiverFault.EXPIRED)])
    assert told == "w.toml: waiver-expired warning 已过期的豁免：IDN001（原件如此，档案室；w.toml）\n"


def test_json_lines_are_the_documents_of_the_json_report() -> None:
    results = checked(mismatch(), MISSING_SIGNATURE), unread()
    whole = json.loads(written("json", *results))
    validate(whole, REPORT)
    lines = written("jsonl", *results).splitlines()
    assert [json.loads(line) for line in lines] == whole["documents"]


def test_json_lines_come_one_by_one() -> None:
    out = io.StringIO()
    report = FORMATS["jsonl"](out, Setting(language=Language.ZH))
    report.add(checked())
    assert out.getvalue().count("\n") == 1
    report.add(unread())
    assert out.getvalue().count("\n") == 2
    report.close()
    assert out.getvalue().count("\n") == 2
