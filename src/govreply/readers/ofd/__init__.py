"""OFD (GB/T 33190-2016), the fixed-layout format of Chinese offices: pages of characters with positions.

All documents of a file are read, one after the other, and their pages counted through. The text of a template is read on
the first page that uses it. Watermarks, stamps and the appearances of electronic seals belong to no letter and are left
out; watermarks, attachments and the document's properties are handed on as named values. Attachments are not opened.
Nothing outside the file is ever fetched.
"""

from __future__ import annotations

import attrs

from govreply.blocks import Meta
from govreply.readers.budget import Budget
from govreply.readers.laid_out import LaidOut
from govreply.readers.ofd.document import Pages
from govreply.readers.ofd.information import information
from govreply.readers.ofd.package import Package
from govreply.readers.paging import lay_out_pages
from govreply.readers.paging.scans import Sheet, check_text_layer


def read_ofd(data: bytes, budget: Budget) -> LaidOut:
    """The text of an OFD file, laid out, with its lines and tables; boxes in points.

    Raises:
        UnreadableError: ``corrupt`` for a damaged archive, damaged XML or missing pages, ``unsupported`` for an archive
            without a main part, ``encrypted``, ``limit``, ``empty`` for a document without any content, and ``needs-ocr``
            for one whose pages are images or whose characters are drawn as outlines.
    """
    package = Package(data, budget)
    sheets: list[Sheet] = []
    meta: list[Meta] = []
    for body, document in package.documents():
        pages = Pages(package, document, budget)
        sheets.extend(pages.read(len(sheets) + 1))
        meta.extend(information(package, body, document, pages))
    if not sheets:
        raise package.corrupt("OFD.xml names no page")
    laid_out = lay_out_pages(check_text_layer(sheets, budget), budget)
    return attrs.evolve(laid_out, meta=(*laid_out.meta, *meta))
