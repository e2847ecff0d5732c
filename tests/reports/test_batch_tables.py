"""The tables of a batch: every value is what the documents and the store say, in each format the same."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

import govreply
from govreply.batch.cross import letters
from govreply.private import veiled
from govreply.records import COLUMNS, FINDING_COLUMNS
from govreply.reports.batch_tables.schema import Type, tables
from govreply.testing import Form, Letter
from tests.batch.letters import SOUND
from tests.batch.letters import write as write_letters
from tests.batch.running import run_in
from tests.cli.running import govreply as govreply_command
from tests.reports.batches import check_folder, fill_folder
from tests.reports.tables import FORMATS, cells, exported, jsonl_of, lines, parquet

ROOT = Path(__file__).parents[2]
FIXTURES = sorted((ROOT / "fixtures").glob("*/source.*"))
TYPES = {str: Type.STRING, int: Type.INTEGER, float: Type.NUMBER, bool: Type.BOOLEAN}
PYTHON = {kind: python for python, kind in TYPES.items()}
OURS = ("finding", "family", "waiver_reason", "waiver_who", "waiver_origin", "paragraph")


@pytest.fixture(scope="module")
def batch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store of all fixtures, of two letters with one number, and of two files that cannot be read."""
    folder = tmp_path_factory.mktemp("batch")
    files = {f"{path.parent.name}{path.suffix}": path.read_bytes() for path in FIXTURES}
    files |= {"y1.md": letters.first().to_markdown().encode(), "y2.md": letters.another().to_markdown().encode()}
    wrong = Letter(document_number="武水函〔2023〕22号", form=Form(number="20230171"))
    files |= {"x1.pdf": wrong.to_pdf(), "x2.docx": wrong.to_docx()}
    fill_folder(folder / "in", files | {"z1.txt": b"", "z2.pdf": b"%PDF-1"})
    run_in(folder / "out", folder / "in")
    return folder


@pytest.fixture(scope="module")
def read(batch: Path) -> dict[str, list[dict[str, Any]]]:
    """All tables with everything shown."""
    return jsonl_of(batch / "out", show_private=True)


def found(batch: Path) -> list[Path]:
    return sorted((batch / "in").iterdir())


def readable(batch: Path) -> list[Path]:
    return [path for path in found(batch) if not path.name.startswith("z")]


# --- columns ---


@pytest.mark.parametrize("name", COLUMNS)
def test_columns_are_called_as_in_records(name: str) -> None:
    ours = [(column.name, column.type) for column in tables()[name].columns]
    theirs = [(column, TYPES[kind]) for column, kind in COLUMNS[name].items()]
    assert [column for column in ours if column in theirs] == theirs
    if name not in ("documents", "sections"):
        assert ours == theirs


def test_columns_of_findings_are_called_as_in_records() -> None:
    ours = [(column.name, column.type) for column in tables()["findings"].columns if column.name not in OURS]
    assert ours == [(name, TYPES[kind]) for name, kind in FINDING_COLUMNS.items() if name != "cause"]


def test_every_column_is_explained_in_both_languages() -> None:
    for table in tables().values():
        assert table.words.zh and table.words.en
        assert len({column.name for column in table.columns}) == len(table.columns)
        assert all(column.words.zh and column.words.en for column in table.columns)


# --- values ---


@pytest.mark.parametrize("name", [name for name in COLUMNS if name != "documents"])
def test_rows_of_replies_are_those_of_the_records(
    name: str, batch: Path, read: dict[str, list[dict[str, Any]]]
) -> None:
    theirs = [row for path in readable(batch) for row in govreply.parse_file(path).to_records()[name]]
    assert [{column: row[column] for column in COLUMNS[name]} for row in read[name]] == theirs


def test_one_row_for_each_file(batch: Path, read: dict[str, list[dict[str, Any]]]) -> None:
    rows = read["documents"]
    assert [row["document"] for row in rows] == [str(path) for path in found(batch)]
    theirs = [govreply.parse_file(path).to_records()["documents"][0] for path in readable(batch)]
    assert [{name: row[name] for name in COLUMNS["documents"]} for row in rows[:-2]] == theirs
    assert [row["size"] for row in rows] == [path.stat().st_size for path in found(batch)]
    assert all(row["modified"].endswith("+00:00") for row in rows)


def test_what_became_of_files(read: dict[str, list[dict[str, Any]]]) -> None:
    told = ("state", "verdict", "cause", "is_reply", "profile", "lead_role", "errors", "warnings")
    rows = {Path(row["document"]).name: tuple(row[name] for name in told) for row in read["documents"]}
    assert rows["farmland-nested.md"] == ("done", "pass", None, True, "national", "lead", 0, 0)
    assert rows["numbering-faults.txt"][:4] == ("done", "fail", None, True)
    assert rows["numbering-faults.txt"][5:] == ("lead", 2, 2)
    assert rows["z1.txt"] == ("unread", "undetermined", "empty", None, None, None, 0, 0)
    assert rows["z2.pdf"][:3] == ("unread", "undetermined", "corrupt")
    assert rows["news-not-reply.md"][:4] == ("done", "undetermined", None, False)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_findings_are_those_of_the_records(batch: Path, language: str) -> None:
    rows = jsonl_of(batch / "out", language=govreply.Language(language), wanted=("findings",))["findings"]
    checked = map(veiled, govreply.check_many(readable(batch), language=language))
    theirs = [row for row in govreply.findings_to_records(checked) if row["rule"] is not None]
    for row in theirs:
        del row["cause"]
        row["quote"] = str(row["quote"])[:200]
    ours = [{name: value for name, value in row.items() if name not in OURS} for row in rows]
    assert ours == theirs
    assert len(rows) > 30


