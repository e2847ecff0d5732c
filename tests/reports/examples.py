"""Results built by hand, with an invented letter, for the tests of the reports."""

from __future__ import annotations

import hashlib
from typing import Any

from govreply.errors import Cause
from govreply.findings import Failure, Finding, Fix, Related, Result, RuleOutcome, RuleState, Severity, Verdict
from govreply.model import (
    Addressee,
    AddresseeKind,
    AgencyMention,
    Diagnostic,
    DocumentNumber,
    Matter,
    Reply,
    SourceInfo,
    Text,
    Where,
)
from govreply.source import Source
from govreply.span import Span

LETTER = """# 澄江市水务局

澄水函〔2024〕7号 B

## 对市政协九届三次会议第20240015号提案的答复

沈一帆委员：

您提出的提案收悉。
\t经办件号20230015，已办结。
"""


def source_of(text: str, name: str = "澄水函.md") -> Source:
    data = text.encode("utf-8", "surrogatepass")
    return Source(name, "text/markdown", text, "utf-8", "utf-8", hashlib.sha256(data).hexdigest(), len(data))


def span_of(words: str, text: str = LETTER) -> Span:
    assert text.count(words) == 1
    start = text.index(words)
    return Span(start, start + len(words))


def said(words: str) -> Text:
    return Text(text=words, span=span_of(words))


def reply(**changes: Any) -> Reply:
    source = source_of(LETTER)
    values: dict[str, Any] = {
        "is_reply": True,
        "source": SourceInfo(
            name=source.name,
            media_type=source.media_type,
            encoding="utf-8",
            encoding_how="utf-8",
            sha256=source.sha256,
            characters=len(LETTER),
            size=source.size,
        ),
        "issuer": AgencyMention(text="澄江市水务局", span=span_of("澄江市水务局")),
        "document_number": DocumentNumber(
            text="澄水函〔2024〕7号", span=span_of("澄水函〔2024〕7号"), organ_code="澄水函", year=2024, serial=7
        ),
        "title": said("对市政协九届三次会议第20240015号提案的答复"),
        "addressees": (Addressee(text="沈一帆", span=span_of("沈一帆"), name="沈一帆", kind=AddresseeKind.PERSON),),
        "matter": Matter(span=span_of("第20240015号提案"), where=Where.TITLE, number=said("20240015")),
    }
    return Reply(**(values | changes))


def mismatch(**changes: Any) -> Finding:
    values: dict[str, Any] = {
        "rule": "proposal-number-mismatch",
        "code": "IDN001",
        "severity": Severity.ERROR,
        "message": "正文的编号与标题不一致",
        "span": span_of("20230015"),
        "related": (Related(span=span_of("20240015"), label="标题中的编号"),),
        "suggestion": "请核对编号。",
    }
    return Finding(**(values | changes))


def checked(*findings: Finding, **changes: Any) -> Result:
    values: dict[str, Any] = {
        "name": "澄水函.md",
        "verdict": Verdict.FAIL if findings else Verdict.PASS,
        "source": source_of(LETTER),
        "reply": reply(),
        "findings": findings,
        "profile": "default",
    }
    return Result(**(values | changes))


def unread(cause: Cause = Cause.CORRUPT, detail: str = "NUL bytes", name: str = "b.md") -> Result:
    return Result(name=name, verdict=Verdict.UNDETERMINED, failure=Failure(cause=cause, detail=detail))


MISSING_SIGNATURE = Finding(
    rule="signature-missing",
    code="STR009",
    severity=Severity.WARNING,
    message="没有署名",
    span=Span(len(LETTER), len(LETTER)),
    fix=Fix(span=span_of("B"), text="A"),
)
UNDECIDED = RuleOutcome(rule="date-impossible", state=RuleState.UNDETERMINED, detail="signature")
LEFT_OVER = Diagnostic(code="some-new-code", span=span_of("已办结"))
