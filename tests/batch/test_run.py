"""What a run does with what it finds, and what a further run does with what it has."""

from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import sys
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from govreply import api
from govreply.batch import work
from govreply.batch.found import Found
from govreply.batch.run import Batch, Silent, Stop
from govreply.batch.store import Store
from govreply.batch.waiving import WaiverFiles
from govreply.batch.work import Options
from govreply.cli.batch_inputs import found as found_of
from govreply.cli.inputs import Inputs
from govreply.errors import Cause
from govreply.findings import WaiverFault
from govreply.limits import Limits
from govreply.waivers import FILE_NAME, WaiverError
from tests.batch.letters import DAY, FAULTY, NEWS, SOUND, UNSIGNED, write
from tests.batch.running import added_up, contents, run, run_in, search

pytestmark = pytest.mark.skipif(os.name == "nt", reason="pipes, links and bytes in names")


def outcomes(out: Path) -> dict[str, str]:
    """Name of each file → its verdict or the cause why it was not read."""
    with Store.read(out) as store:
        rows = store.db.execute("SELECT path, coalesce(cause, verdict) FROM inputs JOIN documents ON input = id")
        return {Path(path).name: outcome for path, outcome in rows}


def kept(out: Path, folder: Path, **how: Any) -> int:
    """How many inputs a further run finds unchanged."""
    return run_in(out, folder, **how).kept


# --- every file has an outcome ---

KINDS: dict[str, tuple[bytes, str]] = {
    "sound": (SOUND.encode(), "pass"),
    "faulty": (FAULTY.encode(), "fail"),
    "news": (NEWS.encode(), "undetermined"),
    "empty": (b"", "empty"),
    "picture": (b"\x89PNG\r\n\x1a\n" + bytes(100), "needs-ocr"),
    "archive": (b"PK\x03\x04" + b"x" * 100, "corrupt"),
}
SPECIAL = {"dangling": "not-found", "circle": "not-found", "pipe": "unsupported", "bytes": "pass"}
SKIPPED = ("hidden", "other", "repeated")


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(kinds=st.lists(st.sampled_from([*KINDS, *SPECIAL, *SKIPPED]), max_size=12))
def test_the_outcomes_add_up_to_what_was_found(kinds: list[str], tmp_path_factory: pytest.TempPathFactory) -> None:
    folder, out = tmp_path_factory.mktemp("in"), tmp_path_factory.mktemp("report") / "out"
    wanted: Counter[str] = Counter()
    for number, kind in enumerate(kinds):
        _make(folder, number, kind)
        if kind not in SKIPPED:
            wanted[KINDS[kind][1] if kind in KINDS else SPECIAL[kind]] += 1
    inputs = Inputs((folder,))
    with Store.create(out) as store:
        run(store, found_of(inputs, Limits(), zipped=False))
        counts = store.counts()
    assert counts.verdicts + counts.unread == wanted
    assert counts.found == wanted.total() == added_up(out)
    skipped = Counter(
        {"hidden": inputs.skipped.hidden, "other": inputs.skipped.other, "repeated": inputs.skipped.repeated}
    )
    assert +skipped == Counter(kind for kind in kinds if kind in SKIPPED)


def _make(folder: Path, number: int, kind: str) -> None:
    path = folder / f"{number % 3}" / f"{number}.md"
    path.parent.mkdir(exist_ok=True)
    match kind:
        case "dangling":
            path.symlink_to(folder / "nowhere.md")
        case "circle":
            path.symlink_to(path)
        case "pipe":
            os.mkfifo(path)
        case "bytes":
            Path(str(path.with_suffix("")) + "\udcb4.md").write_bytes(SOUND.encode())
        case "hidden":
            path.with_name(f".{number}.md").write_bytes(SOUND.encode())
        case "other":
            path.with_suffix(".xlsx").write_bytes(b"PK")
        case "repeated":
            (path.parent / f"up{number}").symlink_to(folder)
        case _:
            path.write_bytes(KINDS[kind][0])


def test_a_name_that_is_no_text_is_kept_and_known_again(tmp_path: Path) -> None:
    folder = write(tmp_path / "in")
    Path(os.fsdecode(os.fsencode(folder) + b"/\xb4\xf0\xb8\xb4.md")).write_text(FAULTY)
    run_in(tmp_path / "out", folder)
    assert kept(tmp_path / "out", folder) == 1
    with Store.read(tmp_path / "out") as store:
        (name,) = store.db.execute("SELECT path FROM inputs").fetchone()
    assert name.endswith("/%B4%F0%B8%B4.md") and name.startswith("bytes:")


