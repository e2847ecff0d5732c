"""What a DOCX file may do to its reader: nothing but be refused, with the reason."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest

from govreply.errors import Cause, UnreadableError
from govreply.limits import DEFAULT_LIMITS, Limits
from govreply.readers import read
from tests.readers.docx.build import R, W, p, package, part, r, shown, tbl, tc, texts, tr, zipped

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def refused(data: bytes, limits: Limits = DEFAULT_LIMITS) -> UnreadableError:
    with pytest.raises(UnreadableError) as caught:
        read(data, "复函.docx", limits=limits)
    return caught.value


def document(xml: str | bytes) -> bytes:
    """A file whose main part is `xml`."""
    content = xml if isinstance(xml, bytes) else xml.encode()
    return package("", extra={"word/document.xml": content})


def test_a_file_behind_a_password_is_encrypted() -> None:
    stream = "EncryptedPackage".encode("utf-16-le")
    assert refused(OLE + bytes(504) + stream + bytes(1000)).cause is Cause.ENCRYPTED


def test_an_old_word_file_is_not_supported_yet() -> None:
    assert refused(OLE + bytes(2000)).cause is Cause.UNSUPPORTED


def test_an_encrypted_member_is_encrypted() -> None:
    data = bytearray(package(p(r("甲"))))
    at = data.index(b"PK\x01\x02")
    while at >= 0:  # the flags in the central directory
        struct.pack_into("<H", data, at + 8, struct.unpack_from("<H", data, at + 8)[0] | 1)
        at = data.find(b"PK\x01\x02", at + 4)
    assert refused(bytes(data)).cause is Cause.ENCRYPTED


def test_a_document_cut_anywhere_is_corrupt() -> None:
    whole = package("".join(p(r(f"第{n}段")) for n in range(200)))
    for tenth in range(1, 10):
        assert refused(whole[: len(whole) * tenth // 10]).cause in (Cause.CORRUPT, Cause.UNSUPPORTED)


def test_damaged_content_is_corrupt() -> None:
    whole = bytearray(package("".join(p(r(f"第{n}段")) for n in range(200))))
    at = whole.index(b"word/document.xml") + 60
    whole[at : at + 20] = bytes(20)
    assert refused(bytes(whole)).cause is Cause.CORRUPT


@pytest.mark.parametrize(
    "xml", ["", "x", "<a", f'<w:document xmlns:w="{W}"><w:body></w:document>', "<a>&nbsp;</a>", '<?xml version="1.0"?>']
)
def test_a_main_part_that_is_no_xml_is_corrupt(xml: str) -> None:
    assert refused(document(xml)).cause is Cause.CORRUPT


def test_other_archives_are_not_supported() -> None:
    assert refused(zipped({"word/a.md": b"# a"})).cause is Cause.UNSUPPORTED
    assert refused(document("<a/>")).cause is Cause.UNSUPPORTED


def test_text_in_another_format_inside_is_not_passed_over() -> None:
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId9" Type="{R}/aFChunk" Target="chunk.mht"/></Relationships>'
    )
    body = p(r("关于提案的答复")) + '<w:altChunk r:id="rId9"/>'
    extra = {"word/_rels/document.xml.rels": rels.encode(), "word/chunk.mht": b"<p>text</p>"}
    assert texts(body) == ["关于提案的答复"]  # nothing is there
    found = refused(package(body, extra=extra))
    assert found.cause is Cause.UNSUPPORTED
    assert "altChunk" in found.detail


def test_files_inside_are_told_and_not_opened() -> None:
    relation = f'<Relationship Id="{{name}}" Type="{R}/{{kind}}" Target="embeddings/{{name}}"/>'
    related = relation.format(kind="package", name="工作表.xlsx") + relation.format(
        kind="oleObject", name="formula.bin"
    )
    rels = (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{related}</Relationships>'
    )
    extra = {"word/_rels/document.xml.rels": rels.encode(), "word/embeddings/工作表.xlsx": b"PK"}
    document = read(package(p(r("正文。")), extra=extra), "a.docx")
    assert [(m.name, m.value.text) for m in document.meta] == [("attachment", "工作表.xlsx")]


def test_an_office_file_without_its_main_part_is_corrupt() -> None:
    data = zipped({"[Content_Types].xml": b"<a/>", "word/styles.xml": b"<a/>"})
    assert refused(data).cause is Cause.CORRUPT


def test_a_document_without_text_is_empty_and_one_of_pictures_needs_ocr() -> None:
    assert refused(package(p() + p(r(" ")))).cause is Cause.EMPTY
    picture = p("<w:r><w:drawing><a:blip/></w:drawing></w:r>")
    assert refused(package(picture)).cause is Cause.NEEDS_OCR


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(
    "declaration",
    [
        '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd">',
        "<!DOCTYPE a [" + "".join(f'<!ENTITY x{n} "{f"&x{n - 1};" * 10 if n else "ha"}">' for n in range(9)) + "]>",
    ],
    ids=["file", "network", "laughs"],
)
def test_document_types_are_refused(declaration: str, encoding: str) -> None:
    mark = "\ufeff" if encoding != "utf-8" else ""
    xml = f'{mark}{declaration}<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>'
    error = refused(document(xml.encode(encoding)))
    assert (error.cause, "document type" in error.detail) == (Cause.CORRUPT, True)


def test_names_that_lead_out_of_the_archive_are_never_followed() -> None:
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="a" Type="x/styles" Target="../../../../etc/passwd"/>'
        '<Relationship Id="b" Type="x/numbering" Target="file:///etc/passwd"/>'
        '<Relationship Id="c" Type="x/settings" Target="http://127.0.0.1:9/s.xml" TargetMode="External"/></Relationships>'
    )
    extra = {"word/_rels/document.xml.rels": relations.encode(), "../../evil.xml": b"<a/>", "/etc/passwd": b"x"}
    data = package(p(r("甲")), extra={**extra, "/etc/passwd": part("w:styles", "").encode()})
    assert [shown(b) for b in read(data, "a.docx").blocks] == ["甲"]


@pytest.mark.parametrize("depth", [200, 1_000, 100_000])
def test_deeply_nested_xml_passes_the_limit(depth: int) -> None:
    body = "<w:ins>" * depth + "</w:ins>" * depth
    error = refused(package(p(body)), Limits(zip_ratio=100_000))
    assert (error.cause, "xml_nesting" in error.detail) == (Cause.LIMIT, True)


def test_tables_nested_as_deeply_as_the_limit_allows_are_read() -> None:
    inner = p(r("芯"))
    for _ in range(48):
        inner = tbl(tr(f"<w:tc>{inner}{p()}</w:tc>"))
    assert "芯" in read(package(inner), "a.docx").source.text


def test_a_zip_bomb_passes_the_ratio() -> None:
    bomb = document(f'<w:document xmlns:w="{W}"><w:body>{" " * 20_000_000}</w:body></w:document>')
    assert len(bomb) < 100_000
    error = refused(bomb)
    assert (error.cause, "zip_ratio" in error.detail) == (Cause.LIMIT, True)


def test_unpacked_size_members_and_blocks_are_bounded() -> None:
    data = package("".join(p(r(f"第{n}段")) for n in range(100)))
    assert "unpacked_bytes" in refused(data, Limits(unpacked_bytes=2_000)).detail
    assert "zip_members" in refused(data, Limits(zip_members=3)).detail
    assert "blocks" in refused(data, Limits(blocks=99)).detail
    assert "characters" in refused(data, Limits(characters=200)).detail
    assert "bytes" in refused(data, Limits(bytes=100)).detail


def test_sizes_that_the_archive_lies_about_do_not_matter() -> None:
    data = bytearray(package("".join(p(r(f"第{n}段")) for n in range(100))))
    at = data.index(b"PK\x01\x02")
    found = 0
    while at >= 0:
        if data[at + 46 : at + 46 + 17] == b"word/document.xml":
            struct.pack_into("<I", data, at + 24, 10)
            found += 1
        at = data.find(b"PK\x01\x02", at + 4)
    assert found == 1
    assert refused(bytes(data)).cause is Cause.CORRUPT


def test_a_member_that_stands_twice_is_read_once() -> None:
    out = io.BytesIO(package(p(r("甲"))))
    with zipfile.ZipFile(out, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("word/document.xml", part("w:document", f"<w:body>{p(r('乙'))}</w:body>"))
    assert [shown(b) for b in read(out.getvalue(), "a.docx").blocks] == ["乙"]


def test_odd_values_are_taken_for_none() -> None:
    cell = tc("甲", '<w:gridSpan w:val="999999999999"/><w:vMerge w:val="???"/>')
    listed = p(
        r("乙"), properties='<w:numPr><w:ilvl w:val="-7"/><w:numId w:val="∞"/></w:numPr><w:outlineLvl w:val="x"/>'
    )
    wide = "".join(tc("", '<w:gridSpan w:val="9999"/>') for _ in range(50))
    data = package(tbl(tr(cell), tr(wide)) + listed)
    assert "乙" in read(data, "a.docx").source.text


def test_the_content_decides_whatever_the_name_or_the_caller_says() -> None:
    data = package(p(r("甲")))
    assert read(data, "a.md").source.media_type.endswith("wordprocessingml.document")
    assert read(data, "a.html", media_type="text/html").source.places
    assert read("甲".encode(), "a.docx").source.media_type == "text/plain"
