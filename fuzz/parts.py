"""Archives written as one run of bytes, so that the fuzzer changes what is in them and not their checksums."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

_MARK = b"\n%%member "
_WHEN = (2023, 6, 12, 9, 0, 0)


def flat(archive: bytes) -> bytes:
    """The members of an archive, each behind its name."""
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        return b"".join(_MARK + name.encode() + b"\n" + opened.read(name) for name in opened.namelist())


def archive_of(data: bytes) -> bytes:
    """The archive that `data` stands for; bytes in front of the first name are left out."""
    members: dict[str, bytes] = {}
    for part in data.split(_MARK)[1:]:
        name, _, content = part.partition(b"\n")
        members[name.decode("utf-8", "replace").replace("\0", "")[:1000] or "nameless"] = content
    return packed(members)


def packed(members: Mapping[str, bytes], *, compressed: bool = False) -> bytes:
    """An archive of `members`, the same each time."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED if compressed else zipfile.ZIP_STORED) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name, _WHEN), content, archive.compression)
    return out.getvalue()
