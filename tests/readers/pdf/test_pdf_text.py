"""Lines, paragraphs and page furniture of PDF pages."""

from __future__ import annotations

import pytest

from govreply.blocks import Line
from govreply.places import Story
from govreply.readers import read
from govreply.testing.render_pdf import PdfPage, write_pdf
from tests.readers.pdf.make import blocks_of, image, line, lines_of, paragraph, pdf, text

FULL = "本市各区排水管网普查工作已于上年完成并建立了信息台账"  # 26 signs: a first line of 28 with its indent
NEXT = "市区两级按月通报进度并督促责任单位在汛期之前完成全部整改任务"[:28]
BODY = paragraph([FULL, NEXT, "任务。"], 100) + paragraph([FULL, NEXT, "目标。"], 184)


def test_lines_of_a_paragraph_are_joined_and_an_indent_begins_the_next_one() -> None:
    assert lines_of(pdf(BODY)) == [FULL + NEXT + "任务。", FULL + NEXT + "目标。"]


def test_a_short_line_ends_its_paragraph_even_without_an_indent() -> None:
    head = text("某某委员：", 79, 72)
    assert lines_of(pdf(head + BODY))[0] == "某某委员："


def test_a_wider_distance_begins_a_paragraph() -> None:
    plain = [text((FULL + NEXT)[:28], 79, y) for y in (100, 128, 156, 200, 228, 256)]
    assert [len(found) for found in lines_of(pdf("".join(plain)))] == [84, 84]


def test_drawing_order_does_not_matter() -> None:
    shown = [text("下", 79, 200), text("中", 79, 150), text("上", 79, 100)]
    assert lines_of(pdf("".join(shown))) == ["上", "中", "下"]


def test_what_stands_far_apart_on_a_line_stays_apart() -> None:
    (found,) = lines_of(pdf(text("签发人：王五", 400, 100) + text("某函〔2023〕4号", 79, 100)))
    assert found.split() == ["某函〔2023〕4号", "签发人：王五"]
    assert "    " in found


def test_signs_set_wide_have_blanks_between_them_and_justified_ones_none() -> None:
    assert lines_of(pdf(text("答复", 79, 100, step=32) + text("我们认真研究", 79, 200, step=17.5))) == [
        "答  复",
        "我们认真研究",
    ]


def test_raised_small_signs_belong_to_their_line() -> None:
    shown = text("二百平方千米", 79, 100) + text("注", 175, 94, 8) + text("左右", 183, 100)
    assert lines_of(pdf(shown)) == ["二百平方千米注左右"]


def test_signs_printed_twice_to_look_bold_are_read_once() -> None:
    assert lines_of(pdf(text("总体情况", 79, 100) + text("总体情况", 79.6, 100))) == ["总体情况"]
    assert lines_of(pdf(text("常常委会", 79, 100))) == ["常常委会"]


def test_turned_signs_and_signs_outside_of_the_page_are_left_out() -> None:
    turned = "BT /F1 16 Tf 0 1 -1 0 300 300 Tm <6C345370> Tj ET\n"
    assert lines_of(pdf(text("正文") + turned + text("页外", 700, 100) + text("页下", 79, 900))) == ["正文"]


@pytest.mark.parametrize("before", ["3 Tr", "1 1 1 rg"])
def test_what_nobody_sees_is_not_read(before: str) -> None:
    assert lines_of(pdf(text("看得见", 79, 100) + text("看不见", 79, 200, before=before))) == ["看得见"]


def test_white_signs_on_a_coloured_area_are_read() -> None:
    area = "0.7 0 0 rg 60 700 400 60 re f 0 g\n"
    assert lines_of(pdf(area + text("白底红条", 79, 115, before="1 1 1 rg"))) == ["白底红条"]


def test_radicals_that_stand_for_characters_are_read_as_these() -> None:
    # 一方 and 民 as printers of web pages write them down
    assert lines_of(pdf(text("⼀⽅⺠政", 79, 100))) == ["一方民政"]


def test_running_heads_feet_and_page_numbers_stand_behind_the_text() -> None:
    pages = [
        text("某市人民政府文件", 79, 40, 10)
        + BODY
        + text(f"— {number} —", 280, 790, 14)
        + text("内部编号A", 79, 815, 9)
        for number in (1, 2)
    ]
    source = read(pdf(*pages), "letter.pdf")
    found = [(b.text.text, b.inside) for b in source.blocks if isinstance(b, Line)]
    body = FULL + NEXT
    assert found[:4] == [(body + end, ()) for end in ("任务。", "目标。") * 2]
    assert sorted(found[4:]) == sorted(
        [
            ("某市人民政府文件", ("header",)),
            ("某市人民政府文件", ("header",)),
            *[(f"— {number} —", ("footer",)) for number in (1, 2)],
            *[("内部编号A", ("footer",))] * 2,
        ]
    )
    stories = {source.source.text[p.span.start : p.span.end]: p.story for p in source.source.places}
    assert stories["某市人民政府文件"] is Story.HEADER
    assert stories["内部编号A"] is Story.FOOTER


