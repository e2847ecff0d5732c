"""What is put into a store comes out of it, whatever happens to whoever writes."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from govreply import api
from govreply.batch.errors import StoreFailedError, StoreRefusedError
from govreply.batch.names import original, stored
from govreply.batch.record import Record, reply_of, unpacked
from govreply.batch.store import FILE_NAME, GROUP_SECONDS, Store, failure
from govreply.batch.work import Options, Task, check_one, fingerprint
from govreply.errors import Cause
from govreply.findings import Waiver
from govreply.language import Language
from govreply.reports.batch_view import BatchView
from govreply.reports.where import where
from govreply.testing import Form, Letter, Part
from govreply.waivers import WaiverFile
from tests.batch.letters import DAY, FAULTY, NEWS, SOUND, UNSIGNED, task, write


def _record(of: Task) -> Record:
    record = check_one(of)
    assert isinstance(record, Record)
    return record


def _stored(folder: Path, out: Path, **options: object) -> Store:
    store = Store.create(out)
    run = store.begin_run("{}")
    for path in sorted(folder.iterdir()):
        number = store.found(run, str(path))
        store.put(run, number, _record(task(path, number, options=Options(**options))))  # type: ignore[arg-type]
    store.flush()
    return store


def test_a_record_says_what_the_check_says(tmp_path: Path) -> None:
    folder = write(tmp_path / "in", a=FAULTY, b=SOUND, c=NEWS, d=b"")
    with _stored(folder, tmp_path / "out") as store:
        rows = store.db.execute("SELECT * FROM inputs JOIN documents ON input = id ORDER BY path").fetchall()
        faulty, sound, news, empty = rows
        assert [row["verdict"] for row in rows] == ["fail", "pass", "undetermined", "undetermined"]
        assert [row["state"] for row in rows] == ["done", "done", "done", "unread"]
        assert [row["is_reply"] for row in rows] == [1, 1, 0, 0]
        assert [row["cause"] for row in rows] == [None, None, None, "empty"]
        assert faulty["size"] == len(FAULTY.encode())
        assert (sound["kind"], sound["number"], sound["date"]) == ("proposal", "武水函〔2023〕21号", "2023-06-12")
        assert unpacked(sound["text"]) == SOUND
        assert reply_of(sound["reply"], sound["places"]) == api.parse(SOUND.encode(), str(folder / "b.md"))
        assert (news["title"], empty["sha256"]) != (None, None)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_findings_are_kept_in_both_languages(tmp_path: Path, language: str) -> None:
    folder = write(tmp_path / "in", a=FAULTY)
    wanted = api.check(FAULTY, "a.md", language=language)
    assert wanted.findings and wanted.source
    with _stored(folder, tmp_path / "out", show_private=True) as store:
        rows = store.db.execute("SELECT * FROM findings ORDER BY ordinal").fetchall()
        assert [(r["rule"], r[f"message_{language}"], r["start"], r["end"]) for r in rows] == [
            (f.rule, f.message, f.span.start, f.span.end) for f in wanted.findings
        ]
        places = [wanted.source.locate(f.span) for f in wanted.findings]
        assert [(r["line"], r["column"]) for r in rows] == [(p.line, p.column) for p in places]
        assert all(FAULTY[r["start"] : r["end"]].startswith(r["quote"]) for r in rows)
        related = store.db.execute(
            f"SELECT label_{language} FROM related JOIN findings ON findings.id = finding ORDER BY finding, related.ordinal"
        ).fetchall()
        assert [r[0] for r in related] == [r.label for f in wanted.findings for r in f.related]


def test_a_page_format_has_pages_and_places(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    data = Letter(form=Form(number="20230171")).to_pdf()
    (folder / "a.pdf").write_bytes(data)
    with _stored(folder, tmp_path / "out") as store:
        (row,) = store.db.execute("SELECT * FROM documents").fetchall()
        assert row["pages"] >= 1
        assert reply_of(row["reply"], row["places"]) == api.parse(data, str(folder / "a.pdf"))
        assert {f["page"] for f in store.db.execute("SELECT page FROM findings")} <= {1, 2, 3}


@pytest.mark.parametrize("suffix", ["docx", "pdf"])
def test_a_place_in_a_table_is_told_as_the_check_of_one_document_tells_it(suffix: str, tmp_path: Path) -> None:
    letter = Letter(form=Form(number="20230118"))
    (tmp_path / "in").mkdir()
    path = tmp_path / "in" / f"a.{suffix}"
    path.write_bytes(letter.to_docx() if suffix == "docx" else letter.to_pdf())
    result = api.check_file(path)
    assert result.source is not None
    with _stored(tmp_path / "in", tmp_path / "out") as store:
        kept = store.db.execute("SELECT * FROM findings ORDER BY ordinal").fetchall()
        view = BatchView(store, Language.ZH)
        spots = [issue.spot for document in view.documents() for issue in view.issues(document)]
    assert [finding.rule for finding in result.findings] == [row["rule"] for row in kept]
    in_cells = 0
    for finding, row, spot in zip(result.findings, kept, spots, strict=True):
        place = result.source.locate(finding.span).place
        assert place is not None
        assert (row["table_number"], row["table_row"], row["table_column"]) == (place.table, place.row, place.column)
        assert (row["page"], row["paragraph"], row["story"]) == (place.page, place.paragraph, place.story.value)
        assert spot.where(Language.ZH) == where(result.source, finding.span, Language.ZH)
        in_cells += "表格" in spot.where(Language.ZH)
    assert in_cells


def test_what_is_private_is_masked_unless_asked_for(tmp_path: Path) -> None:
    part = Part(
        heading="办理情况",
        paragraphs=("反映人（身份证号420101199003078710）的补偿款已付，如有疑问请拨打13800001234。",),
    )
    title = "关于身份证号420101199003078710人员反映补偿问题的建议的答复"
    text = Letter(title=title, sections=(part,)).to_markdown()
    folder = write(tmp_path / "in", a=text)
    with _stored(folder, tmp_path / "masked") as store:
        dump = "\n".join(store.db.iterdump())
        masked, masked_title = store.db.execute("SELECT text, title FROM documents").fetchone()
        (topic,) = store.db.execute("SELECT topic FROM matters").fetchone()
    with _stored(folder, tmp_path / "plain", show_private=True) as store:
        plain, plain_title = store.db.execute("SELECT text, title FROM documents").fetchone()
        quotes = "".join(row[0] for row in store.db.execute("SELECT quote || message_zh FROM findings"))
    assert "420101199003078710" in unpacked(plain) and "420101199003078710" in quotes
    for number in ("420101199003078710", "13800001234"):
        assert number in unpacked(plain)
        assert number not in unpacked(masked) and number not in dump
    assert len(unpacked(masked)) == len(text)
    assert plain_title == title
    assert masked_title == "关于身份证号42***************0人员反映补偿问题的建议的答复"
    assert topic == "关于身份证号42***************0人员反映补偿问题的建议"


def test_waived_findings_are_kept_apart(tmp_path: Path) -> None:
    (path,) = write(tmp_path / "in", a=FAULTY).iterdir()
    plain = _record(task(path))
    rules = {row["rule"] for row, _ in plain.findings if row["severity"] == "error"}
    entries = tuple(
        Waiver(rule=rule, reason="已另函更正", origin="w", who="档案室", document="a.md") for rule in sorted(rules)
    )
    waived = _record(task(path, waivers=WaiverFile(tmp_path / "govreply-waivers.toml", entries)))
    assert (plain.document["verdict"], waived.document["verdict"]) == ("fail", "pass")
    assert {row["rule"] for row, _ in waived.findings if row["waived"]} == rules
    assert [use[1:] for use in waived.waiver_uses] == [(at, 1) for at in range(len(entries))]


def test_what_a_document_was_checked_with_is_told_by_its_fingerprint() -> None:
    entry = Waiver(rule="date-form", reason="旧件", origin="w", who="档案室", document="*.md")
    file = WaiverFile(Path("w.toml"), (entry,))
    prints = {
        fingerprint(Options(), WaiverFile(Path(), ()), DAY),
        fingerprint(Options(today=DAY), WaiverFile(Path(), ()), DAY),
        fingerprint(Options(ignore=("dates",)), WaiverFile(Path(), ()), DAY),
        fingerprint(Options(), file, DAY),
    }
    assert len(prints) == 4
    assert fingerprint(Options(), WaiverFile(Path("other.toml"), ()), DAY) in prints


def test_the_same_bytes_are_not_checked_again(tmp_path: Path) -> None:
    (path,) = write(tmp_path / "in", a=SOUND).iterdir()
    record = _record(task(path))
    assert record.digest is not None
    assert check_one(task(path, known=record.digest.sha256)) == record.digest
    path.write_text(FAULTY)
    assert isinstance(check_one(task(path, known=record.digest.sha256)), Record)


def test_putting_again_replaces(tmp_path: Path) -> None:
    folder = write(tmp_path / "in", a=FAULTY)
    with _stored(folder, tmp_path / "out") as store:
        before = store.counts()
        run = store.begin_run("{}")
        number = store.found(run, str(folder / "a.md"))
        (folder / "a.md").write_text(UNSIGNED)
        store.put(run, number, _record(task(folder / "a.md", number)))
        assert store.counts().verdicts != before.verdicts
        assert store.counts().found == 1
        assert {row[0] for row in store.db.execute("SELECT input FROM findings")} == {number}
        orphans = "SELECT count(*) FROM related WHERE finding NOT IN (SELECT id FROM findings)"
        assert store.db.execute(orphans).fetchone()[0] == 0


def test_the_missing_are_gone_and_come_back_as_new(tmp_path: Path) -> None:
    folder = write(tmp_path / "in", a=FAULTY, b=SOUND)
    with _stored(folder, tmp_path / "out") as store:
        run = store.begin_run("{}")
        kept = store.found(run, str(folder / "b.md"))
        assert store.drop_missing(run) == 1
        assert store.counts().found == 1
        assert [row[0] for row in store.db.execute("SELECT input FROM documents")] == [kept]
        assert [one.id for one in store.pending(run)] == [kept]
        back = store.found(run, str(folder / "a.md"))
        assert [(one.id, one.sha256) for one in store.pending(run) if one.id == back] == [(back, None)]


@pytest.mark.parametrize("name", ["甲/乙.md", "C:\\reply.md", "100%.md", "bytes:a.md", "gb\udcb4\udcf0.md", "a b"])
def test_every_name_can_be_kept(tmp_path: Path, name: str) -> None:
    assert original(stored(name)) == name
    with Store.create(tmp_path / "out") as store:
        run = store.begin_run("{}")
        store.found(run, name)
        assert [one.path for one in store.pending(run)] == [name]


def test_two_names_are_never_kept_as_one() -> None:
    names = ["bytes:a", "bytes:%61", "a", "\udcff", "bytes:%FF", "%FF", "\udcff%FF"]
    assert len({stored(name) for name in names}) == len(names)


def test_a_store_is_not_overwritten(tmp_path: Path) -> None:
    Store.create(tmp_path).close()
    with pytest.raises(StoreRefusedError, match="--resume"):
        Store.create(tmp_path)
    Store.create(tmp_path, resume=True).close()


def test_a_file_that_is_no_store_is_refused(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text("会议纪要" * 500)
    with pytest.raises(StoreRefusedError, match="no store"):
        Store.create(tmp_path, resume=True)
    with pytest.raises(StoreRefusedError, match="no store"):
        Store.read(tmp_path)
    assert (tmp_path / FILE_NAME).read_text() == "会议纪要" * 500


def test_a_store_of_another_version_is_refused(tmp_path: Path) -> None:
    Store.create(tmp_path).close()
    with sqlite3.connect(tmp_path / FILE_NAME) as db:
        db.execute("UPDATE meta SET value = 'govreply.batch/0' WHERE key = 'schema'")
    db.close()
    with pytest.raises(StoreRefusedError, match="another version"):
        Store.create(tmp_path, resume=True)


_HOLDER = """
import sys, time
from pathlib import Path
from govreply.batch.store import Store
store = Store.create(Path(sys.argv[1]), resume=True)
run = store.begin_run("{}")
for number in range(100):
    store.found(run, f"{number}.md")
