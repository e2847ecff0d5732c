"""DOCX files put together by hand, part by part, and what is read from them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from govreply.blocks import Block, Document, Line, Table
from govreply.readers import read

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)


def part(name: str, content: str) -> str:
    """An XML part with the root element `name` (``w:styles``)."""
    return f"<{name} {_NAMES}>{content}</{name}>"


def package(body: str, *, related: Mapping[str, str] | None = None, extra: Mapping[str, bytes] | None = None) -> bytes:
    """A file with `body` in ``w:body``; `related` are further parts by file name, ``header1`` and the like."""
    relations = "".join(
        f'<Relationship Id="{name}" Type="{R}/{name.rstrip("0123456789")}" Target="{name}.xml"/>'
        for name in related or {}
    )
    rels = "http://schemas.openxmlformats.org/package/2006/relationships"
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{rels}"><Relationship Id="a" Type="{R}/officeDocument"'
        ' Target="word/document.xml"/></Relationships>',
        "word/document.xml": part("w:document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{rels}">{relations}</Relationships>',
        **{f"word/{name}.xml": content for name, content in (related or {}).items()},
    }
    return zipped({**{name: content.encode() for name, content in parts.items()}, **(extra or {})})


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """A zip archive of `parts`."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def opened(body: str, **related: str) -> Document:
    """The document with that body."""
    return read(package(body, related=related), "复函.docx")


def texts(body: str, **related: str) -> list[str]:
    """The texts of all its lines, those in tables as lists of lists in words."""
    return [shown(block) for block in opened(body, **related).blocks]


def shown(block: Block) -> str:
    """A line's text, or a table with | between cells and ↵ between rows."""
    if isinstance(block, Line):
        return block.text.text
    rows: list[list[str]] = [[] for _ in range(block.rows)]
    for cell in block.cells:
        rows[cell.row].append("/".join(shown(b) for b in cell.blocks))
    return "↵".join("|".join(row) for row in rows)


def table_of(body: str) -> Table:
    """The first table of the document with that body."""
    return next(b for b in opened(body).blocks if isinstance(b, Table))


def p(*runs: str, properties: str = "") -> str:
    """A paragraph."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def tc(content: str, properties: str = "") -> str:
    """A table cell with one paragraph, or with the paragraphs given."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content if content.startswith('<w:p>') else p(r(content))}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    """A table row."""
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def tbl(*rows: str) -> str:
    """A table."""
    return f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>"


def field(instruction: str, result: str | None = None, data: str = "") -> str:
    """A complex field."""
    shown_result = "" if result is None else f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r(result)}'
    return (
        f'<w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r>'
        f"<w:r><w:instrText>{instruction}</w:instrText></w:r>{shown_result}"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