def test_places_lead_back_to_their_findings(read: dict[str, list[dict[str, Any]]]) -> None:
    told = {(row["document"], row["finding"]): row["related"] for row in read["findings"]}
    places: dict[tuple[str, int], list[str]] = {}
    for row in read["related_places"]:
        places.setdefault((row["document"], row["finding"]), []).append(f"{row['line']}:{row['column']} {row['label']}")
    assert {key: "; ".join(texts) for key, texts in places.items()} == {key: text for key, text in told.items() if text}
    (number,) = (
        row
        for row in read["findings"]
        if row["rule"] == "proposal-number-mismatch" and row["document"].endswith("wuhan-carbon.md")
    )
    assert (number["quote"], number["severity"], number["family"], number["waived"]) == (
        "20220084",
        "error",
        "identity",
        False,
    )
    quotes = {row["quote"] for row in read["related_places"] if row["document"] == number["document"]}
    assert "20230084" in quotes


def test_places_in_files_without_lines(read: dict[str, list[dict[str, Any]]]) -> None:
    rows = [row for row in read["findings"] if row["rule"] == "proposal-number-mismatch"]
    found = {Path(row["document"]).name: (row["page"], row["paragraph"]) for row in rows}
    assert found["x1.pdf"][0] is not None
    assert found["x2.docx"][1] is not None
    assert found["wuhan-carbon.md"] == (None, None)
    pages = {Path(row["document"]).suffix for row in read["documents"] if row["pages"]}
    assert pages == {".pdf"}


def test_measures_lead_to_their_sections(read: dict[str, list[dict[str, Any]]]) -> None:
    headings = {(row["document"], row["section"]): row["heading"] for row in read["sections"]}
    carbon = [row for row in read["measures"] if row["document"].endswith("wuhan-carbon.md")]
    assert [headings[row["document"], row["section"]] for row in carbon] == [
        *["推动工业企业节能降碳"] * 3,
        *["用好碳市场和绿色金融"] * 2,
        *["倡导绿色低碳生活"] * 2,
    ]


def test_findings_over_documents(batch: Path, read: dict[str, list[dict[str, Any]]]) -> None:
    (twice,) = (row for row in read["cross_findings"] if row["rule"] == "duplicate-document-number")
    assert twice["documents"] == 2
    places = [row for row in read["cross_places"] if row["cross_finding"] == twice["cross_finding"]]
    assert [row["document"] for row in places] == [str(batch / "in" / name) for name in ("y1.md", "y2.md")]
    text = (batch / "in" / "y1.md").read_text(encoding="utf-8")
    assert text[places[0]["start"] : places[0]["end"]] == "武水函〔2023〕21号"


# --- catalogues, waivers, archives ---


def test_the_catalogue_and_its_files(tmp_path: Path) -> None:
    folder = write_letters(tmp_path / "in", a=SOUND, b=SOUND)
    catalogue = tmp_path / "目录.csv"
    title = "对市政协十四届二次会议第20230117号提案的答复"
    catalogue.write_text(
        f"题名,文号,页数,文件名,备注\n{title},武水函〔2023〕12号,2,a.md,电话13800001234\n无此文件,武水函〔2023〕99号,1,c.md,\n",
        encoding="utf-8",
    )
    out = tmp_path / "out"
    done = govreply_command("batch", folder, "--out", out, "--jobs", "1", "--progress", "off", "--catalogue", catalogue)
    assert done.code == 1
    found = jsonl_of(out)
    first, second = found["catalogue"]
    assert (first["sheet"], first["row"], first["title"], first["number"]) == ("", 2, title, "武水函〔2023〕12号")
    assert (first["pages"], first["file"], first["documents"]) == ("2", "a.md", 1)
    assert first["remark"] == "电话138******34"
    assert (second["row"], second["title"], second["remark"], second["documents"]) == (3, "无此文件", "", 0)
    assert first["retention"] is None  # no such column
    assert [(row["sheet"], row["row"], row["document"]) for row in found["catalogue_documents"]] == [
        ("", 2, str(folder / "a.md"))
    ]
    (wrong,) = (row for row in found["cross_findings"] if row["rule"] == "metadata-content-mismatch")
    places = [row for row in found["cross_places"] if row["cross_finding"] == wrong["cross_finding"]]
    assert {(row["row"], row["field"]) for row in places if row["row"]} == {(2, "number")}
    assert {row["document"] for row in places if row["document"]} == {str(folder / "a.md")}
    (missing,) = (row for row in found["cross_findings"] if row["rule"] == "entry-without-file")
    (place,) = (row for row in found["cross_places"] if row["cross_finding"] == missing["cross_finding"])
    assert (place["document"], place["row"], missing["documents"]) == (None, 3, 0)
    shown = jsonl_of(out, show_private=True, wanted=("catalogue",))["catalogue"]
    assert shown[0]["remark"] == "电话13800001234"


