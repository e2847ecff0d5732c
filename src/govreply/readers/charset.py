"""From bytes to text: byte order mark, then what the document declares, then strict UTF-8, then GB18030."""

from __future__ import annotations

import codecs

from attrs import frozen

from govreply.errors import Cause, UnreadableError
from govreply.patterns import compile_pattern

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# The labels that are believed, as in the WHATWG Encoding Standard, by which a page that declares UTF-16 in ASCII is
# UTF-8. Latin labels are not believed: Chinese pages carry them by mistake, and every byte string "decodes" as Latin.
_LABELS = {
    **dict.fromkeys(("utf-8", "utf8", "unicode-1-1-utf-8", "utf-16", "utf-16le", "utf-16be"), "utf-8"),
    **dict.fromkeys(
        ("gb2312", "gb_2312-80", "gb_2312", "gbk", "x-gbk", "cp936", "ms936", "gb18030", "chinese", "csgb2312"),
        "gb18030",
    ),
    **dict.fromkeys(("big5", "big5-hkscs", "x-x-big5", "cn-big5"), "big5hkscs"),
    **dict.fromkeys(("shift_jis", "sjis", "x-sjis"), "cp932"),
    "euc-jp": "euc_jp",
    **dict.fromkeys(("euc-kr", "ks_c_5601-1987"), "cp949"),
}
_DECLARED_WITHIN = 4096
_META = compile_pattern(r"""(?i)<meta\s[^<>]{0,400}?charset\s{0,5}=\s{0,5}["']?\s{0,5}([\w.:-]{1,40})""")
_XML = compile_pattern(r"""<\?xml\s[^<>]{0,200}?encoding\s{0,5}=\s{0,5}["']([\w.:-]{1,40})""")
# So many bytes of text beyond ASCII cannot be valid UTF-8 by chance.
_NO_CHANCE = 24


@frozen
class Decoded:
    """Text, the encoding's name and how it was found (see :class:`govreply.source.Source`)."""

    text: str
    encoding: str
    how: str


def decode(data: bytes, name: str, declared: str | None = None) -> Decoded:
    """The text of `data`; a byte order mark is not part of it.

    `declared` is a label given from outside, such as the charset of a Content-Type header.

    Raises:
        UnreadableError: with :attr:`Cause.ENCODING` if no encoding fits.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = _try(data[len(mark) :], encoding)
            if text is not None:
                return Decoded(text, encoding, "bom")
    utf8 = _try(data, "utf-8")
    label = declared or declared_label(data)
    encoding = _LABELS.get(label.strip().lower(), "") if label else ""
    if encoding == "utf-8" and utf8 is not None:
        return Decoded(utf8, "utf-8", "declared")
    if encoding and encoding != "utf-8" and not (utf8 is not None and _is_beyond_chance(data)):
        text = _try(data, encoding)
        if text is not None:
            return Decoded(text, encoding, "declared")
    if utf8 is not None:
        return Decoded(utf8, "utf-8", "utf-8")
    text = _try(data, "gb18030")
    if text is not None:
        return Decoded(text, "gb18030", "gb18030")
    raise UnreadableError(name, Cause.ENCODING, _what_fails(data))


def declared_label(data: bytes) -> str | None:
    """The encoding label in an XML declaration or an HTML ``meta`` element, if there is one near the start."""
    head = data[:_DECLARED_WITHIN].decode("latin-1")
    match = _XML.match(head.lstrip()) or _META.search(head)
    return match[1] if match else None


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _is_beyond_chance(data: bytes) -> bool:
    """Whether so much of valid UTF-8 is beyond ASCII that a declaration of another encoding must be wrong."""
    return len(data) - len(data.translate(None, bytes(range(0x80, 0x100)))) >= _NO_CHANCE


def _what_fails(data: bytes) -> str:
    places = []
    for encoding in ("utf-8", "gb18030"):
        try:
            data.decode(encoding)
        except UnicodeDecodeError as error:
            places.append(f"{encoding} fails at byte {error.start} (0x{data[error.start]:02X})")
    return "no encoding fits: " + ", ".join(places)
