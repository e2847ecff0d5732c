"""The formats of ``govreply check``, one line each."""

from __future__ import annotations

from govreply.reports.base import OpenReport, in_language
from govreply.reports.concise import ConciseReport
from govreply.reports.github import GithubReport
from govreply.reports.gitlab import GitlabReport
from govreply.reports.json import JsonReport
from govreply.reports.jsonl import JsonLinesReport
from govreply.reports.junit import JunitReport
from govreply.reports.sarif import SarifReport
from govreply.reports.text import TextReport

FORMATS: dict[str, OpenReport] = {
    "text": lambda out, setting: TextReport(out, setting.language, into_file=setting.into_file),
    "json": in_language(JsonReport),
    "jsonl": in_language(JsonLinesReport),
    "concise": ConciseReport,
    "sarif": SarifReport,
    "junit": JunitReport,
    "github": GithubReport,
    "gitlab": GitlabReport,
}
