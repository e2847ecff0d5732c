from __future__ import annotations

import pytest

from govreply import api
from govreply.errors import Cause, UnreadableError
from govreply.findings import Verdict
from govreply.limits import Limits
from govreply.readers import read
from tests.readers.ofd.make import composite, element, lines, opened, packed, page, parts, text

DOCUMENT = "Doc_0/Document.xml"


def texts_of(members: dict[str, str]) -> list[str]:
    return lines(read(packed(members), "a.ofd"))


def cause(members: dict[str, str | bytes] | dict[str, str] | bytes, limits: Limits | None = None) -> tuple[Cause, str]:
    data = members if isinstance(members, bytes) else packed(members)
    with pytest.raises(UnreadableError) as raised:
        read(data, "a.ofd", limits=limits or Limits())
    return raised.value.cause, raised.value.detail


def test_the_kind_is_told_by_the_content_whatever_the_name() -> None:
    data = packed(parts(page(text("正文。"))))
    for name in ("a.ofd", "a.docx", "a.pdf", "a"):
        assert read(data, name).source.media_type == "application/ofd"


@pytest.mark.parametrize("namespace", ["http://www.ofdspec.org", "http://www.ofdspec.org/2016", "urn:x"])
def test_namespaces_do_not_matter(namespace: str) -> None:
    assert lines(opened(page(text("正文。")), namespace=namespace)) == ["正文。"]


def test_pages_come_in_the_order_of_the_document() -> None:
    members = parts(page(text("先。")), page(text("后。")))
    listed = '<ofd:Page ID="100" BaseLoc="Pages/0.xml"/>'
    members[DOCUMENT] = members[DOCUMENT].replace(listed, "").replace("</ofd:Pages>", f"{listed}</ofd:Pages>")
    assert texts_of(members) == ["后。", "先。"]


@pytest.mark.parametrize(
    "place", ["/Doc_0/Pages/0.xml", "Doc_0/Pages/0.xml", "Pages\\0.xml", "./Pages/../PAGES/0.XML", "/doc_0/pages/0.xml"]
)
def test_places_of_parts(place: str) -> None:
    members = parts(page(text("正文。")))
    members[DOCUMENT] = members[DOCUMENT].replace("Pages/0.xml", place)
    assert texts_of(members) == ["正文。"]


def test_members_whose_names_have_backslashes() -> None:
    members = {name.replace("/", "\\"): xml for name, xml in parts(page(text("正文。"))).items()}
    assert texts_of(members) == ["正文。"]


def test_folders_with_chinese_names() -> None:
    members = parts(page(text("正文。")))
    members = {name.replace("Doc_0", "文档"): xml.replace("Doc_0", "文档") for name, xml in members.items()}
    assert texts_of(members) == ["正文。"]


def test_all_documents_of_a_file_are_read_and_their_pages_counted_through() -> None:
    members = parts(page(text("甲文。")), page(text("甲文第二页。")))
    other = parts(page(text("乙文。")))
    body = "<ofd:DocBody><ofd:DocRoot>Doc_1/Document.xml</ofd:DocRoot></ofd:DocBody>"
    members["OFD.xml"] = members["OFD.xml"].replace("</ofd:OFD>", f"{body}</ofd:OFD>")
    members |= {name.replace("Doc_0", "Doc_1"): xml for name, xml in other.items() if name != "OFD.xml"}
    document = read(packed(members), "a.ofd")
    assert lines(document) == ["甲文。", "甲文第二页。", "乙文。"]
    assert [place.page for place in document.source.places] == [1, 2, 3]


def template(identifier: str, place: str) -> str:
    return f'<ofd:TemplatePage ID="{identifier}" BaseLoc="{place}" ZOrder="Background"/>'


def test_the_text_of_a_template_is_read_once() -> None:
    use = '<ofd:Template TemplateID="50"/>'
    members = parts(
        page(text("第一页的正文。" * 3, x=20, y=80), before=use),
        page(text("第二页的正文写到这里为止。", x=20, y=80), before=use),
        common=template("50", "Tpls/0.xml"),
    )
    members["Doc_0/Tpls/0.xml"] = element("Page", page(text("某市水务局文件", x=60, y=30, size=9)))
    assert texts_of(members) == ["某市水务局文件", "第一页的正文。" * 3, "第二页的正文写到这里为止。"]


def test_the_size_of_a_page_is_its_own_or_that_of_the_document() -> None:
    area = "<ofd:Area><ofd:PhysicalBox>0 0 420 297</ofd:PhysicalBox></ofd:Area>"
    words = (text("左半边写满。", x=30, y=40), text("右。", x=300, y=60))
    assert lines(opened(page(*words, before=area))) == ["左半边写满。", "右。"]
    assert lines(opened(page(*words))) == ["左半边写满。"]


