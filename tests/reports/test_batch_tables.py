"""The tables of a batch: every value is what the documents and the store say, in each format the same."""

from __future__ import annotations

import json
import sqlite3
import tracemalloc
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import govreply
from govreply.batch.cross import letters
from govreply.batch.record import Record
from govreply.batch.store import FILE_NAME, Store
from govreply.batch.work import Options, check_one
from govreply.private import veiled
from govreply.records import COLUMNS, FINDING_COLUMNS
from govreply.reports.batch_tables import rows as rows_module
from govreply.reports.batch_tables import writers
from govreply.reports.batch_tables.errors import ExportFailedError
from govreply.reports.batch_tables.schema import Type, tables
from govreply.testing import Form, Letter
from tests.batch.letters import SOUND, task
from tests.batch.letters import write as write_letters
from tests.batch.running import run_in
from tests.reports.batches import ATTACKS, CONFIDING, PRIVATE, check_folder, cross, fill_folder, hostile_folder
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
    (number,) = (row for row in read["findings"] if row["rule"] == "proposal-number-mismatch")
    assert (number["quote"], number["severity"], number["family"], number["waived"]) == (
        "20220084",
        "error",
        "identity",
        False,
    )
    quotes = {row["quote"] for row in read["related_places"] if row["document"] == number["document"]}
    assert "20230084" in quotes


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


# --- what documents may hold ---


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    hostile_folder(folder / "in", folder / "out").close()
    return folder / "out"


def test_attacks_are_kept_as_data(hostile: Path) -> None:
    for form in ("jsonl", "parquet"):
        exported(hostile, form)
    texts = []
    for name in tables():
        rows = lines(hostile / "export-jsonl", name)
        assert parquet(hostile / "export-parquet", name).to_pylist() == rows
        texts += [value for row in rows for value in row.values() if isinstance(value, str)]
    for attack in ATTACKS:
        assert any(attack.replace("\ud83d", "?") in text for text in texts), attack


