"""Writing a laid-out letter as an OFD file (GB/T 33190-2016), in the ways that different programs make them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from itertools import count, groupby
from xml.sax.saxutils import escape

from attrs import frozen

from govreply.testing.layout import TICKED, UNTICKED, LaidOut
from govreply.testing.typeset import HEIGHT, WIDTH, Rule, Run, Sheet, typeset

_WHEN = (2023, 6, 12, 9, 0, 0)
_WINGDINGS = "Wingdings"
_BOXES = {TICKED: "\uf0fe", UNTICKED: "\uf0a8"}


@frozen(kw_only=True)
class OfdLook:
    """How the file is made.

    Attributes:
        namespace: of all elements.
        absolute: parts are named from the root of the archive.
        run_length: characters of a text object; 0 for whole lines.
        repeats: equal steps are written as ``g N V``.
        scaled: texts have size 1 and a matrix that makes them larger.
        blocks: lines of text are in page blocks of their own.
        codes: characters of a text code inside an object; 0 for one code.
        bars: ruled lines are filled boxes, not strokes.
        sign_font: boxes are drawn as signs of Wingdings.
        letterhead_template: the first line of the first page stands in a template.
        numbered: pages have numbers.
    """

    namespace: str = "http://www.ofdspec.org/2016"
    absolute: bool = False
    run_length: int = 0
    repeats: bool = True
    scaled: bool = False
    blocks: bool = False
    codes: int = 0
    bars: bool = False
    sign_font: bool = False
    letterhead_template: bool = False
    numbered: bool = True


_PLAIN = OfdLook()


def to_ofd(laid_out: Sequence[LaidOut], look: OfdLook = _PLAIN) -> bytes:
    """The letter as an OFD file, set on pages."""
    return zipped(_Writer(look).parts(typeset(laid_out, numbered=look.numbered)))


def zipped(parts: dict[str, bytes]) -> bytes:
    """An archive of these members, the same each time."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name, _WHEN), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