def annotated(kind: str, inner: str, **attributes: str) -> dict[str, str]:
    members = parts(page(text("正文。", y=40)), document="<ofd:Annotations>Annots/Annotations.xml</ofd:Annotations>")
    index = '<ofd:Page PageID="100"><ofd:FileLoc>Page_0/Annotation.xml</ofd:FileLoc></ofd:Page>'
    members["Doc_0/Annots/Annotations.xml"] = element("Annotations", index)
    more = "".join(f' {name}="{value}"' for name, value in attributes.items())
    appearance = f'<ofd:Appearance Boundary="10 20 90 90">{inner}</ofd:Appearance>'
    members["Doc_0/Annots/Page_0/Annotation.xml"] = element(
        "PageAnnot", f'<ofd:Annot Type="{kind}" ID="5"{more}>{appearance}</ofd:Annot>'
    )
    return members


@pytest.mark.parametrize("kind", ["Watermark", "Stamp", "Link"])
def test_watermarks_stamps_and_links_are_not_of_the_text(kind: str) -> None:
    document = read(packed(annotated(kind, text("保密", y=60))), "a.ofd")
    assert lines(document) == ["正文。"]
    assert [(m.name, m.value.text) for m in document.meta] == ([("watermark", "保密")] if kind == "Watermark" else [])


def test_what_is_typed_on_a_page_is_of_the_text() -> None:
    document = read(packed(annotated("Path", text("同意。", x=30, y=60))), "a.ofd")
    assert lines(document) == ["正文。", "同意。"]
    box = document.source.places[1].box
    assert box is not None
    assert round(box[0] / 72 * 25.4, 1) == 40  # the appearance begins at 10 mm
    assert texts_of(annotated("Path", text("同意。", y=60), Visible="false")) == ["正文。"]


def test_what_the_file_says_of_itself() -> None:
    body = (
        "<ofd:DocInfo><ofd:Title>答复件</ofd:Title><ofd:Author>某局</ofd:Author><ofd:CreationDate>2023-06-12</ofd:CreationDate>"
        '<ofd:Keywords><ofd:Keyword>提案</ofd:Keyword></ofd:Keywords><ofd:CustomDatas><ofd:CustomData Name="文号">某函1号'
        "</ofd:CustomData></ofd:CustomDatas></ofd:DocInfo>"
    )
    members = parts(
        page(text("正文。")), body=body, document="<ofd:Attachments>Attachs/Attachments.xml</ofd:Attachments>"
    )
    listed = '<ofd:Attachment ID="8" Name="原件.md"><ofd:FileLoc>a.md</ofd:FileLoc></ofd:Attachment>'
    members["Doc_0/Attachs/Attachments.xml"] = element("Attachments", listed)
    members["Doc_0/Attachs/a.md"] = "关于另一件提案的答复"
    document = read(packed(members), "a.ofd")
    assert lines(document) == ["正文。"]
    assert [(m.name, m.value.text) for m in document.meta] == [
        ("title", "答复件"),
        ("author", "某局"),
        ("creationdate", "2023-06-12"),
        ("keyword", "提案"),
        ("文号", "某函1号"),
        ("attachment", "原件.md"),
    ]
    told = [(d.code, d.detail) for d in api.parse(packed(members), "a.ofd").diagnostics]
    assert ("attachment-not-opened", "原件.md") in told


def test_parts_that_are_named_and_missing() -> None:
    members = parts(page(text("正文。")), document="<ofd:Annotations>Annots/None.xml</ofd:Annotations>")
    del members["Doc_0/Res.xml"]
    assert texts_of(members) == ["正文。"]
    for name in (DOCUMENT, "Doc_0/Pages/0.xml"):
        found, detail = cause({key: xml for key, xml in members.items() if key != name})
        assert found is Cause.CORRUPT
        assert name.removeprefix("Doc_0/") in detail


