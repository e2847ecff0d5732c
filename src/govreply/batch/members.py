"""One document out of an archive, by the name under which it was found."""

from __future__ import annotations

from govreply.batch.names import INSIDE as INSIDE
from govreply.errors import Cause, UnreadableError
from govreply.limits import Limits
from govreply.readers.budget import Budget
from govreply.readers.zipped import Archive, entry_name


def written_name(raw: str) -> str:
    """The name of a member as messages have it, whatever system the archive was made on."""
    return raw.replace("\\", "/")


def unpack(data: bytes, name: str, member: str, limits: Limits) -> bytes:
    """The bytes of `member` (``folder/inner.md``, or ``inner.zip!/inner.md`` in an archive in the archive).

    Args:
        data: of the archive. name: of it, for errors.

    Raises:
        UnreadableError: ``not-found`` if there is none, and whatever :class:`Archive` raises.
    """
    budget = Budget(f"{name}{INSIDE}{member}", limits)
    budget.check_bytes(len(data))
    archive = Archive(data, budget)
    for entry in archive.entries:
        written = written_name(entry_name(entry))
        if written == member:
            return archive.unpack(entry)
        if member.startswith(written + INSIDE):
            return unpack(
                archive.unpack(entry), f"{name}{INSIDE}{written}", member.removeprefix(written + INSIDE), limits
            )
    raise UnreadableError(budget.name, Cause.NOT_FOUND, "no longer in the archive")
