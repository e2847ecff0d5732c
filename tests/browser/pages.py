"""A report as a clerk opens it, and a watch over what it does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Dialog, Locator, Page, Request, expect

from govreply.batch.store import Store
from govreply.language import Language
from govreply.reports.batch_html import write_html
from govreply.testing import Form, Letter
from tests.reports.batches import HELP

# more documents than a page of the list shows, of two organs
MANY = {
    f"丙/{number:03d}.md": Letter(
        issuer="武汉市水务局" if number % 3 else "武汉市卫生健康委员会",
        document_number=f"武函〔2023〕{number}号",
        number=f"2023{number:04d}",
        disclosure="此件公开发布",
    )
    .to_markdown()
    .encode()
    for number in range(1, 66)
}
LONG = Letter(
    number="20230118",
    sections=(),
    opening=tuple(f"第{at}段，" + "情况说明。" * 30 for at in range(400)),
    form=Form(number="20230181"),
)
# a page saved as Markdown, with boxes and a reference left in it
MARKED = LONG.but(
    sections=(), opening=("办结（<input type='checkbox' checked='checked'/>）&nbsp;未办（<input type='checkbox'/>）。",)
)
FAULTY_NAME = "1 号答复.md"


def written(store: Store, language: Language = Language.ZH) -> Path:
    write_html(store, store.folder, language, rules=HELP)
    return store.folder / "report.html"


def opened(browser: Browser, report: Path, **how: Any) -> Iterator[Page]:
    """The page, watched: it may raise nothing, say nothing on the console and ask for nothing but its own files."""
    context = browser.new_context(viewport={"width": 1300, "height": 800}, **how)
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(f"error: {error}"))
    page.on("console", lambda message: faults.append(f"console: {message.text}"))
    page.on("popup", lambda popup: faults.append(f"popup: {popup.url}"))

    def asked(request: Request) -> None:
        if not own(request.url, report):
            faults.append(f"request: {request.url}")

    def opens(dialog: Dialog) -> None:
        faults.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    page.on("request", asked)
    page.on("dialog", opens)
    page.goto(report.as_uri())
    yield page
    context.close()
    assert faults == []


def own(url: str, report: Path) -> bool:
    base = report.parent.as_uri()
    return url.partition("#")[0] == report.as_uri() or url.startswith(f"{base}/report-data/")


def go(page: Page, where: str) -> None:
    page.evaluate("where => { location.hash = where }", where)


def open_faulty(page: Page) -> Locator:
    """Open the document with the two numbers by searching for it; returns the card of that finding."""
    page.get_by_role("link", name=re.compile("^文件 ")).click()
    page.get_by_label("搜索").fill("1 号答复")
    page.get_by_role("link", name=re.compile(re.escape(FAULTY_NAME))).click()
    expect(page.locator("#document-h")).to_be_focused()
    return page.locator(".issue.i-error")
