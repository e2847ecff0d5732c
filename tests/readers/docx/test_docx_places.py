"""Where a span stands in a DOCX file: paragraph, cell, run and the offset in it."""

from govreply.places import Place, Story
from govreply.readers import read
from govreply.source import Source
from govreply.span import Span
from tests.readers.docx.build import opened, p, package, part, r, tbl, tc, tr
from tests.readers.docx.test_docx_numbering import OUTLINE, item


def place_of(source: Source, words: str) -> Place:
    assert source.text.count(words) == 1
    start = source.text.index(words)
    found = source.locate(Span(start, start + len(words))).places
    assert len(found) == 1
    return found[0]


def test_paragraphs_count_from_one_empty_ones_and_those_in_tables_too() -> None:
    body = p(r("甲")) + p() + tbl(tr(tc("乙"), tc(p(r("丙")) + p(r("丁"))))) + p(r("戊"), r("己庚辛"))
    source = opened(body).source
    assert place_of(source, "甲") == Place(span=Span(0, 1), paragraph=1, run=1)
    found = place_of(source, "丁")
    assert (found.paragraph, found.table, found.row, found.column) == (5, 1, 1, 2)
    found = place_of(source, "庚辛")
    assert (found.paragraph, found.table, found.run, found.offset) == (6, None, 2, 1)


def test_a_span_over_several_runs_has_a_place_in_each() -> None:
    source = opened(p(r("甲乙"), r("丙丁"))).source
    assert [(q.run, q.offset, len(q.span)) for q in source.locate(Span(1, 3)).places] == [(1, 1, 1), (2, 0, 1)]


def test_offsets_count_what_stands_before_in_the_run() -> None:
    source = opened(p("<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙\u00ad丁</w:t></w:r>")).source
    assert [place_of(source, c).offset for c in "甲乙丙丁"] == [0, 2, 4, 6]


def test_automatic_numbers_stand_at_the_start_of_their_paragraph_in_no_run() -> None:
    source = opened(item("甲") + item("乙"), numbering=OUTLINE).source
    assert source.text == "一、甲\n二、乙"
    assert source.locate(Span(4, 6)).places == (Place(span=Span(4, 6), paragraph=2, run=None),)


def test_merged_and_deleted_cells_leave_the_numbers_of_paragraphs_as_they_are() -> None:
    body = tbl(
        tr(tc("甲", '<w:vMerge w:val="restart"/>'), tc("乙")),
        tr(tc("隐", "<w:vMerge/>"), tc("丙")),
        tr(tc("删"), tc("删"), properties="<w:del w:id='1'/>"),
        tr(tc("丁"), tc("戊")),
    )
    source = opened(body).source
    assert [(place_of(source, c).paragraph, place_of(source, c).row) for c in "甲乙丙丁戊"] == [
        (1, 1),
        (2, 1),
        (4, 2),
        (7, 3),
        (8, 3),
    ]


def test_stories_count_for_themselves() -> None:
    box = f"<w:r><w:pict><w:txbxContent>{p(r('框'))}</w:txbxContent></w:pict></w:r>"
    section = '<w:sectPr><w:footerReference w:type="default" r:id="footer1"/></w:sectPr>'
    footer = part("w:ftr", p() + p(r("脚")))
    source = read(package(p(box, r("甲")) + p(r("乙")) + section, related={"footer1": footer}), "a.docx").source
    told = [(place_of(source, c).story, place_of(source, c).paragraph) for c in "框甲乙脚"]
    assert told == [(Story.TEXT_BOX, 1), (Story.BODY, 1), (Story.BODY, 2), (Story.FOOTER, 2)]


def test_nested_tables_are_told_by_their_own_cell() -> None:
    inner = tbl(tr(tc("内")), tr(tc("里")))
    source = opened(tbl(tr(tc(p(r("外")) + inner + p())), tr(tc("末")))).source
    told = [(q.table, q.row, q.column) for q in (place_of(source, c) for c in "外里末")]
    assert told == [(1, 1, 1), (2, 2, 1), (1, 2, 1)]
