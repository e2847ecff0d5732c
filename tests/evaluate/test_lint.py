from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from govreply.errors import Cause
from govreply.evaluate.lint import lint
from govreply.testing import Form, Format, Letter
from tests.evaluate.corpora import put

SOUND: dict[str, Any] = {
    "is_reply": True,
    "issuer": "武汉市水务局",
    "document_number": "武水函〔2023〕21号",
    "disposition": "A",
    "disclosure": None,
    "title": "武汉市水务局关于市政协十四届二次会议第20230117号提案的答复",
    "signature_date": "2023-06-12",
    "matter": {"kind": "proposal", "body": "cppcc", "level": "municipal", "term": 14, "number": "20230117"},
    "addressees": ["陆承安"],
    "sections": ["1 一、加快推进管网改造"],
    "measures": ["一、 一是 摸清管网底数。市"],
    "contacts": ["联系人 方晓岚"],
    "phones": ["027-85550136"],
    "citations": [],
    "feedback": {"number": "20230117", "place": None, "selected": {"rating": ["满意"]}, "opinion_numbers": []},
    "findings": [],
    "note": "nothing",
}


@pytest.mark.parametrize("form", [Format.MARKDOWN, Format.TEXT, Format.HTML])
def test_labels_that_stand_in_the_document_are_sound(tmp_path: Path, form: Format) -> None:
    put(tmp_path, f"a.{form}", Letter(form=Form()).render(form), SOUND)
    linted = lint(tmp_path)
    assert (linted.documents, linted.faults, linted.unread) == (1, (), ())


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"issuer": "武汉市水利局"}, "issuer"),
        ({"disposition": "E"}, "disposition"),
        ({"disclosure": "主动公开"}, "disclosure"),
        ({"signature_date": "2023-6-12"}, "signature_date"),
        ({"signature_date": "2023-02-30"}, "signature_date"),
        ({"title": "武汉市水务局关于提案的复函"}, "title"),
        ({"matter": {"kind": "提案"}}, "matter.kind"),
        ({"matter": {"number": "20230118"}}, "matter.number"),
        ({"matter": {"theme": "x"}}, "matter.theme"),
        ({"addressees": ["陆承"], "copies": ["市政协提案办"]}, "copies"),
        ({"sections": ["一、加快推进管网改造"]}, "sections"),
        ({"measures": ["一是 摸清管网底数。市"]}, "measures"),
        ({"measures": ["一、 一是 摸清管网家底。市"]}, "measures"),
        ({"contacts": ["联系人 方晓"], "citations": ["水法"]}, "citations"),
        ({"phones": ["027-85550137"]}, "phones"),
        ({"feedback": {"selected": {"rating": ["非常满意"]}}}, "feedback.rating"),
        ({"feedback": {"opinion_numbers": ["9"] * 2}}, "feedback.opinion_numbers"),
        ({"feedback": {"stamp": "x"}}, "feedback.stamp"),
        ({"isuer": "武汉市水务局"}, "isuer"),
    ],
)
def test_each_fault_is_found(tmp_path: Path, change: dict[str, Any], field: str) -> None:
    put(tmp_path, "a.md", Letter(form=Form()).to_markdown(), SOUND | change)
    faults = lint(tmp_path).faults
    assert faults
    assert {(fault.document, fault.field) for fault in faults} == {("a.md", field)}


def test_documents_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    put(tmp_path, "blank.md", "", SOUND)
    put(tmp_path, "gone.md", None, SOUND)
    linted = lint(tmp_path)
    assert [(name, failure and failure.cause) for name, failure in linted.unread] == [
        ("blank.md", Cause.EMPTY),
        ("gone.gold.json", None),
    ]
