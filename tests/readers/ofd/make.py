"""Small OFD files for tests: whatever a test does not give is as plain as can be."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence

from govreply.blocks import Document
from govreply.limits import DEFAULT_LIMITS, Limits
from govreply.readers import read

NAMESPACE = "http://www.ofdspec.org/2016"
POINTS = 72 / 25.4


def text(words: str, x: float = 30, y: float = 40, size: float = 5, codes: str = "", **attributes: str) -> str:
    """A text object whose baseline is at `y`; ``codes`` instead of one code with a step of `size` each."""
    more = "".join(f' {name}="{value}"' for name, value in attributes.items())
    deltas = f' DeltaX="g {len(words) - 1} {size}"' if len(words) > 1 else ""
    inner = codes or f'<ofd:TextCode X="0" Y="0"{deltas}>{words}</ofd:TextCode>'
    return f'<ofd:TextObject ID="9" Boundary="{x} {y} 100 10" Font="3" Size="{size}"{more}>{inner}</ofd:TextObject>'


def rule(x: float, y: float, end_x: float, end_y: float) -> str:
    """A stroke from one point of the page to another."""
    data = f"M 0 0 L {end_x - x} {end_y - y}"
    return f'<ofd:PathObject Boundary="{x} {y} 1 1"><ofd:AbbreviatedData>{data}</ofd:AbbreviatedData></ofd:PathObject>'


def composite(identifier: str, objects: str) -> str:
    """A drawing that pages may use several times, as a group of resources."""
    unit = (
        f'<ofd:CompositeGraphicUnit ID="{identifier}"><ofd:Content>{objects}</ofd:Content></ofd:CompositeGraphicUnit>'
    )
    return f"<ofd:CompositeGraphicUnits>{unit}</ofd:CompositeGraphicUnits>"


def page(*objects: str, before: str = "") -> str:
    """A page with one layer; ``before`` goes before its content."""
    return f'{before}<ofd:Content><ofd:Layer ID="2">{"".join(objects)}</ofd:Layer></ofd:Content>'


def parts(
    *pages: str,
    common: str = "",
    fonts: str = '<ofd:Font ID="3" FontName="宋体"/>',
    resources: str = "",
    document: str = "",
    body: str = "",
    namespace: str = NAMESPACE,
) -> dict[str, str]:
    """The parts of a file, without their root elements' ends: names and XML."""
    area = "<ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
    listed = "".join(f'<ofd:Page ID="{at + 100}" BaseLoc="Pages/{at}.xml"/>' for at in range(len(pages)))
    root = f"<ofd:DocBody>{body}<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>"
    found = {
        "OFD.xml": ("OFD", root),
        "Doc_0/Document.xml": (
            "Document",
            f"<ofd:CommonData>{area}<ofd:PublicRes>Res.xml</ofd:PublicRes>{common}</ofd:CommonData>"
            f"<ofd:Pages>{listed}</ofd:Pages>{document}",
        ),
        "Doc_0/Res.xml": ("Res", f"<ofd:Fonts>{fonts}</ofd:Fonts>{resources}"),
    }
    found |= {f"Doc_0/Pages/{at}.xml": ("Page", content) for at, content in enumerate(pages)}
    return {name: element(root, inner, namespace) for name, (root, inner) in found.items()}


def element(name: str, inner: str, namespace: str = NAMESPACE) -> str:
    """A root element."""
    return f'<ofd:{name} xmlns:ofd="{namespace}">{inner}</ofd:{name}>'


def packed(members: Mapping[str, str | bytes]) -> bytes:
    """An archive of these members."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return stream.getvalue()


def opened(*pages: str, limits: Limits = DEFAULT_LIMITS, **given: str) -> Document:
    """The document that is read from a file with these pages."""
    return read(packed(parts(*pages, **given)), "a.ofd", limits=limits)


def lines(document: Document) -> list[str]:
    """The lines of the laid-out text."""
    return [line for line in document.source.text.split("\n") if line.strip()]


def edges(document: Document, number: int = 0) -> list[float]:
    """The edges of the characters of a place, in millimetres to two digits."""
    return [round(edge / POINTS, 2) for edge in document.source.places[number].edges]


def boxes(document: Document) -> Sequence[tuple[int | None, tuple[float, ...]]]:
    """Page and box of each place, in millimetres to one digit."""
    return [(p.page, tuple(round(side / POINTS, 1) for side in p.box or ())) for p in document.source.places]
