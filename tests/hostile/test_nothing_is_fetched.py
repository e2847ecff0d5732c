"""No file makes its reader open a connection or another file."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from govreply import api
from tests.hostile.files import ALL
from tests.hostile.files.parts import body, docx, docx_with, ofd_with, paragraph, related
from tests.readers.ofd import make

SECRET = "不可外泄的内容"
PORT_OF_THE_FILES = b"127.0.0.1:9/"


@pytest.fixture
def server() -> Iterator[socket.socket]:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.setblocking(False)
        yield listening


def test_no_connection_is_opened(server: socket.socket) -> None:
    here = f"127.0.0.1:{server.getsockname()[1]}/".encode()
    entity = f'<!DOCTYPE x [<!ENTITY e SYSTEM "http://{here.decode()}e">]>'
    address = f"http://{here.decode()}x"
    relations = "".join(
        related(kind, address, "External") for kind in ("header1", "image", "attachedTemplate", "styles")
    )
    page = f"""<html><head><base href="{address}"><link rel=stylesheet href="{address}"><script src="{address}"></script>
        <meta http-equiv=refresh content="0;url={address}"></head><img src="{address}"><iframe src="{address}">甲</iframe>"""
    tried = [
        ("a.docx", docx_with("word/document.xml", entity + body(paragraph("&e;")))),
        ("b.docx", docx(relations=relations)),
        ("c.ofd", ofd_with("OFD.xml", entity + make.element("OFD", "&e;"))),
        ("d.html", page.encode()),
        ("e.md", f"![]({address}) <img src='{address}'>".encode()),
        *((f.name, f.data().replace(PORT_OF_THE_FILES, here)) for f in ALL if f.name == "actions.pdf"),
    ]
    assert len(tried) == 6
    for name, data in tried:
        api.check(data, name)
    with pytest.raises(BlockingIOError):  # nobody is waiting
        server.accept()


@pytest.mark.parametrize("name", ["letter.docx", "letter.ofd"])
def test_no_other_file_is_opened(tmp_path: Path, name: str) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text(SECRET, encoding="utf-8")
    entity = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'
    include = f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{secret.as_uri()}" parse="text"/>'
    for before, said in ((entity, "&e;"), ("", include)):
        if name == "letter.docx":
            data = docx_with("word/document.xml", before + body(paragraph("甲") + said))
        else:
            data = ofd_with("Doc_0/Pages/0.xml", before + make.element("Page", make.page(make.text("甲")) + said))
        result = api.check(data, name)
        assert SECRET not in repr(result) and SECRET not in (result.source.text if result.source else "")
