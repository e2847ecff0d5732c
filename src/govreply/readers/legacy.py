"""DOC and WPS files (compound files with a Word stream), converted to DOCX by LibreOffice where that is installed.

LibreOffice runs with a profile of its own in a folder of its own, both of which are gone afterwards; it runs no macro, updates
no link and is killed with all its children when the time is up.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path
from typing import Final

from govreply.errors import Cause, UnreadableError
from govreply.readers.budget import Budget
from govreply.readers.docx import read_docx
from govreply.readers.laid_out import LaidOut

_PROGRAMS: Final = ("soffice", "libreoffice")
_SHARE_OF_TIME: Final = 0.8  # so that it ends before the worker does that waits for it
_LONGEST_DETAIL: Final = 200
_FIB: Final = 512  # where the Word stream begins as a rule, [MS-DOC] 2.5.1
_WORD_MAGIC: Final = b"\xec\xa5"
_ENCRYPTED: Final = 0x01  # of the second byte of the flags at offset 10, [MS-DOC] 2.5.2

_SETTINGS: Final = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop>
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


def read_legacy(data: bytes, budget: Budget) -> LaidOut:
    """The text of a DOC or WPS file, laid out; places are those of the DOCX that it becomes.

    Raises:
        UnreadableError: ``unsupported`` where LibreOffice is not installed, ``encrypted``, ``timeout``, ``corrupt`` where it
            makes nothing of the file, and as :func:`~govreply.readers.docx.read_docx`.
    """
    if data[_FIB : _FIB + 2] == _WORD_MAGIC and data[_FIB + 11] & _ENCRYPTED:
        raise UnreadableError(budget.name, Cause.ENCRYPTED, "Word document behind a password")
    program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if program is None:
        detail = "DOC or WPS file; LibreOffice (soffice), which would convert it, is not installed"
        raise UnreadableError(budget.name, Cause.UNSUPPORTED, detail)
    with tempfile.TemporaryDirectory(prefix="govreply-", ignore_cleanup_errors=True) as folder:
        return read_docx(_converted(program, data, Path(folder), budget), budget)


def _converted(program: str, data: bytes, folder: Path, budget: Budget) -> bytes:
    profile, source, made = folder / "profile", folder / "letter.doc", folder / "made"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
    source.write_bytes(data)
    options = ["--headless", "--norestore", "--nologo", "--nolockcheck", "--convert-to", "docx", "--outdir", str(made)]
    said = _run([program, f"-env:UserInstallation={profile.as_uri()}", *options, str(source)], folder, budget)
    result = made / "letter.docx"
    if not result.is_file():
        detail = f"LibreOffice could not convert it: {' '.join(said.split())[:_LONGEST_DETAIL]}"
        raise UnreadableError(budget.name, Cause.CORRUPT, detail)
    budget.check_bytes(result.stat().st_size)
    return result.read_bytes()


def _run(command: list[str], folder: Path, budget: Budget) -> str:
    """What the program says; it and its children are gone when this returns or raises."""
    seconds = _SHARE_OF_TIME * budget.limits.seconds
    environment = {**os.environ, "HOME": str(folder)}
    with subprocess.Popen(
        command,
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    ) as process:
        try:
            said, _ = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired as error:
            detail = f"LibreOffice took longer than {seconds:g} s"
            raise UnreadableError(budget.name, Cause.TIMEOUT, detail) from error
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
    return said.decode("utf-8", "replace")
