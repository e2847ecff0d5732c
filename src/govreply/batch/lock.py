"""One writer for one folder: a lock that the operating system takes back when its holder is gone, however that came."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final, Self

from attrs import frozen

from govreply.batch.errors import StoreRefusedError
from govreply.language import Bilingual

FILE_NAME: Final = "batch.lock"


@frozen
class Lock:
    """The lock on a folder, held by this process and not by those that it starts."""

    _descriptor: int

    @classmethod
    def take(cls, folder: Path) -> Self:
        """Lock `folder`.

        Raises:
            StoreRefusedError: if another process holds the lock.
            OSError: if the lock's file cannot be written.
        """
        descriptor = os.open(folder / FILE_NAME, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o644)
        try:
            _lock(descriptor)
        except OSError as error:
            os.close(descriptor)
            raise StoreRefusedError(
                Bilingual(
                    f"另一个 govreply batch 正在写 {folder}：请等它做完，或换一个 --out 文件夹",
                    f"another govreply batch is writing to {folder}: wait for it to end, or use another folder for --out",
                )
            ) from error
        return cls(descriptor)

    def release(self) -> None:
        """Give the lock back."""
        os.close(self._descriptor)


def is_held(folder: Path) -> bool:
    """Whether another process holds the lock on `folder`; nothing is written, so that the folder may be read-only.

    Not to be asked in a process that holds the lock itself: it would lose it.
    """
    try:
        descriptor = os.open(folder / FILE_NAME, os.O_RDONLY | getattr(os, "O_CLOEXEC", 0))
    except OSError:  # nobody has ever locked it, or may look
        return False
    try:
        _lock(descriptor, shared=True)
    except OSError:
        return True
    finally:
        os.close(descriptor)
    return False


def _lock(descriptor: int, *, shared: bool = False) -> None:
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        # a record lock belongs to the process alone: workers that outlive a killed run do not hold it
        fcntl.lockf(descriptor, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
