import codecs
import hashlib
import io
import zipfile

import pytest

from govreply.errors import Cause, UnreadableError
from govreply.readers import read
from tests.readers.shape import texts

LETTER = "关于市政协提案的答复：收悉，现答复如下。"


def cause(data: bytes | str, name: str = "a.txt", media_type: str | None = None) -> tuple[Cause, str]:
    with pytest.raises(UnreadableError) as raised:
        read(data, name, media_type=media_type)
    assert raised.value.name == name
    return raised.value.cause, raised.value.detail


@pytest.mark.parametrize(
    "data", [b"", b" \r\n\t", codecs.BOM_UTF8, codecs.BOM_UTF8 + b"\n", "", "　\n", "\ufeff", "　".encode()]
)
def test_nothing_to_read_is_empty(data: bytes | str) -> None:
    assert cause(data)[0] is Cause.EMPTY


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"PK\x03\x04\x14\x00xl/workbook.xml", "XLSX"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), "OLE"),
        (b"{\\rtf1\\ansi abc}", "RTF"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related;\n\tboundary=a\n\n--a\n<html>", "MHTML"),
        (b"From: <Saved by Blink>\r\nSubject: a\r\nContent-Type: multipart/related;", "MHTML"),
        (b"abc\x00def", "NUL"),
        (b"abc\x00defg", "NUL"),
        (LETTER.encode() + b"\0", "NUL"),
        (LETTER.encode("gb18030") + b"\0\0", "NUL"),
        ("abc\0def", "NUL"),
        (codecs.BOM_UTF16_LE + "甲\0".encode("utf-16-le"), "NUL"),
        (bytes(range(1, 9)) * 4, "control"),
    ],
)
def test_other_formats_are_named(data: bytes | str, told: str) -> None:
    for name in ("a.txt", "a.md", "a.html"):
        found, detail = cause(data, name)
        assert found is Cause.UNSUPPORTED
        assert told in detail


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"\x89PNG\r\n\x1a\n....", "PNG"),
        (b"\xff\xd8\xff\xe0 JFIF", "JPEG"),
        (b"GIF89a....", "GIF"),
        (b"II*\x00....", "TIFF"),
        (b"MM\x00*....", "TIFF"),
        (b"RIFF\x10\x00\x00\x00WEBPVP8 ", "WebP"),
    ],
)
def test_images_need_recognition_whatever_their_name(data: bytes, told: str) -> None:
    for name in ("a.txt", "a.pdf", "a.png"):
        found, detail = cause(data, name)
        assert found is Cause.NEEDS_OCR
        assert told in detail


@pytest.mark.parametrize("start", [b"[Content_Types].xml word/document.xml", b"OFD.xml Doc_0/", b"a.txt"])
def test_the_beginning_of_an_archive_is_a_damaged_one(start: bytes) -> None:
    assert cause(b"PK\x03\x04\x14\x00" + start)[0] is Cause.CORRUPT


def test_an_archive_is_no_document_by_what_lies_deeper_in_it() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:  # stored: the names inside can be seen in its bytes
        archive.writestr("letters/OFD.xml", "")
        archive.writestr("letters/word/document.xml", "")
    assert cause(stream.getvalue()) == (Cause.UNSUPPORTED, "ZIP archive is not read by this version")


def test_an_unknown_media_type_is_unsupported() -> None:
    found, detail = cause(LETTER, media_type="image/tiff")
    assert found is Cause.UNSUPPORTED
    assert "image/tiff" in detail


@pytest.mark.parametrize("data", [b"\xff" * 100, b"abc \xff\xff\xff\xff", b"\xb9\xd8\xd3\xda\xff"])
def test_bytes_in_no_encoding_are_told(data: bytes) -> None:
    found, detail = cause(data)
    assert found is Cause.ENCODING
    assert "utf-8 fails at byte" in detail
    assert "gb18030 fails at byte" in detail


def declared(label: str) -> str:
    return f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={label}"></head><p>{LETTER}</p></html>'