@pytest.mark.parametrize("number", ["1", "- 1 -", "—1—", "第1页", "第 1 页 共 3 页", "1/3", "Page 1 of 3"])
def test_a_page_number_is_told_on_a_single_page(number: str) -> None:
    *body, foot = [b for b in blocks_of(pdf(BODY + text(number, 280, 790, 14))) if isinstance(b, Line)]
    assert foot.inside == ("footer",)
    assert len(body) == 2


def test_what_a_browser_prints_at_the_edges_of_a_sheet_is_furniture_on_a_single_page() -> None:
    edges = text("11/24/26, 7:14 PM", 24, 20, 8) + text("https://example.invalid/letter.html", 24, 832, 8)
    assert [b.inside for b in blocks_of(pdf(edges + BODY)) if isinstance(b, Line)] == [(), (), ("header",), ("footer",)]


def test_text_of_the_usual_size_at_the_edge_of_a_sheet_is_text() -> None:
    assert lines_of(pdf(text("某某委员：", 79, 24) + BODY))[0] == "某某委员："


def test_a_date_and_an_annex_at_the_end_of_a_page_are_no_furniture() -> None:
    pages = [BODY + text("附件1", 79, 760), BODY + text("2023年6月12日", 300, 765)]
    assert all(b.inside == () for b in blocks_of(pdf(*pages)) if isinstance(b, Line))


def test_annexes_with_their_own_numbers_at_the_tops_of_pages_stay() -> None:
    pages = [text("附件1", 79, 60) + BODY, text("附件3", 79, 60) + BODY]
    assert [found for found in lines_of(pdf(*pages)) if found.startswith("附件")] == ["附件1", "附件3"]


def test_a_paragraph_goes_on_over_a_page_with_its_furniture_between() -> None:
    first = paragraph([FULL, NEXT], 700) + text("— 1 —", 280, 790, 14)
    second = text(NEXT, 79, 100) + text("完成。", 79, 128) + text("— 2 —", 280, 790, 14)
    assert lines_of(pdf(first, second))[0] == FULL + NEXT + NEXT + "完成。"


def test_words_and_figures_at_the_ends_of_lines_are_parted() -> None:
    shown = text("See the Provisions on the Handling of proposals at the", 79, 100) + text("end 2023", 79, 128)
    assert lines_of(pdf(shown)) == ["See the Provisions on the Handling of proposals at the end 2023"]


def test_a_large_centred_line_is_a_heading_and_its_second_line_goes_with_it() -> None:
    title = text("关于市政协第十四届二次会议第二十八号提案办理", 79, 50, 20) + text("情况的答复", 247, 78, 20)
    first = blocks_of(pdf(title + paragraph([FULL, NEXT, "任务。"], 150) + paragraph([FULL, NEXT, "目标。"], 234)))[0]
    assert isinstance(first, Line)
    assert (first.text.text, first.kind.value) == ("关于市政协第十四届二次会议第二十八号提案办理情况的答复", "heading")


def test_places_have_page_box_and_the_edges_of_each_sign() -> None:
    source = read(pdf(text("第一页", 79, 100), text("第二页号", 79, 200)), "letter.pdf").source
    one, two = source.places
    assert (one.page, two.page) == (1, 2)
    assert two.edges == pytest.approx((79, 95, 111, 127, 143), abs=0.1)
    assert two.box == pytest.approx((79, 186, 143, 202), abs=0.2)
    where = source.locate(two.cut(two.span).span).place
    assert where is not None
    assert where.page == 2


def test_a_turned_page_and_one_off_the_origin_have_the_places_of_the_seen_page() -> None:
    content = text("正文", 79, 100)
    upright = read(write_pdf([PdfPage(content.encode())]), "a.pdf").source.places[0]
    moved = PdfPage(f"q 1 0 0 1 40 -25 cm\n{content}Q\n".encode(), box=(40, -25, 635.276, 816.89))
    turned = PdfPage(f"q 0 1 -1 0 841.89 0 cm\n{content}Q\n".encode(), box=(0, 0, 841.89, 595.276), rotation=90)
    for page in (moved, turned):
        place = read(write_pdf([page]), "a.pdf").source.places[0]
        assert place.box == pytest.approx(upright.box, abs=0.01)


def test_a_line_under_the_head_and_an_image_disturb_nothing() -> None:
    shown = image(200, 300, 100, 100) + line(79, 90, 520, 90) + BODY
    assert lines_of(pdf(shown)) == [FULL + NEXT + "任务。", FULL + NEXT + "目标。"]


def test_a_figure_that_a_program_parts_from_its_unit_parts_no_paragraph() -> None:
    full = "本市各区排水管网普查工作已于上年完成并逐一登记造册存档"  # 26 signs, 416 points
    indented = [
        text(full[:24], 111, y) + text(full, 79, y + 28) + text("存档完毕。", 79, y + 56) for y in (100, 200, 300)
    ]
    short = text("该治理项目计划从今年起分三年逐步实施，争取到2026", 111, 400) + text("年的年底全部完成。", 79, 428)
    assert (
        lines_of(pdf("".join(indented) + short))[-1]
        == "该治理项目计划从今年起分三年逐步实施，争取到2026年的年底全部完成。"
    )
    ended = text("项目计划从今年起分三年逐步实施。", 111, 400) + text("以下为附表说明。", 79, 428)
    assert lines_of(pdf("".join(indented) + ended))[-2:] == ["项目计划从今年起分三年逐步实施。", "以下为附表说明。"]
