"""The page of a batch in a browser, opened from its file as a clerk opens it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Dialog, Locator, Page, Request, expect

from govreply.batch.store import Store
from govreply.language import Language
from govreply.reports.batch_html import write_html
from govreply.testing import Form, Letter
from tests.reports.batches import FILES, HELP, check_folder, cross, fill_folder, hostile_folder

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
FAULTY_NAME = "1 号答复.md"


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("batch")
    fill_folder(folder / "in", FILES | MANY | {"丁/长.md": LONG.to_markdown().encode()})
    with check_folder(folder / "in", folder / "out") as store:
        numbers = [
            row[0] for row in store.db.execute("SELECT id FROM inputs WHERE state = 'done' ORDER BY path LIMIT 2")
        ]
        cross(store, "文号重复", *numbers)
        return written(store)


def written(store: Store, language: Language = Language.ZH) -> Path:
    write_html(store, store.folder, language, rules=HELP)
    return store.folder / "report.html"


@pytest.fixture
def page(browser: Browser, report: Path) -> Iterator[Page]:
    yield from opened(browser, report)


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


def test_the_overview_tells_the_counts(page: Page) -> None:
    expect(page.locator("html")).to_have_attribute("lang", "zh-CN")
    cards = {card.split("\n")[0]: card.split("\n")[1] for card in page.locator(".card").all_inner_texts()}
    assert cards == {"找到文件": "72", "不通过": "2", "无法判定": "1", "通过": "67", "未能读取": "2"}
    chart = page.get_by_role("img", name=re.compile("^结论"))
    expect(chart).to_have_accessible_name("结论：不通过 2，无法判定 1，通过 67，未能读取 2")
    rule = page.get_by_role("row", name=re.compile("编号前后不一"))
    expect(rule).to_contain_text("2")
    expect(page.get_by_role("row", name=re.compile("武汉市卫生健康委员会"))).to_contain_text("21")


def test_numbers_and_bars_lead_to_the_documents(page: Page) -> None:
    page.get_by_role("link", name="编号前后不一", exact=True).click()
    expect(page.get_by_role("status").first).to_have_text("共 2 份，显示第 1–2 份")
    expect(page.locator("#f-rule")).to_have_value("proposal-number-mismatch")
    page.go_back()
    page.locator(".card.s-unread").click()
    expect(page.locator("#rows tbody tr")).to_have_count(2)
    expect(page.locator("#rows tbody")).to_contain_text("内容为空")


def test_search_and_filters(page: Page) -> None:
    go(page, "#list")
    rows = page.locator("#rows tbody tr")
    expect(rows).to_have_count(50)
    page.get_by_label("搜索").fill("武函〔2023〕17号")
    expect(rows).to_have_count(1)
    expect(rows).to_contain_text("017.md")
    page.get_by_role("button", name="清除条件").click()
    expect(rows).to_have_count(50)
    for name, option, many in (
        ("verdict", "undetermined", 1),
        ("severity", "error", 2),
        ("rule", "proposal-number-mismatch", 2),
        ("organ", "武汉市卫生健康委员会", 21),
        ("state", "corrupt", 1),
        ("state", "no-reply", 1),
    ):
        box = page.locator(f"#f-{name}")
        box.select_option(option)
        expect(rows).to_have_count(many)
        box.select_option("")
        expect(rows).to_have_count(50)
    page.locator("#f-sort").select_option("errors")
    expect(rows.first).to_contain_text("不通过")
    page.get_by_label("搜索").fill("没有这样的文件")
    expect(page.get_by_role("status").first).to_have_text("没有符合条件的文件。")


def test_pages_of_the_list(page: Page) -> None:
    go(page, "#list")
    expect(page.locator("#page")).to_have_text("1 / 2")
    page.get_by_role("button", name="下一页").first.click()
    expect(page.locator("#page")).to_have_text("2 / 2")
    expect(page.locator("#rows tbody tr")).to_have_count(22)
    expect(page.get_by_role("button", name="下一页").first).to_be_disabled()


def test_a_finding_lights_both_of_its_places(page: Page) -> None:
    card = open_faulty(page)
    card.get_by_role("button").first.click()
    lit = page.locator("mark.on")
    expect(lit).to_have_count(2)
    own_place, other = lit.filter(has_text="20230171"), lit.filter(has_text="20230117")
    expect(own_place).to_be_in_viewport()
    expect(own_place).to_be_focused()
    expect(card).to_have_class(re.compile(r"\bon\b"))
    own_place.click()  # pressed again, it leads to the other side
    expect(other).to_be_focused()
    expect(other).to_be_in_viewport()
    other.click()
    expect(own_place).to_be_focused()
    assert own_place.evaluate("mark => mark.closest('.line').dataset.n") == str(line_of("20230171"))
    assert other.evaluate("mark => mark.closest('.line').dataset.n") == str(line_of("20230117"))


def line_of(text: str) -> int:
    lines = FILES[f"甲/{FAULTY_NAME}"].decode().splitlines()
    return next(at for at, line in enumerate(lines, start=1) if text in line)


def test_the_text_is_the_text_and_ticks_and_fields_stand_beside_it(page: Page) -> None:
    open_faulty(page)
    shown = page.locator(".line > span").all_text_contents()
    marked = re.compile("[0-9,′]*")
    text = FILES[f"甲/{FAULTY_NAME}"].decode().splitlines()
    assert len(shown) == len(text)
    sups = page.locator(".text sup")
    assert sups.count() > 0
    page.evaluate("document.querySelectorAll('.text sup').forEach(sup => sup.remove())")
    assert page.locator(".line > span").all_text_contents() == text
    assert all(marked.fullmatch(one) for one in sups.all_text_contents())
    side = page.get_by_role("complementary", name="要素")
    expect(side).to_contain_text("武水函〔2023〕21号")
    expect(side.get_by_role("img", name="已勾选").first).to_be_visible()
    side.get_by_role("button", name="2023年6月12日").click()
    line = page.locator(".line", has_text=re.compile("^2023年6月12日"))
    expect(line).to_be_in_viewport()
    assert page.evaluate("[...CSS.highlights.get('field')].map(range => range.toString()).join()") == "2023年6月12日"


def test_a_place_far_down_a_long_text_is_scrolled_to(page: Page) -> None:
    go(page, "#list&q=" + "长.md")
    page.get_by_role("link", name=re.compile("长.md")).click()
    expect(page.locator(".issue.i-error")).to_have_count(1)
    sides = page.locator(".issue.i-error .sides button")
    for at in range(sides.count()):
        sides.nth(at).click()
        expect(page.locator("mark:focus")).to_be_in_viewport()


def test_what_is_found_over_many_leads_into_each(page: Page) -> None:
    page.get_by_role("link", name=re.compile("^跨文件问题 1")).click()
    item = page.locator("#cross-rows > li")
    expect(item).to_have_count(1)
    expect(item).to_contain_text("文号重复")
    link = item.get_by_role("link").nth(1)
    name = link.inner_text()
    link.click()
    expect(page.locator(".path")).to_have_text(name)
    assert page.evaluate("[...CSS.highlights.get('field')].map(range => range.toString()).join()").strip()
    page.locator("#document .cross a").click()
    expect(page.locator(".path")).not_to_have_text(name)


def test_all_of_it_with_keys_alone(page: Page) -> None:
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="跳到正文")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()
    page.keyboard.press("/")
    expect(page.get_by_label("搜索")).to_be_focused()
    page.keyboard.type("1 号答复")
    rows = page.locator("#rows tbody tr")
    expect(rows).to_have_count(1)
    page.keyboard.press("ArrowDown")
    expect(rows.get_by_role("link")).to_be_focused()
    outline = rows.get_by_role("link").evaluate("link => getComputedStyle(link).outlineStyle")
    assert outline != "none"
    page.keyboard.press("Enter")
    expect(page.locator("#document-h")).to_be_focused()
    card = page.locator(".issue.i-error")
    for _ in range(page.locator(".issue").count()):
        page.keyboard.press("j")
        if "on" in (card.get_attribute("class") or "").split():
            break
    expect(page.locator("mark:focus")).to_contain_text("20230171")
    page.keyboard.press("o")
    expect(page.locator("mark:focus")).to_contain_text("20230117")
    page.keyboard.press("Enter")
    expect(page.locator("mark:focus")).to_contain_text("20230171")
    page.keyboard.press("Escape")
    expect(rows.get_by_role("link")).to_be_focused()
    page.keyboard.press("/")
    expect(page.get_by_label("搜索")).to_be_focused()
    page.keyboard.press("Escape")
    expect(rows).to_have_count(50)
    page.get_by_label("搜索").blur()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(rows.nth(1).get_by_role("link")).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(rows.nth(0).get_by_role("link")).to_be_focused()


def test_neighbours_follow_the_list_that_was_looked_at(page: Page) -> None:
    go(page, "#list&organ=武汉市卫生健康委员会")
    page.get_by_role("link", name=re.compile("003.md")).click()
    page.get_by_role("link", name="下一份").click()
    expect(page.locator(".path")).to_contain_text("006.md")
    page.keyboard.press("ArrowLeft")
    expect(page.locator(".path")).to_contain_text("003.md")


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