@pytest.mark.parametrize(
    ("data", "name", "encoding", "how"),
    [
        (LETTER.encode(), "a.txt", "utf-8", "utf-8"),
        (b"plain ASCII", "a.txt", "utf-8", "utf-8"),
        (codecs.BOM_UTF8 + LETTER.encode(), "a.txt", "utf-8", "bom"),
        (codecs.BOM_UTF16_LE + LETTER.encode("utf-16-le"), "a.txt", "utf-16-le", "bom"),
        (codecs.BOM_UTF16_BE + LETTER.encode("utf-16-be"), "a.txt", "utf-16-be", "bom"),
        (f"{LETTER}\n".encode("utf-16-le"), "a.txt", "utf-16-le", "utf-16"),
        (f"{LETTER}\n".encode("utf-16-be"), "a.md", "utf-16-be", "utf-16"),
        (f"一、{LETTER}２，\r\n".encode("utf-16-le"), "a.txt", "utf-16-le", "utf-16"),
        (declared("gb2312").encode("utf-16-le"), "a.html", "utf-16-le", "utf-16"),
        (declared("utf-8").encode("utf-16-be"), "a.html", "utf-16-be", "utf-16"),
        ("plain ASCII\n".encode("utf-16-le"), "a.txt", "utf-16-le", "utf-16"),
        (codecs.BOM_UTF32_LE + LETTER.encode("utf-32-le"), "a.txt", "utf-32-le", "bom"),
        (LETTER.encode("gb18030"), "a.txt", "gb18030", "gb18030"),
        ("㐀𠀀镕".encode("gb18030"), "a.txt", "gb18030", "gb18030"),
        (declared("gb2312").encode("gb18030"), "a.html", "gb18030", "declared"),
        (declared("GBK").encode("gb18030"), "a.html", "gb18030", "declared"),
        (declared("utf-8").encode(), "a.html", "utf-8", "declared"),
        (declared("big5").replace(LETTER, "關於").encode("big5"), "a.html", "big5hkscs", "declared"),
        (
            f'<?xml version="1.0" encoding="gbk"?><html><p>{LETTER}</html>'.encode("gbk"),
            "a.html",
            "gb18030",
            "declared",
        ),
        # wrong declarations
        (declared("utf-8").encode("gb18030"), "a.html", "gb18030", "gb18030"),
        (declared("gb2312").encode(), "a.html", "utf-8", "utf-8"),
        (declared("iso-8859-1").encode(), "a.html", "utf-8", "utf-8"),
        (declared("iso-8859-1").encode("gb18030"), "a.html", "gb18030", "gb18030"),
        (declared("nonsense").encode(), "a.html", "utf-8", "utf-8"),
        (declared("unicode_escape").encode(), "a.html", "utf-8", "utf-8"),
    ],
)
def test_how_the_encoding_was_found_is_kept(data: bytes, name: str, encoding: str, how: str) -> None:
    source = read(data, name).source
    assert (source.encoding, source.encoding_how) == (encoding, how)
    assert source.text == data.removeprefix(codecs.BOM_UTF8).decode(encoding).lstrip("\ufeff")
    assert source.sha256 == hashlib.sha256(data).hexdigest()
    assert source.size == len(data)


def test_the_charset_of_a_media_type_counts_as_declared() -> None:
    source = read("中文".encode("gbk"), "x", media_type='Text/Plain; charset="GBK"').source
    assert (source.media_type, source.encoding, source.encoding_how) == ("text/plain", "gb18030", "declared")


def test_a_given_text_keeps_its_offsets_and_may_hold_lone_surrogates() -> None:
    document = read("\ufeff甲\udcff\n乙", "x.txt")
    assert (document.source.encoding, document.source.encoding_how) == (None, "given")
    assert document.source.text == "\ufeff甲\udcff\n乙"
    assert document.source.size == len("\ufeff甲\n乙".encode()) + 3
    assert texts("\ufeff甲\udcff\n乙", "x.txt") == ["甲\udcff", "乙"]


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("甲", "a.md", "text/markdown"),
        ("甲", "a.MARKDOWN", "text/markdown"),
        ("# 甲", "a.txt", "text/plain"),
        ("甲", "a", "text/plain"),
        ("甲\n\n## 乙", "-", "text/markdown"),
        ("**甲**乙", "letter", "text/markdown"),
        ("|甲|乙|\n|--|--|", "letter", "text/markdown"),
        ("<!DOCTYPE html><p>甲", "a.txt", "text/html"),
        ("\n<!-- 甲 -->\n<HTML>乙", "a.md", "text/html"),
        ("<?xml version='1.0'?><html>甲</html>", "a", "text/html"),
        ("<p>甲", "a.htm", "text/html"),
        ("甲\n乙", "a.html", "text/plain"),
        ("<div>\n<p>甲</p>\n<p>乙</p>\n</div>\n<table>\n<tr>", "a.txt", "text/html"),
        ("<div>\n\n# 甲\n\n乙\n\n丙\n\n丁\n\n</div>", "a.md", "text/markdown"),
        ("甲<p>乙</p>", "a.txt", "text/plain"),
    ],
)
def test_the_format_is_told_by_content_then_by_name(text: str, name: str, expected: str) -> None:
    assert read(text, name).source.media_type == expected


def test_the_caller_knows_best_among_text_formats() -> None:
    assert read("<html><p>甲", "a.html", media_type="text/plain").source.media_type == "text/plain"


def test_a_text_that_ends_within_a_character_was_cut_off() -> None:
    whole = "关于提案的答复，现就有关情况说明如下。".encode()
    for cut in (1, 2):
        with pytest.raises(UnreadableError, match="cut off within its last character") as caught:
            read(whole[:-cut], "a.txt")
        assert caught.value.cause is Cause.CORRUPT
    assert read("市政".encode("gb18030"), "a.txt").source.text == "市政"


def test_a_compound_file_without_its_end_is_corrupt() -> None:
    head = bytearray(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504))
    head[30:32] = (9).to_bytes(2, "little")  # sectors of 512 bytes
    head[48:52] = (12).to_bytes(4, "little")  # the directory begins in the thirteenth
    assert cause(bytes(head) + bytes(12 * 512), "a.doc")[0] is Cause.CORRUPT
    assert cause(bytes(head) + bytes(13 * 512), "a.doc")[0] is Cause.UNSUPPORTED
