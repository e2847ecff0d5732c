"""``--list-files``: the names of what would be checked, for people and for ``xargs -0``."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path

from govreply.cli.inputs import Member
from govreply.cli.language import current
from govreply.findings import Result
from govreply.reports.safe import visible
from govreply.reports.text import TextReport


def list_files(items: Iterable[Path | Member | Result], *, nul: bool) -> tuple[bool, bool]:
    """Print the names; whether there was any, and whether an input could not be read, which is told on standard error.

    With `nul` each is printed byte for byte and ends with NUL; else what a terminal would obey is shown instead.
    """
    found = unread = False
    errors = TextReport(sys.stderr, current())
    for item in items:
        if isinstance(item, Result):
            unread = True
            errors.add(item)
            continue
        found = True
        name = item.name if isinstance(item, Member) else str(item)
        if nul:
            sys.stdout.buffer.write(os.fsencode(name) + b"\0")
        else:
            sys.stdout.write(visible(name) + "\n")
    return found, unread
