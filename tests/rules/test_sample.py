"""The scanned letter that the first rules were made for, where it is at hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from govreply import api
from govreply.findings import Result, RuleState

SAMPLE = Path(__file__).parents[3] / "shared" / "samples" / "wuhan-20230084.md"
pytestmark = pytest.mark.skipif(not SAMPLE.exists(), reason="the sample is not part of the project")

EXPECTED = {
    ("error", "proposal-number-mismatch", "20220084", ("20230084", "20230084")),
    ("error", "proposal-year-session-mismatch", "20220084", ("十四届二次会议",)),
    ("warning", "class-effect-conflict", "B", ("解决问题",)),
    ("warning", "form-required-empty", "见面地点", ("武汉市政协提案办理情况见面征询意见表",)),
}
EXPECTED_RULES = {
    "proposal-number-mismatch": "error",
    "proposal-year-session-mismatch": "error",
    "class-effect-conflict": "warning",
    "form-required-empty": "warning",
    "signature-missing": "warning",
    "topic-punctuation-drift": "info",
    "cohandler-absent": "info",
    "contact-count-mismatch": "info",
    "disclosure-missing": "info",
    "form-meeting-conflict": "info",
    "form-signature-missing": "info",
    "heading-depth-drift": "info",
    "paragraph-split": "info",
    "alias-variant-after-definition": "info",
    "honorific-drift": "info",
    "party-branch-name": "info",
    "self-reference-drift": "info",
    "unit-variant": "info",
}


@pytest.fixture(scope="module")
def result() -> Result:
    return api.check_file(SAMPLE)


def test_exactly_the_known_findings(result: Result) -> None:
    assert {f.rule: f.severity.value for f in result.findings} == EXPECTED_RULES
    assert len(result.findings) == len(EXPECTED_RULES)


def test_at_their_places(result: Result) -> None:
    assert result.source is not None
    text = result.source.text
    found = {
        (
            f.severity.value,
            f.rule,
            text[f.span.start : f.span.end],
            tuple(text[r.span.start : r.span.end] for r in f.related),
        )
        for f in result.findings
    }
    assert found >= EXPECTED


def test_with_the_profile_of_its_place_and_no_rule_undetermined(result: Result) -> None:
    assert result.profile == "wuhan"
    assert not [o for o in result.outcomes if o.state in (RuleState.UNDETERMINED, RuleState.CRASHED)]
