from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from govreply import api
from govreply.errors import Cause, UnreadableError
from govreply.limits import Limits
from govreply.readers import read
from govreply.testing import Form, Letter
from govreply.testing.expectations import observed

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the stand-in for LibreOffice is a script")
SOFFICE = shutil.which("soffice")

WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + b"\xec\xa5" + bytes(510) + "WordDocument".encode("utf-16-le")
# stands in for LibreOffice: takes its arguments, and does what BODY says
SCRIPT = """#!{python}
import pathlib, sys, time
arguments = sys.argv[1:]
profile = pathlib.Path(arguments[0].removeprefix("-env:UserInstallation=file://"))
assert "DisableMacrosExecution" in (profile / "user" / "registrymodifications.xcu").read_text()
assert pathlib.Path(arguments[-1]).read_bytes() == {word!r}
made = pathlib.Path(arguments[arguments.index("--outdir") + 1])
{body}
"""


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only folder in which programs are looked for."""
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


def install(folder: Path, body: str) -> None:
    script = folder / "soffice"
    script.write_text(SCRIPT.format(python=sys.executable, word=WORD, body=body))
    script.chmod(0o755)


def cause(data: bytes = WORD, limits: Limits | None = None) -> tuple[Cause, str]:
    with pytest.raises(UnreadableError) as raised:
        read(data, "a.doc", limits=limits or Limits())
    return raised.value.cause, raised.value.detail


@pytest.mark.usefixtures("office")
def test_without_libreoffice_the_outcome_says_so() -> None:
    found, detail = cause()
    assert found is Cause.UNSUPPORTED
    assert "LibreOffice" in detail


def test_what_libreoffice_makes_is_read(office: Path) -> None:
    (office / "letter.docx").write_bytes(Letter().to_docx())
    install(
        office, f"made.mkdir(); (made / 'letter.docx').write_bytes(open({str(office / 'letter.docx')!r}, 'rb').read())"
    )
    document = read(WORD, "a.wps")
    assert document.source.media_type == "application/msword"
    assert "关于加强老旧小区雨污分流改造的建议" in document.source.text
    assert document.source.places[0].paragraph == 1


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed: make system-packages")
def test_a_real_word_file_is_converted_and_read(tmp_path: Path) -> None:
    letter = Letter(form=Form())
    (tmp_path / "letter.docx").write_bytes(letter.to_docx())
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [str(SOFFICE), "--headless", profile, "--convert-to", "doc:MS Word 97", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "letter.docx")], check=True, capture_output=True, timeout=100)
    data = (tmp_path / "letter.doc").read_bytes()
    assert data.startswith(WORD[:8])
    assert observed(api.parse(data, "letter.doc")) == observed(api.parse(letter.to_docx(), "letter.docx"))
    assert api.parse(data, "letter.doc").title is not None


def test_what_libreoffice_cannot_read_is_corrupt(office: Path) -> None:
    install(office, "print('source file could not be loaded')")
    assert cause() == (Cause.CORRUPT, "LibreOffice could not convert it: source file could not be loaded")


def test_libreoffice_is_killed_when_the_time_is_up(office: Path) -> None:
    install(office, f"open({str(office / 'pid')!r}, 'w').write(str(__import__('os').getpid())); time.sleep(600)")
    assert cause(limits=Limits(seconds=2)) == (Cause.TIMEOUT, "LibreOffice took longer than 1.6 s")
    with pytest.raises(ProcessLookupError):
        os.kill(int((office / "pid").read_text()), 0)


def test_a_password(office: Path) -> None:
    data = bytearray(WORD)
    data[512 + 11] |= 1
    assert cause(bytes(data)) == (Cause.ENCRYPTED, "Word document behind a password")


@pytest.mark.usefixtures("office")
def test_other_compound_files_are_not_read() -> None:
    found, detail = cause(WORD.replace("WordDocument".encode("utf-16-le"), "Workbook".encode("utf-16-le")))
    assert found is Cause.UNSUPPORTED
    assert "OLE" in detail
