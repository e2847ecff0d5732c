"""Tables that are printed without any line: told from the text around them, and cells whole although they wrap."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govreply.blocks import Block, Line, Table
from govreply.readers import read
from tests.readers.pdf.make import blocks_of, cells_of, line, pdf, text

LEADING = 16.0  # of the lines of a cell
ROW = 20.0  # what lies between the last line of a row and the first one of the next, where rows are padded


def _set(*placed: tuple[float, float, str]) -> str:
    """Texts of 12 points, each with its left edge and baseline."""
    return "".join(text(signs, x, y, 12) for x, y, signs in placed)


def _form(
    rows: Sequence[Sequence[tuple[float, str]]],
    y: float = 100.0,
    *,
    centred: bool = True,
    padding: float = ROW - LEADING,
) -> str:
    """Rows of cells, each with its left edge and its lines, parted by /; lower cells centred against the highest."""
    shown = ""
    for row in rows:
        most = max(cell.count("/") for _, cell in row)
        for x, cell in row:
            lines = cell.split("/")
            down = (most - len(lines) + 1) * LEADING / 2 if centred else 0.0
            shown += _set(*((x, y + down + at * LEADING, signs) for at, signs in enumerate(lines)))
        y += (most + 1) * LEADING + padding
    return shown


def _rows(table: Block) -> list[list[str]]:
    """The texts of the cells by row."""
    cells = cells_of(table)
    return [[cell[4] for cell in cells if cell[0] == row] for row in sorted({cell[0] for cell in cells})]


def _only_table(*pages: str) -> Table:
    (table,) = (block for block in blocks_of(pdf(*pages)) if isinstance(block, Table))
    return table


NARROW = [
    [(60, "提案/编号"), (100, "第12号"), (300, "提案/人员"), (340, "王五")],
    [(60, "提案/标题"), (100, "关于修补老旧小区管网的建议")],
    [(60, "承办/单位"), (100, "宁州市水务局")],
    [(60, "意见/建议"), (100, "答复内容具体，措施可行，希望按时完成，我对办理情况表示/满意。")],
]
NARROW_READ = [
    ["提案编号", "第12号", "提案人员", "王五"],
    ["提案标题", "关于修补老旧小区管网的建议"],
    ["承办单位", "宁州市水务局"],
    ["意见建议", "答复内容具体，措施可行，希望按时完成，我对办理情况表示满意。"],
]


@pytest.mark.parametrize("centred", [True, False])
@pytest.mark.parametrize("padding", [0.0, 4.0, 12.0])
def test_wrapped_labels_and_values_are_whole(centred: bool, padding: float) -> None:
    table = _only_table(_form(NARROW, centred=centred, padding=padding))
    assert _rows(table) == NARROW_READ
    assert table.style == "tab"


def test_a_cell_spans_the_columns_that_its_row_leaves_free() -> None:
    cells = cells_of(_only_table(_form(NARROW)))
    assert [cell[:4] for cell in cells if cell[0] < 2] == [
        (0, 0, 1, 1),
        (0, 1, 1, 1),
        (0, 2, 1, 1),
        (0, 3, 1, 1),
        (1, 0, 1, 1),
        (1, 1, 1, 3),
    ]


def test_heads_that_are_centred_in_their_columns_are_cells() -> None:
    rows = [
        [(66, "提案者"), (180, "王五"), (312, "编/号"), (350, "12")],
        [(60, "提案标题"), (130, "关于修补老旧小区管网的建议")],
        [(60, "承办单位"), (130, "宁州市水务局")],
        [(60, "办理结果"), (130, "满意")],
    ]
    assert _rows(_only_table(_form(rows)))[0] == ["提案者", "王五", "编号", "12"]


def test_lines_set_far_apart_have_a_label_between_them() -> None:
    # one and a half times the leading: the label in the middle overlaps neither of the two lines
    shown = ""
    for at, (label, value) in enumerate([("提案编号", "第12号"), ("承办单位", "宁州市水务局"), ("办理态度", "满意")]):
        shown += _set((60, 100 + 34 * at, label), (140, 100 + 34 * at, value))
    shown += _set(
        (140, 202, "答复内容具体，措施可行，希望按时完成，请继续"), (60, 214, "意见建议"), (140, 226, "跟进。")
    )
    assert _rows(_only_table(shown))[-1] == ["意见建议", "答复内容具体，措施可行，希望按时完成，请继续跟进。"]


def test_labels_as_wide_as_their_column_are_a_row_each() -> None:
    # nothing but the width says that a line goes on; that all labels fill their column says nothing
    rows = [
        [(60, "提案标题"), (130, "关于修补老旧小区管网的建议")],
        [(60, "承办单位"), (130, "宁州市水务局")],
        [(60, "办理结果"), (130, "满意")],
    ]
    assert _rows(_only_table(_form(rows, padding=0.0))) == [[cell for _, cell in row] for row in rows]


def test_options_stay_in_one_cell() -> None:
    # as far from each other as columns, at the same places in two rows
    shown = _form([[(60, "提案编号"), (140, "第12号")], [(60, "承办单位"), (140, "宁州市水务局")]])
    for y, label in ((140, "办理态度"), (160, "办理结果")):
        shown += _set((60, y, label), (140, y, "□满意"), (200, y, "□基本满意"), (290, y, "□不满意"))
    found = _rows(_only_table(shown))
    assert [row[0] for row in found] == ["提案编号", "承办单位", "办理态度", "办理结果"]
    assert [row[1].split() for row in found[2:]] == [["□满意", "□基本满意", "□不满意"]] * 2


def test_a_tick_below_an_option_is_not_put_behind_the_last_one() -> None:
    rows = [[(60, f"标签{at}字"), (140, "宁州市水务局")] for at in range(3)]
    shown = _form(rows) + _set((140, 160, "满意基本满意不满意"), (60, 168, "办理结果"), (188, 176, "√"))
    table, *rest = blocks_of(pdf(shown))
    assert len(_rows(table)) == 3
    assert [block.text.text for block in rest if isinstance(block, Line)] == ["满意基本满意不满意", "办理结果", "√"]


def test_the_title_above_and_the_copies_below_are_no_cells() -> None:
    title = text("宁州市政协提案办理情况征询意见表", 180, 80, 14)
    below = _set((60, 100 + 4 * 2 * LEADING + 4 * 4 + 12, "抄送：市政协提案委员会、市政府办公室。"))
    blocks = blocks_of(pdf(title + _form(NARROW) + below))
    assert [type(block) for block in blocks] == [Line, Table, Line]
    assert _rows(blocks[1]) == NARROW_READ


def test_a_table_over_two_pages_is_one_also_where_one_page_has_few_rows() -> None:
    rows = [[(60, "提案编号"), (140, "第12号")], [(60, "提案标题"), (140, "关于管网的建议")]]
    rows += [[(60, f"标签{at}字"), (140, f"第{at}格")] for at in range(4)]
    for cut in (1, 2, 4, 5):
        letter = text("正文", 60, 60)
        table = _only_table(letter + _form(rows[:cut]), _form(rows[cut:], 60) + text("附", 60, 400))
        assert _rows(table) == [[cell for _, cell in row] for row in rows]


def test_places_of_a_wrapped_cell_are_those_of_its_lines() -> None:
    places = read(pdf(_form(NARROW)), "letter.pdf").source.places
    assert [round(place.box[0]) for place in places if place.row == 1 and place.column == 1 and place.box] == [60, 60]


BODY = "您提出的关于加强小区停车管理的建议收悉，经会同有关单位研究答复如"


def _body(y: float, count: int = 3) -> str:
    return _set(*((60, y + 18 * at, BODY) for at in range(count)))


TEXTS = {
    "a letterhead of two organs with its word beside, and who signs": (
        _set((60, 60, "宁州市教育局"), (60, 78, "宁州市财政局"), (200, 69, "文件"))
        + _set((60, 110, "宁教函〔2023〕4号"), (400, 110, "签发人：王五"))
        + _body(140)
    ),
    "two organs that sign side by side": (
        _body(100)
        + _set((80, 160, "宁州市教育局"), (330, 160, "宁州市财政局"))
        + _set((75, 178, "2023年6月1日"), (325, 178, "2023年6月1日"))
        + _set((60, 205, "联系人：王五，电话：5551234"))
    ),
    "organs of which one needs two lines": (
        _body(100)
        + _set((80, 160, "宁州市教育局"), (320, 160, "宁州市人力资源和"))
        + _set((330, 176, "社会保障局"))
        + _set((75, 192, "2023年6月1日"), (325, 192, "2023年6月1日"))
    ),
    "a signature to the right between lines at the left": (
        _body(100)
        + _set((60, 160, "特此答复。"), (420, 172, "宁州市水务局"), (60, 184, "此件公开"), (410, 196, "2023年6月1日"))
        + _set((60, 208, "联系人：王五"))
    ),
    "a list with wide tabs": "".join(
        _set((60, 100 + 54 * at, f"{at + 1}."), (100, 100 + 54 * at, BODY[:30]), (100, 118 + 54 * at, BODY[:20]))
        + _set((100, 136 + 54 * at, "落实。"))
        for at in range(4)
    ),
    "text with wide blanks": "".join(
        _set(
            (60, 100 + 18 * at, BODY[:5]),
            (130 + 31 * at, 100 + 18 * at, BODY[5:12]),
            (300 - 17 * at, 100 + 18 * at, BODY[12:20]),
        )
        for at in range(5)
    ),
    "annexes below each other and who got copies": (
        _body(100)
        + _set((84, 170, "附件："), (140, 170, "1.办理情况表"), (140, 188, "2.责任清单"), (140, 206, "3.联系方式"))
        + _set((60, 240, "抄送："), (110, 240, "市人大常委会代表工作委员会，市政府督查室，"), (110, 258, "市财政局。"))
    ),
    "two lines of contacts": (
        _body(100)
        + _set((60, 170, "联系人：王五"), (300, 170, "联系电话：5551234"))
        + _set((60, 188, "分管领导：李四"), (300, 188, "邮政编码：315000"))
    ),
    "a drawing's two labels, far apart": _body(100) + line(60, 300, 200, 300) + _set((60, 320, "甲"), (300, 326, "乙")),
}


@pytest.mark.parametrize("page", list(TEXTS.values()), ids=list(TEXTS))
def test_ordinary_text_is_no_table(page: str) -> None:
    assert not [block for block in blocks_of(pdf(page)) if isinstance(block, Table)]


@given(
    st.lists(
        st.tuples(st.integers(0, 40), st.integers(0, 60), st.integers(1, 6)),
        min_size=1,
        max_size=40,
        unique_by=lambda w: w[:2],
    )
)
@settings(deadline=None, max_examples=150)
def test_no_sign_is_lost_or_doubled_wherever_it_stands(words: list[tuple[int, int, int]]) -> None:
    # every sign is another one, so that none counts as printed twice
    signs = iter(map(chr, range(0x4E00, 0x9FA5)))
    shown, printed = "", []
    for x, y, count in words:
        word = "".join(next(signs) for _ in range(count))
        printed.append(word)
        shown += text(word, 40 + 12 * x, 120 + 7 * y, 12)
    found = [b.text.text for block in blocks_of(pdf(shown)) for b in _leaves(block)]
    assert sorted("".join("".join(found).split())) == sorted("".join(printed))


def _leaves(block: Block) -> list[Line]:
    if isinstance(block, Line):
        return [block]
    return [leaf for cell in block.cells for inner in cell.blocks for leaf in _leaves(inner)]


@pytest.mark.parametrize(
    "places",
    [
        [(40 + 9 * (at % 55), 40 + at * 0.5) for at in range(1500)],  # a staircase without an end
        [(40 + 24 * (at % 20), 40 + 12 * (at // 20)) for at in range(1200)],  # as many columns as fit
        [(40 + 30 * (at % 2), 40 + at * 0.5) for at in range(1500)],
    ],
)
def test_pages_full_of_single_signs_are_read(places: list[tuple[float, float]]) -> None:
    shown = "".join(text(chr(0x4E00 + at), x, y, 8) for at, (x, y) in enumerate(places))
    found = "".join(b.text.text for block in blocks_of(pdf(shown)) for b in _leaves(block))
    assert len("".join(found.split())) == len(places)