def test_csv_does_nothing_in_a_spreadsheet(hostile: Path) -> None:
    exported(hostile, "csv")
    rows = [row for name in tables() for row in cells(hostile / "export-csv", name)]
    values = [value for row in rows for value in row.values()]
    assert [value for value in values if value.lstrip()[:1] in ("=", "+", "-", "@")] == []
    assert any(value.startswith("'=cmd|' /C calc'!A0") for value in values)
    hidden = "\u202e\u2028\u2029\x00\x1b"
    assert [value for value in values if any(sign in value for sign in hidden)] == []
    assert any("<U+202E>" in value for value in values)
    assert all(None not in row and list(row) for row in rows)  # no cell broke out of its row


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("=1+1", '"\'=1+1"'),
        (" =1+1", '"\' =1+1"'),
        ("\t=1+1", '"\'\t=1+1"'),
        ("\n+1", '"\'\n+1"'),
        ("＝1", '"\'＝1"'),
        ("-", '"\'-"'),
        ('他说“行”，"好"', '"他说“行”，""好"""'),
        ("一\r\n二\t三", '"一\r\n二\t三"'),
        ("a\x1b[31m\x00", '"a␛[31m␀"'),
        ("\u202eabc", '"<U+202E>abc"'),
        ("", '""'),
        (None, ""),
        (True, "true"),
        (-3, "-3"),
        (0.1, "0.1"),
    ],
)
def test_cells(value: Any, cell: str, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    with path.open("wb") as file:
        writer = writers.CsvWriter(file, tables()["catalogue_documents"])
        writer.add({"sheet": value})
        writer.close()
    assert path.read_bytes().decode("utf-8-sig").split("\r\n", 1)[1] == cell + ",,,\r\n"


@pytest.mark.parametrize("form", FORMATS)
def test_numbers_that_no_format_can_hold_are_left_out(tmp_path: Path, form: str) -> None:
    row = rows_module.clean({"start": 2**63, "end": 2**63 - 1, "value": float("inf"), "text": "一\ud800二"})
    assert row == {"start": None, "end": 2**63 - 1, "value": None, "text": "一?二"}
    with (tmp_path / "figures").open("wb") as file:
        writer = writers.FORMATS[form](file, tables()["figures"])
        writer.add(row)
        writer.close()
    assert (tmp_path / "figures").stat().st_size


def test_a_letter_of_huge_numbers(tmp_path: Path) -> None:
    number = "9" * 40
    letter = Letter(document_number=f"武水函〔2023〕{number}号", number=number).to_markdown()
    check_folder(fill_folder(tmp_path / "in", {"a.md": letter.encode()}), tmp_path / "out").close()
    for form in FORMATS:
        exported(tmp_path / "out", form)
    (row,) = parquet(tmp_path / "out" / "export-parquet", "documents").to_pylist()
    assert [row] == lines(tmp_path / "out" / "export-jsonl", "documents")
    assert row["serial"] is None


def test_a_name_that_is_no_text(tmp_path: Path) -> None:
    with Store.create(tmp_path) as store:
        run = store.begin_run("{}")
        store.found(run, "a\udcff.zip", "二.md")
    (row,) = jsonl_of(tmp_path)["documents"]
    assert (row["document"], row["state"], row["verdict"]) == ("bytes:a%FF.zip!/二.md", "waiting", None)


def test_a_record_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    check_folder(fill_folder(tmp_path / "in", {"a.md": SOUND.encode()}), tmp_path / "out").close()
    with sqlite3.connect(tmp_path / "out" / FILE_NAME) as db:
        db.execute("UPDATE documents SET reply = x'00'")
    db.close()
    with pytest.raises(ExportFailedError, match=r"a\.md.*--resume"):
        exported(tmp_path / "out", "csv")
    assert not (tmp_path / "out" / "export-csv").exists()


# --- what is private ---


@pytest.mark.parametrize("kept_open", [False, True])
@pytest.mark.parametrize("form", FORMATS)
def test_nothing_private_is_exported(tmp_path: Path, form: str, kept_open: bool) -> None:
    folder = write_letters(tmp_path / "in", a=CONFIDING)
    with check_folder(folder, tmp_path / "out", show_private=kept_open) as store:
        if kept_open:
            cross(store, f"两份文件写有{PRIVATE[0]}和{PRIVATE[2]}", 1)
    exported(tmp_path / "out", form)
    data = b"".join(_plain(path) for path in sorted((tmp_path / "out" / f"export-{form}").iterdir()))
    assert b"138******34" in data
    assert [text for text in PRIVATE if text.encode() in data] == []


def _plain(path: Path) -> bytes:
    if path.suffix != ".parquet":
        return path.read_bytes()
    return json.dumps(parquet(path.parent, path.stem).to_pylist(), ensure_ascii=False).encode()


def test_it_is_shown_on_demand(tmp_path: Path) -> None:
    check_folder(write_letters(tmp_path / "in", a=CONFIDING), tmp_path / "out", show_private=True).close()
    tables_read = jsonl_of(tmp_path / "out", show_private=True)
    data = json.dumps(tables_read, ensure_ascii=False)
    assert [text for text in PRIVATE if text not in data] == []
    assert "138******34" not in data
    assert PRIVATE[0] in {row["phone"] for row in tables_read["contacts"]}


def test_a_quote_that_is_cut_within_a_number_is_masked(tmp_path: Path) -> None:
    check_folder(write_letters(tmp_path / "in", a=CONFIDING), tmp_path / "out", show_private=True).close()
    start = CONFIDING.index(PRIVATE[1]) - 4
    with sqlite3.connect(tmp_path / "out" / FILE_NAME) as db:
        quote = CONFIDING[start : start + 14]
        changed = db.execute("UPDATE findings SET start = ?, quote = ? WHERE ordinal = 0", (start, quote))
        assert changed.rowcount == 1
    db.close()
    first = jsonl_of(tmp_path / "out", wanted=("findings",))["findings"][0]
    assert first["quote"] == quote[:4] + "42" + "*" * 8


def test_cells_of_the_proposer_and_numbers_of_full_width_are_masked(tmp_path: Path) -> None:
    extra = (("提案者签名", "陆承安"), ("联系电话", "0952-2098765"), ("通讯地址", PRIVATE[3]))
    letter = Letter(contacts=(("联系人", "方晓岚"), ("联系电话", "１３８ ００００ １２３４")), form=Form(extra=extra))
    check_folder(write_letters(tmp_path / "in", a=letter.to_markdown()), tmp_path / "out").close()
    read = jsonl_of(tmp_path / "out")
    assert [row["phone"] for row in read["contacts"]] == ["138******34"]
    told = {row["label"]: row["text"] for row in read["form_fields"]}
    assert (told["联系电话"], told["通讯地址"], told["提案者签名"]) == ("****-*****65", "明珠********", "陆承安")


def test_the_phone_of_an_office_stays(tmp_path: Path) -> None:
    check_folder(write_letters(tmp_path / "in", a=SOUND), tmp_path / "out").close()
    assert {row["phone"] for row in jsonl_of(tmp_path / "out")["contacts"]} == {"027-85550136"}


# --- memory ---


def _many(out: Path, count: int) -> None:
    """A store of `count` copies of one letter."""
    path = out.parent / "letter.md"
    path.write_text(SOUND, encoding="utf-8")
    record = check_one(task(path, 1))
    assert isinstance(record, Record)
    with Store.create(out) as store:
        run = store.begin_run(Options(today=date(2024, 6, 3)).to_json())
        for number in range(count):
            store.put(run, store.found(run, f"{number:06}.md"), record)
        store.end_run(run, "complete")


@pytest.mark.parametrize("form", FORMATS)
def test_memory_does_not_grow_with_the_number_of_documents(
    tmp_path: Path, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writers, "_ROWS", 50)
    for count in (40, 400):
        _many(tmp_path / str(count), count)
    peaks = [
        _peak(tmp_path / str(count), form, count) for count in (40, 40, 400)
    ]  # the first loads what is loaded once
    assert peaks[2] < 1.3 * peaks[1]


def _peak(store: Path, form: str, count: int) -> int:
    """The most bytes that are held at once during an export."""
    tracemalloc.start()
    try:
        assert exported(store, form, replace=True).rows["documents"] == count
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_parquet_is_written_in_groups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import pyarrow.parquet

    monkeypatch.setattr(writers, "_ROWS", 50)
    _many(tmp_path / "out", 120)
    exported(tmp_path / "out", "parquet", wanted=("documents",))
    file = pyarrow.parquet.ParquetFile(tmp_path / "out" / "export-parquet" / "documents.parquet")
    assert [file.metadata.row_group(at).num_rows for at in range(file.num_row_groups)] == [50, 50, 20]
    file.close()
