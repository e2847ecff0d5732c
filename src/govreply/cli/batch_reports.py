"""The reports that a batch leaves in its folder."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from govreply.batch.cross import registry as cross
from govreply.batch.store import Store
from govreply.cli.language import current
from govreply.cli.rule_help import rule_help
from govreply.language import Bilingual
from govreply.reports import batch_html, batch_xlsx
from govreply.reports.base import ExtraFileError, RuleHelp

NAMES: Final = (batch_html.FILE_NAME, batch_xlsx.FILE_NAME)


def write_reports(store: Store) -> list[Bilingual]:
    """Write all of them, in the language of the run; returns what went wrong, one text for each that is missing."""
    return list(_write(store))


def _write(store: Store) -> Iterator[Bilingual]:
    rules = rule_help(current()) | _cross_help()
    try:
        batch_html.write_html(store, store.folder, current(), rules=rules)
    except ExtraFileError as error:
        yield error.words
    try:
        batch_xlsx.write_xlsx(store, store.folder / batch_xlsx.FILE_NAME, current(), rules=rules)
    except ExtraFileError as error:
        yield error.words


def _cross_help() -> dict[str, RuleHelp]:
    return {
        rule.name: RuleHelp(
            name=rule.name,
            code=rule.code,
            family=rule.family,
            severity=rule.severity,
            title=rule.title.within(current()),
            summary=rule.explanation.contradiction.within(current()),
            text=rule.explanation.within(current()),
            markdown="",
        )
        for rule in cross.ALL
    }
