"""Why an input was not read, in one line."""

from __future__ import annotations

from govreply.findings import Failure
from govreply.language import Bilingual, Language
from govreply.reports.details import detail_label
from govreply.reports.safe import visible
from govreply.reports.words import CAUSES, UNREAD


def failure_note(failure: Failure, language: Language) -> str:
    """That it was not read, the cause, and what was found."""
    unread, cause = UNREAD.within(language), CAUSES[failure.cause].within(language)
    detail = visible(detail_label(failure.detail, language))
    if not detail:
        return Bilingual(f"{unread}：{cause}", f"{unread}: {cause}").within(language)
    return Bilingual(f"{unread}：{cause}（{detail}）", f"{unread}: {cause} ({detail})").within(language)
