"""Tables and boxes to tick on PDF pages."""

from __future__ import annotations

import pytest

from govreply.blocks import Line, Table
from govreply.readers import read
from govreply.testing.render_pdf import PdfPage, write_pdf
from tests.readers.pdf.make import blocks_of, box, cells_of, line, lines_of, pdf, text


def _grid(xs: list[float], ys: list[float]) -> str:
    return "".join(line(x, ys[0], x, ys[-1]) for x in xs) + "".join(line(xs[0], y, xs[-1], y) for y in ys)


def test_ruled_lines_make_a_table_with_spans() -> None:
    # the value of the second row spans three columns, the label in the first column two rows
    rules = line(79, 100, 500, 100) + line(160, 130, 500, 130) + line(79, 160, 500, 160)
    rules += line(79, 100, 79, 160) + line(160, 100, 160, 160) + line(300, 100, 300, 130) + line(500, 100, 500, 160)
    shown = (
        text("提案者", 90, 135) + text("王五", 170, 120) + text("第12号", 310, 120) + text("关于管网的建议", 170, 150)
    )
    (table,) = blocks_of(pdf(text("", 0, 0) + rules + shown))
    assert cells_of(table) == [
        (0, 0, 2, 1, "提案者"),
        (0, 1, 1, 1, "王五"),
        (0, 2, 1, 1, "第12号"),
        (1, 1, 1, 2, "关于管网的建议"),
    ]


def test_an_empty_cell_is_a_cell() -> None:
    (table,) = blocks_of(pdf(_grid([79, 200, 400], [100, 130, 160]) + text("意见", 90, 120)))
    assert cells_of(table) == [(0, 0, 1, 1, "意见"), (0, 1, 1, 1, ""), (1, 0, 1, 1, ""), (1, 1, 1, 1, "")]


def test_a_table_without_its_outer_sides_is_whole() -> None:
    rules = "".join(line(79, y, 400, y) for y in (100, 130, 160)) + line(200, 100, 200, 160)
    shown = text("编号", 90, 120) + text("12", 210, 120) + text("标题", 90, 150) + text("建议", 210, 150)
    (table,) = blocks_of(pdf(rules + shown))
    assert [cell[4] for cell in cells_of(table)] == ["编号", "12", "标题", "建议"]


def test_lines_drawn_as_thin_rectangles_and_in_pieces_make_a_table() -> None:
    bars = "".join(f"{x} 681 0.6 61 re f\n" for x in (79, 200, 400))
    bars += "".join(f"{x} {y} {width} 0.6 re f\n" for y in (681, 711, 741) for x, width in ((79, 121), (200, 200)))
    (table,) = blocks_of(pdf(bars + text("甲", 90, 120) + text("乙", 210, 150)))
    assert [cell[:2] for cell in cells_of(table)] == [(0, 0), (0, 1), (1, 0), (1, 1)]


def test_lines_in_a_cell_are_joined_where_they_fill_it() -> None:
    grid = _grid([79, 180, 279], [100, 190])
    shown = text("答复内容具体", 183, 120) + text("我会满意", 183, 140) + text("王五", 183, 170)
    (table,) = blocks_of(pdf(grid + shown))
    assert cells_of(table)[1][4] == "答复内容具体我会满意|王五"


def test_a_table_over_two_pages_is_one() -> None:
    first = _grid([79, 200, 400], [700, 730, 760]) + text("甲", 90, 720) + text("乙", 90, 750)
    second = _grid([79, 200, 400], [100, 130]) + text("丙", 90, 120) + text("正文", 79, 300)
    table, body = blocks_of(pdf(first, second))
    assert [(cell[0], cell[4]) for cell in cells_of(table) if cell[1] == 0] == [(0, "甲"), (1, "乙"), (2, "丙")]
    assert isinstance(body, Line)


def test_a_box_around_a_text_is_no_table() -> None:
    assert lines_of(pdf(box(79, 90, 300, 40) + text("此件公开发布", 90, 115))) == ["此件公开发布"]


def test_columns_without_lines_make_a_table_and_a_label_set_wide_stays_whole() -> None:
    rows = [
        ("索引号", "K12", "主题", "水利"),
        ("发布机构", "水务局", "日期", "2023-06-30"),
        ("文　号", "函4号", "公开", "主动公开"),
    ]
    shown = "".join(
        text(cell, x, 100 + 28 * row)
        for row, cells in enumerate(rows)
        for x, cell in zip((79, 180, 320, 400), cells, strict=True)
    )
    (table,) = blocks_of(pdf(shown))
    assert isinstance(table, Table)
    assert table.style == "tab"
    assert [cell[4] for cell in cells_of(table)][:8] == [*rows[0], *rows[1]]


