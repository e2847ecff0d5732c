"""What is fuzzed: each reader by itself, and the grammar with the rules behind it. A target raises where there is a fault.

Bytes that cannot be read and passed limits are no fault; any other exception is one, and so is a rule that breaks, and a
place that lies outside of the text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from attrs import frozen

from fuzz.fragments import FRAGMENTS, bytes_of, text_of
from fuzz.parts import archive_of, flat
from govreply import api
from govreply.errors import UnreadableError
from govreply.findings import RuleState
from govreply.limits import Limits
from govreply.readers import read
from govreply.testing import Form, Format, Letter, Part
from govreply.testing.render_docx import DocxLook, Ticks
from govreply.testing.render_ofd import OfdLook
from govreply.testing.render_pdf import Boxes, PdfLook

_FIXTURES: Final = Path(__file__).parents[1] / "fixtures"
# Small bounds, so that an input that reaches one is found within seconds.
_LIMITS: Final = Limits(bytes=1_000_000, characters=200_000, blocks=20_000, pages=50, unpacked_bytes=4_000_000)

_SHORT: Final = Letter(
    sections=(Part(heading="工作进展", paragraphs=("已建成充电桩320个。",), measures=("补建", "巡查")),)
)
_LETTERS: Final = (_SHORT, _SHORT.but(form=Form()), Letter(form=Form()))


@frozen
class Target:
    """Something to fuzz.

    Attributes:
        run: takes any bytes; raises where there is a fault.
        seeds: inputs to begin with. tokens: pieces that the fuzzer puts in.
    """

    name: str
    run: Callable[[bytes], None]
    seeds: Callable[[], Iterator[bytes]]
    tokens: tuple[str, ...] = ()


def _reading(name: str, unfold: Callable[[bytes], bytes] = bytes) -> Callable[[bytes], None]:
    def run(data: bytes) -> None:
        try:
            source = read(unfold(data), name, limits=_LIMITS).source
        except UnreadableError:
            return
        end = 0
        for place in source.places:
            if not end <= place.span.start <= place.span.end <= len(source.text):
                raise AssertionError(f"{place} after {end} in a text of {len(source.text)}")
            end = place.span.end

    return run


def _check(data: bytes) -> None:
    """The first byte chooses the format, the others are fragments."""
    name = ("letter.md", "letter.txt", "letter.html")[data[0] % 3] if data else "letter.md"
    result = api.check(text_of(data[1:]), name, limits=_LIMITS)
    for outcome in result.outcomes:
        if outcome.state is RuleState.CRASHED:
            raise AssertionError(f"{outcome.rule} broke: {outcome.detail}")


def _fixtures(*endings: str) -> Iterator[bytes]:
    for path in sorted(_FIXTURES.glob("*/source.*")):
        if path.suffix in endings:
            yield path.read_bytes()


def _markdown() -> Iterator[bytes]:
    yield from (letter.to_markdown().encode() for letter in _LETTERS)
    yield from _fixtures(".md")


def _text() -> Iterator[bytes]:
    yield from (letter.to_text().encode() for letter in _LETTERS)
    yield from (_SHORT.to_text().encode(encoding) for encoding in ("gb18030", "utf-16", "utf-16-le"))
    yield from _fixtures(".txt")


def _html() -> Iterator[bytes]:
    yield from (letter.to_html().encode() for letter in _LETTERS)
    yield from _fixtures(".html")


def _docx() -> Iterator[bytes]:
    looks = (DocxLook(), DocxLook(numbered=True, ticks=Ticks.SYMBOL))
    yield from (flat(letter.to_docx(look)) for letter in _LETTERS for look in looks)


def _pdf() -> Iterator[bytes]:
    looks = (
        PdfLook(),
        PdfLook(boxes=Boxes.DRAWN, bars=True),
        PdfLook(turned=True),
        PdfLook(one_by_one=True, scaled=True),
    )
    yield from (letter.to_pdf(look) for letter in _LETTERS for look in looks)


def _ofd() -> Iterator[bytes]:
    looks = (OfdLook(), OfdLook(scaled=True, blocks=True), OfdLook(sign_font=True, bars=True, codes=5))
    yield from (flat(letter.to_ofd(look)) for letter in _LETTERS for look in looks)


def _letters() -> Iterator[bytes]:
    for number, form in enumerate((Format.MARKDOWN, Format.TEXT, Format.HTML)):
        for letter in _LETTERS:
            yield bytes([number]) + bytes_of(letter.render(form))
    for path in sorted(_FIXTURES.glob("*/source.md")):
        yield b"\0" + bytes_of(path.read_text(encoding="utf-8"))


_HTML: Final = "html head body title meta p div span table tr td th br b strong ul ol li h1 a input select option textarea script frame"
_WORD: Final = (
    "p r t tbl tr tc tcPr trPr pPr rPr gridSpan vMerge numPr numId ilvl pStyle sdt sdtPr sdtContent ins del fldChar instrText "
    "fldSimple sym tab br hyperlink pict txbxContent sectPr vanish headerReference footnoteReference"
)
_OFD: Final = "Page Layer TextObject TextCode PathObject ImageObject PageBlock CompositeObject Template Font CTM DeltaX DeltaY Boundary"
_PDF: Final = "obj endobj stream endstream BT ET Tj TJ Tf Tm Td T* re m l h f S cm Do q Q /Page /Pages /Font /Annots /AcroForm /Rotate"

TARGETS: Final = {
    target.name: target
    for target in (
        Target(
            "markdown",
            _reading("a.md"),
            _markdown,
            ("\n# ", "\n- ", "\n1. ", "> ", "|", "\n|-|-|\n", "**", "`", "![](", "]("),
        ),
        Target("text", _reading("a.txt"), _text, ("\r", "\n\n", "　　", "\t", "\0", "\ufeff", "&#x", "<br>")),
        Target(
            "html",
            _reading("a.html"),
            _html,
            (*(f"<{n}>" for n in _HTML.split()), "</", "/>", " colspan=", " rowspan=", "&#"),
        ),
        Target(
            "docx",
            _reading("a.docx", archive_of),
            _docx,
            (*(f"<w:{n}>" for n in _WORD.split()), "</w:", "/>", ' w:val="'),
        ),
        Target("pdf", _reading("a.pdf"), _pdf, tuple(_PDF.split())),
        Target(
            "ofd", _reading("a.ofd", archive_of), _ofd, (*_OFD.split(), "<ofd:", "</ofd:", "/>", "g 3 ", 'Matrix="')
        ),
        Target("grammar", _check, _letters, tuple(chr(n) for n in range(9, min(len(FRAGMENTS), 127)))),
    )
}
