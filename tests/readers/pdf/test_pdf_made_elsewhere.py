"""PDF files that others made: Chromium's print and LibreOffice. What they were made of is the oracle."""

from __future__ import annotations

import datetime
import shutil
import subprocess
from pathlib import Path

import pytest

from govreply import api
from govreply.model import Reply
from govreply.testing import Form, Letter, TickStyle
from govreply.testing.expectations import expected, observed
from govreply.testing.letter import Person
from govreply.testing.surface import Surface

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
SOFFICE = shutil.which("soffice")
FONTS = Path("/usr/share/fonts")
has_han_font = any(FONTS.rglob("wqy-zenhei*")) or any(FONTS.rglob("Noto*CJK*"))
needs_fonts = pytest.mark.skipif(not has_han_font, reason="no Chinese font is installed: make system-packages")
needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed: make system-packages")
needs_libreoffice = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed: make system-packages")
FIXTURES = sorted((Path(__file__).parents[3] / "fixtures").glob("*/source.html"))
STYLE = "<style>td { border: 1px solid } p { text-indent: 2em; margin: 0 } body { font-size: 16pt }</style></head>"

LETTER = Letter(
    form=Form(),
    joint_agencies=("市财政局",),
    disclosure="此件公开发布",
    date=datetime.date(2023, 6, 12),
    contacts=(),
    people=(Person(names=("方晓岚",), phones=("027-85550136",)),),
)


def printed(page: str, folder: Path) -> bytes:
    """An HTML page as Chromium prints it, with its own head and foot on each page."""
    source, target = folder / "letter.html", folder / "letter.pdf"
    source.write_text(page, encoding="utf-8")
    command = [str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder / 'profile'}"]
    subprocess.run(
        [*command, f"--print-to-pdf={target}", source.as_uri()], check=True, capture_output=True, timeout=100
    )
    return target.read_bytes()


def exported(source: Path, folder: Path) -> bytes:
    """A document as LibreOffice exports it."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(SOFFICE), "--headless", profile, "--convert-to", "pdf", "--outdir", str(folder), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=100)
    return (folder / source.with_suffix(".pdf").name).read_bytes()


@needs_fonts
@needs_chromium
@pytest.mark.parametrize("ticks", [TickStyle.BOX, TickStyle.INPUT, TickStyle.BRACKET])
def test_a_letter_printed_by_chromium_is_read_as_the_letter(ticks: TickStyle, tmp_path: Path) -> None:
    letter = LETTER.but(form=Form(ticks=ticks))
    reply = api.parse(printed(letter.to_html().replace("</head>", STYLE), tmp_path), "letter.pdf")
    wanted, found = expected(letter), observed(reply)
    assert {key: found[key] for key in wanted} == wanted


@needs_fonts
@needs_chromium
def test_a_letter_of_several_pages_printed_by_chromium_is_read_as_the_letter(tmp_path: Path) -> None:
    long = tuple(
        f"第{n}项工作已经完成，共投入资金{n}万元，并按照要求逐月向社会公布了进展情况。" * 4 for n in range(2, 30)
    )
    letter = LETTER.but(outlook=long, surface=Surface())
    reply = api.parse(printed(letter.to_html().replace("</head>", STYLE), tmp_path), "letter.pdf")
    assert reply.places[-1].page is not None
    assert reply.places[-1].page > 3
    wanted, found = expected(letter), observed(reply)
    assert {key: found[key] for key in wanted} == wanted


@needs_fonts
@needs_libreoffice
@pytest.mark.parametrize("suffix", ["docx", "html"])
def test_a_letter_exported_by_libreoffice_is_read_as_the_letter(suffix: str, tmp_path: Path) -> None:
    source = tmp_path / f"letter.{suffix}"
    source.write_bytes(LETTER.to_docx() if suffix == "docx" else LETTER.to_html().encode())
    reply = api.parse(exported(source, tmp_path), "letter.pdf")
    wanted, found = expected(LETTER), observed(reply)
    assert {key: found[key] for key in wanted} == wanted


@needs_fonts
@needs_chromium
@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.parent.name)
def test_a_page_and_its_print_say_the_same(path: Path, tmp_path: Path) -> None:
    page = path.read_text(encoding="utf-8")
    assert _said(api.parse(printed(page, tmp_path), "letter.pdf")) == _said(api.parse(page, path.name))


def _said(reply: Reply) -> object:
    def text(value: object) -> object:
        return getattr(value, "text", None)

    form = reply.feedback
    return (
        [text(value) for value in (reply.issuer, reply.title, reply.document_number, reply.signer, reply.receipt)],
        [(text(m.number), text(m.title), text(m.assembly)) for m in reply.matters],
        [text(a.name) for a in reply.addressees],
        [(text(s.marker), text(s.heading)) for s in reply.sections],
        [text(m.text) for m in reply.measures],
        [(text(c.role), text(c.name), [text(p) for p in c.phones]) for c in reply.contacts],
        None
        if form is None
        else [(text(c.label), [(text(o.label), o.checked) for o in c.options]) for c in form.choices],
    )
