"""Prints what a batch takes: the gain of a second worker, the memory of the process in charge, the cost of the store.

Ratios of what was measured in this one run; a machine that others use is noisy, so each figure says how it was got:

- Workers: runs with one and with two take turns, and the best of each is compared, as noise only ever adds. `wall` are
  documents per second by the clock; beside it stands what two processes that check letters on their own, with nobody in
  charge and nothing kept, gain over one in the same rounds: no batch can gain more on this machine. `CPU` leaves out what
  others took of the machine: documents per second of the CPU time of the busiest process, which is what the clock would
  show if each process had a core of its own. The process in charge prepares what its workers share, once for each run, and
  that is part of its time.
- Memory: what the process in charge held at its peak (VmHWM), in a process of its own for each size. The workers' place
  is taken by a stub that answers each document with the record of one real letter, changed enough to be another letter, but
  for one in fifty, which the rules over many documents find; search, store, queries over many documents and everything
  else in that process is as in any batch. Reports are written by a process of their own and are not part of it.
- Store: size of the file, and CPU time of the process in charge for what it does with a record, against checking.

Linux only. The exit code is 1 if a requirement is missed.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Generator, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import psutil
from attrs import evolve, frozen

from govreply.batch.cross import engine as cross
from govreply.batch.found import Found
from govreply.batch.pool import Done
from govreply.batch.record import Digest, Record
from govreply.batch.run import Batch, Silent
from govreply.batch.store import FILE_NAME, Store
from govreply.batch.waiving import WaiverFiles
from govreply.batch.work import Options, Task, check_one
from govreply.testing import Form, Letter, Part

DAY = date(2024, 6, 3)
GAIN = 1.8
GROWTH = 1.10
MEGABYTE = 1024 * 1024
_ALONE = 100


@frozen(kw_only=True)
class Measured:
    """A run: documents, seconds by the clock, CPU seconds of the process in charge and of its workers together."""

    documents: int
    wall: float
    parent: float
    workers: float
    jobs: int
    size: int

    @property
    def by_clock(self) -> float:
        return self.documents / self.wall

    @property
    def by_cpu(self) -> float:
        return self.documents / max(self.workers / self.jobs, self.parent)


class Stub:
    """In place of workers: each document is answered with a record of `answers`, changed to be another document's."""

    def __init__(self, answers: list[Record]) -> None:
        self._answers = answers
        self.oldest: Task | None = None

    def run(self, calls: Iterable[Task]) -> Generator[Done[Task] | None, None, None]:
        """Each of `calls`."""
        for task in calls:
            digest = Digest(size=5000, sha256=f"{task.input:064x}")
            record = self._answers[task.input % len(self._answers)]
            # each fiftieth bears the number of the one before it, for the rules over many documents to find
            number = f"澄水函〔2023〕{task.input - (task.input % 50 == 1)}号"
            bands = tuple(hash((task.input, band)) & 0x7FFFFFFF for band in record.bands)
            document = record.document | {"number": number}
            matters = tuple((*row[:6], f"{task.input}", *row[7:]) for row in record.matters)
            changed = evolve(
                record, digest=digest, fingerprint=task.fingerprint, document=document, bands=bands, matters=matters
            )
            yield Done(task, (digest, changed), None)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--letters", type=int, default=600, help="for the gain of a second worker")
    parser.add_argument("--rounds", type=int, default=3, help="of one and of two workers in turn; 0 for none")
    parser.add_argument("--sizes", type=int, nargs="+", default=(1_000, 50_000), help="for memory")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        kept = not given.rounds or workers(Path(folder), given.letters, given.rounds)
        return 0 if memory(Path(folder), tuple(given.sizes)) and kept else 1


def workers(folder: Path, count: int, rounds: int) -> bool:
    documents = folder / "letters"
    documents.mkdir()
    for number in range(count):
        (documents / f"{number:05}.md").write_text(_letter(number).to_markdown(), encoding="utf-8")
    runs: dict[int, list[Measured]] = {1: [], 2: []}
    alone: dict[int, list[float]] = {1: [], 2: []}
    for _ in range(rounds):
        for jobs, measured in runs.items():
            alone[jobs].append(_alone(jobs))
            measured.append(_in_a_process(_run, documents, folder / "out", jobs))
            shutil.rmtree(folder / "out")
    for jobs, measured in runs.items():
        clock = ", ".join(f"{one.by_clock:.1f}" for one in measured)
        cpu = ", ".join(f"{one.by_cpu:.1f}" for one in measured)
        print(f"{jobs} worker(s), documents a second: wall {clock}; CPU {cpu}")
    by_clock = _best(runs[2], "by_clock") / _best(runs[1], "by_clock")
    by_cpu = _best(runs[2], "by_cpu") / _best(runs[1], "by_cpu")
    print(f"{'two workers / one, wall (best of each)':52} {by_clock:8.2f}  (at least {GAIN})")
    print(f"{'two workers / one, CPU (best of each)':52} {by_cpu:8.2f}")
    print(f"{'two processes on their own / one, wall (best)':52} {2 * min(alone[1]) / min(alone[2]):8.2f}")
    one = min(runs[1], key=lambda run: run.parent)
    source = sum(path.stat().st_size for path in documents.iterdir())
    print(f"{'CPU ms of a worker for a document':52} {1000 * min(r.workers for r in runs[1]) / count:8.2f}")
    print(f"{'CPU ms of the process in charge for a document':52} {1000 * one.parent / count:8.2f}")
    print(f"{'process in charge / workers, CPU':52} {one.parent / one.workers:8.3f}")
    print(f"{'bytes of the store for a document':52} {one.size / count:8.0f}")
    print(f"{'store / documents, bytes':52} {one.size / source:8.2f}", flush=True)
    return bool(by_clock >= GAIN)


