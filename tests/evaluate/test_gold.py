from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from govreply.evaluate.errors import CorpusError
from govreply.evaluate.gold import Labels, read_gold
from tests.evaluate.corpora import put


def _read(folder: Path, gold: object) -> Labels:
    return read_gold(put(folder, "x.md", None, gold))


def test_only_what_is_there_is_labelled(tmp_path: Path) -> None:
    labels = _read(tmp_path, {"issuer": "某 市\n民政局", "matter": {"term": 15, "number": None}, "note": "x"})
    assert labels == Labels({"issuer": ("某市民政局",), "matter.term": ("15",), "matter.number": ()}, None, ())


def test_null_says_that_there_is_none(tmp_path: Path) -> None:
    labels = _read(tmp_path, {"is_reply": False, "title": None, "measures": [], "matter": None, "feedback": None})
    assert labels.fields["is_reply"] == ("false",)
    assert {field for field, values in labels.fields.items() if not values} == {
        "title",
        "measures",
        "matter.kind",
        "matter.body",
        "matter.level",
        "matter.term",
        "matter.session",
        "matter.number",
        "matter.title",
        "feedback.title",
        "feedback.proposer",
        "feedback.number",
        "feedback.matter_title",
        "feedback.organ",
        "feedback.place",
        "feedback.effect",
        "feedback.rating",
        "feedback.disclosure",
    }


def test_the_form(tmp_path: Path) -> None:
    form = {
        "number": "第 7 号",
        "place": "",
        "selected": {"rating": ["满意"], "attitude": ["好"]},
        "opinion_numbers": ["7"],
    }
    assert _read(tmp_path, {"feedback": form}).fields == {
        "feedback.number": ("7",),
        "feedback.place": (),
        "feedback.effect": (),
        "feedback.rating": ("满意",),
        "feedback.disclosure": (),
        "feedback.attitude": ("好",),
        "feedback.opinion_numbers": ("7",),
    }
    assert _read(tmp_path, {"feedback": {"title": "表"}}).fields == {"feedback.title": ("表",)}


def test_findings(tmp_path: Path) -> None:
    labels = _read(tmp_path, {"findings": ["a"], "allowed": ["b"]})
    assert (labels.findings, labels.allowed) == (("a",), ("b",))
    assert _read(tmp_path, {"findings": []}).findings == ()
    assert _read(tmp_path, {}).findings is None


@pytest.mark.parametrize(
    ("gold", "says"),
    [
        ([], "no JSON object"),
        ({"issuer": ["a"]}, "issuer must be one value"),
        ({"measures": "a"}, "measures must be a list of strings"),
        ({"measures": [1]}, "measures must be a list of strings"),
        ({"matter": []}, "matter must be an object"),
        ({"matter": {"term": 1.5}}, "matter.term must be one value"),
        ({"feedback": {"selected": {"rating": "满意"}}}, "feedback.selected.rating must be a list"),
        ({"findings": "a"}, "findings must be a list"),
    ],
)
def test_a_value_of_the_wrong_kind_is_refused_and_named(tmp_path: Path, gold: Any, says: str) -> None:
    with pytest.raises(CorpusError, match=r"x\.gold\.json: .*" + says):
        _read(tmp_path, gold)


@pytest.mark.parametrize("content", [b"{", b"\xff\xfe", b"[" * 100_000])
def test_what_is_no_json_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.gold.json"
    path.write_bytes(content)
    with pytest.raises(CorpusError, match="cannot be read"):
        read_gold(path)
