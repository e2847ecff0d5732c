"""Bytes that are no text or only nearly, formats under wrong names, and masses of text."""

from __future__ import annotations

from collections.abc import Iterator

from govreply.errors import Cause
from govreply.limits import Limits
from govreply.testing import Letter
from tests.hostile.files.expected import Hostile, Read, Refused, given, times
from tests.hostile.files.parts import docx, paragraph
from tests.hostile.files.zips import Entry, written
from tests.readers.docx import build

MEGABYTE = 1024 * 1024
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LETTER = Letter()
NUMBER = "20230117"
_TEXT = LETTER.to_text()
_REPLY = Read(reply=True, number=NUMBER)
# fewer than the defaults, which would take a minute to reach
_FEW = Limits(blocks=20_000, zip_ratio=1_000_000)
_MISNAMED = Read(reply=True, number=NUMBER, told=("media-type-mismatch",))


def files() -> Iterator[Hostile]:
    yield from _small()
    yield from _encodings()
    yield from _signs()
    yield from _magic()
    yield from _locked()
    yield from _masses()
    yield from _tables()


def _small() -> Iterator[Hostile]:
    for ending in ("md", "txt", "html", "docx", "pdf", "ofd", "doc", "zip"):
        yield Hostile(f"empty.{ending}", given(b""), Refused(Cause.EMPTY))
        yield Hostile(f"one-letter.{ending}", given(b"a"), Read(holds=("a",)))
    yield Hostile("one-nul.md", given(b"\0"), Refused(Cause.UNSUPPORTED))
    yield Hostile("one-byte-255.md", given(b"\xff"), Refused(Cause.ENCODING))
    yield Hostile("only-blanks.txt", given(" \t\r\n　\u2003\n".encode()), Refused(Cause.EMPTY))
    yield Hostile("only-a-mark.txt", given(b"\xef\xbb\xbf"), Refused(Cause.EMPTY))
    yield Hostile("only-a-mark-of-utf-16.txt", given(b"\xff\xfe"), Refused(Cause.EMPTY))
    yield Hostile("only-unseen.txt", given("\u200b\u200d\u2060\u00ad".encode()), Read())
    yield Hostile("only-unseen.html", given(b"<p>&#8203;&shy;</p>"), Read())
    yield Hostile("only-tags.html", given(b"<html><body><div></div></body></html>"), Read())


def _encodings() -> Iterator[Hostile]:
    for encoding in ("utf-16-le", "utf-16-be", "utf-8-sig", "utf-16", "utf-32", "gb18030"):
        for ending, text in (
            ("txt", _TEXT),
            ("md", LETTER.to_markdown()),
            ("html", LETTER.to_html().replace("utf-8", "x")),
        ):
            yield Hostile(f"{encoding}.{ending}", given(text.encode(encoding)), _REPLY)
    utf16 = _TEXT.encode("utf-16-le")
    yield Hostile("half-a-unit-of-utf-16.txt", given(utf16[:-1]), Refused(Cause.UNSUPPORTED))
    yield Hostile("half-a-unit-with-mark.txt", given(b"\xff\xfe" + utf16[:-1]), Refused(Cause.ENCODING))
    lone = "甲\ud800乙".encode("utf-16-le", "surrogatepass") * 50
    yield Hostile("lone-surrogate-in-utf-16.txt", given(b"\xff\xfe" + lone), Refused(Cause.ENCODING))
    utf8, gbk = _TEXT.encode(), _TEXT.encode("gb18030")
    bad = {
        "lone-surrogate": b"\xed\xa0\x80",
        "overlong": b"\xc0\xaf",
        "beyond-unicode": b"\xf5\x80\x80\x80",
        "lone-lead": b"\xe4",
        "byte-255": b"\xff",
    }
    for name, piece in bad.items():
        at = utf8.index("收悉".encode())
        yield Hostile(f"{name}-in-utf-8.txt", given(utf8[:at] + piece + utf8[at:]), Refused(Cause.ENCODING))
    at = gbk.index("收悉".encode("gb18030"))
    for name, piece in {
        "byte-255": b"\xff",
        "byte-128": b"\x80\x20",
        "half": b"\x81\x20",
        "four": b"\x81\x30\x81\x20",
    }.items():
        yield Hostile(f"{name}-in-gb18030.txt", given(gbk[:at] + piece + gbk[at:]), Refused(Cause.ENCODING))
    page = LETTER.to_html()
    yield Hostile("gbk-said-to-be-utf-8.html", given(page.encode("gbk")), _REPLY)
    yield Hostile("utf-8-said-to-be-gbk.html", given(page.replace("utf-8", "gbk").encode()), _REPLY)
    yield Hostile("utf-8-said-to-be-nonsense.html", given(page.replace("utf-8", "klingon").encode()), _REPLY)
    yield Hostile("utf-7.html", given(page.replace("utf-8", "utf-7").encode("utf-8")), _REPLY)