def memory(folder: Path, sizes: tuple[int, ...]) -> bool:
    answers = [_record(folder, number, _letter(number)) for number in range(7)]
    answers += [_record(folder, number, letter) for number, letter in enumerate(_of_two_organs(), start=len(answers))]
    peaks: list[tuple[int, int]] = []
    for size in sizes:
        before, checked, peak, found, seconds, stored = _in_a_process(
            _run_with_stub, folder / f"many{size}", size, answers
        )
        peaks.append((checked, peak))
        print(
            f"{size:7} documents by stub: {before / MEGABYTE:.1f} MB before, {checked / MEGABYTE:.1f} MB at the peak until all are"
            f" kept, {peak / MEGABYTE:.1f} MB with the rules over many documents, which find {found};"
            f" CPU ms a document {1000 * seconds / size:.2f}; store {stored / size:.0f} bytes a document",
            flush=True,
        )
    (first, first_all), (last, last_all) = peaks[0], peaks[-1]
    what = f"peak at {sizes[-1]} / at {sizes[0]} documents"
    print(f"{what + ', search, checks, store':68} {last / first:8.3f}  (at most {GROWTH:.2f})")
    print(f"{what + ', with the rules over many':68} {last_all / first_all:8.3f}  (at most {GROWTH:.2f})")
    return last_all <= GROWTH * first_all


def _best(runs: list[Measured], what: str) -> float:
    return max(float(getattr(run, what)) for run in runs)


def _alone(processes: int) -> float:
    """Seconds by the clock that as many processes need to check the same number of letters each."""
    with multiprocessing.get_context("spawn").Pool(processes) as pool:
        pool.map(_check, [8] * processes, chunksize=1)
        began = time.perf_counter()
        pool.map(_check, [_ALONE] * processes, chunksize=1)
        return time.perf_counter() - began


def _check(letters: int) -> None:
    for number in range(letters):
        data = _letter(number).to_markdown().encode()
        check_one(Task(input=number, path="letter.md", absolute="/letter.md", data=data, day=DAY))


def _in_a_process(function: Any, *arguments: Any) -> Any:
    """What `function` returns, called in a process that has done nothing before."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(_undaemonic, (function, *arguments))


def _undaemonic(function: Any, *arguments: Any) -> Any:
    multiprocessing.current_process().daemon = False  # it has workers of its own
    return function(*arguments)


def _run(documents: Path, out: Path, jobs: int) -> Measured:
    found = [Found.at(path) for path in sorted(documents.iterdir())]
    with Store.create(out) as store:
        batch = Batch(store=store, options=Options(), jobs=jobs, waivers=WaiverFiles(), day=DAY, observer=Silent())
        began, parent, others = time.perf_counter(), _cpu(resource.RUSAGE_SELF), _cpu(resource.RUSAGE_CHILDREN)
        batch.run(found)
        wall = time.perf_counter() - began
        parent, others = _cpu(resource.RUSAGE_SELF) - parent, _cpu(resource.RUSAGE_CHILDREN) - others
    size = (out / FILE_NAME).stat().st_size
    return Measured(documents=len(found), wall=wall, parent=parent, workers=others, jobs=jobs, size=size)


def _run_with_stub(out: Path, size: int, answers: list[Record]) -> tuple[int, int, int, int, float, int]:
    before = psutil.Process().memory_info().rss
    began = time.process_time()
    with Store.create(out) as store:
        batch = Batch(store=store, options=Options(), jobs=0, waivers=WaiverFiles(), day=DAY, workers=Stub(answers))
        batch.run(_names(size))
        checked = _peak()
        found = sum(cross.apply(store, today=DAY).values())
    seconds = time.process_time() - began
    stored = (out / FILE_NAME).stat().st_size
    shutil.rmtree(out)
    return before, checked, _peak(), found, seconds, stored


def _names(size: int) -> Iterator[Found]:
    for number in range(size):
        yield Found(path=f"/archive/{number // 500:04}/{number:07}.md", size=5000)


def _record(folder: Path, number: int, letter: Letter) -> Record:
    path = folder / f"one{number}.md"
    path.write_text(letter.to_markdown(), encoding="utf-8")
    record = check_one(Task(input=number, path=str(path), absolute=str(path), day=DAY))
    assert isinstance(record, Record)
    return record


def _letter(number: int) -> Letter:
    """One of many, each of its own: an eighth of them have something wrong, as its form has another number."""
    form = Form(number=f"{20230000 + number % 977}") if number % 8 == 0 else Form()
    sections = tuple(
        Part(
            heading=f"推进第{number + section}片区改造",
            paragraphs=(
                f"第{number}片区于{2015 + number % 8}年完成普查，查明病害{number * 37 % 911 + section}处，"
                f"投入资金{number * 53 % 977 + 1}万元，改造管网{number * 7 % 89 + 1}公里。",
            ),
        )
        for section in range(3)
    )
    return Letter(number=f"武水函〔2023〕{number + 1}号", form=form, sections=sections)


def _of_two_organs() -> tuple[Letter, Letter]:
    """A reply that names a co-handler, and an opinion of that to the lead organ: most of them lack their counterpart."""
    parks = "武汉市园林和林业局"
    title = "关于市政协十四届二次会议第20230117号提案的会办意见"
    lead, joint = _letter(7).but(joint_agencies=(parks,)), _letter(9)
    return lead, joint.but(issuer=parks, title=title, addressees=(lead.issuer or "",))


def _cpu(who: int) -> float:
    usage = resource.getrusage(who)
    return usage.ru_utime + usage.ru_stime


def _peak() -> int:
    with Path("/proc/self/status").open(encoding="ascii") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) * 1024


if __name__ == "__main__":
    sys.exit(main())
