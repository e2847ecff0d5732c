"""Replies and findings as flat rows."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings

import govreply
from govreply.records import COLUMNS, FINDING_COLUMNS, Row
from govreply.testing import Form, Format, Letter, Part, Question
from govreply.testing.strategies import documents

FIXTURES = sorted((Path(__file__).parents[1] / "fixtures").glob("*/source.*"))
CARBON = Path(__file__).parents[1] / "fixtures" / "wuhan-carbon" / "source.md"


def assert_whole(tables: dict[str, list[Row]]) -> None:
    """Every table and column is there, in order, and each value has the column's type."""
    assert list(tables) == list(COLUMNS)
    for name, rows in tables.items():
        for row in rows:
            assert list(row) == list(COLUMNS[name])
            for column, value in row.items():
                assert value is None or type(value) is COLUMNS[name][column], (name, column, value)


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.parent.name)
def test_every_fixture_makes_whole_tables(path: Path) -> None:
    reply = govreply.parse_file(path)
    tables = reply.to_records()
    assert_whole(tables)
    assert {(row["document"], row["sha256"]) for rows in tables.values() for row in rows} == {
        (str(path), reply.source.sha256)
    }


@settings(max_examples=40)
@given(documents())
def test_drawn_letters_make_whole_tables(drawn: tuple[Letter, Format]) -> None:
    letter, form = drawn
    assert_whole(govreply.parse(letter.render(form), form.file_name).to_records())


def test_one_row_for_the_document() -> None:
    (row,) = govreply.parse_file(CARBON).to_records()["documents"]
    told = {name: row[name] for name in ("issuer", "document_number", "year", "serial", "disposition", "is_reply")}
    assert told == {
        "issuer": "武汉市生态环境局",
        "document_number": "武环复〔2023〕4号",
        "year": 2023,
        "serial": 4,
        "disposition": "B",
        "is_reply": True,
    }
    matter = {name: row[f"matter_{name}"] for name in ("kind", "body", "term", "session", "number")}
    assert matter == {"kind": "proposal", "body": "cppcc", "term": 14, "session": 2, "number": "20230084"}
    assert (row["sections"], row["measures"], row["signature_date"], row["form_number"]) == (4, 7, None, "20230084")


def test_measures_lead_to_their_sections_and_sections_to_their_parents() -> None:
    inner = Part(heading="加强巡查", paragraphs=("每周巡查一次。",), measures=("查隐患", "查进度"))
    letter = Letter(
        sections=(Part(heading="已做工作", parts=(inner,)), Part(heading="下步打算", measures=("补建", "扩建")))
    )
    text = letter.to_markdown()
    tables = govreply.parse(text, "a.md").to_records()
    sections = tables["sections"]
    assert [(s["parent"], s["depth"], s["heading"]) for s in sections] == [
        (None, 1, "已做工作"),
        (0, 2, "加强巡查"),
        (None, 1, "下步打算"),
    ]
    assert [sections[int(m["section"] or 0)]["heading"] for m in tables["measures"]] == [
        "加强巡查",
        "加强巡查",
        "下步打算",
        "下步打算",
    ]
    first = tables["measures"][0]
    assert text[int(first["start"] or 0) : int(first["end"] or 0)].startswith(str(first["marker"]))


def test_a_row_for_each_phone_and_each_box() -> None:
    question = Question(label="办理效果", options=("满意", "基本满意", "不满意"), ticked=("满意",))
    tables = govreply.parse(Letter(form=Form(questions=(question,))).to_markdown(), "a.md").to_records()
    assert [(c["option"], c["checked"]) for c in tables["choices"]] == [
        ("满意", True),
        ("基本满意", False),
        ("不满意", False),
    ]
    assert [c["phone"] for c in tables["contacts"] if c["phone"]] == ["027-85550136"]


def test_a_row_for_each_cell_of_the_form() -> None:
    rows = govreply.parse_file(CARBON).to_records()["form_fields"]
    assert [(row["field"], row["label"], row["text"]) for row in rows[:5]] == [
        ("proposer", "提案者", "市致公党"),
        ("number", "提案编号", "第20230084号"),
        ("matter_title", "提案标题", "关于落实“双碳”目标、支持武汉市重点排放企业低碳转型的建议"),
        ("organ", "承办单位", "武汉市生态环境局"),
        ("place", "见面地点", ""),
    ]
    assert [(row["field"], row["label"]) for row in rows[5:]] == [("opinion", "对办理工作的意见")]


def test_findings_in_rows() -> None:
    result = govreply.check_file(CARBON, select=["proposal-number-mismatch"])
    assert result.source is not None
    rows = govreply.findings_to_records(result)
    assert [list(row) for row in rows] == [list(FINDING_COLUMNS)] * len(rows)
    (row,) = rows
    line = next(n for n, text in enumerate(result.source.text.split("\n"), 1) if "20220084" in text)
    told = {name: row[name] for name in ("document", "verdict", "rule", "code", "quote", "line", "waived", "cause")}
    assert told == {
        "document": str(CARBON),
        "verdict": "fail",
        "rule": "proposal-number-mismatch",
        "code": "IDN001",
        "quote": "20220084",
        "line": line,
        "waived": False,
        "cause": None,
    }
    assert row["related"]


def test_no_document_is_lost_among_findings(tmp_path: Path) -> None:
    sound = tmp_path / "sound.md"
    sound.write_text(Letter().to_markdown(), encoding="utf-8")
    results = govreply.check_many([sound, tmp_path / "none.md", CARBON], select=["proposal-number-mismatch"])
    rows = govreply.findings_to_records(results)
    assert [(row["document"], row["verdict"], row["cause"], row["rule"]) for row in rows] == [
        (str(sound), "pass", None, None),
        (str(tmp_path / "none.md"), "undetermined", "not-found", None),
        (str(CARBON), "fail", None, "proposal-number-mismatch"),
    ]
