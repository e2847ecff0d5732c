"""What is text of a DOCX document and what is not."""

import io
import zipfile

import pytest

from govreply.blocks import Break, Line, LineKind
from govreply.readers import read
from tests.readers.docx.build import field, opened, p, package, part, r, shown, tbl, tc, texts, tr, zipped


def test_paragraphs_are_lines_and_empty_ones_are_none() -> None:
    assert texts(p(r("甲")) + p() + p(r("乙"), r("丙"))) == ["甲", "乙丙"]


def test_breaks_end_lines_and_tabs_stay() -> None:
    found = opened(
        p("<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:tab/><w:t>丙</w:t><w:br w:type='page'/><w:t>丁</w:t></w:r>")
    ).blocks
    lines = [b for b in found if isinstance(b, Line)]
    assert [line.text.text for line in lines] == ["甲", "乙\t丙", "丁"]
    assert [line.before for line in lines] == [Break.BLOCK, Break.HARD, Break.PAGE]


def test_the_accepted_text_is_read() -> None:
    inserted = f"<w:ins w:id='1'>{r('增')}</w:ins>"
    deleted = "<w:del w:id='2'><w:r><w:delText>删</w:delText></w:r></w:del>"
    moved = f"<w:moveFrom w:id='3'>{r('旧')}</w:moveFrom><w:moveTo w:id='4'>{r('新')}</w:moveTo>"
    assert texts(p(r("甲"), inserted, deleted, moved)) == ["甲增新"]


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next() -> None:
    gone = "<w:rPr><w:del w:id='1'/></w:rPr>"
    assert texts(p(r("甲"), properties=gone) + p(r("乙")) + p(r("丙"))) == ["甲乙", "丙"]


def test_deleted_rows_are_no_rows() -> None:
    rows = tr(tc("甲")), tr(tc("删"), properties="<w:del w:id='1'/>"), tr(tc("乙"))
    assert texts(tbl(*rows)) == ["甲↵乙"]


@pytest.mark.parametrize("hidden", ["<w:vanish/>", '<w:vanish w:val="true"/>', '<w:rStyle w:val="Hid"/>'])
def test_hidden_text_is_not_read(hidden: str) -> None:
    styles = part("w:styles", '<w:style w:type="character" w:styleId="Hid"><w:rPr><w:vanish/></w:rPr></w:style>')
    assert texts(p(r("甲"), r("隐", hidden), r("乙", '<w:vanish w:val="0"/>')), styles=styles) == ["甲乙"]


def test_struck_text_stays() -> None:
    assert texts(p(r("甲", "<w:strike/>"), r("乙", "<w:dstrike/>"))) == ["甲乙"]


def test_hyphens_and_what_only_wraps_text() -> None:
    wrapped = f"<w:smartTag w:element='x'>{r('乙')}</w:smartTag><w:customXml w:element='y'>{r('丙')}</w:customXml>"
    hyphens = "<w:r><w:t>027</w:t><w:noBreakHyphen/><w:t>855\u00ad50</w:t><w:softHyphen/><w:t>136</w:t></w:r>"
    assert texts(p(wrapped, hyphens)) == ["乙丙027-85550136"]


def test_of_ruby_only_the_base_is_text() -> None:
    ruby = f"<w:r><w:ruby><w:rubyPr/><w:rt>{r('wǔ')}</w:rt><w:rubyBase>{r('武')}</w:rubyBase></w:ruby></w:r>"
    assert texts(p(ruby, r("汉"))) == ["武汉"]


def test_fields_show_their_results() -> None:
    simple = f'<w:fldSimple w:instr=" DATE ">{r("2023年")}</w:fldSimple>'
    nested = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF </w:instrText></w:r>'
        + field("MERGEFIELD a", "不见")
        + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + r("结果")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert texts(p(simple, field(" REF b ", "第3段"), nested)) == ["2023年第3段结果"]


def test_a_field_that_never_ends_hides_nothing_beyond_its_paragraph() -> None:
    begun = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r>'
    assert texts(p(r("甲"), begun, r("乙")) + p(r("丙"))) == ["甲", "丙"]


def test_page_numbers_are_no_text() -> None:
    simple = f'<w:fldSimple w:instr="PAGE  \\* MERGEFORMAT">{r("7")}</w:fldSimple>'
    assert texts(p(r("第"), simple, r("页共"), field("NUMPAGES", "9"), r("页"))) == ["第页共页"]


def test_hyperlinks_are_links() -> None:
    links = f'<w:hyperlink r:id="x">{r("甲乙")}</w:hyperlink>' + r("丙") + field('HYPERLINK "http://a.cn"', "丁")
    (line,) = opened(p(links)).blocks
    assert isinstance(line, Line)
    assert line.text.text == "甲乙丙丁"
    assert line.links == ((0, 2), (3, 4))


def test_bold_comes_from_runs_and_styles_and_cancels_out() -> None:
    styles = part(
        "w:styles",
        '<w:style w:type="paragraph" w:styleId="B"><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="C"><w:basedOn w:val="B"/></w:style>'
        '<w:style w:type="character" w:styleId="S"><w:rPr><w:b/></w:rPr></w:style>',
    )
    runs = r("甲"), r("乙", '<w:b w:val="0"/>'), r("丙", '<w:rStyle w:val="S"/>'), r("丁", "<w:b/>")
    (line,) = opened(p(*runs, properties='<w:pStyle w:val="C"/>'), styles=styles).blocks
    assert isinstance(line, Line)
    assert line.strong == ((0, 1), (3, 4))


