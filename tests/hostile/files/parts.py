"""The parts of small DOCX and OFD files, to be spoilt one by one."""

from __future__ import annotations

from tests.hostile.files.zips import STORED, Entry, members, written
from tests.readers.docx import build
from tests.readers.ofd import make

W = build.W
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_RELATIONS = f'<Relationships xmlns="{RELATIONS}">{{}}</Relationships>'


def paragraph(text: str) -> str:
    return build.p(build.r(text))


def body(content: str) -> str:
    """A main part."""
    return build.part("w:document", f"<w:body>{content}</w:body>")


def docx_parts(content: str = "", relations: str = "", **more: str) -> dict[str, str | bytes]:
    """The parts of a DOCX file; `more` are others in its folder, by their names without the ending."""
    main = f'<Relationship Id="a" Type="{build.R}/officeDocument" Target="word/document.xml"/>'
    return {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": _RELATIONS.format(main),
        "word/document.xml": body(content or paragraph("甲")),
        "word/_rels/document.xml.rels": _RELATIONS.format(relations),
        **{f"word/{name}.xml": said for name, said in more.items()},
    }


def related(name: str, target: str | None = None, mode: str = "") -> str:
    """A relation to a part of the kind `name` (``header1``)."""
    kind = name.rstrip("0123456789")
    how = f' TargetMode="{mode}"' if mode else ""
    return f'<Relationship Id="{name}" Type="{build.R}/{kind}" Target="{target or name + ".xml"}"{how}/>'


def headed(name: str) -> str:
    """A paragraph that ends a section whose pages have the header `name`."""
    return build.p(properties=f'<w:sectPr><w:headerReference w:type="default" r:id="{name}"/></w:sectPr>')


def docx(content: str = "", relations: str = "", **more: str) -> bytes:
    return written(members(docx_parts(content, relations, **more)))


def docx_with(name: str, said: str | bytes, *, stored: bool = False) -> bytes:
    """A DOCX file one of whose parts says something else."""
    return _with(docx_parts(), name, said, stored)


def ofd_parts(*pages: str, **more: str) -> dict[str, str | bytes]:
    """The parts of an OFD file."""
    return dict(make.parts(*(pages or (make.page(make.text("甲")),)), **more))


def ofd(*pages: str, **more: str) -> bytes:
    return written(members(ofd_parts(*pages, **more)))


def ofd_with(name: str, said: str | bytes, *, stored: bool = False) -> bytes:
    """An OFD file one of whose parts says something else."""
    return _with(ofd_parts(), name, said, stored)


def _with(parts: dict[str, str | bytes], name: str, said: str | bytes, stored: bool) -> bytes:
    content = said.encode() if isinstance(said, str) else said
    rest = [entry for entry in members(parts) if entry.name != name]
    return written([*rest, Entry(name, content, STORED if stored else 8)])