def _signs() -> Iterator[Hostile]:
    at = _TEXT.index("收悉")
    for name, signs, told in (
        ("nul", "\0", None),
        ("1000-controls", "\x07" * 1000, None),
        ("escapes", "\x1b[31m\x1b]0;x\x07", ()),
        ("10000-accents", "e" + "\u0301" * 10_000, ()),
        ("noncharacters", "\ufffe\uffff\U0010ffff", ()),
        ("private", "\ue000\uf8ff", ()),
        ("replacements", "\ufffd" * 20, ()),
        ("turned", "\u202e收悉\u202c", ("direction-turned",)),
        ("line-separators", "\u2028\u2029\x0b\x0c\x85", ()),
        ("tags", "".join(chr(0xE0000 + n) for n in range(32, 127)), ()),
    ):
        place = at if name != "10000-accents" else len(_TEXT) - 1
        data = (_TEXT[:place] + signs + _TEXT[place:]).encode()
        outcome = Refused(Cause.UNSUPPORTED) if told is None else Read(reply=True, number=NUMBER, told=told)
        yield Hostile(f"{name}.txt", given(data), outcome)
    yield Hostile(
        "nul-in-page.html", given(LETTER.to_html().replace("收悉", "收\0悉").encode()), Refused(Cause.UNSUPPORTED)
    )
    yield Hostile(
        "numeric-references.html",
        given(b"<p>" + b"&#x110000;&#0;&#xD800;&#99999999999;" * 50 + "甲</p>".encode()),
        Read(holds=("甲",)),
    )


def _magic() -> Iterator[Hostile]:
    made = {"docx": LETTER.to_docx(), "pdf": LETTER.to_pdf(), "ofd": LETTER.to_ofd(), "html": LETTER.to_html().encode()}
    for kind, endings in {
        "pdf": ("docx", "ofd", "md", "doc"),
        "docx": ("pdf", "ofd", "txt", "doc"),
        "ofd": ("docx", "pdf"),
    }.items():
        for ending in endings:
            yield Hostile(f"{kind}-called.{ending}", given(made[kind]), _MISNAMED)
    for ending in ("md", "txt", "docx", "doc", "pdf"):
        yield Hostile(f"html-called.{ending}", given(made["html"]), _MISNAMED)
    for ending in ("docx", "pdf", "ofd"):
        yield Hostile(f"text-called.{ending}", given(_TEXT.encode()), _MISNAMED)
    foreign = {
        "png": (b"\x89PNG\r\n\x1a\n" + bytes(100), Cause.NEEDS_OCR),
        "jpeg": (b"\xff\xd8\xff\xe0" + bytes(100), Cause.NEEDS_OCR),
        "tiff": (b"II*\0" + bytes(100), Cause.NEEDS_OCR),
        "gif": (b"GIF89a" + bytes(100), Cause.NEEDS_OCR),
        "program": (b"\x7fELF\x02\x01\x01" + bytes(100), Cause.UNSUPPORTED),
        "dos-program": (b"MZ\x90\0\x03" + bytes(100), Cause.UNSUPPORTED),
        "gzip": (b"\x1f\x8b\x08\0" + bytes(100), Cause.UNSUPPORTED),
        "seven-zip": (b"7z\xbc\xaf\x27\x1c" + bytes(100), Cause.UNSUPPORTED),
        "rar": (b"Rar!\x1a\x07\0" + bytes(100), Cause.UNSUPPORTED),
        "postscript": (b"%!PS-Adobe-3.0\n" + b"x" * 100, Cause.UNSUPPORTED),
        "rtf": (b"{\\rtf1\\ansi " + b"x" * 100 + b"}", Cause.UNSUPPORTED),
        "database": (b"SQLite format 3\0" + bytes(100), Cause.UNSUPPORTED),
        "noise": (bytes(n * n * 7919 % 256 for n in range(4000)), Cause.UNSUPPORTED),
        "workbook": (
            written([Entry("[Content_Types].xml", b"<a/>"), Entry("xl/workbook.xml", b"<a/>")]),
            Cause.UNSUPPORTED,
        ),
        "archive": (written([Entry("a.txt", b"a")]), Cause.UNSUPPORTED),
    }
    for name, (data, cause) in foreign.items():
        for ending in ("docx", "ofd", "md"):
            yield Hostile(f"{name}-called.{ending}", given(data), Refused(cause))
    yield Hostile("header-alone.pdf", given(b"%PDF-1.7\n"), Refused(Cause.CORRUPT))
    yield Hostile("header-and-end.pdf", given(b"%PDF-1.7\n%%EOF\n"), Refused(Cause.CORRUPT))
    yield Hostile("page-in-front.pdf", given(b"<html>404</html>\n" + made["pdf"]), _REPLY)
    yield Hostile("mime-in-front.docx", given(b"HTTP/1.1 200 OK\r\n\r\n" + made["docx"]), Refused(Cause.UNSUPPORTED))


