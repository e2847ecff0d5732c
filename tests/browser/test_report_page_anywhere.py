"""The page of a batch on every screen, on paper, without its data, and with documents that mean harm."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.pages import go, open_faulty, opened, written
from tests.reports.batches import hostile_folder


@pytest.mark.parametrize("width", [360, 768])
def test_narrow_screens_need_no_sideways_scrolling(browser: Browser, report: Path, width: int) -> None:
    for page in opened(browser, report):
        page.set_viewport_size({"width": width, "height": 700})
        for where in ("#overview", "#list", "#cross", "#d=1", "#d=70"):
            go(page, where)
            expect(page.locator("main > section:not([hidden])")).to_have_count(1)
            page.wait_for_timeout(150)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, where


def test_colours_can_be_told_from_their_ground(browser: Browser, report: Path) -> None:
    for scheme in ("light", "dark"):
        for page in opened(browser, report, color_scheme=scheme):
            open_faulty(page)
            assert [pair for pair in page.evaluate(CONTRASTS) if pair[2] < 4.5] == []


# text, colour and contrast of what is seen, by the formula of WCAG 2
CONTRASTS = """() => {
  const parts = colour => colour.match(/[\\d.]+/g).map(Number);
  const light = colour => parts(colour).slice(0, 3).map(c => c / 255)
    .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, at) => sum + c * [0.2126, 0.7152, 0.0722][at], 0);
  const ground = element => {
    for (let at = element; at; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      if (parts(colour).length < 4 || parts(colour)[3] === 1) return colour;
    }
    return "rgb(255, 255, 255)";
  };
  return [...document.querySelectorAll("#document *, header *")]
    .filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) && e.checkVisibility())
    .map(e => {
      const [a, b] = [light(getComputedStyle(e).color), light(ground(e))];
      return [e.textContent.slice(0, 20), getComputedStyle(e).color, (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)];
    });
}"""


def test_a_missing_folder_of_data_is_told(browser: Browser, report: Path, tmp_path: Path) -> None:
    alone = tmp_path / "report.html"
    alone.write_bytes(report.read_bytes())
    page = browser.new_page()
    page.goto(alone.as_uri() + "#list")
    expect(page.get_by_role("alert")).to_contain_text("report-data")
    page.close()


def test_a_hostile_document_does_nothing(browser: Browser, tmp_path: Path) -> None:
    with hostile_folder(tmp_path / "in", tmp_path / "out") as store:
        report = written(store)
    for page in opened(browser, report):
        for where in ("#overview", "#list", "#list&q=script", "#cross", "#d=1", "#d=2"):
            go(page, where)
            page.wait_for_timeout(200)
        expect(page.locator(".issue").first).to_be_visible()
        buttons = page.locator("#document button")
        for at in range(buttons.count()):
            buttons.nth(at).dispatch_event("click")
        for mark in page.locator("mark[tabindex]").all():
            mark.press("Enter")
        assert page.evaluate("window.hit") is None
        assert page.locator("#document :is(script, img, iframe, object, embed, style, form)").count() == 0
        assert page.locator("main :is(script, img, iframe)").count() == 0
        hrefs = page.evaluate("[...document.links].map(link => link.protocol)")
        assert set(hrefs) == {"file:"}
        assert "\u202e" not in page.locator("main").inner_text()
        assert "<script>window.hit=1</script>" in (page.locator(".line").first.text_content() or "")


def test_the_policy_holds(browser: Browser, report: Path) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(report.as_uri())
    asked: list[str] = []
    refused: list[str | None] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("requestfailed", lambda request: refused.append(request.failure))
    blocked = page.evaluate(
        """() => {
          const tries = {
            markup: () => { document.body.innerHTML = "<p>"; },
            address: () => { document.createElement("script").src = "https://example.invalid/a.js"; },
          };
          return Object.entries(tries).filter(([, act]) => { try { act(); return false; } catch { return true; } })
            .map(([name]) => name);
        }"""
    )
    assert blocked == ["markup", "address"]
    page.evaluate(
        """() => {
          const image = document.createElement("img");
          image.src = "https://example.invalid/a.png";
          document.body.append(image);
          const button = document.createElement("button");
          try { button.setAttribute("onclick", "window.hit = 1"); } catch { /* blocked at once */ }
          document.body.append(button);
          button.click();
          try { setTimeout("window.hit = 1"); } catch { /* blocked at once */ }
          return fetch("https://example.invalid/").catch(() => 0);
        }"""
    )
    assert page.evaluate("window.hit") is None
    page.wait_for_timeout(200)
    assert refused == ["csp"] * len(asked)
    context.close()


def test_printed_it_shows_all_of_the_document(browser: Browser, report: Path) -> None:
    for page in opened(browser, report):
        open_faulty(page)
        page.emulate_media(media="print")
        expect(page.locator("header.top")).to_be_hidden()
        expect(page.get_by_role("link", name="返回清单")).to_be_hidden()
        assert page.locator(".paper").evaluate("paper => getComputedStyle(paper).overflow") == "visible"
        assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")
