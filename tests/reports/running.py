"""Writes results in a format, as a run in a given folder would."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from govreply.findings import Result, Severity, WaiverRemark
from govreply.language import Language
from govreply.reports.base import RuleHelp, Setting
from govreply.reports.registry import FORMATS

FOLDER = Path("/letters")
HELP = RuleHelp(
    name="proposal-number-mismatch",
    code="IDN001",
    family="identity",
    severity=Severity.ERROR,
    title="编号前后不一",
    summary="标题与表上的编号不同。",
    text="查什么\n标题与表上的编号不同。",
    markdown="**查什么**\n\n标题与表上的编号不同。",
)


def written(form: str, *results: Result, remarks: Sequence[WaiverRemark] = (), **setting: Any) -> str:
    """What `form` writes for `results`; the setting's folder is /letters unless another is given."""
    values: dict[str, Any] = {"language": Language.ZH, "folder": FOLDER, "rules": {HELP.name: HELP}}
    out = io.StringIO()
    report = FORMATS[form](out, Setting(**(values | setting)))
    for result in results:
        report.add(result)
    report.close(remarks)
    return out.getvalue()