class _Writer:
    def __init__(self, look: OfdLook) -> None:
        self._look = look
        self._identifiers = count(1)
        self._fonts: dict[str, int] = {}

    def parts(self, sheets: list[Sheet]) -> dict[str, bytes]:
        template = ""
        if self._look.letterhead_template and sheets[0].runs:
            template = self._page("".join(self._text(sheets[0].runs.pop(0))))
        contents = [
            self._page(self._objects(sheet), template=bool(template) and sheet is sheets[0]) for sheet in sheets
        ]
        names = [f"Pages/Page_{number}/Content.xml" for number in range(len(sheets))]
        parts = {"OFD.xml": self._main(), "Doc_0/Document.xml": self._document(names, bool(template))}
        parts["Doc_0/PublicRes.xml"] = self._resources()
        if template:
            parts["Doc_0/Tpls/Tpl_0/Content.xml"] = template
        parts |= {f"Doc_0/{name}": content for name, content in zip(names, contents, strict=True)}
        return {name: f'<?xml version="1.0" encoding="UTF-8"?>\n{xml}'.encode() for name, xml in parts.items()}

    def _main(self) -> str:
        place = "/Doc_0/Document.xml" if self._look.absolute else "Doc_0/Document.xml"
        information = "<ofd:DocID>0123456789abcdef0123456789abcdef</ofd:DocID><ofd:Title>答复</ofd:Title>"
        body = f"<ofd:DocInfo>{information}</ofd:DocInfo><ofd:DocRoot>{place}</ofd:DocRoot>"
        return self._root("OFD", f"<ofd:DocBody>{body}</ofd:DocBody>", 'Version="1.0" DocType="OFD"')

    def _document(self, names: Sequence[str], has_template: bool) -> str:
        area = f"<ofd:PageArea><ofd:PhysicalBox>0 0 {WIDTH:g} {HEIGHT:g}</ofd:PhysicalBox></ofd:PageArea>"
        template = (
            f'<ofd:TemplatePage ID="9000" BaseLoc="{self._place("Tpls/Tpl_0/Content.xml")}"/>' if has_template else ""
        )
        common = f"{area}<ofd:PublicRes>{self._place('PublicRes.xml')}</ofd:PublicRes>{template}"
        pages = "".join(f'<ofd:Page ID="{9001 + at}" BaseLoc="{self._place(name)}"/>' for at, name in enumerate(names))
        return self._root("Document", f"<ofd:CommonData>{common}</ofd:CommonData><ofd:Pages>{pages}</ofd:Pages>")

    def _resources(self) -> str:
        fonts = "".join(f'<ofd:Font ID="{number}" FontName="{name}"/>' for name, number in self._fonts.items())
        return self._root("Res", f"<ofd:Fonts>{fonts}</ofd:Fonts>", 'BaseLoc="Res"')

    def _page(self, objects: str, *, template: bool = False) -> str:
        use = '<ofd:Template TemplateID="9000" ZOrder="Background"/>' if template else ""
        layer = f'<ofd:Layer ID="{next(self._identifiers)}" Type="Body">{objects}</ofd:Layer>'
        return self._root("Page", f"{use}<ofd:Content>{layer}</ofd:Content>")

    def _objects(self, sheet: Sheet) -> str:
        lines = ["".join(self._text(run)) for run in sheet.runs]
        if self._look.blocks:
            lines = [f'<ofd:PageBlock ID="{next(self._identifiers)}">{line}</ofd:PageBlock>' for line in lines]
        return "".join([*(self._rule(rule) for rule in sheet.rules), *lines])

    def _text(self, run: Run) -> Iterator[str]:
        at, x = 0, run.x
        for boxed, signs in groupby(run.text, key=lambda sign: self._look.sign_font and sign in _BOXES):
            length = len(list(signs))
            step = self._look.run_length or length
            for start in range(at, at + length, step):
                end = min(start + step, at + length)
                text = run.text[start:end]
                face = _WINGDINGS if boxed else run.face
                text = "".join(_BOXES[sign] for sign in text) if boxed else text
                yield self._text_object(text, x, run, face, run.advances[start:end])
                x += sum(run.advances[start:end])
            at += length

    def _text_object(self, text: str, x: float, run: Run, face: str, advances: Sequence[float]) -> str:
        size = run.size
        unit = size if self._look.scaled else 1.0
        matrix = f' CTM="{size:.4f} 0 0 {size:.4f} 0 0"' if self._look.scaled else ""
        font = self._fonts.setdefault(face, len(self._fonts) + 8000)
        boundary = f"{x:.4f} {run.baseline - size:.4f} {sum(advances):.4f} {1.2 * size:.4f}"
        codes = []
        step = self._look.codes or len(text)
        for start in range(0, len(text), step):
            # behind the first, a text code has its own X and the Y of the one before
            origin = f'X="{sum(advances[:start]) / unit:.4f}"' + (f' Y="{size / unit:.4f}"' if start == 0 else "")
            steps = [f"{advance / unit:.4f}" for advance in advances[start : min(start + step, len(text)) - 1]]
            deltas = f' DeltaX="{self._steps(steps)}"' if steps else ""
            codes.append(f"<ofd:TextCode {origin}{deltas}>{escape(text[start : start + step])}</ofd:TextCode>")
        return (
            f'<ofd:TextObject ID="{next(self._identifiers)}" Boundary="{boundary}" Font="{font}" '
            f'Size="{size / unit:.4f}"{matrix}>{"".join(codes)}</ofd:TextObject>'
        )

    def _steps(self, steps: Sequence[str]) -> str:
        if not self._look.repeats:
            return " ".join(steps)
        runs = [(value, len(list(same))) for value, same in groupby(steps)]
        return " ".join(f"g {times} {value}" if times > 1 else value for value, times in runs)

    def _rule(self, rule: Rule) -> str:
        width, height = rule.end_x - rule.x, rule.end_y - rule.y
        if self._look.bars:
            width, height = max(width, 0.35), max(height, 0.35)
            data, paint = (
                f"M 0 0 L {width:.3f} 0 L {width:.3f} {height:.3f} L 0 {height:.3f} C",
                'Stroke="false" Fill="true"',
            )
        else:
            data, paint = f"M 0 0 L {width:.3f} {height:.3f}", 'LineWidth="0.353"'
        return (
            f'<ofd:PathObject ID="{next(self._identifiers)}" Boundary="{rule.x:.3f} {rule.y:.3f} {width:.3f} {height:.3f}" '
            f"{paint}><ofd:AbbreviatedData>{data}</ofd:AbbreviatedData></ofd:PathObject>"
        )

    def _place(self, name: str) -> str:
        return f"/Doc_0/{name}" if self._look.absolute else name

    def _root(self, name: str, inner: str, attributes: str = "") -> str:
        return f'<ofd:{name} xmlns:ofd="{self._look.namespace}" {attributes}>{inner}</ofd:{name}>'
