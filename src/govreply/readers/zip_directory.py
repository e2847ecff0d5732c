"""The directory at the end of a zip archive, read without unpacking anything: enough to tell what the archive is."""

from __future__ import annotations

import struct
from collections.abc import Iterator

_END = b"PK\x05\x06"
_END_WITHIN = 22 + 65_535  # the end record and the longest comment behind it
_HEADER = b"PK\x01\x02"
_HEADER_SIZE = 46
_MOST_LISTED = 10_000


def listed_names(data: bytes, most: int = _MOST_LISTED) -> Iterator[bytes]:
    """The first `most` member names of the archive's directory as they stand there; none where it cannot be found.

    It costs little whatever the archive holds: nothing is unpacked and nothing kept.
    """
    end = data.rfind(_END, max(len(data) - _END_WITHIN, 0))
    if end < 0 or end + 22 > len(data):
        return
    size, start = struct.unpack_from("<II", data, end + 12)
    at = end - size if data.startswith(_HEADER, max(end - size, 0)) else start
    for _ in range(most):
        if at < 0 or not data.startswith(_HEADER, at) or at + _HEADER_SIZE > len(data):
            return
        name, extra, comment = struct.unpack_from("<HHH", data, at + 28)
        yield data[at + _HEADER_SIZE : at + _HEADER_SIZE + name]
        at += _HEADER_SIZE + name + extra + comment
