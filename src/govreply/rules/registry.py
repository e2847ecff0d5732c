"""Every rule, one line each, in the order of their codes; a rule that is not listed here does not exist."""

from __future__ import annotations

from govreply.errors import UsageError
from govreply.rules.base import Rule
from govreply.rules.citations import (
    cited_issuer_mismatch,
    cited_number_form,
    repealed_law_cited,
    same_number_two_titles,
    same_title_two_numbers,
    title_mark_nesting,
    title_mark_unbalanced,
)
from govreply.rules.contact import contact_count_mismatch
from govreply.rules.dates import cited_year_after_reply, date_impossible
from govreply.rules.disposition import class_effect_conflict, class_text_conflict
from govreply.rules.figures import (
    approx_conflict,
    multiple_mismatch,
    part_total_mismatch,
    percent_point_confusion,
    percent_sum,
    range_reversed,
    rate_out_of_range,
    share_count_mismatch,
    unit_scale_suspect,
    unit_variant,
    value_conflict,
    yoy_mismatch,
)
from govreply.rules.form import (
    disclosure_conflict,
    disclosure_missing,
    form_date_order,
    form_meeting_conflict,
    form_multi_tick,
    form_no_tick,
    form_number_topic_agency,
    form_rating_text_conflict,
    form_required_empty,
    form_return_late,
    form_signature_missing,
    form_voice_wrong,
)
from govreply.rules.identity import (
    addressee_kind_mismatch,
    assembly_kind_mismatch,
    document_number_form,
    item_word_drift,
    proposal_number_mismatch,
    proposal_year_session_mismatch,
    session_drift,
    topic_punctuation_drift,
    topic_text_mismatch,
)
from govreply.rules.parties import addressee_proposer_mismatch, cohandler_absent, issuer_signature_mismatch
from govreply.rules.structure import (
    announced_count_mismatch,
    attachment_name_punctuation,
    attachment_note_mismatch,
    contact_missing,
    element_order,
    heading_depth_drift,
    heading_duplicate,
    heading_gap,
    heading_mark_punctuation,
    heading_order,
    issue_lead_missing,
    ordinal_run_gap,
    ordinal_run_single,
    paragraph_duplicate,
    paragraph_split,
    placeholder_left,
    request_coverage,
    section_empty,
    signature_missing,
    text_truncated,
)

ALL: tuple[Rule, ...] = (
    proposal_number_mismatch.RULE,
    proposal_year_session_mismatch.RULE,
    session_drift.RULE,
    assembly_kind_mismatch.RULE,
    item_word_drift.RULE,
    addressee_kind_mismatch.RULE,
    topic_text_mismatch.RULE,
    topic_punctuation_drift.RULE,
    document_number_form.RULE,
    class_effect_conflict.RULE,
    class_text_conflict.RULE,
    addressee_proposer_mismatch.RULE,
    issuer_signature_mismatch.RULE,
    cohandler_absent.RULE,
    heading_gap.RULE,
    heading_duplicate.RULE,
    heading_order.RULE,
    heading_mark_punctuation.RULE,
    heading_depth_drift.RULE,
    section_empty.RULE,
    ordinal_run_gap.RULE,
    ordinal_run_single.RULE,
    announced_count_mismatch.RULE,
    request_coverage.RULE,
    issue_lead_missing.RULE,
    signature_missing.RULE,
    contact_missing.RULE,
    attachment_note_mismatch.RULE,
    attachment_name_punctuation.RULE,
    paragraph_split.RULE,
    text_truncated.RULE,
    paragraph_duplicate.RULE,
    placeholder_left.RULE,
    element_order.RULE,
    form_no_tick.RULE,
    form_multi_tick.RULE,
    form_rating_text_conflict.RULE,
    form_required_empty.RULE,
    form_meeting_conflict.RULE,
    form_number_topic_agency.RULE,
    form_signature_missing.RULE,
    form_date_order.RULE,
    form_return_late.RULE,
    form_voice_wrong.RULE,
    disclosure_conflict.RULE,
    disclosure_missing.RULE,
    contact_count_mismatch.RULE,
    date_impossible.RULE,
    cited_year_after_reply.RULE,
    percent_sum.RULE,
    share_count_mismatch.RULE,
    part_total_mismatch.RULE,
    yoy_mismatch.RULE,
    multiple_mismatch.RULE,
    value_conflict.RULE,
    unit_variant.RULE,
    unit_scale_suspect.RULE,
    approx_conflict.RULE,
    range_reversed.RULE,
    rate_out_of_range.RULE,
    percent_point_confusion.RULE,
    title_mark_unbalanced.RULE,
    title_mark_nesting.RULE,
    cited_number_form.RULE,
    same_title_two_numbers.RULE,
    same_number_two_titles.RULE,
    cited_issuer_mismatch.RULE,
    repealed_law_cited.RULE,
)


def rule(name: str) -> Rule:
    """The rule with this name or code.

    Raises:
        UsageError: if there is none; the message says where they are listed.
    """
    for known in ALL:
        if name in (known.name, known.code):
            return known
    raise UsageError(f"no rule {name!r}; `govreply rules` lists them")
