"""What a search through folders and archives hands to a batch: one entry for each thing that must be accounted for."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from attrs import frozen

from govreply.findings import Failure


@frozen(kw_only=True)
class Found:
    """A document, or something that cannot be read.

    Attributes:
        path: as found. member: of the archive `path`, ``""`` for the file itself.
        size: bytes. modified: UTC; ``None`` where the file system does not tell.
        failure: why it cannot be read, where that is known already.
    """

    path: str
    member: str = ""
    size: int | None = None
    modified: str | None = None
    failure: Failure | None = None

    @classmethod
    def at(cls, path: Path) -> Self:
        """The file at `path`. One that has vanished again is found all the same: its outcome tells it."""
        try:
            state = os.stat(path)  # noqa: PTH116 - in the form in which names that are no text are kept
        except OSError:
            return cls(path=str(path))
        modified = datetime.fromtimestamp(state.st_mtime, UTC).isoformat(timespec="seconds")
        return cls(path=str(path), size=state.st_size, modified=modified)
