"""The tables of a batch whatever it holds: hostile values, private things, many documents."""

from __future__ import annotations

import json
import sqlite3
import tracemalloc
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from govreply.batch.record import Record
from govreply.batch.store import FILE_NAME, Store
from govreply.batch.work import Options, check_one
from govreply.reports.batch_tables import rows as rows_module
from govreply.reports.batch_tables import writers
from govreply.reports.batch_tables.errors import ExportFailedError
from govreply.reports.batch_tables.schema import tables
from govreply.testing import Form, Letter
from tests.batch.letters import SOUND, task
from tests.batch.letters import write as write_letters
from tests.reports.batches import ATTACKS, CONFIDING, PRIVATE, check_folder, cross, fill_folder, hostile_folder
from tests.reports.tables import FORMATS, cells, exported, jsonl_of, lines, parquet

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