# --- files that do not keep still ---


def test_a_file_that_vanishes_meanwhile_is_told(tmp_path: Path) -> None:
    folder = write(tmp_path / "in", a=SOUND, b=SOUND)

    def found() -> Iterator[Found]:
        yield from search(folder)
        (folder / "b.md").unlink()

    with Store.create(tmp_path / "out") as store:
        run(store, found())
    assert outcomes(tmp_path / "out") == {"a.md": "pass", "b.md": "not-found"}


def test_a_pipe_that_takes_the_place_of_a_file_is_never_opened(tmp_path: Path) -> None:
    folder = write(tmp_path / "in", a=SOUND)

    def found() -> Iterator[Found]:
        yield from search(folder)
        (folder / "a.md").unlink()
        os.mkfifo(folder / "a.md")

    with Store.create(tmp_path / "out") as store:
        run(store, found(), options=Options(limits=Limits(seconds=5)))
    assert outcomes(tmp_path / "out") == {"a.md": "unsupported"}


def test_a_file_that_changes_meanwhile_is_checked_as_it_was_read(tmp_path: Path) -> None:
    folder = write(tmp_path / "in", a=SOUND)

    def found() -> Iterator[Found]:
        yield from search(folder)
        write(folder, a=FAULTY)

    with Store.create(tmp_path / "out") as store:
        run(store, found())
        (digest, size) = store.db.execute("SELECT sha256, size FROM inputs").fetchone()
    assert outcomes(tmp_path / "out") == {"a.md": "fail"}
    assert (digest, size) == (hashlib.sha256(FAULTY.encode()).hexdigest(), len(FAULTY.encode()))


def test_a_file_that_never_keeps_still_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write(tmp_path / "in", a=SOUND)
    fstat = os.fstat

    def and_somebody_writes(descriptor: int) -> os.stat_result:
        state = fstat(descriptor)
        with (folder / "a.md").open("a") as file:
            file.write("。")
        return state

    monkeypatch.setattr(os, "fstat", and_somebody_writes)
    run_in(tmp_path / "out", folder)
    assert outcomes(tmp_path / "out") == {"a.md": "changed"}
    monkeypatch.undo()
    assert kept(tmp_path / "out", folder) == 0  # it is tried again
    assert outcomes(tmp_path / "out") == {"a.md": "pass"}


# --- workers that are lost ---


def test_a_document_that_takes_its_worker_down_is_told_with_its_digest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write(tmp_path / "in", a=SOUND, b=FAULTY, c=SOUND)
    check_in = api.check_in

    def deadly(languages: Any, data: bytes, name: str, **how: Any) -> Any:
        if name.endswith("b.md"):
            os.kill(os.getpid(), signal.SIGKILL)
        return check_in(languages, data, name, **how)

    monkeypatch.setattr(api, "check_in", deadly)
    run_in(tmp_path / "out", folder)
    assert outcomes(tmp_path / "out") == {"a.md": "pass", "b.md": "crashed", "c.md": "pass"}
    with Store.read(tmp_path / "out") as store:
        query = "SELECT sha256, detail FROM inputs JOIN documents ON input = id WHERE cause = 'crashed'"
        digest, detail = store.db.execute(query).fetchone()
    assert digest == hashlib.sha256(FAULTY.encode()).hexdigest()
    assert "SIGKILL" in detail
    monkeypatch.undo()
    assert kept(tmp_path / "out", folder) == 2  # the lost one is tried again
    assert outcomes(tmp_path / "out")["b.md"] == "fail"