def _locked() -> Iterator[Hostile]:
    package = OLE + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(2000)
    for ending in ("docx", "doc", "ofd"):
        yield Hostile(f"encrypted-package.{ending}", given(package), Refused(Cause.ENCRYPTED))


def _masses() -> Iterator[Hostile]:
    for ending in ("md", "txt", "html", "docx", "pdf", "ofd"):
        for name, sign in (("a", b"a"), ("blanks", b" "), ("nuls", b"\0")):
            yield Hostile(
                f"100-megabytes-of-{name}.{ending}",
                times(sign, 100 * MEGABYTE),
                Refused(Cause.LIMIT, "bytes"),
            )
    yield Hostile(
        "100-megabytes-in-a-part.docx",
        lambda: docx(paragraph("a" * (100 * MEGABYTE))),
        Refused(Cause.LIMIT, "zip_ratio"),
    )
    yield Hostile(
        "9000000-signs.docx",
        lambda: docx("".join(paragraph("甲乙丙丁戊" * 1000) for _ in range(1800))),
        Refused(Cause.LIMIT),
        Limits(zip_ratio=10_000),
    )
    for ending in ("md", "txt", "html"):
        yield Hostile(
            f"line-of-9000000-signs.{ending}", times("甲".encode(), 9_000_000), Refused(Cause.LIMIT, "characters")
        )
        yield Hostile(
            f"line-of-48000-signs.{ending}",
            times("第1号提案，".encode(), 8_000),
            Read(holds=("第1号提案，" * 8_000,)),
        )
        between = {"md": "甲\n\n", "txt": "甲\n", "html": "<p>甲"}[ending]
        yield Hostile(
            f"million-paragraphs.{ending}",
            times(between.encode(), 1_000_000),
            Refused(Cause.LIMIT, "blocks"),
            _FEW,
        )
        yield Hostile(f"800-paragraphs.{ending}", times(between.encode(), 800), Read(holds=("甲",)))
    for name, text in {
        "million-blank-lines": "甲" + "\n" * 3_000_000,
        "million-returns": "甲" + "\r" * 3_000_000,
    }.items():
        yield Hostile(f"{name}.txt", given(text.encode()), Refused(Cause.LIMIT, "blocks"))
    yield Hostile(
        "100000-empty-paragraphs.docx", lambda: docx("<w:p/>" * 100_000 + paragraph("甲")), Read(holds=("甲",)), _FEW
    )
    yield Hostile("30000-paragraphs.docx", lambda: docx(paragraph("甲") * 30_000), Refused(Cause.LIMIT, "blocks"), _FEW)
    yield Hostile("20000-runs.docx", lambda: docx(build.p(build.r("甲") * 20_000)), Read(holds=("甲" * 20_000,)), _FEW)


def _tables() -> Iterator[Hostile]:
    yield Hostile(
        "cells-without-end.html", given(b"<table><tr>" + b"<td>a" * 300_000), Refused(Cause.LIMIT, "blocks"), _FEW
    )
    spans = b"<table><tr><td rowspan=65534 colspan=1000>a" + b"<tr><td rowspan=65534>b" * 1000
    yield Hostile("cells-that-span-everything.html", given(spans), Read(holds=("a", "b")))
    yield Hostile("tables-in-tables.html", given(b"<table><tr><td>a" * 150), Read(holds=("a",)))
    yield Hostile("600-tables-deep.html", given(b"<table><tr><td>a" * 600), Refused(Cause.LIMIT, "nesting"))
    wide = "|" + "a|" * 2_000
    yield Hostile("2000-columns.md", given(f"{wide}\n|{'-|' * 2_000}\n{wide}\n".encode()), Read(holds=("a",)))
    yield Hostile(
        "300000-columns.md", given(f"|{'a|' * 300_000}\n|{'-|' * 300_000}\n".encode()), Refused(Cause.LIMIT, "blocks")
    )
    yield Hostile("2000-tabs.txt", given(("a\t" * 2_000 + "\n").encode() * 3), Read(holds=("a",)))
    span = '<w:gridSpan w:val="2147483647"/><w:vMerge w:val="continue"/>'
    table = build.tbl(*(build.tr(build.tc("甲", span), build.tc("乙")) for _ in range(300)))
    yield Hostile("cells-that-span-everything.docx", given(docx(table)), Read(holds=("乙",)))
    yield Hostile(
        "30000-cells.docx",
        lambda: docx(build.tbl(build.tr(*["<w:tc><w:p/></w:tc>"] * 30_000))),
        Refused(Cause.LIMIT, "blocks"),
        _FEW,
    )
    merged = "".join(f"<w:tr>{build.tc('', '<w:vMerge/>') * 60}</w:tr>" for _ in range(60)) + build.tr(build.tc("甲"))
    yield Hostile("nothing-but-merged-cells.docx", given(docx(build.tbl(merged))), Read(holds=("甲",)))
