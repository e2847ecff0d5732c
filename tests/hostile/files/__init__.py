"""Files that would hurt, made by scripts, each with what must come of it."""

from __future__ import annotations

from typing import Final

from tests.hostile.files import archives, cut, numbers, pages, texts, xml
from tests.hostile.files.expected import Hostile, Read, Refused

ALL: Final = tuple(file for module in (archives, xml, pages, texts, numbers, cut) for file in module.files())

__all__ = ["ALL", "Hostile", "Read", "Refused"]