def test_a_fault_of_the_program_is_an_outcome(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write(tmp_path / "in", a=SOUND)

    def broken(*_: Any, **__: Any) -> Any:
        raise ZeroDivisionError("by accident")

    monkeypatch.setattr(api, "check_in", broken)
    run_in(tmp_path / "out", folder)
    assert outcomes(tmp_path / "out") == {"a.md": "crashed"}


# --- going on ---


@pytest.mark.skipif(sys.platform != "linux", reason="workers are forks on Linux only")
def test_what_all_workers_need_is_made_ready_once(tmp_path: Path) -> None:
    """In a process of its own, where nothing has been read before: workers have to compile little themselves."""
    script = f"""
from pathlib import Path
from govreply.batch import work
from govreply.patterns import REGISTRY
from tests.batch import running

def compiled():
    return sum(pattern._compiled is not None for pattern in REGISTRY)

def check(*arguments, _check=work.api.check_in, **named):
    before = compiled()
    answers = _check(*arguments, **named)
    Path({str(tmp_path)!r}, "told").open("a").write(f"{{before}} {{compiled()}}\\n")
    return answers

assert compiled() == 0
work.api.check_in = check
running.run_in(Path({str(tmp_path)!r}, "out"), Path({str(tmp_path)!r}, "letters"))
"""
    write(tmp_path / "letters", a=SOUND, b=SOUND)
    subprocess.run([sys.executable, "-c", script], check=True)
    told = [tuple(map(int, line.split())) for line in (tmp_path / "told").read_text().splitlines()]
    (before, ready), *in_workers = told
    assert before == 0 and ready > 200
    assert len(in_workers) == 2
    assert all(at_first == ready and after - ready < 60 for at_first, after in in_workers)


def test_what_has_not_changed_is_not_checked_again(tmp_path: Path) -> None:
    folder = write(tmp_path / "in", a=SOUND, b=FAULTY, c=NEWS, d=b"")
    run_in(tmp_path / "out", folder)
    before = contents(tmp_path / "out")
    assert kept(tmp_path / "out", folder) == 4
    assert contents(tmp_path / "out") == before


def test_what_has_changed_is_checked_again_by_its_content(tmp_path: Path) -> None:
    folder = write(tmp_path / "in", a=SOUND, b=FAULTY)
    run_in(tmp_path / "out", folder)
    times = (folder / "b.md").stat()
    write(folder, b=UNSIGNED)
    os.utime(folder / "b.md", ns=(times.st_atime_ns, times.st_mtime_ns))  # times may lie
    os.utime(folder / "a.md")
    assert kept(tmp_path / "out", folder) == 1
    assert outcomes(tmp_path / "out") == {"a.md": "pass", "b.md": "pass"}
    run_in(tmp_path / "fresh", folder)
    assert contents(tmp_path / "out") == contents(tmp_path / "fresh")


def test_what_was_checked_otherwise_is_checked_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, out = write(tmp_path / "in", a=SOUND, b=FAULTY), tmp_path / "out"
    run_in(out, folder)
    assert kept(out, folder, options=Options(ignore=("form",))) == 0
    assert kept(out, folder, options=Options(ignore=("form",))) == 2
    monkeypatch.setattr(work, "VERSION", "99")
    assert kept(out, folder, options=Options(ignore=("form",))) == 0


def test_what_is_gone_no_longer_counts(tmp_path: Path) -> None:
    folder, out = write(tmp_path / "in", a=SOUND, b=FAULTY), tmp_path / "out"
    run_in(out, folder)
    (folder / "b.md").unlink()
    outcome = run_in(out, folder)
    assert (outcome.gone, outcome.kept, outcomes(out)) == (1, 1, {"a.md": "pass"})
    with Store.read(out) as store:
        assert store.counts().found == 1
        states = dict(store.db.execute("SELECT path, state FROM inputs"))
    assert states[str(folder / "b.md")] == "gone"
    write(folder, b=FAULTY)
    assert (run_in(out, folder).gone, outcomes(out)) == (0, {"a.md": "pass", "b.md": "fail"})


class AfterSome(Silent):
    """Asks for an end after some documents."""

    def __init__(self, stop: Stop, some: int) -> None:
        self._stop, self._left = stop, some

    def checked(self, outcome: str) -> None:
        self._left -= 1
        self._stop.asked = self._left <= 0


def test_who_asks_for_an_end_gets_one_and_loses_nothing(tmp_path: Path) -> None:
    folder = write(tmp_path / "in", **{f"{n}": (SOUND, FAULTY)[n % 2] for n in range(12)})
    stop = Stop()
    outcome = run_in(tmp_path / "out", folder, stop=stop, observer=AfterSome(stop, 5))
    assert not outcome.finished
    with Store.read(tmp_path / "out") as store:
        counts = store.counts()
        assert (counts.found, counts.waiting) == (12, 7)
        (ended,) = store.db.execute("SELECT outcome FROM runs").fetchone()
        assert ended == "interrupted"
    assert kept(tmp_path / "out", folder) == 5
    run_in(tmp_path / "whole", folder)
    assert contents(tmp_path / "out") == contents(tmp_path / "whole")


def test_an_end_during_the_search_drops_nothing_that_was_there(tmp_path: Path) -> None:
    folder = write(tmp_path / "in", a=SOUND, b=FAULTY)
    run_in(tmp_path / "out", folder)
    with Store.create(tmp_path / "out", resume=True) as store:
        outcome = run(store, search(folder), stop=Stop(asked=True))
        assert not outcome.finished
        assert store.counts().found == 2


# --- archives ---


def test_members_of_archives_are_inputs_of_their_own(tmp_path: Path) -> None:
    folder = write(tmp_path / "in", a=SOUND)
    inner = tmp_path / "inner.zip"
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("deep/c.md", FAULTY)
    with zipfile.ZipFile(folder / "letters.zip", "w") as archive:
        archive.writestr("b.md", SOUND)
        archive.write(inner, "inner.zip")
        archive.writestr("../out.md", SOUND)
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("b.md", FAULTY)

    def found() -> Iterable[Found]:
        return found_of(Inputs((folder,), (".zip",)), Limits(), zipped=True)

    with Store.create(tmp_path / "out") as store:
        run(store, found())
        query = "SELECT member, coalesce(cause, verdict) FROM inputs JOIN documents ON input = id ORDER BY path, member"
        rows = [tuple(row) for row in store.db.execute(query)]
        again = run(store, found())
    assert rows == [
        ("", "pass"),
        ("../out.md", "corrupt"),
        ("b.md", "pass"),
        ("b.md#2", "corrupt"),
        ("inner.zip!/deep/c.md", "fail"),
    ]
    assert again.kept == 3
    assert added_up(tmp_path / "out") == 5


# --- waivers ---

WAIVER = """
[[waiver]]
document = "*.md"
rule = "proposal-number-mismatch"
reason = "已另函更正"
who = "档案室"
until = 2024-12-31

[[waiver]]
document = "*.md"
rule = "date-impossible"
reason = "原件如此"
who = "档案室"
"""


def test_waivers_hold_as_they_do_for_one_document(tmp_path: Path) -> None:
    folder, out = write(tmp_path / "in", a=FAULTY, b=SOUND), tmp_path / "out"
    rules = {finding.rule for finding in api.check(FAULTY).findings if finding.severity == "error"}
    assert rules == {"proposal-number-mismatch"}
    run_in(out, folder)
    assert outcomes(out)["a.md"] == "fail"
    (folder / FILE_NAME).write_text(WAIVER, encoding="utf-8")
    files = WaiverFiles()
    assert kept(out, folder, waivers=files) == 0
    assert outcomes(out)["a.md"] == "pass"
    assert kept(out, folder) == 2
    with Store.read(out) as store:
        assert store.counts().waived == {"error": 1}
        (unused,) = files.remarks(store, DAY)
        assert (unused.fault, unused.waiver.rule) == (WaiverFault.UNUSED, "date-impossible")
    later = DAY.replace(year=2025)
    assert kept(out, folder, day=later) == 0
    assert outcomes(out)["a.md"] == "fail"


def test_a_broken_file_of_waivers_is_told_before_anything_is_checked(tmp_path: Path) -> None:
    folder = write(tmp_path / "in", a=FAULTY)
    (folder / FILE_NAME).write_text("[[waiver]]\n", encoding="utf-8")
    with Store.create(tmp_path / "out") as store:
        with pytest.raises(WaiverError, match="missing"):
            Batch(store=store, options=Options(), jobs=1, waivers=WaiverFiles(), day=DAY).run(search(folder))
        assert store.counts().waiting == store.counts().found


def test_each_cause_says_whether_it_is_tried_again(tmp_path: Path) -> None:
    folder = write(tmp_path / "in", a=SOUND, b=b"")
    out = tmp_path / "out"
    run_in(out, folder, options=Options(limits=Limits(bytes=100)))
    assert outcomes(out) == {"a.md": Cause.LIMIT.value, "b.md": Cause.EMPTY.value}
    assert kept(out, folder, options=Options(limits=Limits(bytes=100))) == 1
