"""The bounds inside which a document is read, so that no file can exhaust the reader."""

from __future__ import annotations

from typing import Final

from attrs import field, frozen, validators

MOST_MEMORY: Final = 2**62  # bytes; what the system's own bound can hold
MOST_SECONDS: Final = 10_000_000.0  # longer ones no clock of the system takes


@frozen(kw_only=True)
class Limits:
    """Upper bounds for one document. A bound that is passed gives the outcome ``limit``, which names it.

    Attributes:
        bytes: size of the file. The longest published replies have a few hundred kilobytes.
        characters: length of the decoded text, in code points.
        nesting: depth of nested elements in HTML.
        blocks: paragraphs, headings and table cells in one document.
        pages: of a PDF or OFD file; the longest replies with their annexes have some dozens.
        zip_members: files in a zip archive (DOCX, OFD).
        zip_ratio: how many times larger than packed a member of more than a megabyte may be.
        unpacked_bytes: size of all that is unpacked of an archive.
        xml_nesting: depth of nested elements in the XML of a DOCX or OFD file, 240 at most; Word's own files stay below 60.
        pattern_seconds: time that one search for one pattern in one text of more than 1,000 characters may take.
        seconds: time that one document may take in a worker process of its own; passing it is the outcome ``timeout``.
        memory: bytes of memory that such a worker may hold; passing it is the outcome ``memory``. The program itself takes
            some 100 MB of them.
    """

    bytes: int = field(default=32 * 1024 * 1024, validator=validators.gt(0))
    characters: int = field(default=8_000_000, validator=validators.gt(0))
    nesting: int = field(default=512, validator=validators.gt(0))
    blocks: int = field(default=200_000, validator=validators.gt(0))
    pages: int = field(default=1_000, validator=validators.gt(0))
    zip_members: int = field(default=5_000, validator=validators.gt(0))
    zip_ratio: int = field(default=200, validator=validators.gt(0))
    unpacked_bytes: int = field(default=128 * 1024 * 1024, validator=validators.gt(0))
    xml_nesting: int = field(default=160, validator=validators.and_(validators.gt(0), validators.le(240)))
    pattern_seconds: float = field(default=5.0, validator=[validators.gt(0), validators.le(MOST_SECONDS)])
    seconds: float = field(default=60.0, validator=[validators.gt(0), validators.le(MOST_SECONDS)])
    memory: int = field(
        default=2 * 1024 * 1024 * 1024, validator=validators.and_(validators.gt(0), validators.le(MOST_MEMORY))
    )


DEFAULT_LIMITS = Limits()
