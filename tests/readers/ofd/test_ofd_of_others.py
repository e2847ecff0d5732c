"""Files that other programs wrote, kept beside the checkout; what is expected was read off their XML by eye.

They are skipped where they are not there.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from govreply.blocks import Document, Table
from govreply.errors import Cause, UnreadableError
from govreply.readers import read
from govreply.span import Span
from tests.readers.ofd.make import POINTS, edges
from tests.readers.shape import grid

FOLDER = Path(__file__).parents[3].parent / "shared" / "formats" / "ofd"
pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="the files of others are not beside this checkout")

HELLO = "你好呀，OFD Reader&Writer！"


def opened(name: str) -> Document:
    return read((FOLDER / name).read_bytes(), name)


def place_of(document: Document, words: str) -> tuple[int | None, tuple[float, ...]]:
    """Page and box, in millimetres to one digit, of the only place of `words` in the text."""
    text = document.source.text
    assert text.count(words) == 1
    at = text.index(words)
    (place,) = document.source.locate(Span(at, at + len(words))).places
    return place.page, tuple(round(side / POINTS, 1) for side in place.box or ())


@pytest.mark.parametrize(
    "name",
    [
        "helloworld.ofd",
        "helloworld_with_pageblock.ofd",
        "hello_watermark.ofd",
        "chineseDir.ofd",
        "namespace_no_std.ofd",
    ],
)
def test_one_line(name: str) -> None:
    document = opened(name)
    assert document.source.text.strip() == HELLO
    # four wide characters of 3 mm from 31.7 mm, then steps of 1.5 mm
    found = edges(document)
    assert (found[0], found[4], found[5], found[21]) == (31.7, 43.7, 45.2, 69.2)


def test_a_watermark_is_told_and_not_read() -> None:
    watermarks = [m.value.text for m in opened("hello_watermark.ofd").meta if m.name == "watermark"]
    assert watermarks == ["保密资料"]


def test_other_single_lines() -> None:
    assert opened("test-ofda.ofd").source.text.strip() == "Hello OFD-A"
    assert opened("page1.ofd").source.text.strip() == "1"
    attached = opened("AddAttachment.ofd")
    assert attached.source.text.strip() == "这是一个带有附件的OFD文件"
    assert ("attachment", "Gao") in [(m.name, m.value.text) for m in attached.meta]


def test_steps_that_run_out() -> None:
    found = edges(opened("multiKeywordInTextCode.ofd"))
    # nine steps of about 3.7 mm are given for 25 characters of 3.6865 mm, the object is 101 mm wide
    assert len(found) == 26
    assert found[0] == 31.75
    assert found[9] == pytest.approx(31.75 + 33.32, abs=0.02)
    assert found[-1] == pytest.approx(31.2 + 100.95, abs=25)


def test_two_pages_with_the_same_words_cut_differently() -> None:
    document = opened("keyword2.ofd")
    name = "重庆市马上融资担保有限公司"
    found = [
        place for place in document.source.places if name in document.source.text[place.span.start : place.span.end]
    ]
    assert [place.page for place in found] == [1, 2]
    assert document.source.text.count(HELLO) == 2


def test_a_story_of_two_pages() -> None:
    document = opened("hello.ofd")
    text = document.source.text
    # the last line of the first page ends at the margin, so the first line of the second one goes on
    assert "但是，如果反对这宅子的旧主人，怕给他的东西染污了，" in text
    assert "自己不去，别人也不许来。自从给枪炮打破了大门之后" in text
    assert text.rstrip().endswith("的，文艺不能自成为新文艺。")
    assert place_of(document, "怕给他的东西染污了")[0] == 2
    page, box = place_of(document, "鲁迅")
    assert (page, box[0], box[2]) == (1, 102.0, 108.0)


def test_several_lines_in_one_text_code() -> None:
    document = opened("keyword.ofd")
    assert "鲁（2020）泰安市不动产证明第0014777号" in document.source.text
    assert "37000015590" in document.source.text
    assert "中国建设银行股份有限公司泰安分行" in document.source.text
    # seven steps to the right, then back and down: three lines, each beginning at 190.43 mm
    for words in ("不动产权证书号：", "抵押方式：", "担保债权数额："):
        assert place_of(document, words)[1][0] == 190.4
    assert "事由户籍办理房产证明" not in document.source.text  # it slants over the page
    assert "事由户籍办理房产证明" in [m.value.text for m in document.meta if m.name == "turned-text"]


def test_an_invoice_of_five_pages() -> None:
    document = opened("999.ofd")
    assert {place.page for place in document.source.places} == {1, 2, 3, 4, 5}
    assert document.source.text.count("重庆增值税电子普通发票") == 1
    page, box = place_of(document, "¥132.00")
    assert page == 5
    assert box[0] == pytest.approx(176.5 + 14.7, abs=0.1)
    assert ("发票代码", "050001700111") in [(m.name, m.value.text) for m in document.meta]


@pytest.mark.parametrize(
    ("name", "words", "left"),
    [("1.ofd", "033002000211", 164.0), ("no_page_container.ofd", "031001900511", 165.4)],
)
def test_invoices_whose_labels_stand_in_a_template(name: str, words: str, left: float) -> None:
    document = opened(name)
    assert place_of(document, words)[1][0] == left
    for label in ("机器编号：", "购买方", "开票人："):
        assert label in document.source.text.replace(" ", "").replace("\n", "").replace("\t", "")


def test_ligatures_and_resources_of_a_sample() -> None:
    document = opened("z.ofd")
    text = document.source.text
    assert text.count("Heaffixedhisfinesign.") == 2  # once letter by letter, once with a ligature for fi
    table = next(block for block in document.blocks if isinstance(block, Table))
    assert grid(table)[0] == ["名称", "类型", "说明", "可选/必选"]
    assert ("title", "11.4 字型变换") in [(m.name, m.value.text) for m in document.meta]
    assert place_of(document, "4、多对多")[0] == 4


def test_paths_that_the_standard_does_not_know() -> None:
    document = opened("path_unstd.ofd")
    assert document.source.text.count("立案决定书") == 2
    assert place_of(document, "案件名称")[0] == 2
    assert "立案侦查。" in document.source.text


def test_a_drawn_form() -> None:
    document = opened("areaholder_fields.ofd")
    page, box = place_of(document, "姓名")
    assert (page, box[0], box[2]) == (1, 36.1, 48.1)
    assert box[1] < 25.8 + 6.8 < box[3]  # the baseline
    assert place_of(document, "生日")[1][0] == 36.1


def test_a_paragraph_cut_by_the_end_of_the_page() -> None:
    document = opened("SplitParagraph.ofd")
    assert "“超长文档“裁切测试" in document.source.text
    page, box = place_of(document, "第四段：K")
    assert (page, box[0]) == (1, 25.0)


@pytest.mark.parametrize("name", ["Page5.ofd", "h.ofd"])
def test_pages_of_red_boxes_have_no_text(name: str) -> None:
    with pytest.raises(UnreadableError) as raised:
        opened(name)
    assert raised.value.cause is Cause.NEEDS_OCR
