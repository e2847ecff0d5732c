from __future__ import annotations

import io
import zipfile

import pytest

from govreply.errors import Cause, UnreadableError
from govreply.limits import Limits
from govreply.readers.budget import Budget
from govreply.readers.zip_directory import listed_names
from govreply.readers.zipped import Archive, part_name


def zipped(*members: tuple[str, bytes], compress: bool = True) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED if compress else zipfile.ZIP_STORED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return stream.getvalue()


def opened(data: bytes, limits: Limits | None = None) -> Archive:
    return Archive(data, Budget("a.zip", limits or Limits()))


def test_members_are_found_whatever_the_case_and_the_slashes_of_their_names() -> None:
    archive = opened(zipped(("Doc_0\\Pages/Page_0/CONTENT.xml", b"<a/>")))
    assert archive.has("doc_0/pages/page_0/content.xml")
    assert archive.xml("Doc_0/Pages/Page_0/Content.xml").tag == "a"


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("/Doc_0/Document.xml", "doc_0/document.xml"),
        ("..\\..\\etc/passwd", "etc/passwd"),
        ("a/./b/../c.xml", "a/c.xml"),
        ("资源/页.xml", "资源/页.xml"),
    ],
)
def test_part_names(name: str, part: str) -> None:
    assert part_name(name) == part


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_chinese_names_without_the_utf8_flag(encoding: str) -> None:
    plain = "##########/页面.xml"
    data = zipped((plain.replace("页面", "%%%%%%" if encoding == "utf-8" else "%%%%"), b"<a/>"), compress=False)
    stand_in, written = (b"%%%%%%", "页面".encode()) if encoding == "utf-8" else (b"%%%%", "页面".encode("gb18030"))
    archive = opened(data.replace(stand_in, written))
    assert archive.names() == (plain,)
    assert archive.content(plain) == b"<a/>"


def test_more_members_than_allowed() -> None:
    data = zipped(*((f"{n}.xml", b"") for n in range(6)))
    assert len(opened(data, Limits(zip_members=6)).names()) == 6
    with pytest.raises(UnreadableError, match="limit zip_members is 5"):
        opened(data, Limits(zip_members=5)).names()


def test_a_bomb() -> None:
    data = zipped(("a.xml", b" " * 3_000_000))
    with pytest.raises(UnreadableError, match="limit zip_ratio is 200"):
        opened(data).content("a.xml")
    with pytest.raises(UnreadableError, match="limit unpacked_bytes is 1000"):
        opened(data, Limits(unpacked_bytes=1000)).content("a.xml")


def test_all_that_is_unpacked_counts() -> None:
    data = zipped(("a", bytes(range(256)) * 3), ("b", bytes(range(256)) * 3))
    archive = opened(data, Limits(unpacked_bytes=1000))
    archive.content("a")
    with pytest.raises(UnreadableError, match="unpacked_bytes"):
        archive.content("b")


@pytest.mark.parametrize(
    "xml",
    [
        b'<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>',
        '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE a SYSTEM "file:///etc/hostname"><a/>'.encode("utf-16"),
        b"<a><b></a>",
        b"",
    ],
)
def test_xml_that_is_refused(xml: bytes) -> None:
    with pytest.raises(UnreadableError) as error:
        opened(zipped(("a.xml", xml))).xml("a.xml")
    assert error.value.cause is Cause.CORRUPT


@pytest.mark.parametrize("depth", [20, 100_000])
def test_xml_that_is_nested_too_deeply(depth: int) -> None:
    xml = b"<a>" * depth + b"</a>" * depth
    with pytest.raises(UnreadableError, match="limit xml_nesting is 19"):
        opened(zipped(("a.xml", xml)), Limits(xml_nesting=19)).xml("a.xml")


def test_xml_as_deep_as_is_allowed() -> None:
    assert opened(zipped(("a.xml", b"<a>" * 20 + b"</a>" * 20)), Limits(xml_nesting=20)).xml("a.xml").tag == "a"


def test_a_damaged_archive() -> None:
    data = zipped(("a.xml", b"<a/>" * 50), compress=False)
    for broken in (data[:-30], data.replace(b"<a/><a/>", b"<b/><b/>", 1)):
        with pytest.raises(UnreadableError) as error:
            opened(broken).content("a.xml")
        assert error.value.cause is Cause.CORRUPT


def test_a_member_behind_a_password() -> None:
    data = bytearray(zipped(("a.xml", b"<a/>")))
    data[6] |= 1
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(UnreadableError) as error:
        opened(bytes(data)).content("a.xml")
    assert error.value.cause is Cause.ENCRYPTED


def test_names_are_listed_from_the_directory() -> None:
    data = zipped(("OFD.xml", b"x"), ("Doc_0/Document.xml", b"y"))
    assert list(listed_names(data)) == [b"OFD.xml", b"Doc_0/Document.xml"]
    assert list(listed_names(b"in front " + data)) == [b"OFD.xml", b"Doc_0/Document.xml"]
    assert list(listed_names(data, 1)) == [b"OFD.xml"]


@pytest.mark.parametrize("broken", [b"", b"PK\x05\x06", b"PK\x05\x06" + b"\xff" * 18, b"PK\x01\x02" * 20])
def test_no_directory_no_names(broken: bytes) -> None:
    assert list(listed_names(broken)) == []
