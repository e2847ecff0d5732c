"""The rules over many replies by name: a waiver may name them wherever it is read, also where only one reply is checked."""

from __future__ import annotations

from typing import Final

CODES: Final = {
    "duplicate-document-number": "BAT001",
    "duplicate-proposal-class": "BAT002",
    "duplicate-lead": "BAT003",
    "number-serial-gap": "BAT004",
    "session-conflict-batch": "BAT005",
    "same-contact-two-phones": "BAT006",
    "same-phone-two-units": "BAT007",
    "leader-conflict": "BAT008",
    "proposer-alias-batch": "BAT009",
    "cohandle-orphan": "BAT010",
    "form-reply-unpaired": "BAT011",
    "near-duplicate-body": "BAT012",
    "file-unreadable": "BAT013",
    "file-format-unsuitable": "BAT014",
    "unsatisfied-no-followup": "BAT015",
    "rereply-unmarked": "BAT016",
    "metadata-content-mismatch": "BAT017",
    "attachment-missing": "BAT018",
    "page-count-mismatch": "BAT019",
    "archive-code-form": "BAT020",
    "archive-code-duplicate": "BAT021",
    "item-number-gap": "BAT022",
    "retention-invalid": "BAT023",
    "metadata-required-missing": "BAT024",
    "metadata-value-form": "BAT025",
    "entry-without-file": "BAT026",
    "file-without-entry": "BAT027",
    "archive-before-sign": "BAT028",
}
