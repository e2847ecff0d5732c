"""The system's Chromium, driven by playwright; what needs it is skipped where it is not installed."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.pages import LONG, MANY, MARKED, opened, written
from tests.reports.batches import FILES, check_folder, cross, fill_folder

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
# Chromium's own sandbox does not work for the superuser, as in most containers
ARGUMENTS = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []


# no longer than a file: its threads keep workers from being forked, and the tests that follow would take minutes more
@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed: make system-packages")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("batch")
    fill_folder(
        folder / "in",
        FILES | MANY | {"丁/长.md": LONG.to_markdown().encode(), "丁/标记.md": MARKED.to_markdown().encode()},
    )
    with check_folder(folder / "in", folder / "out") as store:
        numbers = [
            row[0] for row in store.db.execute("SELECT id FROM inputs WHERE state = 'done' ORDER BY path LIMIT 2")
        ]
        cross(store, "文号重复", *numbers)
        return written(store)


@pytest.fixture
def page(browser: Browser, report: Path) -> Iterator[Page]:
    yield from opened(browser, report)
