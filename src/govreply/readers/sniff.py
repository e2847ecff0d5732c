"""What an input is, told by its content; among text formats the ending of the name helps."""

from __future__ import annotations

from govreply.patterns import compile_pattern
from govreply.readers.zip_directory import listed_names

MARKDOWN = "text/markdown"
PLAIN = "text/plain"
HTML = "text/html"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
OFD = "application/ofd"
PDF = "application/pdf"
DOC = "application/msword"
ZIP = "ZIP archive"
IMAGE = " image"  # ends the names of the formats that are images

# Media types by the names of :func:`binary_format`, for the formats whose readers take bytes.
BINARY = {"DOCX": DOCX, "OFD": OFD, "PDF": PDF, "DOC or WPS document": DOC}

ZIP_MEMBER = b"PK\x03\x04"  # begins a member, and so an archive that has some
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_WORD_STREAM = "WordDocument".encode("utf-16-le")

_ZIP_MEMBERS = (
    (b"word/", "DOCX"),
    (b"xl/", "XLSX"),
    (b"ppt/", "PPTX"),
    (b"OFD.xml", "OFD"),
)
# what the first member, "mimetype", says where it is stored as it should be
_ZIP_KINDS = ((b"application/vnd.oasis.opendocument", "OpenDocument"), (b"application/epub+zip", "EPUB"))
_ZIP_NAME_AT = 30
_MAGIC = (
    (OLE, "OLE (XLS, PPT or the like)"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG\r\n\x1a\n", "PNG image"),
    (b"\xff\xd8\xff", "JPEG image"),
    (b"GIF87a", "GIF image"),
    (b"GIF89a", "GIF image"),
    (b"II*\x00", "TIFF image"),
    (b"MM\x00*", "TIFF image"),
    (b"\x1f\x8b", "gzip archive"),
    (b"7z\xbc\xaf\x27\x1c", "7z archive"),
    (b"Rar!\x1a\x07", "RAR archive"),
    (b"BZh", "bzip2 archive"),
    (b"\xfd7zXZ\x00", "xz archive"),
    (b"%!PS", "PostScript"),
    (b"SQLite format 3\x00", "SQLite database"),
    (b"\x7fELF", "program"),
)
# what browsers and Word save as one file with its images (RFC 2557)
_MHTML = compile_pattern(r"(?is)(?:\s{0,100}[A-Z][A-Za-z-]{1,40}:[^\n]{0,500}\n){1,20}?.{0,500}?multipart/related")
_PDF_WITHIN = 1024
_SECTOR_SHIFTS = (9, 12)  # of the two versions of compound files
_ZIP_WITHIN = 64 * 1024
_SNIFF_WITHIN = 64 * 1024

_ENDINGS = {
    ".md": MARKDOWN,
    ".markdown": MARKDOWN,
    ".txt": PLAIN,
    ".text": PLAIN,
    ".html": HTML,
    ".htm": HTML,
    ".xhtml": HTML,
}

_PAGE_START = compile_pattern(
    r"(?i)\s{0,1000}+(?:<\?xml[^<>]{0,200}\?>\s{0,100}+)?(?:<!--(?:(?!-->).){0,2000}-->\s{0,100}+){0,5}"
    r"<(?:!doctype\s{1,20}html|html|head|body|meta|title)[\s>]",
)
_TAG_LINE = compile_pattern(
    r"(?im)^[ \t]{0,40}</?(?:p|div|table|tbody|tr|td|th|ul|ol|li|h[1-6]|br|section|article|center|span|font)[\s/>]"
)
_ANY_TAG = compile_pattern(r"(?i)</?[a-z][a-z0-9]{0,20}[\s/>]")
_MARKDOWN_LINE = compile_pattern(
    r"(?m)^[ ]{0,3}(?:#{1,6}[ \t]{1,9}+\S|\|.{0,2000}\|[ \t]{0,9}$|[-*+][ \t]{1,9}+\S|>[ \t]|```)"
    r"|\*\*[^\s*][^*\n]{0,200}\*\*|!\[[^\]\n]{0,200}\]\("
)
# a row of a table and the row that parts its head from its body: nobody writes that into a text by chance
_PIPE_TABLE = compile_pattern(
    r"(?m)^[ ]{0,3}\|.{0,2000}\|[ \t]{0,9}\r?\n[ ]{0,3}\|(?:[ \t]{0,99}:?-{3,99}:?[ \t]{0,99}\|){1,50}[ \t]{0,9}\r?$"
)
_MANY_TAG_LINES = 4


def binary_format(data: bytes) -> str | None:
    """The name of the format that `data` has if it is none that can hold plain text; ``None`` for text.

    The name is that of the format where its signature is known, else what shows that it is no text.
    """
    if b"%PDF-" in data[:_PDF_WITHIN]:
        return "PDF"
    if data.startswith((ZIP_MEMBER, b"PK\x05\x06")):
        return _zip_format(data)
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "WebP image"
    if data.startswith(b"BM") and int.from_bytes(data[2:6], "little") == len(data):
        return "BMP image"
    if data.startswith(OLE) and _WORD_STREAM in data:
        return "DOC or WPS document"
    if data[:5].lower() in (b"mime-", b"from:") and _MHTML.match(data[:4096].decode("latin-1")):
        return "MHTML web archive"
    return next((name for magic, name in _MAGIC if data.startswith(magic)), None)


def _zip_format(data: bytes) -> str:
    """What the names of an archive's members tell; where it has no directory, what its beginning and end show of them."""
    names = b"".join(b"\n" + name.replace(b"\\", b"/").lstrip(b"./").lower() for name in listed_names(data))
    found = next((name for member, name in _ZIP_MEMBERS if b"\n" + member.lower() in names), None)
    if found is None and not names:
        head = data[:_ZIP_WITHIN] + data[-_ZIP_WITHIN:]
        found = next((name for member, name in _ZIP_MEMBERS if member in head), None)
    if found is None:
        found = next((name for kind, name in _ZIP_KINDS if data.startswith(b"mimetype" + kind, _ZIP_NAME_AT)), ZIP)
    return found


def is_encrypted_office(data: bytes) -> bool:
    """Whether `data` is an Office document behind a password: a compound file with an encrypted package ([MS-OFFCRYPTO])."""
    return data.startswith(OLE) and _ENCRYPTED in data


def is_cut_compound(data: bytes) -> bool:
    """Whether `data` is a compound file that ends before its own directory does ([MS-CFB] 2.2)."""
    shift = int.from_bytes(data[30:32], "little")
    if not data.startswith(OLE) or shift not in _SECTOR_SHIFTS:
        return False
    return (int.from_bytes(data[48:52], "little") + 2 << shift) > len(data)


def text_format(text: str, name: str) -> str:
    """The media type of decoded `text`: what its content shows, else what the ending of `name` says."""
    head = text[:_SNIFF_WITHIN].lstrip("\ufeff")
    if _PAGE_START.match(head):
        return HTML
    named = _ENDINGS.get(name[name.rfind(".") :].lower()) if "." in name else None
    if named == HTML:
        return HTML if _ANY_TAG.search(head) else PLAIN
    if _is_mostly_tags(head):
        return HTML
    if named == PLAIN and _PIPE_TABLE.search(head):
        return MARKDOWN
    if named is not None:
        return named
    return MARKDOWN if _MARKDOWN_LINE.search(head) else PLAIN


def _is_mostly_tags(head: str) -> bool:
    if not head.lstrip().startswith("<"):
        return False
    tagged = sum(1 for _ in _TAG_LINE.finditer(head))
    filled = sum(1 for line in head.splitlines() if line.strip())
    return tagged >= _MANY_TAG_LINES and 2 * tagged >= filled
