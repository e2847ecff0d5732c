"""Prints how long Chromium takes to open report.html, as a ratio to an empty page opened in the same run.

The store is filled with records of a few letters under many names; the page is written from it, and how long that takes
for each document is told, too. Each figure is the median of some rounds, in which the empty page and the report take turns.
Needs the extra `dev` and Debian's chromium.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from attrs import evolve

from govreply.batch.record import Record
from govreply.batch.store import Store
from govreply.batch.work import Options, Task, check_one
from govreply.language import Language
from govreply.reports.batch_html import write_html
from govreply.reports.batch_xlsx import write_xlsx
from govreply.testing import Form, Letter

ISSUERS = ("水务局", "园林绿化局", "教育局", "交通运输局", "卫生健康委员会", "住房保障和房屋管理局", "民政局", "公安局")
DAY = date(2024, 6, 3)
_FIRST_ROWS = "#rows tbody tr"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=7)
    given = parser.parse_args()
    chromium = shutil.which("chromium")
    if chromium is None:
        print("chromium is not installed: make system-packages", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        with Store.create(Path(folder)) as store:
            fill(store, given.documents)
            before = peak()
            told("report.html", given.documents, lambda: write_html(store, store.folder, Language.ZH))
            told("report.xlsx", given.documents, lambda: write_xlsx(store, store.folder / "report.xlsx", Language.ZH))
            print(f"memory: {before:.0f} MB before the reports, {peak():.0f} MB at the peak")
        print(f"report.html: {(Path(folder) / 'report.html').stat().st_size / 1024:.0f} KB")
        measure(chromium, Path(folder), given.documents, given.rounds)
    return 0


def fill(store: Store, documents: int) -> None:
    """Put records of a few letters, sound and faulty, under as many names as there are to be documents."""
    records = [record(letter) for issuer in ISSUERS for letter in letters(f"武汉市{issuer}")]
    store.set_meta("folders", '["/letters"]')
    run = store.begin_run(Options().to_json())
    for number in range(documents):
        one = records[number % len(records)]
        document = one.document | {"number": f"武函〔2023〕{number + 1}号"}
        name = f"/letters/{number // 500:03d}/{number:06d}.md"
        store.put(run, store.found(run, name, size=1_500), evolve(one, document=document))
    store.end_run(run, "complete")


def letters(issuer: str) -> tuple[Letter, ...]:
    sound = Letter(issuer=issuer, disclosure="此件公开发布", form=Form())
    return sound, sound.but(form=Form(number="20230171")), sound.but(date="2023年6月31日"), sound.but(disclosure=None)


def record(letter: Letter) -> Record:
    data = letter.to_markdown().encode()
    made = check_one(Task(input=1, path="a.md", absolute="/a.md", data=data, day=DAY))
    assert isinstance(made, Record)
    return made


def told(name: str, documents: int, write: Callable[[], None]) -> None:
    started = time.perf_counter()
    write()
    seconds = time.perf_counter() - started
    print(f"{name}: {seconds:.1f} s for {documents} documents, {1000 * seconds / documents:.2f} ms each")


def peak() -> float:
    """What this process has held at most, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure(chromium: str, folder: Path, documents: int, rounds: int) -> None:
    from playwright.sync_api import Page, sync_playwright

    empty = folder / "empty.html"
    empty.write_text('<!DOCTYPE html><meta charset="utf-8"><title>empty</title><p class="card">0</p>', encoding="utf-8")
    report = (folder / "report.html").as_uri()

    def searched(page: Page) -> None:
        page.goto(f"{report}#list&q=017")
        page.wait_for_selector(_FIRST_ROWS)

    steps: dict[str, Callable[[Page], object]] = {
        "empty page": lambda page: (page.goto(empty.as_uri()), page.wait_for_selector(".card")),
        "overview": lambda page: (page.goto(report), page.wait_for_selector(".card")),
        "list, first page": lambda page: (page.goto(f"{report}#list"), page.wait_for_selector(_FIRST_ROWS)),
        "list, search over all": searched,
        "a document": lambda page: (
            page.goto(f"{report}#d={documents // 2 + 1}"),
            page.wait_for_selector(".text .line"),
        ),
    }
    times: dict[str, list[float]] = {name: [] for name in steps}
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=arguments)
        for _ in range(rounds):
            for name, act in steps.items():
                page = browser.new_page()
                started = time.perf_counter()
                act(page)
                times[name].append(time.perf_counter() - started)
                page.close()
        browser.close()
    base = statistics.median(times["empty page"])
    for name, taken in times.items():
        middle = statistics.median(taken)
        print(f"{name:22} {1000 * middle:6.0f} ms  {middle / base:5.1f} times the empty page")


if __name__ == "__main__":
    sys.exit(main())
