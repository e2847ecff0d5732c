"""From bytes to text: byte order mark, UTF-16 by its look, then what the document declares, strict UTF-8, GB18030."""

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
# What Chinese text consists of; the same bytes read in the wrong order give characters of all of Unicode.
_PLAUSIBLE = compile_pattern(
    r"[\t\r\n -~\u00a0\u00b7\u2010-\u2026\u2460-\u249b\u25a0-\u25cf\u2610-\u2612\u3000-\u301f\u4e00-\u9fff\uff00-\uff5e]"
)
_LOOKED_AT = 20_000  # bytes
_LEAST_PLAUSIBLE = 0.97
# Shares of bytes: text with a stray NUL has few zeros, and if it is ASCII nothing beyond.
_LEAST_ZEROS = 0.2
_LEAST_HIGH = 0.15
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
        UnreadableError: with :attr:`Cause.CORRUPT` if a text in UTF-8 was cut off, :attr:`Cause.ENCODING` if no encoding
            fits, or :attr:`Cause.UNSUPPORTED` if the bytes are those of no text at all.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = _try(data[len(mark) :], encoding)
            if text is not None:
                return Decoded(text, encoding, "bom")
    found = _utf16(data)
    if found is not None:
        return found
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
    if _is_cut(data):
        raise UnreadableError(
            name, Cause.CORRUPT, f"UTF-8 text cut off within its last character, after {len(data)} bytes"
        )
    text = _try(data, "gb18030")
    if text is not None:
        return Decoded(text, "gb18030", "gb18030")
    if b"\0" in data and not data.startswith(
        tuple(mark for mark, _ in _MARKS)
    ):  # no encoding would help: it is a file of another kind
        raise UnreadableError(
            name, Cause.UNSUPPORTED, f"not text: NUL at byte {data.index(0)}, and {_what_fails(data)}"
        )
    raise UnreadableError(name, Cause.ENCODING, _what_fails(data))


def declared_label(data: bytes) -> str | None:
    """The encoding label in an XML declaration or an HTML ``meta`` element, if there is one near the start."""
    head = data[:_DECLARED_WITHIN].decode("latin-1")
    match = _XML.match(head.lstrip()) or _META.search(head)
    return match[1] if match else None


def _utf16(data: bytes) -> Decoded | None:
    """UTF-16 without a byte order mark: bytes with zeros among them that make Chinese text in one order only."""
    head = data[:_LOOKED_AT]
    zeros, high = head.count(0), _count_high(head)
    if not zeros or len(data) % 2 or (zeros < _LEAST_ZEROS * len(head) and high < _LEAST_HIGH * len(head)):
        return None
    shares = {encoding: _share_plausible(head, encoding) for encoding in ("utf-16-le", "utf-16-be")}
    encoding = max(shares, key=shares.__getitem__)
    text = _try(data, encoding) if shares[encoding] >= _LEAST_PLAUSIBLE else None
    return None if text is None else Decoded(text, encoding, "utf-16")


def _share_plausible(head: bytes, encoding: str) -> float:
    text = head.decode(encoding, "replace")
    return sum(1 for _ in _PLAUSIBLE.finditer(text)) / len(text)


def _count_high(data: bytes) -> int:
    """How many bytes are beyond ASCII."""
    return len(data) - len(data.translate(None, bytes(range(0x80, 0x100))))


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _is_beyond_chance(data: bytes) -> bool:
    """Whether so much of valid UTF-8 is beyond ASCII that a declaration of another encoding must be wrong."""
    return _count_high(data) >= _NO_CHANCE


def _is_cut(data: bytes) -> bool:
    """Whether all is valid UTF-8 but for a last character that is not whole."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.reason == "unexpected end of data" and _is_beyond_chance(data[: error.start])
    return False


def _what_fails(data: bytes) -> str:
    places = []
    for encoding in ("utf-8", "gb18030"):
        try:
            data.decode(encoding)
        except UnicodeDecodeError as error:
            places.append(f"{encoding} fails at byte {error.start} (0x{data[error.start]:02X})")
    return "no encoding fits: " + ", ".join(places)