def test_waived_findings_say_why(tmp_path: Path) -> None:
    letter = Letter(form=Form(number="20230171")).to_markdown()
    waiver = "<!-- govreply: ignore[proposal-number-mismatch] 原件如此，见登记簿 -->\n\n"
    check_folder(write_letters(tmp_path / "in", a=waiver + letter), tmp_path / "out").close()
    found = jsonl_of(tmp_path / "out")
    (row,) = (row for row in found["findings"] if row["rule"] == "proposal-number-mismatch")
    assert (row["waived"], row["waiver_reason"]) == (True, "原件如此，见登记簿")
    (document,) = found["documents"]
    assert (document["waived"], document["errors"], document["verdict"]) == (1, 0, "pass")


def test_a_member_of_an_archive(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    with zipfile.ZipFile(tmp_path / "in" / "答复.zip", "w") as archive:
        archive.writestr("甲/a.md", SOUND)
    out = tmp_path / "out"
    assert govreply_command("batch", tmp_path / "in", "--zip", "--out", out, "--progress", "off").code == 0
    found = jsonl_of(out)
    name = f"{tmp_path / 'in' / '答复.zip'}!/甲/a.md"
    assert {row["document"] for rows in found.values() for row in rows if row.get("document")} == {name}


# --- formats ---


def test_every_format_says_the_same(batch: Path) -> None:
    out = batch / "out"
    for form in FORMATS:
        exported(out, form, out=out / form)
    for name, table in tables().items():
        rows = lines(out / "jsonl", name)
        columnar = parquet(out / "parquet", name)
        assert columnar.to_pylist() == rows, name
        written = [{key: _as_text(value) for key, value in row.items()} for row in rows]
        assert cells(out / "csv", name) == written, name
        assert columnar.schema.names == [column.name for column in table.columns]


def _as_text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    # a number that begins a text in brackets or a dash stands behind an apostrophe
    return f"'{value}" if isinstance(value, str) and value.lstrip()[:1] in ("-", "+", "=", "@") else str(value)


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_store_gives_the_same_bytes(batch: Path, form: str) -> None:
    folders = [batch / f"{form}-{number}" for number in range(2)]
    for folder in folders:
        exported(batch / "out", form, out=folder)
    first, second = ({path.name: path.read_bytes() for path in folder.iterdir()} for folder in folders)
    assert first == second
    assert len(first) == len(tables()) + 1


@pytest.mark.parametrize("form", FORMATS)
def test_a_batch_of_nothing_has_all_columns(tmp_path: Path, form: str) -> None:
    check_folder(tmp_path / "in", tmp_path / "out").close()
    assert set(exported(tmp_path / "out", form).rows.values()) == {0}
    folder = tmp_path / "out" / f"export-{form}"
    for name, table in tables().items():
        names = [column.name for column in table.columns]
        if form == "jsonl":
            assert (folder / f"{name}.jsonl").read_bytes() == b""
        elif form == "csv":
            line = ",".join(f'"{name}"' for name in names) + "\r\n"
            assert (folder / f"{name}.csv").read_bytes() == b"\xef\xbb\xbf" + line.encode()
        else:
            arrow = {"string": "string", "integer": "int64", "number": "double", "boolean": "bool"}
            fields = [(field.name, str(field.type), field.nullable) for field in parquet(folder, name).schema]
            assert fields == [(column.name, arrow[column.type.value], True) for column in table.columns]


def test_csv_tells_an_empty_cell_from_none(tmp_path: Path) -> None:
    letter = Letter(form=Form(meeting_place="")).to_markdown()
    check_folder(fill_folder(tmp_path / "in", {"a.md": letter.encode()}), tmp_path / "out").close()
    exported(tmp_path / "out", "csv", wanted=("form_fields",))
    text = (tmp_path / "out" / "export-csv" / "form_fields.csv").read_text(encoding="utf-8-sig")
    (place,) = (line for line in text.splitlines() if '"见面地点"' in line)
    assert '"place","见面地点","",' in place
    (documents,) = jsonl_of(tmp_path / "out", wanted=("documents",))["documents"]
    assert documents["signer"] is None


def test_the_package_describes_the_files(batch: Path) -> None:
    for form in FORMATS:
        done = exported(batch / "out", form, out=batch / f"described-{form}", wanted=("findings", "documents"))
        assert list(done.rows) == ["documents", "findings"]
        folder = batch / f"described-{form}"
        told = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
        assert sorted(path.name for path in folder.iterdir()) == sorted(
            ["datapackage.json", *(resource["path"] for resource in told["resources"])]
        )
        for resource in told["resources"]:
            columns = [(column.name, column.type.value) for column in tables()[resource["name"]].columns]
            assert [(field["name"], field["type"]) for field in resource["schema"]["fields"]] == columns
            assert resource["rows"] == done.rows[resource["name"]]
