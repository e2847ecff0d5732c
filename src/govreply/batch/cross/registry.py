"""Every rule over many replies, one line each, in the order of their codes; one that is not listed here does not exist."""

from __future__ import annotations

from govreply.batch.cross import (
    archive_code_duplicate,
    archive_code_form,
    attachment_missing,
    cohandle_orphan,
    duplicate_document_number,
    duplicate_lead,
    duplicate_proposal_class,
    file_format_unsuitable,
    file_unreadable,
    form_reply_unpaired,
    item_number_gap,
    leader_conflict,
    metadata_content_mismatch,
    near_duplicate_body,
    number_serial_gap,
    page_count_mismatch,
    proposer_alias_batch,
    rereply_unmarked,
    same_contact_two_phones,
    same_phone_two_units,
    session_conflict_batch,
    unsatisfied_no_followup,
)
from govreply.batch.cross.base import CrossRule

ALL: tuple[CrossRule, ...] = (
    duplicate_document_number.RULE,
    duplicate_proposal_class.RULE,
    duplicate_lead.RULE,
    number_serial_gap.RULE,
    session_conflict_batch.RULE,
    same_contact_two_phones.RULE,
    same_phone_two_units.RULE,
    leader_conflict.RULE,
    proposer_alias_batch.RULE,
    cohandle_orphan.RULE,
    form_reply_unpaired.RULE,
    near_duplicate_body.RULE,
    file_unreadable.RULE,
    file_format_unsuitable.RULE,
    unsatisfied_no_followup.RULE,
    rereply_unmarked.RULE,
    metadata_content_mismatch.RULE,
    attachment_missing.RULE,
    page_count_mismatch.RULE,
    archive_code_form.RULE,
    archive_code_duplicate.RULE,
    item_number_gap.RULE,
)