store.flush()
for number in range(100, 200):
    store.found(run, f"{number}.md")
print("ready", flush=True)
time.sleep(60)
"""


def _hold(folder: Path) -> subprocess.Popen[str]:
    process = subprocess.Popen([sys.executable, "-c", _HOLDER, str(folder)], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None and process.stdout.readline() == "ready\n"
    return process


def test_two_writers_are_one_too_many_and_a_killed_one_is_none(tmp_path: Path) -> None:
    with _hold(tmp_path) as process:
        with pytest.raises(StoreRefusedError, match="another govreply batch"):
            Store.create(tmp_path, resume=True)
        with Store.read(tmp_path) as reader:
            assert reader.counts().found == 100
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        with Store.create(tmp_path, resume=True) as store:
            assert store.counts().found == 100  # the open group is lost, and nothing else
            assert store.db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"


def test_a_group_is_written_when_its_time_is_over(tmp_path: Path) -> None:
    with Store.create(tmp_path) as store, Store.read(tmp_path) as reader:
        run = store.begin_run("{}")
        store.found(run, "a.md")
        assert reader.counts().found == 0
        store.tick()
        assert reader.counts().found == 0
        time.sleep(GROUP_SECONDS)
        store.tick()
        assert reader.counts().found == 1


def test_a_full_disk_is_told_and_the_store_stays_good(tmp_path: Path) -> None:
    folder = write(tmp_path / "in", a=SOUND)
    record = _record(task(folder / "a.md"))
    with Store.create(tmp_path / "out") as store:
        run = store.begin_run("{}")
        pages = store.db.execute("PRAGMA page_count").fetchone()[0]
        store.db.execute(f"PRAGMA max_page_count = {pages + 20}")
        with pytest.raises(StoreFailedError, match="disk is full") as caught:
            for number in range(200):
                store.put(run, store.found(run, f"{number}.md"), record)
                store.flush()
        assert "磁盘已满" in caught.value.words.zh
        kept = store.counts()
        assert 0 < kept.found < 200
        assert kept.found == kept.verdicts.total()
        store.db.execute("PRAGMA max_page_count = 100000")
        store.put(run, store.found(run, "after.md"), record)
        assert store.counts().found == kept.found + 1
    with Store.create(tmp_path / "out", resume=True) as store:
        assert store.db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    with pytest.raises(StoreRefusedError, match="cannot be written"):
        Store.create(tmp_path / "out")
    tmp_path.chmod(0o755)


def test_a_folder_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("")
    with pytest.raises(StoreRefusedError, match="cannot be written"):
        Store.create(tmp_path / "out")


def test_an_oversized_file_is_told_by_its_limit(tmp_path: Path) -> None:
    from govreply.limits import Limits

    (path,) = write(tmp_path / "in", a=SOUND).iterdir()
    record = _record(task(path, options=Options(limits=Limits(bytes=100))))
    assert (record.document["cause"], record.digest) == (Cause.LIMIT.value, None)


def test_what_sqlite_says_is_told_in_chinese(tmp_path: Path) -> None:
    with Store.create(tmp_path / "out"):
        pass
    file = tmp_path / "out" / FILE_NAME
    db = sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)
    with pytest.raises(sqlite3.OperationalError) as caught:
        db.execute("INSERT INTO meta VALUES ('a', 'b')")
    db.close()
    assert failure(file, caught.value).words.zh == f"{file}：无法写入（文件或文件夹只能读，不能写）"