def test_two_lines_with_wide_blanks_are_no_table() -> None:
    shown = "".join(text("联系人：王五", 79, y) + text("电话：5551234", 300, y) for y in (100, 128))
    assert len(lines_of(pdf(shown))) == 2


TICK = "0.8 w 82 733 m 85 730 l 90 738 l S\n"


@pytest.mark.parametrize(
    ("drawn", "sign"),
    [
        (box(80, 102, 12, 12), "☐"),
        (box(80, 102, 12, 12) + TICK, "☑"),
        (box(80, 102, 12, 12) + "82 729 m 90 738 l S 82 738 m 90 729 l S\n", "☑"),
    ],
)
def test_a_drawn_box_is_a_box(drawn: str, sign: str) -> None:
    assert lines_of(pdf(drawn + text("满意", 96, 114))) == [f"{sign}满意"]


def test_drawn_rectangles_of_other_sizes_and_frames_of_signs_are_no_boxes() -> None:
    frame = box(78, 101, 18, 18) + text("密", 79, 115)
    (found,) = lines_of(pdf(frame + box(200, 100, 60, 12) + text("级", 300, 115)))
    assert found.split() == ["密", "级"]


@pytest.mark.parametrize(("code", "sign"), [("FE", "☑"), ("A8", "☐"), ("FC", "✓"), ("FD", "☒")])
def test_letters_of_wingdings_are_signs(code: str, sign: str) -> None:
    shown = f"BT /F2 16 Tf 1 0 0 1 79 741.89 Tm <{code}> Tj ET\n" + text("满意", 96, 100)
    assert lines_of(pdf(shown)) == [f"{sign}满意"]


def test_a_tick_printed_over_a_box_makes_it_ticked() -> None:
    assert lines_of(pdf(text("□满意□理解", 79, 100) + text("√", 80, 98))) == ["☑满意□理解"]
    assert lines_of(pdf(text("满意（√）", 79, 100) + text("□", 300, 100)))[0].startswith("满意（√）")


FIELDS = (
    b"<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /Rect [150 731 300 751] /AP << /N 12 0 R >> /F 4 >>",
    b"<< /Type /Annot /Subtype /Widget /FT /Btn /T (b) /V /Yes /AS /Yes /Rect [150 700 164 714] "
    b"/AP << /N << /Yes 13 0 R /Off 14 0 R >> >> /F 4 >>",
)
FORMS = (
    b"<< /Type /XObject /Subtype /Form /BBox [0 0 150 20] /Resources << /Font << /F1 3 0 R >> >> /Length 48 >>\n"
    b"stream\n" + b"/Tx BMC BT /F1 14 Tf 2 5 Td <738B4E94> Tj ET EMC".ljust(48) + b"\nendstream",
    b"<< /Type /XObject /Subtype /Form /BBox [0 0 14 14] /Resources << /Font << /ZaDb 15 0 R >> >> /Length 54 >>\n"
    b"stream\n" + b"0.5 0.5 13 13 re S q BT /ZaDb 12 Tf 2 3 Td (4) Tj ET Q".ljust(54) + b"\nendstream",
    b"<< /Type /XObject /Subtype /Form /BBox [0 0 14 14] /Length 18 >>\nstream\n0.5 0.5 13 13 re S\nendstream",
    b"<< /Type /Font /Subtype /Type1 /BaseFont /ZapfDingbats >>",
)


@pytest.mark.parametrize(("state", "sign"), [(b"/Yes", "☑"), (b"/Off", "☐")])
def test_fields_of_a_form_are_read_as_they_look(state: bytes, sign: str) -> None:
    content = text("代表姓名：", 70, 105, 16) + text("满意", 166, 138, 14)
    fields = [FIELDS[0], FIELDS[1].replace(b"/AS /Yes", b"/AS " + state)]
    page = PdfPage(content.encode(), extra="/Annots [10 0 R 11 0 R]")
    data = write_pdf([page], objects=[*fields, *FORMS], catalog="/AcroForm << /Fields [10 0 R 11 0 R] >>")
    assert [b.text.text for b in read(data, "a.pdf").blocks if isinstance(b, Line)] == ["代表姓名：王五", f"{sign}满意"]
