"""Where files lie beside each other, within archives too."""

from __future__ import annotations

from pathlib import PurePosixPath

from govreply.batch.members import INSIDE


def place_of(path: str, member: str) -> PurePosixPath:
    """The place of a document, as if each archive were a folder."""
    return PurePosixPath(f"{path}/{member}".replace(INSIDE, "/") if member else path)
