"""XML that would fetch, expand or dig: external entities, bombs of entities, depth. None of it may come through."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from govreply.errors import Cause
from govreply.limits import Limits
from tests.hostile.files.expected import Hostile, Read, Refused, given
from tests.hostile.files.parts import RELATIONS, W, body, docx, docx_with, headed, ofd, ofd_with, paragraph, related
from tests.readers.docx import build
from tests.readers.ofd import make

MILLION = 1_000_000
_LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
DECLARATIONS = {
    "xxe-file": '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
    "xxe-network": '<!DOCTYPE x [<!ENTITY e SYSTEM "http://127.0.0.1:9/e">]>',
    "xxe-public": '<!DOCTYPE x [<!ENTITY e PUBLIC "-//x" "http://127.0.0.1:9/e">]>',
    "xxe-parameter": '<!DOCTYPE x [<!ENTITY % p SYSTEM "http://127.0.0.1:9/p"> %p; <!ENTITY e "x">]>',
    "external-dtd": '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">',
    "external-dtd-file": '<!DOCTYPE x PUBLIC "-//x" "file:///etc/passwd">',
    "billion-laughs": f'<!DOCTYPE x [<!ENTITY l0 "ha">{_LAUGHS}<!ENTITY e "&l9;">]>',
    "quadratic": f'<!DOCTYPE x [<!ENTITY e "{"x" * 50_000}">]>',
    "entity-of-itself": '<!DOCTYPE x [<!ENTITY e "&f;"><!ENTITY f "&e;">]>',
    "default-attribute": '<!DOCTYPE x [<!ATTLIST x y CDATA "z"><!ENTITY e "x">]>',
    "small-letters": '<!doctype x [<!ENTITY e "x">]>',
}
_USED = "&e;"


def files() -> Iterator[Hostile]:
    for name, declaration in DECLARATIONS.items():
        times = 50_000 if name == "quadratic" else 1
        main = declaration + body(paragraph(_USED * times))
        page = declaration + make.element(
            "Page", make.page(make.text("甲", codes=f"<ofd:TextCode>{_USED * times}</ofd:TextCode>"))
        )
        yield Hostile(f"{name}.docx", given(docx_with("word/document.xml", main)), Refused(Cause.CORRUPT))
        yield Hostile(f"{name}.ofd", given(ofd_with("Doc_0/Pages/0.xml", page)), Refused(Cause.CORRUPT))
    yield from _elsewhere()
    yield from _references()
    yield from _deep()
    yield from _odd()


def _elsewhere() -> Iterator[Hostile]:
    """The same in parts other than the main one, and in other encodings."""
    said = DECLARATIONS["xxe-file"]
    for name in ("header1", "footnotes", "numbering", "styles"):
        part = said + build.part("w:hdr", f"<w:p><w:r><w:t>{_USED}</w:t></w:r></w:p>")
        data = docx(paragraph("甲") + _used(name), related(name), **{name: part})
        yield Hostile(f"xxe-in-{name}.docx", given(data), Refused(Cause.CORRUPT, "document type"))
    relations = f'{said}<Relationships xmlns="{RELATIONS}">&e;</Relationships>'
    yield Hostile(
        "xxe-in-relations.docx", given(docx_with("_rels/.rels", relations)), Refused(Cause.CORRUPT, "document type")
    )
    for name in ("OFD.xml", "Doc_0/Document.xml", "Doc_0/Res.xml"):
        root = {"OFD.xml": "OFD", "Doc_0/Document.xml": "Document", "Doc_0/Res.xml": "Res"}[name]
        part = said + make.element(root, _USED)
        yield Hostile(f"xxe-in-{root}.ofd", given(ofd_with(name, part)), Refused(Cause.CORRUPT, "document type"))
    for encoding in ("utf-16", "utf-16-be", "utf-32", "gb18030", "utf-7"):
        text = f'<?xml version="1.0" encoding="{encoding}"?>{said}{body(paragraph(_USED))}'
        data = docx_with("word/document.xml", text.encode(encoding))
        yield Hostile(f"xxe-in-{encoding}.docx", given(data), Refused(Cause.CORRUPT))


def _used(name: str) -> str:
    """What in the main part makes a reader open the part `name`."""
    if name == "footnotes":
        return build.p('<w:r><w:footnoteReference w:id="1"/></w:r>')
    return headed(name) if name == "header1" else ""


def _references() -> Iterator[Hostile]:
    """What refers to something outside without a declaration is never followed."""
    include = '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/>'
    data = docx(paragraph("甲") + include)
    yield Hostile("xinclude.docx", given(data), Read(holds=("甲",), lacks=("root:",)))
    sheet = '<?xml-stylesheet type="text/xsl" href="http://127.0.0.1:9/x.xsl"?>'
    yield Hostile(
        "stylesheet.docx", given(docx_with("word/document.xml", sheet + body(paragraph("甲")))), Read(holds=("甲",))
    )
    schema = f'<w:document xmlns:w="{W}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="a http://127.0.0.1:9/a.xsd">'
    located = f"{schema}<w:body>{paragraph('甲')}</w:body></w:document>"
    yield Hostile("schema-location.docx", given(docx_with("word/document.xml", located)), Read(holds=("甲",)))
    for kind in ("attachedTemplate", "header1", "image", "subDocument", "aFChunk", "styles", "numbering"):
        relation = related(kind, "http://127.0.0.1:9/x", "External")
        chunk = f'<w:altChunk r:id="{kind}"/><w:subDoc r:id="{kind}"/>'
        yield Hostile(f"external-{kind}.docx", given(docx(paragraph("甲") + chunk, relation)), Read(holds=("甲",)))
    field = build.p(
        build.field(' INCLUDETEXT "http://127.0.0.1:9/x" ', "乙"), build.field(' DDEAUTO c:\\\\cmd.exe "/k" ', "丙")
    )
    yield Hostile("fields-that-fetch.docx", given(docx(field)), Read(holds=("乙", "丙"), lacks=("cmd.exe",)))


def _deep() -> Iterator[Hostile]:
    roomy = Limits(zip_ratio=1_000_000)
    for name, depth in (("200", 200), ("100000", 100_000), ("million", MILLION)):
        for tag in ("w:ins", "w:p", "x"):
            data = partial(_nested_docx, f"<{tag}>", depth, f"</{tag}>")
            yield Hostile(f"{name}-deep-{tag.replace(':', '-')}.docx", data, Refused(Cause.LIMIT, "xml_nesting"))
        yield Hostile(f"{name}-deep.ofd", partial(_nested_ofd, depth), Refused(Cause.LIMIT, "xml_nesting"))
    opened = partial(_nested_docx, "<w:ins>", MILLION, "")
    yield Hostile("million-opened.docx", opened, Refused(Cause.LIMIT, "xml_nesting"))
    tables = "甲"
    for _ in range(1000):
        tables = build.tbl(build.tr(f"<w:tc>{tables if tables != '甲' else paragraph('甲')}</w:tc>"))
    yield Hostile("1000-tables-deep.docx", given(docx(tables)), Refused(Cause.LIMIT, "xml_nesting"), roomy)
    yield Hostile("million-deep.html", lambda: b"<p>a" + b"<div>" * MILLION, Refused(Cause.LIMIT, "nesting"))
    yield Hostile("million-deep.md", lambda: b"a\n\n" + b">" * MILLION + b"b", Read(holds=("a", "b")))
    yield Hostile(
        "lists-deep.md", lambda: "\n".join("  " * n + "- a" for n in range(300)).encode(), Read(holds=("- a",))
    )


def _nested_docx(opening: str, depth: int, closing: str) -> bytes:
    return docx_with("word/document.xml", body(opening * depth + closing * depth), stored=True)


def _nested_ofd(depth: int) -> bytes:
    page = make.page("<ofd:PageBlock>" * depth + "</ofd:PageBlock>" * depth)
    return ofd_with("Doc_0/Pages/0.xml", make.element("Page", page), stored=True)


def _odd() -> Iterator[Hostile]:
    many = " ".join(f'a{n}="x"' for n in range(100_000))
    yield Hostile(
        "100000-attributes.docx",
        given(docx_with("word/document.xml", f"<w:document xmlns:w='{W}' {many}/>")),
        Refused(Cause.UNSUPPORTED),
    )
    names = "".join(f' xmlns:n{n}="u{n}"' for n in range(20_000))
    data = docx_with(
        "word/document.xml", f'<w:document xmlns:w="{W}"{names}><w:body>{paragraph("甲")}</w:body></w:document>'
    )
    yield Hostile("20000-namespaces.docx", given(data), Read(holds=("甲",)))
    undefined = body(paragraph("&nbsp;&e;"))
    yield Hostile("undefined-entity.docx", given(docx_with("word/document.xml", undefined)), Refused(Cause.CORRUPT))
    yield Hostile("nul-reference.docx", given(docx(paragraph("&#0;"))), Refused(Cause.CORRUPT))
    yield Hostile("cdata.docx", given(docx(paragraph("<![CDATA[<甲&>]]>"))), Read(holds=("<甲&>",)))
    yield Hostile(
        "nul-in-part.docx", given(docx_with("word/document.xml", body(paragraph("甲\0乙")))), Refused(Cause.CORRUPT)
    )
    lone = body(paragraph("甲X乙")).encode().replace(b"X", b"\xed\xa0\x80")
    yield Hostile("lone-surrogate-in-part.docx", given(docx_with("word/document.xml", lone)), Refused(Cause.CORRUPT))
    yield Hostile(
        "no-end.docx", given(docx_with("word/document.xml", body(paragraph("甲"))[:-20])), Refused(Cause.CORRUPT)
    )
    yield Hostile("two-roots.docx", given(docx_with("word/document.xml", body("") + body(""))), Refused(Cause.CORRUPT))
    yield Hostile("other-root.ofd", given(ofd_with("OFD.xml", "<a/>")), Refused(Cause.UNSUPPORTED))
    yield Hostile("no-document.ofd", given(ofd_with("OFD.xml", make.element("OFD", ""))), Refused(Cause.CORRUPT))
    yield Hostile(
        "no-page.ofd", given(ofd_with("Doc_0/Document.xml", make.element("Document", ""))), Refused(Cause.CORRUPT)
    )
    yield Hostile("empty-page.ofd", given(ofd(make.page())), Refused(Cause.EMPTY))
    locked = make.element("Encryptions", "<ofd:EncryptInfo ID='1'/>")
    yield Hostile("encrypted.ofd", given(ofd_with("Doc_0/Encryptions.xml", locked)), Refused(Cause.ENCRYPTED))
