"""What every report format offers: it takes results one at a time, so that a long run shows what it has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Protocol, TextIO

from attrs import field, frozen, mutable

from govreply.errors import Cause, GovreplyError
from govreply.findings import Result, Severity, Verdict, WaiverRemark
from govreply.language import Bilingual, Language


class ExtraFileError(GovreplyError):
    """Something that goes with a report could not be written; the report itself is whole. ``words`` says what and why."""

    def __init__(self, words: Bilingual) -> None:
        super().__init__(words.en)
        self.words = words


class Report(Protocol):
    """A report that is being written."""

    def add(self, result: Result) -> None:
        """Write what is known of one document."""

    def close(self, remarks: Sequence[WaiverRemark] = ()) -> None:
        """Write the summary and what is to be said of waivers; nothing is added afterwards.

        Raises:
            ExtraFileError: if the format writes a file of its own, and that failed.
        """


@frozen(kw_only=True)
class RuleHelp:
    """What a report may tell of a rule, in the language of the run.

    Attributes:
        title: one line. summary: what contradicts what. text, markdown: all that its page says.
    """

    name: str
    code: str
    family: str
    severity: Severity
    title: str
    summary: str
    text: str
    markdown: str


@frozen(kw_only=True)
class Setting:
    """What a format may know of the run, besides its results.

    Attributes:
        threshold: severity from which a document fails.
        folder: absolute; names of documents in it are told relative to it, where a format cares.
        rules: by name; those that are not described here are told by their name alone.
        into_file: whether the report was asked for as a file, in which nobody wants colours.
    """

    language: Language
    threshold: Severity = Severity.ERROR
    folder: Path = field(factory=Path.cwd)
    rules: Mapping[str, RuleHelp] = field(factory=dict)
    into_file: bool = False


OpenReport = Callable[[TextIO, Setting], Report]


def in_language(open_report: Callable[[TextIO, Language], Report]) -> OpenReport:
    """A format that needs to know nothing but the language."""
    return lambda out, setting: open_report(out, setting.language)


@mutable
class Summary:
    """Counts over all documents of a run."""

    documents: int = 0
    verdicts: Counter[Verdict] = field(factory=Counter)
    unread: Counter[Cause] = field(factory=Counter)
    findings: Counter[Severity] = field(factory=Counter)
    waived: Counter[Severity] = field(factory=Counter)
    known: Counter[Severity] = field(factory=Counter)  # those that a baseline holds

    def add(self, result: Result) -> None:
        """Count one document; one that was not read has no verdict of its own."""
        self.documents += 1
        if result.failure:
            self.unread[result.failure.cause] += 1
        else:
            self.verdicts[result.verdict] += 1
        self.findings.update(finding.severity for finding in result.findings)
        for waived in result.waived:
            counter = self.known if waived.waiver.baseline else self.waived
            counter[waived.finding.severity] += 1