@pytest.mark.parametrize("name", ["OFD.xml", DOCUMENT, "Doc_0/Pages/0.xml", "Doc_0/Res.xml"])
@pytest.mark.parametrize("damage", [lambda xml: xml[: len(xml) // 2], lambda xml: "<!DOCTYPE a>" + xml, lambda _: ""])
def test_damaged_parts(name: str, damage) -> None:  # type: ignore[no-untyped-def]
    members = parts(page(text("正文。")))
    members[name] = damage(members[name])
    assert cause(members)[0] is Cause.CORRUPT


def test_an_archive_without_the_main_part_of_the_format() -> None:
    members = parts(page(text("正文。")))
    members["OFD.xml"] = element("Document", "")
    assert cause(members) == (Cause.UNSUPPORTED, "OFD.xml holds Document and no OFD")
    members["OFD.xml"] = element("OFD", "")
    assert cause(members)[0] is Cause.CORRUPT


def test_encrypted_parts() -> None:
    members: dict[str, str | bytes] = {**parts(page(text("正文。")))}
    members["Doc_0/Pages/0.xml"] = bytes(range(256))
    members["Encryptions.xml"] = element("Encryptions", "<ofd:EncryptInfo ID='1'/>")
    found, detail = cause(members)
    assert found is Cause.ENCRYPTED
    assert "encryptions.xml" in detail


def test_a_list_of_encryptions_that_lists_none() -> None:
    members = parts(page(text("正文。")))
    members["Encryptions.xml"] = element("Encryptions", "")
    assert texts_of(members) == ["正文。"]


IMAGE = '<ofd:ImageObject ID="4" Boundary="0 0 210 297" CTM="210 0 0 297 0 0" ResourceID="5"/>'
OUTLINE = (
    '<ofd:PathObject Boundary="30 40 5 5" Stroke="false" Fill="true">'
    "<ofd:AbbreviatedData>M 0 0 B 1 1 2 2 3 3 Q 1 1 0 2 A 1 1 0 0 1 2 2 C</ofd:AbbreviatedData></ofd:PathObject>"
)
BY_GLYPH = text(
    "", codes='<ofd:CGTransform CodePosition="0" CodeCount="2" GlyphCount="2"><ofd:Glyphs>77 78</ofd:Glyphs></ofd:CGTransform>'
    '<ofd:TextCode X="0" Y="0" DeltaX="5">¤¤</ofd:TextCode>',
)  # fmt: skip


@pytest.mark.parametrize("drawn", [IMAGE, OUTLINE * 40, BY_GLYPH])
def test_pages_that_only_look_like_text_need_ocr(drawn: str) -> None:
    assert cause(parts(page(drawn)))[0] is Cause.NEEDS_OCR
    result = api.check(packed(parts(page(drawn))), "a.ofd")
    assert result.verdict is Verdict.UNDETERMINED
    assert result.failure is not None
    assert result.failure.cause is Cause.NEEDS_OCR


def test_an_empty_page_is_empty() -> None:
    assert cause(parts(page()))[0] is Cause.EMPTY


def test_a_seal_or_a_background_does_not_hide_the_text() -> None:
    words = [text("正文写满这一行" * 4 + "。", x=30, y=40 + 9 * n) for n in range(3)]
    assert "正文写满这一行" in lines(opened(page(IMAGE, OUTLINE, *words)))[0]


def test_one_page_that_is_a_scan_is_told() -> None:
    found, detail = cause(parts(page(text("正文。")), page(IMAGE)))
    assert found is Cause.NEEDS_OCR
    assert "page 2 of 2" in detail


def test_recognised_text_behind_a_scan_is_read_and_only_there() -> None:
    hidden = [text("识别出来的文字" * 2 + "。", y=40 + 9 * n, Alpha="0") for n in range(4)]
    assert lines(opened(page(IMAGE, *hidden)))[0].startswith("识别出来的文字")
    assert lines(opened(page(text("看得见的。", y=100), *hidden))) == ["看得见的。"]


def test_limits() -> None:
    words = parts(page(*(text("甲" * 20, y=30 + n) for n in range(0, 200, 9))))
    assert "characters" in cause(words, Limits(characters=100))[1]
    assert "blocks" in cause(words, Limits(blocks=10))[1]
    assert cause(parts(page(text("甲")), page(text("乙"))), Limits(pages=1))[1] == "limit pages is 1: 2 pages"
    assert "zip_members" in cause(words, Limits(zip_members=3))[1]
    deep = "<ofd:PageBlock>" * 100 + text("甲") + "</ofd:PageBlock>" * 100
    assert "xml_nesting" in cause(parts(page(deep)), Limits(xml_nesting=50))[1]


def test_composites_that_multiply_meet_a_limit() -> None:
    def use(identifier: int) -> str:
        return f'<ofd:CompositeObject ResourceID="{identifier}" Boundary="0 0 9 9"/>' * 20

    units = "".join(composite(str(n), use(n + 1)) for n in range(7)) + composite("7", text("甲"))
    assert cause(parts(page(use(0)), resources=units), Limits(blocks=1000))[1].startswith("limit blocks is 1000")


def test_repeats_beyond_all_measure_cost_nothing() -> None:
    code = '<ofd:TextCode X="0" Y="0" DeltaX="g 999999 5 g 999999 5">甲乙</ofd:TextCode>'
    assert lines(opened(page(text("", codes=code)))) == ["甲乙"]
