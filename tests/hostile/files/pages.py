"""Pages of PDF and OFD files with senseless geometry, loops and masses of objects."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from govreply.errors import Cause
from govreply.limits import Limits
from govreply.testing import Letter
from govreply.testing.render_pdf import PdfPage, write_pdf
from tests.hostile.files.expected import Hostile, Read, Refused, given
from tests.hostile.files.parts import ofd, ofd_parts, ofd_with
from tests.hostile.files.zips import members, written
from tests.readers.ofd import make
from tests.readers.pdf import make as pdf

MEGABYTE = 1024 * 1024
_LINE = pdf.text("本市排水管网普查工作完成", 79, 100)
_SAID = "本市排水管网普查工作完成"
_MEMORY = Limits(memory=600 * MEGABYTE, seconds=60)


def files() -> Iterator[Hostile]:
    yield from _pdf_locks()
    yield from _pdf_loops()
    yield from _pdf_masses()
    yield from _pdf_geometry()
    yield from _ofd_pages()
    yield from _ofd_objects()


def _pdf_locks() -> Iterator[Hostile]:
    identity = b"/Root 1 0 R /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]"
    locks = {
        "password": b"/Filter /Standard /V 1 /R 2 /P -44 /O (" + b"A" * 32 + b") /U (" + b"B" * 32 + b")",
        "public-key": b"/Filter /Adobe.PubSec /V 4",
        "unknown": b"/Filter /Nobody /V 9",
    }
    for name, lock in locks.items():
        data = _letter().replace(b"/Root 1 0 R", identity + b" /Encrypt << " + lock + b" >>")
        yield Hostile(f"locked-by-{name}.pdf", given(data), Refused(Cause.ENCRYPTED))


def _pdf_loops() -> Iterator[Hostile]:
    letter = _letter()
    kids = letter.index(b"/Kids [")
    loop = letter[: kids + 7] + b"2 0 R " + letter[letter.index(b"]", kids) :]
    yield Hostile("pages-in-themselves.pdf", given(loop), Refused(Cause.CORRUPT))
    claims = letter.replace(b"/Count 1 ", b"/Count 9 ").replace(b"/Count 2 ", b"/Count 9 ")
    yield Hostile("more-pages-said.pdf", given(claims), Refused(Cause.CORRUPT))
    huge = letter.replace(b"/Count 1 ", b"/Count 999999999 ").replace(b"/Count 2 ", b"/Count 999999999 ")
    yield Hostile("a-billion-pages-said.pdf", given(huge), Read(reply=True, number="20230117"))
    resources = "/Resources << /XObject << /I1 10 0 R >> >>"
    drawn = f"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] {resources} /Length 7 >>\nstream\n/I1 Do \nendstream"
    form = write_pdf([PdfPage((_LINE + "/I1 Do").encode(), resources=pdf.WITH_IMAGE)], objects=[drawn.encode()])
    yield Hostile("form-in-itself.pdf", given(form), Read(holds=(_SAID,)))
    end = letter.rindex(b"startxref")
    number = int(letter[end:].split()[1])
    again = letter.replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev %d" % number)
    yield Hostile("table-before-itself.pdf", given(again), Read(reply=True, number="20230117"))
    lost = letter[:end] + b"startxref\n7\n%%EOF\n"
    yield Hostile("table-elsewhere.pdf", given(lost), Read(reply=True, number="20230117"))
    none = letter.replace(b"xref\n", b"nope\n")
    yield Hostile("no-table.pdf", given(none), Read(reply=True, number="20230117"))
    length = letter.replace(b"/Length ", b"/Length 9", 1)
    yield Hostile("stream-said-to-be-longer.pdf", given(length), Read(reply=True, number="20230117"))


def _pdf_masses() -> Iterator[Hostile]:
    few = Limits(pages=500)
    pages = write_pdf([PdfPage(b"")] * 501)
    yield Hostile("501-pages.pdf", given(pages), Refused(Cause.LIMIT, "pages is 500"), few)
    yield Hostile("empty-pages.pdf", given(write_pdf([PdfPage(b"")] * 50)), Refused(Cause.EMPTY))
    rules = "".join(f"{n % 600} {n // 600} m 500 500 l S\n" for n in range(30_000))
    yield Hostile(
        "30000-lines.pdf", given(pdf.pdf(_LINE + rules)), Refused(Cause.LIMIT, "blocks"), Limits(blocks=20_000)
    )
    grid = "".join(pdf.line(50, 50 + n, 550, 50 + n) + pdf.line(50 + n, 50, 50 + n, 550) for n in range(0, 500, 5))
    yield Hostile("grid-of-10000-cells.pdf", given(pdf.pdf(_LINE + grid)), Read(holds=tuple(_SAID)))
    boxes = "".join(pdf.box(50 + n % 70 * 7, 150 + n // 70 * 7, 5, 5) for n in range(1000))
    yield Hostile("1000-boxes.pdf", given(pdf.pdf(_LINE + boxes)), Read(holds=(_SAID,)))
    deep = b"q " * 100_000 + _LINE.encode()
    yield Hostile("states-saved-100000-times.pdf", given(write_pdf([PdfPage(deep)])), Read(holds=(_SAID,)))
    arrays = _LINE.encode() + b"[" * 100_000
    yield Hostile("arrays-in-arrays.pdf", given(write_pdf([PdfPage(arrays)])), Read(holds=(_SAID,)))
    over = _LINE * 300
    yield Hostile("printed-300-times.pdf", given(write_pdf([PdfPage(over.encode())])), Read(holds=(_SAID,)))
    bomb = zlib.compress(zlib.compress(b" " * (900 * MEGABYTE), 9), 9)
    stream = b"<< /Filter [/FlateDecode /FlateDecode] /Length %d >>\nstream\n%s\nendstream" % (len(bomb), bomb)
    data = write_pdf([PdfPage(_LINE.encode(), extra="/Contents 10 0 R")], objects=[stream])
    yield Hostile("stream-of-a-gigabyte.pdf", given(data), Refused(Cause.MEMORY), _MEMORY, in_worker=True)
    shown = b"BT /F1 1 Tf 1 0 0 1 9 9 Tm " + (b"<" + b"4E00" * 1000 + b"> Tj ") * 300 + b"ET"
    many = write_pdf([PdfPage(shown)], compressed=True)
    yield Hostile("300000-signs.pdf", given(many), Refused(Cause.LIMIT, "characters"), Limits(characters=100_000))


def _pdf_geometry() -> Iterator[Hostile]:
    boxes = {
        "endless": (0.0, 0.0, 1e30, 1e30),
        "nothing": (0.0, 0.0, 0.0, 0.0),
        "inside-out": (595.0, 841.0, 0.0, 0.0),
        "far": (-1e9, -1e9, 1e9, 1e9),
    }
    for name, box in boxes.items():
        yield Hostile(f"page-{name}.pdf", given(write_pdf([PdfPage(_LINE.encode(), box)])), Read(holds=(_SAID,)))
    for rotation in (45, -90, 360_000_090, 7):
        # text that runs up or down is not read; what no quarter turns make is no turn
        outcome = Refused(Cause.EMPTY) if rotation % 90 == 0 else Read(holds=(_SAID,))
        data = write_pdf([PdfPage(_LINE.encode(), rotation=rotation)])
        yield Hostile(f"page-turned-by-{rotation}.pdf", given(data), outcome)
    for name, matrix in {"zero": "0 0 0 0 0 0", "endless": "1e38 0 0 1e38 1e38 1e38", "no": "nan 0 0 inf 0 0"}.items():
        content = f"q {matrix} cm {pdf.text('乙', 79, 200)} Q {_LINE}"
        yield Hostile(f"matrix-{name}.pdf", given(pdf.pdf(content)), Read(holds=(_SAID,)))
    for name, size in {"zero": "0", "negative": "-16", "huge": "1e20"}.items():
        content = f"BT /F1 {size} Tf 1 0 0 1 79 500 Tm <4E59> Tj ET {_LINE}"
        yield Hostile(f"size-{name}.pdf", given(pdf.pdf(content)), Read(holds=(_SAID,)))
    broken = _LINE + "BT /F9 12 Tf <4E> Tj ET << /A ( ] ) >> } { ) > /X gs 1 2 Tj W n BI ID EI sh /Y Do"
    yield Hostile("senseless-operators.pdf", given(pdf.pdf(broken)), Read(holds=(_SAID,)))
    actions = "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> /AA << /WC << /S /Launch /F (cmd.exe) >> >>"
    linked = "/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (http://127.0.0.1:9/) >> >>]"
    data = write_pdf([PdfPage(_LINE.encode(), extra=linked)], catalog=actions)
    yield Hostile("actions.pdf", given(data), Read(holds=(_SAID,)))


def _ofd_pages() -> Iterator[Hostile]:
    same = "".join('<ofd:Page ID="9" BaseLoc="Pages/0.xml"/>' for _ in range(1001))
    document = make.element("Document", f"<ofd:CommonData/><ofd:Pages>{same}</ofd:Pages>")
    yield Hostile(
        "one-page-1001-times.ofd", given(ofd_with("Doc_0/Document.xml", document)), Refused(Cause.LIMIT, "pages")
    )
    itself = make.element("OFD", "<ofd:DocBody><ofd:DocRoot>OFD.xml</ofd:DocRoot></ofd:DocBody>")
    yield Hostile("document-is-the-file.ofd", given(ofd_with("OFD.xml", itself)), Refused(Cause.CORRUPT))
    bodies = "<ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>" * 1001
    yield Hostile(
        "one-document-1001-times.ofd",
        given(ofd_with("OFD.xml", make.element("OFD", bodies))),
        Refused(Cause.LIMIT, "pages"),
    )
    template = '<ofd:TemplatePage ID="7" BaseLoc="Pages/0.xml"/>'
    use = '<ofd:Template TemplateID="7"/>'
    page = make.page(make.text(_SAID), before=use)
    yield Hostile("template-is-the-page.ofd", given(ofd(page, common=template)), Read(holds=(_SAID,)))
    gone = {name: said for name, said in ofd_parts().items() if name != "Doc_0/Pages/0.xml"}
    yield Hostile("page-is-missing.ofd", given(written(members(gone))), Refused(Cause.CORRUPT, "missing"))
    for name, box in {
        "endless": "0 0 1e308 1e308",
        "no": "nan inf -inf nan",
        "negative": "0 0 -210 -297",
        "words": "a b c d",
    }.items():
        said = make.element(
            "Page", f"<ofd:Area><ofd:PhysicalBox>{box}</ofd:PhysicalBox></ofd:Area>" + make.page(make.text(_SAID))
        )
        yield Hostile(f"page-{name}.ofd", given(ofd_with("Doc_0/Pages/0.xml", said)), Read(holds=(_SAID,)))
    outlines = make.page(*(_figure(20 + n % 40 * 4, 20 + n // 40 * 8) for n in range(400)))
    yield Hostile("letters-drawn-by-outlines.ofd", given(ofd(outlines)), Refused(Cause.NEEDS_OCR))


def _ofd_objects() -> Iterator[Hostile]:
    few = Limits(blocks=20_000, zip_ratio=1_000_000)
    sound = make.text(_SAID)
    deltas = {
        "repeat": "g 999999999999 1",
        "no": "nan inf -inf",
        "words": "g g g x",
        "huge": "1e308 1e308 -1e308",
        "none": "",
    }
    for name, said in deltas.items():
        codes = f'<ofd:TextCode X="0" Y="0" DeltaX="{said}" DeltaY="{said}">乙丙丁</ofd:TextCode>'
        yield Hostile(
            f"steps-{name}.ofd", given(ofd(make.page(sound, make.text("", y=80, codes=codes)))), Read(holds=(_SAID,))
        )
    for name, matrix in {
        "zero": "0 0 0 0 0 0",
        "endless": "1e308 0 0 1e308 1e308 1e308",
        "no": "nan nan nan nan nan nan",
    }.items():
        bent = make.text("乙", y=80, CTM=matrix)
        yield Hostile(f"matrix-{name}.ofd", given(ofd(make.page(sound, bent))), Read(holds=(_SAID,)))
    for name, size in {"zero": "0", "no": "nan", "huge": "1e308", "negative": "-5"}.items():
        odd = make.text("乙", y=80).replace('Size="5"', f'Size="{size}"')
        yield Hostile(f"size-{name}.ofd", given(ofd(make.page(sound, odd))), Read(holds=(_SAID,)))
    unit = make.composite("5", '<ofd:CompositeObject ID="6" ResourceID="5" Boundary="0 0 9 9"/>' * 4)
    used = make.page(sound, '<ofd:CompositeObject ID="6" ResourceID="5" Boundary="0 0 9 9"/>')
    yield Hostile("drawing-in-itself.ofd", given(ofd(used, resources=unit)), Read(holds=(_SAID,)))
    more = make.composite("5", '<ofd:CompositeObject ID="6" ResourceID="5" Boundary="0 0 9 9"/>' * 40)
    yield Hostile(
        "drawing-40-times-in-itself.ofd", given(ofd(used, resources=more)), Refused(Cause.LIMIT, "blocks"), few
    )
    path = f'<ofd:PathObject Boundary="0 0 9 9"><ofd:AbbreviatedData>M 0 0 {"L 1 1 " * 500_000}</ofd:AbbreviatedData></ofd:PathObject>'
    yield Hostile("500000-strokes.ofd", given(ofd(make.page(sound, path))), Refused(Cause.LIMIT, "blocks"), few)
    odd_path = '<ofd:PathObject Boundary="x"><ofd:AbbreviatedData>L L M nan B 1 Q A C C 9 9 S 1 1</ofd:AbbreviatedData></ofd:PathObject>'
    yield Hostile("senseless-path.ofd", given(ofd(make.page(sound, odd_path))), Read(holds=(_SAID,)))
    grid = "".join(make.rule(10, 60 + n, 200, 60 + n) + make.rule(10 + n, 60, 10 + n, 250) for n in range(0, 190, 1))
    yield Hostile("grid-of-36000-cells.ofd", given(ofd(make.page(sound, grid))), Read(holds=(_SAID,)))
    ligature = make.text(
        "",
        y=80,
        codes='<ofd:CGTransform CodePosition="0" CodeCount="99999999999" GlyphCount="99999999999"/>'
        '<ofd:TextCode X="0" Y="0">乙丙</ofd:TextCode>',
    )
    yield Hostile("ligature-of-billions.ofd", given(ofd(make.page(sound, ligature))), Read(holds=(_SAID,)))
    glyphs = make.text(
        "",
        codes='<ofd:CGTransform CodePosition="0" GlyphCount="3"><ofd:Glyphs>1 2 3</ofd:Glyphs></ofd:CGTransform>'
        '<ofd:TextCode X="0" Y="0">¤¤¤</ofd:TextCode>',
    )
    yield Hostile("glyphs-without-codes.ofd", given(ofd(make.page(glyphs))), Refused(Cause.NEEDS_OCR))


def _figure(x: float, y: float) -> str:
    data = "M 0 0 Q 1 1 2 3 Q 0 2 1 4 L 3 1 C"
    return f'<ofd:PathObject Boundary="{x} {y} 3 5" Fill="true"><ofd:AbbreviatedData>{data}</ofd:AbbreviatedData></ofd:PathObject>'


def _letter() -> bytes:
    return Letter().to_pdf()
