"""Archives that lie: written record by record (APPNOTE.TXT), with whatever the records are told to say."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping, Sequence

from attrs import field, frozen

DEFLATED, STORED = 8, 0
_FOUR_GIGABYTES = 0xFFFFFFFF


@frozen
class Entry:
    """A member. What is ``None`` is told as it is.

    Attributes:
        size: that its content is said to have. packed_size: likewise, before unpacking.
        listed_as: the name in the directory, where it differs from that in front of the content.
        at: offset of another member's record, for one that has none of its own.
    """

    name: str
    content: bytes = field(default=b"", repr=False)
    method: int = DEFLATED
    size: int | None = None
    packed_size: int | None = None
    checksum: int | None = None
    flags: int = 0x800
    listed_as: str | None = None
    at: int | None = None
    packed: bytes | None = field(default=None, repr=False)


def written(entries: Sequence[Entry], *, claimed: int | None = None, comment: bytes = b"") -> bytes:
    """The archive; its end says that there are `claimed` members."""
    out, directory = bytearray(), bytearray()
    for entry in entries:
        packed = entry.packed if entry.packed is not None else deflated(entry)
        size = len(entry.content) if entry.size is None else entry.size
        packed_size = len(packed) if entry.packed_size is None else entry.packed_size
        checksum = zlib.crc32(entry.content) if entry.checksum is None else entry.checksum
        what = (20, entry.flags, entry.method, 0, 0x5821, checksum, packed_size, size)
        at = len(out) if entry.at is None else entry.at
        if entry.at is None:
            name = entry.name.encode()
            out += struct.pack("<4sHHHHHIIIHH", b"PK\x03\x04", *what, len(name), 0) + name + packed
        listed = (entry.listed_as or entry.name).encode()
        directory += (
            struct.pack("<4sHHHHHHIIIHHHHHII", b"PK\x01\x02", 20, *what, len(listed), 0, 0, 0, 0, 0, at) + listed
        )
    count = min(len(entries) if claimed is None else claimed, 0xFFFF)
    end = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, count, count, len(directory), len(out), len(comment))
    return bytes(out + directory + end + comment)


def members(parts: Mapping[str, str | bytes], method: int = DEFLATED) -> list[Entry]:
    """Honest members."""
    return [Entry(name, said.encode() if isinstance(said, str) else said, method) for name, said in parts.items()]


def deflated(entry: Entry) -> bytes:
    if entry.method != DEFLATED:
        return entry.content
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(entry.content) + packer.flush()
