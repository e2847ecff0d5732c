"""Names of documents as other programs want them: relative to a folder, with ``/``, as a URI where one is asked for."""

from __future__ import annotations

import os
from pathlib import Path, PurePath
from urllib.parse import quote

# what RFC 3986 allows in a path, without the colon, which would make the beginning of a relative reference a scheme
_KEPT = "/!$&'()*+,;=@~"


def relative(name: str, folder: Path, base: Path | None = None) -> str:
    """`name`, which counts from `folder` (absolute), relative to `base` (`folder` where not given), joined by ``/``.

    It is absolute where it does not lie in `base`.
    """
    absolute = os.path.abspath(folder / name)  # noqa: PTH100 - a link is called by its own name
    try:
        inner = PurePath(absolute).relative_to(base or folder)
    except ValueError:
        return PurePath(absolute).as_posix()
    return inner.as_posix()


def uri(path: str) -> str:
    """What :func:`relative` gave, as a URI reference: relative, or ``file:`` for an absolute one. Any bytes are kept."""
    quoted = quote(os.fsencode(path), safe=_KEPT)
    if path.startswith("//"):
        return f"file:{quoted}"
    if path.startswith("/"):
        return f"file://{quoted}"
    return f"file:///{quoted}" if PurePath(path).is_absolute() else quoted
