"""A program of somebody who uses govreply, checked by mypy --strict against the installed package; see test_public_api.py."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import govreply
from govreply import Finding, Limits, Reply, Result, Severity, UnreadableError, Verdict


def titles(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.glob("*.docx")):
        try:
            reply: Reply = govreply.parse_file(path, limits=Limits(seconds=10))
        except UnreadableError as error:
            yield path.name, f"{error.cause.value}: {error.detail}"
            continue
        if reply.is_reply and reply.title is not None:
            yield path.name, reply.title.text


def measures(reply: Reply) -> list[str]:
    return [measure.text for section in reply.sections for measure in section.measures]


def loud(result: Result) -> list[Finding]:
    return [finding for finding in result.findings if finding.severity is Severity.ERROR]


def report(text: str) -> str:
    result = govreply.check(text, "reply.md", select=["identity"], language="en")
    if result.verdict is Verdict.FAIL and result.source is not None:
        place = result.source.locate(result.findings[0].span)
        return f"{place.line}:{place.column} {result.findings[0].message}"
    return result.verdict.value


def rows(paths: list[Path]) -> list[dict[str, str | int | float | bool | None]]:
    return govreply.findings_to_records(govreply.check_many(paths))
