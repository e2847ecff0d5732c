"""The page of a batch in a browser, opened from its file as a clerk opens it."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.browser.pages import FAULTY_NAME, go, open_faulty
from tests.reports.batches import FILES


def test_the_overview_tells_the_counts(page: Page) -> None:
    expect(page.locator("html")).to_have_attribute("lang", "zh-CN")
    cards = {card.split("\n")[0]: card.split("\n")[1] for card in page.locator(".card").all_inner_texts()}
    assert cards == {"找到文件": "73", "不通过": "3", "无法判定": "1", "通过": "67", "未能读取": "2"}
    chart = page.get_by_role("img", name=re.compile("^结论"))
    expect(chart).to_have_accessible_name("结论：不通过 3，无法判定 1，通过 67，未能读取 2")
    rule = page.get_by_role("row", name=re.compile("编号前后不一"))
    expect(rule).to_contain_text("3")
    expect(page.get_by_role("row", name=re.compile("武汉市卫生健康委员会"))).to_contain_text("21")


def test_numbers_and_bars_lead_to_the_documents(page: Page) -> None:
    page.get_by_role("link", name="编号前后不一", exact=True).click()
    expect(page.get_by_role("status").first).to_have_text("共 3 份，显示第 1–3 份")
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
        ("severity", "error", 3),
        ("rule", "proposal-number-mismatch", 3),
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
    expect(page.locator("#rows tbody tr")).to_have_count(23)
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


def test_left_over_markup_is_shown_as_what_it_means_until_asked_for(page: Page) -> None:
    go(page, "#list&q=" + "标记.md")
    page.get_by_role("link", name=re.compile("标记.md")).click()
    line = page.locator(".line", has_text="办结")
    shown = line.locator("> span")
    expect(shown).to_be_visible()
    assert "input" not in shown.inner_text() and "nbsp" not in shown.inner_text()
    signs = line.locator(".entity").evaluate_all("all => all.map(e => getComputedStyle(e, '::before').content)")
    assert [sign.strip('"') for sign in signs] == ["☑", "\u00a0", "☐"]
    page.get_by_label("显示标记").check()
    assert "<input type='checkbox' checked='checked'/>" in shown.inner_text() and "&nbsp;" in shown.inner_text()


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


def test_a_page_opened_at_the_list_shows_its_heading_below_the_bar(page: Page) -> None:
    page.set_viewport_size({"width": 1000, "height": 400})
    go(page, "#list")
    page.reload()
    expect(page.locator("#rows tbody tr").first).to_be_visible()
    heading, bar = page.locator("#list-h").bounding_box(), page.locator("header.top").bounding_box()
    assert heading is not None and bar is not None
    assert heading["y"] >= bar["y"] + bar["height"]


def test_why_a_document_was_not_read_ends_as_a_sentence(page: Page) -> None:
    go(page, "#list&verdict=unread")
    page.locator("#rows tbody tr .file a").first.click()
    expect(page.locator("#document .notice").first).to_contain_text(re.compile(r"[^。]。(?:请|文件)"))