def test_headings_are_told_by_outline_level_or_style() -> None:
    styles = part(
        "w:styles",
        '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr>'
        '</w:style><w:style w:type="paragraph" w:styleId="t"><w:name w:val="Title"/></w:style>',
    )
    body = "".join(
        p(r(text), properties=properties)
        for text, properties in (
            ("甲", '<w:pStyle w:val="2"/>'),
            ("乙", '<w:outlineLvl w:val="0"/>'),
            ("丙", '<w:pStyle w:val="2"/><w:outlineLvl w:val="9"/>'),
            ("丁", '<w:pStyle w:val="t"/>'),
        )
    )
    found = [(b.kind, b.depth) for b in opened(body, styles=styles).blocks if isinstance(b, Line)]
    heading = LineKind.HEADING
    assert found == [(heading, 2), (heading, 1), (LineKind.PARAGRAPH, 0), (heading, 1)]


def test_text_boxes_are_read_once_and_before_the_text_they_are_anchored_in_front_of() -> None:
    box = f"<w:txbxContent>{p(r('市水务局文件'))}</w:txbxContent>"
    both = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing>'
        f"</mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert texts(p(both, r("甲"))) == ["市水务局文件", "甲"]
    assert texts(p(r("甲"), both, r("乙"))) == ["甲乙", "市水务局文件"]
    only_vml = f"<w:r><w:pict><v:textbox>{box}</v:textbox></w:pict></w:r>"
    assert texts(p(only_vml)) == ["市水务局文件"]


def test_headers_and_footers_are_told_apart_from_the_body() -> None:
    header, footer = part("w:hdr", p(r("红头"))), part("w:ftr", p(r("页脚文字")))
    first, unused = part("w:hdr", p(r("首页"))), part("w:hdr", p(r("偶数页")))
    references = (
        '<w:headerReference w:type="default" r:id="header1"/><w:headerReference w:type="first" r:id="header2"/>'
        '<w:headerReference w:type="even" r:id="header3"/><w:footerReference w:type="default" r:id="footer1"/>'
    )
    section = f"<w:sectPr>{references}<w:titlePg/></w:sectPr>"
    body = p(r("正文"), properties=section) + p(r("附页")) + section
    found = opened(body, header1=header, header2=first, header3=unused, footer1=footer).blocks
    lines = [(b.text.text, b.inside) for b in found if isinstance(b, Line)]
    assert lines == [
        ("红头", ("header",)),
        ("首页", ("header",)),
        ("正文", ()),
        ("附页", ()),
        ("页脚文字", ("footer",)),
    ]


def test_footnotes_follow_in_the_order_of_their_marks() -> None:
    notes = part(
        "w:footnotes",
        f'<w:footnote w:id="-1">{p(r("分隔"))}</w:footnote><w:footnote w:id="2">{p(r("注二"))}</w:footnote>'
        f'<w:footnote w:id="3">{p(r("注三"))}</w:footnote>',
    )
    marks = "".join(f'<w:r><w:footnoteReference w:id="{n}"/></w:r>' for n in (3, 2))
    found = opened(p(r("甲"), marks), footnotes=notes).blocks
    assert [(b.text.text, b.inside) for b in found if isinstance(b, Line)] == [
        ("甲", ()),
        ("注三", ("aside",)),
        ("注二", ("aside",)),
    ]


def test_placeholders_of_content_controls_are_no_text_and_choices_are() -> None:
    empty = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{r('单击此处输入')}</w:sdtContent></w:sdt>"
    chosen = f"<w:sdt><w:sdtPr><w:dropDownList/></w:sdtPr><w:sdtContent>{r('满意')}</w:sdtContent></w:sdt>"
    assert texts(p(r("评价："), empty, chosen)) == ["评价：满意"]
    block = f"<w:sdt><w:sdtContent>{p(r('块'))}</w:sdtContent></w:sdt>"
    assert texts(block) == ["块"]


def test_a_table_of_contents_is_a_menu() -> None:
    pr = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    found = opened(f"<w:sdt>{pr}<w:sdtContent>{p(r('一、甲'))}</w:sdtContent></w:sdt>" + p(r("一、甲"))).blocks
    assert [b.inside for b in found] == [("nav",), ()]


def test_formulas_are_text_in_order() -> None:
    assert texts(p(r("面积"), "<m:oMath><m:r><m:t>3</m:t></m:r><m:r><m:t>×4</m:t></m:r></m:oMath>", r("米"))) == [
        "面积3×4米"
    ]


def test_the_strict_edition_is_read_alike() -> None:
    data = package(p(r("甲"), r("乙", "<w:vanish/>")) + tbl(tr(tc("丙"))))
    strict = {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            content = archive.read(name).decode()
            content = content.replace(
                "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                "http://purl.oclc.org/ooxml/wordprocessingml/main",
            ).replace(
                "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                "http://purl.oclc.org/ooxml/officeDocument/relationships",
            )
            strict[name] = content.encode()
    assert [shown(b) for b in read(zipped(strict), "a.docx").blocks] == ["甲", "丙"]
